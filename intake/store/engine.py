"""The only place that makes database engines.

One transaction writes at a time, on both databases: each locks when it begins, so what it reads is
still so when it writes. On SQLite that is BEGIN IMMEDIATE (a deferred one fails under concurrency
whatever the timeout, and a migration would not be atomic), on PostgreSQL an advisory lock.
``synchronous=FULL`` makes an acknowledged answer survive a power cut.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from intake.store.errors import StoreIsUnavailable

READ_ONLY = "anteroom_read_only"
_WRITER_LOCK = 0x616E7465  # any number, the same for every process
_PRAGMAS = (
    "busy_timeout=10000",  # first: the others may have to wait for a lock
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "trusted_schema=OFF",
)


def make_engine(url: URL, *, foreign_keys: bool = True) -> Engine:
    """Make the engine of a store; ``foreign_keys`` is off only while a migration rebuilds tables.

    Errors raised through it never show the parameters of a statement. Raises StoreIsUnavailable
    when there is no driver for this kind of database.
    """
    makers: dict[str, Callable[[URL], Engine]] = {
        "sqlite": partial(_sqlite, foreign_keys=foreign_keys),
        "postgresql": _postgresql,
    }
    if url.get_backend_name() not in makers:
        raise StoreIsUnavailable("DATABASE_URL must name an SQLite database.")
    try:
        return makers[url.get_backend_name()](url)
    except (ModuleNotFoundError, NoSuchModuleError):
        driver = f"The driver {url.drivername} is not installed: only SQLite is supported now."
        raise StoreIsUnavailable(driver) from None


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _sqlite(url: URL, *, foreign_keys: bool) -> Engine:
    pragmas = (*_PRAGMAS, f"foreign_keys={'ON' if foreign_keys else 'OFF'}")

    def set_up(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver begins no transaction behind our back
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    engine = create_engine(url, hide_parameters=True, pool_size=8, max_overflow=24)
    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _begin_sqlite(connection: Connection) -> None:
    read_only = _is_read_only(connection)
    connection.exec_driver_sql(f"PRAGMA query_only={int(read_only)}")
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _begin_postgresql(connection: Connection) -> None:
    connection.exec_driver_sql(
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
        if _is_read_only(connection)
        else f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})"
    )


def _is_read_only(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get(READ_ONLY))
