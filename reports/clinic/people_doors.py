"""The doors behind which the clinic's people are looked after, and those of one's own password.

They keep the promises of `doors`: each checks the token itself, and none raises for what may
happen in good order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from intake.store.staff import Role
from reports.clinic.doors import Changed, NotThere, Refused, SignedIn, Trouble, Unavailable


@dataclass(frozen=True)
class Person:
    """Somebody who may sign in, or might before the account was closed.

    ``chosen`` says whether there is a password, ``locked`` that a new browser is refused after too
    many wrong ones, ``oneself`` that this is who looks.
    """

    id: str
    name: str
    login: str
    role: Role
    last_seen: datetime | None
    chosen: bool
    locked: bool
    closed: bool
    oneself: bool


@dataclass(frozen=True)
class PeopleView:
    """Everybody with an account; ``now`` is on the clinic's clock."""

    now: datetime
    people: tuple[Person, ...]


@dataclass(frozen=True)
class NewPerson:
    """Somebody to add, as an administrator typed it."""

    name: str
    login: str
    role: Role


@dataclass(frozen=True)
class PasswordCode:
    """A code with which a person chooses a password; shown once."""

    name: str
    login: str
    code: str = field(repr=False)
    until: datetime


class PersonChange(StrEnum):
    """What an administrator can do about somebody's account."""

    UNLOCK = "unlock"
    CLOSE = "close"
    OPEN = "open"


@dataclass(frozen=True)
class FirstPassword:
    """What somebody with a code types; ``browser`` is what its cookie says."""

    login: str
    code: str = field(repr=False)
    password: str = field(repr=False)
    browser: str = field(default="", repr=False)


@dataclass(frozen=True)
class PasswordChange:
    """What somebody signed in types to have another password."""

    old: str = field(repr=False)
    new: str = field(repr=False)
    browser: str = field(default="", repr=False)


@dataclass(frozen=True)
class PeopleDoors:
    """Everything the pages of people and passwords ask of the house. Tokens come first."""

    people: Callable[[str], PeopleView | Refused | Trouble]
    """Everybody with an account. Refused to all but administrators, as are the next three."""
    add: Callable[[str, NewPerson], PasswordCode | Refused | Trouble]
    """Add somebody. Refused for a sign-in name in use. On the audit chain, as are the next two."""
    give_code: Callable[[str, str], PasswordCode | Refused | NotThere | Trouble]
    """Make a new code for somebody, by id: the code before, the password and every session of
    theirs end at once. Refused for oneself and for a closed account."""
    change: Callable[[str, str, PersonChange], Changed]
    """Unlock, close or open an account, by id. Closing ends its sessions at once. Refused for
    closing one's own, so that an administrator is left."""
    choose_password: Callable[[FirstPassword], SignedIn | Refused | Unavailable]
    """Use up a code, take the password and start a session. The refusal never tells whether the
    sign-in name exists."""
    change_password: Callable[[str, PasswordChange], Changed]
    """Give oneself another password; one's sessions elsewhere end. Wrong old ones are counted."""
