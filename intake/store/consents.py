"""Consents: that a patient agreed to a notice, sealed, from the moment of agreeing on.

A consent comes before the visit. Its tablet holds a secret for it, which the beginning of a visit
spends; one that no visit followed is forgotten with its key when the secret has expired. Until then
how far the patient has come is kept with it, for a page that has lost its server.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from intake.store import audit
from intake.store.audit import Event
from intake.store.grants import Secret
from intake.store.records import make_record, record_for_clinic
from intake.store.schema import consents, record_keys
from intake.store.sealing import blind_index
from intake.store.transaction import Transaction, WriteTransaction
from intake.store.visits import Visit

_PURPOSE = "consent"


@dataclass(frozen=True)
class NewConsent:
    """What a consent is kept with: the tablet, the version agreed to, and what to seal."""

    tablet: str
    notice: int
    body: bytes = field(repr=False)


def agree(tx: WriteTransaction, new: NewConsent, secret: Secret, now: datetime) -> str:
    """Keep a consent for the tablet that holds this secret; give the consent's identifier."""
    forget_expired(tx, now)
    record = make_record(tx, "consents")
    row = {
        "id": record.id,
        "notice_version": new.notice,
        "agreed_at": now,
        "expires_at": secret.expires_at,
        "fingerprint": blind_index(tx.keyring.index, _PURPOSE, secret.value),
        "body": record.seal(tx, "body", new.body),
    }
    tx.connection.execute(insert(consents).values(**row))
    detail = f"notice {new.notice}"
    audit.record(tx, Event(f"tablet:{new.tablet}", "consent.given", record.id, detail), now)
    return record.id


def waiting(tx: Transaction, secret: str, now: datetime) -> bytes | None:
    """What was agreed to with this secret and waits for its visit; None when nothing does."""
    found = select(consents).where(_good(tx, secret, now))
    return _opened(tx, tx.connection.execute(found).one_or_none())


def keep_place(tx: WriteTransaction, secret: str, place: bytes, now: datetime) -> None:
    """Keep how far whoever holds this secret has come; of a spent or unknown one nothing is."""
    good = _good(tx, secret, now)
    consent_id = tx.connection.execute(select(consents.c.id).where(good)).scalar_one_or_none()
    if consent_id is None:
        return
    sealed = record_for_clinic(tx, "consents", consent_id).seal(tx, "place", place)
    tx.connection.execute(update(consents).where(good).values(place=sealed))


def place(tx: Transaction, secret: str, now: datetime) -> bytes | None:
    """How far whoever holds this secret has come; None where nothing is kept."""
    row = tx.connection.execute(select(consents).where(_good(tx, secret, now))).one_or_none()
    if row is None or row.place is None:
        return None
    return record_for_clinic(tx, "consents", row.id).unseal("place", row.place)


def spend(tx: WriteTransaction, secret: str, now: datetime) -> str | None:
    """Use up a secret: the consent it stood for, to be tied to a visit; None when there is none."""
    good = _good(tx, secret, now)
    consent_id = tx.connection.execute(select(consents.c.id).where(good)).scalar_one_or_none()
    spent = tx.connection.execute(update(consents).where(good).values(fingerprint=None, place=None))
    return consent_id if spent.rowcount == 1 else None


def tie(tx: WriteTransaction, consent_id: str, visit: Visit, now: datetime) -> None:
    """Say of which visit a consent is, from now on and for good."""
    free = (consents.c.id == consent_id) & consents.c.visit_id.is_(None)
    tx.connection.execute(update(consents).where(free).values(visit_id=visit.id))
    by = f"tablet:{visit.tablet}"
    audit.record(tx, Event(by, "visit.consented", visit.id, f"consent {consent_id}"), now)


def of_visit(tx: Transaction, visit_id: str) -> bytes | None:
    """What the patient of a visit agreed to; None for a visit from before there were consents."""
    found = select(consents).where(consents.c.visit_id == visit_id)
    return _opened(tx, tx.connection.execute(found).one_or_none())


def forget_expired(tx: WriteTransaction, now: datetime) -> None:
    """Drop every consent that no visit followed, and the key it was sealed with."""
    left = consents.c.visit_id.is_(None) & (consents.c.expires_at <= now)
    gone = tuple(tx.connection.execute(select(consents.c.id).where(left)).scalars())
    if not gone:
        return
    tx.connection.execute(delete(consents).where(consents.c.id.in_(gone)))
    tx.connection.execute(delete(record_keys).where(record_keys.c.record_id.in_(gone)))
    for consent_id in gone:
        audit.record(tx, Event("system", "consent.forgotten", consent_id), now)


def _opened(tx: Transaction, row: Row[tuple[object, ...]] | None) -> bytes | None:
    if row is None:
        return None
    return record_for_clinic(tx, "consents", row.id).unseal("body", row.body)


def _good(tx: Transaction, secret: str, now: datetime) -> ColumnElement[bool]:
    fingerprint = blind_index(tx.keyring.index, _PURPOSE, secret)
    unspent = (consents.c.fingerprint == fingerprint) & consents.c.visit_id.is_(None)
    return unspent & (consents.c.expires_at > now)
