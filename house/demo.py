"""The demo: a dozen invented patients in a store of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from house import asked
from house import today as listing
from house.invented import EXPECTED, INVENTED, SIGNATURE, Invented
from house.kiosk import KioskHouse
from house.process import Process
from intake.consent import DEFAULT_VERSION, Agreement
from intake.criteria import State
from intake.draft import Draft, Given, Moment, give
from intake.kiosk.doors import Arrival, Changes, Doors, Saved
from intake.questionnaire import Choice, NoToAll, Question
from intake.response import QuestionnaireResponse, Status, facts_as_shown
from intake.store import appointments, settings, staff, visits

LOGIN = "demo"
_ANY_DAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def invent(process: Process) -> str:
    """Fill an empty demo store with invented patients and give the password of this run."""
    _invent_patients(process)
    _invent_list(process)
    return _invent_staff(process)


def _invent_staff(process: Process) -> str:
    """One account for whoever looks around, with a new password at every start."""
    store, now, password = process.store(), process.clock(), process.secret()[:20]
    with store.read() as tx:
        known = next((one for one in staff.all_users(tx) if one.login == LOGIN), None)
    if known is None:
        new = staff.NewUser(LOGIN, "Demo Nurse", staff.Role.ADMIN, password)
        staff.add_user(store, new, "system", now)
    else:
        staff.set_password(store, known, password, "system", now)
    return password


def _invent_patients(process: Process) -> None:
    """Fill an empty store; leave one that has visits as it is."""
    now = process.clock()
    with process.store().write() as tx:
        if visits.list_for_clinic(tx, now - timedelta(days=3650)):
            return
        if settings.load_settings(tx) is None:
            kept = settings.checked_settings(
                {"time_zone": "UTC", "clinic_name": "Demo clinic", "demo": True}
            )
            settings.change_settings(tx, kept, "system", now)
    for number, one in enumerate(INVENTED):
        _visit(process, one, timedelta(minutes=3 * (len(INVENTED) - number)))


def _invent_list(process: Process) -> None:
    """Expect somebody today, on whichever day the demo is started."""
    now = process.clock()
    with process.store().write() as tx:
        listing.forget_yesterday(tx, now)
        day = listing.today(tx, now)
        if not appointments.of_day(tx, day):
            bodies = [one.model_dump_json().encode() for one in EXPECTED]
            appointments.add(tx, day, bodies, "system", now)


@dataclass(frozen=True)
class _Late:
    """The kiosk of a demo, some minutes ago."""

    process: Process
    ago: timedelta

    def house(self) -> KioskHouse:
        return KioskHouse(
            store=self.process.store,
            clock=lambda: self.process.clock() - self.ago,
            secret=self.process.secret,
            report=self.process.report,
            demo=True,
        )


def _visit(process: Process, one: Invented, ago: timedelta) -> None:
    """One invented patient's visit, through the same doors a tablet uses."""
    doors = _Late(process, ago).house().doors()
    notice = Agreement(version=DEFAULT_VERSION, language=one.language, tablet=one.tablet)
    consent = agreed(doors, notice)
    arrival = Arrival(one.family, one.given, one.tablet, one.language, consent)
    ticket = doors.begin(arrival)
    token = doors.claim(ticket) if isinstance(ticket, str) else None
    if token is None:
        return
    answers = whole_answers({"birth-date": one.born, **one.answers}, one.stops_at)
    saved = doors.record(token, Changes(0, answers, one.stops_at))
    if one.stops_at is None and isinstance(saved, Saved) and not saved.paused:
        doors.submit(token, saved.revision)


def agreed(doors: Doors, given: Agreement) -> str:
    """Agree with an invented signature; give what a visit begins on, empty where nothing does."""
    signed = given.model_copy(update={"strokes": SIGNATURE})
    secret = doors.agree(signed)
    return secret if isinstance(secret, str) else ""


def whole_answers(
    stated: Mapping[str, str | tuple[str, ...]], until: str | None = None
) -> dict[str, Given]:
    """Every answer such a patient gives: what is stated, and the harmless answer to the rest."""
    given: dict[str, Given] = {}
    for link_id, item in asked.QUESTIONNAIRE.questions.items():
        if link_id == until:
            break
        if not _is_open(given, link_id):
            continue
        values = stated.get(link_id, _harmless(item))
        if values:
            given[link_id] = Given((values,) if isinstance(values, str) else values)
    return given


def _is_open(given: Mapping[str, Given], link_id: str) -> bool:

    moment = Moment(_ANY_DAY, _ANY_DAY.date())
    draft = give(asked.QUESTIONNAIRE, Draft(), given, moment)
    response = QuestionnaireResponse(
        asked.QUESTIONNAIRE, moment.now, Status.IN_PROGRESS, draft.answers
    )
    return facts_as_shown(response).of[link_id].state is State.OPEN


def _harmless(item: Question) -> str:
    """No, None, or the first option that is not alarming; empty where it may be skipped."""
    if not isinstance(item, Choice) or isinstance(item, NoToAll) or not item.required:
        return ""
    codes = [option.code for option in item.options]
    return next((code for code in ("no", "none", "same", "not-stiff") if code in codes), codes[0])
