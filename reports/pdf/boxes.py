"""The boxes at the top of page 1: red flags, always there, cautions, and what comes first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reports import wording
from reports.pdf import figures, ink
from reports.pdf.rows import (
    Row,
    cell,
    cells_height,
    draw_cells,
    draw_lines,
    lines_height,
)
from reports.pdf.structure import NO_NUMBERING, Role, header_scope
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.text import Line, flow, line_width
from reports.summary import Flag, FlagBox, Item, Weight

_MOST_ROWS = 6
_BAR = 20.0
_INSET = 8.0
_WIDEST_PAGE = 88
"""No number of a page is set wider: what is measured with it has room for the true one."""
_TITLE_AT, _TITLE_SHARE, _BAR_AT = 22.0, 0.40, 26.0


@dataclass(frozen=True)
class RedBox:
    """The red-flag box measured: rows in full, then titles alone; the rest goes to page 2."""

    box: FlagBox
    head: tuple[Line, ...]
    staff: tuple[Line, ...]
    rows: tuple[Row, ...]
    folded: tuple[tuple[Line, ...], ...]
    width: float

    @property
    def height(self) -> float:
        """The height of the whole box."""
        body = sum(row.height for row in self.rows) + self.folded_height
        return self.bar + (body + 4 if body else 0)

    @property
    def halves(self) -> tuple[tuple[tuple[Line, ...], ...], ...]:
        """The titles of the flags on page 2, in two columns."""
        middle = (len(self.folded) + 1) // 2
        return self.folded[:middle], self.folded[middle:]

    @property
    def folded_height(self) -> float:
        """The height of the titles with the line above them."""
        if not self.folded:
            return 0.0
        tallest = max(sum(map(lines_height, half)) for half in self.halves)
        return tallest + ink.BODY.leading + 2

    @property
    def bar(self) -> float:
        """The height of the bar on top."""
        staff = 0.0 if self.staff_fits else lines_height(self.staff)
        return max(_BAR, lines_height(self.head) + staff + 6)

    @property
    def staff_fits(self) -> bool:
        """Whether the note on staff fits on the last line of the bar."""
        if not self.staff:
            return True
        used = _BAR_AT + line_width(self.head[-1]) + line_width(self.staff[0]) + 3 * _INSET
        return used <= self.width

    @property
    def continues(self) -> bool:
        """Whether some rows stand on page 2."""
        return bool(self.folded)


def red_box(box: FlagBox, width: float, room: float) -> RedBox:
    """Measure the box: at most six rows in full, fewer where room is short; all titles stay."""
    rows = _box_rows(box.rows, width)
    staff = flow([(box.staff, ink.BAR_NOTE if box.alarming else ink.BODY)], width - 2 * _INSET)
    titles = tuple(_folded(flag, width / 2 - 2 * _INSET) for flag in box.rows)
    bar = _bar_text(box, width)
    kept = min(len(rows), _MOST_ROWS)
    red = RedBox(box, bar, staff, rows[:kept], titles[kept:], width)
    while kept > 1 and red.height > room:
        kept -= 1
        red = replace(red, rows=rows[:kept], folded=titles[kept:])
    return red


def _box_rows(flags: tuple[Flag, ...], width: float) -> tuple[Row, ...]:
    """The rows of the box, a line between each two of them."""
    rows = tuple(_flag_row(flag, width) for flag in flags[:-1])
    return (*rows, *(_flag_row(flag, width, ruled=False) for flag in flags[-1:]))


def _bar_text(box: FlagBox, width: float) -> tuple[Line, ...]:
    title, note = (ink.FLAG_BAR, ink.BAR_NOTE) if box.alarming else (ink.FLAG, ink.BODY)
    inset = _BAR_AT if box.alarming else _INSET
    return flow([(box.headline, title), ("   " + box.note, note)], width - inset - _INSET)


def _flag_row(flag: Flag, width: float, *, ruled: bool = True) -> Row:
    """What, how soon and who saw it; beside it the answers, the next step and the rule.

    ``ruled`` draws a line below, which the last row of a frame does not need.
    """
    small = ink.BODY.sized(8.5)
    left: list[tuple[str, ink.Style]] = [(flag.title, ink.FLAG)]
    left += [("\n" + flag.level, ink.QUIET.colored(ink.RED))] if flag.level else []
    left += [("  " + flag.seen, ink.STRONG.sized(8))] if flag.seen else []
    right = [
        ("; ".join(flag.evidence), small),
        ("\n" + wording.NEXT, ink.STRONG.sized(8)),
        (flag.next, ink.QUIET.colored(ink.BLACK)),
        ("  " + flag.source, ink.QUIET_ITALIC.sized(7.5)),
    ]
    beside = width * _TITLE_SHARE + 6
    role, scope = Role.HEADER_CELL, header_scope("Row")
    cells = (
        cell(_TITLE_AT, width * _TITLE_SHARE - _TITLE_AT, left, role, scope),
        cell(beside, width - beside - _INSET, right),
    )
    height = cells_height(cells) + 5

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            figures.warning(canvas, x + 8, top - 12, Weight.RED, 10)
            if ruled:
                canvas.rule(x + _INSET, x + width - _INSET, top - height + 0.5, ink.RULE)
        with canvas.element(Role.ROW):
            draw_cells(canvas, x, top - 2, cells)

    return Row(height, draw)


def draw_red_box(canvas: TaggedCanvas, at: tuple[float, float], red: RedBox, page: int) -> float:
    """Draw the box, which goes on on this page; where it ends."""
    x, top = at
    bottom = top - red.height
    with canvas.artifact():
        if red.box.alarming:
            canvas.fill_box((x, top - red.bar, x + red.width, top), ink.RED)
        canvas.frame((x, bottom, x + red.width, top), ink.RED if red.rows else ink.BLACK, 1.6)
        if red.box.alarming:
            middle = top - red.bar / 2
            corner = (x + 7, middle - 5)
            figures.triangle(canvas, corner, 12, ink.WHITE, filled=True)
    inset = _BAR_AT if red.box.alarming else _INSET
    with canvas.marked(Role.HEADING_2):
        tall = lines_height(red.head) + (0.0 if red.staff_fits else lines_height(red.staff))
        start = top - (red.bar - tall) / 2
        end = draw_lines(canvas, x + inset, start, red.head)
        if red.staff and red.staff_fits:
            right = x + red.width - _INSET - line_width(red.staff[0])
            draw_lines(canvas, right, start - 2, red.staff[:1])
        else:
            draw_lines(canvas, x + inset, end, red.staff)
    _draw_flags(canvas, (x, top - red.bar - 1), red, page)
    return bottom


def _draw_flags(canvas: TaggedCanvas, at: tuple[float, float], red: RedBox, page: int) -> None:
    x, top = at
    if red.rows:
        with canvas.element(Role.TABLE):
            for row in red.rows:
                row.draw(canvas, x, top)
                top -= row.height
    if red.folded:
        with canvas.marked(Role.PARAGRAPH):
            canvas.text(x + _INSET, top - 10, wording.RED_MORE.format(page=page), ink.BODY)
        with canvas.element(Role.LIST, NO_NUMBERING):
            for place, half in enumerate(red.halves):
                left = x + _INSET + place * red.width / 2
                _draw_half(canvas, (left, top - 2 - ink.BODY.leading), half)


def _folded(flag: Flag, width: float) -> tuple[Line, ...]:
    """The title of a flag on page 2, and how soon: whoever reads on must know which come first."""
    level = [("  " + flag.level, ink.QUIET.colored(ink.RED))] if flag.level else []
    return flow([(flag.title, ink.STRONG.sized(8.5)), *level], width - 12)


def _draw_half(
    canvas: TaggedCanvas, at: tuple[float, float], half: tuple[tuple[Line, ...], ...]
) -> None:
    x, top = at
    for lines in half:
        with canvas.element(Role.LIST_ITEM):
            with canvas.artifact():
                figures.warning(canvas, x + 1, top - 8.4, Weight.RED, 7)
            with canvas.marked(Role.LIST_BODY):
                top = draw_lines(canvas, x + 12, top, lines)


def flag_rows(flags: tuple[Flag, ...], width: float) -> tuple[Row, ...]:
    """The rows of these red flags for a later page."""
    return tuple(_flag_row(flag, width) for flag in flags)


@dataclass(frozen=True)
class CautionBox:
    """The caution box measured: a line for each, or all titles in one flowing line."""

    title: str
    rows: tuple[Row, ...]
    titles: tuple[str, ...]
    width: float
    folded: bool = False

    @property
    def height(self) -> float:
        """The height of the whole box."""
        if not self.rows:
            return 0.0
        folded = lines_height(self.flowing(_WIDEST_PAGE)) if self.folded else 0.0
        return 15.0 + (folded or sum(row.height for row in self.rows)) + 4

    def flowing(self, page: int) -> tuple[Line, ...]:
        """The titles alone, and from which page on the rest stands."""
        note = "  " + wording.ON_ANOTHER_PAGE.format(page=page)
        spans = [("; ".join(self.titles) + ".", ink.STRONG), (note, ink.QUIET_ITALIC)]
        return flow(spans, self.width - _TITLE_AT - _INSET)

    def within(self, room: float) -> CautionBox:
        """The box as it fits the room: where its lines do not, only the titles stay."""
        return self if self.height <= room else replace(self, folded=True)


def caution_box(cautions: tuple[Flag, ...], width: float, room: float) -> CautionBox:
    """Measure the box of cautions."""
    rows = tuple(caution_row(each, width) for each in cautions)
    titles = tuple(caution.title for caution in cautions)
    title = wording.CAUTION.format(count=len(cautions))
    return CautionBox(title, rows, titles, width).within(room)


def procedure_box(pointers: tuple[Item, ...], width: float, room: float) -> CautionBox:
    """Measure the box of what to weigh before any procedure, which no page 1 goes without."""
    first = before_procedure(pointers)
    rows = tuple(procedure_row(each, width) for each in first)
    titles = tuple(each.title for each in first)
    return CautionBox(wording.BEFORE_PROCEDURE, rows, titles, width).within(room)


def before_procedure(pointers: tuple[Item, ...]) -> tuple[Item, ...]:
    """Of these pointers those to be weighed before any procedure."""
    return tuple(each for each in pointers if each.before_procedure)


def caution_row(caution: Flag, width: float) -> Row:
    """One caution: what, on which answers, what to do, by which rule."""
    facts: list[tuple[str, ink.Style]] = [("; ".join(caution.evidence), ink.BODY.sized(8.5))]
    if caution.next:
        facts.append(("  " + wording.NEXT + caution.next, ink.QUIET))
    facts.append(("  " + caution.source, ink.QUIET_ITALIC.sized(7.5)))
    return _titled_row(caution.title, facts, width)


def procedure_row(pointer: Item, width: float) -> Row:
    """One pattern to be weighed before any procedure: what, on which answers, what to do."""
    return _titled_row(pointer.title, [(pointer.detail, ink.BODY.sized(8))], width)


def _titled_row(title: str, facts: list[tuple[str, ink.Style]], width: float) -> Row:
    title_width = width * _TITLE_SHARE - _TITLE_AT
    beside = width * _TITLE_SHARE + 6
    role, scope = Role.HEADER_CELL, header_scope("Row")
    cells = (
        cell(_TITLE_AT, title_width, [(title, ink.STRONG)], role, scope),
        cell(beside, width - beside - _INSET, facts),
    )

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.element(Role.ROW):
            draw_cells(canvas, x, top, cells)

    return Row(cells_height(cells) + 2, draw)


def draw_caution_box(
    canvas: TaggedCanvas, at: tuple[float, float], caution: CautionBox, page: int
) -> float:
    """Draw the box, which has rows, in full or on this page; where it ends."""
    x, top = at
    bottom = top - caution.height
    with canvas.artifact():
        canvas.fill_box((x, bottom, x + caution.width, top), ink.CREAM)
        canvas.frame((x, bottom, x + caution.width, top), ink.AMBER, 0.9)
        figures.warning(canvas, x + 7, top - 12.5, Weight.CAUTION, 10)
    with canvas.marked(Role.HEADING_2):
        canvas.text(x + _TITLE_AT, top - 11.5, caution.title, ink.FLAG)
    top -= 15.0
    if caution.folded:
        with canvas.marked(Role.PARAGRAPH):
            draw_lines(canvas, x + _TITLE_AT, top, caution.flowing(page))
        return bottom
    with canvas.element(Role.TABLE):
        for row in caution.rows:
            row.draw(canvas, x, top)
            top -= row.height
    return bottom
