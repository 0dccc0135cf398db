"""Whatever fails, the clinician has a page, and it says what it is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest

from intake.answers import Answer, Informant
from intake.consent import Consent
from intake.correction import Correction
from intake.fhir import response_json
from intake.response import Person, QuestionnaireResponse, Status
from reports import page as page_module
from reports import plain_sayings, plain_wording, plainly, summarize, wording
from reports.__main__ import main
from reports.on_record import Record
from reports.page import page
from reports.pdf import pages, tagged
from reports.pdf import plain as drawing
from reports.pdf.archive import Attachment
from reports.pdf.plain import NoPaperError
from reports.pdf.tagged import LETTER
from reports.visit import Corrected, Seen, Visit
from screening.record import assessed
from screening.rules import RULES
from tests.patients import patient
from tests.reports import patients
from tests.reports.pdf import hostile, inspection

ATTACHED = Attachment.of_response(b'{"resourceType": "QuestionnaireResponse"}')
PERSON = Person("Delgado-Łukasik", "María", reference="7F3K-Q2MN")
REPORTS = Path(page_module.__file__).parent
USERS = ("__main__.py", "lenient.py", "pdf/plain.py", "plain_sayings.py", "plainly.py")
FIRST = dict(list(patients.ROUTINE.items())[:7])


def broken(*_: object, **__: object) -> None:
    message = "Kanarienvogel does not fit"
    raise ZeroDivisionError(message)


def record_of(response: QuestionnaireResponse, visit: Visit = patients.VISIT) -> Record:
    return Record(response, assessed(response, RULES), visit, stored=patients.NOW)


@cache
def vignette(case: str, language: str = "en") -> Record:
    return record_of(replace(patient(case), patient=PERSON, language=language))


def printed(record: Record) -> tuple[bytes, list[str]]:
    """The page and the codes that were told; none of them has a word of what was to be drawn."""
    told: list[str] = []
    pdf = page(record, [ATTACHED], LETTER, told.append)
    assert "anarienvogel" not in "".join(told)
    return pdf, told


def words(of: Record | bytes) -> str:
    """The text of a page, in single spaces."""
    pdf = of if isinstance(of, bytes) else printed(of)[0]
    return " ".join(" ".join(inspection.page_texts(pdf)).split())


def says_all_of(text: str, record: Record, besides: str = "") -> None:
    """Every finding and every answer of a record stands in a text, besides one answer."""
    assert record.response is not None
    assert record.assessment is not None
    squeezed = inspection.squeezed(text)
    for finding in record.assessment.findings:
        assert inspection.squeezed(f"{finding.title} ({finding.code})") in squeezed
    for item in record.response.questionnaire.questions.values():
        answer = record.response.answers.get(item.link_id)
        if item.link_id == besides or answer is None or answer.values[0] in {True, False}:
            continue
        said = plain_sayings.answer_words(item, answer.values)
        assert inspection.squeezed(f"{item.code}{item.text}{said}") in squeezed


@pytest.fixture
def not_summed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summarize, "situation", broken)


def test_a_record_that_can_be_summed_up_is_not_printed_plainly():
    pdf, told = printed(vignette("F08"))
    assert told == []
    assert plain_wording.TITLE not in inspection.page_texts(pdf)[0]


@pytest.mark.parametrize("where", [(summarize, "situation"), (pages, "draw_frame")])
def test_findings_and_answers_are_printed_when_the_usual_page_fails(monkeypatch, where):
    monkeypatch.setattr(*where, broken)
    record = vignette("F08")
    pdf, told = printed(record)
    assert told == ["pdf.plain.ZeroDivisionError"]
    text = words(pdf)
    assert plain_wording.NOTICE in text
    assert plain_wording.ATTACHED in text
    assert "Joint infection a concern (A05)" in text
    says_all_of(text, record)
    assert inspection.marked_on_pages(pdf) == inspection.marked_in_tree(pdf)
    assert inspection.reader(pdf).attachments[ATTACHED.name] == [ATTACHED.content]


@pytest.mark.usefixtures("not_summed_up")
def test_every_page_says_whose_it_is_and_that_it_is_plain():
    for number, text in enumerate(inspection.page_texts(printed(vignette("F02"))[0]), start=1):
        assert "DELGADO-ŁUKASIK, María · Born 01-Jun-1972 (age 54)" in text
        assert "parts may be missing" in text
        assert f"Page {number} of 4" in text


@pytest.mark.usefixtures("not_summed_up")
def test_it_says_when_how_far_by_whom_and_in_which_language_it_was_filled_in():
    text = words(vignette("F02", "es"))
    assert "Completed 20-Nov-2026 04:00 Asked in Spanish." in text
    assert "Filled in by: Someone helps me Answers given by: a companion RED" in text
    assert "Medicines: Other New medicine or dose in the last 3 months: No" in text
    assert "Safety questions answered “not sure”: Numb or odd feeling in the saddle area" in text
    stopped = patients.response({**FIRST, "bladder-or-bowel": "no"}, status=Status.STOPPED)
    text = words(record_of(stopped, replace(patients.VISIT, as_asked=False)))
    assert "Stopped 20-Nov-2026 09:16, not finished" in text
    assert "Safety questions without an answer: 12 of 15: Numb or odd feeling" in text
    assert "Medicines: Not asked" in text or "Medicines: Not answered" in text
    assert wording.NOT_AS_ASKED in text


@pytest.mark.usefixtures("not_summed_up")
def test_it_says_what_was_said_before_what_staff_did_and_what_was_agreed_to():
    before = patients.NOW - timedelta(minutes=9)
    response = patients.response({**patients.ROUTINE, "medicines": ("none",)})
    changed = Answer(("no",), patients.NOW, Informant.COMPANION,
                     replaced=(Answer(("yes",), before),))  # fmt: skip
    response = response.with_answers({**response.answers, "fever-or-ill": changed})
    visit = replace(
        patients.VISIT, version=2, replaces=before,
        seen=(Seen("S02", before, patients.NOW, "RN-07", "vitals taken"), Seen("E05", before)),
        corrected=(Corrected(before, Correction(link_id="worst-pain", by="Nora", why="Asked")),),
        consent=Consent(notice=3, language="es", sha256="0" * 64, agreed=before),
    )  # fmt: skip
    text = words(record_of(response, visit))
    assert "No by a companion, 20-Nov-2026 09:16 before: Yes (the patient, 20-Nov-2026" in text
    assert plain_wording.STILL_COUNTS in text
    assert "Version 2, replaces version 1 of 20-Nov-2026 09:07" in text
    assert "S02: staff told 20-Nov-2026 09:07, seen 20-Nov-2026 09:16 by RN-07: vitals" in text
    assert "E05: staff told 20-Nov-2026 09:07, not yet seen" in text
    assert "Corrected by staff 20-Nov-2026 09:07: Worst pain today" in text
    assert "Consent: version 3, Spanish, agreed 20-Nov-2026 09:07, with a tick" in text
    assert "Medicines: None of these" in text


@pytest.mark.usefixtures("not_summed_up")
@pytest.mark.parametrize("part", ["medicines", "staff", "completed", "who", "safety", "finding"])
def test_a_part_that_fails_takes_no_other_with_it(monkeypatch, part):
    monkeypatch.setattr(plainly._Page, part, broken)
    record = vignette("F08")
    pdf, told = printed(record)
    names = ("flag", "caution", "finding") if part == "finding" else (part,)
    codes = [f"pdf.plain.{name}.ZeroDivisionError" for name in names]
    assert told == ["pdf.plain.ZeroDivisionError", *codes]
    text = words(pdf)
    assert plain_wording.MISSING in text or "could not be printed" in text
    assert "Is your leg or foot cold and pale, white or blue? No" in text
    assert ("Joint infection a concern" in text) == (part != "finding")


@pytest.mark.usefixtures("not_summed_up")
def test_an_answer_that_fails_takes_no_other_with_it():
    record = vignette("F08")
    assert record.response is not None
    answers = dict(record.response.answers)
    answers["cold-leg"] = replace(answers["cold-leg"], by=cast("Informant", None))
    text = words(replace(record, response=replace(record.response, answers=answers)))
    assert "A list is not whole: 1 of its entries could not be printed." in text
    assert "Is your leg or foot cold" not in text
    says_all_of(text, record, besides="cold-leg")


@pytest.mark.usefixtures("not_summed_up")
def test_without_our_fonts_it_is_in_helvetica_and_says_what_it_cannot_print(monkeypatch):
    monkeypatch.setattr(tagged, "font", broken)
    record = vignette("F02")
    pdf, told = printed(record)
    assert told[1:] == ["pdf.plain.attached.ZeroDivisionError",
                        "pdf.plain.embedded.ZeroDivisionError"]  # fmt: skip
    text = words(pdf)
    assert plain_wording.NOT_ATTACHED in text
    assert plain_wording.ATTACHED not in text
    assert "DELGADO-?UKASIK" in text
    assert plain_wording.NOT_SET.format(mark="?") in text
    says_all_of(text, record)
    info = inspection.reader(pdf).metadata
    assert (info.author, info.creation_date) == ("Anteroom", patient("F02").authored)


@pytest.mark.usefixtures("not_summed_up")
def test_an_attachment_that_fails_is_left_out_and_the_fonts_stay(monkeypatch):
    monkeypatch.setattr(tagged.TaggedCanvas, "attach", broken)
    text = words(vignette("F02"))
    assert plain_wording.NOT_ATTACHED in text
    assert "DELGADO-ŁUKASIK" in text


@pytest.mark.usefixtures("not_summed_up")
def test_letters_that_no_font_has_and_words_without_end_are_printed_as_far_as_can_be():
    response = patients.response({**patients.ROUTINE, "anything-else": "膝" + "w" * 1999})
    pdf, _ = printed(record_of(response))
    text = inspection.raw_text(pdf)
    assert inspection.squeezed("\ufffd" + "w" * 1999) in text
    assert inspection.squeezed(plain_wording.NOT_SET.format(mark="\ufffd")) in text


@pytest.mark.usefixtures("not_summed_up")
@pytest.mark.parametrize("number", [0, 3, 15, 21])
def test_whatever_is_typed_the_plain_page_is_drawn_in_our_fonts_and_nothing_collides(
    monkeypatch, number
):
    drawn: list[tagged.TaggedCanvas] = []
    begin = tagged.TaggedCanvas.__init__

    def kept(canvas: tagged.TaggedCanvas, *given: Any) -> None:
        drawn.append(canvas)
        begin(canvas, *given)

    monkeypatch.setattr(tagged.TaggedCanvas, "__init__", kept)
    dice = Random(number)  # noqa: S311 - chance, not secrets
    response = hostile.response(hostile.words(dice), dice)
    endless = replace(response.patient, reference="W" * 10_000, family="W" * 10_000)
    pdf, told = printed(record_of(replace(response, patient=endless)))
    assert told == ["pdf.plain.ZeroDivisionError"]
    assert drawn[-1].overlaps() == []
    assert inspection.actions(pdf) == set()
    broken_title = replace(response.patient, reference="\ud800")
    assert printed(record_of(replace(response, patient=broken_title)))[1] == told


def test_findings_that_cannot_be_read_are_not_printed_as_if_there_were_none():
    text = words(replace(vignette("F08"), assessment=None))
    assert plain_wording.NOT_READ_FINDINGS in text
    assert wording.NO_RED_FLAGS not in text
    assert "Is your leg or foot cold and pale, white or blue? No" in text


def test_answers_that_cannot_be_read_leave_the_findings_and_the_name():
    text = words(replace(vignette("F08"), response=None, patient=PERSON))
    assert "DELGADO-ŁUKASIK, María · Born could not be read · Visit 7F3K-Q2MN" in text
    assert "Joint infection a concern" in text
    assert plain_wording.NOT_READ_ANSWERS in text


def test_without_what_the_clinic_knows_times_are_utc_and_staff_is_not_said_to_be_untold():
    text = words(replace(vignette("F08"), visit=None))
    assert plain_wording.ZONE_NOT_KNOWN in text
    assert plain_wording.STAFF_NOT_READ in text
    assert "Completed 20-Nov-2026 09:00" in text


def test_when_nothing_can_be_drawn_it_is_said_without_a_word_of_the_record(monkeypatch):
    monkeypatch.setattr(page_module, "render", broken)
    monkeypatch.setattr(drawing, "_drawn", broken)
    with pytest.raises(NoPaperError) as failed:
        printed(vignette("F08"))
    assert failed.value.args == ()
    assert failed.value.__suppress_context__


def test_the_command_falls_back_in_the_same_way(tmp_path, capsys, monkeypatch):
    answers, out = tmp_path / "answers.json", tmp_path / "page.pdf"
    answers.write_text(json.dumps(response_json(patient("F08"))))
    monkeypatch.setattr(summarize, "situation", broken)
    assert main(["pdf", str(answers), str(out)]) == 0
    assert "(pdf.plain.ZeroDivisionError); a plain page was written" in capsys.readouterr().err
    assert plain_wording.NOTICE in words(out.read_bytes())
    out.unlink()
    monkeypatch.setattr(drawing, "_drawn", broken)
    assert main(["pdf", str(answers), str(out)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("The summary could not be drawn, not even as a plain page (pdf.plain.")
    assert said.count("\n") == 1
    assert not out.exists()


def test_every_word_of_the_plain_page_is_used():
    names = [name for name in vars(plain_wording) if name.isupper()]
    said = "".join((REPORTS / name).read_text(encoding="utf-8") for name in USERS)
    assert not [name for name in names if f".{name}" not in said]
