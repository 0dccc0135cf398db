"""What lets a tablet into a visit: a cookie token, or a single-use code that is changed for one.

The database holds a fingerprint of the secret and the visit's key wrapped under a key derived from
it, so the database alone opens nothing. Ending a grant drops the wrapped key: the tablet can still
be recognized, but nothing of the visit can be read through it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, insert, select, update

from intake.store.records import SealedRecord
from intake.store.schema import grants
from intake.store.sealing import NONCE_BYTES, Key, Place, blind_index, derive, seal, unseal
from intake.store.transaction import Transaction, WriteTransaction


class Purpose(StrEnum):
    """What a secret is for; one made for a purpose does not serve another."""

    TABLET = "tablet"
    CODE = "code"


@dataclass(frozen=True)
class Secret:
    """A cookie token or code as its holder has it, and until when it opens anything."""

    value: str
    expires_at: datetime

    def __repr__(self) -> str:
        """Show no secret."""
        return f"Secret(expires_at={self.expires_at.isoformat()})"


@dataclass(frozen=True)
class Grant:
    """The visit a secret belongs to, and until when; ``record`` is None when access was ended."""

    visit_id: str
    record: SealedRecord | None
    expires_at: datetime


def admit(
    tx: WriteTransaction, purpose: Purpose, record: SealedRecord, secret: Secret, now: datetime
) -> None:
    """Let the holder of a secret into a visit until it expires."""
    place = Place("grants", "wrapped", record.id)
    pepper = tx.keyring.index
    key = derive(secret.value, pepper, purpose)
    wrapped = seal(key, place, record.key.secret, tx.entropy(NONCE_BYTES))
    row = {"visit_id": record.id, "purpose": purpose.value, "wrapped": wrapped}
    moments = {"granted_at": now, "expires_at": secret.expires_at}
    fingerprint = blind_index(pepper, purpose, secret.value)
    tx.connection.execute(insert(grants).values(fingerprint=fingerprint, **row, **moments))


def find(tx: Transaction, purpose: Purpose, secret: str, now: datetime) -> Grant | None:
    """Tell what a secret opens at this moment: nothing when it is unknown or has expired."""
    fingerprint = blind_index(tx.keyring.index, purpose, secret)
    known = (grants.c.fingerprint == fingerprint) & (grants.c.expires_at > now)
    row = tx.connection.execute(select(grants).where(known)).one_or_none()
    if row is None:
        return None
    if row.wrapped is None:
        return Grant(row.visit_id, None, row.expires_at)
    key = derive(secret, tx.keyring.index, purpose)
    record_key = unseal(key, Place("grants", "wrapped", row.visit_id), row.wrapped)
    record = SealedRecord("visits", row.visit_id, Key(record_key))
    return Grant(row.visit_id, record, row.expires_at)


def spend(tx: WriteTransaction, code: str, now: datetime) -> Grant | None:
    """Use up a code; of two tablets that try at once, one gets None."""
    grant = find(tx, Purpose.CODE, code, now)
    fingerprint = blind_index(tx.keyring.index, Purpose.CODE, code)
    tx.connection.execute(delete(grants).where(grants.c.fingerprint == fingerprint))
    return grant


def withdraw_codes(tx: WriteTransaction, visit_id: str) -> None:
    """Let no code given out so far open this visit any more; its tablet stays where it is."""
    given_out = (grants.c.visit_id == visit_id) & (grants.c.purpose == Purpose.CODE.value)
    tx.connection.execute(delete(grants).where(given_out))


def end(tx: WriteTransaction, visit_id: str) -> None:
    """End all access of tablets and codes to a visit; the clinic's own stays."""
    of_visit = grants.c.visit_id == visit_id
    tx.connection.execute(update(grants).where(of_visit).values(wrapped=None))


def end_at_tablets(tx: WriteTransaction, visit_id: str) -> None:
    """End the access of tablets to a visit; codes given out for it go on working."""
    at_tablets = (grants.c.visit_id == visit_id) & (grants.c.purpose == Purpose.TABLET.value)
    tx.connection.execute(update(grants).where(at_tablets).values(wrapped=None))


def forget_expired(tx: WriteTransaction, now: datetime) -> None:
    """Drop every grant that no longer opens anything."""
    tx.connection.execute(delete(grants).where(grants.c.expires_at <= now))
