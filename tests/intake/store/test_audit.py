# ruff: noqa: S608 - the statements are the tampering
import sqlite3
from contextlib import closing, suppress

import pytest
from sqlalchemy import delete, update

from intake.store import StoreError, audit, visits
from intake.store.audit import Broken, Event, Head, Intact
from intake.store.schema import audit as table
from tests.intake.store.samples import ARRIVAL, LATER, NOW, begun, saved

ROWS = 12


def filled(store):
    """Write a dozen rows and tell the head."""
    with store.write() as tx:
        for number in range(ROWS):
            audit.record(tx, Event(f"staff:{number}", "record.opened", f"visit-{number}"), NOW)
        return audit.head(tx)


def tamper(home, *statements):
    """Change the file behind the program's back, triggers and all."""
    with closing(sqlite3.connect(home.database)) as connection:
        for verb in ("update", "delete"):
            connection.execute(f"DROP TRIGGER audit_never_{verb}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def verified(store, anchor=None):
    with store.read() as tx:
        return audit.verify(tx, anchor)


def test_a_chain_nobody_touched_is_intact(store):
    head = filled(store)
    assert head.sequence == ROWS
    assert verified(store) == Intact(head)
    assert verified(store, head) == Intact(head)


def test_an_empty_chain_is_intact(store):
    assert verified(store) == Intact(Head(0, "0" * 64))


def test_a_chain_that_grew_since_the_anchor_is_intact(store):
    anchor = filled(store)
    head = filled(store)
    assert verified(store, anchor) == Intact(head)


@pytest.mark.parametrize(
    "assignment",
    [
        "at = '2026-03-14 09:31:00.000000'",
        "actor = 'staff:other'",
        "action = 'record.closed'",
        "subject = 'visit-other'",
        "detail = 'added'",
        "key_id = '00000000'",
        "mac = '" + "0" * 64 + "'",
    ],
    ids=lambda text: text.split(" ")[0],
)
@pytest.mark.parametrize("sequence", [1, 6, ROWS])
def test_an_altered_row_is_noticed(home, store, assignment, sequence):
    filled(store)
    tamper(home, f"UPDATE audit SET {assignment} WHERE sequence = {sequence}")
    assert verified(store) == Broken(sequence)


@pytest.mark.parametrize("sequence", [1, 6, ROWS - 1])
def test_a_removed_row_is_noticed_also_when_the_rest_is_renumbered(home, store, sequence):
    filled(store)
    tamper(
        home,
        f"DELETE FROM audit WHERE sequence = {sequence}",
        f"UPDATE audit SET sequence = sequence - 1 WHERE sequence > {sequence}",
    )
    assert verified(store) == Broken(sequence)


def test_swapped_rows_are_noticed(home, store):
    filled(store)
    tamper(
        home,
        "UPDATE audit SET sequence = -1 WHERE sequence = 4",
        "UPDATE audit SET sequence = 4 WHERE sequence = 5",
        "UPDATE audit SET sequence = 5 WHERE sequence = -1",
    )
    assert verified(store) == Broken(4)


def test_an_inserted_row_is_noticed(home, store):
    filled(store)
    tamper(
        home,
        f"INSERT INTO audit SELECT {ROWS + 1}, at, actor, action, subject, detail, key_id, mac "
        f"FROM audit WHERE sequence = {ROWS}",
    )
    assert verified(store) == Broken(ROWS + 1)


def test_a_chain_cut_short_is_noticed_against_a_head_kept_elsewhere(home, store):
    anchor = filled(store)
    tamper(home, "DELETE FROM audit WHERE sequence > 9")
    assert isinstance(verified(store), Intact)
    assert verified(store, anchor) == Broken(10)


def test_a_chain_written_anew_is_noticed_against_a_head_kept_elsewhere(store):
    head = filled(store)
    assert verified(store, Head(head.sequence, "0" * 64)) == Broken(head.sequence)


def test_the_database_refuses_to_change_the_chain(store):
    filled(store)
    for change in (update(table).values(actor="nobody"), delete(table)):
        with pytest.raises(StoreError), store.write() as tx:
            tx.connection.execute(change)


def test_what_is_undone_leaves_no_row(store):
    with suppress(RuntimeError), store.write() as tx:
        visits.begin(tx, ARRIVAL, NOW)
        raise RuntimeError
    assert verified(store) == Intact(Head(0, "0" * 64))


def test_every_change_of_a_visit_is_on_record(store):
    visit = begun(store)
    saved(store, visit, 0, b"one answer")
    with store.read() as tx:
        events = [(entry.event.action, entry.at) for entry in audit.entries(tx, visit.id)]
    assert events == [("visit.begun", NOW), ("visit.saved", LATER)]
