"""The kiosk as a clinic starts it: every answer is sent and saved while it is measured."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from bench.kiosk_asked import ASKED, CHECKED_IN, GIVEN
from bench.kiosk_touch import Tap
from tests.journeys.premises import Premises
from tests.journeys.tablet import SCREENS, Tablet

NAME = "this kiosk"
SCREEN_OF = {row: screen.link_id for screen in SCREENS.values() for row in screen.questions}


def taps(page: Page, premises: Premises) -> Iterator[Tap]:
    """One patient after the other; each tap as soon as the kiosk would take it."""
    tablet = Tablet(page, premises.kiosk_url)
    while True:
        _sit_down(tablet, premises)
        for link_id in ASKED:
            screen = SCREEN_OF[link_id]
            tablet.answer(GIVEN, until=screen)
            row = f'[data-link-id="{link_id}"]'
            yield Tap(f'{row} [data-code="{GIVEN[link_id][0]}"]', _is_left_or_marked(screen, row))


def _is_left_or_marked(screen: str, row: str) -> str:
    return (
        f"document.querySelector('[data-screen=\"{screen}\"]') === null"
        f" || document.querySelector('{row} [aria-pressed=\"true\"]') !== null"
    )


def _sit_down(tablet: Tablet, premises: Premises) -> None:
    """Somebody checked in, before the first question."""
    cookies = premises.arrive("Bench", CHECKED_IN, at="sex-at-birth").cookies
    tablet.page.context.clear_cookies()
    for name, value in cookies.items():
        tablet.page.context.add_cookies(
            [{"name": name, "value": value, "url": premises.kiosk_url, "httpOnly": True}]
        )
    tablet.open()
