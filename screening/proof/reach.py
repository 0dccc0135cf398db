"""Proofs that nothing is out of reach: rules, items, and what no answer may hide."""

from __future__ import annotations

from collections.abc import Iterator

from intake.questionnaire import Choice, Group, NoToAll, Question, Role
from intake.response import enabled
from screening.finding import Rule
from screening.proof.solver import Example, Formula, both, no
from screening.proof.subject import Counterexample, Proved, Subject, in_words
from screening.triage import screen


def every_rule_can_fire(subject: Subject) -> Proved:
    """Every rule is a finding of some finished interview, and every addition to one is said."""
    failures = []
    rules = subject.rule_set.rules
    for rule in rules:
        example = subject.as_asked.find(subject.outcome.said(rule))
        if example is None or not _said_by_evaluator(rule, subject, example):
            failures.append(Counterexample(rule.code, "never said in any finished interview"))
    failures += [
        Counterexample(rule.code, f"'{text}' always or never added")
        for rule, text, holds in _additions(subject)
        for wanted in (holds, no(holds))
        if subject.ended.find(subject.outcome.said(rule), wanted) is None
    ]
    return Proved("every rule can fire", len(rules), tuple(failures))


def every_rule_can_stay_silent(subject: Subject) -> Proved:
    """Every rule is neither a finding nor left open in some finished interview."""
    outcome = subject.outcome
    failures = []
    for rule in subject.rule_set.rules:
        neither = both(no(outcome.said(rule)), no(outcome.left_open(rule)))
        example = subject.as_asked.find(neither)
        if example is None or _heard_of(rule, subject, example):
            failures.append(Counterexample(rule.code, "said or left open in every interview"))
    return Proved("every rule can stay silent", len(subject.rule_set.rules), tuple(failures))


def every_item_is_reachable(subject: Subject) -> Proved:
    """Every item is asked in some finished interview, and each of its options can be chosen."""
    failures = []
    items = subject.questionnaire.questions
    for link_id in items:
        example = subject.as_asked.find(subject.shown.asked(link_id).yes)
        if example is None or not _shown_by_evaluator(link_id, subject, example):
            failures.append(Counterexample(link_id, "never asked"))
    for link_id, code in _options(subject):
        if not _some_interview(subject, subject.pattern.said[link_id].ticks[code]):
            failures.append(Counterexample(link_id, f"'{code}' can never be chosen"))
    return Proved("every item can be reached", len(items), tuple(failures))


def nothing_hides_a_safety_or_nerve_row(subject: Subject) -> Proved:
    """No answer to anything hides a safety item or a warning row of a grid."""
    rows = [item for item in _rows(subject) if item.role is not Role.CONTEXT]
    again = subject.questionnaire.asked_again
    items = subject.questionnaire.questions.values()
    safety = [item for item in items if item.role is Role.SAFETY and item.link_id not in again]
    wanted = {item.link_id: item for item in (*safety, *rows)}
    failures = tuple(
        Counterexample(link_id, in_words(subject.response(example)))
        for link_id in wanted
        if (example := subject.simplest(subject.search, no(subject.shown.asked(link_id).yes)))
    )
    return Proved("no branching hides a safety or nerve row", len(wanted), failures)


def _some_interview(subject: Subject, wanted: Formula) -> bool:
    return subject.as_asked.find(wanted) is not None


def _said_by_evaluator(rule: Rule, subject: Subject, example: Example) -> bool:
    findings = screen(subject.response(example), subject.rule_set).findings
    return any(finding.rule.code == rule.code for finding in findings)


def _heard_of(rule: Rule, subject: Subject, example: Example) -> bool:
    assessment = screen(subject.response(example), subject.rule_set)
    heard = [finding.rule for finding in assessment.findings]
    return rule in heard + [one.rule for one in assessment.could_not_rule_out]


def _shown_by_evaluator(link_id: str, subject: Subject, example: Example) -> bool:
    return any(item.link_id == link_id for item in enabled(subject.response(example)))


def _additions(subject: Subject) -> Iterator[tuple[Rule, str, Formula]]:
    for rule in subject.rule_set.rules:
        for addition in rule.adds:
            yield rule, addition.text, subject.standing.truth(addition.when).yes


def _options(subject: Subject) -> Iterator[tuple[str, str]]:
    for link_id, item in subject.questionnaire.questions.items():
        if isinstance(item, Choice):
            yield from ((link_id, option.code) for option in item.options)


def _rows(subject: Subject) -> Iterator[Question]:
    for section in subject.questionnaire.items:
        yield from _rows_of(section)


def _rows_of(group: Group) -> Iterator[Question]:
    for item in group.items:
        if isinstance(item, Group):
            yield from _rows_of(item)
        elif group.grid and not isinstance(item, NoToAll):
            yield item
