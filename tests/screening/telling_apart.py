"""Whether any answer pattern at all tells a rule from one of its mutants."""

from __future__ import annotations

from screening.finding import Rule, Urgency
from screening.proof.outcome import Outcome
from screening.proof.solver import TRUE, Formula, any_of, both, differ
from screening.proof.subject import Subject
from tests.screening.mutants import Mutant


def told_apart(subject: Subject, mutant: Mutant) -> Formula:
    """That a rule and its mutant come to different things at the end of an interview."""
    rule, other = subject.rule_set.rule(mutant.code), mutant.rule
    if rule.urgency is not other.urgency:
        return TRUE
    before = subject.outcome
    after = Outcome(mutant.among(subject.rule_set), subject.standing)
    raising = (differ(before.raises(rule, one), after.raises(other, one)) for one in Urgency)
    added = (
        both(before.said(rule), differ(_added(subject, rule, text), _added(subject, other, text)))
        for text in {addition.text for addition in (*rule.adds, *other.adds)}
    )
    said = differ(before.said(rule), after.said(other))
    left_open = differ(before.left_open(rule), after.left_open(other))
    return any_of((said, left_open, *raising, *added))


def _added(subject: Subject, rule: Rule, text: str) -> Formula:
    whens = [addition.when for addition in rule.adds if addition.text == text]
    return any_of(subject.standing.truth(when).yes for when in whens)
