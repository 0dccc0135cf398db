"""A tablet in a waiting room: real Chromium, touch, over the kiosk's own routes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from intake.draft import Given
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice
from tests.intake.kiosk.player.waiting_room import ANEW, Seat, WaitingRoom
from tests.waiting import appears, says

expect.set_options(timeout=20_000)
SETTLED = "[data-settled]"
"""What holds a screen that was shown long enough for taps to count."""


class Tablet:
    """One patient's page, and what the server holds of it."""

    def __init__(self, page: Page, seat: Seat, address: str) -> None:
        self.page = page
        self.seat = seat
        self.address = address
        page.set_default_timeout(20_000)  # nothing here is about speed
        self.foreign: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._requested)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _requested(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.foreign.append(request.url)

    def _said(self, message: Any) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.errors.append(message.text)

    def takes_the_place(self, token: str, seat: Seat) -> None:
        """Another patient sits down at the same page."""
        self.seat = seat
        self.page.context.add_cookies(
            [{"name": "anteroom-draft", "value": token, "url": self.address, "httpOnly": True}]
        )
        self.page.evaluate(ANEW)
        appears(self.page, "section[data-screen]")
        self.settled()

    def open(self, query: str = "") -> None:
        self.page.goto(self.address + query)

    def at(self, screen: str) -> None:
        """Wait until this screen is shown and takes taps."""
        appears(self.page, f'{SETTLED} [data-screen="{screen}"] h1')

    @property
    def screen(self) -> str:
        found = self.page.locator("section[data-screen]").get_attribute("data-screen")
        assert found is not None
        return found

    def tap(self, act: str) -> None:
        self.page.tap(f'.anteroom [data-act="{act}"]:visible')

    def choose(self, link_id: str, *codes: str) -> None:
        for code in codes:
            self.page.tap(f'[data-link-id="{link_id}"] [data-code="{code}"]')

    def type_date(self, digits: str) -> None:
        for digit in digits:
            self.page.tap(f'[data-key="{digit}"]')

    def chosen(self, link_id: str) -> list[str]:
        """The codes shown as chosen on this screen."""
        marked = '[aria-pressed="true"], [aria-checked="true"]'
        found = self.page.locator(f'[data-link-id="{link_id}"]').locator(marked)
        return [one.get_attribute("data-code") or "" for one in found.all()]

    def calm(self, kind: str) -> None:
        """Wait for this calm full screen."""
        appears(self.page, f'[data-calm="{kind}"]')

    def settled(self) -> None:
        """Wait until taps count on whatever is shown."""
        appears(self.page, SETTLED, seen=False)

    def saved(self) -> None:
        """Wait until the server has acknowledged everything."""
        self.reads(".saved", "Saved")

    def reads(self, where: str, words: str) -> None:
        """Wait until these words stand there."""
        says(self.page, where, words)

    def finished(self) -> None:
        """Wait until the page was told that the visit is over."""
        expect(self.page).to_have_title("Finished")

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until the server's side is so."""
        for _ in range(200):
            if holds():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("it never became so")

    def complaint(self) -> str:
        return self.page.locator(".complaint").text_content() or ""


@pytest.fixture(scope="session")
def room() -> Iterator[WaitingRoom]:
    opened = WaitingRoom()
    opened.open()
    yield opened
    opened.close()


Sit = Callable[..., Tablet]


@pytest.fixture(scope="session")
def opened_tablet(browser: Browser) -> Iterator[BrowserContext]:
    """One tablet for all patients: it knows the player's files, as a real one does."""
    context = browser.new_context(has_touch=True)
    yield context
    context.close()


@pytest.fixture
def at_tablet(opened_tablet: BrowserContext) -> Iterator[BrowserContext]:
    """The same with nothing of the patient before."""
    opened_tablet.set_offline(False)
    opened_tablet.clear_cookies()
    yield opened_tablet
    for page in opened_tablet.pages:
        page.close()


@pytest.fixture
def sit(browser: Browser, at_tablet: BrowserContext, room: WaitingRoom) -> Iterator[Sit]:
    """Seat a patient: what was answered before, at which screen, and on which page."""
    tablets: list[Tablet] = []

    def seat(
        answers: dict[str, str | tuple[str, ...]] | None = None,
        at: str | None = None,
        size: tuple[int, int] = (820, 1180),
        query: str = "",
        script: str = "",
    ) -> Tablet:
        token = room.house.new_seat({k: given(v) for k, v in (answers or {}).items()}, at)
        context = browser.new_context(has_touch=True) if tablets else at_tablet
        url = room.address
        context.add_cookies(
            [{"name": "anteroom-draft", "value": token, "url": url, "httpOnly": True}]
        )
        tablet = Tablet(context.new_page(), room.house.seats[token], room.address)
        tablet.page.set_viewport_size({"width": size[0], "height": size[1]})
        tablet.page.add_init_script(script)
        tablets.append(tablet)
        tablet.open(query)
        appears(tablet.page, "section[data-screen], [data-calm]", seen=False)
        tablet.settled()
        return tablet

    yield seat
    for tablet in tablets:
        violations = tablet.page.evaluate("globalThis.violations ?? []")
        if tablet.page.context is not at_tablet:
            tablet.page.context.close()
        assert not violations
        assert not tablet.errors
        assert not tablet.foreign


def given(values: str | tuple[str, ...]) -> Given:
    """An answer tapped for itself."""
    return Given((values,) if isinstance(values, str) else values)


@pytest.fixture(scope="session")
def everything() -> dict[str, str | tuple[str, ...]]:
    """A complete interview."""
    return shortest_interview()


def shortest_interview() -> dict[str, str | tuple[str, ...]]:
    """No, none, or the first option, to all that is asked."""
    answers: dict[str, str | tuple[str, ...]] = {}
    for placed in KNEE_TWITCHING.placed:
        item = placed.item
        if isinstance(item, Choice) and item.required and not placed.conditions:
            codes = [option.code for option in item.options]
            answers[item.link_id] = next((c for c in ("no", "none") if c in codes), codes[0])
    return {**answers, "birth-date": "1956-03-14", "movement": "no-twitching"}
