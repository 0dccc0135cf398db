"""QuestionnaireResponse: the answers one patient gave to one version of a questionnaire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from intake.answers import Answer, Truth, Value, standing_history
from intake.criteria import Criterion, Fact, Facts, State, evaluate
from intake.questionnaire import Choice, Placed, Question, Questionnaire, Role

_OFF, _NOT_REACHED, _OPEN = Fact(State.OFF), Fact(State.NOT_REACHED), Fact(State.OPEN)


class Status(Enum):
    """How far the interview came, in FHIR's words."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Person:
    """The patient as the summary names them; empty where not known."""

    family: str = ""
    given: str = ""
    birth_date: date | None = None
    reference: str = ""


@dataclass(frozen=True)
class QuestionnaireResponse:
    """The answers of one visit, by linkId, in no particular order.

    ``authored`` is when the last answer was given (UTC). Answers to items that are no longer
    enabled stay in ``answers``, set aside: `facts` leaves them out and they return when their
    item is enabled again. ``language`` is the language the patient was asked in.
    """

    questionnaire: Questionnaire
    authored: datetime
    status: Status = Status.COMPLETED
    answers: Mapping[str, Answer] = field(default_factory=dict)
    patient: Person = Person()
    language: str = "en"

    def with_answers(self, answers: Mapping[str, Answer]) -> QuestionnaireResponse:
        """The same response with these answers in place of its own."""
        return replace(self, answers=dict(answers))


def facts(response: QuestionnaireResponse) -> Facts:
    """What the rules may know: values that still stand, and what is open, off or not reached.

    A safety or warning item counts as the most urgent of its values until staff confirm.
    """
    return _facts(response, standing=True)


def facts_as_shown(response: QuestionnaireResponse) -> Facts:
    """What the patient's screen goes by: the latest answers alone, "not sure" opening nothing."""
    return _facts(response, standing=False)


def enabled(response: QuestionnaireResponse) -> tuple[Question, ...]:
    """The questions this patient is asked, in order, given the latest answers."""
    shown = facts_as_shown(response).of
    return tuple(
        item
        for link_id, item in response.questionnaire.questions.items()
        if shown[link_id].state in {State.ANSWERED, State.OPEN}
    )


def _facts(response: QuestionnaireResponse, *, standing: bool) -> Facts:
    known: dict[str, Fact] = {}
    so_far = Facts(known)
    for placed in response.questionnaire.placed:
        answer = response.answers.get(placed.item.link_id)
        known[placed.item.link_id] = _fact(placed, answer, so_far, standing=standing)
    return Facts(
        known,
        ended=response.status is not Status.IN_PROGRESS,
        interrupted=response.status is Status.STOPPED,
    )


def _fact(placed: Placed, answer: Answer | None, so_far: Facts, *, standing: bool) -> Fact:
    asked = _asked(placed.conditions, so_far)
    if asked is Truth.NO:
        return _OFF
    if asked is Truth.UNKNOWN:
        return _NOT_REACHED
    if answer is None:
        return _OPEN
    if not standing:
        return Fact(State.ANSWERED, answer.values)
    values = _standing_values(placed.item, answer)
    return Fact(State.ANSWERED, values, unsure=_unsure(placed.item, values))


def _asked(conditions: tuple[Criterion, ...], so_far: Facts) -> Truth:
    lowest = Truth.YES
    for condition in conditions:
        truth = evaluate(condition, so_far)
        if truth is Truth.NO:
            return truth
        if truth is Truth.UNKNOWN:
            lowest = truth
    return lowest


def _unsure(item: Question, values: tuple[Value, ...]) -> bool:
    return isinstance(item, Choice) and not item.unknown_codes.isdisjoint(values)


def _standing_values(item: Question, answer: Answer) -> tuple[Value, ...]:
    """The latest values, or for a safety or warning item the most urgent that still stand."""
    if not isinstance(item, Choice) or item.role is Role.CONTEXT:
        return answer.values
    if not answer.replaced and not item.repeats:
        return answer.values
    history = standing_history(answer)
    if item.repeats:
        every = dict.fromkeys(value for past in history for value in past.values)
        kept = tuple(value for value in every if value not in item.exclusive_codes)
        return kept or answer.values
    return max((past.values for past in history), key=lambda values: _concern(item, values[0]))


def _concern(item: Choice, value: Value) -> int:
    option = item.option(value)
    return option.concern if option is not None else 0


def age_on(birth_date: date, day: date) -> int:
    """Full years of age on a day."""
    before_birthday = (day.month, day.day) < (birth_date.month, birth_date.day)
    return day.year - birth_date.year - before_birthday
