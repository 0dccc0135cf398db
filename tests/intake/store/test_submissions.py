from dataclasses import replace

import pytest
from sqlalchemy import delete, update

from intake.store import SealBroken, StoreError, submissions, visits
from intake.store.schema import questionnaires
from intake.store.schema import submissions as table
from intake.store.submissions import AlreadyReplaced, Content, Submitted
from intake.store.visits import Ended, Locked, Stale, VisitStatus
from tests.intake.store.samples import (
    BY_PATIENT,
    COMPLETED,
    LATER,
    TONIGHT,
    begun,
    reopened,
    saved,
)

CONTENT = Content(
    b'{"resourceType": "Questionnaire"}', "rules-7", b"answers given", b"what they mean"
)


def submitted(store, visit):
    with store.write() as tx:
        result = submissions.submit(tx, visit, COMPLETED, CONTENT, LATER)
    assert isinstance(result, Submitted)
    with store.read() as tx:
        found = submissions.submission(tx, result.submission_id)
    assert found is not None
    return found


def test_a_submission_keeps_exactly_what_was_submitted(store):
    visit = begun(store)
    found = submitted(store, visit)
    assert found.content == CONTENT
    assert (found.visit_id, found.questionnaire_version) == (visit.id, "2026.1")
    assert (found.submitted_at, found.submitted_by) == (LATER, BY_PATIENT)
    assert found.replaces is None


@pytest.mark.parametrize("consent", [None, b"", b"notice 1, signed"])
def test_a_submission_keeps_what_its_patient_agreed_to(store, consent):
    visit = begun(store)
    with store.write() as tx:
        submissions.submit(tx, visit, COMPLETED, replace(CONTENT, consent=consent), LATER)
    with store.read() as tx:
        [kept] = submissions.submissions_of_visit(tx, visit.id)
    assert kept.content.consent == consent


def test_submitting_ends_the_visit_and_the_access_of_its_tablet(store):
    visit = begun(store)
    submitted(store, visit)
    assert reopened(store, visit).status is VisitStatus.COMPLETED
    with store.read() as tx:
        opened = visits.open_for_tablet(tx, "token-of-zebedee", LATER)
    assert opened == Locked(visit.id, VisitStatus.COMPLETED, "en")


def test_a_visit_is_submitted_once(store):
    visit = begun(store)
    first = submitted(store, visit)
    with store.write() as tx:
        again = submissions.submit(tx, visit, COMPLETED, CONTENT, TONIGHT)
    assert again == Ended(VisitStatus.COMPLETED)
    with store.read() as tx:
        assert submissions.submissions_of_visit(tx, visit.id) == (first,)


def test_a_submission_at_an_old_revision_stores_nothing(store):
    visit = begun(store)
    saved(store, visit, 0, b"one more answer")
    with store.write() as tx:
        assert submissions.submit(tx, visit, COMPLETED, CONTENT, LATER) == Stale(1)
        assert submissions.submissions_of_visit(tx, visit.id) == ()
    assert reopened(store, visit).status is VisitStatus.IN_PROGRESS


def test_a_correction_replaces_a_submission_and_both_stay(store):
    visit = begun(store)
    first = submitted(store, visit)
    better = Content(
        CONTENT.questionnaire,
        "rules-8",
        b"corrected",
        b"other meaning",
        correction=b"which and why",
    )
    with store.write() as tx:
        result = submissions.correct(tx, first, "staff:1", better, TONIGHT)
        assert isinstance(result, Submitted)
        assert submissions.correct(tx, first, "staff:2", better, TONIGHT) == AlreadyReplaced(
            result.submission_id
        )
    with store.read() as tx:
        earlier, current = submissions.submissions_of_visit(tx, visit.id)
        assert submissions.current_ids(tx, [visit.id]) == {visit.id: current.id}
    assert earlier == first
    assert (current.replaces, current.content) == (first.id, better)


def test_the_same_questionnaire_is_stored_once(store):
    for token in ("token 1", "token 2"):
        submitted(store, begun(store, token))
    with store.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT count(*) FROM questionnaires").scalar() == 1


@pytest.mark.parametrize("column", [column.name for column in table.c])
def test_no_column_of_a_submission_can_be_changed(store, column):
    found = submitted(store, begun(store))
    with pytest.raises(StoreError), store.write() as tx:
        tx.connection.execute(update(table).values({column: table.c[column]}))
    with store.read() as tx:
        assert submissions.submission(tx, found.id) == found


@pytest.mark.parametrize("which", [table, questionnaires], ids=lambda one: one.name)
def test_what_was_submitted_cannot_be_deleted(store, which):
    submitted(store, begun(store))
    with pytest.raises(StoreError), store.write() as tx:
        tx.connection.execute(delete(which))


def test_the_responses_of_two_submissions_cannot_be_swapped(store):
    ids = [submitted(store, begun(store, token)).id for token in ("token 1", "token 2")]
    with store.write() as tx:
        tx.connection.exec_driver_sql("DROP TRIGGER submissions_never_update")
        tx.connection.exec_driver_sql(
            "UPDATE submissions SET response = other.response "
            "FROM (SELECT id, response FROM submissions) AS other WHERE other.id <> submissions.id"
        )
    for one in ids:
        with store.read() as tx, pytest.raises(SealBroken):
            submissions.submission(tx, one)


def test_a_questionnaire_that_was_altered_is_noticed(store):
    found = submitted(store, begun(store))
    with store.write() as tx:
        tx.connection.exec_driver_sql("DROP TRIGGER questionnaires_never_update")
        tx.connection.execute(update(questionnaires).values(document=b"{}"))
    with store.read() as tx, pytest.raises(SealBroken, match="questionnaire"):
        submissions.submission(tx, found.id)


def test_a_submission_that_does_not_exist_is_none(store):
    with store.read() as tx:
        assert submissions.submission(tx, "invented") is None
