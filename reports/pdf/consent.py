"""What the patient agreed to, in a line, with the signature as it was drawn."""

from __future__ import annotations

from itertools import pairwise

from intake.consent import HEIGHT, WIDTH, Strokes
from reports import wording
from reports.pdf import ink
from reports.pdf.rows import Row, draw_lines, lines_height
from reports.pdf.structure import Role, figure_attributes
from reports.pdf.tagged import Line, Point, TaggedCanvas
from reports.pdf.text import flow
from reports.summary import Agreed

_TALL = 30.0
_WIDE = _TALL * WIDTH / HEIGHT
_GAP = 12.0
_THICK = 0.8


def consent_row(agreed: Agreed, width: float) -> Row:
    """The line, and beside it the signature where there is one."""
    aside = _WIDE + _GAP if agreed.strokes else 0.0
    lines = flow([(agreed.text, ink.BODY)], width - aside)
    height = max(lines_height(lines), _TALL if agreed.strokes else 0.0)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(Role.PARAGRAPH):
            draw_lines(canvas, x, top - (height - lines_height(lines)) / 2, lines)
        if agreed.strokes:
            box = (x + width - _WIDE, top - _TALL, x + width, top)
            with canvas.marked(Role.FIGURE, figure_attributes(wording.SIGNATURE, box)):
                _signature(canvas, (box[0], top), agreed.strokes)

    return Row(height, draw)


def _signature(canvas: TaggedCanvas, corner: Point, strokes: Strokes) -> None:
    """Draw the strokes below their upper left corner, in the shape they were drawn in."""
    placed = [[_placed(corner, point) for point in stroke] for stroke in strokes]
    lines: list[Line] = [line for stroke in placed for line in pairwise(stroke)]
    canvas.strokes(lines, ink.BLACK, _THICK)
    canvas.dots((stroke[0] for stroke in placed if len(stroke) == 1), ink.BLACK, _THICK)


def _placed(corner: Point, point: tuple[int, int]) -> Point:
    left, top = corner
    return left + point[0] * _WIDE / WIDTH, top - point[1] * _TALL / HEIGHT
