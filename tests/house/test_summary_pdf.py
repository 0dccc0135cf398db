"""The page of a stored visit says what was stored, whatever the rules of today would say."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from house.asked import QUESTIONNAIRE
from house.summary_pdf import Known, summary_pdf
from intake.store import submissions
from intake.store.submissions import Submission
from reports import plain_wording, wording
from reports.pdf.plain import NoPaperError
from reports.protocol import protocol
from reports.thresholds import content_files, thresholds
from screening.signed import SIGNED
from tests.house.conftest import House
from tests.house.test_clinic import rows
from tests.house.test_kiosk import everything
from tests.journeys.desk import words_of

KNOWN = Known(None, "Anteroom 0.0.0", lambda _: None)


@pytest.fixture
def stored(house: House) -> Submission:
    nurse, tablet = house.nurse(), house.patient("Madeup-Kept")
    house.answer(tablet, 0, **everything(cold_leg="yes"))
    [row] = rows(house, nurse)
    seen = tuple(notice.alert_id for notice in row.open_notices)
    house.clinic.acknowledge(nurse, seen, "Pulse felt.")
    house.kiosk.submit(tablet, 1)
    with house.store.read() as tx:
        return submissions.submissions_of_visit(tx, row.visit_id)[-1]


def rewritten(stored: Submission, **other: object) -> Submission:
    assessment = {**json.loads(stored.content.assessment), **other}
    content = replace(stored.content, assessment=json.dumps(assessment).encode())
    return replace(stored, content=content)


def test_an_assessment_of_other_rules_is_printed_and_not_worked_out_anew(stored):
    [first, *_] = json.loads(stored.content.assessment)["findings"]
    older = {**first, "title": "What older rules called it", "code": "E99"}
    versions = {"rules_version": "2020.01.1", "questionnaire_version": "2019.02.2"}
    words = words_of(
        summary_pdf([rewritten(stored, findings=[older], **versions)], [], KNOWN, QUESTIONNAIRE)
    )
    assert "What older rules called it" in words
    assert "questionnaire 2019.02.2 · rules 2020.01.1" in words
    assert first["title"] not in words
    assert "RED FLAGS: 1" in words


def test_a_key_this_program_does_not_know_yet_hides_nothing(stored):
    added = rewritten(stored, added_later={"by": "a later version"})
    assert summary_pdf([added], [], KNOWN, QUESTIONNAIRE) == summary_pdf(
        [stored], [], KNOWN, QUESTIONNAIRE
    )


def test_what_cannot_be_read_is_not_printed_as_if_nothing_had_been_found(stored):
    said: list[str] = []
    known = replace(KNOWN, report=said.append)
    broken = replace(stored, content=replace(stored.content, assessment=b"{}"))
    words = words_of(summary_pdf([broken], [], known, QUESTIONNAIRE))
    assert plain_wording.NOT_READ_FINDINGS in words
    assert "Is your leg or foot cold and pale, white or blue? Yes" in words
    assert wording.NO_RED_FLAGS not in words
    assert said == ["pdf.assessment.UnreadableAssessment"]


def test_answers_that_cannot_be_read_leave_the_findings_under_the_visits_own_name(stored):
    known = replace(KNOWN, reference="7F3K", identity=b'{"family": "Madeup-Kept", "given": "Ada"}')
    broken = replace(stored, content=replace(stored.content, response=b"{"))
    words = words_of(summary_pdf([broken], [], known, QUESTIONNAIRE))
    assert words.startswith("MADEUP-KEPT, Ada")
    assert "RED FLAGS: 1" in words
    assert plain_wording.NOT_READ_ANSWERS in words


def test_a_record_of_which_nothing_can_be_read_gets_no_page(stored):
    content = replace(stored.content, response=b"{", assessment=b"{}")
    with pytest.raises(NoPaperError):
        summary_pdf([replace(stored, content=content)], [], KNOWN, QUESTIONNAIRE)


def test_page_and_protocol_name_the_content_by_the_same_hash(stored):
    mark = json.loads(stored.content.assessment)["content"][:12]
    assert len(mark) == 12
    assert f"content {mark}" in words_of(summary_pdf([stored], [], KNOWN, QUESTIONNAIRE))
    assert mark in protocol(SIGNED, thresholds(content_files())).running_head


def test_what_the_patient_agreed_to_is_printed(stored):
    line = "Consent: version 1, English, agreed 14:00, signed"
    assert line in words_of(summary_pdf([stored], [], KNOWN, QUESTIONNAIRE))


def test_a_consent_that_cannot_be_read_keeps_no_flag_from_being_printed(stored):
    said: list[str] = []
    broken = replace(stored, content=replace(stored.content, consent=b"{}"))
    words = words_of(summary_pdf([broken], [], replace(KNOWN, report=said.append), QUESTIONNAIRE))
    assert "RED FLAGS: 1" in words
    assert "Consent" not in words
    assert said == ["pdf.consent.ValidationError"]
