import secrets
import subprocess
import sys

import pytest

from intake.store import InputRefused
from intake.store.passwords import hash_password, is_password

GOOD = "seven quiet herons wade"


def test_a_password_is_recognized_and_another_is_not():
    stored = hash_password(GOOD, "ay", secrets.token_bytes)
    assert stored.startswith("$argon2id$")
    assert GOOD not in stored
    assert is_password(GOOD, stored)
    assert not is_password(GOOD + " ", stored)
    assert not is_password(GOOD, None)
    assert not is_password("nobody", None)


def test_the_same_password_is_stored_differently_each_time():
    first, second = (hash_password(GOOD, "ay", secrets.token_bytes) for _ in range(2))
    assert first != second


def test_a_password_is_the_same_however_its_accents_are_composed():
    stored = hash_password("cafe\u0301 en la esquina", "ay", secrets.token_bytes)
    assert is_password("caf\u00e9 en la esquina", stored)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("short", "at least 12"),
        ("x" * 11, "at least 12"),
        ("ab" * 129, "at most 256"),
        ("aaaaaaaaaaaaaa", "too few"),
        ("121212121212", "too few"),
        ("123456789012", "too easy"),
        ("password1234", "too easy"),
        ("Password2026!", "too easy"),
        ("P@ssw0rdP@ssw0rd", "too easy"),
        ("1234Welcome1234", "too easy"),
        ("letmeinletmein", "too easy"),
        ("qwertyuiop[]", "too easy"),
        ("kneeclinic2026", "too easy"),
        ("doctor.madeup1", "too easy"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(password, reason):
    with pytest.raises(InputRefused, match=reason):
        hash_password(password, "doctor.madeup1" if password.startswith("doctor") else "ay", bytes)


@pytest.mark.parametrize(
    "password", ["correct lemon battery", "837264950183", "the password is hidden", GOOD]
)
def test_no_kind_of_character_is_demanded(password):
    assert hash_password(password, "ay", secrets.token_bytes)


def test_what_is_kept_of_a_password_is_hard_to_guess_from():
    # In a process of its own: in this one the tests hash lightly.
    program = (
        "from intake.store.passwords import hash_password;"
        "print(hash_password('four plain made-up words', 'rsample', bytes))"
    )
    told = subprocess.check_output([sys.executable, "-c", program], text=True)
    assert told.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
