"""Criteria laid out as tables and steps, for the naive evaluator.

Every leaf is a table of cases, truths are the numbers 0 (no), 1 (unknown) and 2 (yes), a criterion
is a flat list of steps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from intake.answers import Value
from intake.criteria import (
    AllOf,
    AnyOf,
    AtLeast,
    Criterion,
    Exists,
    Interrupted,
    Is,
    Leaf,
    LeftOpen,
    Mentions,
    Not,
    Ticked,
    Within,
)
from intake.questionnaire import Choice, Question

NO, UNKNOWN, YES = 0, 1, 2
AGES = range(121)


@dataclass(frozen=True)
class Table:
    """What one leaf is worth in every case its item can be in.

    ``worth`` is by answered value; of several values the best counts. ``waiting`` is for an item
    that is open or not reached while the interview runs, ``never`` once it has ended. ``words``
    are those that make a text worth a yes.
    """

    link_id: str
    off: int
    waiting: int
    never: int
    worth: Mapping[Value, int]
    otherwise: int = NO
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ending:
    """What the leaf about the end is worth: completed, stopped; unknown while it runs."""

    completed: int = NO
    stopped: int = YES


class How(Enum):
    """How a step puts its parts together."""

    LEAF = "leaf"
    LEAST = "the least of its parts"
    MOST = "the most of its parts"
    COUNT = "so many of its parts"
    TURN = "its part turned round"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a criterion: a leaf, or earlier steps put together.

    ``n`` is how many parts must hold, or which of the layout's leaves it is.
    """

    how: How
    parts: tuple[int, ...] = ()
    n: int = 0


Steps: TypeAlias = tuple[Step, ...]
_HOW = {AllOf: How.LEAST, AnyOf: How.MOST, AtLeast: How.COUNT}


class Layout:
    """Lays criteria out as steps over one list of leaves, in which no leaf stands twice."""

    def __init__(self, items: Mapping[str, Question]) -> None:
        self.leaves: list[Table | Ending] = []
        self._items = items
        self._places: dict[Criterion, int] = {}

    def steps(self, criterion: Criterion) -> Steps:
        """The criterion as a flat list of steps; the last one is the criterion itself."""
        listed: list[Step] = []
        self._append(criterion, listed)
        return tuple(listed)

    def _append(self, criterion: Criterion, listed: list[Step]) -> int:
        match criterion:
            case AllOf(of) | AnyOf(of) | AtLeast(_, of):
                parts = tuple(self._append(part, listed) for part in of)
                n = criterion.n if isinstance(criterion, AtLeast) else 0
                step = Step(_HOW[type(criterion)], parts, n)
            case Not(of):
                step = Step(How.TURN, (self._append(of, listed),))
            case _:
                step = Step(How.LEAF, n=self._place(criterion))
        listed.append(step)
        return len(listed) - 1

    def _place(self, leaf: Leaf) -> int:
        if leaf not in self._places:
            self._places[leaf] = len(self.leaves)
            if isinstance(leaf, Interrupted):
                self.leaves.append(Ending())
            else:
                self.leaves.append(table(leaf, self._items[leaf.link_id]))
        return self._places[leaf]


def table(leaf: Is | Within | Ticked | Mentions | Exists | LeftOpen, item: Question) -> Table:
    """The cases of one leaf."""
    link_id = leaf.link_id
    options = item.options if isinstance(item, Choice) else ()
    match leaf:
        case Is(_, codes):
            worth: dict[Value, int] = {o.code: UNKNOWN if o.unknown else NO for o in options}
            worth |= dict.fromkeys(codes, YES)
            return Table(link_id, NO, UNKNOWN, UNKNOWN, worth)
        case Within(_, low, high):
            first, last = low or 0, AGES[-1] if high is None else high
            return Table(
                link_id, NO, UNKNOWN, UNKNOWN, {n: YES for n in AGES if first <= n <= last}
            )
        case Ticked():
            return Table(link_id, NO, UNKNOWN, UNKNOWN, {True: YES, False: NO})
        case Mentions(_, words):
            return Table(link_id, NO, UNKNOWN, NO, {}, words=words)
        case LeftOpen():
            unsure: dict[Value, int] = {o.code: YES for o in options if o.unknown}
            return Table(link_id, NO, UNKNOWN, YES, unsure)
        case Exists():
            return Table(link_id, NO, UNKNOWN, NO, {}, otherwise=YES)
