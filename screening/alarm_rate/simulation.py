"""Made-up patients of a made-up clinic, drawn one after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol, TypeAlias, TypeVar

from intake.answers import Answer, Mode
from intake.fhir.ticks import untold_ticks
from intake.navigation import screens
from intake.questionnaire import Choice, NoToAll
from intake.response import QuestionnaireResponse, enabled
from screening.alarm_rate.clinic import WHOLE, Clinic, Group, Says

Ticks: TypeAlias = tuple[str, ...]
Key = TypeVar("Key")


class Chance(Protocol):
    """Where chance comes from: `random.Random`, seeded by whoever asks."""

    def random(self) -> float:
        """A number from 0 to just under 1."""


@dataclass(frozen=True)
class Patient:
    """One made-up patient: the group they are of and what they answered."""

    group: Group
    response: QuestionnaireResponse


def patients(clinic: Clinic, number: int, chance: Chance) -> Iterator[Patient]:
    """So many patients of the clinic; the same chance draws the same patients."""
    shares = {position: group.share for position, group in enumerate(clinic.groups)}
    drawing = _Drawing(clinic, chance)
    for _ in range(number):
        group = clinic.groups[_weighted(shares, chance)]
        yield Patient(group, drawing.response(group))


class _Drawing:
    """Draws answers; holds what is the same for every patient of a clinic."""

    def __init__(self, clinic: Clinic, chance: Chance) -> None:
        self._clinic = clinic
        self._chance = chance
        self._at = datetime.combine(clinic.visit, time(9), tzinfo=UTC)
        self._grids = tuple(_rows(clinic))
        self._in_grids = {link_id for rows in self._grids for link_id in rows}
        self._says = {group.name: clinic.said_by(group) for group in clinic.groups}

    def response(self, group: Group) -> QuestionnaireResponse:
        """What one patient of the group answers to the questions they are asked."""
        age = self._age(group)
        born = date(self._clinic.visit.year - age, 1, 1)
        answers = {"birth-date": Answer((born,), self._at), "age": Answer((age,), self._at)}
        answers |= self._answers(self._says[group.name])
        every = QuestionnaireResponse(self._clinic.questionnaire, self._at, answers=answers)
        asked = [item.link_id for item in enabled(every) if item.link_id in answers]
        return every.with_answers({link_id: answers[link_id] for link_id in asked})

    def _age(self, group: Group) -> int:
        lowest, highest = _weighted(group.ages, self._chance)
        return lowest + int(self._chance.random() * (highest - lowest + 1))

    def _answers(self, says: Mapping[str, Says]) -> dict[str, Answer]:
        """An answer to every question, as if each were asked."""
        telling = _weighted(self._clinic.telling, self._chance)
        meant = {
            link_id: self._meant(
                item, says.get(link_id), telling if link_id in self._in_grids else 1
            )
            for link_id, item in self._clinic.choices.items()
        }
        answers: dict[str, Answer] = {}
        for rows in self._grids:
            answers |= self._grid({link_id: meant[link_id] for link_id in rows})
        for link_id, ticks in meant.items():
            if link_id not in self._in_grids:
                answers[link_id] = self._alone(link_id, ticks)
        return answers | dict(untold_ticks(self._clinic.questionnaire.items, answers))

    def _meant(self, item: Choice, says: Says | None, telling: float) -> Ticks:
        usual = (self._clinic.usually[item.link_id],)
        if says is None:
            return usual
        if item.repeats:
            return (
                tuple(c for c, percent in says.percent.items() if self._happens(percent)) or usual
            )
        told = {code: percent * telling for code, percent in says.percent.items()}
        left_over = WHOLE - sum(says.percent.values())
        code = _weighted({**told, "": left_over}, self._chance)
        return (code,) if code else usual

    def _grid(self, meant: Mapping[str, Ticks]) -> dict[str, Answer]:
        """The rows of one screen: with nothing to tell, often all of them in one tap."""
        nothing = all(ticks == (self._clinic.usually[key],) for key, ticks in meant.items())
        if nothing and self._happens(self._clinic.no_to_all):
            return {key: Answer(ticks, self._at, mode=Mode.GROUP) for key, ticks in meant.items()}
        return {key: self._alone(key, ticks) for key, ticks in meant.items()}

    def _alone(self, link_id: str, ticks: Ticks) -> Answer:
        """An answer given for itself, which now and then is "not sure"."""
        options = self._clinic.choices[link_id].options
        unknown = tuple(option.code for option in options if option.unknown)
        unsure = bool(unknown) and self._happens(self._clinic.not_sure)
        return Answer(unknown if unsure else ticks, self._at)

    def _happens(self, percent: float) -> bool:
        return self._chance.random() * WHOLE < percent


def _rows(clinic: Clinic) -> Iterator[tuple[str, ...]]:
    """The rows of every screen that has "No to all of these"."""
    for screen in screens(clinic.questionnaire):
        if any(isinstance(item, NoToAll) for item in screen.questions):
            yield tuple(i.link_id for i in screen.questions if isinstance(i, Choice))


def _weighted(weights: Mapping[Key, float], chance: Chance) -> Key:
    key = next(iter(weights))
    drawn = chance.random() * sum(weights.values())
    for key, weight in weights.items():
        drawn -= weight
        if drawn < 0:
            return key
    return key
