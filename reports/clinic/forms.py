"""What a browser's form sends, read within bounds, and what it said wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeVar
from urllib.parse import parse_qsl

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from starlette.requests import ClientDisconnect, Request

from intake.store.staff import Role
from reports.clinic import wording
from reports.clinic.doors import Credentials, FirstSetUp
from reports.clinic.people_doors import FirstPassword, NewPerson, PasswordChange
from reports.pdf.protect import is_fit

LARGEST_FORM = 16_000
"""Bytes of a form: far more than a name, a password and a time zone need."""
_MOST_FIELDS = 20

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_Password = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
_SENTENCES = {"string_too_long": wording.TOO_LONG, "enum": wording.ROLE_MISSING}
_Model = TypeVar("_Model", bound=BaseModel)


class FormError(Exception):
    """A form cannot be used; the message is a sentence, ``field`` the field it is about."""

    def __init__(self, sentence: str, field: str = "", status: int = 422) -> None:
        super().__init__(sentence)
        self.field = field
        self.status = status


class _LoginForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    login: _Text
    password: _Password


class _ProtectForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    password: _Password
    again: str


class _PinForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    pin: _Text
    again: str


class _PersonForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    name: _Text
    login: _Text
    role: Role


class _FirstPasswordForm(_LoginForm):
    code: _Text
    again: str


class _PasswordChangeForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    old: _Password
    password: _Password
    again: str


class _SetUpForm(_LoginForm):
    code: _Text
    name: _Text
    again: str
    clinic_name: _Text
    time_zone: _Text


@dataclass(frozen=True)
class Form:
    """The fields of a form as they were sent."""

    fields: dict[str, str]

    def credentials(self, browser: str) -> Credentials:
        """Name and password, beside what the browser's cookie says; raises FormError."""
        given = _checked(_LoginForm, self.fields)
        return Credentials(given.login, given.password, browser)

    def new_person(self) -> NewPerson:
        """Somebody to add; raises FormError."""
        given = _checked(_PersonForm, self.fields)
        return NewPerson(given.name, given.login, given.role)

    def first_password(self, browser: str) -> FirstPassword:
        """A code and the password chosen with it, typed twice alike; raises FormError."""
        given = _checked(_FirstPasswordForm, self.fields)
        _require_alike(given.password, given.again)
        return FirstPassword(given.login, given.code, given.password, browser)

    def password_change(self, browser: str) -> PasswordChange:
        """The old password, and the new one typed twice alike; raises FormError."""
        given = _checked(_PasswordChangeForm, self.fields)
        _require_alike(given.password, given.again)
        return PasswordChange(given.old, given.password, browser)

    def first_set_up(self) -> FirstSetUp:
        """The whole first set-up; raises FormError."""
        given = _checked(_SetUpForm, self.fields)
        _require_alike(given.password, given.again)
        return FirstSetUp(
            code=given.code,
            login=given.login,
            name=given.name,
            password=given.password,
            clinic_name=given.clinic_name,
            time_zone=given.time_zone,
        )

    def new_password(self) -> str:
        """A password chosen for one file, typed twice alike; raises FormError."""
        given = _checked(_ProtectForm, self.fields)
        if not is_fit(given.password):
            raise FormError(wording.UNFIT_TO_PROTECT, "password")
        _require_alike(given.password, given.again)
        return given.password

    def new_pin(self) -> str:
        """A staff PIN typed twice alike; raises FormError."""
        given = _checked(_PinForm, self.fields)
        if given.pin != given.again.strip():
            raise FormError(wording.PINS_DIFFER, "again")
        return given.pin

    def without_secrets(self) -> dict[str, str]:
        """What may be shown again in the form."""
        secret = {"password", "old", "pin", "again"}
        return {name: text for name, text in self.fields.items() if name not in secret}


async def read_form(
    request: Request, most: int = _MOST_FIELDS, *, largest: int = LARGEST_FORM
) -> Form:
    """Read a form of at most so many fields; raises FormError when it is too large or no form."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > largest:
                raise FormError(wording.TOO_LARGE, status=413)
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=most)
    except (ClientDisconnect, ValueError):
        raise FormError(wording.MISSING) from None
    return Form(dict(pairs))


def _require_alike(password: str, again: str) -> None:
    if password != again:
        raise FormError(wording.PASSWORDS_DIFFER, "again")


def _checked(model: type[_Model], fields: dict[str, str]) -> _Model:
    try:
        return model.model_validate(fields)
    except ValidationError as problem:
        first = problem.errors(include_input=False)[0]
        sentence = _SENTENCES.get(first["type"], wording.MISSING)
        raise FormError(sentence, str(first["loc"][0])) from None
