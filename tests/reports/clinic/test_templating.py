from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from jinja2 import UndefinedError

from reports.clinic.templating import FOLDER, render
from reports.worklist import Line
from tests.reports.clinic.front_desk import HOSTILE, patients

NOW = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)


def test_what_is_put_into_a_template_is_escaped():
    page = render("trouble.html", sentence=HOSTILE)
    assert "<script>" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_a_template_that_is_given_too_little_fails_instead_of_showing_a_gap():
    with pytest.raises(UndefinedError):
        render("trouble.html")


def test_no_template_takes_the_escaping_off():
    for path in FOLDER.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", "")
        assert "autoescape" not in text


@pytest.mark.parametrize(
    ("ago", "shown"),
    [(timedelta(), "09:05"), (timedelta(days=1), "13-Mar-2026 09:05")],
    ids=["today", "yesterday"],
)
def test_a_time_of_another_day_names_the_day(ago, shown):
    from reports.clinic.templating import _clock  # noqa: PLC0415 - a filter of the templates

    assert _clock(NOW - ago, NOW) == shown


@pytest.mark.parametrize(("language", "shown"), [("en", 0), ("es", 1), ("es-MX", 1)])
def test_a_row_says_when_an_interpreter_is_needed(language, shown):
    row = replace(patients()["hot"].row, language=language)
    page = render("list.html", lines=[Line(row, 20)], now=NOW)
    assert page.count("bring an interpreter") == shown
