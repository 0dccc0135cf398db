"""Somebody else takes over, or answers again: both are kept, and the more urgent one counts."""

from datetime import UTC, date, datetime, timedelta

import pytest

from intake.answers import Answer, Informant, revise
from intake.draft import Draft, Given, Moment, draft_bytes, give, read_draft
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.response import QuestionnaireResponse, Status, facts
from screening.assessment import Disagreement
from screening.rules import RULES
from screening.triage import screen

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
WORST = {
    "weakness": "yes",
    "toes-drag": "yes",
    "thinner": "yes",
    "numbness": "new",
    "walking-or-balance": "unsteady",
}


def given(draft, minute, **said):
    answers = {link_id.replace("_", "-"): Given((value,)) for link_id, value in said.items()}
    moment = Moment(NOW + timedelta(minutes=minute), date(2026, 11, 20))
    return give(KNEE_TWITCHING, draft, answers, moment)


def response(draft):
    stored = read_draft(draft_bytes(draft), KNEE_TWITCHING)
    return QuestionnaireResponse(KNEE_TWITCHING, NOW, Status.COMPLETED, stored.answers)


def of_both(link_id, patient, companion):
    """The patient answers; then somebody helps, and answers the same question."""
    draft = given(Draft(), 0, who_answers="me", **{link_id: patient})
    draft = given(draft, 1, who_answers="someone-helps")
    return given(draft, 2, **{link_id: companion})


@pytest.mark.parametrize("link_id", WORST)
@pytest.mark.parametrize("worst_by", ["patient", "companion"])
def test_the_more_urgent_of_two_people_counts_and_both_are_kept_by_name(link_id, worst_by):
    said = ("no", WORST[link_id]) if worst_by == "companion" else (WORST[link_id], "no")
    record = response(of_both(link_id, *said))
    assert facts(record).of[link_id].values == (WORST[link_id],)
    people = (Informant.PATIENT, Informant.COMPANION)
    expected = tuple((who, (value,)) for who, value in zip(people, said, strict=True))
    assert Disagreement(link_id, expected) in screen(record, RULES).disagreements


def test_what_both_said_alike_is_no_disagreement():
    record = response(of_both("weakness", "no", "no"))
    assert "weakness" not in {one.link_id for one in screen(record, RULES).disagreements}
    assert facts(record).of["weakness"].values == ("no",)


def test_answers_given_before_stay_those_of_the_patient():
    answers = response(of_both("weakness", "no", "yes")).answers
    draft = given(Draft(answers), 3, thinner="no")
    assert draft.answers["weakness"].by is Informant.COMPANION
    assert draft.answers["weakness"].replaced[0].by is Informant.PATIENT
    assert draft.answers["thinner"].by is Informant.COMPANION


def test_staff_who_confirm_settle_it():
    record = response(of_both("weakness", "yes", "no"))
    answer = Answer(("no",), NOW + timedelta(minutes=9), Informant.STAFF, "QX")
    settled = {**record.answers, "weakness": revise(record.answers["weakness"], answer)}
    record = record.with_answers(settled)
    assert facts(record).of["weakness"].values == ("no",)
    assert "weakness" not in {one.link_id for one in screen(record, RULES).disagreements}
