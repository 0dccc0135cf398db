"""A questionnaire that cannot be meant fails when it is declared, naming the declaration."""

import re
from dataclasses import replace

import pytest

from intake.citation import Source
from intake.criteria import AllOf, Is, LeftOpen, Within
from intake.option import Option
from intake.questionnaire import (
    CalendarDate,
    Choice,
    Group,
    NoToAll,
    Question,
    Questionnaire,
    WholeNumber,
)

NO = Option("no", "No")
YES = Option("yes", "Yes", concern=3)
NOT_SURE = Option("not-sure", "Not sure", concern=2, unknown=True)
MAYBE = Option("maybe", "Maybe")


def row(link_id: str, **more) -> Choice:
    return Choice(
        link_id=link_id, code=link_id.upper(), text="?", options=(YES, NO, NOT_SURE), **more
    )


def group(*items: Question | Group, link_id: str = "section", **more) -> Group:
    return Group(link_id=link_id, items=items, **more)


def questionnaire(*sections: Group) -> Questionnaire:
    return Questionnaire(
        url="https://clinic.example/q", version="1", title="Q", language="en", items=sections
    )


def refused(named: str, complaint: str):
    return pytest.raises(ValueError, match=rf"(?s)\A{re.escape(named)}: .*{re.escape(complaint)}")


# What fails.


@pytest.mark.parametrize(
    "sections",
    [
        (group(row("pain"), row("pain")),),
        (group(row("pain")), group(row("pain"), link_id="other")),
        (group(row("pain"), group(row("numb"), link_id="pain")),),
    ],
    ids=["side by side", "in two sections", "a group and a question"],
)
def test_a_link_id_used_twice_is_refused(sections):
    with refused("pain", "declared twice"):
        questionnaire(*sections)


@pytest.mark.parametrize("link_id", ["Saddle", "saddle_numb", "saddle numb", "-saddle", "a--b", ""])
def test_a_link_id_is_words_joined_by_hyphens(link_id):
    with refused(link_id, "lower-case words joined by hyphens"):
        row(link_id)


def test_a_link_id_does_not_end_in_a_line_break():
    with pytest.raises(ValueError, match="lower-case words"):
        row("saddle\n")


@pytest.mark.parametrize("claim", ["A-97", "C-097", "A097", "A-0970", "A-097\n"])
def test_a_claim_id_of_the_wrong_shape_is_refused(claim):
    with refused("pain", "is not a claim id"):
        row("pain", claims=("A-097", claim))


def test_an_option_declared_twice_is_refused():
    with refused("pain", "option 'no' is declared twice"):
        Choice(link_id="pain", code="", text="?", options=(NO, YES, Option("no", "Nope")))


@pytest.mark.parametrize("criterion", ["is_", "is_not", "known_not"])
def test_a_condition_on_an_option_the_item_does_not_have_is_refused(criterion):
    with refused("pain", "has no option 'maybe'"):
        getattr(row("pain"), criterion)(MAYBE)


def test_a_condition_on_an_option_of_the_same_code_but_another_wording_is_refused():
    with refused("pain", "has no option 'yes'"):
        row("pain").is_(Option("yes", "Yes, for longer"))


@pytest.mark.parametrize(
    "sections",
    [
        (group(row("numb", enable_when=Is("pain", ("yes",)))),),
        (group(row("numb", enable_when=Is("pain", ("yes",))), row("pain")),),
        (group(row("pain", enable_when=Is("pain", ("yes",)))),),
        (group(group(row("numb"), link_id="inner", enable_when=Is("pain", ("yes",)))),),
        (
            group(
                row("weak"),
                group(
                    row("numb", enable_when=Is("weak", ("yes",))),
                    link_id="inner",
                    enable_when=Is("pain", ("yes",)),
                ),
            ),
        ),
    ],
    ids=["nowhere", "later", "itself", "through its group", "its own is fine"],
)
def test_a_condition_on_what_is_not_asked_before_is_refused(sections):
    with pytest.raises(ValueError, match=r"\A(numb|pain): .*'pain', which is not asked before it"):
        questionnaire(*sections)


def test_a_condition_on_an_option_that_is_not_there_is_refused():
    with refused("numb", "option 'maybe' of 'pain'"):
        questionnaire(group(row("pain"), row("numb", enable_when=Is("pain", ("maybe",)))))


def test_a_condition_that_compares_a_date_with_an_option_is_refused():
    born = CalendarDate(link_id="born", code="", text="?")
    with refused("numb", "option 'yes' of 'born'"):
        questionnaire(group(born, row("numb", enable_when=Is("born", ("yes",)))))


@pytest.mark.parametrize(
    "condition",
    [
        ~row("pain").is_(YES),
        LeftOpen("pain"),
        row("pain").is_(YES) & (row("numb").is_(YES) | row("weak").is_(YES)),
    ],
    ids=["not", "left open", "or inside and"],
)
def test_a_condition_fhir_cannot_say_is_refused(condition):
    with refused("child", "must be a flat any/all"):
        row("child", enable_when=condition)


@pytest.mark.parametrize(
    ("together", "complaint"),
    [
        (Is("numb", ("yes",)), "names 'numb'"),
        (Is("pain", ("maybe",)), "option 'maybe'"),
        (~Is("pain", ("yes",)), "flat conditions"),
        (AllOf((LeftOpen("pain"), Is("pain", ("yes",)))), "flat conditions"),
    ],
)
def test_what_calls_staff_offline_is_refused_where_a_tablet_could_not_work_it_out(
    together, complaint
):
    with pytest.raises(ValueError, match=complaint):
        replace(questionnaire(group(row("pain"))), needs_staff_offline=(together,))


def test_a_grid_of_seven_rows_is_refused_and_one_of_six_is_not():
    rows = [row(f"row-{n}") for n in range(7)]
    tick = NoToAll(link_id="no-to-all", code="", text="No to all of these")
    assert len(group(*rows[:6], tick, link_id="grid", grid=True).items) == 7
    with refused("grid", "at most 6 rows"):
        group(*rows, tick, link_id="grid", grid=True)


def test_a_choice_is_asked_for_only_where_there_is_one():
    asked = questionnaire(group(row("pain"), CalendarDate(link_id="born", code="", text="?")))
    assert asked.choice("pain").link_id == "pain"
    with pytest.raises(TypeError, match="born: not a choice"):
        asked.choice("born")


# What can be declared and read.


def test_conditions_name_options_by_code():
    pain = row("pain")
    assert pain.is_(YES, NOT_SURE) == Is("pain", ("yes", "not-sure"))
    assert pain.is_not(NO) == Is("pain", ("yes", "not-sure"))
    assert pain.known_not(NO) == Is("pain", ("yes",))
    assert pain.left_open == LeftOpen("pain")


def test_conditions_on_a_number_include_both_ends():
    age = WholeNumber(link_id="age", code="", text="Age")
    assert age.at_least(45) == Within("age", lowest=45)
    assert age.under(40) == Within("age", highest=39)
    assert age.between(40, 44) == Within("age", 40, 44)


def test_a_question_stands_under_the_conditions_of_all_its_groups():
    inner = group(
        row("weak", enable_when=Is("numb", ("yes",))),
        link_id="inner",
        enable_when=Is("pain", ("yes",)),
    )
    placed = questionnaire(group(row("pain"), row("numb"), inner)).placed
    assert [one.item.link_id for one in placed] == ["pain", "numb", "weak"]
    assert placed[2].conditions == (Is("pain", ("yes",)), Is("numb", ("yes",)))
    assert {one.section.link_id for one in placed} == {"section"}


def test_a_label_is_the_short_wording_where_there_is_one():
    assert row("pain", short="Pain").label == "Pain"
    assert row("pain").label == "?"


def test_an_item_is_found_by_its_clinical_code():
    assert questionnaire(group(row("pain"))).by_code["PAIN"].link_id == "pain"


def test_a_source_is_cited_by_name_and_year():
    assert str(Source("Kocher, JBJS", 1999)) == "Kocher, JBJS (1999)"
    assert str(Source("Our own cut")) == "Our own cut"


def test_an_option_that_leads_back_to_what_was_not_asked_is_refused():
    options = (Option("back", "Change it", changes="later"), Option("no", "No"))
    with pytest.raises(ValueError, match="leads back to 'later'"):
        questionnaire(group(replace(row("pain"), options=options), row("later")))
