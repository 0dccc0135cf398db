"""The protocol on paper: one column, every entry kept whole where a page can hold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from reports import protocol_wording as wording
from reports.pdf import ink
from reports.pdf.archive import Imprint
from reports.pdf.frame import MARGIN
from reports.pdf.ink import Style
from reports.pdf.rows import Row, draw_lines, lines_height, paragraph
from reports.pdf.structure import Role
from reports.pdf.tagged import LETTER, TaggedCanvas
from reports.pdf.text import Line as Set
from reports.pdf.text import flow, safe_throughout
from reports.protocol import Entry, Fact, Part, Protocol
from screening.phrasing import Line

_TITLE = Style(ink.FAMILY.face, 18, 22)
_PART = ink.FLAG_BAR
_ENTRY = ink.FLAG
_LABEL = ink.QUIET
_TEXT = ink.BODY
_LABELS = 92.0
_INDENT = 10.0
_TOP = 44.0
_BOTTOM = 44.0
_BAR = 19.0
_SIGN_LINE = 25.0
_CHANGE_LINES = 4


def render_protocol(
    protocol: Protocol, moment: datetime, size: tuple[float, float] = LETTER
) -> bytes:
    """The protocol as a PDF (PDF/UA-1 and PDF/A-3a), dated ``moment``; the same in, the same out.

    ``size`` is width and height in points.
    """
    return drawn_protocol(protocol, moment, size).finish()


def drawn_protocol(
    protocol: Protocol, moment: datetime, size: tuple[float, float] = LETTER
) -> TaggedCanvas:
    """The canvas with every page drawn, not yet written out."""
    safe = safe_throughout(protocol)
    canvas = TaggedCanvas(size, Imprint(safe.title, wording.SUBJECT, "en", moment))
    pages = _paginated(tuple(_blocks(safe, size[0] - 2 * MARGIN)), size[1] - _TOP - _BOTTOM)
    for number, rows in enumerate(pages, start=1):
        if number > 1:
            canvas.new_page()
        _running(canvas, safe, (number, len(pages)))
        top = size[1] - _TOP
        for row in rows:
            row.draw(canvas, MARGIN, top)
            top -= row.height
    return canvas


@dataclass(frozen=True)
class _Block:
    """Rows that stay on one page where one page can hold them."""

    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)


def _paginated(blocks: Sequence[_Block], room: float) -> list[list[Row]]:
    """The rows of each page; what leads stays with the block it leads to."""
    pages: list[list[Row]] = [[]]
    left = room
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        leads = block.rows[-1].leads and following is not None
        needed = block.height + (following.height if leads and following else 0.0)
        if needed > left and pages[-1] and needed <= room:
            pages.append([])
            left = room
        for row in block.rows:
            if row.height > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1].append(row)
            left -= row.height
    return pages


def _blocks(protocol: Protocol, width: float) -> Iterator[_Block]:
    yield _Block(tuple(_front(protocol, width)))
    for part in protocol.parts:
        yield from _part(part, width)
    signatures = (_signature(number, width) for number in range(1, wording.SIGNERS + 1))
    # One block: whoever signs sees on the same page who else does.
    yield _Block((*_sign_head(width), *chain.from_iterable(signatures)))


def _front(protocol: Protocol, width: float) -> Iterator[Row]:
    yield paragraph([(protocol.title, _TITLE)], width, role=Role.HEADING_1, after=6)
    for notice in protocol.notices:
        yield paragraph([(notice, _TEXT)], width, after=4)
    for label, value in protocol.versions:
        yield from _fact(Fact(label, (Line(0, value),)), width)


def _part(part: Part, width: float) -> Iterator[_Block]:
    yield _Block((_bar(part.title, width),))
    if part.intro:
        yield _Block(tuple(paragraph([(text, _TEXT)], width, after=4) for text in part.intro))
    for entry in part.entries:
        yield _Block(tuple(_line(entry, width) if part.brief else _entry(entry, width)))


def _bar(title: str, width: float) -> Row:
    """The heading of a part: white on a bar, as the summary marks what comes first."""

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.fill_box((x, top - 8 - _BAR, x + width, top - 8), ink.BLUE)
        with canvas.marked(Role.HEADING_2):
            canvas.text(x + 6, top - 8 - 14, title, _PART)

    return Row(_BAR + 14, draw, leads=True)


def _line(entry: Entry, width: float) -> Iterator[Row]:
    spans = [(entry.title + "  ", ink.STRONG)]
    for fact in entry.facts:
        label = f"{fact.label.lower()} " if fact.label else ""
        spans += [(label, ink.QUIET), (fact.lines[0].text + "  ", _TEXT)]
    yield paragraph([span for span in spans if span[0]], width, after=3)


def _entry(entry: Entry, width: float) -> Iterator[Row]:
    yield paragraph([(entry.title, _ENTRY)], width, after=1.5)
    for fact in entry.facts:
        yield from _fact(fact, width)
    yield Row(7, _nothing)


def _nothing(_canvas: TaggedCanvas, _x: float, _top: float) -> None:
    """Space between entries."""


def _fact(fact: Fact, width: float) -> Iterator[Row]:
    """A quiet label, and what stands beside it, each line at its own depth.

    The condition of one rule may be longer than a page: any line may be the last of its page.
    """
    first, *others = fact.lines
    yield _beside(fact.label, first, width, 0 if others else 2)
    for number, line in enumerate(others, start=1):
        yield _beside("", line, width, 2 if number == len(others) else 0)


def _beside(label: str, line: Line, width: float, after: float) -> Row:
    told = _told(line, width - _LABELS)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(Role.PARAGRAPH):
            if label:
                canvas.text(x + 6, top - 0.78 * _TEXT.leading, label, _LABEL)
            draw_lines(canvas, x + _LABELS + line.depth * _INDENT, top, told)

    return Row(lines_height(told) + after, draw)


def _told(line: Line, room: float) -> tuple[Set, ...]:
    text = f"- {line.text}" if line.depth else line.text
    return flow([(text, _TEXT)], room - line.depth * _INDENT)


def _running(canvas: TaggedCanvas, protocol: Protocol, number: tuple[int, int]) -> None:
    width, height = canvas.size
    with canvas.artifact("Pagination"):
        if number[0] > 1:
            canvas.text(MARGIN, height - 30, protocol.running_head, ink.QUIET)
            canvas.rule(MARGIN, width - MARGIN, height - 36, ink.RULE)
        page = wording.PAGE.format(page=number[0], pages=number[1])
        canvas.text_right(width - MARGIN, 26, page, ink.REFERENCE)


def _sign_head(width: float) -> Iterator[Row]:
    yield _bar(wording.SIGN_TITLE, width)
    for text in wording.SIGN_INTRO:
        yield paragraph([(text, _TEXT)], width, after=4)


def _signature(number: int, width: float) -> Iterator[Row]:
    yield paragraph([(f"{number}.", _ENTRY)], width, after=2)
    for choice in wording.SIGN_CHOICES:
        yield _choice(choice)
    for label in wording.SIGN_LINES:
        yield _ruled(label, width, 1)
    yield _ruled(wording.SIGN_CHANGES, width, _CHANGE_LINES)


def _choice(text: str) -> Row:
    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.frame((x + 6, top - 11, x + 15, top - 2), ink.GRAY)
        with canvas.marked(Role.PARAGRAPH):
            canvas.text(x + 21, top - 9.5, text, _TEXT)

    return Row(14, draw)


def _ruled(label: str, width: float, lines: int) -> Row:
    """A label with room to write on, on this many lines."""

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(Role.PARAGRAPH):
            right = canvas.text(x + 6, top - 18, label, _LABEL)
        with canvas.artifact():
            for line in range(lines):
                y = top - 20 - line * _SIGN_LINE
                canvas.rule(x + 6 if line else right + 5, x + width, y, ink.GRAY, 0.6)

    return Row(_SIGN_LINE * lines, draw)
