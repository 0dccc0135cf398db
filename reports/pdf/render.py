"""From summary to PDF: the same summary always gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from reports.pdf.archive import Attachment, Imprint
from reports.pdf.gate import safe_to_draw
from reports.pdf.pages import draw_pages
from reports.pdf.tagged import LETTER, TaggedCanvas
from reports.summary import Summary


def render(
    summary: Summary,
    attachments: Sequence[Attachment] = (),
    size: tuple[float, float] = LETTER,
) -> bytes:
    """The summary as a PDF (PDF/UA-1 and PDF/A-3a), with the attachments inside.

    ``size`` is width and height in points. Deterministic: no clock, no randomness.
    """
    return drawn(summary, attachments, size).finish()


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
