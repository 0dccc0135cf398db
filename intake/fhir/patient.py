"""The Patient contained in a QuestionnaireResponse, both ways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from intake.fhir import names
from intake.response import Person

Json: TypeAlias = dict[str, object]


class _In(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)


class _NameIn(_In):
    family: str = Field(default="", max_length=200)
    given: tuple[Annotated[str, Field(max_length=200)], ...] = Field(default=(), strict=False)


class _IdentifierIn(_In):
    system: str = Field(default="", max_length=300)
    value: str = Field(default="", max_length=60)


class PatientIn(_In):
    """A resource that may be a Patient, as it came in."""

    resource_type: str = Field(default="", alias="resourceType")
    name: tuple[_NameIn, ...] = Field(default=(), strict=False)
    identifier: tuple[_IdentifierIn, ...] = Field(default=(), strict=False)


def patient_json(person: Person) -> Json:
    """The patient as FHIR R4."""
    content: Json = {"resourceType": "Patient", "id": "patient"}
    if identifiers := list(_identifiers(person)):
        content["identifier"] = identifiers
    name: Json = {"family": person.family} if person.family else {}
    if person.given:
        name["given"] = [person.given]
    if name:
        content["name"] = [name]
    if person.birth_date:
        content["birthDate"] = person.birth_date.isoformat()
    return content


def _identifiers(person: Person) -> Iterator[Json]:
    if person.reference:
        yield {"system": names.VISIT_REFERENCE, "value": person.reference}
    if person.number:
        kind = {"system": names.IDENTIFIER_TYPES, "code": names.MEDICAL_RECORD_NUMBER}
        yield {
            "type": {"coding": [kind]},
            "system": names.PATIENT_NUMBER,
            "value": person.number,
        }


def person(contained: tuple[PatientIn, ...], birth_date: date | None) -> Person:
    """Whom the first Patient among the contained resources names; the birth date is an answer."""
    patient = next((one for one in contained if one.resource_type == "Patient"), None)
    if patient is None:
        return Person(birth_date=birth_date)
    name = patient.name[0] if patient.name else _NameIn()
    numbers = [one.value for one in patient.identifier if one.system == names.PATIENT_NUMBER]
    others = [one.value for one in patient.identifier if one.system != names.PATIENT_NUMBER]
    reference, number = "".join(others[:1]), "".join(numbers[:1])
    return Person(name.family, " ".join(name.given), birth_date, reference, number)
