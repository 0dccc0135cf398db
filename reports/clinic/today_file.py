"""A whole list for today, as a file has it: each row as it was read, or what is wrong with it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from intake.appointment import Appointment
from reports.clinic import wording
from reports.clinic.today_rows import COLUMNS, RowError, read_row

MOST_ROWS = 300
_DELIMITERS = ",;\t"


@dataclass(frozen=True)
class FileRow:
    """One row of a file, by its number in the file: what was read of it, or why it was not.

    ``there`` says that the list has it already; ``doubtful`` that its date could have been meant
    with the day first.
    """

    number: int
    line: Appointment | None = None
    problem: str = ""
    there: bool = False
    doubtful: bool = False


@dataclass(frozen=True)
class FileList:
    """Every row of a file."""

    rows: tuple[FileRow, ...]

    @property
    def problems(self) -> int:
        """How many rows cannot be used."""
        return sum(bool(row.problem) for row in self.rows)

    @property
    def doubtful(self) -> int:
        """How many dates could have been meant with the day first."""
        return sum(row.doubtful for row in self.rows)

    @property
    def new(self) -> tuple[Appointment, ...]:
        """What is not on the list yet."""
        return tuple(row.line for row in self.rows if row.line and not row.there)


def read_list(text: str, today: date, there: Iterable[Appointment]) -> FileList:
    """Read a file with or without a row of headings; ``there`` is what the list has already."""
    known = set(there)
    rows: list[FileRow] = []
    first: dict[Appointment, int] = {}
    for number, cells in _cells(text):
        row = _row(number, cells, today)
        if row.line in first:
            problem = wording.ROW_TWICE.format(number=first[row.line])
            row = FileRow(number, problem=problem)
        elif row.line is not None:
            first[row.line] = number
            row = FileRow(number, row.line, there=row.line in known, doubtful=row.doubtful)
        rows.append(row)
        if len(rows) > MOST_ROWS:
            return FileList((FileRow(number, problem=wording.TOO_MANY_ROWS),))
    return FileList(tuple(rows))


def _row(number: int, cells: Mapping[str, str], today: date) -> FileRow:
    try:
        read = read_row(cells, today)
    except RowError as problem:
        return FileRow(number, problem=str(problem))
    return FileRow(number, read.line, doubtful=read.doubtful)


def _cells(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each row that is not empty, by its number: its cells by column."""
    plain = text.lstrip("\ufeff").replace("\0", " ")
    columns: list[str] | None = None
    rows = csv.reader(io.StringIO(plain, newline=None), delimiter=_delimiter(plain))
    for number, row in enumerate(rows, 1):
        if not any(cell.strip() for cell in row):
            continue
        if columns is None:
            columns = _headings(row)
            if columns:
                continue
        yield number, dict(zip(columns or COLUMNS, row, strict=False))


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def _headings(row: list[str]) -> list[str]:
    """Which column each cell of the file is, by its headings; empty where it has none.

    A patient may be called Born, but no row of patients has a time and a birth date in words.
    """
    columns = [_column(cell) for cell in row]
    return columns if {"time", "born"} <= set(columns) else []


def _column(heading: str) -> str:
    letters = "".join(letter for letter in heading.lower() if letter.isalpha())
    return wording.HEADINGS.get(letters, "")
