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
    assert office.ask(f"{PAGE}/line-1030/code").headers["location"] == PAGE
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


FILE = f"{PAGE}/file"
ROWS = """Time,First name,Last name,Date of birth,MRN
10:30,Ana,Sample,14-Mar-1964,77-1
9:00,Otto,Placeholder,1950-01-02,
"""


def read_file(clinic: Clinic, rows: str, act: str = "check") -> str:
    return clinic.ask(FILE, {"list": rows, "act": act}).text


def test_a_whole_list_is_shown_as_it_was_read_and_saved_once_somebody_has_looked(office):
    page = read_file(office, ROWS)
    assert "14-Mar-1964" in page
    assert "02-Jan-1950" in page
    assert "Save 2 patients" in page
    assert wording.NOT_BEGUN not in office.ask(PAGE).text
    assert wording.TODAY_SAVED.format(count=2) in read_file(office, ROWS, "save").replace(
        "&#39;", "'"
    )
    assert office.ask(PAGE).text.count(wording.NOT_BEGUN) == 2


def test_every_row_that_cannot_be_used_is_named_and_none_is_saved(office):
    rows = ROWS + "\n11:00,Jo,Dummy,31/02/1950\n10:30,Ana,Sample,14-Mar-1964,77-1\nnow,A,B,C\n"
    page = read_file(office, rows, "save")
    assert '<b>Row 5:</b> <span class="typed">“31/02/1950” is not a date.' in page
    assert '<b>Row 6:</b> <span class="typed">The same stands in row 2.' in page
    assert "<b>Row 7:</b>" in page
    assert "3 rows cannot be used." in page
    assert 'value="save"' not in page
    assert wording.NOT_BEGUN not in office.ask(PAGE).text


def test_what_is_on_the_list_already_is_left_out(office):
    read_file(office, ROWS, "save")
    page = read_file(office, ROWS + "11:00;Jo;Dummy;1950-03-04\n".replace(";", ","))
    assert page.count("on the list already") == 2
    assert "Save 1 patient" in page
    assert wording.NOTHING_NEW in read_file(office, ROWS, "save")


def test_a_date_with_two_readings_is_pointed_out(office):
    page = read_file(office, "10:30;Ana;Born;3/4/1964\r9:00;Max;Born;3/3/1964")
    assert "04-Mar-1964" in page
    assert "1 date was read with the month first." in page


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("", wording.NO_ROWS),
        ("\n , \n", wording.NO_ROWS),
        ("10:30,Ana,Sample,1964-03-14\n" * 400, wording.TOO_MANY_ROWS.replace("'", "&#39;")),
        ('10:30,"Ana\x00,Sample', "1 row cannot be used."),
        ("Time,Born\n10:30,1964-03-14\n", wording.ROW_NAME),
    ],
    ids=["empty", "blank", "long", "broken", "columns"],
)
def test_what_is_no_list_is_said_in_a_sentence(office, rows, sentence):
    assert sentence in read_file(office, rows)


def test_a_list_that_is_too_large_or_from_elsewhere_is_refused(office):
    assert office.ask(FILE, {"list": "x" * 130_000}).status == 413
    assert office.ask(FILE, {"list": ROWS}, {"Origin": "http://elsewhere.example"}).status == 403
    assert office.ask(FILE).status == 303
