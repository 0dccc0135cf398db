"""The pages after the first: blocks of rows under a heading, and where each page ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.pdf.frame import Frame, draw_frame
from reports.pdf.rows import Row
from reports.pdf.structure import Role
from reports.pdf.tagged import TaggedCanvas
from reports.summary import Summary

_GAP = 6.0


@dataclass(frozen=True)
class Block:
    """Rows for the later pages under a heading; ``repeat`` stands again on top of each page.

    ``title`` is what page 1 calls it by.
    """

    title: str
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    container: Role
    repeat: Row | None = None
    attributes: bytes = b""


def page_breaks(blocks: Sequence[Block], page: Frame) -> frozenset[tuple[int, int]]:
    """The rows, by block and place, before which a new page begins (after page 2 began)."""
    room = page.later_top - page.bottom
    left, found = room, set()
    for number, block in enumerate(blocks):
        rows = (*block.head, *block.rows)
        for place, row in enumerate(rows):
            if _together(rows, place) > left and left < room:
                found.add((number, place))
                left = room
                repeats = place > len(block.head) and block.repeat
                left -= block.repeat.height if repeats and block.repeat else 0.0
            left -= row.height
        left -= _GAP
    return frozenset(found)


def first_pages(blocks: Sequence[Block], breaks: frozenset[tuple[int, int]]) -> dict[str, int]:
    """On which page each block begins, by its title."""
    return {
        block.title: 2 + sum(turn <= (number, 0) for turn in breaks)
        for number, block in enumerate(blocks)
    }


def _together(rows: Sequence[Row], place: int) -> float:
    """The height of a row with the rows it leads to."""
    height = rows[place].height
    while rows[place].leads and place + 1 < len(rows):
        place += 1
        height += rows[place].height
    return height


class _Later:
    """Draws rows one after the other and turns the page where it was planned."""

    def __init__(self, canvas: TaggedCanvas, summary: Summary, page: Frame, total: int) -> None:
        self._canvas, self._summary, self._page, self._total = canvas, summary, page, total
        self.number = 1
        self.top = page.later_top

    def turn(self) -> None:
        self._canvas.new_page()
        self.number += 1
        self.top = self._page.later_top
        draw_frame(self._canvas, self._summary, self._page, (self.number, self._total))

    def row(self, row: Row) -> None:
        row.draw(self._canvas, self._page.left, self.top)
        self.top -= row.height


def draw_later(
    canvas: TaggedCanvas,
    summary: Summary,
    page: Frame,
    plan: tuple[tuple[Block, ...], frozenset[tuple[int, int]]],
) -> None:
    """Draw the blocks with the pages ended where it was planned."""
    blocks, breaks = plan
    later = _Later(canvas, summary, page, 2 + len(breaks))
    later.turn()
    for number, block in enumerate(blocks):
        _draw_block(canvas, later, block, {place for owner, place in breaks if owner == number})
        later.top -= _GAP


def _draw_block(canvas: TaggedCanvas, later: _Later, block: Block, breaks: set[int]) -> None:
    for place, row in enumerate(block.head):
        if place in breaks:
            later.turn()
        later.row(row)
    with canvas.element(block.container, block.attributes):
        for place, row in enumerate(block.rows, start=len(block.head)):
            if place in breaks:
                later.turn()
                if place > len(block.head) and block.repeat:
                    later.row(block.repeat)
            later.row(row)
