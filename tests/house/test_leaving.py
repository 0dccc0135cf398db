"""A patient leaves without having finished: what is kept, who is told, what the tablet opens."""

from __future__ import annotations

from datetime import timedelta

import pytest

from house.kiosk import KioskHouse
from house.leaving import Leaving, silence_for
from intake.draft import Given
from intake.kiosk.doors import Changes, NoVisit, Patience, Saved, Visit, Why
from intake.store import visits
from intake.store.alerts import AlertKind
from reports.clinic.doors import IssuedCode
from tests.house.conftest import House
from tests.house.test_kiosk import level_of, see_to_everything, told

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
    [alert] = told(house)
    assert (alert.kind, alert.tablet) == (kind, "Door")
    assert level_of(house) == {"urgency": "same_day", "final": False}

    [row] = house.clinic.worklist(nurse).rows
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
        assert [alert.kind for alert in told(house)] == [AlertKind.IDLE]
        see_to_everything(house)
        [row] = house.clinic.worklist(nurse).rows
        code = house.clinic.visit_code(nurse, row.visit_id).code
        token = house.kiosk.claim(house.kiosk.use_code(code, "Door"))


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
        assert [alert.kind for alert in told(house)] == [AlertKind.IDLE]
    assert level_of(house) == {"urgency": "same_day", "final": False}
    see_to_everything(house)
    leaving.notice_the_left()
    assert told(house) == []
    assert house.kiosk.visit(token) == NoVisit()


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
