"""Criteria over an answer pattern, encoded line by line as `intake.criteria` evaluates them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from intake.answers import Truth
from intake.criteria import (
    AllOf,
    AnyOf,
    AtLeast,
    Criterion,
    Exists,
    Interrupted,
    Is,
    Leaf,
    LeftOpen,
    Mentions,
    Not,
    Ticked,
    Within,
    mentioned,
)
from intake.questionnaire import Choice, Question, Questionnaire
from screening.proof.pattern import GIVEN, Pattern, Said
from screening.proof.solver import (
    FALSE,
    Formula,
    all_of,
    any_of,
    at_least,
    between,
    both,
    either,
    no,
)


@dataclass(frozen=True)
class Kleene:
    """A truth as two bits: certainly so, and perhaps so."""

    yes: Formula
    maybe: Formula

    @property
    def no(self) -> Formula:
        """Certainly not so."""
        return no(self.maybe)

    @property
    def unknown(self) -> Formula:
        """Neither."""
        return both(self.maybe, no(self.yes))

    def is_(self, truth: Truth) -> Formula:
        """Whether it is this truth."""
        return {Truth.YES: self.yes, Truth.NO: self.no, Truth.UNKNOWN: self.unknown}[truth]


class Encoding:
    """Every criterion under one pattern, as the rules see it or (not ``standing``) as shown.

    An encoding of a pattern that differs in one item takes over whatever that item cannot touch.
    """

    def __init__(
        self, pattern: Pattern, *, standing: bool = True, like: tuple[Encoding, str] | None = None
    ) -> None:
        self.pattern = pattern
        self._standing = standing
        self._like = like
        self._truths: dict[Criterion, Kleene] = {}
        self._asked: dict[str, Kleene] = {}

    def but(self, link_id: str, said: Said) -> Encoding:
        """The encoding of the same pattern but for one item."""
        return Encoding(
            self.pattern.but(link_id, said), standing=self._standing, like=(self, link_id)
        )

    def asked(self, link_id: str) -> Kleene:
        """Whether the item is asked: all its conditions hold."""
        if link_id not in self._asked:
            self._asked[link_id] = self._all(self.graph.conditions[link_id])
        return self._asked[link_id]

    def answered(self, link_id: str) -> Formula:
        """The item is asked and has an answer."""
        return both(self.asked(link_id).yes, self.pattern.said[link_id].anything)

    def still_open(self, link_id: str) -> Formula:
        """The item is open or not reached: it may still be answered."""
        return both(self.asked(link_id).maybe, no(self.answered(link_id)))

    def truth(self, criterion: Criterion) -> Kleene:
        """Whether the criterion holds."""
        if criterion not in self._truths:
            self._truths[criterion] = self._taken_over(criterion) or self._worked_out(criterion)
        return self._truths[criterion]

    def touched(self, criterion: Criterion) -> bool:
        """Whether the criterion may differ from the encoding this one was made from."""
        return self._like is None or self._like[1] in self.graph.behind(criterion)

    @cached_property
    def graph(self) -> ConditionGraph:
        """What opens what in the questionnaire."""
        if self._like:
            return self._like[0].graph
        return ConditionGraph(self.pattern.questionnaire)

    def _taken_over(self, criterion: Criterion) -> Kleene | None:
        if self._like is None or self.touched(criterion):
            return None
        return self._like[0].truth(criterion)

    def _worked_out(self, criterion: Criterion) -> Kleene:
        match criterion:
            case AllOf(of):
                return self._all(of)
            case AnyOf(of):
                return Kleene(*map(any_of, self._bits(of)))
            case AtLeast(n, of):
                sure, possible = self._bits(of)
                return Kleene(at_least(n, sure), at_least(n, possible))
            case Not(of):
                return Kleene(no(self.truth(of).maybe), no(self.truth(of).yes))
            case _:
                return self._leaf(criterion)

    def _leaf(self, leaf: Leaf) -> Kleene:
        match leaf:
            case Interrupted():
                ended, interrupted = self.pattern.ended, self.pattern.interrupted
                return Kleene(both(ended, interrupted), either(no(ended), interrupted))
            case Exists(link_id):
                waiting = both(no(self.pattern.ended), self.still_open(link_id))
                return Kleene(self.answered(link_id), either(self.answered(link_id), waiting))
            case Mentions(link_id, words):
                named = both(self.answered(link_id), self.pattern.said[link_id].any_tick(words))
                waiting = both(no(self.pattern.ended), self.still_open(link_id))
                return Kleene(named, either(named, waiting))
            case LeftOpen(link_id):
                return self._left_open(link_id)
            case Is() | Within() | Ticked():
                return self._compared(leaf)

    def _bits(self, criteria: Iterable[Criterion]) -> tuple[list[Formula], list[Formula]]:
        parts = [self.truth(criterion) for criterion in criteria]
        return [part.yes for part in parts], [part.maybe for part in parts]

    def _all(self, criteria: Iterable[Criterion]) -> Kleene:
        return Kleene(*map(all_of, self._bits(criteria)))

    def _left_open(self, link_id: str) -> Kleene:
        waiting, said = self._known(link_id)
        unsure = self._unsure(link_id, said)
        return Kleene(
            either(both(waiting, self.pattern.ended), both(no(waiting), unsure)),
            either(waiting, unsure),
        )

    def _compared(self, leaf: Is | Within | Ticked) -> Kleene:
        waiting, said = self._known(leaf.link_id)
        matches = both(said.anything, _matches(leaf, said))
        unsure = self._unsure(leaf.link_id, said)
        return Kleene(matches, any_of((waiting, matches, unsure)))

    def _unsure(self, link_id: str, said: Said) -> Formula:
        item = self.pattern.questionnaire.questions[link_id]
        unsure = said.any_tick(unknowns(item)) if self._standing else FALSE
        return both(said.anything, unsure)

    def _known(self, link_id: str) -> tuple[Formula, Said]:
        """Whether an item may still be answered, and what it was answered with where it was."""
        again = self.pattern.questionnaire.second_asking.get(link_id)
        if self._standing and again is not None:
            return self._both_askings(link_id, again)
        said = self.pattern.said[link_id]
        return self.still_open(link_id), replace(said, anything=self.answered(link_id))

    def _both_askings(self, link_id: str, again: str) -> tuple[Formula, Said]:
        """The same of an item asked twice, which is asked of everybody the first time."""
        item = self.pattern.questionnaire.choice(link_id)
        concern = {option.code: option.concern for option in item.options}
        first, second = self.pattern.said[link_id], self.pattern.said[again]
        telling = (max(concern, key=concern.__getitem__), *unknowns(item))
        waiting = both(self.asked(again).maybe, no(second.anything))
        settled = either(first.any_tick(telling), second.any_tick(telling))
        known = either(settled, both(first.anything, no(waiting)))
        ticks = {}
        for code, urgent in concern.items():
            worse = [more for more in concern if concern[more] > urgent]
            above = either(first.any_tick(worse), second.any_tick(worse))
            said = either(first.any_tick((code,)), second.any_tick((code,)))
            ticks[code] = all_of((known, said, no(above)))
        return no(known), Said(known, ticks)


def _matches(leaf: Is | Within | Ticked, said: Said) -> Formula:
    match leaf:
        case Ticked():
            return said.any_tick((GIVEN,))
        case Is(_, codes):
            return said.any_tick(codes)
        case Within(_, lowest, highest) if said.number is not None:
            return both(said.anything, between(said.number, lowest, highest))
        case _:
            return FALSE


def unknowns(item: Question) -> tuple[str, ...]:
    """The options of an item that mean "not sure"."""
    if not isinstance(item, Choice):
        return ()
    return tuple(option.code for option in item.options if option.unknown)


class ConditionGraph:
    """What opens what in a questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.conditions = {
            placed.item.link_id: placed.conditions for placed in questionnaire.placed
        }
        self._behind: dict[str, frozenset[str]] = {}
        self._of_criterion: dict[Criterion, frozenset[str]] = {}
        for link_id, conditions in self.conditions.items():
            before = [self.behind(condition) for condition in conditions]
            self._behind[link_id] = frozenset({link_id}).union(*before)
        for first, again in questionnaire.second_asking.items():
            self._behind[first] |= self._behind[again]

    def ahead_of(self, link_id: str) -> tuple[str, ...]:
        """The other items that an item may open, or that those may open."""
        return tuple(other for other, behind in self._behind.items() if link_id in behind - {other})

    def behind(self, criterion: Criterion) -> frozenset[str]:
        """The items a criterion rests on, those that open these items included."""
        if criterion not in self._of_criterion:
            items = (self._behind[link_id] for link_id in mentioned(criterion))
            self._of_criterion[criterion] = frozenset[str]().union(*items)
        return self._of_criterion[criterion]
