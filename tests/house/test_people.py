"""The people of the clinic over a real store: added, let in again, closed out, and counted."""

from __future__ import annotations

from dataclasses import replace

from intake.store import audit, limiter
from intake.store.limiter import ALL_TRIES
from intake.store.staff import Role
from reports.clinic import wording
from reports.clinic.doors import Credentials, Done, NotThere, Refused, SignedIn, SignedOut
from reports.clinic.people_doors import (
    FirstPassword,
    NewPerson,
    PasswordChange,
    PasswordCode,
    PeopleView,
    PersonChange,
)
from tests.house.conftest import FIRST, House

OTTO = NewPerson("Otto Madeup", "Otto", Role.FRONT_DESK)
OTTOS = "nine loud otters swim"  # a password


def seen(house: House, token: str) -> PeopleView:
    found = house.people.people(token)
    assert isinstance(found, PeopleView)
    return found


def added(house: House, token: str) -> PasswordCode:
    code = house.people.add(token, OTTO)
    assert isinstance(code, PasswordCode)
    return code


def chosen(house: House, code: PasswordCode) -> SignedIn:
    typed = FirstPassword(code.login, code.code, OTTOS)
    signed_in = house.people.choose_password(typed)
    assert isinstance(signed_in, SignedIn)
    return signed_in


def test_somebody_added_chooses_a_password_and_may_do_what_the_role_may(clinic_house):
    house, admin = clinic_house
    code = added(house, admin)
    assert (code.name, code.login, code.until.tzname()) == ("Otto Madeup", "otto", "EST")
    guess = FirstPassword("otto", "7F3K-Q2MN-7F3K-Q2MN", OTTOS)
    nobody = replace(guess, login="nobody", code=code.code)
    assert house.people.choose_password(guess) == house.people.choose_password(nobody)
    weak = house.people.choose_password(FirstPassword("otto", code.code, "short"))
    assert isinstance(weak, Refused)
    assert weak.field == "password"
    otto = chosen(house, code).token
    who = house.clinic.session(otto)
    assert who is not None
    assert (who.name, who.role) == ("Otto Madeup", Role.FRONT_DESK)
    refused = Refused(wording.PEOPLE_NOT_YOURS)
    me = seen(house, admin).people[0].id
    assert house.people.people(otto) == refused
    assert house.people.add(otto, OTTO) == refused
    assert house.people.give_code(otto, me) == refused
    assert house.people.change(otto, me, PersonChange.CLOSE) == refused
    nora, listed = seen(house, admin).people
    assert (nora.oneself, listed.chosen, listed.last_seen) == (True, True, seen(house, admin).now)


def test_a_login_in_use_is_refused_and_nobody_closes_or_resets_oneself(clinic_house):
    house, admin = clinic_house
    taken = house.people.add(admin, replace(OTTO, login=f" {FIRST.login.upper()} "))
    assert taken == Refused("Somebody already uses this sign-in name.", "login")
    [me] = seen(house, admin).people
    closed = house.people.change(admin, me.id, PersonChange.CLOSE)
    assert closed == Refused(wording.NOT_YOURSELF)
    assert isinstance(house.people.give_code(admin, me.id), Refused)
    assert house.people.give_code(admin, "unknown") == NotThere()
    assert house.people.change(admin, "unknown", PersonChange.UNLOCK) == NotThere()


def test_a_forgotten_password_and_a_closed_account_end_every_session_at_once(clinic_house):
    house, admin = clinic_house
    otto = chosen(house, added(house, admin)).token
    [_, listed] = seen(house, admin).people
    again = house.people.give_code(admin, listed.id)
    assert isinstance(again, PasswordCode)
    assert house.clinic.pulse(otto) == SignedOut()
    otto = chosen(house, again).token
    assert house.people.change(admin, listed.id, PersonChange.CLOSE) == Done()
    assert house.clinic.pulse(otto) == SignedOut()
    assert isinstance(house.people.give_code(admin, listed.id), Refused)
    mine = Credentials("otto", OTTOS)
    assert house.clinic.log_in(mine) == Refused(wording.NOT_RECOGNIZED)
    assert house.people.change(admin, listed.id, PersonChange.OPEN) == Done()
    assert isinstance(house.clinic.log_in(mine), SignedIn)
    with house.store.read() as tx:
        events = [one.event for one in audit.entries(tx, listed.id)]
    me = f"staff:{seen(house, admin).people[0].id}"
    assert [one.action for one in events if one.actor == me] == [
        "user.added",
        "user.code-given",
        "user.disabled",
        "user.enabled",
    ]


def test_a_stranger_shuts_nobody_out_of_their_own_browser_and_is_told_nothing(clinic_house):
    house, _ = clinic_house
    first = house.clinic.log_in(Credentials(FIRST.login, FIRST.password))
    assert isinstance(first, SignedIn)
    with house.store.write() as tx:
        for account in (FIRST.login, "nobody"):
            for _ in range(ALL_TRIES):
                house.passes(hours=1)
                assert limiter.count_try(tx, account, house.now) is None
    elsewhere = house.clinic.log_in(Credentials(FIRST.login, FIRST.password))
    assert elsewhere == Refused(wording.LOCKED)
    assert house.clinic.log_in(Credentials("nobody", FIRST.password)) == elsewhere
    own = Credentials(FIRST.login, FIRST.password, first.browser)
    here = house.clinic.log_in(own)
    assert isinstance(here, SignedIn)
    assert here.browser == first.browser
    [me] = seen(house, here.token).people
    assert me.locked
    assert house.people.change(here.token, me.id, PersonChange.UNLOCK) == Done()
    assert not seen(house, here.token).people[0].locked
    assert isinstance(house.clinic.log_in(replace(own, browser="")), SignedIn)


def test_a_wait_is_told_in_seconds_or_with_its_day(clinic_house):
    house, _ = clinic_house
    with house.store.write() as tx:
        for _ in range(3):
            limiter.count_try(tx, "otto", house.now)
    soon = house.clinic.log_in(Credentials("otto", "guess"))
    assert soon == Refused("Too many tries. Please wait 2 seconds, then try again.")
    with house.store.write() as tx:
        for _ in range(7):
            house.passes(hours=2)
            limiter.count_try(tx, "otto", house.now)
    later = house.clinic.log_in(Credentials("otto", "guess"))
    assert later == Refused("Too many tries. Please try again at 23:15 on 20-Nov-2026.")


def test_ones_own_password_takes_the_old_one(clinic_house):
    house, admin = clinic_house
    wrong = house.people.change_password(admin, PasswordChange("not it", OTTOS))
    assert wrong == Refused(wording.MINE_WRONG, "old")
    weak = house.people.change_password(admin, PasswordChange(FIRST.password, "short"))
    assert isinstance(weak, Refused)
    assert weak.field == "password"
    assert house.people.change_password("", PasswordChange("", OTTOS)) == SignedOut()
    change = PasswordChange(FIRST.password, OTTOS)
    assert house.people.change_password(admin, change) == Done()
    assert isinstance(house.clinic.log_in(Credentials(FIRST.login, OTTOS)), SignedIn)
    assert isinstance(house.clinic.pulse(admin), int)
