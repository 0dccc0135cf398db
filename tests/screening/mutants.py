"""Every small mistake somebody could make in a rule: its mutants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from intake.criteria import AllOf, AnyOf, AtLeast, Criterion, Is, Mentions, Not, Within, leaves
from intake.questionnaire import Choice, Question
from screening.finding import Rule, RuleSet, Urgency

WAITING = ("beside_others", "only_alone", "reassuring")
"""What makes a rule wait for what other rules come to."""


@dataclass(frozen=True)
class Mutant:
    """A rule with one mistake in it; ``items`` are those the mistake was made about."""

    code: str
    mistake: str
    rule: Rule
    items: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.code}: {self.mistake}"

    def among(self, rule_set: RuleSet) -> RuleSet:
        """The rule set with the mistake; raises ValueError where it refuses the mistake itself."""
        return replace(rule_set, rules=_with(self.rule, rule_set.rules))


def deciding(rule_set: RuleSet, rule: Rule) -> RuleSet:
    """The rules that decide what one rule comes to: it, what it yields to, or for some all."""
    kept = {rule.code, *rule.yields_to}
    others = [one for one in rule_set.rules if one.code in kept]
    if any(getattr(rule, flag, False) for flag in WAITING):
        return replace(rule_set, rules=_with(rule, rule_set.rules))
    alone = tuple(replace(one, yields_to=()) for one in others)
    return replace(rule_set, rules=_with(rule, alone))


def _with(rule: Rule, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(rule if one.code == rule.code else one for one in rules)


def mutants(rule: Rule, items: Mapping[str, Question]) -> tuple[Mutant, ...]:
    """Every mutant of a rule, each once."""
    found: dict[str, Mutant] = {}
    for mutant in _mutants(rule, items):
        same = any(mutant.rule == other.rule for other in found.values())
        if mutant.rule != rule and not same:
            assert mutant.name not in found
            found[mutant.name] = mutant
    return tuple(found.values())


def _mutants(rule: Rule, items: Mapping[str, Question]) -> Iterator[Mutant]:
    for mistake, when, about in _mistakes(rule.when, items):
        yield Mutant(rule.code, mistake, replace(rule, when=when), about)
    yield Mutant(rule.code, "condition dropped", replace(rule, when=AllOf(())), _about(rule.when))
    for number, addition in enumerate(rule.adds):
        for mistake, when, about in _mistakes(addition.when, items):
            changed = replace(addition, when=when)
            adds = (*rule.adds[:number], changed, *rule.adds[number + 1 :])
            name = f"addition {number + 1}, {mistake}"
            yield Mutant(rule.code, name, replace(rule, adds=adds), about)
        adds = (*rule.adds[:number], *rule.adds[number + 1 :])
        name = f"addition {number + 1} dropped"
        yield Mutant(rule.code, name, replace(rule, adds=adds), _about(addition.when))
    yield from _of_the_rule_itself(rule)


def _of_the_rule_itself(rule: Rule) -> Iterator[Mutant]:
    for code in rule.yields_to:
        kept = tuple(other for other in rule.yields_to if other != code)
        yield Mutant(rule.code, f"does not yield to {code}", replace(rule, yields_to=kept))
    if rule.urgency:
        lower = [None, *Urgency][list(Urgency).index(rule.urgency)]
        name = f"urgency {lower.value if lower else 'none'}"
        yield Mutant(rule.code, name, replace(rule, urgency=lower))
    if getattr(rule, "not_beside", ()):
        nothing: dict[str, Any] = {"not_beside": ()}
        yield Mutant(rule.code, "beside anything", replace(rule, **nothing))
    for flag in ("raises_when_partly", *WAITING):
        if getattr(rule, flag, False):
            without: dict[str, Any] = {flag: False}
            yield Mutant(rule.code, f"not {flag}", replace(rule, **without))


Mistake = tuple[str, Criterion, tuple[str, ...]]


def _mistakes(
    criterion: Criterion, items: Mapping[str, Question], at: str = ""
) -> Iterator[Mistake]:
    """Every mistake in a criterion: what was done, what came of it, and about which items."""
    where = f"{at or 'all'} ({_short(criterion)})"
    if not isinstance(criterion, Not):
        yield f"{where} flipped", Not(criterion), _about(criterion)
    match criterion:
        case Not(of):
            yield f"{where} not dropped", of, _about(of)
            for mistake, changed, about in _mistakes(of, items, f"{at}n"):
                yield mistake, Not(changed), about
        case AllOf() | AnyOf() | AtLeast():
            yield from _of_the_joiner(criterion, where)
            yield from _of_the_parts(criterion, items, at)
        case Is():
            yield from _other_options(criterion, items[criterion.link_id], where)
        case Within():
            yield from _other_bounds(criterion, where)
        case Mentions():
            yield from _fewer_words(criterion, where)
        case _:
            pass


def _of_the_parts(
    criterion: AllOf | AnyOf | AtLeast, items: Mapping[str, Question], at: str
) -> Iterator[Mistake]:
    for number, part in enumerate(criterion.of):
        before, after = criterion.of[:number], criterion.of[number + 1 :]
        inner = f"{at}.{number + 1}" if at else str(number + 1)
        if before or after:
            dropped = replace(criterion, of=(*before, *after))
            yield f"{inner} ({_short(part)}) dropped", dropped, _about(part)
        for mistake, changed, about in _mistakes(part, items, inner):
            yield mistake, replace(criterion, of=(*before, changed, *after)), about


def _of_the_joiner(criterion: AllOf | AnyOf | AtLeast, where: str) -> Iterator[Mistake]:
    match criterion:
        case AllOf(of) if len(of) > 1:
            yield f"{where} joined by or", AnyOf(of), _about(criterion)
        case AnyOf(of) if len(of) > 1:
            yield f"{where} joined by and", AllOf(of), _about(criterion)
        case AtLeast(n, of):
            for other in (n - 1, n + 1):
                yield f"{where} at least {other}", AtLeast(other, of), _about(criterion)
        case _:
            pass


def _other_options(leaf: Is, item: Question, where: str) -> Iterator[Mistake]:
    """One option more, next to one that counts, or one fewer."""
    assert isinstance(item, Choice)
    order = [option.code for option in item.options]
    for place, code in enumerate(order):
        beside = {order[n] for n in (place - 1, place + 1) if 0 <= n < len(order)}
        if code in leaf.codes and len(leaf.codes) > 1:
            fewer = tuple(other for other in leaf.codes if other != code)
            yield f"{where} without {code}", Is(leaf.link_id, fewer), (leaf.link_id,)
        elif code not in leaf.codes and beside & set(leaf.codes):
            yield f"{where} with {code}", Is(leaf.link_id, (*leaf.codes, code)), (leaf.link_id,)


def _other_bounds(leaf: Within, where: str) -> Iterator[Mistake]:
    for name in ("lowest", "highest"):
        bound = getattr(leaf, name)
        if bound is not None:
            for other in (bound - 1, bound + 1):
                yield f"{where} {name} {other}", replace(leaf, **{name: other}), (leaf.link_id,)


def _fewer_words(leaf: Mentions, where: str) -> Iterator[Mistake]:
    for word in leaf.words if len(leaf.words) > 1 else ():
        fewer = tuple(other for other in leaf.words if other != word)
        yield f"{where} without “{word}”", replace(leaf, words=fewer), (leaf.link_id,)


def _about(criterion: Criterion) -> tuple[str, ...]:
    named = (getattr(leaf, "link_id", "") for leaf in leaves(criterion))
    return tuple(dict.fromkeys(link_id for link_id in named if link_id))


def _short(criterion: Criterion) -> str:
    match criterion:
        case AllOf():
            return "all of"
        case AnyOf():
            return "any of"
        case AtLeast(n):
            return f"at least {n}"
        case Not():
            return "not"
        case _:
            return getattr(criterion, "link_id", "interrupted")
