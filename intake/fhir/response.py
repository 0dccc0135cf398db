"""A QuestionnaireResponse as FHIR R4 JSON, both ways; what comes in is trusted with nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeAlias

from pydantic import ValidationError

from intake.answers import Answer, Informant, Mode, Value
from intake.criteria import State
from intake.fhir import names
from intake.fhir.incoming import LARGEST_FILE, AnswerIn, ExtensionIn, ItemIn, ResponseIn
from intake.fhir.patient import patient_json, person
from intake.fhir.ticks import untold_ticks
from intake.questionnaire import (
    CalendarDate,
    Choice,
    FreeText,
    Group,
    NoToAll,
    Question,
    Questionnaire,
    WholeNumber,
)
from intake.response import QuestionnaireResponse, Status, age_on, facts_of_each

Json: TypeAlias = dict[str, object]
EARLIEST_BIRTH = date(1900, 1, 1)


class ResponseError(ValueError):
    """The response cannot be used; the message is a sentence naming the field."""


def response_json(response: QuestionnaireResponse) -> Json:
    """The response as a FHIR R4 QuestionnaireResponse with a contained Patient."""
    content: Json = {
        "resourceType": "QuestionnaireResponse",
        "language": response.language,
        "contained": [patient_json(response.patient)],
        "questionnaire": f"{response.questionnaire.url}|{response.questionnaire.version}",
        "status": response.status.value,
        "subject": {"reference": "#patient"},
        "authored": response.authored.isoformat(),
    }
    set_aside = _set_aside(response)
    answered = {
        link_id: answer for link_id, answer in response.answers.items() if link_id not in set_aside
    }
    content["item"] = [
        item
        for group in response.questionnaire.items
        if (item := _item_json(group, answered, response.taken_back)) is not None
    ]
    return content


def _set_aside(response: QuestionnaireResponse) -> frozenset[str]:
    """The answers to items that are off now; what was said on a second asking always counts."""
    known = facts_of_each(response).of
    off = {link_id for link_id in response.answers if known[link_id].state is not State.ANSWERED}
    return frozenset(off - response.questionnaire.asked_again.keys())


def _item_json(
    item: Question | Group,
    answered: Mapping[str, Answer],
    taken_back: Mapping[str, tuple[Answer, ...]],
) -> Json | None:
    if isinstance(item, Group):
        parts = (_item_json(part, answered, taken_back) for part in item.items)
        children = [child for child in parts if child]
        if not children:
            return None
        heading = {"text": item.text} if item.text else {}
        return {"linkId": item.link_id, **heading, "item": children}
    answer, said = answered.get(item.link_id), taken_back.get(item.link_id)
    if answer is None and not said:
        return None
    content: Json = {"linkId": item.link_id, "text": item.text}
    if answer is None:
        past = [_replaced_json(item, one) for one in said or ()]
        return {**content, "extension": [{"url": names.ANSWER_RECORD, "extension": past}]}
    return {
        **content,
        "extension": [_record_json(item, answer)],
        "answer": [_value_json(item, value) for value in answer.values],
    }


def _value_json(item: Question, value: Value) -> Json:
    match item:
        case Choice():
            option = item.option(value)
            display = {"display": option.text} if option else {}
            return {"valueCoding": {"system": names.ANSWERS, "code": value, **display}}
        case CalendarDate():
            return {"valueDate": value.isoformat() if isinstance(value, date) else value}
        case WholeNumber():
            return {"valueInteger": value}
        case FreeText():
            return {"valueString": value}
        case NoToAll():
            return {"valueBoolean": value}


def _record_json(item: Question, answer: Answer) -> Json:
    parts = _given_json(answer)
    parts += [_replaced_json(item, past) for past in answer.replaced]
    return {"url": names.ANSWER_RECORD, "extension": parts}


def _given_json(answer: Answer) -> list[Json]:
    """When and by whom an answer was given, and how."""
    parts: list[Json] = [
        {"url": "at", "valueDateTime": answer.at.isoformat()},
        {"url": "by", "valueCode": answer.by.value},
        {"url": "mode", "valueCode": answer.mode.value},
    ]
    if answer.initials:
        parts.append({"url": "initials", "valueString": answer.initials})
    return parts


def _replaced_json(item: Question, past: Answer) -> Json:
    values = [{"url": "value", **_value_json(item, value)} for value in past.values]
    return {"url": "replaced", "extension": [*values, *_given_json(past)]}


def read_response(raw: bytes, questionnaire: Questionnaire) -> QuestionnaireResponse:
    """Read a FHIR QuestionnaireResponse; raise ResponseError when it cannot be used.

    Answers to items that are not enabled, unknown items and unknown options are refused. Age is
    worked out from ``birth-date`` and ``authored``.
    """
    content = _parse(raw)
    if content.questionnaire.split("|")[0] != questionnaire.url:
        raise ResponseError(f"questionnaire: '{content.questionnaire}' is not {questionnaire.url}.")
    authored = _moment(content.authored, "authored")
    answers, taken_back = _answers(content, questionnaire, authored)
    birth_date = _birth_date(answers)
    answers.pop("age", None)
    answers |= untold_ticks(questionnaire.items, answers)
    if birth_date is not None:
        answers["age"] = _age(birth_date, authored)
    response = QuestionnaireResponse(
        questionnaire=questionnaire,
        authored=authored,
        status=_status(content.status),
        answers=answers,
        patient=person(content.contained, birth_date),
        language=content.language,
        taken_back=taken_back,
    )
    _refuse_disabled(response)
    return response


def _parse(raw: bytes) -> ResponseIn:
    if len(raw) > LARGEST_FILE:
        raise ResponseError("The file is larger than 8 MB.")
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError):  # not UTF-8, not JSON, or a number without end
        raise ResponseError("The file is not valid JSON in UTF-8.") from None
    try:
        return ResponseIn.model_validate(content)
    except ValidationError as problem:
        first = problem.errors()[0]
        field = ".".join(str(part) for part in first["loc"])[:120] or "the resource"
        raise ResponseError(f"{field}: {first['msg'].lower()}.") from None


def _status(status: str) -> Status:
    match status:
        case "completed" | "amended":
            return Status.COMPLETED
        case "in-progress":
            return Status.IN_PROGRESS
        case _:
            return Status.STOPPED


def _moment(text: str, field: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ResponseError(f"{field}: '{text}' is not a date and time.") from None
    if moment.tzinfo is None:
        raise ResponseError(f"{field}: '{text}' has no time zone.")
    return moment


def _day(text: str, field: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ResponseError(f"{field}: '{text}' is not a date such as 1964-03-14.") from None


def _birth_date(answers: Mapping[str, Answer]) -> date | None:
    answer = answers.get("birth-date")
    value = answer.values[0] if answer else None
    return value if isinstance(value, date) else None


def _age(birth_date: date, authored: datetime) -> Answer:
    day = authored.date()
    if birth_date > day + timedelta(days=1):  # a clinic east of Greenwich may be a day ahead
        raise ResponseError("birth-date: the date lies after the visit.")
    if birth_date < EARLIEST_BIRTH:
        raise ResponseError(f"birth-date: the date lies before {EARLIEST_BIRTH.year}.")
    return Answer((max(0, age_on(birth_date, day)),), authored)


def _answers(
    content: ResponseIn, questionnaire: Questionnaire, authored: datetime
) -> tuple[dict[str, Answer], dict[str, tuple[Answer, ...]]]:
    """The answers, and what was said to items that were skipped after all."""
    answers: dict[str, Answer] = {}
    taken_back: dict[str, tuple[Answer, ...]] = {}
    groups = _group_ids(questionnaire.items)
    for entry in _entries(content.item):
        item = questionnaire.questions.get(entry.link_id)
        if item is None:
            if entry.link_id in groups and not entry.answer:
                continue
            raise ResponseError(f"{entry.link_id}: this questionnaire has no such item.")
        if entry.link_id in answers or entry.link_id in taken_back:
            raise ResponseError(f"{entry.link_id}: answered twice.")
        if entry.answer:
            answers[entry.link_id] = _answer(item, entry, authored)
        elif said := _replaced(item, _record_of(entry)):
            taken_back[entry.link_id] = said
    return answers, taken_back


def _entries(items: tuple[ItemIn, ...]) -> Iterator[ItemIn]:
    for item in items:
        yield item
        yield from _entries(item.item)


def _group_ids(items: tuple[Question | Group, ...]) -> frozenset[str]:
    groups = [item for item in items if isinstance(item, Group)]
    inner = [_group_ids(group.items) for group in groups]
    return frozenset(group.link_id for group in groups).union(*inner)


def _answer(item: Question, entry: ItemIn, authored: datetime) -> Answer:
    values = tuple(_value(item, answer) for answer in entry.answer)
    check_values(item, values)
    record = _record_of(entry)
    if record is None:
        return Answer(values, authored)
    return replace(_recorded(item, values, record), replaced=_replaced(item, record))


def _record_of(entry: ItemIn) -> ExtensionIn | None:
    return next((one for one in entry.extension if one.url == names.ANSWER_RECORD), None)


def _replaced(item: Question, record: ExtensionIn | None) -> tuple[Answer, ...]:
    past = [part for part in record.extension if part.url == "replaced"] if record else []
    return tuple(_recorded(item, _past_values(item, part), part) for part in past)


def _past_values(item: Question, past: ExtensionIn) -> tuple[Value, ...]:
    values = tuple(_value(item, part) for part in past.extension if part.url == "value")
    check_values(item, values)
    return values


def _recorded(item: Question, values: tuple[Value, ...], record: ExtensionIn) -> Answer:
    parts = {part.url: part for part in record.extension if part.url not in {"value", "replaced"}}
    at = parts["at"].value_date_time if "at" in parts else None
    by = parts["by"].value_code if "by" in parts else Informant.PATIENT.value
    mode = parts["mode"].value_code if "mode" in parts else Mode.SINGLE.value
    initials = parts["initials"].value_string if "initials" in parts else ""
    try:
        informant, how = Informant(by), Mode(mode)
    except ValueError:
        raise ResponseError(f"{item.link_id}: who answered, or how, is not known.") from None
    return Answer(values, _moment(at or "", f"{item.link_id}.at"), informant, initials or "", how)


def _value(item: Question, answer: AnswerIn | ExtensionIn) -> Value:
    value: Value | None = None
    match item:
        case Choice() if answer.value_coding is not None:
            value = answer.value_coding.code
        case CalendarDate() if answer.value_date is not None:
            value = _day(answer.value_date, item.link_id)
        case WholeNumber():
            value = answer.value_integer
        case FreeText():
            value = answer.value_string
        case NoToAll():
            value = answer.value_boolean
        case _:
            pass
    if value is None:
        raise ResponseError(f"{item.link_id}: the answer is not of the type this item takes.")
    return value


def check_values(item: Question, values: tuple[Value, ...]) -> None:
    """Raise ResponseError with a sentence when the item cannot take these values."""
    if not values:
        raise ResponseError(f"{item.link_id}: the answer is empty.")
    if isinstance(item, FreeText) and len(str(values[0])) > item.max_length:
        raise ResponseError(
            f"{item.link_id}: the text is longer than {item.max_length} characters."
        )
    repeats = isinstance(item, Choice) and item.repeats
    if len(values) > 1 and (not repeats or len(set(values)) < len(values)):
        raise ResponseError(f"{item.link_id}: takes one answer.")
    if isinstance(item, Choice):
        _check_options(item, values)


def _check_options(item: Choice, values: tuple[Value, ...]) -> None:
    for value in values:
        option = item.option(value)
        if option is None:
            raise ResponseError(f"{item.link_id}: has no option '{str(value)[:40]}'.")
        if option.exclusive and len(values) > 1:
            raise ResponseError(
                f"{item.link_id}: '{option.code}' cannot stand beside other answers."
            )


def _refuse_disabled(response: QuestionnaireResponse) -> None:
    if off := _set_aside(response):
        first = next(link_id for link_id in response.answers if link_id in off)
        raise ResponseError(f"{first}: is not asked after these answers, so it cannot be answered.")
