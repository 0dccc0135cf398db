"""A patient asked in Spanish: the page and the clinic stay English and say in which language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports import wording
from reports.clinic.answers import quotes
from reports.pdf.render import render
from reports.phrases import is_another_language, language_name
from reports.summarize import summarize
from reports.summary import Summary
from screening.record import assessed
from screening.rules import RULES
from tests.reports import patients
from tests.reports.pdf import inspection

TYPED = "Me brinca la rodilla cuando me siento, sobre todo en las mañanas."
ANSWERS = {**patients.ROUTINE, "anything-else": TYPED}


def summary_in(language: str) -> Summary:
    response = replace(patients.response(ANSWERS), language=language)
    return summarize(response, assessed(response, RULES), patients.VISIT)


def test_the_page_says_in_which_language_the_patient_was_asked():
    assert summary_in("es").banner.completed.endswith("· asked in Spanish")
    assert "asked in" not in summary_in("en").banner.completed


def test_what_was_typed_stays_as_it_was_and_is_marked():
    [english], [spanish] = summary_in("en").words, summary_in("es").words
    assert (english.text, spanish.text) == (TYPED, TYPED)
    assert "in English, unedited" in english.by
    assert "in Spanish, unedited" in spanish.by


def test_nothing_else_on_the_page_depends_on_the_language():
    english, spanish = summary_in("en"), summary_in("es")
    alike = replace(
        spanish,
        banner=english.banner,
        words=english.words,
    )
    assert alike == english


def test_the_pdf_of_a_spanish_visit_says_so_on_every_page_and_over_its_questions(tmp_path):
    [first, *later] = inspection.poppler_text(render(summary_in("es")), tmp_path)
    when = "20-Nov-2026"
    for page in (first, *later):
        assert "asked in Spanish" in page
        assert when in page
    assert any("Every question, asked in Spanish, shown in English" in page for page in later)
    assert not any(wording.EVERY_QUESTION in page for page in later)
    assert inspection.squeezed(TYPED) in inspection.squeezed(first)


def test_the_clinic_quotes_what_was_typed_with_its_language():
    response = patients.response(ANSWERS)
    meaning = assessed(response, RULES)
    [english] = quotes(response, meaning)
    [spanish] = quotes(replace(response, language="es"), meaning)
    assert "asked in" not in english.label
    assert spanish.label.endswith("(typed, asked in Spanish)")
    assert (spanish.text, spanish.language) == (TYPED, "es")


@pytest.mark.parametrize(
    ("tag", "another", "name"),
    [
        ("en", False, "English"),
        ("en-US", False, "en-US"),
        ("es", True, "Spanish"),
        ("tlh", True, "tlh"),
    ],
)
def test_a_language_is_named_in_the_clinics_words(tag, another, name):
    assert is_another_language(tag) is another
    assert language_name(tag) == name
