"""The text of a page by the tags it stands under, read from its content stream.

Much quicker than a general reader, because it knows only what `reports.pdf.tagged` writes: every
run of text is one line from BT to ET. What it does not know it does not skip: it fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader

from tests.reports.pdf.inspection import resolved

_OPEN = re.compile(r"/(\w+)<<(?:/MCID (\d+)|/Type/\w+)>>BDC")
_PLACE = re.compile(r"BT .* rg ([-\d.]+) ([-\d.]+) Td ")
_SHOW = re.compile(r"/(\S+) ([\d.]+) Tf <([0-9a-f]*)>Tj ")
_PAIR = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4})>")


@dataclass(frozen=True)
class Run:
    """A piece of text: page from 0, its marked content (None for decoration), where it begins."""

    page: int
    mark: int | None
    x: float
    y: float
    text: str


def runs(read: PdfReader) -> list[Run]:
    """Every piece of text in the file, in the order in which it was drawn."""
    found: list[Run] = []
    maps: dict[int, dict[str, str]] = {}
    for number, page in enumerate(read.pages):
        fonts = page["/Resources"]["/Font"]
        letters = {name.removeprefix("/"): _letters(fonts.raw_get(name), maps) for name in fonts}
        content = page.get_contents()
        assert content is not None
        found += _page(number, content.get_data().decode("ascii"), letters)
    return found


def _letters(font: Any, maps: dict[int, dict[str, str]]) -> dict[str, str]:
    """What each code of this font stands for, as the file itself says."""
    stream = resolved(font).raw_get("/ToUnicode")
    if stream.idnum not in maps:
        pairs = _PAIR.findall(resolved(stream).get_data().decode("ascii"))
        maps[stream.idnum] = {code.lower(): chr(int(letter, 16)) for code, letter in pairs}
    return maps[stream.idnum]


def _page(number: int, content: str, letters: dict[str, dict[str, str]]) -> Iterator[Run]:
    mark: int | None = None
    for line in content.splitlines():
        if line.startswith("BT "):
            place = _PLACE.match(line)
            assert place, line
            shows = _SHOW.findall(line, place.end())
            text = "".join(_decoded(codes, letters[font]) for font, _, codes in shows)
            yield Run(number, mark, float(place[1]), float(place[2]), text)
        elif line.endswith("BDC"):
            opened = _OPEN.match(line)
            assert opened, line
            mark = None if opened[2] is None else int(opened[2])


def _decoded(codes: str, letters: dict[str, str]) -> str:
    return "".join(letters[codes[at : at + 2]] for at in range(0, len(codes), 2))
