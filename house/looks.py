"""Who of the staff looked at a visit: once for each session on the audit chain."""

from __future__ import annotations

from datetime import datetime

from intake.store import WriteTransaction, audit
from intake.store.sessions import Session

_READ = "visit.read"


def note_look(tx: WriteTransaction, session: Session, visit_id: str, now: datetime) -> bool:
    """Put the first look of a session at a visit on record; whether this is it."""
    actor = f"staff:{session.user.id}"
    looked = any(
        entry.event.actor == actor
        and entry.event.action == _READ
        and entry.at >= session.started_at
        for entry in audit.entries(tx, visit_id)
    )
    if not looked:
        audit.record(tx, audit.Event(actor, _READ, visit_id), now)
    return not looked
