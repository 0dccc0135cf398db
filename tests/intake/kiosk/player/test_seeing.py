"""Larger text, strong contrast and the keyboard, on every kind of screen a patient meets."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from intake.wording import WORDS
from tests.faults import COLORS, faults
from tests.intake.kiosk.player.conftest import given
from tests.intake.kiosk.player.test_language import ENGLISH_ONLY, read
from tests.intake.kiosk.player.walk import PLAIN, STRONG, Walk
from tests.keyboard import presses, tab_to
from tests.voices import VOICES

HEADING = "getComputedStyle(document.querySelector('.stage h1')).fontSize"
DRESSED = "[document.documentElement.dataset.size, document.documentElement.dataset.contrast]"
COME_TO = "(step) => import('/kiosk/player/seeing.js').then(({ comeTo }) => comeTo(step))"
SAY = WORDS["en"]


@pytest.fixture
def walk(sit, room):
    return Walk(sit({}, "movement", script=VOICES), room)  # with every switch there can be


@pytest.mark.parametrize("language", WORDS)
def test_every_screen_can_be_read_and_tapped_and_has_no_fault(walk, everything, language):
    for where in walk.everywhere(everything, language):
        assert faults(walk.page) == [], where
        assert language == "en" or not ENGLISH_ONLY.findall(read(walk.tablet)), where
        assert walk.measures(PLAIN, STRONG) == {}, where
        assert faults(walk.page, *COLORS) == [], where
        walk.sees(PLAIN)


def test_a_fault_would_be_found(walk):
    assert faults(walk.page) == []
    walk.page.evaluate("document.querySelector('.stage h1').style.color = '#999999'")
    walk.page.evaluate("document.querySelector('[data-act=next]')?.remove()")
    walk.page.evaluate("document.querySelector('.stage').append(new Image())")
    assert {one.split(":")[0] for one in faults(walk.page)} >= {"color-contrast", "image-alt"}


def test_text_grows_twice_and_is_small_again(sit):
    page = sit({}, "movement").page
    size = page.locator('.top [data-see="size"]')
    names, heights = [], []
    for _ in range(4):
        names.append(size.inner_text().split()[-2:])
        heights.append(page.evaluate(HEADING))
        size.tap()
    assert [" ".join(one) for one in names] == [SAY["seeing.larger"]] * 2 + [
        SAY["seeing.smaller"],
        SAY["seeing.larger"],
    ]
    assert heights == ["34px", "42.5px", "51px", "34px"]


def test_what_a_patient_chose_outlives_a_reload_and_the_player_and_ends_at_the_next_welcome(sit):
    tablet = sit({}, "movement")
    page = tablet.page
    page.tap('.top [data-see="contrast"]')
    page.tap('.top [data-see="size"]')
    expect(page.locator('.top [data-see="contrast"]')).to_have_attribute("aria-pressed", "true")
    tablet.open()
    tablet.at("movement")
    assert page.evaluate(DRESSED) == ["1", "strong"]
    page.evaluate("leave()")
    assert page.evaluate(DRESSED) == ["1", "strong"]
    page.evaluate(COME_TO, "thanks")
    assert page.evaluate(DRESSED) == ["1", "strong"]
    page.evaluate(COME_TO, "welcome")
    assert page.evaluate(DRESSED) == ["0", "plain"]
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_calm_screen_can_be_made_larger_too(sit):
    tablet = sit({}, "movement")
    tablet.tap("help")
    tablet.calm("help")
    tablet.settled()
    tablet.page.tap('.calm [data-see="size"]')
    assert tablet.page.evaluate(DRESSED) == ["1", "plain"]


def test_a_row_higher_than_the_view_counts_as_read_once_it_fills_it(sit):
    page = sit({}, "movement").page
    page.evaluate("""async () => {
      const { whenSeen } = await import("/kiosk/player/seen.js");
      const view = document.querySelector(".stage");
      const row = document.createElement("div");
      row.style.height = `${2 * view.clientHeight}px`;
      view.replaceChildren(row);
      whenSeen([row], view, () => { document.title = "Seen"; });
    }""")
    expect(page).to_have_title("Seen")


def test_the_whole_path_can_be_gone_with_the_keyboard(sit):
    tablet = sit()
    page = tablet.page
    presses(page, '[data-code="me"]')
    tablet.at("birth-date")
    tab_to(page, "[data-field=month]")
    page.keyboard.type("03141956")
    presses(page, '[data-act="next"]', "Space")
    tablet.at("sex-at-birth")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    presses(page, '[data-code="female"]')
    tablet.at("right-now")

    # nothing answered: it is said, and the focus is on the row
    presses(page, '[data-act="next"]')
    alert = page.locator('[role="alert"]:visible')
    expect(alert).to_have_text(SAY["grid.missing"])
    assert page.evaluate("document.activeElement.matches('.row[data-missing]')")

    # help, and back to where it was
    presses(page, '[data-act="help"]')
    tablet.calm("help")
    tablet.settled()
    presses(page, '[data-act="close"]')
    tablet.at("right-now")
    for _ in range(tablet.page.locator(".row").count()):
        presses(page, '.row:not(:has([aria-pressed="true"])) [data-code="no"]', "Space")
    tablet.page.wait_for_selector('section[data-screen]:not([data-screen="right-now"])')


def test_the_figure_the_review_and_sending_need_no_finger(sit, room, everything):
    # places on the figure, and one in the list beside it
    tablet = sit({"movement": "ripple"}, "twitch-place")
    page = tablet.page
    presses(page, '.region[data-code="left-shin"]')
    presses(page, '.region[data-code="right-calf"]', "Space")
    presses(page, '.options [data-code="right-outer"]', "Space")
    assert set(tablet.chosen("twitch-place")) == {"left-shin", "right-calf", "right-outer"}
    presses(page, '[data-act="next"]')
    tablet.until(lambda: tablet.screen != "twitch-place")
    assert page.evaluate("document.activeElement.tagName") == "H1"

    # one answer is changed, the review is where it was, and the answers are sent
    token = room.house.new_seat({link_id: given(code) for link_id, code in everything.items()})
    tablet.takes_the_place(token, room.house.seats[token])
    presses(page, '.card[data-screen="which-knee"] [data-act="change"]')
    tablet.at("which-knee")
    presses(page, '[data-code="both"]')
    tablet.at("review")
    assert page.evaluate("document.activeElement.closest('.card')?.dataset.screen") == "which-knee"
    presses(page, '[data-act="next"]')
    tablet.until(lambda: tablet.seat.visit.finished)
    assert tablet.seat.given("which-knee") == ("both",)
