"""What a patient wrote in their own words: as it stands, and what stood there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake.answers import Answer, history
from intake.kept import kept
from intake.own_words import named
from intake.questionnaire import FreeText
from intake.response import QuestionnaireResponse
from reports import wording
from reports.phrases import who
from screening.record import AssessmentRecord

_MOST_EARLIER = 4


@dataclass(frozen=True)
class Written:
    """A text under its question; ``note`` is empty for the one that stands."""

    item: FreeText
    answer: Answer
    note: str = ""

    @property
    def text(self) -> str:
        """The words as they were typed."""
        return str(self.answer.values[0])


def written(response: QuestionnaireResponse, assessment: AssessmentRecord) -> Iterator[Written]:
    """Every text, in the order they were asked for, each followed by what stood there before."""
    for link_id, item in response.questionnaire.questions.items():
        if not isinstance(item, FreeText):
            continue
        answer = response.answers.get(link_id)
        if answer is not None:
            yield Written(item, answer)
        before = history(answer)[:-1] or response.taken_back.get(link_id, ())
        sought = tuple(_found(assessment, link_id))
        yield from _earlier(item, answer, before, sought)


def _found(assessment: AssessmentRecord, link_id: str) -> Iterator[str]:
    """The words of the patient that findings rest on."""
    for finding in assessment.findings:
        for one in finding.because:
            if one.link_id == link_id:
                yield from one.decisive.split(", ")


def _earlier(
    item: FreeText, answer: Answer | None, before: tuple[Answer, ...], sought: tuple[str, ...]
) -> Iterator[Written]:
    """The texts that were taken back; of many those that name something, and the latest."""
    told = kept(item, (*before, answer), sought)[:-1] if answer else kept(item, before, sought)
    telling = sorted(range(len(told)), key=lambda at: (_names(told[at], sought), at), reverse=True)
    chosen = sorted(telling[:_MOST_EARLIER])
    for at in chosen:
        later = (*told[at + 1 :], answer) if answer else told[at + 1 :]
        more = len(told) - len(chosen) if at == chosen[-1] else 0
        yield Written(item, told[at], _note(told[at], later, more))


def _names(one: Answer, sought: tuple[str, ...]) -> bool:
    return bool(named(str(one.values[0]), sought))


def _note(one: Answer, later: Iterable[Answer], more: int) -> str:
    settled = next((each for each in later if each.is_confirmed), None)
    note = (
        wording.PUT_RIGHT.format(who=who(one), by=who(settled))
        if settled
        else wording.TAKEN_BACK.format(who=who(one))
    )
    return f"{note} ({wording.MORE_EVIDENCE.format(count=more)})" if more else note
