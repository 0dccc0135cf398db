"""What every proof starts from: a rule set under every answer pattern at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from intake.questionnaire import Question
from intake.response import QuestionnaireResponse
from screening.finding import RuleSet
from screening.proof.encoding import Encoding
from screening.proof.outcome import Outcome
from screening.proof.pattern import any_pattern
from screening.proof.solver import (
    FALSE,
    Example,
    Formula,
    Search,
    all_of,
    both,
    differ,
    either,
    no,
)

HARMLESS = ("no", "none")
"""The options that say that something is not so."""


@dataclass(frozen=True)
class Counterexample:
    """Where a claim does not hold, and the answers that show it."""

    where: str
    answers: str

    def __str__(self) -> str:
        return f"{self.where}: {self.answers}"


@dataclass(frozen=True)
class Proved:
    """A claim, of how many things it was asked, and where it does not hold.

    ``notes`` are for whoever reads the table: what was measured, which exceptions are listed.
    """

    claim: str
    cases: int
    failures: tuple[Counterexample, ...] = ()
    notes: tuple[str, ...] = ()


class Subject:
    """A rule set under every answer pattern there is.

    ``standing`` is how the rules read the answers, ``shown`` how the screens go by them.
    """

    def __init__(self, rule_set: RuleSet) -> None:
        self.rule_set = rule_set
        self.questionnaire = rule_set.questionnaire
        self.pattern = any_pattern(rule_set.questionnaire, rule_set.words)
        self.outcome = Outcome.of(rule_set, self.pattern)
        self.standing = self.outcome.encoding
        self.shown = Encoding(self.pattern, standing=False)
        self.search = Search(self.pattern.valid)

    @cached_property
    def ended(self) -> Search:
        """Only interviews that have ended, finished or stopped, with any answers missing."""
        return Search(self.pattern.valid, self.pattern.ended)

    @cached_property
    def as_asked(self) -> Search:
        """Only finished interviews in which every question shown was answered and no other."""
        items = self.questionnaire.questions.values()
        each = all_of(self._answered_as_asked(item) for item in items)
        finished = both(self.pattern.ended, no(self.pattern.interrupted))
        return Search(self.pattern.valid, finished, each)

    @cached_property
    def running(self) -> Outcome:
        """The outcome of the same answers while the interview still runs."""
        return Outcome.of(self.rule_set, replace(self.pattern, ended=FALSE, interrupted=FALSE))

    def simplest(self, search: Search, *wanted: Formula) -> Example | None:
        """An example with as few answers other than no and none as can be found one by one."""
        example = search.find(*wanted)
        if example is None:
            return None
        kept = list(wanted)
        for said in self.pattern.said.values():
            harmless = said.any_tick(HARMLESS)
            simpler = search.find(*kept, harmless) if harmless is not FALSE else None
            if simpler:
                kept.append(harmless)
                example = simpler
        return example

    def response(self, example: Example) -> QuestionnaireResponse:
        """The response that an example is."""
        return self.pattern.in_example(example)

    def _answered_as_asked(self, item: Question) -> Formula:
        said = self.pattern.said[item.link_id]
        asked = self.shown.asked(item.link_id).yes
        # The age is not asked of the patient: it follows from the birth date, which is.
        if item.required or said.number is not None:
            return no(differ(said.anything, asked))
        return either(no(said.anything), asked)


def in_words(response: QuestionnaireResponse, only: Iterable[str] | None = None) -> str:
    """The answers of a response on one line, no and none left out, for whoever reads a failure."""
    wanted = set(response.answers) if only is None else set(only)
    answers = [
        f"{link_id} = {' + '.join(str(value) for value in answer.values)}"
        for link_id, answer in response.answers.items()
        if link_id in wanted and not set(answer.values) & set(HARMLESS)
    ]
    missing = [f"{link_id} unanswered" for link_id in sorted(wanted - set(response.answers))]
    return ", ".join([*answers, *missing, f"interview {response.status.value}"])
