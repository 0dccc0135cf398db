from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from intake.store.alerts import AlertKind
from intake.store.visits import VisitStatus
from reports.worklist import (
    CALL_ORDER,
    Notice,
    Seen,
    WorklistRow,
    in_order,
    needing_staff,
    whole_minutes,
)
from screening.finding import Urgency

NOW = datetime(2026, 3, 14, 10, 0, tzinfo=ZoneInfo("America/New_York"))


def row(visit_id, urgency=Urgency.ROUTINE, minutes=0, notices=()):
    return WorklistRow(
        visit_id=visit_id,
        reference=f"REF-{visit_id}",
        family="Madeup",
        given="Greta",
        tablet="Window",
        status=VisitStatus.COMPLETED,
        urgency=urgency,
        final=True,
        started_at=NOW - timedelta(minutes=minutes),
        notices=notices,
    )


def notice(alert_id, kind=AlertKind.EMERGENCY, minutes=0, seen=None):
    return Notice(alert_id, kind, "Window", "Fever", NOW - timedelta(minutes=minutes), 0, seen)


SEEN = Seen("R. Sample, RN", NOW, "taken to room 2")


def test_the_most_urgent_come_first_and_of_them_who_waits_longest():
    rows = [
        row("routine-90", Urgency.ROUTINE, 90),
        row("soon-10", Urgency.SOON, 10),
        row("emergency-1", Urgency.EMERGENCY, 1),
        row("same-day-5", Urgency.SAME_DAY, 5),
        row("soon-30", Urgency.SOON, 30),
    ]
    expected = ["emergency-1", "same-day-5", "soon-30", "soon-10", "routine-90"]
    for shuffled in permutations(rows):
        assert [line.row.visit_id for line in in_order(shuffled, NOW)] == expected


def test_nobody_waiting_is_an_empty_list():
    assert in_order([], NOW) == ()
    assert needing_staff([], [], NOW) == ()


def test_minutes_are_whole_and_never_negative_whatever_the_clocks_say():
    early = replace(row("early"), started_at=NOW + timedelta(minutes=3))
    late = replace(row("late"), started_at=NOW - timedelta(minutes=61, seconds=59))
    assert [line.minutes for line in in_order([early, late], NOW)] == [61, 0]
    assert whole_minutes(NOW + timedelta(minutes=3), NOW) == 0
    assert whole_minutes(NOW - timedelta(seconds=119), NOW) == 1


def test_waiting_is_counted_right_through_the_change_to_summer_time():
    zone = ZoneInfo("America/New_York")
    before = datetime(2026, 3, 8, 1, 50, tzinfo=zone)
    after = datetime(2026, 3, 8, 3, 10, tzinfo=zone)
    line = in_order([replace(row("night"), started_at=before)], after)[0]
    assert line.minutes == 20
    assert whole_minutes(before, after) == 20


def test_only_who_has_something_unseen_needs_staff():
    rows = [
        row("nothing"),
        row("seen", notices=(notice("1", seen=SEEN),)),
        row("unseen", notices=(notice("2", seen=SEEN), notice("3", minutes=4))),
    ]
    calling = needing_staff(rows, [notice("4", seen=SEEN)], NOW)
    assert [(one.row and one.row.visit_id, one.minutes) for one in calling] == [("unseen", 4)]
    assert [one.alert_id for one in calling[0].notices] == ["3"]


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_calls_come_by_what_they_are_for_then_by_age(order):
    rows = [
        row("old", notices=(notice("1", AlertKind.SAME_DAY, 50),)),
        row("new", notices=(notice("2", AlertKind.SAME_DAY, 90), notice("3", minutes=1))),
        row("older", notices=(notice("4", AlertKind.SAME_DAY, 60),)),
    ]
    calls = [notice("5", AlertKind.HELP, 2)]
    calling = needing_staff([rows[position] for position in order], calls, NOW)
    names = [one.row.visit_id if one.row else "tablet" for one in calling]
    assert names == ["new", "tablet", "older", "old"]
    assert calling[0].first.alert_id == "3"


def test_every_kind_of_call_has_its_place():
    assert sorted(CALL_ORDER) == sorted(AlertKind)
