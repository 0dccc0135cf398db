"""The people of the clinic, as its administrators look after them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from house.desk import Writing
from house.visit import clinic_zone
from intake.store import InputRefused, Secret, Transaction, WriteTransaction, password_codes, staff
from intake.store import sessions as signing
from intake.store.sessions import Session
from intake.store.staff import Role, User
from reports.clinic import doors as clinic
from reports.clinic import people_doors as pages
from reports.clinic.people_doors import PersonChange
from reports.clinic.wording import NOT_YOURSELF, PEOPLE_NOT_YOURS, YOURSELF_ELSEWHERE

Issued: TypeAlias = pages.PasswordCode | clinic.Refused | clinic.NotThere


@dataclass(frozen=True)
class People:
    """The doors at which administrators look after who may sign in."""

    writing: Writing
    clock: Callable[[], datetime]

    def people(self, token: str) -> pages.PeopleView | clinic.Refused | clinic.Trouble:
        """Everybody with an account."""
        return self.writing("people", token, _seen_at(self.clock()))

    def add(
        self, token: str, new: pages.NewPerson
    ) -> pages.PasswordCode | clinic.Refused | clinic.Trouble:
        """Add somebody, who chooses a password with the code that is given."""
        return self.writing("add-person", token, _added(new, self.clock()))

    def give_code(self, token: str, user_id: str) -> Issued | clinic.Trouble:
        """Make a new code for somebody, in the place of the password."""
        return self.writing("give-code", token, _code_given(user_id, self.clock()))

    def change(self, token: str, user_id: str, what: PersonChange) -> clinic.Changed:
        """Unlock, close or open an account."""
        return self.writing("change-person", token, _changed(user_id, what, self.clock()))


def known_people(tx: Transaction, now: datetime, oneself: str = "") -> tuple[pages.Person, ...]:
    """Everybody with an account, by sign-in name; times are the clinic's."""
    zone, last = clinic_zone(tx), signing.last_sign_ins(tx)
    return tuple(
        pages.Person(
            id=one.id,
            name=one.name,
            login=one.login,
            role=one.role,
            last_seen=last[one.id].astimezone(zone) if one.id in last else None,
            chosen=one.has_password,
            locked=staff.is_locked(tx, one, now),
            closed=one.disabled_at is not None,
            oneself=one.id == oneself,
        )
        for one in staff.all_users(tx)
    )


def _seen_at(
    now: datetime,
) -> Callable[[WriteTransaction, Session], pages.PeopleView | clinic.Refused]:
    def look(tx: WriteTransaction, session: Session) -> pages.PeopleView | clinic.Refused:
        if session.user.role is not Role.ADMIN:
            return clinic.Refused(PEOPLE_NOT_YOURS)
        people = known_people(tx, now, session.user.id)
        return pages.PeopleView(now.astimezone(clinic_zone(tx)), people)

    return look


def _added(
    new: pages.NewPerson, now: datetime
) -> Callable[[WriteTransaction, Session], pages.PasswordCode | clinic.Refused]:
    def add(tx: WriteTransaction, session: Session) -> pages.PasswordCode | clinic.Refused:
        if session.user.role is not Role.ADMIN:
            return clinic.Refused(PEOPLE_NOT_YOURS)
        person = staff.NewPerson(new.login, new.name, new.role)
        try:
            return _issued(tx, *password_codes.invite(tx, person, _by(session), now))
        except InputRefused as problem:
            return clinic.Refused(str(problem), "login")

    return add


def _code_given(user_id: str, now: datetime) -> Callable[[WriteTransaction, Session], Issued]:
    def give(tx: WriteTransaction, session: Session) -> Issued:
        user = _concerned(tx, session, user_id)
        if not isinstance(user, User):
            return user
        if user.id == session.user.id:
            return clinic.Refused(YOURSELF_ELSEWHERE)
        try:
            return _issued(tx, user, password_codes.give(tx, user, _by(session), now))
        except InputRefused as problem:
            return clinic.Refused(str(problem))

    return give


def _changed(
    user_id: str, what: PersonChange, now: datetime
) -> Callable[[WriteTransaction, Session], clinic.Done | clinic.Refused | clinic.NotThere]:
    change = {
        PersonChange.UNLOCK: staff.unlock,
        PersonChange.CLOSE: staff.disable,
        PersonChange.OPEN: staff.enable,
    }[what]

    def write(
        tx: WriteTransaction, session: Session
    ) -> clinic.Done | clinic.Refused | clinic.NotThere:
        user = _concerned(tx, session, user_id)
        if not isinstance(user, User):
            return user
        if what is PersonChange.CLOSE and user.id == session.user.id:
            return clinic.Refused(NOT_YOURSELF)
        try:
            change(tx, user, _by(session), now)
        except InputRefused as problem:
            return clinic.Refused(str(problem))
        return clinic.Done()

    return write


def _concerned(
    tx: Transaction, session: Session, user_id: str
) -> User | clinic.Refused | clinic.NotThere:
    if session.user.role is not Role.ADMIN:
        return clinic.Refused(PEOPLE_NOT_YOURS)
    return staff.user(tx, user_id) or clinic.NotThere()


def _issued(tx: Transaction, user: User, code: Secret) -> pages.PasswordCode:
    until = code.expires_at.astimezone(clinic_zone(tx))
    return pages.PasswordCode(user.name, user.login, code.value, until)


def _by(session: Session) -> str:
    return f"staff:{session.user.id}"
