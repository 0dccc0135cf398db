"""The drawn legs: what the patient tapped is marked, where it was tapped, and nothing else."""

from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import pytest

from intake.figure import HEIGHT, Place, Side, View, outlines, regions
from reports.pdf import figures
from reports.summary import LegMark, Pattern

PLACES = [(region.side, region.shape.place) for view in View for region in regions(view)]
CORNER = (40.0, 300.0)


class Sheet:
    """Remembers what is drawn on it."""

    def __init__(self):
        self.clips, self.shapes, self.texts = [], [], []

    @contextmanager
    def clipped(self, outline):
        self.clips.append(outline)
        yield

    def shape(self, outline, *_):
        self.shapes.append(outline)

    def text(self, x, y, text, _):
        self.texts.append((x, y, text))

    def strokes(self, *_):
        pass

    dots = strokes


def drawn(*marks, scale=1.0):
    sheet: Any = Sheet()
    figures.legs(sheet, CORNER, marks, scale)
    return sheet


def mark(number, *spots, pattern=Pattern.STRIPES):
    return LegMark(number, "Where it twitches", pattern, spots)


def middle(outline):
    xs = [outline[0][0], *(end[0] for _, _, end in outline[1])]
    return (min(xs) + max(xs)) / 2


@pytest.mark.parametrize("spot", PLACES, ids=lambda spot: "-".join(part.value for part in spot))
def test_what_was_tapped_is_filled_and_numbered_and_nothing_else_is(spot):
    sheet = drawn(mark(1, spot))
    side, place = spot
    assert len(sheet.clips) == 1
    assert [text for _, _, text in sheet.texts].count("1") == 1
    behind = place in {Place.CALF, Place.BACK_THIGH}
    half = figures.FIGURE_WIDTH / 4
    at = (2 if behind else 0) + ((side is Side.LEFT) != behind)
    left = CORNER[0] + at * half
    assert left < middle(sheet.clips[0]) < left + half


def test_without_a_mark_nothing_is_filled():
    assert drawn().clips == []


@pytest.mark.parametrize("view", View)
def test_a_marked_region_carries_every_mark_on_it(view):
    here = [spot for spot in PLACES if spot[1] is not Place.KNEECAP][:2]
    one, two = mark(1, *PLACES), mark(2, *here, pattern=Pattern.CROSSED)
    found = figures.marked(view, (one, two))
    assert list(found) == list(regions(view))
    for region, marks in found.items():
        spot = (region.side, region.shape.place)
        assert marks == ([one, two] if spot in here else [one])


def test_several_marks_on_one_place_keep_their_numbers_apart():
    spot = (Side.LEFT, Place.KNEECAP)
    sheet = drawn(mark(1, spot), mark(2, spot), mark(3, spot))
    heights = sorted(y for _, y, text in sheet.texts if text in {"1", "2", "3"})
    assert len(sheet.clips) == 3
    assert all(high - low > 8 for low, high in pairwise(heights))


def test_each_foot_has_the_letter_of_its_side():
    order = [text for _, _, text in sorted(drawn().texts)]
    assert order == ["R", "Front", "L", "L", "Back", "R"]


@pytest.mark.parametrize("scale", [1.0, 0.6])
def test_the_figure_stays_within_the_room_it_says_it_needs(scale):
    sheet = drawn(*(mark(n + 1, spot) for n, spot in enumerate(PLACES)), scale=scale)
    left, bottom = CORNER
    right, top = left + figures.FIGURE_WIDTH * scale, bottom + figures.figure_height(scale)
    assert len(sheet.shapes) > sum(len(outlines(view)) for view in View)
    for start, curves in sheet.shapes:
        for x, y in (start, *(end for _, _, end in curves)):
            assert left <= x <= right
            assert bottom <= y <= top


def test_it_is_the_figure_of_the_tablet():
    sheet = drawn()
    for view in View:
        for start, curves in outlines(view):
            shapes = [shape for shape in sheet.shapes if len(shape[1]) == len(curves)]
            first = curves[0][2]
            step = ((first[0] - start[0]) / 2, (start[1] - first[1]) / 2)
            steps = [(c[0][2][0] - s[0], c[0][2][1] - s[1]) for s, c in shapes]
            assert any(abs(x - step[0]) + abs(y - step[1]) < 1e-6 for x, y in steps)
    assert figures.figure_height() > HEIGHT / 2
