"""A condition in words: a pure function over the closed algebra of criteria."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from intake.criteria import (
    AllOf,
    AnyOf,
    AtLeast,
    Criterion,
    Exists,
    Interrupted,
    Is,
    LeftOpen,
    Mentions,
    Not,
    Ticked,
    Within,
)
from intake.option import Option
from intake.questionnaire import Choice, Questionnaire
from screening import wording

_SHORT = 110
"""Characters of a condition that is still told on one line."""


_OF_THE_ITEM = {
    Ticked: wording.TICKED,
    Exists: wording.ANSWERED,
    LeftOpen: wording.LEFT_OPEN,
}


@dataclass(frozen=True)
class Line:
    """One line of a condition told over several; ``depth`` counts from 0."""

    depth: int
    text: str


@dataclass(frozen=True)
class _IsOrOpen:
    """One of these options, or the item left open: two conditions a reader takes as one."""

    link_id: str
    codes: tuple[str, ...]


_Part: TypeAlias = Criterion | _IsOrOpen


def outline(criterion: Criterion, questionnaire: Questionnaire) -> tuple[Line, ...]:
    """The condition on one line where it is short, else its parts below one another."""
    return tuple(_lines(criterion, questionnaire, 0))


def _lines(criterion: _Part, questionnaire: Questionnaire, depth: int) -> Iterator[Line]:
    text = _phrase(criterion, questionnaire)
    parts = _parts(criterion)
    if len(text) <= _SHORT or not parts:
        yield Line(depth, text)
        return
    yield Line(depth, _head(criterion))
    for part, times in Counter(parts).items():
        lines = tuple(_lines(part, questionnaire, depth + 1))
        yield Line(depth + 1, _counted(lines[0].text, times))
        yield from lines[1:]


def _parts(criterion: _Part) -> tuple[_Part, ...]:
    match criterion:
        case AnyOf(of):
            return tuple(_joined(of))
        case AllOf(of) | AtLeast(_, of):
            return of
        case Not(of):
            return (of,)
        case _:
            return ()


def _joined(parts: tuple[Criterion, ...]) -> Iterator[_Part]:
    """The parts of an any-of, each item's options told together with its being left open."""
    left_open = {part.link_id for part in parts if isinstance(part, LeftOpen)}
    told = {part.link_id for part in parts if isinstance(part, Is)} & left_open
    for part in parts:
        if isinstance(part, Is) and part.link_id in told:
            yield _IsOrOpen(part.link_id, part.codes)
        elif not (isinstance(part, LeftOpen) and part.link_id in told):
            yield part


def _head(criterion: _Part) -> str:
    match criterion:
        case AtLeast(n):
            return wording.AT_LEAST.format(n=n)
        case AllOf():
            return wording.ALL_OF
        case Not():
            return wording.NOT_SO
        case _:
            return wording.ANY_OF


def phrase(criterion: Criterion, questionnaire: Questionnaire) -> str:
    """The whole condition on one line."""
    return _phrase(criterion, questionnaire)


def _phrase(criterion: _Part, questionnaire: Questionnaire) -> str:
    match criterion:
        case AllOf(of):
            return wording.AND.join(_inner(part, questionnaire) for part in of) or wording.ALWAYS
        case AnyOf():
            joined = (_inner(part, questionnaire) for part in _parts(criterion))
            return wording.OR.join(joined) or wording.NEVER
        case AtLeast(n, of):
            counted = Counter(_inner(part, questionnaire) for part in of)
            parts = (_counted(part, times) for part, times in counted.items())
            return wording.SOME_OF.format(n=n, parts=wording.ONE_OF_SOME.join(parts))
        case Not(of):
            return wording.NOT.format(part=_inner(of, questionnaire))
        case Interrupted():
            return wording.STOPPED
        case Is() | Within() | Ticked() | Mentions() | Exists() | LeftOpen() | _IsOrOpen():
            return _leaf(criterion, questionnaire)


def _inner(part: _Part, questionnaire: Questionnaire) -> str:
    text = _phrase(part, questionnaire)
    joined = isinstance(part, AtLeast) or len(_parts(part)) > 1
    return f"({text})" if joined else text


def _counted(text: str, times: int) -> str:
    return wording.COUNTS_TWICE.format(part=text, times=times) if times > 1 else text


def _leaf(
    leaf: Is | Within | Ticked | Mentions | Exists | LeftOpen | _IsOrOpen,
    questionnaire: Questionnaire,
) -> str:
    item = named(leaf.link_id, questionnaire)
    match leaf:
        case _IsOrOpen(link_id, codes):
            known = _without_unknown(questionnaire.questions.get(link_id), codes)
            told = _is(item, questionnaire.questions.get(link_id), known)
            return wording.OR_LEFT_OPEN.format(told=told)
        case Is(link_id, codes):
            return _is(item, questionnaire.questions.get(link_id), codes)
        case Within(_, lowest, highest):
            return _within(item, lowest, highest)
        case Mentions(_, words):
            quoted = wording.OR_WORD.join(wording.QUOTED.format(option=word) for word in words)
            return wording.NAMES.format(item=item, words=quoted)
        case Ticked() | Exists() | LeftOpen():
            return _OF_THE_ITEM[type(leaf)].format(item=item)


def named(link_id: str, questionnaire: Questionnaire) -> str:
    """The item's few words with its code, or its linkId where this questionnaire lacks it."""
    item = questionnaire.questions.get(link_id)
    if item is None:
        return link_id
    return wording.LABELED.format(label=item.label, code=item.code) if item.code else item.label


def _without_unknown(item: object, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes less those that mean "not sure", which being left open says already."""
    unknown = {o.code for o in item.options if o.unknown} if isinstance(item, Choice) else set()
    return tuple(code for code in codes if code not in unknown)


def _is(name: str, item: object, codes: tuple[str, ...]) -> str:
    if not isinstance(item, Choice):
        return wording.IS.format(item=name, options=_quoted(codes))
    chosen = [option for option in item.options if option.code in codes]
    others = [option for option in item.options if option.code not in codes]
    if others and len(chosen) > max(3, 2 * len(others)) and not _span(chosen):
        told = wording.TICKS_OTHER_THAN if item.repeats else wording.IS_NOT
        return told.format(item=name, options=_choices(others))
    return wording.IS.format(item=name, options=_choices(chosen))


def _choices(options: list[Option]) -> str:
    """The options' words; neighbors on a scale as a range."""
    on_scale = [option for option in options if option.ordinal is not None]
    if span := _span(on_scale):
        rest = [option.text for option in options if option.ordinal is None]
        return wording.OR_OPTION.join((span, *([_quoted(tuple(rest))] if rest else [])))
    return _quoted(tuple(option.text for option in options))


def _span(options: list[Option]) -> str:
    """The scale's range these options fill without a gap; empty where they fill none."""
    ordinals = [option.ordinal for option in options if option.ordinal is not None]
    if len(ordinals) < 3 or max(ordinals) - min(ordinals) + 1 != len(ordinals):  # noqa: PLR2004
        return ""
    return wording.RANGE.format(lowest=min(ordinals), highest=max(ordinals))


def _quoted(texts: tuple[str, ...]) -> str:
    return wording.OR_OPTION.join(wording.QUOTED.format(option=text) for text in texts)


def _within(item: str, lowest: int | None, highest: int | None) -> str:
    if lowest is not None and highest is not None:
        return wording.BETWEEN_NUMBERS.format(item=item, lowest=lowest, highest=highest)
    if lowest is not None:
        return wording.AT_LEAST_NUMBER.format(item=item, lowest=lowest)
    return wording.UNDER_NUMBER.format(item=item, limit=(highest or 0) + 1)
