"""A patient has one minute of patience: how many taps the routine vignettes take."""

from statistics import median

import pytest

from tests.patients import patient
from tests.taps import main, routine, taps

# Row by row the aim is 45; 27 rows are asked of everybody, and none of them was given up for it.
MOST = {False: 28, True: 48}


@pytest.mark.parametrize("row_by_row", MOST)
def test_the_median_of_the_routine_vignettes_stays_small(row_by_row):
    counted = [taps(patient(case), row_by_row=row_by_row) for case in routine()]
    assert len(counted) >= 20
    assert median(counted) <= MOST[row_by_row]


def test_no_to_all_spares_a_tap_for_every_row_but_one():
    case = routine()[0]
    spared = taps(patient(case), row_by_row=True) - taps(patient(case), row_by_row=False)
    assert 15 <= spared <= 22


def test_both_medians_are_printed(capsys):
    main()
    told = capsys.readouterr().out.splitlines()
    assert ["median" in line for line in told] == [True, True]
