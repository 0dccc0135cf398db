"""The doors between the kiosk and the rest of the house: what app.py provides, and nothing else.

The kiosk cannot import the store or the rules. It is handed this frozen set of callables and sees
only what they return, so a patient's screen cannot show a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from intake.draft import Given


@dataclass(frozen=True)
class Arrival:
    """Who has arrived at this tablet: family and given name as typed, the tablet's name."""

    family: str
    given: str
    tablet: str
    language: str = "en"


@dataclass(frozen=True)
class Visit:
    """What the tablet may know of the visit its cookie opens."""

    revision: int
    answers: Mapping[str, Given]
    at: str | None
    paused: bool
    finished: bool
    questionnaire_version: str
    language: str
    visit_date: date


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
    """The answers are on disk as ``revision``; ``paused`` holds the patient until staff come."""

    revision: int
    paused: bool


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


Outcome = Saved | Stale | Refused | NoVisit | TellFrontDesk


@dataclass(frozen=True)
class Doors:
    """Everything the kiosk can ask of the house."""

    begin: Callable[[Arrival], str | Refused | TellFrontDesk]
    """Start a visit and give a single-use ticket the tablet exchanges for its cookie."""
    claim: Callable[[str], str | None]
    """Exchange a ticket for the cookie token; None when the ticket is spent or unknown."""
    visit: Callable[[str], Visit | NoVisit | TellFrontDesk]
    """What the cookie opens."""
    record: Callable[[str, Changes], Outcome]
    """Save the answers, work out what cannot wait, alert staff: one transaction."""
    submit: Callable[[str, int], Outcome]
    """Finish the visit at this revision."""
    ask_for_help: Callable[[str | None, str], bool]
    """Raise a desk alert for this cookie (or none) and tablet; False when that failed."""
    questionnaire: Callable[[str, str], bytes | None]
    """The FHIR Questionnaire of a version in a language, or None."""
    ready: Callable[[], bool]
    """Whether the store can be written."""
    report: Callable[[str], None]
    """Write what failed to the log: a code, never an answer."""
    demo: bool
    """Whether every screen carries the demo band."""
