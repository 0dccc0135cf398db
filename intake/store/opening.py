"""Opening the store of a home folder: back up, migrate, check the keys.

A home holds ``anteroom.db``, ``keys/`` and ``backups/``; with a database URL only the last two are
used, and backing that database up is its own tools' work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, insert, make_url, select
from sqlalchemy.exc import ArgumentError

from intake.store.alone import alone_in
from intake.store.backup import back_up
from intake.store.engine import make_engine
from intake.store.errors import KeyIsWrong, StoreIsUnavailable
from intake.store.keyring import Keyring, load_keyring, make_keyring
from intake.store.migration import current_revision, require_newest, upgrade
from intake.store.schema import key_ids
from intake.store.transaction import Entropy, Store


@dataclass(frozen=True)
class Home:
    """Where a store lives: its folder, and a database URL when it is not the file in there."""

    folder: Path
    database_url: str | None = None

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "anteroom.db"

    @property
    def keys(self) -> Path:
        """The folder of the key files; it is not part of any backup."""
        return self.folder / "keys"

    @property
    def backups(self) -> Path:
        """The folder of the backups and their manifests."""
        return self.folder / "backups"

    @property
    def url(self) -> URL:
        """The database's address; raises StoreIsUnavailable when it is not one."""
        if self.database_url is None:
            return URL.create("sqlite", database=str(self.database))
        try:
            return make_url(self.database_url)
        except ArgumentError:
            raise StoreIsUnavailable("DATABASE_URL is not the address of a database.") from None


def default_folder(user_home: Path, *, demo: bool = False) -> Path:
    """Where a store lives when nobody has said where."""
    return user_home / ".local" / "share" / ("anteroom-demo" if demo else "anteroom")


def prepare(home: Home, entropy: Entropy, now: datetime) -> Store:
    """Make or migrate the store of a home and open it; a changed store is backed up first.

    The first start makes the folder and the keys. Raises StoreError: StoreIsNewer, KeyMissing ...
    """
    with alone_in(home.folder):
        if home.database_url is None:
            home.database.touch(mode=0o600)
        fresh = _is_fresh(home)
        keyring = make_keyring(home.keys, entropy) if fresh else load_keyring(home.keys)
        if not fresh and home.database_url is None:
            back_up(home.database, home.backups, now)
        upgrade(home.url)
        return _open(home, keyring, entropy)


def open_store(home: Home, entropy: Entropy) -> Store:
    """Open a store another process has prepared; raises StoreError when it is not ready."""
    if home.database_url is None and not home.database.exists():
        raise StoreIsUnavailable(f"There is no store in {home.folder}.")
    return _open(home, load_keyring(home.keys), entropy)


def _is_fresh(home: Home) -> bool:
    """Say whether the database is still empty; only then may keys be made."""
    engine = make_engine(home.url)
    try:
        return current_revision(engine) is None
    finally:
        engine.dispose()


def _open(home: Home, keyring: Keyring, entropy: Entropy) -> Store:
    engine = make_engine(home.url)
    try:
        require_newest(engine)
        store = Store(engine, keyring, entropy)
        _require_same_keys(store)
    except BaseException:
        engine.dispose()
        raise
    return store


def _require_same_keys(store: Store) -> None:
    with store.write() as tx:
        rows = tx.connection.execute(select(key_ids.c.purpose, key_ids.c.key_id))
        known = {row.purpose: row.key_id for row in rows}
        if not known:
            made = [{"purpose": one, "key_id": key} for one, key in store.keyring.ids.items()]
            tx.connection.execute(insert(key_ids), made)
        elif known != store.keyring.ids:
            raise KeyIsWrong("The key files are not the ones this store was sealed with.")
