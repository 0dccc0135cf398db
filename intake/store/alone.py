"""One process at a time in a folder, for work on whole files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

from intake.store.errors import StoreIsUnavailable


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Make a folder only its owner can enter, and let others who work in it wait their turn.

    A killed process lets go of it. Raises StoreIsUnavailable, also when the block meets a folder
    or file that cannot be read or written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as lock:
            flock(lock, LOCK_EX)
            yield
    except OSError as error:
        reason = error.strerror or "an input or output error"
        raise StoreIsUnavailable(f"{folder} cannot be used: {reason}.") from None
