"""The values an answer can have, the three truths, and the history an answer keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import TypeAlias

Value: TypeAlias = str | int | bool | date
"""An option code or a text, a whole number, a tick, or a calendar date."""


class Truth(Enum):
    """Whether something is so: no, not known, or yes, in that order."""

    NO = 0
    UNKNOWN = 1
    YES = 2


class Informant(Enum):
    """Who gave an answer."""

    PATIENT = "patient"
    COMPANION = "companion"
    GUARDIAN = "guardian"
    STAFF = "staff"


class Mode(Enum):
    """Whether an answer was tapped for itself or given by "No to all of these"."""

    SINGLE = "single"
    GROUP = "group"


@dataclass(frozen=True)
class Answer:
    """One answer: its values, when (UTC) and by whom it was given, how, and what it replaced.

    ``values`` is never empty; several values only where the item allows several. ``initials``
    name the signed-in member of staff who put it right; a tablet, where anybody may say that they
    are staff, knows none. ``replaced`` lists earlier answers to the same item, oldest first, each
    without a history of its own.
    """

    values: tuple[Value, ...]
    at: datetime
    by: Informant = Informant.PATIENT
    initials: str = ""
    mode: Mode = Mode.SINGLE
    replaced: tuple[Answer, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Whether signed-in staff gave it: what a tablet says of itself confirms nothing."""
        return self.by is Informant.STAFF and bool(self.initials)


def revise(old: Answer | None, new: Answer) -> Answer:
    """The answer to keep when ``new`` is given where ``old`` stood: nothing said is forgotten."""
    if old is None:
        return new
    if old.values == new.values and old.by is new.by and old.mode is new.mode:
        return old
    return replace(new, replaced=(*old.replaced, replace(old, replaced=())))


def told_twice(first: Answer, second: Answer) -> Answer:
    """One answer out of two to the same question: what was said to both, in order of time."""
    every = (*first.replaced, first, *second.replaced, second)
    history = sorted((replace(one, replaced=()) for one in every), key=lambda one: one.at)
    return replace(history[-1], replaced=tuple(history[:-1]))


def standing_history(answer: Answer) -> tuple[Answer, ...]:
    """The answers that still count, oldest first: all since staff last confirmed the item.

    Staff who are signed in and put an answer right settle what was said before; until then a value
    that was taken back counts, whoever the tablet says is answering.
    """
    history = (*answer.replaced, replace(answer, replaced=()))
    for position in range(len(history) - 1, -1, -1):
        if history[position].is_confirmed:
            return history[position:]
    return history
