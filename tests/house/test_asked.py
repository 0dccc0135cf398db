"""A visit is read, and ends, in the version of the questions it began with."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from markupsafe import escape

from house import asked
from house import visit as visiting
from house.level import Level, level_bytes
from intake.draft import Given
from intake.fhir import questionnaire_bytes, questionnaire_json
from intake.kiosk.doors import Arrival, Changes, Refused, Saved, TellFrontDesk, Visit
from intake.questionnaire import Questionnaire
from intake.spoken import QUESTIONNAIRES
from intake.store import submissions, visits
from intake.store.staff import Role
from reports import wording
from reports.clinic.answers import every_answer
from reports.clinic.doors import PatientView, Pdf, Unavailable, Who
from reports.clinic.patient import _findings
from screening.finding import Urgency
from screening.record import read_assessment
from screening.rules import RULES
from tests.agreeing import agreed
from tests.house.conftest import House
from tests.house.test_clinic import rows, view
from tests.house.test_kiosk import everything
from tests.journeys.desk import words_of
from tests.older import GONE, REWORDED, VERSION, WORDS, older

OLDER = {language: older(one) for language, one in QUESTIONNAIRES.items()}
ACROSS = wording.ACROSS.format(questionnaire=VERSION, rules=RULES.version)  # what staff are told


@pytest.fixture
def before(monkeypatch):
    """The program as it was before the upgrade; undone, it has been upgraded."""
    monkeypatch.setattr(asked, "QUESTIONNAIRES", OLDER)
    monkeypatch.setattr(asked, "QUESTIONNAIRE", OLDER["en"])
    return monkeypatch


def arrives(house: House, language: str = "en") -> str:
    consent = agreed(house.kiosk)
    ticket = house.kiosk.begin(Arrival("Madeup", "Testina", "Door", language, consent))
    assert isinstance(ticket, str)
    token = house.kiosk.claim(ticket)
    assert token
    return token


def said() -> dict[str, str | tuple[str, ...]]:
    answers = everything(how_long="over-3-months", worst_pain="4")
    answers |= {"sleeps_well": "yes", "is_it_worse": "worse"}
    del answers["trend"]
    return answers


def printed(house: House, nurse: str, visit_id: str) -> str:
    paper = house.clinic.pdf(nurse, visit_id)
    assert isinstance(paper, Pdf)
    return words_of(paper.content)


def findings(seen: PatientView) -> str:
    who = Who("Nora Testnurse", Role.ADMIN, seen.now)
    return _findings(who, seen, read_assessment(seen.assessment))


def answers_shown(seen: PatientView) -> dict[str, str]:
    meaning = read_assessment(seen.assessment)
    sections = every_answer(seen.response, meaning, seen.zone)
    return {row.question: row.answer for section in sections for row in section.questions}


@pytest.mark.parametrize("language", QUESTIONNAIRES)
def test_a_finished_visit_is_printed_in_the_wording_it_was_asked_in(house, before, language):
    nurse, token = house.nurse(), arrives(house, language)
    house.answer(token, 0, **said())
    assert isinstance(house.kiosk.submit(token, 1), Saved)
    [row] = rows(house, nurse)
    first = view(house, nurse, row.visit_id)
    before.undo()
    seen = view(house, nurse, row.visit_id)
    shown = answers_shown(seen)
    assert shown[GONE.text] == "Like a log"
    assert shown[WORDS["en"]["is-it-worse"]] == "Worse"
    assert REWORDED in shown.values()
    assert seen.assessment == first.assessment
    assert seen.as_asked
    words = printed(house, nurse, row.visit_id)
    for then in (GONE.text, "Like a log", REWORDED, f"questionnaire {VERSION}"):
        assert then in words
    with house.store.read() as tx:
        [kept] = submissions.submissions_of_visit(tx, row.visit_id)
    assert kept.content.questionnaire == questionnaire_bytes(OLDER[language])
    assert house.reported == []


def test_a_running_visit_ends_on_the_questions_it_began_with(house, before):
    nurse, token = house.nurse(), arrives(house, "es")
    answers = said()
    house.answer(token, 0, sleeps_well="yes")
    [row] = rows(house, nurse)
    with house.store.write() as tx:  # what older rules made of it
        visit = visits.open_for_clinic(tx, row.visit_id)
        assert visit
        level = level_bytes(Level(Urgency.SAME_DAY))
        visits.relevel(tx, visit, level, house.now)
    before.undo()
    found = house.kiosk.visit(token)
    assert isinstance(found, Visit)
    assert (found.questionnaire_version, found.language) == (VERSION, "es")
    assert set(found.answers) == {"sleeps-well"}
    played = house.kiosk.questionnaire(VERSION, "es")
    assert played == questionnaire_bytes(OLDER["es"])
    assert house.kiosk.questionnaire(VERSION, "tlh") is None
    assert house.kiosk.questionnaire("1", "es") is None
    del answers["is_it_worse"]
    house.answer(token, 1, **answers)
    assert rows(house, nurse)[0].urgency is Urgency.SAME_DAY
    assert read_assessment(view(house, nurse, row.visit_id).assessment).across
    open_yet = house.kiosk.submit(token, 2)
    assert isinstance(open_yet, Refused)
    assert open_yet.link_id == "is-it-worse"
    house.answer(token, 2, is_it_worse="worse")
    assert isinstance(house.kiosk.submit(token, 3), Saved)
    seen = view(house, nurse, row.visit_id)
    assert ACROSS in findings(seen)
    assert seen.row.urgency is Urgency.SAME_DAY
    assert read_assessment(seen.assessment).urgency is Urgency.SAME_DAY
    words = printed(house, nurse, row.visit_id)
    assert WORDS["en"]["is-it-worse"] in words
    assert wording.SEE_PAGE_2 in words
    assert ACROSS in words
    trend = asked.QUESTIONNAIRE.questions["trend"].text
    assert f"{trend} leaves open" in words  # what only today's rules ask for is to be asked aloud
    assert house.reported == []


def test_a_version_that_was_not_kept_is_read_by_todays_questions_and_the_page_says_so(
    house, before
):
    def in_an_old_form(questionnaire: Questionnaire) -> bytes:
        return json.dumps({**questionnaire_json(questionnaire), "extension": []}).encode()

    before.setattr(asked, "_document", in_an_old_form)
    before.setattr(visiting, "questionnaire_bytes", in_an_old_form)
    reworded = replace(QUESTIONNAIRES["en"], version=VERSION)
    before.setattr(asked, "QUESTIONNAIRE", reworded)
    before.setattr(asked, "QUESTIONNAIRES", {"en": reworded})
    nurse, token = house.nurse(), arrives(house)
    house.answer(token, 0, **everything())
    house.kiosk.submit(token, 1)
    [row] = rows(house, nurse)
    before.setattr(asked, "QUESTIONNAIRE", OLDER["en"])
    before.setattr(asked, "QUESTIONNAIRES", OLDER)
    running = arrives(house)
    house.answer(running, 0, sleeps_well="yes")
    before.undo()
    seen = view(house, nurse, row.visit_id)
    assert escape(wording.NOT_AS_ASKED) in findings(seen)
    assert wording.NOT_AS_ASKED in printed(house, nurse, row.visit_id)
    assert house.kiosk.visit(running) == TellFrontDesk()
    assert house.kiosk.record(running, Changes(1, {}, None)) == TellFrontDesk()
    [other] = [one.visit_id for one in rows(house, nurse) if one.visit_id != row.visit_id]
    assert house.clinic.patient(nurse, other) == Unavailable()


def test_what_a_tablet_still_holds_after_closing_and_an_upgrade_is_kept(house, before):
    nurse, token = house.nurse(), arrives(house, "es")
    house.answer(token, 0, sleeps_well="yes")
    [row] = rows(house, nurse)
    house.clinic.close_visit(nurse, row.visit_id)
    before.undo()
    held = {"is-it-worse": Given(("worse",)), "cold-leg": Given(("yes",))}
    sent = house.kiosk.record(token, Changes(1, held, None))
    assert isinstance(sent, Saved)
    assert sent.ended
    seen = view(house, nurse, row.visit_id)
    assert answers_shown(seen)[WORDS["en"]["is-it-worse"]] == "Worse"
    assert seen.row.urgency is Urgency.EMERGENCY
    with house.store.read() as tx:
        _, later = submissions.submissions_of_visit(tx, row.visit_id)
    assert later.content.questionnaire == questionnaire_bytes(OLDER["es"])


def test_todays_questions_are_there_when_the_store_is_not(house):
    version = asked.QUESTIONNAIRE.version
    house.break_down()
    assert house.kiosk.questionnaire(version, "es") == questionnaire_bytes(QUESTIONNAIRES["es"])
    assert house.kiosk.questionnaire(VERSION, "es") is None
    assert house.reported == ["kiosk.questionnaire.StoreIsUnavailable"]
