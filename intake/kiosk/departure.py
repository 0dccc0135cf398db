"""The last thing a tablet sends before it forgets its patient: what had not arrived is not lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from intake.kiosk.doors import Changes, Doors, Saved, Stale, TellFrontDesk, Visit, Why


@dataclass(frozen=True)
class Departure:
    """Why a patient is no longer at a tablet, and what the tablet could not send before.

    ``held`` are the answers themselves. A tablet that could not send even those keeps none of them:
    then ``unsent`` is the revision on which they were built, and says only that there were some.
    """

    why: Why
    held: Changes | None = None
    unsent: int | None = None


def depart(doors: Doors, token: str, leaving: Departure) -> bool:
    """Take what the tablet held, else tell the desk that it was lost; then end its access."""
    missing = leaving.unsent
    if leaving.held is not None:
        outcome = _taken(doors, token, leaving.held)
        if isinstance(outcome, TellFrontDesk):
            return False
        missing = None if isinstance(outcome, Saved) else leaving.held.base
    if missing is not None and not doors.tell_unsent(token, missing):
        return False
    return doors.walk_away(token, leaving.why)


def _taken(doors: Doors, token: str, held: Changes) -> object:
    """What comes of the answers; built on a revision whose answer was lost, they count as well."""
    outcome = doors.record(token, held)
    if isinstance(outcome, Stale) and _is_open(outcome.visit):
        return doors.record(token, replace(held, base=outcome.visit.revision))
    return outcome


def _is_open(visit: Visit) -> bool:
    return not (visit.finished or visit.closed)
