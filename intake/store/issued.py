"""Which papers left the house: the SHA-256 of each on the audit chain, and where it stands now.

A paper is known by its bytes alone. What the chain keeps of it is no patient data: the visit, the
submission it shows, and the digest.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from intake.store import audit
from intake.store.audit import Event
from intake.store.schema import audit as chain
from intake.store.schema import visits
from intake.store.submissions import versions_of_visit
from intake.store.transaction import Transaction, WriteTransaction

_DETAIL = "{submission_id} sha256:{digest}"
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


class Paper(StrEnum):
    """What was issued; the action under which it stands on the chain."""

    SUMMARY = "summary.drawn"
    PROTECTED = "summary.protected"


@dataclass(frozen=True)
class Issue:
    """One paper about to leave: which, of which visit and submission, and for whom."""

    paper: Paper
    visit_id: str
    submission_id: str
    by: str


@dataclass(frozen=True)
class Standing:
    """An issued paper as it stands now: its visit's reference, and its place among the versions.

    ``replaced_at`` is when the version after it was stored; None while it is the one that counts.
    """

    paper: Paper
    reference: str
    issued_at: datetime
    version: int
    versions: int
    replaced_at: datetime | None


def digest_of(content: bytes) -> str:
    """The mark by which a paper is known again."""
    return hashlib.sha256(content).hexdigest()


def record_issue(tx: WriteTransaction, issue: Issue, content: bytes, now: datetime) -> None:
    """Put a paper on the chain; belongs in the transaction that read what it shows."""
    detail = _DETAIL.format(submission_id=issue.submission_id, digest=digest_of(content))
    audit.record(tx, Event(issue.by, issue.paper.value, issue.visit_id, detail), now)


def standing(tx: Transaction, digest: str) -> Standing | None:
    """Tell where the paper with this digest stands; None when none such was ever issued."""
    if not _DIGEST.match(digest):
        return None
    wanted = chain.c.action.in_([paper.value for paper in Paper])
    same = chain.c.detail.like(_DETAIL.format(submission_id="%", digest=digest))
    found = select(chain).where(wanted & same).order_by(chain.c.sequence).limit(1)
    row = tx.connection.execute(found).one_or_none()
    if row is None:
        return None
    submission_id = row.detail.partition(" ")[0]
    known = versions_of_visit(tx, row.subject)
    place = next((n for n, one in enumerate(known) if one.id == submission_id), 0)
    after = known[place + 1 : place + 2]
    return Standing(
        Paper(row.action),
        _reference(tx, row.subject),
        row.at,
        place + 1,
        len(known),
        after[0].submitted_at if after else None,
    )


def is_visit_known(tx: Transaction, reference: str) -> bool:
    """Say whether this store keeps a visit with this reference."""
    found = select(visits.c.id).where(visits.c.reference == reference)
    return tx.connection.execute(found).first() is not None


def _reference(tx: Transaction, visit_id: str) -> str:
    found = select(visits.c.reference).where(visits.c.id == visit_id)
    return str(tx.connection.execute(found).scalar_one_or_none() or "")
