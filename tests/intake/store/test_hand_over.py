"""A visit goes on at another tablet, once, and is gone from the one before."""

from datetime import timedelta

import pytest

from intake.store import Secret, alerts, hand_over, visits
from intake.store.alerts import Acknowledgement, AlertKind, NewAlert
from intake.store.visits import Locked, VisitStatus
from tests.intake.store.samples import COMPLETED, LATER, NOW, TONIGHT, begun, reopened, saved

CODE = "HJKM-2345"
UNTIL = NOW + timedelta(minutes=30)
TICKET = Secret("ticket-of-the-door", UNTIL)


def issued(store, visit, code=CODE):
    with store.write() as tx:
        return hand_over.issue(tx, visit, Secret(code, UNTIL), "staff:1", NOW)


def taken(store, code=CODE, now=LATER):
    with store.write() as tx:
        return hand_over.take(tx, code, "Door", TICKET, now)


def test_a_visit_goes_on_at_the_other_tablet_where_it_was(store):
    visit = begun(store)
    saved(store, visit, 0, b"three answers")
    assert issued(store, reopened(store, visit))
    assert taken(store)
    with store.write() as tx:
        moved = visits.redeem_code(tx, TICKET.value, Secret("cookie of the door", TONIGHT), LATER)
    assert moved is not None
    assert (moved.tablet, moved.body, moved.revision) == ("Door", b"three answers", 1)


def test_the_tablet_before_opens_nothing_from_then_on(store):
    visit = begun(store, "cookie of the window")
    issued(store, visit)
    with store.read() as tx:
        before = visits.open_for_tablet(tx, "cookie of the window", LATER)
    assert isinstance(before, visits.Visit)
    assert taken(store)
    with store.read() as tx:
        after = visits.open_for_tablet(tx, "cookie of the window", LATER)
    assert isinstance(after, Locked)
    assert after.status is VisitStatus.IN_PROGRESS


def test_a_code_works_once_for_a_time_and_a_newer_one_ends_it(store):
    visit = begun(store)
    issued(store, visit, "CDFH-2345")
    issued(store, visit)
    assert not taken(store, "CDFH-2345")
    assert not taken(store, now=UNTIL)
    assert taken(store)
    assert not taken(store)


@pytest.mark.parametrize("tablet_first", [True, False])
def test_no_code_opens_a_visit_that_has_ended(store, tablet_first):
    visit = begun(store)
    if tablet_first:
        issued(store, visit)
    with store.write() as tx:
        visits.finish(tx, visit, COMPLETED, LATER)
    if not tablet_first:
        assert not issued(store, reopened(store, visit))
    assert not taken(store)


def test_staff_who_are_still_called_are_sent_to_the_tablet_it_is_at_now(store):
    visit = begun(store)
    with store.write() as tx:
        seen = alerts.raise_alert(tx, NewAlert(AlertKind.HELP, "help", "Window", visit.id), NOW)
        alerts.acknowledge(tx, seen.alert_id, Acknowledgement("Nora"), NOW)
        alerts.raise_alert(tx, NewAlert(AlertKind.EMERGENCY, "S01", "Window", visit.id), NOW)
    issued(store, visit)
    assert taken(store)
    with store.read() as tx:
        told = {one.kind: one.tablet for one in alerts.alerts_of_visit(tx, visit.id)}
    assert told == {AlertKind.HELP: "Window", AlertKind.EMERGENCY: "Door"}
