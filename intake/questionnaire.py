"""The parts a questionnaire is made of, in FHIR's words; impossible content fails at import."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from intake.answers import Value
from intake.citation import Source, check_claims
from intake.criteria import (
    Criterion,
    Is,
    LeftOpen,
    Mentions,
    Ticked,
    Within,
    every_part,
    is_flat,
    leaves,
    mentioned,
)
from intake.option import Option, are_told_apart

_LINK_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_MOST_ROWS = 6
"""Rows one screen can hold for a patient with a minute of patience (clinical design)."""


class Role(Enum):
    """What it means when an item is left open.

    SAFETY: one of the direct safety questions, counted on the summary. WARNING: an unknown rule
    that hangs on it raises. CONTEXT: an unknown rule that hangs on it only prints its question.
    """

    SAFETY = "safety"
    WARNING = "warning"
    CONTEXT = "context"


@dataclass(frozen=True, kw_only=True)
class Item:
    """A question: its linkId, its short clinical code, its wording and what it rests on.

    ``enable_when`` is a flat any/all of comparisons; groups inside groups give the rest.
    """

    link_id: str
    code: str
    text: str
    hint: str = ""
    claims: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    enable_when: Criterion | None = None
    role: Role = Role.CONTEXT
    required: bool = True
    short: str = ""

    def __post_init__(self) -> None:
        """Refuse an impossible declaration, naming it."""
        if not _LINK_ID.match(self.link_id):
            msg = f"{self.link_id}: a linkId is lower-case words joined by hyphens"
            raise ValueError(msg)
        check_claims(self.link_id, self.claims)
        if self.enable_when is not None and not is_flat(self.enable_when):
            msg = f"{self.link_id}: enable_when must be a flat any/all; use a group for the rest"
            raise ValueError(msg)

    @property
    def label(self) -> str:
        """A few words for a summary row: ``short`` where given, else the question itself."""
        return self.short or self.text


@dataclass(frozen=True, kw_only=True)
class Choice(Item):
    """A question answered by choosing one option, or several where ``repeats``.

    ``needs_staff_offline`` lists the options that call staff when the server cannot be asked.
    ``asks_again`` names the item of which this is the second asking: what is known of that item
    is then what both came to, and no rule has to know that it was asked twice.
    """

    options: tuple[Option, ...]
    repeats: bool = False
    needs_staff_offline: tuple[Option, ...] = ()
    asks_again: str = ""
    control: str = "radio-button"

    def __post_init__(self) -> None:
        """Refuse duplicate option codes."""
        super().__post_init__()
        counted = Counter(option.code for option in self.options)
        if twice := [code for code, times in counted.items() if times > 1]:
            msg = f"{self.link_id}: option '{twice[0]}' is declared twice"
            raise ValueError(msg)
        if self.standing_codes and (self.role is not Role.CONTEXT or not self.required):
            msg = f"{self.link_id}: only options of a context item that must be answered can stand"
            raise ValueError(msg)

    def option(self, code: object) -> Option | None:
        """The option with this code, if the item has it."""
        return self._by_code.get(code)

    @cached_property
    def _by_code(self) -> dict[object, Option]:
        return {option.code: option for option in self.options}

    @cached_property
    def exclusive_codes(self) -> frozenset[Value]:
        """The codes that stand alone: an answer with one of them has no other."""
        return frozenset(option.code for option in self.options if option.exclusive)

    @cached_property
    def unknown_codes(self) -> frozenset[Value]:
        """The codes that mean "not sure" or "rather not say"."""
        return frozenset(option.code for option in self.options if option.unknown)

    @cached_property
    def standing_codes(self) -> frozenset[Value]:
        """The codes that count until staff confirm, although the item is of context."""
        return frozenset(option.code for option in self.options if option.stands)

    def is_(self, *options: Option) -> Is:
        """The criterion that this item was answered with one of these options."""
        for option in options:
            if option not in self.options:
                msg = f"{self.link_id}: has no option '{option.code}'"
                raise ValueError(msg)
        return Is(self.link_id, tuple(option.code for option in options))

    def is_not(self, *options: Option) -> Is:
        """The criterion that this item was answered, "not sure" included, with any other option."""
        self.is_(*options)
        return self.is_(*(option for option in self.options if option not in options))

    def known_not(self, *options: Option) -> Is:
        """The criterion that this item was answered, and known, with any other option."""
        self.is_(*options)
        return self.is_(
            *(o for o in self.options if o not in options and not o.unknown),
        )

    @property
    def left_open(self) -> LeftOpen:
        """The criterion that this item was "not sure" or never answered."""
        return LeftOpen(self.link_id)


@dataclass(frozen=True, kw_only=True)
class WholeNumber(Item):
    """A whole number worked out by the kiosk, never typed; hidden from the patient."""

    def at_least(self, lowest: int) -> Within:
        """The criterion that the number is this or more."""
        return Within(self.link_id, lowest=lowest)

    def under(self, limit: int) -> Within:
        """The criterion that the number is below this."""
        return Within(self.link_id, highest=limit - 1)

    def between(self, lowest: int, highest: int) -> Within:
        """The criterion that the number lies between these, both included."""
        return Within(self.link_id, lowest, highest)


@dataclass(frozen=True, kw_only=True)
class CalendarDate(Item):
    """A date given on the keypad."""


@dataclass(frozen=True, kw_only=True)
class FreeText(Item):
    """The patient's own words; ``max_length`` in characters."""

    max_length: int = 2000

    def names(self, *words: str) -> Mentions:
        """The criterion that one of these words or phrases stands in what was written."""
        return Mentions(self.link_id, words)


@dataclass(frozen=True, kw_only=True)
class NoToAll(Item):
    """The tick "No to all of these" below a grid; the rows themselves carry the answers."""

    @property
    def ticked(self) -> Ticked:
        """The criterion that the tick was given."""
        return Ticked(self.link_id)


Question: TypeAlias = Choice | WholeNumber | CalendarDate | FreeText | NoToAll


@dataclass(frozen=True, kw_only=True)
class Group:
    """Items under one heading; ``grid`` when its rows share one screen.

    A ``page`` is one screen as well: lists to tick and search, which may all be skipped in one
    tap. Any other group is transparent: each item is a screen of its own, and the group's
    ``enable_when`` holds for all of them.
    """

    link_id: str
    text: str = ""
    hint: str = ""
    items: tuple[Question | Group, ...]
    enable_when: Criterion | None = None
    grid: bool = False
    page: bool = False

    def __post_init__(self) -> None:
        """Refuse a grid too long for one screen, and a page that cannot be skipped."""
        rows = [item for item in self.items if isinstance(item, Choice)]
        if self.grid and len(rows) > _MOST_ROWS:
            msg = f"{self.link_id}: a grid holds at most {_MOST_ROWS} rows"
            raise ValueError(msg)
        if self.page and not all(map(_may_be_ticked_or_skipped, self.items)):
            msg = f"{self.link_id}: a page holds lists to tick that may be skipped"
            raise ValueError(msg)


@dataclass(frozen=True)
class Placed:
    """A question, its group and section, and every condition over it: its own and its groups'."""

    item: Question
    conditions: tuple[Criterion, ...]
    section: Group
    group: Group


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """A versioned tree of items, in the order the patient meets them.

    ``needs_staff_offline`` lists what only together calls staff when the server cannot be asked:
    each a condition, or all of several, on whatever was said, asked for any more or not.
    """

    url: str
    version: str
    title: str
    language: str
    items: tuple[Group, ...]
    needs_staff_offline: tuple[Criterion, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a linkId used twice and conditions on what is not there or comes later."""
        link_ids = Counter(item.link_id for item in _everything(self.items))
        if twice := [link_id for link_id, times in link_ids.items() if times > 1]:
            msg = f"{twice[0]}: this linkId is declared twice"
            raise ValueError(msg)
        seen: dict[str, Question] = {}
        for placed in self.placed:
            for condition in placed.conditions:
                _check_references(placed.item.link_id, condition, seen)
            _check_ways_back(placed.item, seen)
            seen[placed.item.link_id] = placed.item
        for second, first in self.asked_again.items():
            _check_asked_again(second, first, self)
        for together in self.needs_staff_offline:
            _check_references("needs_staff_offline", together, seen)
            if not all(is_flat(part) for part in every_part(together)):
                msg = f"{together}: needs_staff_offline holds all of some flat conditions"
                raise ValueError(msg)

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Every question in order, with its conditions."""
        sections = (self._walk(section, _with(section, ()), section) for section in self.items)
        return tuple(chain.from_iterable(sections))

    @cached_property
    def place(self) -> dict[str, Placed]:
        """Where every question stands, by linkId."""
        return {placed.item.link_id: placed for placed in self.placed}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by linkId, in order."""
        return {placed.item.link_id: placed.item for placed in self.placed}

    @cached_property
    def asked_again(self) -> dict[str, str]:
        """The items that ask again, each with the item it asks again."""
        choices = (item for item in self.questions.values() if isinstance(item, Choice))
        return {item.link_id: item.asks_again for item in choices if item.asks_again}

    @cached_property
    def second_asking(self) -> dict[str, str]:
        """The items that are asked again, each with the item that does."""
        return {first: again for again, first in self.asked_again.items()}

    @cached_property
    def by_code(self) -> dict[str, Question]:
        """Every question by its short clinical code."""
        return {item.code: item for item in self.questions.values() if item.code}

    def choice(self, link_id: str) -> Choice:
        """The choice item with this linkId."""
        item = self.questions[link_id]
        if not isinstance(item, Choice):
            msg = f"{link_id}: not a choice item"
            raise TypeError(msg)
        return item

    def _walk(
        self, group: Group, conditions: tuple[Criterion, ...], section: Group
    ) -> Iterator[Placed]:
        for item in group.items:
            here = _with(item, conditions)
            if isinstance(item, Group):
                yield from self._walk(item, here, section)
            else:
                yield Placed(item, here, section, group)


def _with(item: Question | Group, conditions: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    return (*conditions, item.enable_when) if item.enable_when else conditions


def _may_be_ticked_or_skipped(item: Question | Group) -> bool:
    return isinstance(item, Choice) and item.repeats and not item.required


def _everything(items: tuple[Question | Group, ...]) -> Iterator[Question | Group]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _everything(item.items)


def _check_references(owner: str, criterion: Criterion, known: dict[str, Question]) -> None:
    for link_id in mentioned(criterion):
        if link_id not in known:
            msg = f"{owner}: its condition names '{link_id}', which is not asked before it"
            raise ValueError(msg)
    for leaf in leaves(criterion):
        if isinstance(leaf, Is):
            item = known[leaf.link_id]
            for code in leaf.codes:
                if not isinstance(item, Choice) or item.option(code) is None:
                    msg = f"{owner}: its condition names option '{code}' of '{leaf.link_id}'"
                    raise ValueError(msg)
        if isinstance(leaf, Ticked) and known[leaf.link_id].__class__ is not NoToAll:
            msg = f"{owner}: its condition takes '{leaf.link_id}' for a tick, which it is not"
            raise ValueError(msg)


def _check_ways_back(item: Question, known: dict[str, Question]) -> None:
    options = item.options if isinstance(item, Choice) else ()
    for option in options:
        if option.changes and option.changes not in known:
            msg = f"{item.link_id}: leads back to '{option.changes}', which is not asked before it"
            raise ValueError(msg)


def _check_asked_again(second: str, first: str, whole: Questionnaire) -> None:
    """Refuse a second asking that could come to something else than its first."""
    again, before = whole.choice(second), whole.questions.get(first)
    order = list(whole.questions)
    msg = ""
    if not isinstance(before, Choice) or order.index(first) > order.index(second):
        msg = f"asks '{first}' again, which is not a choice asked before it"
    elif before.repeats or again.repeats or before.options != again.options:
        msg = f"asks '{first}' again, but not for one of the same options"
    elif not are_told_apart(before.options):
        msg = f"asks '{first}' again, whose options are not told apart by how urgent they are"
    elif list(whole.asked_again.values()).count(first) > 1 or before.asks_again:
        msg = f"asks '{first}' again, which is asked more than twice"
    elif any(first in _opened_by(placed) for placed in whole.placed):
        msg = f"asks '{first}' again, on which another question's condition rests"
    elif any(placed.conditions for placed in whole.placed if placed.item is before):
        msg = f"asks '{first}' again, which is not asked of everybody"
    if msg:
        raise ValueError(f"{second}: {msg}")


def _opened_by(placed: Placed) -> frozenset[str]:
    return frozenset[str]().union(*(mentioned(condition) for condition in placed.conditions))
