"""Words are found whole, whatever their case, accents and apostrophes, and nothing else is."""

import pytest

from intake.own_words import named, plain

PHRASES = ("want to die", "chest pain", "can't breathe", "me caí", "fiebre", "DVT")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some days I want to die.", "want to die"),
        ("I WANT   to\ndie", "want to die"),
        ("(chest-pain)", "chest pain"),
        ("chest_pain", "chest pain"),
        ("no chest pain", "chest pain"),
        ("I can\u2019t breathe", "can't breathe"),
        ("I cant breathe", "can't breathe"),
        ("I can't\u200b breathe", "can't breathe"),
        ("Me cai ayer", "me caí"),
        ("ME CAÍ", "me caí"),
        ("me cai\u0301 ayer", "me caí"),
        ("¿Fiebre?", "fiebre"),
        ("ﬁebre", "fiebre"),
        ("had a dvt", "DVT"),
        ("pain. " * 400 + "Chest pain", "chest pain"),
    ],
)
def test_a_word_is_found_however_it_is_written(text, found):
    assert named(text, PHRASES) == (found,)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "…!", "I want to diet", "want. to", "chest pains", "chest and pain", "me caigo",
     "fiebres", "dvts", "my chestpain", "a" * 2000, "\U0001f600"],
)  # fmt: skip
def test_part_of_a_word_or_of_a_phrase_is_not_found(text):
    assert named(text, PHRASES) == ()


def test_every_phrase_that_stands_in_a_text_is_told_in_the_order_of_the_list():
    assert named("Fiebre, and chest pain, and fiebre", PHRASES) == ("chest pain", "fiebre")


def test_a_text_without_words_is_one_space_or_two():
    assert plain("?!").strip() == ""
    assert plain("Año") == " ano "
