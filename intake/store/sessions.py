"""Signing in, and being signed in: the server's own row decides, not the browser's cookie."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, select, update

from intake.store import audit
from intake.store.audit import Event
from intake.store.browsers import account_at
from intake.store.limiter import TryLater, count_try, forgive
from intake.store.passwords import hash_password, is_password
from intake.store.schema import audit as chain
from intake.store.schema import sessions, users
from intake.store.sealing import blind_index
from intake.store.staff import User, normal_login, opened
from intake.store.transaction import Store, Transaction, WriteTransaction

IDLE = timedelta(minutes=10)
ABSOLUTE = timedelta(hours=12)
_STARTED = "session.started"


@dataclass(frozen=True)
class Credentials:
    """What somebody typed to sign in, and the secret of a browser that may be known."""

    login: str
    password: str = field(repr=False)
    browser: str = field(default="", repr=False)


@dataclass(frozen=True)
class NewPassword:
    """What somebody signed in typed to have another password."""

    old: str = field(repr=False)
    new: str = field(repr=False)
    browser: str = field(default="", repr=False)


@dataclass(frozen=True)
class Session:
    """A person signed in; without another touch it ends at ``expires_at``."""

    user: User
    started_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class NotRecognized:
    """The login or the password is wrong, or the account is closed; it is not told which."""


def sign_in(
    store: Store, credentials: Credentials, token: str, now: datetime
) -> Session | NotRecognized | TryLater:
    """Check a password and start a session for a fresh token (256 random bits from the caller)."""
    person = authenticate(store, credentials, now)
    if not isinstance(person, User):
        return person
    with store.write() as tx:
        _forget_ended(tx, now)
        row = {"user_id": person.id, "started_at": now, "seen_at": now}
        tx.connection.execute(insert(sessions).values(fingerprint=_fingerprint(tx, token), **row))
        audit.record(tx, Event(f"staff:{person.id}", _STARTED, person.id), now)
    return Session(person, now, now + IDLE)


def authenticate(
    store: Store, credentials: Credentials, now: datetime
) -> User | NotRecognized | TryLater:
    """Check a password without starting a session, as before a change of password.

    The try is counted and committed before the password is looked at; hashing holds no lock. At a
    browser the person has signed in from it is counted for that browser alone.
    """
    login = normal_login(credentials.login)
    with store.write() as tx:
        row = tx.connection.execute(select(users).where(users.c.login == login)).one_or_none()
        known = row and account_at(tx, row.id, credentials.browser, now)
        account = known or login
        wait = count_try(tx, account, now)
    if wait is not None:
        return wait
    usable = row is not None and row.disabled_at is None
    right = is_password(credentials.password, row.password_hash if row and usable else None)
    with store.write() as tx:
        if row is None or not right:
            audit.record(tx, Event("system", "session.refused", row.id if row else "unknown"), now)
            return NotRecognized()
        forgive(tx, account)
    return opened(row)


def change_password(
    store: Store, token: str, change: NewPassword, now: datetime
) -> Session | NotRecognized | TryLater | None:
    """Give whoever is signed in another password, and end the person's other sessions.

    None when nobody is signed in. Raises InputRefused for a weak password.
    """
    with store.read() as tx:
        session = current_session(tx, token, now)
    if session is None:
        return None
    user = session.user
    person = authenticate(store, Credentials(user.login, change.old, change.browser), now)
    if not isinstance(person, User):
        return person
    hashed = hash_password(change.new, user.login, store.entropy)
    with store.write() as tx:
        set_hash = update(users).where(users.c.id == user.id).values(password_hash=hashed)
        tx.connection.execute(set_hash)
        others = sessions.c.fingerprint != _fingerprint(tx, token)
        tx.connection.execute(delete(sessions).where(sessions.c.user_id == user.id, others))
        audit.record(tx, Event(f"staff:{user.id}", "user.password-set", user.id), now)
    return session


def last_sign_ins(tx: Transaction) -> dict[str, datetime]:
    """Tell when each person last signed in, by user id; who never has is not there."""
    last = select(chain.c.subject, func.max(chain.c.at).label("at"))
    people = chain.c.subject.in_(select(users.c.id))  # what is indexed of the chain
    found = last.where(people, chain.c.action == _STARTED).group_by(chain.c.subject)
    return {row.subject: row.at for row in tx.connection.execute(found)}


def current_session(tx: Transaction, token: str, now: datetime) -> Session | None:
    """Tell who is signed in with a token at this moment; looking does not prolong it."""
    joined = select(users, sessions.c.started_at, sessions.c.seen_at).join(
        sessions, sessions.c.user_id == users.c.id
    )
    found = joined.where(sessions.c.fingerprint == _fingerprint(tx, token))
    row = tx.connection.execute(found).one_or_none()
    if row is None or row.disabled_at is not None:
        return None
    expires_at = min(row.seen_at + IDLE, row.started_at + ABSOLUTE)
    return Session(opened(row), row.started_at, expires_at) if now < expires_at else None


def touch_session(tx: WriteTransaction, token: str, now: datetime) -> Session | None:
    """Prolong a session because the person did something; None when it had already ended."""
    if current_session(tx, token, now) is None:
        return None
    mine = sessions.c.fingerprint == _fingerprint(tx, token)
    tx.connection.execute(update(sessions).where(mine).values(seen_at=now))
    return current_session(tx, token, now)


def sign_out(tx: WriteTransaction, token: str, now: datetime) -> None:
    """End a session; its token opens nothing from now on."""
    session = current_session(tx, token, now)
    mine = sessions.c.fingerprint == _fingerprint(tx, token)
    tx.connection.execute(delete(sessions).where(mine))
    if session is not None:
        person = session.user.id
        audit.record(tx, Event(f"staff:{person}", "session.ended", person), now)


def _fingerprint(tx: Transaction, token: str) -> str:
    return blind_index(tx.keyring.index, "session", token)


def _forget_ended(tx: WriteTransaction, now: datetime) -> None:
    idle = sessions.c.seen_at <= now - IDLE
    old = sessions.c.started_at <= now - ABSOLUTE
    tx.connection.execute(delete(sessions).where(idle | old))
