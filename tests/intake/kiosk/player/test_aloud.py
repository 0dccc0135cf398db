"""A screen is read aloud by the tablet itself, until it is left, answered or hidden."""

from __future__ import annotations

from functools import partial

import pytest

from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS
from tests.voices import VOICES, said

SAY = WORDS["en"]
HIDE = """() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
READS = '.top [data-see="aloud"]'


@pytest.fixture
def listens(sit):
    return partial(sit, script=VOICES)


def words(tablet):
    """What is read, without its voice."""
    return [one.partition(": ")[2] for one in said(tablet.page)]


def test_a_tablet_without_a_voice_of_its_own_offers_no_reading(sit, listens):
    assert not sit({}, "movement").page.is_visible(READS)
    page = listens({}, "movement").page
    assert page.is_visible(READS)
    page.evaluate("known.splice(1); speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    assert page.evaluate("known.map(({ lang }) => lang)") == ["en-US"]
    assert not page.is_visible(READS)


def test_question_hint_and_answers_are_read_in_order_by_the_nearest_voice_on_the_tablet(listens):
    tablet = listens({}, "birth-date")
    tablet.page.tap(READS)
    item = QUESTIONNAIRES["en"].questions["birth-date"]
    assert words(tablet)[:3] == ["About you", item.text, item.hint]
    assert words(tablet)[3:] == ["Month", "Day", "Year"]
    assert {one.partition(":")[0] for one in said(tablet.page)} == {"Near"}


def test_answers_that_are_the_same_on_each_row_are_read_once_and_a_figure_not_at_all(listens):
    tablet = listens({"movement": "ripple"}, "right-now")
    tablet.page.tap(READS)
    read = words(tablet)
    rows = QUESTIONNAIRES["en"].questions
    assert read.count("Not sure") == 1
    assert read.index(rows["cold-leg"].text) > read.index("Not sure")
    assert read[-1].endswith(SAY["grid.read"])
    tablet = listens({"movement": "ripple"}, "twitch-place")
    tablet.page.tap(READS)
    assert words(tablet).count("Left: shin") == 1


def test_reading_goes_on_with_the_next_question_and_stops_with_one_tap(listens):
    tablet = listens({}, "which-knee")
    tablet.page.tap(READS)
    tablet.choose("which-knee", "left")
    tablet.at("your-leg")
    assert words(tablet)[1] == tablet.page.inner_text(".stage h1")
    assert tablet.page.inner_text(READS).strip() == SAY["aloud.stop"]
    tablet.page.tap(READS)
    assert words(tablet) == []
    tablet.tap("back")
    tablet.at("which-knee")
    assert words(tablet) == []


def test_an_answer_ends_the_reading_of_its_screen_and_a_complaint_is_read(listens):
    tablet = listens({}, "conditions")
    tablet.page.tap(READS)
    tablet.tap("next")
    assert words(tablet) == [SAY["many.missing"]]
    tablet.choose("conditions", "gout")
    assert words(tablet) == []


def test_reading_changes_with_the_language_and_is_silent_where_no_voice_speaks_it(listens):
    tablet = listens({}, "movement")
    tablet.page.tap(READS)
    tablet.page.tap('[data-language="es"]:visible')
    tablet.page.wait_for_selector('.anteroom[lang="es"]')
    heading = QUESTIONNAIRES["es"].questions["movement"].text
    assert f"Aquí: {heading}" in said(tablet.page)
    tablet.page.evaluate("known.splice(0, 3)")
    tablet.settled()
    tablet.page.tap('[data-language="en"]:visible')
    tablet.page.wait_for_selector('.anteroom[lang="en"]')
    assert words(tablet) == []
    assert not tablet.page.is_visible(READS)


def test_a_calm_screen_is_read_and_then_the_question_again(listens):
    tablet = listens({}, "movement")
    tablet.page.tap(READS)
    tablet.tap("help")
    tablet.reads(".calm h1", SAY["help.coming.title"])
    assert words(tablet)[:2] == [SAY["help.coming.title"], SAY["help.text"]]
    tablet.settled()
    tablet.tap("close")
    tablet.at("movement")
    assert tablet.page.inner_text(".stage h1") in words(tablet)


def test_a_page_that_is_hidden_or_left_falls_silent(listens):
    tablet = listens({}, "movement")
    tablet.page.tap(READS)
    assert words(tablet)
    tablet.page.evaluate(HIDE)
    assert words(tablet) == []
    tablet.page.tap(READS)
    tablet.page.tap(READS)
    assert words(tablet)
    tablet.page.evaluate("leave()")
    assert words(tablet) == []
