"""What the store keeps of a visit, as the worklist shows it."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

from intake.store.alerts import Alert
from intake.store.visits import Unreadable, Visit, VisitStatus
from reports.worklist import Notice, Seen, WorklistRow
from screening.finding import Urgency

CANNOT_BE_OPENED = "RECORD CANNOT BE OPENED"
_NO_LEVEL_YET = {"urgency": Urgency.ROUTINE.value, "final": False}


def worklist_row(visit: Visit, told: tuple[Alert, ...], zone: ZoneInfo) -> WorklistRow:
    """One row of the worklist, times in the clinic's zone."""
    name = json.loads(visit.identity)
    level = json.loads(visit.level) if visit.level else _NO_LEVEL_YET
    return WorklistRow(
        visit_id=visit.id,
        reference=visit.reference,
        family=name["family"],
        given=name["given"],
        tablet=visit.tablet,
        status=visit.status,
        urgency=Urgency(level["urgency"]),
        final=bool(level["final"]),
        started_at=visit.started_at.astimezone(zone),
        ended_at=visit.ended_at.astimezone(zone) if visit.ended_at else None,
        notices=tuple(notice(alert, zone) for alert in told),
        language=visit.language,
    )


def unreadable_row(visit: Unreadable, told: tuple[Alert, ...], zone: ZoneInfo) -> WorklistRow:
    """The row of a visit whose record does not open: it must not vanish from the list."""
    return WorklistRow(
        visit_id=visit.id,
        reference=visit.reference,
        family=CANNOT_BE_OPENED,
        given="",
        tablet=visit.tablet,
        status=VisitStatus.IN_PROGRESS,
        urgency=Urgency.SAME_DAY,
        final=False,
        started_at=visit.started_at.astimezone(zone),
        notices=tuple(notice(alert, zone) for alert in told),
    )


def notice(alert: Alert, zone: ZoneInfo) -> Notice:
    """One alert as staff read it."""
    return Notice(
        alert_id=alert.id,
        kind=alert.kind,
        tablet=alert.tablet,
        title=alert_title(alert),
        raised_at=alert.raised_at.astimezone(zone),
        escalations=alert.escalations,
        seen=_seen(alert, zone),
    )


def alert_title(alert: Alert) -> str:
    """What the alert is about, in clinicians' words; empty for a bare call."""
    detail = json.loads(alert.detail) if alert.detail else {}
    if "not_ruled_out" in detail:
        return f"Could not rule out: {detail['not_ruled_out']}"
    return str(detail.get("title", ""))


def _seen(alert: Alert, zone: ZoneInfo) -> Seen | None:
    if alert.acknowledgement is None or alert.acknowledged_at is None:
        return None
    note = alert.acknowledgement.note.decode()
    return Seen(alert.acknowledgement.by, alert.acknowledged_at.astimezone(zone), note)
