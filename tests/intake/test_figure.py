"""The figure says what the answers say: every place once, on its leg, with room for a finger."""

import json
import re
from collections import Counter
from itertools import combinations

import pytest

from intake.figure import (
    HEIGHT,
    WIDTH,
    Region,
    Side,
    View,
    creases,
    figure_json,
    outlines,
    regions,
    sides,
    svg_path,
)
from intake.knee_twitching.movement import TWITCH_PLACE

SMALLEST = 48
"""Units a finger needs either way: 60 px where a view is 260 px wide, which is the narrowest."""
EVERY = [region for view in View for region in regions(view)]
each_region = pytest.mark.parametrize("region", EVERY, ids=lambda region: region.code)


def flattened(outline, steps=8):
    """The outline as the corners of a polygon."""
    start, curves = outline
    corners = [start]
    for one, two, end in curves:
        here = corners[-1]
        for step in range(1, steps + 1):
            t = step / steps
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            points = (here, one, two, end)
            corners.append(
                (
                    sum(w * p[0] for w, p in zip(weights, points, strict=True)),
                    sum(w * p[1] for w, p in zip(weights, points, strict=True)),
                )
            )
    return corners


def is_inside(point, corners):
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


def leg(region: Region):
    half = sides(region.shape.view).index(region.side)
    return flattened(outlines(region.shape.view)[half])


def test_every_place_that_can_be_answered_is_on_the_figure_once_and_no_other():
    asked = [o.code for o in TWITCH_PLACE.options if not (o.exclusive or o.unknown)]
    drawn = Counter(region.code for region in EVERY)
    assert drawn == Counter(asked)


@each_region
def test_a_place_is_drawn_on_the_leg_it_is_called_after(region):
    assert all(is_inside(point, leg(region)) for point in flattened(region.outline))
    assert is_inside(region.badge, flattened(region.outline))


def test_from_the_front_the_right_leg_is_on_the_left_and_from_behind_on_the_right():
    for region in EVERY:
        on_the_left = region.badge[0] < WIDTH / 2
        assert on_the_left == ((region.side is Side.RIGHT) == (region.shape.view is View.FRONT))


def test_the_outer_side_is_farther_out_than_the_shin():
    at = {region.code: abs(region.badge[0] - WIDTH / 2) for region in EVERY}
    assert at["right-outer"] > at["right-shin"]
    assert at["left-outer"] > at["left-shin"]


@pytest.mark.parametrize("view", View)
def test_no_place_covers_another(view):
    for one, other in combinations(regions(view), 2):
        corners = flattened(other.outline)
        assert not any(is_inside(point, corners) for point in flattened(one.outline))


@each_region
def test_a_finger_has_more_room_than_is_drawn(region):
    left, top, width, height = region.touch
    assert min(width, height) >= SMALLEST
    assert left >= 0
    assert top >= 0
    assert left + width <= WIDTH
    assert top + height <= HEIGHT
    for x, y in flattened(region.outline):
        assert left <= x <= left + width
        assert top <= y <= top + height


@pytest.mark.parametrize("view", View)
def test_no_touch_can_mean_two_places(view):
    for one, other in combinations(regions(view), 2):
        left, top, width, height = one.touch
        left2, top2, width2, height2 = other.touch
        aside = left + width <= left2 or left2 + width2 <= left
        assert aside or top + height <= top2 or top2 + height2 <= top


PATH = re.compile(r"M[\d.]+ [\d.]+(C[\d.]+( [\d.]+){5})+Z?")


def test_the_player_is_given_the_whole_figure_as_paths():
    plain = json.loads(json.dumps(figure_json()))
    assert (plain["width"], plain["height"]) == (WIDTH, HEIGHT)
    for view, given in zip(View, plain["views"], strict=True):
        assert given["view"] == view.value
        assert given["sides"] == [side.value for side in sides(view)]
        assert [one["code"] for one in given["regions"]] == [r.code for r in regions(view)]
        paths = [*given["outlines"], *(one["path"] for one in given["regions"])]
        assert all(PATH.fullmatch(path) and path.endswith("Z") for path in paths)
        assert given["creases"] == [svg_path(line, closed=False) for line in creases(view)]
        assert not any(path.endswith("Z") for path in given["creases"])
