import secrets

import pytest

from intake.store import (
    Home,
    KeyIsWrong,
    KeyMissing,
    NotAStore,
    StoreIsDamaged,
    StoreIsUnavailable,
    open_store,
    prepare,
    visits,
)
from tests.intake.store.samples import LATER, NOW, begun, reopened
from tests.intake.store.victims import prepare_and_tell, started


def prepared(home):
    return prepare(home, secrets.token_bytes, LATER)


def test_a_first_start_makes_a_home_only_its_owner_can_enter(home, store):
    assert home.folder.stat().st_mode & 0o777 == 0o700
    begun(store)
    modes = {path.stat().st_mode & 0o777 for path in home.folder.glob("anteroom.db*")}
    assert modes == {0o600}


def test_a_store_opens_again_with_everything_in_it(home, store):
    visit = begun(store)
    store.close()
    again = prepared(home)
    assert reopened(again, visit) == visit
    again.close()


def test_a_second_process_opens_a_prepared_store(home, store):
    visit = begun(store)
    second = open_store(home, secrets.token_bytes)
    assert reopened(second, visit) == visit
    second.close()


def test_a_store_that_was_never_prepared_does_not_open(home):
    with pytest.raises(StoreIsUnavailable, match="no store"):
        open_store(home, secrets.token_bytes)


def test_no_new_keys_are_made_for_a_store_that_has_lost_its_own(home, store):
    begun(store)
    store.close()
    kept = (home.keys / "clinic-0001.key").read_bytes()
    (home.keys / "clinic-0001.key").unlink()
    with pytest.raises(KeyMissing, match="clinic key"):
        prepared(home)
    assert not (home.keys / "clinic-0001.key").exists()
    lost = home.keys / "clinic-0001.key"
    lost.touch(mode=0o600)
    lost.write_bytes(kept)
    prepared(home).close()


@pytest.mark.parametrize("purpose", ["clinic", "audit", "index"])
def test_the_keys_of_another_store_are_refused(home, store, purpose):
    begun(store)
    store.close()
    (home.keys / f"{purpose}-0001.key").write_text(secrets.token_hex(32), encoding="ascii")
    with pytest.raises(KeyIsWrong, match="not the ones"):
        prepared(home)


def test_a_file_that_is_no_database_is_left_alone(home):
    home.folder.mkdir(mode=0o700)
    home.database.write_bytes(b"a shopping list, not a database" * 100)
    with pytest.raises(StoreIsDamaged):
        prepared(home)
    assert home.database.read_bytes().startswith(b"a shopping list")


def test_the_database_of_another_program_is_left_alone(home, store):
    store.close()
    with store.write() as tx:
        tx.connection.exec_driver_sql("DROP TABLE alembic_version")
    store.close()
    with pytest.raises(NotAStore):
        prepared(home)


def test_an_address_that_is_none_is_refused(tmp_path):
    with pytest.raises(StoreIsUnavailable, match="DATABASE_URL"):
        prepared(Home(tmp_path / "home", "not an address"))


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("oracle://clinic", "an SQLite database"),
        ("postgresql+asyncio7://clinic", "only SQLite is supported now"),
    ],
)
def test_a_database_we_cannot_use_is_told_plainly(tmp_path, url, told):
    with pytest.raises(StoreIsUnavailable, match=told):
        prepared(Home(tmp_path / "home", url))


def test_a_folder_that_cannot_be_made_is_told_plainly(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreIsUnavailable, match="cannot be used"):
        prepared(Home(tmp_path / "file" / "home"))


def test_four_first_starts_at_once_give_one_store(home):
    starts = [started(prepare_and_tell, home) for _ in range(4)]
    assert len({told.recv() for _, told in starts}) == 1
    for process, told in starts:
        process.join()
        assert process.exitcode == 0
        process.close()
        told.close()


def test_a_store_says_that_it_can_be_written(store):
    assert store.is_writable(NOW)
    assert store.is_writable(LATER)


def test_a_store_whose_file_is_gone_wrong_says_that_it_cannot_be_written(home, store):
    store.close()
    home.database.write_bytes(b"overwritten" * 1000)
    assert not store.is_writable(NOW)


def test_a_printed_store_shows_no_key(store):
    told = repr((store, store.keyring))
    assert store.keyring.clinic.secret.hex() not in told
    assert repr(store.keyring.clinic.secret) not in told


def test_the_token_of_one_store_opens_nothing_in_another(store, tmp_path):
    begun(store)
    other = prepared(Home(tmp_path / "other"))
    with other.read() as tx:
        assert visits.open_for_tablet(tx, "token-of-zebedee", LATER) is None
    other.close()
