import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.store import SealBroken
from intake.store.sealing import Key, Place, blind_index, derive, seal, unseal

KEY = Key(b"k" * 32)
PLACE = Place("visits", "body", "row-1")
NONCE = b"n" * 12


@given(st.binary())
def test_what_was_sealed_opens_again(value):
    assert unseal(KEY, PLACE, seal(KEY, PLACE, value, NONCE)) == value


@given(st.binary(min_size=1, max_size=40), st.data())
def test_a_sealed_value_with_any_bit_changed_does_not_open(value, data):
    sealed = bytearray(seal(KEY, PLACE, value, NONCE))
    index = data.draw(st.integers(0, len(sealed) - 1))
    sealed[index] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(SealBroken):
        unseal(KEY, PLACE, bytes(sealed))


@given(st.binary(max_size=40), st.data())
def test_a_sealed_value_cut_short_does_not_open(value, data):
    sealed = seal(KEY, PLACE, value, NONCE)
    with pytest.raises(SealBroken):
        unseal(KEY, PLACE, sealed[: data.draw(st.integers(0, len(sealed) - 1))])


@pytest.mark.parametrize(
    "elsewhere",
    [
        Place("alerts", "body", "row-1"),
        Place("visits", "identity", "row-1"),
        Place("visits", "body", "row-2"),
    ],
    ids=["table", "column", "row"],
)
def test_a_sealed_value_opens_nowhere_but_in_its_place(elsewhere):
    with pytest.raises(SealBroken):
        unseal(KEY, elsewhere, seal(KEY, PLACE, b"value", NONCE))


def test_a_value_sealed_with_another_key_says_so():
    with pytest.raises(SealBroken, match="another key"):
        unseal(Key(b"x" * 32), PLACE, seal(KEY, PLACE, b"value", NONCE))


def test_a_key_shows_its_secret_to_nobody_who_prints_it():
    assert "kkkk" not in repr(KEY)


def test_a_secret_gives_another_key_for_another_purpose_and_another_pepper():
    keys = {
        derive(secret, pepper, purpose).secret
        for secret in ("a", "b")
        for pepper in (KEY, Key(b"p" * 32))
        for purpose in ("tablet", "code")
    }
    assert len(keys) == 8


def test_a_blind_index_tells_where_its_parts_begin():
    assert blind_index(KEY, "ab", "c") != blind_index(KEY, "a", "bc")
