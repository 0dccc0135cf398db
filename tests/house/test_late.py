"""What a tablet sends after staff have closed its visit: kept, told at once, never called sent."""

from __future__ import annotations

import json

from intake.draft import Given
from intake.kiosk.doors import Changes, NoVisit, Refused, Saved, Stale, Visit
from intake.store import submissions
from intake.store.alerts import AlertKind
from reports.clinic.doors import Done
from screening.finding import Urgency
from tests.house.conftest import House
from tests.house.test_clinic import rows, view
from tests.house.test_correction import correct
from tests.house.test_kiosk import see_to_everything, told


def late(house: House, token: str, base: int, **answers: str):
    given = {link_id.replace("_", "-"): Given((one,)) for link_id, one in answers.items()}
    return house.kiosk.record(token, Changes(base, given, None))


def closed(house: House) -> tuple[str, str, str]:
    """A visit staff have closed while its tablet was away; the nurse, the tablet, the visit."""
    nurse, token = house.nurse(), house.patient()
    house.answer(token, 0, which_knee="left", saddle_numbness="no")
    [row] = rows(house, nurse)
    assert house.clinic.close_visit(nurse, row.visit_id) == Done()
    see_to_everything(house)
    house.passes(minutes=2)
    return nurse, token, row.visit_id


def versions(house: House, visit_id: str) -> list[dict]:
    with house.store.read() as tx:
        stored = submissions.submissions_of_visit(tx, visit_id)
    return [json.loads(one.content.response) for one in stored]


def test_an_emergency_that_arrives_after_closing_is_told_at_once_and_kept_beside_the_first(house):
    nurse, token, visit_id = closed(house)
    sent = late(house, token, 0, which_knee="left", saddle_numbness="no", cold_leg="yes")
    assert sent == Saved(1, paused=True, ended=True)
    assert {(alert.kind, alert.tablet, alert.visit_id) for alert in told(house)} >= {
        (AlertKind.EMERGENCY, "Door", visit_id),
        (AlertKind.LATE, "Door", visit_id),
    }
    [row] = rows(house, nurse)
    assert (row.urgency, row.final) == (Urgency.EMERGENCY, True)
    page = view(house, nurse, visit_id)
    assert json.loads(page.assessment)["urgency"] == "emergency"
    assert page.response.answers["cold-leg"].values == ("yes",)
    first, second = versions(house, visit_id)
    assert "cold-leg" not in json.dumps(first)
    assert second["meta"] == {"lastUpdated": house.now.isoformat()}

    found = house.kiosk.visit(token)
    assert isinstance(found, Visit)
    assert (found.finished, found.closed, found.paused) == (False, True, True)
    submitted = house.kiosk.submit(token, 1)
    assert isinstance(submitted, Stale)
    assert not submitted.visit.finished


def test_sending_the_same_again_makes_no_version_and_no_alert(house):
    _, token, visit_id = closed(house)
    for answers in ({"which_knee": "left"}, {"cold_leg": "no"}, {"cold_leg": "no"}):
        assert late(house, token, 1, **answers) == Saved(1, paused=False, ended=True)
    assert len(versions(house, visit_id)) == 2
    assert [alert.kind for alert in told(house)] == [AlertKind.LATE]


def test_what_staff_put_right_meanwhile_stays_and_what_cannot_be_taken_is_refused(house):
    nurse, token, visit_id = closed(house)
    correct(house, nurse, visit_id, "which-knee", "right")
    assert late(house, token, 1, which_knee="left", saddle_numbness="yes").ended
    answers = view(house, nurse, visit_id).response.answers
    assert answers["which-knee"].values == ("right",)
    assert [one.values for one in answers["saddle-numbness"].replaced] == [("no",)]
    assert isinstance(late(house, token, 1, cold_leg="purple"), Refused)
    assert len(versions(house, visit_id)) == 3


def test_what_a_tablet_still_held_of_a_visit_that_moved_on_is_told_and_overwrites_nothing(house):
    nurse, first = house.nurse(), house.patient()
    house.answer(first, 0, which_knee="left")
    [row] = rows(house, nurse)
    code = house.clinic.visit_code(nurse, row.visit_id).code
    second = house.kiosk.claim(house.kiosk.use_code(code, "Hallway"))
    assert late(house, first, 1, which_knee="left") == NoVisit()
    assert told(house) == []
    assert late(house, first, 1, which_knee="left", cold_leg="yes") == NoVisit()
    assert {(alert.kind, alert.tablet) for alert in told(house)} == {
        (AlertKind.UNSENT, "Hallway"),
        (AlertKind.EMERGENCY, "Hallway"),
    }
    found = house.kiosk.visit(second)
    assert isinstance(found, Visit)
    assert found.paused
    assert "cold-leg" not in found.answers
    [row] = rows(house, nurse)
    assert row.urgency is Urgency.EMERGENCY
