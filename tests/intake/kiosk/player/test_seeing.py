"""Larger text, strong contrast and the keyboard, on every kind of screen a patient meets."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from intake.wording import WORDS
from tests.faults import COLORS, faults
from tests.intake.kiosk.player.test_language import ENGLISH_ONLY, read
from tests.intake.kiosk.player.walk import PLAIN, STRONG, Walk
from tests.keyboard import tab_to
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
    tab_to(page, '[data-code="me"]')
    page.keyboard.press("Enter")
    tablet.at("birth-date")
    tab_to(page, "[data-field=month]")
    page.keyboard.type("03141956")
    tab_to(page, '[data-act="next"]')
    page.keyboard.press("Space")
    tablet.at("sex-at-birth")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    tab_to(page, '[data-code="female"]')
    page.keyboard.press("Enter")
    tablet.at("right-now")

    # nothing answered: it is said, and the focus is on the row
    tab_to(page, '[data-act="next"]')
    page.keyboard.press("Enter")
    alert = page.locator('[role="alert"]:visible')
    expect(alert).to_have_text(SAY["grid.missing"])
    assert page.evaluate("document.activeElement.matches('.row[data-missing]')")

    # help, and back to where it was
    tab_to(page, '[data-act="help"]')
    page.keyboard.press("Enter")
    tablet.calm("help")
    tablet.settled()
    tab_to(page, '[data-act="close"]')
    page.keyboard.press("Enter")
    tablet.at("right-now")
    for _ in range(tablet.page.locator(".row").count()):
        tab_to(page, '.row:not(:has([aria-pressed="true"])) [data-code="no"]')
        page.keyboard.press("Space")
    tablet.page.wait_for_selector('section[data-screen]:not([data-screen="right-now"])')
