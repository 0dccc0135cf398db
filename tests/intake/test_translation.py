"""Every language asks the whole questionnaire, and nothing that is asked no longer."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import intake.languages
from intake.fhir import questionnaire_json
from intake.fhir.names import SHORT
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.option import Option
from intake.phrasebook import Phrase, spoken
from intake.questionnaire import Choice, Group, Question, Questionnaire
from intake.spoken import CATALOGUES, QUESTIONNAIRES
from intake.translation import UntranslatedError, offered, translated, untranslated, unused
from intake.wording import WORDS

COLOR = Choice(
    link_id="color",
    code="X1",
    text="Which color?",
    hint="Take your time.",
    options=(Option("red", "Red"), Option("other", "Another", unknown=True), Option("7", "7")),
    needs_staff_offline=(Option("red", "Red"),),
)
COLORS = Questionnaire(
    url="https://anteroom.example/colors",
    version="1",
    title="Colors",
    language="en",
    items=(Group(link_id="all", text="All of it", items=(COLOR,)),),
)
COLORES = {
    "TITLE": Phrase("Colors", "Colores"),
    "all": Phrase("All of it", "Todo"),
    "color": Phrase("Which color?", "¿Qué color?"),
    "color-help": Phrase("Take your time.", "Tome su tiempo."),
    "color/red": Phrase("Red", "Rojo"),
    "/other": Phrase("Another", "Otro"),
}


@pytest.mark.parametrize("language", CATALOGUES)
def test_nothing_a_patient_reads_is_missing_or_stale(language):
    assert not untranslated(KNEE_TWITCHING, CATALOGUES[language])


@pytest.mark.parametrize("language", CATALOGUES)
def test_no_phrase_is_kept_that_nobody_reads(language):
    assert not unused(KNEE_TWITCHING, CATALOGUES[language])


def test_every_language_is_offered_with_its_words():
    assert list(QUESTIONNAIRES) == ["en", *CATALOGUES]
    assert set(QUESTIONNAIRES) == set(WORDS)
    assert QUESTIONNAIRES["en"] is KNEE_TWITCHING


def structure(thing: object) -> object:
    """A FHIR questionnaire without its words."""
    if isinstance(thing, list):
        return [structure(one) for one in thing if not is_label(one)]
    if not isinstance(thing, dict):
        return thing
    worded = {"text", "title", "language"} | (set() if is_for_staff(thing) else {"display"})
    return {key: structure(value) for key, value in thing.items() if key not in worded}


def is_label(thing: object) -> bool:
    """The label staff read stands apart only where it is not the question itself."""
    return isinstance(thing, dict) and thing.get("url") == SHORT


def is_for_staff(coding: dict) -> bool:
    """An item's code carries the label staff read."""
    return str(coding.get("system", "")).endswith("/items")


@pytest.mark.parametrize("language", CATALOGUES)
def test_only_words_differ_from_the_english_questionnaire(language):
    said, english = questionnaire_json(QUESTIONNAIRES[language]), questionnaire_json(KNEE_TWITCHING)
    assert said["language"] == language
    assert said["version"] == english["version"]
    assert said != english
    assert structure(said) == structure(english)


def unworded(item: Question) -> Question:
    """A question without its words; what its options mean stays."""
    if isinstance(item, Choice):
        options = tuple(replace(option, text="") for option in item.options)
        staff = tuple(replace(option, text="") for option in item.needs_staff_offline)
        item = replace(item, options=options, needs_staff_offline=staff)
    return replace(item, text="", hint="", short="")


@pytest.mark.parametrize("language", CATALOGUES)
def test_what_an_answer_weighs_is_the_same_in_every_language(language):
    for placed, english in zip(QUESTIONNAIRES[language].placed, KNEE_TWITCHING.placed, strict=True):
        assert unworded(placed.item) == unworded(english.item)
        assert placed.item.label == english.item.label


@pytest.mark.parametrize("language", CATALOGUES)
def test_two_different_answers_never_read_the_same(language):
    for item in QUESTIONNAIRES[language].questions.values():
        if isinstance(item, Choice):
            texts = Counter(option.text for option in item.options)
            assert not [text for text, times in texts.items() if times > 1], item.link_id


def test_no_phrase_stands_in_two_files():
    folder = Path(intake.languages.__file__).parent
    for language in CATALOGUES:
        keys = Counter(
            key
            for file in (folder / language).glob("*.py")
            if file.name != "words.py"
            for key in re.findall(r'^    "([^"]+)": Phrase', file.read_text("utf-8"), re.MULTILINE)
        )
        assert len(keys) > 200
        assert not [key for key, times in keys.items() if times > 1]


def test_a_tree_is_said_in_other_words_and_stays_the_same():
    said = translated(COLORS, "es", COLORES)
    assert (said.title, said.language, said.items[0].text) == ("Colores", "es", "Todo")
    color = said.choice("color")
    assert (color.text, color.hint) == ("¿Qué color?", "Tome su tiempo.")
    assert [option.text for option in color.options] == ["Rojo", "Otro", "7"]
    assert color.options[1].unknown
    assert color.needs_staff_offline == color.options[:1]
    assert color.label == "Which color?"


def test_the_nearest_phrase_is_said():
    nearer = {**COLORES, "/red": Phrase("Red", "Roja")}
    assert translated(COLORS, "es", nearer).choice("color").options[0].text == "Rojo"
    assert unused(COLORS, nearer) == ("/red",)


def test_a_missing_phrase_is_named_and_the_language_not_offered():
    short = {key: phrase for key, phrase in COLORES.items() if key != "color-help"}
    said = "color-help: 'Take your time.' has no translation."
    assert untranslated(COLORS, short) == (said,)
    assert list(offered(COLORS, {"es": short})) == ["en"]
    with pytest.raises(UntranslatedError, match="color-help"):
        translated(COLORS, "es", short)


def test_a_phrase_of_an_english_that_has_changed_is_named_and_the_language_not_offered():
    stale = {**COLORES, "color": Phrase("What color?", "¿Qué color?")}
    said = "color: was translated from 'What color?', and is now 'Which color?'."
    assert untranslated(COLORS, stale) == (said,)
    assert list(offered(COLORS, {"es": stale})) == ["en"]
    assert list(offered(COLORS, {"es": COLORES})) == ["en", "es"]


def test_a_shared_option_worded_otherwise_in_one_place_is_stale_there():
    renamed = {**COLORES, "/other": Phrase("Some other", "Otro")}
    assert untranslated(COLORS, renamed) == (
        "/other: was translated from 'Some other', and is now 'Another'.",
    )


def test_words_that_lack_a_key_or_have_one_too_many_are_refused_by_name():
    with pytest.raises(ValueError, match=r"es/words\.py: has no phrase for 'back', in English"):
        spoken("es", {"back": "Back"}, {})
    with pytest.raises(ValueError, match=r"es/words\.py: has a phrase 'forth' that nobody says"):
        spoken("es", {}, {"forth": Phrase("Forth", "Adelante")})
