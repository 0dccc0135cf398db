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
from intake.store import (
    Store,
    StoreError,
    Transaction,
    WriteTransaction,
    alerts,
    consents,
    presence,
    visits,
)
from intake.store.alerts import AlertKind, NewAlert
from intake.store.errors import KeyMissing, SealBroken
from intake.store.presence import LeftAlone

SLACK = timedelta(minutes=10)
"""How much longer than its own patience a tablet may be silent: a network can be away for a while,
and a patient who is still there goes on meanwhile."""

_GONE = (AlertKind.UNFINISHED, AlertKind.IDLE)


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
                    _tell(tx, found, kind, now)
                    presence.leave(tx, found, why.value, now)
        except (StoreError, ResponseError) as problem:
            self._failed("walk-away", problem)
            return False
        return True

    def tell_unsent(self, token: str, base: int) -> bool:
        """Tell staff that answers were lost with the tablet's memory; False when that failed.

        Where the visit is past the revision they were built on, they had arrived after all.
        """
        now = self.clock()
        try:
            with self.store().write() as tx:
                found = visits.open_for_tablet(tx, token, now)
                if isinstance(found, visits.Locked):
                    found = visits.open_for_clinic(tx, found.visit_id)
                if found is not None and found.revision <= base:
                    code = AlertKind.UNSENT.value
                    alert = NewAlert(AlertKind.UNSENT, code, found.tablet, found.id, again=True)
                    alerts.raise_alert(tx, alert, now)
        except (StoreError, ResponseError) as problem:
            self._failed("unsent", problem)
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
        """Tell staff, once for each silence, of every visit not heard of for too long.

        An agreement that no visit followed is erased with its key.

        What such a tablet still holds is taken when it can be reached again, so that no outage
        costs an answer; but the visit is not shown on it again (`KioskHouse.visit`).
        """
        now = self.clock()
        try:
            with self.store().write() as tx:
                consents.forget_expired(tx, now)
                for left in presence.left_alone(tx, now - self.silence):
                    if not alerts.is_paused(tx, left.visit_id) and not _told(tx, left):
                        self._notice(tx, left.visit_id, now)
        except (StoreError, ResponseError) as problem:
            self._failed("left", problem)

    def _notice(self, tx: WriteTransaction, visit_id: str, now: datetime) -> None:
        """Tell staff of one; a visit that does not open hides none of the others."""
        try:
            visit = visits.open_for_clinic(tx, visit_id)
        except (KeyMissing, SealBroken) as problem:
            self._failed("left", problem)
            return
        if visit is not None:
            _tell(tx, visit, AlertKind.IDLE, now)

    def _failed(self, door: str, problem: Exception) -> None:
        self.report(f"kiosk.{door}.{type(problem).__name__}")


def _told(tx: Transaction, left: LeftAlone) -> bool:
    """Whether staff were told of this silence, or that the patient had gone before it."""
    return any(
        alert.kind in _GONE and alert.raised_at >= left.since
        for alert in alerts.alerts_of_visit(tx, left.visit_id)
    )


def _tell(tx: WriteTransaction, visit: visits.Visit, kind: AlertKind, now: datetime) -> None:
    """Tell staff, and count what is not known, as the patient may not go on."""
    alert = NewAlert(kind, kind.value, visit.tablet, visit.id, again=True)
    if alerts.raise_alert(tx, alert, now).fresh:
        meaning = visiting.relevel_as_stopped(tx, visiting.open_draft(tx, visit), now)
        visiting.raise_red_flags(tx, visit, meaning.findings, now)
        visiting.raise_unknowns(tx, visit, meaning.could_not_rule_out, now)
