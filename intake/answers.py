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
    return replace(new, replaced=history(old))


def history(answer: Answer | None) -> tuple[Answer, ...]:
    """All that was said to an item, oldest first, each without a history of its own."""
    return (*answer.replaced, replace(answer, replaced=())) if answer else ()


def regathered(said: tuple[Answer, ...]) -> Answer | None:
    """The answer that these were the history of; None where nothing was said."""
    return replace(said[-1], replaced=said[:-1]) if said else None


def told_twice(first: Answer, second: Answer) -> Answer:
    """One answer out of two to the same question: what was said to both, in order of time."""
    in_time = sorted((*history(first), *history(second)), key=lambda one: one.at)
    return replace(in_time[-1], replaced=tuple(in_time[:-1]))


def standing_history(answer: Answer) -> tuple[Answer, ...]:
    """The answers that still count, oldest first: all since staff last confirmed the item.

    Staff who are signed in and put an answer right settle what was said before; until then a value
    that was taken back counts, whoever the tablet says is answering.
    """
    said = history(answer)
    for position in range(len(said) - 1, -1, -1):
        if said[position].is_confirmed:
            return said[position:]
    return said
