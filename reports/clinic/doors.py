"""The doors between the clinic's pages and the rest of the house: what app.py provides.

The pages hold no key and open no store. Whoever stands before a door is named by a session token;
every door that takes one checks it itself, in the transaction in which it reads or writes, and
answers `SignedOut` when it opens nothing. Doors never raise for what may happen in good order, and
a failing machine is `Unavailable`, reported to the log as a code without answers. Every datetime
they give is aware and in the clinic's time zone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from intake.appointment import Appointment
from intake.consent import Notice as PrivacyNotice
from intake.consent import NoticeText
from intake.response import QuestionnaireResponse
from intake.store.alerts import AlertKind
from intake.store.settings import ClinicSettings
from intake.store.staff import Role
from intake.store.visits import VisitStatus
from reports.effect import Meaning
from reports.visit import Corrected
from reports.worklist import Notice, WorklistRow


@dataclass(frozen=True)
class Credentials:
    """What somebody typed to sign in; ``browser`` is what its long-lived cookie says."""

    login: str
    password: str = field(repr=False)
    browser: str = field(default="", repr=False)


@dataclass(frozen=True)
class FirstSetUp:
    """What the first person types: the code from the terminal, an account, the clinic."""

    code: str = field(repr=False)
    login: str
    name: str
    password: str = field(repr=False)
    clinic_name: str
    time_zone: str


@dataclass(frozen=True)
class SignedIn:
    """The token of a new session (256 random bits), for the cookie.

    ``browser`` is for the long-lived cookie by which the browser is known again.
    """

    token: str = field(repr=False)
    browser: str = field(default="", repr=False)


@dataclass(frozen=True)
class Who:
    """The person signed in, and when the session ends without another sign of life."""

    name: str
    role: Role
    ends_at: datetime


@dataclass(frozen=True)
class Call:
    """That a tablet calls, and since when: nothing of a patient, as the room can see it anyway."""

    kind: AlertKind
    tablet: str
    raised_at: datetime


@dataclass(frozen=True)
class Calls:
    """Every call nobody has seen to, at a moment."""

    now: datetime
    calls: tuple[Call, ...]


@dataclass(frozen=True)
class Worklist:
    """Everybody on the list at a moment, and the open calls of tablets without a visit.

    ``sequence`` is what `ClinicDoors.pulse` would have given at that moment.
    """

    now: datetime
    sequence: int
    rows: tuple[WorklistRow, ...]
    calls: tuple[Notice, ...] = ()


def _zone(moment: datetime) -> ZoneInfo:
    return moment.tzinfo if isinstance(moment.tzinfo, ZoneInfo) else ZoneInfo("UTC")


@dataclass(frozen=True)
class PatientView:
    """One visit, to be read.

    ``assessment`` is what `screening.record.assessment_json` gave, as JSON bytes: of an ended
    visit the stored one, unchanged; of a running one what its level rests on: what is true so far,
    and nothing under ``could_not_rule_out``, or once its patient stopped, what that means.
    ``has_pdf`` is whether there is a submission to print, ``corrected`` what staff put right in it
    since. ``as_asked`` is False where the wording of the questions was not kept, so that they stand
    in today's.
    """

    now: datetime
    sequence: int
    row: WorklistRow
    response: QuestionnaireResponse = field(repr=False)
    assessment: bytes = field(repr=False)
    has_pdf: bool
    corrected: tuple[Corrected, ...] = field(default=(), repr=False)
    as_asked: bool = True

    @property
    def zone(self) -> ZoneInfo:
        """The clinic's time zone, in which its times are."""
        return _zone(self.now)


@dataclass(frozen=True)
class Pdf:
    """The finished file, and the visit's reference (no patient data) for its name."""

    content: bytes = field(repr=False)
    reference: str


@dataclass(frozen=True)
class Expected:
    """A line of today's list; ``visit_id`` and ``status`` are None until its patient has begun."""

    id: str
    booked: Appointment = field(repr=False)
    visit_id: str | None = None
    status: VisitStatus | None = None


@dataclass(frozen=True)
class TodayView:
    """Today's list, the earliest first; ``now`` is on the clinic's clock."""

    now: datetime
    lines: tuple[Expected, ...]


@dataclass(frozen=True)
class IssuedCode:
    """A code for one use, shown once; until when, and the language its reader was asked in.

    ``fresh`` says that it begins a visit rather than handing one over.
    """

    code: str = field(repr=False)
    until: datetime
    language: str
    fresh: bool = False


@dataclass(frozen=True)
class CodeSlip:
    """The half page somebody wants of a code that was just shown, in this language."""

    code: str = field(repr=False)
    language: str


@dataclass(frozen=True)
class NoticeView:
    """The privacy notice in force; ``since`` is None while it is the program's own."""

    notice: PrivacyNotice
    since: datetime | None


@dataclass(frozen=True)
class NoticeChange:
    """Other words for the notice, by language, written on top of the version ``base``."""

    base: int
    texts: Mapping[str, NoticeText]


@dataclass(frozen=True)
class SettingsView:
    """The clinic's settings in force; ``base`` is the mark by which they are known again."""

    base: str
    settings: ClinicSettings


@dataclass(frozen=True)
class SettingsChange:
    """Other values for some of the settings, written on top of those ``base`` marks."""

    base: str
    values: Mapping[str, object]


@dataclass(frozen=True)
class StaffPinView:
    """The staff PIN in force: since when and set by whom; ``since`` is None while there is none."""

    since: datetime | None
    by: str


@dataclass(frozen=True)
class CorrectionView:
    """The submission of a visit that counts, to be corrected: its id, and which version it is."""

    now: datetime
    submission_id: str
    version: int
    row: WorklistRow
    meaning: Meaning = field(repr=False)
    same_rules: bool
    """Whether the rules of today are those by which it was assessed."""

    @property
    def zone(self) -> ZoneInfo:
        """The clinic's time zone, in which its times are."""
        return _zone(self.now)


@dataclass(frozen=True)
class CorrectionTried:
    """What a correction would come to; nothing is saved."""

    view: CorrectionView
    after: Meaning = field(repr=False)


@dataclass(frozen=True)
class Correction:
    """An answer as staff know it now, and why, on top of the submission ``base``.

    ``values`` are option codes, one text, or one ISO date. ``sure`` says that whoever saves it was
    told what it lowers.
    """

    base: str
    link_id: str
    values: tuple[str, ...] = field(repr=False)
    why: str = field(repr=False)
    sure: bool = False


@dataclass(frozen=True)
class Done:
    """It is on disk; ``said`` is what whoever did it must know besides, in a sentence."""

    said: str = ""


@dataclass(frozen=True)
class Refused:
    """Nothing was changed; ``reason`` is a sentence for the person who asked.

    ``field`` names the field of `FirstSetUp` or `Credentials` at fault, where one is.
    """

    reason: str
    field: str | None = None


@dataclass(frozen=True)
class SignedOut:
    """The token opens nothing (any more)."""


@dataclass(frozen=True)
class NotThere:
    """There is no such visit, or nothing of it to print yet."""


@dataclass(frozen=True)
class Unavailable:
    """The machine failed; nothing already saved is lost."""


Trouble: TypeAlias = SignedOut | Unavailable
Changed: TypeAlias = Done | Refused | NotThere | Trouble


@dataclass(frozen=True)
class ClinicDoors:
    """Everything the clinic's pages can ask of the house. Tokens are the first argument."""

    needs_set_up: Callable[[], bool]
    """Whether nobody has an account yet. Asked often; may remember that somebody has."""
    set_up: Callable[[FirstSetUp], SignedIn | Refused | Unavailable]
    """Use up the code, make the first account (an administrator) and the clinic's settings, in
    that order of checks and all or nothing, and start a session. Guesses at the code are limited.
    Refused for a wrong code, a weak password, an unknown time zone."""
    log_in: Callable[[Credentials], SignedIn | Refused | Unavailable]
    """Check a password (tries limited, in the store) and start a session with a fresh token.
    The refusal never tells whether the login exists; when it is too early to try again it says
    from when on. Whoever guesses elsewhere shuts nobody out of a browser that is known."""
    log_out: Callable[[str], None]
    """End the session of a token; quietly nothing for an unknown one."""
    session: Callable[[str], Who | None]
    """Who is signed in with a token. Looking does not prolong the session. None as well when the
    store cannot be asked. Called for every request and every rerun: one indexed read."""
    touch: Callable[[str], Who | None]
    """The same, and prolongs the session, because the person did something."""
    calls: Callable[[], Calls | Unavailable]
    """What tablets call for, without a session and without patient data: shown where somebody
    must sign in first, so that an idle screen at the desk still calls."""
    pulse: Callable[[str], int | Trouble]
    """A number that changes whenever the worklist may have; does not prolong the session."""
    worklist: Callable[[str], Worklist | Trouble]
    """Every visit of the clinic's today, every one still in progress, and every one with a notice
    nobody has seen to, however old; in any order. Does not prolong the session."""
    patient: Callable[[str, str], PatientView | NotThere | Trouble]
    """One visit by its id, to be read. Does not prolong the session. The first look of a person
    at a visit is on the audit chain; looking again within the session need not be."""
    acknowledge: Callable[[str, tuple[str, ...], str], Changed]
    """Mark exactly these alerts as seen by this person with a line of what was done, and prolong
    the session: one transaction. An alert somebody else has seen meanwhile stays theirs: the line
    is kept beside theirs, and `Done.said` names who was first and when. One raised meanwhile,
    hence not named, stays open. Refused for an empty line, and where a line could not be kept."""
    close_visit: Callable[[str, str], Changed]
    """End a visit that is in progress, by its id, at whatever revision it is: its answers are
    screened as of a patient who stopped, stored for good, and the tablet's access ends. Refused
    when it has ended already."""
    pdf: Callable[[str, str], Pdf | NotThere | Trouble]
    """The PDF of a visit's submission that counts, by the visit's id; on the audit chain."""
    protected_pdf: Callable[[str, str, str], Pdf | Refused | NotThere | Trouble]
    """The same PDF for outside the clinic, encrypted under the password of whoever will read it,
    which is kept nowhere; on the audit chain. Refused for a password that protects nothing."""
    slip: Callable[[str, str], Pdf | NotThere | Trouble]
    """The half page for one alert of today, by its id: who, where, what, since when, what to do.
    On the audit chain, without what it says."""
    today: Callable[[str], TodayView | Trouble]
    """Whom the clinic expects today. Forgets who was expected before, and prolongs the session."""
    expect: Callable[[str, tuple[Appointment, ...]], Changed]
    """Put these on today's list, all or none. Refused for one that is there already. On the audit
    chain, without what they say."""
    strike: Callable[[str, str], Changed]
    """Take a line off the list for good, by its id. On the audit chain."""
    appointment_code: Callable[[str, str], IssuedCode | Refused | NotThere | Trouble]
    """A code with which the patient of a line, by its id, begins at a tablet; the one before stops
    working. Refused when a visit has begun from it. On the audit chain."""
    visit_code: Callable[[str, str], IssuedCode | Refused | NotThere | Trouble]
    """A code with which a visit in progress, by its id, goes on at another tablet; the codes of
    this visit before it stop working. Refused when it has ended. On the audit chain."""
    code_slip: Callable[[str, CodeSlip], Pdf | NotThere | Trouble]
    """The half page with a code, while it still works."""
    notice: Callable[[str], NoticeView | Refused | Trouble]
    """The privacy notice patients agree to. Refused to all but administrators."""
    change_notice: Callable[[str, NoticeChange], Changed]
    """Put other words in force, as a new version; on the audit chain. Every earlier version stays
    as it was agreed to. Refused to all but administrators, when somebody else wrote a version
    meanwhile, and when nothing is new."""
    settings: Callable[[str], SettingsView | Refused | Trouble]
    """The clinic's name, time zone and paper, and its last screen. Refused to all but
    administrators."""
    change_settings: Callable[[str, SettingsChange], Changed]
    """Put other values in force; on the audit chain, with what they are. Refused to all but
    administrators, when somebody else changed any meanwhile, for one that cannot be, and when
    nothing is new."""
    staff_pin: Callable[[str], StaffPinView | Refused | Trouble]
    """Whether there is a PIN for the staff door of tablets. Refused to all but administrators."""
    set_staff_pin: Callable[[str, str], Changed]
    """Put another in force; on the audit chain, without what it is. Refused to all but
    administrators, and for one that is no PIN or too easy to guess."""
    correction: Callable[[str, str], CorrectionView | Refused | NotThere | Trouble]
    """What was submitted of a visit, by its id, to be corrected; a look at the visit as `patient`
    is. Refused to the front desk, and where the questions are no longer those of today."""
    try_correction: Callable[[str, str, Correction], CorrectionTried | Refused | NotThere | Trouble]
    """What a correction would change. Refused as `correction` is, when somebody else corrected the
    same version meanwhile, when the answer cannot be taken, and when it is the answer already."""
    correct: Callable[[str, str, Correction], Changed]
    """Store a correction as a new submission in the place of the old one, which stays, give the
    visit its level and tell staff of what cannot wait: one transaction. Refused as `try_correction`
    is, and where it lowers what nobody was sure to lower."""
    ready: Callable[[], bool]
    """Whether the store can be written."""
    demo: bool
    """Whether every page carries the demo band."""
