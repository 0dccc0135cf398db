"""Privacy notices: every version a patient may have agreed to, kept as it was worded.

The database refuses to change one. Each has the next number; the last one is the one in force.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, insert, select

from intake.store import audit
from intake.store.audit import Event
from intake.store.schema import notices
from intake.store.transaction import Transaction, WriteTransaction


@dataclass(frozen=True)
class StoredNotice:
    """One version: its text as it was kept, since when, and by whom."""

    version: int
    document: bytes
    written_at: datetime
    written_by: str


def newest(tx: Transaction) -> StoredNotice | None:
    """The version in force; None while nobody has kept one."""
    return _one(tx, select(notices).order_by(notices.c.version.desc()).limit(1))


def notice(tx: Transaction, version: int) -> StoredNotice | None:
    """One version."""
    return _one(tx, select(notices).where(notices.c.version == version))


def keep(tx: WriteTransaction, version: int, document: bytes, by: str, now: datetime) -> None:
    """Keep a new version for good; ``by`` is ``staff:ID`` or ``system``."""
    digest = hashlib.sha256(document).hexdigest()
    row = {"version": version, "sha256": digest, "written_at": now, "written_by": by}
    tx.connection.execute(insert(notices).values(**row, document=document))
    audit.record(tx, Event(by, "notice.kept", f"notice {version}", f"sha256:{digest}"), now)


def _one(tx: Transaction, wanted: Select[tuple[object, ...]]) -> StoredNotice | None:
    row: Row[tuple[object, ...]] | None = tx.connection.execute(wanted).one_or_none()
    if row is None:
        return None
    return StoredNotice(row.version, row.document, row.written_at, row.written_by)
