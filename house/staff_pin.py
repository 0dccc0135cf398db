"""The staff PIN as an administrator of the clinic sets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from house.desk import Writing
from house.visit import clinic_zone
from intake.store import (
    InputRefused,
    Store,
    StoreError,
    Transaction,
    WriteTransaction,
    staff,
    staff_pin,
)
from intake.store.sessions import Session
from intake.store.staff import Role
from reports.clinic import doors as clinic
from reports.clinic.wording import PIN_NOT_YOURS


@dataclass(frozen=True)
class StaffPin:
    """The doors at which the staff PIN is looked after."""

    writing: Writing
    store: Callable[[], Store] = field(repr=False)
    clock: Callable[[], datetime]
    report: Callable[[str], None]

    def staff_pin(self, token: str) -> clinic.StaffPinView | clinic.Refused | clinic.Trouble:
        """Whether there is one, since when, and who set it."""
        return self.writing("staff-pin", token, _view)

    def set_staff_pin(self, token: str, pin: str) -> clinic.Changed:
        """Put a PIN in force; it is hashed before the transaction, as that is slow."""
        try:
            made = staff_pin.hashed(self.store(), pin)
        except InputRefused as problem:
            return clinic.Refused(str(problem), "pin")
        except StoreError as problem:
            self.report(f"clinic.set-staff-pin.{type(problem).__name__}")
            return clinic.Unavailable()
        return self.writing("set-staff-pin", token, _written(made, self.clock()))


def _view(tx: Transaction, session: Session) -> clinic.StaffPinView | clinic.Refused:
    if session.user.role is not Role.ADMIN:
        return clinic.Refused(PIN_NOT_YOURS)
    kept = staff_pin.kept_pin(tx)
    if kept is None:
        return clinic.StaffPinView(None, "")
    by = staff.user(tx, kept.set_by.removeprefix("staff:"))
    return clinic.StaffPinView(kept.set_at.astimezone(clinic_zone(tx)), by.name if by else "")


def _written(
    made: str, now: datetime
) -> Callable[[WriteTransaction, Session], clinic.Done | clinic.Refused]:
    def write(tx: WriteTransaction, session: Session) -> clinic.Done | clinic.Refused:
        if session.user.role is not Role.ADMIN:
            return clinic.Refused(PIN_NOT_YOURS)
        staff_pin.set_pin(tx, made, f"staff:{session.user.id}", now)
        return clinic.Done()

    return write
