"""A sealed record: a row with a key of its own, which the clinic key wraps."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import insert, select

from intake.store.errors import KeyMissing
from intake.store.schema import record_keys
from intake.store.sealing import KEY_BYTES, NONCE_BYTES, Key, Place, seal, unseal
from intake.store.transaction import Transaction, WriteTransaction


@dataclass(frozen=True)
class SealedRecord:
    """One row of a table and the key its columns are sealed with."""

    table: str
    id: str
    key: Key = field(repr=False)

    def seal(self, tx: WriteTransaction, column: str, value: bytes) -> bytes:
        """Seal a value for one column of this row."""
        return seal(self.key, Place(self.table, column, self.id), value, tx.entropy(NONCE_BYTES))

    def unseal(self, column: str, sealed: bytes) -> bytes:
        """Open what this row holds in a column; raises SealBroken."""
        return unseal(self.key, Place(self.table, column, self.id), sealed)


def make_record(tx: WriteTransaction, table: str) -> SealedRecord:
    """Make a new row's identifier and key, and store the key for the clinic."""
    record = SealedRecord(table, tx.new_id(), Key(tx.entropy(KEY_BYTES)))
    wrapped = seal(tx.keyring.clinic, _wrap(record.id), record.key.secret, tx.entropy(NONCE_BYTES))
    tx.connection.execute(insert(record_keys).values(record_id=record.id, wrapped=wrapped))
    return record


def unwrap_for_clinic(
    tx: Transaction, table: str, row_id: str, wrapped: bytes | None
) -> SealedRecord:
    """Open a row's wrapped key with the clinic key; raises KeyMissing when it was shredded."""
    if wrapped is None:
        raise KeyMissing("The key of this record is gone, so it can no longer be read.")
    return SealedRecord(table, row_id, Key(unseal(tx.keyring.clinic, _wrap(row_id), wrapped)))


def record_for_clinic(tx: Transaction, table: str, row_id: str) -> SealedRecord:
    """Find a row's key and open it with the clinic key; raises KeyMissing when it was shredded."""
    found = select(record_keys.c.wrapped).where(record_keys.c.record_id == row_id)
    wrapped = tx.connection.execute(found).scalar_one_or_none()
    return unwrap_for_clinic(tx, table, row_id, wrapped)


def _wrap(row_id: str) -> Place:
    return Place("record_keys", "wrapped", row_id)
