"""A tablet nobody touches asks who is there, then forgets the patient. Time passes when told to."""

from __future__ import annotations

from intake.kiosk.doors import Why
from intake.wording import WORDS
from tests.intake.kiosk.player.waiting_room import PAUSING

JUMP = "(seconds) => { const now = Date.now; Date.now = () => now() + seconds * 1000; }"
BEHIND = """() => [...document.body.children]
  .filter((part) => part.tagName === "MAIN")
  .map((part) => [
    part.inert, part.getAttribute("aria-hidden"), getComputedStyle(part).visibility,
  ])"""
SAY = WORDS["en"]
WARNS = '[data-cover="warning"]'
PLACED = {"who-answers": "me"}


def waits(tablet, seconds: int) -> None:
    tablet.page.evaluate(JUMP, seconds)


def is_asked(tablet) -> None:
    tablet.page.wait_for_selector(f"[data-settled] {WARNS}")


def stays_as_it_is(tablet) -> None:
    """The watch has looked at least twice, and asks nothing."""
    tablet.page.wait_for_timeout(500)
    assert tablet.page.locator("[data-cover]").count() == 0


def test_whoever_is_still_there_says_so_and_finds_everything_as_it_was(sit):
    tablet = sit(at="which-knee", query="/?demo")
    waits(tablet, 60)
    stays_as_it_is(tablet)
    tablet.page.mouse.click(400, 900)
    waits(tablet, 60)
    stays_as_it_is(tablet)

    waits(tablet, 31)
    is_asked(tablet)
    assert tablet.page.evaluate(BEHIND) == [[True, "true", "hidden"]]
    assert tablet.page.locator(".anteroom-cover .demo:visible").inner_text() == SAY["demo"]
    assert tablet.page.locator(".seconds").inner_text() in {
        SAY["idle.seconds"].format(seconds=seconds) for seconds in (15, 20, 25, 30)
    }
    tablet.page.mouse.click(400, 20)  # whoever takes the tablet up by its edge says nothing
    is_asked(tablet)
    box = tablet.page.locator('[data-act="here"]').bounding_box()
    assert box["height"] >= 96
    tablet.tap("here")

    tablet.page.wait_for_selector(WARNS, state="detached")
    assert tablet.page.evaluate(BEHIND) == [[False, None, "visible"]]
    tablet.at("which-knee")
    waits(tablet, 60)
    stays_as_it_is(tablet)


def test_who_waits_for_staff_is_left_alone(sit):
    tablet = sit({PAUSING[0]: PAUSING[1]}, at="cold-leg")
    tablet.seat.visit = tablet.seat.visit.__class__(**{**vars(tablet.seat.visit), "paused": True})
    tablet.page.reload()
    tablet.page.wait_for_selector('[data-calm="pause"]')
    waits(tablet, 500)
    stays_as_it_is(tablet)
    tablet.seat.clear()
    tablet.page.wait_for_selector("section[data-screen]:visible")
    stays_as_it_is(tablet)
    waits(tablet, 91)
    is_asked(tablet)
    assert tablet.page.locator(".anteroom-cover .demo:visible").count() == 0


def test_without_a_network_nothing_is_left_on_the_screen_and_the_desk_is_told_once_it_is_back(
    sit, room
):
    tablet = sit(PLACED, at="which-knee")
    token = next(one for one, seat in room.house.seats.items() if seat is tablet.seat)
    tablet.page.context.set_offline(True)
    tablet.page.evaluate("() => { globalThis.theirs = true; }")
    waits(tablet, 121)
    tablet.page.wait_for_selector(".anteroom-cover .calm-card")
    assert tablet.page.locator("section[data-screen]").count() == 0
    assert tablet.page.locator(".anteroom-cover .calm-card").inner_text() == SAY["reconnecting"]
    assert (token, Why.IDLE) not in room.house.left

    # a page opened meanwhile, or by whoever comes next, does not open the visit either
    assert tablet.page.evaluate("document.cookie") == "anteroom-left=1"
    tablet.page.context.set_offline(False)
    tablet.page.wait_for_function("() => !globalThis.theirs")
    tablet.page.wait_for_selector('[data-calm="desk"]')
    assert room.house.left[-1] == (token, Why.IDLE)
    assert tablet.page.context.cookies() == []


def test_nothing_is_promised_of_answers_that_were_not_sent_and_they_are_not_given_up_at_once(
    sit, room
):
    tablet = sit({}, at="how-long")
    token = next(one for one, seat in room.house.seats.items() if seat is tablet.seat)
    tablet.page.context.set_offline(True)
    tablet.choose("how-long", "over-3-months")
    tablet.at("trend")
    tablet.tap("over")
    tablet.page.wait_for_selector('[data-settled] [data-cover="stop"]')
    card = tablet.page.locator('[data-cover="stop"]').inner_text()
    assert SAY["idle.unsent"] in card
    assert SAY["idle.kept"] not in card
    tablet.tap("stay")
    tablet.page.evaluate("() => { globalThis.theirs = true; }")
    tablet.page.route("**/kiosk/draft", lambda route: route.abort())
    tablet.page.context.set_offline(False)
    waits(tablet, 121)
    tablet.page.wait_for_function("() => !globalThis.theirs")
    assert tablet.seat.given("how-long") == ("over-3-months",)
    assert room.house.left[-1] == (token, Why.IDLE)
    assert room.house.unsent == []


def test_a_tablet_that_forgets_without_a_network_keeps_no_answer_and_says_that_some_are_lost(
    sit, room
):
    tablet = sit({}, at="how-long")
    token = next(one for one, seat in room.house.seats.items() if seat is tablet.seat)
    tablet.page.context.set_offline(True)
    tablet.choose("how-long", "over-3-months")
    tablet.at("trend")
    tablet.page.evaluate("() => { globalThis.theirs = true; }")
    waits(tablet, 121)
    tablet.page.wait_for_selector(".anteroom-cover .calm-card")
    assert tablet.page.evaluate("document.cookie") == "anteroom-left=unsent-0"
    sent = []
    tablet.page.on("request", lambda request: sent.append(request.post_data or ""))
    tablet.page.context.set_offline(False)
    tablet.page.wait_for_function("() => !globalThis.theirs")
    assert room.house.unsent[-1] == (token, 0)
    assert not any("over-3-months" in one for one in sent)
    assert tablet.seat.given("how-long") is None


def test_whoever_does_not_want_to_go_on_is_asked_once(sit, room):
    tablet = sit(PLACED, at="which-knee")
    tablet.tap("over")
    tablet.page.wait_for_selector('[data-settled] [data-cover="stop"]')
    tablet.tap("stay")
    tablet.at("which-knee")
    assert tablet.seat.given("who-answers") == ("me",)
    tablet.tap("over")
    tablet.page.wait_for_selector('[data-settled] [data-cover="stop"]')
    tablet.page.evaluate("() => { globalThis.theirs = true; }")
    tablet.tap("stop")
    tablet.page.wait_for_function("() => !globalThis.theirs")
    assert room.house.left[-1][1] is Why.CHOSEN


def test_what_is_left_in_one_window_is_left_in_the_others(sit):
    tablet = sit(at="which-knee")
    other = tablet.page.context.new_page()
    other.goto(tablet.address)
    other.wait_for_selector("section[data-screen]")
    other.evaluate("() => { globalThis.theirs = true; }")
    waits(tablet, 121)
    other.wait_for_function("() => !globalThis.theirs")
    assert other.locator("section[data-screen]").count() == 0
