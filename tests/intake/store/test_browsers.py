"""A stranger who guesses shuts nobody out of a browser they have signed in from."""

from datetime import timedelta

import pytest

from intake.store import browsers
from intake.store.limiter import ALL_TRIES, TryLater, count_try
from intake.store.sessions import Credentials, NotRecognized, Session, sign_in
from intake.store.staff import NewUser, Role, add_user, disable, is_locked, unlock
from tests.intake.store.samples import NOW

GOOD = "seven quiet herons wade"
OWN = "the secret of a browser at the desk"
DAY = timedelta(days=1)


@pytest.fixture
def ay(store):
    made = add_user(store, NewUser("ay", "Dr Ay Madeup", Role.CLINICIAN, GOOD), "system", NOW)
    with store.write() as tx:
        browsers.remember(tx, made.id, OWN, NOW)
    return made


def tried(store, password, browser, moment):
    cookie = f"token of {browser}"
    return sign_in(store, Credentials("ay", password, browser), cookie, moment)


def strangers_guess(store):
    """A hundred wrong passwords from elsewhere, each as soon as it is looked at."""
    with store.write() as tx:
        for number in range(ALL_TRIES):
            assert count_try(tx, "ay", NOW + number * DAY / ALL_TRIES * 2) is None
    return NOW + 2 * DAY


def test_a_known_browser_signs_in_whatever_strangers_did_and_frees_no_stranger(store, ay):
    moment = strangers_guess(store)
    elsewhere = tried(store, GOOD, "", moment)
    assert isinstance(elsewhere, TryLater)
    assert elsewhere.needs_unlocking(moment)
    assert isinstance(tried(store, GOOD, OWN, moment), Session)
    assert isinstance(tried(store, GOOD, "somebody else's", moment), TryLater)
    with store.write() as tx:
        assert is_locked(tx, ay, moment)
        unlock(tx, ay, "system", moment)
        assert not is_locked(tx, ay, moment)
    assert isinstance(tried(store, GOOD, "", moment), Session)


def test_a_known_browser_guesses_no_faster_than_another_and_is_unlocked_like_it(store, ay):
    for _ in range(3):
        assert tried(store, "wrong", OWN, NOW) == NotRecognized()
    assert isinstance(tried(store, GOOD, OWN, NOW), TryLater)
    assert isinstance(tried(store, GOOD, "", NOW), Session)
    with store.write() as tx:
        [account] = browsers.accounts_of(tx, ay.id)
        for number in range(10):
            count_try(tx, account, NOW + number * DAY)
        assert is_locked(tx, ay, NOW + 9 * DAY)


def test_a_browser_is_one_persons_for_as_long_as_its_cookie(store, ay):
    other = add_user(store, NewUser("be", "Be Madeup", Role.ADMIN, GOOD), "system", NOW)
    last = NOW + browsers.LIFE
    with store.write() as tx:
        assert browsers.account_at(tx, ay.id, OWN, last - DAY)
        assert browsers.account_at(tx, ay.id, OWN, last) is None
        assert browsers.account_at(tx, other.id, OWN, NOW) is None
        browsers.remember(tx, ay.id, OWN, NOW + DAY)
        assert browsers.is_known(tx, OWN, last)
        disable(tx, ay, f"staff:{other.id}", NOW)
        assert not browsers.is_known(tx, OWN, NOW)
