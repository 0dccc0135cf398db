"""Drawings of the page: legs with what was marked on them, pain as boxes, states and warnings.

Every drawing is told apart by its shape and pattern, so that it survives gray and color blindness.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from reports import wording
from reports.pdf import ink
from reports.pdf.ink import Color
from reports.pdf.tagged import Curve, Outline, Point, TaggedCanvas, ellipse, polygon
from reports.summary import LegMark, Pattern, Place, Side, State, Weight

LEG_WIDTH, LEG_HEIGHT = 40.0, 150.0
_GAP, _MIDDLE, _LETTERS = 4.0, 16.0, 14.0

# A right leg seen from the front, in points from its lower left corner: the outer edge downward,
# the foot, the inner edge upward. A left leg is its mirror image.
_START: Point = (3, 150)
_OUTLINE: tuple[Curve, ...] = (
    ((2, 128), (6, 104), (9, 92)),
    ((10, 87), (10, 83), (9, 78)),
    ((6, 66), (6, 52), (10, 36)),
    ((12, 27), (13, 20), (13, 14)),
    ((10, 9), (7, 4), (8, 1)),
    ((12, -1), (19, -1), (23, 1)),
    ((24, 6), (23, 10), (23, 14)),
    ((23, 21), (25, 29), (27, 38)),
    ((30, 52), (31, 64), (28, 77)),
    ((27, 83), (28, 87), (30, 93)),
    ((35, 108), (38, 130), (38, 150)),
)
_KNEECAP = (19.0, 85.0, 6.0, 6.5)

# Center and half axes of each place, on the right leg seen from the side it shows on.
_PLACES: dict[Place, tuple[float, float, float, float]] = {
    Place.FRONT_THIGH: (20, 124, 10.5, 15),
    Place.KNEECAP: (19, 85, 8.5, 8.5),
    Place.OUTER: (11.2, 63, 4, 12),
    Place.SHIN: (19.5, 46, 4.6, 15),
    Place.FOOT: (15.8, 5, 6, 4.4),
    Place.BACK_THIGH: (20, 122, 11, 16),
    Place.CALF: (18.5, 58, 8.5, 15),
    Place.SOLE: (15.8, 5, 6, 4.4),
}
_BEHIND = {Place.BACK_THIGH, Place.CALF, Place.SOLE}

_CREASE: Outline = ((11, 83), (((16, 80), (23, 80), (27, 83)),))
_STRIPE = 2.6

_TICK = ((-0.48, 0.02), (-0.12, -0.36), (0.52, 0.42))


class _Leg:
    """One drawn leg: turns points of the pattern leg into points of the page."""

    def __init__(self, corner: Point, scale: float, *, mirrored: bool) -> None:
        self._left, self._bottom = corner
        self._mirrored = mirrored
        self.scale = scale

    def at(self, point: Point) -> Point:
        x = LEG_WIDTH - point[0] if self._mirrored else point[0]
        return self._left + x * self.scale, self._bottom + point[1] * self.scale


def legs(
    canvas: TaggedCanvas, corner: Point, marks: tuple[LegMark, ...], scale: float = 1.0
) -> None:
    """Both legs from the front and from behind with numbered, patterned marks.

    ``corner`` is the lower left one; see ``figure_height`` and ``FIGURE_WIDTH`` for the size.
    """
    x, bottom = corner
    step = (LEG_WIDTH + _GAP) * scale
    behind = 2 * step + _MIDDLE * scale
    offsets = {
        (Side.RIGHT, False): 0.0,
        (Side.LEFT, False): step,
        (Side.LEFT, True): behind,
        (Side.RIGHT, True): behind + step,
    }
    for (side, back), offset in offsets.items():
        # From behind, the right leg stands on the right and its outer edge with it.
        leg = _Leg((x + offset, bottom + _LETTERS), scale, mirrored=(side is Side.LEFT) != back)
        _leg(canvas, leg, behind=back)
        _letter(canvas, leg, side)
        _marks(canvas, leg, _here(marks, side, behind=back))
    for left, word in ((0.0, wording.FRONT), (behind, wording.BACK)):
        middle = x + left + step - _GAP * scale / 2
        wide = ink.QUIET_ITALIC.width(word)
        canvas.text(middle - wide / 2, bottom + 3, word, ink.QUIET_ITALIC)


def figure_height(scale: float = 1.0) -> float:
    """The height of the figure with the letters below it."""
    return LEG_HEIGHT * scale + _LETTERS + 2.0


FIGURE_WIDTH = 4 * LEG_WIDTH + 2 * _GAP + _MIDDLE


def _letter(canvas: TaggedCanvas, leg: _Leg, side: Side) -> None:
    letter = wording.RIGHT_LETTER if side is Side.RIGHT else wording.LEFT_LETTER
    middle, _ = leg.at((15.8, 0))
    wide = ink.REFERENCE.width(letter)
    canvas.text(middle - wide / 2, leg.at((0, 0))[1] - 10, letter, ink.REFERENCE)


def _here(
    marks: tuple[LegMark, ...], side: Side, *, behind: bool
) -> Iterator[tuple[LegMark, Place]]:
    for mark in marks:
        for where, place in mark.spots:
            if where is side and (place in _BEHIND) == behind:
                yield mark, place


def _leg(canvas: TaggedCanvas, leg: _Leg, *, behind: bool) -> None:
    canvas.shape(_placed(leg, (_START, _OUTLINE)), ink.SKIN, ink.GRAY, 0.8)
    if behind:
        canvas.shape(_placed(leg, _CREASE), None, ink.RULE, 0.7)
    else:
        canvas.shape(_spot(leg, _KNEECAP), None, ink.RULE, 0.7)


def _placed(leg: _Leg, outline: Outline) -> Outline:
    start, curves = outline
    return leg.at(start), tuple((leg.at(one), leg.at(two), leg.at(end)) for one, two, end in curves)


def _spot(leg: _Leg, spot: tuple[float, float, float, float]) -> Outline:
    x, y, across, up = spot
    return ellipse(leg.at((x, y)), across * leg.scale, up * leg.scale)


def _marks(canvas: TaggedCanvas, leg: _Leg, here: Iterator[tuple[LegMark, Place]]) -> None:
    drawn: dict[Place, list[LegMark]] = {}
    for mark, place in here:
        drawn.setdefault(place, []).append(mark)
    for place, marks in drawn.items():
        for mark in marks:
            _hatched(canvas, leg, _PLACES[place], mark.pattern)
        x, y, _, _ = _PLACES[place]
        for turn, mark in enumerate(marks):
            spread = (turn - (len(marks) - 1) / 2) * 9.5
            numbered(canvas, leg.at((x, y + spread / leg.scale)), mark.number)


def _hatched(
    canvas: TaggedCanvas, leg: _Leg, spot: tuple[float, float, float, float], pattern: Pattern
) -> None:
    x, y, across, up = spot
    outline = _spot(leg, spot)
    with canvas.clipped(outline):
        pattern_fill(canvas, leg.at((x, y)), max(across, up) * leg.scale, pattern)
    canvas.shape(outline, None, ink.BLACK, 0.9)


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
    """A disc for the state: ticked, half filled, hollow, dashed; a square for what needs hands."""
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
