"""Documents for a validator that is not ours: ``python -m tests.reports.pdf.verapdf FOLDER``.

``make verapdf`` has veraPDF judge them, on Letter and on A4, by PDF/UA-1 and by PDF/A-3a.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from intake.spoken import QUESTIONNAIRES
from intake.store.alerts import AlertKind
from reports.paper_wording import PATIENT
from reports.pdf.archive import Attachment
from reports.pdf.blank import render_blank
from reports.pdf.protocol import render_protocol
from reports.pdf.render import render
from reports.pdf.sheet import HALF_A4, HALF_LETTER
from reports.pdf.slip import render_code, render_slip
from reports.pdf.tagged import A4, LETTER
from reports.protocol import protocol
from reports.summarize import summarize
from reports.summary import Summary
from reports.thresholds import content_files, thresholds
from screening.advice import ADVICE
from screening.export import Content
from screening.record import assessed
from screening.rules import RULES
from tests.reports import patients
from tests.reports.pdf import hostile
from tests.reports.pdf.test_consent import CONSENT
from tests.reports.pdf.test_slip import CODE, SLIP
from tests.screening.agreement import responses

SIZES = {"letter": LETTER, "a4": A4}
RECORD = Attachment.of_response(b'{"resourceType": "QuestionnaireResponse"}')
CHANCE, HOSTILE = 16, 16


def documents() -> Iterator[tuple[str, bytes]]:
    """Summaries, the protocol, the slips and the questionnaire on paper."""
    yield from summaries()
    yield from papers()


def papers() -> Iterator[tuple[str, bytes]]:
    """What leaves the printer beside the summary, in every language a patient reads it in."""
    for paper, size in {"letter": HALF_LETTER, "a4": HALF_A4}.items():
        for kind in AlertKind:
            slip = replace(SLIP, kind=kind, language="Spanish", demo=True)
            yield f"slip-{kind.value}-{paper}", render_slip(slip, size)
        for language in PATIENT:
            code = replace(CODE, language=language)
            yield f"code-{language}-{paper}", render_code(code, size)
    for paper, size in SIZES.items():
        for language, spoken in QUESTIONNAIRES.items():
            yield f"blank-{language}-{paper}", render_blank(spoken, size)


def summaries() -> Iterator[tuple[str, bytes]]:
    """The named patients, patients by chance, patients who type hostile words, the protocol."""
    named = (
        patients.summary,
        patients.neurological,
        patients.interrupted,
        patients.worst,
        patients.corrected,
        signed,
    )
    content = Content(RULES, ADVICE.advice)
    for paper, size in SIZES.items():
        for patient in named:
            yield f"{patient.__name__}-{paper}", render(patient(), (RECORD,), size)
        for turn, record in enumerate(islice(responses(len(paper)), CHANCE)):
            summary = summarize(record, assessed(record, RULES), patients.VISIT)
            yield f"chance-{turn}-{paper}", render(summary, (RECORD,), size)
        document = protocol(content, thresholds(content_files()))
        yield f"protocol-{paper}", render_protocol(document, patients.NOW, size)
    for number in range(HOSTILE):
        yield f"hostile-{number}", hostile.document(number).content


def signed() -> Summary:
    """A patient who agreed with a signature."""
    return patients.summary(visit=replace(patients.VISIT, consent=CONSENT))


def main(folder: str) -> int:
    """Write the documents into the folder."""
    for name, content in documents():
        Path(folder, f"{name}.pdf").write_bytes(content)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
