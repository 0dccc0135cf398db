"""Backups of the SQLite file: complete while the store is in use, checked, and with a manifest.

A backup holds only what the database holds: sealed values. The keys are not in it; keep them
elsewhere.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from intake.store.alone import alone_in
from intake.store.errors import BackupRefused, StoreIsBusy, plainly
from intake.store.migration import is_known

KEPT = 10
_Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
_FileName = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]+\.db$")]


class Manifest(BaseModel):
    """What a backup holds, and how to know that it still does."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: _FileName
    sha256: _Sha256
    made_at: datetime
    schema_revision: str
    audit_sequence: int
    audit_mac: str


def back_up(database: Path, folder: Path, now: datetime, kept: int = KEPT) -> Manifest:
    """Copy a store that may be in use, check the copy, and keep the newest ``kept`` backups.

    When nothing was written since the newest backup, that one is returned and none is made. Raises
    BackupRefused when the copy is not whole, StoreIsFull when there is no room for it.
    """
    draft = folder / "unfinished.db"
    with alone_in(folder):
        _remove(draft)
        try:
            with plainly():
                found = _copy(database, draft)
            newest = _newest(folder)
            if newest is not None and _holds_the_same(newest, found):
                return newest
            manifest = _put_in_place(draft, folder, found, now)
        finally:
            _remove(draft)
        _forget_old(folder, kept)
    return manifest


def backups(folder: Path) -> tuple[Path, ...]:
    """The manifests of the finished backups, the oldest first."""
    return tuple(sorted(folder.glob("anteroom-*.json")))


def restore(manifest_path: Path, database: Path) -> Manifest:
    """Put a backup in the place of the store, which no process may have open.

    The store as it was stays beside it as ``replaced-anteroom.db``. Raises BackupRefused when the
    backup is not what its manifest says, StoreIsBusy when the program is running; nothing has
    changed then.
    """
    manifest = _read_manifest(manifest_path)
    source = manifest_path.with_name(manifest.file)
    with alone_in(database.parent):
        if not source.is_file() or _sha256(source) != manifest.sha256:
            raise BackupRefused(f"{source.name} is missing or was altered since it was made.")
        if not is_known(manifest.schema_revision):
            raise BackupRefused(f"{source.name} was made by a newer version of Anteroom.")
        draft = database.with_name("restored.db")
        _remove(draft)
        _write(draft, source.read_bytes())
        _set_aside(database)
        draft.replace(database)
        _sync_folder(database.parent)
    return manifest


_Found = tuple[str, int, str]


def _copy(database: Path, draft: Path) -> _Found:
    draft.touch(mode=0o600)
    with (
        closing(sqlite3.connect(f"{database.as_uri()}?mode=rw", uri=True)) as source,
        closing(sqlite3.connect(draft)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, complete in itself
        return _look_into(target)


def _look_into(copy: sqlite3.Connection) -> _Found:
    if copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise BackupRefused("The database is damaged, so no backup of it was made.")
    revision = copy.execute("SELECT version_num FROM alembic_version").fetchone()
    last = "SELECT sequence, mac FROM audit ORDER BY sequence DESC LIMIT 1"
    sequence, mac = copy.execute(last).fetchone() or (0, "")
    return str(revision[0]), int(sequence), str(mac)


def _holds_the_same(manifest: Manifest, found: _Found) -> bool:
    return (manifest.schema_revision, manifest.audit_sequence, manifest.audit_mac) == found


def _put_in_place(draft: Path, folder: Path, found: _Found, now: datetime) -> Manifest:
    revision, sequence, mac = found
    name = f"anteroom-{now.astimezone(UTC):%Y%m%dT%H%M%S%f}Z"
    manifest = Manifest(
        file=f"{name}.db",
        sha256=_sha256(draft),
        made_at=now,
        schema_revision=revision,
        audit_sequence=sequence,
        audit_mac=mac,
    )
    _sync(draft)
    draft.replace(folder / manifest.file)
    unfinished = folder / f"{name}.json.new"
    _write(unfinished, manifest.model_dump_json(indent=2).encode() + b"\n")
    unfinished.replace(folder / f"{name}.json")  # last: a backup without a manifest is none
    _sync_folder(folder)
    return manifest


def _newest(folder: Path) -> Manifest | None:
    """Find the newest backup, unless something happened to it."""
    try:
        path = backups(folder)[-1]
        manifest = _read_manifest(path)
        whole = _sha256(path.with_name(manifest.file)) == manifest.sha256
    except (IndexError, OSError, BackupRefused):
        return None
    return manifest if whole else None


def _forget_old(folder: Path, kept: int) -> None:
    for manifest_path in backups(folder)[:-kept]:
        manifest_path.unlink()
        manifest_path.with_suffix(".db").unlink(missing_ok=True)


def _read_manifest(path: Path) -> Manifest:
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        raise BackupRefused(f"{path.name} is not the manifest of a backup.") from None


def _set_aside(database: Path) -> None:
    """Keep the store as it was under another name, whole; its own name never goes missing."""
    if not database.exists():
        return
    _close_log(database)
    aside = database.with_name(f"replaced-{database.name}")
    _remove(aside)
    aside.hardlink_to(database)


def _close_log(database: Path) -> None:
    """Bring everything into the one file, which only works while nobody else has it open."""
    try:
        with closing(sqlite3.connect(database, timeout=0)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname == "SQLITE_BUSY":
            raise StoreIsBusy("The store is in use. Stop the program, then try again.") from None
        _remove(database.with_name(f"{database.name}-wal"))  # a damaged store has nothing to bring


def _remove(database: Path) -> None:
    """Remove a database file and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        database.with_name(f"{database.name}{suffix}").unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)
    _sync(path)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
