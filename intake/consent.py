"""The privacy notice a patient reads first, and the agreement: which notice, when, and signed how.

A notice is one version of a text in every language; it never changes once somebody may have read
it. A signature is what a finger drew, as points in a field of a fixed shape, so that it is the same
drawing on a turned tablet, on a small one and on paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from intake.wording import WORDS

WIDTH: Final = 1000
HEIGHT: Final = 400
"""The size of the field a signature is drawn in, in its own units."""
MOST_STROKES: Final = 80
MOST_POINTS: Final = 3000
LEAST_REACH: Final = 60
"""Units a signature reaches across or down; less is a touch, not a signature."""
LONGEST_PART: Final = 400
"""Letters of one part of a notice: three of them are one screen."""
PARTS: Final = ("who", "kept", "ask")
"""Who reads it, how long it is kept, whom to ask: the parts of every notice, in this order."""
DEFAULT_VERSION: Final = 1


def _few_points(strokes: tuple[Stroke, ...]) -> tuple[Stroke, ...]:
    if sum(map(len, strokes)) > MOST_POINTS:
        msg = "has more points than a signature"
        raise ValueError(msg)
    return strokes


_Point = tuple[Annotated[int, Field(ge=0, le=WIDTH)], Annotated[int, Field(ge=0, le=HEIGHT)]]
Stroke = Annotated[tuple[_Point, ...], Field(min_length=1)]
Strokes = Annotated[tuple[Stroke, ...], Field(max_length=MOST_STROKES), AfterValidator(_few_points)]
_Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_PART)
]


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Part(_Kept):
    """One part of a notice: its heading, and a few sentences."""

    heading: _Text
    text: _Text


class NoticeText(_Kept):
    """A notice as it is read in one language."""

    title: _Text
    parts: tuple[Part, Part, Part]

    @property
    def sha256(self) -> str:
        """The mark by which exactly these words are known again."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


class Notice(_Kept):
    """One version of the notice, in every language a patient may read it in."""

    version: Annotated[int, Field(ge=1)]
    texts: Mapping[str, NoticeText]


class Consent(_Kept):
    """That a patient agreed: to which words, when (UTC), and with what drawn; empty: not signed."""

    notice: int
    language: str
    sha256: str
    agreed: AwareDatetime
    strokes: Strokes = Field(default=(), repr=False)


class Agreement(_Kept):
    """What a tablet sends when its patient agrees; ``ticked`` is agreeing without a signature."""

    version: Annotated[int, Field(ge=1)]
    language: Annotated[str, Field(max_length=20)]
    tablet: Annotated[str, Field(max_length=60)] = ""
    strokes: Strokes = Field(default=(), repr=False)
    ticked: bool = False

    @property
    def stands(self) -> bool:
        """Whether it was signed, or agreed to in the other way: never by an empty field."""
        return self.ticked or is_drawn(self.strokes)


def is_drawn(strokes: tuple[Stroke, ...]) -> bool:
    """Whether these strokes reach far enough to be meant."""
    points = [point for stroke in strokes for point in stroke]
    return bool(points) and any(
        max(each) - min(each) >= LEAST_REACH for each in zip(*points, strict=True)
    )


def first_notice() -> Notice:
    """The notice a clinic has until it writes its own."""
    return Notice(version=DEFAULT_VERSION, texts={one: worded(one) for one in WORDS})


def worded(language: str, texts: Mapping[str, str] | None = None) -> NoticeText:
    """A notice in a language, with a clinic's own texts for its parts where it has them."""
    say = WORDS[language]
    given = texts or {part: say[f"consent.{part}.text"] for part in PARTS}
    who, kept, ask = (
        Part(heading=say[f"consent.{part}.title"], text=given.get(part, "")) for part in PARTS
    )
    return NoticeText(title=say["consent.title"], parts=(who, kept, ask))
