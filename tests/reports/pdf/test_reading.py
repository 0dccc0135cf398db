"""What is read aloud comes in the order in which the eye meets it."""

from itertools import pairwise
from typing import Any

import pytest

from reports.pdf.archive import Attachment
from reports.pdf.render import render
from tests.reports import patients
from tests.reports.pdf import inspection, reading

RECORD = Attachment.of_response(b"{}")
PATIENTS = (patients.summary, patients.neurological, patients.worst)
every_pdf = pytest.mark.parametrize(
    "pdf",
    [render(make(), (RECORD,)) for make in PATIENTS],
    ids=[each.__name__ for each in PATIENTS],
)


def in_tree(pdf: bytes) -> list[tuple[int, int]]:
    """The marked content, as page and number, in the order of the structure tree."""
    read: Any = inspection.reader(pdf)
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(read.pages)}
    found: list[tuple[int, int]] = []
    for element in inspection.elements(pdf):
        home = pages[element.raw_get("/Pg").idnum] if "/Pg" in element else 0
        for kid in map(inspection.resolved, inspection.resolved(element["/K"])):
            if isinstance(kid, int):
                found.append((home, int(kid)))
            elif kid.get("/Type") == "/MCR":
                found.append((pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"])))
    return found


def backward(starts: list[reading.Run]) -> list[tuple[str, str]]:
    """Neighbors of which the later stands both higher and further left than the earlier."""
    return [
        (one.text, other.text)
        for one, other in pairwise(starts)
        if other.page == one.page and other.y > one.y + 2 and other.x < one.x - 2
    ]


@every_pdf
def test_the_quick_reader_reads_what_another_reader_reads(pdf):
    text = "".join(run.text for run in reading.runs(inspection.reader(pdf)))
    assert inspection.squeezed(text) == inspection.raw_text(pdf)


@every_pdf
def test_the_structure_tree_follows_the_pages_from_the_first_mark_to_the_last(pdf):
    order = in_tree(pdf)
    assert order == sorted(order)
    assert order == [
        (page, number)
        for page, numbers in enumerate(inspection.marked_on_pages(pdf))
        for number in numbers
    ]


@every_pdf
def test_reading_on_never_leads_up_and_to_the_left(pdf):
    firsts: dict[tuple[int, int], reading.Run] = {}
    for run in reading.runs(inspection.reader(pdf)):
        if run.mark is not None:
            firsts.setdefault((run.page, run.mark), run)
    assert backward([firsts[place] for place in in_tree(pdf) if place in firsts]) == []


def test_reading_up_and_to_the_left_would_be_noticed():
    low, high = reading.Run(0, 0, 300, 100, "low"), reading.Run(0, 1, 34, 700, "high")
    assert backward([low, high]) == [("low", "high")]


@every_pdf
def test_the_record_belongs_to_the_document_as_its_source(pdf):
    root: Any = inspection.reader(pdf).trailer["/Root"]
    (file,) = (inspection.resolved(each) for each in root["/AF"])
    assert file["/AFRelationship"] == "/Source"
    assert inspection.resolved(file["/EF"]["/F"])["/Subtype"] == "/application/fhir+json"
