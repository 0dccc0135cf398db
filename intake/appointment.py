"""Whom a clinic expects today, and how a birth date or a time of day is read as staff write it."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, StringConstraints

LONGEST_NAME: Final = 100
"""Characters of a family or given name."""
LONGEST_NUMBER: Final = 40
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})[- ]([a-z]{3})[a-z]*\.?[- ](\d{4})", re.ASCII | re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?(?: ?([ap])\.?m\.?)?", re.ASCII | re.IGNORECASE)
_NOON = 12

_Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME)
]


class Appointment(BaseModel):
    """One line of today's list."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    at: time
    given: _Name
    family: _Name
    born: date
    number: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_NUMBER)] = ""

    @property
    def initials(self) -> str:
        """What a waiting room may see of the name: ``M. S.``."""
        return f"{self.given[0].upper()}. {self.family[0].upper()}."

    @property
    def clock(self) -> str:
        """The time of day as it is shown: ``10:30``."""
        return f"{self.at:%H:%M}"


def read_date(text: str) -> date | None:
    """A day written as 1964-03-14, 3/14/1964 (month first) or 14-Mar-1964; None when it is none."""
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _SLASHES.fullmatch(text):
        month, day, year = map(int, found.groups())
    elif (found := _NAMED.fullmatch(text)) and found[2].lower() in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2].lower()) + 1, int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def could_be_another_day(text: str) -> bool:
    """Whether somebody who writes the day first would mean another day by this."""
    found = _SLASHES.fullmatch(text)
    return found is not None and found[1] != found[2] and int(found[2]) <= len(_MONTHS)


def read_clock(text: str) -> time | None:
    """A time of day written as 10:30, 2:30 PM or 2 pm; None when it is none."""
    found = _CLOCK.fullmatch(text)
    if found is None or not (found[2] or found[3]):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
