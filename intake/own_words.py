"""Whether a patient's own words name something: whole words, whatever their case and accents.

What a word means is not looked at: "no chest pain" names chest pain as well.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_ACCENTS = re.compile(r"[\u0300-\u036f]")
_WITHIN_WORDS = re.compile(r"['`\u2018\u2019\u02bc\u00b4\u00ad\u200b-\u200d\u2060\ufeff]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def named(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the phrases that stand in the text, each word of them whole."""
    said = plain(text)
    sought = zip(phrases, _plain_phrases(phrases), strict=True)
    return tuple(phrase for phrase, words in sought if words in said)


def plain(text: str) -> str:
    """The words alone: lower case, no accents, no apostrophes, a space on both sides of each."""
    joined = _WITHIN_WORDS.sub("", text).casefold()
    if not joined.isascii():
        joined = _ACCENTS.sub("", unicodedata.normalize("NFKD", joined))
    return f" {_BETWEEN_WORDS.sub(' ', joined).strip()} "


@cache
def _plain_phrases(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The same of the phrases of a rule, which are few; what a patient wrote is never kept."""
    return tuple(map(plain, phrases))
