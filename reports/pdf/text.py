"""Text made safe to print and broken into lines: nothing typed can draw, hide or forge."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import groupby
from typing import Any, TypeVar, cast

from reports import wording
from reports.pdf.ink import Style
from reports.pdf.typeface import covered

LONGEST = 2000
"""Characters of one text that reach the page; the rest stays in the attached record."""

_RARE = 0x3000
_MOST_BREAKS = 40
_MOST_MARKS = 3
_MOST_NAMED = 12
_FOREIGN_SHARE = 0.2
_PLAIN = re.compile(r"[ -~]*\Z")
_WORDS = re.compile(r"[^\S\n]*[^\s]+|\n")
_SEPARATORS = {"Zl", "Zp"}
_HIDDEN = {"Cf", "Cc"}
_BROKEN = {"Cs", "Cn", "Co"}

T = TypeVar("T")


def clean(text: str, longest: int = LONGEST) -> str:
    """The text in one normal form, without control, invisible or bidirectional characters.

    Line breaks stay (at most 40), other white space becomes a space, a letter keeps at most three
    combining marks, what is no character becomes U+FFFD, and a longer text is cut, saying so.
    """
    if _PLAIN.match(text) and len(text) <= longest:
        return text.strip()
    head = text[: longest * 2].replace("\r\n", "\n").replace("\r", "\n")
    normal = unicodedata.normalize("NFC", head.translate(_CLEANED))
    kept = _few_breaks(_few_marks(normal)).strip()
    if len(kept) <= longest and len(text) <= longest * 2:
        return kept
    return kept[:longest].rstrip() + wording.TEXT_CUT


def _cleaned(character: str) -> str:
    category = unicodedata.category(character)
    if character == "\n" or category in _SEPARATORS:
        return "\n"
    if character.isspace():
        return " "
    if category in _HIDDEN:
        return ""
    return "\ufffd" if category in _BROKEN else character


class _Cleaned(dict[int, str]):
    """What each character becomes, worked out when it is first met; common ones are kept."""

    def __missing__(self, code: int) -> str:
        cleaned = _cleaned(chr(code))
        if code < _RARE:
            self[code] = cleaned
        return cleaned


_CLEANED = _Cleaned()


def _few_marks(text: str) -> str:
    if not any(map(unicodedata.combining, text)):
        return text
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _few_breaks(text: str) -> str:
    lines = [line.strip() for line in re.sub(r"\n{3,}", "\n\n", text).split("\n")]
    tail = " ".join(lines[_MOST_BREAKS:])
    return "\n".join([*lines[:_MOST_BREAKS], *([tail] if tail else [])])


def printable(text: str) -> str:
    """The cleaned text with what no font of ours can set named in words, never as empty boxes."""
    able = covered()
    if able.issuperset(text.replace("\n", "")):
        return text
    letters = [character for character in text if character.isalpha()]
    foreign = [character for character in letters if character not in able]
    if foreign and len(foreign) > _FOREIGN_SHARE * len(letters):
        return wording.FOREIGN_SCRIPT.format(script=_script(foreign[0]), count=len(text))
    return _named(text, able)


def _named(text: str, able: frozenset[str]) -> str:
    parts, named = [], 0
    for character, same in groupby(text):
        count = len(list(same))
        if character in able or character == "\n":
            parts.append(character * count)
        elif unicodedata.combining(character) or named == _MOST_NAMED:
            parts.append("" if unicodedata.combining(character) else "\ufffd")
        else:
            named += 1
            times = f" \u00d7{count}" if count > 1 else ""
            parts.append(f"[{unicodedata.name(character, 'symbol').lower()}{times}]")
    return "".join(parts)


def _script(character: str) -> str:
    word = unicodedata.name(character, "UNKNOWN").split()[0]
    return wording.SCRIPT_NAMES.get(word, word.capitalize())


def safe(text: str) -> str:
    """The text as it is printed: cleaned, and without characters that cannot be set."""
    return printable(clean(text))


def one_line(text: str, longest: int) -> str:
    """The safe text on one line; one longer than any real name or note is cut, visibly."""
    line = " ".join(safe(text[: 4 * longest]).split())
    return line if len(line) <= longest else line[:longest].rstrip() + "\u2026"


def fitting(text: str, style: Style, width: float) -> str:
    """As much of the text as fits on one line of this width; what is cut, is cut visibly."""
    if style.width(text) <= width:
        return text
    return text[: _most_that_fit(text, style, width - style.width("\u2026"))].rstrip() + "\u2026"


def _most_that_fit(text: str, style: Style, width: float) -> int:
    """How many letters from the start fit; a text only grows wider, so halving finds it."""
    return bisect_right(range(1, len(text) + 1), width, key=lambda end: style.width(text[:end]))


def safe_throughout(value: T) -> T:
    """The same frozen data with every text in it safe to print: the one gate before the page."""
    if isinstance(value, str):
        return cast("T", safe(value))
    if isinstance(value, tuple):
        return cast("T", tuple(safe_throughout(part) for part in value))
    if is_dataclass(value) and not isinstance(value, type):
        changed: dict[str, Any] = {
            each.name: safe_throughout(getattr(value, each.name)) for each in fields(value)
        }
        return cast("T", replace(value, **changed))
    return value


@dataclass(frozen=True)
class Piece:
    """A run of one style on a line, beginning ``x`` points from its left edge."""

    x: float
    text: str
    style: Style


Line = tuple[Piece, ...]


def wrap(text: str, style: Style, width: float) -> tuple[str, ...]:
    """The text broken into lines no wider than ``width``; a longer word is broken inside."""
    return tuple(
        "".join(piece.text for piece in line) for line in flow(((text, style),), width)
    ) or ("",)


def flow(spans: Sequence[tuple[str, Style]], width: float) -> tuple[Line, ...]:
    """Texts of several styles set one after the other and broken into lines."""
    if len(spans) == 1 and (line := _one_line(*spans[0], width)):
        return (line,)
    lines: list[Line] = []
    pieces: list[Piece] = []
    x = 0.0
    for word, style in _words(spans):
        if word == "\n":
            lines.append(tuple(pieces))
            pieces, x = [], 0.0
            continue
        for turn, part in enumerate(_that_fit(word, style, width)):
            shown = part if pieces else part.lstrip()
            wide = style.width(shown)
            if pieces and (turn or x + wide > width):
                lines.append(tuple(pieces))
                shown = part.lstrip()
                pieces, x, wide = [], 0.0, style.width(shown)
            _join(pieces, Piece(x, shown, style))
            x += wide
    return tuple([*lines, tuple(pieces)] if pieces else lines)


def _one_line(text: str, style: Style, width: float) -> Line | None:
    """The text as the one line it fits on, which is most of what a page holds."""
    shown = text.strip()
    if not shown or "\n" in shown or style.width(shown) > width:
        return None
    return (Piece(0.0, shown, style),)


def _words(spans: Sequence[tuple[str, Style]]) -> Iterator[tuple[str, Style]]:
    """Each word with the space before it, also where that space ends the span before."""
    space = ""
    for text, style in spans:
        for word in _WORDS.findall(text):
            yield (word if word == "\n" else space + word), style
            space = ""
        space = text[len(text.rstrip(" ")) :]


def _join(pieces: list[Piece], piece: Piece) -> None:
    """Add the piece, as one with the last when nothing but the text differs."""
    if pieces and pieces[-1].style == piece.style:
        last = pieces.pop()
        piece = Piece(last.x, last.text + piece.text, last.style)
    pieces.append(piece)


def _that_fit(word: str, style: Style, width: float) -> Iterator[str]:
    """The word, or as many parts of it as are needed for each to fit; broken at a hyphen first."""
    while len(word) > 1 and style.width(word) > width:
        room = max(1, _most_that_fit(word, style, width))
        hyphen = word.rfind("-", 1, room) + 1
        room = hyphen or room
        yield word[:room]
        word = word[room:]
    yield word


def line_width(line: Line) -> float:
    """Where the line ends, measured from its left edge."""
    return line[-1].x + line[-1].style.width(line[-1].text) if line else 0.0
