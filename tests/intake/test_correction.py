"""Staff put an answer right: it settles what was said before, and what was said before stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from intake.answers import Answer, Informant, Mode
from intake.correction import PutRight, correctable, is_settled, put_right
from intake.fhir import ResponseError
from intake.response import QuestionnaireResponse, enabled, facts
from tests.patients import VISIT, response_of

LATER = VISIT + timedelta(minutes=40)
USUAL = {"movement": "ripple", "how_long": "1-to-4-weeks", "twitch_place": ["right-shin"]}


def patient(**answers: object) -> QuestionnaireResponse:
    """A made-up man of 62 to whom nothing happened but this."""
    stated = {link_id.replace("_", "-"): given for link_id, given in {**USUAL, **answers}.items()}
    return response_of({"birth": {"age": 62, "sex": "male"}, "answers": stated})


def right(link_id: str, *values: str, at: datetime = LATER) -> PutRight:
    return PutRight(link_id, values, at, "NT")


def test_the_new_answer_carries_who_and_when_and_the_old_one():
    before = patient(cold_leg="yes")
    after = put_right(before, right("cold-leg", "no")).answers["cold-leg"]
    assert (after.values, after.by, after.initials, after.at) == (
        ("no",), Informant.STAFF, "NT", LATER,
    )  # fmt: skip
    assert after.replaced == (before.answers["cold-leg"],)


def test_what_staff_say_settles_what_the_patient_took_back():
    before = patient(cold_leg="no")
    yes = Answer(("yes",), VISIT - timedelta(minutes=3))
    said = replace(before.answers["cold-leg"], replaced=(yes,))
    before = before.with_answers({**before.answers, "cold-leg": said})
    assert facts(before).of["cold-leg"].values == ("yes",)
    after = put_right(before, right("cold-leg", "no"))
    assert facts(after).of["cold-leg"].values == ("no",)
    assert not is_settled(before, after)


def test_the_answer_it_is_already_puts_nothing_right():
    before = patient(cold_leg="no")
    assert is_settled(before, put_right(before, right("cold-leg", "no")))
    assert not is_settled(before, put_right(before, right("cold-leg", "yes")))


def test_what_is_asked_no_longer_is_set_aside_and_what_is_asked_now_is_open():
    before = patient(weakness="yes", **{"weakness-speed": "days", "weak-where": ["one-leg"]})
    after = put_right(before, right("weakness", "no"))
    asked = {item.link_id for item in enabled(after)}
    assert "weakness-speed" not in asked
    assert "weakness-speed" in after.answers
    again = put_right(patient(), right("weakness", "yes"))
    assert "weakness-speed" in {item.link_id for item in correctable(again)}


@pytest.mark.parametrize("others", [Mode.GROUP, Mode.SINGLE])
def test_the_tick_below_a_grid_follows_its_rows(others):
    before = patient()
    tick, row = "right-now-no-to-all", "bladder-or-bowel"
    grouped = {
        link_id: replace(answer, mode=Mode.GROUP if link_id == row else others)
        for link_id, answer in before.answers.items()
        if answer.values == ("no",)
    }
    before = before.with_answers({**grouped, tick: Answer((True,), VISIT)})
    after = put_right(before, right(row, "yes"))
    assert after.answers[tick].values == (others is Mode.GROUP,)


def test_another_birth_date_is_another_age_on_the_day_of_the_visit():
    after = put_right(patient(), right("birth-date", "1944-03-14", at=VISIT + timedelta(days=400)))
    assert after.answers["age"].values == (82,)
    assert after.patient.birth_date == date(1944, 3, 14)
    assert after.authored == VISIT


@pytest.mark.parametrize(
    ("link_id", "values"),
    [
        ("cold-leg", ("perhaps",)),
        ("cold-leg", ("yes", "no")),
        ("cold-leg", ()),
        ("cold-leg", ("",)),
        ("conditions", ("none", "gout")),
        ("birth-date", ("1950-02-31",)),
        ("birth-date", ("2999-01-01",)),
        ("age", ("40",)),
        ("right-now-no-to-all", ("true",)),
        ("weakness-speed", ("days",)),
        ("nothing-of-ours", ("yes",)),
        ("anything-else", ("",)),
        ("anything-else", ("x" * 2001,)),
    ],
)
def test_what_cannot_be_an_answer_is_refused_with_a_sentence(link_id, values):
    with pytest.raises(ResponseError, match=r"\.$"):
        put_right(patient(), right(link_id, *values))
