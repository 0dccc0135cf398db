"""A row of today's list as staff type it or a file has it, read or refused with a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from intake.appointment import (
    LONGEST_NAME,
    LONGEST_NUMBER,
    Appointment,
    could_be_another_day,
    read_clock,
    read_date,
)
from intake.fhir.response import EARLIEST_BIRTH
from reports import phrases
from reports.clinic import wording

COLUMNS = ("time", "given", "family", "born", "number")


class RowError(ValueError):
    """A row cannot be used; the message is a sentence, ``column`` the cell it is about."""

    def __init__(self, sentence: str, column: str) -> None:
        super().__init__(sentence)
        self.column = column


@dataclass(frozen=True)
class ReadRow:
    """What was read of a row; ``doubtful`` says its date could have been meant day first."""

    line: Appointment
    doubtful: bool


def read_row(cells: Mapping[str, str], today: date) -> ReadRow:
    """Read the cells of a row by column; raises RowError for the first that cannot be used."""
    given = {column: " ".join(cells.get(column, "").split()) for column in COLUMNS}
    line = Appointment(
        at=_clock(given["time"]),
        given=_name(given["given"], "given"),
        family=_name(given["family"], "family"),
        born=_born(given["born"], today),
        number=_number(given["number"]),
    )
    return ReadRow(line, could_be_another_day(given["born"]))


def _clock(text: str) -> time:
    found = read_clock(text)
    if found is None:
        raise RowError(wording.ROW_CLOCK.format(text=text[:40]), "time")
    return found


def _born(text: str, today: date) -> date:
    found = read_date(text)
    if found is None:
        raise RowError(wording.ROW_DATE.format(text=text[:40]), "born")
    if not EARLIEST_BIRTH <= found <= today:
        raise RowError(wording.ROW_BORN.format(day=phrases.day(found)), "born")
    return found


def _name(text: str, column: str) -> str:
    if not 0 < len(text) <= LONGEST_NAME or not text.isprintable():
        raise RowError(wording.ROW_NAME, column)
    return text


def _number(text: str) -> str:
    if len(text) > LONGEST_NUMBER or not text.isprintable():
        raise RowError(wording.ROW_NUMBER, "number")
    return text
