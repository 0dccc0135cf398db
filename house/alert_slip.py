"""What the front desk's slip says of one alert, from the store and the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from house import asked
from house import visit as visiting
from house.rows import alert_title
from intake.fhir import read_response
from intake.response import QuestionnaireResponse
from intake.store import Transaction, submissions, visits
from intake.store.alerts import Alert
from intake.store.errors import KeyMissing, SealBroken
from reports import wording
from reports.evidence import with_note
from reports.pdf.slip import Slip
from reports.phrases import (
    Reading,
    day,
    day_and_time,
    is_another_language,
    language_name,
    read,
)
from reports.unconfirmed import behind, of_item
from screening.record import AssessmentRecord, read_assessment
from screening.rules import RULES


def slip_of(tx: Transaction, alert: Alert, now: datetime, *, demo: bool) -> Slip:
    """The slip of an alert; a visit that does not open leaves what the alert itself says."""
    told = json.loads(alert.detail) if alert.detail else {}
    slip = Slip(
        kind=alert.kind,
        tablet=alert.tablet,
        raised_at=alert.raised_at,
        since=day_and_time(alert.raised_at, visiting.clinic_zone(tx)),
        finding=alert_title(alert),
        next=_next(str(told.get("code", ""))),
        demo=demo,
    )
    try:
        visit = visits.open_for_clinic(tx, alert.visit_id) if alert.visit_id else None
        return slip if visit is None else _with_visit(tx, slip, visit, told, now)
    except (KeyMissing, SealBroken):
        return slip


def _with_visit(
    tx: Transaction, slip: Slip, visit: visits.Visit, told: dict[str, str], now: datetime
) -> Slip:
    response, assessment = _meaning(tx, visit, now)
    person, language = response.patient, response.language
    reading = read(response, assessment, visiting.clinic_zone(tx))
    return replace(
        slip,
        reference=visit.reference,
        family=person.family,
        given=person.given,
        number=person.number,
        born=day(person.birth_date) if person.birth_date else "",
        language=language_name(language) if is_another_language(language) else "",
        answers=tuple(_answers(reading, told.get("code", ""))),
    )


def _meaning(
    tx: Transaction, visit: visits.Visit, now: datetime
) -> tuple[QuestionnaireResponse, AssessmentRecord]:
    """The answers and what they mean: of an ended visit as it was stored."""
    stored = submissions.submissions_of_visit(tx, visit.id)
    if stored:
        content = stored[-1].content
        response = read_response(content.response, asked.of_submission(tx, stored[-1]))
        return response, read_assessment(content.assessment)
    return visiting.meaning(tx, visit, now)


def _answers(reading: Reading, code: str) -> Iterator[str]:
    """The answers an alert rests on, or is still in want of, in the questions' short words."""
    for finding in reading.assessment.findings:
        if finding.code == code:
            for one in finding.because:
                yield from _line(reading, one.link_id, one.decisive, behind(reading, one))
    for left_open in reading.assessment.could_not_rule_out:
        if left_open.code == code:
            for question in left_open.ask:
                said, note = reading.words(question.link_id), of_item(reading, question.link_id)
                yield from _line(reading, question.link_id, said, note)


def _line(reading: Reading, link_id: str, words: str, note: str) -> Iterator[str]:
    item = reading.item(link_id)
    if item is not None:
        said = with_note(words or wording.NOT_ANSWERED, note)
        yield wording.UNDER_HEADING.format(heading=item.label, question=said)


def _next(code: str) -> str:
    return next((rule.next for rule in RULES.rules if rule.code == code), "")
