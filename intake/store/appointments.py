"""Whom the clinic expects on a day, sealed; forgotten, keys and all, the day after.

The day is the clinic's own. A line is free until a visit begins from it; a code for a line is a
single-use way to it for whoever cannot type a birth date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from intake.store import audit
from intake.store.audit import Event
from intake.store.grants import Secret
from intake.store.records import make_record, record_for_clinic
from intake.store.schema import appointments, record_keys
from intake.store.sealing import blind_index
from intake.store.transaction import Transaction, WriteTransaction
from intake.store.visits import Visit

_PURPOSE = "appointment-code"


@dataclass(frozen=True)
class StoredAppointment:
    """One line, opened; ``visit_id`` is None until a visit has begun from it."""

    id: str
    visit_id: str | None
    code_expires_at: datetime | None
    body: bytes = field(repr=False)


def add(tx: WriteTransaction, day: date, bodies: Iterable[bytes], by: str, now: datetime) -> None:
    """Put lines on the list of a day; ``by`` is ``staff:ID``."""
    for body in bodies:
        record = make_record(tx, "appointments")
        row = {"id": record.id, "day": day.isoformat(), "body": record.seal(tx, "body", body)}
        tx.connection.execute(insert(appointments).values(**row))
        audit.record(tx, Event(by, "appointment.added", record.id), now)


def of_day(tx: Transaction, day: date) -> tuple[StoredAppointment, ...]:
    """Every line of a day."""
    found = select(appointments).where(appointments.c.day == day.isoformat())
    return tuple(_opened(tx, row) for row in tx.connection.execute(found))


def remove(tx: WriteTransaction, appointment_id: str, by: str, now: datetime) -> bool:
    """Take a line off the list for good; False when it is not there."""
    gone = _forget(tx, appointments.c.id == appointment_id)
    for one in gone:
        audit.record(tx, Event(by, "appointment.removed", one), now)
    return bool(gone)


def line(tx: Transaction, appointment_id: str, day: date) -> StoredAppointment | None:
    """A line of this day, whether its visit has begun or not; None when there is none."""
    of_day = appointments.c.day == day.isoformat()
    return _one(tx, of_day & (appointments.c.id == appointment_id))


def take(tx: WriteTransaction, appointment_id: str, visit: Visit, now: datetime) -> None:
    """Say which visit has begun from a line; its code works no more."""
    values = {"visit_id": visit.id, "code": None, "code_expires_at": None}
    of_line = appointments.c.id == appointment_id
    tx.connection.execute(update(appointments).where(of_line).values(**values))
    event = Event(f"tablet:{visit.tablet}", "visit.from-appointment", visit.id, appointment_id)
    audit.record(tx, event, now)


def issue_code(
    tx: WriteTransaction, appointment_id: str, code: Secret, by: str, now: datetime
) -> bool:
    """Make the one code for a line; False when it is not there, or its visit has begun."""
    values = {"code": _fingerprint(tx, code.value), "code_expires_at": code.expires_at}
    waiting = (appointments.c.id == appointment_id) & appointments.c.visit_id.is_(None)
    if tx.connection.execute(update(appointments).where(waiting).values(**values)).rowcount != 1:
        return False
    audit.record(tx, Event(by, "appointment.code-issued", appointment_id), now)
    return True


def with_code(tx: Transaction, code: str, day: date, now: datetime) -> StoredAppointment | None:
    """The free line of this day a code stands for at this moment."""
    good = (appointments.c.code == _fingerprint(tx, code)) & (appointments.c.code_expires_at > now)
    free = (appointments.c.day == day.isoformat()) & appointments.c.visit_id.is_(None)
    return _one(tx, free & good)


def forget_before(tx: WriteTransaction, day: date, now: datetime) -> None:
    """Drop every line of the days before, with the key it was sealed with."""
    for gone in _forget(tx, appointments.c.day < day.isoformat()):
        audit.record(tx, Event("system", "appointment.forgotten", gone), now)


def _forget(tx: WriteTransaction, which: ColumnElement[bool]) -> tuple[str, ...]:
    gone = tuple(tx.connection.execute(select(appointments.c.id).where(which)).scalars())
    tx.connection.execute(delete(appointments).where(appointments.c.id.in_(gone)))
    tx.connection.execute(delete(record_keys).where(record_keys.c.record_id.in_(gone)))
    return gone


def _one(tx: Transaction, which: ColumnElement[bool]) -> StoredAppointment | None:
    row = tx.connection.execute(select(appointments).where(which)).one_or_none()
    return _opened(tx, row) if row is not None else None


def _fingerprint(tx: Transaction, code: str) -> str:
    return blind_index(tx.keyring.index, _PURPOSE, code)


def _opened(tx: Transaction, row: Row[tuple[object, ...]]) -> StoredAppointment:
    body = record_for_clinic(tx, "appointments", row.id).unseal("body", row.body)
    return StoredAppointment(row.id, row.visit_id, row.code_expires_at, body)
