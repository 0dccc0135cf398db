"""Tap twice at random, everywhere: ``python -m tests.double_taps NUMBER [SEED]``.

A hand that trembles taps twice. The second tap must never answer a question that was shown for
less than 300 ms, and one that falls on a screen shown for longer must not be lost. Every try is
another patient, at another kind of screen, who taps something there twice in one place.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice
from tests.conftest import CHROMIUM, FLAGS
from tests.intake.kiosk.player.conftest import given, shortest_interview
from tests.intake.kiosk.player.waiting_room import ANEW, Seat, WaitingRoom
from tests.journeys.tablet import SCREENS
from tests.touches import LISTEN, Touch, double_tap, touches
from tests.waiting import appears

GAPS = (40, 350)
"""Milliseconds between the two taps."""
BOX = """([where, share]) => {
  const cover = document.querySelector(".anteroom-cover:not([hidden])")?.shadowRoot;
  const all = [...(cover ?? document).querySelectorAll(where)];
  const there = all.filter((one) => one.checkVisibility());
  const one = there[Math.floor(share * there.length)];
  one.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = one.getBoundingClientRect();
  return [x, y, width, height];
}"""
"""Where one of the things to tap is, brought into view."""
COVERED = "document.querySelector('.anteroom-cover:not([hidden])') !== null"
Answers = Mapping[str, str | tuple[str, ...]]
OPTION, NEXT, BACK = "section [data-code]", '[data-act="next"]', '[data-act="back"]'


@dataclass(frozen=True)
class Place:
    """A kind of screen, how a patient got there, and what is tapped twice."""

    kind: str
    at: str | None
    taps: str
    answers: Answers
    first: Callable[[Page], object] = Page.title
    """What comes before; a look at the page is nothing."""


def rows_are_read(page: Page) -> None:
    """Wait until "No to all of these" may be tapped."""
    appears(page, '[data-act="no-to-all"][aria-disabled="false"]')


def opens(act: str, screen: str) -> Callable[[Page], None]:
    """Open a screen in front of the questions, and look at it."""

    def first(page: Page) -> None:
        page.tap(f'[data-act="{act}"]:visible')
        page.wait_for_selector(f"[data-settled] {screen}")

    return first


def types_a_birth_date(page: Page) -> None:
    """Whoever typed a date is about to go on."""
    for digit in "03141956":
        page.tap(f'[data-key="{digit}"]')


def agrees_by_a_tick(page: Page) -> None:
    """The notice before the name, with the tick set."""
    page.goto("/consent?language=en")
    page.wait_for_selector("[data-settled] [data-consent]")
    page.tap('[data-act="tick"]')


def _single() -> Iterator[Place]:
    """Every question with one answer that everybody is asked."""
    for placed in KNEE_TWITCHING.placed:
        link_id = placed.item.link_id
        if isinstance(placed.item, Choice) and not placed.conditions and link_id in SCREENS:
            scale = "0 to 10" if len(placed.item.options) > 10 else "one answer"
            if SCREENS[link_id].kind == "choice":
                yield Place(scale, link_id, OPTION, {})


SURGERY = {"operations": "knee-surgery", "knee-surgery-side": "left"}
TWO_OPERATIONS: Answers = {
    "operations": ("knee-replacement", "knee-surgery"),
    "knee-replacement-when": "longer-ago",
    "knee-replacement-side": "left",
}
NAMED: Answers = {
    "medicines": ("water-pills", "asthma-medicine"),
    "water-pills-names": "furosemide",
}
EVERYTHING = shortest_interview()
PLACES = (
    *_single(),
    Place("none of these", "conditions", '[data-code="none"]', {}),
    Place("several answers", "conditions", OPTION, {"conditions": "gout"}),
    Place("next after several", "conditions", NEXT, {"conditions": "gout"}),
    Place("rows", "right-now", OPTION, {}),
    Place("last row", "about-knee-surgery", '[data-link-id="knee-surgery-when"] button', SURGERY),
    Place("next after rows", "about-knee-replacement", NEXT, TWO_OPERATIONS),
    Place("no to all", "strength-and-feeling", '[data-act="no-to-all"]', {}, rows_are_read),
    Place("figure", "twitch-place", ".region, .map-tab", {"movement": "ripple"}),
    Place(
        "next after figure",
        "twitch-place",
        NEXT,
        {"movement": "ripple", "twitch-place": "left-calf"},
    ),
    Place("date pad", "birth-date", ".pad [data-key]", {}),
    Place("next after date", "birth-date", NEXT, {}, types_a_birth_date),
    Place("names", "medicine-names", "section [data-code]", NAMED),
    Place("next after names", "medicine-names", NEXT, NAMED),
    Place("skip", "worry", NEXT, {}),
    Place("last question", "anything-else", NEXT, EVERYTHING),
    Place("back", "trend", BACK, {}),
    Place("back to rows", "how-long", BACK, {}),
    Place("change", None, '[data-act="change"]', EVERYTHING),
    Place("send", None, NEXT, EVERYTHING),
    Place("help", "trend", '[data-act="help"]', {}),
    Place(
        "close help", "conditions", '[data-act="close"]', {}, opens("help", '[data-calm="help"]')
    ),
    Place("start over", "trend", '[data-act="over"]', {}),
    Place("go on", "conditions", '[data-act="stay"]', {}, opens("over", '[data-cover="stop"]')),
    Place("language", "trend", "[data-language]", {}),
    Place("consent", None, ".consent-answers button", {}, agrees_by_a_tick),
    Place("consent help", None, '[data-act="help"]', {}, agrees_by_a_tick),
    Place("consent language", None, "[data-language]", {}, agrees_by_a_tick),
)
KINDS = tuple(dict.fromkeys(place.kind for place in PLACES))


@dataclass(frozen=True)
class Try:
    """One double tap, and what came of its second tap."""

    kind: str
    gap: float
    first: Touch
    second: Touch
    written: frozenset[str]
    """The questions of other screens whose answers changed."""
    sent: bool

    @property
    def goes_on(self) -> bool:
        """Whether the second tap fell on something to tap on another screen."""
        return self.second.button and self.second.showing != self.first.showing

    @property
    def breach(self) -> bool:
        """Whether something was recorded for a screen nobody can have read."""
        unasked = bool(self.written or self.sent) and not self.second.counted
        return self.second.too_early or unasked

    def __str__(self) -> str:
        met = f"on {self.second.screen or 'nothing'} shown for {self.second.shown:.0f} ms"
        return f"{self.kind}: {self.gap:.0f} ms apart, {met}, changed {sorted(self.written)}"


class Trembling:
    """One tablet, and a patient for every double tap."""

    def __init__(self, browser: Browser, room: WaitingRoom) -> None:
        self.room = room
        self.context = browser.new_context(
            viewport={"width": 820, "height": 1180}, has_touch=True, base_url=room.address
        )
        self.page = self.context.new_page()
        self.page.add_init_script(LISTEN)

    def tries(self, place: Place, chance: random.Random, gaps: tuple[int, int] = GAPS) -> Try:
        """One patient's double tap."""
        seat = self.seats(place)
        place.first(self.page)
        spot = self.spot(place.taps, chance)
        before = dict(seat.visit.answers)
        touches(self.page)
        gap = chance.uniform(*gaps)
        double_tap(self.page, spot, gap)
        first, second = self.told()
        here = {place.at or "", *SCREENS[place.at].questions} if place.at else set()
        after = seat.visit.answers
        changed = {name for name in after if after[name] != before.get(name)} - here
        changed = {name for name in changed if not name.endswith("no-to-all")}
        sent = seat.visit.finished and place.kind != "send"
        return Try(place.kind, gap, first, second, frozenset(changed), sent)

    def seats(self, place: Place) -> Seat:
        """Another patient sits here, at this screen."""
        answers = {name: given(values) for name, values in place.answers.items()}
        token = self.room.house.new_seat(answers, place.at)
        url = self.room.address
        self.context.add_cookies(
            [{"name": "anteroom-draft", "value": token, "url": url, "httpOnly": True}]
        )
        if self.page.url.rstrip("/") != url or self.page.evaluate(COVERED):
            self.page.goto(url)
        else:
            self.page.evaluate(ANEW)
        appears(self.page, "[data-settled] section[data-screen] h1")
        return self.room.house.seats[token]

    def spot(self, where: str, chance: random.Random) -> tuple[float, float]:
        """Somewhere on something that can be tapped."""
        x, y, width, height = self.page.evaluate(BOX, [where, chance.random()])
        share = chance.uniform
        return x + width * share(0.15, 0.85), y + height * share(0.15, 0.85)

    def told(self) -> tuple[Touch, Touch]:
        """What became of the two taps, once the server has had its share."""
        self.page.wait_for_timeout(60)
        self.page.wait_for_function(
            "() => { const saved = document.querySelector('.saved');"
            " return !saved || saved.textContent !== ''; }"
        )
        first, second = touches(self.page)
        assert first.counted, f"the first tap was ignored: {first}"
        return first, second


def chosen(number: int, chance: random.Random) -> Iterator[Place]:
    """So many places, every kind as often as any other."""
    for turn in range(number):
        kind = KINDS[turn % len(KINDS)]
        yield chance.choice([place for place in PLACES if place.kind == kind])


@contextmanager
def waiting_room() -> Iterator[Trembling]:
    """A tablet at a kiosk kept in memory."""
    room = WaitingRoom()
    room.open()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield Trembling(browser, room)
        browser.close()
    room.close()


def report(tried: list[Try]) -> str:
    """By the kind of screen, how many second taps counted and how long those had been shown."""
    kinds = defaultdict(list)
    for one in tried:
        kinds[one.kind].append(one)
    return "\n".join(f"{kind}: {_in_words(those)}" for kind, those in kinds.items())


def _in_words(tried: list[Try]) -> str:
    onward = [one.second for one in tried if one.goes_on]
    counted = [second.shown for second in onward if second.counted]
    least = f", after {min(counted):.0f} ms at the least" if counted else ""
    told = f"{len(tried)} tries, {len(onward)} second taps on something of another screen"
    return f"{told}, {len(counted)} counted{least}"


def main(number: int, seed: int) -> int:
    """Try that often, print what came of it, and end with 1 for an answer nobody gave."""
    chance = random.Random(seed)  # noqa: S311 - where and how fast to tap
    with waiting_room() as trembling:
        tried = [trembling.tries(place, chance) for place in chosen(number, chance)]
    breaches = [one for one in tried if one.breach]
    ignored = [one for one in tried if one.second.ignored]
    sys.stdout.write(f"{report(tried)}\n")
    for one in (*breaches, *ignored):
        sys.stdout.write(f"WRONG {one}\n")
    sys.stdout.write(
        f"double taps: {number} tries, seed {seed}: {len(breaches)} answers for a question shown "
        f"less than 300 ms, {len(ignored)} taps ignored on one shown longer\n"
    )
    return 1 if breaches or ignored else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
