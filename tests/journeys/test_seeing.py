"""A patient who sees and hears badly, from the welcome to the thanks, and the patient after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest
from playwright.sync_api import Page, expect

from house.today import today
from intake.appointment import Appointment
from intake.spoken import QUESTIONNAIRES
from intake.store import appointments
from intake.wording import WORDS
from tests.faults import faults
from tests.journeys.premises import Premises
from tests.journeys.sheets import healthy
from tests.journeys.tablet import SETTLED
from tests.keyboard import presses, tab_to
from tests.ruler import off_the_ruler
from tests.voices import VOICES, said

NOW = datetime.now(UTC)
SAY = WORDS["en"]
DRESSED = "[document.documentElement.dataset.size, document.documentElement.dataset.contrast]"
SEE = "(how) => import('/kiosk/player/seeing.js').then(({ see }) => see(how))"
SEEING = "import('/kiosk/player/seeing.js').then(({ seeing }) => seeing())"
NOBODY, TWIN, CHILD = date(1999, 9, 9), date(1950, 1, 2), date(NOW.year - 10, 5, 6)
LARGEST = {"size": 2, "contrast": True}
PLAIN = {"size": 0, "contrast": False}


@pytest.fixture
def expected(premises: Premises) -> Iterator[None]:
    """Today's list has two who look the same from the waiting room, and somebody under age."""
    born = {"Anna": TWIN, "Alma": TWIN, "Kim": CHILD}
    lines = [Appointment(at=time(9), given=one, family="Madeup", born=born[one]) for one in born]
    bodies = [line.model_dump_json().encode() for line in lines]
    with premises.books().write() as tx:
        day = today(tx, NOW)
        appointments.add(tx, day, bodies, "staff:made-up", NOW)
    yield
    with premises.books().write() as tx:
        for one in appointments.of_day(tx, day):
            appointments.remove(tx, one.id, "staff:made-up", NOW)


def has_heading(page: Page, words: str) -> None:
    """The page is there, and whoever cannot see it is at its heading."""
    heading = page.get_by_role("heading", name=words, level=1)
    expect(heading).to_be_focused()


def reads_in(page: Page, language: str) -> None:
    page.tap(f".st-key-language-{language} button")
    expect(page.locator(f"html[lang={language}] .st-key-language-{language}")).to_be_visible()


def is_without_fault(page: Page) -> None:
    """In both languages, plainly and at its largest in strong contrast, on every tablet."""
    before = page.evaluate(SEEING)
    page.evaluate(SEE, LARGEST)
    reads_in(page, "es")
    assert faults(page) == []
    assert off_the_ruler(page) == []
    reads_in(page, "en")
    assert off_the_ruler(page) == []
    page.evaluate(SEE, PLAIN)
    assert faults(page) == []
    assert off_the_ruler(page) == []
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
    is_without_fault(page)
    page.tap(".st-key-back button")
    has_heading(page, SAY["welcome.title"])
    assert page.evaluate(DRESSED) == ["1", "strong"]
    presses(page, ".st-key-start button")


def agrees(page: Page) -> None:
    """Tick instead of signing, which needs a finger."""
    page.wait_for_selector("[data-consent]")
    page.wait_for_selector(SETTLED, state="attached")
    for act in ("tick", "agree"):
        presses(page, f'[data-act="{act}"]', "Space")


def says_when_born_and_who_answers(page: Page) -> None:
    """A day that never was is an alert, and is read."""
    born, who = (QUESTIONNAIRES["en"].questions[one] for one in ("birth-date", "who-answers"))
    has_heading(page, born.text)
    hears(page, born.hint)
    is_without_fault(page)
    tab_to(page, "[data-field=month]")
    page.keyboard.type("02311956")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(SAY["date.impossible"])
    assert faults(page) == []
    hears(page, SAY["date.impossible"])
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("03")
    page.keyboard.press("Enter")
    has_heading(page, who.text)
    is_without_fault(page)
    presses(page, ".st-key-who-me button")


def gives_a_name(page: Page) -> None:
    """What is missing is an alert in view, and is read."""
    has_heading(page, SAY["arrival.title"])
    hears(page, SAY["arrival.hint"])
    tab_to(page, ".st-key-given input")
    page.keyboard.type("Testina")
    assert said(page) == []
    presses(page, ".st-key-begin button")
    expect(page.get_by_role("alert")).to_have_text(SAY["arrival.missing"])
    expect(page.get_by_role("alert")).to_be_in_viewport()
    hears(page, SAY["arrival.missing"])
    assert faults(page) == []
    is_without_fault(page)
    page.get_by_label(SAY["arrival.family"]).fill("Madeup-Seeing")
    page.keyboard.press("Enter")


def comes_to(page: Page, words: str) -> None:
    has_heading(page, words)
    is_without_fault(page)


def gives_birth_date(page: Page, born: date) -> None:
    """Typed over what stands there."""
    has_heading(page, QUESTIONNAIRES["en"].questions["birth-date"].text)
    tab_to(page, "[data-field=month]")
    page.keyboard.type(f"{born:%m%d%Y}")
    presses(page, '.arriving-pad [data-key="next"]')


def test_pages_can_be_seen_heard_and_gone_through_with_the_keyboard(premises, sit):
    tablet = sit(premises)
    page = tablet.page
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(VOICES)
    tablet.open()
    goes_through_the_welcome(page)
    hears(page, SAY["consent.title"])
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
    is_without_fault(page)
    page.get_by_role("button", name=SAY["thanks.close"]).tap()
    has_heading(page, SAY["welcome.title"])
    assert page.evaluate(DRESSED) == ["0", "plain"]
    assert said(page) == []
    assert page.evaluate("sessionStorage.length") == 0


@pytest.mark.usefixtures("expected")
def test_whoever_is_expected_or_not_or_under_age_gets_on_with_the_keyboard(premises, sit):
    # given a clinic that expects somebody else on the day that is typed
    tablet = sit(premises, "Corner")
    page = tablet.page
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(VOICES)
    tablet.open()
    has_heading(page, SAY["welcome.title"])
    presses(page, ".st-key-start button")
    agrees(page)
    comes_to(page, SAY["how.title"])
    presses(page, ".st-key-appointment button")
    gives_birth_date(page, NOBODY)
    comes_to(page, SAY["nobody.title"])

    # when two who cannot be told apart are found, it is for the desk to say
    presses(page, ".st-key-again button")
    gives_birth_date(page, TWIN)
    comes_to(page, SAY["match.title"])
    presses(page, "[class*=st-key-booking] button")
    comes_to(page, SAY["trouble.title"])
    presses(page, ".st-key-back button")
    has_heading(page, SAY["match.title"])
    presses(page, ".st-key-back button")

    # and somebody under age is asked to call an adult, can call for one, and can stop
    gives_birth_date(page, CHILD)
    has_heading(page, SAY["match.title"])
    presses(page, "[class*=st-key-booking] button")
    has_heading(page, QUESTIONNAIRES["en"].questions["who-answers"].text)
    presses(page, ".st-key-who-me button")
    comes_to(page, SAY["guardian.title"])
    presses(page, ".st-key-alone button")
    expect(page.get_by_role("status")).to_have_text(SAY["help.coming.title"])
    assert faults(page) == []
    presses(page, "[data-act=over]")
    expect(page.get_by_role("heading", name=SAY["over.title"])).to_be_focused()
    assert faults(page) == []
    page.wait_for_selector('[data-settled] [data-cover="stop"]')
    presses(page, "[data-act=stop]")
    has_heading(page, SAY["welcome.title"])
