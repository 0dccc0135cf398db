"""How the clinic's doors change something: for whoever is signed in, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from intake.store import WriteTransaction
from intake.store.sessions import Session
from reports.clinic.doors import Trouble

_T = TypeVar("_T")


class Writing(Protocol):
    """Do this for the session of a token; the door's name is for the log, should it fail."""

    def __call__(
        self, door: str, token: str, change: Callable[[WriteTransaction, Session], _T], /
    ) -> _T | Trouble:
        """Give what came of it, or why nothing was done."""
