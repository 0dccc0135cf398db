"""The clinician's PDF of a stored response."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

from intake.response import QuestionnaireResponse
from intake.store.alerts import Alert
from intake.store.settings import ClinicSettings
from intake.store.submissions import Content
from reports.pdf.archive import Attachment
from reports.pdf.render import render
from reports.pdf.tagged import A4, LETTER
from reports.summarize import summarize
from reports.visit import Seen, Visit, content_mark
from screening.rules import RULES
from screening.triage import screen


def summary_pdf(
    response: QuestionnaireResponse,
    content: Content,
    told: tuple[Alert, ...],
    known: ClinicSettings | None,
    program: str,
) -> bytes:
    """The PDF of what was submitted, with the FHIR response inside."""
    visit = Visit(
        zone=ZoneInfo(known.time_zone if known else "UTC"),
        program=program,
        content=content_mark(content.questionnaire),
        demo=bool(known and known.demo),
        seen=tuple(_seen(alert) for alert in told if alert.detail),
    )
    summary = summarize(response, screen(response, RULES), visit)
    size = A4 if known and known.paper == "a4" else LETTER
    return render(summary, (Attachment.of_response(content.response),), size)


def _seen(alert: Alert) -> Seen:
    said = alert.acknowledgement
    return Seen(
        code=json.loads(alert.detail)["code"],
        raised=alert.raised_at,
        at=alert.acknowledged_at,
        by=said.by if said else "",
        note=said.note.decode() if said else "",
    )
