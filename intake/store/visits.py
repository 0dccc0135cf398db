"""Visits: what a patient has answered so far, and how far the interview has come.

The store does not know what a body holds: it is bytes to it. A visit is opened either by its
tablet, with the cookie token, or by the clinic, with the clinic key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Row, Select, insert, select, update

from intake.store import audit, grants
from intake.store.audit import Event
from intake.store.errors import KeyMissing, SealBroken
from intake.store.grants import Purpose, Secret
from intake.store.records import SealedRecord, make_record, unwrap_for_clinic
from intake.store.references import readable_code
from intake.store.schema import record_keys, visits
from intake.store.transaction import Transaction, WriteTransaction


class VisitStatus(StrEnum):
    """How far a visit has come: only one that is in progress can change."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    STOPPED = "stopped"
    CLOSED = "closed"


@dataclass(frozen=True)
class NewVisit:
    """What a visit begins with."""

    tablet: str
    language: str
    questionnaire_version: str
    identity: bytes = field(repr=False)
    body: bytes = field(repr=False)
    level: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Visit:
    """A visit, opened."""

    id: str
    reference: str
    tablet: str
    language: str
    questionnaire_version: str
    status: VisitStatus
    revision: int
    started_at: datetime
    saved_at: datetime
    ended_at: datetime | None
    identity: bytes = field(repr=False)
    body: bytes = field(repr=False)
    level: bytes = field(repr=False)
    record: SealedRecord = field(repr=False)


@dataclass(frozen=True)
class Locked:
    """The tablet's token is known, but its access was ended: it may say "finished", no more.

    In progress still, the visit went on to another tablet.
    """

    visit_id: str
    status: VisitStatus
    language: str


@dataclass(frozen=True)
class Unreadable:
    """A visit that is there but does not open: its key is gone, or somebody altered it."""

    id: str
    reference: str
    tablet: str
    started_at: datetime


@dataclass(frozen=True)
class Draft:
    """A new state of a visit, built on the revision ``base``."""

    base: int
    body: bytes = field(repr=False)
    level: bytes = field(repr=False)


@dataclass(frozen=True)
class Ending:
    """How a visit ends, at which revision, and by whom (``tablet:NAME``, ``staff:ID``)."""

    base: int
    status: VisitStatus
    by: str


@dataclass(frozen=True)
class Saved:
    """The draft is the visit's new state; on disk when the transaction has been left."""

    revision: int


@dataclass(frozen=True)
class Stale:
    """The draft was built on another revision than the visit is at, and changed nothing."""

    revision: int


@dataclass(frozen=True)
class Ended:
    """The visit is no longer in progress, and nothing changed."""

    status: VisitStatus


Change = Saved | Stale | Ended


def begin(tx: WriteTransaction, new: NewVisit, now: datetime) -> Visit:
    """Begin a visit; no tablet can open it until one is admitted or given a code."""
    grants.forget_expired(tx, now)
    record = make_record(tx, "visits")
    row = {
        "id": record.id,
        "reference": _free_reference(tx),
        "tablet": new.tablet,
        "language": new.language,
        "questionnaire_version": new.questionnaire_version,
        "status": VisitStatus.IN_PROGRESS.value,
        "revision": 0,
        "started_at": now,
        "saved_at": now,
    }
    sealed = {name: record.seal(tx, name, getattr(new, name)) for name in _SEALED}
    tx.connection.execute(insert(visits).values(**row, **sealed))
    audit.record(tx, Event(f"tablet:{new.tablet}", "visit.begun", record.id), now)
    return _opened(_row(tx, record.id), record)


def admit_tablet(tx: WriteTransaction, visit: Visit, token: Secret, now: datetime) -> None:
    """Let the tablet that holds this cookie token into a visit."""
    grants.admit(tx, Purpose.TABLET, visit.record, token, now)


def issue_code(tx: WriteTransaction, visit: Visit, code: Secret, now: datetime) -> None:
    """Make a single-use code for a visit: a check-in ticket, or a hand-over to another tablet.

    Give short codes short lives: whoever types one has the visit.
    """
    grants.admit(tx, Purpose.CODE, visit.record, code, now)
    audit.record(tx, Event("system", "visit.code-issued", visit.id), now)


def redeem_code(tx: WriteTransaction, code: str, token: Secret, now: datetime) -> Visit | None:
    """Change a code for a cookie token; any other tablet's access to the visit ends.

    None when the code is unknown, spent or expired, or the visit is no longer in progress.
    """
    grant = grants.spend(tx, code, now)
    if grant is None or grant.record is None:
        return None
    row = _row(tx, grant.visit_id)
    if row.status != VisitStatus.IN_PROGRESS:
        return None
    grants.end(tx, grant.visit_id)
    grants.admit(tx, Purpose.TABLET, grant.record, token, now)
    audit.record(tx, Event("system", "visit.code-redeemed", grant.visit_id), now)
    return _opened(row, grant.record)


def open_for_tablet(tx: Transaction, token: str, now: datetime) -> Visit | Locked | None:
    """Open the visit of a cookie token: None when the token is unknown or has expired."""
    grant = grants.find(tx, Purpose.TABLET, token, now)
    if grant is None:
        return None
    row = _row(tx, grant.visit_id)
    if grant.record is None:
        return Locked(grant.visit_id, VisitStatus(row.status), row.language)
    return _opened(row, grant.record)


def open_for_clinic(tx: Transaction, visit_id: str) -> Visit | None:
    """Open a visit with the clinic key."""
    found = _with_keys().where(visits.c.id == visit_id)
    row = tx.connection.execute(found).one_or_none()
    return row and _opened_for_clinic(tx, row)


def find_by_reference(tx: Transaction, reference: str) -> Visit | None:
    """Open the visit with this reference (``7F3K-Q2MN``) with the clinic key."""
    found = _with_keys().where(visits.c.reference == reference)
    row = tx.connection.execute(found).one_or_none()
    return row and _opened_for_clinic(tx, row)


def list_for_clinic(
    tx: Transaction,
    since: datetime,
    statuses: Iterable[VisitStatus] = tuple(VisitStatus),
    also: Iterable[str] = (),
) -> tuple[Visit | Unreadable, ...]:
    """Open every visit started since a moment, and those named in ``also``, the oldest first.

    One that does not open is listed as such: it hides neither itself nor the others.
    """
    recent = (visits.c.started_at >= since) & visits.c.status.in_([one.value for one in statuses])
    wanted = recent | visits.c.id.in_(list(also))
    rows = tx.connection.execute(_with_keys().where(wanted).order_by(visits.c.started_at))
    return tuple(_opened_or_not(tx, row) for row in rows)


def ids_in_progress(tx: Transaction) -> tuple[str, ...]:
    """Name every visit still in progress, whenever it began."""
    in_progress = visits.c.status == VisitStatus.IN_PROGRESS.value
    return tuple(tx.connection.execute(select(visits.c.id).where(in_progress)).scalars())


def save(tx: WriteTransaction, visit: Visit, draft: Draft, now: datetime) -> Change:
    """Make a draft the visit's new state, if the visit is in progress and still at its base.

    The language the patient reads now is the one the visit has here.
    """
    sealed = {name: visit.record.seal(tx, name, getattr(draft, name)) for name in ("body", "level")}
    changed = {"revision": draft.base + 1, "saved_at": now, "language": visit.language, **sealed}
    if not _update_if_current(tx, visit.id, draft.base, changed):
        return _why_not(tx, visit.id)
    event = Event(f"tablet:{visit.tablet}", "visit.saved", visit.id, f"revision {draft.base + 1}")
    audit.record(tx, event, now)
    return Saved(draft.base + 1)


def finish(tx: WriteTransaction, visit: Visit, ending: Ending, now: datetime) -> Change:
    """End a visit that is still at the revision ``base``, and every tablet's access to it."""
    ended = {"status": ending.status.value, "ended_at": now}
    if not _update_if_current(tx, visit.id, ending.base, ended):
        return _why_not(tx, visit.id)
    grants.end(tx, visit.id)
    audit.record(tx, Event(ending.by, f"visit.{ending.status}", visit.id), now)
    return Saved(ending.base)


def keep_late(tx: WriteTransaction, visit: Visit, body: bytes, now: datetime) -> None:
    """Note what a tablet held of a visit that has ended; what was submitted stays as it was."""
    sealed = visit.record.seal(tx, "body", body)
    tx.connection.execute(update(visits).where(visits.c.id == visit.id).values(body=sealed))
    audit.record(tx, Event(f"tablet:{visit.tablet}", "visit.late", visit.id), now)


def relevel(tx: WriteTransaction, visit: Visit, level: bytes, now: datetime) -> None:
    """Give a visit another level without touching its answers (screened again, or ended)."""
    sealed = visit.record.seal(tx, "level", level)
    tx.connection.execute(update(visits).where(visits.c.id == visit.id).values(level=sealed))
    audit.record(tx, Event("system", "visit.releveled", visit.id), now)


_SEALED = ("identity", "body", "level")
_AnyRow = Row[tuple[object, ...]]


def _update_if_current(
    tx: WriteTransaction, visit_id: str, base: int, values: Mapping[str, object]
) -> bool:
    current = (visits.c.id == visit_id) & (visits.c.revision == base)
    in_progress = visits.c.status == VisitStatus.IN_PROGRESS.value
    change = update(visits).where(current & in_progress).values(**values)
    return tx.connection.execute(change).rowcount == 1


def _why_not(tx: Transaction, visit_id: str) -> Stale | Ended:
    """Tell why a change found no visit to change."""
    row = _row(tx, visit_id)
    status = VisitStatus(row.status)
    return Stale(row.revision) if status is VisitStatus.IN_PROGRESS else Ended(status)


def _free_reference(tx: WriteTransaction) -> str:
    while True:
        reference = readable_code(tx.entropy)
        taken = select(visits.c.id).where(visits.c.reference == reference)
        if tx.connection.execute(taken).one_or_none() is None:
            return reference


def _row(tx: Transaction, visit_id: str) -> _AnyRow:
    return tx.connection.execute(select(visits).where(visits.c.id == visit_id)).one()


def _with_keys() -> Select[tuple[object, ...]]:
    return select(visits, record_keys.c.wrapped).outerjoin(
        record_keys, record_keys.c.record_id == visits.c.id
    )


def _opened_or_not(tx: Transaction, row: _AnyRow) -> Visit | Unreadable:
    try:
        return _opened_for_clinic(tx, row)
    except (KeyMissing, SealBroken):
        return Unreadable(row.id, row.reference, row.tablet, row.started_at)


def _opened_for_clinic(tx: Transaction, row: _AnyRow) -> Visit:
    return _opened(row, unwrap_for_clinic(tx, "visits", row.id, row.wrapped))


def _opened(row: _AnyRow, record: SealedRecord) -> Visit:
    return Visit(
        row.id,
        row.reference,
        row.tablet,
        row.language,
        row.questionnaire_version,
        VisitStatus(row.status),
        row.revision,
        row.started_at,
        row.saved_at,
        row.ended_at,
        identity=record.unseal("identity", row.identity),
        body=record.unseal("body", row.body),
        level=record.unseal("level", row.level),
        record=record,
    )
