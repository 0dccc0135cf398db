"""Whether two names are the same but for a slip of the finger."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

ALIKE = 0.8
"""From here on two names are taken for one: a letter or two of a name of usual length."""


def are_alike(one: str, other: str) -> bool:
    """Whether two whole names are nearly the same, whatever their accents and their order."""
    return SequenceMatcher(None, _plain(one), _plain(other), autojunk=False).ratio() >= ALIKE


def _plain(name: str) -> str:
    split = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(one if one.isalpha() else " " for one in split if not _is_accent(one))
    return " ".join(sorted(letters.split()))


def _is_accent(letter: str) -> bool:
    return unicodedata.combining(letter) > 0
