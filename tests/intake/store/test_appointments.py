"""Who is expected today: found by their code, begun once, and forgotten the day after."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from intake.store import Secret, appointments, audit, schema, visits
from tests.intake.store.samples import ARRIVAL, LATER, NOW

DAY = NOW.date()
UNTIL = NOW + timedelta(minutes=30)
BY = "staff:1"


@pytest.fixture
def line(store):
    """The one line of a list."""
    with store.write() as tx:
        appointments.add(tx, DAY, [b"Testina Madeup, 10:30"], BY, NOW)
        [added] = appointments.of_day(tx, DAY)
    return added


def begun_from(store, line):
    with store.write() as tx:
        visit = visits.begin(tx, ARRIVAL, LATER)
        appointments.take(tx, line.id, visit, LATER)
    return visit


def with_code(store, code, now=LATER):
    with store.read() as tx:
        return appointments.with_code(tx, code, DAY, now)


def issue(store, line, code):
    with store.write() as tx:
        return appointments.issue_code(tx, line.id, Secret(code, UNTIL), BY, NOW)


def test_a_line_belongs_to_its_day_and_keeps_what_it_says(store, line):
    assert line.body == b"Testina Madeup, 10:30"
    with store.read() as tx:
        assert appointments.of_day(tx, DAY + timedelta(days=1)) == ()
        assert appointments.line(tx, line.id, DAY) == line
        assert appointments.line(tx, line.id, DAY + timedelta(days=1)) is None


def test_a_visit_begins_from_it_and_its_code_works_no_more(store, line):
    assert issue(store, line, "HJKM-2345")
    visit = begun_from(store, line)
    assert with_code(store, "HJKM-2345") is None
    assert not issue(store, line, "CDFH-2345")
    with store.read() as tx:
        [taken] = appointments.of_day(tx, DAY)
    assert taken.visit_id == visit.id


def test_a_newer_code_ends_the_one_before_and_time_ends_both(store, line):
    issue(store, line, "HJKM-2345")
    issue(store, line, "CDFH-2345")
    assert with_code(store, "HJKM-2345") is None
    assert with_code(store, "CDFH-2345").id == line.id
    assert with_code(store, "CDFH-2345", UNTIL) is None


@pytest.mark.parametrize("how", ["removed", "the day after"])
def test_it_is_forgotten_with_its_key_and_the_visit_stays(store, line, how):
    visit = begun_from(store, line)
    with store.write() as tx:
        appointments.forget_before(tx, DAY, LATER)
        assert len(appointments.of_day(tx, DAY)) == 1
        if how == "removed":
            assert appointments.remove(tx, line.id, BY, LATER)
            assert not appointments.remove(tx, line.id, BY, LATER)
        else:
            appointments.forget_before(tx, DAY + timedelta(days=1), LATER)
        assert appointments.of_day(tx, DAY) == ()
        keys = select(func.count()).where(schema.record_keys.c.record_id == line.id)
        assert tx.connection.execute(keys).scalar_one() == 0
        assert visits.open_for_clinic(tx, visit.id) is not None
        told = [entry.event.action for entry in audit.entries(tx, line.id)]
    assert told[-1] in {"appointment.removed", "appointment.forgotten"}
