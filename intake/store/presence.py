"""Whether somebody is still at a tablet: when it was last heard of, and what ends its access.

A visit that was left stays in progress and keeps every answer; a code from staff opens it again.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True)
class LeftAlone:
    """A visit in progress of which nothing has been heard since a moment."""

    visit_id: str
    since: datetime


def left_alone(tx: Transaction, since: datetime) -> tuple[LeftAlone, ...]:
    """Name every visit in progress of which nothing has been heard since a moment.

    Whether a tablet ever came to have it does not matter: a ticket can be lost on its way.
    """
    signs = select(visits.c.id, visits.c.saved_at, given.c.granted_at, given.c.heard_at)
    running = visits.c.status == VisitStatus.IN_PROGRESS.value
    joined = visits.outerjoin(given, given.c.visit_id == visits.c.id)
    found = signs.select_from(joined).where(running & (visits.c.saved_at < since))
    heard: dict[str, datetime] = {}
    for visit_id, *moments in tx.connection.execute(found.order_by(visits.c.started_at)):
        known = [moment for moment in (heard.get(visit_id), *moments) if moment]
        heard[visit_id] = max(known)
    return tuple(LeftAlone(one, last) for one, last in heard.items() if last < since)


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
