"""The direct safety questions: how many are settled, and which a red flag leaves to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from intake.criteria import State
from intake.questionnaire import Question, Role
from reports import outline, wording
from reports.phrases import Reading
from screening.record import FindingRecord


def safety_count(reading: Reading) -> tuple[str, bool]:
    """How many direct safety questions were asked and answered, and whether none has a gap."""
    asked = tuple(_safety_questions(reading))
    missing, unsure = _missing(reading, asked), _unsure(reading, asked)
    gaps = [item for item in missing if not _asked_only_once(reading, item)]
    once = len(missing) - len(gaps)
    if not missing and not unsure:
        return wording.ALL_ASKED.format(count=len(asked)), True
    template = wording.SAFETY_GAPS if gaps else wording.ALL_ANSWERED_BUT
    parts = [template.format(gaps=len(gaps), count=len(asked))]
    parts += [wording.SAFETY_ONCE.format(once=once)] if once else []
    parts += [wording.SAFETY_UNSURE.format(unsure=len(unsure))] if unsure else []
    return ", ".join(parts), not missing


def also_open(reading: Reading, finding: FindingRecord) -> Iterator[str]:
    """What else of the safety questions is open, where a finding says that some are."""
    if finding.code != outline.SAFETY_OPEN:
        return
    named = {one.link_id for one in finding.because}
    others = [item for item in _safety_questions(reading) if item.link_id not in named]
    missing, unsure = _missing(reading, others), _unsure(reading, others)
    once = [item for item in missing if _asked_only_once(reading, item)]
    kinds = (
        (wording.ALSO_NOT_ANSWERED, [item for item in missing if item not in once]),
        (wording.ALSO_ASKED_ONCE, once),
        (wording.ALSO_NOT_SURE, unsure),
    )
    for template, items in kinds:
        if items:
            yield template.format(labels="; ".join(f"{one.label} ({one.code})" for one in items))


def _safety_questions(reading: Reading) -> Iterator[Question]:
    """Each direct safety question once, whether or not it is asked again later."""
    questionnaire = reading.response.questionnaire
    for item in questionnaire.questions.values():
        if item.role is Role.SAFETY and item.link_id not in questionnaire.asked_again:
            yield item


def _missing(reading: Reading, items: Iterable[Question]) -> list[Question]:
    return [item for item in items if reading.facts.of[item.link_id].state is not State.ANSWERED]


def _unsure(reading: Reading, items: Iterable[Question]) -> list[Question]:
    return [item for item in items if reading.facts.of[item.link_id].unsure]


def _asked_only_once(reading: Reading, item: Question) -> bool:
    """Whether it was answered, and the patient was never shown the question that asks it again."""
    again = reading.response.questionnaire.second_asking.get(item.link_id, "")
    shown_again = again in reading.shown.of and reading.shown.of[again].state is State.OPEN
    return reading.shown.of[item.link_id].state is State.ANSWERED and not shown_again
