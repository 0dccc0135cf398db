"""How long from a tap to its answer on the tablet, beside two twins: ``python -m bench.kiosk``.

The kiosk as a clinic starts it, LHC-Forms with the same questionnaire, and Streamlit with a rerun
per tap take turns of a few taps each, on a processor as it is and on one four times slower, so that
whatever else the machine does hits all alike. What is measured: ``bench/kiosk_touch.py``. A number
after the command taps that often instead.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from bench import kiosk_lforms, kiosk_ours, kiosk_streamlit
from bench.kiosk_npm import NotFetchedError
from bench.kiosk_touch import WATCH, Tap, slowed, tap_to_paint
from tests.conftest import CHROMIUM, FLAGS
from tests.journeys.premises import running

TAPS, TURN = 200, 4
SPEEDS = {1: "processor as it is", 4: "four times slower"}
AIMS = {1: 1.0, 4: 0.6}


@dataclass
class Player:
    """One way to play the questionnaire: its page, its endless taps, and what was measured."""

    name: str
    page: Page
    taps: Iterator[Tap]
    taken: dict[int, list[float]] = field(default_factory=lambda: {speed: [] for speed in SPEEDS})

    def turn(self, speed: int) -> None:
        """A few taps at one speed."""
        with slowed(self.page, speed):
            for _ in range(TURN):
                self.taken[speed].append(tap_to_paint(self.page, next(self.taps)))

    def ninety_fifth(self, speed: int) -> float:
        """Below this are 95 in 100."""
        return quantiles(self.taken[speed], n=20)[-1]


def main() -> None:
    """Measure all of them in turn, and print one table."""
    taps = int(sys.argv[1]) if len(sys.argv) > 1 else TAPS
    with ExitStack() as until_done, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        players = list(_players(browser, until_done))
        for _ in range(-(-taps // TURN)):
            for speed in SPEEDS:
                for player in players:
                    player.turn(speed)
        browser.close()
    _print(players)


def _players(browser: Browser, until_done: ExitStack) -> Iterator[Player]:
    folder = Path(until_done.enter_context(TemporaryDirectory()))
    premises = until_done.enter_context(running(folder / "home"))
    page = _page(browser)
    yield Player(kiosk_ours.NAME, page, kiosk_ours.taps(page, premises))
    try:
        address = until_done.enter_context(kiosk_lforms.served())
    except NotFetchedError as problem:
        print(f"kiosk: without {kiosk_lforms.NAME}: {problem}")
    else:
        page = _page(browser)
        yield Player(kiosk_lforms.NAME, page, kiosk_lforms.taps(page, address))
    address = until_done.enter_context(kiosk_streamlit.served(folder))
    page = _page(browser)
    yield Player(kiosk_streamlit.NAME, page, kiosk_streamlit.taps(page, address))


def _page(browser: Browser) -> Page:
    """A tablet of its own: apart from the others down to the process that draws it."""
    context = browser.new_context(viewport={"width": 820, "height": 1180}, has_touch=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.set_default_timeout(60_000)
    return page


def _print(players: list[Player]) -> None:
    load = os.getloadavg()[0]
    print(f"kiosk: milliseconds from tap to paint, in turns of {TURN}; load {load:.1f}")
    others = {player.name: player for player in players}
    peer = others.get(kiosk_lforms.NAME)
    for speed, said in SPEEDS.items():
        for player in players:
            print(_line(player, peer, speed, said))
    for speed, said in SPEEDS.items():
        if peer:
            ratio = players[0].ninety_fifth(speed) / peer.ninety_fifth(speed)
            print(f"ours to LHC-Forms, 95 in 100, {said}: {ratio:.2f}, aim at most {AIMS[speed]}")


def _line(player: Player, peer: Player | None, speed: int, said: str) -> str:
    taken, most = player.taken[speed], player.ninety_fifth(speed)
    line = f"{said:<20} {player.name:<33} n {len(taken):<4} median {median(taken):6.1f}"
    ratio = f"   to LHC-Forms {most / peer.ninety_fifth(speed):.2f}" if peer else ""
    return f"{line}   95 in 100 below {most:6.1f}{ratio}"


if __name__ == "__main__":
    main()
