"""What speaks for or against arthritis: a question nobody asked is never called "not met"."""

from reports.summarize import summarize
from reports.summary import State
from screening.record import assessed
from screening.rules import RULES
from tests.patients import patient as vignette
from tests.reports import patients
from tests.reports.patients import ROUTINE, VISIT

STIFF = "No or short morning stiffness"
NO_PAIN = {
    **{link_id: value for link_id, value in ROUTINE.items() if not link_id.startswith("hurts")},
    "worst-pain": "0",
    "morning-stiffness": "not-stiff",
}


def rows_of(summary):
    return {row.label: row for row in summary.features.rows}


def states_of(summary):
    return {label: row.state for label, row in rows_of(summary).items()}


def test_features_are_met_not_met_open_or_need_hands():
    states = states_of(patients.summary())
    assert states["Pain with use"] is State.YES
    assert states["Hot, red or swollen"] is State.NO
    assert states["Crepitus, bony tenderness"] is State.NEEDS_HANDS
    unsure = patients.summary({**ROUTINE, "morning-stiffness": "not-sure"})
    assert states_of(unsure)[STIFF] is State.NOT_SURE
    assert states_of(patients.interrupted())["Pain with use"] is State.NOT_ANSWERED


def test_a_question_nobody_asked_is_not_called_not_met():
    record = vignette("V71")
    summary = summarize(record, assessed(record, RULES), VISIT)
    rows, asked = rows_of(summary), {row.number for one in summary.asked for row in one.questions}
    for label, code in {"Pain with use": "KN02", "Movement limited": "KN04"}.items():
        assert code not in asked
        assert (rows[label].state, rows[label].word) == (State.NOT_ASKED, "Not asked")
    assert summary.features.counts.endswith("3 not asked · 1 not counted · 2 need hands")


def test_short_stiffness_counts_for_nothing_in_a_knee_without_pain():
    summary = patients.summary(NO_PAIN)
    row = rows_of(summary)[STIFF]
    assert (row.state, row.word, row.detail) == (State.NOT_COUNTED, "Not counted", "Not stiff")
    assert summary.features.pattern == "No arthritis pattern on history (not a diagnosis)"
    assert states_of(patients.summary())[STIFF] is State.YES
    stiff = {**NO_PAIN, "morning-stiffness": "over-1-hour"}
    assert states_of(patients.summary(stiff))[STIFF] is State.NO


def test_an_answer_that_is_not_sure_is_not_called_missing():
    answers = {**NO_PAIN, "worst-pain": "not-sure", "hurts-when": "does-not-hurt"}
    assert "answers missing or not sure" in patients.summary(answers).features.pattern


def test_only_joint_disease_stands_beside_joint_disease_and_all_conditions_in_one_line():
    label = "Known joint disease"
    known = patients.summary({**ROUTINE, "conditions": ("osteoarthritis", "kidney-disease")})
    assert rows_of(known)[label].detail == "Osteoarthritis"
    assert ("Conditions", "Osteoarthritis, Kidney disease") in known.where.course
    other = patients.summary({**ROUTINE, "conditions": ("diabetes",)})
    assert (rows_of(other)[label].word, rows_of(other)[label].detail) == ("Not met", "")
    assert ("Conditions", "Diabetes") in other.where.course
    assert rows_of(patients.summary())[label].detail == "None of these"


def test_the_pattern_is_said_not_to_be_a_diagnosis():
    pattern = patients.summary().features.pattern
    assert pattern == "Osteoarthritis likely on history (not a diagnosis)"


def test_a_record_without_the_patterns_still_says_how_far_it_fits_arthritis():
    record = patients.response(ROUTINE)
    stored = assessed(record, RULES)
    older = stored.model_copy(
        update={
            "findings": tuple(one.model_copy(update={"arthritis": None}) for one in stored.findings)
        }
    )
    pattern = summarize(record, older, VISIT).features.pattern
    assert pattern == "Arthritis likely on history (not a diagnosis)"
