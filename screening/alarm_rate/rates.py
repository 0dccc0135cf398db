"""How many patients the rules raise, which rule raises them alone, and on which one answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from intake.answers import Answer
from intake.criteria import mentioned
from intake.response import QuestionnaireResponse
from screening.alarm_rate.clinic import Clinic
from screening.alarm_rate.simulation import Patient
from screening.assessment import Assessment, Evidence
from screening.finding import Rule, RuleSet, Urgency
from screening.triage import screen

TOLERATED = 0.10
"""The share of ordinary patients that one rule may raise alone before it is suspect (ours)."""


@dataclass
class Rates:
    """What became of the patients of one group, or of all groups of one kind.

    ``alone`` counts, by rule, patients who would be routine without it; ``involved`` those whom
    it raises, alone or with others. ``one_answer`` counts, by question, patients who would be
    routine had they given the usual answer to it. ``only_unknown`` counts patients raised by
    nothing but what they did not know or say.
    """

    of: str
    ordinary: bool
    patients: int = 0
    levels: Counter[Urgency] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    involved: Counter[str] = field(default_factory=Counter)
    one_answer: Counter[str] = field(default_factory=Counter)
    only_unknown: int = 0

    def __add__(self, other: Rates) -> Rates:
        """Both groups together."""
        return Rates(
            of=self.of,
            ordinary=self.ordinary,
            patients=self.patients + other.patients,
            levels=self.levels + other.levels,
            alone=self.alone + other.alone,
            involved=self.involved + other.involved,
            one_answer=self.one_answer + other.one_answer,
            only_unknown=self.only_unknown + other.only_unknown,
        )

    @property
    def raised(self) -> int:
        """How many are above routine."""
        return self.patients - self.levels[Urgency.ROUTINE]


@dataclass(frozen=True)
class Suspect:
    """A rule that raises more ordinary patients of one kind than is tolerated, and how many."""

    code: str
    kind: str
    share: float


def rates(clinic: Clinic, patients: Iterable[Patient], rule_set: RuleSet) -> dict[str, Rates]:
    """The rates of every group by its name, in the clinic's order."""
    found = {group.name: Rates(group.name, group.ordinary) for group in clinic.groups}
    counting = _Counting(clinic, rule_set)
    for patient in patients:
        counting.add(patient.response, found[patient.group.name])
    return found


def by_kind(clinic: Clinic, found: Mapping[str, Rates]) -> tuple[Rates, ...]:
    """The same with the groups of one kind together."""
    together: dict[str, Rates] = {}
    for group in clinic.groups:
        empty = Rates(group.kind, group.ordinary)
        together[group.kind] = together.get(group.kind, empty) + found[group.name]
    return tuple(together.values())


def suspects(found: Iterable[Rates], tolerated: float = TOLERATED) -> tuple[Suspect, ...]:
    """The rules without which more ordinary patients of a kind would be routine than tolerated."""
    return tuple(
        one for rate in found if rate.ordinary for one in _above(rate, rate.alone, tolerated)
    )


def frequent(found: Iterable[Rates], tolerated: float = TOLERATED) -> tuple[Suspect, ...]:
    """The rules that raise more ordinary patients of a kind than tolerated, others beside or not.

    Where several such rules meet in one patient none of them raises alone, and taking one away
    changes nothing: `suspects` cannot see them.
    """
    return tuple(
        one for rate in found if rate.ordinary for one in _above(rate, rate.involved, tolerated)
    )


def _above(rate: Rates, counted: Mapping[str, int], tolerated: float) -> Iterator[Suspect]:
    for code, count in in_order(counted):
        if count > tolerated * rate.patients:
            yield Suspect(code, rate.of, count / rate.patients)


def in_order(counted: Mapping[str, int]) -> list[tuple[str, int]]:
    """Names with their counts, the highest first; equal ones by name."""
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


class _Counting:
    """Screens patients and counts; holds the rule sets that lack one rule."""

    def __init__(self, clinic: Clinic, rule_set: RuleSet) -> None:
        self._clinic = clinic
        self._rule_set = rule_set
        self._without = cache(self._rules_without)

    def add(self, response: QuestionnaireResponse, counted: Rates) -> None:
        """Count one patient."""
        assessment = screen(response, self._rule_set)
        counted.patients += 1
        counted.levels[assessment.urgency] += 1
        if assessment.urgency is Urgency.ROUTINE:
            return
        raising = frozenset(rule.code for rule in _raising(assessment))
        counted.involved.update(raising)
        counted.only_unknown += not any(
            self._tells(evidence)
            for finding in assessment.findings
            if finding.rule.code in raising
            for evidence in finding.because
        )
        counted.alone.update(code for code in raising if self._alone(code, raising, response))
        counted.one_answer.update(self._deciding(assessment, response))

    def _tells(self, evidence: Evidence) -> bool:
        """Whether an answer says something other than "not sure"."""
        item = self._clinic.choices.get(evidence.link_id)
        options = [item.option(value) for value in evidence.values] if item else []
        return any(option is not None and not option.unknown for option in options)

    def _alone(self, code: str, raising: frozenset[str], response: QuestionnaireResponse) -> bool:
        """Whether nothing else raises, not even what had been silent beside this rule."""
        if len(raising) > 1:
            return False
        return screen(response, self._without(code)).urgency is Urgency.ROUTINE

    def _rules_without(self, code: str) -> RuleSet:
        kept = (rule for rule in self._rule_set.rules if rule.code != code)
        return replace(self._rule_set, rules=tuple(_not_yielding(rule, code) for rule in kept))

    def _deciding(self, assessment: Assessment, response: QuestionnaireResponse) -> Iterator[str]:
        """The questions whose usual answer alone would have left the patient routine."""
        for link_id in _common_ground(assessment):
            answer = response.answers.get(link_id)
            usual = self._clinic.usually.get(link_id)
            if answer is not None and usual is not None and answer.values != (usual,):
                harmless = Answer((usual,), answer.at)
                changed = response.with_answers({**response.answers, link_id: harmless})
                if screen(changed, self._rule_set).urgency is Urgency.ROUTINE:
                    yield link_id


def _not_yielding(rule: Rule, code: str) -> Rule:
    if code not in rule.yields_to:
        return rule
    return replace(rule, yields_to=tuple(one for one in rule.yields_to if one != code))


def _raising(assessment: Assessment) -> Iterator[Rule]:
    """The rules that raise: those that fire above routine, and those left open that raise."""
    for finding in assessment.findings:
        if finding.rule.urgency is not None and finding.rule.urgency > Urgency.ROUTINE:
            yield finding.rule
    for one in assessment.could_not_rule_out:
        if one.raises_to is not None:
            yield one.rule


def _common_ground(assessment: Assessment) -> list[str]:
    """The questions on which every rule that raises rests: only these can decide alone."""
    grounds = [mentioned(rule.when) for rule in _raising(assessment)]
    return sorted(frozenset.intersection(*grounds))
