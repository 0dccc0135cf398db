"""What an answer keeps of those before it: never without end, and nothing that may raise is lost.

A text is saved at every pause in typing, and an answer can be changed as often as somebody likes.
What is stored must be readable whatever a tablet sends, so there is a bound; what the rules may
rest on stays within it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, replace

from intake.answers import Answer, history
from intake.own_words import named
from intake.questionnaire import Choice, FreeText, Question

MOST_KEPT = 24
"""Answers an item keeps beside its latest; more only where each says what no other does."""

Sought = tuple[str, ...]
"""The words that somebody looks for in a text."""


def kept(item: Question, said: tuple[Answer, ...], sought: Sought = ()) -> tuple[Answer, ...]:
    """What is kept of all that was said to an item, oldest first; the latest always is.

    Of a text that was typed, or deleted, in several goes only where it turned round is kept, unless
    a word in ``sought`` stood there on the way and stands there no longer.
    """
    told = [_Said(one, _tells(item, one, sought)) for one in said]
    if isinstance(item, FreeText):
        told = _turns(told)
    return tuple(one.answer for one in _bounded(told))


def changed(item: Question, before: tuple[Answer, ...], new: Answer, sought: Sought = ()) -> Answer:
    """The answer given after these, with what is kept of them."""
    *replaced, latest = kept(item, (*before, new), sought)
    return replace(latest, replaced=tuple(replaced))


def withdrawn(item: Question, answer: Answer, sought: Sought = ()) -> tuple[Answer, ...]:
    """What is kept of an answer that was skipped after all, oldest first."""
    said = kept(item, history(answer), sought)
    last = [_Said(one, _tells(item, one, sought)) for one in said[-2:]]
    deleted = isinstance(item, FreeText) and len(last) > 1 and _within(last[1], last[0])
    return said[:-1] if deleted else said


@dataclass(frozen=True)
class _Said:
    """An answer, and what of it a rule may rest on although it was taken back."""

    answer: Answer
    tells: frozenset[Hashable]


def _tells(item: Question, one: Answer, sought: Sought) -> frozenset[Hashable]:
    match item:
        case FreeText():
            return frozenset(named(str(one.values[0]), sought))
        case Choice():
            return frozenset((one.by, value) for value in one.values)
        case _:
            return frozenset()


def _turns(said: list[_Said]) -> list[_Said]:
    """The texts without those on the way to a longer one, or down from it."""
    turns: list[_Said] = []
    for one in said:
        while turns and _within(turns[-1], one):
            turns.pop()
        if len(turns) > 1 and _within(turns[-1], turns[-2]):
            turns.pop()
        turns.append(one)
    return turns


def _within(part: _Said, whole: _Said) -> bool:
    """Whether a text is the beginning of another by the same person, and names no more."""
    one, other = part.answer, whole.answer
    if (one.by, one.initials) != (other.by, other.initials):
        return False
    return str(other.values[0]).startswith(str(one.values[0])) and part.tells <= whole.tells


def _bounded(said: list[_Said]) -> list[_Said]:
    """The answers without the oldest that add nothing, as far as there are too many."""
    confirmed = [place for place, one in enumerate(said) if one.answer.is_confirmed]
    since = confirmed[-1] if confirmed else 0
    told = Counter(each for one in said[since:] for each in one.tells)
    too_many = len(said) - MOST_KEPT - 1
    left: list[_Said] = []
    for place, one in enumerate(said):
        settled, edge = place < since, place in {0, since if confirmed else 0, len(said) - 1}
        if too_many > 0 and not edge and (settled or all(told[each] > 1 for each in one.tells)):
            too_many -= 1
            told.subtract(() if settled else one.tells)
        else:
            left.append(one)
    return left
