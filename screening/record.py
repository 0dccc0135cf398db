"""An assessment as plain JSON: for other systems, and for the record that never changes.

What is written and what is read back are the same shape. Keys are only ever added: one that an
older record does not have stands at its default here, and one this program does not know is
passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, ValidationError

from intake.answers import Value
from intake.criteria import Is, Mentions, leaves
from intake.own_words import named
from intake.questionnaire import Choice, Questionnaire
from intake.response import QuestionnaireResponse
from screening.assessment import Assessment, Disagreement, Evidence, Finding, NotRuledOut
from screening.explanation import Explanation, WhatWouldChange, explain
from screening.finding import ArthritisLevel, Kind, Presentation, Rule, RuleSet, Urgency
from screening.triage import screen

Json: TypeAlias = dict[str, object]
MARK = 12
"""Letters of a content's hash that stand on paper."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class AnswerRecord(_Record):
    """An item and its answer in words, empty where it was not answered.

    ``telling`` are those of several ticks that the rule names, or what it names of the patient's
    own words; None where it is the whole answer.
    """

    link_id: str
    answer: str
    telling: str | None = None

    @property
    def decisive(self) -> str:
        """The part of the answer that counts for the finding."""
        return self.answer if self.telling is None else self.telling


class FindingRecord(_Record):
    """A finding with everything it rests on.

    ``against`` is None where it was not worked out, as while the interview runs. ``arthritis`` is
    given for the patterns that make up the arthritis level. ``before_procedure`` is for those to
    be weighed before any needle or operation.
    """

    rule: str = ""
    code: str
    kind: Kind
    urgency: Urgency | None
    title: str
    because: tuple[AnswerRecord, ...]
    against: tuple[AnswerRecord, ...] | None = None
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    next: str
    arthritis: ArthritisLevel | None = None
    before_procedure: bool = False

    @property
    def raises(self) -> bool:
        """Whether it moves the patient up."""
        return self.urgency is not None and self.urgency > Urgency.ROUTINE


class QuestionRecord(_Record):
    """A question to ask aloud, as it was asked: under the heading of its grid where it has one.

    ``options`` are what may be answered, but for "not sure"; none where it is not a choice, or a
    list of names from which nothing has to be chosen.
    """

    link_id: str
    question: str
    heading: str = ""
    options: tuple[str, ...] = ()


class NotRuledOutRecord(_Record):
    """What could not be ruled out, what it raises to, and the questions that would settle it."""

    rule: str = ""
    code: str
    title: str
    urgency: Urgency | None = None
    raises_to: Urgency | None
    ask: tuple[QuestionRecord, ...]


class StatementRecord(_Record):
    """What one person said, or one at one time."""

    by: str
    answer: str


class DisagreementRecord(_Record):
    """An item that was answered differently."""

    link_id: str
    said: tuple[StatementRecord, ...]


class ArthritisRecord(_Record):
    """How far the answers fit arthritis, and of which kinds."""

    level: ArthritisLevel
    kinds: tuple[str, ...]


class ChangeSetRecord(_Record):
    """Answers which, all of them answered No, would give this level."""

    level: Urgency
    answers: tuple[AnswerRecord, ...]


class ChangeRecord(_Record):
    """The smallest sets of answers which, answered No, would lower the level it has now.

    ``more_than_four`` says that there is no such set of four answers or fewer.
    """

    level: Urgency
    more_than_four: bool
    sets: tuple[ChangeSetRecord, ...]


class AssessmentRecord(_Record):
    """The whole meaning of one response, in words, as it was when it was worked out.

    ``would_change`` is None at the level routine, and where it was not worked out. ``content`` is
    the hash of questionnaire, rules and advice together, as the protocol prints it. ``across`` says
    that the rules were written for another version of the questions than was asked.
    """

    urgency: Urgency
    arthritis: ArthritisRecord
    findings: tuple[FindingRecord, ...]
    could_not_rule_out: tuple[NotRuledOutRecord, ...]
    disagreements: tuple[DisagreementRecord, ...]
    would_change: ChangeRecord | None = None
    rules_version: str
    questionnaire_version: str
    content: str = ""
    across: bool = False

    @property
    def mark(self) -> str:
        """The content's hash, short enough for a running foot."""
        return self.content[:MARK]

    def of_kind(self, *kinds: Kind, raising: bool | None = None) -> tuple[FindingRecord, ...]:
        """The findings of these kinds; ``raising`` narrows to those that do, or do not, raise."""
        return tuple(
            finding
            for finding in self.findings
            if finding.kind in kinds and raising in {None, finding.raises}
        )


class UnreadableAssessment(ValueError):  # noqa: N818 - says what is wrong better than "Error"
    """A stored assessment does not have the shape it was stored in."""


def read_assessment(stored: bytes) -> AssessmentRecord:
    """Read a stored assessment; raise UnreadableAssessment, without its content, when it is not."""
    try:
        return AssessmentRecord.model_validate_json(stored)
    except ValidationError:
        raise UnreadableAssessment("The stored assessment cannot be read.") from None


def assessed(
    response: QuestionnaireResponse, rule_set: RuleSet, content: str = ""
) -> AssessmentRecord:
    """What a response means under these rules, with its explanation, as it is recorded.

    ``content`` is the hash of what was signed.
    """
    return explained(screen(response, rule_set), response, rule_set, content)


def explained(
    assessment: Assessment, response: QuestionnaireResponse, rule_set: RuleSet, content: str = ""
) -> AssessmentRecord:
    """What `screen` made of a response, with its explanation, as it is recorded."""
    explanation = explain(assessment, response, rule_set)
    found = record(assessment, response.questionnaire, explanation)
    across = response.questionnaire.version != rule_set.questionnaire.version
    return found.model_copy(update={"content": content, "across": across})


def assessment_json(
    assessment: Assessment, questionnaire: Questionnaire, explanation: Explanation | None = None
) -> Json:
    """The assessment with every finding, what it rests on, and what could not be ruled out."""
    return record(assessment, questionnaire, explanation).model_dump(mode="json")


def record(
    assessment: Assessment, questionnaire: Questionnaire, explanation: Explanation | None = None
) -> AssessmentRecord:
    """The assessment in words; without ``explanation`` it says nothing against and of changes."""
    words = _Words(questionnaire)
    against = explanation.against if explanation else {}
    level = assessment.urgency
    return AssessmentRecord(
        urgency=level,
        arthritis=ArthritisRecord(
            level=assessment.arthritis.level, kinds=assessment.arthritis.kinds
        ),
        findings=tuple(words.finding(one, against) for one in assessment.findings),
        could_not_rule_out=tuple(map(words.not_ruled_out, assessment.could_not_rule_out)),
        disagreements=tuple(map(words.disagreement, assessment.disagreements)),
        would_change=words.change(level, explanation.would_change) if explanation else None,
        rules_version=assessment.rules_version,
        questionnaire_version=questionnaire.version,
    )


class _Words:
    """Says the parts of an assessment in the words of its questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questions = questionnaire.questions
        self._place = questionnaire.place

    def finding(
        self, finding: Finding, against: Mapping[str, tuple[Evidence, ...]]
    ) -> FindingRecord:
        rule = finding.rule
        denied = against.get(rule.code)
        return FindingRecord(
            rule=rule.name,
            code=rule.code,
            kind=rule.kind,
            urgency=rule.urgency,
            title=finding.title,
            because=tuple(self._evidence(one, rule) for one in finding.because),
            against=None if denied is None else tuple(self._evidence(one) for one in denied),
            claims=rule.claims,
            sources=tuple(str(source) for source in rule.sources),
            next=rule.next,
            arthritis=rule.arthritis if isinstance(rule, Presentation) else None,
            before_procedure=isinstance(rule, Presentation) and rule.before_procedure,
        )

    def not_ruled_out(self, one: NotRuledOut) -> NotRuledOutRecord:
        return NotRuledOutRecord(
            rule=one.rule.name,
            code=one.rule.code,
            title=one.rule.title,
            urgency=one.rule.urgency,
            raises_to=one.raises_to,
            ask=tuple(self._question(link_id) for link_id in one.ask),
        )

    def _question(self, link_id: str) -> QuestionRecord:
        item, group = self._questions[link_id], self._place[link_id].group
        choices = item.options if isinstance(item, Choice) and item.required else ()
        return QuestionRecord(
            link_id=link_id,
            question=item.text,
            heading=group.text if group.grid else "",
            options=tuple(option.text for option in choices if not option.unknown),
        )

    def disagreement(self, one: Disagreement) -> DisagreementRecord:
        said = tuple(
            StatementRecord(by=by.value, answer=self._answer(one.link_id, values))
            for by, values in one.said
        )
        return DisagreementRecord(link_id=one.link_id, said=said)

    def change(self, level: Urgency, change: WhatWouldChange) -> ChangeRecord | None:
        if not change.smallest and not change.more_than_four:
            return None
        sets = tuple(
            ChangeSetRecord(
                level=lower.urgency,
                answers=tuple(
                    self._evidence(Evidence(one.link_id, _given(one.value)))
                    for one in lower.changes
                ),
            )
            for lower in change.smallest
        )
        return ChangeRecord(level=level, more_than_four=change.more_than_four, sets=sets)

    def _evidence(self, one: Evidence, rule: Rule | None = None) -> AnswerRecord:
        answer = self._answer(one.link_id, one.values)
        telling = self._answer(one.link_id, _telling(one, rule)) if rule else answer
        return AnswerRecord(
            link_id=one.link_id, answer=answer, telling=None if telling == answer else telling
        )

    def _answer(self, link_id: str, values: tuple[Value, ...]) -> str:
        """The answer in the clinic's language; empty where the item was not answered."""
        return ", ".join(self._word(link_id, value) for value in values)

    def _word(self, link_id: str, value: Value) -> str:
        item = self._questions[link_id]
        option = item.option(value) if isinstance(item, Choice) else None
        if option is not None:
            return option.text
        return value.isoformat() if isinstance(value, date) else str(value)


def _given(value: Value | None) -> tuple[Value, ...]:
    return () if value is None else (value,)


def _telling(one: Evidence, rule: Rule) -> tuple[Value, ...]:
    """Of several ticks those the rule names, of the patient's own words those it looks for."""
    if words := tuple(_words(one, rule)):
        return words
    if len(one.values) == 1:
        return one.values
    ticks = set(_ticks(rule, one.link_id))
    return tuple(value for value in one.values if value in ticks) or one.values


def _words(one: Evidence, rule: Rule) -> Iterator[str]:
    """The words of the rule that stand in what the patient wrote, each once."""
    for leaf in leaves(rule.when):
        if isinstance(leaf, Mentions) and leaf.link_id == one.link_id:
            every = (word for text in one.values for word in named(str(text), leaf.words))
            yield from dict.fromkeys(every)


def _ticks(rule: Rule, link_id: str) -> Iterator[str]:
    for criterion in (rule.when, *(addition.when for addition in rule.adds)):
        for leaf in leaves(criterion):
            if isinstance(leaf, Is) and leaf.link_id == link_id:
                yield from leaf.codes
