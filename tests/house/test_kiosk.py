"""What stands behind the kiosk's doors, over a real store and the real rules."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from house.arriving import TICKET_LIFE
from house.kiosk import COOKIE_LIFE
from intake.appointment import LONGEST_NAME
from intake.draft import Given
from intake.kiosk.doors import (
    Arrival,
    Changes,
    NoVisit,
    Refused,
    Saved,
    Stale,
    TellFrontDesk,
    Visit,
)
from intake.store import Secret, alerts, submissions, visits
from intake.store.alerts import Acknowledgement, AlertKind
from tests.agreeing import agreed, agreement
from tests.house.conftest import House
from tests.journeys.sheets import healthy, unsure


def told(house: House) -> list[alerts.Alert]:
    with house.store.read() as tx:
        return list(alerts.open_alerts(tx))


def see_to_everything(house: House) -> None:
    with house.store.write() as tx:
        for alert in alerts.open_alerts(tx):
            alerts.acknowledge(tx, alert.id, Acknowledgement("Nora", b"seen"), house.now)


def level_of(house: House) -> dict:
    with house.store.read() as tx:
        [visit] = visits.list_for_clinic(tx, house.now - timedelta(days=9))
    assert isinstance(visit, visits.Visit)
    level: dict = json.loads(visit.level)
    return level


def everything(**answers: object) -> dict[str, str | tuple[str, ...]]:
    return {k.replace("-", "_"): v for k, v in healthy(**answers).items()}


@pytest.mark.parametrize(
    "family", ["", "   ", "x" * (LONGEST_NAME + 1)], ids=["none", "spaces", "too long"]
)
def test_a_name_that_cannot_be_one_begins_no_visit_and_the_consent_stays_good(house, family):
    consent = agreed(house.kiosk)
    refused = house.kiosk.begin(Arrival(family, "Testina", "Door", consent=consent))
    assert isinstance(refused, Refused)
    assert isinstance(house.kiosk.begin(arrival(consent)), str)


def arrival(consent: str) -> Arrival:
    return Arrival("Madeup", "Testina", "Door", consent=consent)


def test_a_ticket_is_good_for_a_short_time_and_once(house):
    ticket = house.kiosk.begin(arrival(agreed(house.kiosk)))
    late = house.kiosk.begin(arrival(agreed(house.kiosk)))
    assert house.kiosk.claim(ticket)
    assert house.kiosk.claim(ticket) is None
    house.now += TICKET_LIFE
    assert house.kiosk.claim(late) is None


def test_a_cookie_opens_its_visit_until_it_has_expired(house):
    token = house.patient()
    house.now += COOKIE_LIFE - timedelta(seconds=1)
    house.kiosk.still_here(token)
    assert isinstance(house.kiosk.visit(token), Visit)
    house.passes(seconds=1)
    assert house.kiosk.visit(token) == NoVisit()
    assert house.kiosk.record(token, Changes(0, {}, None)) == NoVisit()
    assert house.kiosk.submit(token, 0) == NoVisit()


def test_the_day_of_the_visit_is_the_clinics(house):
    house.nurse()  # in New York
    house.now = house.now.replace(hour=3)
    found = house.kiosk.visit(house.patient())
    assert isinstance(found, Visit)
    assert found.visit_date.isoformat() == "2026-11-19"


def test_age_is_the_houses_to_work_out_and_is_not_given_to_the_tablet(house):
    token = house.patient()
    house.answer(token, 0, birth_date="1960-11-21", age="7")
    found = house.kiosk.visit(token)
    assert isinstance(found, Visit)
    assert set(found.answers) == {"birth-date"}


def test_an_emergency_holds_the_tablet_until_staff_have_seen_it(house):
    token = house.patient()
    assert not house.answer(token, 0, cold_leg="no").paused
    assert house.answer(token, 1, cold_leg="yes").paused
    [alert] = told(house)
    assert (alert.kind, alert.tablet) == (AlertKind.EMERGENCY, "Door")
    assert level_of(house) == {"urgency": "emergency", "final": False}

    see_to_everything(house)
    assert not house.answer(token, 2, cold_leg="yes", worst_pain="9").paused


def test_an_answer_taken_back_still_counts_until_staff_have_seen_it(house):
    token = house.patient()
    house.answer(token, 0, cold_leg="yes")
    assert house.answer(token, 1, cold_leg="no").paused
    assert level_of(house)["urgency"] == "emergency"


def test_the_same_finding_is_told_once_and_a_new_one_again(house):
    token = house.patient()
    house.answer(token, 0, cold_leg="yes")
    see_to_everything(house)
    house.answer(token, 1, cold_leg="yes")
    assert told(house) == []
    assert house.answer(token, 2, saddle_numbness="yes").paused
    assert [alert.kind for alert in told(house)] == [AlertKind.EMERGENCY]


def test_not_knowing_counts_only_when_the_visit_is_over(house):
    token = house.patient()
    house.answer(token, 0, **everything(swollen_leg="not-sure"))
    assert level_of(house) == {"urgency": "routine", "final": False}
    assert isinstance(house.kiosk.submit(token, 1), Saved)
    assert level_of(house) == {"urgency": "soon", "final": True}


def test_what_staff_should_ask_before_the_patient_leaves_holds_nobody(house):
    token = house.patient()
    assert not house.answer(token, 0, **everything(cold_leg="not-sure")).paused
    assert isinstance(house.kiosk.submit(token, 1), Saved)
    assert level_of(house) == {"urgency": "same_day", "final": True}
    assert [alert.kind for alert in told(house)] == [AlertKind.SAME_DAY]


def test_who_is_sure_of_nothing_can_finish_and_staff_are_told(house):
    given = unsure()
    known = [k for k, v in given.items() if not {"not-sure", "rather-not-say", "False"} & {*v}]
    assert known == ["who-answers", "birth-date"]
    token = house.patient()
    assert not house.answer(token, 0, **given).paused
    assert isinstance(house.kiosk.submit(token, 1), Saved)
    assert level_of(house) == {"urgency": "same_day", "final": True}
    assert {alert.kind for alert in told(house)} == {AlertKind.SAME_DAY}


def test_what_is_still_open_is_named_and_nothing_is_submitted(house):
    token = house.patient()
    missing = everything()
    del missing["movement"]
    house.answer(token, 0, **missing)
    refused = house.kiosk.submit(token, 1)
    assert isinstance(refused, Refused)
    assert refused.link_id == "movement"
    assert level_of(house)["final"] is False


def test_who_asks_for_help_may_not_go_on_so_what_is_not_known_counts(house):
    token = house.patient()
    house.answer(token, 0, which_knee="right")
    assert house.kiosk.ask_for_help(token, "another name")
    [alert] = told(house)
    assert (alert.kind, alert.tablet) == (AlertKind.HELP, "Door")
    assert level_of(house) == {"urgency": "same_day", "final": False, "stopped": True}
    found = house.kiosk.visit(token)
    assert isinstance(found, Visit)
    assert not found.paused


def test_help_is_called_again_once_somebody_has_been(house):
    token = house.patient()
    for _ in range(2):
        assert house.kiosk.ask_for_help(token, "Door")
        assert house.kiosk.ask_for_help(token, "Door")
        assert len(told(house)) == 1
        see_to_everything(house)
    assert told(house) == []


@pytest.mark.parametrize("token", [None, "", "invented"])
def test_help_needs_no_visit(house, token):
    assert house.kiosk.ask_for_help(token, "Hallway")
    assert [(alert.tablet, alert.visit_id) for alert in told(house)] == [("Hallway", None)]


def test_a_submission_keeps_what_was_asked_answered_and_meant(house):
    token = house.patient()
    house.answer(token, 0, **everything())
    assert house.kiosk.submit(token, 1) == Saved(1, paused=False)
    with house.store.read() as tx:
        [visit] = visits.list_for_clinic(tx, house.now - timedelta(days=1))
        [stored] = submissions.submissions_of_visit(tx, visit.id)
    response = json.loads(stored.content.response)
    assert response["status"] == "completed"
    assert (
        json.loads(stored.content.questionnaire)["version"]
        == response["questionnaire"].split("|")[1]
    )
    assert json.loads(stored.content.assessment)["urgency"] == "routine"


def test_a_visit_that_is_over_says_so_and_gives_nothing_away(house):
    token = house.patient()
    house.answer(token, 0, **everything())
    house.kiosk.submit(token, 1)
    for outcome in (
        house.kiosk.record(token, Changes(1, {"worst-pain": Given(("9",))}, None)),
        house.kiosk.submit(token, 1),
    ):
        assert isinstance(outcome, Stale)
        assert outcome.visit.finished
        assert outcome.visit.answers == {}


def test_a_visit_handed_to_another_tablet_is_gone_from_the_first(house):
    token = house.patient()
    with house.store.write() as tx:
        [visit] = visits.list_for_clinic(tx, house.now - timedelta(days=1))
        assert isinstance(visit, visits.Visit)
        code = Secret("hand-over", house.now + timedelta(minutes=1))
        visits.issue_code(tx, visit, code, house.now)
    other = house.kiosk.claim("hand-over")
    assert other
    assert isinstance(house.kiosk.visit(other), Visit)
    assert house.kiosk.visit(token) == NoVisit()


def test_a_failing_machine_sends_the_patient_to_the_desk_and_logs_no_answer(house):
    token = house.patient("Kanarienvogel")
    signed = agreement(house.kiosk)
    house.break_down()
    sick = TellFrontDesk()
    assert house.kiosk.notice() == sick
    assert house.kiosk.agree(signed) == sick
    assert house.kiosk.consented("a-secret") is None
    assert not house.kiosk.decline("Door")
    assert house.kiosk.begin(Arrival("Kanarienvogel", "Testina", "Door")) == sick
    assert house.kiosk.visit(token) == sick
    assert house.kiosk.record(token, Changes(0, {"worst-pain": Given(("9",))}, None)) == sick
    assert house.kiosk.submit(token, 0) == sick
    assert house.kiosk.claim("a-ticket") is None
    assert not house.kiosk.ask_for_help(token, "Door")
    assert not house.kiosk.ready()
    doors = [code.split(".")[1] for code in house.reported]
    before = ["notice", "agree", "consented", "decline"]
    assert doors == [*before, "begin", "visit", "record", "submit", "claim", "help"]
    assert not any(word in " ".join(house.reported) for word in ("Kanarien", "worst", token))


def test_the_questionnaire_it_began_with_is_the_one_it_gets(house):
    found = house.kiosk.visit(house.patient())
    assert isinstance(found, Visit)
    given = house.kiosk.questionnaire(found.questionnaire_version, found.language)
    assert given
    assert json.loads(given)["version"] == found.questionnaire_version
    assert house.kiosk.questionnaire("0", "en") is None
