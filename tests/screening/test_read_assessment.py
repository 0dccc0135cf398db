"""A stored assessment is read as it was stored."""

import json

import pytest

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from screening.finding import Kind, Urgency
from screening.record import UnreadableAssessment, assessment_json, read_assessment
from screening.rules import RULES
from screening.triage import screen
from tests.reports.clinic.front_desk import patients, response_of

MEANING = screen(response_of(patients()["hot"]), RULES)
STORED = assessment_json(MEANING, KNEE_TWITCHING)


def test_what_was_stored_is_read_whole():
    read = read_assessment(json.dumps(STORED).encode())
    assert read.urgency is MEANING.urgency
    assert [one.title for one in read.findings] == [one.title for one in MEANING.findings]
    assert [one.code for one in read.could_not_rule_out] == [
        one.rule.code for one in MEANING.could_not_rule_out
    ]


def test_what_a_later_version_adds_does_not_hide_what_is_known():
    added = {**STORED, "explained_by": ["something new"]}
    assert read_assessment(json.dumps(added).encode()).urgency is MEANING.urgency


def test_questions_recorded_before_their_heading_and_answers_were_are_still_read():
    older = json.loads(json.dumps(STORED))
    for left_open in older["could_not_rule_out"]:
        left_open["ask"] = [
            {name: one[name] for name in ("link_id", "question")} for one in left_open["ask"]
        ]
    read = read_assessment(json.dumps(older).encode())
    now_ = read_assessment(json.dumps(STORED).encode())
    asked = [one for left_open in read.could_not_rule_out for one in left_open.ask]
    today = [one for left_open in now_.could_not_rule_out for one in left_open.ask]
    assert [one.question for one in asked] == [one.question for one in today]
    assert {(one.heading, one.options) for one in asked} == {("", ())}
    assert any(one.heading and one.options for one in today)


@pytest.mark.parametrize("stored", [b"", b"{}", b"[]", b'{"urgency": "Zebedee Madeup"}'])
def test_what_cannot_be_read_says_so_without_repeating_it(stored):
    with pytest.raises(UnreadableAssessment) as told:
        read_assessment(stored)
    assert "Zebedee" not in str(told.value)
    assert told.value.__cause__ is None


def test_findings_that_raise_are_told_from_those_that_are_only_shown():
    read = read_assessment(json.dumps(STORED).encode())
    signs = (Kind.RED_FLAG, Kind.WARNING_SIGN)
    raising = read.of_kind(*signs, raising=True)
    shown = read.of_kind(*signs, raising=False)
    assert {*raising, *shown} == set(read.of_kind(*signs))
    assert all(one.urgency and one.urgency > Urgency.ROUTINE for one in raising)
    assert all(one.urgency in {None, Urgency.ROUTINE} for one in shown)
