"""A patient is asked in Spanish from welcome to thanks; staff read it all in their own language."""

from __future__ import annotations

import json

from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS
from tests.journeys.books import answers_of, stored_response, visit_of
from tests.journeys.desk import words_of
from tests.journeys.sheets import healthy
from tests.journeys.tablet import SETTLED, Tablet

SAY = WORDS["es"]
TYPED = "Me duele al bajar escaleras, señora."


def arrive_in_spanish(tablet: Tablet, family: str) -> None:
    """From the welcome page to the first question; the name is begun before the language."""
    tablet.open()
    tablet.page.get_by_role("button", name="Start").tap()
    tablet.agree()
    tablet.introduce(healthy())
    tablet.page.get_by_label("First name").fill("Testina")
    tablet.page.get_by_role("button", name="Español").tap()
    tablet.page.get_by_label(SAY["arrival.family"]).fill(family)
    tablet.page.get_by_role("button", name=SAY["arrival.begin"]).tap()
    tablet.page.wait_for_selector("section[data-screen]")


def speak(tablet: Tablet, language: str) -> None:
    tablet.page.wait_for_selector(SETTLED, state="attached")
    tablet.page.tap(f'[data-language="{language}"]:visible')
    tablet.page.wait_for_selector(f'.anteroom[lang="{language}"]')


def test_a_patient_is_asked_in_spanish_and_staff_read_it_in_english(premises, sit, desk_at):
    family, given = "Madeup-Español", healthy(**{"anything-else": (TYPED,)})

    # given a patient who chooses Spanish while giving a name
    tablet = sit(premises)
    arrive_in_spanish(tablet, family)
    heading = tablet.page.locator(".stage h1")
    assert heading.inner_text() == QUESTIONNAIRES["es"].questions["sex-at-birth"].text
    assert tablet.page.evaluate("document.documentElement.lang") == "es"

    # who looks at English for a moment, in the middle, and goes back
    tablet.answer(given, until="your-body")
    speak(tablet, "en")
    assert heading.inner_text() == "Your body, in the last 2 weeks"
    tablet.sees_saved()
    speak(tablet, "es")
    assert tablet.screen == "your-body"
    tablet.page.wait_for_selector('.saved:text-is("Guardado")')

    # and taps every question until the thanks
    tablet.answer(given)
    tablet.send()
    tablet.page.get_by_role("heading", name=SAY["thanks.title"]).wait_for()
    tablet.page.get_by_text(SAY["thanks.stay"]).wait_for()
    tablet.page.wait_for_function("document.documentElement.lang === 'es'")

    # then every answer is saved, in the words that were read
    saved = answers_of(premises, family)
    assert {name: saved[name] for name in given} == given
    assert visit_of(premises, family).language == "es"
    response = json.loads(stored_response(premises, family))
    assert response["language"] == "es"
    assert QUESTIONNAIRES["es"].questions["who-answers"].text in json.dumps(
        response, ensure_ascii=False
    )

    # and staff read questions and answers in English, what was typed as it was typed
    desk = desk_at(premises)
    desk.sign_in()
    desk.open_patient(family)
    desk.reads("Spanish")
    desk.reads(TYPED)
    words = words_of(desk.download(desk.summary_address()).body)
    assert "asked in Spanish" in words
    assert TYPED in words
    assert "in Spanish, unedited" in words
    assert QUESTIONNAIRES["en"].questions["who-answers"].text in words
    assert QUESTIONNAIRES["es"].questions["which-knee"].text not in words
