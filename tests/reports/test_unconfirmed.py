"""What counts although it is no longer said, or somebody else says otherwise."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.answers import Answer, Informant, Value
from intake.response import QuestionnaireResponse
from reports.phrases import read
from reports.summarize import summarize
from reports.summary import Summary
from reports.unconfirmed import of_item
from screening.record import assessed
from screening.rules import RULES
from tests.patients import patient as vignette
from tests.reports import patients
from tests.reports.patients import NOW, ROUTINE, VISIT

BEFORE = NOW - timedelta(minutes=9)
NOW_NO = "now says No, unconfirmed"
Said = tuple[Informant, Value | tuple[Value, ...]]
PATIENT, COMPANION = Informant.PATIENT, Informant.COMPANION


def history(*said: Said, initials: str = "") -> Answer:
    every = [
        Answer(
            values if isinstance(values, tuple) else (values,),
            BEFORE + timedelta(minutes=minute),
            by,
            initials if by is Informant.STAFF else "",
        )
        for minute, (by, values) in enumerate(said)
    ]
    return replace(every[-1], replaced=tuple(every[:-1]))


def answered(link_id: str, *said: Said, initials: str = "") -> QuestionnaireResponse:
    known = patients.response(ROUTINE)
    return known.with_answers({**known.answers, link_id: history(*said, initials=initials)})


def note(record: QuestionnaireResponse, link_id: str) -> str:
    return of_item(read(record, assessed(record, RULES), VISIT.zone), link_id)


def page(record: QuestionnaireResponse) -> Summary:
    return summarize(record, assessed(record, RULES), VISIT)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ([(PATIENT, "yes"), (PATIENT, "no")], NOW_NO),
        ([(PATIENT, "no"), (PATIENT, "yes")], ""),
        ([(PATIENT, "no"), (COMPANION, "yes")], "patient: No; companion: Yes"),
        ([(COMPANION, "yes"), (PATIENT, "no")], "companion: Yes; patient: No"),
        ([(PATIENT, "yes"), (COMPANION, "no"), (PATIENT, "no")], NOW_NO),
        (
            [(PATIENT, "yes"), (COMPANION, "not-sure"), (PATIENT, "no")],
            "now says patient: No; companion: Not sure, unconfirmed",
        ),
        ([(PATIENT, "yes"), (Informant.STAFF, "no")], "patient: Yes; staff: No"),
    ],
)
def test_a_sign_that_counts_says_who_says_otherwise(said, told):
    assert note(answered("fever-or-ill", *said), "fever-or-ill") == told


def test_what_signed_in_staff_put_right_is_nobodys_doubt():
    record = answered(
        "fever-or-ill",
        (PATIENT, "yes"),
        (COMPANION, "not-sure"),
        (Informant.STAFF, "no"),
        initials="NT",
    )
    assert note(record, "fever-or-ill") == ""


def test_a_tick_that_was_taken_out_counts_and_says_what_is_ticked_now():
    looks = (PATIENT, ("hot", "wound")), (PATIENT, ("hot",))
    record = answered("knee-look", *looks)
    record = record.with_answers({**record.answers, "hot-knee": history((PATIENT, "new"))})
    assert note(record, "knee-look") == "now says Hot, unconfirmed"


def test_an_answer_that_was_erased_counts_and_says_so():
    known = patients.response({k: v for k, v in ROUTINE.items() if k != "fever-or-ill"})
    record = replace(known, taken_back={"fever-or-ill": (Answer(("yes",), BEFORE),)})
    [flag] = page(record).red_flags.rows[:1]
    assert "Yes (taken back, unconfirmed) (SF07)" in flag.evidence[0]


def test_a_sign_asked_twice_says_what_was_said_the_second_time():
    known = patients.response(ROUTINE)
    yes, no = Answer(("yes",), BEFORE), Answer(("no",), NOW)
    given = {**known.answers, "saddle-numbness": yes, "saddle-numbness-again": no}
    assert note(known.with_answers(given), "saddle-numbness") == NOW_NO


def test_words_that_were_erased_are_evidence_that_says_so():
    erased = (Answer(("I want to die",), BEFORE),)
    known = patients.response({k: v for k, v in ROUTINE.items() if k != "anything-else"})
    record = replace(known, taken_back={"anything-else": erased})
    summary = page(record)
    flags = (*summary.red_flags.rows, *summary.cautions)
    assert any("die (taken back, unconfirmed)" in one for flag in flags for one in flag.evidence)
    standing = page(patients.response({**ROUTINE, "anything-else": "I want to die"}))
    flags = (*standing.red_flags.rows, *standing.cautions)
    assert not any("taken back" in one for flag in flags for one in flag.evidence)


def test_page_one_prints_no_plain_yes_where_the_patient_now_says_no():
    known = patients.response(ROUTINE)
    back = {
        "fever-or-ill": history((PATIENT, "yes"), (PATIENT, "no")),
        "hot-knee": history((PATIENT, "new"), (PATIENT, "no")),
    }
    summary = page(known.with_answers({**known.answers, **back}))
    [flag] = summary.red_flags.rows
    assert [one.count(NOW_NO) for one in flag.evidence] == [1, 1]
    assert summary.situation.count(NOW_NO) == 2
    before = {item.title: item.detail for item in summary.before_injection}
    assert before["New hot or swollen knee"] == before["Fever or very ill"] == NOW_NO
    assert any(NOW_NO in mark.label for mark in summary.where.marks)
    details = {row.label: row.detail for row in summary.features.rows}
    assert details["Hot, red or swollen"] == f"Yes, new in the last 2 weeks ({NOW_NO})"


def test_two_people_who_differ_both_stand_on_page_one():
    summary = page(vignette("V71"))
    evidence = [one for flag in summary.cautions for one in flag.evidence]
    assert "Toes drag or trip: Yes (patient: No; companion: Yes) (NV02)" in evidence
    assert "toes drag or trip (patient: No; companion: Yes)" in summary.situation
    worst = page(vignette("F12"))
    assert "worst pain today 8/10 (patient: 0; companion: 8)" in worst.situation
    assert ("Worst today", "patient: 0; companion: 8") in worst.where.course
