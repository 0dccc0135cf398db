"""What a pen fills in: boxes to check, lines to write on, tables of boxes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from reports.pdf import ink
from reports.pdf.ink import Style
from reports.pdf.rows import Row, draw_lines, lines_height
from reports.pdf.sheet import box, lines_of
from reports.pdf.structure import NO_NUMBERING, Role, header_scope, language_of
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.text import Line

ALARM = "\u25b2"
"""The mark of an answer with which somebody goes to the front desk."""
FACE = Style(ink.BODY.face, 12.5, 16)
QUESTION = Style(ink.STRONG.face, 13, 16.5)
HINT = Style(ink.BODY.face, 11.5, 14.5, ink.GRAY)
_BAR = Style(ink.STRONG.face, 13.5, 17, ink.WHITE)
_BOX = 13.0
_LINE = 26.0
_INDENT = 20.0
_COLUMN = 62.0
_MOST_COLUMNS = 6
_BESIDE = _BOX + 7
_GAP = 22.0
_SLACK = 0.5
_SQUARE = 4
"""Answers that stand two and two where one line is too short."""
_FEW = 6
"""Answers that are few enough to be read along one line."""

Options = tuple[tuple[str, bool], ...]
"""Each answer's words, and whether it calls staff."""


def bar(title: str, width: float) -> Row:
    """The heading of a section, white on a dark bar."""

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.fill_box((x, top - 28, x + width, top - 4), ink.DARK)
        with canvas.marked(Role.HEADING_2):
            canvas.text(x + 8, top - 20.5, title, _BAR)

    return Row(38, draw, leads=True)


def alarm(text: str, width: float) -> Row:
    """What cannot wait, in a heavy frame."""
    lines = lines_of(text, QUESTION, width - 24)
    height = lines_height(lines) + 16

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.frame((x, top - height, x + width, top), ink.BLACK, 2.2)
        with canvas.marked(Role.PARAGRAPH):
            draw_lines(canvas, x + 12, top - 7, lines)

    return Row(height + 10, draw)


def fill_in(labels: tuple[str, ...], width: float) -> Row:
    """Labels side by side, each with a line to write on."""
    each = width / len(labels)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        for place, label in enumerate(labels):
            left = x + place * each
            with canvas.marked(Role.PARAGRAPH):
                right = canvas.text(left, top - 22, label, FACE)
            with canvas.artifact():
                canvas.rule(right + 6, left + each - 10, top - 24, ink.GRAY, 0.8)

    return Row(30, draw)


def for_staff(title: str, lines: tuple[tuple[str, ...], ...], about: tuple[str, float]) -> Row:
    """A shaded box that staff fill in; ``about`` is the language of its words, and the width."""
    language, width = about
    height = 26.0 + len(lines) * _LINE

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.fill_box((x, top - height, x + width, top), ink.SHADE)
        with canvas.element(Role.SECTION, language_of(language)):
            with canvas.marked(Role.PARAGRAPH):
                canvas.text(x + 10, top - 16, title, HINT.colored(ink.BLACK))
            for place, labels in enumerate(lines):
                fill_in(labels, width - 16).draw(canvas, x + 10, top - 14 - place * _LINE)

    return Row(height + 10, draw)


def ruled(count: int, width: float) -> Row:
    """Lines to write on."""

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            for line in range(1, count + 1):
                canvas.rule(x + _INDENT, x + width, top - line * _LINE, ink.GRAY, 0.8)

    return Row(count * _LINE + 4, draw)


def dates(labels: tuple[str, ...]) -> Row:
    """Boxes for the digits of a date, the name of each part below; the last part is the year."""
    size = 22.0

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        left = x + _INDENT
        for place, label in enumerate(labels):
            digits = 4 if place == len(labels) - 1 else 2
            with canvas.artifact():
                for digit in range(digits):
                    box(canvas, left + digit * size, top - 3, size)
            with canvas.marked(Role.PARAGRAPH):
                canvas.text(left, top - size - 14, label, HINT)
            left += digits * size + 22

    return Row(size + 20, draw)


def options_to_check(options: Options, width: float) -> Iterator[Row]:
    """The answers, each behind its box, side by side as far as their words leave room."""
    texts = [_with_mark(option) for option in options]
    lefts = _lefts(texts, width - _INDENT)
    ends = (*lefts[1:], width - _INDENT + _GAP)
    rooms = [end - left - _BESIDE - _GAP for left, end in zip(lefts, ends, strict=True)]
    rows = [texts[start : start + len(lefts)] for start in range(0, len(texts), len(lefts))]
    lines = [
        [lines_of(text, FACE, room) for text, room in zip(row, rooms, strict=False)] for row in rows
    ]
    heights = [max(map(lines_height, row)) + 5 for row in lines]

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.element(Role.LIST, NO_NUMBERING):
            for row, height in zip(lines, heights, strict=True):
                for left, said in zip(lefts, row, strict=False):
                    _option(canvas, (x + _INDENT + left, top), said)
                top -= height

    yield Row(sum(heights), draw)


def _option(canvas: TaggedCanvas, at: tuple[float, float], said: tuple[Line, ...]) -> None:
    left, top = at
    with canvas.element(Role.LIST_ITEM):
        with canvas.artifact():
            box(canvas, left, top - 2, _BOX)
        with canvas.marked(Role.LIST_BODY):
            draw_lines(canvas, left + _BESIDE, top, said)


def _with_mark(option: tuple[str, bool]) -> str:
    text, urgent = option
    return f"{ALARM} {text}" if urgent else text


def _lefts(texts: list[str], width: float) -> tuple[float, ...]:
    """Where each column begins: even ones, or a few answers one after the other on a line.

    Two columns at the least where there are many answers; a long one then takes two lines.
    """
    wides = [FACE.width(text) + _BESIDE + _GAP + _SLACK for text in texts]
    fitting = min(int((width + _GAP) / max(wides)), _MOST_COLUMNS)
    if fitting >= len(texts) or len(texts) > _FEW:
        columns = max(fitting, 2)
    elif sum(wides) <= width + _GAP:
        return tuple(accumulate(wides[:-1], initial=0.0))
    else:
        columns = 2 if len(texts) == _SQUARE and fitting > 1 else max(fitting, 1)
    return tuple(place * (width + _GAP) / columns for place in range(columns))


def grid_rows(
    names: tuple[str, ...],
    told: tuple[tuple[int, str, frozenset[int]], ...],
    about: tuple[str, float],
) -> Iterator[Row]:
    """A table: a question a row, a column of boxes for each answer; drawn as one piece.

    ``told`` has each question's number, its words, and the columns whose box calls staff; ``about``
    is the heading of the questions, and the width.
    """
    heading, width = about
    room = width - len(names) * _COLUMN - 34
    heads = [lines_of(name, QUESTION.sized(11.5), _COLUMN - 6) for name in names]
    tall = max(map(lines_height, heads)) + 8
    asked = [lines_of(text, FACE, room) for _, text, _ in told]
    heights = [max(lines_height(lines) + 9, _BOX + 12) for lines in asked]

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.element(Role.TABLE):
            _grid_head(canvas, (x, top), (heading, heads), width)
            top -= tall
            for (number, _, urgent), lines, height in zip(told, asked, heights, strict=True):
                with canvas.artifact():
                    canvas.rule(x, x + width, top, ink.GRAY, 0.6)
                with canvas.element(Role.ROW):
                    with canvas.marked(Role.HEADER_CELL, header_scope("Row")):
                        canvas.text(x, top - 15.5, f"{number}.", QUESTION)
                        draw_lines(canvas, x + 26, top - 4, lines)
                    _grid_boxes(canvas, (x + width - len(names) * _COLUMN, top), len(names), urgent)
                top -= height
            with canvas.artifact():
                canvas.rule(x, x + width, top, ink.GRAY, 0.6)

    yield Row(tall + sum(heights) + 2, draw)


def _grid_head(
    canvas: TaggedCanvas,
    at: tuple[float, float],
    said: tuple[str, list[tuple[Line, ...]]],
    width: float,
) -> None:
    x, top = at
    heading, heads = said
    scope = header_scope("Column")
    with canvas.element(Role.ROW):
        with canvas.marked(Role.HEADER_CELL, scope):
            canvas.text(x, top - 14, heading, HINT)
        for place, lines in enumerate(heads):
            with canvas.marked(Role.HEADER_CELL, scope):
                left = x + width - (len(heads) - place) * _COLUMN
                draw_lines(canvas, left, top - 2, lines)


def _grid_boxes(
    canvas: TaggedCanvas, at: tuple[float, float], count: int, urgent: frozenset[int]
) -> None:
    x, top = at
    for place in range(count):
        left = x + place * _COLUMN
        with canvas.marked(Role.CELL):
            if place in urgent:
                canvas.text(left + _BOX + 5, top - 16, ALARM, FACE)
        with canvas.artifact():
            box(canvas, left, top - 5, _BOX)
