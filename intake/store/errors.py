# ruff: noqa: N818 - each name is a sentence about the store, which "Error" would not make clearer
"""Everything that can go wrong in the store, in sentences a person can act on.

No message holds SQL, parameters or anything a patient typed. ``code`` is the database's own short
name for the failure (``SQLITE_FULL``, ``53100``), for the log.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError


class StoreError(Exception):
    """The store could not do what was asked; the message is one plain sentence or two."""

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class StoreIsFull(StoreError):
    """There is no room left on the disk; everything saved earlier is intact."""


class StoreIsBusy(StoreError):
    """Someone else kept the store locked for too long; trying again is right."""


class StoreIsDamaged(StoreError):
    """The database file is not readable as a database."""


class StoreIsUnavailable(StoreError):
    """The database cannot be reached, opened or written."""


class StoreIsNewer(StoreError):
    """A newer version of the program has changed this store; this version must not touch it."""


class StoreIsOlder(StoreError):
    """The store has not been prepared for this version of the program."""


class NotAStore(StoreError):
    """The database holds tables, but they are not ours."""


class KeyMissing(StoreError):
    """A key file is not there, although the store holds records sealed with it."""


class KeyIsWrong(StoreError):
    """A key file is there, but it is not the one this store was sealed with."""


class KeyIsExposed(StoreError):
    """A key file or folder can be read by other users of this computer."""


class SealBroken(StoreError):
    """A sealed value was altered, moved to another row, or sealed with another key."""


class BackupRefused(StoreError):
    """A backup could not be made, or one does not match its manifest."""


class InputRefused(StoreError):
    """Something a person typed cannot be accepted; the message tells that person why."""


_FULL = "There is no room left on the disk. Nothing already saved is lost."
_BUSY = "The store is busy. Please try again."
_DAMAGED = "The database file is damaged. Please restore the latest backup."
_UNAVAILABLE = "The database cannot be reached or written."
_UNEXPECTED = "The store could not do this. Nothing already saved is lost."

_BY_CODE: dict[str, tuple[type[StoreError], str]] = {
    "SQLITE_FULL": (StoreIsFull, _FULL),
    "53100": (StoreIsFull, _FULL),
    "SQLITE_BUSY": (StoreIsBusy, _BUSY),
    "SQLITE_LOCKED": (StoreIsBusy, _BUSY),
    "40001": (StoreIsBusy, _BUSY),
    "40P01": (StoreIsBusy, _BUSY),
    "55P03": (StoreIsBusy, _BUSY),
    "SQLITE_CORRUPT": (StoreIsDamaged, _DAMAGED),
    "SQLITE_NOTADB": (StoreIsDamaged, _DAMAGED),
    "SQLITE_CANTOPEN": (StoreIsUnavailable, _UNAVAILABLE),
    "SQLITE_IOERR": (StoreIsUnavailable, _UNAVAILABLE),
    "SQLITE_READONLY": (StoreIsUnavailable, _UNAVAILABLE),
}


def _code_of(error: BaseException) -> str:
    """Give the driver's own name of a failure: SQLite's, or PostgreSQL's SQLSTATE."""
    name = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    return str(name or "")


def in_plain_words(error: Exception) -> StoreError:
    """Turn a driver's exception into ours, leaving its SQL and parameters behind."""
    origin = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    code = _code_of(origin)
    primary = "_".join(code.split("_")[:2])
    if primary in _BY_CODE:
        kind, sentence = _BY_CODE[primary]
        return kind(sentence, code)
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return StoreIsUnavailable(_UNAVAILABLE, code)
    return StoreError(_UNEXPECTED, code or type(origin).__name__)


@contextmanager
def plainly() -> Iterator[None]:
    """Let no exception of the database layer out of the block: only a StoreError."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise in_plain_words(error) from None
