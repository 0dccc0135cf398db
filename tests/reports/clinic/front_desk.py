"""A clinic with made-up patients behind its doors: what the pages are tried out on.

`serve` runs the clinic's application over doors that remember everything in a file, so that the
server can be killed and started again. What happens meanwhile (a new alert, a failing store) is
told to it under ``/test/``.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from zlib import crc32
from zoneinfo import ZoneInfo

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from intake.answers import Answer, Value
from intake.appointment import Appointment
from intake.consent import Notice as PrivacyNotice
from intake.consent import first_notice
from intake.correction import PutRight, put_right
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice
from intake.response import Person, QuestionnaireResponse, Status
from intake.store import InputRefused
from intake.store.alerts import AlertKind
from intake.store.settings import ClinicSettings, checked_settings
from intake.store.staff import Role
from intake.store.visits import VisitStatus
from reports.clinic.doors import (
    Call,
    Calls,
    Changed,
    ClinicDoors,
    CodeSlip,
    Correction,
    CorrectionTried,
    CorrectionView,
    Credentials,
    Done,
    Expected,
    FirstSetUp,
    IssuedCode,
    NoticeChange,
    NoticeView,
    NotThere,
    PatientView,
    Pdf,
    Refused,
    SettingsChange,
    SettingsView,
    SignedIn,
    SignedOut,
    StaffPinView,
    TodayView,
    Unavailable,
    Who,
    Worklist,
)
from reports.clinic.people_doors import (
    FirstPassword,
    NewPerson,
    PasswordChange,
    PasswordCode,
    PeopleDoors,
    PeopleView,
    PersonChange,
)
from reports.clinic.people_doors import Person as Colleague
from reports.clinic.premises import Premises
from reports.clinic.server import clinic_app
from reports.effect import Meaning, effect
from reports.worklist import Notice, Seen, WorklistRow
from screening.finding import Urgency
from screening.record import assessed
from screening.rules import RULES

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 3, 14, 10, 0, tzinfo=ZONE)
NURSE = Credentials("rsample", "four plain made-up words")
SET_UP_CODE = "7F3K-Q2MN"
CODE = "HJKM-2345"
PDF = b"%PDF-1.7 made-up summary"
PROTECTED = b"%PDF-1.7 made-up protected copy"
SLIP = b"%PDF-1.7 made-up slip"
TOKEN = "token-{number}-of-a-made-up-nurse"  # noqa: S105 - opens a made-up clinic only

LONG_CODE = "7F3K-Q2MN-HJKM-2345"
ME = Colleague(
    id="me",
    name="R. Sample, RN",
    login=NURSE.login,
    role=Role.ADMIN,
    last_seen=NOW - timedelta(hours=1),
    chosen=True,
    locked=False,
    closed=False,
    oneself=True,
)

HOSTILE = (
    "<script>document.title='taken'</script> <img src=http://patient.invalid/a.png> "
    "![look](http://patient.invalid/b.png) :red[not a red flag] **bold** $x^2$ "
    "</div><style>body{display:none}</style> [link](http://patient.invalid/c) & <b>tags</b>"
)
WELL: dict[str, Value | tuple[Value, ...]] = {
    "who-answers": "me",
    "age": 62,
    "sex-at-birth": "female",
    "which-knee": "right",
    "heart-or-breath": "no",
    "bladder-or-bowel": "no",
    "saddle-numbness": "no",
    "sudden-weakness": "no",
    "cold-leg": "no",
    "hot-knee": "no",
    "fever-or-ill": "no",
    "worst-pain": "4",
}
FEVERISH = {**WELL, "hot-knee": "new", "fever-or-ill": "yes", "saddle-numbness": "not-sure"}


@dataclass(frozen=True)
class Patient:
    """A made-up patient: what the list shows, and what was answered."""

    row: WorklistRow
    answers: Mapping[str, Value | tuple[Value, ...]]


def patients() -> dict[str, Patient]:
    """Three who need nobody: one routine, one soon, one still answering."""
    ended, running = VisitStatus.COMPLETED, VisitStatus.IN_PROGRESS
    return {
        "well": Patient(_row("well", "Placeholder", Urgency.ROUTINE, ended, 50), WELL),
        "hot": Patient(_row("hot", "Mockup", Urgency.SOON, ended, 20), FEVERISH),
        "busy": Patient(_row("busy", "Imaginary", Urgency.ROUTINE, running, 5), WELL),
    }


def _row(
    visit_id: str, family: str, urgency: Urgency, status: VisitStatus, minutes: int
) -> WorklistRow:
    ended = status is not VisitStatus.IN_PROGRESS
    return WorklistRow(
        visit_id=visit_id,
        reference=f"REF-{visit_id.upper()}",
        family=family,
        given="Sol",
        tablet="Window",
        status=status,
        urgency=urgency,
        final=ended,
        started_at=NOW - timedelta(minutes=minutes),
        ended_at=NOW - timedelta(minutes=1) if ended else None,
    )


@dataclass
class House:
    """What stands behind the doors, and what was done through them."""

    file: Path
    now: datetime = NOW
    sequence: int = 1
    patients: dict[str, Patient] = field(default_factory=patients)
    calls: tuple[Notice, ...] = ()
    tokens: list[str] = field(default_factory=list)
    handed_out: int = 0
    set_up_needed: bool = False
    broken: str = ""
    demo: bool = True
    done: list[dict[str, object]] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    role: str = "clinician"
    expected: dict[str, Appointment] = field(default_factory=dict)
    notice: PrivacyNotice = field(default_factory=first_notice)
    version: int = 1
    settings: ClinicSettings = field(default_factory=partial(ClinicSettings, time_zone="UTC"))
    pin: str = ""
    people: dict[str, Colleague] = field(default_factory=lambda: {"me": ME})

    def report(self, code: str) -> None:
        self.codes.append(code)

    def keep(self) -> None:
        """Remember everything, as a store would."""
        self.sequence += 1
        self.file.write_bytes(pickle.dumps(self))

    def row(self, visit_id: str) -> WorklistRow:
        return self.patients[visit_id].row

    def change(self, visit_id: str, **changes: object) -> None:
        patient = self.patients[visit_id]
        row = replace(patient.row, **changes)  # type: ignore[arg-type]
        self.patients[visit_id] = replace(patient, row=row)

    def notices(self) -> tuple[Notice, ...]:
        """Every notice there is, of visits and of tablets."""
        return (*(n for one in self.patients.values() for n in one.row.notices), *self.calls)


class FrontDesk:
    """The doors over a house."""

    def __init__(self, house: House) -> None:
        self.house = house

    def doors(self) -> ClinicDoors:
        return ClinicDoors(
            needs_set_up=lambda: self.house.set_up_needed,
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
            today=self.today,
            expect=self.expect,
            strike=self.strike,
            appointment_code=self.appointment_code,
            visit_code=self.visit_code,
            code_slip=self.code_slip,
            notice=self.notice,
            change_notice=self.change_notice,
            settings=self.settings,
            change_settings=self.change_settings,
            staff_pin=self.staff_pin,
            set_staff_pin=self.set_staff_pin,
            correction=self.correction,
            try_correction=self.try_correction,
            correct=self.correct,
            ready=lambda: self.house.broken == "",
            demo=self.house.demo,
        )

    def set_up(self, first: FirstSetUp) -> SignedIn | Refused | Unavailable:
        if first.code != SET_UP_CODE:
            return Refused("The set-up code is wrong or has expired.", "code")
        self.house.set_up_needed = False
        self.house.done.append({"set_up": first.clinic_name, "zone": first.time_zone})
        return self._signed_in()

    def log_in(self, typed: Credentials) -> SignedIn | Refused | Unavailable:
        if self.house.broken:
            return Unavailable()
        if (typed.login, typed.password) != (NURSE.login, NURSE.password):
            return Refused("The name or the password is not right.")
        return self._signed_in(typed.browser)

    def _signed_in(self, browser: str = "") -> SignedIn:
        self.house.handed_out += 1
        token = TOKEN.format(number=self.house.handed_out)
        self.house.tokens.append(token)
        self.house.keep()
        return SignedIn(token, browser or "a-made-up-browser")

    def log_out(self, token: str) -> None:
        if token in self.house.tokens:
            self.house.tokens.remove(token)
            self.house.keep()

    def session(self, token: str) -> Who | None:
        if token not in self.house.tokens:
            return None
        return Who("R. Sample, RN", Role(self.house.role), self.house.now + timedelta(minutes=10))

    def touch(self, token: str) -> Who | None:
        self.house.done.append({"touched": token})
        return self.session(token)

    def calls(self) -> Calls | Unavailable:
        still_open = [one for one in self.house.notices() if one.seen is None]
        found = tuple(Call(one.kind, one.tablet, one.raised_at) for one in still_open)
        return Calls(self.house.now, found)

    def _trouble(self, token: str) -> SignedOut | Unavailable | None:
        if self.house.broken == "raise":
            raise RuntimeError("Placeholder, Ana could not be read")
        if self.house.broken:
            return Unavailable()
        return None if self.session(token) else SignedOut()

    def pulse(self, token: str) -> int | SignedOut | Unavailable:
        return self._trouble(token) or self.house.sequence

    def worklist(self, token: str) -> Worklist | SignedOut | Unavailable:
        rows = tuple(one.row for one in self.house.patients.values())
        found = Worklist(self.house.now, self.house.sequence, rows, self.house.calls)
        return self._trouble(token) or found

    def patient(
        self, token: str, visit_id: str
    ) -> PatientView | NotThere | SignedOut | Unavailable:
        patient = self.house.patients.get(visit_id)
        if trouble := self._trouble(token):
            return trouble
        if patient is None:
            return NotThere()
        response = response_of(patient)
        meaning = assessed(response, RULES)
        return PatientView(
            now=self.house.now,
            sequence=self.house.sequence,
            row=patient.row,
            response=response,
            assessment=meaning.model_dump_json().encode(),
            has_pdf=patient.row.final,
        )

    def acknowledge(self, token: str, alert_ids: tuple[str, ...], note: str) -> Changed:
        if trouble := self._trouble(token):
            return trouble
        seen = Seen("R. Sample, RN", self.house.now, note)
        for visit_id, patient in self.house.patients.items():
            notices = tuple(_seen(one, alert_ids, seen) for one in patient.row.notices)
            self.house.change(visit_id, notices=notices)
        self.house.calls = tuple(_seen(one, alert_ids, seen) for one in self.house.calls)
        self.house.done.append({"seen": sorted(alert_ids), "note": note})
        self.house.keep()
        return Done()

    def close_visit(self, token: str, visit_id: str) -> Changed:
        if trouble := self._trouble(token):
            return trouble
        if self.house.row(visit_id).status is not VisitStatus.IN_PROGRESS:
            return Refused("This visit has ended already.")
        self.house.change(visit_id, status=VisitStatus.CLOSED, final=True, ended_at=self.house.now)
        self.house.done.append({"closed": visit_id})
        self.house.keep()
        return Done()

    def pdf(self, token: str, visit_id: str) -> Pdf | NotThere | SignedOut | Unavailable:
        if trouble := self._trouble(token):
            return trouble
        patient = self.house.patients.get(visit_id)
        if patient is None or not patient.row.final:
            return NotThere()
        return Pdf(PDF, patient.row.reference)

    def protected_pdf(
        self, token: str, visit_id: str, password: str
    ) -> Pdf | Refused | NotThere | SignedOut | Unavailable:
        drawn = self.pdf(token, visit_id)
        if not isinstance(drawn, Pdf):
            return drawn
        self.house.done.append({"protected": visit_id, "letters": len(password)})
        return Pdf(PROTECTED, drawn.reference)

    def slip(self, token: str, alert_id: str) -> Pdf | NotThere | SignedOut | Unavailable:
        if trouble := self._trouble(token):
            return trouble
        if alert_id not in {one.alert_id for one in self.house.notices()}:
            return NotThere()
        return Pdf(SLIP, "REF-HOT")

    def today(self, token: str) -> TodayView | SignedOut | Unavailable:
        lines = tuple(Expected(key, one) for key, one in self.house.expected.items())
        return self._trouble(token) or TodayView(self.house.now, lines)

    def expect(self, token: str, lines: tuple[Appointment, ...]) -> Changed:
        if trouble := self._trouble(token):
            return trouble
        if set(lines) & set(self.house.expected.values()):
            return Refused("On the list already.")
        self.house.expected |= {f"line-{one.clock.replace(':', '')}": one for one in lines}
        self.house.keep()
        return Done()

    def strike(self, token: str, line_id: str) -> Changed:
        if trouble := self._trouble(token):
            return trouble
        gone = self.house.expected.pop(line_id, None)
        self.house.keep()
        return Done() if gone else NotThere()

    def appointment_code(
        self, token: str, line_id: str
    ) -> IssuedCode | Refused | NotThere | SignedOut | Unavailable:
        if trouble := self._trouble(token):
            return trouble
        if line_id not in self.house.expected:
            return NotThere()
        return IssuedCode(CODE, self.house.now + timedelta(minutes=30), "en", fresh=True)

    def visit_code(
        self, token: str, visit_id: str
    ) -> IssuedCode | Refused | NotThere | SignedOut | Unavailable:
        if trouble := self._trouble(token):
            return trouble
        patient = self.house.patients.get(visit_id)
        if patient is None:
            return NotThere()
        if patient.row.final:
            return Refused("This visit has ended.")
        self.house.done.append({"code": visit_id})
        return IssuedCode(CODE, self.house.now + timedelta(minutes=30), "es")

    def code_slip(self, token: str, wanted: CodeSlip) -> Pdf | NotThere | SignedOut | Unavailable:
        if trouble := self._trouble(token):
            return trouble
        self.house.done.append({"slip": wanted.language})
        return Pdf(SLIP, "code") if wanted.code == CODE else NotThere()

    def notice(self, token: str) -> NoticeView | Refused | SignedOut | Unavailable:
        if trouble := self._trouble(token):
            return trouble
        if self.house.role != Role.ADMIN:
            return Refused("Only an administrator.")
        return NoticeView(self.house.notice, self.house.now)

    def change_notice(self, token: str, change: NoticeChange) -> Changed:
        seen = self.notice(token)
        if not isinstance(seen, NoticeView):
            return seen
        if change.base != seen.notice.version:
            return Refused("Somebody else was first.")
        self.house.notice = PrivacyNotice(version=change.base + 1, texts=dict(change.texts))
        self.house.keep()
        return Done()

    def settings(self, token: str) -> SettingsView | Refused | SignedOut | Unavailable:
        if (who := self.session(token)) and who.role is not Role.ADMIN:
            return Refused("Only an administrator.")
        known = self.house.settings
        return self._trouble(token) or SettingsView(
            f"{crc32(known.model_dump_json().encode())}", known
        )

    def change_settings(self, token: str, change: SettingsChange) -> Changed:
        view = self.settings(token)
        if not isinstance(view, SettingsView):
            return view
        if change.base != view.base:
            return Refused("Somebody else was faster.")
        try:
            values = {**view.settings.model_dump(), **change.values}
            self.house.settings = checked_settings(values)
        except InputRefused as problem:
            return Refused(str(problem))
        self.house.keep()
        return Done()

    def staff_pin(self, token: str) -> StaffPinView | Refused | SignedOut | Unavailable:
        if trouble := self._trouble(token):
            return trouble
        if self.house.role != Role.ADMIN:
            return Refused("Only an administrator.")
        return StaffPinView(self.house.now if self.house.pin else None, "R. Sample, RN")

    def set_staff_pin(self, token: str, pin: str) -> Changed:
        seen = self.staff_pin(token)
        if not isinstance(seen, StaffPinView):
            return seen
        if not pin.isdigit():
            return Refused("Only digits.", "pin")
        self.house.pin = pin
        self.house.keep()
        return Done()

    def people_doors(self) -> PeopleDoors:
        return PeopleDoors(
            people=self.people,
            add=self.add_person,
            give_code=self.give_code,
            change=self.change_person,
            choose_password=self.choose_password,
            change_password=self.change_password,
        )

    def people(self, token: str) -> PeopleView | Refused | SignedOut | Unavailable:
        if trouble := self._trouble(token):
            return trouble
        if self.house.role != Role.ADMIN:
            return Refused("Only an administrator.")
        return PeopleView(self.house.now, tuple(self.house.people.values()))

    def add_person(
        self, token: str, new: NewPerson
    ) -> PasswordCode | Refused | SignedOut | Unavailable:
        seen = self.people(token)
        if not isinstance(seen, PeopleView):
            return seen
        if new.login in {one.login for one in seen.people}:
            return Refused("Somebody already uses this sign-in name.", "login")
        added = replace(
            ME, id=new.login, name=new.name, login=new.login, role=new.role, last_seen=None
        )
        self.house.people[new.login] = replace(added, chosen=False, oneself=False)
        self.house.keep()
        return PasswordCode(new.name, new.login, LONG_CODE, self.house.now + timedelta(days=3))

    def give_code(
        self, token: str, user_id: str
    ) -> PasswordCode | Refused | NotThere | SignedOut | Unavailable:
        seen = self.people(token)
        if not isinstance(seen, PeopleView):
            return seen
        one = self.house.people.get(user_id)
        if one is None:
            return NotThere()
        until = self.house.now + timedelta(days=3)
        return PasswordCode(one.name, one.login, LONG_CODE, until)

    def change_person(self, token: str, user_id: str, what: PersonChange) -> Changed:
        seen = self.people(token)
        if not isinstance(seen, PeopleView):
            return seen
        if user_id not in self.house.people:
            return NotThere()
        self.house.done.append({what.value: user_id})
        self.house.keep()
        return Done()

    def choose_password(self, typed: FirstPassword) -> SignedIn | Refused | Unavailable:
        if typed.code != LONG_CODE:
            return Refused("This code does not work.", "code")
        return self._signed_in(typed.browser)

    def change_password(self, token: str, typed: PasswordChange) -> Changed:
        if trouble := self._trouble(token):
            return trouble
        if typed.old != NURSE.password:
            return Refused("This is not your present password.", "old")
        return Done()

    def correction(
        self, token: str, visit_id: str
    ) -> CorrectionView | Refused | NotThere | SignedOut | Unavailable:
        patient = self.house.patients.get(visit_id)
        if trouble := self._trouble(token):
            return trouble
        if self.house.role == Role.FRONT_DESK:
            return Refused("The front desk cannot.")
        if patient is None or not patient.row.final:
            return NotThere()
        response = response_of(patient)
        return CorrectionView(
            now=self.house.now,
            submission_id=f"{visit_id}-{self.house.version}",
            version=self.house.version,
            row=patient.row,
            meaning=Meaning(response, assessed(response, RULES)),
            same_rules=True,
        )

    def try_correction(
        self, token: str, visit_id: str, change: Correction
    ) -> CorrectionTried | Refused | NotThere | SignedOut | Unavailable:
        view = self.correction(token, visit_id)
        if not isinstance(view, CorrectionView):
            return view
        if change.base != view.submission_id:
            return Refused("Somebody else was first.", "base")
        right = PutRight(change.link_id, change.values, self.house.now, "RS")
        after = put_right(view.meaning.response, right)
        return CorrectionTried(view, Meaning(after, assessed(after, RULES)))

    def correct(self, token: str, visit_id: str, change: Correction) -> Changed:
        tried = self.try_correction(token, visit_id, change)
        if not isinstance(tried, CorrectionTried):
            return tried
        if effect(tried.view.meaning, tried.after).needs_confirming and not change.sure:
            return Refused("Not sure.", "sure")
        patient = self.house.patients[visit_id]
        answers = {**patient.answers, change.link_id: change.values}
        self.house.patients[visit_id] = replace(patient, answers=answers)
        self.house.version += 1
        self.house.done.append({"corrected": change.link_id, "why": change.why})
        self.house.keep()
        return Done()


def _seen(notice: Notice, alert_ids: tuple[str, ...], seen: Seen) -> Notice:
    return replace(notice, seen=seen) if notice.alert_id in alert_ids else notice


def response_of(patient: Patient) -> QuestionnaireResponse:
    """What this patient answered."""
    answers = {
        link_id: Answer(value if isinstance(value, tuple) else (value,), NOW)
        for link_id, value in patient.answers.items()
    }
    for link_id, answer in answers.items():
        item = KNEE_TWITCHING.questions[link_id]
        assert not isinstance(item, Choice) or all(item.option(one) for one in answer.values)
    status = Status.COMPLETED if patient.row.final else Status.IN_PROGRESS
    person = Person(patient.row.family, patient.row.given, None, patient.row.reference)
    return QuestionnaireResponse(KNEE_TWITCHING, NOW, status, answers, person)


# What happens in the waiting room while somebody looks at the pages.


def _raise(house: House, told: dict[str, str]) -> None:
    notice = Notice(
        alert_id=told["alert"],
        kind=AlertKind(told["kind"]),
        tablet=told.get("tablet", "Window"),
        title=told.get("title", ""),
        raised_at=house.now - timedelta(minutes=int(told.get("minutes", "0"))),
    )
    if visit_id := told.get("visit"):
        house.change(visit_id, notices=(*house.row(visit_id).notices, notice))
    else:
        house.calls = (*house.calls, notice)
    if notice.kind is AlertKind.EMERGENCY and visit_id:
        house.change(visit_id, urgency=Urgency.EMERGENCY)


def _write(house: House, told: dict[str, str]) -> None:
    """A patient types something: a name, or the free text at the end."""
    patient = house.patients[told["visit"]]
    row = replace(patient.row, family=told["text"], tablet=told["text"])
    answers = {**patient.answers, "anything-else": told["text"]}
    house.patients[told["visit"]] = Patient(row, answers)


def served(house: House) -> ASGIApp:
    """The clinic's application, and beside it what the tests tell of the waiting room."""

    async def happen(request: Request) -> Response:
        told = json.loads(await request.body() or b"{}")
        match request.path_params["what"]:
            case "raise":
                _raise(house, told)
            case "write":
                _write(house, told)
            case "set":
                vars(house).update(told)
            case "fresh":
                vars(house).update(vars(House(house.file)))
            case _:
                return JSONResponse({"done": house.done, "codes": house.codes})
        house.keep()
        return Response(status_code=204)

    desk = FrontDesk(house)
    premises = Premises(desk.doors(), desk.people_doors(), boot="made-up", report=house.report)
    clinic = clinic_app(premises)
    room = Starlette(routes=[Route("/test/{what}", happen, methods=["GET", "POST"])])

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        happens = scope["type"] == "http" and scope["path"].startswith("/test/")
        await (room if happens else clinic)(scope, receive, send)

    return both


def serve(port: str, file: str) -> None:
    """Serve a clinic that remembers everything in a file, until stopped."""
    kept = Path(file)
    remembered = pickle.loads(kept.read_bytes()) if kept.exists() else House(kept)  # noqa: S301
    uvicorn.run(served(remembered), port=int(port), log_level="warning")
