"""The questionnaire on paper: every question with its boxes, and as fit to be read as the rest."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

import pytest

from intake.criteria import Ticked, leaves
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice, NoToAll, WholeNumber
from intake.spoken import QUESTIONNAIRES
from reports import paper_wording
from reports.__main__ import main
from reports.pdf.blank import drawn_blank, render_blank, with_a_pen
from reports.pdf.boxes_to_check import ALARM
from reports.pdf.tagged import A4, LETTER
from tests.reports.pdf import inspection

every_language = pytest.mark.parametrize("spoken", QUESTIONNAIRES.values(), ids=QUESTIONNAIRES)


@cache
def paper(language: str) -> bytes:
    return render_blank(QUESTIONNAIRES[language])


@pytest.fixture(scope="module")
def english() -> bytes:
    return paper("en")


def settles(item) -> bool:
    """Whether it asks which of two answers is right."""
    return any(option.changes for option in item.options)


def printed_choices(spoken):
    """The choices that stand on paper with their boxes."""
    for placed in spoken.placed:
        item = placed.item
        ticked = any(isinstance(one, Ticked) for each in placed.conditions for one in leaves(each))
        if (
            isinstance(item, Choice)
            and not (ticked or settles(item))
            and (item.required or not item.repeats)
        ):
            yield item


def asked_with_a_pen(spoken, item):
    words = paper_wording.PATIENT[spoken.language]
    return with_a_pen(item.text, words, several=item.repeats)


@every_language
def test_every_question_a_patient_answers_stands_on_paper_with_its_answers(spoken):
    text = inspection.raw_text(paper(spoken.language))
    for item in printed_choices(spoken):
        assert inspection.squeezed(asked_with_a_pen(spoken, item)) in text
        for option in item.options:
            assert inspection.squeezed(option.text) in text


@every_language
@pytest.mark.parametrize("size", [LETTER, A4], ids=["letter", "a4"])
def test_no_text_stands_on_other_text_or_off_the_page(spoken, size):
    canvas = drawn_blank(spoken, size)
    canvas.finish()
    assert canvas.overlaps() == []


@every_language
def test_it_is_tagged_embedded_in_its_language_and_acts_on_nothing(spoken):
    pdf = paper(spoken.language)
    inside = [sorted(page) for page in inspection.marked_on_pages(pdf)]
    assert inside == inspection.marked_in_tree(pdf)
    assert all("/FontFile2" in one for one in inspection.fonts(pdf).values())
    assert not inspection.actions(pdf)
    assert inspection.reader(pdf).trailer["/Root"]["/Lang"] == spoken.language
    assert b"<pdfuaid:part>1" in pdf


@every_language
def test_it_is_no_more_paper_than_it_needs(spoken):
    assert len(inspection.reader(paper(spoken.language)).pages) <= 11


@every_language
def test_every_page_has_its_number_and_a_place_for_the_name(spoken):
    words = paper_wording.PATIENT[spoken.language]
    pages = inspection.page_texts(paper(spoken.language))
    for number, text in enumerate(pages, start=1):
        assert words["blank.page"].format(page=number, pages=len(pages)) in text
        assert words["blank.name"] in text
    assert inspection.squeezed(words["blank.alarm"]) in inspection.squeezed(pages[0])


@every_language
def test_every_answer_that_calls_staff_is_marked(spoken):
    marked = sum(len(item.needs_staff_offline) for item in printed_choices(spoken))
    assert marked > 10
    assert inspection.raw_text(paper(spoken.language)).count(ALARM) == marked + 1  # and the key


def test_questions_are_numbered_and_a_condition_names_an_earlier_one(english):
    text = " ".join(" ".join(inspection.page_texts(english)).split())
    named = [int(number) for number in re.findall(r"in question (\d+)", text)]
    numbers = {int(number) for number in re.findall(r"(\d+)\. ", text)}
    assert named
    assert set(named) <= numbers
    assert "Only if you are younger than 40" in text


@every_language
def test_nothing_on_paper_is_tapped(spoken):
    words = paper_wording.PATIENT[spoken.language]
    text = " ".join(" ".join(inspection.page_texts(paper(spoken.language))).split())
    several = [item for item in printed_choices(spoken) if item.repeats]
    assert text.count(words["blank.many"]) == len(several) > 5
    assert not {"Tap", "Toque"} & set(text.split())


def test_staff_have_a_box_for_whose_it_is_and_who_typed_it_in(english):
    first, *_ = inspection.page_texts(english)
    for label in (paper_wording.STAFF_BOX, *chain(*paper_wording.STAFF_LINES)):
        assert label in first


def test_the_staffs_box_is_in_the_clinics_language_on_every_paper():
    for spoken in QUESTIONNAIRES.values():
        told = inspection.elements(paper(spoken.language))
        assert [one["/Lang"] for one in told if "/Lang" in one] == [paper_wording.STAFF_LANGUAGE]


def test_what_the_tablet_works_out_is_not_asked(english):
    text = inspection.raw_text(english)
    for item in KNEE_TWITCHING.questions.values():
        if isinstance(item, WholeNumber | NoToAll):
            assert inspection.squeezed(item.text) not in text


def test_a_heading_is_never_left_alone_at_the_foot():
    for spoken in QUESTIONNAIRES.values():
        titles = {inspection.squeezed(group.text) for group in spoken.items if group.text}
        canvas = drawn_blank(spoken)
        canvas.finish()
        for page in range(canvas.page):
            body = [box for box in canvas.boxes if box.page == page and box.bottom > 50]
            lowest = min(body, key=lambda box: box.bottom)
            assert inspection.squeezed(lowest.text) not in titles


def test_the_same_questionnaire_gives_the_same_bytes(english):
    assert render_blank(KNEE_TWITCHING) == english


def test_it_is_written_from_the_command_line(english, tmp_path, capsys):
    out = tmp_path / "OUT.pdf"
    assert main(["blank", str(out)]) == 0
    assert out.read_bytes() == english
    assert main(["blank", str(out), "--language", "xx"]) == 2
    assert (
        "--language: there is no whole questionnaire in it; there is en" in capsys.readouterr().err
    )
    assert main(["blank", str(tmp_path / "no" / "OUT.pdf")]) == 2
    assert "cannot be written" in capsys.readouterr().err
