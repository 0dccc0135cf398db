"""What the rules may take from the answers: unknown is never no, and nothing said is lost."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given

from intake.answers import Answer, Informant, Truth
from intake.criteria import Fact, Interrupted, LeftOpen, State, evaluate
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.option import Option
from intake.questionnaire import Choice, Group, Questionnaire, Role
from intake.response import (
    QuestionnaireResponse,
    Status,
    age_on,
    enabled,
    facts,
    facts_as_shown,
    facts_of_each,
)
from tests.strategies import RAISING, complicated_patients, patient
from tests.strategies import asked as asked_of

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
NO = Option("no", "No")
YES = Option("yes", "Yes", concern=3)
NOT_SURE = Option("not-sure", "Not sure", concern=2, unknown=True)
SOME = Option("some", "Some", concern=1)
NONE = Option("none", "None of these", exclusive=True)
HOT, RED = Option("hot", "Hot", concern=3), Option("red", "Red", concern=3)

KNEE = Choice(
    link_id="knee", code="", text="?", options=(YES, SOME, NO, NOT_SURE), role=Role.SAFETY
)
LOOK = Choice(
    link_id="look",
    code="",
    text="?",
    options=(HOT, RED, NONE, NOT_SURE),
    repeats=True,
    role=Role.WARNING,
    enable_when=KNEE.is_(YES),
)
WHERE = Choice(link_id="where", code="", text="?", options=(YES, NO), enable_when=LOOK.is_(HOT))
BEAT = Option("beat", "Beat", stands=True)
HABIT = Choice(link_id="habit", code="", text="?", options=(YES, BEAT, NO, NOT_SURE))
SMALL = Questionnaire(
    url="https://clinic.example/q",
    version="1",
    title="Q",
    language="en",
    items=(
        Group(
            link_id="section",
            items=(
                KNEE,
                Group(
                    link_id="about",
                    enable_when=KNEE.is_(YES, SOME),
                    items=(LOOK, WHERE),
                ),
                HABIT,
            ),
        ),
    ),
)


def said(*values: str, by: Informant = Informant.PATIENT) -> Answer:
    return Answer(values, NOW, by)


def confirmed(*values: str) -> Answer:
    return Answer(values, NOW, Informant.STAFF, "QX")


def changed(*answers: Answer) -> Answer:
    """The last of several answers to one item, the others replaced by it."""
    timed = [replace(a, at=NOW + timedelta(seconds=n)) for n, a in enumerate(answers)]
    return replace(timed[-1], replaced=tuple(timed[:-1]))


def response(how_far: Status = Status.COMPLETED, /, **answers: Answer) -> QuestionnaireResponse:
    return QuestionnaireResponse(SMALL, NOW, how_far, answers)


# Where an item stands (off, open, not reached, answered).


@pytest.mark.parametrize(
    ("knee", "look"),
    [
        (None, State.NOT_REACHED),
        ("not-sure", State.NOT_REACHED),
        ("no", State.OFF),
        ("some", State.OFF),
        ("yes", State.OPEN),
    ],
)
@pytest.mark.parametrize("status", list(Status))
def test_an_item_off_because_its_condition_is_open_or_not_sure_is_not_reached(knee, look, status):
    answers = {"knee": said(knee)} if knee else {}
    assert facts(response(status, **answers)).of["look"] == Fact(look)


@pytest.mark.parametrize(
    ("knee", "is_hot"),
    [(None, Truth.UNKNOWN), ("not-sure", Truth.UNKNOWN), ("no", Truth.NO), ("yes", Truth.UNKNOWN)],
)
def test_what_was_not_asked_is_not_so_only_when_its_condition_is_known_to_be_false(knee, is_hot):
    answers = {"knee": said(knee)} if knee else {}
    assert evaluate(LOOK.is_(HOT), facts(response(**answers))) is is_hot


def test_being_off_is_handed_down_to_what_hangs_on_the_item():
    known = facts(response(knee=said("no"))).of
    assert (known["look"].state, known["where"].state) == (State.OFF, State.OFF)


def test_not_being_known_is_handed_down_too():
    known = facts(response(knee=said("yes"), look=said("not-sure"))).of
    assert known["where"].state is State.NOT_REACHED


def test_a_tick_beside_not_sure_counts_and_what_was_not_ticked_is_unknown():
    known = facts(response(knee=said("yes"), look=said("hot", "not-sure")))
    assert evaluate(LOOK.is_(HOT), known) is Truth.YES
    assert evaluate(LOOK.is_(RED), known) is Truth.UNKNOWN


def test_none_of_these_rules_every_tick_out():
    known = facts(response(knee=said("yes"), look=said("none")))
    assert evaluate(LOOK.is_(HOT), known) is Truth.NO


# Set-aside answers.


def test_an_answer_to_an_item_no_longer_asked_is_set_aside_and_returns_with_it():
    answers = {"look": said("hot"), "habit": said("no")}
    once = response(knee=said("yes"), **answers)
    gone = response(knee=said("no"), **answers)
    back = gone.with_answers({**gone.answers, "knee": said("yes")})
    assert facts(gone).of["look"] == Fact(State.OFF)
    assert facts(once).of["look"] == facts(back).of["look"] == Fact(State.ANSWERED, ("hot",))


def test_a_set_aside_answer_opens_nothing():
    gone = response(knee=said("no"), look=said("hot"), where=said("yes"))
    assert facts(gone).of["where"].state is State.OFF
    assert facts_as_shown(gone).of["where"].state is State.OFF


# A safety item counts as the most urgent of its values until staff confirm.


def standing(*answers: Answer, item: str = "knee") -> tuple[object, ...]:
    return facts(response(**{item: changed(*answers)})).of[item].values


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [
        ("yes", "no", ("yes",)),
        ("no", "yes", ("yes",)),
        ("yes", "not-sure", ("yes",)),
        ("not-sure", "no", ("not-sure",)),
        ("no", "not-sure", ("not-sure",)),
        ("some", "not-sure", ("not-sure", "some")),
        ("not-sure", "some", ("not-sure", "some")),
        ("not-sure", "yes", ("yes",)),
        ("some", "no", ("some",)),
        ("no", "no", ("no",)),
    ],
)
def test_the_most_urgent_thing_said_stands(first, last, counts):
    assert standing(said(first), said(last)) == counts


def test_the_most_urgent_thing_said_stands_however_long_ago():
    assert standing(said("yes"), said("no"), said("not-sure"), said("no")) == ("yes",)


def test_staff_who_put_an_answer_right_settle_what_was_said():
    assert standing(said("yes"), confirmed("no")) == ("no",)


@pytest.mark.parametrize("by", Informant)
def test_what_anybody_takes_back_at_a_tablet_still_stands(by):
    assert standing(said("yes"), said("no", by=by)) == ("yes",)


def test_what_is_said_after_staff_can_raise_again():
    assert standing(said("yes"), confirmed("no"), said("yes")) == ("yes",)


def test_what_stands_decides_what_is_unknown():
    known = facts(response(knee=changed(said("not-sure"), said("no")))).of
    assert known["knee"].unsure
    assert known["look"].state is State.NOT_REACHED


def test_ticks_that_were_taken_back_still_stand_beside_the_new_ones():
    many = changed(said("hot"), said("red"), said("none"))
    known = facts(response(knee=said("yes"), look=many)).of["look"]
    assert set(known.values) == {"hot", "red"}


def test_ticks_that_staff_took_back_are_gone():
    many = changed(said("hot"), confirmed("none"))
    assert facts(response(knee=said("yes"), look=many)).of["look"].values == ("none",)


def test_none_of_these_given_twice_is_still_none_of_these():
    many = changed(said("none"), said("none", by=Informant.COMPANION))
    assert facts(response(knee=said("yes"), look=many)).of["look"].values == ("none",)


def test_of_a_question_about_context_only_the_last_answer_counts():
    assert standing(said("yes"), said("no"), item="habit") == ("no",)


def test_but_what_a_red_flag_rests_on_counts_beside_it_until_staff_confirm():
    assert standing(said("beat"), said("no"), item="habit") == ("no", "beat")
    assert standing(said("beat"), confirmed("no"), item="habit") == ("no",)


def test_of_ticks_only_those_that_stand_count_beside_the_last():
    answers = {"operations": changed(said("knee-needle", "back-surgery"), said("none"))}
    known = facts(QuestionnaireResponse(KNEE_TWITCHING, NOW, answers=answers)).of["operations"]
    assert set(known.values) == {"knee-needle", "back-surgery"}


def test_a_pain_score_corrected_upward_counts_as_corrected():
    """Scores 2 and 5 are of the same concern to a reader in a hurry, but not to every rule."""
    answers = {"worst-pain": changed(said("2"), said("5"))}
    corrected = QuestionnaireResponse(KNEE_TWITCHING, NOW, answers=answers)
    assert facts(corrected).of["worst-pain"].values == ("5",)


def test_a_pain_score_corrected_downward_still_counts_until_staff_confirm():
    answers = {"worst-pain": changed(said("5"), said("2"))}
    corrected = QuestionnaireResponse(KNEE_TWITCHING, NOW, answers=answers)
    assert facts(corrected).of["worst-pain"].values == ("5",)


# What the screen goes by.


def test_the_screen_goes_by_the_last_answer_alone():
    taken_back = response(knee=changed(said("yes"), said("no")))
    assert facts_as_shown(taken_back).of["look"].state is State.OFF
    assert facts(taken_back).of["look"].state is State.OPEN


def test_on_the_screen_not_sure_opens_nothing():
    assert facts_as_shown(response(knee=said("not-sure"))).of["look"].state is State.OFF


def test_what_is_asked_comes_in_the_order_of_the_questionnaire():
    asked = enabled(response(Status.IN_PROGRESS, habit=said("no"), knee=said("yes")))
    assert [item.link_id for item in asked] == ["knee", "look", "habit"]


@given(complicated_patients())
def test_whatever_the_screen_shows_the_rules_take_for_asked(latent):
    response = asked_of(latent)
    known = facts_of_each(response).of
    assert all(known[link_id].state is State.ANSWERED for link_id in response.answers)
    for item in enabled(response):
        assert known[item.link_id].state in {State.ANSWERED, State.OPEN}


@pytest.mark.parametrize("item", RAISING, ids=lambda item: item.link_id)
def test_whatever_the_screen_shows_after_a_change_the_rules_take_for_asked_too(item):
    """Otherwise an answer could be asked for and then be refused or ignored.

    Only whether two answers fit together is asked of the last ones said, while the most urgent one
    that stands may agree with the other.
    """
    for first in item.options:
        for last in item.options:
            answers = {
                **patient().answers,
                item.link_id: changed(said(first.code), said(last.code)),
            }
            after = QuestionnaireResponse(KNEE_TWITCHING, NOW, answers=answers)
            known = facts(after).of
            for shown in enabled(after):
                if shown.link_id.startswith("check-"):
                    continue
                assert known[shown.link_id].state in {State.ANSWERED, State.OPEN}, shown.link_id


# How an interview ends.


@pytest.mark.parametrize(
    ("status", "left_open", "interrupted"),
    [
        (Status.IN_PROGRESS, Truth.UNKNOWN, Truth.UNKNOWN),
        (Status.COMPLETED, Truth.YES, Truth.NO),
        (Status.STOPPED, Truth.YES, Truth.YES),
    ],
)
def test_what_is_open_counts_once_the_interview_has_ended(status, left_open, interrupted):
    known = facts(response(status))
    assert evaluate(LeftOpen("knee"), known) is left_open
    assert evaluate(Interrupted(), known) is interrupted


# Age.


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(1976, 6, 1), date(2026, 6, 1), 50),
        (date(1976, 6, 2), date(2026, 6, 1), 49),
        (date(2026, 6, 1), date(2026, 6, 1), 0),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 12, 31), date(2026, 1, 1), 17),
    ],
)
def test_age_is_counted_in_full_years(born, day, years):
    assert age_on(born, day) == years


def test_the_harmless_patient_is_asked_everything_that_is_asked_of_everybody():
    always = [placed.item.link_id for placed in KNEE_TWITCHING.placed if not placed.conditions]
    asked = {item.link_id for item in enabled(patient())}
    assert set(always) <= asked
