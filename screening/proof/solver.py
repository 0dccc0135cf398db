"""The little of z3 that the proofs need, with types; loaded only when something is proved.

z3 is asked for by name because testing needs it and running Anteroom does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, NewType

Formula = NewType("Formula", object)
"""Something that is so or is not: a Python bool, or what z3 makes of unknown ones."""
Number = NewType("Number", object)
"""A small whole number that is not known yet."""

TRUE = Formula(True)  # noqa: FBT003 - the constant itself
FALSE = Formula(False)  # noqa: FBT003 - the constant itself
_BITS = 8


class NoAnswerError(RuntimeError):
    """The solver gave up: neither an example nor a proof that there is none."""


@cache
def _z3() -> ModuleType:
    return import_module("z3")


def variable(name: str) -> Formula:
    """Something not known yet."""
    return Formula(_z3().Bool(name))


def all_of(parts: Iterable[Formula]) -> Formula:
    """Every one of these holds; true of none."""
    kept = [part for part in parts if part is not TRUE]
    if any(part is FALSE for part in kept):
        return FALSE
    if len(kept) > 1:
        return Formula(_z3().And(*kept))
    return kept[0] if kept else TRUE


def any_of(parts: Iterable[Formula]) -> Formula:
    """At least one of these holds; false of none."""
    kept = [part for part in parts if part is not FALSE]
    if any(part is TRUE for part in kept):
        return TRUE
    if len(kept) > 1:
        return Formula(_z3().Or(*kept))
    return kept[0] if kept else FALSE


def both(one: Formula, other: Formula) -> Formula:
    """The one and the other."""
    return all_of((one, other))


def either(one: Formula, other: Formula) -> Formula:
    """The one or the other, or both."""
    return any_of((one, other))


def no(part: Formula) -> Formula:
    """The opposite."""
    if part is TRUE or part is FALSE:
        return FALSE if part is TRUE else TRUE
    return Formula(_z3().Not(part))


def differ(one: Formula, other: Formula) -> Formula:
    """One of the two holds and the other does not."""
    if one is FALSE or one is TRUE:
        return no(other) if one is TRUE else other
    if other is FALSE or other is TRUE:
        return no(one) if other is TRUE else one
    return Formula(_z3().Xor(one, other))


def at_least(n: int, parts: Iterable[Formula]) -> Formula:
    """At least ``n`` of these hold; one listed twice counts twice."""
    listed = list(parts)
    needed = n - sum(part is TRUE for part in listed)
    open_ones = [part for part in listed if part is not TRUE and part is not FALSE]
    if needed <= 0:
        return TRUE
    if needed > len(open_ones):
        return FALSE
    return Formula(_z3().PbGe([(part, 1) for part in open_ones], needed))


def at_most(n: int, parts: Iterable[Formula]) -> Formula:
    """No more than ``n`` of these hold."""
    listed = list(parts)
    return at_least(len(listed) - n, [no(part) for part in listed])


# Numbers of a few bits: ages, and the naive evaluator's truths.


def number(name: str) -> Number:
    """A whole number from 0 to 255, not known yet."""
    return Number(_z3().BitVec(name, _BITS))


def constant(value: int) -> Number:
    """A number that is known."""
    return Number(_z3().BitVecVal(value, _BITS))


def between(one: Number, lowest: int | None, highest: int | None) -> Formula:
    """The number is at least ``lowest`` and at most ``highest``, where given."""
    low = TRUE if lowest is None or lowest <= 0 else _folded(_z3().UGE(one, lowest))
    if highest is not None and highest < 0:
        return FALSE
    return both(low, TRUE if highest is None else _folded(_z3().ULE(one, highest)))


def is_(one: Number, value: int) -> Formula:
    """The number is this one."""
    return _folded(_z3().BitVecVal(value, _BITS) == one)


def _folded(part: object) -> Formula:
    """The plain truth where the numbers are known."""
    simple = _z3().simplify(part)
    if _z3().is_true(simple) or _z3().is_false(simple):
        return TRUE if _z3().is_true(simple) else FALSE
    return Formula(simple)


def if_else(condition: Formula, one: Number, other: Number) -> Number:
    """The one number if the condition holds, else the other."""
    if condition is TRUE or condition is FALSE:
        return one if condition is TRUE else other
    return Number(_z3().If(condition, one, other))


def larger(one: Number, other: Number) -> Number:
    """The larger of two numbers."""
    return if_else(Formula(_z3().UGE(one, other)), one, other)


def total(parts: Iterable[Number]) -> Number:
    """The sum, which must not exceed 255."""
    added: Any = _z3().BitVecVal(0, _BITS)
    for part in parts:
        added = added + part
    return Number(added)


# Searching.


@dataclass(frozen=True)
class Example:
    """One way in which everything that was wanted holds."""

    _model: Any

    def holds(self, part: Formula) -> bool:
        """Whether this is so in the example."""
        if part is TRUE or part is FALSE:
            return part is TRUE
        return bool(_z3().is_true(self._evaluated(part)))

    def value(self, one: Number) -> int:
        """What the number is in the example."""
        return int(str(self._evaluated(one)))

    def _evaluated(self, what: object) -> object:
        evaluated: object = self._model.eval(what, model_completion=True)
        return evaluated


class Search:
    """Looks for examples among everything that satisfies what always holds."""

    def __init__(self, *always: Formula) -> None:
        self._solver = _z3().SolverFor("QF_FD")
        self.narrow(*always)

    def narrow(self, *always: Formula) -> None:
        """Look from now on only where all of this holds, too."""
        for part in always:
            self._solver.add(part)

    def find(self, *wanted: Formula) -> Example | None:
        """An example in which all of this holds, or None when there is none at all."""
        self._solver.push()
        try:
            self._solver.add(*wanted)
            found = str(self._solver.check())
            if found == "unknown":
                raise NoAnswerError(str(self._solver.reason_unknown()))
            return Example(self._solver.model()) if found == "sat" else None
        finally:
            self._solver.pop()
