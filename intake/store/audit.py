"""Who did what, in a chain that shows when a row was altered, moved, inserted or removed.

Every change writes its row in its own transaction. Each row is signed (HMAC-SHA256) together with
the signature before it. Cutting rows off the end is seen only against a head kept elsewhere: give
that head to ``verify``. Rows hold no patient data.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Row, insert, select

from intake.store.schema import audit
from intake.store.sealing import Key
from intake.store.transaction import Transaction, WriteTransaction

_START = "0" * 64


@dataclass(frozen=True)
class Event:
    """One thing that happened: ``actor`` is ``staff:ID``, ``tablet:NAME`` or ``system``.

    ``subject`` is the identifier of what it happened to; ``detail`` is short and holds no answer.
    """

    actor: str
    action: str
    subject: str
    detail: str = ""


@dataclass(frozen=True)
class Head:
    """The last row of the chain: keep it elsewhere to notice a chain that was cut short."""

    sequence: int
    mac: str


@dataclass(frozen=True)
class Entry:
    """One row of the chain as it was written."""

    sequence: int
    at: datetime
    event: Event


@dataclass(frozen=True)
class Intact:
    """Every row is as it was written, up to ``head``."""

    head: Head


@dataclass(frozen=True)
class Broken:
    """The row with this number is the first that is not as it was written."""

    sequence: int


def record(tx: WriteTransaction, event: Event, now: datetime) -> Head:
    """Append one event to the chain, in the transaction of what it tells about."""
    last = head(tx)
    entry = Entry(last.sequence + 1, now, event)
    mac = _mac(tx.keyring.audit, last.mac, entry)
    row = {"at": now, "key_id": tx.keyring.audit.id.hex(), "mac": mac, **vars(event)}
    tx.connection.execute(insert(audit).values(sequence=entry.sequence, **row))
    return Head(entry.sequence, mac)


def head(tx: Transaction) -> Head:
    """Tell the last row; its sequence grows with every change, so it also says "look again"."""
    last = select(audit.c.sequence, audit.c.mac).order_by(audit.c.sequence.desc()).limit(1)
    row = tx.connection.execute(last).one_or_none()
    return Head(row.sequence, row.mac) if row else Head(0, _START)


def entries(tx: Transaction, subject: str | None = None) -> Iterator[Entry]:
    """Read the chain in order, whole or for one subject."""
    statement = select(audit).order_by(audit.c.sequence)
    if subject is not None:
        statement = statement.where(audit.c.subject == subject)
    return map(_entry, tx.connection.execute(statement))


def verify(tx: Transaction, anchor: Head | None = None) -> Intact | Broken:
    """Check every row, and that the chain still contains the anchor kept elsewhere."""
    last = Head(0, _START)
    anchored = anchor is None or anchor.sequence == 0
    for row in tx.connection.execute(select(audit).order_by(audit.c.sequence)):
        expected = _mac(tx.keyring.audit, last.mac, _entry(row))
        follows = (row.sequence, row.key_id) == (last.sequence + 1, tx.keyring.audit.id.hex())
        if not follows or not hmac.compare_digest(expected, row.mac):
            return Broken(last.sequence + 1)
        last = Head(row.sequence, row.mac)
        if anchor is not None and anchor.sequence == last.sequence:
            anchored = hmac.compare_digest(anchor.mac, last.mac)
            if not anchored:
                return Broken(last.sequence)
    return Intact(last) if anchored else Broken(last.sequence + 1)


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(row.sequence, row.at, Event(row.actor, row.action, row.subject, row.detail))


def _mac(key: Key, previous: str, entry: Entry) -> str:
    event = entry.event
    moment = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = (previous, key.id.hex(), str(entry.sequence), moment, *vars(event).values())
    message = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts)
    return hmac.new(key.secret, message, hashlib.sha256).hexdigest()
