"""What staff were told of, who came, and what no longer stands."""

from dataclasses import replace
from datetime import timedelta

from reports.visit import Seen
from tests.reports import patients
from tests.reports.patients import NOW, ROUTINE, VISIT

TOLD = NOW - timedelta(minutes=4)
NEXT_DAY = NOW + timedelta(days=1, hours=2)


def test_a_time_on_another_day_is_printed_with_its_day():
    seen = Seen("E05", TOLD, NEXT_DAY, "RN-07", "foot warm")
    answers = {**ROUTINE, "cold-leg": "yes"}
    box = patients.summary(answers, visit=replace(VISIT, seen=(seen,))).red_flags
    assert box.staff == "Staff told 09:12, seen 21-Nov-2026 11:16 (RN-07)"
    assert box.rows[0].seen == "Seen 21-Nov-2026 11:16 by RN-07: foot warm"


def test_a_flag_that_staff_were_told_of_and_put_right_is_said_to_be_withdrawn():
    told = Seen("E05", TOLD, NEXT_DAY, "RN-07"), Seen("E02", TOLD, NEXT_DAY, "RN-07", found=False)
    page = patients.corrected(seen=told)
    assert page.red_flags.headline == "No red flags triggered"
    assert page.red_flags.staff.endswith("(RN-07); withdrawn by staff: E05")


def test_a_flag_nobody_put_right_and_that_is_gone_is_not_said_to_be_staffs_doing():
    box = patients.summary(visit=replace(VISIT, seen=(Seen("E05", TOLD),))).red_flags
    assert box.staff == "Staff told 09:12, not yet seen; no longer raised: E05"
