"""A patient is asked in Spanish: the answers, the alerts and the meaning are the same."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from intake.draft import Given
from intake.fhir import questionnaire_bytes
from intake.kiosk.doors import Arrival, Changes, Saved, Visit
from intake.spoken import QUESTIONNAIRES
from intake.store import submissions, visits
from intake.store.submissions import Content
from reports.clinic.doors import Pdf, Worklist
from tests.agreeing import agreed
from tests.house.conftest import House
from tests.house.test_kiosk import everything, told
from tests.journeys.desk import words_of


def arrives(house: House, language: str) -> str:
    consent = agreed(house.kiosk)
    ticket = house.kiosk.begin(Arrival("Madeup", "Testina", "Door", language, consent))
    assert isinstance(ticket, str)
    token = house.kiosk.claim(ticket)
    assert token
    return token


def asked_in(house: House, token: str) -> str:
    found = house.kiosk.visit(token)
    assert isinstance(found, Visit)
    return found.language


def says(house: House, token: str, base: int, language: str | None, **given: str) -> None:
    answers = {name.replace("_", "-"): Given((value,)) for name, value in given.items()}
    changed = house.kiosk.record(token, Changes(base, answers, None, language))
    assert isinstance(changed, Saved)


def stored(house: House) -> Content:
    with house.store.read() as tx:
        [visit] = visits.list_for_clinic(tx, house.now - timedelta(days=1))
        [one] = submissions.submissions_of_visit(tx, visit.id)
    return one.content


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_visit_begins_in_the_language_that_was_chosen(house, language):
    assert asked_in(house, arrives(house, language)) == language


def test_a_language_nobody_speaks_here_is_english(house):
    token = arrives(house, "tlh")
    assert asked_in(house, token) == "en"
    says(house, token, 0, "tlh")
    assert asked_in(house, token) == "en"


def test_the_language_changes_at_any_time_and_every_answer_stays(house):
    token = arrives(house, "en")
    says(house, token, 0, "en", cold_leg="no")
    says(house, token, 1, "es", hot_knee="longer")
    assert asked_in(house, token) == "es"
    says(house, token, 2, None, hurt_leg="no")
    found = house.kiosk.visit(token)
    assert isinstance(found, Visit)
    assert found.language == "es"
    assert set(found.answers) == {"cold-leg", "hot-knee", "hurt-leg"}


def test_an_answer_in_spanish_calls_staff_in_the_clinics_words(house):
    alerts = []
    for language in ("en", "es"):
        says(house, arrives(house, language), 0, language, cold_leg="yes")
        alerts.append(json.loads(told(house)[-1].detail))
    assert alerts[0] == alerts[1]


def test_what_is_kept_is_what_the_patient_read(house):
    token = arrives(house, "es")
    house.answer(token, 0, **everything(**{"anything-else": "Me duele al bajar."}))
    assert house.kiosk.submit(token, 1) == Saved(1, paused=False)
    content = stored(house)
    assert content.questionnaire == questionnaire_bytes(QUESTIONNAIRES["es"])
    response = json.loads(content.response)
    assert response["language"] == "es"
    assert "Su rodilla" in content.response.decode()
    assert "Me duele al bajar." in content.response.decode()


def test_what_it_means_does_not_depend_on_the_language(house):
    meanings = []
    for number, language in enumerate(("en", "es")):
        token = arrives(house, language)
        house.answer(token, 0, **everything(**{"hot-knee": "new"}))
        house.kiosk.submit(token, 1)
        with house.store.read() as tx:
            visit = visits.list_for_clinic(tx, house.now - timedelta(days=1))[number]
            [one] = submissions.submissions_of_visit(tx, visit.id)
        meanings.append(json.loads(one.content.assessment))
    assert meanings[0] == meanings[1]


def test_the_questionnaire_is_served_in_every_language(house):
    version = QUESTIONNAIRES["en"].version
    for language, questionnaire in QUESTIONNAIRES.items():
        served = house.kiosk.questionnaire(version, language)
        assert served == questionnaire_bytes(questionnaire)
    assert house.kiosk.questionnaire(version, "tlh") is None
    assert house.kiosk.questionnaire("0", "es") is None


@pytest.mark.parametrize(("language", "told_of"), [("en", False), ("es", True)])
def test_staff_are_told_of_a_language_that_is_not_theirs(house, language, told_of):
    nurse, tablet = house.nurse(), arrives(house, language)
    house.answer(tablet, 0, cold_leg="yes")
    found = house.clinic.worklist(nurse)
    assert isinstance(found, Worklist)
    [row] = found.rows
    assert row.language == language
    slip = house.clinic.slip(nurse, row.notices[0].alert_id)
    assert isinstance(slip, Pdf)
    assert ("Reads Spanish. Take an interpreter along." in words_of(slip.content)) is told_of
