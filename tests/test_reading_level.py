"""Every sentence a patient reads is one a child of eleven can read; the hard one is named."""

import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest

from intake.questionnaire import Choice, Group, Question, Questionnaire
from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS
from reports.paper_wording import PATIENT

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it brings a package of its own that is going out of use
    from textstat import textstat  # type: ignore[import-untyped] # it has no types

MOST_WORDS = 20
"""Words of one sentence; a longer one is lost before it ends."""
MOST_LABEL_WORDS = 8
"""Words of something that is tapped."""
FEWEST_WORDS = 5
"""A sentence shorter than this has no measurable level."""

NAMES = {
    "en": {
        "antidepressants": "the word on the box; 'mood or nerve-pain pills' stands beside it",
        "clinician": "whoever will see the patient, doctor or not; one word for it on every page",
        "osteoarthritis": "the name a doctor gave the patient; who has it knows it",
        "psoriasis": "the name a doctor gave the patient; who has it knows it",
        "rheumatoid": "the name a doctor gave the patient; who has it knows it",
        "diabetes": "the name a doctor gave the patient; who has it knows it",
        "epidural": "the name of the needle; 'a needle in the back' stands before it",
        "lithium": "the word on the box; there is no plainer one",
        "parkinson": "the name a doctor gave the patient; who has it knows it",
        "statins": "the word on the box; 'cholesterol pills' stands before it",
        "cholesterol": "the word doctors and boxes use; there is no plainer one",
        "insulin": "the word on the box; there is no plainer one",
        "stimulants": "the word on the box; what they are taken for stands beside it",
    },
    "es": {
        "antidepresivos": "the word on the box; what they are taken for stands before it",
        "anticoagulantes": "the word on the box; what they are for stands beside it",
        "osteoartritis": "the name a doctor gave the patient; the other name stands beside it",
        "reumatoide": "the name a doctor gave the patient; who has it knows it",
        "psoriasis": "the name a doctor gave the patient; who has it knows it",
        "diabetes": "the name a doctor gave the patient; who has it knows it",
        "epidural": "the name of the needle; 'una aguja en la espalda' stands before it",
        "esclerosis múltiple": "the name a doctor gave the patient; who has it knows it",
        "estimulantes": "the word on the box; what they are taken for stands beside it",
        "colesterol": "the word doctors and boxes use; there is no plainer one",
        "estatinas": "the word on the box; 'pastillas para el colesterol' stands before it",
        "insulina": "the word on the box; there is no plainer one",
        "diuréticos": "the word on the box; 'pastillas para orinar' stands before it",
    },
}
"""By language, medical names that stay, each with the reason; they count as one easy word."""
EASY = {"en": "name", "es": "nombre"}


@dataclass(frozen=True)
class Level:
    """How hard a sentence of a language may be: a measure and whether it allows the value."""

    of: Callable[[str], float]
    allows: Callable[[float], bool]


def flesch_kincaid(sentence: str) -> float:
    textstat.set_lang("en_US")
    return float(textstat.flesch_kincaid_grade(sentence))


def fernandez_huerta(sentence: str) -> float:
    textstat.set_lang("es")
    return float(textstat.fernandez_huerta(sentence))


LEVELS = {
    "en": Level(flesch_kincaid, lambda grade: grade <= 6),
    "es": Level(fernandez_huerta, lambda ease: ease >= 70),
}
"""By language: a new one in `WORDS` needs its measure here."""


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.?!:])\s+", text.strip()) if one]


def plain(language: str, sentence: str) -> str:
    """The sentence as it is measured: names and places to fill in are easy words."""
    filled = re.sub(r"\{\w+\}", "4", sentence)
    return re.sub("|".join(NAMES[language]), EASY[language], filled, flags=re.IGNORECASE)


def words_of(text: str) -> int:
    return len(text.split())


def hard(language: str, texts: Iterator[tuple[str, str]]) -> list[str]:
    level = LEVELS[language]
    return [
        f"{where}: '{sentence}' has {words_of(sentence)} words at level {measured}"
        for where, text in texts
        for sentence in sentences(text)
        if words_of(sentence) >= FEWEST_WORDS
        for measured in [level.of(plain(language, sentence))]
        if words_of(sentence) > MOST_WORDS or not level.allows(measured)
    ]


def everything(items: tuple[Question | Group, ...]) -> Iterator[Question | Group]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from everything(item.items)


def asked(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """Every text of a questionnaire with where it stands, options included."""
    for item in everything(questionnaire.items):
        yield item.link_id, item.text
        yield f"{item.link_id}, hint", item.hint
        yield from options(item)


def options(item: Question | Group) -> Iterator[tuple[str, str]]:
    for option in item.options if isinstance(item, Choice) else ():
        yield f"{item.link_id}, option {option.code}", option.text


def long_labels(labels: Iterator[tuple[str, str]]) -> list[str]:
    return [
        f"{where}: '{text}' has {words_of(text)} words"
        for where, text in labels
        if words_of(text) > MOST_LABEL_WORDS
    ]


def tapped(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What stands on a button: a text that is no sentence."""
    return ((key, text) for key, text in words.items() if text[-1] not in ".?!")


def test_every_language_of_the_patient_has_its_measure():
    assert set(WORDS) <= set(LEVELS)
    assert set(QUESTIONNAIRES) <= set(LEVELS)


@pytest.mark.parametrize("language", sorted(QUESTIONNAIRES))
def test_every_question_can_be_read_by_the_sixth_grade(language):
    assert not hard(language, asked(QUESTIONNAIRES[language]))


@pytest.mark.parametrize("language", sorted(WORDS))
def test_every_other_word_can_be_read_by_the_sixth_grade(language):
    assert not hard(language, iter(WORDS[language].items()))


@pytest.mark.parametrize("language", sorted(PATIENT))
def test_every_word_on_paper_can_be_read_by_the_sixth_grade(language):
    assert not hard(language, iter(PATIENT[language].items()))


@pytest.mark.parametrize("language", sorted(QUESTIONNAIRES))
def test_every_option_is_short(language):
    items = everything(QUESTIONNAIRES[language].items)
    assert not long_labels(pair for item in items for pair in options(item))


@pytest.mark.parametrize("language", sorted(WORDS))
def test_every_label_is_short(language):
    assert not long_labels(tapped(WORDS[language]))


def test_a_hard_sentence_is_named():
    difficult = "Have you experienced involuntary muscular contractions in your extremities?"
    [named] = hard("en", iter([("movement", f"Please tell us. {difficult}")]))
    assert named.startswith(f"movement: '{difficult}' has 9 words")


def test_a_long_sentence_is_named_however_easy_its_words():
    [named] = hard("en", iter([("knee", " ".join(["go"] * 21) + "?")]))
    assert "has 21 words" in named


def test_a_long_option_is_named():
    assert long_labels(iter([("x, option y", "one two three four five six seven eight nine")]))


def test_a_hard_spanish_sentence_is_named_and_an_easy_one_is_not():
    easy = "Le duele la pierna cuando anda?"
    difficult = "Experimenta contracciones involuntarias incapacitantes habitualmente?"
    [named] = hard("es", iter([("a", easy), ("b", difficult)]))
    assert named.startswith("b: ")


@pytest.mark.parametrize("language", sorted(NAMES))
def test_every_listed_name_is_still_used(language):
    said = " ".join(text for _, text in asked(QUESTIONNAIRES[language])).lower()
    said += " ".join(WORDS[language].values()).lower()
    assert not [name for name in NAMES[language] if name not in said]
