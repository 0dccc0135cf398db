"""A visit being filled in: what the tablet sends is checked, and what was said is kept."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Informant, Mode
from intake.draft import Draft, Given, Moment, draft_bytes, give, given_back, informant, read_draft
from intake.fhir import ResponseError
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from tests.strategies import responses

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)


def at(second: int = 0) -> Moment:
    return Moment(START + timedelta(seconds=second), TODAY)


def given_one(
    draft: Draft, link_id: str, *values: str, second: int = 0, group: bool = False
) -> Draft:
    return give(KNEE_TWITCHING, draft, {link_id: Given(values, group)}, at(second))


def refusal(link_id: str, *values: str) -> str:
    before = given_one(Draft(), "who-answers", "me")
    with pytest.raises(ResponseError) as refused:
        given_one(before, link_id, *values)
    return str(refused.value)


# Storing.


@settings(max_examples=50)
@given(responses(), st.sampled_from([None, "right-now"]))
def test_a_draft_is_read_back_as_it_was_stored(response, screen):
    draft = Draft(response.answers, screen)
    assert read_draft(draft_bytes(draft), KNEE_TWITCHING) == draft


def test_a_tick_stays_a_tick_and_a_number_a_number():
    draft = given_one(Draft(), "birth-date", "1976-06-01")
    draft = given_one(draft, "right-now-no-to-all", "true")
    again = read_draft(draft_bytes(draft), KNEE_TWITCHING).answers
    assert again["right-now-no-to-all"].values == (True,)
    assert isinstance(again["right-now-no-to-all"].values[0], bool)
    assert again["birth-date"].values == (date(1976, 6, 1),)
    assert (again["age"].values, type(again["age"].values[0])) == ((50,), int)


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b'{"answers": {}}', b'{"answers": {}, "at": null, "more": 1}', b"\xff\xfe"],
)
def test_a_stored_draft_that_cannot_be_read_is_refused_in_a_sentence(raw):
    with pytest.raises(ResponseError, match="cannot be read"):
        read_draft(raw, KNEE_TWITCHING)


def test_a_stored_draft_of_another_questionnaire_is_refused_naming_the_item():
    raw = draft_bytes(given_one(Draft(), "who-answers", "me")).replace(b"who-answers", b"who-asks")
    with pytest.raises(ResponseError, match=r"who-asks: .*no such item"):
        read_draft(raw, KNEE_TWITCHING)


# Giving answers.


def test_answers_not_given_again_stay():
    draft = given_one(given_one(Draft(), "trend", "same"), "trouble", "a-little", second=5)
    assert draft.answers["trend"].values == ("same",)
    assert draft.answers["trend"].at == START


def test_a_changed_answer_keeps_what_it_replaced():
    draft = given_one(Draft(), "cold-leg", "yes")
    draft = given_one(draft, "cold-leg", "no", second=5)
    kept = draft.answers["cold-leg"]
    assert (kept.values, kept.at) == (("no",), START + timedelta(seconds=5))
    assert [past.values for past in kept.replaced] == [("yes",)]


def test_sending_the_whole_state_again_changes_nothing():
    draft = given_one(Draft(), "cold-leg", "yes")
    assert give(KNEE_TWITCHING, draft, given_back(draft), at(9)).answers == draft.answers


def test_what_is_given_back_is_what_the_tablet_sent():
    sent = {
        "birth-date": Given(("1976-06-01",)),
        "cold-leg": Given(("no",), group=True),
        "right-now-no-to-all": Given(("true",)),
        "operations": Given(("knee-needle", "not-sure")),
        "anything-else": Given(("It flutters.",)),
    }
    back = given_back(give(KNEE_TWITCHING, Draft(), sent, at()))
    assert back.pop("age") == Given(("50",))
    assert back == sent


def test_no_to_all_is_remembered_as_an_answer_given_for_the_group():
    assert given_one(Draft(), "cold-leg", "no", group=True).answers["cold-leg"].mode is Mode.GROUP
    assert given_one(Draft(), "cold-leg", "no").answers["cold-leg"].mode is Mode.SINGLE


def test_what_may_be_skipped_can_be_withdrawn():
    draft = given_one(Draft(), "anything-else", "It flutters.")
    assert "anything-else" not in given_one(draft, "anything-else", "").answers
    assert "anything-else" not in given_one(draft, "anything-else").answers


def test_the_draft_given_to_is_not_touched():
    before = given_one(Draft(), "cold-leg", "yes")
    given_one(before, "cold-leg", "no", second=1)
    assert before.answers["cold-leg"].values == ("yes",)


# Who answers.


@pytest.mark.parametrize(
    ("who", "by"),
    [
        ("me", Informant.PATIENT),
        ("someone-helps", Informant.COMPANION),
        ("guardian", Informant.GUARDIAN),
        ("staff", Informant.STAFF),
    ],
)
def test_who_gives_the_answers_is_what_the_first_question_says(who, by):
    assert informant((who,)) is by
    draft = given_one(Draft(), "who-answers", who)
    assert given_one(draft, "cold-leg", "no").answers["cold-leg"].by is by
    together = {"cold-leg": Given(("no",)), "who-answers": Given((who,))}
    assert give(KNEE_TWITCHING, Draft(), together, at()).answers["cold-leg"].by is by


def test_as_long_as_nobody_said_otherwise_it_is_the_patient():
    assert informant(()) is Informant.PATIENT


# Age.


def test_age_follows_from_the_birth_date_and_the_day_of_the_visit():
    assert given_one(Draft(), "birth-date", "1976-11-20").answers["age"].values == (50,)
    assert given_one(Draft(), "birth-date", "1976-11-21").answers["age"].values == (49,)


def test_a_corrected_birth_date_corrects_the_age():
    draft = given_one(given_one(Draft(), "birth-date", "1976-06-01"), "birth-date", "2016-06-01")
    assert draft.answers["age"].values == (10,)


def test_age_is_never_taken_from_the_tablet():
    assert "age" not in given_one(Draft(), "age", "12").answers
    draft = given_one(Draft(), "birth-date", "1976-06-01")
    assert given_one(draft, "age", "12").answers["age"].values == (50,)


# What is refused. Each sentence names the item.


@pytest.mark.parametrize(
    ("link_id", "values", "sentence"),
    [
        ("shoe-size", ("42",), "no such item"),
        ("cold-leg", ("maybe",), "has no option 'maybe'"),
        ("cold-leg", ("",), "has no option ''"),
        ("cold-leg", (), "is empty"),
        ("cold-leg", ("yes", "no"), "takes one answer"),
        ("cold-leg", ("yes", "yes"), "takes one answer"),
        ("operations", ("none", "knee-needle"), "cannot stand beside"),
        ("operations", ("knee-needle", "knee-needle"), "takes one answer"),
        ("operations", ("knee-needle", "hip"), "has no option 'hip'"),
        ("anything-else", ("x" * 2001,), "longer than 2000"),
        ("anything-else", ("x" * 1_000_000,), "longer than 2000"),
        ("birth-date", ("2026-02-31",), "not in the calendar"),
        ("birth-date", ("yesterday",), "not in the calendar"),
        ("birth-date", ("2026-11-21",), "cannot be a date of birth"),
        ("birth-date", ("1899-12-31",), "cannot be a date of birth"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_refused_naming_the_item(link_id, values, sentence):
    said = refusal(link_id, *values)
    assert said.startswith(f"{link_id}: ")
    assert sentence in said
    assert len(said) < 200


def test_one_bad_answer_refuses_the_whole_change():
    before = given_one(Draft(), "cold-leg", "yes")
    both = {"cold-leg": Given(("no",)), "fever-or-ill": Given(("maybe",))}
    with pytest.raises(ResponseError, match="fever-or-ill"):
        give(KNEE_TWITCHING, before, both, at(1))
    assert before.answers["cold-leg"].values == ("yes",)


@pytest.mark.parametrize("day", ["1900-01-01", "2026-11-20"])
def test_the_oldest_patient_and_one_born_today_are_taken(day):
    assert given_one(Draft(), "birth-date", day).answers["birth-date"].values == (
        date.fromisoformat(day),
    )


def test_text_of_the_greatest_length_is_taken_whole():
    assert given_one(Draft(), "anything-else", "x" * 2000).answers["anything-else"].values == (
        "x" * 2000,
    )


def test_what_a_patient_typed_stays_in_no_cache():
    raw = draft_bytes(given_one(Draft(), "anything-else", "words of my own"))
    first, second = (read_draft(raw, KNEE_TWITCHING).answers["anything-else"] for _ in range(2))
    assert first.values == second.values
    assert first.values[0] is not second.values[0]
