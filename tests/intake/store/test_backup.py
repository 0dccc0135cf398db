import secrets
from datetime import timedelta

import pytest

from intake.store import BackupRefused, StoreError, StoreIsBusy, audit, open_store, prepare
from intake.store.audit import Head, Intact
from intake.store.backup import back_up, backups, restore
from intake.store.migration import newest_revision
from tests.intake.store.samples import LATER, NOW, begun, reopened, saved

HOUR = timedelta(hours=1)


def test_a_backup_brings_back_what_it_was_made_of(home, store):
    visit = begun(store)
    saved(store, visit, 0, b"before the backup")
    back_up(home.database, home.backups, NOW)
    saved(store, visit, 1, b"after the backup")
    store.close()
    restore(backups(home.backups)[-1], home.database)
    again = open_store(home, secrets.token_bytes)
    assert reopened(again, visit).body == b"before the backup"
    with again.read() as tx:
        assert isinstance(audit.verify(tx), Intact)
    again.close()


def test_what_a_restore_replaced_is_kept_beside_it(home, store):
    visit = begun(store)
    back_up(home.database, home.backups, NOW)
    saved(store, visit, 0, b"after the backup")
    store.close()
    restore(backups(home.backups)[-1], home.database)
    (home.folder / "replaced-anteroom.db").replace(home.database)
    assert reopened(store, visit).body == b"after the backup"


def test_a_store_in_use_is_not_replaced(home, store):
    visit = begun(store)
    back_up(home.database, home.backups, NOW)
    saved(store, visit, 0, b"after the backup")
    with pytest.raises(StoreIsBusy, match="Stop the program"):
        restore(backups(home.backups)[-1], home.database)
    assert reopened(store, visit).body == b"after the backup"


def test_a_damaged_store_can_be_replaced(home, store):
    visit = begun(store)
    back_up(home.database, home.backups, NOW)
    store.close()
    home.database.write_bytes(b"overwritten" * 1000)
    restore(backups(home.backups)[-1], home.database)
    assert reopened(store, visit) == visit


def test_what_a_killed_backup_left_behind_is_no_backup_and_goes(home, store):
    begun(store)
    home.backups.mkdir(mode=0o700)
    for suffix in ("", "-wal", "-journal"):
        (home.backups / f"unfinished.db{suffix}").write_bytes(b"half a backup")
    back_up(home.database, home.backups, NOW)
    left = sorted(path.suffix for path in home.backups.iterdir())
    assert left == ["", ".db", ".json"]


@pytest.mark.parametrize("number", [0, 1])
def test_a_harmed_backup_is_not_taken_for_the_newest(home, store, number):
    begun(store)
    back_up(home.database, home.backups, NOW)
    harmed = sorted(home.backups.glob("anteroom-*"))[number]
    harmed.write_bytes(harmed.read_bytes()[:-7])
    back_up(home.database, home.backups, LATER)
    assert len(backups(home.backups)) == 2


def test_a_manifest_tells_the_schema_and_the_head_of_the_audit_chain(home, store):
    begun(store)
    manifest = back_up(home.database, home.backups, NOW)
    with store.read() as tx:
        assert Head(manifest.audit_sequence, manifest.audit_mac) == audit.head(tx)
    assert (manifest.schema_revision, manifest.made_at) == (newest_revision(), NOW)


def test_a_backup_is_whole_while_others_write(home, store):
    visit = begun(store)
    for revision in range(5):
        saved(store, visit, revision, f"revision {revision}".encode())
    with store.write():
        back_up(home.database, home.backups, NOW)
    store.close()
    restore(backups(home.backups)[-1], home.database)
    again = open_store(home, secrets.token_bytes)
    assert reopened(again, visit).revision == 5
    again.close()


def test_a_start_without_a_change_makes_no_second_backup(home, store):
    begun(store)
    store.close()
    for number in range(3):
        prepare(home, secrets.token_bytes, NOW + number * HOUR).close()
    assert len(backups(home.backups)) == 1


def test_only_the_newest_backups_are_kept(home, store):
    visit = begun(store)
    for number in range(6):
        saved(store, visit, number, b"another answer")
        back_up(home.database, home.backups, NOW + number * HOUR, kept=3)
    names = sorted(path.stem for path in home.backups.glob("anteroom-*"))
    assert len(names) == 6
    assert names[0] == f"anteroom-{NOW + 3 * HOUR:%Y%m%dT%H%M%S%f}Z"


def test_nobody_else_can_read_a_backup(home, store):
    begun(store)
    back_up(home.database, home.backups, NOW)
    assert home.backups.stat().st_mode & 0o777 == 0o700
    modes = {path.stat().st_mode & 0o777 for path in home.backups.glob("anteroom-*")}
    assert modes == {0o600}


def alter(folder):
    content = bytearray(next(folder.glob("*.db")).read_bytes())
    content[5000] ^= 1
    next(folder.glob("*.db")).write_bytes(content)


def lose(folder):
    next(folder.glob("*.db")).unlink()


def point_elsewhere(folder):
    manifest = next(folder.glob("*.json"))
    name = next(folder.glob("*.db")).name
    manifest.write_text(manifest.read_text().replace(name, "../../elsewhere.db"))


def make_newer(folder):
    manifest = next(folder.glob("*.json"))
    manifest.write_text(manifest.read_text().replace(f'"{newest_revision()}"', '"9999"'))


def garble(folder):
    next(folder.glob("*.json")).write_text("{")


@pytest.mark.parametrize("harm", [alter, lose, point_elsewhere, make_newer, garble])
def test_a_backup_that_is_not_what_it_was_is_refused_and_changes_nothing(home, store, harm):
    visit = begun(store)
    back_up(home.database, home.backups, NOW)
    saved(store, visit, 0, b"after the backup")
    harm(home.backups)
    with pytest.raises(BackupRefused):
        restore(next(home.backups.glob("*.json")), home.database)
    assert reopened(store, visit).body == b"after the backup"


def test_no_backup_is_made_of_a_damaged_store(home, store):
    begun(store)
    back_up(home.database, home.backups, NOW)
    store.close()
    content = bytearray(home.database.read_bytes())
    content[8192:40960] = b"\xff" * (40960 - 8192)
    home.database.write_bytes(content)
    with pytest.raises(StoreError):
        back_up(home.database, home.backups, LATER)
    assert len(list(home.backups.glob("*.db"))) == 1


def test_a_manifest_that_is_not_there_is_told_plainly(home):
    with pytest.raises(BackupRefused, match="not the manifest"):
        restore(home.backups / "anteroom-20260314.json", home.database)
