"""What staff put right after the visit, each in a line: when, who, what it is and was, and why."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from textwrap import shorten

from intake.answers import Answer
from intake.questionnaire import Question, Role
from reports import wording
from reports.phrases import Reading, answer_words, labeled, moment
from reports.visit import Corrected

_LONGEST_WORDS = 80


def corrections(reading: Reading, corrected: Iterable[Corrected]) -> tuple[str, ...]:
    """A line for each version that staff made: safety questions first, then the latest."""
    return tuple(_line(reading, one) for one in sorted(corrected, key=partial(_rank, reading)))


def _rank(reading: Reading, one: Corrected) -> tuple[bool, float]:
    item = reading.item(one.correction.link_id)
    return item is None or item.role is not Role.SAFETY, -one.at.timestamp()


def _line(reading: Reading, one: Corrected) -> str:
    told = one.correction
    item, answer = reading.item(told.link_id), reading.response.answers.get(told.link_id)
    new, old = _new_and_old(item, answer, one) if item and answer else ("", "")
    words = labeled(item, new or wording.NOT_ANSWERED) if item else told.link_id
    return wording.CORRECTION.format(
        when=moment(reading, one.at),
        by=told.by,
        answer=words,
        old=old or wording.NOT_ANSWERED,
        why=told.why,
    )


def _new_and_old(item: Question, answer: Answer, one: Corrected) -> tuple[str, str]:
    """The answer that this correction gave, and the one it stands in the place of."""
    history = (*answer.replaced, answer)
    place = next((n for n, each in enumerate(history) if each.at == one.at), len(history) - 1)
    before = history[place - 1].values if place else ()
    words = (answer_words(item, history[place].values), answer_words(item, before))
    new, old = (shorten(each, _LONGEST_WORDS, placeholder=" …") for each in words)
    return new, old
