"""What a finding rests on: the answers that count, and who says otherwise by now."""

from __future__ import annotations

from collections.abc import Iterator

from intake.criteria import Is
from intake.medicine import Medicine
from intake.option import Option
from intake.questionnaire import Choice
from reports import wording
from reports.phrases import Reading, labeled
from reports.unconfirmed import behind
from screening.record import AnswerRecord, FindingRecord


def evidence(reading: Reading, finding: FindingRecord, most: int = 6) -> tuple[str, ...]:
    """The answers a finding rests on, each with its question's code; the rest counted."""
    lines = tuple(_evidence_lines(reading, finding))
    if len(lines) <= most:
        return lines
    return (*lines[:most], wording.MORE_EVIDENCE.format(count=len(lines) - most))


def _evidence_lines(reading: Reading, finding: FindingRecord) -> Iterator[str]:
    for one in finding.because:
        item = reading.item(one.link_id)
        if item is not None:
            yield labeled(item, told(reading, one))


def told(reading: Reading, one: AnswerRecord) -> str:
    """What of an answer counts for a finding, and what is said instead by now."""
    words = decisive(reading, one) or wording.NOT_ANSWERED
    return with_note(words, behind(reading, one))


def with_note(words: str, note: str) -> str:
    """Words with who says otherwise behind them, where somebody does."""
    return wording.WITH_NOTE.format(words=words, note=note) if note else words


def decisive(reading: Reading, one: AnswerRecord) -> str:
    """What of an answer counts for a finding, a class of medicine with the names given for it."""
    words = one.decisive
    item = reading.item(one.link_id)
    ticks = item.options if isinstance(item, Choice) and item.repeats else ()
    named = {tick.text: _names_under(reading, Is(one.link_id, (tick.code,))) for tick in ticks}
    if not any(named.values()):
        return words
    for tick, names in named.items():
        words = words.replace(f", {tick}", f"; {tick}")
        if names:
            words = words.replace(tick, wording.NAMED.format(medicine=tick, names=names))
    return words


def _names_under(reading: Reading, tick: Is) -> str:
    """The names chosen from the list that this tick alone opens, as a clinician writes them."""
    for item in reading.response.questionnaire.questions.values():
        if isinstance(item, Choice) and not item.required and item.enable_when == tick:
            chosen = (item.option(value) for value in reading.values(item.link_id))
            return ", ".join(_name(option) for option in chosen if option is not None)
    return ""


def _name(option: Option) -> str:
    if isinstance(option, Medicine):
        return option.generic
    return wording.NAME_NOT_KNOWN if option.unknown else option.text
