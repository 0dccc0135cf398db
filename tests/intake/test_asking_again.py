"""A question asked a second time: both answers count as one fact, and unknown is never no."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from intake.answers import Answer, Informant, Mode
from intake.criteria import Is, State
from intake.fhir import questionnaire_json, read_response, response_json
from intake.fhir.ticks import untold_ticks
from intake.knee_twitching.options import NO, NOT_SURE, YES, YES_NO
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.option import Option
from intake.questionnaire import Choice, Group, NoToAll, Questionnaire
from intake.response import QuestionnaireResponse, Status, enabled, everything_said, facts
from tests.strategies import VISIT, patient

TICK: dict[str, Any] = {"right-now-no-to-all": (True,)}
BACK: dict[str, Any] = {**TICK, "operations": "back-surgery"}
BOTH_BACK = {"bladder-or-bowel-again", "saddle-numbness-again"}
HOT: dict[str, Any] = {"your-body-no-to-all": (True,), "hot-knee": "new"}


def asked_again(stated):
    return {item.link_id for item in enabled(patient(stated)) if item.link_id.endswith("-again")}


@pytest.mark.parametrize(
    ("stated", "again"),
    [
        (BACK, BOTH_BACK),
        ({**TICK, "operations": "back-needle"}, BOTH_BACK),
        ({**TICK, "operations": "not-sure"}, BOTH_BACK),
        ({**TICK, "operations": ("knee-surgery", "not-sure")}, BOTH_BACK),
        ({**TICK, "operations": "knee-surgery"}, set()),
        ({**TICK, "operations": "none"}, set()),
        ({"operations": "back-surgery"}, set()),
        (HOT, {"fever-or-ill-again"}),
        ({**HOT, "hot-knee": "not-sure"}, {"fever-or-ill-again"}),
        ({**HOT, "hot-knee": "no", "cannot-stand": "new"}, {"fever-or-ill-again"}),
        ({**HOT, "hot-knee": "longer"}, set()),
        ({"hot-knee": "new"}, set()),
        ({"your-leg-no-to-all": (True,), "operations": "back-surgery"}, set()),
    ],
)
def test_only_what_one_tap_answered_and_the_history_makes_doubtful_is_asked_again(stated, again):
    assert asked_again(stated) == again


@pytest.mark.parametrize("link_id", sorted(KNEE_TWITCHING.asked_again))
def test_it_is_asked_alone_on_a_screen_in_the_words_of_the_first_asking(link_id):
    again = KNEE_TWITCHING.choice(link_id)
    first = KNEE_TWITCHING.choice(again.asks_again)
    assert again.text.startswith("To be sure: ")
    assert (again.options, again.role) == (first.options, first.role)
    assert again.needs_staff_offline == first.needs_staff_offline
    assert set(first.claims) == set(again.claims)


@pytest.mark.parametrize(
    ("said", "again", "counts"),
    [
        ("no", "no", "no"),
        ("no", "yes", "yes"),
        ("no", "not-sure", "not-sure"),
        ("not-sure", "no", "not-sure"),
        ("yes", "no", "yes"),
    ],
)
def test_the_more_urgent_of_both_answers_counts(said, again, counts):
    stated = {**BACK, "saddle-numbness": said, "saddle-numbness-again": again}
    fact = facts(patient(stated)).of["saddle-numbness"]
    assert fact.values == (counts,)
    assert fact.unsure is (counts == "not-sure")


@pytest.mark.parametrize(
    ("said", "state"),
    [("no", State.OPEN), ("not-sure", State.ANSWERED), ("yes", State.ANSWERED)],
)
@pytest.mark.parametrize("status", Status)
def test_until_it_is_answered_again_a_no_is_not_known(said, state, status):
    stated = {**BACK, "saddle-numbness": said, "saddle-numbness-again": None}
    assert facts(patient(stated, status=status)).of["saddle-numbness"].state is state


def test_before_it_is_known_whether_it_is_asked_again_a_no_is_not_known_either():
    for missing in ("operations", "right-now-no-to-all"):
        stated = {**BACK, missing: None, "saddle-numbness-again": None}
        response = patient({**stated, "bladder-or-bowel-again": None, "back-surgery-when": None})
        assert facts(response).of["saddle-numbness"].state is State.OPEN, missing


def test_a_second_answer_alone_leaves_the_first_open_unless_it_is_the_worst():
    for again, state in (("no", State.OPEN), ("yes", State.ANSWERED)):
        stated = {**BACK, "saddle-numbness": None, "saddle-numbness-again": again}
        assert facts(patient(stated)).of["saddle-numbness"].state is state


def taken_back() -> QuestionnaireResponse:
    """Yes on the second asking, and then the operation that led to it is unticked."""
    response = patient({**BACK, "saddle-numbness-again": "yes"})
    operations = replace(response.answers["operations"], values=("none",))
    answers = {**response.answers, "operations": operations}
    del answers["back-surgery-when"]
    return response.with_answers(answers)


def test_what_was_said_counts_even_when_the_question_is_no_longer_asked():
    response = taken_back()
    assert "saddle-numbness-again" not in {item.link_id for item in enabled(response)}
    assert facts(response).of["saddle-numbness"].values == ("yes",)


def test_what_was_said_goes_out_and_comes_back_even_then():
    sent = json.dumps(response_json(taken_back())).encode()
    again = read_response(sent, KNEE_TWITCHING)
    assert facts(again).of["saddle-numbness"].values == ("yes",)


def later(value: str, by: Informant) -> Answer:
    return Answer((value,), VISIT + timedelta(minutes=5), by, "QX")


def test_staff_who_ask_once_more_settle_both():
    response = patient({**BACK, "saddle-numbness-again": "yes"})
    said = response.answers["saddle-numbness"]
    for by, counts in ((Informant.STAFF, "no"), (Informant.COMPANION, "yes")):
        settled = replace(later("no", by), replaced=(said,))
        answers = {**response.answers, "saddle-numbness": settled}
        known = facts(response.with_answers(answers)).of["saddle-numbness"]
        assert known.values == (counts,), by


def test_everything_said_to_both_comes_in_order_of_time():
    response = patient({**BACK, "saddle-numbness-again": "yes"})
    whole = everything_said(response, "saddle-numbness")
    assert whole
    assert [one.values for one in (*whole.replaced, whole)] == [("no",), ("yes",)]
    assert everything_said(response, "cold-leg") == response.answers["cold-leg"]


def test_the_resource_says_what_is_asked_again():
    text = str(questionnaire_json(KNEE_TWITCHING))
    for first in KNEE_TWITCHING.second_asking:
        assert f"asks-again', 'valueString': '{first}'" in text


# The tick, where a response does not tell it.

GRID = Group(
    link_id="grid",
    grid=True,
    items=(
        Choice(link_id="one", code="", text="?", options=YES_NO),
        Choice(link_id="two", code="", text="?", options=YES_NO),
        NoToAll(link_id="none", code="", text="No to all"),
    ),
)


@pytest.mark.parametrize(
    ("one", "two", "tick"),
    [
        (("no", Mode.GROUP), ("no", Mode.GROUP), True),
        (("no", Mode.SINGLE), ("no", Mode.GROUP), True),
        (("no", Mode.SINGLE), ("no", Mode.SINGLE), False),
        (("yes", Mode.SINGLE), ("no", Mode.GROUP), True),
        (("yes", Mode.SINGLE), ("no", Mode.SINGLE), False),
        (("no", Mode.GROUP), None, None),
    ],
)
def test_a_tick_that_was_not_told_follows_from_the_rows(one, two, tick):
    given = {"one": one, "two": two}
    answers = {
        link_id: Answer((said[0],), VISIT, mode=said[1]) for link_id, said in given.items() if said
    }
    outer = (Group(link_id="outer", items=(GRID,)),)
    found = {link_id: answer.values[0] for link_id, answer in untold_ticks(outer, answers)}
    assert found == ({} if tick is None else {"none": tick})
    told = {**answers, "none": Answer((False,), VISIT)}
    assert not dict(untold_ticks(outer, told))


# Declarations that cannot be meant.


def item(link_id: str, **about: Any) -> Choice:
    return Choice(**{"link_id": link_id, "code": "", "text": "?", "options": YES_NO, **about})


@pytest.mark.parametrize(
    ("items", "refused"),
    [
        ((item("b", asks_again="a"), item("a")), "not a choice asked before it"),
        ((item("b", asks_again="z"),), "not a choice asked before it"),
        ((item("a", options=(YES, NO)), item("b", asks_again="a")), "one of the same options"),
        (
            (item("a", repeats=True), item("b", asks_again="a", repeats=True)),
            "one of the same options",
        ),
        (
            (
                item("a", options=(YES, NO, NOT_SURE, Option("other", "Other"))),
                item("b", asks_again="a", options=(YES, NO, NOT_SURE, Option("other", "Other"))),
            ),
            "not told apart by how urgent",
        ),
        ((item("a"), item("b", asks_again="a"), item("c", asks_again="a")), "more than twice"),
        ((item("a"), item("b", asks_again="a"), item("c", asks_again="b")), "more than twice"),
        (
            (item("a"), item("b", asks_again="a"), item("c", enable_when=Is("a", ("yes",)))),
            "another question's condition rests",
        ),
        (
            (item("z"), item("a", enable_when=Is("z", ("yes",))), item("b", asks_again="a")),
            "not asked of everybody",
        ),
    ],
)
def test_a_second_asking_that_cannot_be_meant_is_refused(items, refused):
    with pytest.raises(ValueError, match=refused):
        Questionnaire(
            url="u", version="1", title="T", language="en",
            items=(Group(link_id="section", items=items),),
        )  # fmt: skip


def test_a_condition_on_a_tick_that_is_none_is_refused():
    tick = NoToAll(link_id="a", code="", text="?").ticked
    with pytest.raises(ValueError, match="takes 'a' for a tick"):
        Questionnaire(
            url="u", version="1", title="T", language="en",
            items=(Group(link_id="section", items=(item("a"), item("b", enable_when=tick))),),
        )  # fmt: skip
