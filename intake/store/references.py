"""Codes that people read out, copy and type: no vowels, and no two letters that look alike."""

from __future__ import annotations

from intake.store.transaction import Entropy

ALPHABET = "23456789CDFHJKMNPQRTVWXY"
_GROUP = 4


def readable_code(entropy: Entropy, groups: int = 2) -> str:
    """Make a code like ``7F3K-Q2MN``: 18 random bits in each group of four characters."""
    length = groups * _GROUP
    number = int.from_bytes(entropy(length + 8))  # 8 bytes more than needed: no letter is favored
    letters = []
    for _ in range(length):
        number, index = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[index])
    parts = ["".join(letters[start : start + _GROUP]) for start in range(0, length, _GROUP)]
    return "-".join(parts)


def typed_code(text: str) -> str:
    """Bring a code as somebody typed it (small letters, spaces, no dash) into its one form."""
    letters = "".join(letter for letter in text.upper() if letter.isalnum())
    parts = [letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP)]
    return "-".join(parts)
