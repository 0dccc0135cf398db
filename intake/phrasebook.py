"""A phrase in another language, kept beside the English it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Phrase:
    """What a patient reads instead of ``english``; stale once the English has changed."""

    english: str
    text: str


def spoken(
    language: str, english: Mapping[str, str], phrases: Mapping[str, Phrase]
) -> Mapping[str, str]:
    """The phrases of a language by key: exactly the keys of the English ones."""
    for key in english:
        if key not in phrases:
            msg = (
                f"intake/languages/{language}/words.py: "
                f"has no phrase for '{key}', in English '{english[key]}'."
            )
            raise ValueError(msg)
    for key in phrases:
        if key not in english:
            msg = f"intake/languages/{language}/words.py: has a phrase '{key}' that nobody says."
            raise ValueError(msg)
    return MappingProxyType({key: phrases[key].text for key in english})
