"""A consent comes before its visit, is used once, and is forgotten when no visit follows."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select, update

from intake.store import Secret, StoreError, audit, consents, notices, schema, visits
from intake.store.consents import NewConsent
from intake.store.notices import StoredNotice
from tests.intake.store.samples import ARRIVAL, LATER, NOW

TOKEN = "consent-of-zebedee"  # noqa: S105 - opens a made-up store only
UNTIL = NOW + timedelta(minutes=10)
AGREED = NewConsent("Window seat", 1, b"notice 1, a signature")


def agreed(store, token=TOKEN):
    with store.write() as tx:
        if notices.newest(tx) is None:
            notices.keep(tx, 1, b"what is read", "system", NOW)
        return consents.agree(tx, AGREED, Secret(token, UNTIL), NOW)


def rows(store, table):
    with store.read() as tx:
        return tx.connection.execute(select(func.count()).select_from(table)).scalar_one()


def actions(store):
    with store.read() as tx:
        return [entry.event.action for entry in audit.entries(tx)]


def test_a_consent_waits_for_its_visit_and_is_opened_by_its_own_tablet_alone(store):
    agreed(store)
    with store.read() as tx:
        assert consents.waiting(tx, TOKEN, LATER) == AGREED.body
        assert consents.waiting(tx, "another", LATER) is None
        assert consents.waiting(tx, TOKEN, UNTIL) is None


def test_a_consent_begins_one_visit_and_stays_with_it(store):
    consent_id = agreed(store)
    with store.write() as tx:
        spent = consents.spend(tx, TOKEN, LATER)
        assert spent is not None
        assert spent == consent_id
        assert consents.spend(tx, TOKEN, LATER) is None
        visit = visits.begin(tx, ARRIVAL, LATER)
        consents.tie(tx, spent, visit, LATER)
        assert consents.spend(tx, TOKEN, LATER) is None
        other = visits.begin(tx, ARRIVAL, LATER)
        consents.tie(tx, spent, other, LATER)
    with store.read() as tx:
        assert consents.of_visit(tx, visit.id) == AGREED.body
        assert consents.of_visit(tx, other.id) is None
        assert consents.waiting(tx, TOKEN, LATER) is None
    assert "visit.consented" in actions(store)


@pytest.mark.parametrize(("token", "at"), [("another", LATER), (TOKEN, UNTIL)])
def test_no_visit_begins_on_an_unknown_or_old_consent(store, token, at):
    agreed(store)
    with store.write() as tx:
        assert consents.spend(tx, token, at) is None


def test_a_consent_no_visit_followed_is_forgotten_with_its_key(store):
    keys = rows(store, schema.record_keys)
    agreed(store)
    with store.write() as tx:
        consents.forget_expired(tx, LATER)
    assert rows(store, schema.consents) == 1
    with store.write() as tx:
        consents.forget_expired(tx, UNTIL)
    assert rows(store, schema.consents) == 0
    assert rows(store, schema.record_keys) == keys
    assert actions(store)[-1] == "consent.forgotten"


def test_the_consent_of_a_visit_is_never_forgotten(store):
    agreed(store)
    with store.write() as tx:
        spent = consents.spend(tx, TOKEN, LATER)
        assert spent
        consents.tie(tx, spent, visits.begin(tx, ARRIVAL, LATER), LATER)
        consents.forget_expired(tx, UNTIL)
    assert rows(store, schema.consents) == 1


def test_notices_are_numbered_and_the_last_one_is_in_force(store):
    with store.write() as tx:
        assert notices.newest(tx) is None
        notices.keep(tx, 1, b"first", "system", NOW)
        notices.keep(tx, 2, b"second", "staff:1", LATER)
    with store.read() as tx:
        newest, first = notices.newest(tx), notices.notice(tx, 1)
        assert notices.notice(tx, 3) is None
    assert newest == StoredNotice(2, b"second", LATER, "staff:1")
    assert first == StoredNotice(1, b"first", NOW, "system")
    assert actions(store)[-2:] == ["notice.kept", "notice.kept"]


@pytest.mark.parametrize(
    "change",
    [
        update(schema.notices).values(document=b"other words"),
        delete(schema.notices),
    ],
    ids=["update", "delete"],
)
def test_the_database_keeps_every_notice_as_it_was_read(store, change):
    with store.write() as tx:
        notices.keep(tx, 1, b"first", "system", NOW)
    with pytest.raises(StoreError), store.write() as tx:
        tx.connection.execute(change)
    with store.read() as tx:
        kept = notices.newest(tx)
    assert kept == StoredNotice(1, b"first", NOW, "system")


def test_how_far_a_patient_has_come_is_kept_until_the_consent_is_spent(store):
    agreed(store)
    with store.write() as tx:
        assert consents.place(tx, TOKEN, LATER) is None
        consents.keep_place(tx, TOKEN, b"at the name", LATER)
        consents.keep_place(tx, "another", b"elsewhere", LATER)
        assert consents.place(tx, TOKEN, LATER) == b"at the name"
        assert consents.place(tx, "another", LATER) is None
        assert consents.place(tx, TOKEN, UNTIL) is None
        consents.spend(tx, TOKEN, LATER)
        kept = tx.connection.execute(select(schema.consents.c.place)).scalar_one()
    assert kept is None
