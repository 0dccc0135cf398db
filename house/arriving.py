"""Arriving at a tablet: by birth date, by a code staff gave out, or by a name typed there.

Whatever could be guessed at is counted before it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from pydantic import TypeAdapter

from house import asked
from house import today as listing
from house import visit as visiting
from house.likeness import are_alike
from intake.appointment import LONGEST_NAME
from intake.draft import Draft, Given, draft_bytes, give
from intake.fhir import ResponseError
from intake.kiosk.doors import (
    Arrival,
    Booking,
    NeedsGuardian,
    NoConsent,
    Place,
    Refused,
    TellFrontDesk,
    TooManyTries,
    WrongCode,
)
from intake.response import age_on
from intake.store import (
    Secret,
    Store,
    StoreError,
    Transaction,
    WriteTransaction,
    alerts,
    appointments,
    consents,
    hand_over,
    limiter,
    typed_code,
    visits,
)
from intake.store.alerts import AlertKind, NewAlert
from intake.store.visits import NewVisit

_PLACE = TypeAdapter(Place)
OF_AGE = 18
"""Full years from which on no parent or guardian has to be there."""
GUARDIAN = "guardian"
"""The answer to who answers that needs nobody else, whatever the age."""
TICKET_LIFE = timedelta(minutes=2)
"""How long a page may take to change what it was given for its cookie."""


@dataclass(frozen=True)
class Arriving:
    """What stands behind the doors through which a patient comes to a visit."""

    store: Callable[[], Store] = field(repr=False)
    clock: Callable[[], datetime]
    secret: Callable[[], str] = field(repr=False)
    report: Callable[[str], None]

    def today(self) -> date:
        """The day it is in the clinic; where it cannot be asked, the day it is in UTC."""
        now = self.clock()
        try:
            with self.store().read() as tx:
                return listing.today(tx, now)
        except StoreError as problem:
            self._failed("today", problem)
            return now.date()

    def expects(self) -> bool:
        """Whether anybody on today's list has not begun yet."""
        try:
            with self.store().read() as tx:
                return bool(listing.free_lines(tx, self.clock()))
        except (StoreError, ValueError) as problem:
            self._failed("expects", problem)
            return False

    def keep_place(self, secret: str, place: Place) -> None:
        """Keep how far a patient who agreed has come: a page may lose its server."""
        try:
            with self.store().write() as tx:
                consents.keep_place(tx, secret, _PLACE.dump_json(place), self.clock())
        except StoreError as problem:
            self._failed("keep-place", problem)

    def place(self, secret: str) -> Place | None:
        """How far that was."""
        try:
            with self.store().read() as tx:
                kept = consents.place(tx, secret, self.clock())
            return _PLACE.validate_json(kept) if kept else None
        except (StoreError, ValueError) as problem:
            self._failed("place", problem)
            return None

    def find(self, born: date, tablet: str) -> tuple[Booking, ...] | TooManyTries | TellFrontDesk:
        """Who on today's list was born on this day and has not begun."""
        now = self.clock()
        try:
            with self.store().write() as tx:
                if limiter.count_try(tx, _tries(tx, "birth date", tablet, now), now) is not None:
                    return TooManyTries()
                lines = listing.free_lines(tx, now)
        except (StoreError, ValueError) as problem:
            return self._failed("find", problem)
        return listing.bookings({key: one for key, one in lines.items() if one.born == born})

    def use_code(
        self, typed: str, tablet: str
    ) -> str | Booking | WrongCode | TooManyTries | TellFrontDesk:
        """What this code stands for: a visit that goes on here, or a line of today's list."""
        try:
            with self.store().write() as tx:
                return self._use_code(tx, typed_code(typed), tablet)
        except (StoreError, ValueError) as problem:
            return self._failed("use-code", problem)

    def _use_code(
        self, tx: WriteTransaction, code: str, tablet: str
    ) -> str | Booking | WrongCode | TooManyTries:
        now, ticket = self.clock(), self.secret()
        account = _tries(tx, "code", tablet, now)
        if limiter.count_try(tx, account, now) is not None:
            return TooManyTries()
        if hand_over.take(tx, code, tablet, Secret(ticket, now + TICKET_LIFE), now):
            limiter.forgive(tx, account)
            return ticket
        line = appointments.with_code(tx, code, listing.today(tx, now), now)
        if line is None:
            return WrongCode()
        limiter.forgive(tx, account)
        one = listing.booked(line)
        return Booking(line.id, one.initials, one.clock)

    def begin(self, arrival: Arrival) -> str | Refused | NoConsent | NeedsGuardian | TellFrontDesk:
        """Start a visit, on a consent only, and give a ticket."""
        try:
            with self.store().write() as tx:
                consents.forget_expired(tx, self.clock())
                listing.forget_yesterday(tx, self.clock())
                known = _named(tx, arrival, self.clock())
                return known if isinstance(known, Refused) else self._begin(tx, known)
        except (StoreError, ValueError) as problem:
            return self._failed("begin", problem)

    def alone(self, tablet: str) -> bool:
        """Tell the desk that somebody under age has no guardian at this tablet."""
        alert = NewAlert(AlertKind.ARRIVING, "minor-alone", tablet)
        try:
            with self.store().write() as tx:
                alerts.raise_alert(tx, alert, self.clock())
        except StoreError as problem:
            self._failed("alone", problem)
            return False
        return True

    def _begin(
        self, tx: WriteTransaction, arrival: Arrival
    ) -> str | Refused | NoConsent | NeedsGuardian:
        now, ticket = self.clock(), self.secret()
        try:
            draft = _first_answers(tx, arrival, now)
        except ResponseError:
            return Refused("This birth date, or who answers, cannot be taken.", "birth-date")
        if _lacks_guardian(tx, arrival, now):
            return NeedsGuardian()
        consent_id = consents.spend(tx, arrival.consent, now)
        if consent_id is None:
            return NoConsent()
        new = NewVisit(
            tablet=arrival.tablet,
            language=asked.spoken(arrival.language),
            questionnaire_version=asked.QUESTIONNAIRE.version,
            identity=_identity(tx, arrival, now),
            body=draft_bytes(draft),
        )
        asked.keep_todays(tx, now)
        visit = visits.begin(tx, new, now)
        consents.tie(tx, consent_id, visit, now)
        if code := _doubt(tx, arrival, now):
            alert = NewAlert(AlertKind.ARRIVING, code, arrival.tablet, visit.id)
            alerts.raise_alert(tx, alert, now)
        if arrival.booking:
            appointments.take(tx, arrival.booking, visit, now)
        limiter.forgive(tx, _tries(tx, "birth date", arrival.tablet, now))
        visits.issue_code(tx, visit, Secret(ticket, now + TICKET_LIFE), now)
        return ticket

    def _failed(self, door: str, problem: Exception) -> TellFrontDesk:
        self.report(f"kiosk.{door}.{type(problem).__name__}")
        return TellFrontDesk()


def _named(tx: Transaction, arrival: Arrival, now: datetime) -> Arrival | Refused:
    """Whoever arrives under the name that counts: the booked one, or the one typed."""
    if arrival.booking:
        line = appointments.line(tx, arrival.booking, listing.today(tx, now))
        if line is None or line.visit_id is not None:
            return Refused("This appointment has begun already, or is not on the list any more.")
        one = listing.booked(line)
        return replace(arrival, family=one.family, given=one.given, born=one.born)
    family, given = arrival.family.strip(), arrival.given.strip()
    if not family or max(len(family), len(given)) > LONGEST_NAME:
        return Refused("The name is missing or too long.", "name")
    return replace(arrival, family=family, given=given)


def _identity(tx: Transaction, arrival: Arrival, now: datetime) -> bytes:
    """The name that counts, and the number the clinic has for whoever is on its list."""
    day = listing.today(tx, now)
    line = appointments.line(tx, arrival.booking, day) if arrival.booking else None
    number = listing.booked(line).number if line else ""
    return visiting.identity_bytes(arrival.family, arrival.given, number)


def tell_of_minor(tx: WriteTransaction, visit: visits.Visit, draft: Draft, now: datetime) -> None:
    """Tell staff once where somebody under age answers without a guardian, by a changed answer."""
    age, who = draft.answers.get("age"), draft.answers.get("who-answers")
    if age is None or who is None or GUARDIAN in who.values:
        return
    if isinstance(age.values[0], int) and age.values[0] < OF_AGE:
        alert = NewAlert(AlertKind.ARRIVING, "minor-alone", visit.tablet, visit.id)
        alerts.raise_alert(tx, alert, now)


def _lacks_guardian(tx: Transaction, arrival: Arrival, now: datetime) -> bool:
    if arrival.born is None or arrival.who_answers in {"", GUARDIAN}:
        return False  # what is not known yet, the player asks
    return age_on(arrival.born, listing.today(tx, now)) < OF_AGE


def _doubt(tx: Transaction, arrival: Arrival, now: datetime) -> str:
    """Why somebody without an appointment may be one who has it; empty where nothing says so."""
    if arrival.booking or arrival.born is None:
        return ""
    name = f"{arrival.given} {arrival.family}"
    lines = listing.free_lines(tx, now).values()
    near = [one.born for one in lines if are_alike(name, f"{one.given} {one.family}")]
    if arrival.born in near:
        return "name-near"
    if any(one.born == arrival.born for one in lines):
        return "name-far"
    return "day-near" if near else ""


def _first_answers(tx: Transaction, arrival: Arrival, now: datetime) -> Draft:
    """What is known before the first question, as answers to the items that ask for it."""
    known = {
        "who-answers": arrival.who_answers,
        "birth-date": arrival.born.isoformat() if arrival.born else "",
    }
    given = {link_id: Given((value,)) for link_id, value in known.items() if value}
    return give(asked.QUESTIONNAIRE, Draft(), given, visiting.moment(tx, now))


def _tries(tx: Transaction, what: str, tablet: str, now: datetime) -> str:
    """Whose tries count together: those of one tablet on one day, so that no lock is for good."""
    return f"\x00{what} at {tablet} on {listing.today(tx, now).isoformat()}"
