"""The worklist's material: every visit with its alerts and its current submission."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from intake.store.alerts import Alert, alerts_since
from intake.store.submissions import current_ids
from intake.store.transaction import Transaction
from intake.store.visits import Unreadable, Visit, ids_in_progress, list_for_clinic


@dataclass(frozen=True)
class WorklistEntry:
    """A visit, what staff were told about it, and the submission to read if there is one."""

    visit: Visit | Unreadable
    alerts: tuple[Alert, ...]
    submission_id: str | None


@dataclass(frozen=True)
class Worklist:
    """Visits by start, the oldest first, and the alerts that belong to a tablet, not a visit."""

    entries: tuple[WorklistEntry, ...]
    alerts: tuple[Alert, ...]


def worklist(tx: Transaction, since: datetime) -> Worklist:
    """Open every visit begun and alert raised since a moment, in a handful of queries.

    A visit in progress, or with an alert nobody acknowledged, is there whenever it began.
    ``audit.head(tx).sequence`` says cheaply whether anything changed since the last look.
    """
    by_visit: dict[str | None, list[Alert]] = defaultdict(list)
    for alert in alerts_since(tx, since):
        by_visit[alert.visit_id].append(alert)
    alerted = [visit_id for visit_id in by_visit if visit_id is not None]
    visits = list_for_clinic(tx, since, also=(*alerted, *ids_in_progress(tx)))
    submitted = current_ids(tx, [visit.id for visit in visits])
    entries = [
        WorklistEntry(visit, tuple(by_visit[visit.id]), submitted.get(visit.id)) for visit in visits
    ]
    return Worklist(tuple(entries), tuple(by_visit[None]))
