from datetime import timedelta

import pytest

from intake.store import InputRefused
from intake.store.sessions import Credentials, NotRecognized, Session, current_session, sign_in
from intake.store.staff import (
    NewUser,
    Role,
    add_user,
    all_users,
    disable,
    set_password,
    unlock,
    user,
)
from tests.intake.store.samples import LATER, NOW

GOOD = "seven quiet herons wade"
OTHER = "nine loud otters swim"


@pytest.fixture
def ay(store):
    return add_user(store, NewUser("Dr.Ay", "Dr Ay Madeup", Role.ADMIN, GOOD), "system", NOW)


def signed_in(store, password, moment=NOW, cookie="session-token"):
    return sign_in(store, Credentials("dr.ay", password), cookie, moment)


def test_a_person_is_found_again_by_identifier(store, ay):
    with store.read() as tx:
        assert user(tx, ay.id) == ay
        assert user(tx, "invented") is None
        assert all_users(tx) == (ay,)


@pytest.mark.parametrize("login", ["dr.ay", " DR.AY ", "Dr.Ay"])
def test_a_login_in_use_is_refused_however_it_is_written(store, ay, login):
    with pytest.raises(InputRefused, match="already"):
        add_user(store, NewUser(login, "Other", Role.CLINICIAN, GOOD), f"staff:{ay.id}", NOW)


@pytest.mark.parametrize(("login", "name"), [("", "Name"), ("x" * 81, "Name"), ("be", "  ")])
def test_a_login_and_a_name_need_letters_but_not_too_many(store, login, name):
    with pytest.raises(InputRefused, match="1 to 80"):
        add_user(store, NewUser(login, name, Role.CLINICIAN, GOOD), "system", NOW)


def test_a_new_password_works_at_once_and_the_old_one_and_its_sessions_no_more(store, ay):
    assert isinstance(signed_in(store, GOOD), Session)
    set_password(store, ay, OTHER, f"staff:{ay.id}", LATER)
    with store.read() as tx:
        assert current_session(tx, "session-token", LATER) is None
    assert signed_in(store, GOOD, LATER) == NotRecognized()
    assert isinstance(signed_in(store, OTHER, LATER + timedelta(seconds=9)), Session)


def test_a_closed_account_is_signed_out_and_cannot_sign_in(store, ay):
    be = add_user(store, NewUser("be", "Be Madeup", Role.ADMIN, GOOD), "system", NOW)
    signed_in(store, GOOD)
    with store.write() as tx:
        disable(tx, ay, f"staff:{be.id}", LATER)
    with store.read() as tx:
        assert current_session(tx, "session-token", LATER) is None
    assert signed_in(store, GOOD, LATER) == NotRecognized()


def test_the_last_administrator_cannot_be_closed_out(store, ay):
    be = add_user(store, NewUser("be", "Be Madeup", Role.CLINICIAN, GOOD), "system", NOW)
    with store.write() as tx:
        disable(tx, be, f"staff:{ay.id}", LATER)
        with pytest.raises(InputRefused, match="last administrator"):
            disable(tx, ay, f"staff:{ay.id}", LATER)


def test_an_unlocked_person_can_try_again_at_once(store, ay):
    for _ in range(3):
        signed_in(store, OTHER)
    with store.write() as tx:
        unlock(tx, ay, f"staff:{ay.id}", NOW)
    assert isinstance(signed_in(store, GOOD), Session)
