"""The vignettes: patients whose urgency two clinicians' eyes have rated, answered blind."""

from __future__ import annotations

from functools import cache

import pytest

from screening.assessment import Assessment
from screening.finding import Urgency
from screening.rules import RULES
from screening.triage import screen
from tests.patients import cases, patient, phrases, sheets

CASES = sorted(cases())


@cache
def assessed(case: str) -> Assessment:
    return screen(patient(case), RULES)


def accepted(case: str) -> list[Urgency]:
    return [Urgency(level) for level in cases()[case]["expected"]["accepted"]]


def test_every_vignette_has_an_answer_sheet_and_every_expected_red_flag_a_finding():
    assert sorted(sheets()) == CASES
    for case in CASES:
        assert set(phrases()[case] or {}) == set(cases()[case]["expected"]["red_flags"])


@pytest.mark.parametrize("case", CASES)
def test_no_vignette_comes_out_less_urgent_than_the_raters_accept(case):
    assert assessed(case).urgency >= min(accepted(case))


def test_no_vignette_comes_out_more_urgent_than_the_raters_accept():
    # Add a case here only with the reason it may stand above what the raters accept.
    above = {case for case in CASES if assessed(case).urgency > max(accepted(case))}
    assert above == set()


def test_the_arthritis_level_is_that_of_a_rater_on_nine_of_ten_vignettes():
    as_rated = [case for case in CASES if assessed(case).arthritis.level.value in rated(case)]
    assert len(as_rated) >= 0.9 * len(CASES)


def rated(case: str) -> set[str]:
    expected = cases()[case]["expected"]
    levels = {expected["arthritis"]["level"], expected.get("second_rater_arthritis")}
    return {level.replace(" ", "_") for level in levels if level}


@pytest.mark.parametrize("case", CASES)
def test_every_expected_red_flag_is_among_the_findings(case):
    found = named_codes(assessed(case))
    for phrase, codes in (phrases()[case] or {}).items():
        wanted = codes["codes"] if isinstance(codes, dict) else codes
        assert found & set(wanted), f"{case}: nothing names '{phrase}'; found {sorted(found)}"


def named_codes(assessment: Assessment) -> set[str]:
    codes = {finding.rule.code for finding in assessment.findings}
    codes |= {one.rule.code for one in assessment.could_not_rule_out}
    codes |= {"U01"} if assessment.could_not_rule_out else set()
    return codes | ({"U04"} if assessment.disagreements else set())
