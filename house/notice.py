"""The privacy notice as an administrator of the clinic reads it and writes another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from house.consent import keep_notice, notice_in_force
from house.visit import clinic_zone
from intake.consent import Notice
from intake.store import Transaction, WriteTransaction, notices
from intake.store.sessions import Session
from intake.store.staff import Role
from reports.clinic import doors as clinic
from reports.clinic.wording import NOTICE_CHANGED, NOTICE_NOT_YOURS, NOTICE_SAME


def view(tx: Transaction, session: Session) -> clinic.NoticeView | clinic.Refused:
    """The notice in force, and since when."""
    if session.user.role is not Role.ADMIN:
        return clinic.Refused(NOTICE_NOT_YOURS)
    kept = notices.newest(tx)
    since = kept.written_at.astimezone(clinic_zone(tx)) if kept else None
    return clinic.NoticeView(notice_in_force(tx), since)


def written(
    change: clinic.NoticeChange, now: datetime
) -> Callable[[WriteTransaction, Session], clinic.Changed]:
    """Put these words in force as the next version; the ones before stay as they were."""

    def write(tx: WriteTransaction, session: Session) -> clinic.Changed:
        if session.user.role is not Role.ADMIN:
            return clinic.Refused(NOTICE_NOT_YOURS)
        before = notice_in_force(tx)
        if change.base != before.version:
            return clinic.Refused(NOTICE_CHANGED.format(version=before.version))
        if dict(change.texts) == dict(before.texts):
            return clinic.Refused(NOTICE_SAME)
        keep_notice(tx, before, "system", now)
        notice = Notice(version=before.version + 1, texts=dict(change.texts))
        keep_notice(tx, notice, f"staff:{session.user.id}", now)
        return clinic.Done()

    return write
