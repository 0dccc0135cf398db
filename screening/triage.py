"""Apply every rule to a response; the most urgent finding decides; unknown is never no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from intake.answers import Truth, standing_history
from intake.criteria import (
    Facts,
    Interrupted,
    evaluate,
    holding,
    leaves,
    open_parts,
    partly_so,
)
from intake.questionnaire import Choice, Role
from intake.response import QuestionnaireResponse, Status, everything_said, facts
from screening.assessment import (
    Arthritis,
    Assessment,
    Disagreement,
    Evidence,
    Finding,
    NotRuledOut,
)
from screening.finding import (
    ArthritisLevel,
    Kind,
    Presentation,
    Rule,
    RuleSet,
    Urgency,
    WarningSign,
)

_SIGNS = (Kind.RED_FLAG, Kind.WARNING_SIGN)
_LEVELS = (ArthritisLevel.LIKELY, ArthritisLevel.POSSIBLE, ArthritisLevel.CANNOT_TELL)


@dataclass(frozen=True)
class _Reading:
    """The facts of one response and the truth of every rule under them."""

    rule_set: RuleSet
    facts: Facts
    truths: dict[str, Truth]

    @cached_property
    def fired(self) -> dict[str, Rule]:
        """The rules that are so, by code, in their order."""
        return {rule.code: rule for rule in self._all if self.truths[rule.code] is Truth.YES}

    @cached_property
    def unknown(self) -> tuple[Rule, ...]:
        """The rules of which it is not known whether they are so."""
        return tuple(rule for rule in self._all if self.truths[rule.code] is Truth.UNKNOWN)

    @property
    def _all(self) -> tuple[Rule, ...]:
        return self.rule_set.rules


def screen(response: QuestionnaireResponse, rule_set: RuleSet) -> Assessment:
    """What the response means once no more answers are expected.

    A response that is not completed is one the patient stopped.
    """
    if response.status is Status.IN_PROGRESS:
        response = replace(response, status=Status.STOPPED)
    reading = _read(response, rule_set)
    open_rules = tuple(_not_ruled_out(reading))
    findings = _findings(reading, open_rules)
    return Assessment(
        urgency=_urgency(findings, open_rules),
        arthritis=_arthritis(findings),
        findings=findings,
        could_not_rule_out=open_rules,
        disagreements=tuple(_disagreements(response)),
        rules_version=rule_set.version,
    )


def so_far(response: QuestionnaireResponse, rule_set: RuleSet) -> Assessment:
    """What is true already while the interview runs: a level it cannot fall below."""
    findings = _in_order(tuple(_plain_findings(_read(response, rule_set))))
    return Assessment(
        urgency=_urgency(findings, ()),
        arthritis=_arthritis(findings),
        findings=findings,
        could_not_rule_out=(),
        disagreements=tuple(_disagreements(response)),
        rules_version=rule_set.version,
    )


def _read(response: QuestionnaireResponse, rule_set: RuleSet) -> _Reading:
    known = facts(response)
    truths = {rule.code: evaluate(rule.when, known) for rule in rule_set.rules}
    return _Reading(rule_set, known, truths)


def _plain_findings(reading: _Reading) -> Iterator[Finding]:
    """The rules that fire by themselves, whatever else does or does not."""
    for rule in reading.fired.values():
        if not _overtaken(rule, reading) and not _conditional(rule):
            yield _finding(rule, reading.facts)


def _overtaken(rule: Rule, reading: _Reading) -> bool:
    return not reading.fired.keys().isdisjoint(rule.yields_to)


def _conditional(rule: Rule) -> bool:
    match rule:
        case WarningSign():
            return rule.beside_others or rule.only_alone
        case Presentation():
            return rule.reassuring
        case _:
            return False


def _findings(reading: _Reading, open_rules: tuple[NotRuledOut, ...]) -> tuple[Finding, ...]:
    plain = tuple(_plain_findings(reading))
    signs = tuple(f for f in plain if f.rule.kind in _SIGNS)
    more = (
        _finding(rule, reading.facts)
        for rule in reading.fired.values()
        if _fits(rule, signs, open_rules)
    )
    return _in_order((*plain, *more))


def _fits(rule: Rule, signs: tuple[Finding, ...], open_rules: tuple[NotRuledOut, ...]) -> bool:
    """Whether a conditional rule may be said, given the signs that stand and what is open."""
    match rule:
        case WarningSign(beside_others=True, not_beside=same):
            return any(finding.rule.code not in same for finding in signs)
        case WarningSign(only_alone=True):
            return not signs and not open_rules
        case Presentation(reassuring=True):
            stand = [f.rule.urgency for f in signs] + [o.rule.urgency for o in open_rules]
            return not any(one and one >= Urgency.SAME_DAY for one in stand)
        case _:
            return False


def _finding(rule: Rule, known: Facts) -> Finding:
    additions = tuple(
        addition.text for addition in rule.adds if evaluate(addition.when, known) is Truth.YES
    )
    return Finding(rule, tuple(_evidence(rule, known)), additions)


def _evidence(rule: Rule, known: Facts) -> Iterator[Evidence]:
    supporting = [rule.when, *(addition.when for addition in rule.adds)]
    link_ids = dict.fromkeys(
        leaf.link_id
        for criterion in supporting
        for leaf in holding(criterion, known)
        if not isinstance(leaf, Interrupted)
    )
    for link_id in link_ids:
        yield Evidence(link_id, known.of[link_id].values)


def _not_ruled_out(reading: _Reading) -> Iterator[NotRuledOut]:
    for rule in reading.unknown:
        if rule.kind in _SIGNS and rule.left_open and not _overtaken(rule, reading):
            ask = dict.fromkeys(
                leaf.link_id
                for leaf in open_parts(rule.when, reading.facts)
                if not isinstance(leaf, Interrupted)
            )
            yield NotRuledOut(rule, tuple(ask), _raises_to(rule, reading))


def _raises_to(rule: Rule, reading: _Reading) -> Urgency | None:
    """What an unknown rule raises to (U01): one level down with another part true, else soon."""
    partly = partly_so(rule.when, reading.facts)
    if rule.urgency is Urgency.EMERGENCY and partly:
        return Urgency.SAME_DAY
    if rule.urgency in {None, Urgency.ROUTINE}:
        return None
    if rule.urgency is Urgency.SAME_DAY and partly:
        return Urgency.SOON
    if any(_warns(reading.rule_set, link_id) for link_id in _may_be_so(rule, reading.facts)):
        return Urgency.SOON
    partly_raises = isinstance(rule, WarningSign) and rule.raises_when_partly
    return Urgency.SOON if partly_raises and partly else None


def _may_be_so(rule: Rule, known: Facts) -> Iterator[str]:
    """The items of a rule with a part that is so or not known: what it may come to rest on."""
    for leaf in leaves(rule.when):
        if not isinstance(leaf, Interrupted) and evaluate(leaf, known) is not Truth.NO:
            yield leaf.link_id


def _warns(rule_set: RuleSet, link_id: str) -> bool:
    return rule_set.questionnaire.questions[link_id].role is not Role.CONTEXT


def _urgency(findings: tuple[Finding, ...], open_rules: tuple[NotRuledOut, ...]) -> Urgency:
    levels = [finding.rule.urgency for finding in findings]
    levels += [one.raises_to for one in open_rules]
    return max((level for level in levels if level is not None), default=Urgency.ROUTINE)


def _arthritis(findings: tuple[Finding, ...]) -> Arthritis:
    patterns = [f.rule for f in findings if isinstance(f.rule, Presentation) and f.rule.arthritis]
    present = {pattern.arthritis for pattern in patterns}
    level = next((one for one in _LEVELS if one in present), ArthritisLevel.NONE)
    kinds = dict.fromkeys(pattern.arthritis_kind for pattern in patterns if pattern.arthritis_kind)
    return Arthritis(level, tuple(kinds))


def _disagreements(response: QuestionnaireResponse) -> Iterator[Disagreement]:
    again = response.questionnaire.asked_again
    said_twice = {
        again.get(link_id, link_id)
        for link_id, answer in response.answers.items()
        if answer.replaced or link_id in again
    }
    for link_id, item in response.questionnaire.questions.items():
        if link_id not in said_twice:
            continue
        answer = everything_said(response, link_id)
        if answer and isinstance(item, Choice) and answer.replaced:
            said = tuple(dict.fromkeys((past.by, past.values) for past in standing_history(answer)))
            if len({values for _, values in said}) > 1:
                yield Disagreement(link_id, said)


def _in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    kinds = list(Kind)
    levels = [None, *Urgency]
    return tuple(
        sorted(
            findings,
            key=lambda f: (-levels.index(f.rule.urgency), kinds.index(f.rule.kind)),
        )
    )
