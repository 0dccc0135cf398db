"""Whether somebody is still at a tablet: when it was last heard of, and what ends its access.

A visit that was left stays in progress and keeps every answer; a code from staff opens it again.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, select, update

from intake.store import audit, grants
from intake.store.audit import Event
from intake.store.grants import Purpose
from intake.store.schema import grants as given
from intake.store.schema import visits
from intake.store.sealing import blind_index
from intake.store.transaction import Transaction, WriteTransaction
from intake.store.visits import Visit, VisitStatus

_AT_A_TABLET = (given.c.purpose == Purpose.TABLET.value) & given.c.wrapped.is_not(None)


def hear(tx: WriteTransaction, token: str, now: datetime) -> None:
    """Note that somebody is at the tablet with this cookie token; an unknown one says nothing."""
    fingerprint = blind_index(tx.keyring.index, Purpose.TABLET, token)
    known = (given.c.fingerprint == fingerprint) & _AT_A_TABLET
    tx.connection.execute(update(given).where(known).values(heard_at=now))


def is_left(tx: Transaction, token: str, since: datetime) -> bool:
    """Say whether the visit of this cookie token is at a tablet nobody has touched since then."""
    fingerprint = blind_index(tx.keyring.index, Purpose.TABLET, token)
    found = _silent(since).where(given.c.fingerprint == fingerprint)
    return tx.connection.execute(found).first() is not None


def left_alone(tx: Transaction, since: datetime) -> tuple[str, ...]:
    """Name every visit in progress at a tablet nobody has touched since a moment."""
    found = _silent(since).order_by(visits.c.started_at)
    return tuple(str(visit_id) for visit_id in tx.connection.execute(found).scalars())


def leave(tx: WriteTransaction, visit: Visit, why: str, now: datetime) -> None:
    """End the tablet's access to a visit; a code staff have given out goes on working."""
    grants.end_at_tablets(tx, visit.id)
    audit.record(tx, Event(f"tablet:{visit.tablet}", "visit.left", visit.id, why), now)


def _silent(since: datetime) -> Select[tuple[object, ...]]:
    """The visits in progress at a tablet that has said nothing since a moment."""
    silent = (
        (visits.c.status == VisitStatus.IN_PROGRESS.value)
        & (visits.c.saved_at < since)
        & (given.c.granted_at < since)
        & (given.c.heard_at.is_(None) | (given.c.heard_at < since))
    )
    joined = visits.join(given, given.c.visit_id == visits.c.id)
    return select(visits.c.id).select_from(joined).where(silent & _AT_A_TABLET)
