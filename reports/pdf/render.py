"""From summary to PDF: the same summary always gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reports.pdf.archive import Attachment, Imprint
from reports.pdf.pages import draw_pages
from reports.pdf.plain import plain
from reports.pdf.tagged import LETTER, TaggedCanvas
from reports.pdf.text import one_line, safe_throughout
from reports.summary import Banner, Summary

_LONGEST_NAME = 120
_LONGEST_FACT = 60


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
    safe = safe_throughout(replace(summary, banner=_in_lines(summary.banner)))
    about = safe.imprint
    title = one_line(about.title, _LONGEST_NAME)
    canvas = TaggedCanvas(size, Imprint(title, about.subject, about.language, about.moment))
    for attachment in attachments:
        canvas.attach(attachment)
    draw_pages(canvas, safe)
    return canvas


def _in_lines(banner: Banner) -> Banner:
    """The banner with names and identifiers that leave room for the page below."""
    return replace(
        banner,
        family=one_line(banner.family, _LONGEST_NAME),
        given=one_line(banner.given, _LONGEST_NAME),
        facts=tuple((label, one_line(value, _LONGEST_FACT)) for label, value in banner.facts),
    )
