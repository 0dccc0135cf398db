"""Which questions a visit is asked: those of the version it began with, as they were kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from intake.fhir import KeptError, questionnaire_bytes, read_questionnaire
from intake.questionnaire import Questionnaire
from intake.spoken import QUESTIONNAIRES
from intake.store import Transaction, WriteTransaction, questionnaires
from intake.store.submissions import Submission
from intake.store.visits import Visit
from screening.rules import RULES

QUESTIONNAIRE = RULES.questionnaire
"""Today's questions, in the clinic's language."""


def keep_todays(tx: WriteTransaction, now: datetime) -> None:
    """Keep today's questions in every language, for the visits that begin or end on them."""
    for questionnaire in QUESTIONNAIRES.values():
        questionnaires.keep(tx, questionnaire.version, _document(questionnaire), now)


def of_visit(tx: Transaction, visit: Visit) -> Questionnaire:
    """The questions a running visit began with, in the clinic's language.

    Where they were not kept they are today's, of another version than the visit's.
    """
    version = visit.questionnaire_version
    if version == QUESTIONNAIRE.version:
        return QUESTIONNAIRE
    return _clinics(_kept(tx, version, visit.started_at))


def of_submission(tx: Transaction, stored: Submission) -> Questionnaire:
    """The questions that were submitted, in the clinic's language; today's as in `of_visit`."""
    own = _read(stored.content.questionnaire)
    if own is not None and own.language == QUESTIONNAIRE.language:
        return own
    return _clinics(_kept(tx, stored.questionnaire_version, stored.submitted_at))


def spoken(language: str) -> str:
    """The language a patient is asked in today: the one wanted, where there are questions in it."""
    return language if language in QUESTIONNAIRES else QUESTIONNAIRE.language


def in_language(tx: Transaction, visit: Visit, language: str) -> Questionnaire:
    """The questions of a visit in the language its patient reads, else in the clinic's."""
    if visit.questionnaire_version == QUESTIONNAIRE.version:
        return QUESTIONNAIRES[spoken(language)]
    kept = _kept(tx, visit.questionnaire_version, visit.started_at)
    theirs = (one for one in kept if one.language == language)
    return next(theirs, None) or of_visit(tx, visit)


def todays_document(language: str) -> bytes | None:
    """Today's questions as a tablet plays them; None in a language without any."""
    known = QUESTIONNAIRES.get(language)
    return _document(known) if known else None


def kept_document(tx: Transaction, version: str, language: str) -> bytes | None:
    """The questions of an older version as a tablet plays them; None where none were kept."""
    known = next((one for one in _kept(tx, version) if one.language == language), None)
    return _document(known) if known else None


def _clinics(kept: Iterator[Questionnaire]) -> Questionnaire:
    return next((one for one in kept if one.language == QUESTIONNAIRE.language), QUESTIONNAIRE)


def _kept(tx: Transaction, version: str, until: datetime | None = None) -> Iterator[Questionnaire]:
    """What was kept of a version and can be read, the newest first; none newer than a moment."""
    for one in questionnaires.of_version(tx, version):
        known = _read(one.document) if until is None or one.stored_at <= until else None
        if known is not None:
            yield known


@lru_cache(maxsize=16)
def _read(kept: bytes) -> Questionnaire | None:
    try:
        return read_questionnaire(kept)
    except KeptError:
        return None


@lru_cache(maxsize=16)
def _document(questionnaire: Questionnaire) -> bytes:
    return questionnaire_bytes(questionnaire)
