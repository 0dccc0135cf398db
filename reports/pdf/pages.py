"""Page 1 by a budget of priorities; what it leaves out, and every question, on later pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby
from textwrap import shorten

from reports import wording
from reports.pdf import figures, ink
from reports.pdf.boxes import (
    CautionBox,
    RedBox,
    caution_box,
    draw_caution_box,
    draw_red_box,
    flag_rows,
    procedure_box,
    red_box,
)
from reports.pdf.consent import consent_row
from reports.pdf.frame import Frame, draw_frame, frame
from reports.pdf.later import Block, draw_later, first_pages, page_breaks
from reports.pdf.questions import KEY, header_row, question_rows, repeated_header
from reports.pdf.rows import (
    MOVED_LINES,
    Row,
    Section,
    draw_lines,
    draw_section,
    fit,
    heading,
    heading_again,
    lines_height,
    paragraph,
)
from reports.pdf.sections import Plan, injection_across, left_column, right_column
from reports.pdf.structure import Role
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.text import Line, flow
from reports.summary import Summary

_LEFT_WIDTH, _GUTTER = 196.0, 14.0
_RED_SHARE, _CAUTION_SHARE, _PROCEDURE_SHARE = 0.42, 0.17, 0.18
_REVIEW_LEAST = 84.0
_COLUMNS_LEAST = 130.0
"""Below this height of the columns, in points, what stands above them keeps its titles only."""
_REVIEW_LINE = 19.0
_GAP = 6.0
_SMALL_FIGURE = 0.62
_PLANS = (
    Plan(),
    Plan(figure=0.8),
    Plan(figure=_SMALL_FIGURE),
    Plan(apart=True),
)
_PLANS_ACROSS = (Plan(figure=_SMALL_FIGURE, across=True), Plan(apart=True, across=True))
_MOST_CORRECTIONS, _LONGEST_CORRECTION = 2, 240
"""Of what staff put right, as many stand on page 1; all of it does on page 2."""


class Leaves(IntEnum):
    """What a column leaves out at most: nothing, rows, the figure alone, or a whole section."""

    NOTHING = 0
    ROWS = 1
    FIGURE = 2
    SECTION = 3


@dataclass(frozen=True)
class _Column:
    """A column of page 1: its sections and how many rows of each are kept."""

    x: float
    width: float
    sections: tuple[Section, ...]
    kept: tuple[int, ...]

    @property
    def pairs(self) -> tuple[tuple[Section, int], ...]:
        """Each section with the rows it keeps."""
        return tuple(zip(self.sections, self.kept, strict=True))

    @property
    def leaves_out(self) -> Leaves:
        """What does not stand here."""
        moved = [section.title for section, kept in self.pairs if not kept]
        if moved:
            return Leaves.FIGURE if moved == [wording.LEG_FIGURE] else Leaves.SECTION
        whole = all(kept == len(section.rows) for section, kept in self.pairs)
        return Leaves.NOTHING if whole else Leaves.ROWS

    def moved(self, pages: Mapping[str, int]) -> str:
        """What stands on other pages as a whole, in words; empty when nothing does."""
        titles = [section.title for section, kept in self.pairs if not kept]
        return wording.MOVED_BREAK.join(
            wording.MOVED.format(page=page, titles="; ".join(same))
            for page, same in groupby(titles, key=lambda title: pages[title])
        )


@dataclass(frozen=True)
class _PageOne:
    """Page 1 as it was fitted."""

    red: RedBox
    corrected: tuple[Line, ...]
    caution: CautionBox
    procedure: CautionBox
    situation: tuple[Line, ...]
    change: tuple[Line, ...]
    across: Section | None
    plan: Plan
    columns: tuple[_Column, _Column]


def draw_pages(canvas: TaggedCanvas, summary: Summary) -> None:
    """Draw the whole document on an empty canvas."""
    page = frame(summary, canvas.size)
    one = _fit_page_one(summary, page)
    blocks = tuple(_later_blocks(summary, one, page))
    breaks = page_breaks(blocks, page)
    total = 2 + len(breaks)
    draw_frame(canvas, summary, page, (1, total))
    _draw_page_one(canvas, one, page, first_pages(blocks, breaks))
    draw_later(canvas, summary, page, (blocks, breaks))


def _fit_page_one(summary: Summary, page: Frame) -> _PageOne:
    room = page.top - page.bottom
    red = red_box(summary.red_flags, page.width, room * _RED_SHARE)
    caution = caution_box(summary.cautions, page.width, room * _CAUTION_SHARE)
    corrected = _corrected(summary, page.width)
    situation = flow([(summary.situation, ink.SITUATION)], page.width)
    change = _change(summary, page.width)
    most = room * _PROCEDURE_SHARE
    room -= red.height + _GAP + _caution_height(caution) + lines_height(situation) + _GAP
    room -= _lines_room(corrected) + _lines_room(change) + _REVIEW_LEAST
    procedure = procedure_box(summary.pointers, page.width, min(most, room - _COLUMNS_LEAST))
    room -= _caution_height(procedure)
    plan, left, across = _left(summary, page, room)
    room -= across.height(1) if across else 0.0
    wide = page.width - _LEFT_WIDTH - _GUTTER
    right_x = page.left + _LEFT_WIDTH + _GUTTER
    right = _column(right_x, wide, right_column(summary, wide), room)
    columns = left, right
    return _PageOne(red, corrected, caution, procedure, situation, change, across, plan, columns)


def _left(summary: Summary, page: Frame, room: float) -> tuple[Plan, _Column, Section | None]:
    """The left column by the first plan that leaves out no more than it may, and what is across.

    What matters before an injection is never trimmed: rather the figure shrinks, then leaves.
    """
    across = injection_across(summary, page.width)
    rest = room - across.height(1)
    plans = (*_PLANS, *(_PLANS_ACROSS if rest >= MOVED_LINES else ()))
    plan, left = _by_first(plans, summary, page, (room, rest))
    return plan, left, across if plan.across else None


def _by_first(
    plans: tuple[Plan, ...], summary: Summary, page: Frame, rooms: tuple[float, float]
) -> tuple[Plan, _Column]:
    """The column by the first plan that will do, else by the last; rooms beside and below."""
    plan, *others = plans
    sections = left_column(summary, _LEFT_WIDTH, plan)
    left = _column(page.left, _LEFT_WIDTH, sections, rooms[plan.across])
    if not others or left.leaves_out <= _allowed(plan):
        return plan, left
    return _by_first(tuple(others), summary, page, rooms)


def _allowed(plan: Plan) -> Leaves:
    """How much a plan may leave out before the next is tried."""
    if plan.apart:
        return Leaves.FIGURE
    return Leaves.ROWS if plan.figure == _SMALL_FIGURE else Leaves.NOTHING


def _column(x: float, width: float, sections: tuple[Section, ...], room: float) -> _Column:
    return _Column(x, width, sections, fit(sections, room))


def _change(summary: Summary, width: float) -> tuple[Line, ...]:
    """What would lower the level, in flowing lines; none at the lowest level."""
    if not summary.changes:
        return ()
    small = ink.BODY.sized(8.5)
    note = f"  {wording.CHANGE_NOTE}:  "
    spans = [(wording.CHANGE_TITLE, ink.STRONG.sized(8.5)), (note, ink.QUIET)]
    return flow([*spans, (wording.CHANGE_OR.join(summary.changes), small)], width)


def _corrected(summary: Summary, width: float) -> tuple[Line, ...]:
    """What staff put right, safety questions first, in flowing lines; the rest on page 2."""
    shown = _shown_corrections(summary)
    if not shown:
        return ()
    small = ink.BODY.sized(8.5)
    spans = [(f"{wording.CORRECTED}  ", ink.STRONG.sized(8.5)), ("\n".join(shown), small)]
    if more := len(summary.corrections) - len(shown):
        spans.append((f"  {wording.MORE.format(count=more, page=2)}", ink.QUIET))
    elif shown != summary.corrections:
        spans.append((f"  {wording.IN_FULL.format(page=2)}", ink.QUIET))
    return flow(spans, width)


def _shown_corrections(summary: Summary) -> tuple[str, ...]:
    """The corrections of page 1, where a long reason is cut visibly: it is whole on page 2."""
    return tuple(
        shorten(one, _LONGEST_CORRECTION, placeholder=" \u2026")
        for one in summary.corrections[:_MOST_CORRECTIONS]
    )


def _lines_room(lines: tuple[Line, ...]) -> float:
    return lines_height(lines) + _GAP if lines else 0.0


def _caution_height(caution: CautionBox) -> float:
    return caution.height + _GAP if caution.rows else 0.0


def _draw_page_one(
    canvas: TaggedCanvas, one: _PageOne, page: Frame, pages: Mapping[str, int]
) -> None:
    flags = pages.get(one.red.box.headline, 2)
    top = draw_red_box(canvas, (page.left, page.top), one.red, flags) - _GAP
    if one.corrected:
        with canvas.marked(Role.PARAGRAPH):
            top = draw_lines(canvas, page.left, top, one.corrected) - _GAP
    for box in (one.caution, one.procedure):
        if box.rows:
            top = draw_caution_box(canvas, (page.left, top), box, pages.get(box.title, 2)) - _GAP
    with canvas.marked(Role.PARAGRAPH):
        top = draw_lines(canvas, page.left, top, one.situation) - _GAP
    if one.change:
        with canvas.marked(Role.PARAGRAPH):
            top = draw_lines(canvas, page.left, top, one.change) - _GAP
    if one.across:
        top = draw_section(canvas, (page.left, top), one.across, 1, 1)
    ends = [_draw_column(canvas, column, top, pages) for column in one.columns]
    _draw_review(canvas, page, min(ends))


def _draw_column(
    canvas: TaggedCanvas, column: _Column, top: float, pages: Mapping[str, int]
) -> float:
    for section, kept in column.pairs:
        page = pages.get(section.title, 2)
        top = draw_section(canvas, (column.x, top), section, kept, page)
    if moved := column.moved(pages):
        row = paragraph([(moved, ink.QUIET_ITALIC)], column.width)
        row.draw(canvas, column.x, top)
        top -= row.height
    return top


def _draw_review(canvas: TaggedCanvas, page: Frame, top: float) -> None:
    """The clinician's own space: all the height that is left."""
    left, right, bottom = page.left, page.right, page.bottom
    with canvas.artifact():
        canvas.frame((left, bottom, right, top), ink.BLACK, 0.9)
    with canvas.marked(Role.HEADING_2):
        canvas.text(left + 7, top - 14, wording.REVIEW, ink.FLAG)
    x = left + 110
    with canvas.marked(Role.PARAGRAPH):
        for word in wording.REVIEW_BOXES:
            figures.tick_box(canvas, x, top - 15, 8.5)
            x = canvas.text(x + 12, top - 14, word, ink.BODY) + 16
    _draw_review_lines(canvas, page, top - 22)


def _draw_review_lines(canvas: TaggedCanvas, page: Frame, top: float) -> None:
    left, right, bottom = page.left + 7, page.right - 7, page.bottom
    y = bottom + 9
    with canvas.marked(Role.PARAGRAPH):
        edges = [left, left + (right - left) * 0.40, left + (right - left) * 0.76, right + 8]
        for word, start, end in zip(wording.REVIEW_SIGNATURE, edges, edges[1:], strict=False):
            x = canvas.text(start, y, word, ink.QUIET) + 4
            canvas.rule(x, end - 8, y - 1.5, ink.GRAY, 0.6)
    with canvas.marked(Role.PARAGRAPH):
        first = canvas.text(left, top - 12, wording.REVIEW_NOTES, ink.QUIET) + 4
    with canvas.artifact():
        y = top - 13.5
        while y > bottom + 24:
            canvas.rule(first, right, y, ink.GRAY, 0.5)
            first, y = left, y - _REVIEW_LINE


def _later_blocks(summary: Summary, one: _PageOne, page: Frame) -> Iterator[Block]:
    width = page.width
    if summary.agreed:
        yield Block("", (), (consent_row(summary.agreed, width),), Role.SECTION)
    if summary.corrections != _shown_corrections(summary):
        rows = tuple(paragraph([(each, ink.BODY)], width) for each in summary.corrections)
        yield _headed(wording.CORRECTED, rows, Role.SECTION, width)
    yield from _from_boxes(summary, one, width)
    left, right = one.columns
    if left.leaves_out:
        yield from _leftovers(left, left_column(summary, width, one.plan), width)
    if right.leaves_out:
        yield from _leftovers(right, right_column(summary, width), width)
    yield _questions(summary, width)


def _from_boxes(summary: Summary, one: _PageOne, width: float) -> Iterator[Block]:
    """What the boxes of page 1 only name."""
    if one.red.continues:
        rows = flag_rows(summary.red_flags.rows[len(one.red.rows) :], width)
        yield _headed(summary.red_flags.headline, rows, Role.TABLE, width, continued=True)
    if one.caution.folded:
        yield _headed(one.caution.title, one.caution.rows, Role.TABLE, width)
    if one.procedure.folded:
        yield _headed(one.procedure.title, one.procedure.rows, Role.TABLE, width)


def _headed(
    title: str, rows: tuple[Row, ...], container: Role, width: float, *, continued: bool = False
) -> Block:
    """Rows under a heading that stands again wherever they run over."""
    shown = wording.CONTINUED.format(heading=title) if continued else title
    again = heading_again(title, width)
    return Block(title, (heading(shown, "", width),), rows, container, again)


def _leftovers(column: _Column, wide: tuple[Section, ...], width: float) -> Iterator[Block]:
    """What a column left out, set again for the full width; rows match one to one."""
    for section, (narrow, kept) in zip(wide, column.pairs, strict=True):
        if kept == len(narrow.rows):
            continue
        container = section.container or Role.SECTION
        goes_on = bool(kept) and not section.again
        block = _headed(section.title, section.later(kept), container, width, continued=goes_on)
        head = block.head if kept else (section.head,)
        yield replace(block, head=head, attributes=section.attributes)


def _questions(summary: Summary, width: float) -> Block:
    language = summary.banner.asked_in
    title = wording.EVERY_QUESTION_IN if language else wording.EVERY_QUESTION
    return Block(
        wording.EVERY_QUESTION,
        (heading(title.format(language=language), summary.asked_note, width, beside=KEY),),
        (header_row(width), *question_rows(summary.asked, width)),
        Role.TABLE,
        repeated_header(width),
    )
