"""What a tablet still sends of a visit it no longer has, closed or moved: told to staff at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from house import asked
from house import visit as visiting
from house.level import Level, level_bytes, level_of
from house.version import amended, tell_of_new
from intake.draft import Draft, draft_bytes
from intake.fhir import read_response
from intake.kiosk.doors import Changes, NoVisit, Saved
from intake.late import late_answers, with_late_answers
from intake.response import Status
from intake.store import WriteTransaction, alerts, submissions, visits
from intake.store.alerts import AlertKind, NewAlert
from intake.store.visits import Visit
from screening.across import readable
from screening.record import read_assessment
from screening.rules import RULES
from screening.triage import so_far


def keep_late(
    tx: WriteTransaction, visit_id: str, changes: Changes, now: datetime
) -> Saved | NoVisit:
    """Keep what is new as another version of the visit; the tablet is told that it has ended.

    Whatever revision it is built on: a tablet that was away knows of none since. Raises
    ResponseError for an answer that cannot be taken.
    """
    visit = visits.open_for_clinic(tx, visit_id)
    if visit is None:
        return NoVisit()
    opened = visiting.open_draft(tx, visit)
    draft = visiting.given(tx, opened, changes.answers, now)
    if late_answers(opened.draft, draft):
        _keep(tx, visit, opened.draft, draft, now)
    return Saved(visit.revision, alerts.is_paused(tx, visit.id), ended=True)


def tell_of_stray(tx: WriteTransaction, visit_id: str, changes: Changes, now: datetime) -> NoVisit:
    """Tell staff of what a tablet still held of a visit that goes on elsewhere, or was left.

    It is not written over what the patient answers there; but what cannot wait in it does not.
    Raises ResponseError for an answer that cannot be taken.
    """
    visit = visits.open_for_clinic(tx, visit_id)
    if visit is None:
        return NoVisit()
    opened = visiting.open_draft(tx, visit)
    draft = visiting.given(tx, opened, changes.answers, now)
    if late_answers(opened.draft, draft):
        held = replace(opened, draft=draft)
        response = visiting.response_of(held, Status.IN_PROGRESS, now)
        known = so_far(readable(response, RULES), RULES)
        code = AlertKind.UNSENT.value
        alert = NewAlert(AlertKind.UNSENT, code, visit.tablet, visit.id, again=True)
        alerts.raise_alert(tx, alert, now)
        visiting.raise_red_flags(tx, visit, known.findings, now)
        level = Level(max(level_of(visit).urgency, known.urgency), stopped=True)
        visits.relevel(tx, visit, level_bytes(level), now)
    return NoVisit()


def _keep(tx: WriteTransaction, visit: Visit, before: Draft, after: Draft, now: datetime) -> None:
    last = submissions.submissions_of_visit(tx, visit.id)[-1]
    stood = read_response(last.content.response, asked.of_submission(tx, last))
    late, moment = late_answers(before, after), visiting.moment(tx, now)
    response = with_late_answers(stood, late, moment, RULES.words)
    response = visiting.on_the_clinics_day(tx, response)
    assessment = visiting.meaning_across(visit, response)
    read = asked.in_language(tx, visit, response.language)
    asked.keep_todays(tx, now)
    content = amended(last.content, read, response, assessment, now)
    submissions.correct(tx, last, f"tablet:{visit.tablet}", content, now)
    visits.keep_late(tx, visit, draft_bytes(after), now)
    alert = NewAlert(AlertKind.LATE, "late", visit.tablet, visit.id, again=True)
    alerts.raise_alert(tx, alert, now)
    tell_of_new(tx, visit, read_assessment(last.content.assessment), assessment, now)
