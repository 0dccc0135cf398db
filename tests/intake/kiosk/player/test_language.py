"""A patient changes the language at any moment: other words, and nothing else, change."""

from __future__ import annotations

import re

from intake.kiosk.doors import Refused
from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS

SPANISH = QUESTIONNAIRES["es"]
ENGLISH_ONLY = re.compile(
    r"\b(the|you|your|is|are|or|and|of|any|not|tap|please|question|left|back|next|help|saved"
    r"|knee|leg|pain|yes|sure|which|what|when|where|how)\b",
    re.IGNORECASE,
)
"""Words a Spanish screen has no use for."""


def speaks(tablet, language):
    """Tap a language, and wait until the screen speaks it and takes taps again."""
    tablet.page.tap(f'[data-language="{language}"]:visible')
    tablet.page.wait_for_selector(f'.anteroom[lang="{language}"]')
    tablet.settled()


def read(tablet):
    """What can be read, and what is read aloud, but for the names of languages."""
    return tablet.page.evaluate("""() => {
      const all = [...document.querySelectorAll(".anteroom *")]
        .filter((one) => one.checkVisibility() && !one.closest("[data-language]"));
      const said = all.flatMap((one) => [one.getAttribute("aria-label"), one.placeholder]);
      return [document.querySelector(".anteroom").innerText.replace("English", ""), ...said]
        .filter(Boolean).join("\\n");
    }""")


def test_the_button_says_the_other_language_in_its_own_words(sit):
    tablet = sit({}, "movement")
    button = tablet.page.locator("[data-language]:visible")
    assert (button.inner_text(), button.get_attribute("lang")) == ("Español", "es")
    speaks(tablet, "es")
    assert (button.inner_text(), button.get_attribute("lang")) == ("English", "en")


def test_the_page_says_which_language_it_is_in(sit):
    tablet = sit({}, "movement")
    speaks(tablet, "es")
    assert tablet.page.evaluate("document.documentElement.lang") == "es"
    speaks(tablet, "en")
    assert tablet.page.evaluate("document.documentElement.lang") == "en"


def test_answers_and_the_screen_stay_when_the_language_changes(sit):
    tablet = sit({}, "right-now")
    tablet.choose("cold-leg", "not-sure")
    tablet.choose("saddle-numbness", "no")
    speaks(tablet, "es")
    assert tablet.screen == "right-now"
    assert tablet.chosen("cold-leg") == ["not-sure"]
    tablet.choose("cold-leg", "no")
    tablet.reads(".saved", "Guardado")
    speaks(tablet, "en")
    assert tablet.screen == "right-now"
    assert tablet.chosen("cold-leg") == ["no"]
    assert tablet.chosen("saddle-numbness") == ["no"]
    tablet.saved()
    assert tablet.seat.given("cold-leg") == ("no",)


def test_the_server_learns_the_language_and_tells_it_to_a_tablet_that_comes_back(sit):
    tablet = sit({}, "movement")
    speaks(tablet, "es")
    tablet.until(lambda: tablet.seat.visit.language == "es")
    assert tablet.seat.visit.at == "movement"
    tablet.open()
    tablet.at("movement")
    tablet.reads(".stage h1", SPANISH.questions["movement"].text)


def test_words_that_were_being_typed_stay(sit):
    tablet = sit({}, "anything-else")
    tablet.page.fill("textarea", "Me duele al bajar escaleras.")
    speaks(tablet, "es")
    assert tablet.page.input_value("textarea") == "Me duele al bajar escaleras."
    tablet.until(lambda: tablet.seat.given("anything-else") is not None)


def test_a_birth_date_that_was_being_typed_stays(sit):
    tablet = sit({}, "birth-date")
    tablet.type_date("0314")
    speaks(tablet, "es")
    fields = {one: tablet.page.input_value(f'[data-field="{one}"]') for one in ("month", "day")}
    assert fields == {"month": "03", "day": "14"}
    shown = tablet.page.locator("[data-field]")
    order = shown.evaluate_all("(all) => all.map((one) => one.dataset.field)")
    assert order == ["day", "month", "year"]
    tablet.page.tap('[data-field="year"]')
    tablet.type_date("1956")
    tablet.reads(".spoken", "14 de marzo de 1956")


def test_the_language_changes_without_a_connection_and_is_told_later(sit):
    tablet = sit({}, "movement")
    tablet.page.context.set_offline(True)
    tablet.page.wait_for_selector(".banner:visible")
    speaks(tablet, "es")
    tablet.reads(".banner", WORDS["es"]["away"])
    tablet.page.context.set_offline(False)
    tablet.until(lambda: tablet.seat.visit.language == "es")


def test_a_patient_who_is_held_can_read_why(sit):
    tablet = sit({}, "right-now")
    tablet.choose("cold-leg", "yes")
    tablet.calm("pause")
    tablet.settled()
    speaks(tablet, "es")
    tablet.reads(".calm h1", WORDS["es"]["pause.title"])
    assert not ENGLISH_ONLY.search(read(tablet))
    tablet.seat.clear()
    tablet.page.wait_for_selector(".stage h1:visible")
    assert tablet.screen == "right-now"
    assert tablet.chosen("cold-leg") == ["yes"]


def test_help_is_called_in_the_patients_language(sit):
    tablet = sit({}, "movement")
    speaks(tablet, "es")
    tablet.tap("help")
    tablet.reads(".calm h1", WORDS["es"]["help.coming.title"])
    assert not ENGLISH_ONLY.search(read(tablet))
    assert tablet.seat.help == ["Window seat"]


def test_a_refused_answer_is_asked_again_in_the_patients_language(sit):
    tablet = sit({}, "movement")
    speaks(tablet, "es")
    tablet.until(lambda: tablet.seat.visit.language == "es")
    tablet.seat.refusal = Refused("This cannot be.", "movement")
    tablet.choose("movement", "ripple")
    tablet.reads(".notice", WORDS["es"]["notice.again"])
    assert not ENGLISH_ONLY.search(read(tablet))


def test_a_visit_ends_in_the_language_it_was_in(sit, everything):
    tablet = sit(everything, None)
    speaks(tablet, "es")
    tablet.tap("next")
    tablet.finished()
    assert tablet.page.evaluate("document.body.dataset.finishedIn") == "es"
    assert tablet.seat.visit.language == "es"


def test_an_english_word_would_be_found(sit):
    assert ENGLISH_ONLY.search(read(sit({}, "movement")))
