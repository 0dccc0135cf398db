"""Passwords: which are refused, and how the others are kept (argon2id)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from intake.store.errors import InputRefused
from intake.store.transaction import Entropy

NO_PASSWORD = "none"  # noqa: S105 - no hash looks like this
"""What is stored of a person who has not chosen a password yet: none is right."""
SHORTEST = 12
LONGEST = 256
_FEWEST_DIFFERENT = 5
_LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
_HASHER = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
# Each hash takes 64 MiB: many at once would take the memory the kiosk needs.
_AT_ONCE = BoundedSemaphore(2)
_SALT_BYTES = 16


def hash_password(password: str, login: str, entropy: Entropy) -> str:
    """Check a new password and make what is stored of it; raises InputRefused with the reason."""
    _refuse_weak(_normal(password), login)
    return hash_secret(password, entropy)


def hash_secret(secret: str, entropy: Entropy) -> str:
    """Make what is stored of a secret that has been checked; `is_password` compares with it."""
    with _AT_ONCE:
        return _HASHER.hash(_normal(secret), salt=entropy(_SALT_BYTES))


def is_password(password: str, stored: str | None) -> bool:
    """Compare a password with a stored one; takes as long when there is none to compare with."""
    known = None if stored == NO_PASSWORD else stored
    with _AT_ONCE:
        try:
            _HASHER.verify(known or _nobodys(), _normal(password))
        except VerificationError:
            return False
    return known is not None


@cache
def _nobodys() -> str:
    return _HASHER.hash("nobody", salt=bytes(_SALT_BYTES))


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


def _refuse_weak(password: str, login: str) -> None:
    if len(password) < SHORTEST:
        raise InputRefused(f"A password needs at least {SHORTEST} characters.")
    if len(password) > LONGEST:
        raise InputRefused(f"A password can have at most {LONGEST} characters.")
    if len(set(password)) < _FEWEST_DIFFERENT:
        raise InputRefused("This password repeats too few characters.")
    if _is_common(password.casefold(), login.casefold()):
        raise InputRefused("This password is too easy to guess. Three or four words are good.")


def _is_common(password: str, login: str) -> bool:
    """Say whether a password is a listed word or the login, with digits and repeats set aside."""
    words = _blocklist() | {login}
    spelled = re.sub(
        r"[^a-z]", "", re.sub(r"^[\W\d_]+|[\W\d_]+$", "", password).translate(_LOOKALIKES)
    )
    plain = re.sub(r"[^a-z]", "", password)
    return password in words or any(_repeats(form, words) for form in (spelled, plain))


def _repeats(form: str, words: frozenset[str] | set[str]) -> bool:
    """Say whether a text is one listed word, once or several times over."""
    return any(
        len(form) % size == 0 and form[:size] in words and form == form[:size] * (len(form) // size)
        for size in range(1, len(form) + 1)
    )


@cache
def _blocklist() -> frozenset[str]:
    text = files("intake.store").joinpath("blocklist.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))
