"""All that a clinician signs as one JSON file, and back: the same file, the same meaning."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Final, TypeAlias

from pydantic import TypeAdapter, ValidationError

from intake import criteria, option, questionnaire
from intake.citation import Source
from intake.medicine import Medicine
from screening import finding
from screening.advising import Advice
from screening.finding import RuleSet

Json: TypeAlias = dict[str, object] | list[object] | str | int | None

FORMAT: Final = "anteroom-rules-1"

_PARTS: Final[Mapping[str, type]] = {
    part.__name__: part
    for part in (
        criteria.AllOf,
        criteria.AnyOf,
        criteria.AtLeast,
        criteria.Exists,
        criteria.Interrupted,
        criteria.Is,
        criteria.LeftOpen,
        criteria.Mentions,
        criteria.Not,
        criteria.Ticked,
        criteria.Within,
        questionnaire.CalendarDate,
        questionnaire.Choice,
        questionnaire.FreeText,
        questionnaire.Group,
        questionnaire.NoToAll,
        option.Option,
        questionnaire.Questionnaire,
        questionnaire.WholeNumber,
        Medicine,
        Advice,
        finding.Addition,
        finding.Contradiction,
        finding.Contributor,
        finding.Presentation,
        finding.RedFlag,
        finding.RuleSet,
        finding.WarningSign,
        Source,
    )
}
"""Everything a rule set is made of, by the name it has in the file."""


class ExportError(ValueError):
    """A file that is not a rule set, in a sentence for whoever gave it."""


@dataclass(frozen=True)
class Content:
    """The questionnaire with its rules, and the advice that may follow a routine visit."""

    rule_set: RuleSet
    advice: tuple[Advice, ...] = ()


def exported(content: Content) -> bytes:
    """The content as JSON: every declaration by name, what stands at its default left out."""
    parts = {"rule_set": _plain(content.rule_set), "advice": _plain(content.advice)}
    whole = {"format": FORMAT, **parts}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def content_hash(content: Content) -> str:
    """The SHA-256 of the export: it changes whenever a word, an answer or a rule does."""
    return hashlib.sha256(exported(content)).hexdigest()


def _plain(value: object) -> Json:
    match value:
        case None | str() | int():
            return value
        case Enum():
            return str(value.value)
        case tuple():
            return [_plain(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            stated = {f.name: getattr(value, f.name) for f in fields(value)}
            shown = {f.name: _plain(stated[f.name]) for f in fields(value) if _told(f, stated)}
            return {"type": type(value).__name__, **shown}
        case _:
            msg = f"{value!r} has no place in an export"
            raise TypeError(msg)


def _told(declared: Field[Any], stated: Mapping[str, object]) -> bool:
    """Whether a field says more than its default."""
    return declared.default is MISSING or stated[declared.name] != declared.default


def read_export(file: bytes) -> Content:
    """The content of an export; ExportError where the file is not one that can be meant."""
    try:
        read = json.loads(file)
        if not isinstance(read, dict) or read.get("format") != FORMAT:
            msg = f"this is not a rule set written by the export command (format {FORMAT})"
            raise ExportError(msg)
        return _content(_built(read.get("rule_set")), _built(read.get("advice", [])))
    except RecursionError as problem:
        msg = "its conditions stand too deep inside one another"
        raise ExportError(msg) from problem
    except UnicodeDecodeError as problem:
        msg = "this is not a text in UTF-8"
        raise ExportError(msg) from problem
    except json.JSONDecodeError as problem:
        msg = f"this is not JSON (line {problem.lineno})"
        raise ExportError(msg) from problem


def _content(rule_set: object, advice: object) -> Content:
    if not isinstance(rule_set, RuleSet):
        msg = "rule_set: a whole rule set is expected here"
        raise ExportError(msg)
    given = advice if isinstance(advice, tuple) else (advice,)
    if not all(isinstance(one, Advice) for one in given):
        msg = "advice: a list of advice is expected here"
        raise ExportError(msg)
    return Content(rule_set, given)


def _built(value: object) -> object:
    match value:
        case list():
            return tuple(_built(one) for one in value)
        case dict():
            stated = {str(name): _built(one) for name, one in value.items()}
            return _part(str(stated.pop("type", "")), stated)
        case _:
            return value


def _part(name: str, stated: dict[str, object]) -> object:
    if name not in _PARTS:
        msg = f"'{name}' is not a part of a rule set"
        raise ExportError(msg)
    if strange := stated.keys() - {field.name for field in fields(_PARTS[name])}:
        msg = f"{name}: '{min(strange)}' is not known here"
        raise ExportError(msg)
    try:
        return _adapter(name).validate_python(stated)
    except ValidationError as problem:
        first = problem.errors()[0]
        at = stated.get("code") or stated.get("link_id") or name
        reason = first["msg"].removeprefix("Value error, ")
        place = ".".join(str(part) for part in first["loc"])
        raise ExportError(f"{at}: {place}: {reason}" if place else reason) from problem


@cache
def _adapter(name: str) -> TypeAdapter[object]:
    return TypeAdapter(_PARTS[name])
