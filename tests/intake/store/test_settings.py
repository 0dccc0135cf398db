import pytest

from intake.store import InputRefused
from intake.store.settings import (
    ClinicSettings,
    change_settings,
    checked_settings,
    load_settings,
)
from tests.intake.store.samples import NOW


def test_a_clinic_has_no_settings_until_it_is_set_up(store):
    with store.read() as tx:
        assert load_settings(tx) is None


def test_settings_are_found_as_they_were_left(store):
    first = ClinicSettings(time_zone="America/New_York", clinic_name="Knees & Co", paper="a4")
    second = first.model_copy(update={"clinic_name": "Other name", "demo": True})
    for wanted in (first, second):
        with store.write() as tx:
            change_settings(tx, wanted, "staff:1", NOW)
        with store.read() as tx:
            assert load_settings(tx) == wanted


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "time zone"),
        ({"time_zone": "Mars/Olympus"}, "time zone"),
        ({"time_zone": "../../etc/passwd"}, "time zone"),
        ({"time_zone": ""}, "time zone"),
        ({"time_zone": "UTC", "paper": "napkin"}, "paper"),
        ({"time_zone": "UTC", "clinic_name": "  "}, "clinic name"),
        ({"time_zone": "UTC", "clinic_name": "x" * 81}, "clinic name"),
        ({"time_zone": "UTC", "color": "red"}, "color"),
    ],
    ids=str,
)
def test_a_wrong_setting_is_refused_by_name(values, told):
    with pytest.raises(InputRefused, match=told):
        checked_settings(values)
