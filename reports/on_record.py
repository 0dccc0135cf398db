"""What is on record of one visit, as far as it could be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from intake.response import Person, QuestionnaireResponse
from reports.visit import Visit
from screening.record import AssessmentRecord

_NOBODY = Person()
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Record:
    """What is on record of a visit; a part is None where it could not be read.

    ``patient`` is who the visit says it is about, and ``stored`` when (UTC) the answers were kept,
    for when they do not say it themselves.
    """

    response: QuestionnaireResponse | None
    assessment: AssessmentRecord | None
    visit: Visit | None
    patient: Person = _NOBODY
    stored: datetime = _LONG_AGO

    @property
    def person(self) -> Person:
        """Whom the page is about."""
        return self.response.patient if self.response else self.patient
