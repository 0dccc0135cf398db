"""Every word the player says is there, and can be read by most people."""

import re
from pathlib import Path

import pytest

from intake.languages.es.words import SPANISH
from intake.wording import ENGLISH, WORDS

PLAYER = Path(__file__).parents[2] / "intake" / "kiosk" / "player"
SAID = re.compile(r"""\b(?:say|complain)\(\s*["`]([a-z][\w.${}? "-]*)["`]""")
FORBIDDEN = re.compile(
    r"red flag|urgen|emergenc|risk|probab|arthritis|diagnosed|you are fine|normal|offer|free",
    re.IGNORECASE,
)
FORBIDDEN_IN_SPANISH = re.compile(
    r"bandera|urgen|emergen|riesgo|grave|artritis|diagnostic|normal|usted está bien|gratis|curar",
    re.IGNORECASE,
)

LONG_BUT_KNOWN = {"appointment"}
"""What is said at every front desk, and has no shorter name."""


def keys_said():
    """The keys in the player's scripts; a {place} in a key stands for any part of it."""
    for script in PLAYER.rglob("*.js"):
        for key in SAID.findall(script.read_text(encoding="utf-8")):
            yield script.name, re.compile(re.sub(r"\\\$\\\{.*?\\\}", "[a-z]+", re.escape(key)))


def test_the_player_says_nothing_there_are_no_words_for():
    said = list(keys_said())
    assert len(said) > 20
    for script, key in said:
        assert any(key.fullmatch(known) for known in ENGLISH), f"{script}: {key.pattern}"


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_every_phrase_with_the_same_places(language):
    words = WORDS[language]
    assert words.keys() == ENGLISH.keys()
    for key, phrase in words.items():
        assert phrase.strip() == phrase != ""
        assert set(re.findall(r"\{\w+\}", phrase)) == set(re.findall(r"\{\w+\}", ENGLISH[key]))


@pytest.mark.parametrize("key", ENGLISH)
def test_no_spanish_phrase_was_made_from_other_words(key):
    assert SPANISH[key].english == ENGLISH[key]


@pytest.mark.parametrize("key", ENGLISH)
def test_no_spanish_phrase_names_a_condition_a_level_or_a_promise(key):
    assert not FORBIDDEN_IN_SPANISH.search(SPANISH[key].text)


@pytest.mark.parametrize("key", ENGLISH)
def test_no_phrase_names_a_condition_a_level_or_a_promise(key):
    assert not FORBIDDEN.search(ENGLISH[key])


@pytest.mark.parametrize("key", ENGLISH)
def test_a_phrase_is_short_words_in_short_sentences(key):
    for sentence in re.split(r"[.?!:] ?", ENGLISH[key]):
        assert len(sentence.split()) <= 17, sentence
        words = set(re.findall(r"[a-z]+", sentence)) - LONG_BUT_KNOWN
        assert all(len(word) <= 10 for word in words), sentence
