from dataclasses import replace

import pytest

from intake.store import InputRefused, audit, password_codes
from intake.store.password_codes import LIFE, Choice, CodeRefused, choose_password
from intake.store.sessions import Credentials, NotRecognized, Session, current_session, sign_in
from intake.store.staff import NewPerson, NewUser, Role, add_user, disable, enable, user
from tests.intake.store.samples import LATER, NOW

GOOD = "seven quiet herons wade"
OTHER = "nine loud otters swim"
BE = NewPerson("Be", "Be Madeup", Role.FRONT_DESK)


@pytest.fixture
def ay(store):
    return add_user(store, NewUser("ay", "Dr Ay Madeup", Role.ADMIN, GOOD), "system", NOW)


def invited(store):
    with store.write() as tx:
        return password_codes.invite(tx, BE, "staff:ay", NOW)


def test_a_person_chooses_the_first_password_with_a_code_that_works_once(store):
    be, code = invited(store)
    assert code.expires_at == NOW + LIFE
    for guess in ("none", "nobody", ""):  # what stands where a hash would, and what it is made of
        assert sign_in(store, Credentials("be", guess), "token", NOW) == NotRecognized()
    choice = Choice(" BE ", code.value.replace("-", " ").lower(), GOOD)
    for wrong in (replace(choice, login="ay"), replace(choice, code="7F3K-Q2MN-7F3K-Q2MN")):
        assert choose_password(store, wrong, NOW) == CodeRefused()
    with pytest.raises(InputRefused, match="12 characters"):
        choose_password(store, replace(choice, password="short"), NOW)  # noqa: S106
    assert choose_password(store, choice, LATER) == replace(be, has_password=True)
    assert isinstance(sign_in(store, Credentials("be", GOOD), "token", LATER), Session)
    assert choose_password(store, choice, LATER) == CodeRefused()
    with store.read() as tx:
        actions = [one.event.action for one in audit.entries(tx, be.id)]
    assert actions[:1] == ["user.added"]
    assert actions[-2:] == ["user.password-chosen", "session.started"]


def test_a_code_is_good_until_it_expires_or_another_is_made(store):
    be, first = invited(store)
    with store.write() as tx:
        second = password_codes.give(tx, be, "staff:ay", LATER)
    assert choose_password(store, Choice("be", first.value, GOOD), LATER) == CodeRefused()
    late = choose_password(store, Choice("be", second.value, GOOD), LATER + LIFE)
    assert late == CodeRefused()


def test_a_forgotten_password_and_its_sessions_end_with_the_new_code(store, ay):
    sign_in(store, Credentials("ay", GOOD), "token", NOW)
    with store.write() as tx:
        code = password_codes.give(tx, ay, "system", NOW)
        assert current_session(tx, "token", NOW) is None
    assert sign_in(store, Credentials("ay", GOOD), "token", NOW) == NotRecognized()
    assert choose_password(store, Choice("ay", code.value, OTHER), NOW) == ay


def test_a_closed_account_has_no_code_and_opened_again_still_none(store):
    be, code = invited(store)
    with store.write() as tx:
        disable(tx, be, "staff:ay", NOW)
        closed = user(tx, be.id)
        assert closed is not None
        with pytest.raises(InputRefused, match="closed"):
            password_codes.give(tx, closed, "staff:ay", NOW)
        enable(tx, be, "staff:ay", NOW)
    assert choose_password(store, Choice("be", code.value, GOOD), NOW) == CodeRefused()
