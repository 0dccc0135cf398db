"""The page of the privacy notice: for administrators, with a preview, and nothing by halves."""

from __future__ import annotations

import pytest

from intake.consent import LONGEST_PART, PARTS, first_notice
from intake.wording import WORDS
from reports.clinic import wording
from tests.reports.clinic.conftest import Clinic
from tests.reports.clinic.front_desk import HOSTILE

PAGE = "/clinic/notice"
OWN = {f"{language}-{part}": f"Own {part} {language}." for language in WORDS for part in PARTS}


@pytest.fixture
def office(clinic: Clinic) -> Clinic:
    """A clinic with an administrator signed in."""
    clinic.happens("set", role="admin")
    clinic.sign_in()
    return clinic


def sent(clinic: Clinic, act: str = "save", **changes: str) -> int:
    fields = {
        "base": "1",
        "act": act,
        **OWN,
        **{k.replace("_", "-"): v for k, v in changes.items()},
    }
    return clinic.ask(PAGE, fields).status


def in_force(clinic: Clinic) -> str:
    return clinic.ask(PAGE).text


def test_it_shows_the_words_in_force_in_every_language_twice(office):
    page = in_force(office)
    assert "Version 1 is in force" in page
    for text in first_notice().texts.values():
        for part in text.parts:
            assert page.count(part.text) == 2  # to write, and as a patient reads it
    for words in WORDS.values():
        assert words["consent.agree"] in page
        assert words["consent.talk"] in page


def test_saving_makes_the_next_version(office):
    answer = office.ask(PAGE, {"base": "1", "act": "save", **OWN})
    assert (answer.status, answer.headers["location"]) == (303, f"{PAGE}?saved=1")
    page = office.ask(f"{PAGE}?saved=1").text
    assert wording.NOTICE_SAVED in page
    assert "Version 2 is in force" in page
    assert page.count("Own kept es.") == 2


def test_a_preview_shows_it_and_saves_nothing(office):
    page = office.ask(PAGE, {"base": "1", "act": "preview", **OWN}).text
    assert wording.NOTICE_PREVIEW in page
    assert page.count("Own ask en.") == 2
    assert "Own" not in in_force(office)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("", wording.MISSING),
        ("   ", wording.MISSING),
        ("x" * (LONGEST_PART + 1), wording.TOO_LONG),
        ("go " * 21 + ".", wording.NOTICE_SENTENCE),
    ],
    ids=["empty", "blank", "long", "sentence"],
)
def test_what_cannot_be_read_is_refused_and_what_was_written_is_kept(office, wrong, sentence):
    answer = office.ask(PAGE, {"base": "1", "act": "save", **OWN, "es-kept": wrong})
    assert answer.status == 422
    assert sentence in answer.text
    assert "Own who en." in answer.text
    assert "Version 1 is in force" in in_force(office)


@pytest.mark.parametrize("base", ["", "first", "-1", "9" * 30])
def test_a_form_that_is_not_ours_is_refused(office, base):
    assert sent(office, base=base) == 422


def test_somebody_elses_newer_version_is_not_overwritten(office):
    assert sent(office) == 303
    assert sent(office, en_who="Other words.") == 409
    assert "Own who en." in in_force(office)


def test_another_page_changes_nothing(office):
    fields = {"base": "1", "act": "save", **OWN}
    answer = office.ask(PAGE, fields, {"Origin": "http://elsewhere.example"})
    assert answer.status == 403
    assert "Version 1 is in force" in in_force(office)


def test_who_is_no_administrator_is_told_so_and_changes_nothing(clinic):
    clinic.sign_in()
    assert clinic.ask(PAGE).status == 403
    assert sent(clinic) == 403
    clinic.happens("set", role="admin")
    assert "Version 1 is in force" in in_force(clinic)


def test_without_a_session_it_is_closed(clinic):
    assert clinic.ask(PAGE).status == 401
    assert sent(clinic) == 401


def test_no_word_becomes_markup(office):
    page = office.ask(PAGE, {"base": "1", "act": "preview", **OWN, "en-who": HOSTILE[:300]}).text
    assert "<script>document" not in page
    assert "<img src=http" not in page


def test_a_failing_machine_is_told(office):
    office.happens("set", broken="yes")
    assert office.ask(PAGE).status in {401, 503}


def test_the_link_stands_in_the_bar_for_administrators(desk):
    assert desk.clinic.ask("/").status == 200
    desk.open()
    desk.page.get_by_text("Signed in as").wait_for()
    assert desk.page.get_by_role("link", name=wording.NOTICE).count() == 0
    desk.clinic.happens("set", role="admin")
    desk.page.reload()
    desk.page.get_by_role("link", name=wording.NOTICE).click()
    desk.page.get_by_role("heading", name=wording.NOTICE).wait_for()
