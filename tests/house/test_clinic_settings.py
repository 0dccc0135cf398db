"""What an administrator changes after the set-up: name, zone, paper, and the last screen."""

from __future__ import annotations

import pytest

from intake.closing import own_lines
from intake.store import audit, staff
from intake.store.settings import load_settings
from reports.clinic import doors as clinic
from reports.clinic.doors import Done, Refused, SettingsChange, SettingsView, SignedOut
from tests.house.conftest import House
from tests.house.test_notice import somebody

LINES = ("Please sit by the window.", "We call you by name.")


def in_force(house: House, token: str) -> SettingsView:
    view = house.clinic.settings(token)
    assert isinstance(view, SettingsView)
    return view


def change(house: House, token: str, **values: object) -> clinic.Changed:
    return house.clinic.change_settings(token, SettingsChange(in_force(house, token).base, values))


def test_every_change_holds_from_then_on_and_is_on_the_audit_log(clinic_house):
    house, nurse = clinic_house
    assert change(house, nurse, paper="a4", time_zone="Asia/Tokyo", clinic_name="Knees") == Done()
    assert house.kiosk.today().isoformat() == "2026-11-20"
    assert change(house, nurse, closing={"es": LINES}) == Done()
    house.passes(hours=2)
    assert house.kiosk.today().isoformat() == "2026-11-21"  # 16:00 UTC is past midnight there
    assert house.kiosk.closing("es") == LINES
    assert house.kiosk.closing("en") == own_lines("en")
    with house.store.read() as tx:
        known = load_settings(tx)
        entries = [one.event for one in audit.entries(tx) if one.event.subject == "clinic"]
    assert known
    assert (known.paper, known.clinic_name, known.demo) == ("a4", "Knees", False)
    assert [one.action for one in entries[-2:]] == ["settings.changed"] * 2
    assert all(one.actor.startswith("staff:") for one in entries[-2:])
    assert LINES[0] in entries[-1].detail


@pytest.mark.parametrize("role", [staff.Role.CLINICIAN, staff.Role.FRONT_DESK])
def test_nobody_else_reads_or_changes_them(house, role):
    token = somebody(house, role)
    assert isinstance(house.clinic.settings(token), Refused)
    assert isinstance(house.clinic.change_settings(token, SettingsChange("", {})), Refused)
    assert house.clinic.settings("invented") == SignedOut()


def test_what_is_wrong_old_or_nothing_new_is_refused_and_nothing_changes(clinic_house):
    house, nurse = clinic_house
    before = in_force(house, nurse)
    for values in ({"time_zone": "Knee/Land"}, {"paper": "a5"}, {"clinic_name": " "}, {}):
        assert isinstance(change(house, nurse, **values), Refused)
    assert in_force(house, nurse) == before
    assert change(house, nurse, paper="a4") == Done()
    late = house.clinic.change_settings(nurse, SettingsChange(before.base, {"paper": "letter"}))
    assert isinstance(late, Refused)
    assert in_force(house, nurse).settings.paper == "a4"


def test_a_failing_machine_thanks_in_our_own_words(clinic_house):
    house, nurse = clinic_house
    change(house, nurse, closing={"en": LINES})
    house.break_down()
    assert house.kiosk.closing("en") == own_lines("en")
    assert any("closing" in code for code in house.reported)
