"""Advice stands on the page of a routine patient, for whoever may release it."""

from datetime import timedelta

import pytest

from intake.store.staff import Role
from reports.clinic.doors import PatientView, Who
from reports.clinic.patient import _findings
from screening.advice import ADVICE
from screening.record import assessed
from screening.rules import RULES
from tests.reports.clinic.front_desk import NOW, patients
from tests.strategies import patient


def page(answers, role: Role = Role.CLINICIAN) -> str:
    """What a person of this role reads of a patient who answers like this."""
    response = patient(answers)
    stored = assessed(response, RULES)
    view = PatientView(NOW, 1, patients()["well"].row, response, b"", has_pdf=True)
    who = Who("R. Sample", role, NOW + timedelta(minutes=10))
    return _findings(who, view, stored)


def test_a_routine_patient_may_be_given_the_advice_that_nothing_hides():
    text = page({"conditions": "kidney-disease"})
    assert "Advice you may give" in text
    for one in ADVICE.advice:
        hidden = one.code in {"ADV-WATER", "ADV-DIET", "ADV-STIM-200"}
        assert (one.text.split(".")[0] in text) is not hidden, one.code


def test_a_patient_who_is_not_routine_is_given_none():
    assert "Advice you may give" not in page({"worst-pain": "8"})


@pytest.mark.parametrize(("role", "shown"), [(Role.ADMIN, True), (Role.FRONT_DESK, False)])
def test_the_front_desk_gives_no_advice(role, shown):
    assert ("Advice you may give" in page({}, role)) is shown
