"""The pages of people and passwords: codes shown once, nothing secret shown again."""

from __future__ import annotations

import pytest

from reports.clinic import wording
from reports.clinic.cookies import BROWSER
from tests.reports.clinic.conftest import Clinic
from tests.reports.clinic.front_desk import LONG_CODE, NURSE

PAGE, MINE, FIRST = "/clinic/people", "/clinic/password", "/clinic/first-password"
OTTO = {"name": "Otto <b>Madeup", "login": "otto", "role": "front-desk"}
WORDS = "nine loud otters swim"


@pytest.fixture
def office(clinic: Clinic) -> Clinic:
    """A clinic with an administrator signed in."""
    clinic.happens("set", role="admin")
    clinic.sign_in()
    return clinic


def test_a_code_is_shown_once_and_kept_nowhere(office):
    assert "(you)" in office.ask(PAGE).text
    for path, form in ((PAGE, OTTO), (f"{PAGE}/otto/code", {})):
        shown = office.ask(path, form)
        assert (shown.status, shown.headers["cache-control"]) == (200, "no-store")
        assert LONG_CODE in shown.text
        assert "Otto &lt;b&gt;Madeup" in shown.text
        assert "17-Mar-2026" in shown.text
    again = office.ask(f"{PAGE}/otto/code")
    assert (again.status, again.headers["location"]) == (303, PAGE)
    page = office.ask(PAGE).text
    assert "No password chosen yet" in page
    assert LONG_CODE not in page


def test_what_was_done_to_an_account_is_said_of_somebody_there_is(office):
    office.ask(PAGE, OTTO)
    for change in ("unlock", "close", "open"):
        done = office.ask(f"{PAGE}/otto/{change}", b"")
        assert (done.status, office.told()["done"][-1]) == (303, {change: "otto"})
        said = wording.PERSON_CHANGED[change].format(name="Otto &lt;b&gt;Madeup")
        assert said in office.ask(done.headers["location"]).text
    assert 'role="status"' not in office.ask(f"{PAGE}?done=close&who=mallory").text
    unknown = [office.ask(f"{PAGE}/{path}", b"").status for path in ("otto/burn", "x/close")]
    assert unknown == [404, 404]
    taken = office.ask(PAGE, OTTO)
    assert (taken.status, "already uses" in taken.text) == (409, True)
    for missing, sentence in (("role", wording.MISSING), ("name", wording.MISSING)):
        answer = office.ask(PAGE, {**OTTO, missing: ""})
        assert answer.status == 422
        assert (sentence in answer.text) is (missing == "name")


def test_strangers_and_others_than_administrators_change_nobody(clinic):
    posts = (PAGE, f"{PAGE}/me/code", f"{PAGE}/me/close", MINE)
    assert {clinic.ask(one, OTTO).status for one in posts} == {401}
    clinic.sign_in()
    assert {clinic.ask(one, OTTO).status for one in posts[:3]} == {403}
    assert "Only an administrator." in clinic.ask(PAGE).text
    clinic.happens("set", role="admin")
    foreign = {"Origin": "http://elsewhere.example"}
    assert {clinic.ask(one, OTTO, foreign).status for one in (*posts, FIRST)} == {403}
    assert "close" not in str(clinic.told()["done"])


def test_a_code_and_a_password_sign_in_with_both_cookies(clinic):
    assert FIRST in clinic.ask("/clinic/login").text
    typed = {"login": "otto", "code": LONG_CODE, "password": WORDS, "again": WORDS}
    for wrong in ({"code": "7F3K"}, {"again": "another"}, {"password": ""}):
        answer = clinic.ask(FIRST, {**typed, **wrong})
        assert (answer.status, "set-cookie" in answer.headers) == (422, False)
        assert WORDS not in answer.text
    welcome = clinic.ask(FIRST, typed)
    session, browser = welcome.headers.get_all("set-cookie")
    assert welcome.headers["location"] == "/"
    for cookie in (session, browser):
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
    assert "Max-Age" not in session
    assert browser.startswith(f"{BROWSER}=")
    assert "Max-Age=34560000; Path=/clinic;" in browser
    clinic.cookies[BROWSER] = "one-that-is-known"
    known = {"login": NURSE.login, "password": NURSE.password}
    for again in (clinic.ask(FIRST, typed), clinic.ask("/clinic/login", known)):
        assert f"{BROWSER}=one-that-is-known;" in again.headers.get_all("set-cookie")[1]


def test_ones_own_password_takes_the_old_one_and_is_shown_nowhere(clinic):
    clinic.sign_in()
    typed = {"old": NURSE.password, "password": WORDS, "again": WORDS}
    for wrong in ({"old": "not this one"}, {"again": "another"}):
        answer = clinic.ask(MINE, {**typed, **wrong})
        assert answer.status == 422
        assert not any(one in answer.text for one in (WORDS, NURSE.password, "not this one"))
    done = clinic.ask(MINE, typed)
    assert done.status == 303
    assert wording.MINE_SAVED in clinic.ask(done.headers["location"]).text
