"""Staff say in a line that they have seen to what they were told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from house import visit as visiting
from intake.store import WriteTransaction, alerts
from intake.store.alerts import Acknowledgement, Alert
from intake.store.sessions import Session
from reports.clinic import doors as clinic
from reports.clinic import wording

_LONGEST_LINE = 500
_MOST_BYTES = 4000
"""Of all lines about one alert together."""


def seen_to(
    alert_ids: tuple[str, ...], note: str, now: datetime
) -> Callable[[WriteTransaction, Session], clinic.Changed]:
    """Mark these alerts as seen; of one somebody else was first with, both lines are kept."""

    def mark(tx: WriteTransaction, session: Session) -> clinic.Changed:
        person, line = session.user, note.strip()[:_LONGEST_LINE].encode()
        by = Acknowledgement(person.id, line, person.name)
        taken = [one for one in alert_ids if not alerts.acknowledge(tx, one, by, now)]
        first = [alert for one in taken if (alert := alerts.alert(tx, one))]
        if taken and len(taken) == len(alert_ids) and not first:
            return clinic.NotThere()
        return _told(tx, list(_beside(tx, first, by, now)), now)

    return mark


def _beside(
    tx: WriteTransaction, taken: list[Alert], by: Acknowledgement, now: datetime
) -> Iterator[tuple[Alert, bool]]:
    """What somebody else had seen to, and whether this line is now kept beside theirs."""
    at = now.astimezone(visiting.clinic_zone(tx))
    line = wording.ALSO_SEEN.format(at=at, by=by.name, note=by.note.decode()).encode()
    for alert in taken:
        said = alert.acknowledgement
        if said is None or said == by:  # the same press, twice
            continue
        together = said.note if said.note.endswith(line) else said.note + line
        fits = alert.readable and len(together) <= _MOST_BYTES
        if fits:
            alerts.write_beside(tx, alert.id, Acknowledgement(by.by, together), now)
        yield alert, fits


def _told(tx: WriteTransaction, taken: list[tuple[Alert, bool]], now: datetime) -> clinic.Changed:
    """Say who was first and when, and whether the second line was kept."""
    if not taken:
        return clinic.Done()
    alert = taken[0][0]
    zone = visiting.clinic_zone(tx)
    at = (alert.acknowledged_at or now).astimezone(zone)
    by = alert.acknowledgement.name if alert.acknowledgement else ""
    if all(kept for _, kept in taken):
        return clinic.Done(wording.SEEN_BEFORE.format(by=by, at=at))
    return clinic.Refused(wording.SEEN_BEFORE_FULL.format(by=by, at=at), "note")
