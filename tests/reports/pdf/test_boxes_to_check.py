"""What a pen fills in: how the answers stand beside each other."""

from __future__ import annotations

from datetime import UTC, datetime

from reports.pdf.archive import Imprint
from reports.pdf.boxes_to_check import options_to_check
from reports.pdf.sheet import Sheet, drawn_sheet

WIDTH = 524.0
HALF = "An answer of about half a line"
LONG = "An answer so long that half a line is not nearly enough for all of it"


def lines(*texts):
    """The words of each line, from top to bottom."""
    about = Imprint("A page", "A test", "en-US", datetime(2026, 11, 20, tzinfo=UTC))
    sheet = Sheet((WIDTH + 68, 800.0), about, lambda *_: None)
    rows = tuple(options_to_check(tuple((text, False) for text in texts), WIDTH))
    canvas = drawn_sheet(sheet, (rows,))
    canvas.finish()
    assert canvas.overlaps() == []
    tops = sorted({box.top for box in canvas.boxes}, reverse=True)
    return [[box.text for box in canvas.boxes if box.top == top] for top in tops]


def test_a_few_answers_stand_on_one_line():
    assert lines("Yes, new in the last 2 weeks", "Yes, for longer", "No", "Not sure") == [
        ["Yes, new in the last 2 weeks", "Yes, for longer", "No", "Not sure"]
    ]


def test_four_that_do_not_fit_stand_two_and_two():
    assert lines(HALF, HALF, "No", "Not sure") == [[HALF, HALF], ["No", "Not sure"]]


def test_few_long_ones_stand_one_below_the_other():
    assert lines(LONG, "No", "Not sure") == [[LONG], ["No"], ["Not sure"]]


def test_of_many_a_long_one_takes_two_lines_beside_the_next():
    [begun, beside], [rest], *_ = lines(LONG, *["Short"] * 7)
    assert (f"{begun} {rest}", beside) == (LONG, "Short")
