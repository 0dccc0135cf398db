"""The figure of two legs: what the patient taps is what the clinician sees marked.

Tablet and printed page draw the same outlines. A view is ``WIDTH`` by ``HEIGHT`` units, from its
upper left corner to the right and downward. Only the left half is declared, and the right half is
its mirror image: from the front the left half is the right leg, from behind it is the left leg.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Curve: TypeAlias = tuple[Point, Point, Point]
Outline: TypeAlias = tuple[Point, tuple[Curve, ...]]
"""A start, and curves by their two control points and end; a straight one repeats its end."""
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width, height."""

WIDTH, HEIGHT = 208.0, 288.0


class Side(Enum):
    """A leg, from the patient's point of view."""

    RIGHT = "right"
    LEFT = "left"


class Place(Enum):
    """A place on a leg that says something about the nerve or muscle behind it."""

    FRONT_THIGH = "front-thigh"
    KNEECAP = "kneecap"
    OUTER = "outer"
    SHIN = "shin"
    CALF = "calf"
    BACK_THIGH = "back-thigh"


class View(Enum):
    """Where the figure is looked at from."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True)
class Shape:
    """One place in the left half of its view.

    ``touch`` is the room a finger has, always larger than what is drawn; ``badge`` is where a tick
    or a number stands.
    """

    place: Place
    view: View
    outline: Outline
    touch: Box
    badge: Point


@dataclass(frozen=True)
class Region:
    """A place on one leg, where it stands in its view."""

    side: Side
    shape: Shape
    outline: Outline
    touch: Box
    badge: Point

    @property
    def code(self) -> str:
        """The answer it stands for: the side, a hyphen, the place."""
        return f"{self.side.value}-{self.shape.place.value}"


_OUTER_EDGE: tuple[Curve, ...] = (
    ((24, 55), (33, 85), (35.5, 106)),
    ((36.5, 114), (34.5, 124), (35.5, 134)),
    ((34, 150), (30, 178), (38, 206)),
    ((44, 226), (48, 238), (48, 252)),
)
_TOES: tuple[Curve, ...] = (
    ((47, 260), (38, 268), (38, 276)),
    ((38, 286), (79, 286), (79, 276)),
    ((79, 268), (72, 261), (71, 252)),
)
_HEEL: tuple[Curve, ...] = (
    ((48, 258), (45, 262), (45, 268)),
    ((45, 283), (74, 283), (74, 268)),
    ((74, 262), (71, 258), (71, 252)),
)
_INNER_EDGE: tuple[Curve, ...] = (
    ((71, 238), (76, 226), (80, 206)),
    ((86.5, 180), (83, 150), (81.5, 134)),
    ((82.5, 124), (80.5, 114), (81.5, 106)),
    ((84, 85), (95, 55), (98, 24)),
)
_HIP: Point = (24, 24)


def _line(*points: Point) -> Outline:
    return points[0], tuple((end, end, end) for end in points[1:])


_LEG = {
    View.FRONT: (_HIP, (*_OUTER_EDGE, *_TOES, *_INNER_EDGE)),
    View.BACK: (_HIP, (*_OUTER_EDGE, *_HEEL, *_INNER_EDGE)),
}
_SHORTS: Outline = (
    (104, 3),
    (
        ((80, 1), (50, 1), (25, 3)),
        ((20, 12), (17, 22), (15, 33)),
        ((40, 39), (72, 40), (99, 37)),
        ((101, 32), (103, 26), (104, 20)),
        ((104, 3), (104, 3), (104, 3)),
    ),
)
_CREASES: dict[View, tuple[Outline, ...]] = {
    View.FRONT: (
        _line((45, 281.5), (45.5, 277)),
        _line((52, 283), (52, 278.5)),
        _line((58.5, 283.3), (58.5, 278.5)),
        _line((65, 283), (65, 278.5)),
    ),
    View.BACK: (
        ((40, 124), (((50, 119), (67, 119), (78, 124)),)),
        ((54, 246), (((55, 254), (55, 258), (53, 262)),)),
        ((65, 246), (((64, 254), (64, 258), (66, 262)),)),
    ),
}

_SHAPES = (
    Shape(
        Place.FRONT_THIGH,
        View.FRONT,
        (
            (36, 45),
            (
                ((52, 47), (72, 47), (87, 45)),
                ((91, 45), (93, 47), (92, 52)),
                ((89, 70), (84, 83), (80, 92)),
                ((78, 96), (76, 97), (73, 97)),
                ((64, 96), (54, 96), (45, 97)),
                ((41, 97), (40, 95), (39, 91)),
                ((34, 78), (31, 65), (30, 52)),
                ((30, 47), (32, 45), (36, 45)),
            ),
        ),
        touch=(0, 34, 104, 66),
        badge=(60, 70),
    ),
    Shape(
        Place.KNEECAP,
        View.FRONT,
        (
            (58.7, 105),
            (
                ((68, 105), (75, 111), (75, 120)),
                ((75, 130), (67, 138), (58.7, 138)),
                ((50, 138), (42.5, 130), (42.5, 120)),
                ((42.5, 111), (49, 105), (58.7, 105)),
            ),
        ),
        touch=(0, 100, 104, 48),
        badge=(58.7, 121),
    ),
    Shape(
        Place.OUTER,
        View.FRONT,
        (
            (41.5, 151),
            (
                ((45, 151), (47.5, 154), (47.5, 159)),
                ((47.5, 174), (47.5, 186), (48.5, 199)),
                ((49, 205), (43, 206), (41.5, 200)),
                ((37, 187), (35, 175), (35.5, 159)),
                ((35.7, 154), (38, 151), (41.5, 151)),
            ),
        ),
        touch=(0, 148, 50.5, 96),
        badge=(42, 178),
    ),
    Shape(
        Place.SHIN,
        View.FRONT,
        (
            (65, 151),
            (
                ((72, 151), (77, 153), (77.5, 160)),
                ((78.5, 181), (73, 210), (68, 234)),
                ((66.5, 241), (59, 241), (58, 234)),
                ((55, 210), (53, 181), (53, 160)),
                ((53, 153), (58, 151), (65, 151)),
            ),
        ),
        touch=(50.5, 148, 53.5, 96),
        badge=(65, 190),
    ),
    Shape(
        Place.BACK_THIGH,
        View.BACK,
        (
            (36, 45),
            (
                ((52, 47), (72, 47), (87, 45)),
                ((91, 45), (93, 47), (92, 52)),
                ((89, 72), (84, 88), (80, 102)),
                ((78, 107), (76, 108), (73, 108)),
                ((64, 106), (54, 106), (45, 108)),
                ((41, 108), (40, 106), (39, 101)),
                ((34, 85), (31, 68), (30, 52)),
                ((30, 47), (32, 45), (36, 45)),
            ),
        ),
        touch=(0, 34, 104, 84),
        badge=(60, 76),
    ),
    Shape(
        Place.CALF,
        View.BACK,
        (
            (45, 138),
            (
                ((54, 134), (65, 134), (73, 138)),
                ((82, 143), (82, 172), (77, 199)),
                ((74, 212), (66, 217), (60, 217)),
                ((53, 217), (45, 212), (42, 199)),
                ((34, 172), (36, 142), (45, 138)),
            ),
        ),
        touch=(0, 128, 104, 100),
        badge=(59, 172),
    ),
)


def regions(view: View) -> tuple[Region, ...]:
    """Every place that shows in a view, on both legs, from the top down."""
    return tuple(region for shape in _SHAPES if shape.view is view for region in _pair(shape))


def outlines(view: View) -> tuple[Outline, ...]:
    """The closed outlines of a view in the order they are painted: both legs, then the shorts."""
    return tuple(one for half in (_LEG[view], _SHORTS) for one in (half, mirrored(half)))


def creases(view: View) -> tuple[Outline, ...]:
    """The open lines of a view: toes, or the hollow of the knee and the heel."""
    return tuple(one for half in _CREASES[view] for one in (half, mirrored(half)))


def sides(view: View) -> tuple[Side, Side]:
    """Which leg stands in the left half of a view, and which in the right half."""
    return (Side.RIGHT, Side.LEFT) if view is View.FRONT else (Side.LEFT, Side.RIGHT)


def mirrored(outline: Outline) -> Outline:
    """The outline in the other half of its view."""
    start, curves = outline
    return _across(start), tuple((_across(a), _across(b), _across(end)) for a, b, end in curves)


def figure_json() -> dict[str, object]:
    """The figure as plain data for the player, its outlines as SVG paths."""
    return {"width": WIDTH, "height": HEIGHT, "views": [_view_json(view) for view in View]}


def svg_path(outline: Outline, *, closed: bool = True) -> str:
    """The outline in the words of an SVG path."""
    (x, y), curves = outline
    steps = (" ".join(f"{x:g} {y:g}" for x, y in curve) for curve in curves)
    return f"M{x:g} {y:g}" + "".join(f"C{step}" for step in steps) + ("Z" if closed else "")


def _pair(shape: Shape) -> Iterator[Region]:
    here, there = sides(shape.view)
    left, top, width, height = shape.touch
    yield Region(here, shape, shape.outline, shape.touch, shape.badge)
    touch = (WIDTH - left - width, top, width, height)
    yield Region(there, shape, mirrored(shape.outline), touch, _across(shape.badge))


def _across(point: Point) -> Point:
    return WIDTH - point[0], point[1]


def _view_json(view: View) -> dict[str, object]:
    return {
        "view": view.value,
        "sides": [side.value for side in sides(view)],
        "outlines": [svg_path(outline) for outline in outlines(view)],
        "creases": [svg_path(outline, closed=False) for outline in creases(view)],
        "regions": [
            {
                "code": region.code,
                "path": svg_path(region.outline),
                "touch": region.touch,
                "badge": region.badge,
            }
            for region in regions(view)
        ],
    }
