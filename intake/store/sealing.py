"""The one codec every answer and identity passes: AES-256-GCM bound to the place it is stored in.

A sealed value is ``version (1 byte) | key id (4) | nonce (12) | ciphertext and tag``. The
associated data is the version, the table, the column and the row, so a value moved anywhere else
does not open.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from intake.store.errors import SealBroken

VERSION = b"\x01"
KEY_BYTES = 32
NONCE_BYTES = 12
_ID_BYTES = 4
_HEADER_BYTES = len(VERSION) + _ID_BYTES + NONCE_BYTES


@dataclass(frozen=True)
class Key:
    """A 256-bit secret and the short fingerprint that names it."""

    secret: bytes = field(repr=False)

    @property
    def id(self) -> bytes:
        """Four bytes that tell which key sealed a value, and nothing about the secret."""
        return hashlib.sha256(b"anteroom key id" + self.secret).digest()[:_ID_BYTES]


@dataclass(frozen=True)
class Place:
    """Where a sealed value belongs."""

    table: str
    column: str
    row_id: str

    @property
    def associated_data(self) -> bytes:
        """What the seal is bound to besides the key."""
        return b"\x1f".join([VERSION, *(part.encode() for part in self._parts())])

    def _parts(self) -> tuple[str, str, str]:
        return self.table, self.column, self.row_id


def seal(key: Key, place: Place, plaintext: bytes, nonce: bytes) -> bytes:
    """Seal a value for one place; the nonce is 12 fresh random bytes."""
    sealed = AESGCM(key.secret).encrypt(nonce, plaintext, place.associated_data)
    return VERSION + key.id + nonce + sealed


def unseal(key: Key, place: Place, sealed: bytes) -> bytes:
    """Open a sealed value, or raise SealBroken when it is not exactly what was sealed there."""
    if len(sealed) < _HEADER_BYTES or sealed[:1] != VERSION:
        raise SealBroken(f"A value in {place.table}.{place.column} is not a sealed value.")
    if sealed[1 : 1 + _ID_BYTES] != key.id:
        raise SealBroken(f"A value in {place.table}.{place.column} was sealed with another key.")
    nonce = sealed[1 + _ID_BYTES : _HEADER_BYTES]
    try:
        return AESGCM(key.secret).decrypt(nonce, sealed[_HEADER_BYTES:], place.associated_data)
    except InvalidTag:
        sentence = f"A value in {place.table}.{place.column} was altered or moved."
        raise SealBroken(sentence) from None


def derive(secret: str, pepper: Key, purpose: str) -> Key:
    """Make the key that only the holder of a secret (cookie token, code) can make again."""
    hkdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=pepper.secret, info=purpose.encode())
    return Key(hkdf.derive(secret.encode()))


def blind_index(pepper: Key, *parts: str) -> str:
    """Name a secret or a value so that it can be found again but not read (HMAC-SHA256, hex)."""
    message = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts)
    return hmac.new(pepper.secret, message, hashlib.sha256).hexdigest()
