"""Arriving at a tablet: a code staff gave out, counted before it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from intake.kiosk.doors import TellFrontDesk, TooManyTries, WrongCode
from intake.store import (
    Secret,
    Store,
    StoreError,
    WriteTransaction,
    hand_over,
    limiter,
    typed_code,
)

TICKET_LIFE = timedelta(minutes=2)
"""How long a page may take to change what it was given for its cookie."""


@dataclass(frozen=True)
class Arriving:
    """What stands behind the doors through which a patient comes to a visit."""

    store: Callable[[], Store] = field(repr=False)
    clock: Callable[[], datetime]
    secret: Callable[[], str] = field(repr=False)
    report: Callable[[str], None]

    def use_code(self, typed: str, tablet: str) -> str | WrongCode | TooManyTries | TellFrontDesk:
        """Give the ticket of the visit this code hands over to this tablet."""
        try:
            with self.store().write() as tx:
                return self._use_code(tx, typed_code(typed), tablet)
        except StoreError as problem:
            return self._failed("use-code", problem)

    def _use_code(
        self, tx: WriteTransaction, code: str, tablet: str
    ) -> str | WrongCode | TooManyTries:
        now, ticket, account = self.clock(), self.secret(), f"\x00code at {tablet}"
        if limiter.count_try(tx, account, now) is not None:
            return TooManyTries()
        if not hand_over.take(tx, code, tablet, Secret(ticket, now + TICKET_LIFE), now):
            return WrongCode()
        limiter.forgive(tx, account)
        return ticket

    def _failed(self, door: str, problem: Exception) -> TellFrontDesk:
        self.report(f"kiosk.{door}.{type(problem).__name__}")
        return TellFrontDesk()
