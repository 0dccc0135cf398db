"""A Questionnaire read back from the FHIR R4 JSON it was kept as."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby
from typing import TypedDict

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from intake.criteria import AllOf, AnyOf, Criterion, Is, Ticked, Within
from intake.fhir import names
from intake.fhir.questionnaire import FORMAT
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


class KeptError(ValueError):
    """The questionnaire that was kept cannot be read; the message is a sentence saying why."""


class _Kept(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _Coding(_Kept):
    code: str = ""
    display: str = ""
    extension: tuple[_Extension, ...] = ()


class _Concept(_Kept):
    coding: tuple[_Coding, ...] = ()


class _Attachment(_Kept):
    url: str = ""


class _Extension(_Kept):
    url: str
    extension: tuple[_Extension, ...] = ()
    boolean: bool = Field(default=False, alias="valueBoolean")
    code: str = Field(default="", alias="valueCode")
    string: str = Field(default="", alias="valueString")
    integer: int = Field(default=0, alias="valueInteger")
    decimal: int | None = Field(default=None, alias="valueDecimal")
    coding: _Coding | None = Field(default=None, alias="valueCoding")
    concept: _Concept | None = Field(default=None, alias="valueCodeableConcept")
    attachment: _Attachment | None = Field(default=None, alias="valueAttachment")


class _Extended(_Kept):
    extension: tuple[_Extension, ...] = ()

    def said(self, url: str) -> _Extension | None:
        """The first extension with this address."""
        return next((one for one in self.extension if one.url == url), None)

    def flag(self, url: str) -> bool:
        """Whether the extension stands there and is true."""
        found = self.said(url)
        return found is not None and found.boolean

    def string(self, url: str) -> str:
        """The text of the extension, empty without it."""
        found = self.said(url)
        return found.string if found else ""

    @property
    def control(self) -> str:
        """How the item is shown, empty where nothing is said."""
        found = self.said(names.ITEM_CONTROL)
        codings = found.concept.coding if found and found.concept else ()
        return codings[0].code if codings else ""


class _Option(_Extended):
    coding: _Coding = Field(alias="valueCoding")


class _Comparison(_Kept):
    question: str
    operator: str
    coding: _Coding | None = Field(default=None, alias="answerCoding")
    integer: int | None = Field(default=None, alias="answerInteger")
    boolean: bool | None = Field(default=None, alias="answerBoolean")


class _Item(_Extended):
    link_id: str = Field(alias="linkId")
    type: str
    text: str = ""
    code: tuple[_Coding, ...] = ()
    required: bool = False
    repeats: bool = False
    max_length: int = Field(default=2000, alias="maxLength")
    options: tuple[_Option, ...] = Field(default=(), alias="answerOption")
    comparisons: tuple[_Comparison, ...] = Field(default=(), alias="enableWhen")
    behavior: str = Field(default="all", alias="enableBehavior")
    item: tuple[_Item, ...] = ()


class _Whole(_Extended):
    url: str
    version: str
    title: str
    language: str
    item: tuple[_Item, ...]


def read_questionnaire(kept: bytes) -> Questionnaire:
    """Read a questionnaire back, without what it rests on; raise KeptError when that cannot be.

    One that was kept before everything a reader needs was kept with it is refused.
    """
    try:
        whole = _Whole.model_validate_json(kept)
    except ValidationError:
        raise KeptError("The questionnaire that was kept is not a FHIR Questionnaire.") from None
    readable = whole.said(names.READABLE)
    if readable is None or readable.integer != FORMAT:
        raise KeptError("The questionnaire was kept in a form that cannot be read back.")
    try:
        return Questionnaire(
            url=whole.url,
            version=whole.version,
            title=whole.title,
            language=whole.language,
            items=tuple(_group(item) for item in whole.item),
            needs_staff_offline=tuple(_together(whole)),
        )
    except KeptError:
        raise
    except (ValueError, KeyError, TypeError) as problem:
        raise KeptError(
            f"The questionnaire that was kept does not hold together: {problem}."
        ) from None


def _group(item: _Item) -> Group:
    return Group(
        link_id=item.link_id,
        text=item.text,
        hint=_hint(item),
        items=tuple(_part(part) for part in item.item if part.type != "display"),
        enable_when=_condition(item),
        grid=item.control == "htable",
        page=item.control == "page",
    )


def _part(item: _Item) -> Question | Group:
    return _group(item) if item.type == "group" else _question(item)


def _hint(item: _Item) -> str:
    return next((part.text for part in item.item if part.type == "display"), "")


def _question(item: _Item) -> Question:
    match item.type:
        case "choice":
            return _choice(item)
        case "integer":
            return WholeNumber(**_common(item))
        case "date":
            return CalendarDate(**_common(item))
        case "boolean":
            return NoToAll(**_common(item))
        case "text":
            return FreeText(max_length=item.max_length, **_common(item))
        case _:
            raise KeptError(f"{item.link_id}: '{item.type}' is no kind of question.")


def _choice(item: _Item) -> Choice:
    options = tuple(_option(option) for option in item.options)
    by_code = {option.code: option for option in options}
    offline = (one.code for one in item.extension if one.url == names.NEEDS_STAFF_OFFLINE)
    control = "radio-button" if item.control == "check-box" else item.control
    return Choice(
        options=options,
        repeats=item.repeats,
        needs_staff_offline=tuple(by_code[code] for code in offline),
        asks_again=item.string(names.ASKS_AGAIN),
        control=control,
        **_common(item),
    )


class _Common(TypedDict):
    link_id: str
    code: str
    text: str
    hint: str
    enable_when: Criterion | None
    role: Role
    required: bool
    short: str


def _common(item: _Item) -> _Common:
    role = item.said(names.ROLE)
    code = item.code[0] if item.code else _Coding()
    short = code.display or item.string(names.SHORT)
    return _Common(
        link_id=item.link_id,
        code=code.code,
        text=item.text,
        hint=_hint(item),
        enable_when=_condition(item),
        role=Role(role.code) if role else Role.CONTEXT,
        required=item.required,
        short="" if short == item.text else short,
    )


def _option(option: _Option) -> Option:
    coding, concern = option.coding, option.said(names.CONCERN)
    picture, ordinal = option.said(names.ANSWER_MEDIA), _in(coding, names.ORDINAL_VALUE)
    plain = Option(
        code=coding.code,
        text=coding.display,
        concern=concern.integer if concern else 0,
        stands=option.flag(names.STANDS),
        exclusive=option.flag(names.OPTION_EXCLUSIVE),
        unknown=option.flag(names.MEANS_UNKNOWN),
        ordinal=ordinal.decimal if ordinal else None,
        picture=picture.attachment.url if picture and picture.attachment else "",
        changes=option.string(names.CHANGES_ANSWER),
    )
    return _medicine(plain, coding) if option.flag(names.MEDICINE) else plain


def _medicine(plain: Option, coding: _Coding) -> Medicine:
    ingredient = _in(coding, names.INGREDIENT)
    number = ingredient.coding.code if ingredient and ingredient.coding else ""
    return Medicine(**vars(plain), rxcui=number, verified=bool(number))


def _in(coding: _Coding, url: str) -> _Extension | None:
    return next((one for one in coding.extension if one.url == url), None)


def _condition(item: _Item) -> Criterion | None:
    return _joined(_leaves(item.comparisons), AllOf if item.behavior == "all" else AnyOf)


def _joined(parts: tuple[Criterion, ...], joiner: type[AllOf | AnyOf]) -> Criterion | None:
    return joiner(parts) if len(parts) > 1 else next(iter(parts), None)


def _leaves(comparisons: tuple[_Comparison, ...]) -> tuple[Criterion, ...]:
    return tuple(
        _leaf(link_id, tuple(alike))
        for link_id, alike in groupby(comparisons, lambda one: one.question)
    )


def _together(whole: _Whole) -> Iterator[Criterion]:
    """What only together calls staff without connection: lists, in each of which one is enough."""
    for found in whole.extension:
        if found.url == names.NEEDS_STAFF_TOGETHER:
            compared = (tuple(map(_compared, one.extension)) for one in found.extension)
            lists = (_joined(_leaves(tuple(chain(*each))), AnyOf) for each in compared)
            together = _joined(tuple(part for part in lists if part is not None), AllOf)
            if together is not None:
                yield together


def _compared(comparison: _Extension) -> tuple[_Comparison, ...]:
    """One question, and the answers any of which will do, as single comparisons."""
    said = {part.url: part for part in comparison.extension}
    answers = (part for part in comparison.extension if part.url == "answer")
    question, operator = said["question"].string, said["operator"].code
    return tuple(
        _Comparison(
            question=question,
            operator=operator,
            answerCoding=one.coding,
            answerInteger=one.integer,
            answerBoolean=one.boolean,
        )
        for one in answers
    )


def _leaf(link_id: str, comparisons: tuple[_Comparison, ...]) -> Is | Within | Ticked:
    """What neighboring comparisons say of one item: one of these codes, between, or ticked."""
    codes = tuple(one.coding.code for one in comparisons if one.coding)
    if codes:
        return Is(link_id, codes)
    if all(one.boolean for one in comparisons):
        return Ticked(link_id)
    bounds = {one.operator: one.integer for one in comparisons}
    under = bounds.get("<")
    return Within(link_id, bounds.get(">="), None if under is None else under - 1)
