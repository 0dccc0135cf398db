"""The way back in for whoever can use the machine: who may sign in, unlocking, a new code."""

from __future__ import annotations

from collections.abc import Callable

from house.people import known_people
from house.process import Process
from house.visit import clinic_zone
from intake.store import InputRefused, WriteTransaction, password_codes, staff
from intake.store.staff import User
from reports import phrases
from reports.clinic.people_doors import Person
from reports.clinic.wording import ROLES

_BY = "system"
Say = Callable[[str], None]


def list_people(process: Process, say: Say) -> int:
    """Print everybody with an account."""
    with process.store().read() as tx:
        people = known_people(tx, process.clock())
    if not people:
        say("Nobody has an account yet. The clinic is set up in the browser: python app.py")
    for one in people:
        say(
            "\t".join((one.login, one.name, ROLES[one.role], _last_seen(one), _state(one))).rstrip()
        )
    return 0


def unlock(process: Process, login: str, say: Say) -> int:
    """Let somebody be asked for the password again."""
    with process.store().write() as tx:
        user = _somebody(tx, login)
        staff.unlock(tx, user, _BY, process.clock())
    say(f"{user.name} ({user.login}) can try again.")
    return 0


def reset(process: Process, login: str, say: Say) -> int:
    """Print a code with which somebody chooses another password."""
    with process.store().write() as tx:
        user = _somebody(tx, login)
        code = password_codes.give(tx, user, _BY, process.clock())
        until = code.expires_at.astimezone(clinic_zone(tx))
    say(f"Code for {user.name} ({user.login}): {code.value}")
    say(f"Good once, until {until:%H:%M} on {phrases.day(until.date())}. The old password is gone.")
    say(f"Open {process.settings.clinic_url}/clinic/first-password and choose a password.")
    return 0


def _somebody(tx: WriteTransaction, login: str) -> User:
    user = staff.user_named(tx, login)
    if user is None:
        known = "`python -m house people` lists who does"
        raise InputRefused(f"Nobody signs in as “{staff.normal_login(login)}”; {known}.")
    return user


def _last_seen(one: Person) -> str:
    if one.last_seen is None:
        return "never signed in"
    return f"last signed in {phrases.day(one.last_seen.date())} {one.last_seen:%H:%M}"


def _state(one: Person) -> str:
    if one.closed:
        return "closed"
    if one.locked:
        return "locked"
    return "" if one.chosen else "no password chosen yet"
