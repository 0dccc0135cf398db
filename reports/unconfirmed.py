"""What counts although it is no longer said, or somebody else says otherwise.

A sign counts as the most urgent of what was said to it until staff confirm. Wherever it stands as
a plain answer, what is said now stands beside it: a clinician must not read as agreed what is not.
"""

from __future__ import annotations

from intake.answers import Answer, Informant, Value, standing_history
from intake.criteria import Criterion, Is, leaves
from intake.own_words import plain
from intake.questionnaire import Choice, FreeText, Question
from intake.response import everything_said
from reports import wording
from reports.phrases import Reading, answer_words
from screening.record import AnswerRecord


def behind(reading: Reading, one: AnswerRecord) -> str:
    """Who says otherwise than what a finding rests on, in words; empty where nobody does."""
    item = reading.item(one.link_id)
    if isinstance(item, FreeText):
        return _of_words(reading, item, one.decisive)
    values = reading.values(one.link_id)
    return _of(reading, item, tuple(v for v in values if _words(item, v) in one.decisive))


def beneath(reading: Reading, criterion: Criterion) -> str:
    """Who says otherwise than what makes a criterion hold, in words; empty where nobody does."""
    named = (leaf for leaf in leaves(criterion) if isinstance(leaf, Is))
    notes = (
        _of(reading, reading.item(leaf.link_id), _among(reading, leaf.link_id, leaf.codes))
        for leaf in named
    )
    return "; ".join(note for note in dict.fromkeys(notes) if note)


def of_item(reading: Reading, link_id: str) -> str:
    """Who says otherwise than what counts as the answer, in words; empty where nobody does."""
    return _of(reading, reading.item(link_id), reading.values(link_id))


def _among(reading: Reading, link_id: str, codes: tuple[str, ...]) -> tuple[Value, ...]:
    return tuple(value for value in reading.values(link_id) if value in codes)


def _words(item: Question | None, value: Value) -> str:
    return answer_words(item, (value,)) if item else str(value)


def _of(reading: Reading, item: Question | None, counts: tuple[Value, ...]) -> str:
    if not isinstance(item, Choice) or not counts:
        return ""
    said = _said(reading, item)
    if not said:
        return wording.UNCONFIRMED_TAKEN_BACK
    now = {one.by: one.values for one in said}
    if all(set(counts) <= set(values) for values in now.values()):
        return ""
    words = _now(item, now)
    stands = all(any(value in values for values in now.values()) for value in counts)
    return words if stands else wording.UNCONFIRMED.format(answer=words)


def _now(item: Question, now: dict[Informant, tuple[Value, ...]]) -> str:
    """What is said now; by whom, where they differ."""
    if len(set(now.values())) == 1:
        return answer_words(item, next(iter(now.values())))
    return "; ".join(
        wording.SAYS.format(who=wording.ROLES[by.value], answer=answer_words(item, values))
        for by, values in now.items()
    )


def _said(reading: Reading, item: Question) -> tuple[Answer, ...]:
    """What was said and is still to be confirmed, oldest first; empty where it was all erased."""
    answer = everything_said(reading.response, item.link_id)
    return standing_history(answer) if answer else ()


def _of_words(reading: Reading, item: FreeText, decisive: str) -> str:
    """The same of a text: whether the words that count still stand in it."""
    said = _said(reading, item)
    text = plain(str(said[-1].values[0])) if said else ""
    found = (plain(words) for words in decisive.split(", "))
    return "" if all(words in text for words in found) else wording.UNCONFIRMED_TAKEN_BACK
