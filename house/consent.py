"""Consent across the rooms: the notice in force, agreeing to it, and what is kept of that."""

from __future__ import annotations

from datetime import datetime, timedelta

from intake.consent import Agreement, Consent, Notice, first_notice
from intake.store import Secret, Transaction, WriteTransaction, consents, notices
from intake.store.consents import NewConsent

LIFE = timedelta(minutes=10)
"""How long a consent waits for a name: whoever takes the tablet later is asked anew."""


def notice_in_force(tx: Transaction) -> Notice:
    """What a patient is asked to agree to now; the program's own words until a clinic has some."""
    kept = notices.newest(tx)
    return Notice.model_validate_json(kept.document) if kept else first_notice()


def keep_notice(tx: WriteTransaction, notice: Notice, by: str, now: datetime) -> None:
    """Keep a notice for good, unless this version is kept already."""
    if notices.notice(tx, notice.version) is None:
        notices.keep(tx, notice.version, notice.model_dump_json().encode(), by, now)


def agree(
    tx: WriteTransaction, given: Agreement, notice: Notice, secret: str, now: datetime
) -> None:
    """Keep what was agreed to, and the words themselves."""
    keep_notice(tx, notice, "system", now)
    consent = Consent(
        notice=notice.version,
        language=given.language,
        sha256=notice.texts[given.language].sha256,
        agreed=now,
        strokes=given.strokes,
    )
    new = NewConsent(given.tablet, notice.version, consent.model_dump_json().encode())
    consents.agree(tx, new, Secret(secret, now + LIFE), now)


def waiting(tx: Transaction, secret: str, now: datetime) -> Consent | None:
    """The consent a tablet holds the secret of, while it waits for a name."""
    body = consents.waiting(tx, secret, now)
    return Consent.model_validate_json(body) if body else None
