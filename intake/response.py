"""QuestionnaireResponse: the answers one patient gave to one version of a questionnaire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from intake.answers import Answer, Truth, Value, regathered, standing_history, told_twice
from intake.criteria import Criterion, Fact, Facts, State, evaluate
from intake.questionnaire import Choice, FreeText, Placed, Question, Questionnaire, Role

_OFF, _NOT_REACHED, _OPEN = Fact(State.OFF), Fact(State.NOT_REACHED), Fact(State.OPEN)


class Status(Enum):
    """How far the interview came, in FHIR's words."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Person:
    """The patient as the summary names them; empty where not known.

    ``reference`` is the visit's own; ``number`` the clinic's for the patient, where it has one.
    """

    family: str = ""
    given: str = ""
    birth_date: date | None = None
    reference: str = ""
    number: str = ""


@dataclass(frozen=True)
class QuestionnaireResponse:
    """The answers of one visit, by linkId, in no particular order.

    ``authored`` is when the last answer was given (UTC). Answers to items that are no longer
    enabled stay in ``answers``, set aside: `facts` leaves them out and they return when their
    item is enabled again. ``taken_back`` is what was said to items that were skipped after
    all, oldest first. ``language`` is the language the patient was asked in.
    """

    questionnaire: Questionnaire
    authored: datetime
    status: Status = Status.COMPLETED
    answers: Mapping[str, Answer] = field(default_factory=dict)
    patient: Person = Person()
    language: str = "en"
    taken_back: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)

    def with_answers(self, answers: Mapping[str, Answer]) -> QuestionnaireResponse:
        """The same response with these answers in place of its own."""
        return replace(self, answers=dict(answers))


def facts(response: QuestionnaireResponse) -> Facts:
    """What the rules may know: values that still stand, and what is open, off or not reached.

    A safety or warning item counts as the most urgent of its values until staff confirm, and so do
    the options of a context item that stand; one that was asked again, as the most urgent of what
    was said to both.
    """
    own = facts_of_each(response)
    joined = dict(own.of)
    for first, again in response.questionnaire.second_asking.items():
        joined[first] = _both_askings(response, own, first, again)
    return replace(own, of=joined)


def facts_of_each(response: QuestionnaireResponse) -> Facts:
    """The same of every item by itself, a second asking not joined with the first."""
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
        if answer is None and standing:
            answer = _still_counts(response, placed.item)
        known[placed.item.link_id] = _fact(placed, answer, so_far, standing=standing)
    return Facts(
        known,
        ended=response.status is not Status.IN_PROGRESS,
        interrupted=response.status is Status.STOPPED,
    )


def _still_counts(response: QuestionnaireResponse, item: Question) -> Answer | None:
    """What was said to an item that was skipped after all, where it may raise."""
    if isinstance(item, FreeText) or item.role is not Role.CONTEXT:
        return regathered(response.taken_back.get(item.link_id, ()))
    return None


def _fact(placed: Placed, answer: Answer | None, so_far: Facts, *, standing: bool) -> Fact:
    asked = _asked(placed.conditions, so_far) if placed.conditions else Truth.YES
    if asked is Truth.NO:
        return _OFF
    if asked is Truth.UNKNOWN:
        return _NOT_REACHED
    if answer is None:
        return _OPEN
    if not standing:
        return Fact(State.ANSWERED, answer.values)
    return _answered(placed.item, answer)


def _answered(item: Question, answer: Answer) -> Fact:
    values = values_that_count(item, answer)
    return Fact(State.ANSWERED, values, unsure=_unsure(item, values))


def everything_said(response: QuestionnaireResponse, link_id: str) -> Answer | None:
    """The answer to an item with all that was said before, on its second asking as well."""
    first = response.answers.get(link_id)
    again = response.answers.get(response.questionnaire.second_asking.get(link_id, ""))
    return told_twice(first, again) if first and again else first or again


def _both_askings(response: QuestionnaireResponse, own: Facts, first: str, again: str) -> Fact:
    """What is known of an item asked twice; an answer counts also once its item is set aside."""
    item = response.questionnaire.choice(first)
    said = everything_said(response, first)
    if said and first in response.answers and again in response.answers:
        return _answered(item, said)
    second = response.answers.get(again)
    return asked_twice(item, own.of[first], _answered(item, second) if second else own.of[again])


def asked_twice(item: Choice, first: Fact, second: Fact) -> Fact:
    """What is known of an item by its two askings: the most urgent answer of both.

    As long as one of them is still to be answered a harmless answer to the other settles nothing.
    """
    said = [fact for fact in (first, second) if fact.state is State.ANSWERED]
    worst = max(said, key=lambda fact: _concern(item, fact.values[0]), default=first)
    highest = max(option.concern for option in item.options)
    if worst.unsure or (worst.values and _concern(item, worst.values[0]) == highest):
        return worst
    waiting = {first.state, second.state} & {State.OPEN, State.NOT_REACHED}
    return Fact(State.OPEN) if waiting else worst


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


def values_that_count(item: Question, answer: Answer) -> tuple[Value, ...]:
    """The latest values; of a text all that still stand, of a sign the most urgent that do.

    A sign is a safety or warning item; of any other item what ``stands`` counts beside the latest.
    """
    if isinstance(item, FreeText):
        texts = [past.values[0] for past in standing_history(answer)]
        return tuple(dict.fromkeys(reversed(texts)))
    if not isinstance(item, Choice) or not answer.replaced:
        return answer.values
    said = [value for past in reversed(standing_history(answer)) for value in past.values]
    if item.role is Role.CONTEXT:
        said = [*answer.values, *(value for value in said if value in item.standing_codes)]
    every = tuple(dict.fromkeys(said))
    if item.repeats:
        return tuple(value for value in every if value not in item.exclusive_codes) or answer.values
    return every if item.role is Role.CONTEXT else _most_urgent(item, every)


def _most_urgent(item: Choice, said: tuple[Value, ...]) -> tuple[Value, ...]:
    """The most urgent of these, the latest of which comes first.

    "Not sure" takes nothing away from a sign, nor a sign from it while there is a more urgent one.
    """
    signs = [value for value in said if value not in item.unknown_codes]
    worst = max((_concern(item, value) for value in signs), default=0)
    highest = max(option.concern for option in item.options)
    unsure = [value for value in said if value in item.unknown_codes and worst < highest]
    standing = [value for value in signs if worst and _concern(item, value) == worst]
    return (*unsure, *standing) or said[:1]


def _concern(item: Choice, value: Value) -> int:
    option = item.option(value)
    return option.concern if option is not None else 0


def age_on(birth_date: date, day: date) -> int:
    """Full years of age on a day."""
    before_birthday = (day.month, day.day) < (birth_date.month, birth_date.day)
    return day.year - birth_date.year - before_birthday
