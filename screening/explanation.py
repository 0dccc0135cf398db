"""Why a finding stands, what speaks against it, and what smallest change would lower the level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from intake.answers import Answer, Truth, Value
from intake.criteria import Interrupted, evaluate, leaves, mentioned
from intake.questionnaire import Choice, Option
from intake.response import QuestionnaireResponse, facts
from screening.assessment import Assessment, Evidence, Finding
from screening.finding import RuleSet, Urgency
from screening.triage import screen

MOST_CHANGES = 4
"""Answers a printed change may name; beyond that a clinician reads "more than four"."""


@dataclass(frozen=True)
class Change:
    """One answer that, answered No, would count toward a lower level.

    ``value`` is the answer as it stands: a code of a single choice, or one tick of several.
    """

    link_id: str
    value: Value


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


def against(finding: Finding, response: QuestionnaireResponse) -> tuple[Evidence, ...]:
    """The answers that speak against a finding: what its rule also asks for, answered otherwise."""
    known = facts(response)
    supporting = {evidence.link_id for evidence in finding.because}
    found = dict.fromkeys(
        leaf.link_id
        for leaf in leaves(finding.rule.when)
        if not isinstance(leaf, Interrupted) and evaluate(leaf, known) is Truth.NO
    )
    return tuple(
        Evidence(link_id, known.of[link_id].values)
        for link_id in found
        if link_id not in supporting and known.of[link_id].values
    )


def what_would_change(response: QuestionnaireResponse, rule_set: RuleSet) -> WhatWouldChange:
    """The smallest sets of answers which, answered No, would lower the level."""
    assessment = screen(response, rule_set)
    if assessment.urgency is Urgency.ROUTINE:
        return WhatWouldChange()
    candidates = tuple(_candidates(assessment, response))
    raising = _only_raising(rule_set, assessment.urgency)
    for size in range(1, MOST_CHANGES + 1):
        lower = tuple(
            found
            for changes in combinations(candidates, size)
            if (found := _lowered(response, changes, raising, rule_set, assessment.urgency))
        )
        if lower:
            return WhatWouldChange(smallest=lower)
    return WhatWouldChange(more_than_four=True)


def answered_no(
    response: QuestionnaireResponse, changes: Iterable[Change]
) -> QuestionnaireResponse:
    """The response with these answers answered No instead, as if they had never been otherwise."""
    answers = dict(response.answers)
    for change in changes:
        item = response.questionnaire.choice(change.link_id)
        answers[change.link_id] = _without(item, answers[change.link_id], change.value)
    return response.with_answers(answers)


def _candidates(assessment: Assessment, response: QuestionnaireResponse) -> Iterator[Change]:
    """The answers on which the level rests and which have a No."""
    level = assessment.urgency
    link_ids = [
        evidence.link_id
        for finding in assessment.findings
        if finding.rule.urgency is level
        for evidence in finding.because
    ]
    for one in assessment.could_not_rule_out:
        if one.raises_to is level:
            link_ids += [*one.ask, *sorted(mentioned(one.rule.when))]
    known = facts(response)
    for link_id in dict.fromkeys(link_ids):
        item = response.questionnaire.questions[link_id]
        if isinstance(item, Choice) and link_id in response.answers:
            for value in known.of[link_id].values:
                if _no(item) is not None and not _is_no(item, value):
                    yield Change(link_id, value)


def _no(item: Choice) -> Option | None:
    """The option that means no: "No", or "None of these"."""
    return next((option for option in item.options if option.code in {"no", "none"}), None)


def _is_no(item: Choice, value: Value) -> bool:
    no = _no(item)
    return no is not None and value == no.code


def _without(item: Choice, answer: Answer, value: Value) -> Answer:
    no = _no(item)
    kept = tuple(one for one in answer.values if one != value)
    if no is None:
        return answer
    return replace(answer, values=kept or (no.code,), replaced=())


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


def _lowered(
    response: QuestionnaireResponse,
    changes: tuple[Change, ...],
    raising: RuleSet,
    rule_set: RuleSet,
    level: Urgency,
) -> LowerLevel | None:
    changed = answered_no(response, changes)
    if screen(changed, raising).urgency >= level:
        return None
    reached = screen(changed, rule_set).urgency
    return LowerLevel(changes, reached) if reached < level else None
