"""The table of every question as it was asked, in rows that may run over several pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports import wording
from reports.pdf import figures, ink
from reports.pdf.ink import Style
from reports.pdf.rows import Aside, Cell, Row, Spans, cells_height, draw_cells, draw_lines
from reports.pdf.structure import Role, header_scope
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.text import flow
from reports.pdf.typeface import BOLD, ITALIC, REGULAR
from reports.summary import AskedQuestion, AskedSection, State, Weight

_MOST_LINES = 14
_KEY_STATES = (State.YES, State.NOT_SURE, State.NO, State.NOT_ANSWERED)
_PAD = 0.7
_TEXT = Style(REGULAR, 8, 9.1)
_BOLD = Style(BOLD, 8, 9.1)
_NOTE = Style(ITALIC, 7.5, 9.1, ink.GRAY)
_KEY_STYLE = Style(REGULAR, 8, 9.1)
_HEAD = _BOLD.colored(ink.WHITE)


@dataclass(frozen=True)
class _Columns:
    """Where the columns stand, from the row's left edge, and how wide they are."""

    number: tuple[float, float]
    question: tuple[float, float]
    symbol: float
    answer: tuple[float, float]
    flag: tuple[float, float]


def _columns(width: float) -> _Columns:
    flag = width - 52
    answer = width * 0.655
    return _Columns(
        (5, 30), (36, answer - 36 - 18), answer - 7, (answer, flag - answer - 6), (flag, 52)
    )


def header_row(width: float) -> Row:
    """The dark row that names the columns."""
    columns = _columns(width)
    places = (columns.number, columns.question, columns.answer, columns.flag)
    cells = tuple(
        Cell(offset, flow([(word, _HEAD)], wide), Role.HEADER_CELL, header_scope("Column"))
        for word, (offset, wide) in zip(wording.COLUMNS, places, strict=True)
    )
    height = 13.0

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.fill_box((x, top - height, x + width, top), ink.DARK)
        with canvas.element(Role.ROW):
            draw_cells(canvas, x, top - 1.6, cells)

    return Row(height, draw, leads=True)


def repeated_header(width: float) -> Row:
    """The same dark row for later pages, where it is for the eye only."""
    columns = _columns(width)
    places = (columns.number, columns.question, columns.answer, columns.flag)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact("Pagination"):
            canvas.fill_box((x, top - 13, x + width, top), ink.DARK)
            for word, (offset, _) in zip(wording.COLUMNS, places, strict=True):
                canvas.text(x + offset, top - 9.4, word, _HEAD)

    return Row(13.0, draw, leads=True)


def question_rows(sections: tuple[AskedSection, ...], width: float) -> tuple[Row, ...]:
    """Every section's heading row and its questions."""
    columns = _columns(width)
    rows: list[Row] = []
    for section in sections:
        rows.append(_section_row(section.heading, width))
        for question in section.questions:
            rows += _question(question, columns, width)
    return tuple(rows)


def _section_row(heading: str, width: float) -> Row:
    lines = flow([(heading, _BOLD)], width - 12)
    height = 10.6

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.fill_box((x, top - height, x + width, top), ink.SHADE)
        scope = header_scope("Column", len(wording.COLUMNS))
        with canvas.element(Role.ROW), canvas.marked(Role.HEADER_CELL, scope):
            draw_lines(canvas, x + 5, top - 0.8, lines)

    return Row(height, draw, leads=True)


def _question(question: AskedQuestion, columns: _Columns, width: float) -> Iterator[Row]:
    """The row of one question; a very long answer runs on in further rows."""
    heavy = question.weight is not Weight.NONE
    style = _BOLD if heavy else _TEXT
    spans: list[tuple[str, Style]] = [(question.answer, style)]
    if question.note:
        spans.append(("  " + question.note, _NOTE))
    answer = flow(spans, columns.answer[1])
    asked = flow([(question.question, _TEXT)], columns.question[1])
    number = flow([(question.number, _TEXT.colored(ink.GRAY))], columns.number[1])
    for start in range(0, max(len(answer), 1), _MOST_LINES):
        part = answer[start : start + _MOST_LINES]
        first = start == 0
        cells = (
            Cell(columns.number[0], number if first else ()),
            Cell(columns.question[0], asked if first else ()),
            Cell(columns.answer[0], part),
            Cell(columns.flag[0] + 11, flow(_flag_spans(question.weight), columns.flag[1] - 11)),
        )
        yield _row(cells, question.state if first else None, question.weight, columns, width)


def _flag_spans(weight: Weight) -> Spans:
    match weight:
        case Weight.RED:
            return [(wording.RED_FLAG, _BOLD)]
        case Weight.CAUTION:
            return [(wording.CAUTION_FLAG, _TEXT)]
        case Weight.NONE:
            return []


def _row(
    cells: tuple[Cell, ...],
    state: State | None,
    weight: Weight,
    columns: _Columns,
    width: float,
) -> Row:
    height = cells_height(cells) + 2 * _PAD

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            _decoration(canvas, (x, top, height, width), weight)
            if state:
                center = (x + columns.symbol, top - _PAD - _TEXT.leading / 2)
                figures.state_symbol(canvas, center, state, 2.9)
            figures.warning(canvas, x + columns.flag[0], top - _PAD - 7.4, weight, 7)
        with canvas.element(Role.ROW):
            draw_cells(canvas, x, top - _PAD, cells)

    return Row(height, draw)


def _decoration(
    canvas: TaggedCanvas, at: tuple[float, float, float, float], weight: Weight
) -> None:
    x, top, height, width = at
    if weight is Weight.RED:
        canvas.fill_box((x, top - height + 0.4, x + 3, top), ink.RED)
    canvas.rule(x, x + width, top - height, ink.RULE, 0.4)


def _draw_key(canvas: TaggedCanvas, right: float, baseline: float) -> None:
    x = right
    for state in reversed(_KEY_STATES):
        word = wording.STATE_WORDS[state.value]
        x = canvas.text_right(x, baseline, word, _KEY_STYLE) - 6
        figures.state_symbol(canvas, (x, baseline + 2.6), state, 2.7)
        x -= 9


KEY: Aside = _draw_key
"""What the symbols mean, to stand at the right of a heading."""
