"""Today's list as staff write it: who is expected, who is added, who is struck off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from house import today as listing
from house import visit as visiting
from house.desk import Writing
from intake.appointment import Appointment
from intake.store import Transaction, WriteTransaction, appointments, visits
from intake.store.appointments import StoredAppointment
from intake.store.sessions import Session
from reports.clinic import doors as clinic
from reports.clinic.wording import ON_LIST_ALREADY


@dataclass(frozen=True)
class TodaysList:
    """The doors at which today's list is written."""

    writing: Writing
    clock: Callable[[], datetime]

    def today(self, token: str) -> clinic.TodayView | clinic.Trouble:
        """Whom the clinic expects today."""
        return self.writing("today", token, _view(self.clock()))

    def expect(self, token: str, lines: tuple[Appointment, ...]) -> clinic.Changed:
        """Put these on the list, all of them or none."""
        return self.writing("expect", token, _added(lines, self.clock()))

    def strike(self, token: str, line_id: str) -> clinic.Changed:
        """Take a line off the list for good."""
        return self.writing("strike", token, _struck(line_id, self.clock()))


def _view(now: datetime) -> Callable[[WriteTransaction, Session], clinic.TodayView]:
    """Whom the clinic expects today, the earliest first."""

    def look(tx: WriteTransaction, session: Session) -> clinic.TodayView:
        del session
        listing.forget_yesterday(tx, now)
        stored = appointments.of_day(tx, listing.today(tx, now))
        lines = sorted((_expected(tx, one) for one in stored), key=lambda one: one.booked.at)
        return clinic.TodayView(now.astimezone(visiting.clinic_zone(tx)), tuple(lines))

    return look


def _added(
    lines: tuple[Appointment, ...], now: datetime
) -> Callable[[WriteTransaction, Session], clinic.Changed]:
    """Put these on the list, all of them or none."""

    def add(tx: WriteTransaction, session: Session) -> clinic.Changed:
        day = listing.today(tx, now)
        there = {listing.booked(one) for one in appointments.of_day(tx, day)}
        for line in lines:
            if line in there:
                name = f"{line.given} {line.family}"
                return clinic.Refused(ON_LIST_ALREADY.format(name=name, clock=line.clock))
            there.add(line)
        bodies = [line.model_dump_json().encode() for line in lines]
        appointments.add(tx, day, bodies, f"staff:{session.user.id}", now)
        return clinic.Done()

    return add


def _struck(line_id: str, now: datetime) -> Callable[[WriteTransaction, Session], clinic.Changed]:
    """Take a line off the list for good."""

    def strike(tx: WriteTransaction, session: Session) -> clinic.Changed:
        gone = appointments.remove(tx, line_id, f"staff:{session.user.id}", now)
        return clinic.Done() if gone else clinic.NotThere()

    return strike


def _expected(tx: Transaction, stored: StoredAppointment) -> clinic.Expected:
    visit = visits.open_for_clinic(tx, stored.visit_id) if stored.visit_id else None
    status = visit.status if visit else None
    return clinic.Expected(stored.id, listing.booked(stored), stored.visit_id, status)
