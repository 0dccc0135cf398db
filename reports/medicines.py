"""Medicines that can cause twitching, and where there are none, what is taken instead."""

from __future__ import annotations

from collections.abc import Iterator

from intake.criteria import State
from intake.questionnaire import Choice
from reports import outline, wording
from reports.evidence import decisive, told
from reports.phrases import Reading
from reports.summary import Item
from screening.finding import Kind
from screening.record import AnswerRecord, FindingRecord


def medicines(reading: Reading) -> tuple[Item, ...]:
    """A line for each medicine that can itself cause twitching, by the rules for such."""
    return tuple(
        _medicine(reading, finding)
        for finding in reading.assessment.of_kind(Kind.CONTRIBUTOR)
        if finding.code in outline.TWITCH_MEDICINES
    )


def _medicine(reading: Reading, finding: FindingRecord) -> Item:
    named = "; ".join(told(reading, one) for one in finding.because)
    return Item(finding.title, f"{named} · {wording.NEXT}{finding.next} · {finding.code}")


def medicines_note(reading: Reading) -> str:
    """Whether one is new, where that was answered."""
    answer = reading.words(outline.NEW_MEDICINE_ITEM)
    return wording.MEDICINES_NEW.format(answer=answer) if answer else ""


def no_medicines(reading: Reading) -> str:
    """What to print where no rule names one: "none" only where none of the classes is taken."""
    fact = reading.facts.of.get(outline.MEDICINES_ITEM)
    if fact is None or fact.state is not State.ANSWERED:
        return wording.NOT_ANSWERED
    unsure = (wording.NOT_SURE,) if fact.unsure else ()
    if not (taken := tuple(_taken(reading))):
        return "".join(unsure) or wording.NO_MEDICINES
    said = wording.NONE_KNOWN.format(taken="; ".join((*taken, *unsure)))
    return " · ".join(part for part in (said, medicines_note(reading)) if part)


def _taken(reading: Reading) -> Iterator[str]:
    """Each class that was ticked with the names given for it; another one without, as nameless."""
    item = reading.item(outline.MEDICINES_ITEM)
    options = item.options if isinstance(item, Choice) else ()
    values = reading.values(outline.MEDICINES_ITEM)
    for option in options:
        if option.code in values and not option.exclusive | option.unknown:
            tick = AnswerRecord(link_id=outline.MEDICINES_ITEM, answer=option.text)
            words = decisive(reading, tick)
            nameless = option.code == outline.OTHER_MEDICINE_TICK and words == option.text
            yield wording.NAMELESS.format(medicine=words) if nameless else words
