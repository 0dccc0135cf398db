"""Bringing a store's tables to the form this version of the program expects, all or nothing."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import URL, Connection, Engine, inspect

from intake.store.engine import make_engine
from intake.store.errors import NotAStore, StoreError, StoreIsNewer, StoreIsOlder, plainly

SCRIPTS = Path(__file__).parent / "migrations"


def newest_revision() -> str:
    """The schema revision this version of the program works with."""
    return str(_scripts().get_current_head())


def current_revision(engine: Engine) -> str | None:
    """The schema revision a database is at; None when it is empty. Raises NotAStore."""
    with plainly(), engine.connect() as connection:
        return _current(connection)


def is_known(revision: str) -> bool:
    """Say whether this version of the program can read or upgrade that schema revision."""
    try:
        return _scripts().get_revision(revision) is not None
    except CommandError:
        return False


def require_newest(engine: Engine) -> None:
    """Refuse to work with a store in any other form; raises StoreIsNewer or StoreIsOlder."""
    revision = current_revision(engine)
    _require_known(revision)
    if revision != newest_revision():
        raise StoreIsOlder("The store is not ready for this version: start the program once.")


def upgrade(url: URL) -> None:
    """Migrate to the newest revision in one transaction; two processes at once are safe.

    Killed at any moment, the store is as it was, and the next upgrade does the work again. Raises
    StoreIsNewer and changes nothing when the store is of a newer version.
    """
    engine = make_engine(url, foreign_keys=False)
    try:
        with plainly(), engine.begin() as connection:
            _require_known(_current(connection))
            command.upgrade(_config(connection), "head")
            _check_foreign_keys(connection)
    finally:
        engine.dispose()


def _current(connection: Connection) -> str | None:
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None and set(inspect(connection).get_table_names()) - {"alembic_version"}:
        raise NotAStore("This database belongs to another program; Anteroom leaves it alone.")
    return revision


def _require_known(revision: str | None) -> None:
    if revision is not None and not is_known(revision):
        raise StoreIsNewer(
            "This store was last used by a newer version of Anteroom. Nothing was changed: "
            "start that version, or restore a backup made before it."
        )


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StoreError("The migration would have broken links between records; it was undone.")


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
