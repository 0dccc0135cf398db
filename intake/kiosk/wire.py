"""What a tablet may send, and what it is told: checked on the way in, plain JSON on the way out."""

from __future__ import annotations

from typing import Annotated, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from intake.consent import Agreement, Notice
from intake.draft import Given
from intake.kiosk.departure import Departure
from intake.kiosk.doors import Changes, Visit, Why

Json: TypeAlias = dict[str, object]
LARGEST_BODY = 64 * 1024
"""Bytes of one request; a whole visit with its longest text is a quarter of it."""

_Model = TypeVar("_Model", bound=BaseModel)
_Name = Annotated[str, Field(max_length=100)]


class WireError(ValueError):
    """What was sent cannot be used; the message is a sentence."""


class _In(BaseModel):
    # Without the cache in which pydantic would keep what patients type, for whoever comes next.
    model_config = ConfigDict(extra="forbid", strict=True, cache_strings="keys")


class _GivenIn(_In):
    values: Annotated[
        tuple[Annotated[str, Field(max_length=4000)], ...], Field(strict=False, max_length=50)
    ]
    group: bool = False


class _ChangesIn(_In):
    base: Annotated[int, Field(ge=0)]
    answers: Annotated[dict[_Name, _GivenIn], Field(max_length=500)]
    at: _Name | None = None
    language: Annotated[str, Field(max_length=20)] | None = None


class _SubmitIn(_In):
    base: Annotated[int, Field(ge=0)]


class _ClaimIn(_In):
    ticket: Annotated[str, Field(max_length=200)]


class _HelpIn(_In):
    tablet: Annotated[str, Field(max_length=60)] = ""


class NamingIn(_In):
    """The name a tablet is to have, and the pass of the staff who say so, where one is needed."""

    tablet: Annotated[str, Field(max_length=60)]
    staff_pass: Annotated[str, Field(max_length=200, alias="pass")] = ""


class _PinIn(_In):
    pin: Annotated[str, Field(max_length=40)]


class _LeaveIn(_In):
    why: Annotated[Why, Field(strict=False)]
    held: _ChangesIn | None = None
    unsent: Annotated[int, Field(ge=0)] | None = None


def read_changes(raw: bytes) -> Changes:
    """The changes in a request; raise WireError when they cannot be read."""
    return _changes(_read(_ChangesIn, raw))


def read_base(raw: bytes) -> int:
    """The revision a submission is built on."""
    return _read(_SubmitIn, raw).base


def read_ticket(raw: bytes) -> str:
    """The ticket a tablet gives for its cookie."""
    return _read(_ClaimIn, raw).ticket


def read_agreement(raw: bytes) -> Agreement:
    """What a patient agreed to, and how."""
    return _read(Agreement, raw)


def read_tablet(raw: bytes) -> str:
    """The name of the tablet that asks for help, or whose patient would rather talk."""
    return _read(_HelpIn, raw).tablet


def read_naming(raw: bytes) -> NamingIn:
    """The name a tablet is to have from now on."""
    return _read(NamingIn, raw)


def read_pin(raw: bytes) -> str:
    """The staff PIN as it was typed."""
    return _read(_PinIn, raw).pin


def read_departure(raw: bytes) -> Departure:
    """Why a patient is no longer at a tablet, and what it could not send before."""
    content = _read(_LeaveIn, raw)
    held = _changes(content.held) if content.held else None
    return Departure(content.why, held, content.unsent)


def _changes(content: _ChangesIn) -> Changes:
    answers = {
        link_id: Given(given.values, given.group) for link_id, given in content.answers.items()
    }
    return Changes(content.base, answers, content.at, content.language)


def _read(model: type[_Model], raw: bytes) -> _Model:
    try:
        return model.model_validate_json(raw)
    except ValidationError as problem:
        first = problem.errors(include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"])[:120] or "the request"
        raise WireError(f"{field}: {first['msg'].lower()}.") from None


def notice_json(notice: Notice) -> Json:
    """A privacy notice as the tablet shows it."""
    return notice.model_dump(mode="json")


def visit_json(visit: Visit) -> Json:
    """A visit as the tablet is told of it."""
    return {
        "revision": visit.revision,
        "answers": {
            link_id: {"values": list(given.values), "group": given.group}
            for link_id, given in visit.answers.items()
        },
        "at": visit.at,
        "paused": visit.paused,
        "finished": visit.finished,
        "closed": visit.closed,
        "questionnaire": {"version": visit.questionnaire_version, "language": visit.language},
        "visitDate": visit.visit_date.isoformat(),
    }
