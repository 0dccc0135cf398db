"""Who is at the clinic's desk: the first set-up, signing in and out, and whose session it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil

from house import today as listing
from house import visit as visiting
from intake.store import (
    InputRefused,
    Store,
    StoreError,
    Transaction,
    WriteTransaction,
    browsers,
    password_codes,
    sessions,
    settings,
    setup,
)
from intake.store.limiter import TryLater
from intake.store.sessions import Session
from intake.store.staff import NewUser, Role, User
from reports import phrases
from reports.clinic import doors as clinic
from reports.clinic.people_doors import FirstPassword, PasswordChange
from reports.clinic.wording import (
    CODE_REFUSED,
    LOCKED,
    MINE_WRONG,
    NOT_RECOGNIZED,
    TRY_AT,
    TRY_IN,
)

_FEWEST, _LONGEST_COUNT = 2, 90
"""Seconds that are said as seconds rather than as a time of day."""


@dataclass(frozen=True)
class SignIn:
    """The doors before which nobody is known yet."""

    store: Callable[[], Store] = field(repr=False)
    clock: Callable[[], datetime]
    secret: Callable[[], str] = field(repr=False)
    report: Callable[[str], None]
    demo: bool = False

    def needs_set_up(self) -> bool:
        """Whether nobody has an account yet."""
        try:
            with self.store().read() as tx:
                return not setup.is_set_up(tx)
        except StoreError as problem:
            self._failed("needs-set-up", problem)
            return False

    def set_up(
        self, first: clinic.FirstSetUp
    ) -> clinic.SignedIn | clinic.Refused | clinic.Unavailable:
        """Use up the code, make the first account and the settings, and start a session."""
        now = self.clock()
        try:
            kept = settings.checked_settings(
                {
                    "time_zone": first.time_zone,
                    "clinic_name": first.clinic_name,
                    "demo": self.demo,
                }
            )
            new = NewUser(first.login, first.name, Role.ADMIN, first.password)

            def settle(tx: WriteTransaction, made: User) -> None:
                settings.change_settings(tx, kept, f"staff:{made.id}", now)

            made = setup.create_first_user(self.store(), first.code, new, now, settle)
            match made:
                case TryLater():
                    return clinic.Refused(self._try_later(made), "code")
                case setup.WrongCode():
                    return clinic.Refused("The set-up code is wrong or has expired.", "code")
                case _:
                    pass
        except InputRefused as problem:
            return clinic.Refused(str(problem))
        except StoreError as problem:
            return self._failed("set-up", problem)
        return self.log_in(clinic.Credentials(first.login, first.password))

    def log_in(
        self, typed: clinic.Credentials
    ) -> clinic.SignedIn | clinic.Refused | clinic.Unavailable:
        """Check a password and start a session with a fresh token."""
        token, now = self.secret(), self.clock()
        credentials = sessions.Credentials(typed.login, typed.password, typed.browser)
        try:
            with self.store().write() as tx:
                listing.forget_yesterday(tx, now)
            started = sessions.sign_in(self.store(), credentials, token, now)
            if isinstance(started, Session):
                return clinic.SignedIn(token, self._remembered(started, typed.browser, now))
        except InputRefused as problem:
            return clinic.Refused(str(problem))
        except StoreError as problem:
            return self._failed("log-in", problem)
        match started:
            case TryLater():
                return clinic.Refused(self._try_later(started))
            case sessions.NotRecognized():
                return clinic.Refused(NOT_RECOGNIZED)

    def choose_password(
        self, typed: FirstPassword
    ) -> clinic.SignedIn | clinic.Refused | clinic.Unavailable:
        """Use up a code, take the password chosen with it, and start a session."""
        choice = password_codes.Choice(typed.login, typed.code, typed.password)
        try:
            chosen = password_codes.choose_password(self.store(), choice, self.clock())
        except InputRefused as problem:
            return clinic.Refused(str(problem), "password")
        except StoreError as problem:
            return self._failed("choose-password", problem)
        if isinstance(chosen, password_codes.CodeRefused):
            return clinic.Refused(CODE_REFUSED, "code")
        return self.log_in(clinic.Credentials(typed.login, typed.password, typed.browser))

    def change_password(self, token: str, typed: PasswordChange) -> clinic.Changed:
        """Give whoever is signed in another password; sessions elsewhere end."""
        change = sessions.NewPassword(typed.old, typed.new, typed.browser)
        try:
            changed = sessions.change_password(self.store(), token, change, self.clock())
            match changed:
                case None:
                    return clinic.SignedOut()
                case TryLater():
                    return clinic.Refused(self._try_later(changed), "old")
                case sessions.NotRecognized():
                    return clinic.Refused(MINE_WRONG, "old")
                case Session():
                    return clinic.Done()
        except InputRefused as problem:
            return clinic.Refused(str(problem), "password")
        except StoreError as problem:
            return self._failed("change-password", problem)

    def log_out(self, token: str) -> None:
        """End the session of a token."""
        try:
            with self.store().write() as tx:
                sessions.sign_out(tx, token, self.clock())
        except StoreError as problem:
            self._failed("log-out", problem)

    def session(self, token: str) -> clinic.Who | None:
        """Who is signed in with a token, without prolonging it."""
        try:
            with self.store().read() as tx:
                return self._who(tx, sessions.current_session(tx, token, self.clock()))
        except StoreError as problem:
            self._failed("session", problem)
            return None

    def touch(self, token: str) -> clinic.Who | None:
        """Who is signed in with a token, prolonging it."""
        try:
            with self.store().write() as tx:
                return self._who(tx, sessions.touch_session(tx, token, self.clock()))
        except StoreError as problem:
            self._failed("touch", problem)
            return None

    def _who(self, tx: Transaction, session: Session | None) -> clinic.Who | None:
        if session is None:
            return None
        ends = session.expires_at.astimezone(visiting.clinic_zone(tx))
        return clinic.Who(session.user.name, session.user.role, ends)

    def _remembered(self, session: Session, browser: str, now: datetime) -> str:
        """Know the browser again; one nobody has signed in from gets a secret of its own."""
        with self.store().write() as tx:
            kept = browser if browsers.is_known(tx, browser, now) else self.secret()
            browsers.remember(tx, session.user.id, kept, now)
        return kept

    def _try_later(self, wait: TryLater) -> str:
        """Until when, and what to do, in words."""
        now = self.clock()
        if wait.needs_unlocking(now):
            return LOCKED
        with self.store().read() as tx:
            at = wait.at.astimezone(visiting.clinic_zone(tx))
        seconds = max(_FEWEST, ceil((wait.at - now).total_seconds()))
        if seconds <= _LONGEST_COUNT:
            return TRY_IN.format(seconds=seconds)
        clock = f"{at:%H:%M} UTC" if at.tzname() == "UTC" else f"{at:%H:%M}"
        return TRY_AT.format(clock=clock, day=phrases.day(at.date()))

    def _failed(self, door: str, problem: Exception) -> clinic.Unavailable:
        self.report(f"clinic.{door}.{type(problem).__name__}")
        return clinic.Unavailable()
