"""The clinician's PDF of a stored response."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from intake.consent import Consent
from intake.correction import Correction
from intake.fhir import read_response
from intake.questionnaire import Questionnaire
from intake.response import Person
from intake.store.alerts import Alert
from intake.store.settings import ClinicSettings
from intake.store.submissions import Submission
from reports.on_record import Record
from reports.page import page
from reports.pdf.archive import Attachment
from reports.pdf.tagged import A4, LETTER
from reports.visit import Corrected, Seen, Visit
from screening.record import AssessmentRecord, read_assessment

T = TypeVar("T")


@dataclass(frozen=True)
class Known:
    """What the house knows besides the record: the clinic's settings, the program, its log.

    ``reference`` and ``identity`` are the visit's own, for when the answers cannot be read.
    """

    settings: ClinicSettings | None
    program: str
    report: Callable[[str], None]
    reference: str = ""
    identity: bytes = field(default=b"", repr=False)

    @property
    def size(self) -> tuple[float, float]:
        """The clinic's paper, in points."""
        return A4 if self.settings and self.settings.paper == "a4" else LETTER


def summary_pdf(
    stored: Sequence[Submission], told: Sequence[Alert], known: Known, asked: Questionnaire
) -> bytes:
    """The PDF of the last of a visit's submissions, with the FHIR response inside.

    What the answers mean is read as it was stored, and what they answer as it was ``asked``: the
    rules and questions of today are not looked at. What cannot be read is told on a plain page;
    `NoPaperError` where neither answers nor findings can.
    """
    content = stored[-1].content
    readable = _Readable(known.report)
    assessment = readable("assessment", lambda: read_assessment(content.assessment))
    as_asked = asked.version == stored[-1].questionnaire_version
    record = Record(
        response=readable("response", lambda: read_response(content.response, asked)),
        assessment=assessment,
        visit=readable("visit", lambda: _visit(stored, told, known, assessment, as_asked=as_asked)),
        patient=readable("patient", lambda: _patient(known)) or Person(),
        stored=stored[-1].submitted_at,
    )
    return page(record, (Attachment.of_response(content.response),), known.size, known.report)


@dataclass(frozen=True)
class _Readable:
    """Reads one part of a record after the other; one that cannot be read takes none with it."""

    report: Callable[[str], None]

    def __call__(self, part: str, read: Callable[[], T]) -> T | None:
        """The part; None, and a code in the log, where reading it fails in whatever way."""
        try:
            return read()
        except Exception as problem:  # noqa: BLE001 - what is left is printed all the same
            self.report(f"pdf.{part}.{type(problem).__name__}")
            return None


def _visit(
    stored: Sequence[Submission],
    told: Sequence[Alert],
    known: Known,
    assessment: AssessmentRecord | None,
    *,
    as_asked: bool,
) -> Visit:
    return Visit(
        zone=ZoneInfo(known.settings.time_zone if known.settings else "UTC"),
        program=known.program,
        content=assessment.mark if assessment else "",
        demo=bool(known.settings and known.settings.demo),
        seen=tuple(_seen(alert) for alert in told if alert.detail),
        version=len(stored),
        made=stored[-1].submitted_at,
        replaces=stored[-2].submitted_at if len(stored) > 1 else None,
        consent=_consent(stored[-1].content.consent, known),
        corrected=tuple(corrected(stored, known.report)),
        as_asked=as_asked,
    )


def _patient(known: Known) -> Person:
    """Who the visit says it is about, for when the answers cannot be read."""
    name = json.loads(known.identity) if known.identity else {}
    return Person(
        family=name.get("family", ""),
        given=name.get("given", ""),
        reference=known.reference,
        number=name.get("number", ""),
    )


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
