"""The clinic's settings and its last screen, as an administrator reads and changes them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime

from intake.store import InputRefused, Transaction, WriteTransaction, settings
from intake.store.sessions import Session
from intake.store.settings import ClinicSettings, checked_settings
from intake.store.staff import Role
from reports.clinic import doors as clinic
from reports.clinic.wording import SETTINGS_CHANGED, SETTINGS_NOT_YOURS, SETTINGS_SAME

_NOT_SET_UP = ClinicSettings(time_zone="UTC")


def view(tx: Transaction, session: Session) -> clinic.SettingsView | clinic.Refused:
    """The settings in force."""
    if session.user.role is not Role.ADMIN:
        return clinic.Refused(SETTINGS_NOT_YOURS)
    known = _known(tx)
    return clinic.SettingsView(_mark(known), known)


def changed(
    change: clinic.SettingsChange, now: datetime
) -> Callable[[WriteTransaction, Session], clinic.Changed]:
    """Put these in force; what stood there before stays on the audit chain."""

    def write(tx: WriteTransaction, session: Session) -> clinic.Changed:
        if session.user.role is not Role.ADMIN:
            return clinic.Refused(SETTINGS_NOT_YOURS)
        before = _known(tx)
        if change.base != _mark(before):
            return clinic.Refused(SETTINGS_CHANGED)
        try:
            after = checked_settings({**before.model_dump(), **change.values})
        except InputRefused as problem:
            return clinic.Refused(str(problem))
        if after == before:
            return clinic.Refused(SETTINGS_SAME)
        settings.change_settings(tx, after, f"staff:{session.user.id}", now)
        return clinic.Done()

    return write


def _known(tx: Transaction) -> ClinicSettings:
    return settings.load_settings(tx) or _NOT_SET_UP


def _mark(known: ClinicSettings) -> str:
    """By which a form knows whether anybody has changed the settings since."""
    return hashlib.sha256(known.model_dump_json().encode()).hexdigest()[:16]
