"""An answer pattern: what was answered to every item, known, unknown, or anything at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from intake.answers import Answer, Value
from intake.own_words import named
from intake.questionnaire import (
    CalendarDate,
    Choice,
    FreeText,
    NoToAll,
    Question,
    Questionnaire,
    WholeNumber,
)
from intake.response import QuestionnaireResponse, Status
from screening.proof.solver import (
    FALSE,
    TRUE,
    Example,
    Formula,
    Number,
    all_of,
    any_of,
    at_most,
    between,
    constant,
    either,
    no,
    number,
    variable,
)

GIVEN, NOT_GIVEN = "true", "false"
"""The two answers of the tick "No to all of these"."""
OLDEST = 120
"""The highest age considered (years)."""
_THEN = datetime(2026, 1, 1, tzinfo=UTC)
_BORN = date(1976, 1, 1)


@dataclass(frozen=True)
class Said:
    """What was answered to one item: whether anything, and which options or which number."""

    anything: Formula
    ticks: Mapping[str, Formula] = field(default_factory=dict)
    number: Number | None = None

    def any_tick(self, codes: Iterable[str]) -> Formula:
        """Whether one of these options was chosen."""
        return any_of(self.ticks.get(code, FALSE) for code in codes)


UNANSWERED = Said(FALSE)


@dataclass(frozen=True)
class Pattern:
    """What was answered to every item of a questionnaire, and how the interview stands."""

    questionnaire: Questionnaire
    said: Mapping[str, Said]
    ended: Formula
    interrupted: Formula

    def but(self, link_id: str, said: Said) -> Pattern:
        """The same pattern but for one item."""
        return replace(self, said={**self.said, link_id: said})

    @property
    def valid(self) -> Formula:
        """One option of a single choice, nothing beside an exclusive one, ages up to OLDEST."""
        each = (
            _valid(self.questionnaire.questions[link_id], said)
            for link_id, said in self.said.items()
        )
        return all_of((*each, either(no(self.interrupted), self.ended)))

    def in_example(self, example: Example) -> QuestionnaireResponse:
        """The response this pattern is in an example."""
        answers = {
            link_id: Answer(_values(self.questionnaire.questions[link_id], said, example), _THEN)
            for link_id, said in self.said.items()
            if example.holds(said.anything)
        }
        return QuestionnaireResponse(
            self.questionnaire, _THEN, self._status(example), dict(answers)
        )

    def _status(self, example: Example) -> Status:
        if not example.holds(self.ended):
            return Status.IN_PROGRESS
        return Status.STOPPED if example.holds(self.interrupted) else Status.COMPLETED


def any_pattern(
    questionnaire: Questionnaire,
    words: Mapping[str, Iterable[str]] | None = None,
    name: str = "",
) -> Pattern:
    """The pattern of which nothing is known: it stands for every pattern there is.

    ``words`` are those that a rule looks for in an item: of each it is open whether it stands in
    what was written, as if no word could hold another. Patterns of two names know nothing of each
    other.
    """
    sought = words or {}
    said = {
        link_id: _anything(item, f"{name}{link_id}", sought.get(link_id, ()))
        for link_id, item in questionnaire.questions.items()
    }
    ended, interrupted = variable(f"{name}ended"), variable(f"{name}interrupted")
    return Pattern(questionnaire, said, ended, interrupted)


def exactly(item: Question, values: Iterable[Value], words: Iterable[str] = ()) -> Said:
    """The item answered with exactly these option codes, this tick, this number, or this text.

    Of a text it is told which of ``words`` stand in it.
    """
    chosen = tuple(values)
    if isinstance(item, FreeText):
        text = " ".join(map(str, chosen))
        return Said(TRUE, {word: TRUE if named(text, (word,)) else FALSE for word in words})
    if isinstance(item, NoToAll):
        given = TRUE if True in chosen else FALSE
        return Said(TRUE, {GIVEN: given, NOT_GIVEN: no(given)})
    if isinstance(item, Choice):
        ticks = {o.code: TRUE if o.code in chosen else FALSE for o in item.options}
        return Said(any_of(ticks.values()), ticks)
    whole = next((value for value in chosen if isinstance(value, int)), None)
    return Said(TRUE, number=None if whole is None else constant(whole))


def _anything(item: Question, name: str, words: Iterable[str] = ()) -> Said:
    match item:
        case Choice():
            ticks = {o.code: variable(f"{name}={o.code}") for o in item.options}
            return Said(any_of(ticks.values()), ticks)
        case WholeNumber():
            return Said(variable(name), number=number(f"{name}#"))
        case NoToAll():
            ticks = {code: variable(f"{name}={code}") for code in (GIVEN, NOT_GIVEN)}
            return Said(any_of(ticks.values()), ticks)
        case FreeText():
            each = {word: variable(f"{name}~{word}") for word in words}
            return Said(variable(name), each)
        case CalendarDate():
            return Said(variable(name))


def _valid(item: Question, said: Said) -> Formula:
    match item:
        case Choice(repeats=False) | NoToAll():
            return at_most(1, said.ticks.values())
        case Choice():
            return all_of(
                at_most(1, (said.ticks[alone.code], any_of(_others(said, alone.code))))
                for alone in item.options
                if alone.exclusive
            )
        case WholeNumber() if said.number is not None:
            return between(said.number, 0, OLDEST)
        case _:
            return TRUE


def _others(said: Said, code: str) -> Iterable[Formula]:
    return (tick for other, tick in said.ticks.items() if other != code)


def _values(item: Question, said: Said, example: Example) -> tuple[Value, ...]:
    match item:
        case Choice():
            return tuple(code for code, tick in said.ticks.items() if example.holds(tick))
        case WholeNumber():
            return (example.value(said.number) if said.number is not None else 0,)
        case CalendarDate():
            return (_BORN,)
        case FreeText():
            written = [word for word, stands in said.ticks.items() if example.holds(stands)]
            return (". ".join(written) or "-",)
        case NoToAll():
            return (example.holds(said.any_tick((GIVEN,))),)
