"""One answer a patient can choose, and how urgent it is beside the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One answer a patient can choose.

    ``concern`` orders the options of a warning item from harmless (0) to most urgent, so that the
    most urgent of several values can be told. ``stands`` marks an option of a context item on which
    a red flag rests: once given it counts until staff confirm, as a sign does. ``exclusive`` clears
    the other ticks; ``unknown`` means "not sure" or "rather not say". ``picture`` is a drawing
    beside the words, by its address among the player's files. ``changes`` names an earlier item to
    which the option leads back.
    """

    code: str
    text: str
    concern: int = 0
    stands: bool = False
    exclusive: bool = False
    unknown: bool = False
    ordinal: int | None = None
    picture: str = ""
    changes: str = ""


def are_told_apart(options: tuple[Option, ...]) -> bool:
    """Whether of any two options one is the more urgent, and only one of them is a sign."""
    ranks = [option.concern for option in options]
    signs = [option for option in options if option.concern and not option.unknown]
    return len(set(ranks)) == len(ranks) and len(signs) == 1
