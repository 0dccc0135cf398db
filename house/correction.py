"""Staff correct an answer of a finished visit: a new submission in the place of the old one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from house import asked
from house import visit as visiting
from house.looks import note_look
from house.rows import worklist_row
from house.version import amended, tell_of_new
from intake import correction as intake_correction
from intake.fhir import ResponseError, read_response
from intake.store import Transaction, WriteTransaction, alerts, submissions, visits
from intake.store.sessions import Session
from intake.store.staff import Role
from intake.store.submissions import Submission
from intake.store.visits import Visit
from reports.clinic import doors as clinic
from reports.clinic import wording
from reports.effect import Meaning, effect
from screening.assessment import Assessment
from screening.record import read_assessment, record
from screening.rules import RULES
from screening.triage import screen

_MOST_INITIALS = 4
_LONGEST_WHY = 200


@dataclass(frozen=True)
class _Found:
    """A visit, the submission of it that counts, and how staff see both."""

    visit: Visit
    stored: Submission
    view: clinic.CorrectionView


@dataclass(frozen=True)
class _Worked:
    """A correction worked out, not stored."""

    found: _Found
    assessment: Assessment
    after: Meaning


def view(
    visit_id: str, now: datetime
) -> Callable[
    [WriteTransaction, Session], clinic.CorrectionView | clinic.Refused | clinic.NotThere
]:
    """What was submitted, to be corrected."""

    def look(
        tx: WriteTransaction, session: Session
    ) -> clinic.CorrectionView | clinic.Refused | clinic.NotThere:
        found = _find(tx, session, visit_id, now)
        if not isinstance(found, _Found):
            return found
        note_look(tx, session, visit_id, now)
        return found.view

    return look


def tried(
    visit_id: str, change: clinic.Correction, now: datetime
) -> Callable[[Transaction, Session], clinic.CorrectionTried | clinic.Refused | clinic.NotThere]:
    """What a correction would come to."""

    def look(
        tx: Transaction, session: Session
    ) -> clinic.CorrectionTried | clinic.Refused | clinic.NotThere:
        worked = _work_out(tx, session, visit_id, change, now)
        if not isinstance(worked, _Worked):
            return worked
        return clinic.CorrectionTried(worked.found.view, worked.after)

    return look


def corrected(
    visit_id: str, change: clinic.Correction, now: datetime
) -> Callable[[WriteTransaction, Session], clinic.Changed]:
    """Store a correction, and tell staff of what cannot wait."""

    def write(tx: WriteTransaction, session: Session) -> clinic.Changed:
        worked = _work_out(tx, session, visit_id, change, now)
        if not isinstance(worked, _Worked):
            return worked
        if effect(worked.found.view.meaning, worked.after).needs_confirming and not change.sure:
            return clinic.Refused(wording.CORRECT_UNSURE, "sure")
        response = worked.after.response
        read = asked.in_language(tx, worked.found.visit, response.language)
        asked.keep_todays(tx, now)
        content = amended(worked.found.stored.content, read, response, worked.assessment, now)
        content = replace(content, correction=_told(session, change))
        by = f"staff:{session.user.id}"
        made = submissions.correct(tx, worked.found.stored, by, content, now)
        if not isinstance(made, submissions.Submitted):
            return clinic.Refused(wording.CORRECT_STALE, "base")
        before = worked.found.view.meaning.assessment
        tell_of_new(tx, worked.found.visit, before, worked.assessment, now)
        return clinic.Done()

    return write


def initials(name: str) -> str:
    """The initials of a name as staff typed it: "R. Sample, RN" gives RS; never nothing."""
    words = name.partition(",")[0].split()
    return "".join(word[0] for word in words)[:_MOST_INITIALS].upper() or "?"


def _find(
    tx: Transaction, session: Session, visit_id: str, now: datetime
) -> _Found | clinic.Refused | clinic.NotThere:
    if session.user.role is Role.FRONT_DESK:
        return clinic.Refused(wording.CORRECT_NOT_YOURS)
    visit = visits.open_for_clinic(tx, visit_id)
    stored = submissions.submissions_of_visit(tx, visit_id)
    if visit is None or not stored:
        return clinic.NotThere()
    last = stored[-1]
    if last.questionnaire_version != asked.QUESTIONNAIRE.version:
        return clinic.Refused(wording.CORRECT_OTHER_QUESTIONS)
    zone = visiting.clinic_zone(tx)
    seen = clinic.CorrectionView(
        now=now.astimezone(zone),
        submission_id=last.id,
        version=len(stored),
        row=worklist_row(visit, alerts.alerts_of_visit(tx, visit_id), zone),
        meaning=Meaning(
            read_response(last.content.response, asked.QUESTIONNAIRE),
            read_assessment(last.content.assessment),
        ),
        same_rules=last.content.content_version == RULES.version,
    )
    return _Found(visit, last, seen)


def _work_out(
    tx: Transaction, session: Session, visit_id: str, change: clinic.Correction, now: datetime
) -> _Worked | clinic.Refused | clinic.NotThere:
    found = _find(tx, session, visit_id, now)
    if not isinstance(found, _Found):
        return found
    if change.base != found.stored.id:
        return clinic.Refused(wording.CORRECT_STALE, "base")
    if not change.why.strip():
        return clinic.Refused(wording.CORRECT_WHY, "why")
    before = found.view.meaning.response
    name = initials(session.user.name)
    right = intake_correction.PutRight(change.link_id, change.values, now, name)
    try:
        after = intake_correction.put_right(before, right)
    except ResponseError:
        return clinic.Refused(wording.CORRECT_UNFIT, "value")
    if intake_correction.is_settled(before, after):
        return clinic.Refused(wording.CORRECT_SAME, "value")
    assessment = screen(after, RULES)
    return _Worked(found, assessment, Meaning(after, record(assessment, RULES.questionnaire)))


def _told(session: Session, change: clinic.Correction) -> bytes:
    """Which answer was put right, by whom and why."""
    told = intake_correction.Correction(
        link_id=change.link_id,
        by=session.user.name,
        why=" ".join(change.why.split())[:_LONGEST_WHY],
    )
    return told.model_dump_json().encode()
