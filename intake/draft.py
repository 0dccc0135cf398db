"""A visit while it is being filled in: every answer with its history, and the screen it is at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from intake.answers import Answer, Informant, Mode, Value, history
from intake.fhir.response import EARLIEST_BIRTH, ResponseError, check_values
from intake.fhir.ticks import untold_ticks
from intake.kept import changed, withdrawn
from intake.questionnaire import (
    CalendarDate,
    Choice,
    FreeText,
    NoToAll,
    Question,
    Questionnaire,
    WholeNumber,
)
from intake.response import age_on

NOTHING_SOUGHT: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Draft:
    """The answers so far by linkId, those set aside included, and the screen the tablet shows.

    ``taken_back`` is what was said to items that were skipped after all, oldest first.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    at: str | None = None
    taken_back: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Given:
    """An answer as the tablet holds it.

    ``values`` are option codes, one text, or one ISO date; ``group`` says that "No to all of
    these" gave the answer.
    """

    values: tuple[str, ...]
    group: bool = False


@dataclass(frozen=True)
class Moment:
    """When answers arrive (UTC) and the clinic's calendar day of the visit."""

    now: datetime
    visit_date: date


class _StoredAnswer(BaseModel):
    model_config = ConfigDict(extra="forbid")
    values: tuple[str | int | bool, ...]
    at: datetime
    by: Informant
    initials: str = ""
    mode: Mode = Mode.SINGLE
    replaced: tuple[_StoredAnswer, ...] = ()


class _StoredDraft(BaseModel):
    # Without the cache in which pydantic would keep what patients type, for whoever comes next.
    model_config = ConfigDict(extra="forbid", cache_strings="keys")
    answers: dict[str, _StoredAnswer]
    at: str | None
    taken_back: dict[str, tuple[_StoredAnswer, ...]] = {}


_STORED = TypeAdapter(_StoredDraft)


def draft_bytes(draft: Draft) -> bytes:
    """The draft as the bytes the store seals."""
    answers = {link_id: _stored(answer) for link_id, answer in draft.answers.items()}
    taken = {link_id: tuple(map(_stored, said)) for link_id, said in draft.taken_back.items()}
    return _STORED.dump_json(_StoredDraft(answers=answers, at=draft.at, taken_back=taken))


def read_draft(raw: bytes, questionnaire: Questionnaire) -> Draft:
    """Read a stored draft; raise ResponseError when it does not belong to this questionnaire."""
    try:
        stored = _STORED.validate_json(raw)
    except ValidationError:
        raise ResponseError("The saved answers cannot be read.") from None
    answers = {
        link_id: _loaded(_item(questionnaire, link_id), answer)
        for link_id, answer in stored.answers.items()
    }
    taken_back = {
        link_id: tuple(_loaded(_item(questionnaire, link_id), one) for one in said)
        for link_id, said in stored.taken_back.items()
    }
    return Draft(answers, stored.at, taken_back)


def give(
    questionnaire: Questionnaire,
    draft: Draft,
    given: Mapping[str, Given],
    moment: Moment,
    sought: Mapping[str, tuple[str, ...]] = NOTHING_SOUGHT,
) -> Draft:
    """The draft with these answers; raise ResponseError when one of them cannot be taken.

    Answers not given again stay as they were. Who answers is what ``who-answers`` says; age
    follows from the birth date. ``sought`` are, by linkId, the words that are looked for in what
    is typed: a text that named one of them is kept, whatever becomes of it.
    """
    answers, taken_back = dict(draft.answers), dict(draft.taken_back)
    typed = {
        link_id: typed_values(_item(questionnaire, link_id), one, moment)
        for link_id, one in given.items()
    }
    by = informant(typed.get("who-answers") or _values(answers, "who-answers"))
    for link_id, values in typed.items():
        item, old, words = _item(questionnaire, link_id), answers.get(link_id), sought.get(link_id)
        if not values and old is not None:
            taken_back[link_id] = withdrawn(item, answers.pop(link_id), words or ())
        elif values and (old is None or old.values != values):  # the same again is no new answer
            before = history(old) or taken_back.pop(link_id, ())
            mode = Mode.GROUP if given[link_id].group else Mode.SINGLE
            new = Answer(values, moment.now, by, mode=mode)
            answers[link_id] = changed(item, before, new, words or ())
    answers |= untold_ticks(questionnaire.items, answers)
    set_age(answers, moment)
    return Draft(answers, draft.at, taken_back)


def given_back(draft: Draft) -> dict[str, Given]:
    """The answers as the tablet holds them."""
    return {
        link_id: Given(tuple(_text(value) for value in answer.values), answer.mode is Mode.GROUP)
        for link_id, answer in draft.answers.items()
    }


def informant(who_answers: tuple[Value, ...]) -> Informant:
    """Who gives the answers, by what ``who-answers`` says."""
    said = who_answers[0] if who_answers else "me"
    return {
        "someone-helps": Informant.COMPANION,
        "guardian": Informant.GUARDIAN,
        "staff": Informant.STAFF,
    }.get(str(said), Informant.PATIENT)


def _values(answers: Mapping[str, Answer], link_id: str) -> tuple[Value, ...]:
    answer = answers.get(link_id)
    return answer.values if answer else ()


def _item(questionnaire: Questionnaire, link_id: str) -> Question:
    item = questionnaire.questions.get(link_id)
    if item is None:
        raise ResponseError(f"{link_id[:60]}: this questionnaire has no such item.")
    return item


def typed_values(item: Question, given: Given, moment: Moment) -> tuple[Value, ...]:
    """The values in the item's own type; empty when an answer that may be skipped is withdrawn.

    Raises ResponseError when the item cannot take them.
    """
    if not item.required and not any(given.values):
        return ()
    values = tuple(_value(item, value, moment) for value in given.values)
    check_values(item, values)
    return values


def _value(item: Question, text: str, moment: Moment) -> Value:
    match item:
        case CalendarDate():
            return _birth_date(item, text, moment)
        case NoToAll():
            return text == "true"
        case WholeNumber():
            return int(text) if text.isdecimal() else 0
        case Choice() | FreeText():
            return text


def _birth_date(item: CalendarDate, text: str, moment: Moment) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ResponseError(f"{item.link_id}: this day is not in the calendar.") from None
    if not EARLIEST_BIRTH <= day <= moment.visit_date:
        raise ResponseError(f"{item.link_id}: this date cannot be a date of birth.")
    return day


def set_age(answers: dict[str, Answer], moment: Moment) -> None:
    """Age is never taken from outside: it follows from the birth date, or is not known."""
    answers.pop("age", None)
    born = _values(answers, "birth-date")
    if born and isinstance(born[0], date):
        answers["age"] = Answer((age_on(born[0], moment.visit_date),), moment.now)


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _stored(answer: Answer) -> _StoredAnswer:
    values = tuple(v.isoformat() if isinstance(v, date) else v for v in answer.values)
    past = tuple(_stored(one) for one in answer.replaced)
    return _StoredAnswer(
        values=values,
        at=answer.at,
        by=answer.by,
        initials=answer.initials,
        mode=answer.mode,
        replaced=past,
    )


def _loaded(item: Question, stored: _StoredAnswer) -> Answer:
    is_date = isinstance(item, CalendarDate)
    values = tuple(date.fromisoformat(str(v)) if is_date else v for v in stored.values)
    past = tuple(_loaded(item, one) for one in stored.replaced)
    return Answer(values, stored.at, stored.by, stored.initials, stored.mode, past)
