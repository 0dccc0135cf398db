"""What a rule set concludes from an answer pattern, encoded as `screening.triage` works it out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from intake.criteria import (
    AllOf,
    AnyOf,
    AtLeast,
    Criterion,
    Interrupted,
    Not,
    leaves,
)
from intake.questionnaire import Role
from screening.finding import Kind, Presentation, Rule, RuleSet, Urgency, WarningSign
from screening.proof.encoding import Encoding, Kleene
from screening.proof.pattern import Pattern, Said
from screening.proof.solver import (
    FALSE,
    Formula,
    all_of,
    any_of,
    both,
    either,
    no,
)

SIGNS = (Kind.RED_FLAG, Kind.WARNING_SIGN)


class Outcome:
    """What every rule of a rule set comes to under one pattern, and the level they make."""

    def __init__(self, rule_set: RuleSet, encoding: Encoding, like: Outcome | None = None) -> None:
        self.rule_set = rule_set
        self.encoding = encoding
        self._like = like
        self._touched: dict[str, bool] = {}
        self._plain: dict[str, Formula] = {}
        self._left_open: dict[str, Formula] = {}
        self._raises: dict[str, dict[Urgency, Formula]] = {}

    @classmethod
    def of(cls, rule_set: RuleSet, pattern: Pattern) -> Outcome:
        """The outcome of a rule set under a pattern."""
        return cls(rule_set, Encoding(pattern))

    def but(self, link_id: str, said: Said) -> Outcome:
        """The outcome of the same pattern but for one item."""
        return Outcome(self.rule_set, self.encoding.but(link_id, said), like=self)

    def truth(self, rule: Rule) -> Kleene:
        """Whether the rule's condition holds."""
        return self.encoding.truth(rule.when)

    def fired(self, code: str) -> Formula:
        """The condition of the rule with this code holds."""
        return self.truth(self._by_code[code]).yes

    def overtaken(self, rule: Rule) -> Formula:
        """A rule fired that says the same and more."""
        return any_of(self.fired(code) for code in rule.yields_to)

    def plain(self, rule: Rule) -> Formula:
        """The rule is a finding whatever else does or does not fire."""
        if conditional(rule):
            return FALSE
        if self._like and not self.touched(rule):
            return self._like.plain(rule)
        if rule.code not in self._plain:
            self._plain[rule.code] = both(self.fired(rule.code), no(self.overtaken(rule)))
        return self._plain[rule.code]

    def said(self, rule: Rule) -> Formula:
        """The rule is a finding at the end of the interview."""
        if not conditional(rule):
            return self.plain(rule)
        return both(self.fired(rule.code), self._fits(rule))

    def left_open(self, rule: Rule) -> Formula:
        """The rule is one that could not be ruled out."""
        if rule.kind not in SIGNS or not rule.left_open:
            return FALSE
        if self._like and not self.touched(rule):
            return self._like.left_open(rule)
        if rule.code not in self._left_open:
            unknown = self.truth(rule).unknown
            self._left_open[rule.code] = both(unknown, no(self.overtaken(rule)))
        return self._left_open[rule.code]

    def raises(self, rule: Rule, level: Urgency) -> Formula:
        """The rule could not be ruled out, and this raises to the level."""
        if rule.code not in self._raises:
            self._raises[rule.code] = self._raising(rule)
        return self._raises[rule.code].get(level, FALSE)

    def at_least(self, level: Urgency, without: Container[str] = ()) -> Formula:
        """The level at the end of the interview is this or more urgent.

        ``without`` names rules whose raising, where they could not be ruled out, is left aside.
        """
        findings = (self.said(rule) for rule in self._of_level(level))
        open_ones = (
            self.raises(rule, one)
            for rule in self._of_level(Urgency.SOON)
            if rule.code not in without
            for one in Urgency
            if one >= level
        )
        return any_of((*findings, *open_ones))

    def at_least_so_far(self, level: Urgency) -> Formula:
        """The level while the interview runs is this or more urgent."""
        return any_of(self.plain(rule) for rule in self._of_level(level))

    def _of_level(self, level: Urgency) -> Iterator[Rule]:
        return (rule for rule in self.rule_set.rules if rule.urgency and rule.urgency >= level)

    @cached_property
    def _by_code(self) -> dict[str, Rule]:
        return {rule.code: rule for rule in self.rule_set.rules}

    @cached_property
    def _sign(self) -> Formula:
        return any_of(map(self.plain, self._signs))

    @property
    def _signs(self) -> Iterator[Rule]:
        return (rule for rule in self.rule_set.rules if rule.kind in SIGNS)

    @cached_property
    def _something_open(self) -> Formula:
        return any_of(self.left_open(rule) for rule in self.rule_set.rules)

    @cached_property
    def _cannot_wait(self) -> Formula:
        urgent = [rule for rule in self._of_level(Urgency.SAME_DAY) if rule.kind in SIGNS]
        return any_of(either(self.plain(rule), self.left_open(rule)) for rule in urgent)

    def _fits(self, rule: Rule) -> Formula:
        match rule:
            case WarningSign(beside_others=True, not_beside=same):
                return any_of(self.plain(one) for one in self._signs if one.code not in same)
            case WarningSign(only_alone=True):
                return both(no(self._sign), no(self._something_open))
            case _:
                return no(self._cannot_wait)

    def _raising(self, rule: Rule) -> dict[Urgency, Formula]:
        if self._like and not self.touched(rule):
            return {level: self._like.raises(rule, level) for level in Urgency}
        if rule.urgency in {None, Urgency.ROUTINE}:
            return {}
        open_ = self.left_open(rule)
        partly = self.partly(rule.when)
        same_day = both(open_, partly) if rule.urgency is Urgency.EMERGENCY else FALSE
        soon = any_of(
            (
                partly if _raises_partly(rule) else FALSE,
                any_of(self._may_rest_on_warnings(rule)),
            )
        )
        return {
            Urgency.SAME_DAY: same_day,
            Urgency.SOON: all_of((open_, no(same_day), soon)),
        }

    def touched(self, rule: Rule) -> bool:
        """Whether the rule may come to something else than in the outcome this was made from."""
        if rule.code not in self._touched:
            codes = (rule.code, *rule.yields_to)
            whens = (self._by_code[code].when for code in codes)
            self._touched[rule.code] = any(self.encoding.touched(when) for when in whens)
        return self._touched[rule.code]

    def partly(self, criterion: Criterion) -> Formula:
        """The criterion is unknown, and some other part of it is already true."""
        unknown = self.encoding.truth(criterion).unknown
        match criterion:
            case AllOf(of) | AnyOf(of) | AtLeast(_, of):
                true_part = any_of(self.encoding.truth(part).yes for part in of)
                return both(unknown, either(true_part, any_of(self.partly(part) for part in of)))
            case Not(of):
                return both(unknown, self.partly(of))
            case _:
                return FALSE

    def _may_rest_on_warnings(self, rule: Rule) -> Iterator[Formula]:
        """For every leaf on a safety or warning item: it is so, or not known."""
        items = self.rule_set.questionnaire.questions
        for leaf in leaves(rule.when):
            if not isinstance(leaf, Interrupted) and items[leaf.link_id].role is not Role.CONTEXT:
                yield self.encoding.truth(leaf).maybe


def conditional(rule: Rule) -> bool:
    """Whether the rule is said only where other findings let it be said."""
    match rule:
        case WarningSign():
            return rule.beside_others or rule.only_alone
        case Presentation():
            return rule.reassuring
        case _:
            return False


def _raises_partly(rule: Rule) -> bool:
    partly = isinstance(rule, WarningSign) and rule.raises_when_partly
    return partly or rule.urgency is Urgency.SAME_DAY


def levels_above_routine() -> Iterable[Urgency]:
    """Soon, same day and emergency."""
    return (level for level in Urgency if level is not Urgency.ROUTINE)
