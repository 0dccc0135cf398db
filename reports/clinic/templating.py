"""Templates filled in so that no text a person typed can become markup."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reports import phrases
from reports.clinic import wording
from screening.finding import Urgency

FOLDER = Path(__file__).parent / "templates"


def render(template: str, **values: object) -> str:
    """Fill a template in; everything put into it is escaped."""
    return _ENVIRONMENT.get_template(template).render(**values)


def _name(value: Enum) -> str:
    """An enumeration's value as part of a CSS class."""
    return str(value.value).replace("_", "-")


def _clock(moment: datetime, now: datetime | None = None) -> str:
    """The time of day, with the date when it was another day than ``now``."""
    time = f"{moment:%H:%M}"
    if now is None or moment.date() == now.date():
        return time
    return f"{_day(moment.date())} {time}"


def _day(value: date) -> str:
    return phrases.day(value)


def _wait(minutes: int) -> str:
    """How long somebody has waited, in minutes or in hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return wording.MINUTES.format(minutes=rest)
    return wording.HOURS.format(hours=hours, minutes=rest)


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(css=_name, clock=_clock, day=_day, wait=_wait)
    made.filters.update(
        aloud=phrases.aloud, foreign=phrases.is_another_language, language=phrases.language_name
    )
    made.globals.update(words=wording, top=max(Urgency))
    return made


_ENVIRONMENT = _environment()
