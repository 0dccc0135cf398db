"""What the last screen tells a patient happens next: a few lines, in the clinic's own words.

A clinic may word it in each language; where it has not, the program's own words stand there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

from intake.unsaid import UNSAID
from intake.wording import WORDS

FEWEST_LINES: Final = 2
MOST_LINES: Final = 4
MOST_WORDS: Final = 20
"""Words of one line; a longer one is lost before it ends."""
LONGEST_LINE: Final = 200
LINES: Final = ("thanks.text", "thanks.stay", "thanks.return")
"""The program's own lines, as keys of its words."""

Closing: TypeAlias = Mapping[str, tuple[str, ...]]
"""A clinic's own lines by language; nothing where it has none."""


class Fault(Enum):
    """What is wrong with the lines somebody wrote."""

    COUNT = "count"
    LONG = "long"
    UNSAID = "unsaid"


@dataclass(frozen=True)
class Unfit:
    """Why lines cannot be shown; ``word`` is what must not be said, ``kind`` why not."""

    fault: Fault
    word: str = ""
    kind: str = ""


def own_lines(language: str) -> tuple[str, ...]:
    """The lines of the program."""
    return tuple(WORDS[language][key] for key in LINES)


def closing_lines(closing: Closing, language: str) -> tuple[str, ...]:
    """What a patient who reads this language is told."""
    return tuple(closing.get(language, ())) or own_lines(language)


def cleaned(text: str) -> tuple[str, ...]:
    """The lines of a text, without what cannot be seen."""
    seen = (
        "".join(one for one in line if one.isprintable() or one.isspace())
        for line in text.splitlines()
    )
    lines = (" ".join(line.split()) for line in seen)
    return tuple(line for line in lines if line)


def unfit(lines: tuple[str, ...]) -> Unfit | None:
    """What keeps these lines from the last screen; None when a patient may read them."""
    if not FEWEST_LINES <= len(lines) <= MOST_LINES:
        return Unfit(Fault.COUNT)
    if any(len(line.split()) > MOST_WORDS or len(line) > LONGEST_LINE for line in lines):
        return Unfit(Fault.LONG)
    return next(_unsaid(" ".join(lines)), None)


def _unsaid(text: str) -> Iterator[Unfit]:
    plain = _plain(text)
    for kind, words in UNSAID.items():
        for word in words:
            end = r"\w*" if word.endswith("*") else ""
            found = re.search(rf"\b{word.removesuffix('*')}{end}\b", plain)
            if found:
                yield Unfit(Fault.UNSAID, found[0], kind)


def _plain(text: str) -> str:
    """Small letters without accents, and single spaces for everything between words."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in apart if not unicodedata.combining(one))
    return " ".join(re.findall(r"\w+", letters))
