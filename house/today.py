"""Today's list across the rooms: what is kept of a line, and what a tablet may see of it."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

from house import visit as visiting
from intake.appointment import Appointment
from intake.kiosk.doors import Booking
from intake.store import Transaction, WriteTransaction, appointments
from intake.store.appointments import StoredAppointment


def today(tx: Transaction, now: datetime) -> date:
    """The day it is in the clinic."""
    return visiting.moment(tx, now).visit_date


def booked(stored: StoredAppointment) -> Appointment:
    """Read a line."""
    return Appointment.model_validate_json(stored.body)


def free_lines(tx: Transaction, now: datetime) -> dict[str, Appointment]:
    """Whoever is expected today and has not begun, by the line's identifier, the earliest first."""
    lines = appointments.of_day(tx, today(tx, now))
    free = {one.id: booked(one) for one in lines if one.visit_id is None}
    return dict(sorted(free.items(), key=lambda pair: pair[1].at))


def bookings(lines: dict[str, Appointment]) -> tuple[Booking, ...]:
    """Lines as a waiting room may see them; those that look the same stand there once."""
    looks = Counter((one.initials, one.clock) for one in lines.values())
    shown: dict[tuple[str, str], Booking] = {}
    for line_id, one in lines.items():
        look = (one.initials, one.clock)
        shown.setdefault(look, Booking(line_id, *look, alike=looks[look] > 1))
    return tuple(shown.values())


def forget_yesterday(tx: WriteTransaction, now: datetime) -> None:
    """Nobody needs to know tomorrow who was expected today."""
    appointments.forget_before(tx, today(tx, now), now)
