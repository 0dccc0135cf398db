"""Proofs that two encodings of a rule set, written apart, say the same of every answer pattern."""

from __future__ import annotations

from intake.answers import Truth
from screening.finding import Rule, Urgency
from screening.proof.naive_encoding import NaiveOutcome
from screening.proof.solver import Formula, any_of, between, differ, is_
from screening.proof.subject import Counterexample, Proved, Subject, in_words
from screening.proof.tables import NO, UNKNOWN, YES

_WORTH = {Truth.NO: NO, Truth.UNKNOWN: UNKNOWN, Truth.YES: YES}
_RANK = {level: rank for rank, level in enumerate(Urgency)}


def both_encodings_agree(subject: Subject) -> Proved:
    """The readable evaluator's encoding and the naive one agree rule by rule and on the level."""
    naive = NaiveOutcome(subject.rule_set, subject.pattern)
    compared = {rule.code: _they_differ(rule, subject, naive) for rule in subject.rule_set.rules}
    compared["the level"] = any_of(
        differ(subject.outcome.at_least(level), between(naive.level, _RANK[level], None))
        for level in Urgency
        if level is not Urgency.ROUTINE
    )
    failures = tuple(
        Counterexample(name, in_words(subject.response(example)))
        for name, wrong in compared.items()
        if (example := subject.simplest(subject.search, wrong))
    )
    return Proved("two encodings of every rule agree", len(compared), failures)


def _they_differ(rule: Rule, subject: Subject, naive: NaiveOutcome) -> Formula:
    truth = subject.outcome.truth(rule)
    truths = (differ(truth.is_(one), is_(naive.worth(rule.code), n)) for one, n in _WORTH.items())
    raises = (
        differ(subject.outcome.raises(rule, level), is_(naive.raises(rule), _RANK[level]))
        for level in (Urgency.SOON, Urgency.SAME_DAY)
    )
    said = differ(subject.outcome.said(rule), naive.said(rule))
    left_open = differ(subject.outcome.left_open(rule), naive.left_open(rule))
    return any_of((*truths, *raises, said, left_open))
