"""The store, and what everything in it is done through: a transaction that is all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, update

from intake.store.engine import READ_ONLY
from intake.store.errors import StoreError, plainly
from intake.store.keyring import Keyring
from intake.store.schema import heartbeat

Entropy = Callable[[int], bytes]


@dataclass(frozen=True)
class Transaction:
    """A steady view of the store, and the keys to open what it holds."""

    connection: Connection = field(repr=False)
    keyring: Keyring = field(repr=False)


@dataclass(frozen=True)
class WriteTransaction(Transaction):
    """A transaction that may change the store; it brings fresh random bytes."""

    entropy: Entropy = field(repr=False)

    def new_id(self) -> str:
        """Make an identifier nobody can guess (128 bits, hexadecimal)."""
        return self.entropy(16).hex()


@dataclass(frozen=True)
class Store:
    """An open store: one per process, shared by all its threads."""

    engine: Engine = field(repr=False)
    keyring: Keyring = field(repr=False)
    entropy: Entropy = field(repr=False)

    @contextmanager
    def write(self) -> Iterator[WriteTransaction]:
        """Begin a write transaction; leaving the block commits it, an exception undoes all of it.

        When the block has been left without an exception, everything done in it is on disk.
        """
        with plainly(), self.engine.connect() as connection, connection.begin():
            yield WriteTransaction(connection, self.keyring, self.entropy)

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Begin a transaction that sees one moment of the store and cannot change it."""
        with plainly(), self.engine.connect() as connection:
            connection.execution_options(**{READ_ONLY: True})
            with connection.begin():
                yield Transaction(connection, self.keyring)

    def is_writable(self, now: datetime) -> bool:
        """Say whether a change reaches the disk at this moment, by making one."""
        try:
            with self.write() as tx:
                if not tx.connection.execute(update(heartbeat).values(at=now)).rowcount:
                    tx.connection.execute(insert(heartbeat).values(id=1, at=now))
        except StoreError:
            return False
        return True

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()
