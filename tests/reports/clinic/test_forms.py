import pytest

from reports.clinic.doors import Credentials
from reports.clinic.forms import Form, FormError

FILLED = {
    "code": "7F3K-Q2MN",
    "login": "rsample",
    "name": "R. Sample, RN",
    "password": "four plain made-up words",
    "again": "four plain made-up words",
    "clinic_name": "Made-up Knee Clinic",
    "time_zone": "America/New_York",
}


def test_a_password_is_taken_as_typed_and_a_name_without_its_outer_spaces():
    given = Form({"login": " rsample ", "password": " four plain words "}).credentials("")
    assert given == Credentials("rsample", " four plain words ")


@pytest.mark.parametrize("field", FILLED)
def test_every_field_of_the_set_up_is_wanted_and_the_one_missing_is_named(field):
    for wrong in ({}, {field: ""}):
        fields = {name: text for name, text in FILLED.items() if name != field} | wrong
        with pytest.raises(FormError) as told:
            Form(fields).first_set_up()
        assert told.value.field == field


def test_the_two_passwords_must_be_the_same():
    with pytest.raises(FormError) as told:
        Form({**FILLED, "again": "something else entirely"}).first_set_up()
    assert told.value.field == "again"


def test_a_text_longer_than_any_name_is_refused_without_repeating_it():
    with pytest.raises(FormError) as told:
        Form({**FILLED, "name": "x" * 201}).first_set_up()
    assert str(told.value) == "This is longer than anything that belongs here."


def test_what_is_shown_again_holds_no_password():
    shown = Form(FILLED).without_secrets()
    assert "four plain made-up words" not in shown.values()
    assert shown["clinic_name"] == "Made-up Knee Clinic"
