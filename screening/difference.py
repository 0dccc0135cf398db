"""What changed between two rule sets, and for which answers the level differs, lowered first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from intake.criteria import mentioned
from intake.questionnaire import Placed, Question, Questionnaire
from screening.advising import Advice
from screening.export import Content
from screening.finding import Rule, RuleSet, Urgency
from screening.patterns import Comparison, Found, Pattern

_ASKING: Final = frozenset({"options", "role", "conditions"})
"""What of a question may change a level; its words alone do not."""


@dataclass(frozen=True)
class ItemChange:
    """A question that differs; ``old`` is None where it was added, ``new`` where removed."""

    link_id: str
    old: Placed | None
    new: Placed | None
    what: tuple[str, ...]


@dataclass(frozen=True)
class RuleChange:
    """A rule that differs, or that rests on a question that does, and where levels differ.

    ``what`` names the fields that differ; it is empty where only a question does.
    """

    old: Rule | None
    new: Rule | None
    what: tuple[str, ...]
    found: Found

    @property
    def rule(self) -> Rule:
        """The rule as it is now, or as it was last."""
        rule = self.new or self.old
        if rule is None:
            msg = "a change has a rule before or after it"
            raise ValueError(msg)
        return rule

    @property
    def lowered(self) -> tuple[Pattern, ...]:
        """The patterns whose level is lower now."""
        return tuple(pattern for pattern in self.found.patterns if pattern.new < pattern.old)

    @property
    def raised(self) -> tuple[Pattern, ...]:
        """The patterns whose level is higher now."""
        return tuple(pattern for pattern in self.found.patterns if pattern.new > pattern.old)


@dataclass(frozen=True)
class AdviceChange:
    """An advice that differs; ``old`` is None where it was added, ``new`` where removed."""

    old: Advice | None
    new: Advice | None
    what: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """All that differs; the rules that lower a level first, the largest drop first."""

    old: Content
    new: Content
    calm: tuple[Urgency, Urgency]
    items: tuple[ItemChange, ...]
    rules: tuple[RuleChange, ...]
    advice: tuple[AdviceChange, ...]


def difference(old: Content, new: Content) -> Difference:
    """What differs between two contents, each differing rule tried out in both."""
    sets = old.rule_set, new.rule_set
    comparison = Comparison(*sets)
    items = tuple(_item_changes(sets[0].questionnaire, sets[1].questionnaire))
    touched = {item.link_id for item in items if not item.what or set(item.what) & _ASKING}
    rules = sorted(_rule_changes(comparison, sets, touched), key=_order)
    advice = tuple(_advice_changes(old.advice, new.advice))
    return Difference(old, new, comparison.levels({}), items, tuple(rules), advice)


def _advice_changes(old: tuple[Advice, ...], new: tuple[Advice, ...]) -> Iterator[AdviceChange]:
    before, after = ({one.code: one for one in advice} for advice in (old, new))
    for code in {**before, **after}:
        was, now = before.get(code), after.get(code)
        what = _changed(was, now) if was and now else ()
        if was is None or now is None or what:
            yield AdviceChange(was, now, what)


def _item_changes(old: Questionnaire, new: Questionnaire) -> Iterator[ItemChange]:
    before = {placed.item.link_id: placed for placed in old.placed}
    after = {placed.item.link_id: placed for placed in new.placed}
    for link_id in {**before, **after}:
        was, now = before.get(link_id), after.get(link_id)
        if was is None or now is None:
            yield ItemChange(link_id, was, now, ())
        elif what := tuple(_item_fields(was, now)):
            yield ItemChange(link_id, was, now, what)


def _item_fields(was: Placed, now: Placed) -> Iterator[str]:
    yield from (name for name in _changed(was.item, now.item) if name != "enable_when")
    if was.conditions != now.conditions:
        yield "conditions"


def _changed(was: Question | Rule | Advice, now: Question | Rule | Advice) -> tuple[str, ...]:
    """The names of the fields in which two declarations of the same kind differ."""
    if type(was) is not type(now):
        return ("kind",)
    names = (field.name for field in fields(was))
    return tuple(name for name in names if getattr(was, name) != getattr(now, name))


def _rule_changes(
    comparison: Comparison, sets: tuple[RuleSet, RuleSet], touched: set[str]
) -> Iterator[RuleChange]:
    before, after = ({rule.code: rule for rule in rule_set.rules} for rule_set in sets)
    for code in {**before, **after}:
        was, now = before.get(code), after.get(code)
        what = _changed(was, now) if was and now else ()
        rests = any(touched & _rests_on(rule, sets) for rule in (was, now) if rule)
        if was is None or now is None or what or rests:
            found = comparison.differing(_raising(was), _raising(now), whole=rests)
            yield RuleChange(was, now, what, found)


def _raising(rule: Rule | None) -> Rule | None:
    """The rule where it has a level; one without is as good as absent to the levels."""
    return rule if rule and rule.urgency else None


def _rests_on(rule: Rule, sets: tuple[RuleSet, RuleSet]) -> frozenset[str]:
    """The items of a rule with a level, and those that decide whether these are asked."""
    wanted = set(mentioned(rule.when)) if rule.urgency else set()
    for rule_set in sets:
        for placed in reversed(rule_set.questionnaire.placed):
            if placed.item.link_id in wanted:
                wanted |= {one for c in placed.conditions for one in mentioned(c)}
    return frozenset(wanted)


def _order(change: RuleChange) -> tuple[int, int, str]:
    """Lowered before raised before neither; in each the largest step, then the rule's code."""
    levels = list(Urgency)
    steps = [levels.index(one.new) - levels.index(one.old) for one in change.found.patterns]
    lowest = min(steps, default=0)
    return (0, lowest, "") if lowest < 0 else (1, -max(steps, default=0), change.rule.code)


def smallest(patterns: tuple[Pattern, ...]) -> tuple[Pattern, ...]:
    """The patterns that do not merely add replies to another with the same two levels."""
    kept: list[tuple[frozenset[object], Pattern]] = []
    for pattern in sorted(patterns, key=lambda one: sum(reply.away for reply in one.replies)):
        said = frozenset((r.link_id, value) for r in pattern.replies for value in r.values)
        same = (held for held, one in kept if (one.old, one.new) == (pattern.old, pattern.new))
        if not any(held <= said for held in same):
            kept.append((said, pattern))
    return tuple(pattern for _, pattern in kept)
