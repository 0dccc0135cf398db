"""The staff PIN: set in the clinic, typed at a tablet, and never there from the start.

What is stored is argon2id over a blind index, so that the database alone, without the keys, says
nothing about a secret of so few digits. Whoever gave the right PIN holds a pass for a short time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, insert, select

from intake.store import audit
from intake.store.audit import Event
from intake.store.errors import InputRefused
from intake.store.grants import Secret
from intake.store.limiter import TryLater, count_try, forgive, wait_of
from intake.store.passwords import hash_secret, is_password
from intake.store.schema import staff_passes
from intake.store.schema import staff_pin as pins
from intake.store.sealing import blind_index
from intake.store.transaction import Store, Transaction, WriteTransaction

SHORTEST, LONGEST = 6, 12
TABLETS_AT_ONCE = 3
"""So many tablets' tries are looked at before the door is shut on all of them."""
_THE_ONE = 1
_DIGITS = "01234567890123456789"
_LONGEST_REPEAT = 3
_FEWEST_DIFFERENT = 3
_WELL_KNOWN = frozenset({"112233", "123321", "147258", "159357", "159753", "246810", "258456"})


@dataclass(frozen=True)
class KeptPin:
    """The PIN that holds: since when and set by whom (``staff:ID``); of itself only a hash."""

    set_at: datetime
    set_by: str
    hash: str = field(repr=False)


@dataclass(frozen=True)
class NoPin:
    """Nobody has set a PIN."""


@dataclass(frozen=True)
class WrongPin:
    """The PIN is not right; ``locked`` says that no other is looked at here for a while."""

    locked: bool


@dataclass(frozen=True)
class RightPin:
    """The PIN is right; the pass is good from now on."""


def hashed(store: Store, pin: str) -> str:
    """Check a new PIN and make what is stored of it; raises InputRefused with the reason."""
    if not re.fullmatch(rf"[0-9]{{{SHORTEST},{LONGEST}}}", pin, re.ASCII):
        raise InputRefused(f"A staff PIN has {SHORTEST} to {LONGEST} digits and nothing else.")
    if _is_obvious(pin):
        raise InputRefused("This PIN is too easy to guess. Please choose another.")
    return hash_secret(_peppered(store, pin), store.entropy)


def set_pin(tx: WriteTransaction, made: str, by: str, now: datetime) -> None:
    """Put a PIN (as `hashed` made it) in the place of the one before, whose passes end."""
    tx.connection.execute(delete(pins))
    tx.connection.execute(insert(pins).values(id=_THE_ONE, hash=made, set_at=now, set_by=by))
    tx.connection.execute(delete(staff_passes))
    audit.record(tx, Event(by, "staff-pin.set", "clinic"), now)


def kept_pin(tx: Transaction) -> KeptPin | None:
    """Tell which PIN holds; None until somebody has set one."""
    row = tx.connection.execute(select(pins)).one_or_none()
    return None if row is None else KeptPin(row.set_at, row.set_by, row.hash)


def enter(
    store: Store, pin: str, tablet: str, new_pass: Secret, now: datetime
) -> RightPin | WrongPin | TryLater | NoPin:
    """Check a PIN typed at a tablet and make the pass good.

    The try is counted and committed before the PIN is looked at; hashing holds no lock. A new PIN
    starts every count anew, so that no lock is for good.
    """
    with store.write() as tx:
        kept = kept_pin(tx)
        if kept is None:
            return NoPin()
        if wait := _count(tx, kept, tablet, now):
            return wait
    right = is_password(_peppered(store, pin), kept.hash)
    with store.write() as tx:
        return _admit(tx, kept, tablet, new_pass, now) if right else _refuse(tx, kept, tablet, now)


def pass_until(tx: Transaction, token: str, now: datetime) -> datetime | None:
    """Tell until when a pass is good; None when it is not."""
    mine = staff_passes.c.fingerprint == _fingerprint(tx, token)
    wanted = select(staff_passes.c.expires_at).where(mine)
    until: datetime | None = tx.connection.execute(wanted).scalar_one_or_none()
    return until if until is not None and now < until else None


def end_pass(tx: WriteTransaction, token: str) -> None:
    """Let a pass be good for nothing from now on."""
    mine = staff_passes.c.fingerprint == _fingerprint(tx, token)
    tx.connection.execute(delete(staff_passes).where(mine))


def _count(tx: WriteTransaction, kept: KeptPin, tablet: str, now: datetime) -> TryLater | None:
    """Count for this tablet and, as a tablet can be given any name, for all of them together."""
    everywhere, here = _accounts(kept, tablet)
    return (
        wait_of(tx, everywhere, now)
        or count_try(tx, here, now)
        or count_try(tx, everywhere, now, shared_by=TABLETS_AT_ONCE)
    )


def _accounts(kept: KeptPin, tablet: str) -> tuple[str, str]:
    of_this_pin = f"\x00staff PIN of {kept.set_at.isoformat()}"  # no login can be this
    return of_this_pin, f"{of_this_pin} at {tablet}"


def _admit(
    tx: WriteTransaction, kept: KeptPin, tablet: str, new_pass: Secret, now: datetime
) -> RightPin:
    for account in _accounts(kept, tablet):
        forgive(tx, account)
    tx.connection.execute(delete(staff_passes).where(staff_passes.c.expires_at <= now))
    fingerprint = _fingerprint(tx, new_pass.value)
    row = {"fingerprint": fingerprint, "expires_at": new_pass.expires_at}
    tx.connection.execute(insert(staff_passes).values(**row))
    audit.record(tx, Event(f"tablet:{tablet}", "staff-pin.accepted", "tablet"), now)
    return RightPin()


def _refuse(tx: WriteTransaction, kept: KeptPin, tablet: str, now: datetime) -> WrongPin:
    audit.record(tx, Event(f"tablet:{tablet}", "staff-pin.refused", "tablet"), now)
    waits = (wait_of(tx, account, now) for account in _accounts(kept, tablet))
    return WrongPin(any(wait is not None and wait.is_lock(now) for wait in waits))


def _is_obvious(pin: str) -> bool:
    repeats = any(
        pin == (pin[:size] * len(pin))[: len(pin)] for size in range(1, _LONGEST_REPEAT + 1)
    )
    is_run = pin in _DIGITS or pin[::-1] in _DIGITS
    return repeats or is_run or len(set(pin)) < _FEWEST_DIFFERENT or pin in _WELL_KNOWN


def _peppered(store: Store, pin: str) -> str:
    return blind_index(store.keyring.index, "staff PIN", pin)


def _fingerprint(tx: Transaction, token: str) -> str:
    return blind_index(tx.keyring.index, "staff pass", token)
