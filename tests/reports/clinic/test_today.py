"""The page of today's list: typed rows, read with care, and nothing that is not sure."""

from __future__ import annotations

import pytest

from reports.clinic import wording
from tests.reports.clinic.conftest import Clinic
from tests.reports.clinic.front_desk import CODE, HOSTILE

PAGE = "/clinic/today"
ROW = {"time": "10:30", "given": "Ana", "family": "Sample", "born": "14-Mar-1964", "number": ""}


@pytest.fixture
def office(clinic: Clinic) -> Clinic:
    clinic.sign_in()
    return clinic


def test_a_row_is_added_and_what_was_read_is_said(office):
    answer = office.ask(PAGE, ROW)
    assert answer.status == 200
    assert "Saved: Ana Sample, born 14-Mar-1964, at 10:30." in answer.text
    assert wording.NOT_BEGUN in office.ask(PAGE).text


@pytest.mark.parametrize(
    ("column", "wrong", "sentence"),
    [
        ("born", "31/02/1950", "“31/02/1950” is not a date."),
        ("born", "2050-01-01", "01-Jan-2050 cannot be a date of birth."),
        ("born", "1850-01-01", "01-Jan-1850 cannot be a date of birth."),
        ("time", "soon", "“soon” is not a time of day."),
        ("given", " ", wording.ROW_NAME),
        ("family", "x" * 101, wording.ROW_NAME),
        ("number", "7" * 41, wording.ROW_NUMBER),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_saved(office, column, wrong, sentence):
    answer = office.ask(PAGE, {**ROW, column: wrong})
    assert (answer.status, sentence in answer.text) == (422, True)
    assert "Sample" in answer.text or column == "family"  # what was typed is still there
    assert "Sample" not in office.ask(PAGE).text


def test_a_date_with_two_readings_is_asked_about_first(office):
    doubtful = {**ROW, "born": "3/4/1964"}
    asked = office.ask(PAGE, doubtful).text
    assert "read with the month first: <b>04-Mar-1964</b>" in asked
    assert "Sample" not in office.ask(PAGE).text
    assert "born 04-Mar-1964" in office.ask(PAGE, {**doubtful, "sure": "1964-03-04"}).text


def test_somebody_who_is_there_already_is_not_added(office):
    office.ask(PAGE, ROW)
    answer = office.ask(PAGE, ROW)
    assert (answer.status, "On the list already." in answer.text) == (409, True)


def test_a_line_is_struck_off_and_has_a_code_until_then(office):
    office.ask(PAGE, ROW)
    assert CODE in office.ask(f"{PAGE}/line-1030/code", {}).text
    struck = office.ask(f"{PAGE}/line-1030/strike", {})
    assert struck.status == 303
    assert wording.TODAY_STRUCK in office.ask(struck.headers["location"]).text
    assert office.ask(f"{PAGE}/line-1030/strike", {}).status == 303
    assert office.ask(f"{PAGE}/line-1030/code", {}).status == 404


def test_strangers_and_other_pages_change_nothing(clinic):
    elsewhere = {"Origin": "http://elsewhere.example"}
    assert clinic.ask(PAGE).status == 401
    clinic.sign_in()
    for path in (PAGE, f"{PAGE}/line-1030/strike", f"{PAGE}/line-1030/code"):
        assert clinic.ask(path, ROW, elsewhere).status == 403
    assert "Sample" not in clinic.ask(PAGE).text


def test_no_name_becomes_markup(office):
    page = office.ask(PAGE, {**ROW, "given": HOSTILE[:90]}).text
    assert "<script>document" not in page
    assert "&lt;script&gt;document" in page


def test_a_failing_machine_is_told(office):
    office.happens("set", broken="yes")
    assert office.ask(PAGE).status in {401, 503}
