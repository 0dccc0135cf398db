"""What speaks against a finding, and what would lower the level, stand on the patient's page."""

from dataclasses import replace
from datetime import timedelta

from intake.store.staff import Role
from reports import wording
from reports.clinic.doors import PatientView, Who
from reports.clinic.patient import _findings
from screening.finding import Urgency
from screening.record import AssessmentRecord, assessed, record
from screening.rules import RULES
from screening.triage import so_far
from tests.patients import patient as vignette
from tests.reports.clinic.front_desk import NOW, patients
from tests.strategies import patient


def page(response, assessment: AssessmentRecord | None = None, row=None) -> str:
    """What a clinician reads of a patient whose answers were recorded as meaning this."""
    view = PatientView(NOW, 1, row or patients()["well"].row, response, b"", has_pdf=True)
    who = Who("R. Sample", Role.CLINICIAN, NOW + timedelta(minutes=10))
    return " ".join(_findings(who, view, assessment or assessed(response, RULES)).split())


def test_the_answers_against_a_finding_stand_below_those_for_it():
    text = page(vignette("V04"))
    [finding] = [one for one in assessed(vignette("V04"), RULES).findings if one.code == "E07"]
    assert finding.against
    for one in finding.against:
        label = RULES.questionnaire.questions[one.link_id].label
        assert f"{label}: {one.answer}" in text
    assert text.index("<dt>Because</dt>") < text.index("<dt>Against</dt>")


def test_a_finding_that_nothing_speaks_against_has_no_such_line():
    assert "<dt>Against</dt>" not in page(patient({"saddle-numbness": "yes"}))


def test_the_smallest_change_is_listed_with_the_level_it_would_give():
    text = page(patient({"saddle-numbness": "yes"}))
    assert wording.CHANGE_TITLE in text
    assert "Numb or odd feeling in the saddle area: Yes (SF03) → routine" in text


def test_at_routine_and_while_the_interview_runs_no_change_is_promised():
    assert wording.CHANGE_TITLE not in page(patient())
    response = patient({"saddle-numbness": "yes"})
    running = record(so_far(response, RULES), RULES.questionnaire)
    assert wording.CHANGE_TITLE not in page(response, running)


def test_a_level_the_unknown_raised_is_said_to_come_from_it():
    unsure = patient({"swollen-leg": "not-sure"})
    text = page(unsure)
    assert "What could not be ruled out raised it: see below." in text
    assert "held" not in text
    higher = replace(patients()["well"].row, urgency=Urgency.EMERGENCY, final=False)
    assert "The level is held" in page(unsure, row=higher)


def test_a_question_to_ask_aloud_has_its_heading_and_what_may_be_ticked():
    replaced = {"toes-drag": "yes", "weakness-speed": "months", "operations": "knee-replacement"}
    unsure = {"walking-or-balance": "unsteady", "last-two-weeks": "not-sure"}
    text = page(patient({**replaced, **unsure, "knee-replacement-when": "not-sure"}))
    assert "Your knee replacement: When was it?" in text
    assert "In the last 2 weeks?" in text
    assert "Sat, knelt, stood for hours or crossed legs; Drank little;" in text
    assert "Tap all" not in text[: text.index("Every question that was asked")]


def test_answers_that_differ_stand_with_the_one_that_counts():
    response = patient({"saddle-numbness": "no"})
    before = replace(response.answers["saddle-numbness"], values=("yes",))
    both = replace(response.answers["saddle-numbness"], replaced=(before,))
    text = page(response.with_answers({**response.answers, "saddle-numbness": both}))
    assert "<b>Yes</b>" in text
    assert "Counts until staff confirm, as the more urgent: Yes" in text
