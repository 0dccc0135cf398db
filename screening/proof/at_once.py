"""Prove several claims at once, each process starting from a subject of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context

from screening.finding import RuleSet
from screening.proof.subject import Proved, Subject


def proved_at_once(
    rule_set: RuleSet,
    theorems: Iterable[Callable[[Subject], Proved]],
    clock: Callable[[], float],
) -> Iterator[tuple[Proved, float]]:
    """What came of each claim, in their order, and the seconds it took by ``clock``."""
    # Spawned: a solver that was loaded before a fork is not safe to use after it.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(partial(_proved, rule_set, clock), theorems)


def _proved(
    rule_set: RuleSet, clock: Callable[[], float], theorem: Callable[[Subject], Proved]
) -> tuple[Proved, float]:
    subject, started = _subject(rule_set), clock()
    return theorem(subject), clock() - started


@cache
def _subject(rule_set: RuleSet) -> Subject:
    """What a process proves all its claims about, made once."""
    return Subject(rule_set)
