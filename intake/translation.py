"""A questionnaire in another language: the same tree in other words, and what it still lacks.

A catalogue holds phrases by the linkId of what they stand on: ``toes-drag`` for a question or a
heading, ``birth-date-help`` for its hint, ``hot-knee/new`` for one of its options, ``/yes`` for an
option worded alike wherever it stands, and ``TITLE`` for the title. Only words change. A phrase
whose English has changed since counts as missing, so that nobody is asked what is asked no longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from intake.option import Option
from intake.phrasebook import Phrase
from intake.questionnaire import Choice, Group, Question, Questionnaire

Catalogue: TypeAlias = Mapping[str, Phrase]
TITLE = "TITLE"


class UntranslatedError(LookupError):
    """A phrase is missing or stale; the message is a sentence naming it."""


def offered(
    questionnaire: Questionnaire, catalogues: Mapping[str, Catalogue]
) -> Mapping[str, Questionnaire]:
    """The questionnaire in its own language and in every other that can say the whole of it.

    A language that lacks a phrase is not offered: half a question is worse than one in English.
    """
    complete = {
        language: translated(questionnaire, language, catalogue)
        for language, catalogue in catalogues.items()
        if not untranslated(questionnaire, catalogue)
    }
    return MappingProxyType({questionnaire.language: questionnaire, **complete})


def translated(questionnaire: Questionnaire, language: str, catalogue: Catalogue) -> Questionnaire:
    """The questionnaire in another language; staff keep their own short labels."""
    return replace(
        questionnaire,
        language=language,
        title=_say(catalogue, questionnaire.title, TITLE),
        items=tuple(_group(group, catalogue) for group in questionnaire.items),
    )


def untranslated(questionnaire: Questionnaire, catalogue: Catalogue) -> tuple[str, ...]:
    """What a patient would read and the catalogue cannot say, each named in a sentence."""
    return tuple(
        problem
        for keys, english in _phrases(questionnaire)
        if (problem := _problem(catalogue, english, *keys))
    )


def unused(questionnaire: Questionnaire, catalogue: Catalogue) -> tuple[str, ...]:
    """The keys of phrases that stand on nothing a patient reads."""
    needed = {_found(catalogue, english, *keys) for keys, english in _phrases(questionnaire)}
    return tuple(key for key in catalogue if key not in needed)


def _phrases(questionnaire: Questionnaire) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every phrase a patient reads, with the keys it may stand under, the nearest first."""
    yield (TITLE,), questionnaire.title
    for group in questionnaire.items:
        yield from _phrases_of(group)


def _phrases_of(item: Question | Group) -> Iterator[tuple[tuple[str, ...], str]]:
    yield (item.link_id,), item.text
    yield (_help(item),), item.hint
    if isinstance(item, Choice):
        for option in item.options:
            yield _keys(item, option), option.text
    if isinstance(item, Group):
        for part in item.items:
            yield from _phrases_of(part)


def _help(item: Question | Group) -> str:
    return f"{item.link_id}-help"


def _keys(item: Choice, option: Option) -> tuple[str, str]:
    return f"{item.link_id}/{option.code}", f"/{option.code}"


def _has_words(text: str) -> bool:
    """A number is the same in every language."""
    return any(letter.isalpha() for letter in text)


def _found(catalogue: Catalogue, english: str, *keys: str) -> str | None:
    """The key that says this English phrase, the nearest first."""
    known = (key for key in keys if key in catalogue and catalogue[key].english == english)
    return next(known, None) if _has_words(english) else None


def _problem(catalogue: Catalogue, english: str, *keys: str) -> str:
    if not _has_words(english) or _found(catalogue, english, *keys):
        return ""
    stale = next((key for key in keys if key in catalogue), None)
    if stale is None:
        return f"{keys[0]}: '{english}' has no translation."
    return f"{stale}: was translated from '{catalogue[stale].english}', and is now '{english}'."


def _say(catalogue: Catalogue, english: str, *keys: str) -> str:
    if problem := _problem(catalogue, english, *keys):
        raise UntranslatedError(problem)
    key = _found(catalogue, english, *keys)
    return catalogue[key].text if key else english


def _group(group: Group, catalogue: Catalogue) -> Group:
    return replace(
        group,
        text=_say(catalogue, group.text, group.link_id),
        hint=_say(catalogue, group.hint, _help(group)),
        items=tuple(_item(item, catalogue) for item in group.items),
    )


def _item(item: Question | Group, catalogue: Catalogue) -> Question | Group:
    if isinstance(item, Group):
        return _group(item, catalogue)
    text = _say(catalogue, item.text, item.link_id)
    hint = _say(catalogue, item.hint, _help(item))
    # The label of a summary row is the clinic's: where it was the question, it stays as it was.
    said = replace(item, text=text, hint=hint, short=item.label)
    return _options(said, catalogue) if isinstance(said, Choice) else said


def _options(item: Choice, catalogue: Catalogue) -> Choice:
    said = {
        option: replace(option, text=_say(catalogue, option.text, *_keys(item, option)))
        for option in item.options
    }
    return replace(
        item,
        options=tuple(said.values()),
        needs_staff_offline=tuple(said[option] for option in item.needs_staff_offline),
    )
