"""Answer patterns on which two rule sets differ: every combination of the answers a rule rests on.

Both rule sets are run whole on each pattern, so a pattern that is listed is exact. Options that no
condition tells apart are taken together. Rows are answered for themselves: a question asked again
comes to the same facts as one answered more urgently the first time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations, pairwise
from typing import TypeAlias

from intake.answers import Answer, Truth, Value
from intake.criteria import (
    AllOf,
    Criterion,
    Fact,
    Facts,
    Is,
    Mentions,
    State,
    Within,
    evaluate,
    leaves,
    mentioned,
    open_parts,
    partly_so,
)
from intake.option import Option
from intake.own_words import named
from intake.questionnaire import Choice, FreeText, NoToAll, Placed, Question, WholeNumber
from intake.response import QuestionnaireResponse
from screening.finding import Rule, RuleSet, Urgency
from screening.triage import screen

CALM_NUMBER = 40
"""The age of the person without complaints that every pattern departs from (years)."""
OLDEST = 120
"""The highest age that is tried (years)."""
MOST_STEPS = 30_000
"""Combinations looked at for one rule before only those with few answers are tried."""
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
_NOTHING = Fact(State.OPEN)


@dataclass(frozen=True)
class Reply:
    """An answer to one item; ``stands_for`` is what no condition tells apart from it.

    That are options, a band of numbers, or words; there are no values where nothing was written.

    ``away`` counts how far it is from the answer of a person without complaints.
    """

    link_id: str
    values: tuple[Value, ...]
    stands_for: tuple[Criterion, ...]
    away: int


@dataclass(frozen=True)
class Pattern:
    """Replies other than those of a person without complaints, and the level before and after."""

    replies: tuple[Reply, ...]
    old: Urgency
    new: Urgency


@dataclass(frozen=True)
class Found:
    """The patterns of one rule; ``most`` answers at most where not every combination was tried."""

    patterns: tuple[Pattern, ...]
    most: int | None = None


_Key: TypeAlias = tuple[tuple[str, tuple[Value, ...]], ...]


class _TooMany(Exception):  # noqa: N818 - it ends a search, nothing is wrong
    """More combinations than can be tried."""


class Comparison:
    """Two rule sets, and what is worked out once for all their rules."""

    def __init__(self, old: RuleSet, new: RuleSet) -> None:
        self.old, self.new = _raising(old), _raising(new)
        self._levels: dict[_Key, tuple[Urgency, Urgency]] = {}
        self._told_apart = tuple(_told_apart(old)) + tuple(_told_apart(new))
        self._calm = {
            item.link_id: reply
            for questionnaire in (old.questionnaire, new.questionnaire)
            for item in questionnaire.questions.values()
            if (reply := self._calm_reply(item))
        }

    def levels(self, replies: Mapping[str, Reply]) -> tuple[Urgency, Urgency]:
        """The level before and after of a person without complaints but for these replies."""
        key = tuple(sorted((link_id, reply.values) for link_id, reply in replies.items()))
        if key not in self._levels:
            self._levels[key] = self._level(self.old, replies), self._level(self.new, replies)
        return self._levels[key]

    def _level(self, rule_set: RuleSet, replies: Mapping[str, Reply]) -> Urgency:
        answers = {
            link_id: Answer(reply.values, _NEVER)
            for link_id, reply in {**self._calm, **replies}.items()
            if _answerable(rule_set.questionnaire.questions.get(link_id), reply)
        }
        response = QuestionnaireResponse(rule_set.questionnaire, _NEVER, answers=answers)
        return screen(response, rule_set).urgency

    def differing(self, old: Rule | None, new: Rule | None, *, whole: bool = False) -> Found:
        """Every pattern of answers to the items of a rule on which the two levels differ.

        ``whole`` where an item of the rule changed as well: then no combination may be left out
        because the two conditions agree on it.
        """
        items = self._items(old, new)
        try:
            return Found(self._patterns(_Search(items, (old, new), whole=whole)))
        except _TooMany:
            found = Found((), 0)
        for most in range(1, len(self._calm)):
            try:
                search = _Search(items, (old, new), most, whole=whole)
                found = Found(self._patterns(search), most)
            except _TooMany:
                break
        return found

    def _patterns(self, search: _Search) -> tuple[Pattern, ...]:
        found = []
        for replies in search.run():
            levels = self.levels(replies)
            if levels[0] is not levels[1]:
                told = tuple(reply for reply in replies.values() if reply.away)
                found.append(Pattern(told, *levels))
        return tuple(found)

    def _items(self, *rules: Rule | None) -> tuple[tuple[Placed, tuple[Reply, ...]], ...]:
        """The items the rules rest on, and those that decide whether these are asked, in order."""
        conditions = [rule.when for rule in rules if rule]
        wanted = {link_id for condition in conditions for link_id in mentioned(condition)}
        placed = self._placed()
        for one in reversed(placed):
            if one.item.link_id in wanted:
                wanted |= mentioned(AllOf(one.conditions))
        return tuple(
            (one, self._replies(one.item, AllOf((*conditions, *one.conditions))))
            for one in placed
            if one.item.link_id in wanted
        )

    def _placed(self) -> tuple[Placed, ...]:
        """The items of the new questionnaire, then those that only the old one has."""
        new = self.new.questionnaire
        gone = (p for p in self.old.questionnaire.placed if p.item.link_id not in new.questions)
        return (*new.placed, *gone)

    def _replies(self, item: Question, criterion: Criterion) -> tuple[Reply, ...]:
        """The answers to try, that of a person without complaints first."""
        match item:
            case FreeText():
                return (Reply(item.link_id, (), (), away=0), *self._writings(item))
            case Choice(repeats=True):
                replies = tuple(self._ticks(item, criterion))
            case Choice():
                groups = self._groups(item, self._shared(item))
                replies = tuple(_one_of(item, group) for group in groups)
            case WholeNumber():
                replies = tuple(self._bands(item))
            case NoToAll():
                replies = (Reply(item.link_id, (True,), (item.ticked,), away=1),)
            case _:
                replies = ()
        calm = self._calm.get(item.link_id)
        if calm is None:
            return ()
        others = (reply for reply in replies if not set(calm.values) <= _covered(reply))
        return (calm, *others)

    def _shared(self, item: Choice) -> tuple[Option, ...]:
        """The options of an item that both questionnaires have."""
        other = self.old.questionnaire.questions.get(item.link_id)
        if not isinstance(other, Choice):
            return item.options
        return tuple(option for option in item.options if other.option(option.code))

    def _groups(self, item: Choice, options: Sequence[Option]) -> list[tuple[Option, ...]]:
        """The options in groups that no condition of either rule set tells apart."""
        groups: dict[object, list[Option]] = {}
        for option in options:
            named = tuple(
                number
                for number, leaf in enumerate(self._told_apart)
                if isinstance(leaf, Is) and leaf.link_id == item.link_id
                if option.code in leaf.codes
            )
            groups.setdefault((named, option.unknown), []).append(option)
        return [tuple(group) for group in groups.values()]

    def _ticks(self, item: Choice, criterion: Criterion) -> Iterator[Reply]:
        """Every set of the ticks the rule names; those it does not name stay untapped."""
        named = {
            code
            for leaf in leaves(criterion)
            if isinstance(leaf, Is) and leaf.link_id == item.link_id
            for code in leaf.codes
        }
        shared = self._shared(item)
        usable = [o for o in shared if o.code in named and not o.unknown and not o.exclusive]
        groups = self._groups(item, usable)
        for size in range(1, len(groups) + 1):
            for chosen in combinations(groups, size):
                values = tuple(group[0].code for group in chosen)
                told = tuple(_is(item, group) for group in chosen)
                yield Reply(item.link_id, values, told, away=size)
        yield from (_one_of(item, (option,)) for option in shared if option.unknown)

    def _bands(self, item: WholeNumber) -> Iterator[Reply]:
        cuts = {0, OLDEST + 1}
        for leaf in self._told_apart:
            if isinstance(leaf, Within) and leaf.link_id == item.link_id:
                cuts |= {leaf.lowest or 0, OLDEST + 1 if leaf.highest is None else leaf.highest + 1}
        bounds = sorted(cuts)
        for lowest, above in pairwise(bounds):
            yield Reply(item.link_id, (lowest,), (Within(item.link_id, lowest, above - 1),), away=1)

    def _writings(self, item: FreeText) -> Iterator[Reply]:
        """One word of each set that every condition looks for together."""
        sought = [
            leaf.words
            for leaf in self._told_apart
            if isinstance(leaf, Mentions) and leaf.link_id == item.link_id
        ]
        groups: dict[tuple[int, ...], dict[str, None]] = {}
        for word in (word for words in sought for word in words):
            found = tuple(place for place, words in enumerate(sought) if named(word, words))
            groups.setdefault(found, {})[word] = None
        for words in groups.values():
            told = item.names(*words)
            yield Reply(item.link_id, told.words[:1], (told,), away=1)

    def _calm_reply(self, item: Question) -> Reply | None:
        if isinstance(item, WholeNumber):
            [band] = [b for b in self._bands(item) if CALM_NUMBER in _span(b)]
            return Reply(item.link_id, (CALM_NUMBER,), band.stands_for, away=0)
        if isinstance(item, NoToAll):
            return Reply(item.link_id, (False,), (~item.ticked,), away=0)
        if not isinstance(item, Choice):
            return None
        option = min(item.options, key=lambda option: self._alarm(item, option))
        return Reply(item.link_id, (option.code,), (_is(item, (option,)),), away=0)

    def _alarm(self, item: Choice, option: Option) -> tuple[bool, bool, int, int]:
        """How far an option is from that of a person without complaints."""
        leaves_of = [
            leaf
            for leaf in self._told_apart
            if isinstance(leaf, Is) and leaf.link_id == item.link_id and option.code in leaf.codes
        ]
        first = not (option.exclusive or option.code == "no")
        return option.unknown, first, option.concern, len(leaves_of)


class _Search:
    """Walks through the items in order and leaves a branch once both rules are settled alike."""

    def __init__(
        self,
        items: Sequence[tuple[Placed, tuple[Reply, ...]]],
        rules: tuple[Rule | None, Rule | None],
        most: int | None = None,
        *,
        whole: bool = False,
    ) -> None:
        self._items, self._rules, self._most, self._whole = items, rules, most, whole
        named = {link_id for rule in rules if rule for link_id in mentioned(rule.when)}
        self._known = dict.fromkeys(named | {p.item.link_id for p, _ in items}, _NOTHING)
        self._facts = Facts(self._known)
        self._steps = 0

    def run(self) -> Iterator[dict[str, Reply]]:
        """Every combination of replies on which the two rules may not say the same."""
        yield from self._from(0, {}, 0)

    def _from(self, at: int, replies: dict[str, Reply], away: int) -> Iterator[dict[str, Reply]]:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise _TooMany
        if not self._whole and self._settled_alike():
            return
        if at == len(self._items):
            if self._whole or self._verdict(self._rules[0]) != self._verdict(self._rules[1]):
                yield dict(replies)
            return
        placed, choices = self._items[at]
        link_id = placed.item.link_id
        asked = evaluate(AllOf(placed.conditions), self._facts)
        if asked is not Truth.YES:
            self._known[link_id] = Fact(
                State.OFF if asked is Truth.NO else State.NOT_REACHED,
            )
            yield from self._from(at + 1, replies, away)
        else:
            for reply in choices:
                if self._most is None or away + reply.away <= self._most:
                    self._known[link_id] = _fact(placed.item, reply)
                    yield from self._from(at + 1, {**replies, link_id: reply}, away + reply.away)
        self._known[link_id] = _NOTHING

    def _verdict(self, rule: Rule | None) -> object:
        """All of what a rule says that a level can rest on, once every item is answered."""
        if rule is None:
            return Truth.NO
        known = Facts(self._known, ended=True)
        truth = evaluate(rule.when, known)
        if truth is Truth.NO:
            return truth
        if truth is Truth.YES:
            return truth, rule.urgency
        asked = mentioned(AllOf(tuple(open_parts(rule.when, known))))
        return truth, rule.urgency, rule.yields_to, partly_so(rule.when, known), asked

    def _settled_alike(self) -> bool:
        old, new = (self._settled(rule) for rule in self._rules)
        return old is not None and old == new

    def _settled(self, rule: Rule | None) -> Urgency | str | None:
        """What a rule says whatever else is answered: its level, nothing, or not yet settled."""
        truth = evaluate(rule.when, self._facts) if rule else Truth.NO
        if truth is Truth.UNKNOWN or rule is None:
            return None if truth is Truth.UNKNOWN else "nothing"
        return (rule.urgency or Urgency.ROUTINE) if truth is Truth.YES else "nothing"


def _raising(rule_set: RuleSet) -> RuleSet:
    """The rule set without the rules that have no level and so decide none."""
    return replace(rule_set, rules=tuple(rule for rule in rule_set.rules if rule.urgency))


def _told_apart(rule_set: RuleSet) -> Iterator[Criterion]:
    """Every comparison on which a level, or whether an item is asked, may turn."""
    for rule in rule_set.rules:
        if rule.urgency:
            yield from leaves(rule.when)
    for placed in rule_set.questionnaire.placed:
        for condition in placed.conditions:
            yield from leaves(condition)


def _fact(item: Question, reply: Reply) -> Fact:
    chosen = (item.option(value) for value in reply.values) if isinstance(item, Choice) else ()
    unsure = any(option is not None and option.unknown for option in chosen)
    return Fact(State.ANSWERED, reply.values, unsure=unsure)


def _answerable(item: Question | None, reply: Reply) -> bool:
    if isinstance(item, Choice):
        return all(item.option(value) for value in reply.values)
    return isinstance(item, WholeNumber | NoToAll | FreeText) and bool(reply.values)


def _one_of(item: Choice, group: tuple[Option, ...]) -> Reply:
    return Reply(item.link_id, (group[0].code,), (_is(item, group),), away=1)


def _is(item: Choice, options: tuple[Option, ...]) -> Is:
    return Is(item.link_id, tuple(option.code for option in options))


def _covered(reply: Reply) -> set[Value]:
    match reply.stands_for:
        case (Is(_, codes),):
            return set(codes)
        case (Within(),):
            return set(_span(reply))
        case _:
            return set()


def _span(reply: Reply) -> range:
    [band] = reply.stands_for
    if not isinstance(band, Within) or band.lowest is None or band.highest is None:
        return range(0)
    return range(band.lowest, band.highest + 1)
