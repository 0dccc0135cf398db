"""What putting an answer right would change, told before it is saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intake.questionnaire import NoToAll, Question, WholeNumber
from intake.response import QuestionnaireResponse, enabled
from reports.phrases import answer_words
from screening.finding import Kind, Urgency
from screening.record import AssessmentRecord, FindingRecord, NotRuledOutRecord


@dataclass(frozen=True)
class Meaning:
    """Answers and what they mean."""

    response: QuestionnaireResponse
    assessment: AssessmentRecord


@dataclass(frozen=True)
class Effect:
    """The level before and after, and what comes and goes.

    ``open_added`` and ``open_gone`` could not be ruled out; ``set_aside`` are questions no longer
    asked, each with its answer; ``newly_asked`` are questions that the patient was not asked.
    """

    before: Urgency
    after: Urgency
    added: tuple[FindingRecord, ...]
    gone: tuple[FindingRecord, ...]
    open_added: tuple[NotRuledOutRecord, ...]
    open_gone: tuple[NotRuledOutRecord, ...]
    set_aside: tuple[tuple[str, str], ...]
    newly_asked: tuple[str, ...]

    @property
    def lowers(self) -> bool:
        """Whether the patient would count as less urgent."""
        return self.after < self.before

    @property
    def needs_confirming(self) -> bool:
        """Whether somebody must say that it is meant: a lower level, or a red flag gone.

        Where the level rises, a red flag that is gone has given way to a more urgent one.
        """
        flag_gone = any(one.kind is Kind.RED_FLAG for one in self.gone)
        return self.lowers or (flag_gone and self.after is self.before)

    @property
    def is_none(self) -> bool:
        """Whether nothing comes and nothing goes."""
        moves = (self.added, self.gone, self.open_added, self.open_gone)
        return self.before is self.after and not any((*moves, self.set_aside, self.newly_asked))


def effect(before: Meaning, after: Meaning) -> Effect:
    """What would come and go between two versions of a visit."""
    was, now = before.assessment, after.assessment
    return Effect(
        before=was.urgency,
        after=now.urgency,
        added=_only_in(now.findings, was.findings),
        gone=_only_in(was.findings, now.findings),
        open_added=_open_only_in(now, was),
        open_gone=_open_only_in(was, now),
        set_aside=tuple(_set_aside(before, after)),
        newly_asked=tuple(item.text for item in _only_asked_in(after, before).values()),
    )


def _only_in(
    these: tuple[FindingRecord, ...], those: tuple[FindingRecord, ...]
) -> tuple[FindingRecord, ...]:
    known = {one.code for one in those}
    return tuple(one for one in these if one.code not in known)


def _open_only_in(this: AssessmentRecord, that: AssessmentRecord) -> tuple[NotRuledOutRecord, ...]:
    known = {one.code for one in that.could_not_rule_out}
    return tuple(one for one in this.could_not_rule_out if one.code not in known)


def _only_asked_in(this: Meaning, that: Meaning) -> Mapping[str, Question]:
    known = {item.link_id for item in enabled(that.response)}
    return {
        item.link_id: item
        for item in enabled(this.response)
        if item.link_id not in known and not isinstance(item, NoToAll | WholeNumber)
    }


def _set_aside(before: Meaning, after: Meaning) -> Iterator[tuple[str, str]]:
    for link_id, item in _only_asked_in(before, after).items():
        answer = before.response.answers.get(link_id)
        if answer is not None:
            yield item.text, answer_words(item, answer.values)
