"""A patient who sees and hears badly, from the welcome to the thanks, and the patient after."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS
from tests.faults import COLORS, faults
from tests.journeys.sheets import healthy
from tests.journeys.tablet import SETTLED
from tests.keyboard import tab_to
from tests.voices import VOICES, said

SAY = WORDS["en"]
DRESSED = "[document.documentElement.dataset.size, document.documentElement.dataset.contrast]"
SEE = "(how) => import('/kiosk/player/seeing.js').then(({ see }) => see(how))"
SEEING = "import('/kiosk/player/seeing.js').then(({ seeing }) => seeing())"
SIZES = ((360, 740), (1180, 820), (820, 1180))
WIDE = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .filter((one) => one.scrollWidth > one.clientWidth).length"""
SMALL = """() => [...document.querySelectorAll(".stApp :is(button, input)")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 60 || height < 60).map(([what]) => what)"""


def has_heading(page: Page, words: str) -> None:
    """The page is there, and whoever cannot see it is at its heading."""
    heading = page.get_by_role("heading", name=words, level=1)
    expect(heading).to_be_focused()


def is_without_fault(page: Page) -> None:
    """In both languages, plainly and at its largest in strong contrast, on every tablet."""
    for language in ("es", "en"):
        page.tap(f".st-key-language-{language} button")
        expect(page.locator(f"html[lang={language}] .st-key-language-{language}")).to_be_visible()
        assert faults(page) == []
    largest = {"size": 2, "contrast": True}
    before = page.evaluate(SEEING)
    page.evaluate(SEE, largest)
    assert faults(page, *COLORS) == []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(WIDE) == 0
        assert page.evaluate(SMALL) == []
    page.evaluate(SEE, before)


def sees(page: Page, *what: str) -> None:
    for one in what:
        page.tap(f'[data-see="{one}"]:visible')


def hears(page: Page, words: str) -> None:
    """It is being read, by a voice on the tablet."""
    for _ in range(200):
        if f"Near: {words}" in said(page):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never read: {words}")


def goes_through_the_welcome(page: Page) -> None:
    has_heading(page, SAY["welcome.title"])
    is_without_fault(page)
    sees(page, "size", "contrast", "aloud")
    hears(page, SAY["welcome.alarm"])
    page.tap(".st-key-code button")
    has_heading(page, SAY["code.title"])
    assert faults(page) == []
    page.tap(".st-key-back button")
    has_heading(page, SAY["welcome.title"])
    assert page.evaluate(DRESSED) == ["1", "strong"]
    tab_to(page, ".st-key-start button")
    page.keyboard.press("Enter")


def agrees(page: Page) -> None:
    page.wait_for_selector("[data-consent]")
    hears(page, SAY["consent.title"])
    page.wait_for_selector(SETTLED, state="attached")
    for act in ("tick", "agree"):
        tab_to(page, f'[data-act="{act}"]')
        page.keyboard.press("Space")


def says_when_born_and_who_answers(page: Page) -> None:
    """A day that never was is an alert, and is read."""
    born, who = (QUESTIONNAIRES["en"].questions[one] for one in ("birth-date", "who-answers"))
    has_heading(page, born.text)
    hears(page, born.hint)
    assert faults(page) == []
    tab_to(page, "[data-field=month]")
    page.keyboard.type("02311956")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(SAY["date.impossible"])
    hears(page, SAY["date.impossible"])
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("03")
    page.keyboard.press("Enter")
    has_heading(page, who.text)
    assert faults(page) == []
    tab_to(page, ".st-key-who-me button")
    page.keyboard.press("Enter")


def gives_a_name(page: Page) -> None:
    """What is missing is an alert in view, and is read."""
    has_heading(page, SAY["arrival.title"])
    hears(page, SAY["arrival.hint"])
    tab_to(page, ".st-key-given input")
    page.keyboard.type("Testina")
    assert said(page) == []
    tab_to(page, ".st-key-begin button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(SAY["arrival.missing"])
    expect(page.get_by_role("alert")).to_be_in_viewport()
    hears(page, SAY["arrival.missing"])
    is_without_fault(page)
    page.get_by_label(SAY["arrival.family"]).fill("Madeup-Seeing")
    page.keyboard.press("Enter")


def test_pages_can_be_seen_heard_and_gone_through_with_the_keyboard(premises, sit):
    tablet = sit(premises)
    page = tablet.page
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(VOICES)
    tablet.open()
    goes_through_the_welcome(page)
    agrees(page)
    says_when_born_and_who_answers(page)
    gives_a_name(page)
    page.wait_for_selector("section[data-screen]")
    assert page.evaluate(DRESSED) == ["1", "strong"]
    hears(page, page.locator(".stage h1").inner_text())


def test_the_thanks_are_seen_as_chosen_and_the_next_patient_begins_plainly(premises, sit):
    tablet = sit(premises, wire=premises.arrive("Madeup-Seen", healthy()))
    page = tablet.page
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(VOICES)
    tablet.open()
    tablet.sees_question("review")
    sees(page, "size", "contrast", "aloud")
    tablet.send()
    has_heading(page, SAY["thanks.title"])
    hears(page, SAY["thanks.stay"])
    assert page.evaluate(DRESSED) == ["1", "strong"]
    assert faults(page) == []
    page.get_by_role("button", name=SAY["thanks.close"]).tap()
    has_heading(page, SAY["welcome.title"])
    assert page.evaluate(DRESSED) == ["0", "plain"]
    assert said(page) == []
    assert page.evaluate("sessionStorage.length") == 0
