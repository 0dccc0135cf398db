"""A double tap never answers a question its patient has not seen."""

import time

import pytest

GAPS = (60, 350)
"""Milliseconds between the two taps of a double tap."""

STARTS = {
    "one answer": ("how-long", {}, '[data-code="under-a-week"]', "trend"),
    "0 to 10": ("worst-pain", {}, '[data-code="3"]', "movement"),
    "next after several answers": (
        "conditions",
        {"conditions": "none"},
        '[data-act="next"]',
        "medicines",
    ),
    "none of these": ("conditions", {}, '[data-code="none"]', "medicines"),
    "the last row": (
        "about-knee-surgery",
        {
            "operations": "knee-surgery",
            "knee-surgery-side": "left",
        },
        '[data-link-id="knee-surgery-when"] [data-code="longer-ago"]',
        "conditions",
    ),
    "no to all": ("strength-and-feeling", {}, '[data-act="no-to-all"]', "back-and-body"),
    "next after rows": (
        "about-knee-replacement",
        {
            "operations": ("knee-replacement", "knee-surgery"),
            "knee-replacement-when": "longer-ago",
            "knee-replacement-side": "left",
        },
        '[data-act="next"]',
        "about-knee-surgery",
    ),
    "next after a date": (
        "birth-date",
        {"birth-date": "1956-03-14"},
        '[data-act="next"]',
        "sex-at-birth",
    ),
    "skip": ("worry", {}, '[data-act="next"]', "anything-else"),
    "back": ("trend", {}, '[data-act="back"]', "how-long"),
}


def double_tap(tablet, selector, gap):
    """Two touches at one place, so many milliseconds apart by the clock of their events."""
    box = tablet.page.locator(selector).bounding_box()
    spot = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    browser = tablet.page.context.new_cdp_session(tablet.page)
    began = time.time()
    for at in (began, began + gap / 1000):
        tablet.page.wait_for_timeout(max(0, (at - time.time()) * 1000))
        for kind, points in (("touchStart", [spot]), ("touchEnd", [])):
            event = {"type": kind, "touchPoints": points, "timestamp": at}
            browser.send("Input.dispatchTouchEvent", event)
    tablet.page.wait_for_timeout(250)


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("start", STARTS)
def test_the_second_tap_does_not_touch_the_next_screen(sit, start, gap):
    at, answers, selector, then = STARTS[start]
    tablet = sit(answers, at)
    if "no-to-all" in selector:
        tablet.page.wait_for_timeout(2000)
    double_tap(tablet, selector, gap)
    assert tablet.screen == then
    assert tablet.complaint() == ""
    assert tablet.page.locator(f'[data-screen="{then}"] [aria-pressed="true"]').count() == 0
    tablet.saved()
    later = {link_id for changes in tablet.seat.written for link_id in changes.answers}
    screen = tablet.page.locator(f'[data-screen="{then}"] [data-link-id]')
    assert later.isdisjoint({one.get_attribute("data-link-id") for one in screen.all()})


@pytest.mark.parametrize("gap", GAPS)
def test_skipping_the_last_question_twice_does_not_send_the_answers(sit, everything, gap):
    tablet = sit(everything, "anything-else")
    double_tap(tablet, '[data-act="next"]', gap)
    tablet.page.wait_for_timeout(300)
    assert tablet.screen == "review"
    assert not tablet.seat.visit.finished


@pytest.mark.parametrize("gap", GAPS)
def test_closing_the_help_screen_twice_does_not_answer_what_lies_behind_it(sit, gap):
    tablet = sit({}, "how-long")
    tablet.tap("help")
    tablet.reads(".calm h1", "Someone is coming")
    tablet.settled()
    double_tap(tablet, '[data-act="close"]', gap)
    assert tablet.screen == "how-long"
    assert tablet.seat.given("how-long") is None


def test_a_tick_tapped_twice_at_once_stays(sit):
    tablet = sit({}, "conditions")
    double_tap(tablet, '[data-code="gout"]', 120)
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
