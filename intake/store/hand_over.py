"""Handing a visit over: a single-use code staff give out, with which it goes on at another tablet.

What a tablet gets for the code is a ticket, which it changes for its cookie as at any beginning
(``visits.redeem_code``). From the moment the code is used the tablet before opens nothing more.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from intake.store import alerts, audit, grants
from intake.store.audit import Event
from intake.store.grants import Grant, Purpose, Secret
from intake.store.schema import visits
from intake.store.transaction import Transaction, WriteTransaction
from intake.store.visits import Visit, VisitStatus


def issue(tx: WriteTransaction, visit: Visit, code: Secret, by: str, now: datetime) -> bool:
    """Make the one code that hands a visit over; False when the visit is no longer in progress."""
    if visit.status is not VisitStatus.IN_PROGRESS:
        return False
    grants.withdraw_codes(tx, visit.id)
    grants.admit(tx, Purpose.CODE, visit.record, code, now)
    audit.record(tx, Event(by, "visit.hand-over-issued", visit.id), now)
    return True


def opens(tx: Transaction, code: str, now: datetime) -> Grant | None:
    """What a code would hand over at this moment; None when it would not."""
    grant = grants.find(tx, Purpose.CODE, code, now)
    if grant is None or grant.record is None or not _is_in_progress(tx, grant.visit_id):
        return None
    return grant


def take(tx: WriteTransaction, code: str, tablet: str, ticket: Secret, now: datetime) -> bool:
    """Use up a code: the visit, and what staff are told of it, is at this tablet from now on.

    False when the code is unknown, used or expired, or the visit is no longer in progress.
    """
    grant = grants.spend(tx, code, now) if opens(tx, code, now) else None
    if grant is None or grant.record is None:
        return False
    visit_id = grant.visit_id
    grants.end(tx, visit_id)
    grants.admit(tx, Purpose.CODE, grant.record, ticket, now)
    tx.connection.execute(update(visits).where(visits.c.id == visit_id).values(tablet=tablet))
    alerts.move(tx, visit_id, tablet)
    audit.record(tx, Event(f"tablet:{tablet}", "visit.handed-over", visit_id), now)
    return True


def _is_in_progress(tx: Transaction, visit_id: str) -> bool:
    status = select(visits.c.status).where(visits.c.id == visit_id)
    return VisitStatus(tx.connection.execute(status).scalar_one()) is VisitStatus.IN_PROGRESS
