"""Proofs about the tablet without connection: what completes an emergency calls staff, at once.

Two states of one interview are compared: what the server has heard, and what stands on the tablet
now. Nothing else is known of them but how answers stand: one to a safety or warning item counts
until staff confirm another, so that what stands now is at least as urgent as it was. What was
heard is known to staff, and calls them no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from intake.criteria import AllOf, AnyOf, Criterion, Is, Within
from intake.questionnaire import Choice, Question, Role
from screening.finding import Rule, RuleSet, Urgency
from screening.proof.outcome import Outcome
from screening.proof.pattern import Pattern, Said, any_pattern
from screening.proof.solver import (
    FALSE,
    TRUE,
    Example,
    Formula,
    Search,
    all_of,
    any_of,
    between,
    both,
    either,
    no,
)
from screening.proof.subject import Counterexample, Proved, Subject, in_words


def nothing_completes_an_emergency_unheard(subject: Subject) -> Proved:
    """An emergency that the server has not heard of calls staff when it is complete."""
    outage = Outage(subject.rule_set)
    silent = no(outage.calls(subject.questionnaire.needs_staff_offline))
    failures = tuple(
        Counterexample(rule.code, outage.in_words(example))
        for rule in outage.emergencies
        if (example := outage.find(outage.new(rule), silent))
    )
    claim = "without connection every emergency calls staff"
    return Proved(claim, len(outage.emergencies), failures)


def nothing_else_calls_together(subject: Subject) -> Proved:
    """Answers that call staff together are an emergency, so that nobody is stopped for less."""
    outage = Outage(subject.rule_set)
    none = no(any_of(outage.now.plain(rule) for rule in outage.emergencies))
    together = subject.questionnaire.needs_staff_offline
    failures = tuple(
        Counterexample(f"number {place}", outage.in_words(example))
        for place, criterion in enumerate(together, start=1)
        if (example := outage.find(said_of(criterion, outage.pattern), none))
    )
    return Proved("and what calls only together is one", len(together), failures)


class Outage:
    """What the server has heard of any interview, and what stands on the tablet now."""

    def __init__(self, rule_set: RuleSet) -> None:
        self._rule_set = rule_set
        self.pattern = self._running("")
        self._heard = self._running("heard:")
        self.now = Outcome.of(rule_set, self.pattern)
        self._before = Outcome.of(rule_set, self._heard)
        self._search = Search(self.pattern.valid, self._heard.valid, self._still_stands())

    @property
    def emergencies(self) -> tuple[Rule, ...]:
        """The rules that call staff at once."""
        return tuple(rule for rule in self._rule_set.rules if rule.urgency is Urgency.EMERGENCY)

    def new(self, rule: Rule) -> Formula:
        """The rule is a finding that it was not in what the server has heard."""
        return both(self.now.plain(rule), no(self._before.plain(rule)))

    def calls(self, together: Iterable[Criterion]) -> Formula:
        """The tablet calls staff by itself, going by these beside the options that do alone."""
        complete = (
            both(said_of(one, self.pattern), no(said_of(one, self._heard))) for one in together
        )
        return any_of((*self._alone(), *complete))

    def find(self, *wanted: Formula) -> Example | None:
        """Such an interview, or None when there is none at all."""
        return self._search.find(*wanted)

    def in_words(self, example: Example) -> str:
        """The answers of an interview, and those of them that the server has heard."""
        now, heard = (in_words(one.in_example(example)) for one in (self.pattern, self._heard))
        return f"{now}; heard: {heard}"

    def _running(self, name: str) -> Pattern:
        pattern = any_pattern(self._rule_set.questionnaire, self._rule_set.words, name)
        return replace(pattern, ended=FALSE, interrupted=FALSE)

    def _alone(self) -> Iterator[Formula]:
        for link_id, item in self._rule_set.questionnaire.questions.items():
            for option in item.needs_staff_offline if isinstance(item, Choice) else ():
                ticks = (
                    one.said[link_id].ticks[option.code] for one in (self.pattern, self._heard)
                )
                now, before = ticks
                yield both(now, no(before))

    def _still_stands(self) -> Formula:
        return all_of(
            _stands(item, self._heard.said[link_id], self.pattern.said[link_id])
            for link_id, item in self._rule_set.questionnaire.questions.items()
        )


def _stands(item: Question, before: Said, now: Said) -> Formula:
    """Whether an answer that counts until staff confirm another counts now as well."""
    if not isinstance(item, Choice) or item.role is Role.CONTEXT:
        return TRUE
    return all_of(
        either(no(before.ticks[option.code]), now.any_tick(_as_urgent(item, option.code)))
        for option in item.options
        if not (item.repeats and option.exclusive)
    )


def _as_urgent(item: Choice, code: str) -> tuple[str, ...]:
    """The options that take the place of this one: of one answer all that are as urgent."""
    if item.repeats:
        return (code,)
    concern = {option.code: option.concern for option in item.options}
    return tuple(other for other, urgent in concern.items() if urgent >= concern[code])


def said_of(criterion: Criterion, pattern: Pattern) -> Formula:
    """Whether it holds of what was said, asked for any more or not, as the tablet works it out."""
    match criterion:
        case AllOf(of):
            return all_of(said_of(part, pattern) for part in of)
        case AnyOf(of):
            return any_of(said_of(part, pattern) for part in of)
        case Is(link_id, codes):
            return pattern.said[link_id].any_tick(codes)
        case Within(link_id, lowest, highest):
            said = pattern.said[link_id]
            known = FALSE if said.number is None else between(said.number, lowest, highest)
            return both(said.anything, known)
        case _:
            msg = f"{criterion}: the tablet cannot work this out"
            raise ValueError(msg)
