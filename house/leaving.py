"""Leaving a tablet: the unfinished visit stays with the clinic, and staff are told at once.

Most tablets say by themselves that their patient has left. One that cannot, because its network
or its battery is gone, is noticed here by its silence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from house import visit as visiting
from intake.fhir import ResponseError
from intake.kiosk.doors import Patience, Why
from intake.store import Store, StoreError, WriteTransaction, alerts, presence, visits
from intake.store.alerts import AlertKind, NewAlert

SLACK = timedelta(minutes=10)
"""How much longer than its own patience a tablet may be silent: a network can be away for a while,
and a patient who is still there goes on meanwhile."""


def silence_for(patience: Patience) -> timedelta:
    """How long a tablet may be silent before its patient is taken to have left."""
    own = timedelta(seconds=patience.warning + patience.wipe)
    return 2 * own + SLACK


@dataclass(frozen=True)
class Leaving:
    """What stands behind the doors through which a patient leaves without having finished."""

    store: Callable[[], Store] = field(repr=False)
    clock: Callable[[], datetime]
    report: Callable[[str], None]
    silence: timedelta

    def walk_away(self, token: str, why: Why) -> bool:
        """End the tablet's access to an unfinished visit, and tell staff; False when that failed.

        Where no visit is open on this token there is nothing to end.
        """
        now = self.clock()
        kind = AlertKind.UNFINISHED if why is Why.CHOSEN else AlertKind.IDLE
        try:
            with self.store().write() as tx:
                found = visits.open_for_tablet(tx, token, now)
                if isinstance(found, visits.Visit):
                    _tell(tx, found, kind, now, again=True)
                    presence.leave(tx, found, why.value, now)
        except (StoreError, ResponseError) as problem:
            self._failed("walk-away", problem)
            return False
        return True

    def still_here(self, token: str) -> None:
        """Note that somebody is at the tablet."""
        try:
            with self.store().write() as tx:
                presence.hear(tx, token, self.clock())
        except StoreError as problem:
            self._failed("still-here", problem)

    def notice_the_left(self) -> None:
        """Tell staff, once, of every visit whose tablet has been silent for too long.

        What such a tablet still holds is taken when it can be reached again, so that no outage
        costs an answer; but the visit is not shown on it again (`KioskHouse.visit`).
        """
        now = self.clock()
        try:
            with self.store().write() as tx:
                for visit_id in presence.left_alone(tx, now - self.silence):
                    visit = visits.open_for_clinic(tx, visit_id)
                    if visit is not None and not alerts.is_paused(tx, visit_id):
                        _tell(tx, visit, AlertKind.IDLE, now, again=False)
        except (StoreError, ResponseError) as problem:
            self._failed("left", problem)

    def _failed(self, door: str, problem: Exception) -> None:
        self.report(f"kiosk.{door}.{type(problem).__name__}")


def _tell(
    tx: WriteTransaction, visit: visits.Visit, kind: AlertKind, now: datetime, *, again: bool
) -> None:
    """Tell staff, and count what is not known, as the patient may not go on."""
    alert = NewAlert(kind, kind.value, visit.tablet, visit.id, again=again)
    if alerts.raise_alert(tx, alert, now).fresh:
        visiting.relevel_as_stopped(tx, visiting.open_draft(visit), now)
