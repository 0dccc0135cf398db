"""The figure of legs and the list beside it: one state, and no tap that means another place."""

import re

import pytest
from playwright.sync_api import expect

from intake.figure import HEIGHT, WIDTH, View, regions
from intake.kiosk.player_files import player_files
from intake.knee_twitching.movement import MOVEMENT, TWITCH_PLACE
from tests.intake.kiosk.player.test_looks import is_fine_on_every_size
from tests.intake.kiosk.player.walk import SIZES

ANSWERS = {"movement": "ripple"}
NAMES = {option.code: option.text for option in TWITCH_PLACE.options}
HITS = """() => [...document.querySelectorAll(".region")].filter((one) => one.checkVisibility())
  .map((one) => {
    one.scrollIntoView({ block: "center" });
    const box = one.querySelector(".area").getBoundingClientRect();
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return [one.dataset.code, hit?.closest("button")?.dataset.code];
  })"""

SPREAD = """() => [...document.querySelectorAll(".region")].filter((one) => one.checkVisibility())
  .map((one) => {
    const drawing = one.closest(".map-drawing").getBoundingClientRect();
    const badge = one.querySelector(".badge circle").getBoundingClientRect();
    return [one.dataset.code, (badge.x + badge.width / 2 - drawing.x) / drawing.width,
      (badge.y + badge.height / 2 - drawing.y) / drawing.height];
  })"""


def region(tablet, code):
    return tablet.page.get_by_role("button", name=NAMES[code], exact=True)


def pressed(tablet):
    marked = '.region[aria-pressed="true"]'
    return {one.get_attribute("data-code") for one in tablet.page.locator(marked).all()}


def test_every_place_is_a_button_with_the_name_the_list_gives_it(sit):
    tablet = sit(ANSWERS, "twitch-place")
    found = {one.get_attribute("data-code") for one in tablet.page.locator("button.region").all()}
    assert found == {one.code for view in View for one in regions(view)}
    for code in found:
        expect(region(tablet, code)).to_have_attribute("aria-pressed", "false")


def test_a_tap_on_the_figure_ticks_the_list_and_is_saved(sit):
    tablet = sit(ANSWERS, "twitch-place")
    region(tablet, "right-outer").tap()
    region(tablet, "left-calf").tap()
    assert tablet.chosen("twitch-place") == ["right-outer", "left-calf"]
    tablet.until(lambda: tablet.seat.given("twitch-place") == ("right-outer", "left-calf"))
    tablet.page.wait_for_timeout(500)
    region(tablet, "right-outer").tap()
    assert tablet.chosen("twitch-place") == ["left-calf"]
    tablet.until(lambda: tablet.seat.given("twitch-place") == ("left-calf",))


def test_a_tick_in_the_list_fills_the_figure(sit):
    tablet = sit({**ANSWERS, "twitch-place": ("right-shin",)}, "twitch-place")
    assert pressed(tablet) == {"right-shin"}
    tablet.choose("twitch-place", "left-kneecap", "right-shin")
    assert pressed(tablet) == {"left-kneecap"}


def test_not_sure_stands_alone(sit):
    tablet = sit({**ANSWERS, "twitch-place": ("not-sure",)}, "twitch-place")
    region(tablet, "right-shin").tap()
    assert tablet.chosen("twitch-place") == ["right-shin"]
    tablet.choose("twitch-place", "not-sure")
    tablet.until(lambda: tablet.seat.given("twitch-place") == ("not-sure",))


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_keyboard_is_enough(sit, key):
    tablet = sit(ANSWERS, "twitch-place")
    for _ in range(3):
        tablet.page.keyboard.press("Tab")
    focused = tablet.page.evaluate("document.activeElement.dataset.code")
    assert focused == regions(View.FRONT)[2].code
    tablet.page.keyboard.press(key)
    assert tablet.chosen("twitch-place") == [focused]


@pytest.mark.parametrize("size", SIZES)
def test_a_tap_on_what_is_drawn_means_that_place(sit, size):
    tablet = sit(ANSWERS, "twitch-place", size=SIZES[size])
    hits = tablet.page.evaluate(HITS)
    if size == "phone":
        tablet.page.tap('[data-turn="back"]')
        hits += tablet.page.evaluate(HITS)
    assert len(hits) == 12
    assert all(hit == code for code, hit in hits)


@pytest.mark.parametrize("size", SIZES)
def test_a_place_stands_on_its_leg_whatever_the_size(sit, size):
    tablet = sit(ANSWERS, "twitch-place", size=SIZES[size])
    spread = {code: (x, y) for code, x, y in tablet.page.evaluate(SPREAD)}
    assert spread.keys() >= {one.code for one in regions(View.FRONT)}
    for one in (one for view in View for one in regions(view) if one.code in spread):
        x, y = one.badge[0] / WIDTH, one.badge[1] / HEIGHT
        assert spread[one.code] == pytest.approx((x, y), abs=0.01)


def test_a_small_screen_shows_one_view_at_a_time_and_says_what_is_chosen(sit):
    tablet = sit(ANSWERS, "twitch-place", size=SIZES["phone"])
    expect(region(tablet, "right-calf")).to_be_hidden()
    region(tablet, "left-shin").tap()
    tablet.page.tap('[data-turn="back"]')
    expect(region(tablet, "left-shin")).to_be_hidden()
    region(tablet, "right-calf").tap()
    tablet.reads(".map-chosen", "Left: shin; Right: calf")
    assert is_fine_on_every_size(tablet)


def test_what_is_chosen_is_told_by_a_tick_as_well(sit):
    tablet = sit({**ANSWERS, "twitch-place": ("left-shin",)}, "twitch-place")
    for code, shown in (("left-shin", "visible"), ("right-shin", "hidden")):
        badge = region(tablet, code).locator(".badge")
        assert badge.evaluate("(one) => getComputedStyle(one).visibility") == shown


def test_a_place_that_is_not_on_the_figure_leaves_the_list_alone(sit):
    tablet = sit(ANSWERS, "twitch-place")
    parts = """async (codes) => {
      const { buildBodyMap } = await import("/kiosk/player/screens/body-map.js");
      const options = codes.map((code) =>
        ({ code, display: code, exclusive: false, unknown: false, picture: "" }));
      const question = { linkId: "there", required: true, columns: false, options };
      const [made] = buildBodyMap({
        screen: { questions: [question] }, headingId: "none", answers: () => ({}),
        say: (key) => key, setOnward() {},
      });
      return [made.className, made.querySelectorAll(".region").length];
    }"""
    assert tablet.page.evaluate(parts, ["right-shin", "left-shin"]) == ["body-map", 2]
    assert tablet.page.evaluate(parts, ["right-shin", "left-elbow"]) == ["options ticks", 0]


# The pictures of the movements


def test_every_kind_of_movement_has_a_picture_that_says_nothing(sit):
    tablet = sit({}, "movement")
    pictured = [option for option in MOVEMENT.options if option.picture]
    assert len(pictured) == 6
    for option in pictured:
        shown = tablet.page.get_by_role("button", name=option.text, exact=True).locator("img")
        expect(shown).to_have_attribute("alt", "")
        assert shown.evaluate("(one) => one.naturalWidth > 0 && one.width >= 88")
    assert tablet.page.locator("img").count() == 6


def test_a_lost_network_hides_no_picture(sit):
    tablet = sit({}, "worst-pain")
    tablet.page.wait_for_load_state("networkidle")
    tablet.page.context.set_offline(True)
    tablet.choose("worst-pain", "4")
    tablet.at("movement")
    loaded = "[...document.images].map((one) => one.complete && one.naturalWidth > 0)"
    assert tablet.page.evaluate(loaded) == [True] * 6


def test_the_questionnaire_and_the_players_files_have_the_same_pictures():
    declared = {option.picture for option in MOVEMENT.options if option.picture}
    assert {name for name in player_files() if name.endswith(".svg")} == declared


@pytest.mark.parametrize("name", [name for name in player_files() if name.endswith(".svg")])
def test_a_picture_is_lines_only(name):
    drawn = player_files()[name].content.decode()
    assert set(re.findall(r"<(\w+)", drawn)) == {"svg", "path"}
    assert not re.search(r"\b(on\w+|href|style|src)=", drawn)
    assert 'viewBox="0 -4 124 93"' in drawn
