"""How many safety questions are settled: no gap is passed over, and none is made up."""

from datetime import timedelta

from intake.answers import Answer, Informant, Mode
from reports.summarize import summarize
from screening.record import assessed
from screening.rules import RULES
from tests.patients import patient as vignette
from tests.reports import patients
from tests.reports.patients import NOW, ROUTINE, VISIT


def test_no_red_flag_is_said_with_the_count_of_safety_questions():
    box = patients.summary().red_flags
    assert not box.alarming
    assert box.headline == "No red flags triggered"
    assert box.note.startswith("15 of 15 safety questions asked and answered")


def test_a_safety_question_left_open_is_never_passed_over():
    record = patients.response(ROUTINE)
    answers = {k: v for k, v in record.answers.items() if k not in {"brown-urine", "hard-leg"}}
    record = record.with_answers(answers)
    summary = summarize(record, assessed(record, RULES), VISIT)
    assert "2 of 15 safety questions not answered" in summary.red_flags.note


def test_gaps_beside_no_red_flag_are_said_with_a_but():
    record = patients.response(ROUTINE)
    answers = {k: v for k, v in record.answers.items() if k != "brown-urine"}
    record = record.with_answers(answers)
    summary = summarize(record, assessed(record, RULES), VISIT)
    assert not summary.red_flags.alarming
    assert summary.red_flags.note.startswith("but 1 of 15 safety questions not answered")


def test_a_second_asking_left_open_is_a_gap():
    summary = patients.summary(
        {
            **ROUTINE,
            "right-now-no-to-all": True,
            "operations": ("back-surgery",),
            "back-surgery-when": "longer-ago",
            "bladder-or-bowel-again": "no",
        }
    )
    assert "1 of 15 safety questions not answered" in summary.red_flags.note


def test_not_sure_is_no_gap_and_needs_no_but():
    case = vignette("F22")
    note = summarize(case, assessed(case, RULES), VISIT).red_flags.note
    assert note.startswith("15 of 15 safety questions asked, 1 not sure")


def test_an_answer_to_be_asked_again_is_not_called_unanswered():
    """The hot knee was taken back on the tablet: fever was said no to, and is not asked again."""
    known = patients.response(ROUTINE)
    new = Answer(("new",), NOW - timedelta(minutes=9), Informant.PATIENT)
    no = Answer(("no",), NOW, Informant.PATIENT, replaced=(new,))
    grouped = Answer(("no",), NOW - timedelta(minutes=8), Informant.PATIENT, mode=Mode.GROUP)
    answers = {**known.answers, "hot-knee": no, "fever-or-ill": grouped}
    record = known.with_answers(answers)
    note = summarize(record, assessed(record, RULES), VISIT).red_flags.note
    assert "15 of 15 safety questions asked, 1 asked once, not asked again" in note
    assert "not answered" not in note


def test_every_safety_question_left_open_is_named_beside_those_that_raise():
    (flag,) = patients.interrupted().red_flags.rows
    assert flag.source.startswith("S17")
    assert flag.next.startswith("Ask every open safety question aloud")
    assert sum(line.count("(SF") for line in flag.evidence) == 12
    (others,) = [line for line in flag.evidence if line.startswith("Also not answered: ")]
    assert "Brown urine (SF15)" in others
    unsure = patients.summary({**ROUTINE, "cold-leg": "not-sure", "brown-urine": "not-sure"})
    assert "Also not sure: Brown urine (SF15)" in unsure.red_flags.rows[0].evidence
