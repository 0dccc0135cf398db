"""The screen before the name: read, signed, agreed to or not, and nothing of it left behind."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from intake.consent import HEIGHT, WIDTH, first_notice, is_drawn, worded
from intake.wording import WORDS
from tests.intake.kiosk.player.waiting_room import House, WaitingRoom

SIZES = [(820, 1180), (1180, 820), (360, 740)]
SETTLED = "[data-settled]"
SCRAWL = ((0.2, 0.5), (0.3, 0.2), (0.5, 0.8), (0.8, 0.4))
Open = Any


class Tablet:
    """A tablet at the consent screen, and what the server keeps of it."""

    def __init__(self, page: Page, house: House) -> None:
        self.page, self.house = page, house
        self.errors: list[str] = []
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def settled(self) -> None:
        self.page.wait_for_selector(SETTLED, state="attached")

    def sign(self, points: tuple[tuple[float, float], ...] = SCRAWL) -> None:
        self.page.locator(".signature").scroll_into_view_if_needed()
        field = self.page.locator(".signature").bounding_box()
        assert field
        places = [
            (field["x"] + field["width"] * x, field["y"] + field["height"] * y) for x, y in points
        ]
        self.page.mouse.move(*places[0])
        self.page.mouse.down()
        for place in places[1:]:
            self.page.mouse.move(*place)
        self.page.mouse.up()

    def tap(self, act: str) -> None:
        self.page.tap(f'[data-act="{act}"]:visible')

    def drawn(self) -> list[tuple[float, float]]:
        """Where the middle of each stroke stands, as shares of the field it is shown in."""
        found: list[tuple[float, float]] = self.page.evaluate("""() => {
          const field = document.querySelector(".signature").getBoundingClientRect();
          return [...document.querySelectorAll(".signature path")].map((path) => {
            const box = path.getBoundingClientRect();
            return [(box.x + box.width / 2 - field.x) / field.width,
              (box.y + box.height / 2 - field.y) / field.height];
          });
        }""")
        return [(round(x, 2), round(y, 2)) for x, y in found]

    def reads(self, words: str) -> None:
        expect(self.page.locator(".anteroom")).to_contain_text(words)

    def ends(self, title: str) -> None:
        expect(self.page).to_have_title(title)


@pytest.fixture
def house(room: WaitingRoom) -> House:
    house = room.house
    house.notice, house.deaf = first_notice(), 0
    house.agreements.clear()
    house.declined.clear()
    return house


@pytest.fixture
def sit(browser: Browser, room: WaitingRoom, house: House) -> Iterator[Open]:
    tablets: list[Tablet] = []

    def seat(query: str = "", size: tuple[int, int] = (820, 1180)) -> Tablet:
        view = {"width": size[0], "height": size[1]}
        page = browser.new_context(viewport=view, has_touch=True).new_page()  # type: ignore[arg-type]
        tablets.append(Tablet(page, house))
        page.goto(f"{room.address}/consent{query}")
        tablets[-1].settled()
        return tablets[-1]

    yield seat
    for tablet in tablets:
        violations = tablet.page.evaluate("globalThis.violations ?? []")
        tablet.page.context.close()
        assert not violations
        assert not tablet.errors


@pytest.mark.parametrize("language", WORDS)
def test_it_says_who_reads_it_how_long_it_is_kept_and_whom_to_ask(sit, language):
    tablet = sit(f"?language={language}")
    text = first_notice().texts[language]
    for words in (text.title, *itertools.chain(*((p.heading, p.text) for p in text.parts))):
        tablet.reads(words)


def test_a_signature_is_agreed_with_and_the_page_is_told(sit, house):
    tablet = sit()
    tablet.sign()
    tablet.tap("agree")
    tablet.ends("Agreed")
    [given] = house.agreements
    assert (given.version, given.language, given.tablet) == (1, "en", "Window seat")
    assert is_drawn(given.strokes)
    assert not given.ticked
    assert given.strokes[0][0] == (WIDTH * 0.2, HEIGHT * 0.5)
    assert tablet.page.evaluate("document.body.dataset.consent") == "consent-1"


def test_nothing_of_a_signature_stays_on_the_tablet(sit):
    tablet = sit()
    tablet.sign()
    tablet.tap("agree")
    tablet.ends("Agreed")
    left = tablet.page.evaluate("""() => [document.querySelectorAll("path").length,
      localStorage.length, sessionStorage.length, location.href.includes("signature")]""")
    assert left == [0, 0, 0, False]


@pytest.mark.parametrize("touch", [(), ((0.5, 0.5),), ((0.5, 0.5), (0.52, 0.51))])
def test_an_empty_field_or_a_touch_is_no_agreeing(sit, house, touch):
    tablet = sit()
    if touch:
        tablet.sign(touch)
    tablet.tap("agree")
    tablet.reads(WORDS["en"]["consent.missing"])
    assert house.agreements == []
    tablet.sign()
    expect(tablet.page.locator(".complaint")).to_be_empty()


def test_who_cannot_sign_ticks_a_line_with_the_keyboard(sit, house):
    tablet = sit()
    tablet.page.locator('[data-act="tick"]').focus()
    tablet.page.keyboard.press("Space")
    expect(tablet.page.locator('[data-act="tick"]')).to_have_attribute("aria-checked", "true")
    tablet.page.locator('[data-act="agree"]').focus()
    tablet.page.keyboard.press("Enter")
    tablet.ends("Agreed")
    [given] = house.agreements
    assert (given.strokes, given.ticked) == ((), True)


def test_a_signature_survives_turning_the_tablet_and_another_size(sit):
    tablet = sit()
    tablet.sign()
    tablet.sign(((0.1, 0.9), (0.9, 0.9)))
    before = tablet.drawn()
    assert len(before) == 2
    for width, height in [(1180, 820), (360, 740), (820, 1180)]:
        tablet.page.set_viewport_size({"width": width, "height": height})
        assert tablet.drawn() == before


def test_a_signature_survives_another_language_and_the_language_is_the_one_agreed_in(sit, house):
    tablet = sit()
    tablet.sign()
    before = tablet.drawn()
    tablet.page.tap('[data-language="es"]')
    tablet.reads(WORDS["es"]["consent.sign"])
    assert tablet.drawn() == before
    tablet.settled()
    tablet.tap("agree")
    tablet.ends("Agreed")
    assert house.agreements[0].language == "es"
    assert tablet.page.evaluate("document.body.dataset.agreedIn") == "es"


def test_a_signature_can_be_cleared(sit, house):
    tablet = sit()
    tablet.sign()
    tablet.tap("clear")
    assert tablet.drawn() == []
    tablet.tap("agree")
    tablet.reads(WORDS["en"]["consent.missing"])
    assert house.agreements == []


def test_a_page_drawn_again_takes_the_signature_along(sit):
    tablet = sit()
    tablet.sign()
    before = tablet.drawn()
    tablet.page.evaluate("""() => {
      const other = document.createElement("div");
      document.getElementById("root").remove();
      document.body.append(other);
      begin(other);
    }""")
    assert tablet.drawn() == before
    tablet.tap("agree")
    tablet.ends("Agreed")


def test_whoever_comes_later_does_not_find_a_signature(sit):
    tablet = sit()
    tablet.sign()
    tablet.page.evaluate("document.getElementById('root').remove()")
    tablet.page.wait_for_timeout(2500)
    tablet.page.evaluate("""() => {
      const other = document.createElement("div");
      document.body.append(other);
      begin(other);
    }""")
    tablet.page.wait_for_selector("[data-consent]")
    assert tablet.drawn() == []


def test_without_a_connection_it_says_so_and_agrees_by_itself_later(sit, house):
    tablet = sit()
    tablet.page.route("**/kiosk/consent", lambda route: route.abort())
    tablet.sign()
    tablet.tap("agree")
    tablet.reads(WORDS["en"]["reconnecting"])
    assert len(tablet.drawn()) == 1
    tablet.page.unroute("**/kiosk/consent")
    tablet.ends("Agreed")
    assert len(house.agreements) == 1


def test_words_that_changed_meanwhile_are_read_and_signed_anew(sit, house):
    tablet = sit()
    tablet.sign()
    own = {"who": "Our two nurses.", "kept": "For ten years.", "ask": "Ask at the desk."}
    house.notice = house.notice.model_copy(
        update={"version": 2, "texts": {one: worded(one, own) for one in WORDS}}
    )
    tablet.tap("agree")
    tablet.reads("Our two nurses.")
    tablet.reads(WORDS["en"]["consent.changed"])
    assert tablet.drawn() == []
    assert house.agreements == []
    tablet.sign()
    tablet.tap("agree")
    tablet.ends("Agreed")
    assert house.agreements[0].version == 2


def test_whoever_would_rather_talk_is_told_that_the_desk_knows_and_nothing_else_is_sent(sit, house):
    tablet = sit()
    tablet.sign()
    tablet.tap("talk")
    tablet.reads(WORDS["en"]["consent.declined.text"])
    tablet.reads(WORDS["en"]["consent.declined.kept"])
    assert house.declined == ["Window seat"]
    assert house.agreements == []
    assert tablet.page.locator(".signature").count() == 0
    tablet.settled()
    tablet.tap("close")
    tablet.ends("Closed")


def test_a_desk_that_was_not_told_is_told_again_and_the_patient_is_sent_there(sit, house):
    house.deaf = 1
    tablet = sit()
    tablet.tap("talk")
    tablet.reads(WORDS["en"]["consent.declined.unreached"])
    tablet.reads(WORDS["en"]["consent.declined.text"])
    assert house.declined == ["Window seat"]


def test_rather_talking_ends_an_agreeing_that_is_on_its_way(sit, house):
    tablet = sit()
    tablet.page.route("**/kiosk/consent", lambda route: route.abort())
    tablet.sign()
    tablet.tap("agree")
    tablet.reads(WORDS["en"]["reconnecting"])
    tablet.tap("talk")
    tablet.page.unroute("**/kiosk/consent")
    tablet.reads(WORDS["en"]["consent.declined.text"])
    tablet.page.wait_for_timeout(1500)
    assert house.agreements == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", WORDS)
def test_both_answers_are_equally_large_and_everything_can_be_tapped(sit, size, language):
    tablet = sit(f"?language={language}&demo", size)
    page = tablet.page
    agree, talk = (page.locator(f'[data-act="{act}"]').bounding_box() for act in ("agree", "talk"))
    assert agree
    assert talk
    assert (agree["width"], agree["height"]) == (talk["width"], talk["height"])
    looks = "(one) => { const s = getComputedStyle(one);"
    looks += " return [s.backgroundColor, s.color, s.fontSize, s.fontWeight, s.borderColor]; }"
    assert page.locator('[data-act="agree"]').evaluate(looks) == page.locator(
        '[data-act="talk"]'
    ).evaluate(looks)
    for one in page.locator(".anteroom button:visible").all():
        box = one.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 60
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_page_that_asks_again_says_why(sit):
    sit("?again").reads(WORDS["en"]["consent.again"])


def test_help_can_be_called_from_here_and_the_signature_is_kept(sit):
    tablet = sit()
    tablet.sign()
    tablet.tap("help")
    tablet.page.wait_for_selector('[data-calm="help"]')
    tablet.settled()
    tablet.tap("close")
    tablet.page.wait_for_selector("[data-consent]")
    assert len(tablet.drawn()) == 1
