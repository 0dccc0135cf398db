"""The page of the staff PIN: for administrators, typed twice, shown to nobody."""

from __future__ import annotations

import pytest

from reports.clinic import wording
from tests.reports.clinic.conftest import Clinic

PAGE = "/clinic/staff-pin"
PIN = "482916"


@pytest.fixture
def office(clinic: Clinic) -> Clinic:
    """A clinic with an administrator signed in."""
    clinic.happens("set", role="admin")
    clinic.sign_in()
    return clinic


def test_it_says_whether_there_is_one_and_takes_one(office):
    assert "None is set" in office.ask(PAGE).text
    answer = office.ask(PAGE, {"pin": PIN, "again": PIN})
    assert (answer.status, answer.headers["location"]) == (303, f"{PAGE}?saved=1")
    page = office.ask(f"{PAGE}?saved=1").text
    assert wording.PIN_SAVED in page
    assert "R. Sample, RN" in page
    assert PIN not in page


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"pin": "", "again": ""}, wording.MISSING),
        ({"pin": PIN, "again": "482917"}, wording.PINS_DIFFER),
        ({"pin": "4829ab", "again": "4829ab"}, "Only digits."),
        ({}, wording.MISSING),
    ],
)
def test_what_cannot_be_taken_is_said_and_never_shown_again(office, form, sentence):
    answer = office.ask(PAGE, form)
    assert (answer.status, sentence in answer.text) == (422, True)
    assert 'value="4829' not in answer.text
    assert "None is set" in office.ask(PAGE).text


def test_strangers_and_others_than_administrators_set_none(clinic):
    form = {"pin": PIN, "again": PIN}
    assert [clinic.ask(PAGE).status, clinic.ask(PAGE, form).status] == [401, 401]
    clinic.sign_in()
    assert [clinic.ask(PAGE).status, clinic.ask(PAGE, form).status] == [403, 403]
    clinic.happens("set", role="admin")
    foreign = clinic.ask(PAGE, form, {"Origin": "http://elsewhere.example"})
    assert (foreign.status, "None is set" in clinic.ask(PAGE).text) == (403, True)
    clinic.happens("set", broken="yes")
    assert clinic.ask(PAGE).status in {401, 503}
