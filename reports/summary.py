"""The clinician's page in reading order, before it is laid out: plain data, every word final."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from intake.consent import Strokes
from intake.figure import Place, Side


class State(Enum):
    """How a question or a feature stands; four answers are kept apart, and what is none of them.

    A feature may also not have been asked about, not count beside another answer, or need hands.
    """

    YES = "yes"
    NOT_SURE = "not-sure"
    NO = "no"
    NOT_ANSWERED = "not-answered"
    NOT_ASKED = "not-asked"
    NOT_COUNTED = "not-counted"
    NEEDS_HANDS = "needs-hands"
    OTHER = "other"


class Weight(Enum):
    """How much an answer weighs: part of a red flag, of a caution, or of nothing raised."""

    RED = "red"
    CAUTION = "caution"
    NONE = "none"


class Pattern(Enum):
    """How a kind of mark is filled, so that it is told apart without color."""

    STRIPES = "stripes"
    CROSSED = "crossed"
    DOTS = "dots"


@dataclass(frozen=True)
class Banner:
    """Who the page is about; ``facts`` are (label, value) pairs that identify the patient.

    ``asked_in`` names the language of the questions, where it was not the clinic's.
    """

    family: str
    given: str
    facts: tuple[tuple[str, str], ...]
    document: str
    completed: str
    asked_in: str = ""


@dataclass(frozen=True)
class Flag:
    """A finding that cannot wait or wants a look first.

    ``evidence`` are the answers it rests on; ``source`` names the rule and what it rests on;
    ``seen`` says who of the staff saw it, when, and what was done.
    """

    title: str
    level: str
    evidence: tuple[str, ...]
    next: str
    source: str
    seen: str = ""


@dataclass(frozen=True)
class FlagBox:
    """The red-flag box, always on the page; ``alarming`` when it has rows."""

    headline: str
    note: str
    staff: str
    rows: tuple[Flag, ...]

    @property
    def alarming(self) -> bool:
        """Whether there is a red flag."""
        return bool(self.rows)


@dataclass(frozen=True)
class LegMark:
    """One kind of sign on the leg figure, numbered in the legend."""

    number: int
    label: str
    pattern: Pattern
    spots: tuple[tuple[Side, Place], ...]


@dataclass(frozen=True)
class Scale:
    """A 0 to 10 answer; ``value`` is None where there is no number, and ``words`` says why."""

    label: str
    value: int | None
    words: str


@dataclass(frozen=True)
class Where:
    """Where it is, how bad, since when and which way it goes."""

    marks: tuple[LegMark, ...]
    description: str
    scales: tuple[Scale, ...]
    course: tuple[tuple[str, str], ...]
    note: str = ""


@dataclass(frozen=True)
class Quote:
    """Words as the patient gave them; ``label`` may be empty, ``by`` says who typed them."""

    label: str
    text: str
    by: str


@dataclass(frozen=True)
class Feature:
    """One feature of the knee that speaks for or against arthritis."""

    state: State
    label: str
    word: str
    detail: str = ""


@dataclass(frozen=True)
class Features:
    """Arthritis-related features: counts, the pattern in words, and each feature."""

    counts: str
    pattern: str
    rows: tuple[Feature, ...]


@dataclass(frozen=True)
class Item:
    """A line of a list: what, and a quieter detail.

    ``before_procedure`` is what to weigh before any needle or operation: it never leaves page 1.
    """

    title: str
    detail: str = ""
    before_procedure: bool = False


@dataclass(frozen=True)
class AskedQuestion:
    """One question as it was asked, with its answer; ``note`` tells changes and who answered."""

    number: str
    question: str
    answer: str
    state: State
    weight: Weight
    note: str = ""


@dataclass(frozen=True)
class AskedSection:
    """The questions under one heading of the questionnaire."""

    heading: str
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True)
class Footer:
    """What stands at the foot of every page."""

    disclaimer: str
    versions: str
    reference: str


@dataclass(frozen=True)
class Agreed:
    """To what the patient agreed, when and how; ``strokes`` is the signature, empty without one."""

    text: str
    strokes: Strokes


@dataclass(frozen=True)
class Imprint:
    """What the file says of itself; never the patient's name."""

    title: str
    subject: str
    language: str
    moment: datetime


@dataclass(frozen=True)
class Summary:
    """Everything the clinician reads, in the order in which it is read."""

    imprint: Imprint
    demo: bool
    banner: Banner
    red_flags: FlagBox
    cautions: tuple[Flag, ...]
    situation: str
    changes: tuple[str, ...]
    where: Where
    words: tuple[Quote, ...]
    no_words: str
    features: Features
    medicines: tuple[Item, ...]
    medicines_note: str
    no_medicines: str
    asked_no: tuple[str, ...]
    asked_no_as_group: tuple[str, ...]
    could_not_rule_out: tuple[Item, ...]
    shown: tuple[Item, ...]
    pointers: tuple[Item, ...]
    before_injection: tuple[Item, ...]
    asked: tuple[AskedSection, ...]
    asked_note: str
    footer: Footer
    agreed: Agreed | None = None
    corrections: tuple[str, ...] = ()
