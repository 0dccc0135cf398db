"""What staff must be told now. An open emergency holds the patient until staff acknowledge it.

A finding is raised once: saving the same answers again, or acknowledging it, never raises it a
second time. The same finding at a more urgent kind is a new alert, and so is any other code.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Row, func, insert, select, update

from intake.store import audit
from intake.store.audit import Event
from intake.store.errors import KeyMissing, SealBroken
from intake.store.records import make_record, record_for_clinic, unwrap_for_clinic
from intake.store.schema import alerts, record_keys, users
from intake.store.sealing import blind_index
from intake.store.transaction import Transaction, WriteTransaction


class AlertKind(StrEnum):
    """What an alert asks of staff."""

    EMERGENCY = "emergency"
    SAME_DAY = "same-day"
    HELP = "help"
    UNFINISHED = "unfinished"
    IDLE = "idle"
    DECLINED = "declined"
    ARRIVING = "arriving"
    STAFF_PIN = "staff-pin"
    LATE = "late"
    UNSENT = "unsent"


@dataclass(frozen=True)
class NewAlert:
    """Something staff must be told. ``code`` is the rule or reason; both it and detail are sealed.

    ``again`` raises it anew once the one before was acknowledged, as a call for help is; an alert
    without a visit always does.
    """

    kind: AlertKind
    code: str = field(repr=False)
    tablet: str
    visit_id: str | None = None
    detail: bytes = field(default=b"", repr=False)
    again: bool = False


@dataclass(frozen=True)
class Raised:
    """The alert is raised; ``fresh`` is False when it already was."""

    alert_id: str
    fresh: bool


@dataclass(frozen=True)
class Acknowledgement:
    """Who has seen to an alert (a user's id) and what was done, in a line.

    ``name`` is the person's, told when the alert is read.
    """

    by: str
    note: bytes = field(default=b"", repr=False)
    name: str = ""


@dataclass(frozen=True)
class Alert:
    """An alert, opened with the clinic key; ``acknowledgement`` is None while it is open.

    ``readable`` is False, and the sealed part empty, when it does not open: its key is gone, or
    somebody altered it. It still asks for staff.
    """

    id: str
    visit_id: str | None
    tablet: str
    kind: AlertKind
    raised_at: datetime
    escalations: int
    escalated_at: datetime | None
    acknowledged_at: datetime | None
    code: str = field(repr=False)
    detail: bytes = field(repr=False)
    acknowledgement: Acknowledgement | None = field(repr=False)
    readable: bool = True


def raise_alert(tx: WriteTransaction, new: NewAlert, now: datetime) -> Raised:
    """Tell staff, unless they have been told; belongs in the transaction that saves its reason."""
    subject = new.visit_id or f"tablet {new.tablet}"
    finding = blind_index(tx.keyring.index, "alert", subject, new.kind, new.code)
    last = _last(tx, finding)
    repeats = new.again or new.visit_id is None
    if last is not None and (last.acknowledged_at is None or not repeats):
        return Raised(last.id, fresh=False)
    occurrence = 1 if last is None else last.occurrence + 1
    alert_id = _insert(tx, new, {"finding": finding, "occurrence": occurrence, "raised_at": now})
    subject = new.visit_id or alert_id
    event = Event(f"tablet:{new.tablet}", "alert.raised", subject, f"{new.kind} {alert_id}")
    audit.record(tx, event, now)
    return Raised(alert_id, fresh=True)


def acknowledge(
    tx: WriteTransaction, alert_id: str, acknowledgement: Acknowledgement, now: datetime
) -> bool:
    """Clear an alert; False when there is none or somebody else already has."""
    if not _exists(tx, alert_id):
        return False
    note = record_for_clinic(tx, "alerts", alert_id).seal(tx, "note", acknowledgement.note)
    values = {"acknowledged_at": now, "acknowledged_by": acknowledgement.by, "note": note}
    if not _change_open(tx, alert_id, values):
        return False
    event = Event(f"staff:{acknowledgement.by}", "alert.acknowledged", alert_id)
    audit.record(tx, event, now)
    return True


def write_beside(
    tx: WriteTransaction, alert_id: str, together: Acknowledgement, now: datetime
) -> None:
    """Put what two people wrote in the place of what the first one did, who stays the first."""
    note = record_for_clinic(tx, "alerts", alert_id).seal(tx, "note", together.note)
    tx.connection.execute(update(alerts).where(alerts.c.id == alert_id).values(note=note))
    audit.record(tx, Event(f"staff:{together.by}", "alert.noted", alert_id), now)


def escalate(tx: WriteTransaction, alert_id: str, now: datetime) -> bool:
    """Note that an open alert was sounded again; False when it is no longer open."""
    values = {"escalations": alerts.c.escalations + 1, "escalated_at": now}
    if not _change_open(tx, alert_id, values):
        return False
    audit.record(tx, Event("system", "alert.escalated", alert_id), now)
    return True


def move(tx: WriteTransaction, visit_id: str, tablet: str) -> None:
    """Send staff who are still called for a visit to the tablet it is at now."""
    of_visit = (alerts.c.visit_id == visit_id) & alerts.c.acknowledged_at.is_(None)
    tx.connection.execute(update(alerts).where(of_visit).values(tablet=tablet))


def is_paused(tx: Transaction, visit_id: str) -> bool:
    """Say whether an emergency nobody has acknowledged holds this visit."""
    return is_open(tx, visit_id, (AlertKind.EMERGENCY,))


def is_open(tx: Transaction, visit_id: str, kinds: Collection[AlertKind]) -> bool:
    """Say whether nobody has seen yet to something of these kinds about a visit."""
    of_kind = alerts.c.kind.in_([one.value for one in kinds]) & alerts.c.acknowledged_at.is_(None)
    found = select(alerts.c.id).where((alerts.c.visit_id == visit_id) & of_kind).limit(1)
    return tx.connection.execute(found).first() is not None


def alert(tx: Transaction, alert_id: str) -> Alert | None:
    """One alert by its id."""
    return next(iter(_load(tx, alerts.c.id == alert_id)), None)


def open_alerts(tx: Transaction) -> tuple[Alert, ...]:
    """Every alert nobody has acknowledged, the oldest first."""
    return _load(tx, alerts.c.acknowledged_at.is_(None))


def alerts_of_visit(tx: Transaction, visit_id: str) -> tuple[Alert, ...]:
    """Every alert of a visit, the oldest first."""
    return _load(tx, alerts.c.visit_id == visit_id)


def alerts_since(tx: Transaction, since: datetime) -> tuple[Alert, ...]:
    """Every alert raised since a moment, the oldest first, and every one still open."""
    return _load(tx, (alerts.c.raised_at >= since) | alerts.c.acknowledged_at.is_(None))


_AnyRow = Row[tuple[object, ...]]


def _last(tx: Transaction, finding: str) -> _AnyRow | None:
    of_finding = select(alerts).where(alerts.c.finding == finding)
    latest = of_finding.order_by(alerts.c.occurrence.desc()).limit(1)
    return tx.connection.execute(latest).one_or_none()


def _insert(tx: WriteTransaction, new: NewAlert, numbered: dict[str, object]) -> str:
    record = make_record(tx, "alerts")
    row = {
        "id": record.id,
        "visit_id": new.visit_id,
        "tablet": new.tablet,
        "kind": new.kind.value,
        "escalations": 0,
        "code": record.seal(tx, "code", new.code.encode()),
        "detail": record.seal(tx, "detail", new.detail),
    }
    tx.connection.execute(insert(alerts).values(**row, **numbered))
    return record.id


def _exists(tx: Transaction, alert_id: str) -> bool:
    found = select(alerts.c.id).where(alerts.c.id == alert_id)
    return tx.connection.execute(found).one_or_none() is not None


def _change_open(tx: WriteTransaction, alert_id: str, values: dict[str, object]) -> bool:
    still_open = (alerts.c.id == alert_id) & alerts.c.acknowledged_at.is_(None)
    return tx.connection.execute(update(alerts).where(still_open).values(**values)).rowcount == 1


def _load(tx: Transaction, wanted: ColumnElement[bool]) -> tuple[Alert, ...]:
    keyed = alerts.outerjoin(record_keys, record_keys.c.record_id == alerts.c.id)
    named = keyed.outerjoin(users, users.c.id == alerts.c.acknowledged_by)
    # The first stores kept the name itself where the id is now.
    name = func.coalesce(users.c.name, alerts.c.acknowledged_by).label("seen_by")
    found = select(alerts, record_keys.c.wrapped, name).select_from(named).where(wanted)
    rows = tx.connection.execute(found.order_by(alerts.c.raised_at, alerts.c.id))
    return tuple(_opened(tx, row) for row in rows)


@dataclass(frozen=True)
class _Sealed:
    code: str = ""
    detail: bytes = b""
    note: bytes = b""
    readable: bool = True


def _unsealed(tx: Transaction, row: _AnyRow) -> _Sealed:
    try:
        record = unwrap_for_clinic(tx, "alerts", row.id, row.wrapped)
        note = b"" if row.note is None else record.unseal("note", row.note)
        code = record.unseal("code", row.code).decode()
        return _Sealed(code, record.unseal("detail", row.detail), note)
    except (KeyMissing, SealBroken):
        return _Sealed(readable=False)


def _opened(tx: Transaction, row: _AnyRow) -> Alert:
    sealed = _unsealed(tx, row)
    seen = row.acknowledged_by is not None
    by = Acknowledgement(row.acknowledged_by, sealed.note, row.seen_by) if seen else None
    return Alert(
        row.id,
        row.visit_id,
        row.tablet,
        AlertKind(row.kind),
        row.raised_at,
        row.escalations,
        row.escalated_at,
        row.acknowledged_at,
        code=sealed.code,
        detail=sealed.detail,
        acknowledgement=by,
        readable=sealed.readable,
    )
