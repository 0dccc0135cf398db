"""Codes with which a person chooses a password: the first one, or one in place of a forgotten one.

A code works once, for the person it was made for, until it expires or another is made. It has so
many letters (`GROUPS`) that tries need no counting, so nobody can be kept from using theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from intake.store import audit
from intake.store.audit import Event
from intake.store.errors import InputRefused
from intake.store.grants import Secret
from intake.store.passwords import NO_PASSWORD, hash_password
from intake.store.references import readable_code, typed_code
from intake.store.schema import password_codes, users
from intake.store.sealing import blind_index
from intake.store.staff import NewPerson, User, insert_user, normal_login, opened, start_anew
from intake.store.transaction import Store, Transaction, WriteTransaction

GROUPS = 4  # 73 bits
LIFE = timedelta(days=3)
"""Over a weekend."""


@dataclass(frozen=True)
class Choice:
    """What somebody typed to choose a password."""

    login: str
    code: str = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True)
class CodeRefused:
    """The login and the code do not belong together, or the code has expired or was used."""


def invite(tx: WriteTransaction, person: NewPerson, by: str, now: datetime) -> tuple[User, Secret]:
    """Add a person who chooses a password with the code; raises InputRefused (login taken)."""
    added = insert_user(tx, person, NO_PASSWORD, Event(by, "user.added", ""), now)
    return added, _issue(tx, added, now)


def give(tx: WriteTransaction, user: User, by: str, now: datetime) -> Secret:
    """Make a new code for a person, whose password and sessions end at once.

    The code before stops working. Raises InputRefused for a closed account.
    """
    if user.disabled_at is not None:
        raise InputRefused("This account is closed. Open it again first.")
    no_password = update(users).where(users.c.id == user.id).values(password_hash=NO_PASSWORD)
    tx.connection.execute(no_password)
    start_anew(tx, user)
    audit.record(tx, Event(by, "user.code-given", user.id), now)
    return _issue(tx, user, now)


def choose_password(store: Store, choice: Choice, now: datetime) -> User | CodeRefused:
    """Use up a code; raises InputRefused, with the code still good, for a weak password."""
    with store.read() as tx:
        known = _holder(tx, choice, now)
    if known is None:
        return CodeRefused()
    hashed = hash_password(choice.password, known.login, store.entropy)
    with store.write() as tx:
        user = _holder(tx, choice, now)
        if user is None:
            return CodeRefused()
        tx.connection.execute(delete(password_codes).where(password_codes.c.user_id == user.id))
        change = update(users).where(users.c.id == user.id).values(password_hash=hashed)
        tx.connection.execute(change)
        audit.record(tx, Event(f"staff:{user.id}", "user.password-chosen", user.id), now)
    return replace(user, has_password=True)


def _issue(tx: WriteTransaction, user: User, now: datetime) -> Secret:
    code = Secret(readable_code(tx.entropy, GROUPS), now + LIFE)
    tx.connection.execute(delete(password_codes).where(password_codes.c.user_id == user.id))
    row = {"fingerprint": _fingerprint(tx, code.value), "expires_at": code.expires_at}
    tx.connection.execute(insert(password_codes).values(user_id=user.id, **row))
    return code


def _holder(tx: Transaction, choice: Choice, now: datetime) -> User | None:
    same = password_codes.c.fingerprint == _fingerprint(tx, choice.code)
    found = select(users).join(password_codes, password_codes.c.user_id == users.c.id)
    mine = users.c.login == normal_login(choice.login)
    good = mine & (password_codes.c.expires_at > now) & users.c.disabled_at.is_(None)
    row = tx.connection.execute(found.where(same, good)).one_or_none()
    return None if row is None else opened(row)


def _fingerprint(tx: Transaction, code: str) -> str:
    return blind_index(tx.keyring.index, "password code", typed_code(code))
