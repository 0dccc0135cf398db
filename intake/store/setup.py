"""The first start: a one-time code from the terminal makes the first administrator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from intake.store import audit
from intake.store.audit import Event
from intake.store.grants import Secret
from intake.store.limiter import TryLater, count_try, forgive
from intake.store.passwords import hash_password
from intake.store.references import typed_code
from intake.store.schema import setup_codes, users
from intake.store.sealing import blind_index
from intake.store.staff import NewUser, User, insert_user
from intake.store.transaction import Store, Transaction, WriteTransaction

Settle = Callable[[WriteTransaction, User], None]

_ACCOUNT = "\x00set-up code"  # no login can be this


@dataclass(frozen=True)
class WrongCode:
    """The set-up code is wrong, has expired, or was used."""


def is_set_up(tx: Transaction) -> bool:
    """Say whether anybody has an account."""
    return tx.connection.execute(select(users.c.id).limit(1)).first() is not None


def issue_setup_code(tx: WriteTransaction, code: Secret, now: datetime) -> bool:
    """Make this the one set-up code that works; False when the clinic is set up already."""
    if is_set_up(tx):
        return False
    row = {"fingerprint": _fingerprint(tx, code.value), "expires_at": code.expires_at}
    tx.connection.execute(delete(setup_codes))
    tx.connection.execute(insert(setup_codes).values(**row))
    forgive(tx, _ACCOUNT)  # whoever can start the program may try its new code
    audit.record(tx, Event("system", "setup.code-issued", "setup"), now)
    return True


def create_first_user(
    store: Store, code: str, new: NewUser, now: datetime, settle: Settle | None = None
) -> User | WrongCode | TryLater:
    """Use up the set-up code to add the first person.

    ``settle`` is done in the same transaction: it stands with the first person or not at all.
    Raises InputRefused, with the code still good, when the login or password cannot be accepted.
    """
    with store.write() as tx:
        wait = count_try(tx, _ACCOUNT, now)
        right = wait is None and _is_right(tx, code, now)
        if right:
            forgive(tx, _ACCOUNT)
    if wait is not None:
        return wait
    if not right:
        return WrongCode()
    hashed = hash_password(new.password, new.login, store.entropy)
    with store.write() as tx:
        if is_set_up(tx) or not _is_right(tx, code, now):
            return WrongCode()
        tx.connection.execute(delete(setup_codes))
        first = insert_user(tx, new, hashed, Event("system", "user.first-added", ""), now)
        if settle is not None:
            settle(tx, first)
        return first


def _is_right(tx: Transaction, code: str, now: datetime) -> bool:
    same = setup_codes.c.fingerprint == _fingerprint(tx, code)
    found = select(setup_codes.c.fingerprint).where(same, setup_codes.c.expires_at > now)
    return tx.connection.execute(found).first() is not None


def _fingerprint(tx: Transaction, code: str) -> str:
    return blind_index(tx.keyring.index, "set-up", typed_code(code))
