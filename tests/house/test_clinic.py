"""What stands behind the clinic's doors, over a real store and the real rules."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from intake.kiosk.doors import NoVisit, Stale, Visit
from intake.store import alerts, audit, settings, staff
from intake.store.alerts import Acknowledgement, AlertKind
from intake.store.sessions import ABSOLUTE, IDLE
from intake.store.visits import VisitStatus
from reports.clinic.doors import (
    Calls,
    Credentials,
    Done,
    NotThere,
    PatientView,
    Pdf,
    Refused,
    SignedIn,
    SignedOut,
    Unavailable,
    Worklist,
)
from screening.finding import Urgency
from tests.house.conftest import FIRST, House
from tests.house.test_kiosk import everything
from tests.journeys.desk import words_of

RIGHT = Credentials(FIRST.login, FIRST.password)


def rows(house: House, nurse: str):
    found = house.clinic.worklist(nurse)
    assert isinstance(found, Worklist)
    return found.rows


def view(house: House, nurse: str, visit_id: str) -> PatientView:
    found = house.clinic.patient(nurse, visit_id)
    assert isinstance(found, PatientView)
    return found


def test_the_clinic_is_set_up_once_with_the_code_of_the_terminal(house):
    assert house.clinic.needs_set_up()
    house.offer_code()
    wrong = house.clinic.set_up(replace(FIRST, code="ABCD-EFGH"))
    assert isinstance(wrong, Refused)
    assert wrong.field == "code"
    assert house.clinic.needs_set_up()
    assert isinstance(house.clinic.set_up(FIRST), SignedIn)
    assert not house.clinic.needs_set_up()
    assert isinstance(house.clinic.set_up(replace(FIRST, login="second")), Refused)


@pytest.mark.parametrize(
    "wrong",
    [
        {"time_zone": "Mars/Olympus"},
        {"password": "short"},
        {"clinic_name": ""},
    ],
    ids=["zone", "password", "clinic"],
)
def test_a_set_up_that_cannot_be_accepted_leaves_the_code_good(house, wrong):
    house.offer_code()
    refused = house.clinic.set_up(replace(FIRST, **wrong))
    assert isinstance(refused, Refused)
    assert refused.reason.endswith(".")
    assert house.clinic.needs_set_up()
    assert isinstance(house.clinic.set_up(FIRST), SignedIn)


def test_a_machine_that_dies_between_account_and_settings_leaves_neither(house, monkeypatch):
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    house.offer_code()
    with monkeypatch.context() as dying:
        dying.setattr(settings, "change_settings", killed)
        with pytest.raises(KeyboardInterrupt):
            house.clinic.set_up(FIRST)
    assert house.clinic.needs_set_up()
    assert isinstance(house.clinic.set_up(FIRST), SignedIn)
    with house.store.read() as tx:
        assert settings.load_settings(tx).time_zone == FIRST.time_zone


def test_a_code_cannot_be_guessed_by_trying(house):
    house.offer_code()
    tries = [house.clinic.set_up(replace(FIRST, code=f"WRNG-000{n}")) for n in range(8)]
    assert "Too many tries" in tries[-1].reason
    assert "Too many tries" in house.clinic.set_up(FIRST).reason


def test_a_refusal_never_tells_whether_the_login_exists(house):
    house.nurse()
    known = house.clinic.log_in(Credentials(FIRST.login, "not the password"))
    unknown = house.clinic.log_in(Credentials("nobody", "not the password"))
    assert isinstance(known, Refused)
    assert known == unknown


def test_a_password_cannot_be_guessed_by_trying(house):
    house.nurse()
    wrong = Credentials(FIRST.login, "not the password")
    tries = [house.clinic.log_in(wrong) for _ in range(8)]
    assert "Too many tries" in tries[-1].reason
    assert "Too many tries" in house.clinic.log_in(RIGHT).reason
    house.passes(hours=1)
    assert isinstance(house.clinic.log_in(RIGHT), SignedIn)


def test_a_session_ends_when_nobody_works_and_at_the_end_of_the_day(house):
    nurse = house.nurse()
    house.now += IDLE
    assert house.clinic.session(nurse) is None
    signed_in = house.clinic.log_in(RIGHT)
    assert isinstance(signed_in, SignedIn)
    began = house.now
    while house.now < began + ABSOLUTE:
        assert house.clinic.touch(signed_in.token)
        house.now += IDLE / 2
    assert house.clinic.touch(signed_in.token) is None


def test_nobody_sees_anything_without_a_session(house):
    token = house.nurse()
    house.clinic.log_out(token)
    for stranger in (token, "", "invented"):
        out = SignedOut()
        assert house.clinic.session(stranger) is None
        assert house.clinic.pulse(stranger) == out
        assert house.clinic.worklist(stranger) == out
        assert house.clinic.patient(stranger, "x") == out
        assert house.clinic.pdf(stranger, "x") == out
        assert house.clinic.close_visit(stranger, "x") == out
        assert house.clinic.acknowledge(stranger, ("x",), "A note.") == out


def test_the_pulse_changes_with_every_answer(house):
    nurse, tablet = house.nurse(), house.patient()
    before = house.clinic.pulse(nurse)
    assert house.clinic.pulse(nurse) == before
    house.answer(tablet, 0, worst_pain="3")
    assert house.clinic.pulse(nurse) != before


def test_who_looks_at_a_patient_for_the_first_time_is_shown_the_state_after_it(house):
    nurse, _ = house.nurse(), house.patient()
    [row] = rows(house, nurse)
    for _ in range(2):
        assert view(house, nurse, row.visit_id).sequence == house.clinic.pulse(nurse)


def test_seeing_to_an_alert_takes_a_line_and_lets_the_patient_go_on(house):
    nurse, tablet = house.nurse(), house.patient()
    house.answer(tablet, 0, cold_leg="yes")
    [row] = rows(house, nurse)
    ids = tuple(notice.alert_id for notice in row.open_notices)
    refused = house.clinic.acknowledge(nurse, ids, "  ")
    assert isinstance(refused, Refused)
    assert house.clinic.acknowledge(nurse, ids, "Pulse felt.") == Done()
    [row] = rows(house, nurse)
    assert row.open_notices == ()
    [seen] = [notice.seen for notice in row.notices]
    assert seen is not None
    assert (seen.by, seen.note) == ("Nora Testnurse", "Pulse felt.")
    with house.store.read() as tx:
        [by] = {one.event.actor for one in audit.entries(tx) if "acknowl" in one.event.action}
        [one] = staff.all_users(tx)
    assert by == f"staff:{one.id}"
    found = house.kiosk.visit(tablet)
    assert isinstance(found, Visit)
    assert not found.paused


def test_who_sees_to_an_alert_second_is_told_who_was_first_and_both_lines_are_kept(house):
    nurse, tablet = house.nurse(), house.patient()
    house.answer(tablet, 0, cold_leg="yes")
    ids = tuple(notice.alert_id for row in rows(house, nurse) for notice in row.open_notices)
    with house.store.write() as tx:
        first = Acknowledgement("Otto Other", b"Fetched the doctor.")
        assert all(alerts.acknowledge(tx, one, first, house.now) for one in ids)
    house.passes(minutes=2)
    for _ in range(2):  # pressed twice
        outcome = house.clinic.acknowledge(nurse, ids, "Pulse felt.")
        assert outcome.said.startswith("Otto Other saw to this first, at 09:00.")
    [row] = rows(house, nurse)
    [seen] = [notice.seen for notice in row.notices]
    assert seen.by == "Otto Other"
    assert seen.note == "Fetched the doctor. / 09:02 Nora Testnurse: Pulse felt."
    full = [house.clinic.acknowledge(nurse, ids, str(n) * 500) for n in range(9)][-1]
    assert isinstance(full, Refused)
    assert "yours is not kept" in full.reason
    assert house.clinic.acknowledge(nurse, ("unknown",), "Pulse felt.") == NotThere()


def test_an_alert_raised_meanwhile_stays_open(house):
    nurse, tablet = house.nurse(), house.patient()
    house.answer(tablet, 0, cold_leg="yes")
    shown = tuple(notice.alert_id for row in rows(house, nurse) for notice in row.open_notices)
    house.answer(tablet, 1, saddle_numbness="yes")
    house.clinic.acknowledge(nurse, shown, "Pulse felt.")
    found = house.kiosk.visit(tablet)
    assert isinstance(found, Visit)
    assert found.paused


def test_a_patient_in_progress_is_read_without_what_is_not_known_yet(house):
    nurse, tablet = house.nurse(), house.patient()
    house.answer(tablet, 0, cold_leg="yes", saddle_numbness="not-sure")
    [row] = rows(house, nurse)
    read = view(house, nurse, row.visit_id)
    found = json.loads(read.assessment)
    assert found["urgency"] == "emergency"
    assert found["could_not_rule_out"] == []
    assert not read.has_pdf
    assert house.clinic.pdf(nurse, row.visit_id) == NotThere()


def test_a_visit_that_staff_close_counts_what_is_not_known(house):
    nurse, tablet = house.nurse(), house.patient()
    house.answer(tablet, 0, which_knee="right")
    [row] = rows(house, nurse)
    assert house.clinic.close_visit(nurse, row.visit_id) == Done()
    [row] = rows(house, nurse)
    assert (row.status, row.urgency, row.final) == (VisitStatus.CLOSED, Urgency.SAME_DAY, True)
    assert {notice.kind for notice in row.open_notices} == {AlertKind.SAME_DAY}
    read = view(house, nurse, row.visit_id)
    assert read.has_pdf
    assert json.loads(read.assessment)["could_not_rule_out"]
    assert isinstance(house.clinic.close_visit(nurse, row.visit_id), Refused)
    outcome = house.kiosk.submit(tablet, 1)
    assert isinstance(outcome, Stale | NoVisit)


def test_the_pdf_is_of_what_was_stored_and_names_who_came(house):
    nurse, tablet = house.nurse(), house.patient("Madeup-Paper")
    house.answer(tablet, 0, **everything(cold_leg="yes"))
    [row] = rows(house, nurse)
    ids = tuple(notice.alert_id for notice in row.open_notices)
    house.clinic.acknowledge(nurse, ids, "Pulse felt.")
    house.kiosk.submit(tablet, 1)
    printed = house.clinic.pdf(nurse, row.visit_id)
    assert isinstance(printed, Pdf)
    assert printed.reference == row.reference
    words = words_of(printed.content)
    for expected in ("MADEUP-PAPER", "Pulse felt.", "Nora Testnurse", row.reference):
        assert expected in words


def test_looking_and_printing_are_on_the_record(house):
    nurse, tablet = house.nurse(), house.patient()
    house.answer(tablet, 0, **everything())
    house.kiosk.submit(tablet, 1)
    [row] = rows(house, nurse)
    for _ in range(2):
        view(house, nurse, row.visit_id)
        house.clinic.pdf(nurse, row.visit_id)
    with house.store.read() as tx:
        actions = [entry.event.action for entry in audit.entries(tx, row.visit_id)]
    assert actions.count("visit.read") == 1
    assert actions.count("summary.drawn") == 2


@pytest.mark.parametrize("visit_id", ["", "x", "../../etc/passwd", "x" * 500])
def test_a_visit_there_is_not_is_said_to_be_none(house, visit_id):
    nurse = house.nurse()
    assert house.clinic.patient(nurse, visit_id) == NotThere()
    assert house.clinic.pdf(nurse, visit_id) == NotThere()
    assert house.clinic.close_visit(nurse, visit_id) == NotThere()


def test_a_call_without_a_visit_is_on_the_list_and_names_its_tablet(house):
    nurse = house.nurse()
    house.kiosk.ask_for_help(None, "Hallway")
    found = house.clinic.worklist(nurse)
    assert isinstance(found, Worklist)
    assert [(call.kind, call.tablet) for call in found.calls] == [(AlertKind.HELP, "Hallway")]
    told = house.clinic.calls()
    assert isinstance(told, Calls)
    assert [call.tablet for call in told.calls] == ["Hallway"]


def test_yesterday_is_off_the_list_unless_somebody_still_waits(house):
    nurse = house.nurse()
    done, waits, open_alert = (house.patient(name) for name in ("Done", "Waits", "Alert"))
    house.answer(done, 0, **everything())
    house.kiosk.submit(done, 1)
    house.answer(waits, 0, worst_pain="1")
    house.answer(open_alert, 0, **everything(cold_leg="not-sure"))
    house.kiosk.submit(open_alert, 1)
    assert {row.family for row in rows(house, nurse)} == {"Done", "Waits", "Alert"}
    house.passes(hours=20)
    signed_in = house.clinic.log_in(RIGHT)
    assert isinstance(signed_in, SignedIn)
    assert {row.family for row in rows(house, signed_in.token)} == {"Waits", "Alert"}
    house.passes(days=3)
    signed_in = house.clinic.log_in(RIGHT)
    assert isinstance(signed_in, SignedIn)
    assert {row.family for row in rows(house, signed_in.token)} == {"Waits", "Alert"}


def test_a_failing_machine_is_said_so_and_no_patient_is_logged(house):
    nurse, tablet = house.nurse(), house.patient("Kanarienvogel")
    house.answer(tablet, 0, cold_leg="yes")
    [row] = rows(house, nurse)
    house.break_down()
    ill = Unavailable()
    assert house.clinic.worklist(nurse) == ill
    assert house.clinic.patient(nurse, row.visit_id) == ill
    assert house.clinic.pdf(nurse, row.visit_id) == ill
    assert house.clinic.acknowledge(nurse, ("x",), "A note.") == ill
    assert house.clinic.close_visit(nurse, row.visit_id) == ill
    assert house.clinic.log_in(RIGHT) == ill
    assert house.clinic.set_up(FIRST) == ill
    assert house.clinic.calls() == ill
    assert house.clinic.pulse(nurse) == ill
    assert house.clinic.session(nurse) is None
    assert house.clinic.touch(nurse) is None
    assert not house.clinic.needs_set_up()
    assert not house.clinic.ready()
    house.clinic.log_out(nurse)
    assert house.reported
    assert "Kanarienvogel" not in " ".join(house.reported)
