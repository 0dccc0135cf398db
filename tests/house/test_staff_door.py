"""The staff PIN from the clinic's page to the tablet's door."""

from __future__ import annotations

from intake.kiosk.doors import NoPin, StaffPass, TellFrontDesk, TooManyTries, WrongPin
from intake.store import audit, staff_pin
from intake.store.alerts import AlertKind
from intake.store.staff import NewUser, Role, add_user
from reports.clinic.doors import Calls, Credentials, Done, Refused, SignedIn, SignedOut
from tests.house.conftest import House

PIN, WRONG = "482916", "482917"


def test_without_a_pin_the_door_stays_shut_and_a_tablet_may_still_be_named(house):
    door = house.kiosk.staff
    assert not door.is_set()
    assert door.enter(PIN, "Door") == NoPin()
    assert door.may_rename("", "Door", "Window")


def test_the_pin_an_administrator_set_opens_the_door_for_two_minutes(clinic_house):
    house, admin = clinic_house
    door = house.kiosk.staff
    assert house.clinic.staff_pin(admin).since is None
    assert isinstance(house.clinic.set_staff_pin(admin, "123456"), Refused)
    assert house.clinic.set_staff_pin(admin, PIN) == Done()
    view = house.clinic.staff_pin(admin)
    assert (view.since, view.by) == (house.now, "Nora Testnurse")

    assert door.is_set()
    assert not door.may_rename("", "Door", "Window")
    assert door.enter(WRONG, "Door") == WrongPin()
    found = door.enter(PIN, "Door")
    assert isinstance(found, StaffPass)
    assert PIN not in repr(found) + repr(door)
    assert door.seconds_left(found.token) == 120
    assert door.may_rename(found.token, "Door", "Window")
    house.passes(seconds=119)
    assert door.seconds_left(found.token) == 1
    house.passes(seconds=1)
    assert door.seconds_left(found.token) == 0
    assert not door.may_rename(found.token, "Door", "Window")
    with house.store.read() as tx:
        done = [(entry.event.actor, entry.event.action) for entry in audit.entries(tx)]
    assert ("tablet:Door", "tablet.renamed") in done
    assert any(act == "staff-pin.set" and who.startswith("staff:") for who, act in done)


def test_a_pass_is_given_back(clinic_house):
    house, admin = clinic_house
    house.clinic.set_staff_pin(admin, PIN)
    found = house.kiosk.staff.enter(PIN, "")
    assert isinstance(found, StaffPass)
    house.kiosk.staff.leave(found.token)
    assert house.kiosk.staff.seconds_left(found.token) == 0


def test_only_an_administrator_sets_it(clinic_house):
    house, _ = clinic_house
    new = NewUser("dana", "Dana Testdesk", Role.FRONT_DESK, "other made-up words here")
    add_user(house.store, new, "staff:1", house.now)
    desk = house.clinic.log_in(Credentials(new.login, new.password))
    assert isinstance(desk, SignedIn)
    assert isinstance(house.clinic.set_staff_pin(desk.token, PIN), Refused)
    assert isinstance(house.clinic.staff_pin(desk.token), Refused)
    assert house.clinic.set_staff_pin("invented", PIN) == SignedOut()
    assert not house.kiosk.staff.is_set()


def test_the_desk_is_told_once_when_the_door_locks(clinic_house, monkeypatch):
    house, admin = clinic_house
    house.clinic.set_staff_pin(admin, PIN)
    monkeypatch.setattr(staff_pin, "is_password", lambda *_: False)
    outcomes: list[object] = []
    while TooManyTries() not in outcomes[-3:]:
        outcomes.append(house.kiosk.staff.enter(WRONG, "Door"))
        house.passes(seconds=65)
    assert outcomes.count(WrongPin()) == 10
    for _ in range(3):
        house.passes(minutes=15)
        house.kiosk.staff.enter(WRONG, "Door")
    found = house.clinic.calls()
    assert isinstance(found, Calls)
    assert [(call.kind, call.tablet) for call in found.calls] == [(AlertKind.STAFF_PIN, "Door")]


def test_a_failing_machine_keeps_the_door_shut_and_logs_no_pin(house: House):
    house.break_down()
    door = house.kiosk.staff
    assert door.is_set()
    assert door.enter(PIN, "Door") == TellFrontDesk()
    assert door.seconds_left("pass") == 0
    assert not door.may_rename("pass", "Door", "Window")
    door.leave("pass")
    assert house.reported
    assert PIN not in "".join(house.reported)
