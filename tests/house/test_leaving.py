"""A patient leaves without having finished: what is kept, who is told, what the tablet opens."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from house.consent import LIFE
from house.kiosk import COOKIE_LIFE, KioskHouse
from house.leaving import Leaving, silence_for
from intake.draft import Given
from intake.kiosk.doors import Arrival, Changes, NoVisit, Patience, Saved, Visit, Why
from intake.store import Secret, visits
from intake.store.alerts import AlertKind
from reports.clinic.doors import IssuedCode
from tests.agreeing import agreed
from tests.house.conftest import MORNING, House
from tests.house.test_consent import kept, more
from tests.house.test_kiosk import everything, level_of, see_to_everything, told

SILENCE = silence_for(Patience())
SECOND = timedelta(seconds=1)


@pytest.fixture
def leaving(house: House) -> Leaving:
    """The kiosk's eye on silent tablets, over the same house."""
    kiosk = KioskHouse(
        store=lambda: house.store,
        clock=lambda: house.now,
        secret=lambda: "never used",
        report=house.reported.append,
    )
    return kiosk.leaving()


def gone(house: House) -> list[AlertKind]:
    """What tells that a patient is not there, once for each."""
    return [alert.kind for alert in told(house) if alert.kind is not AlertKind.SAME_DAY]


@pytest.mark.parametrize(
    ("why", "kind"),
    [(Why.IDLE, AlertKind.IDLE), (Why.CHOSEN, AlertKind.UNFINISHED)],
)
def test_who_walks_away_is_told_to_the_desk_and_gone_from_the_tablet_alone(house, why, kind):
    nurse, token = house.nurse(), house.patient()
    house.answer(token, 0, which_knee="left")
    assert house.kiosk.walk_away(token, why)

    assert house.kiosk.visit(token) == NoVisit()
    assert house.kiosk.record(token, Changes(1, {}, None)) == NoVisit()
    assert {(alert.kind, alert.tablet) for alert in told(house)} == {
        (kind, "Door"),
        (AlertKind.SAME_DAY, "Door"),  # what could not be ruled out
    }
    assert any(b"not_ruled_out" in alert.detail for alert in told(house))
    assert level_of(house) == {"urgency": "same_day", "final": False, "stopped": True}

    [row] = house.clinic.worklist(nurse).rows
    page = json.loads(house.clinic.patient(nurse, row.visit_id).assessment)
    assert page["urgency"] == "same_day"
    assert all(one["ask"] for one in page["could_not_rule_out"])
    assert "same_day" in {one["raises_to"] for one in page["could_not_rule_out"]}
    code = house.clinic.visit_code(nurse, row.visit_id)
    assert isinstance(code, IssuedCode)
    again = house.kiosk.claim(house.kiosk.use_code(code.code, "Hallway"))
    found = house.kiosk.visit(again)
    assert isinstance(found, Visit)
    assert found.answers["which-knee"].values == ("left",)


def test_a_code_given_out_before_still_works_when_the_first_tablet_is_left(house):
    nurse, token = house.nurse(), house.patient()
    [row] = house.clinic.worklist(nurse).rows
    code = house.clinic.visit_code(nurse, row.visit_id)
    house.kiosk.walk_away(token, Why.IDLE)
    assert isinstance(house.kiosk.use_code(code.code, "Hallway"), str)


def test_each_time_a_patient_walks_away_staff_are_told_once(house):
    nurse, token = house.nurse(), house.patient()
    for _ in range(2):
        assert house.kiosk.walk_away(token, Why.IDLE)
        assert house.kiosk.walk_away(token, Why.IDLE)
        assert gone(house) == [AlertKind.IDLE]
        see_to_everything(house)
        [row] = house.clinic.worklist(nurse).rows
        code = house.clinic.visit_code(nurse, row.visit_id).code
        token = house.kiosk.claim(house.kiosk.use_code(code, "Door"))


def test_an_agreement_that_no_visit_followed_is_erased_though_nobody_else_comes(house, leaving):
    before = kept(house)
    agreed(house.kiosk)
    house.now += LIFE - timedelta(seconds=1)
    leaving.notice_the_left()
    assert more(house, before) == {"audit": 2, "consents": 1, "notices": 1, "record_keys": 1}
    house.passes(seconds=1)
    leaving.notice_the_left()
    assert more(house, before) == {"audit": 3, "notices": 1}


@pytest.mark.parametrize("token", ["", "invented"])
def test_where_there_is_no_visit_nothing_is_left_and_nobody_is_told(house, token):
    assert house.kiosk.walk_away(token, Why.CHOSEN)
    house.kiosk.still_here(token)
    assert told(house) == []


def test_who_has_finished_does_not_walk_away(house):
    token = house.patient()
    with house.store.write() as tx:
        visit = visits.open_for_tablet(tx, token, house.now)
        assert isinstance(visit, visits.Visit)
        ending = visits.Ending(0, visits.VisitStatus.COMPLETED, "tablet:Door")
        visits.finish(tx, visit, ending, house.now)
    assert house.kiosk.walk_away(token, Why.IDLE)
    assert told(house) == []


def test_a_tablet_that_falls_silent_is_noticed_once_and_does_not_show_the_visit_again(
    house, leaving
):
    token = house.patient()
    house.now += SILENCE
    leaving.notice_the_left()
    assert told(house) == []
    house.now += SECOND
    for _ in range(2):
        leaving.notice_the_left()
        assert gone(house) == [AlertKind.IDLE]
    assert level_of(house)["urgency"] == "same_day"
    see_to_everything(house)
    leaving.notice_the_left()
    assert told(house) == []
    assert house.kiosk.visit(token) == NoVisit()


def test_every_silence_is_noticed_the_second_one_of_a_visit_too_and_a_ticket_never_used(
    house, leaving
):
    house.patient()
    for code in ("CDFH-2345", "CDFH-2346"):
        house.now += SILENCE + SECOND
        leaving.notice_the_left()
        assert gone(house) == [AlertKind.IDLE]
        see_to_everything(house)
        leaving.notice_the_left()
        assert told(house) == []
        house.now += SECOND
        with house.store.write() as tx:
            [visit] = visits.list_for_clinic(tx, MORNING)
            assert isinstance(visit, visits.Visit)
            visits.issue_code(tx, visit, Secret(code, house.now + COOKIE_LIFE), house.now)
        assert house.kiosk.claim(code)
    house.kiosk.begin(Arrival("Madeup", "Lost", "Hallway", consent=agreed(house.kiosk)))
    house.now += timedelta(hours=3)
    leaving.notice_the_left()
    assert {alert.tablet for alert in told(house)} == {"Door", "Hallway"}


@pytest.mark.parametrize("way", ["help", "leaving", "silence"])
def test_a_level_the_unknown_raised_falls_when_staff_have_seen_to_it_and_not_before(
    house, leaving, way
):
    nurse, token = house.nurse(), house.patient()
    house.answer(token, 0, which_knee="right")
    assert level_of(house)["urgency"] == "routine"
    match way:
        case "help":
            house.kiosk.ask_for_help(token, "Door")
        case "silence":
            house.now += SILENCE + SECOND
            leaving.notice_the_left()
        case _:
            house.kiosk.walk_away(token, Why.CHOSEN)
            [row] = house.clinic.worklist(nurse).rows
            code = house.clinic.visit_code(nurse, row.visit_id).code
            token = house.kiosk.claim(house.kiosk.use_code(code, "Door"))
    assert level_of(house)["urgency"] == "same_day"
    house.answer(token, 1, which_knee="left")
    house.answer(token, 2, **everything())
    house.kiosk.ask_for_help(token, "Door")
    assert level_of(house) == {"urgency": "same_day", "final": False, "stopped": True}
    see_to_everything(house)
    assert level_of(house)["urgency"] == "same_day"
    house.answer(token, 3, **everything())
    assert level_of(house) == {"urgency": "routine", "final": False}


def test_a_level_the_unknown_raised_falls_when_every_question_has_been_answered(house):
    token = house.patient()
    house.kiosk.ask_for_help(token, "Door")
    house.answer(token, 0, **everything())
    assert level_of(house)["urgency"] == "same_day"
    assert isinstance(house.kiosk.submit(token, 1), Saved)
    assert level_of(house) == {"urgency": "routine", "final": True}


def test_no_outage_costs_an_answer(house, leaving):
    token = house.patient()
    house.now += SILENCE + SECOND
    leaving.notice_the_left()
    saved = house.kiosk.record(token, Changes(0, {"which-knee": Given(("left",))}, None))
    assert isinstance(saved, Saved)
    assert isinstance(house.kiosk.visit(token), Visit)


def test_a_touch_or_an_answer_is_a_sign_of_somebody(house, leaving):
    token = house.patient()
    for _ in range(3):
        house.now += SILENCE
        house.kiosk.still_here(token)
    house.now += SILENCE
    house.answer(token, 0, which_knee="left")
    house.now += SILENCE
    leaving.notice_the_left()
    assert told(house) == []
    assert isinstance(house.kiosk.visit(token), Visit)


def test_who_waits_for_staff_is_not_taken_to_have_left(house, leaving):
    token = house.patient()
    house.answer(token, 0, cold_leg="yes")
    house.now += SILENCE + SECOND
    leaving.notice_the_left()
    assert [alert.kind for alert in told(house)] == [AlertKind.EMERGENCY]
    found = house.kiosk.visit(token)
    assert isinstance(found, Visit)
    assert found.paused


def test_a_failing_machine_is_reported_and_the_tablet_knows(house, leaving):
    token = house.patient()
    house.break_down()
    assert not house.kiosk.walk_away(token, Why.IDLE)
    house.kiosk.still_here(token)
    leaving.notice_the_left()
    doors = [code.split(".")[1] for code in house.reported]
    assert doors == ["walk-away", "still-here", "left"]


def test_answers_lost_with_a_tablet_are_told_to_the_desk_and_those_that_arrived_are_not(house):
    nurse, token = house.nurse(), house.patient()
    house.answer(token, 0, which_knee="right")
    assert house.kiosk.tell_unsent(token, 0)  # it arrived, only its acknowledgement did not
    assert house.kiosk.tell_unsent("invented", 0)
    assert told(house) == []
    house.kiosk.walk_away(token, Why.IDLE)
    assert house.kiosk.tell_unsent(token, 1)
    [row] = house.clinic.worklist(nurse).rows
    [lost] = [one for one in row.open_notices if one.kind is AlertKind.UNSENT]
    assert lost.tablet == "Door"
