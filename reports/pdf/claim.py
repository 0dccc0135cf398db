"""What a PDF says it is, read with a reader that is not ours: a claim, never a proof."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from reports.wording import FILE_TITLE

_BEFORE, _, _AFTER = FILE_TITLE.partition("{reference}")
_LONGEST = 24


@dataclass(frozen=True)
class Claim:
    """The visit a file says it is the summary of; ``locked`` when it opens with a password only."""

    reference: str = ""
    locked: bool = False


def claim_of(pdf: bytes) -> Claim:
    """What the file says of itself; nothing where it cannot be read."""
    try:
        read = PdfReader(BytesIO(pdf))
        if read.is_encrypted:
            return Claim(locked=True)
        title = str(read.metadata.title) if read.metadata else ""
    except Exception:  # noqa: BLE001 - whatever is wrong with a file from anywhere, it says nothing
        return Claim()
    if not (title.startswith(_BEFORE) and title.endswith(_AFTER)):
        return Claim()
    reference = title.removeprefix(_BEFORE).removesuffix(_AFTER)[:_LONGEST]
    return Claim("".join(letter for letter in reference if letter.isalnum() or letter == "-"))
