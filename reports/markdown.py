"""The protocol as Markdown: reads well as plain text, and its changes read well as a diff."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports import protocol_wording as wording
from reports.protocol import Entry, Fact, Part, Protocol

_SIGNS = re.compile(r"([\\`*_\[\]<>|])")
_INDENT = "  "


def markdown(protocol: Protocol) -> str:
    """The whole document, ending with the signature block."""
    return "\n".join(_document(protocol)) + "\n"


def _document(protocol: Protocol) -> Iterator[str]:
    yield f"# {_plain(protocol.title)}"
    for notice in protocol.notices:
        yield from ("", _plain(notice))
    yield ""
    yield from (f"- **{_plain(label)}:** {_plain(value)}" for label, value in protocol.versions)
    for part in protocol.parts:
        yield from _part(part)
    yield from _signature()


def _part(part: Part) -> Iterator[str]:
    yield from ("", f"## {_plain(part.title)}")
    for sentence in part.intro:
        yield from ("", _plain(sentence))
    if part.brief:
        yield from ("", *map(_line, part.entries))
        return
    for entry in part.entries:
        yield from _entry(entry)


def _line(entry: Entry) -> str:
    told = (f"{fact.label.lower()} {fact.lines[0].text}".strip() for fact in entry.facts)
    return f"- **{_plain(entry.title)}**: {_plain('; '.join(told))}"


def _entry(entry: Entry) -> Iterator[str]:
    yield from ("", f"### {_plain(entry.title)}", "")
    for fact in entry.facts:
        yield from _fact(fact)


def _fact(fact: Fact) -> Iterator[str]:
    first, *others = fact.lines
    yield f"- **{_plain(fact.label)}:** {_plain(first.text)}"
    for line in others:
        depth = max(line.depth, 1)
        yield f"{_INDENT * depth}- {_plain(line.text)}"


def _signature() -> Iterator[str]:
    yield from ("", f"## {_plain(wording.SIGN_TITLE)}")
    for sentence in wording.SIGN_INTRO:
        yield from ("", _plain(sentence))
    for number in range(wording.SIGNERS):
        yield from ("", f"{number + 1}.")
        yield from (f"{_INDENT}- \\[ \\] {_plain(choice)}" for choice in wording.SIGN_CHOICES)
        lines = (*wording.SIGN_LINES, wording.SIGN_CHANGES)
        yield from (f"{_INDENT}- {_plain(line)}: ....................." for line in lines)


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)
