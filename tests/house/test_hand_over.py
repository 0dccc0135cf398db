"""Staff give out a code, and a visit goes on at another tablet."""

from __future__ import annotations

import pytest

from house.codes import CODE_LIFE
from intake.kiosk.doors import NoVisit, TooManyTries, Visit, WrongCode
from reports.clinic.doors import CodeSlip, Done, IssuedCode, NotThere, Pdf, Refused, SignedOut
from tests.house.conftest import House
from tests.journeys.desk import words_of


@pytest.fixture
def house(clinic_house: tuple[House, str]) -> House:
    return clinic_house[0]


@pytest.fixture
def nurse(clinic_house: tuple[House, str]) -> str:
    return clinic_house[1]


def code_for(house: House, nurse: str) -> tuple[str, IssuedCode]:
    """The only visit on the list, and a code for it."""
    [row] = house.clinic.worklist(nurse).rows
    issued = house.clinic.visit_code(nurse, row.visit_id)
    assert isinstance(issued, IssuedCode)
    return row.visit_id, issued


def test_a_visit_goes_on_at_another_tablet_and_staff_see_which(house, nurse):
    token = house.patient()
    house.answer(token, 0, which_knee="left")
    _, issued = code_for(house, nurse)
    assert issued.until.utcoffset() == house.now.astimezone(issued.until.tzinfo).utcoffset()

    ticket = house.kiosk.use_code(issued.code.lower().replace("-", " "), "Hallway")
    assert isinstance(ticket, str)
    other = house.kiosk.claim(ticket)
    found = house.kiosk.visit(other)
    assert isinstance(found, Visit)
    assert found.answers["which-knee"].values == ("left",)
    assert house.kiosk.visit(token) == NoVisit()
    [row] = house.clinic.worklist(nurse).rows
    assert row.tablet == "Hallway"
    assert house.kiosk.use_code(issued.code, "Window") == WrongCode()


def test_a_code_is_good_for_a_limited_time(house, nurse):
    house.patient()
    _, issued = code_for(house, nurse)
    house.now += CODE_LIFE
    assert house.kiosk.use_code(issued.code, "Hallway") == WrongCode()


def test_whoever_guesses_waits_at_this_tablet_and_at_no_other(house, nurse):
    house.patient()
    _, issued = code_for(house, nurse)
    guesses = [house.kiosk.use_code(f"CCCC-CCC{n}", "Hallway") for n in range(2, 7)]
    assert guesses[:3] == [WrongCode()] * 3
    assert guesses[-1] == TooManyTries()
    assert house.kiosk.use_code(issued.code, "Hallway") == TooManyTries()
    assert isinstance(house.kiosk.use_code(issued.code, "Window"), str)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_slip_says_the_code_in_the_language_of_its_reader(house, nurse, language):
    house.patient()
    _, issued = code_for(house, nurse)
    drawn = house.clinic.code_slip(nurse, CodeSlip(issued.code, language))
    assert isinstance(drawn, Pdf)
    words = words_of(drawn.content)
    assert issued.code in words
    assert f"{issued.until:%H:%M}" in words
    assert ("Tengo un código" in words) == (language == "es")


def test_no_slip_is_drawn_of_a_code_that_opens_nothing(house, nurse):
    assert house.clinic.code_slip(nurse, CodeSlip("CCCC-CCCC", "en")) == NotThere()


def test_an_ended_or_unknown_visit_has_no_code_and_strangers_get_none(house, nurse):
    house.patient()
    visit_id, _ = code_for(house, nurse)
    assert house.clinic.visit_code("invented", visit_id) == SignedOut()
    assert house.clinic.visit_code(nurse, "invented") == NotThere()
    assert house.clinic.close_visit(nurse, visit_id) == Done()
    assert isinstance(house.clinic.visit_code(nurse, visit_id), Refused)
