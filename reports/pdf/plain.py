"""The page that is left when the usual one cannot be drawn: every flag and every answer, plainly.

It shares nothing with the usual layout but the summary: no embedded fonts, no structure tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from textwrap import wrap

from reportlab.pdfgen.canvas import Canvas

from reports import wording
from reports.summary import Flag, Summary

_MARGIN, _LEADING, _SIZE = 40.0, 12.0, 9.0
_LETTERS_PER_LINE = 100


def plain(summary: Summary, size: tuple[float, float]) -> bytes:
    """A minimal PDF of the flags and answers, saying that it is one."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    canvas.setTitle(summary.imprint.title)
    per_page = int((size[1] - 3 * _MARGIN) / _LEADING)
    lines = [part for line in _lines(summary) for part in wrap(line, _LETTERS_PER_LINE) or [""]]
    pages = [lines[start : start + per_page] for start in range(0, len(lines), per_page)]
    for number, page in enumerate(pages, start=1):
        _page(canvas, summary, page, wording.PAGE.format(page=number, pages=len(pages)))
    canvas.save()
    return file.getvalue()


def _page(canvas: Canvas, summary: Summary, lines: list[str], place: str) -> None:
    height = canvas._pagesize[1]  # type: ignore[attr-defined] # noqa: SLF001 - the stub has no name for it
    canvas.setFont("Helvetica-Bold", _SIZE)
    canvas.drawString(_MARGIN, height - _MARGIN, _latin(_who(summary)))
    canvas.setFont("Helvetica", _SIZE)
    for row, line in enumerate(lines, start=2):
        canvas.drawString(_MARGIN, height - _MARGIN - row * _LEADING, _latin(line))
    canvas.drawString(_MARGIN, _MARGIN, _latin(f"{summary.footer.reference}   {place}"))
    canvas.showPage()


def _who(summary: Summary) -> str:
    banner = summary.banner
    facts = "  ".join(f"{label} {value}" for label, value in banner.facts)
    return f"{banner.family}, {banner.given}  {facts}"


def _lines(summary: Summary) -> Iterator[str]:
    if summary.demo:
        yield wording.DEMO_BAND
    yield wording.PLAIN_NOTICE
    yield ""
    yield f"{summary.red_flags.headline}. {summary.red_flags.note}"
    for flag in summary.red_flags.rows:
        yield from _flag(flag)
    yield wording.CAUTION.format(count=len(summary.cautions))
    for flag in summary.cautions:
        yield from _flag(flag)
    yield from _others(summary)
    for section in summary.asked:
        yield ""
        yield section.heading
        for asked in section.questions:
            yield f"  {asked.number} {asked.question}  {asked.answer} {asked.note}"
    yield ""
    yield summary.footer.disclaimer
    yield summary.footer.versions


def _flag(flag: Flag) -> Iterator[str]:
    yield f"  {flag.title} ({flag.level}): {'; '.join(flag.evidence)}"
    yield f"    {wording.NEXT}{flag.next}. {flag.source} {flag.seen}"


def _others(summary: Summary) -> Iterator[str]:
    listed = (
        (wording.NOT_RULED_OUT, summary.could_not_rule_out),
        (wording.SHOWN, summary.shown),
        (wording.POINTERS, summary.pointers),
        (wording.MEDICINES, summary.medicines),
        (wording.INJECTION, summary.before_injection),
    )
    for title, items in listed:
        yield title
        for item in items:
            yield f"  {item.title}. {item.detail}"


def _latin(text: str) -> str:
    """What the standard fonts can set; a question mark for the rest."""
    one_line = " ".join(text.split())
    return one_line.encode("cp1252", "replace").decode("cp1252")
