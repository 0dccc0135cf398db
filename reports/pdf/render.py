"""From summary to PDF: the same summary always gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reports.pdf.archive import Attachment, Imprint
from reports.pdf.gate import safe_to_draw
from reports.pdf.pages import draw_pages
from reports.pdf.plain import plain
from reports.pdf.tagged import LETTER, TaggedCanvas
from reports.summary import Summary


def _to_nobody(_code: str) -> None:
    """Where nobody keeps a log."""


def render(
    summary: Summary,
    attachments: Sequence[Attachment] = (),
    size: tuple[float, float] = LETTER,
    report: Callable[[str], None] = _to_nobody,
) -> bytes:
    """The summary as a PDF (PDF/UA-1 and PDF/A-3a), with the attachments inside.

    ``size`` is width and height in points. Deterministic: no clock, no randomness. When the usual
    page cannot be drawn, a plain page of every flag and answer is returned instead and says so;
    ``report`` is told a code of what failed, without a word of what was to be drawn.
    """
    try:
        return drawn(summary, attachments, size).finish()
    except Exception as problem:  # noqa: BLE001 - no fault of the layout may leave a clinician without flags
        report(f"pdf.plain.{type(problem).__name__}")
        return plain(summary, size)


def drawn(
    summary: Summary,
    attachments: Sequence[Attachment] = (),
    size: tuple[float, float] = LETTER,
) -> TaggedCanvas:
    """The canvas with every page drawn, not yet written out; every text cleaned once, here."""
    safe = safe_to_draw(summary)
    about = safe.imprint
    canvas = TaggedCanvas(size, Imprint(about.title, about.subject, about.language, about.moment))
    for attachment in attachments:
        canvas.attach(attachment)
    draw_pages(canvas, safe)
    return canvas
