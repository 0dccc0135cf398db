"""How staff write a birth date and a time, and what a waiting room may see of a name."""

from datetime import date, time

import pytest

from intake.appointment import Appointment, could_be_another_day, read_clock, read_date


@pytest.mark.parametrize(
    "text",
    ["1964-03-14", "1964-3-14", "3/14/1964", "03/14/1964", "14-Mar-1964", "14 march 1964"],
)
def test_a_date_is_read_in_the_ways_it_is_written(text):
    assert read_date(text) == date(1964, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/1950",
        "02/31/1950",
        "13/05/1950",
        "14-Mrz-1964",
        "3/14/64",
        "1964",
        "today",
        "٣/1/1964",
    ],
)
def test_what_is_no_date_is_not_guessed_at(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [("3/4/1950", True), ("3/3/1950", False), ("3/14/1950", False), ("1950-03-04", False)],
)
def test_only_a_date_that_has_two_readings_is_doubtful(text, doubtful):
    assert could_be_another_day(text) is doubtful


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("10:30", time(10, 30)),
        ("9:05", time(9, 5)),
        ("2:30 PM", time(14, 30)),
        ("2 pm", time(14)),
        ("12 a.m.", time(0)),
        ("12:15 PM", time(12, 15)),
    ],
)
def test_a_time_of_day_is_read(text, read):
    assert read_clock(text) == read


@pytest.mark.parametrize("text", ["", "10", "25:00", "10:60", "13:00 PM", "half past ten"])
def test_what_is_no_time_is_not_guessed_at(text):
    assert read_clock(text) is None


def test_a_waiting_room_sees_first_letters_and_the_time():
    line = Appointment(at=time(9, 5), given="maría josé", family="Sample", born=date(1964, 3, 14))
    assert (line.initials, line.clock) == ("M. S.", "09:05")
