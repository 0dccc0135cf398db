"""The pages on which staff correct an answer: chosen, shown what it changes, saved when meant."""

from __future__ import annotations

from playwright.sync_api import expect

from reports.clinic import wording
from tests.reports.clinic.conftest import Clinic, Desk
from tests.reports.clinic.front_desk import HOSTILE

PAGE = "/clinic/visits/hot/correct"
FEVER = f"{PAGE}/fever-or-ill"
WHY = "Asked aloud: that was last winter."
NO = {"base": "hot-1", "value": "no", "why": WHY}


def test_every_kind_of_question_can_be_chosen_and_shows_its_own_options(clinic: Clinic):
    clinic.sign_in()
    page = clinic.ask(PAGE).text
    for link_id in ("fever-or-ill", "worst-pain", "birth-date", "conditions", "anything-else"):
        assert f'href="{PAGE}/{link_id}"' in page
    assert f"{PAGE}/age" not in page
    kinds = {
        "fever-or-ill": 'type="radio" name="value" value="not-sure"',
        "conditions": 'type="checkbox" name="tick-gout"',
        "birth-date": 'type="date"',
        "anything-else": "<textarea",
    }
    for link_id, field in kinds.items():
        assert field in clinic.ask(f"{PAGE}/{link_id}").text
    assert 'value="yes" required checked' in clinic.ask(FEVER).text


def test_what_it_changes_is_shown_and_nothing_saved_until_it_is_meant(clinic: Clinic):
    clinic.sign_in()
    page = clinic.ask(FEVER, {**NO, "act": "preview"}).text
    for words in ("This lowers the level from", "No longer found", "I have made sure", WHY):
        assert words in page
    unsure = clinic.ask(FEVER, {**NO, "act": "save"})
    assert unsure.status == 422
    assert "Not sure." in unsure.text
    assert "This lowers the level from" in unsure.text
    assert not clinic.told()["done"]
    saved = clinic.ask(FEVER, {**NO, "act": "save", "sure": "1"})
    assert (saved.status, saved.headers["location"]) == (303, f"{PAGE}?saved=1")
    assert clinic.told()["done"] == [{"corrected": "fever-or-ill", "why": WHY}]
    assert wording.CORRECT_SAVED.format(version=2) in clinic.ask(f"{PAGE}?saved=1").text


def test_what_rises_needs_no_tick_and_what_was_written_can_be_changed(clinic: Clinic):
    clinic.sign_in()
    path = "/clinic/visits/well/correct/cold-leg"
    form = {**NO, "base": "well-1", "value": "yes"}
    page = clinic.ask(path, {**form, "act": "preview"}).text
    assert "This raises the level from" in page
    assert 'name="sure"' not in page
    again = clinic.ask(path, {**form, "act": "change"}).text
    assert 'value="yes" required checked' in again
    assert WHY in again
    assert clinic.ask(path, {**form, "act": "save"}).status == 303


def test_what_cannot_be_an_answer_gets_a_sentence_and_keeps_what_was_written(clinic: Clinic):
    clinic.sign_in()
    ticks = {"base": "hot-1", "why": WHY, "tick-none": "1", "tick-gout": "1"}
    wrong: list[tuple[str, dict[str, str], str]] = [
        ("fever-or-ill", {**NO, "value": ""}, wording.CORRECT_NONE),
        ("fever-or-ill", {**NO, "value": "maybe"}, wording.CORRECT_NONE),
        ("fever-or-ill", {**NO, "why": " "}, wording.CORRECT_WHY),
        ("fever-or-ill", {**NO, "why": "x" * 201}, wording.TOO_LONG),
        ("conditions", ticks, "cannot stand beside other answers"),
        ("birth-date", {**NO, "value": "31/02/1950"}, wording.CORRECT_DATE),
        ("anything-else", {**NO, "value": "x" * 2001}, wording.TOO_LONG),
    ]
    for link_id, form, sentence in wrong:
        answer = clinic.ask(f"{PAGE}/{link_id}", {**form, "act": "preview"})
        assert answer.status == 422
        assert sentence in answer.text
        assert form["why"].strip() in answer.text
    assert clinic.ask(FEVER, b"\xff\xfe").status == 422
    assert not clinic.told()["done"]


def test_whoever_comes_second_is_told_and_keeps_what_was_chosen(clinic: Clinic):
    clinic.sign_in()
    clinic.ask(f"{PAGE}/worst-pain", {**NO, "value": "9", "act": "save"})
    for act in ("preview", "save"):
        answer = clinic.ask(FEVER, {**NO, "act": act, "sure": "1"})
        assert answer.status == 409
        for kept in (
            "Somebody else was first.",
            WHY,
            'value="hot-2"',
            'value="no" required checked',
        ):
            assert kept in answer.text


def test_it_is_closed_to_the_front_desk_to_other_sites_and_to_strangers(clinic: Clinic):
    assert clinic.ask(PAGE).status == 401
    assert clinic.ask(FEVER, {**NO, "act": "save"}).status == 401
    clinic.sign_in()
    elsewhere = clinic.ask(FEVER, {**NO, "act": "save"}, {"Origin": "http://elsewhere.example"})
    assert elsewhere.status == 403
    for path in ("/clinic/visits/busy/correct", "/clinic/visits/x/correct", f"{PAGE}/age"):
        assert clinic.ask(path).status == 404
    clinic.happens("set", role="front-desk")
    for answer in (clinic.ask(PAGE), clinic.ask(FEVER, {**NO, "act": "save", "sure": "1"})):
        assert answer.status == 403
        assert "The front desk cannot." in answer.text
    assert not clinic.told()["done"]


def test_a_nurse_corrects_an_answer_at_the_desk(desk: Desk):
    desk.clinic.happens("write", visit="hot", text=HOSTILE)
    desk.open("/?visit=hot")
    page = desk.page
    page.get_by_role("link", name=wording.CORRECT).click()
    page.get_by_role("link", name="Correct: Fever, chills").click()
    page.get_by_label("No", exact=True).check()
    page.get_by_label("Why it is corrected").fill(HOSTILE[:200])
    page.get_by_role("button", name="See what it changes").click()
    expect(page.get_by_text("This lowers the level from")).to_be_visible()
    page.get_by_label("I have made sure").check()
    page.get_by_role("button", name="Save as version 2").click()
    expect(page.get_by_role("status")).to_contain_text("Saved as version 2")
    expect(page).to_have_title("Anteroom")
    assert desk.errors == []
    assert desk.foreign == []
    desk.clinic.happens("set", role="front-desk")
    desk.open("/?visit=hot")
    expect(page.get_by_role("link", name="Print summary")).to_be_visible()
    expect(page.get_by_role("link", name=wording.CORRECT)).to_have_count(0)
