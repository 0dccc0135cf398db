"""Drawings of the page: legs with what was marked on them, pain as boxes, states and warnings.

Every drawing is told apart by its shape and pattern, so that it survives gray and color blindness.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from intake.figure import (
    HEIGHT,
    WIDTH,
    Outline,
    Place,
    Point,
    Region,
    Side,
    View,
    creases,
    outlines,
    regions,
    sides,
)
from reports import wording
from reports.pdf import ink
from reports.pdf.ink import Color
from reports.pdf.tagged import TaggedCanvas, ellipse, polygon
from reports.summary import LegMark, Pattern, State, Weight

_UNIT = 0.5
"""Points on the page for one unit of the figure."""
_MARGIN = 12.0
"""Units on either side of a view that only a finger needs."""
_GAP, _LETTERS = 8.0, 14.0
_VIEW_WIDTH = (WIDTH - 2 * _MARGIN) * _UNIT
FIGURE_WIDTH = 2 * _VIEW_WIDTH + _GAP
_FOOT: Point = (59, HEIGHT)
_STRIPE = 2.6

_TICK = ((-0.48, 0.02), (-0.12, -0.36), (0.52, 0.42))


@dataclass(frozen=True)
class _Stand:
    """Where on the page a view stands: turns its units into points."""

    view: View
    corner: Point
    scale: float

    def at(self, point: Point) -> Point:
        left, bottom = self.corner
        unit = _UNIT * self.scale
        return left + (point[0] - _MARGIN) * unit, bottom + (HEIGHT - point[1]) * unit

    def placed(self, outline: Outline) -> Outline:
        start, curves = outline
        at = self.at
        return at(start), tuple((at(one), at(two), at(end)) for one, two, end in curves)


def legs(
    canvas: TaggedCanvas, corner: Point, marks: tuple[LegMark, ...], scale: float = 1.0
) -> None:
    """Both legs from the front and from behind, as the patient saw them, with numbered marks.

    ``corner`` is the lower left one; see ``figure_height`` and ``FIGURE_WIDTH`` for the size.
    """
    x, bottom = corner
    for turn, view in enumerate(View):
        left = x + turn * (_VIEW_WIDTH + _GAP) * scale
        stand = _Stand(view, (left, bottom + _LETTERS), scale)
        _bare(canvas, stand)
        _marks(canvas, stand, marks)
        _words(canvas, stand, bottom + 3)


def figure_height(scale: float = 1.0) -> float:
    """The height of the figure with the letters below it."""
    return HEIGHT * _UNIT * scale + _LETTERS + 2.0


def marked(view: View, marks: tuple[LegMark, ...]) -> dict[Region, list[LegMark]]:
    """The regions of a view that have a mark, each with every mark on it."""
    found = {
        region: [mark for mark in marks if (region.side, region.shape.place) in mark.spots]
        for region in regions(view)
    }
    return {region: here for region, here in found.items() if here}


def _bare(canvas: TaggedCanvas, stand: _Stand) -> None:
    for outline in outlines(stand.view):
        canvas.shape(stand.placed(outline), ink.SKIN, ink.GRAY, 0.8)
    kneecaps = [one for one in regions(stand.view) if one.shape.place is Place.KNEECAP]
    for line in (*creases(stand.view), *(one.outline for one in kneecaps)):
        canvas.shape(stand.placed(line), None, ink.RULE, 0.7)


def _marks(canvas: TaggedCanvas, stand: _Stand, marks: tuple[LegMark, ...]) -> None:
    for region, here in marked(stand.view, marks).items():
        outline = stand.placed(region.outline)
        for mark in here:
            _hatched(canvas, outline, mark.pattern)
        x, y = stand.at(region.badge)
        for turn, mark in enumerate(here):
            numbered(canvas, (x, y + (turn - (len(here) - 1) / 2) * 9.5), mark.number)


def _hatched(canvas: TaggedCanvas, outline: Outline, pattern: Pattern) -> None:
    ends = [outline[0], *(end for _, _, end in outline[1])]
    (left, right), (low, high) = ((min(each), max(each)) for each in zip(*ends, strict=True))
    center = ((left + right) / 2, (low + high) / 2)
    with canvas.clipped(outline):
        pattern_fill(canvas, center, max(right - left, high - low) / 2 + 1, pattern)
    canvas.shape(outline, None, ink.BLACK, 0.9)


def _words(canvas: TaggedCanvas, stand: _Stand, baseline: float) -> None:
    """The letter of its side below each foot, and between them where it is looked at from."""
    x, y = _FOOT
    for side, foot in zip(sides(stand.view), (x, WIDTH - x), strict=True):
        letter = wording.RIGHT_LETTER if side is Side.RIGHT else wording.LEFT_LETTER
        middle, _ = stand.at((foot, y))
        wide = ink.REFERENCE.width(letter)
        canvas.text(middle - wide / 2, baseline, letter, ink.REFERENCE)
    word = wording.FRONT if stand.view is View.FRONT else wording.BACK
    middle, _ = stand.at((WIDTH / 2, y))
    canvas.text(middle - ink.QUIET_ITALIC.width(word) / 2, baseline, word, ink.QUIET_ITALIC)


def pattern_fill(canvas: TaggedCanvas, center: Point, reach: float, pattern: Pattern) -> None:
    """Fill a square around the center with stripes, crossed stripes or dots."""
    if pattern is Pattern.DOTS:
        canvas.dots(_dots(center, reach), ink.BLACK, 0.9)
        return
    for slope in (1,) if pattern is Pattern.STRIPES else (1, -1):
        canvas.strokes(_stripes(center, reach, slope), ink.BLACK, 0.6)


def _dots(center: Point, reach: float) -> Iterator[Point]:
    steps = int(reach / 2.4) + 1
    for row in range(-steps, steps + 1):
        shift = 1.4 if row % 2 else 0.0
        for column in range(-steps, steps + 1):
            yield center[0] + column * 2.8 + shift, center[1] + row * 2.4


def _stripes(center: Point, reach: float, slope: int) -> Iterator[tuple[Point, Point]]:
    x, y = center
    count = int(4 * reach / _STRIPE)
    for stripe in range(count + 1):
        offset = stripe * _STRIPE - 2 * reach
        yield (x - reach, y + slope * (offset - reach)), (x + reach, y + slope * (offset + reach))


def numbered(canvas: TaggedCanvas, center: Point, number: int) -> None:
    """A white number on a black disc, as in the legend."""
    x, y = center
    canvas.shape(ellipse(center, 4.4, 4.4), ink.BLACK, ink.WHITE, 0.8)
    style = ink.REFERENCE.sized(7.0).colored(ink.WHITE)
    canvas.text(x - style.width(str(number)) / 2, y - 2.5, str(number), style)


def pain_boxes(canvas: TaggedCanvas, x: float, y: float, value: int) -> None:
    """Ten boxes, as many filled as the pain is bad."""
    size, gap = 9.0, 1.4
    for box in range(10):
        left = x + box * (size + gap)
        edges = (left, y, left + size, y + size)
        if box < value:
            canvas.fill_box(edges, ink.DARK)
        canvas.frame(edges, ink.DARK, 0.7)


def state_symbol(canvas: TaggedCanvas, center: Point, state: State, radius: float = 3.6) -> None:
    """A disc for an answer: ticked, half filled, hollow, dashed; without one, a bar.

    What needs hands is a square.
    """
    _STATES[state](canvas, center, radius)


def _yes(canvas: TaggedCanvas, center: Point, radius: float) -> None:
    x, y = center
    canvas.shape(ellipse(center, radius, radius), ink.BLACK, ink.BLACK)
    points = [(x + dx * radius, y + dy * radius) for dx, dy in _TICK]
    canvas.strokes(pairwise(points), ink.WHITE, 1.1)


def _not_sure(canvas: TaggedCanvas, center: Point, radius: float) -> None:
    _, (_, left_top, left_bottom, _) = ellipse(center, radius, radius)
    top = (center[0], center[1] + radius)
    canvas.shape((top, (left_top, left_bottom)), ink.BLACK, None)
    canvas.shape(ellipse(center, radius, radius), None, ink.BLACK)


def _no(canvas: TaggedCanvas, center: Point, radius: float) -> None:
    canvas.shape(ellipse(center, radius, radius), None, ink.BLACK)


def _not_answered(canvas: TaggedCanvas, center: Point, radius: float) -> None:
    canvas.setDash(1.2, 1.4)
    canvas.shape(ellipse(center, radius, radius), None, ink.BLACK)
    canvas.setDash()


def _left_out(canvas: TaggedCanvas, center: Point, radius: float) -> None:
    x, y = center
    canvas.strokes((((x - radius * 0.8, y), (x + radius * 0.8, y)),), ink.BLACK, 1.1)


def _needs_hands(canvas: TaggedCanvas, center: Point, radius: float) -> None:
    x, y = center
    canvas.frame((x - radius, y - radius, x + radius, y + radius), ink.BLACK, 1.0)


def _answered(canvas: TaggedCanvas, center: Point, radius: float) -> None:
    canvas.dots((center,), ink.BLACK, radius * 0.6)


_STATES: dict[State, Callable[[TaggedCanvas, Point, float], None]] = {
    State.YES: _yes,
    State.NOT_SURE: _not_sure,
    State.NO: _no,
    State.NOT_ANSWERED: _not_answered,
    State.NOT_ASKED: _left_out,
    State.NOT_COUNTED: _left_out,
    State.NEEDS_HANDS: _needs_hands,
    State.OTHER: _answered,
}


def warning(canvas: TaggedCanvas, x: float, y: float, weight: Weight, size: float = 9.0) -> None:
    """A triangle standing on y: filled with a white mark for red, hollow for caution."""
    if weight is not Weight.NONE:
        color = ink.RED if weight is Weight.RED else ink.AMBER
        triangle(canvas, (x, y), size, color, filled=weight is Weight.RED)


def triangle(
    canvas: TaggedCanvas, corner: Point, size: float, color: Color, *, filled: bool
) -> None:
    """A warning triangle with an exclamation mark, by its lower left corner."""
    x, y = corner
    peak = (x + size / 2, y + size * 0.88)
    outline = polygon((x, y), (x + size, y), peak)
    canvas.shape(outline, color if filled else None, color)
    mark = _on(color) if filled else color
    middle = x + size / 2
    stem = ((middle, y + size * 0.58), (middle, y + size * 0.28))
    canvas.strokes((stem,), mark, size * 0.11)
    canvas.dots(((middle, y + size * 0.14),), mark, size * 0.13)


def _on(color: Color) -> Color:
    return ink.RED if color == ink.WHITE else ink.WHITE


def tick_box(canvas: TaggedCanvas, x: float, y: float, size: float = 9.0) -> None:
    """An empty box to tick with a pen."""
    canvas.frame((x, y, x + size, y + size), ink.BLACK, 1.0)
