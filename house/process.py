"""One running process: its settings, its clock, its secrets, its store and its log."""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from house.settings import Settings, read_settings
from intake.store import Store, open_store, prepare

PREPARED = "ANTEROOM_PREPARED"
"""Set for the two servers by the process that has backed up and migrated the store for them."""

PROGRAM = "Anteroom 0.1.0"

log = logging.getLogger("anteroom")


@dataclass(frozen=True)
class Process:
    """Everything that differs from one run to the next, in one place."""

    settings: Settings
    prepared: bool
    clock: Callable[[], datetime]
    entropy: Callable[[int], bytes] = field(repr=False)
    boot: str
    program: str = PROGRAM

    @cached_property
    def opened_store(self) -> Store:
        """The store, opened once; backed up and migrated first where nobody has."""
        if self.prepared:
            return open_store(self.settings.home, self.entropy)
        return prepare(self.settings.home, self.entropy, self.clock())

    def store(self) -> Store:
        """The store of this process."""
        return self.opened_store

    def secret(self) -> str:
        """A token nobody can guess (256 bits)."""
        return secrets.token_urlsafe(32)

    def report(self, code: str) -> None:
        """Write what failed to the log: a code, never an answer."""
        log.error(code)

    def script_failed(self, problem: Exception) -> bool:
        """Log a failed page by the name of its error alone; the page shows no traceback."""
        self.report(f"page.{type(problem).__name__}")
        return False


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def this_process(environment: Mapping[str, str], user_home: Path) -> Process:
    """The process of this run; raises SettingsError when a setting cannot be used."""
    return Process(
        settings=read_settings(environment, user_home),
        prepared=environment.get(PREPARED) == "1",
        clock=now,
        entropy=os.urandom,
        boot=secrets.token_hex(8),
    )
