"""The shape of a QuestionnaireResponse as it comes in; what is not named here is passed over.

The bounds are wider than anything `intake.kept` keeps: whatever was written can be read.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from intake.fhir.patient import PatientIn

LONGEST_TEXT = 2000
"""Characters of free text an import accepts."""
LARGEST_FILE = 8_000_000
"""Bytes of a QuestionnaireResponse an import reads."""
MOST_PARTS = 20_000
"""Parts of one extension: records from before histories had a bound have one for every pause."""


class _In(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)


class CodingIn(_In):
    """A code."""

    code: str = Field(max_length=100)


class ExtensionIn(_In):
    """An extension, of which those of an answer's record are read."""

    url: str = Field(max_length=300)
    extension: tuple[ExtensionIn, ...] = Field(default=(), strict=False, max_length=MOST_PARTS)
    value_date_time: str | None = Field(default=None, alias="valueDateTime", max_length=40)
    value_code: str | None = Field(default=None, alias="valueCode", max_length=40)
    value_coding: CodingIn | None = Field(default=None, alias="valueCoding")
    value_string: str | None = Field(default=None, alias="valueString", max_length=LONGEST_TEXT)
    value_boolean: bool | None = Field(default=None, alias="valueBoolean")
    value_integer: int | None = Field(default=None, alias="valueInteger")
    value_date: str | None = Field(default=None, alias="valueDate", max_length=10)


class AnswerIn(_In):
    """One value of an answer."""

    value_coding: CodingIn | None = Field(default=None, alias="valueCoding")
    value_string: str | None = Field(default=None, alias="valueString", max_length=LONGEST_TEXT)
    value_boolean: bool | None = Field(default=None, alias="valueBoolean")
    value_integer: int | None = Field(default=None, alias="valueInteger")
    value_date: str | None = Field(default=None, alias="valueDate", max_length=10)


class ItemIn(_In):
    """An item with its answers, or a group of items."""

    link_id: str = Field(alias="linkId", max_length=100)
    answer: tuple[AnswerIn, ...] = Field(default=(), strict=False, max_length=50)
    item: tuple[ItemIn, ...] = Field(default=(), strict=False, max_length=200)
    extension: tuple[ExtensionIn, ...] = Field(default=(), strict=False, max_length=50)


class ResponseIn(_In):
    """The whole resource."""

    resource_type: Literal["QuestionnaireResponse"] = Field(alias="resourceType")
    questionnaire: str = Field(max_length=300)
    status: Literal["in-progress", "completed", "amended", "stopped"]
    authored: str = Field(max_length=40)
    language: str = Field(default="en", max_length=20)
    contained: tuple[PatientIn, ...] = Field(default=(), strict=False, max_length=20)
    item: tuple[ItemIn, ...] = Field(default=(), strict=False, max_length=200)
