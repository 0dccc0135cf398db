"""What was submitted, as it was: the questionnaire asked, the answers given, what they meant then.

A submission never changes; the database refuses it. A correction is a new submission that replaces
one, and both stay.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Row, Select, insert, select

from intake.store import audit, visits
from intake.store import questionnaires as kept
from intake.store.audit import Event
from intake.store.records import SealedRecord, make_record, unwrap_for_clinic
from intake.store.schema import questionnaires, record_keys, submissions
from intake.store.transaction import Transaction, WriteTransaction
from intake.store.visits import Ended, Ending, Saved, Stale, Visit


@dataclass(frozen=True)
class Content:
    """What a submission keeps: the exact Questionnaire JSON, the response and the assessment.

    ``consent`` is what the patient agreed to first; None in one from before there were consents.
    ``correction`` says which answer staff put right, who and why; None in what a patient submitted.
    """

    questionnaire: bytes = field(repr=False)
    content_version: str
    response: bytes = field(repr=False)
    assessment: bytes = field(repr=False)
    consent: bytes | None = field(default=None, repr=False)
    correction: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Submission:
    """A submission, opened with the clinic key; ``replaces`` names the one it corrects."""

    id: str
    visit_id: str
    questionnaire_version: str
    submitted_at: datetime
    submitted_by: str
    replaces: str | None
    content: Content = field(repr=False)


@dataclass(frozen=True)
class Version:
    """A submission as one of those of its visit, unopened."""

    id: str
    submitted_at: datetime


@dataclass(frozen=True)
class Submitted:
    """The submission is stored."""

    submission_id: str


@dataclass(frozen=True)
class AlreadyReplaced:
    """Somebody else corrected this submission first; nothing was stored."""

    submission_id: str


def submit(
    tx: WriteTransaction, visit: Visit, ending: Ending, content: Content, now: datetime
) -> Submitted | Stale | Ended:
    """End a visit and store what was submitted; the tablet's access ends with it.

    A visit that staff close, or a patient stops, is submitted with that status.
    """
    ended = visits.finish(tx, visit, ending, now)
    if not isinstance(ended, Saved):
        return ended
    return Submitted(_store(tx, _Origin(visit, ending.by), content, now))


def correct(
    tx: WriteTransaction, earlier: Submission, by: str, content: Content, now: datetime
) -> Submitted | AlreadyReplaced:
    """Store a submission in place of an earlier one, which stays as it was."""
    newer = select(submissions.c.id).where(submissions.c.replaces == earlier.id)
    taken = tx.connection.execute(newer).scalar_one_or_none()
    if taken is not None:
        return AlreadyReplaced(taken)
    return Submitted(_store(tx, _Origin(earlier, by), content, now))


def submission(tx: Transaction, submission_id: str) -> Submission | None:
    """Open one submission."""
    row = tx.connection.execute(_all().where(submissions.c.id == submission_id)).one_or_none()
    return row and _opened(tx, row)


def submissions_of_visit(tx: Transaction, visit_id: str) -> tuple[Submission, ...]:
    """Open every submission of a visit: the first one first, the one that counts last."""
    found = _all().where(submissions.c.visit_id == visit_id)
    by_predecessor = {row.replaces: row for row in tx.connection.execute(found)}
    return tuple(_opened(tx, row) for row in _chain(by_predecessor))


def versions_of_visit(tx: Transaction, visit_id: str) -> tuple[Version, ...]:
    """Tell every submission of a visit, the first one first; opens none."""
    found: Select[tuple[object, ...]] = select(
        submissions.c.id, submissions.c.replaces, submissions.c.submitted_at
    ).where(submissions.c.visit_id == visit_id)
    by_predecessor = {row.replaces: row for row in tx.connection.execute(found)}
    return tuple(Version(row.id, row.submitted_at) for row in _chain(by_predecessor))


def current_ids(tx: Transaction, visit_ids: Collection[str]) -> Mapping[str, str]:
    """Tell the submission that counts for each of these visits that has one; opens none."""
    later = submissions.alias()
    is_replaced = select(later.c.id).where(later.c.replaces == submissions.c.id).exists()
    wanted = submissions.c.visit_id.in_(visit_ids) & ~is_replaced
    found = select(submissions.c.visit_id, submissions.c.id).where(wanted)
    return {row.visit_id: row.id for row in tx.connection.execute(found)}


_AnyRow = Row[tuple[object, ...]]


@dataclass(frozen=True)
class _Origin:
    source: Visit | Submission
    by: str

    @property
    def visit_id(self) -> str:
        return self.source.id if isinstance(self.source, Visit) else self.source.visit_id

    @property
    def replaces(self) -> str | None:
        return None if isinstance(self.source, Visit) else self.source.id


def _store(tx: WriteTransaction, origin: _Origin, content: Content, now: datetime) -> str:
    record = make_record(tx, "submissions")
    version = origin.source.questionnaire_version
    row = {
        "id": record.id,
        "visit_id": origin.visit_id,
        "questionnaire_version": version,
        "questionnaire_sha256": kept.keep(tx, version, content.questionnaire, now),
        "content_version": content.content_version,
        "submitted_at": now,
        "submitted_by": origin.by,
        "replaces": origin.replaces,
        "response": record.seal(tx, "response", content.response),
        "assessment": record.seal(tx, "assessment", content.assessment),
        **{name: _sealed(tx, record, name, getattr(content, name)) for name in _OPTIONAL},
    }
    tx.connection.execute(insert(submissions).values(**row))
    detail = f"replaces {origin.replaces}" if origin.replaces else ""
    audit.record(tx, Event(origin.by, "submission.stored", record.id, detail), now)
    return record.id


_OPTIONAL = ("consent", "correction")


def _sealed(
    tx: WriteTransaction, record: SealedRecord, name: str, content: bytes | None
) -> bytes | None:
    return None if content is None else record.seal(tx, name, content)


def _unsealed(record: SealedRecord, name: str, sealed: bytes | None) -> bytes | None:
    return None if sealed is None else record.unseal(name, sealed)


def _all() -> Select[tuple[object, ...]]:
    same = (questionnaires.c.version == submissions.c.questionnaire_version) & (
        questionnaires.c.sha256 == submissions.c.questionnaire_sha256
    )
    joined = submissions.outerjoin(record_keys, record_keys.c.record_id == submissions.c.id)
    columns = (submissions, record_keys.c.wrapped, questionnaires.c.document)
    return select(*columns).select_from(joined.join(questionnaires, same))


def _chain(by_predecessor: Mapping[str | None, _AnyRow]) -> list[_AnyRow]:
    chain: list[_AnyRow] = []
    row = by_predecessor.get(None)
    while row is not None:
        chain.append(row)
        row = by_predecessor.get(row.id)
    return chain


def _opened(tx: Transaction, row: _AnyRow) -> Submission:
    document = kept.unaltered(row.document, row.questionnaire_sha256)
    record = unwrap_for_clinic(tx, "submissions", row.id, row.wrapped)
    content = Content(
        document,
        row.content_version,
        record.unseal("response", row.response),
        record.unseal("assessment", row.assessment),
        _unsealed(record, "consent", row.consent),
        _unsealed(record, "correction", row.correction),
    )
    return Submission(
        row.id,
        row.visit_id,
        row.questionnaire_version,
        row.submitted_at,
        row.submitted_by,
        row.replaces,
        content,
    )
