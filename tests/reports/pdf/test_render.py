"""The page as a whole: what a clinician must find, and what nothing may break."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from intake.response import Person, Status
from reports import wording
from reports.pdf.archive import Attachment
from reports.pdf.render import drawn, render
from reports.pdf.tagged import A4, LETTER
from reports.summarize import summarize
from reports.summary import Flag, Summary
from reports.visit import Seen
from screening.record import assessed
from screening.rules import RULES
from tests.reports import patients
from tests.reports.pdf import inspection

RECORD = Attachment("intake.fhir.json", "application/fhir+json", b'{"a": 1}', "The answers")
PATIENTS = {
    "routine": patients.summary,
    "neurological": patients.neurological,
    "corrected": patients.corrected,
    "interrupted": patients.interrupted,
    "worst": patients.worst,
}
every_patient = pytest.mark.parametrize("make", PATIENTS.values(), ids=PATIENTS)


@every_patient
def test_both_identifiers_and_the_page_number_stand_on_every_page(make, tmp_path):
    summary = make()
    texts = inspection.poppler_text(render(summary), tmp_path)
    for number, text in enumerate(texts, start=1):
        # A line's last hyphen is taken for a broken word and left out by pdftotext.
        family = inspection.squeezed(summary.banner.family.replace("-", ""))
        assert family in inspection.squeezed(text.replace("-", ""))
        facts = dict(summary.banner.facts)
        assert inspection.squeezed(facts[wording.BORN]) in inspection.squeezed(text)
        assert facts[wording.VISIT] in text
        assert f"Page {number} of {len(texts)}" in text
        assert "not a diagnosis" in text
        assert "not yet reviewed by a clinician" in text
        assert "Not a cleared medical device" in text


@pytest.mark.parametrize(
    ("answers", "about"),
    [
        (patients.ROUTINE, {}),
        (patients.WORST, {}),
        ({"heart-or-breath": "yes"}, {"status": Status.STOPPED}),
    ],
    ids=["routine", "worst", "interrupted"],
)
def test_every_finding_is_named(answers, about):
    record = patients.response(answers, **about)
    text = inspection.raw_text(render(patients.summary(answers, **about)))
    findings = assessed(record, RULES).findings
    assert findings
    for finding in findings:
        assert inspection.squeezed(finding.title) in text


@every_patient
def test_every_red_flag_and_caution_is_named_on_page_1(make):
    summary = make()
    first = inspection.squeezed(inspection.page_texts(render(summary))[0])
    for flag in (*summary.red_flags.rows, *summary.cautions):
        assert inspection.squeezed(flag.title) in first
    assert inspection.squeezed(summary.red_flags.note) in first
    assert inspection.squeezed(summary.situation) in first


def test_a_routine_visit_fits_two_pages():
    assert drawn(patients.summary()).page == 1  # the second page is open until it is finished
    assert len(inspection.reader(render(patients.summary())).pages) == 2


@every_patient
def test_every_question_asked_is_printed_with_its_answer(make):
    summary = make()
    text = inspection.raw_text(render(summary))
    for section in summary.asked:
        for asked in section.questions:
            assert inspection.squeezed(asked.question) in text
            assert inspection.squeezed(asked.answer) in text


@every_patient
@pytest.mark.parametrize("size", [LETTER, A4], ids=["letter", "a4"])
def test_no_text_stands_on_other_text_or_off_the_page(make, size):
    canvas = drawn(make(), size=size)
    canvas.finish()
    assert canvas.overlaps() == []


def test_text_on_text_is_noticed():
    canvas = drawn(patients.summary())
    first = canvas.boxes[0]
    canvas.boxes.append(replace(first, left=first.left + 1))
    canvas.finish()
    assert canvas.overlaps()


def test_the_demo_band_is_on_every_page_of_a_demo_and_on_no_other():
    for text in inspection.page_texts(render(patients.worst())):
        assert wording.DEMO_BAND in text
    assert wording.DEMO_BAND not in "".join(inspection.page_texts(render(patients.summary())))


def test_the_file_does_not_carry_the_name_in_its_title():
    info = inspection.reader(render(patients.summary())).metadata
    assert info.title == "Knee intake summary, visit 7F3K-Q2MN"
    assert "Delgado" not in str(info)


def test_the_record_is_attached_and_named_as_the_source():
    pdf = render(patients.summary(), [RECORD])
    assert inspection.reader(pdf).attachments["intake.fhir.json"] == [RECORD.content]
    assert b"/AFRelationship/Source" in pdf


def test_the_same_summary_gives_the_same_bytes_in_another_process_and_time_zone():
    here = render(patients.summary(), [RECORD])
    script = (
        "import hashlib\n"
        "from tests.reports import patients\n"
        "from tests.reports.pdf.test_render import RECORD\n"
        "from reports.pdf.render import render\n"
        "print(hashlib.sha256(render(patients.summary(), [RECORD])).hexdigest())\n"
    )
    environment = {**os.environ, "TZ": "Asia/Kolkata", "PYTHONHASHSEED": "7"}
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True, capture_output=True, cwd=root, env=environment, text=True,
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_another_patient_has_another_document_id():
    one = render(patients.summary())
    other = render(patients.summary(patient=Person("Okafor", "Ada", reference="7F3K-Q2MN")))
    assert inspection.reader(one).trailer["/ID"] != inspection.reader(other).trailer["/ID"]


def test_the_file_is_dated_by_the_record():
    info = inspection.reader(render(patients.summary())).metadata
    assert info.creation_date == datetime(2026, 11, 20, 14, 16, tzinfo=UTC)


def crowded(flags: int, words: str, family: str) -> Summary:
    """A page with this many red flags, cautions and medicines, however long their words."""
    summary = patients.neurological()
    row = summary.red_flags.rows[0]
    rows = tuple(replace(row, title=f"{number} {words[:90]}") for number in range(flags))
    long_list = tuple(replace(summary.medicines[0], title=f"{n} {words[:60]}") for n in range(14))
    return replace(
        summary,
        banner=replace(summary.banner, family=family),
        red_flags=replace(summary.red_flags, rows=rows),
        cautions=tuple(Flag(f"c{n} {words[:70]}", "", (words,), "", "X") for n in range(flags)),
        words=(replace(summary.words[0], text=words),),
        medicines=long_list,
        pointers=long_list,
        could_not_rule_out=long_list,
    )


def test_twelve_flags_a_long_name_2000_characters_and_14_medicines_fit_or_continue_visibly():
    words = ("The knee jumps at night and my mother had the same. " * 40)[:2000]
    summary = crowded(
        12, words, "WOLFESCHLEGELSTEINHAUSENBERGERDORFF-VON-UND-ZU-LICHTENSTEINERBERG"
    )
    canvas = drawn(summary)
    pdf = canvas.finish()
    assert canvas.overlaps() == []
    text = inspection.raw_text(pdf)
    assert inspection.squeezed(words) in text
    for item in summary.medicines:
        assert inspection.squeezed(item.title) in text
    first = inspection.squeezed(inspection.page_texts(pdf)[0])
    for flag in summary.red_flags.rows:
        assert inspection.squeezed(flag.title) in first


def test_corrections_however_long_leave_room_for_the_rest():
    line = "09:24 " + "Nora Testnurse-With-A-Long-Name: what it is and was, and why it is so. " * 8
    canvas = drawn(replace(patients.worst(), corrections=(line,) * 9))
    pages = inspection.page_texts(canvas.finish())
    assert canvas.overlaps() == []
    assert pages[0].count("09:24") == 2
    assert "+7 more" in pages[0]
    assert pages[1].count("09:24") == 9


def test_a_flag_with_its_details_on_page_2_says_on_page_1_how_soon():
    summary = patients.worst()
    first = inspection.squeezed(inspection.page_texts(render(summary))[0])
    levels = {flag.level for flag in summary.red_flags.rows}
    assert len(levels) == 2
    for flag in summary.red_flags.rows[1:]:
        assert inspection.squeezed(f"{flag.title} {flag.level}") in first


def test_words_that_go_on_from_page_2_stand_there_in_full():
    words = "".join(f"w{number:04}" for number in range(380))
    text = patients.summary({**patients.ROUTINE, "anything-else": words})
    assert words in inspection.raw_text(render(text))


def test_a_line_that_cannot_break_is_cut_visibly_before_the_edge():
    reference = "\ufffd" * 60
    canvas = drawn(patients.summary(patient=replace(patients.DAVID, reference=reference)))
    canvas.finish()
    assert canvas.overlaps() == []
    cut = [box.text for box in canvas.boxes if box.page == 0 and "\ufffd" in box.text]
    assert len(cut) == 2  # the banner's and the foot's
    assert all(text.endswith("\u2026") for text in cut)


def test_who_answered_and_what_worries_are_notes_however_long_they_are_typed():
    summary = patients.neurological()
    long = "Nobody is called that. " * 90
    where = replace(summary.where, course=(("Main worry", long),))
    words = tuple(replace(quote, by=long) for quote in summary.words)
    red = replace(summary.red_flags, staff=long)
    canvas = drawn(replace(summary, where=where, words=words, red_flags=red))
    assert long[:80] in inspection.page_texts(canvas.finish())[0].replace("\n", " ")
    assert canvas.overlaps() == []


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=2000
)


# A page takes long to draw; a failing example is told as it was found, not made smaller first.
QUICK: dict[str, Any] = {
    "suppress_health_check": [HealthCheck.too_slow],
    "phases": [Phase.explicit, Phase.generate],
}


@pytest.mark.no_cover
@settings(max_examples=12, **QUICK)
@given(st.integers(0, 14), WORDS, st.text("ABCDEFGHIJ-' ", min_size=1, max_size=60))
def test_no_content_however_long_makes_text_collide(flags, words, family):
    canvas = drawn(crowded(flags, words, family))
    pdf = canvas.finish()
    assert canvas.overlaps() == []
    assert inspection.marked_on_pages(pdf) == inspection.marked_in_tree(pdf)


OPTIONS = {
    link_id: [option.code for option in item.options]
    for link_id, item in RULES.questionnaire.questions.items()
    if hasattr(item, "options")
}


@pytest.mark.no_cover
@settings(max_examples=25, **QUICK)
@given(st.data())
def test_any_answers_give_a_page_that_names_every_finding(data):
    answers = {
        link_id: (data.draw(st.sampled_from(codes)),)
        for link_id, codes in OPTIONS.items()
        if data.draw(st.integers(0, 9)) > 0
    }
    status = data.draw(st.sampled_from([Status.COMPLETED, Status.STOPPED]))
    record = patients.response({**answers, "age": 50}, status=status)
    assessment = assessed(record, RULES)
    canvas = drawn(summarize(record, assessment, patients.VISIT))
    text = inspection.raw_text(canvas.finish())
    assert canvas.overlaps() == []
    for finding in assessment.findings:
        assert inspection.squeezed(finding.title) in text


def test_the_smallest_change_of_the_level_stands_on_page_1_below_the_situation():
    summary = patients.neurological()
    page = inspection.squeezed(inspection.page_texts(render(summary))[0])
    change = inspection.squeezed(wording.CHANGE_TITLE)
    assert page.index(change) > page.index(inspection.squeezed(summary.situation))
    assert all(inspection.squeezed(one) in page for one in summary.changes)


@pytest.mark.parametrize("make", [patients.summary, patients.worst, patients.interrupted])
def test_a_page_that_knows_of_no_change_promises_none(make):
    assert wording.CHANGE_TITLE not in inspection.page_texts(render(make()))[0]


def test_staff_who_have_not_come_are_named_as_such():
    seen = Seen("E01", patients.NOW - timedelta(minutes=3))
    visit = replace(patients.VISIT, seen=(seen,))
    summary = patients.summary({**patients.ROUTINE, "heart-or-breath": "yes"}, visit=visit)
    assert "not yet seen" in inspection.page_texts(render(summary))[0]
