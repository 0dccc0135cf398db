"""The staff PIN: what is taken for one, how often it may be guessed at, and the pass it gives."""

from datetime import timedelta

import pytest

from intake.store import InputRefused, Secret, staff_pin
from intake.store.limiter import ALL_TRIES, SLOW_TRIES, TryLater
from intake.store.staff_pin import TABLETS_AT_ONCE, NoPin, RightPin, WrongPin
from tests.intake.store.samples import NOW

PIN = "482916"
MINUTE = timedelta(minutes=1)
LOCK = 15 * MINUTE


def entered(store, pin=PIN, tablet="Door", now=NOW, token="pass"):  # noqa: S107 - made up
    return staff_pin.enter(store, pin, tablet, Secret(token, now + 2 * MINUTE), now)


def until(store, token="pass", now=NOW):  # noqa: S107 - made up
    with store.read() as tx:
        return staff_pin.pass_until(tx, token, now)


def put(store, pin=PIN, now=NOW):
    made = staff_pin.hashed(store, pin)
    with store.write() as tx:
        staff_pin.set_pin(tx, made, "staff:1", now)


@pytest.fixture
def looked_at(store, monkeypatch):
    """Every PIN that was compared, without the time a comparison takes."""
    compared = []
    monkeypatch.setattr(staff_pin, "hash_secret", lambda secret, entropy: secret)  # noqa: ARG005

    def compare(secret, stored):
        compared.append(secret)
        return secret == stored

    monkeypatch.setattr(staff_pin, "is_password", compare)
    put(store)
    return compared


def test_what_is_no_pin_or_an_obvious_one_is_refused_in_a_sentence(store):
    no_pins = ("", "48291", "4829163050814", "48291a", "48 2916", "٤٨٢٩١٦")
    obvious = ("000000", "123456", "987654", "890123", "121212", "123123", "112211", "159753")
    for pin in (*no_pins, *obvious):
        with pytest.raises(InputRefused, match=r"PIN.*\."):
            staff_pin.hashed(store, pin)


def test_nothing_opens_before_somebody_has_set_a_pin(store):
    assert [entered(store, pin) for pin in ("", "000000", PIN)] == [NoPin()] * 3


def test_the_right_pin_gives_a_pass_for_two_minutes_and_another_pin_ends_it(store):
    put(store)
    assert entered(store, "482917") == WrongPin(locked=False)
    assert until(store) is None
    assert entered(store) == RightPin()
    assert until(store) == NOW + 2 * MINUTE
    assert until(store, now=NOW + 2 * MINUTE) is None
    assert until(store, "invented") is None
    put(store, "610835", NOW + MINUTE)
    assert until(store) is None
    assert entered(store, now=NOW + MINUTE) == WrongPin(locked=False)


@pytest.mark.usefixtures("looked_at")
def test_a_pass_ends_when_staff_leave(store):
    entered(store)
    with store.write() as tx:
        staff_pin.end_pass(tx, "pass")
    assert until(store) is None


def guesses(store, tablets, hours=6):
    """One wrong PIN from each of these tablets in turn, every minute."""
    moments = [NOW + step * MINUTE for step in range(hours * 60)]
    return [
        entered(store, "135790", tablets[step % len(tablets)], moment)
        for step, moment in enumerate(moments)
    ]


def test_one_tablet_never_has_more_tries_than_the_limit(store, looked_at):
    outcomes = guesses(store, ["Door"], hours=3)
    assert SLOW_TRIES < len(looked_at) <= SLOW_TRIES + 3 * 4
    assert WrongPin(locked=True) in outcomes
    assert entered(store, tablet="Hallway", now=NOW + timedelta(hours=3)) == RightPin()


def test_a_tablet_that_takes_another_name_for_every_try_has_no_more_than_all_together(
    store, looked_at
):
    guesses(store, [f"Door {number}" for number in range(360)])
    assert SLOW_TRIES < len(looked_at) <= TABLETS_AT_ONCE * SLOW_TRIES + 6 * 4
    assert len(looked_at) < TABLETS_AT_ONCE * ALL_TRIES


@pytest.mark.usefixtures("looked_at")
def test_a_locked_door_takes_not_even_the_right_pin_until_the_time_is_over_or_it_is_set_anew(store):
    guesses(store, ["Door"], hours=1)
    later = NOW + timedelta(hours=1)
    assert isinstance(entered(store, now=later), TryLater)
    assert entered(store, now=later + LOCK) == RightPin()
    assert entered(store, "135790", now=later + LOCK) == WrongPin(locked=False)
    guesses(store, ["Door"], hours=1)
    put(store, now=later)
    assert entered(store, now=later) == RightPin()
