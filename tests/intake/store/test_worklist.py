import pytest

from intake.store import alerts, submissions
from intake.store.alerts import Acknowledgement, AlertKind, NewAlert
from intake.store.submissions import Content, Submitted
from intake.store.visits import Unreadable, finish
from intake.store.worklist import worklist
from tests.intake.store.samples import COMPLETED, LATER, NOW, TONIGHT, begun


def test_the_worklist_brings_visits_alerts_and_submissions_together(store):
    first, second = begun(store, "token 1"), begun(store, "token 2")
    with store.write() as tx:
        emergency = NewAlert(AlertKind.EMERGENCY, "E01", "Window seat", second.id)
        raised = alerts.raise_alert(tx, emergency, NOW)
        call = alerts.raise_alert(tx, NewAlert(AlertKind.HELP, "help", "Door"), LATER)
        content = Content(b"{}", "rules-7", b"answers", b"meaning")
        result = submissions.submit(tx, first, COMPLETED, content, LATER)
    assert isinstance(result, Submitted)
    with store.read() as tx:
        found = worklist(tx, NOW)
    entries = {entry.visit.id: entry for entry in found.entries}
    assert entries[first.id].submission_id == result.submission_id
    assert entries[first.id].alerts == ()
    assert entries[second.id].submission_id is None
    assert [alert.id for alert in entries[second.id].alerts] == [raised.alert_id]
    assert [alert.id for alert in found.alerts] == [call.alert_id]


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM record_keys WHERE record_id = ?",
        "UPDATE visits SET identity = body WHERE id = ?",
        "UPDATE visits SET level = x'00' WHERE id = ?",
    ],
    ids=["key lost", "moved", "overwritten"],
)
def test_a_visit_that_does_not_open_hides_neither_itself_nor_the_others(store, harm):
    harmed, whole = begun(store, "token 1"), begun(store, "token 2")
    with store.write() as tx:
        raised = alerts.raise_alert(tx, NewAlert(AlertKind.HELP, "help", "Door", harmed.id), NOW)
        tx.connection.exec_driver_sql(harm, (harmed.id,))
    with store.read() as tx:
        entries = {entry.visit.id: entry for entry in worklist(tx, NOW).entries}
    assert entries[whole.id].visit == whole
    assert entries[harmed.id].visit == Unreadable(harmed.id, harmed.reference, "Window seat", NOW)
    assert [alert.id for alert in entries[harmed.id].alerts] == [raised.alert_id]


@pytest.mark.parametrize(
    "harm",
    ["DELETE FROM record_keys WHERE record_id = ?", "UPDATE alerts SET code = x'00' WHERE id = ?"],
    ids=["key lost", "overwritten"],
)
def test_an_alert_that_does_not_open_still_asks_for_staff(store, harm):
    visit = begun(store)
    with store.write() as tx:
        emergency = NewAlert(AlertKind.EMERGENCY, "E01", "Window seat", visit.id)
        raised = alerts.raise_alert(tx, emergency, NOW)
        tx.connection.exec_driver_sql(harm, (raised.alert_id,))
    with store.read() as tx:
        (alert,) = alerts.open_alerts(tx)
        assert alerts.is_paused(tx, visit.id)
    assert (alert.kind, alert.visit_id, alert.readable) == (AlertKind.EMERGENCY, visit.id, False)
    assert (alert.code, alert.detail) == ("", b"")


def test_the_worklist_leaves_out_what_ended_earlier_and_keeps_what_is_in_progress(store):
    visit = begun(store)
    with store.write() as tx:
        assert [entry.visit for entry in worklist(tx, TONIGHT).entries] == [visit]
        finish(tx, visit, COMPLETED, LATER)
        assert worklist(tx, TONIGHT).entries == ()


@pytest.mark.parametrize("kind", [AlertKind.EMERGENCY, AlertKind.SAME_DAY, AlertKind.HELP])
def test_what_nobody_acknowledged_stays_on_the_worklist_whenever_it_began(store, kind):
    visit = begun(store)
    with store.write() as tx:
        raised = alerts.raise_alert(tx, NewAlert(kind, "E01", "Window seat", visit.id), NOW)
        finish(tx, visit, COMPLETED, LATER)
        (entry,) = worklist(tx, TONIGHT).entries
        assert (entry.visit.id, [one.id for one in entry.alerts]) == (visit.id, [raised.alert_id])
        alerts.acknowledge(tx, raised.alert_id, Acknowledgement("user-1"), LATER)
        assert worklist(tx, TONIGHT).entries == ()
