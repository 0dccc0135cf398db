"""The doors between the kiosk and the rest of the house: what app.py provides, and nothing else.

The kiosk cannot import the store or the rules. It is handed this frozen set of callables and sees
only what they return, so a patient's screen cannot show a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from intake.consent import Agreement, Notice
from intake.draft import Given

LONGEST_TABLET_NAME = 30


def tablet_name(typed: str) -> str:
    """A tablet's name as the desk can read it."""
    return "".join(letter for letter in typed if letter.isprintable()).strip()[:LONGEST_TABLET_NAME]


@dataclass(frozen=True)
class Patience:
    """Seconds without a touch until a tablet asks who is there, and from then until it forgets."""

    warning: int = 90
    wipe: int = 30


class Why(StrEnum):
    """Why a patient is no longer at a tablet."""

    IDLE = "idle"
    CHOSEN = "chosen"
    FINISHED = "finished"


@dataclass(frozen=True)
class Arrival:
    """Who has arrived at this tablet: family and given name as typed, the tablet's name.

    ``consent`` is what `Doors.agree` gave when the patient agreed to the privacy notice.
    ``booking`` names the line of today's list this patient is; its name and birth date count then.
    ``who_answers`` is an option's code. What is empty here is asked by the player.
    """

    family: str
    given: str
    tablet: str
    language: str = "en"
    consent: str = field(default="", repr=False)
    booking: str = ""
    born: date | None = None
    who_answers: str = ""


@dataclass(frozen=True)
class Place:
    """How far somebody who agreed has come: the step, and what was said before it."""

    step: str
    language: str
    walks_in: bool = True
    born: date | None = field(default=None, repr=False)
    booking: str = ""
    who_answers: str = ""


@dataclass(frozen=True)
class Visit:
    """What the tablet may know of the visit its cookie opens.

    ``finished`` says that its patient sent it, ``closed`` that staff ended it first.
    """

    revision: int
    answers: Mapping[str, Given]
    at: str | None
    paused: bool
    finished: bool
    questionnaire_version: str
    language: str
    visit_date: date
    closed: bool = False


@dataclass(frozen=True)
class Changes:
    """The whole answer state of a tablet, built on the revision ``base``; ``at`` is its screen.

    ``language`` is the one its patient reads now; None where the tablet does not say.
    """

    base: int
    answers: Mapping[str, Given]
    at: str | None
    language: str | None = None


@dataclass(frozen=True)
class Saved:
    """The answers are on disk as ``revision``; ``paused`` holds the patient until staff come.

    ``ended`` says that they came after staff had closed the visit: they are kept, and it goes no
    further.
    """

    revision: int
    paused: bool
    ended: bool = False


@dataclass(frozen=True)
class Stale:
    """The changes were built on an old revision and changed nothing; ``visit`` is the truth."""

    visit: Visit


@dataclass(frozen=True)
class Refused:
    """Nothing was changed; ``reason`` is a sentence, ``link_id`` where it applies."""

    reason: str
    link_id: str | None = None


@dataclass(frozen=True)
class TellFrontDesk:
    """The machine failed; the patient is asked to tell the front desk."""


@dataclass(frozen=True)
class NoVisit:
    """The cookie is missing, expired or invented."""


@dataclass(frozen=True)
class NoConsent:
    """Nobody agreed to the privacy notice on this tablet, or too long ago: nothing begins."""


@dataclass(frozen=True)
class NeedsGuardian:
    """The patient is under age and no guardian answers: nothing begins before one is there."""


@dataclass(frozen=True)
class NewerNotice:
    """What was agreed to is not the notice in force, which is here; nothing was stored."""

    notice: Notice


@dataclass(frozen=True)
class Booking:
    """A line of today's list, as far as a waiting room may see it: ``M. S.``, ``10:30``.

    ``alike`` says that another line with the same birth date looks the same.
    """

    id: str
    initials: str
    clock: str
    alike: bool = False


@dataclass(frozen=True)
class WrongCode:
    """The code opens nothing: mistyped, used, expired, or its visit has ended."""


@dataclass(frozen=True)
class TooManyTries:
    """Somebody at this tablet has guessed too often; it was not looked at this time."""


@dataclass(frozen=True)
class StaffPass:
    """Staff are at this tablet: the secret that says so for a short time."""

    token: str = field(repr=False)


@dataclass(frozen=True)
class WrongPin:
    """The staff PIN is not this one."""


@dataclass(frozen=True)
class NoPin:
    """Nobody in the clinic has set a staff PIN: this door stays shut."""


@dataclass(frozen=True)
class StaffDoor:
    """What staff can do at a tablet, and a patient cannot."""

    is_set: Callable[[], bool]
    """Whether the clinic has a staff PIN; True as well where it cannot be asked."""
    enter: Callable[[str, str], StaffPass | WrongPin | NoPin | TooManyTries | TellFrontDesk]
    """Judge a PIN typed at the tablet named. Tries are counted for each tablet and over all."""
    seconds_left: Callable[[str], int]
    """How long a pass is still good; 0 when it is not."""
    leave: Callable[[str], None]
    """End a pass."""
    may_rename: Callable[[str, str, str], bool]
    """Whether whoever holds this pass (or none) may change a tablet's name from one to another."""


Outcome = Saved | Stale | Refused | NoVisit | TellFrontDesk


@dataclass(frozen=True)
class Doors:
    """Everything the kiosk can ask of the house."""

    notice: Callable[[], Notice | TellFrontDesk]
    """The privacy notice a patient reads before anything is stored."""
    agree: Callable[[Agreement], str | NewerNotice | Refused | TellFrontDesk]
    """Keep that the patient agreed; give the secret on which one visit can begin."""
    consented: Callable[[str], str | None]
    """The language of the consent this secret stands for; None when no visit can begin on it."""
    keep_place: Callable[[str, Place], None]
    """Keep how far whoever holds this secret has come, until a visit begins or it expires."""
    place: Callable[[str], Place | None]
    """How far that was, for a page that knows nothing any more; None: nothing is kept."""
    decline: Callable[[str], bool]
    """Tell the desk that somebody at this tablet would rather talk to someone, and store no more
    than that; False when the desk was not told."""
    begin: Callable[[Arrival], str | Refused | NoConsent | NeedsGuardian | TellFrontDesk]
    """Start a visit and give a single-use ticket the tablet exchanges for its cookie."""
    alone: Callable[[str], bool]
    """Tell the desk that somebody under age has no guardian here; False when that failed."""
    claim: Callable[[str], str | None]
    """Exchange a ticket for the cookie token; None when the ticket is spent or unknown."""
    today: Callable[[], date]
    """The day it is in the clinic."""
    expects: Callable[[], bool]
    """Whether anybody on today's list has not begun yet."""
    find: Callable[[date, str], tuple[Booking, ...] | TooManyTries | TellFrontDesk]
    """Who on today's list was born on this day and has not begun; tries are counted for each
    tablet until a visit begins."""
    use_code: Callable[[str, str], str | Booking | WrongCode | TooManyTries | TellFrontDesk]
    """What a code stands for as it was typed at the tablet named: the ticket of a visit handed
    over, and the code is used up; or a line of today's list, from which a visit can begin. Tries
    are counted for each tablet."""
    code_letters: str
    """Every letter a code may have."""
    closing: Callable[[str], tuple[str, ...]]
    """What a patient who has finished is told in this language: the clinic's own lines, or ours."""
    visit: Callable[[str], Visit | NoVisit | TellFrontDesk]
    """What the cookie opens."""
    record: Callable[[str, Changes], Outcome]
    """Save the answers, work out what cannot wait, alert staff: one transaction."""
    submit: Callable[[str, int], Outcome]
    """Finish the visit at this revision."""
    ask_for_help: Callable[[str | None, str], bool]
    """Raise a desk alert for this cookie (or none) and tablet; False when that failed."""
    walk_away: Callable[[str, Why], bool]
    """End the tablet's access to the unfinished visit of this cookie, keep every answer and tell
    staff why; True as well where there is none, False when that failed."""
    tell_unsent: Callable[[str, int], bool]
    """Tell the desk that answers built on this revision of the visit of this cookie never arrived
    and are gone from the tablet; True as well where they did arrive, False when that failed."""
    still_here: Callable[[str], None]
    """Note that somebody is at the tablet with this cookie."""
    staff: StaffDoor
    """What takes the staff PIN."""
    patience: Patience
    """How long a tablet waits for a touch."""
    questionnaire: Callable[[str, str], bytes | None]
    """The FHIR Questionnaire of a version in a language, or None."""
    ready: Callable[[], bool]
    """Whether the store can be written."""
    report: Callable[[str], None]
    """Write what failed to the log: a code, never an answer."""
    demo: bool
    """Whether every screen carries the demo band."""
