"""Who the page is about, and who answered."""

from dataclasses import replace
from datetime import timedelta

from intake.answers import Answer, Informant
from intake.response import QuestionnaireResponse
from reports.banner import banner
from reports.phrases import read
from reports.visit import Visit
from screening.record import assessed
from screening.rules import RULES
from tests.patients import patient as vignette
from tests.reports import patients
from tests.reports.patients import NOW, ROUTINE, VISIT


def completed(record: QuestionnaireResponse) -> str:
    return banner(read(record, assessed(record, RULES), VISIT.zone), VISIT).completed


def version(visit: Visit) -> str:
    return dict(patients.summary(visit=visit).banner.facts)["Version"]


def test_who_answered_stands_beside_the_time_unless_it_was_the_patient_alone():
    assert completed(vignette("F08")).endswith(" · answered by parent or guardian")
    assert completed(vignette("V71")).endswith(" · answered by companion, patient")
    assert completed(replace(vignette("F02"), language="es")).endswith(
        " · answered by companion · asked in Spanish"
    )
    assert "answered by" not in completed(vignette("F22"))


def test_staff_who_put_an_answer_right_later_did_not_fill_it_in():
    record = patients.response(ROUTINE)
    staff = Answer(("no",), NOW, Informant.STAFF, initials="NT")
    record = record.with_answers({**record.answers, "fever-or-ill": staff})
    assert "answered by" not in completed(record)


def test_a_version_says_when_it_was_made_with_its_day_where_that_is_another():
    made = NOW + timedelta(days=2, minutes=5)
    visit = replace(VISIT, version=2, replaces=NOW, made=made)
    assert version(visit) == "2 of 22-Nov-2026 09:21, replaces 1 of 09:16"
    third = replace(visit, version=3, made=NOW + timedelta(days=3), replaces=made)
    assert version(third) == "3 of 23-Nov-2026 09:16, replaces 2 of 22-Nov-2026 09:21"
    assert version(replace(visit, made=None)) == "2, replaces version 1 of 09:16"
