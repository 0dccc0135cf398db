"""What the clinic knows of a visit beside the answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from intake.consent import Consent
from intake.correction import Correction


@dataclass(frozen=True)
class Seen:
    """A red flag that staff were told of: by rule code, raised and seen (UTC), by whom, and what.

    ``at`` is None while nobody has acknowledged it. ``found`` is False where staff were told only
    that it could not be ruled out, which an answer settles without them.
    """

    code: str
    raised: datetime
    at: datetime | None = None
    by: str = ""
    note: str = ""
    found: bool = True


@dataclass(frozen=True)
class Corrected:
    """An answer that staff put right, and when the version with it was stored (UTC)."""

    at: datetime
    correction: Correction


@dataclass(frozen=True)
class Visit:
    """The clinic's time zone, what staff saw, which program drew the page, and if it is a demo.

    ``content`` is a short hash of questionnaire and rules. ``version`` counts the submissions of
    the visit; ``made`` is when this one was stored (UTC), ``replaces`` when the one before it was,
    ``corrected`` what each version changed, the first one first. ``consent`` is what the patient
    agreed to first; None where nothing is on record. ``as_asked`` is False where the wording of the
    questions was not kept, so that they are printed in today's.
    """

    zone: ZoneInfo
    program: str
    content: str = ""
    demo: bool = False
    seen: tuple[Seen, ...] = ()
    version: int = 1
    made: datetime | None = None
    replaces: datetime | None = None
    consent: Consent | None = None
    corrected: tuple[Corrected, ...] = ()
    as_asked: bool = True
