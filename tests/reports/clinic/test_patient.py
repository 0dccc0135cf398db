import json
from dataclasses import dataclass

from playwright.sync_api import expect

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from reports.phrases import aloud
from screening.record import assessed
from screening.rules import RULES
from tests.reports.clinic.front_desk import HOSTILE, patients, response_of


@dataclass
class Read:
    """The page of a patient, and the assessment it must show."""

    text: str
    meaning: dict


def read(desk, visit_id="hot"):
    desk.open(f"/?visit={visit_id}")
    expect(desk.page.locator(".answers").first).to_be_visible()
    meaning = assessed(response_of(patients()[visit_id]), RULES)
    text = " ".join(desk.page.locator("[data-testid=stMain]").inner_text().split())
    return Read(text, json.loads(meaning.model_dump_json()))


def test_every_finding_stands_there_with_its_reasons_sources_and_next_step(desk):
    page = read(desk)
    assert page.meaning["findings"]
    for finding in page.meaning["findings"]:
        assert finding["title"] in page.text
        assert finding["next"] in page.text
        for source in finding["sources"]:
            assert source in page.text
        for claim in finding["claims"]:
            assert claim in page.text
        for one in finding["because"]:
            label = KNEE_TWITCHING.questions[one["link_id"]].label
            assert f"{label}: {one['answer'] or 'not answered'}" in page.text


def test_what_could_not_be_ruled_out_stands_there_with_the_question_to_ask(desk):
    page = read(desk)
    assert page.meaning["could_not_rule_out"]
    for one in page.meaning["could_not_rule_out"]:
        assert one["title"] in page.text
        for question in one["ask"]:
            assert aloud(question["question"]) in page.text


def test_every_answer_stands_there_and_those_a_finding_rests_on_are_marked(desk):
    page = read(desk)
    answers = response_of(patients()["hot"]).answers
    for link_id in answers:
        item = KNEE_TWITCHING.questions[link_id]
        if link_id != "age":
            assert item.text in page.text
    fever = desk.page.locator(".answers tr", has_text=KNEE_TWITCHING.questions["fever-or-ill"].text)
    expect(fever).to_contain_text("Yes")
    expect(fever).to_contain_text("part of a red flag")


def test_the_summary_opens_in_a_page_of_its_own(desk):
    read(desk)
    link = desk.page.get_by_role("link", name="Open summary (PDF)")
    expect(link).to_have_attribute("href", "/clinic/visits/hot/summary.pdf")
    expect(link).to_have_attribute("target", "_blank")


def test_a_running_visit_says_so_and_has_no_summary_yet(desk):
    page = read(desk, "busy")
    assert "The interview is not finished." in page.text
    assert "Routine, or higher" in page.text
    assert desk.page.get_by_role("link", name="Open summary (PDF)").count() == 0


def test_staff_close_a_visit_that_will_not_be_finished_in_two_steps(desk, clinic):
    read(desk, "busy")
    desk.page.get_by_text("The patient will not finish").click()
    close = desk.page.get_by_role("button", name="Close this visit")
    close.click()
    expect(desk.page.get_by_text("Please tick first")).to_be_visible()
    assert clinic.told()["done"] == []
    desk.page.get_by_text("The patient is not coming back to the tablet", exact=True).click()
    close.click()
    expect(desk.page.get_by_text("Closed by staff")).to_be_visible()
    assert {"closed": "busy"} in clinic.told()["done"]


def test_what_was_told_can_be_marked_as_seen_here_too(desk, clinic):
    clinic.happens("raise", alert="1", visit="hot", kind="same-day", title="Fever")
    read(desk)
    desk.page.get_by_role("textbox").fill("temperature taken")
    desk.page.get_by_role("button", name="Seen by me").click()
    expect(desk.page.get_by_role("heading", name="What staff did")).to_be_visible()
    expect(desk.page.get_by_text("temperature taken")).to_be_visible()
    assert {"seen": ["1"], "note": "temperature taken"} in clinic.told()["done"]


def test_whoever_reads_one_patient_is_told_of_another_who_calls(desk, clinic):
    read(desk)
    clinic.happens("raise", alert="1", visit="busy", kind="emergency", title="Fever")
    others = desk.page.locator(".others")
    expect(others).to_contain_text("1 other needs you now")
    others.get_by_role("link", name="Imaginary, Sol").click()
    expect(desk.page.get_by_role("heading", name="Imaginary, Sol")).to_be_visible()


def test_what_the_patient_wrote_is_shown_letter_by_letter(desk, clinic):
    clinic.happens("write", visit="hot", text=HOSTILE)
    read(desk)
    expect(desk.page.locator(".quote")).to_have_text(HOSTILE)
    expect(desk.page.locator(".person h1")).to_have_text(f"{HOSTILE}, Sol")
    assert desk.page.title() == "Anteroom"
    assert desk.foreign == []
    assert desk.errors == []


def test_a_visit_that_does_not_exist_is_said_not_to(desk):
    desk.open("/?visit=nobody")
    expect(desk.page.get_by_text("There is no such visit")).to_be_visible()
    desk.open("/?visit=<b>x</b>")
    expect(desk.page.get_by_text("There is no such visit")).to_be_visible()
