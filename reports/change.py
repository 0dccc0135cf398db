"""The smallest changes of the level, each in one line of the clinic's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from intake.questionnaire import Question
from reports import wording
from reports.phrases import labeled
from screening.record import ChangeRecord, ChangeSetRecord

Asked = Callable[[str], Question | None]
"""Finds a question by its linkId, where this version asks it."""


def changes(change: ChangeRecord | None, asked: Asked, most: int) -> tuple[str, ...]:
    """A line for each smallest set, the rest counted; empty where there is no small one."""
    if change is None:
        return ()
    lines = tuple(_line(one, asked) for one in change.sets)
    if len(lines) <= most:
        return lines
    return (*lines[:most], wording.MORE_EVIDENCE.format(count=len(lines) - most))


def _line(one: ChangeSetRecord, asked: Asked) -> str:
    return wording.CHANGE.format(
        answers=wording.CHANGE_AND.join(_answers(one, asked)),
        level=wording.LEVEL_NAMES[one.level.value],
    )


def _answers(one: ChangeSetRecord, asked: Asked) -> Iterator[str]:
    for given in one.answers:
        item, words = asked(given.link_id), given.answer or wording.NOT_ANSWERED
        yield labeled(item, words) if item else f"{given.link_id}: {words}"
