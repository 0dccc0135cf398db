"""What stands on page 1 whatever else there is, and what makes room for it."""

import re
from dataclasses import replace

import pytest

from reports import wording
from reports.pdf.render import drawn
from reports.summarize import summarize
from screening.record import assessed
from screening.rules import RULES
from tests.patients import patient
from tests.reports import patients
from tests.reports.pdf.inspection import squeezed

LISTS = (
    wording.WHERE, wording.LEG_FIGURE, wording.MEDICINES, wording.WORDS, wording.FEATURES,
    wording.ASKED_NO, wording.SHOWN, wording.POINTERS,
)  # fmt: skip


def vignette(case):
    record = patient(case)
    return summarize(record, assessed(record, RULES), patients.VISIT)


def page(canvas, number=1):
    """The words on a page, without white space."""
    return squeezed("".join(box.text for box in canvas.boxes if box.page == number - 1))


@pytest.mark.parametrize("case", ["F22", "V41", "F05"])
def test_what_to_weigh_before_any_procedure_stays_on_page_1(case):
    summary = vignette(case)
    canvas = drawn(summary)
    first = [each for each in summary.pointers if each.before_procedure]
    assert first
    for each in first:
        assert squeezed(each.title) in page(canvas)
        assert squeezed(each.detail) in page(canvas)


def test_what_to_weigh_keeps_its_name_on_page_1_where_nothing_else_fits():
    summary = patients.worst()
    item = next(each for each in summary.pointers if each.before_procedure)
    many = tuple(replace(item, title=f"{item.title} {number}") for number in range(8))
    canvas = drawn(replace(summary, pointers=many))
    assert canvas.overlaps() == []
    whole = "".join(page(canvas, number + 1) for number in range(canvas.page + 1))
    for each in many:
        assert squeezed(each.title) in page(canvas)
        assert squeezed(each.detail) in whole


@pytest.mark.parametrize("make", [vignette, lambda _: patients.worst()], ids=["F08", "worst"])
def test_all_that_matters_before_an_injection_stays_on_page_1_what_forbids_it_first(make):
    summary = make("F08")
    canvas = drawn(summary)
    first = page(canvas).partition(squeezed(wording.INJECTION))[2]
    places = [first.find(squeezed(item.title)) for item in summary.before_injection]
    assert -1 not in places
    assert places == sorted(places)
    titles = [item.title for item in patients.worst().before_injection]
    assert titles[:3] == [
        "New hot or swollen knee", "Fever or very ill", "Skin wound or infection now",
    ]  # fmt: skip


def test_legs_on_which_nothing_is_marked_are_not_drawn():
    canvas = drawn(vignette("F08"))
    assert wording.FRONT not in [box.text for box in canvas.boxes]
    assert squeezed(wording.NO_MARKS) in page(canvas)


def test_a_figure_without_room_leaves_the_facts_on_page_1_and_stands_on_the_next():
    canvas = drawn(vignette("F02"))
    assert [box.page for box in canvas.boxes if box.text == wording.FRONT] == [1]
    assert squeezed(wording.LEG_FIGURE) in page(canvas)
    assert squeezed(wording.WORST_PAIN) in page(canvas)


@pytest.mark.parametrize("make", [patients.worst, patients.neurological])
def test_page_1_names_the_page_on_which_what_it_leaves_out_stands(make):
    canvas = drawn(make())
    here = {box.text for box in canvas.boxes if box.page == 0}
    left_out = [squeezed(title) for title in LISTS if title not in here]
    told = 0
    for part in re.split("From(?=page)", page(canvas))[1:]:
        number = int(part.removeprefix("page").partition(":")[0])
        for title in filter(part.__contains__, left_out):
            assert title in page(canvas, number)
            told += 1
    assert told > 3


def test_a_list_that_runs_over_has_its_heading_again():
    summary = patients.worst()
    canvas = drawn(summary)
    again = wording.CONTINUED.format(heading=summary.red_flags.headline)
    assert [box.page for box in canvas.boxes if box.text == again] == [1, 2]


def test_a_long_correction_is_cut_visibly_on_page_1_and_whole_on_page_2():
    line = "09:24 Nora Testnurse: no, was yes (why: " + "it was last winter, " * 40 + "the end)"
    canvas = drawn(replace(patients.summary(), corrections=(line,)))
    assert squeezed("… " + wording.IN_FULL.format(page=2)) in page(canvas)
    assert "theend" not in page(canvas)
    assert squeezed(line) in page(canvas, 2)
