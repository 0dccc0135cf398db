"""Staff correct an answer of a finished visit: a new version, nothing lowered in silence."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import update

from house import asked
from house.correction import initials
from intake.correction import Correction as Kept
from intake.kiosk.doors import Saved
from intake.store import audit, issued, staff, submissions
from intake.store.alerts import AlertKind
from intake.store.schema import users
from reports.clinic import doors as clinic
from reports.clinic import wording
from reports.effect import effect
from screening.finding import Urgency
from tests.house.conftest import House
from tests.house.test_clinic import rows, view
from tests.house.test_kiosk import everything
from tests.house.test_papers import finished, on_the_chain, printed
from tests.journeys.desk import words_of

WHY = "Asked aloud: it was the other leg."


def seen(house: House, nurse: str, visit_id: str) -> clinic.CorrectionView:
    found = house.clinic.correction(nurse, visit_id)
    assert isinstance(found, clinic.CorrectionView)
    return found


def wanted(found: clinic.CorrectionView, link_id: str, *values: str, **other) -> clinic.Correction:
    return clinic.Correction(found.submission_id, link_id, values, **{"why": WHY, **other})


def correct(house: House, nurse: str, visit_id: str, link_id: str, *values: str) -> None:
    change = wanted(seen(house, nurse, visit_id), link_id, *values, sure=True)
    assert house.clinic.correct(nurse, visit_id, change) == clinic.Done()


def now_is(house: House, role: staff.Role) -> None:
    """Everybody with an account is this from now on."""
    with house.store.write() as tx:
        tx.connection.execute(update(users).values(role=role.value))


def test_a_safety_yes_corrected_to_no_keeps_both_on_the_page_and_supersedes_the_old_file(house):
    nurse, visit_id = finished(house, "Madeup-Corrected", cold_leg="yes")
    old = printed(house, nurse, visit_id)
    house.passes(minutes=8)
    correct(house, nurse, visit_id, "cold-leg", "no")
    new = printed(house, nurse, visit_id)
    words = " ".join(words_of(new).split())
    for expected in (
        "Version 2 of 09:08, replaces 1 of 09:00",
        "withdrawn by staff: E05",
        "Corrected by staff 09:08 Nora Testnurse: Cold, pale, white or blue leg or foot: No",
        f"was Yes (why: {WHY})",
        "changed from Yes (said by the patient) at 09:08; answered by staff NT",
        "Stopped 20-Nov-2026 09:00",  # as the patient left it
        "Consent: version 1",
    ):
        assert expected in words
    assert words.count("E05") == 1
    with house.store.read() as tx:
        before, after = (issued.standing(tx, issued.digest_of(one)) for one in (old, new))
    assert before
    assert after
    assert (before.version, before.replaced_at) == (1, house.now)
    assert (after.version, after.replaced_at) == (2, None)


def test_the_old_version_stays_and_the_new_one_is_worked_out_and_sealed(house):
    nurse, visit_id = finished(house, cold_leg="yes")
    house.passes(minutes=1)
    correct(house, nurse, visit_id, "cold-leg", "no")
    with house.store.read() as tx:
        first, second = submissions.submissions_of_visit(tx, visit_id)
        kept = second.content.correction
        [entry] = [e for e in audit.entries(tx, second.id) if e.event.detail]
    assert first.content.correction is None
    assert kept
    told = Kept.model_validate_json(kept)
    assert (told.link_id, told.by, told.why) == ("cold-leg", "Nora Testnurse", WHY)
    assert json.loads(first.content.assessment)["urgency"] == "emergency"
    assert json.loads(second.content.assessment)["urgency"] != "emergency"
    assert second.content.consent == first.content.consent
    assert json.loads(second.content.response)["meta"] == {"lastUpdated": house.now.isoformat()}
    assert entry.event.detail == f"replaces {first.id}"
    assert entry.event.actor.startswith("staff:")
    assert WHY not in str(on_the_chain(house, visit_id))
    for name in ("anteroom.db", "anteroom.db-wal"):
        assert WHY.encode() not in (house.folder / name).read_bytes()
    assert view(house, nurse, visit_id).corrected[0].correction == told


def test_nothing_is_lowered_until_somebody_says_they_are_sure(house):
    nurse, visit_id = finished(house, cold_leg="yes")
    change = wanted(seen(house, nurse, visit_id), "cold-leg", "no")
    tried = house.clinic.try_correction(nurse, visit_id, change)
    assert isinstance(tried, clinic.CorrectionTried)
    came = effect(tried.view.meaning, tried.after)
    assert (came.before, came.lowers, came.needs_confirming) == (Urgency.EMERGENCY, True, True)
    assert {one.code for one in came.gone} >= {"E05"}
    refused = house.clinic.correct(nurse, visit_id, change)
    assert refused == clinic.Refused(wording.CORRECT_UNSURE, "sure")
    assert seen(house, nurse, visit_id).version == 1
    [row] = rows(house, nurse)
    assert row.urgency is Urgency.EMERGENCY
    correct(house, nurse, visit_id, "cold-leg", "no")
    [row] = rows(house, nurse)
    assert row.urgency < Urgency.EMERGENCY
    assert row.open_notices  # told of the emergency, and nobody has come yet


def test_what_rises_is_told_to_staff_at_once_and_again_when_it_comes_back(house):
    nurse, visit_id = finished(house)
    assert not rows(house, nurse)[0].notices
    for times in (1, 2):
        house.passes(minutes=1)
        correct(house, nurse, visit_id, "cold-leg", "yes")
        [row] = rows(house, nurse)
        assert (row.urgency, row.final) == (Urgency.EMERGENCY, True)
        assert [one.kind for one in row.open_notices] == [AlertKind.EMERGENCY]
        assert len(row.notices) == times
        open_ids = tuple(one.alert_id for one in row.open_notices)
        house.clinic.acknowledge(nurse, open_ids, "Pulse felt.")
        correct(house, nurse, visit_id, "cold-leg", "no")
    assert rows(house, nurse)[0].open_notices == ()


def test_two_who_correct_the_same_version_do_not_overwrite_each_other(house):
    nurse, visit_id = finished(house)
    stale = wanted(seen(house, nurse, visit_id), "cold-leg", "yes")
    correct(house, nurse, visit_id, "worst-pain", "9")
    refused = house.clinic.correct(nurse, visit_id, stale)
    assert refused == clinic.Refused(wording.CORRECT_STALE, "base")
    assert house.clinic.try_correction(nurse, visit_id, stale) == refused
    now = seen(house, nurse, visit_id)
    assert now.version == 2
    answers = now.meaning.response.answers
    assert (answers["worst-pain"].values, answers["cold-leg"].values) == (("9",), ("no",))


def test_what_cannot_be_taken_is_refused_and_changes_nothing(house):
    nurse, visit_id = finished(house)
    now = seen(house, nurse, visit_id)
    wrong = {
        "an option there is not": (wanted(now, "cold-leg", "perhaps"), "value"),
        "a question not asked": (wanted(now, "weakness-speed", "days"), "value"),
        "the same answer": (wanted(now, "cold-leg", "no"), "value"),
        "no reason": (wanted(now, "cold-leg", "yes", why="  "), "why"),
    }
    for change, field in wrong.values():
        for door in (house.clinic.try_correction, house.clinic.correct):
            refused = door(nurse, visit_id, change)
            assert isinstance(refused, clinic.Refused)
            assert refused.field == field
            assert refused.reason.endswith(".")
    assert seen(house, nurse, visit_id) == now


def test_a_clinician_corrects_and_the_front_desk_does_not(house):
    nurse, visit_id = finished(house)
    change = wanted(seen(house, nurse, visit_id), "worst-pain", "9")
    now_is(house, staff.Role.FRONT_DESK)
    refused = clinic.Refused(wording.CORRECT_NOT_YOURS)
    assert house.clinic.correction(nurse, visit_id) == refused
    assert house.clinic.try_correction(nurse, visit_id, change) == refused
    assert house.clinic.correct(nurse, visit_id, change) == refused
    now_is(house, staff.Role.CLINICIAN)
    assert house.clinic.correct(nurse, visit_id, change) == clinic.Done()


def test_there_is_nothing_to_correct_before_the_end_or_without_a_session(house):
    nurse, tablet = house.nurse(), house.patient()
    house.answer(tablet, 0, worst_pain="3")
    [row] = rows(house, nurse)
    change = clinic.Correction("x", "worst-pain", ("4",), WHY)
    for visit_id in (row.visit_id, "x"):
        assert house.clinic.correction(nurse, visit_id) == clinic.NotThere()
        assert house.clinic.correct(nurse, visit_id, change) == clinic.NotThere()
    assert house.clinic.correction("invented", row.visit_id) == clinic.SignedOut()
    assert house.clinic.correct("invented", row.visit_id, change) == clinic.SignedOut()


def test_answers_to_other_questions_than_todays_are_not_corrected_here(house, monkeypatch):
    nurse, visit_id = finished(house)
    newer = replace(asked.QUESTIONNAIRE, version="2999.01.1")
    monkeypatch.setattr(asked, "QUESTIONNAIRE", newer)
    refused = house.clinic.correction(nurse, visit_id)
    assert refused == clinic.Refused(wording.CORRECT_OTHER_QUESTIONS)


def test_looking_at_it_is_on_the_record_once(house):
    nurse, visit_id = finished(house)
    for _ in range(2):
        seen(house, nurse, visit_id)
    actions = [event.action for _, event in on_the_chain(house, visit_id)]
    assert actions.count("visit.read") == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nora Testnurse", "NT"),
        ("R. Sample, RN", "RS"),
        ("nora", "N"),
        ("a b c d e f", "ABCD"),
        (" , RN", "?"),
    ],
)
def test_initials(name, expected):
    assert initials(name) == expected


def test_a_text_typed_slowly_and_erased_is_on_the_page_until_staff_put_it_right(house):
    nurse, tablet = house.nurse(), house.patient("Madeup-Slow")
    house.answer(tablet, 0, **everything())
    text = "My knee jumps, and some days I want to die. It is hard, and it hurts at night."
    for saved, letters in enumerate([*range(1, len(text)), *range(len(text), -1, -3)], start=1):
        house.answer(tablet, saved, anything_else=text[:letters].strip())
    assert isinstance(house.kiosk.submit(tablet, saved + 1), Saved)
    [row] = rows(house, nurse)
    assert row.urgency is Urgency.SAME_DAY
    words = " ".join(words_of(printed(house, nurse, row.visit_id)).split())
    assert f"Written before by the patient, then taken back: “{text}”" in words
    correct(house, nurse, row.visit_id, "anything-else", "Asked: it was said in anger.")
    assert rows(house, nurse)[0].urgency is Urgency.ROUTINE
    words = " ".join(words_of(printed(house, nurse, row.visit_id)).split())
    assert "Written before by the patient, put right by staff NT:" in words


def test_the_age_read_back_is_the_age_on_the_day_of_the_clinic(house):
    house.passes(hours=13)  # the eve of a birthday in New York, and the birthday in UTC
    nurse, tablet = house.nurse(), house.patient("Madeup-Eve")
    house.answer(tablet, 0, **everything())
    house.answer(tablet, 1, birth_date="1976-11-21")
    house.kiosk.submit(tablet, 2)
    visit_id = rows(house, nurse)[0].visit_id
    assert view(house, nurse, visit_id).response.answers["age"].values == (49,)
    correct(house, nurse, visit_id, "worst-pain", "9")
    assert view(house, nurse, visit_id).response.answers["age"].values == (49,)
