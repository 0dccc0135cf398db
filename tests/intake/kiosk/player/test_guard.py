"""A double tap never answers a question its patient has not seen."""

import random
from itertools import product

from tests.double_taps import PLACES, Trembling
from tests.touches import double_tap

AT_ONCE = ((40, 100), (200, 290))
"""Milliseconds between two taps of which the second cannot have been meant for the next screen."""
GOES_ON = (
    "one answer",
    "0 to 10",
    "none of these",
    "next after several",
    "last row",
    "next after rows",
    "no to all",
    "next after date",
    "skip",
    "last question",
    "back",
    "close help",
    "go on",
)


def test_the_second_tap_does_not_touch_the_next_screen(browser, room):
    trembling = Trembling(browser, room)
    chance = random.Random(7)  # noqa: S311 - where and how fast to tap
    for kind, gaps in product(GOES_ON, AT_ONCE):
        place = chance.choice([place for place in PLACES if place.kind == kind])
        tried = trembling.tries(place, chance, gaps)
        assert not tried.second.counted, tried
        assert not tried.breach, tried
    trembling.context.close()


def test_a_tick_tapped_twice_at_once_stays(sit):
    tablet = sit({}, "conditions")
    box = tablet.page.locator('[data-code="gout"]').bounding_box()
    double_tap(tablet.page, (box["x"] + 40, box["y"] + 40), 120)
    assert tablet.chosen("conditions") == ["gout"]


def test_a_tap_after_the_screen_was_seen_counts(sit):
    tablet = sit({}, "how-long")
    tablet.choose("how-long", "under-a-week")
    tablet.at("trend")
    tablet.choose("trend", "better")
    tablet.at("trouble")
    assert tablet.chosen("trouble") == []


def test_a_held_key_answers_one_question_only(sit):
    tablet = sit({}, "how-long")
    tablet.page.focus('[data-code="under-a-week"]')
    tablet.page.keyboard.down("Enter")
    tablet.page.wait_for_selector('[data-screen="trend"]')
    tablet.page.focus('[data-screen="trend"] [data-code="better"]')
    tablet.settled()
    tablet.page.keyboard.down("Enter")
    tablet.page.keyboard.up("Enter")
    assert tablet.screen == "trend"
