"""The people of the clinic: who may sign in, and as what."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Row, delete, insert, select, update

from intake.store import audit, browsers
from intake.store.audit import Event
from intake.store.errors import InputRefused
from intake.store.limiter import forgive, wait_of
from intake.store.passwords import NO_PASSWORD, hash_password
from intake.store.schema import password_codes, sessions, users
from intake.store.transaction import Store, Transaction, WriteTransaction

_LONGEST_NAME = 80


class Role(StrEnum):
    """What a person may do here."""

    CLINICIAN = "clinician"
    FRONT_DESK = "front-desk"
    ADMIN = "admin"


@dataclass(frozen=True)
class NewPerson:
    """A person to add."""

    login: str
    name: str
    role: Role


@dataclass(frozen=True)
class NewUser(NewPerson):
    """A person to add, with the first password as typed."""

    password: str = field(repr=False)


@dataclass(frozen=True)
class User:
    """A person who has, or had, an account; ``disabled_at`` is None while it works.

    ``has_password`` is False until one was chosen with a code.
    """

    id: str
    login: str
    name: str
    role: Role
    created_at: datetime
    disabled_at: datetime | None
    has_password: bool = True


def add_user(store: Store, new: NewUser, by: str, now: datetime) -> User:
    """Add a person; ``by`` is ``staff:ID``. Raises InputRefused (login taken, weak password)."""
    hashed = hash_password(new.password, new.login, store.entropy)  # slow: before the transaction
    with store.write() as tx:
        return insert_user(tx, new, hashed, Event(by, "user.added", new.role.value), now)


def set_password(store: Store, user: User, password: str, by: str, now: datetime) -> None:
    """Give a person another password, unlock the account and sign the person out everywhere."""
    hashed = hash_password(password, user.login, store.entropy)
    with store.write() as tx:
        change = update(users).where(users.c.id == user.id).values(password_hash=hashed)
        tx.connection.execute(change)
        start_anew(tx, user)
        audit.record(tx, Event(by, "user.password-set", user.id), now)


def unlock(tx: WriteTransaction, user: User, by: str, now: datetime) -> None:
    """Let a person be asked for the password again, however often a wrong one was given."""
    forgive(tx, user.login)
    browsers.forgive_everywhere(tx, user.id)
    audit.record(tx, Event(by, "user.unlocked", user.id), now)


def is_locked(tx: Transaction, user: User, now: datetime) -> bool:
    """Say whether some browser is refused, so many wrong passwords were given for a person."""
    accounts = (user.login, *browsers.accounts_of(tx, user.id))
    waits = (wait_of(tx, account, now) for account in accounts)
    return any(wait is not None and wait.is_lock(now) for wait in waits)


def disable(tx: WriteTransaction, user: User, by: str, now: datetime) -> None:
    """Close an account at once, also where it is signed in; the last administrator's stays.

    Raises InputRefused for the last administrator.
    """
    others = [one for one in all_users(tx) if one.id != user.id and one.disabled_at is None]
    if user.role is Role.ADMIN and not any(one.role is Role.ADMIN for one in others):
        raise InputRefused("The last administrator's account cannot be closed.")
    tx.connection.execute(update(users).where(users.c.id == user.id).values(disabled_at=now))
    tx.connection.execute(delete(password_codes).where(password_codes.c.user_id == user.id))
    start_anew(tx, user)
    audit.record(tx, Event(by, "user.disabled", user.id), now)


def enable(tx: WriteTransaction, user: User, by: str, now: datetime) -> None:
    """Open a closed account again, with the password it had."""
    tx.connection.execute(update(users).where(users.c.id == user.id).values(disabled_at=None))
    audit.record(tx, Event(by, "user.enabled", user.id), now)


def all_users(tx: Transaction) -> tuple[User, ...]:
    """Everyone who has or had an account, by login."""
    return tuple(opened(row) for row in tx.connection.execute(select(users).order_by("login")))


def user(tx: Transaction, user_id: str) -> User | None:
    """Find a person by identifier, for a name beside what was done."""
    row = tx.connection.execute(select(users).where(users.c.id == user_id)).one_or_none()
    return None if row is None else opened(row)


def user_named(tx: Transaction, login: str) -> User | None:
    """Find a person by the login, however it is written."""
    found = select(users).where(users.c.login == normal_login(login))
    row = tx.connection.execute(found).one_or_none()
    return None if row is None else opened(row)


def insert_user(
    tx: WriteTransaction, new: NewPerson, hashed: str, event: Event, now: datetime
) -> User:
    """Store a person whose password is hashed already; ``event`` says why, subject aside."""
    login, name = normal_login(new.login), new.name.strip()
    if not (0 < len(login) <= _LONGEST_NAME and 0 < len(name) <= _LONGEST_NAME):
        raise InputRefused(f"A sign-in name and a name need 1 to {_LONGEST_NAME} characters.")
    if tx.connection.execute(select(users.c.id).where(users.c.login == login)).first():
        raise InputRefused("Somebody already uses this sign-in name.")
    made = User(tx.new_id(), login, name, new.role, now, None, hashed != NO_PASSWORD)
    row = {"id": made.id, "login": login, "name": name, "role": new.role.value, "created_at": now}
    tx.connection.execute(insert(users).values(**row, password_hash=hashed))
    audit.record(tx, Event(event.actor, event.action, made.id, new.role.value), now)
    return made


def normal_login(login: str) -> str:
    """Bring a login into its one form: "Dr Ay" and "dr ay " are the same.

    Control characters have no place in it: they mark accounts of the limiter that are no person's.
    """
    plain = "".join(one for one in unicodedata.normalize("NFKC", login) if one.isprintable())
    return plain.strip().casefold()


def opened(row: Row[tuple[object, ...]]) -> User:
    """Make a person of a row of the table."""
    chosen = row.password_hash != NO_PASSWORD
    role = Role(row.role)
    return User(row.id, row.login, row.name, role, row.created_at, row.disabled_at, chosen)


def start_anew(tx: WriteTransaction, user: User) -> None:
    """Sign a person out everywhere, and forget wrong passwords and known browsers."""
    forgive(tx, user.login)
    browsers.forget_all(tx, user.id)
    tx.connection.execute(delete(sessions).where(sessions.c.user_id == user.id))
