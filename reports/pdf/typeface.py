"""The typefaces of the printed page: what they cover, how wide they set, and which stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import RLock

from reportlab.pdfbase.ttfonts import TTFont

_FOLDER = Path(__file__).parent / "fonts"
_SPACES = re.compile(r"(\s+)")
_PER_EM = 1000
_PRINTABLE = frozenset(range(0x20, 0x7F)) | frozenset(range(0xA1, 0xFFFE))


@dataclass(frozen=True, eq=False)
class Face:
    """A face of the text family, by file name, with a stand-in for words it cannot set."""

    name: str
    stand_in: str


REGULAR = Face("AtkinsonHyperlegibleNext-Regular", "DejaVuSansSubset-Regular")
BOLD = Face("AtkinsonHyperlegibleNext-Bold", "DejaVuSansSubset-Bold")
ITALIC = Face("AtkinsonHyperlegibleNext-Italic", "DejaVuSansSubset-Regular")


ALONE = RLock()
"""Held while a font is read: reportlab reads each through one cursor, and two documents embedding
their letters at once would get each other's."""


def font(name: str) -> TTFont:
    """The embedded font of this file name, loaded once per process."""
    with ALONE:
        return _font(name)


@cache
def _font(name: str) -> TTFont:
    return TTFont(name, str(_FOLDER / f"{name}.ttf"), asciiReadable=False)


@cache
def coverage(name: str) -> frozenset[str]:
    """The characters this font has a glyph for; control characters never count."""
    return frozenset(map(chr, _PRINTABLE & font(name).face.charToGlyph.keys()))


@cache
def covered() -> frozenset[str]:
    """Every character that some font of ours can set."""
    return coverage(REGULAR.name) | coverage(REGULAR.stand_in)


@cache
def _widths(name: str) -> dict[str, float]:
    face = font(name).face
    return {chr(code): width / _PER_EM for code, width in face.charWidths.items()}


@cache
def _default_width(name: str) -> float:
    return float(font(name).face.defaultWidth) / _PER_EM


def runs(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """The text as (font name, part) runs; a word the face cannot set whole goes to its stand-in.

    A word that neither sets whole is set letter by letter. A space is always the face's own, so
    that a line is as wide as its words one by one.
    """
    if coverage(face.name).issuperset(text):
        return ((face.name, text),) if text else ()
    merged: list[tuple[str, str]] = []
    for word in _SPACES.split(text):
        for name, part in _word_runs(word, face):
            if merged and merged[-1][0] == name:
                merged[-1] = (name, merged[-1][1] + part)
            else:
                merged.append((name, part))
    return tuple(merged)


def _word_runs(word: str, face: Face) -> Iterator[tuple[str, str]]:
    able = coverage(face.name)
    if able.issuperset(word):
        yield face.name, word
    elif coverage(face.stand_in).issuperset(word):
        yield face.stand_in, word
    else:
        for letter in word:
            yield (face.name if letter in able else face.stand_in), letter


def measure(text: str, face: Face, size: float) -> float:
    """The width of the text on one line, in points."""
    return _em_width(text, face) * size


@lru_cache(maxsize=8192)
def _em_width(text: str, face: Face) -> float:
    total = 0.0
    for name, part in runs(text, face):
        widths, default = _widths(name), _default_width(name)
        total += sum([widths.get(character, default) for character in part])
    return total
