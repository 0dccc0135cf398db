"""A paper of one column: blocks kept whole where a page can hold them, a foot on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reports.pdf import ink
from reports.pdf.archive import Imprint
from reports.pdf.rows import Row
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.text import Line, flow

HALF_LETTER = (396.0, 612.0)
HALF_A4 = (419.53, 595.28)
Block = tuple[Row, ...]
Running = Callable[[TaggedCanvas, int, int], None]
"""Draws what stands on every page outside its body: the page, of how many."""


@dataclass(frozen=True)
class Sheet:
    """A paper's size and edges in points, what its file says of itself, and its running lines."""

    size: tuple[float, float]
    imprint: Imprint
    running: Running
    margin: float = 34.0
    top: float = 34.0
    bottom: float = 44.0

    @property
    def width(self) -> float:
        """The width of what is printed."""
        return self.size[0] - 2 * self.margin

    @property
    def room(self) -> float:
        """The height of the body of a page."""
        return self.size[1] - self.top - self.bottom


def drawn_sheet(sheet: Sheet, blocks: Sequence[Block]) -> TaggedCanvas:
    """The canvas with every page drawn, not yet written out."""
    canvas = TaggedCanvas(sheet.size, sheet.imprint)
    pages = tuple(_pages(blocks, sheet.room))
    for number, rows in enumerate(pages, start=1):
        if number > 1:
            canvas.new_page()
        with canvas.artifact("Pagination"):
            sheet.running(canvas, number, len(pages))
        top = sheet.size[1] - sheet.top
        for row in rows:
            row.draw(canvas, sheet.margin, top)
            top -= row.height
    return canvas


def _pages(blocks: Sequence[Block], room: float) -> Iterator[list[Row]]:
    """The rows of each page; a block that leads stays with the next, as far as a page can hold."""
    page: list[Row] = []
    left = room
    for place, block in enumerate(blocks):
        needed = _together(blocks, place)
        if page and needed > left and needed <= room:
            yield page
            page, left = [], room
        for row in block:
            if page and row.height > left:
                yield page
                page, left = [], room
            page.append(row)
            left -= row.height
    yield page


def _together(blocks: Sequence[Block], place: int) -> float:
    """The height of a block with those it leads to."""
    height = _height(blocks[place])
    while blocks[place][-1].leads and place + 1 < len(blocks):
        place += 1
        height += _height(blocks[place])
    return height


def _height(block: Block) -> float:
    return sum(row.height for row in block)


def space(height: float) -> Row:
    """Nothing, this high."""
    return Row(height, _nothing)


def lines_of(text: str, style: ink.Style, width: float) -> tuple[Line, ...]:
    """The text in one style, broken to the width."""
    return flow([(text, style)], width)


def box(canvas: TaggedCanvas, x: float, top: float, size: float) -> None:
    """A box to check, its left edge at x and its top at top."""
    canvas.frame((x, top - size, x + size, top), ink.BLACK, 1.1)


def _nothing(_canvas: TaggedCanvas, _x: float, _top: float) -> None:
    """Space between blocks."""
