"""The clinic's doors, opened onto the store, the rules and the reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from starlette.types import ASGIApp

from house import asked
from house import correction as correcting
from house import visit as visiting
from house.acknowledging import seen_to
from house.codes import Codes
from house.expecting import TodaysList
from house.looks import note_look
from house.office import Office
from house.papers import Papers
from house.people import People
from house.process import Process
from house.rows import everybody, worklist_row
from house.servers import warm
from house.sign_in import SignIn
from house.staff_pin import StaffPin
from house.summary_pdf import corrected
from intake.fhir import ResponseError, read_response
from intake.response import QuestionnaireResponse
from intake.store import (
    Store,
    StoreError,
    Transaction,
    WriteTransaction,
    alerts,
    audit,
    sessions,
    submissions,
    visits,
)
from intake.store.sessions import Session
from intake.store.visits import Ending, VisitStatus
from reports.clinic import doors as clinic
from reports.clinic.people_doors import PeopleDoors
from reports.clinic.premises import Premises
from reports.clinic.server import clinic_app

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
        desk = SignIn(self.store, self.clock, self.secret, self.report, demo=self.demo)
        expected = TodaysList(self._writing, self.clock)
        codes, office = Codes(self._writing, self.clock), Office(self._writing, self.clock)
        pin = StaffPin(self._writing, self.store, self.clock, self.report)
        return clinic.ClinicDoors(
            needs_set_up=desk.needs_set_up,
            set_up=desk.set_up,
            log_in=desk.log_in,
            log_out=desk.log_out,
            session=desk.session,
            touch=desk.touch,
            calls=self.calls,
            pulse=self.pulse,
            worklist=self.worklist,
            patient=self.patient,
            acknowledge=self.acknowledge,
            close_visit=self.close_visit,
            pdf=self.pdf,
            protected_pdf=self.protected_pdf,
            slip=self.slip,
            today=expected.today,
            expect=expected.expect,
            strike=expected.strike,
            appointment_code=codes.appointment_code,
            visit_code=codes.visit_code,
            code_slip=codes.code_slip,
            notice=office.notice,
            change_notice=office.change_notice,
            settings=office.settings,
            change_settings=office.change_settings,
            staff_pin=pin.staff_pin,
            set_staff_pin=pin.set_staff_pin,
            correction=self.correction,
            try_correction=self.try_correction,
            correct=self.correct,
            ready=self.ready,
            demo=self.demo,
        )

    def people(self) -> PeopleDoors:
        """The callables the pages of people and passwords are handed."""
        desk = SignIn(self.store, self.clock, self.secret, self.report, demo=self.demo)
        people = People(self._writing, self.clock)
        return PeopleDoors(
            people=people.people,
            add=people.add,
            give_code=people.give_code,
            change=people.change,
            choose_password=desk.choose_password,
            change_password=desk.change_password,
        )

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
        return self._reading("worklist", token, lambda tx: everybody(tx, self.clock()))

    def patient(
        self, token: str, visit_id: str
    ) -> clinic.PatientView | clinic.NotThere | clinic.Trouble:
        """One visit, to be read."""

        def look(tx: Transaction) -> clinic.PatientView | clinic.NotThere:
            return self._patient(tx, visit_id)

        seen = self._reading("patient", token, look)
        if isinstance(seen, clinic.PatientView) and self._is_first_look(token, visit_id):
            # To look is a change, too: without reading again the page would be drawn twice.
            return self._reading("patient", token, look)
        return seen

    def acknowledge(self, token: str, alert_ids: tuple[str, ...], note: str) -> clinic.Changed:
        """Mark alerts as seen by this person with a line of what was done."""
        if not note.strip():
            return clinic.Refused("Please write one line on what was done.", "note")
        return self._writing("acknowledge", token, seen_to(alert_ids, note, self.clock()))

    def close_visit(self, token: str, visit_id: str) -> clinic.Changed:
        """End a visit that is in progress; its answers count as of a patient who stopped."""

        def close(tx: WriteTransaction, session: Session) -> clinic.Changed:
            visit = visits.open_for_clinic(tx, visit_id)
            if visit is None:
                return clinic.NotThere()
            by = f"staff:{session.user.id}"
            ending = Ending(visit.revision, VisitStatus.CLOSED, by)
            ended = visiting.finish(tx, visiting.open_draft(tx, visit), ending, self.clock())
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

    def correction(
        self, token: str, visit_id: str
    ) -> clinic.CorrectionView | clinic.Refused | clinic.NotThere | clinic.Trouble:
        """What was submitted of a visit, to be corrected."""
        return self._writing("correction", token, correcting.view(visit_id, self.clock()))

    def try_correction(
        self, token: str, visit_id: str, change: clinic.Correction
    ) -> clinic.CorrectionTried | clinic.Refused | clinic.NotThere | clinic.Trouble:
        """What a correction would change."""
        look = correcting.tried(visit_id, change, self.clock())
        return self._writing("try-correction", token, look)

    def correct(self, token: str, visit_id: str, change: clinic.Correction) -> clinic.Changed:
        """Store a correction in the place of what was submitted."""
        write = correcting.corrected(visit_id, change, self.clock())
        return self._writing("correct", token, write)

    def ready(self) -> bool:
        """Whether the store can be written."""
        try:
            return self.store().is_writable(self.clock())
        except StoreError:
            return False

    @property
    def _papers(self) -> Papers:
        return Papers(self.clock, self.secret, self.report, self.program)

    def _patient(self, tx: Transaction, visit_id: str) -> clinic.PatientView | clinic.NotThere:
        visit = visits.open_for_clinic(tx, visit_id)
        if visit is None:
            return clinic.NotThere()
        zone, now = visiting.clinic_zone(tx), self.clock()
        stored = submissions.submissions_of_visit(tx, visit_id)
        response, assessment = self._read(tx, visit, stored)
        return clinic.PatientView(
            now=now.astimezone(zone),
            sequence=audit.head(tx).sequence,
            row=worklist_row(visit, alerts.alerts_of_visit(tx, visit_id), zone),
            response=response,
            assessment=assessment,
            as_asked=response.questionnaire.version == visit.questionnaire_version,
            has_pdf=bool(stored),
            corrected=tuple(corrected(stored, self.report)),
        )

    def _read(
        self, tx: Transaction, visit: visits.Visit, stored: tuple[submissions.Submission, ...]
    ) -> tuple[QuestionnaireResponse, bytes]:
        """The response, and its assessment as JSON; of a running visit what its level rests on."""
        if stored:
            content, questions = stored[-1].content, asked.of_submission(tx, stored[-1])
            return read_response(content.response, questions), content.assessment
        response, assessment = visiting.meaning(tx, visit, self.clock())
        return response, assessment.model_dump_json().encode()

    def _is_first_look(self, token: str, visit_id: str) -> bool:
        """Put a look on record; whether it is this session's first."""

        def note(tx: WriteTransaction, session: Session) -> bool:
            return note_look(tx, session, visit_id, self.clock())

        return self._writing("look", token, note, prolong=False) is True

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
        except Exception as problem:  # noqa: BLE001 - nothing is written, and a person gets a sentence
            return self._failed(door, problem)

    def _failed(self, door: str, problem: Exception) -> clinic.Unavailable:
        self.report(f"clinic.{door}.{type(problem).__name__}")
        return clinic.Unavailable()


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
    premises = Premises(
        house.doors(),
        house.people(),
        boot=process.boot,
        report=process.report,
        secure=bool(process.settings.certificate),
    )
    return clinic_app(premises, lifespan=warm(process))
