"""The pages of the settings and of the last screen: for administrators, and nothing by halves."""

from __future__ import annotations

from html import escape, unescape

import pytest

from intake.closing import own_lines
from intake.wording import WORDS
from reports.clinic import wording
from tests.reports.clinic.conftest import Clinic
from tests.reports.clinic.front_desk import HOSTILE

SETTINGS, LAST = "/clinic/settings", "/clinic/last-screen"
OWN = {"lines-en": "Sit by the window.\r\nWe call you.", "lines-es": ""}


@pytest.fixture
def office(clinic: Clinic) -> Clinic:
    """A clinic with an administrator signed in."""
    clinic.happens("set", role="admin")
    clinic.sign_in()
    return clinic


def base(office: Clinic, page: str) -> str:
    return unescape(office.ask(page).text.split('name="base" value="')[1].split('"')[0])


def test_the_settings_are_shown_and_changed(office):
    known = base(office, SETTINGS)
    values = {"clinic_name": "Knees & Co", "time_zone": "Europe/Madrid", "paper": "a4"}
    assert office.ask(SETTINGS, {"base": known, **values, "paper": ""}).status == 422
    refused = office.ask(SETTINGS, {"base": known, **values, "time_zone": "Knee/Land"})
    assert (refused.status, "time zone" in refused.text) == (409, True)
    saved = office.ask(SETTINGS, {"base": known, **values})
    assert (saved.status, saved.headers["location"]) == (303, f"{SETTINGS}?saved=1")
    page = office.ask(f"{SETTINGS}?saved=1").text
    for shown in ("Knees &amp; Co", "<option selected>Europe/Madrid", 'value="a4" selected'):
        assert shown in page
    assert office.ask(SETTINGS, {"base": known, **values}).status == 409


def test_the_last_screen_is_shown_previewed_and_saved_in_every_language(office):
    page = office.ask(LAST).text
    for language in WORDS:
        for line in own_lines(language):
            assert page.count(escape(line)) == 2  # to write, and as a patient reads it
    known = base(office, LAST)
    preview = office.ask(LAST, {"base": known, "act": "preview", **OWN}).text
    assert wording.NOTICE_PREVIEW in preview
    assert preview.count("We call you.") == 2
    assert preview.count(escape(own_lines("es")[0])) == 1
    assert "We call you." not in office.ask(LAST).text
    assert office.ask(LAST, {"base": known, "act": "save", **OWN}).status == 303
    saved = office.ask(f"{LAST}?saved=1").text
    assert wording.LAST_SAVED in saved
    assert saved.count("We call you.") == 2


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("Only one line.", wording.LAST_COUNT.format(most=4)),
        ("go " * 21 + "\nWait.", wording.LAST_LONG.format(most=20)),
        ("This is urgent.\nWait.", wording.LAST_UNSAID.format(word="urgent", why="")),
        ("Se va a curar.\nEspere.", wording.UNSAID["promise"]),
    ],
)
def test_what_no_patient_should_read_is_refused_and_says_why(office, lines, sentence):
    fields = {"base": base(office, LAST), "act": "save", **OWN, "lines-es": lines}
    answer = office.ask(LAST, fields)
    assert (answer.status, sentence in unescape(answer.text)) == (422, True)
    assert "We call you." in answer.text
    assert "We call you." not in office.ask(LAST).text


def test_no_word_becomes_markup(office):
    fields = {"base": "", "act": "preview", "lines-en": f"{HOSTILE[:90]}\n{HOSTILE[:90]}"}
    page = office.ask(LAST, fields).text
    assert "<script>document" not in page


@pytest.mark.parametrize("page", [SETTINGS, LAST])
def test_it_is_closed_to_everybody_else(clinic, page):
    assert [clinic.ask(page).status, clinic.ask(page, OWN).status] == [401, 401]
    clinic.sign_in()
    assert clinic.ask(page).status == 403
    clinic.happens("set", role="admin")
    foreign = clinic.ask(page, OWN, {"Origin": "http://elsewhere.example"})
    assert foreign.status == 403
    clinic.happens("set", broken="yes")
    assert clinic.ask(page).status in {401, 503}
