"""Documents for a validator that is not ours: ``python -m tests.reports.pdf.verapdf FOLDER``.

``make verapdf`` has veraPDF judge them, on Letter and on A4, by PDF/UA-1 and by PDF/A-3a.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from reports.pdf.archive import Attachment
from reports.pdf.protocol import render_protocol
from reports.pdf.render import render
from reports.pdf.tagged import A4, LETTER
from reports.protocol import protocol
from reports.summarize import summarize
from reports.thresholds import content_files, thresholds
from screening.advice import ADVICE
from screening.export import Content
from screening.record import assessed
from screening.rules import RULES
from tests.reports import patients
from tests.reports.pdf import hostile
from tests.screening.agreement import responses

SIZES = {"letter": LETTER, "a4": A4}
RECORD = Attachment.of_response(b'{"resourceType": "QuestionnaireResponse"}')
CHANCE, HOSTILE = 16, 16


def documents() -> Iterator[tuple[str, bytes]]:
    """The named patients, patients by chance, patients who type hostile words, the protocol."""
    named = (
        patients.summary,
        patients.neurological,
        patients.interrupted,
        patients.worst,
        patients.corrected,
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


def main(folder: str) -> int:
    """Write the documents into the folder."""
    for name, content in documents():
        Path(folder, f"{name}.pdf").write_bytes(content)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
