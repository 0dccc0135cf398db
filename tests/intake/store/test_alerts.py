from contextlib import suppress
from dataclasses import replace

import pytest

from intake.store import alerts, visits
from intake.store.alerts import Acknowledgement, AlertKind, NewAlert
from intake.store.visits import Draft
from tests.intake.store.samples import LATER, NOW, TONIGHT, begun, reopened

SEEN = Acknowledgement("user-1", b"Blood pressure taken, fine", "user-1")


def emergency(visit, code="E01"):
    return NewAlert(AlertKind.EMERGENCY, code, "Window seat", visit.id, b"cannot pass water")


def test_an_open_emergency_pauses_the_visit_until_it_is_acknowledged(store):
    visit = begun(store)
    with store.write() as tx:
        assert not alerts.is_paused(tx, visit.id)
        raised = alerts.raise_alert(tx, emergency(visit), NOW)
        assert alerts.is_paused(tx, visit.id)
        assert alerts.acknowledge(tx, raised.alert_id, SEEN, LATER)
        assert not alerts.is_paused(tx, visit.id)


def test_a_cleared_finding_does_not_pause_again_and_a_new_one_does(store):
    visit = begun(store)
    with store.write() as tx:
        first = alerts.raise_alert(tx, emergency(visit), NOW)
        alerts.acknowledge(tx, first.alert_id, SEEN, LATER)
        again = alerts.raise_alert(tx, emergency(visit), TONIGHT)
        assert (again.alert_id, again.fresh) == (first.alert_id, False)
        assert not alerts.is_paused(tx, visit.id)
        assert alerts.raise_alert(tx, emergency(visit, "E02"), TONIGHT).fresh
        assert alerts.is_paused(tx, visit.id)


def test_a_pause_holds_while_one_of_two_emergencies_is_open(store):
    visit = begun(store)
    with store.write() as tx:
        first = alerts.raise_alert(tx, emergency(visit), NOW)
        alerts.raise_alert(tx, emergency(visit, "E02"), NOW)
        alerts.acknowledge(tx, first.alert_id, SEEN, LATER)
        assert alerts.is_paused(tx, visit.id)


def test_a_pause_holds_only_its_own_visit(store):
    visit, other = begun(store, "token 1"), begun(store, "token 2")
    with store.write() as tx:
        alerts.raise_alert(tx, emergency(visit), NOW)
        assert not alerts.is_paused(tx, other.id)
        assert alerts.raise_alert(tx, emergency(other), NOW).fresh


@pytest.mark.parametrize("kind", [kind for kind in AlertKind if kind is not AlertKind.EMERGENCY])
def test_only_an_emergency_pauses(store, kind):
    visit = begun(store)
    with store.write() as tx:
        alerts.raise_alert(tx, replace(emergency(visit), kind=kind), NOW)
        assert not alerts.is_paused(tx, visit.id)


def test_a_finding_that_became_an_emergency_is_raised_anew(store):
    visit = begun(store)
    with store.write() as tx:
        milder = replace(emergency(visit), kind=AlertKind.SAME_DAY)
        alerts.raise_alert(tx, milder, NOW)
        assert alerts.raise_alert(tx, emergency(visit), LATER).fresh
        assert alerts.is_paused(tx, visit.id)


def test_a_call_for_help_is_raised_again_only_after_the_one_before_was_answered(store):
    visit = begun(store)
    call = NewAlert(AlertKind.HELP, "help", "Window seat", visit.id, again=True)
    with store.write() as tx:
        first = alerts.raise_alert(tx, call, NOW)
        assert not alerts.raise_alert(tx, call, NOW).fresh
        alerts.acknowledge(tx, first.alert_id, SEEN, LATER)
        second = alerts.raise_alert(tx, call, TONIGHT)
        assert second.fresh
        assert [one.id for one in alerts.open_alerts(tx)] == [second.alert_id]


def test_a_tablet_without_a_visit_can_call_for_help_every_time(store):
    call = NewAlert(AlertKind.HELP, "help", "Window seat")
    with store.write() as tx:
        first = alerts.raise_alert(tx, call, NOW)
        assert not alerts.raise_alert(tx, call, NOW).fresh
        assert alerts.raise_alert(tx, replace(call, tablet="Door"), NOW).fresh
        alerts.acknowledge(tx, first.alert_id, SEEN, LATER)
        assert alerts.raise_alert(tx, call, LATER).fresh


def test_an_alert_opens_with_everything_it_was_given(store):
    visit = begun(store)
    with store.write() as tx:
        raised = alerts.raise_alert(tx, emergency(visit), NOW)
        alerts.escalate(tx, raised.alert_id, LATER)
        alerts.acknowledge(tx, raised.alert_id, SEEN, TONIGHT)
    with store.read() as tx:
        (alert,) = alerts.alerts_of_visit(tx, visit.id)
    assert (alert.kind, alert.code, alert.detail) == (
        AlertKind.EMERGENCY,
        "E01",
        b"cannot pass water",
    )
    assert (alert.tablet, alert.raised_at) == ("Window seat", NOW)
    assert (alert.escalations, alert.escalated_at) == (1, LATER)
    assert (alert.acknowledged_at, alert.acknowledgement) == (TONIGHT, SEEN)


def test_the_first_to_acknowledge_is_the_one_remembered(store):
    visit = begun(store)
    with store.write() as tx:
        raised = alerts.raise_alert(tx, emergency(visit), NOW)
        assert alerts.acknowledge(tx, raised.alert_id, SEEN, LATER)
        assert not alerts.acknowledge(tx, raised.alert_id, Acknowledgement("user-2"), TONIGHT)
        assert not alerts.escalate(tx, raised.alert_id, TONIGHT)
        (alert,) = alerts.alerts_of_visit(tx, visit.id)
    assert alert.acknowledgement == SEEN


def test_an_alert_that_does_not_exist_is_not_acknowledged(store):
    with store.write() as tx:
        assert not alerts.acknowledge(tx, "invented", SEEN, NOW)


def test_open_alerts_are_told_in_the_order_they_were_raised(store):
    visit = begun(store)
    with store.write() as tx:
        codes = ["E03", "E01", "E02"]
        for code, moment in zip(codes, (NOW, LATER, TONIGHT), strict=True):
            milder = replace(emergency(visit, code), kind=AlertKind.SAME_DAY)
            alerts.raise_alert(tx, milder, moment)
        assert [alert.code for alert in alerts.open_alerts(tx)] == codes
        first, *_ = alerts.open_alerts(tx)
        alerts.acknowledge(tx, first.id, Acknowledgement("user-1"), TONIGHT)
        assert [alert.code for alert in alerts.alerts_since(tx, LATER)] == codes[1:]


def test_the_answer_and_its_alert_are_stored_both_or_neither(store):
    visit = begun(store)
    with suppress(RuntimeError), store.write() as tx:
        visits.save(tx, visit, Draft(0, b"cannot pass water", b"emergency"), LATER)
        alerts.raise_alert(tx, emergency(visit), LATER)
        raise RuntimeError
    with store.read() as tx:
        assert alerts.open_alerts(tx) == ()
    assert reopened(store, visit) == visit


def test_a_printed_alert_shows_nothing_of_the_patient(store):
    visit = begun(store)
    with store.write() as tx:
        alerts.raise_alert(tx, emergency(visit), NOW)
        told = repr((emergency(visit), alerts.open_alerts(tx)))
    assert "E01" not in told
    assert "water" not in told
