"""What a made-up clinic is made of: groups of patients and how often they give which answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from intake.citation import Source
from intake.questionnaire import Choice, Questionnaire

WHOLE = 100
"""Percent of everybody."""


@dataclass(frozen=True)
class Says:
    """How often a question gets each answer, in percent, and what the numbers rest on.

    Of a question with one answer, whatever is left over of the hundred gives the usual answer. Of
    one with several, every tick is drawn for itself; nobody who ticks nothing is left without an
    answer: they give the usual one.
    """

    link_id: str
    percent: Mapping[str, float]
    rests_on: Source


@dataclass(frozen=True, kw_only=True)
class Group:
    """Patients of one sort: their share of the clinic, their ages and how they answer.

    ``share`` counts against the other groups. ``ages`` holds, for each band of years (both ends
    included), its percent of the group. ``kind`` is what the rates are counted by; ``ordinary``
    says that the group should seldom be raised.
    """

    name: str
    kind: str
    share: float
    ages: Mapping[tuple[int, int], float]
    rests_on: Source
    says: tuple[Says, ...] = ()
    ordinary: bool = False


@dataclass(frozen=True, kw_only=True)
class Clinic:
    """Every group, what they have in common, and how people use the tablet.

    ``usual`` is the answer of whoever has nothing to tell, where that is not "No" or "None".
    ``telling`` spreads complaints unevenly, as they are: by what a patient's odds of having
    something to tell in any row of a grid are multiplied, with the percent of patients.
    ``not_sure`` is the percent of questions answered one by one that are answered "not sure";
    ``no_to_all`` the percent of patients with nothing to tell in a grid who say so in one tap.
    Answers are given on ``visit``.
    """

    questionnaire: Questionnaire
    groups: tuple[Group, ...]
    everybody: tuple[Says, ...]
    usual: Mapping[str, str]
    telling: Mapping[float, float]
    not_sure: float
    no_to_all: float
    visit: date

    def __post_init__(self) -> None:
        """Refuse answers that cannot be given, naming where they stand."""
        for link_id, code in self.usual.items():
            self._check_option("usual", link_id, code)
        for says in self.everybody:
            self._check("everybody", says)
        _check_hundred("telling", "patients", sum(self.telling.values()), exact=True)
        for group in self.groups:
            _check_hundred(group.name, "ages", sum(group.ages.values()), exact=True)
            for says in group.says:
                self._check(group.name, says)
            _check_once(group)

    @cached_property
    def choices(self) -> dict[str, Choice]:
        """Every question that is answered by choosing, in order."""
        items = self.questionnaire.questions.items()
        return {
            link_id: item for link_id, item in items if isinstance(item, Choice) and item.required
        }

    @cached_property
    def usually(self) -> dict[str, str]:
        """The answer to each question of whoever has nothing to tell."""
        return {link_id: self._usual(item) for link_id, item in self.choices.items()}

    def said_by(self, group: Group) -> dict[str, Says]:
        """How a group answers each question; its own numbers replace everybody's."""
        return {says.link_id: says for says in (*self.everybody, *group.says)}

    def _usual(self, item: Choice) -> str:
        harmless = (option.code for option in item.options if option.code in {"no", "none"})
        code = self.usual.get(item.link_id) or next(harmless, "")
        if not code:
            msg = f"usual: '{item.link_id}' has neither No nor None and needs a usual answer"
            raise ValueError(msg)
        return code

    def _check(self, where: str, says: Says) -> None:
        for code in says.percent:
            self._check_option(where, says.link_id, code)
        item = self.choices[says.link_id]
        highest = max(says.percent.values()) if item.repeats else sum(says.percent.values())
        _check_hundred(where, says.link_id, highest)

    def _check_option(self, where: str, link_id: str, code: str) -> None:
        item = self.choices.get(link_id)
        if item is None or item.option(code) is None:
            msg = f"{where}: '{code}' is not an answer to '{link_id}'"
            raise ValueError(msg)


def _check_hundred(where: str, what: str, percent: float, *, exact: bool = False) -> None:
    if percent > WHOLE or (exact and percent != WHOLE):
        msg = f"{where}: {what} adds up to {percent:g} percent"
        raise ValueError(msg)


def _check_once(group: Group) -> None:
    counted = Counter(says.link_id for says in group.says)
    if twice := [link_id for link_id, times in counted.items() if times > 1]:
        msg = f"{group.name}: says twice how '{twice[0]}' is answered"
        raise ValueError(msg)
