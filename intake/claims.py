"""The claims of the documents in our own words, and whether each of them is accounted for."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TABLES: Final = Path(__file__).parent / "knee_twitching"
"""Where the tables lie: ``claims.csv`` and, for rules that rest on none of them, ``beyond.csv``."""

PROMOTION: Final = "promotion"
"""The kind of claim that reaches neither a patient's screen nor the summary."""

_ID = re.compile(r"[A-Z]-\d{3}\Z")


@dataclass(frozen=True)
class Document:
    """One of the documents the questionnaire is built from, known by its SHA-256, not its name."""

    letter: str
    about: str
    sha256: str


@dataclass(frozen=True)
class Claim:
    """One statement of a document: where it stands, and the rules that rest on it, by code.

    ``elsewhere`` says what becomes of a claim that no item and no rule rests on.
    """

    id: str
    document: str
    section: str
    line: int
    kind: str
    text: str
    rules: tuple[str, ...] = ()
    elsewhere: str = ""

    def __post_init__(self) -> None:
        """Refuse an id that does not name its document."""
        if not _ID.match(self.id) or self.id[0] != self.document:
            msg = f"{self.id}: not a claim id such as A-097 of document '{self.document}'"
            raise ValueError(msg)


@dataclass(frozen=True)
class Coverage:
    """What every claim leads to; the four groups share no claim and leave none out."""

    used: tuple[Claim, ...]
    promotion: tuple[Claim, ...]
    elsewhere: tuple[Claim, ...]
    unaccounted: tuple[Claim, ...]

    @property
    def accounted(self) -> int:
        """How many claims lead to an item, a rule or a stated reason."""
        return len(self.used) + len(self.promotion) + len(self.elsewhere)


def read_claims(path: Path) -> dict[str, Claim]:
    """The claims of a table by id, in its order; ValueError where one is doubled or misshapen."""
    with path.open(encoding="utf-8", newline="") as table:
        claims = [_claim(row) for row in csv.DictReader(table)]
    counted = Counter(claim.id for claim in claims)
    if twice := [name for name, times in counted.items() if times > 1]:
        msg = f"{twice[0]}: this claim is listed twice"
        raise ValueError(msg)
    return {claim.id: claim for claim in claims}


def _claim(row: Mapping[str, str]) -> Claim:
    return Claim(
        id=row["id"],
        document=row["document"],
        section=row["section"],
        line=int(row["line"]),
        kind=row["kind"],
        text=row["claim"],
        rules=tuple(row["rules"].split()),
        elsewhere=row["elsewhere"],
    )


def read_beyond(path: Path) -> dict[str, str]:
    """The titles, by code, of the rules that rest on no claim."""
    with path.open(encoding="utf-8", newline="") as table:
        return {row["rule"]: row["title"] for row in csv.DictReader(table)}


CLAIMS: Final[Mapping[str, Claim]] = read_claims(TABLES / "claims.csv")
"""Every claim of the two documents, by id."""


def coverage(claims: Mapping[str, Claim], asked: Mapping[str, tuple[str, ...]]) -> Coverage:
    """What each claim leads to, given the claims that every item rests on."""
    cited = {claim for of in asked.values() for claim in of}
    groups: dict[str, list[Claim]] = {"used": [], PROMOTION: [], "elsewhere": [], "": []}
    for claim in claims.values():
        groups[_group(claim, cited)].append(claim)
    return Coverage(*(tuple(group) for group in groups.values()))


def _group(claim: Claim, cited: set[str]) -> str:
    if claim.rules or claim.id in cited:
        return "used"
    if claim.elsewhere:
        return PROMOTION if claim.kind == PROMOTION else "elsewhere"
    return ""


def found_in(folder: Path, documents: tuple[Document, ...]) -> dict[str, str]:
    """The name of the file in a folder that is each document, by letter; absent where none is.

    OSError where the folder cannot be read.
    """
    by_hash = {document.sha256: document.letter for document in documents}
    return {
        by_hash[digest]: path.name for path, digest in sorted(_hashed(folder)) if digest in by_hash
    }


def _hashed(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in folder.iterdir():
        if path.is_file():
            yield path, hashlib.sha256(path.read_bytes()).hexdigest()
