"""The tables and steps of the naive evaluator over an answer pattern, as numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from intake.questionnaire import Choice, NoToAll
from screening.finding import Contradiction, Kind, Presentation, Rule, RuleSet, Urgency, WarningSign
from screening.proof.naive import NaiveRules
from screening.proof.pattern import Pattern
from screening.proof.solver import (
    FALSE,
    TRUE,
    Formula,
    Number,
    all_of,
    any_of,
    between,
    both,
    constant,
    if_else,
    is_,
    larger,
    no,
    total,
)
from screening.proof.tables import NO, UNKNOWN, YES, Ending, How, Steps, Table

_LEVELS = tuple(Urgency)


class NaiveOutcome:
    """What every rule comes to under a pattern, after the naive evaluator's tables."""

    def __init__(self, rule_set: RuleSet, pattern: Pattern) -> None:
        self.rules = NaiveRules(rule_set)
        self.pattern = pattern
        self._asked: dict[str, Number] = {}

    @cached_property
    def worked(self) -> dict[str, list[Number]]:
        """What every step of every rule is worth."""
        return {code: self._worked(program) for code, program in self.rules.programs.items()}

    def worth(self, code: str) -> Number:
        """What the condition of a rule is worth."""
        return self.worked[code][-1]

    def said(self, rule: Rule) -> Formula:
        """The rule is a finding at the end."""
        fired = self._is(rule.code, YES)
        if isinstance(rule, Presentation) and rule.reassuring:
            return both(fired, no(any_of(self._urgent)))
        if isinstance(rule, WarningSign) and rule.only_alone:
            return all_of((fired, no(any_of(self._signs.values())), no(any_of(self._open))))
        if isinstance(rule, WarningSign) and rule.beside_others:
            others = (sign for code, sign in self._signs.items() if code not in rule.not_beside)
            return both(fired, any_of(others))
        return both(fired, no(self._overtaken(rule)))

    def left_open(self, rule: Rule) -> Formula:
        """The rule could not be ruled out."""
        if rule.kind not in (Kind.RED_FLAG, Kind.WARNING_SIGN) or isinstance(rule, Contradiction):
            return FALSE
        return both(self._is(rule.code, UNKNOWN), no(self._overtaken(rule)))

    def raises(self, rule: Rule) -> Number:
        """The level an open rule raises to: 0 for none, then soon, same day, emergency."""
        ranks = {Urgency.EMERGENCY: (2, 1), Urgency.SAME_DAY: (1, 1), Urgency.SOON: (0, 1)}
        if rule.urgency not in ranks:
            return constant(0)
        by_part, by_warning = ranks[rule.urgency]
        if isinstance(rule, WarningSign) and rule.raises_when_partly:
            by_part = 1
        raised = larger(
            if_else(self._partly(rule), constant(by_part), constant(0)),
            if_else(self._warning(rule), constant(by_warning), constant(0)),
        )
        return if_else(self.left_open(rule), raised, constant(0))

    @cached_property
    def level(self) -> Number:
        """The level at the end: 0 routine, 1 soon, 2 same day, 3 emergency."""
        reached = constant(0)
        for rule in self.rules.rule_set.rules:
            rank = _LEVELS.index(rule.urgency) if rule.urgency else 0
            if rank:
                reached = larger(reached, if_else(self.said(rule), constant(rank), constant(0)))
                reached = larger(reached, self.raises(rule))
        return reached

    @cached_property
    def _signs(self) -> dict[str, Formula]:
        return {
            rule.code: both(self._is(rule.code, YES), no(self._overtaken(rule)))
            for rule in self.rules.rule_set.rules
            if rule.kind in (Kind.RED_FLAG, Kind.WARNING_SIGN)
            and not (isinstance(rule, WarningSign) and (rule.beside_others or rule.only_alone))
        }

    @property
    def _open(self) -> Iterator[Formula]:
        return (self.left_open(rule) for rule in self.rules.rule_set.rules)

    @property
    def _urgent(self) -> Iterator[Formula]:
        for rule in self.rules.rule_set.rules:
            if rule.urgency in (Urgency.SAME_DAY, Urgency.EMERGENCY):
                yield self._signs.get(rule.code, FALSE)
                yield self.left_open(rule)

    def _is(self, code: str, value: int) -> Formula:
        return is_(self.worth(code), value)

    def _overtaken(self, rule: Rule) -> Formula:
        return any_of(self._is(code, YES) for code in rule.yields_to)

    def _partly(self, rule: Rule) -> Formula:
        """Whether a step is true of those that the unknown rule hangs on."""
        program, worked = self.rules.programs[rule.code], self.worked[rule.code]
        above = [FALSE] * len(program)
        above[-1] = TRUE
        true = []
        for at in range(len(program) - 1, -1, -1):
            unknown = both(above[at], is_(worked[at], UNKNOWN))
            for part in program[at].parts:
                above[part] = unknown
            true.append(both(above[at], is_(worked[at], YES)))
        return any_of(true)

    def _warning(self, rule: Rule) -> Formula:
        """Whether a leaf about a safety or warning item is true or unknown."""
        worked = zip(self.rules.programs[rule.code], self.worked[rule.code], strict=True)
        return any_of(no(is_(worth, NO)) for step, worth in worked if self.rules.warns(step))

    def _worked(self, program: Steps, *, opening: bool = False) -> list[Number]:
        worth: list[Number] = []
        for step in program:
            parts = [worth[part] for part in step.parts]
            match step.how:
                case How.LEAST | How.MOST:
                    worth.append(_extreme(parts, most=step.how is How.MOST))
                case How.COUNT:
                    sure = total(_one_if(is_(part, YES)) for part in parts)
                    possible = total(_one_if(no(is_(part, NO))) for part in parts)
                    worth.append(
                        _first(
                            (between(sure, step.n, None), YES),
                            (between(possible, step.n, None), UNKNOWN),
                        )
                    )
                case How.TURN:
                    worth.append(
                        _first((is_(parts[0], NO), YES), (is_(parts[0], UNKNOWN), UNKNOWN))
                    )
                case How.LEAF:
                    worth.append(self._leaf(self.rules.leaves[step.n], opening=opening))
        return worth

    def _leaf(self, leaf: Table | Ending, *, opening: bool) -> Number:
        ended = FALSE if opening else self.pattern.ended
        match leaf:
            case Table():
                waiting = if_else(ended, constant(leaf.never), constant(leaf.waiting))
                if leaf.link_id in self.pattern.questionnaire.second_asking and not opening:
                    return self._worth_of_both(leaf, waiting)
                asked = self._asked_of(leaf.link_id)
                answered = both(is_(asked, YES), self.pattern.said[leaf.link_id].anything)
                said = if_else(answered, self._worth(leaf), waiting)
                return if_else(is_(asked, NO), constant(leaf.off), said)
            case Ending():
                stopped = if_else(
                    self.pattern.interrupted, constant(leaf.stopped), constant(leaf.completed)
                )
                return if_else(ended, stopped, constant(UNKNOWN))

    def _worth_of_both(self, leaf: Table, waiting: Number) -> Number:
        """The worth of the more urgent of two askings, unless one is waited for that could be."""
        again = self.pattern.questionnaire.second_asking[leaf.link_id]
        item = self.pattern.questionnaire.choice(leaf.link_id)
        rising = sorted(item.options, key=lambda option: option.concern)
        both_said = [self.pattern.said[one] for one in (leaf.link_id, again)]
        heard = constant(0)
        for rank, option in enumerate(rising, start=1):
            told = any_of(said.any_tick((option.code,)) for said in both_said)
            heard = if_else(told, constant(rank), heard)
        first_open = no(both_said[0].anything)
        second_open = both(no(is_(self._asked_of(again), NO)), no(both_said[1].anything))
        worth = waiting
        for rank, option in enumerate(rising, start=1):
            found = constant(leaf.worth.get(option.code, leaf.otherwise))
            worth = if_else(is_(heard, rank), found, worth)
        telling = [rank for rank, one in enumerate(rising, start=1) if one.unknown]
        settled = any_of(is_(heard, rank) for rank in (len(rising), *telling))
        return if_else(both(any_of((first_open, second_open)), no(settled)), waiting, worth)

    def _asked_of(self, link_id: str) -> Number:
        if link_id not in self._asked:
            conditions = self.rules.conditions[link_id]
            parts = [self._worked(one, opening=True)[-1] for one in conditions]
            self._asked[link_id] = _extreme(parts, most=False)
        return self._asked[link_id]

    def _worth(self, leaf: Table) -> Number:
        """The best of the values an item was answered with, each looked up in the table."""
        said = self.pattern.said[leaf.link_id]
        item = self.rules.rule_set.questionnaire.questions[leaf.link_id]
        if isinstance(item, NoToAll):
            ticked, not_so = constant(leaf.worth[True]), constant(leaf.worth[False])
            return if_else(said.any_tick(("true",)), ticked, not_so)
        if leaf.words:
            return if_else(said.any_tick(leaf.words), constant(YES), constant(NO))
        if isinstance(item, Choice):
            best = constant(NO)
            for code, tick in said.ticks.items():
                worth = constant(leaf.worth.get(code, leaf.otherwise))
                best = larger(best, if_else(tick, worth, constant(NO)))
            return best
        best = constant(leaf.otherwise)
        if said.number is not None:
            for value, worth_of in leaf.worth.items():
                if isinstance(value, int):
                    best = if_else(is_(said.number, value), constant(worth_of), best)
        return best


def _extreme(parts: list[Number], *, most: bool) -> Number:
    """The most, or the least, of numbers from 0 to 2."""
    if most:
        found = any_of(is_(part, YES) for part in parts)
        return _first((found, YES), (any_of(is_(part, UNKNOWN) for part in parts), UNKNOWN))
    none = no(any_of(is_(part, NO) for part in parts))
    some = any_of(is_(part, UNKNOWN) for part in parts)
    return _first((both(none, no(some)), YES), (none, UNKNOWN))


def _first(*cases: tuple[Formula, int]) -> Number:
    """The value of the first case that holds, else no."""
    chosen = constant(NO)
    for condition, value in reversed(cases):
        chosen = if_else(condition, constant(value), chosen)
    return chosen


def _one_if(condition: Formula) -> Number:
    return if_else(condition, constant(1), constant(0))
