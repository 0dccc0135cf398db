"""Which screen comes next, which came before, and how many remain at least and at most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intake.answers import Truth
from intake.criteria import Criterion, Facts, State, evaluate
from intake.questionnaire import Group, NoToAll, Question, Questionnaire, WholeNumber
from intake.response import QuestionnaireResponse, facts_as_shown


@dataclass(frozen=True)
class Screen:
    """What a patient sees at once: one question, the rows of a grid, or the lists of a page."""

    link_id: str
    questions: tuple[Question, ...]
    conditions: tuple[Criterion, ...]


@dataclass(frozen=True)
class Remaining:
    """How many screens are still to come, at least and at most."""

    lowest: int
    highest: int


def screens(questionnaire: Questionnaire) -> tuple[Screen, ...]:
    """Every screen of the questionnaire, in order."""
    return tuple(
        screen for section in questionnaire.items for screen in _screens(section, (), top=True)
    )


def _screens(
    item: Question | Group, above: tuple[Criterion, ...], *, top: bool = False
) -> Iterator[Screen]:
    here = (*above, item.enable_when) if item.enable_when else above
    if not isinstance(item, Group):
        if not isinstance(item, WholeNumber):
            yield Screen(item.link_id, (item,), here)
    elif (item.grid or item.page) and not top:
        rows = tuple(row for row in item.items if not isinstance(row, Group))
        yield Screen(item.link_id, rows, here)
    else:
        for child in item.items:
            yield from _screens(child, here)


def remaining(response: QuestionnaireResponse, at: str | None) -> Remaining:
    """How many screens remain from the screen ``at`` on: certainly, and possibly.

    ``at`` is None past the last screen. A question that may be skipped counts until its screen
    has been passed.
    """
    known = facts_as_shown(response)
    plan = screens(response.questionnaire)
    place = next((n for n, screen in enumerate(plan) if screen.link_id == at), len(plan))
    to_come = [
        screen
        for number, screen in enumerate(plan)
        if _has_open(screen, known, passed=number < place)
    ]
    certain = [screen for screen in to_come if _shown(screen, known) is Truth.YES]
    return Remaining(len(certain), len(to_come))


def _shown(screen: Screen, known: Facts) -> Truth:
    truths = [evaluate(condition, known) for condition in screen.conditions]
    return min(truths, key=lambda truth: truth.value, default=Truth.YES)


def _has_open(screen: Screen, known: Facts, *, passed: bool) -> bool:
    """Whether the screen may still hold a question to answer: one open, or not reached yet."""
    return any(
        known.of[item.link_id].state in {State.OPEN, State.NOT_REACHED}
        for item in screen.questions
        if not isinstance(item, NoToAll) and (item.required or not passed)
    )
