"""Who waits, who needs staff now, and in which order: the most urgent first, then the longest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pandas as pd

from intake.store.alerts import AlertKind
from intake.store.visits import VisitStatus
from screening.finding import Urgency

# A person who calls for help may be anything, so the call comes right after a known emergency.
CALL_ORDER = (
    AlertKind.EMERGENCY,
    AlertKind.HELP,
    AlertKind.SAME_DAY,
    AlertKind.LATE,
    AlertKind.UNSENT,
    AlertKind.DECLINED,
    AlertKind.ARRIVING,
    AlertKind.STAFF_PIN,
    AlertKind.UNFINISHED,
    AlertKind.IDLE,
)


@dataclass(frozen=True)
class Seen:
    """Who of the staff saw to a notice, when, and what was done, in a line."""

    by: str
    at: datetime
    note: str


@dataclass(frozen=True)
class Notice:
    """Something staff were told. ``title`` is in clinicians' words and empty for a bare call.

    ``seen`` is None while nobody has seen to it; ``escalations`` counts how often it sounded again.
    """

    alert_id: str
    kind: AlertKind
    tablet: str
    title: str
    raised_at: datetime
    escalations: int = 0
    seen: Seen | None = None


@dataclass(frozen=True)
class WorklistRow:
    """A visit as the worklist shows it; times are aware, in the clinic's time zone.

    ``final`` is False while the level may still rise. ``family`` and ``given`` are as typed.
    ``language`` is a BCP 47 tag: what the patient reads now. ``number`` is the clinic's for
    the patient, empty where it has none.
    """

    visit_id: str
    reference: str
    family: str
    given: str
    tablet: str
    status: VisitStatus
    urgency: Urgency
    final: bool
    started_at: datetime
    ended_at: datetime | None = None
    notices: tuple[Notice, ...] = ()
    language: str = "en"
    number: str = ""

    @property
    def open_notices(self) -> tuple[Notice, ...]:
        """What nobody has seen to yet, the most pressing first."""
        return tuple(sorted((one for one in self.notices if one.seen is None), key=_pressing))


@dataclass(frozen=True)
class Line:
    """A row and how many whole minutes its patient has been here."""

    row: WorklistRow
    minutes: int


@dataclass(frozen=True)
class Calling:
    """Somebody who needs staff now: what for, the most pressing first, and for how many minutes.

    ``row`` is None for a call from a tablet on which nobody has begun.
    """

    row: WorklistRow | None
    notices: tuple[Notice, ...]
    minutes: int = 0

    @property
    def first(self) -> Notice:
        """The most pressing notice."""
        return self.notices[0]


def in_order(rows: Sequence[WorklistRow], now: datetime) -> tuple[Line, ...]:
    """Every row, the most urgent first, then who has waited longest since arriving."""
    ranks = [-list(Urgency).index(row.urgency) for row in rows]
    waiting = _waiting(ranks, [row.started_at for row in rows], now)
    return tuple(Line(rows[position], minutes) for position, minutes in waiting)


def needing_staff(
    rows: Sequence[WorklistRow], calls: Sequence[Notice], now: datetime
) -> tuple[Calling, ...]:
    """Whoever has something nobody has seen to, the most pressing first, then the oldest.

    ``calls`` are those of tablets without a visit.
    """
    calling = [Calling(row, row.open_notices) for row in rows if row.open_notices]
    calling += [Calling(None, (call,)) for call in calls if call.seen is None]
    ranks = [CALL_ORDER.index(one.first.kind) for one in calling]
    waiting = _waiting(ranks, [one.first.raised_at for one in calling], now)
    return tuple(replace(calling[position], minutes=minutes) for position, minutes in waiting)


def whole_minutes(since: datetime, now: datetime) -> int:
    """Full minutes gone by, never fewer than none."""
    # In UTC: two moments of one zone are otherwise subtracted as their clocks stood.
    gone = now.astimezone(UTC) - since.astimezone(UTC)
    return max(0, int(gone.total_seconds() // 60))


def _waiting(
    ranks: Sequence[int], since: Sequence[datetime], now: datetime
) -> Iterator[tuple[int, int]]:
    """Positions by rank, then by the earliest moment, each with its whole minutes."""
    table = pd.DataFrame({"rank": ranks, "since": pd.to_datetime(list(since), utc=True)})
    waited = pd.Timestamp(now).tz_convert("UTC") - table["since"]
    table["minutes"] = (waited.dt.total_seconds() // 60).clip(lower=0).astype(int)
    ordered = table.sort_values(["rank", "since"], kind="stable")
    for position, minutes in zip(ordered.index, ordered["minutes"], strict=True):
        yield int(position), int(minutes)


def _pressing(notice: Notice) -> tuple[int, datetime]:
    return CALL_ORDER.index(notice.kind), notice.raised_at
