"""A tablet that is handed from one patient to the next, and everything it could remember.

Every patient types canaries: a name, and words of their own. Whatever can be looked at afterwards,
in the browser or in the kiosk's process, is looked at for them.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, WebSocket, expect

from intake.wording import WORDS
from tests.journeys.premises import Premises, wait_until
from tests.journeys.sheets import healthy, wire_form
from tests.journeys.tablet import Tablet
from tests.journeys.wire import Wire

CANARY = "Kanarienvogel"
SAY = WORDS["en"]
WARNING, WIPE = 40, 20
"""Seconds: settings other than the ones a clinic has without any."""
LOOKS, BETWEEN = 10, 0.5
"""How often the process is looked into before it is taken to remember: five seconds, and longer on
a machine that is busy with something else."""
JUMP = "(ms) => { const now = Date.now; Date.now = () => now() + ms; }"
STORED = """async () => JSON.stringify([
  document.cookie, { ...localStorage }, { ...sessionStorage }, name, history.state,
  await caches.keys(), (await indexedDB.databases()).map((one) => one.name),
])"""
VALUES = "() => [...document.querySelectorAll('input, textarea')].map((field) => field.value)"


class Overheard(Premises):
    """The kiosk alone, which says what its process holds."""

    def wait_until_ready(self) -> None:
        def ready() -> bool:
            assert self.program.runs, self.said
            return self.kiosk().answers("/readyz")

        wait_until(ready, "the kiosk ready")

    def held(self) -> list[str]:
        """The kinds of objects in its process that hold a canary."""
        found: list[str] = self.kiosk().look("/held.json").json
        return found


@contextmanager
def overheard(home: Path) -> Iterator[Overheard]:
    """Such a kiosk, stopped again whatever happens."""
    kiosk = Overheard(home, command=("-m", "tests.journeys.overheard"))
    kiosk.program.environment |= {
        "ANTEROOM_IDLE_WARNING": str(WARNING),
        "ANTEROOM_IDLE_WIPE": str(WIPE),
    }
    try:
        kiosk.start()
        yield kiosk
    finally:
        kiosk.stop()


@dataclass
class HandedBack:
    """One tablet of that kiosk: its patients, and what is found of them afterwards."""

    kiosk: Overheard
    browser: Browser
    frames: list[bytes] = field(default_factory=list)
    """What the server has pushed to the page that is open now."""

    def __post_init__(self) -> None:
        self.context = self.browser.new_context(
            viewport={"width": 820, "height": 1180}, has_touch=True
        )
        self.tablet = Tablet(self.context.new_page(), self.kiosk.kiosk_url)
        self.page = self.tablet.page
        self.page.on("websocket", self._listen)
        self.page.goto(f"{self.kiosk.kiosk_url}/healthz")  # something to go back to

    def _listen(self, socket: WebSocket) -> None:
        frames: list[bytes] = []
        self.frames = frames

        def keep(payload: str | bytes) -> None:
            frames.append(payload.encode() if isinstance(payload, str) else payload)

        socket.on("framereceived", keep)

    # --- what a patient does

    def types_half_a_name(self) -> None:
        """A patient who has got as far as the name, and pressed on too early."""
        self.tablet.open()
        self.page.get_by_role("button", name=SAY["welcome.start"]).tap()
        self.tablet.agree()
        self.tablet.introduce(healthy())
        self.page.get_by_label(SAY["arrival.given"]).fill(f"{CANARY}-Vorname")
        self.page.get_by_role("button", name=SAY["arrival.begin"]).tap()
        expect(self.page.get_by_text(SAY["arrival.missing"])).to_be_visible()

    def tells(self, family: str) -> None:
        """A patient who has told everything, in words of their own at the end."""
        self.types_half_a_name()
        self.page.get_by_label(SAY["arrival.family"]).fill(family)
        self.page.get_by_role("button", name=SAY["arrival.begin"]).tap()
        self.page.wait_for_selector("section[data-screen]")
        state = {
            "base": self._wire().look("/kiosk/draft").json["revision"],
            "answers": wire_form(healthy()),
            "at": "anything-else",
        }
        assert self._wire().send("PUT", "/kiosk/draft", state).status == 200
        self.page.reload()
        self.tablet.sees_question("anything-else")
        self.page.locator("textarea").fill(f"{CANARY} im Freitext")
        self.tablet.onward()
        self.tablet.sees_question("review")

    def _wire(self) -> Wire:
        wire = self.kiosk.kiosk()
        for cookie in self.context.cookies():
            wire.cookies[cookie["name"]] = cookie["value"]
        return wire

    # --- how a patient leaves

    def finishes(self) -> None:
        self.tablet.send()
        self.tablet.sees_thanks()
        self.page.get_by_role("button", name=SAY["thanks.close"]).tap()

    def finishes_and_goes(self) -> None:
        self.tablet.send()
        self.tablet.sees_thanks()
        self.page.wait_for_selector('[data-watches="thanks"]', state="attached")
        self.waits(WIPE + 1)

    def walks_away(self) -> None:
        self.waits(WARNING + 1)
        expect(self.page.get_by_role("heading", name=SAY["idle.title"])).to_be_visible()
        self.waits(WIPE + 1)

    def starts_over(self) -> None:
        self.page.locator('[data-act="over"]').tap()
        self.page.wait_for_selector('[data-settled] [data-cover="stop"]')
        self.page.locator('[data-act="stop"]').tap()

    def waits(self, seconds: int) -> None:
        """Time passes for the tablet, without a touch."""
        self.page.evaluate(JUMP, seconds * 1000)

    @property
    def ways(self) -> Mapping[str, Callable[[], None]]:
        """How a patient who has told everything can leave."""
        return {
            "finish": self.finishes,
            "finish and go": self.finishes_and_goes,
            "idle": self.walks_away,
            "start over": self.starts_over,
        }

    # --- what the next patient could find

    def leaves(self, way: Callable[[], None]) -> None:
        """A patient leaves in this way, and the page of the next one takes the place of theirs."""
        self.page.evaluate("() => { globalThis.theirs = true; }")
        way()
        self.page.wait_for_function("() => !globalThis.theirs")
        self.remembers_nothing(self.page)

    def remembers_nothing(self, page: Page) -> None:
        """A patient is welcomed, and nothing of the one before is found in the browser."""
        expect(page.get_by_role("button", name=SAY["welcome.start"])).to_be_visible()
        assert self.found_in(page) == []
        names = {cookie["name"] for cookie in self.context.cookies()}
        assert {name for name in names if "anteroom" in name} <= {"anteroom-tablet"}

    def found_in(self, page: Page) -> list[str]:
        """Where in the browser a canary is found."""
        session = self.context.new_cdp_session(page)
        places = {
            "page": ask(session, "DOM.getDocument", depth=-1, pierce=True),
            "accessibility tree": ask(session, "Accessibility.getFullAXTree"),
            "history": ask(session, "Page.getNavigationHistory"),
            "fields": json.dumps(page.evaluate(VALUES)),
            "storage": page.evaluate(STORED),
            "cookies": json.dumps(self.context.cookies()),
        }
        session.detach()
        return [place for place, content in places.items() if is_canary_in(content)]

    def pushes_nothing(self) -> None:
        """The server has sent nothing of the last patient to the page of the next."""
        assert self.frames
        assert not [frame for frame in self.frames if is_canary_in(frame.decode(errors="ignore"))]

    def process_forgets(self) -> None:
        """Soon after, the kiosk's process has nothing of the patient either."""
        held = self.kiosk.held()
        for _ in range(LOOKS):
            if not held:
                return
            time.sleep(BETWEEN)
            held = self.kiosk.held()
        raise AssertionError(f"the process still holds {held}")


def ask(session: CDPSession, question: str, **about: Any) -> str:
    """What the browser itself says, as text."""
    return json.dumps(session.send(question, about))


def is_canary_in(content: str) -> bool:
    return CANARY.lower() in content.lower()


def goes_back(back: HandedBack) -> None:
    """Before the page of the next patient stands none of the one before."""
    back.page.go_back()
    assert back.found_in(back.page) == []


def goes_forward(back: HandedBack) -> None:
    back.page.go_forward()
    back.remembers_nothing(back.page)


def reloads(back: HandedBack) -> None:
    back.page.reload()
    back.remembers_nothing(back.page)


def opens_another_tab(back: HandedBack) -> None:
    page = back.context.new_page()
    page.goto(back.tablet.address)
    back.remembers_nothing(page)
    page.close()


CURIOUS: tuple[Callable[[HandedBack], None], ...] = (
    goes_back,
    goes_forward,
    reloads,
    opens_another_tab,
)
"""What the next patient may try, in an order in which all of it can be tried."""
