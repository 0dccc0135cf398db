"""A Questionnaire as FHIR R4 JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias, cast

from intake.criteria import AllOf, AnyOf, Criterion, Is, Ticked, Within, every_part
from intake.fhir import names
from intake.medicine import Medicine
from intake.option import Option
from intake.questionnaire import (
    CalendarDate,
    Choice,
    FreeText,
    Group,
    NoToAll,
    Question,
    Questionnaire,
    Role,
    WholeNumber,
)

Json: TypeAlias = dict[str, object]
FORMAT = 1
"""Says that the whole questionnaire can be read back; raise it when an older reader would err."""


def questionnaire_json(questionnaire: Questionnaire) -> Json:
    """The questionnaire as a FHIR R4 Questionnaire resource."""
    together = [_together(one) for one in questionnaire.needs_staff_offline]
    return {
        "resourceType": "Questionnaire",
        "extension": [{"url": names.READABLE, "valueInteger": FORMAT}, *together],
        "url": questionnaire.url,
        "version": questionnaire.version,
        "name": "KneeTwitching",
        "title": questionnaire.title,
        "status": "draft",
        "experimental": True,
        "language": questionnaire.language,
        "subjectType": ["Patient"],
        "item": [_group(group) for group in questionnaire.items],
    }


def questionnaire_bytes(questionnaire: Questionnaire) -> bytes:
    """The questionnaire's JSON as the bytes that are hashed, stored and served."""
    content = questionnaire_json(questionnaire)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _item(item: Question | Group) -> Json:
    return _group(item) if isinstance(item, Group) else _question(item)


def _group(group: Group) -> Json:
    content: Json = {"linkId": group.link_id, "type": "group"}
    if group.text:
        content["text"] = group.text
    if group.grid:
        content["extension"] = [_control("htable")]
    if group.page:
        content["extension"] = [_control("page")]
    content.update(_enable_when(group.enable_when))
    hint = [_hint(group.link_id, group.hint)] if group.hint else []
    content["item"] = [*hint, *(_item(item) for item in group.items)]
    return content


def _question(item: Question) -> Json:
    content: Json = {"linkId": item.link_id, "type": _type(item), "text": item.text}
    if item.code:
        content["code"] = [{"system": names.ITEM_CODES, "code": item.code, "display": item.label}]
    if extensions := [*_extensions(item), *_for_readers(item)]:
        content["extension"] = extensions
    content.update(_enable_when(item.enable_when))
    content["required"] = item.required and not isinstance(item, NoToAll)
    if isinstance(item, WholeNumber):
        content["readOnly"] = True
    if isinstance(item, FreeText):
        content["maxLength"] = item.max_length
    if isinstance(item, Choice):
        content["repeats"] = item.repeats
        content["answerOption"] = [_option(option) for option in item.options]
    if item.hint:
        content["item"] = [_hint(item.link_id, item.hint)]
    return content


def _type(item: Question) -> str:
    match item:
        case Choice():
            return "choice"
        case WholeNumber():
            return "integer"
        case CalendarDate():
            return "date"
        case FreeText():
            return "text"
        case NoToAll():
            return "boolean"


def _extensions(item: Question) -> Iterator[Json]:
    match item:
        case Choice():
            plain = item.control == "radio-button" and item.repeats
            yield _control("check-box" if plain else item.control)
            for option in item.needs_staff_offline:
                yield {"url": names.NEEDS_STAFF_OFFLINE, "valueCode": option.code}
            if item.asks_again:
                yield {"url": names.ASKS_AGAIN, "valueString": item.asks_again}
        case CalendarDate():
            yield _control("keypad-date")
        case WholeNumber():
            yield {"url": names.HIDDEN, "valueBoolean": True}
        case NoToAll():
            yield {"url": names.NO_TO_ALL, "valueBoolean": True}
        case FreeText():
            return


def _for_readers(item: Question) -> Iterator[Json]:
    """What no tablet shows and a summary needs: the weight of the item, and its short label."""
    if item.role is not Role.CONTEXT:
        yield {"url": names.ROLE, "valueCode": item.role.value}
    if item.short and not item.code:  # beside a code it is the code's display
        yield {"url": names.SHORT, "valueString": item.short}


def _control(code: str) -> Json:
    standard = code in names.STANDARD_CONTROLS
    system = names.HL7_ITEM_CONTROLS if standard else names.ITEM_CONTROLS
    coding = {"system": system, "code": code}
    return {"url": names.ITEM_CONTROL, "valueCodeableConcept": {"coding": [coding]}}


def _hint(link_id: str, text: str) -> Json:
    return {
        "linkId": f"{link_id}-help",
        "type": "display",
        "text": text,
        "extension": [_control("help")],
    }


def _option(option: Option) -> Json:
    coding: Json = {"system": names.ANSWERS, "code": option.code, "display": option.text}
    if option.ordinal is not None:
        coding["extension"] = [{"url": names.ORDINAL_VALUE, "valueDecimal": option.ordinal}]
    if isinstance(option, Medicine) and option.verified:
        coding["extension"] = [_ingredient(option)]
    flags = (
        (names.OPTION_EXCLUSIVE, option.exclusive),
        (names.MEANS_UNKNOWN, option.unknown),
        (names.STANDS, option.stands),
    )
    extensions: list[Json] = [{"url": url, "valueBoolean": True} for url, holds in flags if holds]
    if option.picture:
        picture = {"contentType": "image/svg+xml", "url": option.picture}
        extensions.append({"url": names.ANSWER_MEDIA, "valueAttachment": picture})
    if option.changes:
        extensions.append({"url": names.CHANGES_ANSWER, "valueString": option.changes})
    if option.concern:
        extensions.append({"url": names.CONCERN, "valueInteger": option.concern})
    if isinstance(option, Medicine):
        extensions.append({"url": names.MEDICINE, "valueBoolean": True})
    content: Json = {"valueCoding": coding}
    if extensions:
        content["extension"] = extensions
    return content


def _ingredient(medicine: Medicine) -> Json:
    """The medicine in RxNorm; a number that was never looked up stays in the program."""
    coding = {"system": names.RXNORM, "code": medicine.rxcui, "display": medicine.generic}
    return {"url": names.INGREDIENT, "valueCoding": coding}


def _enable_when(criterion: Criterion | None) -> Json:
    """The condition as FHIR's flat list; raises ValueError when a flat list cannot say it."""
    if criterion is None:
        return {}
    parts = _parts(criterion)
    every = isinstance(criterion, AllOf | Within)
    if any(_needs_a_list_of_its_own(part, every=every) for part in parts):
        msg = f"{criterion}: FHIR enableWhen cannot say this in one list"
        raise ValueError(msg)
    comparisons = [comparison for part in parts for comparison in _comparisons(part)]
    content: Json = {"enableWhen": comparisons}
    if len(comparisons) > 1:
        content["enableBehavior"] = "all" if every else "any"
    return content


def _needs_a_list_of_its_own(part: Criterion, *, every: bool) -> bool:
    """Whether "one of these codes" stands in a list of all, or "between" in a list of any."""
    match part:
        case Is(_, codes):
            return every and len(codes) > 1
        case Within(_, lowest, highest):
            return not every and lowest is not None and highest is not None
        case _:
            return False


def _parts(criterion: Criterion) -> tuple[Criterion, ...]:
    return criterion.of if isinstance(criterion, AnyOf | AllOf) else (criterion,)


def _comparisons(leaf: Criterion) -> Iterator[Json]:
    match leaf:
        case Is(link_id, codes):
            for code in codes:
                coding = {"system": names.ANSWERS, "code": code}
                yield {"question": link_id, "operator": "=", "answerCoding": coding}
        case Within(link_id, lowest, highest):
            if lowest is not None:
                yield {"question": link_id, "operator": ">=", "answerInteger": lowest}
            if highest is not None:
                yield {"question": link_id, "operator": "<", "answerInteger": highest + 1}
        case Ticked(link_id):
            yield {"question": link_id, "operator": "=", "answerBoolean": True}
        case _:
            msg = f"{leaf}: FHIR enableWhen cannot say this"
            raise ValueError(msg)


def _together(criterion: Criterion) -> Json:
    """What calls staff without connection: one list for each part, any of which is enough."""
    lists = [_any_of(part) for part in every_part(criterion)]
    return {"url": names.NEEDS_STAFF_TOGETHER, "extension": lists}


def _any_of(part: Criterion) -> Json:
    """A part as an extension, in the words of the ``enableWhen`` that it cannot hold itself."""
    listed = part if isinstance(part, AnyOf) else AnyOf((part,))
    comparisons = cast("list[Json]", _enable_when(listed)["enableWhen"])
    alike = groupby(comparisons, key=lambda one: (one["question"], one["operator"]))
    return {"url": "any-of", "extension": [_comparison(*key, of) for key, of in alike]}


def _comparison(question: object, operator: object, comparisons: Iterable[Json]) -> Json:
    """One question, and the answers any of which will do."""
    answers = [
        {"url": "answer", f"value{name.removeprefix('answer')}": value}
        for one in comparisons
        for name, value in one.items()
        if name.startswith("answer")
    ]
    asked = {"url": "question", "valueString": question}
    compared = {"url": "operator", "valueCode": operator}
    return {"url": "comparison", "extension": [asked, compared, *answers]}
