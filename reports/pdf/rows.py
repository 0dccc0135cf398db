"""Measured pieces of a page: a row knows its height before it is drawn, so nothing can collide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reports import wording
from reports.pdf import figures, ink
from reports.pdf.ink import Style
from reports.pdf.structure import Role
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.text import Line, flow
from reports.summary import State

Spans = Sequence[tuple[str, Style]]
Draw = Callable[[TaggedCanvas, float, float], None]
"""Draws on the canvas from a left edge and a top edge."""

Aside = Callable[[TaggedCanvas, float, float], None]
"""Draws on the canvas so that it ends at a right edge, on a baseline."""

_BASELINE = 0.78
_ASIDE_WIDTH = 196.0
SECTION_GAP = 6.0
MORE_LINE = 11.0
MOVED_LINES = 24.0
"""Room for the two lines at most that say what was moved to page 2, in points."""


@dataclass(frozen=True)
class Row:
    """The smallest piece that stays together: its height in points, and how it is drawn.

    ``leads`` keeps it on one page with the row below it.
    """

    height: float
    draw: Draw
    leads: bool = False


@dataclass(frozen=True)
class Section:
    """A heading with rows; ``floor`` rows stay on page 1, those of the lowest ``rank`` go first.

    ``container`` is the structure element around the rows. ``again`` prints the whole section on
    a later page when only some of it fits. ``abreast`` are rows for a later page where the whole
    section stands there. ``more`` says with a {count} how many rows are left out, with a {page}
    where they stand.
    """

    title: str
    head: Row
    rows: tuple[Row, ...]
    rank: int
    floor: int = 1
    container: Role | None = None
    attributes: bytes = b""
    again: bool = False
    abreast: tuple[Row, ...] = ()
    more: str = field(default=wording.MORE)

    def height(self, kept: int) -> float:
        """The height on page 1 with this many rows kept; nothing when none are."""
        if not kept:
            return 0.0
        body = sum(row.height for row in self.rows[:kept])
        return self.head.height + body + self.more_height(kept) + SECTION_GAP

    def later(self, kept: int) -> tuple[Row, ...]:
        """The rows a later page shows when page 1 kept this many and left some out.

        Set as wide as the page, words take fewer lines: how many page 1 kept says nothing there.
        """
        if not kept:
            return self.abreast or self.rows
        return self.rows if self.again else self.rows[kept:]

    def more_height(self, kept: int) -> float:
        """The height of the line that says how many rows are left out."""
        return MORE_LINE if kept < len(self.rows) else 0.0


def lines_height(lines: Sequence[Line]) -> float:
    """The height of these lines, one below the other."""
    return sum(_leading(line) for line in lines)


def draw_lines(canvas: TaggedCanvas, x: float, top: float, lines: Sequence[Line]) -> float:
    """Draw the lines; where the next would begin."""
    for line in lines:
        leading = _leading(line)
        for piece in line:
            canvas.text(x + piece.x, top - _BASELINE * leading, piece.text, piece.style)
        top -= leading
    return top


def _leading(line: Line) -> float:
    return max((piece.style.leading for piece in line), default=ink.BODY.leading)


def paragraph(
    spans: Spans, width: float, *, role: Role = Role.PARAGRAPH, indent: float = 0, after: float = 2
) -> Row:
    """A row of flowing text."""
    lines = flow(spans, width - indent)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(role):
            draw_lines(canvas, x + indent, top, lines)

    return Row(lines_height(lines) + after, draw)


def bullet(spans: Spans, width: float, state: State | None = None) -> Row:
    """A list item: a state symbol or a dash, and flowing text beside it."""
    indent = 13.0 if state else 8.0
    lines = flow(spans, width - indent)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        middle = top - 0.5 * _leading(lines[0])
        with canvas.element(Role.LIST_ITEM):
            with canvas.artifact():
                if state:
                    figures.state_symbol(canvas, (x + 4.5, middle), state)
                else:
                    canvas.fill_box((x + 1, middle - 1.2, x + 3.4, middle + 1.2), ink.GRAY)
            with canvas.marked(Role.LIST_BODY):
                draw_lines(canvas, x + indent, top, lines)

    return Row(lines_height(lines) + 2, draw)


def heading(title: str, note: str, width: float, *, beside: Aside | None = None) -> Row:
    """A section heading over a rule, with a quieter note after it and a drawing at its right."""
    spans = [(title, ink.HEADING), *([("  " + note, ink.QUIET)] if note else [])]
    lines = flow(spans, width - _ASIDE_WIDTH if beside else width)
    height = lines_height(lines)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(Role.HEADING_2):
            draw_lines(canvas, x, top, lines)
        if beside:
            with canvas.marked(Role.PARAGRAPH):
                beside(canvas, x + width, top - _BASELINE * ink.HEADING.leading)
        with canvas.artifact():
            canvas.rule(x, x + width, top - height - 0.5, ink.BLUE, 0.8)

    return Row(height + 4, draw, leads=True)


def heading_again(title: str, width: float) -> Row:
    """The heading of a list that runs over, for the eye only."""
    lines = flow([(wording.CONTINUED.format(heading=title), ink.HEADING)], width)
    height = lines_height(lines)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact("Pagination"):
            draw_lines(canvas, x, top, lines)
            canvas.rule(x, x + width, top - height - 0.5, ink.BLUE, 0.8)

    return Row(height + 4, draw, leads=True)


@dataclass(frozen=True)
class Cell:
    """A table cell: flowing text at an offset from the row's left edge."""

    offset: float
    lines: tuple[Line, ...]
    role: Role = Role.CELL
    attributes: bytes = b""


def cell(
    offset: float, width: float, spans: Spans, role: Role = Role.CELL, attributes: bytes = b""
) -> Cell:
    """A cell with its text broken to its width."""
    return Cell(offset, flow(spans, width), role, attributes)


def draw_cells(canvas: TaggedCanvas, x: float, top: float, cells: Sequence[Cell]) -> None:
    """The cells of one row, each one of the structure tree, their first lines on one baseline."""
    for each, drop in zip(cells, _drops(cells), strict=True):
        with canvas.marked(each.role, each.attributes):
            draw_lines(canvas, x + each.offset, top - drop, each.lines)


def cells_height(cells: Sequence[Cell]) -> float:
    """The height of the tallest cell."""
    return max(
        drop + lines_height(each.lines) for each, drop in zip(cells, _drops(cells), strict=True)
    )


def _drops(cells: Sequence[Cell]) -> tuple[float, ...]:
    """How far each cell begins lower, so that small and large words stand on one baseline."""
    first = [_leading(each.lines[0]) if each.lines else 0.0 for each in cells]
    return tuple(_BASELINE * (max(first) - each) for each in first)


def draw_section(
    canvas: TaggedCanvas, at: tuple[float, float], section: Section, kept: int, page: int
) -> float:
    """Draw the heading and this many rows, say how many more there are on which page; the top."""
    x, top = at
    if not kept:
        return top
    with canvas.element(Role.SECTION):
        section.head.draw(canvas, x, top)
        top = draw_rows(canvas, (x, top - section.head.height), section, section.rows[:kept])
        if left_out := len(section.rows) - kept:
            with canvas.marked(Role.PARAGRAPH):
                text = section.more.format(count=left_out, page=page)
                canvas.text(x, top - ink.QUIET_ITALIC.size, text, ink.QUIET_ITALIC)
            top -= section.more_height(kept)
    return top - SECTION_GAP


def draw_rows(
    canvas: TaggedCanvas, at: tuple[float, float], section: Section, rows: Sequence[Row]
) -> float:
    """Draw rows inside their section's container; where the next would begin."""
    x, top = at
    if section.container is None or not rows:
        return _stack(canvas, x, top, rows)
    with canvas.element(section.container, section.attributes):
        return _stack(canvas, x, top, rows)


def _stack(canvas: TaggedCanvas, x: float, top: float, rows: Sequence[Row]) -> float:
    for row in rows:
        row.draw(canvas, x, top)
        top -= row.height
    return top


def fit(sections: Sequence[Section], room: float) -> tuple[int, ...]:
    """How many rows of each section to keep so that all fit the room.

    Rows are taken from the section of the lowest rank first, down to its floor; then whole
    sections go, a line in their place; what room that leaves is given back, the highest rank first.
    """
    plan = _Plan(sections, room)
    order = sorted(range(len(sections)), key=lambda place: sections[place].rank)
    for place in order:
        plan.trim(place, sections[place].floor)
    for place in order:
        if not plan.fits():
            plan.kept[place] = 0
    for place in reversed(order):
        plan.grow(place)
    return tuple(plan.kept)


class _Plan:
    """How many rows of each section are kept, against the room there is."""

    def __init__(self, sections: Sequence[Section], room: float) -> None:
        self._sections, self._room = sections, room
        self.kept = [len(section.rows) for section in sections]

    def fits(self) -> bool:
        pairs = zip(self._sections, self.kept, strict=True)
        used = sum(section.height(kept) for section, kept in pairs)
        absent = self.kept.count(0)
        return used + (MOVED_LINES if absent else 0.0) <= self._room

    def trim(self, place: int, floor: int) -> None:
        while self.kept[place] > floor and not self.fits():
            self.kept[place] -= 1

    def grow(self, place: int) -> None:
        section = self._sections[place]
        before = self.kept[place]
        for kept in range(len(section.rows), before, -1):
            self.kept[place] = kept
            if self.fits() and (before or kept >= min(section.floor, len(section.rows))):
                return
        self.kept[place] = before
