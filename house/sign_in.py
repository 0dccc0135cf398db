"""Who is at the clinic's desk: the first set-up, signing in and out, and whose session it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from house import today as listing
from house import visit as visiting
from intake.store import (
    InputRefused,
    Store,
    StoreError,
    Transaction,
    WriteTransaction,
    sessions,
    settings,
    setup,
)
from intake.store.limiter import TryLater
from intake.store.sessions import Session
from intake.store.staff import NewUser, Role, User
from reports.clinic import doors as clinic


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
                    return clinic.Refused(_try_later(made), "code")
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
        token = self.secret()
        credentials = sessions.Credentials(typed.login, typed.password)
        try:
            with self.store().write() as tx:
                listing.forget_yesterday(tx, self.clock())
            started = sessions.sign_in(self.store(), credentials, token, self.clock())
        except InputRefused as problem:
            return clinic.Refused(str(problem))
        except StoreError as problem:
            return self._failed("log-in", problem)
        match started:
            case TryLater():
                return clinic.Refused(_try_later(started))
            case sessions.NotRecognized():
                return clinic.Refused("The name or the password is not right.")
            case _:
                return clinic.SignedIn(token)

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

    def _failed(self, door: str, problem: Exception) -> clinic.Unavailable:
        self.report(f"clinic.{door}.{type(problem).__name__}")
        return clinic.Unavailable()


def _try_later(wait: TryLater) -> str:
    return f"Too many tries. Please try again after {wait.at:%H:%M:%S} UTC."
