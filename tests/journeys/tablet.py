"""A tablet in the waiting room: a patient's finger, and what the patient reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, expect

from intake.fhir import questionnaire_json
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS
from tests.journeys.sheets import Sheet, healthy
from tests.taps import CHECK_IN
from tests.waiting import Sign, appears, one_comes

PAUSE = '[data-calm="pause"]'
SETTLED = ".anteroom-player[data-settled]"
"""The screen has been shown long enough to take taps: nobody answers what was not seen."""
SAVED = tuple(words["saved"] for words in WORDS.values())
"""In whichever language the tablet speaks."""
NO = ("no",)
UNREACHED = (
    "Failed to load",
    "reaching server endpoint",
    "server is not responding",
    "still running",
)
Item = dict[str, Any]


KINDS = {"htable": "grid", "page": "page"}
"""What a group that is one screen is called, by its FHIR item control."""


@dataclass(frozen=True)
class Screen:
    """One screen of the questionnaire: its linkId, how it is answered, and its questions."""

    link_id: str
    kind: str
    questions: tuple[str, ...]


def read_screens(questionnaire: Item) -> dict[str, Screen]:
    """The screens a FHIR Questionnaire has, by linkId."""
    found: dict[str, Screen] = {}
    for section in questionnaire["item"]:
        _read_group(section, found)
    return found


def _read_group(group: Item, found: dict[str, Screen]) -> None:
    for item in group["item"]:
        if item["type"] == "group" and _control(item) in KINDS:
            rows = [child["linkId"] for child in item["item"] if child["type"] == "choice"]
            found[item["linkId"]] = Screen(item["linkId"], KINDS[_control(item)], tuple(rows))
        elif item["type"] == "group":
            _read_group(item, found)
        elif item["type"] in {"choice", "date", "text"}:
            kind = "many" if item.get("repeats") else item["type"]
            found[item["linkId"]] = Screen(item["linkId"], kind, (item["linkId"],))


def _control(item: Item) -> str:
    for extension in item.get("extension", []):
        if extension["url"].endswith("questionnaire-itemControl"):
            code: str = extension["valueCodeableConcept"]["coding"][0]["code"]
            return code
    return ""


SCREENS = read_screens(questionnaire_json(KNEE_TWITCHING))
"""Every screen of the questionnaire the kiosk plays."""


def goes_on_alone(link_id: str, given: Sheet) -> bool:
    """Whether the answer to a list is one that stands alone, such as "None of these"."""
    item = KNEE_TWITCHING.choice(link_id)
    options = [item.option(code) for code in given[link_id]]
    return all(option is not None and option.exclusive for option in options)


@dataclass
class Tablet:
    """One tablet's browser, at one kiosk."""

    page: Page
    address: str
    name: str = "Window"
    answered: list[str] = field(default_factory=list)
    taps: int = 0
    """Taps on questions so far; check-in and typing are apart."""
    errors: list[str] = field(default_factory=list)
    asked_for: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(20_000)
        self.page.add_init_script(
            "addEventListener('securitypolicyviolation', (event) =>"
            " console.error('policy: ' + event.violatedDirective))"
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._said)
        self.page.on("request", lambda request: self.asked_for.append(request.url))

    def _said(self, message: Any) -> None:
        # A refused or interrupted request is the business of the test that caused it.
        if message.type == "error" and not any(one in message.text for one in UNREACHED):
            self.errors.append(message.text)

    # --- what a patient does before the questions

    def open(self) -> None:
        self.page.goto(f"{self.address}/?tablet={self.name}")

    def agree(self) -> None:
        """Sign with a finger, and agree."""
        appears(self.page, "[data-consent]")
        appears(self.page, SETTLED, seen=False)
        self.page.locator(".signature").scroll_into_view_if_needed()
        field = self.page.locator(".signature").bounding_box()
        assert field
        left, top = field["x"], field["y"]
        self.page.mouse.move(left + field["width"] * 0.2, top + field["height"] * 0.5)
        self.page.mouse.down()
        for across, down in ((0.3, 0.3), (0.4, 0.7), (0.6, 0.4)):
            self.page.mouse.move(left + field["width"] * across, top + field["height"] * down)
        self.page.mouse.up()
        self.page.tap('[data-act="agree"]')

    def arrive(self, family: str, given: str = "Testina", answers: Sheet | None = None) -> None:
        """From the welcome page to the first question, without an appointment."""
        self.open()
        self.page.get_by_role("button", name="Start").tap()
        self.agree()
        self.introduce(answers or healthy())
        self.page.get_by_label("First name").fill(given)
        self.page.get_by_label("Last name").fill(family)
        self.page.get_by_role("button", name="Go on").tap()
        appears(self.page, "section[data-screen]")

    def introduce(self, answers: Sheet, language: str = "en") -> None:
        """Give the birth date, and say who answers."""
        self.type_birth_date(*answers["birth-date"])
        who = QUESTIONNAIRES[language].choice("who-answers").option(*answers["who-answers"])
        assert who
        self.page.get_by_role("button", name=who.text, exact=True).tap()

    def type_birth_date(self, day: str) -> None:
        """Type a date on the pad before the questions, and go on."""
        appears(self.page, ".arriving-pad .pad")
        self._type_date(day)
        self.page.tap('.arriving-pad [data-key="next"]')

    def type_code(self, code: str) -> None:
        """Type a code in the place of what stands there, and go on."""
        keys = self.page.locator(".code-keys")
        shown = self.page.locator(".code-shown")
        while shown.inner_text().strip():
            keys.locator('[data-key="erase"]').tap()
        for letter in code.replace("-", ""):
            keys.locator(f'[data-key="{letter}"]').tap()
        keys.locator('[data-key="next"]').tap()

    # --- what a patient sees

    @property
    def screen(self) -> str:
        """The linkId of the screen that is shown."""
        shown = self.page.locator("section[data-screen]")
        return shown.get_attribute("data-screen") or ""

    @property
    def paused(self) -> bool:
        return self._calm("pause").is_visible()

    def _calm(self, kind: str) -> Locator:
        return self.page.locator(f'[data-calm="{kind}"]')

    def sees_pause(self) -> None:
        appears(self.page, PAUSE)

    def sees_question(self, link_id: str) -> None:
        """The screen is there, nothing stands in front of it, and it takes taps."""
        appears(self.page, f'section[data-screen="{link_id}"] h1')
        appears(self.page, SETTLED, seen=False)

    def sees_thanks(self) -> None:
        expect(self.page.get_by_role("heading", name="Thank you")).to_be_visible()

    def sees_saved(self) -> None:
        expect(self.page.locator(".saved")).to_have_text("Saved")

    def chosen(self, link_id: str) -> tuple[str, ...]:
        """The codes that are shown as chosen."""
        marked = '[aria-pressed="true"], [aria-checked="true"]'
        found = self.page.locator(f'[data-link-id="{link_id}"]').locator(marked)
        return tuple(one.get_attribute("data-code") or "" for one in found.all())

    def text(self) -> str:
        return self.page.locator("body").inner_text()

    # --- what a patient taps

    def answer(self, given: Sheet, until: str | None = None, *, reads_lists: bool = False) -> None:
        """Tap through the questions, until a screen, the review, or until staff are called.

        ``reads_lists`` uses "No to all of these" where that is the answer.
        """
        while True:
            appears(self.page, "section[data-screen], [data-calm=pause]")
            if self.paused:
                return
            here = self.screen
            if here in {until, "review"}:
                appears(self.page, SETTLED, seen=False)
                return
            appears(self.page, SETTLED, seen=False)
            self._answer_screen(SCREENS[here], given, reads_lists=reads_lists)

    def send(self) -> None:
        """Send the answers from the review."""
        self.sees_question("review")
        self.page.tap('[data-act="next"]')

    def call_for_help(self) -> None:
        self.page.tap('[data-act="help"]:visible')

    def close_calm(self) -> None:
        """Go back to the questions."""
        appears(self.page, SETTLED, seen=False)
        self.page.tap('[data-act="close"]')

    def choose(self, link_id: str, *codes: str) -> None:
        for code in codes:
            self.page.tap(f'[data-link-id="{link_id}"] [data-code="{code}"]')
            self.taps += link_id not in CHECK_IN

    def onward(self) -> None:
        apart = SCREENS[self.screen].kind in {"date", "text"}
        self.page.tap('[data-act="next"]')
        self.taps += not apart

    def _answer_screen(self, screen: Screen, given: Sheet, *, reads_lists: bool) -> None:
        self.answered.append(screen.link_id)
        match screen.kind:
            case "grid":
                self._answer_grid(screen, given, reads_lists=reads_lists)
                return
            case "many" | "page" if self._tick(screen, given):
                self._wait_to_leave(screen)
                return
            case "date":
                self._type_date(*given[screen.link_id])
            case "text" if screen.link_id in given:
                self.page.locator("section textarea").fill(*given[screen.link_id])
            case "choice" if screen.link_id in given:  # one tap answers and goes on
                self.choose(screen.link_id, *given[screen.link_id])
                self._wait_to_leave(screen)
                return
        self.onward()
        self._wait_to_leave(screen)

    def _tick(self, screen: Screen, given: Sheet) -> bool:
        """Tick what was said; whether that goes on by itself."""
        for link_id in screen.questions:
            self.choose(link_id, *given.get(link_id, ()))
        return screen.kind == "many" and goes_on_alone(screen.link_id, given)

    def _answer_grid(self, screen: Screen, given: Sheet, *, reads_lists: bool) -> None:
        rows = [row for row in screen.questions if row in given]
        if reads_lists and all(given[row] == NO for row in rows):
            everything = self.page.locator('[data-act="no-to-all"]')
            expect(everything).to_have_attribute("aria-disabled", "false")
            everything.tap()
            self.taps += 1
            self._wait_to_leave(screen)
            return
        for row in rows:
            shown = self._rows()
            self.choose(row, *given[row])
            if self._is_held():
                return
            if row != rows[-1] and self._rows() != shown:
                # The answer brought up another row: the screen is new.
                appears(self.page, SETTLED, seen=False)
        self._wait_to_leave(screen)  # the answer to the last row goes on by itself

    def _rows(self) -> list[str]:
        rows = self.page.locator(".grid [data-link-id]")
        return [row.get_attribute("data-link-id") or "" for row in rows.all()]

    def _is_held(self) -> bool:
        """Whether staff are called, once the server has said so or that all is saved."""
        one_comes(self.page, Sign(PAUSE), *(Sign(".saved", saved) for saved in SAVED))
        return self.paused

    def _wait_to_leave(self, screen: Screen) -> None:
        """The next screen, or the calm one, has come."""
        gone = f'section[data-screen]:not([data-screen="{screen.link_id}"]), [data-calm="pause"]'
        appears(self.page, gone, seen=False)
        self._is_held()

    def _type_date(self, day: str) -> None:
        year, month, day_of_month = day.split("-")
        typed = {"month": month, "day": day_of_month, "year": year}
        for shown in self.page.locator("[data-field]").all():
            for digit in typed[shown.get_attribute("data-field") or ""]:
                self.page.tap(f'[data-key="{digit}"]')
