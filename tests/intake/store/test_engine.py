import pytest

from intake.store import StoreError


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("busy_timeout", 10_000),
    ],
)
def test_every_connection_is_set_up_to_lose_nothing(store, pragma, value):
    with store.write() as tx:
        assert tx.connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_read_transaction_cannot_write(store):
    with pytest.raises(StoreError), store.read() as tx:
        tx.connection.exec_driver_sql("DELETE FROM heartbeat")


def test_a_write_transaction_can_write_after_a_read_one_used_its_connection(store):
    with store.read():
        pass
    with store.write() as tx:
        tx.connection.exec_driver_sql("DELETE FROM heartbeat")


def test_no_message_shows_sql_or_what_was_in_it(store):
    with pytest.raises(StoreError) as caught, store.write() as tx:
        tx.connection.exec_driver_sql("INSERT INTO visits (id) VALUES (?)", ("Zebedee Madeup",))
    told = f"{caught.value!s} {caught.value!r} {caught.value.code}"
    assert "Zebedee" not in told
    assert "INSERT" not in told
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
