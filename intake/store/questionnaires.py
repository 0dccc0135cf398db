"""The questionnaires that were asked, as they were: once per version and content, for good."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import insert, select

from intake.store.errors import SealBroken
from intake.store.schema import questionnaires
from intake.store.transaction import Transaction, WriteTransaction


@dataclass(frozen=True)
class Kept:
    """A questionnaire in one language, and when it was first kept (UTC)."""

    stored_at: datetime
    document: bytes = field(repr=False)


def keep(tx: WriteTransaction, version: str, document: bytes, now: datetime) -> str:
    """Keep a questionnaire, unless it is there already; give its SHA-256."""
    digest = hashlib.sha256(document).hexdigest()
    same = (questionnaires.c.version == version) & (questionnaires.c.sha256 == digest)
    if tx.connection.execute(select(questionnaires.c.sha256).where(same)).first() is None:
        row = {"version": version, "sha256": digest, "document": document, "stored_at": now}
        tx.connection.execute(insert(questionnaires).values(**row))
    return digest


def of_version(tx: Transaction, version: str) -> tuple[Kept, ...]:
    """Everything that was kept under a version, the newest first; raises SealBroken."""
    newest = questionnaires.c.stored_at.desc(), questionnaires.c.sha256
    found = select(questionnaires).where(questionnaires.c.version == version).order_by(*newest)
    return tuple(
        Kept(row.stored_at, unaltered(row.document, row.sha256))
        for row in tx.connection.execute(found)
    )


def unaltered(document: bytes, digest: str) -> bytes:
    """The document, where it is the one its digest was taken of; raises SealBroken."""
    if hashlib.sha256(document).hexdigest() != digest:
        raise SealBroken("The stored questionnaire is not the one this response answered.")
    return document
