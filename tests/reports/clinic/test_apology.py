"""Why something was not done: a page for a person, words for a script."""

import pytest

PERSON = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
PIN = {"pin": "402611", "again": "402611"}


@pytest.mark.parametrize("path", ["/clinic/staff-pin", "/clinic/notice", "/clinic/today"])
def test_a_person_whose_session_ended_reads_a_page_and_a_script_words(clinic, path):
    page = clinic.ask(path, PIN, PERSON)
    assert (page.status, "Please sign in again" in page.text) == (401, True)
    assert 'href="/"' in page.text
    assert page.headers["content-type"].startswith("text/html")
    words = clinic.ask(path, PIN)
    assert (words.status, words.headers["content-type"]) == (401, "application/json")


def test_whoever_may_not_do_it_reads_why_and_goes_back(clinic):
    clinic.sign_in()
    page = clinic.ask("/clinic/notice", headers=PERSON)
    assert page.status == 403
    assert 'role="alert"' in page.text
    assert 'href="/"' in page.text
    assert page.headers["cache-control"] == "no-store"
