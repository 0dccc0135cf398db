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
from math import nan
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from bench import kiosk_lforms, kiosk_ours, kiosk_streamlit
from bench.kiosk_npm import NotFetchedError
from bench.kiosk_touch import WATCH, LostTapError, Tap, slowed, tap_to_paint
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

    def median(self, speed: int) -> float:
        """Half were faster; nan where nothing was measured."""
        return median(self.taken[speed] or [nan])

    def ninety_fifth(self, speed: int) -> float:
        """Below this are 95 in 100."""
        taken = self.taken[speed]
        return quantiles(taken, n=20)[-1] if len(taken) > 1 else nan


def main() -> None:
    """Measure all of them in turn, and print one table."""
    turns = _turns(*sys.argv[1:2])
    print(f"kiosk: milliseconds from tap to paint, {turns * TURN} taps each; takes some minutes")
    with ExitStack() as until_done, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        players = list(_players(browser, until_done))
        try:
            _measure(players, turns)
        except LostTapError as problem:
            print(f"kiosk: ended early: {problem}")
        browser.close()
    _print(players)


def _measure(players: list[Player], turns: int) -> None:
    for _ in range(turns):
        for speed in SPEEDS:
            for player in players:
                player.turn(speed)


def _turns(taps: str = str(TAPS)) -> int:
    if not taps.isdecimal() or int(taps) < 1:
        raise SystemExit(f"bench.kiosk: '{taps}' is not a number of taps.")
    return -(-int(taps) // TURN)


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
    peer = next((player for player in players if player.name == kiosk_lforms.NAME), None)
    print(f"{'':<32}" + "".join(f"{said:>30}" for said in SPEEDS.values()))
    print(f"{'':<32}" + f"{'median':>12}{'95 in 100':>10}{'to LHC':>8}" * len(SPEEDS))
    for player in players:
        print(f"{player.name:<32}" + "".join(_figures(player, peer, speed) for speed in SPEEDS))
    if peer:
        for speed, said in SPEEDS.items():
            ratio = players[0].ninety_fifth(speed) / peer.ninety_fifth(speed)
            print(f"ours to LHC-Forms, 95 in 100, {said}: {ratio:.2f}, aim {AIMS[speed]} at most")
    counted = min(len(taken) for player in players for taken in player.taken.values())
    print(f"taps measured on each: {counted}; load of the machine: {os.getloadavg()[0]:.1f}")


def _figures(player: Player, peer: Player | None, speed: int) -> str:
    most = player.ninety_fifth(speed)
    ratio = f"{most / peer.ninety_fifth(speed):.2f}" if peer else "-"
    return f"{player.median(speed):>12.1f}{most:>10.1f}{ratio:>8}"


if __name__ == "__main__":
    main()
