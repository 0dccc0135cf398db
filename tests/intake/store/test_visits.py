import secrets
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from intake.store import SealBroken, Secret, StoreError, visits
from intake.store.schema import visits as table
from intake.store.visits import Draft, Ended, Ending, Locked, Saved, Stale, VisitStatus
from tests.intake.store.samples import ARRIVAL, LATER, NOW, TONIGHT, begun, reopened, saved

SECOND = timedelta(seconds=1)


def test_a_visit_begins_with_what_it_was_given(store):
    visit = reopened(store, begun(store))
    assert (visit.identity, visit.body, visit.level) == (
        b"Zebedee Madeup",
        b"no answers yet",
        b"at least routine",
    )
    assert (visit.tablet, visit.language, visit.questionnaire_version) == (
        "Window seat",
        "en",
        "2026.1",
    )
    assert (visit.revision, visit.status, visit.started_at) == (0, VisitStatus.IN_PROGRESS, NOW)


def test_a_tablet_opens_its_visit_with_its_token(store):
    visit = begun(store)
    with store.read() as tx:
        assert visits.open_for_tablet(tx, "token-of-zebedee", LATER) == visit


@pytest.mark.parametrize("token", ["", "invented", "token-of-zebede", "TOKEN-OF-ZEBEDEE"])
def test_an_invented_token_opens_nothing(store, token):
    begun(store)
    with store.read() as tx:
        assert visits.open_for_tablet(tx, token, LATER) is None


def test_a_token_opens_nothing_from_the_moment_it_expires(store):
    begun(store)
    with store.read() as tx:
        assert visits.open_for_tablet(tx, "token-of-zebedee", TONIGHT - SECOND) is not None
        assert visits.open_for_tablet(tx, "token-of-zebedee", TONIGHT) is None


def test_a_token_opens_only_its_own_visit(store):
    first, second = begun(store, "token 1"), begun(store, "token 2")
    with store.read() as tx:
        assert visits.open_for_tablet(tx, "token 1", LATER) == first
        assert visits.open_for_tablet(tx, "token 2", LATER) == second


def test_saving_makes_the_next_revision(store):
    visit = begun(store)
    assert saved(store, visit, 0, b"one answer") == Saved(1)
    assert saved(store, visit, 1, b"two answers") == Saved(2)
    now = reopened(store, visit)
    assert (now.revision, now.body, now.saved_at) == (2, b"two answers", LATER)


@pytest.mark.parametrize("base", [0, 2, -1])
def test_a_draft_on_another_revision_changes_nothing(store, base):
    visit = begun(store)
    saved(store, visit, 0, b"kept")
    before = reopened(store, visit)
    assert saved(store, visit, base, b"from an old window") == Stale(1)
    assert reopened(store, visit) == before


def test_an_exception_undoes_everything_the_transaction_did(store):
    visit = begun(store)
    with suppress(RuntimeError), store.write() as tx:
        visits.save(tx, visit, Draft(0, b"not to be", b""), LATER)
        raise RuntimeError
    assert reopened(store, visit) == visit


@pytest.mark.parametrize("status", [VisitStatus.COMPLETED, VisitStatus.STOPPED, VisitStatus.CLOSED])
def test_an_ended_visit_cannot_be_saved_or_ended_again(store, status):
    visit = begun(store)
    with store.write() as tx:
        assert visits.finish(tx, visit, Ending(0, status, "staff:1"), LATER) == Saved(0)
    assert saved(store, visit, 0, b"too late") == Ended(status)
    with store.write() as tx:
        assert visits.finish(tx, visit, Ending(0, status, "staff:1"), LATER) == Ended(status)
    now = reopened(store, visit)
    assert (now.body, now.status, now.ended_at) == (b"no answers yet", status, LATER)


def test_a_visit_cannot_be_ended_at_an_old_revision(store):
    visit = begun(store)
    saved(store, visit, 0, b"one answer")
    with store.write() as tx:
        ending = Ending(0, VisitStatus.COMPLETED, "tablet:Window seat")
        assert visits.finish(tx, visit, ending, LATER) == Stale(1)
    assert reopened(store, visit).status is VisitStatus.IN_PROGRESS


def test_the_tablet_of_an_ended_visit_learns_only_that_it_ended(store):
    visit = begun(store)
    with store.write() as tx:
        visits.finish(tx, visit, Ending(0, VisitStatus.COMPLETED, "tablet:Window seat"), LATER)
    with store.read() as tx:
        opened = visits.open_for_tablet(tx, "token-of-zebedee", LATER)
    assert opened == Locked(visit.id, VisitStatus.COMPLETED, "en")


def test_a_ticket_is_changed_for_a_token_once(store):
    with store.write() as tx:
        visit = visits.begin(tx, ARRIVAL, NOW)
        visits.issue_code(tx, visit, Secret("ticket", TONIGHT), NOW)
        assert visits.redeem_code(tx, "ticket", Secret("token", TONIGHT), NOW) == visit
        assert visits.redeem_code(tx, "ticket", Secret("another", TONIGHT), NOW) is None
    with store.read() as tx:
        assert visits.open_for_tablet(tx, "token", NOW) == visit
        assert visits.open_for_tablet(tx, "another", NOW) is None
        assert visits.open_for_tablet(tx, "ticket", NOW) is None


def test_an_expired_ticket_is_changed_for_nothing(store):
    with store.write() as tx:
        visit = visits.begin(tx, ARRIVAL, NOW)
        visits.issue_code(tx, visit, Secret("ticket", LATER), NOW)
        assert visits.redeem_code(tx, "ticket", Secret("token", TONIGHT), LATER) is None


def test_a_hand_over_moves_the_visit_to_the_new_tablet(store):
    visit = begun(store, "old tablet")
    saved(store, visit, 0, b"half the answers")
    with store.write() as tx:
        found = visits.open_for_clinic(tx, visit.id)
        assert found is not None
        visits.issue_code(tx, found, Secret("7F3K-Q2MN", TONIGHT), LATER)
        visits.redeem_code(tx, "7F3K-Q2MN", Secret("new tablet", TONIGHT), LATER)
    with store.read() as tx:
        moved = visits.open_for_tablet(tx, "new tablet", LATER)
        assert isinstance(moved, visits.Visit)
        assert moved.body == b"half the answers"
        left = visits.open_for_tablet(tx, "old tablet", LATER)
        assert left == Locked(visit.id, VisitStatus.IN_PROGRESS, "en")


def test_an_ended_visit_is_handed_over_to_nobody(store):
    visit = begun(store)
    with store.write() as tx:
        visits.issue_code(tx, visit, Secret("ticket", TONIGHT), NOW)
        visits.finish(tx, visit, Ending(0, VisitStatus.CLOSED, "staff:1"), LATER)
        assert visits.redeem_code(tx, "ticket", Secret("token", TONIGHT), LATER) is None


def test_the_clinic_finds_a_visit_by_its_reference(store):
    visit = begun(store)
    with store.read() as tx:
        assert visits.find_by_reference(tx, visit.reference) == visit
        assert visits.find_by_reference(tx, "2222-2222") is None


def test_the_list_holds_the_wanted_visits_in_the_order_they_began(store):
    with store.write() as tx:
        hour = timedelta(hours=1)
        made = [visits.begin(tx, ARRIVAL, NOW + number * hour) for number in range(3)]
        visits.finish(tx, made[2], Ending(0, VisitStatus.CLOSED, "staff:1"), TONIGHT)
        everyone = visits.list_for_clinic(tx, NOW + hour)
        assert [visit.id for visit in everyone] == [made[1].id, made[2].id]
        waiting = visits.list_for_clinic(tx, NOW, [VisitStatus.IN_PROGRESS])
        assert [visit.id for visit in waiting] == [made[0].id, made[1].id]


def test_a_new_level_leaves_the_answers_and_the_revision_alone(store):
    visit = begun(store)
    with store.write() as tx:
        visits.relevel(tx, visit, b"same day", LATER)
    now = reopened(store, visit)
    assert (now.level, now.body, now.revision) == (b"same day", visit.body, 0)


@pytest.mark.parametrize("column", ["identity", "body", "level"])
def test_the_answers_of_two_visits_cannot_be_swapped(store, column):
    first, second = begun(store, "token 1"), begun(store, "token 2")
    with store.write() as tx:
        sealed = dict(tx.connection.execute(select(table.c.id, table.c[column])).all())
        for mine, other in ((first.id, second.id), (second.id, first.id)):
            change = update(table).where(table.c.id == mine).values({column: sealed[other]})
            tx.connection.execute(change)
    with store.read() as tx:
        with pytest.raises(SealBroken):
            visits.open_for_clinic(tx, first.id)
        with pytest.raises(SealBroken):
            visits.open_for_tablet(tx, "token 2", LATER)


def test_two_columns_of_a_visit_cannot_be_swapped(store):
    visit = begun(store)
    with store.write() as tx:
        change = update(table).values(body=table.c.identity, identity=table.c.body)
        tx.connection.execute(change)
    with store.read() as tx, pytest.raises(SealBroken):
        visits.open_for_clinic(tx, visit.id)


def test_a_time_without_a_zone_is_refused(store):
    with pytest.raises(StoreError), store.write() as tx:
        visits.begin(tx, ARRIVAL, NOW.replace(tzinfo=None))


def test_a_visit_nobody_began_is_none(store):
    with store.read() as tx:
        assert visits.open_for_clinic(tx, "invented") is None


def test_a_printed_secret_shows_only_when_it_expires():
    assert repr(Secret("token-of-zebedee", TONIGHT)) == f"Secret(expires_at={TONIGHT.isoformat()})"


def test_a_reference_is_given_to_one_visit_only(store):
    drawn = iter([b"id 1", b"same", b"id 2", b"same", b"other"])

    def entropy(length):
        return next(drawn).ljust(16) if length == 16 else secrets.token_bytes(length)

    with replace(store, entropy=entropy).write() as tx:
        first, second = (visits.begin(tx, ARRIVAL, NOW) for _ in range(2))
    assert first.reference != second.reference
    assert next(drawn, None) is None


def test_a_printed_visit_shows_nothing_of_the_patient(store):
    told = repr(begun(store))
    assert "Zebedee" not in told
    assert "answers" not in told


def test_grants_that_expired_are_swept_away_when_the_next_visit_begins(store):
    begun(store)
    with store.write() as tx:
        visits.begin(tx, ARRIVAL, TONIGHT)
        assert tx.connection.exec_driver_sql("SELECT count(*) FROM grants").scalar() == 0
