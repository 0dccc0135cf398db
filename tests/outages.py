"""Take the network away in mid-interview: ``python -m tests.outages NUMBER [SEED] [--seconds 30]``.

Every journey is another patient at the real kiosk, who taps on through an outage that begins
anywhere between the first question and the last. No answer may be lost and no tap ignored, and once
the network is back the server must know everything within two seconds, without another tap.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice
from tests.conftest import CHROMIUM, FLAGS
from tests.journeys.books import answers_of
from tests.journeys.desk import set_up
from tests.journeys.premises import Premises, running
from tests.journeys.sheets import Sheet, sheet
from tests.journeys.tablet import SCREENS, Screen, Tablet
from tests.journeys.wire import Wire
from tests.patients import cases, sheets
from tests.touches import LISTEN, Touch, touches
from tests.waiting import appears

AGREED_WITHIN = 2.0
"""Seconds after which the server knows everything again."""
GIVEN_UP_AFTER = 20.0
SIDE_BY_SIDE = 2


def calm() -> list[str]:
    """The vignettes of patients whom no answer stops."""
    return [
        case
        for case, about in sheets().items()
        if not (about["stopped"] or {"until", "differs"} & about.keys())
        and cases()[case]["expected"]["urgency"] in {"routine", "soon"}
        and not any(_stops(*answer) for answer in sheet(case).items())
    ]


def _stops(link_id: str, values: tuple[str, ...]) -> bool:
    item = KNEE_TWITCHING.questions[link_id]
    codes = {option.code for option in item.needs_staff_offline} if isinstance(item, Choice) else ()
    return any(value in codes for value in values)


def screens_of(given: Sheet) -> list[Screen]:
    """The screens a patient meets, in order."""
    return [one for one in SCREENS.values() if any(row in given for row in one.questions)]


@dataclass
class Outage:
    """When the network goes, for how long, and what came of it."""

    case: str
    screen: int
    """How many screens are answered before it goes."""
    in_flight: bool
    """Whether it goes just after a tap, with the answer on its way, or before one."""
    seconds: float
    pace: float
    """Seconds a patient thinks at the most before a tap, besides the time a screen takes."""
    agreed: float = 0.0
    """Seconds from the return of the network until the server knew everything."""
    offline: list[str] = field(default_factory=list)
    """The screens that were answered meanwhile."""
    lost: dict[str, object] = field(default_factory=dict)
    touches: list[Touch] = field(default_factory=list)

    @property
    def ignored(self) -> list[Touch]:
        return [touch for touch in self.touches if touch.ignored]

    @property
    def holds(self) -> bool:
        return not self.lost and not self.ignored and self.agreed <= AGREED_WITHIN

    def __str__(self) -> str:
        when = "after" if self.in_flight else "before"
        return (
            f"{self.case}: {self.seconds:g} s from {when} a tap on screen {self.screen + 1}, "
            f"{len(self.offline)} screens answered meanwhile, {len(self.touches)} taps in all, "
            f"{len(self.ignored)} ignored, {len(self.lost)} answers lost, "
            f"agreed after {self.agreed:.2f} s"
        )


@dataclass
class Tapping(Tablet):
    """A patient who taps on, whatever the network does."""

    wire: Wire | None = None
    given: Sheet = field(default_factory=dict)
    outage: Outage | None = None
    chance: random.Random | None = None
    ends: float | None = None

    def _answer_screen(self, screen: Screen, given: Sheet, *, reads_lists: bool) -> None:
        assert self.outage
        assert self.chance
        if len(self.answered) == self.outage.screen and not self.outage.in_flight:
            self.lose_network()
        if self.ends is not None:
            self.page.wait_for_timeout(1000 * self.chance.uniform(0, self.outage.pace))
            if time.monotonic() < self.ends:
                self.outage.offline.append(screen.link_id)
            else:
                self.find_network()
        super()._answer_screen(screen, given, reads_lists=reads_lists)

    def _is_held(self) -> bool:
        """Nobody waits for an answer to be saved."""
        return self.paused

    def _wait_to_leave(self, screen: Screen) -> None:
        assert self.outage
        if len(self.answered) == self.outage.screen + 1 and self.outage.in_flight:
            self.lose_network()
            self.outage.offline.append(screen.link_id)
        super()._wait_to_leave(screen)

    def lose_network(self) -> None:
        assert self.outage
        self.page.context.set_offline(True)
        self.ends = time.monotonic() + self.outage.seconds

    def find_network(self) -> None:
        """The network is back: wait, and touch nothing, until the server knows everything."""
        assert self.outage
        self.page.context.set_offline(False)
        self.ends, back = None, time.monotonic()
        while (missing := self.missing()) and time.monotonic() - back < GIVEN_UP_AFTER:
            time.sleep(0.02)
        self.outage.agreed = time.monotonic() - back
        self.outage.lost |= missing

    def missing(self) -> dict[str, object]:
        """What was answered so far and the server has not, or has otherwise."""
        assert self.wire
        saved = self.wire.look("/kiosk/draft").json["answers"]
        rows = {row for screen in self.answered for row in SCREENS[screen].questions}
        return {
            row: saved.get(row)
            for row in rows & self.given.keys()
            if {*saved.get(row, {"values": ()})["values"]} != {*self.given[row]}
        }

    def outlast(self) -> None:
        """Stay at the review until the network is back."""
        if self.ends is not None:
            self.page.wait_for_timeout(1000 * max(0, self.ends - time.monotonic()))
            self.find_network()


def journey(premises: Premises, browser: Browser, outage: Outage, family: str, seed: int) -> None:
    """One patient, from the first question to the thanks."""
    given = sheet(outage.case, **{"anything-else": ("Typed in an outage.",)})
    wire = premises.arrive(family)
    url = premises.kiosk_url
    context = browser.new_context(viewport={"width": 820, "height": 1180}, has_touch=True)
    for cookie, value in wire.cookies.items():
        context.add_cookies([{"name": cookie, "value": value, "url": url, "httpOnly": True}])
    chance = random.Random(seed)  # noqa: S311 - how fast to tap
    tablet = Tapping(context.new_page(), url, wire=wire, given=given, outage=outage, chance=chance)
    tablet.page.add_init_script(LISTEN)
    tablet.open()
    appears(tablet.page, "section[data-screen]")
    tablet.answer(given)
    tablet.outlast()
    outage.touches = touches(tablet.page)
    tablet.send()
    tablet.sees_thanks()
    saved = answers_of(premises, family)
    asked = {name: values for name, values in given.items() if not name.endswith("no-to-all")}
    outage.lost |= {name: saved.get(name) for name in asked if saved.get(name) != asked[name]}
    context.close()
    assert not tablet.errors, tablet.errors


def planned(number: int, seed: int, seconds: float, pace: float) -> list[Outage]:
    """So many outages, each of another patient and at another point."""
    chance = random.Random(seed)  # noqa: S311 - whom and when it hits
    outages = []
    for case in chance.choices(calm(), k=number):
        screen = chance.randrange(len(screens_of(sheet(case))))
        outages.append(Outage(case, screen, chance.random() < 0.5, seconds, pace))
    return outages


def _journeys(
    home: Path, ports: tuple[int, int], outages: list[Outage], first: int
) -> list[Outage]:
    """Some journeys, one after the other, in a process of their own."""
    premises = Premises(home, *ports)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for number, outage in enumerate(outages):
            name = f"Madeup-{chr(65 + first)}-{number}"
            journey(premises, browser, outage, name, 100 * first + number)
            sys.stdout.write(f"{'' if outage.holds else 'WRONG '}{outage}\n")
            sys.stdout.flush()
        browser.close()
    premises.close_store()
    return outages


def main(number: int, seed: int, seconds: float) -> int:
    """Run that many journeys, print what came of them, and end with 1 for one that went wrong."""
    outages = planned(number, seed, seconds, pace=1.5)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "home") as premises:
        assert set_up(premises).status == 303
        ports = (premises.kiosk_port, premises.clinic_port)
        shares = [
            (premises.home, ports, outages[first::SIDE_BY_SIDE], first)
            for first in range(SIDE_BY_SIDE)
        ]
        with multiprocessing.get_context("spawn").Pool(SIDE_BY_SIDE) as pool:
            done = [one for share in pool.starmap(_journeys, shares) for one in share]
    sys.stdout.write(
        f"outages: {number} journeys of {seconds:g} s each, seed {seed}: "
        f"{sum(len(one.lost) for one in done)} answers lost, "
        f"{sum(len(one.ignored) for one in done)} of {sum(len(one.touches) for one in done)} taps "
        f"ignored, the server knew everything after {max(one.agreed for one in done):.2f} s\n"
    )
    return 0 if all(one.holds for one in done) else 1


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("number", type=int)
    asked.add_argument("seed", type=int, nargs="?", default=1)
    asked.add_argument("--seconds", type=float, default=30)
    wanted = asked.parse_args()
    raise SystemExit(main(wanted.number, wanted.seed, wanted.seconds))
