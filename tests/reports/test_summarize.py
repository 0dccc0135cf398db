"""What the page says, before it is laid out."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from intake.answers import Answer, Informant, Value
from intake.correction import Correction
from intake.figure import Place, Side
from intake.response import Person, Status
from reports import wording
from reports.summarize import summarize
from reports.summary import Pattern, State, Weight
from reports.visit import Corrected, Seen
from screening.finding import Kind
from screening.record import assessed
from screening.rules import RULES
from tests.patients import patient as vignette
from tests.reports import patients
from tests.reports.patients import NOW, ROUTINE, VISIT, WORST


def asked(summary, code):
    questions = [question for section in summary.asked for question in section.questions]
    return next(question for question in questions if question.number == code)


def without(*link_ids):
    return {link_id: value for link_id, value in ROUTINE.items() if link_id not in link_ids}


def test_not_sure_is_counted_and_is_not_no():
    summary = patients.summary({**ROUTINE, "heart-or-breath": "not-sure"})
    assert "1 not sure" in summary.red_flags.note
    assert asked(summary, "SF01").state is State.NOT_SURE


@pytest.mark.parametrize("answers", [ROUTINE, WORST], ids=["routine", "worst"])
def test_every_finding_stands_in_exactly_one_section(answers):
    record = patients.response(answers)
    assessment = assessed(record, RULES)
    summary = summarize(record, assessment, VISIT)
    rows = [flag.title for flag in (*summary.red_flags.rows, *summary.cautions)]
    rows += [item.title for item in (*summary.shown, *summary.pointers, *summary.medicines)]
    for finding in assessment.findings:
        in_pattern = finding.title in summary.features.pattern
        assert rows.count(finding.title) + in_pattern == 1, finding.title


def test_red_flags_are_the_red_flag_rules_and_cautions_the_raised_warning_signs():
    record = patients.response(WORST)
    assessment = assessed(record, RULES)
    summary = summarize(record, assessment, VISIT)
    assert len(summary.red_flags.rows) == len(assessment.of_kind(Kind.RED_FLAG))
    assert summary.cautions
    assert {flag.level for flag in summary.cautions} == {wording.LEVELS["soon"]}


def test_a_finding_names_the_answers_it_rests_on():
    summary = patients.summary({**ROUTINE, "saddle-numbness": "yes"})
    (flag,) = summary.red_flags.rows
    assert flag.evidence == ("Numb or odd feeling in the saddle area: Yes (SF03)",)


def test_the_situation_says_who_where_what_how_long_which_way_and_how_bad():
    assert patients.summary().situation == (
        "62-year-old woman. Right knee: small ripples or flutters for 1 to 3 months, unchanged, "
        "worst pain today 4/10."
    )


def test_the_situation_names_what_was_said_yes_to_behind_a_red_flag():
    situation = patients.summary({**ROUTINE, "fever-or-ill": "yes"}).situation
    assert situation.endswith("Also reported: fever, chills or feeling very ill.")


def test_an_unknown_age_and_pain_are_said_to_be_unknown():
    record = replace(patients.response(without("age", "worst-pain")), patient=Person())
    situation = summarize(record, assessed(record, RULES), VISIT).situation
    assert situation.startswith("Age not known, woman.")
    assert "worst pain not known" in situation


def test_a_child_is_a_girl_or_a_boy():
    answers = {**ROUTINE, "age": 11, "birth-date": date(2015, 3, 14)}
    assert patients.summary(answers).situation.startswith("11-year-old girl.")


def test_marks_stand_where_they_were_tapped_and_the_hot_knee_on_its_side():
    answers = {**ROUTINE, "hot-knee": "new", "which-knee": "left"}
    twitch, hot = patients.summary(answers).where.marks
    assert twitch.spots == ((Side.RIGHT, Place.FRONT_THIGH), (Side.RIGHT, Place.KNEECAP))
    assert hot.spots == ((Side.LEFT, Place.KNEECAP),)
    assert (twitch.pattern, hot.pattern) == (Pattern.STRIPES, Pattern.CROSSED)


def test_a_side_that_is_not_known_is_not_drawn():
    answers = {**ROUTINE, "hot-knee": "new", "which-knee": "not-sure", "twitch-place": "not-sure"}
    where = patients.summary(answers).where
    assert where.marks == ()
    assert where.note == wording.NO_MARKS


def test_the_figure_is_told_in_words():
    description = patients.summary().where.description
    assert "Where it twitches: right front of thigh, right kneecap." in description


def test_the_patients_words_are_verbatim_with_who_typed_them():
    text = "  my knee & <b>hurts</b>\nat night "
    (quote,) = patients.summary({**ROUTINE, "anything-else": text}).words
    assert quote.text == text
    assert quote.by == "typed by the patient, in English, unedited"


def texts(*said: str) -> tuple[Answer, ...]:
    return tuple(Answer((one,), NOW + timedelta(minutes=n)) for n, one in enumerate(said))


def test_words_that_were_erased_are_printed_as_taken_back():
    known = patients.response(without("anything-else"))
    record = replace(known, taken_back={"anything-else": texts("I want to die")})
    summary = summarize(record, assessed(record, RULES), VISIT)
    [quote] = summary.words
    assert (quote.label, quote.text) == (
        "Written before by the patient, then taken back:",
        "I want to die",
    )
    assert quote.by.startswith("typed by the patient")
    assert asked(summary, "FT01").note == wording.TEXT_TAKEN_BACK_NOTE
    assert any(
        "want to die" in line
        for flag in (*summary.cautions, *summary.red_flags.rows)
        for line in flag.evidence
    )


def test_of_many_texts_those_that_name_something_and_the_latest_are_printed():
    *before, latest = texts("I want to die", *(f"{n} is my text" for n in range(9)))
    known = patients.response(ROUTINE)
    answer = replace(latest, replaced=tuple(before))
    record = known.with_answers({**known.answers, "anything-else": answer})
    summary = summarize(record, assessed(record, RULES), VISIT)
    said = [quote.text for quote in summary.words]
    assert said[:2] == ["8 is my text", "I want to die"]
    assert len(said) == 5
    assert summary.words[-1].label.endswith("(+5 more)")
    assert asked(summary, "FT01").note == wording.TEXT_CHANGED_NOTE


def test_of_many_changes_the_first_and_the_last_are_printed():
    *before, latest = [
        replace(one, values=(v,))
        for one, v in zip(texts(*"abcdefghij"), ["yes", "no"] * 5, strict=True)
    ]
    known = patients.response(ROUTINE)
    answer = replace(latest, replaced=tuple(before))
    record = known.with_answers({**known.answers, "fever-or-ill": answer})
    note = asked(summarize(record, assessed(record, RULES), VISIT), "SF07").note
    assert note.count("changed from") == 4
    assert note.startswith("changed from Yes")
    assert "; 5 more changes; changed from" in note
    assert note.endswith("counts as Yes until staff confirm")


def test_words_that_were_never_asked_for_are_not_called_skipped():
    assert patients.interrupted().no_words == wording.NOT_ANSWERED
    assert patients.summary(without("anything-else")).no_words == wording.NO_WORDS


NAMED = {
    **ROUTINE,
    "medicines": ("water-pills", "steroids", "blood-thinners", "immune-medicine"),
    "water-pills-names": ("furosemide", "spironolactone"),
    "steroids-names": "do-not-know",
    "blood-thinners-names": "warfarin",
    "new-medicine": "no",
}


def test_the_names_that_were_given_stand_with_their_class():
    summary = patients.summary(NAMED)
    details = {item.title: item.detail.partition(" · ")[0] for item in summary.medicines}
    assert details == {
        "Diuretic": "Water pills: furosemide, spironolactone",
        "Corticosteroid": "Steroids: name not known",
    }
    pointers = {item.title: item.detail for item in summary.pointers}
    thinner = next(detail for title, detail in pointers.items() if title.startswith("Blood thin"))
    assert thinner.startswith("Medicines: Blood thinners: warfarin (MD01); Next:")
    assert "spironolactone (Aldactone) (MD02a)" in pointers["Medicine that raises potassium"]
    before = {item.title: item.detail for item in summary.before_injection}
    assert before["Blood thinner"] == "warfarin (Coumadin)"
    assert before["Immune or arthritis medicine"] == ""


def test_names_stand_in_the_reasons_of_a_red_flag():
    answers: dict[str, Value | tuple[Value, ...]] = {
        "medicines": ("antidepressants", "lithium"), "antidepressants-names": "sertraline",
        "confused-or-jerking": "yes", "new-medicine": "no",
    }  # fmt: skip
    (flag,) = [
        one for one in patients.summary({**ROUTINE, **answers}).red_flags.rows
        if one.source.startswith("E10")
    ]  # fmt: skip
    assert any("(antidepressants): sertraline; Lithium" in line for line in flag.evidence)


def test_another_medicine_without_a_name_is_to_be_asked_for_without_reading_out_a_list():
    answers = {**ROUTINE, "medicines": "other-medicine", "new-medicine": "yes"}
    (question,) = [
        one
        for one in patients.summary(answers).could_not_rule_out
        if one.title == "Which other medicine?"
    ]
    assert "tramadol" not in question.detail
    assert "Twitching began near a new medicine" in question.detail


def test_a_medicine_that_can_cause_twitching_is_named_with_its_timing():
    answers = {**ROUTINE, "medicines": ("water-pills", "blood-thinners"), "new-medicine": "yes"}
    summary = patients.summary(answers)
    assert [item.title for item in summary.medicines] == ["Diuretic"]
    assert summary.medicines[0].detail.startswith("Water pills")
    assert summary.medicines_note.endswith("Yes")


def test_negatives_answered_as_a_group_are_kept_apart():
    summary = patients.summary()
    assert "Fever, chills or feeling very ill" in summary.asked_no
    assert "Brown urine" in summary.asked_no_as_group
    assert "Urge to move the legs" not in summary.asked_no  # context, not a warning
    assert asked(summary, "SF15").note == "(answered as a group)"


def test_nothing_not_answered_is_among_the_negatives():
    summary = patients.interrupted()
    assert set(summary.asked_no) == {
        "Chest pain, breathlessness, faint or racing heart",
        "New bladder or bowel trouble",
        "Hot, red, discolored or swollen knee",
    }


def test_what_could_not_be_ruled_out_comes_as_the_question_to_ask_safety_first():
    first = patients.interrupted().could_not_rule_out[0]
    assert first.title == "New numb or odd feeling between your legs or around your bottom?"
    assert "Possible cauda equina: saddle numbness" in first.detail


def test_a_question_with_ticks_to_ask_aloud_says_what_may_be_ticked():
    items = {item.title: item.detail for item in patients.interrupted().could_not_rule_out}
    assert items["Have you had any of these?"].startswith("Back surgery; ")
    assert not any("Tap" in title for title in items)


def test_what_matters_before_an_injection_is_known_or_said_to_be_unknown():
    answers = {
        **ROUTINE, "operations": ("knee-replacement",), "knee-replacement-side": "left",
        "knee-replacement-when": "longer-ago", "medicines": ("blood-thinners",),
    }  # fmt: skip
    known = {item.title: item.detail for item in patients.summary(answers).before_injection}
    assert known["Replaced knee"] == "Left, Longer ago"
    assert "Blood thinner" in known
    open_ones = {item.title: item.detail for item in patients.interrupted().before_injection}
    assert "blood thinner" in open_ones[wording.INJECTION_UNKNOWN]


def test_an_answer_taken_back_is_printed_with_both_values_and_the_time():
    summary = patients.neurological()
    fever = asked(summary, "SF07")
    assert fever.answer == "No"
    assert fever.note == "changed from Yes at 09:16; counts as Yes until staff confirm"
    assert fever.weight is Weight.RED


def test_who_answered_is_said_once_and_marked_where_it_differs():
    record = patients.response(ROUTINE)
    staff = Answer(("no",), NOW, Informant.STAFF, initials="RN-07")
    record = record.with_answers({**record.answers, "fever-or-ill": staff})
    summary = summarize(record, assessed(record, RULES), VISIT)
    assert asked(summary, "SF07").note == "answered by staff RN-07"
    assert asked(summary, "SF01").note == ""
    assert summary.asked_note.endswith("by the patient")
    assert patients.neurological().asked_note.endswith("by a companion")


def test_the_four_states_are_kept_apart():
    summary = patients.summary({**without("fever-or-ill"), "heart-or-breath": "not-sure"})
    assert asked(summary, "SF01").state is State.NOT_SURE
    assert asked(summary, "SF07").state is State.NOT_ANSWERED
    assert asked(summary, "SF07").answer == wording.NOT_ANSWERED
    assert asked(summary, "SF06").state is State.NO
    assert asked(patients.summary({**ROUTINE, "fever-or-ill": "yes"}), "SF07").state is State.YES


def test_a_question_that_was_not_asked_is_not_printed():
    numbers = {row.number for section in patients.summary().asked for row in section.questions}
    assert "KN07" not in numbers
    assert "SF06" in numbers


def test_a_question_of_a_follow_up_grid_stands_under_its_heading():
    question = asked(patients.summary(WORST), "OP02c").question
    assert question == "Your knee replacement: When was it?"


def test_times_are_the_clinics_and_dates_are_read_one_way_only():
    banner = patients.summary().banner
    assert banner.completed == "Completed 20-Nov-2026 09:16"
    assert dict(banner.facts)["Born"] == "14-Mar-1964 (62 y)"


def test_an_interrupted_visit_says_so():
    assert patients.interrupted().banner.completed == "Stopped 20-Nov-2026 09:16, not finished"


def test_a_name_that_was_not_given_is_said_to_be_missing():
    record = replace(patients.response(ROUTINE), patient=Person())
    banner = summarize(record, assessed(record, RULES), VISIT).banner
    assert banner.family == wording.NAME_UNKNOWN
    assert dict(banner.facts)["Visit"] == "not given"


def test_staff_who_came_are_named_with_time_and_what_was_done():
    told = NOW - timedelta(minutes=4)
    seen = Seen("E01", told, told + timedelta(minutes=1), "RN-07", "ECG done")
    answers = {**ROUTINE, "heart-or-breath": "yes"}
    box = patients.summary(answers, visit=replace(VISIT, seen=(seen,))).red_flags
    assert box.staff == "Staff told 09:12, seen 09:13 (RN-07)"
    assert box.rows[0].seen == "Seen 09:13 by RN-07: ECG done"


def test_the_imprint_carries_the_records_own_time_and_no_name():
    imprint = patients.summary().imprint
    assert imprint.moment == datetime(2026, 11, 20, 14, 16, tzinfo=UTC)
    assert "Delgado" not in imprint.title


def test_the_footer_names_every_version():
    versions = patients.summary().footer.versions
    assert RULES.version in versions
    assert "program 0.1.0" in versions
    assert "content 3f9a2c1d" in versions


def test_a_stopped_visit_with_all_answers_is_still_not_finished():
    summary = patients.summary(ROUTINE, status=Status.STOPPED)
    assert summary.red_flags.alarming


BACK_GROUPED = {
    **ROUTINE, "right-now-no-to-all": True, "operations": ("back-surgery",),
    "back-surgery-when": "longer-ago", "bladder-or-bowel-again": "no",
}  # fmt: skip


def test_a_second_asking_is_told_beside_the_first_and_counted_once():
    summary = patients.summary({**BACK_GROUPED, "saddle-numbness-again": "yes"})
    assert "15 of 15 safety questions" in summary.red_flags.note
    row = asked(summary, "SF03")
    assert "asked again: Yes" in row.note
    assert "counts as Yes until staff confirm" in row.note
    assert row.weight is Weight.RED
    assert asked(summary, "SF03b").answer == "Yes"
    assert "asked again: No" in asked(summary, "SF02").note


def test_the_smallest_change_of_the_level_is_said_with_the_level_it_would_give():
    answers = {**ROUTINE, "saddle-numbness": "yes"}
    assert patients.summary(answers).changes == (
        "Numb or odd feeling in the saddle area: Yes (SF03) → routine",
    )


def test_a_question_not_answered_can_be_the_change_and_says_so():
    [change] = patients.summary(without("fever-or-ill")).changes
    assert change == "Fever, chills or feeling very ill: Not answered (SF07) → routine"


def test_of_many_changes_two_are_said_and_the_rest_counted():
    summary = patients.neurological()
    assert len(summary.changes) <= 3
    case = vignette("F03")
    assert summarize(case, assessed(case, RULES), VISIT).changes[2:] == ("+1 more",)


def test_no_change_is_said_at_routine_or_where_more_than_four_answers_would_have_to():
    assert patients.worst().changes == ()
    assert patients.summary().changes == ()


def test_an_assessment_without_explanation_promises_no_change():
    record = patients.response({**ROUTINE, "saddle-numbness": "yes"})
    stored = assessed(record, RULES).model_copy(update={"would_change": None})
    assert summarize(record, stored, VISIT).changes == ()


def test_answers_that_disagree_are_told_with_both_of_them():
    said = {**ROUTINE, "worst-pain": "0", "pain-every-night": "yes", "check-pain": "both-right"}
    summary = patients.summary({k: v for k, v in said.items() if k != "hurts-since"})
    [flag] = [one for one in summary.cautions if one.title.startswith("The patient's answers")]
    assert flag.evidence == ("Worst pain today, 0 to 10: 0 (KN01)",
                             "Pain wakes every night: Yes (NV10)")  # fmt: skip
    assert asked(summary, "CK01").answer == "Both are right"


@pytest.mark.parametrize(
    ("first", "second"),
    [(Informant.PATIENT, Informant.COMPANION), (Informant.COMPANION, Informant.PATIENT)],
)
def test_two_people_who_differ_are_both_named_and_the_more_urgent_counts(first, second):
    record = patients.response(ROUTINE)
    said = Answer(("yes",), NOW - timedelta(minutes=4), first)
    other = Answer(("no",), NOW, second, replaced=(said,))
    record = record.with_answers({**record.answers, "weakness": other})
    note = asked(summarize(record, assessed(record, RULES), VISIT), "NV01").note
    assert f"changed from Yes (said by {wording.INFORMANTS[first.value]})" in note
    assert f"answered by {wording.INFORMANTS[second.value]}" in note
    assert "counts as Yes until staff confirm" in note


def test_what_staff_put_right_is_told_with_what_it_was_who_did_it_when_and_why():
    page = patients.corrected()
    assert [line.split(": ")[0] for line in page.corrections] == [
        "09:24 Nora Testnurse",
        "09:26 Nora Testnurse",
        "09:25 Nora Testnurse",
    ]
    cold, pain_again, pain = page.corrections
    assert cold.endswith(f": No (SF05), was Yes (why: {patients.WHY})")
    assert ": 9 (KN01), was 4 (why" in pain
    assert ": 2 (KN01), was 9 (why" in pain_again
    assert patients.summary().corrections == ()
    row = asked(page, "SF05")
    assert (row.answer, row.state) == ("No", State.NO)
    assert row.note == "changed from Yes (said by the patient) at 09:24; answered by staff NT"


def test_a_safety_question_that_was_put_right_is_told_before_what_came_later():
    told = tuple(
        Corrected(
            patients.NOW + timedelta(minutes=minutes),
            Correction(link_id=link_id, by="Nora Testnurse", why=patients.WHY),
        )
        for minutes, link_id in enumerate(("cold-leg", "worst-pain", "weakness"))
    )
    page = patients.summary(visit=replace(patients.VISIT, corrected=told))
    assert ["(SF05)" in line for line in page.corrections] == [True, False, False]
    assert "(KN01)" in page.corrections[2]


def test_a_correction_of_a_question_no_longer_known_is_still_told():
    told = Correction(link_id="asked-long-ago", by="Nora Testnurse", why=patients.WHY)
    visit = replace(patients.VISIT, corrected=(Corrected(patients.NOW, told),))
    [line] = patients.summary(visit=visit).corrections
    assert "asked-long-ago" in line
    assert patients.WHY in line


def test_a_note_for_several_flags_is_printed_once():
    told = [row.seen for row in patients.neurological().red_flags.rows]
    assert told[:3] == [
        "Seen 09:13 by RN-07: vitals taken, may go on",
        "Seen 09:13 by RN-07: as above",
        "Seen 09:13 by RN-07: as above",
    ]
    assert not any(told[3:])
