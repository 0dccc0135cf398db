"""The clinic's doors, opened onto the store, the rules and the reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from starlette.types import ASGIApp

from house import notice as noticing
from house import visit as visiting
from house.papers import Papers
from house.process import Process
from house.rows import notice, unreadable_row, worklist_row
from house.servers import warm
from intake.fhir import ResponseError, read_response
from intake.response import QuestionnaireResponse, Status
from intake.store import (
    InputRefused,
    Store,
    StoreError,
    Transaction,
    WriteTransaction,
    alerts,
    audit,
    sessions,
    settings,
    setup,
    submissions,
    visits,
)
from intake.store import worklist as stored_worklist
from intake.store.alerts import Acknowledgement
from intake.store.limiter import TryLater
from intake.store.sessions import Session
from intake.store.staff import NewUser, Role
from intake.store.visits import Ending, VisitStatus
from reports.clinic import doors as clinic
from reports.clinic.server import clinic_app
from screening.record import UnreadableAssessment, assessment_json
from screening.rules import RULES
from screening.triage import so_far

LOOK_BACK = timedelta(days=2)
"""How far back the worklist looks for visits; what nobody has seen to stays on it for ever."""
Report = Callable[[str], None]
_T = TypeVar("_T")


@dataclass(frozen=True)
class ClinicHouse:
    """What stands behind the clinic's doors: a store, a clock, secrets, and where to report."""

    store: Callable[[], Store] = field(repr=False)
    clock: Callable[[], datetime]
    secret: Callable[[], str] = field(repr=False)
    report: Report
    program: str
    demo: bool = False

    def doors(self) -> clinic.ClinicDoors:
        """The callables the clinic's pages are handed."""
        return clinic.ClinicDoors(
            needs_set_up=self.needs_set_up,
            set_up=self.set_up,
            log_in=self.log_in,
            log_out=self.log_out,
            session=self.session,
            touch=self.touch,
            calls=self.calls,
            pulse=self.pulse,
            worklist=self.worklist,
            patient=self.patient,
            acknowledge=self.acknowledge,
            close_visit=self.close_visit,
            pdf=self.pdf,
            protected_pdf=self.protected_pdf,
            slip=self.slip,
            notice=lambda token: self._writing("notice", token, noticing.view),
            change_notice=lambda token, change: self._writing(
                "change-notice", token, noticing.written(change, self.clock())
            ),
            ready=self.ready,
            demo=self.demo,
        )

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
            made = setup.create_first_user(self.store(), first.code, new, now)
            match made:
                case TryLater():
                    return clinic.Refused(_try_later(made), "code")
                case setup.WrongCode():
                    return clinic.Refused("The set-up code is wrong or has expired.", "code")
                case _:
                    pass
            with self.store().write() as tx:
                settings.change_settings(tx, kept, f"staff:{made.id}", now)
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

    def calls(self) -> clinic.Calls | clinic.Unavailable:
        """What tablets call for, without patient data."""
        try:
            with self.store().read() as tx:
                zone = visiting.clinic_zone(tx)
                found = tuple(
                    clinic.Call(alert.kind, alert.tablet, alert.raised_at.astimezone(zone))
                    for alert in alerts.open_alerts(tx)
                )
        except StoreError as problem:
            return self._failed("calls", problem)
        return clinic.Calls(self.clock().astimezone(zone), found)

    def pulse(self, token: str) -> int | clinic.Trouble:
        """A number that changes whenever the worklist may have."""
        return self._reading("pulse", token, lambda tx: audit.head(tx).sequence)

    def worklist(self, token: str) -> clinic.Worklist | clinic.Trouble:
        """Everybody on the list, and the open calls of tablets without a visit."""
        return self._reading("worklist", token, self._worklist)

    def patient(
        self, token: str, visit_id: str
    ) -> clinic.PatientView | clinic.NotThere | clinic.Trouble:
        """One visit, to be read."""

        def look(tx: Transaction) -> clinic.PatientView | clinic.NotThere:
            return self._patient(tx, visit_id)

        seen = self._reading("patient", token, look)
        if isinstance(seen, clinic.PatientView):
            self._note_look(token, visit_id)
        return seen

    def acknowledge(self, token: str, alert_ids: tuple[str, ...], note: str) -> clinic.Changed:
        """Mark alerts as seen by this person with a line of what was done."""
        if not note.strip():
            return clinic.Refused("Please write one line on what was done.", "note")

        def mark(tx: WriteTransaction, session: Session) -> clinic.Changed:
            by = Acknowledgement(session.user.name, note.strip()[:500].encode())
            for alert_id in alert_ids:
                alerts.acknowledge(tx, alert_id, by, self.clock())
            return clinic.Done()

        return self._writing("acknowledge", token, mark)

    def close_visit(self, token: str, visit_id: str) -> clinic.Changed:
        """End a visit that is in progress; its answers count as of a patient who stopped."""

        def close(tx: WriteTransaction, session: Session) -> clinic.Changed:
            visit = visits.open_for_clinic(tx, visit_id)
            if visit is None:
                return clinic.NotThere()
            by = f"staff:{session.user.id}"
            ending = Ending(visit.revision, VisitStatus.CLOSED, by)
            ended = visiting.finish(tx, visiting.open_draft(visit), ending, self.clock())
            if not isinstance(ended, submissions.Submitted):
                return clinic.Refused("This visit has ended already.")
            return clinic.Done()

        return self._writing("close", token, close)

    def pdf(self, token: str, visit_id: str) -> clinic.Pdf | clinic.NotThere | clinic.Trouble:
        """The PDF of the submission that counts."""

        def draw(tx: WriteTransaction, session: Session) -> clinic.Pdf | clinic.NotThere:
            return self._papers.summary(tx, session, visit_id)

        return self._writing("pdf", token, draw)

    def protected_pdf(
        self, token: str, visit_id: str, password: str
    ) -> clinic.Pdf | clinic.Refused | clinic.NotThere | clinic.Trouble:
        """The same under a password of its reader."""
        return self._writing(
            "protected",
            token,
            lambda tx, session: self._papers.protected(tx, session, visit_id, password),
        )

    def slip(self, token: str, alert_id: str) -> clinic.Pdf | clinic.NotThere | clinic.Trouble:
        """The half page of one alert."""
        return self._writing(
            "slip", token, lambda tx, session: self._papers.slip(tx, session, alert_id)
        )

    def ready(self) -> bool:
        """Whether the store can be written."""
        try:
            return self.store().is_writable(self.clock())
        except StoreError:
            return False

    @property
    def _papers(self) -> Papers:
        return Papers(self.clock, self.secret, self.report, self.program)

    def _worklist(self, tx: Transaction) -> clinic.Worklist:
        zone, now = visiting.clinic_zone(tx), self.clock()
        found = stored_worklist.worklist(tx, now - LOOK_BACK)
        today = now.astimezone(zone).date()
        rows = tuple(
            unreadable_row(entry.visit, entry.alerts, zone)
            if isinstance(entry.visit, visits.Unreadable)
            else worklist_row(entry.visit, entry.alerts, zone)
            for entry in found.entries
            if _still_listed(entry, today, zone)
        )
        calls = tuple(notice(one, zone) for one in found.alerts if one.acknowledgement is None)
        return clinic.Worklist(now.astimezone(zone), audit.head(tx).sequence, rows, calls)

    def _patient(self, tx: Transaction, visit_id: str) -> clinic.PatientView | clinic.NotThere:
        visit = visits.open_for_clinic(tx, visit_id)
        if visit is None:
            return clinic.NotThere()
        zone, now = visiting.clinic_zone(tx), self.clock()
        response, assessment, has_pdf = self._read(tx, visit)
        row = worklist_row(visit, alerts.alerts_of_visit(tx, visit_id), zone)
        sequence = audit.head(tx).sequence
        return clinic.PatientView(
            now.astimezone(zone), sequence, row, response, assessment, has_pdf
        )

    def _read(
        self, tx: Transaction, visit: visits.Visit
    ) -> tuple[QuestionnaireResponse, bytes, bool]:
        """The response, its assessment as JSON, and whether it has been submitted."""
        stored = submissions.submissions_of_visit(tx, visit.id)
        if stored:
            content = stored[-1].content
            return read_response(content.response, RULES.questionnaire), content.assessment, True
        opened = visiting.open_draft(visit)
        response = visiting.response_of(opened, Status.IN_PROGRESS, self.clock())
        running = assessment_json(so_far(response, RULES), RULES.questionnaire)
        return response, json.dumps(running, ensure_ascii=False).encode(), False

    def _note_look(self, token: str, visit_id: str) -> None:
        def note(tx: WriteTransaction, session: Session) -> clinic.Done:
            actor = f"staff:{session.user.id}"
            looked = any(
                entry.event.actor == actor
                and entry.event.action == "visit.read"
                and entry.at >= session.started_at
                for entry in audit.entries(tx, visit_id)
            )
            if not looked:
                audit.record(tx, audit.Event(actor, "visit.read", visit_id), self.clock())
            return clinic.Done()

        self._writing("look", token, note, prolong=False)

    def _reading(
        self, door: str, token: str, read: Callable[[Transaction], _T]
    ) -> _T | clinic.Trouble:
        try:
            with self.store().read() as tx:
                if sessions.current_session(tx, token, self.clock()) is None:
                    return clinic.SignedOut()
                return read(tx)
        except (StoreError, ResponseError) as problem:
            return self._failed(door, problem)

    def _writing(
        self,
        door: str,
        token: str,
        change: Callable[[WriteTransaction, Session], _T],
        *,
        prolong: bool = True,
    ) -> _T | clinic.Trouble:
        try:
            with self.store().write() as tx:
                look = sessions.touch_session if prolong else sessions.current_session
                session = look(tx, token, self.clock())
                return clinic.SignedOut() if session is None else change(tx, session)
        except (StoreError, ResponseError, UnreadableAssessment) as problem:
            return self._failed(door, problem)

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


def _still_listed(entry: stored_worklist.WorklistEntry, today: date, zone: ZoneInfo) -> bool:
    open_alert = any(alert.acknowledgement is None for alert in entry.alerts)
    if isinstance(entry.visit, visits.Unreadable):
        return True
    running = entry.visit.status is VisitStatus.IN_PROGRESS
    return running or open_alert or entry.visit.started_at.astimezone(zone).date() == today


def clinic_server(process: Process) -> ASGIApp:
    """The clinic's app, made in the clinic's process alone."""
    house = ClinicHouse(
        store=process.store,
        clock=process.clock,
        secret=process.secret,
        report=process.report,
        program=process.program,
        demo=process.settings.demo,
    )
    return clinic_app(
        house.doors(),
        boot=process.boot,
        report=process.report,
        secure=bool(process.settings.certificate),
        lifespan=warm(process),
    )
