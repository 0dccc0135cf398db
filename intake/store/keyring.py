"""The key files: who can open what.

``clinic`` wraps the key of every record, ``audit`` signs the audit chain, ``index`` makes the
fingerprints that tokens, codes and alerts are found by. Each is one file of 64 hexadecimal digits,
``clinic-0001.key``; the highest number is the one in use, so that a rotation can add the next.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from intake.store.errors import KeyIsExposed, KeyIsWrong, KeyMissing
from intake.store.sealing import KEY_BYTES, Key

PURPOSES = ("clinic", "audit", "index")
_OTHERS = 0o077


@dataclass(frozen=True)
class Keyring:
    """The keys in use, one for each purpose."""

    clinic: Key = field(repr=False)
    audit: Key = field(repr=False)
    index: Key = field(repr=False)

    @property
    def ids(self) -> dict[str, str]:
        """The fingerprint of each key by purpose, as the store remembers them."""
        return {purpose: getattr(self, purpose).id.hex() for purpose in PURPOSES}


def make_keyring(folder: Path, entropy: Callable[[int], bytes]) -> Keyring:
    """Load the keys, first making those that are missing: only right for a store without records.

    Two processes doing this at once end up with the same keys. Raises KeyIsExposed and KeyIsWrong.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for purpose in PURPOSES:
        if not _files(folder, purpose):
            _write(folder / f"{purpose}-0001.key", entropy)
    return load_keyring(folder)


def load_keyring(folder: Path) -> Keyring:
    """Load the keys in use; raises KeyMissing, KeyIsExposed or KeyIsWrong with the path."""
    if folder.is_dir():
        _refuse_exposed(folder, "700")
    return Keyring(**{purpose: _current(folder, purpose) for purpose in PURPOSES})


def _files(folder: Path, purpose: str) -> list[Path]:
    return sorted(folder.glob(f"{purpose}-[0-9][0-9][0-9][0-9].key"))


def _current(folder: Path, purpose: str) -> Key:
    files = _files(folder, purpose)
    if not files:
        raise KeyMissing(
            f"The {purpose} key is missing from {folder}. Without it the store cannot be read: "
            "put the key files back from where they are kept safe."
        )
    return _read(files[-1])


def _read(path: Path) -> Key:
    _refuse_exposed(path, "600")
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except OSError:
        raise KeyMissing(f"{path} cannot be read.") from None
    except ValueError:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise KeyIsWrong(f"{path} is not a key file: it must hold 64 hexadecimal digits.")
    return Key(secret)


def _refuse_exposed(path: Path, mode: str) -> None:
    if path.stat().st_mode & _OTHERS:
        raise KeyIsExposed(f"Other users can read {path}. Type: chmod {mode} '{path}'")


def _write(path: Path, entropy: Callable[[int], bytes]) -> None:
    """Put a new key in place whole or not at all, never over one that is already there."""
    draft = path.with_suffix(f".{entropy(8).hex()}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(descriptor, entropy(KEY_BYTES).hex().encode() + b"\n")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
