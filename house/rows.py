"""What the store keeps of a visit, as the worklist shows it."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from house.level import level_of
from house.visit import clinic_zone
from intake.store import Transaction, audit
from intake.store import worklist as stored_worklist
from intake.store.alerts import Alert, AlertKind
from intake.store.visits import Unreadable, Visit, VisitStatus
from reports.clinic.doors import Worklist
from reports.wording import ARRIVALS
from reports.worklist import Notice, Seen, WorklistRow
from screening.finding import Urgency

LOOK_BACK = timedelta(days=2)
"""How far back the worklist looks for visits; what nobody has seen to stays on it for ever."""
CANNOT_BE_OPENED = "RECORD CANNOT BE OPENED"


def everybody(tx: Transaction, now: datetime) -> Worklist:
    """Everybody of today, everybody still answering, and whoever nobody has seen to."""
    zone = clinic_zone(tx)
    found = stored_worklist.worklist(tx, now - LOOK_BACK)
    today = now.astimezone(zone).date()
    rows = tuple(
        unreadable_row(entry.visit, entry.alerts, zone)
        if isinstance(entry.visit, Unreadable)
        else worklist_row(entry.visit, entry.alerts, zone)
        for entry in found.entries
        if _still_listed(entry, today, zone)
    )
    calls = tuple(notice(one, zone) for one in found.alerts if one.acknowledgement is None)
    return Worklist(now.astimezone(zone), audit.head(tx).sequence, rows, calls)


def _still_listed(entry: stored_worklist.WorklistEntry, today: date, zone: ZoneInfo) -> bool:
    open_alert = any(alert.acknowledgement is None for alert in entry.alerts)
    if isinstance(entry.visit, Unreadable):
        return True
    running = entry.visit.status is VisitStatus.IN_PROGRESS
    return running or open_alert or entry.visit.started_at.astimezone(zone).date() == today


def worklist_row(visit: Visit, told: tuple[Alert, ...], zone: ZoneInfo) -> WorklistRow:
    """One row of the worklist, times in the clinic's zone."""
    name = json.loads(visit.identity)
    level = level_of(visit)
    return WorklistRow(
        visit_id=visit.id,
        reference=visit.reference,
        family=name["family"],
        given=name["given"],
        tablet=visit.tablet,
        status=visit.status,
        urgency=level.urgency,
        final=level.final,
        started_at=visit.started_at.astimezone(zone),
        ended_at=visit.ended_at.astimezone(zone) if visit.ended_at else None,
        notices=tuple(notice(alert, zone) for alert in told),
        language=visit.language,
        number=name.get("number", ""),
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
    if alert.kind is AlertKind.ARRIVING:
        return ARRIVALS.get(alert.code, "")
    detail = json.loads(alert.detail) if alert.detail else {}
    if "not_ruled_out" in detail:
        return f"Could not rule out: {detail['not_ruled_out']}"
    return str(detail.get("title", ""))


def _seen(alert: Alert, zone: ZoneInfo) -> Seen | None:
    if alert.acknowledgement is None or alert.acknowledged_at is None:
        return None
    note = alert.acknowledgement.note.decode()
    return Seen(alert.acknowledgement.name, alert.acknowledged_at.astimezone(zone), note)
