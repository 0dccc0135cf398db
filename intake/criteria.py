"""A closed algebra of conditions on answers, and its three-valued evaluation.

Criteria are frozen data without callables, so the same declaration can be evaluated, printed,
exported as FHIR ``enableWhen`` and handed to a prover. Unknown is a value of its own and never
stands for no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias, cast

from intake.answers import Truth, Value
from intake.own_words import named


class _Combinable:
    """Criteria join with ``&`` and ``|`` and turn with ``~``, as they are read aloud."""

    def __or__(self, other: Criterion) -> AnyOf:
        return AnyOf((*_parts(self, AnyOf), *_parts(other, AnyOf)))

    def __and__(self, other: Criterion) -> AllOf:
        return AllOf((*_parts(self, AllOf), *_parts(other, AllOf)))

    def __invert__(self) -> Not:
        return Not(cast("Criterion", self))


@dataclass(frozen=True)
class Is(_Combinable):
    """The item was answered with one of these option codes."""

    link_id: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Within(_Combinable):
    """The whole number is at least ``lowest`` and at most ``highest``, where given."""

    link_id: str
    lowest: int | None = None
    highest: int | None = None


@dataclass(frozen=True)
class Ticked(_Combinable):
    """The tick "No to all of these" of a grid was given."""

    link_id: str


@dataclass(frozen=True)
class Mentions(_Combinable):
    """The patient's own words name one of these words or phrases.

    Nobody has to write: once the interview has ended, an item left empty names nothing.
    """

    link_id: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Exists(_Combinable):
    """The item has an answer, a "not sure" included."""

    link_id: str


@dataclass(frozen=True)
class LeftOpen(_Combinable):
    """The item was answered "not sure", or the interview ended without an answer to it."""

    link_id: str


@dataclass(frozen=True)
class Interrupted(_Combinable):
    """The interview ended before the patient finished it."""


@dataclass(frozen=True)
class AnyOf(_Combinable):
    """At least one of these holds."""

    of: tuple[Criterion, ...]


@dataclass(frozen=True)
class AllOf(_Combinable):
    """Every one of these holds."""

    of: tuple[Criterion, ...]


@dataclass(frozen=True)
class AtLeast(_Combinable):
    """At least ``n`` of these hold; one listed twice counts twice."""

    n: int
    of: tuple[Criterion, ...]


@dataclass(frozen=True)
class Not(_Combinable):
    """The opposite of this holds."""

    of: Criterion


Leaf: TypeAlias = Is | Within | Ticked | Mentions | Exists | LeftOpen | Interrupted
Criterion: TypeAlias = Leaf | AnyOf | AllOf | AtLeast | Not


def _parts(criterion: object, joiner: type[AnyOf | AllOf]) -> tuple[Criterion, ...]:
    """The parts of a criterion already joined the same way, else the criterion alone."""
    if isinstance(criterion, joiner):
        return criterion.of
    return (cast("Criterion", criterion),)


def at_least(n: int, *of: Criterion) -> AtLeast:
    """At least ``n`` of these hold; one listed twice counts twice."""
    return AtLeast(n, of)


def every_part(criterion: Criterion) -> tuple[Criterion, ...]:
    """What must hold for the criterion to hold: its parts where it is all of several."""
    return criterion.of if isinstance(criterion, AllOf) else (criterion,)


def is_flat(criterion: Criterion) -> bool:
    """Whether it is one comparison, or any or all of some: what one FHIR ``enableWhen`` can say."""
    parts = criterion.of if isinstance(criterion, AnyOf | AllOf) else (criterion,)
    return all(isinstance(part, Is | Within | Ticked) for part in parts)


class State(Enum):
    """Where an item stands: answered, open, off because its conditions are false, or not reached.

    NOT_REACHED is off because a condition is open or "not sure": nothing is known of the item.
    """

    ANSWERED = "answered"
    OPEN = "open"
    OFF = "off"
    NOT_REACHED = "not reached"


@dataclass(frozen=True)
class Fact:
    """What is known of one item; ``unsure`` when a "not sure" stands among its values."""

    state: State
    values: tuple[Value, ...] = ()
    unsure: bool = False


@dataclass(frozen=True)
class Facts:
    """What is known of every item of one interview.

    ``ended`` is true once no more answers are expected, ``interrupted`` when it ended early.
    """

    of: Mapping[str, Fact]
    ended: bool = False
    interrupted: bool = False


def evaluate(criterion: Criterion, facts: Facts) -> Truth:
    """Whether the criterion holds, in Kleene's three-valued logic."""
    match criterion:
        case Is():  # first, as nearly every part of a rule is one
            return _is_one_of(criterion.codes, facts.of[criterion.link_id])
        case AllOf():
            return _all(criterion.of, facts)
        case AnyOf():
            return _any(criterion.of, facts)
        case AtLeast():
            return _at_least(criterion.n, [evaluate(part, facts) for part in criterion.of])
        case Not():
            return _opposite(evaluate(criterion.of, facts))
        case Within() | Ticked() | Mentions() | Exists() | LeftOpen() | Interrupted():
            return _of_leaf(criterion, facts)


def _is_one_of(codes: tuple[str, ...], fact: Fact) -> Truth:
    if fact.state is not State.ANSWERED:
        return Truth.NO if fact.state is State.OFF else Truth.UNKNOWN
    for value in fact.values:
        if value in codes:
            return Truth.YES
    return Truth.UNKNOWN if fact.unsure else Truth.NO


def _opposite(truth: Truth) -> Truth:
    if truth is Truth.UNKNOWN:
        return truth
    return Truth.NO if truth is Truth.YES else Truth.YES


def _all(parts: tuple[Criterion, ...], facts: Facts) -> Truth:
    lowest = Truth.YES
    for part in parts:
        truth = evaluate(part, facts)
        if truth is Truth.NO:
            return truth
        if truth is Truth.UNKNOWN:
            lowest = truth
    return lowest


def _any(parts: tuple[Criterion, ...], facts: Facts) -> Truth:
    highest = Truth.NO
    for part in parts:
        truth = evaluate(part, facts)
        if truth is Truth.YES:
            return truth
        if truth is Truth.UNKNOWN:
            highest = truth
    return highest


def _of_leaf(
    leaf: Within | Ticked | Mentions | Exists | LeftOpen | Interrupted, facts: Facts
) -> Truth:
    match leaf:
        case Interrupted():
            return _truth(facts.interrupted) if facts.ended else Truth.UNKNOWN
        case Mentions():
            return _named(leaf.words, facts.of[leaf.link_id], ended=facts.ended)
        case Exists():
            return _answered(facts.of[leaf.link_id], ended=facts.ended)
        case LeftOpen():
            return _left_open(facts.of[leaf.link_id], ended=facts.ended)
        case Within() | Ticked():
            return _compared(leaf, facts.of[leaf.link_id])


def _named(words: tuple[str, ...], fact: Fact, *, ended: bool) -> Truth:
    if fact.state is not State.ANSWERED:
        return _answered(fact, ended=ended)
    return _truth(any(isinstance(one, str) and named(one, words) for one in fact.values))


def _answered(fact: Fact, *, ended: bool) -> Truth:
    if fact.state in (State.OPEN, State.NOT_REACHED):
        return Truth.NO if ended else Truth.UNKNOWN
    return _truth(fact.state is State.ANSWERED)


def _left_open(fact: Fact, *, ended: bool) -> Truth:
    if fact.state in (State.OPEN, State.NOT_REACHED):
        return Truth.YES if ended else Truth.UNKNOWN
    return _truth(fact.unsure)


def _compared(leaf: Within | Ticked, fact: Fact) -> Truth:
    if fact.state is State.OFF:
        return Truth.NO
    if fact.state is not State.ANSWERED:
        return Truth.UNKNOWN
    if any(_matches(leaf, value) for value in fact.values):
        return Truth.YES
    return Truth.UNKNOWN if fact.unsure else Truth.NO


def _matches(leaf: Within | Ticked, value: Value) -> bool:
    match leaf:
        case Within(_, lowest, highest):
            return _lies(value, lowest, highest)
        case Ticked():
            return value is True


def _lies(value: Value, lowest: int | None, highest: int | None) -> bool:
    return (
        isinstance(value, int)
        and (lowest is None or value >= lowest)
        and (highest is None or value <= highest)
    )


def _at_least(n: int, truths: list[Truth]) -> Truth:
    if truths.count(Truth.YES) >= n:
        return Truth.YES
    possible = len(truths) - truths.count(Truth.NO)
    return Truth.UNKNOWN if possible >= n else Truth.NO


def _truth(holds: bool) -> Truth:  # noqa: FBT001 - it turns a bool into a truth; that is all
    return Truth.YES if holds else Truth.NO


def leaves(criterion: Criterion) -> Iterator[Leaf]:
    """Every leaf of the criterion, left to right."""
    match criterion:
        case AllOf(of) | AnyOf(of) | AtLeast(_, of):
            for part in of:
                yield from leaves(part)
        case Not(of):
            yield from leaves(of)
        case _:
            yield criterion


def mentioned(criterion: Criterion) -> frozenset[str]:
    """The linkIds the criterion rests on."""
    return frozenset(
        leaf.link_id for leaf in leaves(criterion) if not isinstance(leaf, Interrupted)
    )


def holding(criterion: Criterion, facts: Facts) -> Iterator[Leaf]:
    """The leaves that make a true criterion true."""
    if evaluate(criterion, facts) is not Truth.YES:
        return
    match criterion:
        case AllOf(of) | AnyOf(of) | AtLeast(_, of):
            for part in of:
                yield from holding(part, facts)
        case Not(of):
            yield from leaves(of)
        case _:
            yield criterion


def open_parts(criterion: Criterion, facts: Facts) -> Iterator[Leaf]:
    """The unknown leaves on which an unknown criterion still hangs."""
    if evaluate(criterion, facts) is not Truth.UNKNOWN:
        return
    match criterion:
        case AllOf(of) | AnyOf(of) | AtLeast(_, of):
            for part in of:
                yield from open_parts(part, facts)
        case Not(of):
            yield from open_parts(of, facts)
        case _:
            yield criterion


def partly_so(criterion: Criterion, facts: Facts) -> bool:
    """Whether some other part of an unknown criterion is already true."""
    if evaluate(criterion, facts) is not Truth.UNKNOWN:
        return False
    match criterion:
        case AllOf(of) | AnyOf(of) | AtLeast(_, of):
            return _some_true(of, facts) or any(partly_so(part, facts) for part in of)
        case Not(of):
            return partly_so(of, facts)
        case _:
            return False


def _some_true(parts: Iterable[Criterion], facts: Facts) -> bool:
    return any(evaluate(part, facts) is Truth.YES for part in parts)
