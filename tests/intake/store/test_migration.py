import shutil
import signal
import sqlite3
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from intake.store import (
    NotAStore,
    StoreError,
    StoreIsNewer,
    StoreIsOlder,
    migration,
    open_store,
    prepare,
)
from intake.store.schema import metadata
from tests.intake.store.samples import LATER, begun, reopened
from tests.intake.store.victims import prepare_and_die, started

NEXT = '''"""Rebuild a table, as a change of a column does on SQLite."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{newest}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Rebuild."""
    with op.batch_alter_table("visits", recreate="always") as visits:
        visits.add_column(sa.Column("room", sa.Text, nullable=False, server_default="none"))
    op.create_table("rooms", sa.Column("id", sa.Integer, primary_key=True))
'''


@pytest.fixture
def newer_scripts(tmp_path):
    """Give the migrations of a version after this one."""
    folder = tmp_path / "migrations"
    shutil.copytree(migration.SCRIPTS, folder)
    newest = NEXT.format(newest=migration.newest_revision())
    (folder / "versions" / "9999_next.py").write_text(newest, encoding="utf-8")
    return folder


def upgraded(home, scripts, monkeypatch):
    """Upgrade a store as that later version would."""
    with monkeypatch.context() as patch:
        patch.setattr(migration, "SCRIPTS", scripts)
        migration.upgrade(home.url)


def died(home, statement, scripts):
    """Prepare in a process that dies before the n-th statement; say whether it got that far."""
    process, told = started(prepare_and_die, home, statement, scripts)
    process.join()
    code = process.exitcode
    process.close()
    told.close()
    assert code in {0, -signal.SIGKILL}
    return code != 0


def shape(home):
    """Tell every table, index and trigger of the file."""
    with closing(sqlite3.connect(home.database)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def test_the_migrations_make_exactly_the_tables_the_program_uses(store):
    with store.read() as tx:
        context = MigrationContext.configure(tx.connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_migration_has_one_before_it_and_a_number():
    names = sorted(path.name for path in (migration.SCRIPTS / "versions").glob("*.py"))
    numbers = [name.partition("_")[0] for name in names]
    assert numbers == [f"{number + 1:04}" for number in range(len(names))]
    assert migration.newest_revision() == names[-1][:4]


def test_a_store_of_a_newer_version_is_refused_and_left_as_it_is(
    home, store, newer_scripts, monkeypatch
):
    begun(store)
    store.close()
    upgraded(home, newer_scripts, monkeypatch)
    before = shape(home)
    for opening in (lambda: prepare(home, bytes, LATER), lambda: open_store(home, bytes)):
        with pytest.raises(StoreIsNewer, match="newer version of Anteroom"):
            opening()
    assert shape(home) == before


def test_an_older_store_is_not_used_before_it_is_prepared(home, store, newer_scripts, monkeypatch):
    store.close()
    with monkeypatch.context() as patch:
        patch.setattr(migration, "SCRIPTS", newer_scripts)
        with pytest.raises(StoreIsOlder, match="start the program once"):
            open_store(home, bytes)


def test_a_store_is_backed_up_before_it_is_migrated(home, store, newer_scripts, monkeypatch):
    begun(store)
    store.close()
    with monkeypatch.context() as patch:
        patch.setattr(migration, "SCRIPTS", newer_scripts)
        prepare(home, bytes, LATER).close()
    (copy,) = home.backups.glob("*.db")
    with closing(sqlite3.connect(copy)) as connection:
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    assert revision == (migration.newest_revision(),)


def test_a_first_start_killed_before_any_statement_is_made_good_by_the_next(home, newer_scripts):
    statement = 1
    while died(home, statement, newer_scripts):
        statement += 3
        if statement % 2:
            shutil.rmtree(home.folder)  # sometimes nothing is left of the try before
    assert statement > 40
    with closing(sqlite3.connect(home.database)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


def test_a_migration_killed_before_any_statement_loses_nothing_and_runs_again(
    home, store, newer_scripts
):
    visit = begun(store)
    store.close()
    before = shape(home)
    statement = 1
    while died(home, statement, newer_scripts):
        if shape(home) == before:  # died before the commit: this version can still use it
            assert reopened(store, visit) == visit
            store.close()
        statement += 1
    assert statement > 15
    with closing(sqlite3.connect(home.database)) as connection:
        assert connection.execute("SELECT id, room FROM visits").fetchall() == [(visit.id, "none")]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        left_over = "SELECT count(*) FROM sqlite_schema WHERE name LIKE '_alembic_tmp%'"
        assert connection.execute(left_over).fetchone() == (0,)


def test_a_migration_that_would_break_links_between_records_is_undone(
    home, store, newer_scripts, monkeypatch
):
    visit = begun(store)
    store.close()
    script = newer_scripts / "versions" / "9999_next.py"
    losing = '    op.execute("DELETE FROM visits")\n'
    script.write_text(script.read_text(encoding="utf-8") + losing, encoding="utf-8")
    with pytest.raises(StoreError, match="undone"):
        upgraded(home, newer_scripts, monkeypatch)
    assert reopened(store, visit) == visit


def test_tables_without_a_revision_are_another_program_s(home):
    home.folder.mkdir()
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")
    with pytest.raises(NotAStore):
        migration.upgrade(home.url)
