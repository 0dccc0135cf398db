"""Every answer of a visit for the page, and which of them a finding rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from intake.questionnaire import Choice, Question, Role
from intake.response import QuestionnaireResponse, everything_said
from reports.asked import asked_sections
from reports.clinic import wording
from reports.own_words import written
from reports.phrases import Reading, answer_words, is_another_language, language_name, read
from reports.summary import AskedSection
from screening.finding import Kind
from screening.record import (
    AssessmentRecord,
    DisagreementRecord,
    FindingRecord,
    StatementRecord,
)


@dataclass(frozen=True)
class Quote:
    """What the patient wrote, under the question it answers, and the language it was asked in."""

    label: str
    text: str
    language: str


@dataclass(frozen=True)
class Differing:
    """A question that was answered differently, and which of the answers counts."""

    label: str
    said: tuple[StatementRecord, ...]
    counts: str


def every_answer(
    response: QuestionnaireResponse, assessment: AssessmentRecord, zone: ZoneInfo
) -> tuple[AskedSection, ...]:
    """The questions by section as they were asked, each with its answer."""
    return asked_sections(read(response, assessment, zone))


def quotes(response: QuestionnaireResponse, assessment: AssessmentRecord) -> tuple[Quote, ...]:
    """The patient's own words, in the order they were asked for, with what stood there before."""
    return tuple(_quotes(response, assessment))


def _quotes(response: QuestionnaireResponse, assessment: AssessmentRecord) -> Iterator[Quote]:
    for one in written(response, assessment):
        label = one.note or _label(one.item, response.language)
        yield Quote(label, one.text, response.language)


def _label(item: Question, language: str) -> str:
    if not is_another_language(language):
        return item.text
    return wording.QUOTED.format(question=item.text, language=language_name(language))


def differing(reading: Reading) -> tuple[Differing, ...]:
    """What was answered differently; a question that is not asked any more counts as nothing."""
    return tuple(_differing(reading, one) for one in reading.assessment.disagreements)


def _differing(reading: Reading, one: DisagreementRecord) -> Differing:
    item = reading.item(one.link_id)
    if item is None:
        return Differing(one.link_id, one.said, "")
    standing = answer_words(item, reading.values(one.link_id))
    counts = _rule(reading, item).format(answer=standing) if standing else ""
    return Differing(item.label, one.said, counts)


def _rule(reading: Reading, item: Question) -> str:
    """Which answer counts: of a sign the more urgent, else the last unless one before stands."""
    if item.role is not Role.CONTEXT:
        several = isinstance(item, Choice) and item.repeats
        return wording.EVERY_TICK_COUNTS if several else wording.MORE_URGENT_COUNTS
    said = everything_said(reading.response, item.link_id)
    is_last = said is not None and said.values == reading.values(item.link_id)
    return wording.LAST_COUNTS if is_last else wording.STILL_COUNTS


def answer_weights(
    assessment: AssessmentRecord, questions: Mapping[str, Question]
) -> dict[str, str]:
    """By a question's code, how much its answer weighs: "red", "caution", or nothing."""
    weights: dict[str, str] = {}
    for finding in reversed(assessment.findings):
        for evidence in finding.because:
            item = questions.get(evidence.link_id)
            if finding.raises and item is not None and item.code:
                weights[item.code] = _weight(finding)
    return weights


def _weight(finding: FindingRecord) -> str:
    return "red" if finding.kind is Kind.RED_FLAG else "caution"
