"""The door at a tablet that takes the staff PIN, and what may be done behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from intake.kiosk import doors as kiosk
from intake.store import Secret, Store, StoreError, alerts, audit, staff_pin
from intake.store.alerts import AlertKind, NewAlert
from intake.store.limiter import TryLater

PASS_LIFE = timedelta(minutes=2)
"""How long staff have at a tablet before it is a patient's again."""
NO_NAME = "no name"
"""What a tablet without a name is called where staff are told of it."""
Entered = kiosk.StaffPass | kiosk.WrongPin | kiosk.NoPin | kiosk.TooManyTries | kiosk.TellFrontDesk


@dataclass(frozen=True)
class StaffDoor:
    """What stands behind the staff door of every tablet."""

    store: Callable[[], Store] = field(repr=False)
    clock: Callable[[], datetime]
    secret: Callable[[], str] = field(repr=False)
    report: Callable[[str], None]

    def door(self) -> kiosk.StaffDoor:
        """The callables the kiosk is handed."""
        return kiosk.StaffDoor(
            is_set=self.is_set,
            enter=self.enter,
            seconds_left=self.seconds_left,
            leave=self.leave,
            may_rename=self.may_rename,
        )

    def is_set(self) -> bool:
        """Whether there is a PIN; a door that cannot be asked stays shut."""
        try:
            with self.store().read() as tx:
                return staff_pin.kept_pin(tx) is not None
        except StoreError as problem:
            self._failed("staff-is-set", problem)
            return True

    def enter(self, pin: str, tablet: str) -> Entered:
        """Judge a PIN, and tell the desk where it locks this door."""
        now, tablet = self.clock(), tablet or NO_NAME
        made = Secret(self.secret(), now + PASS_LIFE)
        try:
            match staff_pin.enter(self.store(), pin, tablet, made, now):
                case staff_pin.RightPin():
                    return kiosk.StaffPass(made.value)
                case staff_pin.NoPin():
                    return kiosk.NoPin()
                case TryLater():
                    return kiosk.TooManyTries()
                case staff_pin.WrongPin(locked):
                    if locked:
                        self._tell_of_lock(tablet, now)
                    return kiosk.WrongPin()
        except StoreError as problem:
            return self._failed("staff-enter", problem)

    def seconds_left(self, token: str) -> int:
        """How long a pass is still good."""
        now = self.clock()
        try:
            with self.store().read() as tx:
                until = staff_pin.pass_until(tx, token, now)
        except StoreError as problem:
            self._failed("staff-left", problem)
            return 0
        return 0 if until is None else max(1, round((until - now).total_seconds()))

    def leave(self, token: str) -> None:
        """End a pass."""
        try:
            with self.store().write() as tx:
                staff_pin.end_pass(tx, token)
        except StoreError as problem:
            self._failed("staff-leave", problem)

    def may_rename(self, token: str, before: str, name: str) -> bool:
        """Whether a tablet may have another name: staff say so, or there is no PIN to ask for."""
        now = self.clock()
        try:
            with self.store().write() as tx:
                is_open = staff_pin.kept_pin(tx) is None
                if not is_open and staff_pin.pass_until(tx, token, now) is None:
                    return False
                audit.record(tx, audit.Event(f"tablet:{before}", "tablet.renamed", name), now)
        except StoreError as problem:
            self._failed("rename", problem)
            return False
        return True

    def _tell_of_lock(self, tablet: str, now: datetime) -> None:
        alert = NewAlert(AlertKind.STAFF_PIN, "staff-pin", tablet)
        with self.store().write() as tx:
            alerts.raise_alert(tx, alert, now)

    def _failed(self, door: str, problem: Exception) -> kiosk.TellFrontDesk:
        self.report(f"kiosk.{door}.{type(problem).__name__}")
        return kiosk.TellFrontDesk()
