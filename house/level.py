"""The level of a visit as the store keeps it: how urgent, whether it can still change, and on what.

What is not known counts from the moment a patient stops, asks for help or is gone. A patient who
goes on after that does not lower the level by it: it is held until staff have seen to the call, or
until the interview is finished and every open question has had its turn.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from intake.store import Transaction, alerts
from intake.store.alerts import AlertKind
from intake.store.visits import Visit
from screening.finding import Urgency

_CALLS = (
    AlertKind.EMERGENCY,
    AlertKind.SAME_DAY,
    AlertKind.HELP,
    AlertKind.UNFINISHED,
    AlertKind.IDLE,
    AlertKind.UNSENT,
)
"""What staff see to where a patient stopped; who somebody is at check-in is another matter."""


@dataclass(frozen=True)
class Level:
    """How urgent a visit is; ``final`` once it has ended, ``stopped`` where unknowns count."""

    urgency: Urgency = Urgency.ROUTINE
    final: bool = False
    stopped: bool = False


def level_bytes(level: Level) -> bytes:
    """The level as the bytes the store seals."""
    told = {"urgency": level.urgency.value, "final": level.final}
    return json.dumps({**told, "stopped": True} if level.stopped else told).encode()


def level_of(visit: Visit) -> Level:
    """The level a visit has; routine until there is one."""
    if not visit.level:
        return Level()
    told = json.loads(visit.level)
    return Level(Urgency(told["urgency"]), bool(told["final"]), bool(told.get("stopped")))


def is_held(tx: Transaction, visit: Visit) -> bool:
    """Whether a patient who stopped has gone on before anybody saw to the call."""
    return level_of(visit).stopped and alerts.is_open(tx, visit.id, _CALLS)
