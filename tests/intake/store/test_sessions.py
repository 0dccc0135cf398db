from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from intake.store import audit
from intake.store.limiter import FREE_TRIES, TryLater
from intake.store.sessions import (
    ABSOLUTE,
    IDLE,
    Credentials,
    NewPassword,
    NotRecognized,
    Session,
    change_password,
    current_session,
    sign_in,
    sign_out,
    touch_session,
)
from intake.store.staff import NewUser, Role, add_user
from tests.intake.store.samples import LATER, NOW

GOOD = "seven quiet herons wade"
OTHER = "nine loud otters swim"
SECOND = timedelta(seconds=1)


@pytest.fixture
def ay(store):
    return add_user(store, NewUser("ay", "Dr Ay Madeup", Role.CLINICIAN, GOOD), "system", NOW)


def test_the_right_password_signs_in(store, ay):
    session = sign_in(store, Credentials(" AY", GOOD), "token", NOW)
    assert isinstance(session, Session)
    assert (session.user, session.expires_at) == (ay, NOW + IDLE)
    with store.read() as tx:
        assert current_session(tx, "token", NOW) == session


@pytest.mark.parametrize(("login", "password"), [("ay", "wrong"), ("nobody", GOOD), ("", "")])
@pytest.mark.usefixtures("ay")
def test_a_wrong_login_and_a_wrong_password_are_told_apart_by_nobody(store, login, password):
    assert sign_in(store, Credentials(login, password), "token", NOW) == NotRecognized()
    with store.read() as tx:
        assert current_session(tx, "token", NOW) is None


@pytest.mark.usefixtures("ay")
def test_guessers_at_the_same_time_get_no_more_tries_than_one(store):
    guesses = [Credentials("ay", f"guess number {number}") for number in range(40)]
    with ThreadPoolExecutor(16) as pool:
        results = list(pool.map(lambda one: sign_in(store, one, "token", NOW), guesses))
    assert results.count(NotRecognized()) == FREE_TRIES
    assert sum(isinstance(result, TryLater) for result in results) == 40 - FREE_TRIES


@pytest.mark.usefixtures("ay")
def test_the_right_password_is_not_looked_at_while_the_account_waits(store):
    for _ in range(3):
        sign_in(store, Credentials("ay", "wrong"), "token", NOW)
    assert isinstance(sign_in(store, Credentials("ay", GOOD), "token", NOW), TryLater)
    assert isinstance(sign_in(store, Credentials("ay", GOOD), "token", NOW + SECOND), Session)


@pytest.mark.usefixtures("ay")
def test_a_session_ends_when_nothing_is_done(store):
    sign_in(store, Credentials("ay", GOOD), "token", NOW)
    with store.write() as tx:
        assert current_session(tx, "token", NOW + IDLE - SECOND) is not None
        assert current_session(tx, "token", NOW + IDLE) is None
        assert touch_session(tx, "token", NOW + IDLE) is None


@pytest.mark.usefixtures("ay")
def test_a_session_is_prolonged_by_what_is_done_not_by_looking(store):
    sign_in(store, Credentials("ay", GOOD), "token", NOW)
    with store.write() as tx:
        current_session(tx, "token", LATER)
        assert current_session(tx, "token", NOW + IDLE) is None
        touched = touch_session(tx, "token", LATER)
        assert touched is not None
        assert touched.expires_at == LATER + IDLE
        assert current_session(tx, "token", NOW + IDLE) is not None


@pytest.mark.usefixtures("ay")
def test_a_session_ends_after_half_a_day_whatever_is_done(store):
    sign_in(store, Credentials("ay", GOOD), "token", NOW)
    moment = NOW
    while moment + IDLE - SECOND < NOW + ABSOLUTE:
        moment += IDLE - SECOND
        with store.write() as tx:
            assert touch_session(tx, "token", moment) is not None
    with store.read() as tx:
        assert current_session(tx, "token", NOW + ABSOLUTE) is None


def test_signing_out_ends_the_session(store, ay):
    sign_in(store, Credentials("ay", GOOD), "token", NOW)
    with store.write() as tx:
        sign_out(tx, "token", LATER)
        assert current_session(tx, "token", LATER) is None
        actions = [entry.event.action for entry in audit.entries(tx, ay.id)]
    assert actions == ["user.added", "session.started", "session.ended"]


def test_signing_out_with_an_unknown_token_is_no_event(store):
    with store.write() as tx:
        sign_out(tx, "invented", NOW)
        assert audit.head(tx).sequence == 0


@pytest.mark.parametrize("token", ["", "invented", "TOKEN"])
@pytest.mark.usefixtures("ay")
def test_an_invented_token_is_nobody(store, token):
    sign_in(store, Credentials("ay", GOOD), "token", NOW)
    with store.read() as tx:
        assert current_session(tx, token, NOW) is None


@pytest.mark.usefixtures("ay")
def test_sessions_that_ended_are_swept_away_at_the_next_sign_in(store):
    sign_in(store, Credentials("ay", GOOD), "token 1", NOW)
    sign_in(store, Credentials("ay", GOOD), "token 2", NOW + IDLE)
    with store.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT count(*) FROM sessions").scalar() == 1


def test_printed_credentials_show_no_password():
    assert GOOD not in repr(Credentials("ay", GOOD))


@pytest.mark.usefixtures("ay")
def test_another_password_takes_the_old_one_and_ends_the_sessions_elsewhere(store):
    for token in ("here", "elsewhere"):
        sign_in(store, Credentials("ay", GOOD), token, NOW)
    wrong = change_password(store, "here", NewPassword("wrong", OTHER), NOW)
    assert wrong == NotRecognized()
    assert isinstance(change_password(store, "here", NewPassword(GOOD, OTHER), NOW), Session)
    assert change_password(store, "elsewhere", NewPassword(GOOD, OTHER), NOW) is None
    with store.read() as tx:
        assert current_session(tx, "here", NOW) is not None
    assert sign_in(store, Credentials("ay", GOOD), "token", NOW) == NotRecognized()
    assert isinstance(sign_in(store, Credentials("ay", OTHER), "token", NOW), Session)
