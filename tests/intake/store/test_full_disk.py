import pytest
from sqlalchemy import event

from intake.store import StoreIsFull
from tests.intake.store.samples import begun, reopened, saved

ROOM = 40  # pages more than the store has


def leave_room_for(store, pages):
    """Let the database grow by so many pages and no more."""
    with store.read() as tx:
        used = tx.connection.exec_driver_sql("PRAGMA page_count").scalar()
    store.engine.dispose()

    @event.listens_for(store.engine, "connect")
    def limit(connection, _):
        connection.execute(f"PRAGMA max_page_count={used + pages}")


def test_a_full_disk_is_told_plainly_and_everything_saved_stays(store):
    visit = begun(store)
    leave_room_for(store, ROOM)
    saved(store, visit, 0, b"an answer")
    with pytest.raises(StoreIsFull, match="no room left") as caught:
        saved(store, visit, 1, bytes(2 * ROOM * 4096))
    assert "UPDATE" not in str(caught.value)
    now = reopened(store, visit)
    assert (now.revision, now.body) == (1, b"an answer")
    saved(store, visit, 1, b"an answer that fits")
    assert reopened(store, visit).revision == 2


def test_a_full_store_goes_on_when_there_is_room_again(store):
    visit = begun(store)
    leave_room_for(store, 2)
    with pytest.raises(StoreIsFull):
        saved(store, visit, 0, bytes(100_000))
    leave_room_for(store, 1000)
    saved(store, visit, 0, bytes(100_000))
    assert reopened(store, visit).revision == 1
