"""What stays on page 1 when not all of it fits."""

from reports.pdf import ink
from reports.pdf.archive import Imprint
from reports.pdf.rows import MOVED_LINES, Row, Section, cell, cells_height, draw_cells, fit
from reports.pdf.tagged import LETTER, TaggedCanvas
from tests.reports import patients


def row(height):
    return Row(height, lambda _canvas, _x, _top: None)


def section(rank, rows, floor=1):
    return Section("Title", row(16), tuple(row(10) for _ in range(rows)), rank, floor=floor)


def test_everything_is_kept_where_there_is_room():
    assert fit([section(1, 3), section(2, 4)], 1000) == (3, 4)


def test_the_lowest_rank_loses_rows_first_down_to_its_floor():
    sections = [section(1, 10, floor=2), section(2, 10)]
    room = sum(each.height(10) for each in sections)
    assert fit(sections, room - 30) == (5, 10)  # 30 points, and 11 for the line that says so


def test_a_section_goes_whole_only_when_rows_are_not_enough():
    sections = [section(1, 4, floor=4), section(2, 4, floor=4)]
    assert fit(sections, sections[1].height(4) + MOVED_LINES) == (0, 4)


def test_room_left_by_a_section_that_went_is_given_back():
    sections = [section(1, 9, floor=9), section(2, 9, floor=2)]
    assert fit(sections, sections[1].height(9) + MOVED_LINES + 20) == (0, 9)


def test_what_is_kept_always_fits():
    sections = [section(rank, 5, floor=2) for rank in (3, 1, 2)]
    for room in range(40, 400, 7):
        kept = fit(sections, room)
        used = sum(each.height(rows) for each, rows in zip(sections, kept, strict=True))
        assert used + (MOVED_LINES if 0 in kept else 0) <= max(room, MOVED_LINES)


def test_a_section_shown_again_in_full_repeats_its_first_rows():
    whole = Section("Words", row(16), (row(10), row(10)), 1, again=True)
    assert whole.later(1) == whole.rows


def test_a_section_shown_again_is_whole_also_where_a_wider_page_needs_fewer_rows():
    whole = Section("Words", row(16), (row(10), row(10)), 1, again=True)
    assert whole.later(7) == whole.rows


def test_cells_of_one_row_stand_on_one_baseline_within_its_height():
    cells = [cell(at, 90, [("Word", style)]) for at, style in ((0, ink.FLAG), (100, ink.QUIET))]
    canvas = TaggedCanvas(LETTER, Imprint("", "", "en-US", patients.NOW))
    draw_cells(canvas, 40, 700, cells)
    large, small = canvas.boxes
    assert large.bottom + 0.2 * ink.FLAG.size == small.bottom + 0.2 * ink.QUIET.size
    assert small.bottom > 700 - cells_height(cells)
