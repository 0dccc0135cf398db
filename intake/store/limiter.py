"""How often somebody may guess: counted in the database, before the guess is looked at.

Counting first means that any number of guesses at once, through any number of processes, never
have more tries than one after the other would.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from intake.store.schema import attempts
from intake.store.sealing import blind_index
from intake.store.transaction import Transaction, WriteTransaction

FREE_TRIES = 3
SLOW_TRIES = 10
ALL_TRIES = 100
_LOCK = timedelta(minutes=15)
_FOR_GOOD = timedelta(days=36_500)
_REMEMBERED = timedelta(days=30)


@dataclass(frozen=True)
class TryLater:
    """The next try is not before this moment; it was not looked at whether this one was right."""

    at: datetime

    def is_lock(self, now: datetime) -> bool:
        """Whether this is longer than somebody who mistyped would be kept waiting."""
        return self.at - now >= _LOCK

    def needs_unlocking(self, now: datetime) -> bool:
        """Whether waiting does not help: somebody has to unlock."""
        return self.at - now > _REMEMBERED


def delay_after(failures: int) -> timedelta:
    """Tell how long to wait after so many failures in a row.

    Nothing at first, then 2, 4 ... 64 seconds, then a quarter of an hour each; after 100 the
    account stays locked until somebody unlocks it (NIST SP 800-63B-4). What a person's own
    browser is allowed does not depend on what strangers do: ``browsers``.
    """
    if failures < FREE_TRIES:
        return timedelta()
    if failures < SLOW_TRIES:
        return timedelta(seconds=2 ** (failures - FREE_TRIES))
    return _LOCK if failures < ALL_TRIES else _FOR_GOOD


def count_try(
    tx: WriteTransaction, account: str, now: datetime, *, shared_by: int = 1
) -> TryLater | None:
    """Count one try as failed until it is forgiven; None when it may be looked at.

    Where an account is that of several places together, each has the tries of one: ``shared_by``.
    """
    _forget_old(tx, now)
    if wait := wait_of(tx, account, now):
        return wait
    key = _key(tx, account)
    row = tx.connection.execute(select(attempts).where(attempts.c.account == key)).one_or_none()
    failures = 1 if row is None else row.failures + 1
    delay = delay_after(failures // shared_by)
    values = {"failures": failures, "last_at": now, "not_before": now + delay}
    if row is None:
        tx.connection.execute(insert(attempts).values(account=key, **values))
    else:
        tx.connection.execute(update(attempts).where(attempts.c.account == key).values(**values))
    return None


def wait_of(tx: Transaction, account: str, now: datetime) -> TryLater | None:
    """Tell until when nothing of an account is looked at; None when its next try would be."""
    wanted = select(attempts.c.not_before).where(attempts.c.account == _key(tx, account))
    until = tx.connection.execute(wanted).scalar_one_or_none()
    return TryLater(until) if until is not None and now < until else None


def forgive(tx: WriteTransaction, account: str) -> None:
    """Forget the failures of an account: the right password was given, or it was unlocked."""
    tx.connection.execute(delete(attempts).where(attempts.c.account == _key(tx, account)))


def _key(tx: Transaction, account: str) -> str:
    return blind_index(tx.keyring.index, "account", account)


def _forget_old(tx: WriteTransaction, now: datetime) -> None:
    old = (attempts.c.last_at < now - _REMEMBERED) & (attempts.c.failures < ALL_TRIES)
    tx.connection.execute(delete(attempts).where(old))
