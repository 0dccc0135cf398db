"""What a clinic sets for itself: its name, its time zone, its paper, its last screen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from sqlalchemy import delete, insert, select

from intake.store import audit
from intake.store.audit import Event
from intake.store.errors import InputRefused
from intake.store.schema import settings
from intake.store.transaction import Transaction, WriteTransaction


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("is not a known time zone (like America/New_York)") from None
    return name


class ClinicSettings(BaseModel):
    """The settings of a clinic; ``demo`` marks a store of invented patients for good.

    ``closing`` are the lines of the last screen by language, where the clinic has its own.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    time_zone: Annotated[str, AfterValidator(_known_zone)]
    clinic_name: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)
    ] = "Knee clinic"
    paper: Literal["letter", "a4"] = "letter"
    closing: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    demo: bool = False


def checked_settings(values: dict[str, object]) -> ClinicSettings:
    """Make settings of what a person typed; raises InputRefused naming the first wrong one."""
    try:
        return ClinicSettings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).replace("_", " ")
        reason = first["msg"].removeprefix("Value error, ")
        raise InputRefused(f"The setting '{name}' cannot be kept: {reason}.") from None


def load_settings(tx: Transaction) -> ClinicSettings | None:
    """Tell the clinic's settings; None until it has been set up."""
    rows = tx.connection.execute(select(settings.c.key, settings.c.value)).all()
    return checked_settings({row.key: json.loads(row.value) for row in rows}) if rows else None


def change_settings(tx: WriteTransaction, new: ClinicSettings, by: str, now: datetime) -> None:
    """Put these settings in the place of the ones before; ``by`` is ``staff:ID`` or ``system``."""
    rows = [{"key": key, "value": json.dumps(value)} for key, value in new.model_dump().items()]
    tx.connection.execute(delete(settings))
    tx.connection.execute(insert(settings), rows)
    audit.record(tx, Event(by, "settings.changed", "clinic", json.dumps(new.model_dump())), now)
