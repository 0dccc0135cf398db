"""The clinician's PDF of a stored response."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from intake.consent import Consent
from intake.correction import Correction
from intake.fhir import read_response
from intake.questionnaire import Questionnaire
from intake.store.alerts import Alert
from intake.store.settings import ClinicSettings
from intake.store.submissions import Submission
from reports.pdf.archive import Attachment
from reports.pdf.render import render
from reports.pdf.tagged import A4, LETTER
from reports.summarize import summarize
from reports.visit import Corrected, Seen, Visit
from screening.record import read_assessment


@dataclass(frozen=True)
class Known:
    """What the house knows besides the record: the clinic's settings, the program, its log."""

    settings: ClinicSettings | None
    program: str
    report: Callable[[str], None]

    @property
    def size(self) -> tuple[float, float]:
        """The clinic's paper, in points."""
        return A4 if self.settings and self.settings.paper == "a4" else LETTER


def summary_pdf(
    stored: Sequence[Submission], told: Sequence[Alert], known: Known, asked: Questionnaire
) -> bytes:
    """The PDF of the last of a visit's submissions, with the FHIR response inside.

    What the answers mean is read as it was stored, and what they answer as it was ``asked``: the
    rules and questions of today are not looked at.
    """
    content = stored[-1].content
    assessment = read_assessment(content.assessment)
    response = read_response(content.response, asked)
    visit = Visit(
        zone=ZoneInfo(known.settings.time_zone if known.settings else "UTC"),
        program=known.program,
        content=assessment.mark,
        demo=bool(known.settings and known.settings.demo),
        seen=tuple(_seen(alert) for alert in told if alert.detail),
        version=len(stored),
        made=stored[-1].submitted_at,
        replaces=stored[-2].submitted_at if len(stored) > 1 else None,
        consent=_consent(content.consent, known),
        corrected=tuple(corrected(stored, known.report)),
        as_asked=asked.version == stored[-1].questionnaire_version,
    )
    summary = summarize(response, assessment, visit)
    return render(summary, (Attachment.of_response(content.response),), known.size, known.report)


def corrected(stored: Sequence[Submission], report: Callable[[str], None]) -> Iterator[Corrected]:
    """What staff put right in each version; one that cannot be read keeps no flag from view."""
    for one in stored:
        if one.content.correction is not None:
            try:
                told = Correction.model_validate_json(one.content.correction)
            except ValidationError:
                report("pdf.correction.ValidationError")
            else:
                yield Corrected(one.submitted_at, told)


def _consent(stored: bytes | None, known: Known) -> Consent | None:
    """What was agreed to; one that cannot be read keeps no flag from being printed."""
    try:
        return Consent.model_validate_json(stored) if stored else None
    except ValidationError:
        known.report("pdf.consent.ValidationError")
        return None


def _seen(alert: Alert) -> Seen:
    said, told = alert.acknowledgement, json.loads(alert.detail)
    return Seen(
        code=told["code"],
        raised=alert.raised_at,
        at=alert.acknowledged_at,
        by=said.name if said else "",
        note=said.note.decode() if said else "",
        found="not_ruled_out" not in told,
    )
