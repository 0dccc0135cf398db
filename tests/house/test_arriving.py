"""Today's list from the desk to the tablet: found by birth date, begun under the booked name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from intake.appointment import Appointment
from intake.draft import Given
from intake.kiosk.doors import (
    Arrival,
    Booking,
    NeedsGuardian,
    Place,
    Refused,
    TellFrontDesk,
    TooManyTries,
    Visit,
    WrongCode,
)
from intake.store import alerts
from reports.clinic import doors as clinic
from reports.clinic.doors import CodeSlip, Done, IssuedCode, Pdf
from tests.agreeing import agreed
from tests.house.conftest import House
from tests.journeys.desk import words_of

BORN = date(1964, 3, 14)
LINE = Appointment(at=time(10, 30), given="María", family="Sample", born=BORN, number="77-1")
OTHER = LINE.model_copy(update={"at": time(9, 0), "given": "Otto", "born": date(1950, 1, 2)})


@pytest.fixture
def house(clinic_house: tuple[House, str]) -> House:
    return clinic_house[0]


@pytest.fixture
def nurse(clinic_house: tuple[House, str]) -> str:
    return clinic_house[1]


def expect(house: House, nurse: str, *lines: Appointment) -> list[clinic.Expected]:
    assert house.clinic.expect(nurse, lines) == Done()
    return on_list(house, nurse)


def on_list(house: House, nurse: str) -> list[clinic.Expected]:
    view = house.clinic.today(nurse)
    assert isinstance(view, clinic.TodayView)
    return list(view.lines)


def booked(house: House, line_id: str, **more: object) -> Arrival:
    consent = agreed(house.kiosk)
    arrival = Arrival("", "", "Door", "en", consent, booking=line_id, who_answers="me")
    return replace(arrival, **more)  # type: ignore[arg-type]


def begun(house: House, arrival: Arrival) -> Visit:
    ticket = house.kiosk.begin(arrival)
    assert isinstance(ticket, str)
    visit = house.kiosk.visit(house.kiosk.claim(ticket) or "")
    assert isinstance(visit, Visit)
    return visit


def test_the_list_is_kept_by_time_and_says_who_has_begun(house, nurse):
    early, late = expect(house, nurse, LINE, OTHER)
    assert (early.booked, late.booked) == (OTHER, LINE)
    assert (early.visit_id, early.status) == (None, None)
    begun(house, booked(house, early.id))
    early, _ = on_list(house, nurse)
    [row] = house.clinic.worklist(nurse).rows
    assert (early.visit_id, early.status) == (row.visit_id, "in-progress")
    assert (row.family, row.given) == ("Sample", "Otto")


def test_what_is_there_already_is_not_added_twice_and_nothing_else_is(house, nurse):
    expect(house, nurse, LINE)
    refused = house.clinic.expect(nurse, (OTHER, LINE))
    assert isinstance(refused, clinic.Refused)
    assert [one.booked for one in on_list(house, nurse)] == [LINE]


def test_a_line_can_be_struck_off(house, nurse):
    [line] = expect(house, nurse, LINE)
    assert house.clinic.strike(nurse, line.id) == Done()
    assert house.clinic.strike(nurse, line.id) == clinic.NotThere()
    assert not house.kiosk.expects()


def test_the_list_is_todays_in_the_clinic_and_forgotten_tomorrow(house, nurse):
    expect(house, nurse, LINE)
    house.now = house.now.replace(hour=4) + timedelta(days=1)  # still the 20th in New York
    assert house.kiosk.expects()
    house.passes(hours=2)
    assert not house.kiosk.expects()
    assert house.kiosk.today() == date(2026, 11, 21)


def test_a_tablet_sees_letters_and_time_of_those_with_the_birth_date_alone(house, nurse):
    _, late = expect(house, nurse, LINE, OTHER)
    assert house.kiosk.find(BORN, "Door") == (Booking(late.id, "M. S.", "10:30"),)
    begun(house, booked(house, late.id))
    assert house.kiosk.find(BORN, "Door") == ()


def test_two_who_look_the_same_are_shown_once_and_said_to_be_alike(house, nurse):
    twin = LINE.model_copy(update={"given": "Mario"})
    expect(house, nurse, LINE, twin)
    [found] = house.kiosk.find(BORN, "Door")
    assert found.alike


def test_birth_dates_cannot_be_tried_one_after_the_other(house, nurse):
    [line] = expect(house, nurse, LINE)
    tries = [house.kiosk.find(date(1964, 3, day), "Door") for day in range(1, 6)]
    assert tries[:3] == [()] * 3
    assert tries[-1] == TooManyTries()
    assert house.kiosk.find(BORN, "Door") == TooManyTries()
    assert len(house.kiosk.find(BORN, "Window")) == 1
    # looking somebody up does not open the way to look for others; beginning does
    house.passes(minutes=1)
    assert len(house.kiosk.find(BORN, "Door")) == 1
    assert house.kiosk.find(BORN, "Door") == TooManyTries()
    begun(house, booked(house, line.id))
    assert house.kiosk.find(BORN, "Door") == ()


def test_birth_date_and_who_answers_are_answers_before_the_first_question(house, nurse):
    [line] = expect(house, nurse, LINE)
    visit = begun(house, booked(house, line.id, who_answers="someone-helps"))
    assert visit.answers == {
        "birth-date": Given(("1964-03-14",)),
        "who-answers": Given(("someone-helps",)),
    }
    [row] = house.clinic.worklist(nurse).rows
    view = house.clinic.patient(nurse, row.visit_id)
    assert view.response.answers["age"].values == (62,)
    assert view.response.patient.birth_date == BORN


def test_the_number_the_clinic_has_for_a_patient_stands_wherever_the_visit_does(house, nurse):
    [line] = expect(house, nurse, LINE)
    token = house.kiosk.claim(house.kiosk.begin(booked(house, line.id)))
    begun(house, walks_in(house, "Walker", "Madeup", date(1950, 1, 2)))
    assert house.kiosk.ask_for_help(token, "Door")
    rows = {row.number: row for row in house.clinic.worklist(nurse).rows}
    assert set(rows) == {"77-1", ""}
    [call] = rows["77-1"].notices
    assert "Patient no. 77-1" in words_of(house.clinic.slip(nurse, call.alert_id).content)
    for number, row in rows.items():
        assert house.clinic.close_visit(nurse, row.visit_id) == Done()
        assert house.clinic.patient(nurse, row.visit_id).response.patient.number == number
        paper = words_of(house.clinic.pdf(nurse, row.visit_id).content)
        banners = paper.count(f"Patient no. 77-1 Visit {row.reference}")
        assert banners == (paper.count("Page ") if number else 0)
        assert ("Patient no." in paper) is bool(number)


@pytest.mark.parametrize(
    "known",
    [{"who_answers": "nobody"}, {"booking": "", "family": "Madeup", "born": date(2027, 1, 1)}],
)
def test_what_cannot_be_an_answer_begins_nothing_and_the_consent_stays_good(house, nurse, known):
    [line] = expect(house, nurse, LINE)
    arrival = booked(house, line.id)
    assert isinstance(house.kiosk.begin(replace(arrival, **known)), Refused)
    assert isinstance(house.kiosk.begin(arrival), str)


def test_one_visit_begins_from_an_appointment(house, nurse):
    [line] = expect(house, nurse, LINE)
    begun(house, booked(house, line.id))
    assert isinstance(house.kiosk.begin(booked(house, line.id)), Refused)
    assert isinstance(house.kiosk.begin(booked(house, "invented")), Refused)


def test_a_code_leads_to_its_appointment_until_its_visit_begins(house, nurse):
    [line] = expect(house, nurse, LINE)
    issued = house.clinic.appointment_code(nurse, line.id)
    assert isinstance(issued, IssuedCode)
    drawn = house.clinic.code_slip(nurse, CodeSlip(issued.code, "es"))
    assert isinstance(drawn, Pdf)
    assert "Empiece sus preguntas" in words_of(drawn.content)

    assert house.kiosk.use_code(issued.code, "Door") == Booking(line.id, "M. S.", "10:30")
    begun(house, booked(house, line.id))
    assert house.kiosk.use_code(issued.code, "Door") == WrongCode()
    assert isinstance(house.clinic.appointment_code(nurse, line.id), clinic.Refused)
    assert house.clinic.appointment_code(nurse, "invented") == clinic.NotThere()


def test_a_failing_machine_finds_nobody_and_says_so(house, nurse):
    expect(house, nurse, LINE)
    house.break_down()
    assert house.kiosk.find(BORN, "Door") == TellFrontDesk()
    assert house.kiosk.use_code("HJKM-2345", "Door") == TellFrontDesk()
    assert not house.kiosk.expects()
    assert house.kiosk.today() == house.now.date()
    assert house.clinic.today(nurse) == clinic.Unavailable()
    assert not any("Sample" in code for code in house.reported)


def walks_in(house: House, given: str, family: str, born: date, who: str = "me") -> Arrival:
    consent = agreed(house.kiosk)
    return Arrival(family, given, "Door", "en", consent, born=born, who_answers=who)


@pytest.mark.parametrize(
    ("name", "born", "told"),
    [
        ("Maria Sampel", BORN, ["name-near"]),
        ("Sample María", BORN, ["name-near"]),
        ("Zebedee Placeholder", BORN, ["name-far"]),
        ("María Sample", date(1946, 3, 14), ["day-near"]),
        ("Zebedee Placeholder", date(1946, 3, 14), []),
    ],
)
def test_staff_are_told_where_somebody_without_an_appointment_may_have_one(
    clinic_house, name, born, told
):
    house, nurse = clinic_house
    expect(house, nurse, LINE)
    given, family = name.split()
    begun(house, walks_in(house, given, family, born))
    with house.store.read() as tx:
        raised = alerts.open_alerts(tx)
    assert [(one.code, one.kind) for one in raised] == [(code, "arriving") for code in told]
    [row] = house.clinic.worklist(nurse).rows
    assert [bool(one.title) for one in row.notices] == [True] * len(told)


def test_nobody_under_18_begins_without_a_guardian_by_whichever_way(house, nurse):
    young = date(2008, 11, 21)  # 18 tomorrow
    [line] = expect(house, nurse, LINE.model_copy(update={"born": young}))
    arrival = booked(house, line.id)
    assert house.kiosk.begin(arrival) == NeedsGuardian()
    assert house.kiosk.begin(walks_in(house, "Jo", "Madeup", young)) == NeedsGuardian()
    assert house.kiosk.alone("Door")
    [call] = house.clinic.worklist(nurse).calls
    assert (call.kind, call.tablet, "Under 18" in call.title) == ("arriving", "Door", True)
    assert "Under 18" in words_of(house.clinic.slip(nurse, call.alert_id).content)
    for who in ("someone-helps", "staff"):
        assert house.kiosk.begin(replace(arrival, who_answers=who)) == NeedsGuardian()
    visit = begun(house, replace(arrival, who_answers="guardian"))
    assert visit.answers["who-answers"] == Given(("guardian",))
    begun(house, walks_in(house, "Jo", "Madeup", date(2008, 11, 20)))


@pytest.mark.parametrize("who", ["me", "someone-helps", "staff"])
def test_staff_are_told_once_of_somebody_under_18_without_a_guardian_by_a_changed_answer(
    house, nurse, who
):
    token = house.patient()
    house.answer(token, 0, who_answers="guardian", birth_date="2012-05-05")
    house.answer(token, 1, who_answers=who)
    house.answer(token, 2, which_knee="left")
    [row] = house.clinic.worklist(nurse).rows
    assert [(one.kind, "Under 18" in one.title) for one in row.notices] == [("arriving", True)]


def test_how_far_a_patient_has_come_outlives_the_page_until_the_visit_begins(house):
    consent = agreed(house.kiosk)
    assert house.kiosk.place(consent) is None
    place = Place("who", "es", walks_in=False, born=BORN, booking="line", who_answers="me")
    house.kiosk.keep_place(consent, place)
    assert house.kiosk.place(consent) == place
    assert str(BORN) not in repr(place)
    assert isinstance(house.kiosk.begin(Arrival("Madeup", "T", "Door", consent=consent)), str)
    assert house.kiosk.place(consent) is None
    house.break_down()
    house.kiosk.keep_place(consent, place)
    assert house.kiosk.place(consent) is None
