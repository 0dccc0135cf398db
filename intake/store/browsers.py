"""Browsers somebody has signed in from before: whoever guesses elsewhere shuts nobody out of them.

Wrong passwords are counted for each known browser of a person by itself, and for all others
together. A browser is known by a long-lived secret in its cookie, which opens nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from intake.store.limiter import forgive
from intake.store.schema import known_browsers
from intake.store.sealing import blind_index
from intake.store.transaction import Transaction, WriteTransaction

LIFE = timedelta(days=400)
"""As long as browsers keep a cookie at most; every sign-in begins it anew."""


def account_at(tx: Transaction, user_id: str, token: str, now: datetime) -> str | None:
    """Name the account that counts a person's tries at a browser; None where it is not known."""
    fingerprint = _fingerprint(tx, token)
    mine = (known_browsers.c.user_id == user_id) & (known_browsers.c.fingerprint == fingerprint)
    known = select(known_browsers).where(mine, known_browsers.c.expires_at > now)
    return _account(user_id, fingerprint) if tx.connection.execute(known).first() else None


def is_known(tx: Transaction, token: str, now: datetime) -> bool:
    """Say whether anybody has signed in from a browser."""
    same = known_browsers.c.fingerprint == _fingerprint(tx, token)
    known = select(known_browsers).where(same, known_browsers.c.expires_at > now)
    return tx.connection.execute(known).first() is not None


def remember(tx: WriteTransaction, user_id: str, token: str, now: datetime) -> None:
    """Know a browser from now on, because this person has signed in from it."""
    fingerprint = _fingerprint(tx, token)
    again = (known_browsers.c.user_id == user_id) & (known_browsers.c.fingerprint == fingerprint)
    tx.connection.execute(
        delete(known_browsers).where(again | (known_browsers.c.expires_at <= now))
    )
    row = {"user_id": user_id, "fingerprint": fingerprint, "expires_at": now + LIFE}
    tx.connection.execute(insert(known_browsers).values(**row))


def accounts_of(tx: Transaction, user_id: str) -> tuple[str, ...]:
    """Name every account that counts a person's tries at a browser of their own."""
    mine = select(known_browsers.c.fingerprint).where(known_browsers.c.user_id == user_id)
    known = tx.connection.execute(mine).scalars().all()
    return tuple(_account(user_id, fingerprint) for fingerprint in known)


def forgive_everywhere(tx: WriteTransaction, user_id: str) -> None:
    """Forget the wrong passwords at every browser of a person."""
    for account in accounts_of(tx, user_id):
        forgive(tx, account)


def forget_all(tx: WriteTransaction, user_id: str) -> None:
    """Know no browser of a person any more."""
    forgive_everywhere(tx, user_id)
    tx.connection.execute(delete(known_browsers).where(known_browsers.c.user_id == user_id))


def _account(user_id: str, fingerprint: str) -> str:
    return f"\x00{user_id} at browser {fingerprint}"  # no login can be this


def _fingerprint(tx: Transaction, token: str) -> str:
    return blind_index(tx.keyring.index, "known browser", token)
