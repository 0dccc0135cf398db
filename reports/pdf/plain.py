"""The plain page that is left when the usual one cannot be made: lines one below the other.

Tried with our embedded fonts and the attachment first, then without the attachment, and at last in
Helvetica, which needs none of our files. It shares no layout with the usual page.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC
from enum import Enum
from io import BytesIO
from typing import Protocol

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from reports import plain_wording, wording
from reports.pdf import ink
from reports.pdf.archive import PRODUCER, Attachment, Imprint
from reports.pdf.structure import Role
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.typeface import covered

_MARGIN, _FOOT = 40.0, 92.0
_LEADING, _SIZE, _STEP, _GAP = 12.0, 9.0, 12.0, 14.0
_BESIDE = 0.62
_MOST_BESIDE, _MOST_HEAD, _MOST_FOOT = 3, 4, 4
_MOST_LETTERS = 400
"""Letters of a word that are looked at for where to break it; no line holds as many."""
_LONGEST = 4000
"""Letters of one text that are printed: twice what a patient can type."""


class NoPaperError(Exception):
    """Not even the plain page could be drawn; it holds nothing of what was to be on it."""


class Look(Enum):
    """What a line is on the page."""

    TITLE = Role.HEADING_1
    HEADING = Role.HEADING_2
    STRONG = "strong"
    TEXT = "text"

    @property
    def role(self) -> Role:
        """What it is to who has the page read out."""
        return self.value if isinstance(self.value, Role) else Role.PARAGRAPH


_STYLES = {
    Look.TITLE: ink.DOCUMENT,
    Look.HEADING: ink.HEADING,
    Look.STRONG: ink.STRONG,
    Look.TEXT: ink.BODY,
}
_KEPT_UNDER = {Look.TITLE: 4, Look.HEADING: 4, Look.STRONG: 2}
"""Rows that stay on the page of such a line."""


@dataclass(frozen=True)
class Line:
    """A text of its own line or lines; ``beside`` stands to the right of it, in bold."""

    text: str
    look: Look = Look.TEXT
    indent: int = 0
    beside: str = ""


@dataclass(frozen=True)
class PlainPage:
    """What is printed: ``who`` heads every page, ``notice`` the first, ``foot`` ends each."""

    imprint: Imprint
    who: str
    notice: tuple[str, ...]
    lines: tuple[Line, ...]
    foot: tuple[str, ...]


def plain(
    page: PlainPage,
    attachments: Sequence[Attachment],
    size: tuple[float, float],
    report: Callable[[str], None],
) -> bytes:
    """The plain page as a PDF, in the best of three ways that works.

    ``report`` is told a code of each that does not; `NoPaperError` where none does.
    """
    imprint = replace(page.imprint, title=_cleaned(page.imprint.title))
    ways: dict[str, Callable[[], _Pen]] = {
        "attached": lambda: _Embedded(imprint, attachments, size),
        "embedded": lambda: _Embedded(imprint, (), size),
        "standard": lambda: _Standard(imprint, size),
    }
    for name, pen in ways.items():
        try:
            return _drawn(page, pen(), size)
        except Exception as problem:  # noqa: BLE001 - whatever fails, the next way is tried
            report(f"pdf.plain.{name}.{type(problem).__name__}")
    raise NoPaperError from None


class _Pen(Protocol):
    """What lines are drawn with."""

    mark: str
    """What stands for a letter it cannot set."""
    attached: bool

    def settable(self, text: str) -> str: ...
    def width(self, text: str, look: Look) -> float: ...
    def tagged(self, role: Role) -> AbstractContextManager[None]: ...
    def running(self) -> AbstractContextManager[None]: ...
    def text(self, x: float, y: float, text: str, look: Look) -> None: ...
    def rule(self, x: float, right: float, y: float) -> None: ...
    def turn(self) -> None: ...
    def finish(self) -> bytes: ...


class _Embedded:
    """Our own fonts, tagged and archivable like the usual page."""

    mark = "\ufffd"

    def __init__(
        self, imprint: Imprint, attachments: Sequence[Attachment], size: tuple[float, float]
    ) -> None:
        self._canvas = TaggedCanvas(size, imprint)
        self.attached = bool(attachments)
        for attachment in attachments:
            self._canvas.attach(attachment)

    def settable(self, text: str) -> str:
        able = covered()
        return "".join(letter if letter in able else self.mark for letter in text)

    def width(self, text: str, look: Look) -> float:
        return _STYLES[look].width(text)

    def tagged(self, role: Role) -> AbstractContextManager[None]:
        return self._canvas.marked(role)

    def running(self) -> AbstractContextManager[None]:
        return self._canvas.artifact("Pagination")

    def text(self, x: float, y: float, text: str, look: Look) -> None:
        self._canvas.text(x, y, text, _STYLES[look])

    def rule(self, x: float, right: float, y: float) -> None:
        self._canvas.rule(x, right, y, ink.RULE)

    def turn(self) -> None:
        self._canvas.new_page()

    def finish(self) -> bytes:
        return self._canvas.finish()


class _Standard:
    """Helvetica, which every reader of PDF has: nothing of ours but the words."""

    mark = "?"
    attached = False

    def __init__(self, imprint: Imprint, size: tuple[float, float]) -> None:
        self._file = BytesIO()
        self._canvas = Canvas(self._file, pagesize=size, invariant=1, lang=imprint.language)
        self._canvas.setTitle(imprint.title)
        self._canvas.setSubject(imprint.subject)
        for name in (self._canvas.setAuthor, self._canvas.setCreator, self._canvas.setProducer):
            name(PRODUCER)
        dated = imprint.moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
        self._canvas.setDateFormatter(lambda *_now: dated)

    def settable(self, text: str) -> str:
        return text.encode("cp1252", "replace").decode("cp1252")

    def width(self, text: str, look: Look) -> float:
        return stringWidth(text, _standard(look), _SIZE)

    def tagged(self, role: Role) -> AbstractContextManager[None]:
        del role
        return nullcontext()

    def running(self) -> AbstractContextManager[None]:
        return nullcontext()

    def text(self, x: float, y: float, text: str, look: Look) -> None:
        self._canvas.setFont(_standard(look), _SIZE)
        self._canvas.drawString(x, y, text)

    def rule(self, x: float, right: float, y: float) -> None:
        self._canvas.setLineWidth(0.5)
        self._canvas.line(x, y, right, y)

    def turn(self) -> None:
        self._canvas.showPage()

    def finish(self) -> bytes:
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()


def _standard(look: Look) -> str:
    return "Helvetica" if look is Look.TEXT else "Helvetica-Bold"


_Piece = tuple[float, str, Look]
_Row = list[_Piece]
_Block = tuple[Line, list[_Row]]


def _drawn(page: PlainPage, pen: _Pen, size: tuple[float, float]) -> bytes:
    width = size[0] - 2 * _MARGIN
    head = _rows(Line(page.who, Look.STRONG), pen, width)[:_MOST_HEAD]
    blocks = [(line, _rows(line, pen, width)) for line in _all_lines(page, pen)]
    room = int((size[1] - _MARGIN - _FOOT) / _LEADING) - len(head) - 2
    pages = tuple(_pages(blocks, room))
    for number, part in enumerate(pages, start=1):
        if number > 1:
            pen.turn()
        with pen.running():
            top = _stack(pen, [*head, *_running(number)], size[1] - _MARGIN)
            pen.rule(_MARGIN, size[0] - _MARGIN, top - 2)
            _foot(page, pen, width, wording.PAGE.format(page=number, pages=len(pages)))
        top -= _LEADING
        for line, rows in part:
            with pen.tagged(line.look.role):
                top = _stack(pen, rows, top)
    return pen.finish()


def _running(number: int) -> list[_Row]:
    return [[(0.0, plain_wording.RUNNING, Look.TEXT)]] if number > 1 else []


def _all_lines(page: PlainPage, pen: _Pen) -> Iterator[Line]:
    """The title, what the page says of itself, and the lines."""
    yield Line(plain_wording.TITLE, Look.TITLE)
    for sentence in page.notice:
        yield Line(sentence, Look.STRONG)
    attached = plain_wording.ATTACHED if pen.attached else plain_wording.NOT_ATTACHED
    yield Line(attached, Look.STRONG)
    texts = (page.who, *page.foot, *(part for line in page.lines for part in _texts(line)))
    if any(pen.settable(text) != text for text in map(_cleaned, texts)):
        yield Line(plain_wording.NOT_SET.format(mark=pen.mark), Look.STRONG)
    yield from page.lines


def _texts(line: Line) -> tuple[str, str]:
    return line.text, line.beside


def _stack(pen: _Pen, rows: Sequence[_Row], top: float) -> float:
    """Draw rows below one another; where the next would stand."""
    for row in rows:
        for x, text, look in row:
            pen.text(_MARGIN + x, top - _SIZE, text, look)
        top -= _LEADING
    return top


def _foot(page: PlainPage, pen: _Pen, width: float, place: str) -> None:
    rows = [row for text in page.foot for row in _rows(Line(text), pen, width)]
    pen.rule(_MARGIN, _MARGIN + width, _FOOT - 8)
    _stack(pen, [[(0.0, place, Look.STRONG)], *rows[:_MOST_FOOT]], _FOOT - _LEADING)


def _pages(blocks: Sequence[_Block], room: int) -> Iterator[list[_Block]]:
    """The blocks of each page; only one that no page can hold is broken, and no heading is last."""
    page: list[_Block] = []
    left = room
    for line, rows in blocks:
        wanted = len(rows) + _KEPT_UNDER.get(line.look, 0)
        if page and wanted > left and len(rows) <= room:
            yield page
            page, left = [], room
        rest = rows
        while len(rest) > left:
            yield [*page, (line, rest[:left])]
            rest, page, left = rest[left:], [], room
        page.append((line, rest))
        left -= len(rest)
    yield page


def _rows(line: Line, pen: _Pen, width: float) -> list[_Row]:
    """The rows of a line; what stands beside it begins on its last, or below where it is long."""
    x, look = line.indent * _STEP, line.look
    space: list[_Row] = [[]] if look is Look.HEADING else []
    if not line.beside:
        return [*space, *([(x, part, look)] for part in _wrapped(line.text, pen, width - x, look))]
    column = width * _BESIDE
    rows: list[_Row] = [
        [(x, part, look)] for part in _wrapped(line.text, pen, column - x - _GAP, look)
    ]
    right = [*_wrapped(line.beside, pen, width - column, Look.STRONG)]
    if len(right) > _MOST_BESIDE:
        column = x + _STEP
        right = [*_wrapped(line.beside, pen, width - column, Look.STRONG)]
    else:
        rows[-1].append((column, right.pop(0), Look.STRONG))
    return [*rows, *([(column, part, Look.STRONG)] for part in right)]


def _wrapped(text: str, pen: _Pen, width: float, look: Look) -> Iterator[str]:
    """The text in lines no wider than this; a longer word is broken inside."""
    line = ""
    for word in pen.settable(_cleaned(text)).split():
        longer = f"{line} {word}" if line else word
        if pen.width(longer, look) <= width:
            line = longer
            continue
        if line:
            yield line
        *whole, line = _that_fit(word, pen, width, look)
        yield from whole
    yield line


def _that_fit(word: str, pen: _Pen, width: float, look: Look) -> Iterator[str]:
    while len(word) > 1 and pen.width(word[:_MOST_LETTERS], look) > width:
        ends = range(1, min(len(word), _MOST_LETTERS))
        room = max(1, bisect_right(ends, width, key=lambda end: pen.width(word[:end], look)))
        yield word[:room]
        word = word[room:]
    yield word


def _cleaned(text: str) -> str:
    """The text without what draws nothing, or turns the direction of what follows."""
    head = " ".join(text[: _LONGEST + 1].split())
    normal = unicodedata.normalize("NFC", head if len(text) <= _LONGEST else f"{head} [\u2026]")
    return "".join(letter for letter in normal if letter.isprintable())
