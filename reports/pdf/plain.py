"""The page that is left when the usual one cannot be drawn: every flag and every answer, plainly.

It shares nothing with the usual layout but the summary: no embedded fonts, no structure tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from textwrap import wrap

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from reports import wording
from reports.summary import Flag, Summary

_MARGIN, _LEADING, _SIZE = 40.0, 12.0, 9.0
_FACE, _HEAD_FACE = "Helvetica", "Helvetica-Bold"
_LETTERS_PER_LINE, _CAPITALS_PER_LINE = 100, 55


def plain(summary: Summary, size: tuple[float, float]) -> bytes:
    """A minimal PDF of the flags and answers, saying that it is one in the first line of a page."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1, lang=summary.imprint.language)
    canvas.setTitle(summary.imprint.title)
    width = size[0] - 2 * _MARGIN
    head = [wording.PLAIN_NOTICE, "", *_wrapped(_who(summary), width, _HEAD_FACE)]
    per_page = int((size[1] - 3 * _MARGIN) / _LEADING) - len(head)
    lines = [part for line in _lines(summary) for part in _wrapped(line, width, _FACE)]
    pages = [lines[start : start + per_page] for start in range(0, len(lines), per_page)]
    for number, page in enumerate(pages, start=1):
        top = _stack(canvas, size[1] - _MARGIN, head, _HEAD_FACE)
        _stack(canvas, top - _LEADING, page, _FACE)
        place = wording.PAGE.format(page=number, pages=len(pages))
        canvas.drawString(_MARGIN, _MARGIN, _latin(f"{summary.footer.reference}   {place}"))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _stack(canvas: Canvas, top: float, lines: Sequence[str], face: str) -> float:
    """Draw lines below one another; where the next would stand."""
    canvas.setFont(face, _SIZE)
    for line in lines:
        canvas.drawString(_MARGIN, top, line)
        top -= _LEADING
    return top


def _wrapped(line: str, width: float, face: str) -> list[str]:
    """The line in parts that fit; fewer letters to a part where they are wide ones."""
    parts = wrap(_latin(line), _LETTERS_PER_LINE) or [""]
    if all(stringWidth(part, face, _SIZE) <= width for part in parts):
        return parts
    return wrap(_latin(line), _CAPITALS_PER_LINE)


def _who(summary: Summary) -> str:
    banner = summary.banner
    facts = "  ".join(f"{label} {value}" for label, value in banner.facts)
    return f"{banner.family}, {banner.given}  {facts}"


def _lines(summary: Summary) -> Iterator[str]:
    if summary.demo:
        yield wording.DEMO_BAND
    yield f"{summary.red_flags.headline}. {summary.red_flags.note}. {summary.red_flags.staff}"
    for flag in summary.red_flags.rows:
        yield from _flag(flag)
    yield from (f"{wording.CORRECTED}: {line}" for line in summary.corrections)
    yield wording.CAUTION.format(count=len(summary.cautions))
    for flag in summary.cautions:
        yield from _flag(flag)
    yield from ("", summary.situation, "")
    if summary.changes:
        yield f"{wording.CHANGE_TITLE}: {wording.CHANGE_OR.join(summary.changes)}"
    yield from _others(summary)
    for section in summary.asked:
        yield ""
        yield section.heading
        for asked in section.questions:
            yield f"  {asked.number} {asked.question}  {asked.answer} {asked.note}"
    yield from _words(summary)
    if summary.agreed:
        yield from ("", summary.agreed.text)
    yield from ("", summary.footer.disclaimer, summary.footer.versions)


def _words(summary: Summary) -> Iterator[str]:
    yield from ("", wording.WORDS)
    for quote in summary.words:
        yield f"  {quote.label} {quote.text} ({quote.by})"
    if not summary.words:
        yield f"  {summary.no_words}"


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
    indent = text[: len(text) - len(text.lstrip(" "))]
    return (indent + " ".join(text.split())).encode("cp1252", "replace").decode("cp1252")
