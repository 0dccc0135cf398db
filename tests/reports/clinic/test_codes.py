"""The page of a code: shown once, printed in either language, and to staff alone."""

from __future__ import annotations

import pytest

from reports.clinic import wording
from tests.reports.clinic.conftest import Clinic
from tests.reports.clinic.front_desk import CODE, SLIP

PAGE = "/clinic/visits/busy/code"


@pytest.fixture
def desk_clerk(clinic: Clinic) -> Clinic:
    clinic.sign_in()
    return clinic


def test_a_code_is_shown_once_and_never_kept_by_the_browser(desk_clerk):
    answer = desk_clerk.ask(PAGE, {})
    assert answer.status == 200
    assert CODE in answer.text
    assert "Tengo un código" in answer.text  # this patient was asked in Spanish
    assert answer.headers["cache-control"] == "no-store"
    again = desk_clerk.ask(PAGE)
    assert (again.status, again.headers["location"]) == (303, "/?visit=busy")


def test_the_slip_is_given_in_the_language_asked_for(desk_clerk):
    answer = desk_clerk.ask("/clinic/code-slip", {"code": CODE, "language": "es"})
    assert (answer.status, answer.body) == (200, SLIP)
    assert desk_clerk.told()["done"][-1] == {"slip": "es"}


@pytest.mark.parametrize(
    ("path", "fields", "status", "sentence"),
    [
        ("/clinic/visits/well/code", {}, 409, "This visit has ended."),
        ("/clinic/visits/nobody/code", {}, 404, wording.NOT_THERE),
        ("/clinic/code-slip", {"code": "CCCC-CCCC"}, 410, wording.CODE_GONE),
    ],
)
def test_where_there_is_no_code_a_page_says_why(desk_clerk, path, fields, status, sentence):
    answer = desk_clerk.ask(path, fields)
    assert (answer.status, sentence in answer.text) == (status, True)


def test_strangers_and_other_pages_get_none(clinic):
    assert clinic.ask(PAGE, {}).status == 401
    clinic.sign_in()
    elsewhere = {"Origin": "http://elsewhere.example"}
    assert clinic.ask(PAGE, {}, elsewhere).status == 403
    assert clinic.ask("/clinic/code-slip", {"code": CODE}, elsewhere).status == 403
