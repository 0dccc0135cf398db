"""To what a patient agreed stands on page 2, with the signature as it was drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import Any

import pytest

from intake.consent import Consent, Strokes
from reports import wording
from reports.pdf.render import drawn, render
from reports.pdf.tagged import LETTER
from reports.summary import Agreed, Summary
from tests.reports import patients
from tests.reports.pdf import inspection

STROKES: Strokes = (((0, 0), (500, 400), (1000, 0)), ((500, 200),))
CONSENT = Consent(
    notice=3,
    language="en",
    sha256="0" * 64,
    agreed=patients.NOW - timedelta(minutes=4),
    strokes=STROKES,
)
LINE = "Consent: version 3, English, agreed 09:12, signed"


def agreed(**changes: object) -> Summary:
    visit = replace(patients.VISIT, consent=CONSENT.model_copy(update=changes))
    return patients.summary(visit=visit)


def signature(pdf: bytes) -> list[Any]:
    """The description and place of every figure that is a signature."""
    return [
        inspection.resolved(one["/A"])["/BBox"]
        for one in inspection.elements(pdf)
        if one.get("/Alt") == wording.SIGNATURE
    ]


def test_the_line_and_the_signature_stand_on_page_2():
    pdf = render(agreed())
    first, second, *_ = inspection.page_texts(pdf)
    assert inspection.squeezed(LINE) in inspection.squeezed(second)
    assert "Consent" not in first
    assert len(signature(pdf)) == 1


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"language": "es"}, "Consent: version 3, Spanish, agreed 09:12, signed"),
        ({"strokes": ()}, "Consent: version 3, English, agreed 09:12, with a tick, not signed"),
        (
            {"agreed": patients.NOW - timedelta(days=1)},
            "Consent: version 3, English, agreed 19-Nov-2026 09:16, signed",
        ),
    ],
    ids=["spanish", "ticked", "another day"],
)
def test_it_says_in_which_language_how_and_when(changes, line):
    assert inspection.squeezed(line) in inspection.raw_text(render(agreed(**changes)))


def test_who_only_ticked_has_no_signature():
    assert signature(render(agreed(strokes=()))) == []


def test_a_visit_without_a_consent_on_record_says_nothing_of_one():
    assert patients.summary().agreed is None
    assert "Consent" not in inspection.raw_text(render(patients.summary()))


def test_the_signature_is_drawn_in_the_shape_it_was_given_and_inside_its_place():
    pdf = render(agreed())
    [box] = signature(pdf)
    left, bottom, right, top = (float(one) for one in box)
    assert (right - left) / (top - bottom) == pytest.approx(1000 / 400)
    code = inspection.reader(pdf).pages[1].get_contents().get_data().decode("latin-1")
    drawing = code.partition(" 0.8 w ")[2].partition(" S")[0]
    found = re.findall(r"([\d.]+) ([\d.]+) [ml]", drawing)
    middle = (left + right) / 2
    expected = (left, top, middle, bottom, middle, bottom, right, top)
    assert [float(one) for one in chain(*found)] == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize("make", [patients.summary, patients.neurological, patients.worst])
def test_no_words_stand_on_each_other_because_of_it(make):
    summary = replace(make(), agreed=Agreed(LINE, STROKES))
    assert drawn(summary, size=LETTER).overlaps() == []
    pdf = render(summary)
    assert inspection.marked_on_pages(pdf) == inspection.marked_in_tree(pdf)
