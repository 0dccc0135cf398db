"""Why a finding stands, what speaks against it, and what smallest change would lower the level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from intake.answers import Answer, Truth, Value
from intake.criteria import (
    AllOf,
    AnyOf,
    AtLeast,
    Criterion,
    Exists,
    Fact,
    Facts,
    Interrupted,
    Is,
    LeftOpen,
    Mentions,
    Not,
    State,
    Ticked,
    Within,
    evaluate,
    holding,
    mentioned,
)
from intake.questionnaire import Choice, Questionnaire
from intake.response import QuestionnaireResponse, facts
from screening.assessment import Assessment, Evidence, Finding
from screening.finding import RuleSet, Urgency
from screening.triage import screen

MOST_CHANGES = 4
"""Answers a printed change may name; beyond that a clinician reads "more than four"."""


@dataclass(frozen=True)
class Change:
    """One answer that, answered No, would count toward a lower level.

    ``value`` is the answer as it stands: a code of a single choice, or one tick of several. It is
    None where the question was asked and not answered.
    """

    link_id: str
    value: Value | None


@dataclass(frozen=True)
class LowerLevel:
    """A smallest set of answers which, answered No, lowers the level to ``urgency``."""

    changes: tuple[Change, ...]
    urgency: Urgency


@dataclass(frozen=True)
class WhatWouldChange:
    """Every smallest change of the level; ``more_than_four`` when none has four answers or fewer.

    Both are empty at the level routine, which nothing can lower.
    """

    smallest: tuple[LowerLevel, ...] = ()
    more_than_four: bool = False


@dataclass(frozen=True)
class Explanation:
    """What speaks against each finding, by its rule's code, and what would change the level."""

    against: Mapping[str, tuple[Evidence, ...]]
    would_change: WhatWouldChange


def explain(
    assessment: Assessment, response: QuestionnaireResponse, rule_set: RuleSet
) -> Explanation:
    """The explanation of what `screen` made of this response under these rules."""
    known = facts(response)
    return Explanation(
        {
            finding.rule.code: against(finding, known, response.questionnaire)
            for finding in assessment.findings
        },
        what_would_change(assessment, response, rule_set),
    )


def against(finding: Finding, known: Facts, questionnaire: Questionnaire) -> tuple[Evidence, ...]:
    """The answers that speak against a finding: what its rule also asks for, answered otherwise."""
    supporting = {evidence.link_id for evidence in finding.because}
    found = dict.fromkeys(
        leaf.link_id
        for leaf in _denied(finding.rule.when, known, Truth.NO)
        if not _answered_worse(leaf, known.of[leaf.link_id], questionnaire)
    )
    return tuple(
        Evidence(link_id, known.of[link_id].values)
        for link_id in found
        if link_id not in supporting and known.of[link_id].values
    )


_OfAnItem: TypeAlias = Is | Within | Ticked | Mentions | Exists | LeftOpen


def _denied(criterion: Criterion, known: Facts, denying: Truth) -> Iterator[_OfAnItem]:
    """The leaves with the truth that speaks against the whole: under a Not, yes.

    That a question was answered after all speaks against nothing, so what asks for an item left
    open is passed over.
    """
    match criterion:
        case Interrupted() | LeftOpen():
            return
        case Not(of):
            yield from _denied(of, known, _opposite(denying))
        case AllOf(of) | AnyOf(of) | AtLeast(_, of):
            denied = [tuple(_denied(part, known, denying)) for part in of]
            agreed = [_agreed(part, known, denying) for part in of]
            every_part_counts = isinstance(criterion, AllOf if denying is Truth.NO else AnyOf)
            fitting = set[str]() if every_part_counts else _fitting(denied, agreed)
            yield from (leaf for one in denied for leaf in one if leaf.link_id not in fitting)
        case _:
            if evaluate(criterion, known) is denying:
                yield criterion


def _agreed(criterion: Criterion, known: Facts, denying: Truth) -> frozenset[str]:
    """The items of the leaves that speak for the whole."""
    match criterion:
        case Interrupted():
            return frozenset()
        case Not(of):
            return _agreed(of, known, _opposite(denying))
        case AllOf(of) | AnyOf(of) | AtLeast(_, of):
            return frozenset[str]().union(*(_agreed(part, known, denying) for part in of))
        case _:
            speaks_for = evaluate(criterion, known) is _opposite(denying)
            return frozenset({criterion.link_id} if speaks_for else ())


def _fitting(denied: list[tuple[_OfAnItem, ...]], agreed: list[frozenset[str]]) -> set[str]:
    """The items that have the answer one of several alternatives asks for.

    The right knee does not speak against "the right one, or the left one". It does beside a left
    side that was answered elsewhere, as both together are what denies "the same side".
    """
    in_any = frozenset[str]().union(*agreed)
    return {
        link_id
        for leaves, items in zip(denied, agreed, strict=True)
        if in_any.isdisjoint(leaf.link_id for leaf in leaves)
        for link_id in items
    }


def _opposite(truth: Truth) -> Truth:
    return Truth.YES if truth is Truth.NO else Truth.NO


def _answered_worse(leaf: _OfAnItem, fact: Fact, questionnaire: Questionnaire) -> bool:
    """Whether a sign is there, and more urgent than the rule asks for: more of it, not against."""
    item = questionnaire.questions.get(leaf.link_id)
    if not isinstance(leaf, Is) or not isinstance(item, Choice) or item.repeats:
        return False
    concern = {option.code: option.concern for option in item.options}
    asked = [concern[code] for code in leaf.codes]
    return min(asked) > 0 and all(concern[str(value)] > max(asked) for value in fact.values)


def what_would_change(
    assessment: Assessment, response: QuestionnaireResponse, rule_set: RuleSet
) -> WhatWouldChange:
    """The smallest sets of answers which, answered No, would lower the level.

    Whatever holds the level has to lose one of the answers it rests on. So the sets are grown from
    the answers of one such finding at a time: no smallest set can be missed, and few are tried.
    """
    level = assessment.urgency
    if level is Urgency.ROUTINE:
        return WhatWouldChange()
    search = _Search(response, rule_set, level)
    tried: _Tried = {frozenset(): assessment}
    for remaining in range(MOST_CHANGES, 0, -1):
        tried = search.one_more(tried, remaining)
        lower = {changes: one.urgency for changes, one in tried.items() if one.urgency < level}
        if lower:
            return WhatWouldChange(smallest=_in_order(lower, response.questionnaire))
    return WhatWouldChange(more_than_four=True)


_Changes: TypeAlias = frozenset[Change]
_Tried: TypeAlias = dict[_Changes, Assessment]


class _Search:
    """What a response comes to with some of its answers answered No."""

    def __init__(self, response: QuestionnaireResponse, rule_set: RuleSet, level: Urgency) -> None:
        self._response, self._rule_set, self._level = response, rule_set, level
        self._raising = _only_raising(rule_set, level)
        placed = response.questionnaire.placed
        self._conditions = {one.item.link_id: one.conditions for one in placed if one.conditions}

    def one_more(self, tried: _Tried, remaining: int) -> _Tried:
        """Every set that is one answer larger and may still lead to a lower level."""
        grown: _Tried = {}
        for changes, assessment in tried.items():
            for change in self._next(changes, assessment, remaining):
                larger = changes | {change}
                if larger not in grown:
                    grown[larger] = self._assessed(larger)
        return grown

    def _assessed(self, changes: _Changes) -> Assessment:
        changed = answered_no(self._response, changes)
        raised = screen(changed, self._raising)
        return raised if raised.urgency >= self._level else screen(changed, self._rule_set)

    def _next(self, changes: _Changes, assessment: Assessment, remaining: int) -> _Changes:
        """The answers of which one has to go next; none where too many would have to."""
        known = facts(answered_no(self._response, changes))
        causes = [self._causes(link_ids, known) for link_ids in self._holding(assessment, known)]
        causes.sort(key=len)
        return causes[0] if causes and _apart(causes) <= remaining else frozenset()

    def _holding(self, assessment: Assessment, known: Facts) -> Iterator[frozenset[str]]:
        """For everything that holds the level, the items it rests on."""
        for finding in assessment.findings:
            if finding.rule.urgency and finding.rule.urgency >= self._level:
                leaves_of = holding(finding.rule.when, known)
                yield frozenset(x.link_id for x in leaves_of if not isinstance(x, Interrupted))
        for one in assessment.could_not_rule_out:
            if one.raises_to and one.raises_to >= self._level:
                yield mentioned(one.rule.when)

    def _causes(self, link_ids: Iterable[str], known: Facts) -> _Changes:
        """The answers that could be No instead: to these items, or to what opened them."""
        whole = set[str]()
        waiting = list(link_ids)
        while waiting:
            link_id = waiting.pop()
            if link_id not in whole:
                whole.add(link_id)
                waiting += [x for c in self._conditions.get(link_id, ()) for x in mentioned(c)]
        return frozenset(change for link_id in whole for change in self._of(link_id, known))

    def _of(self, link_id: str, known: Facts) -> Iterator[Change]:
        item, fact = self._response.questionnaire.questions[link_id], known.of[link_id]
        if not isinstance(item, Choice) or not (no := _said_no(item)):
            return
        if fact.state is State.OPEN:
            yield Change(link_id, None)
        for value in fact.values:
            if value not in no:
                yield Change(link_id, value)


def _apart(causes: list[_Changes]) -> int:
    """How many of these, at least, no answer is shared by: each needs a change of its own."""
    used: set[Change] = set()
    count = 0
    for one in causes:
        if used.isdisjoint(one):
            used |= one
            count += 1
    return count


def _in_order(
    lower: Mapping[_Changes, Urgency], questionnaire: Questionnaire
) -> tuple[LowerLevel, ...]:
    """The sets and their answers in the order in which the patient was asked."""
    places = {link_id: place for place, link_id in enumerate(questionnaire.questions)}

    def place(change: Change) -> tuple[int, str]:
        return places[change.link_id], str(change.value)

    sets = [(tuple(sorted(changes, key=place)), level) for changes, level in lower.items()]
    sets.sort(key=lambda one: [place(change) for change in one[0]])
    return tuple(LowerLevel(changes, level) for changes, level in sets)


def answered_no(
    response: QuestionnaireResponse, changes: Iterable[Change]
) -> QuestionnaireResponse:
    """The response with these answers answered No instead, as if they had never been otherwise."""
    known = facts(response)
    answers = dict(response.answers)
    taken: dict[str, set[Value | None]] = {}
    for change in changes:
        taken.setdefault(change.link_id, set()).add(change.value)
    for link_id, values in taken.items():
        item = response.questionnaire.choice(link_id)
        before = answers.get(link_id) or Answer((), response.authored)
        stood = known.of[link_id].values or before.values
        kept = tuple(value for value in stood if value not in values)
        answers[link_id] = replace(before, values=kept or _said_no(item), replaced=())
        if again := response.questionnaire.second_asking.get(link_id):
            answers[again] = answers[link_id]
    return response.with_answers(answers)


def _said_no(item: Choice) -> tuple[Value, ...]:
    """The answer that means no: "No", or "None of these"; empty where the item has neither."""
    return tuple(option.code for option in item.options if option.code in {"no", "none"})[:1]


def _only_raising(rule_set: RuleSet, level: Urgency) -> RuleSet:
    """The rules that could keep the level where it is; the others need no second look."""
    kept = tuple(r for r in rule_set.rules if r.urgency and r.urgency >= level)
    codes = {rule.code for rule in kept}
    return replace(
        rule_set,
        rules=tuple(
            replace(rule, yields_to=tuple(c for c in rule.yields_to if c in codes)) for rule in kept
        ),
    )
