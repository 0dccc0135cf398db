"""The columns of page 1: what is met stands first, and what leaves goes on in full."""

from reports import wording
from reports.pdf.rows import fit
from reports.pdf.sections import right_column
from reports.pdf.tagged import TaggedCanvas
from reports.summary import State
from tests.reports import patients
from tests.reports.pdf.inspection import squeezed

WIDTH = 334.0


def section(summary, title):
    return next(each for each in right_column(summary, WIDTH) if each.title == title)


def words(rows, summary):
    """What these rows say, in the order in which they are drawn."""
    canvas = TaggedCanvas((400, 2000), summary.imprint)
    top = 1900.0
    for row in rows:
        row.draw(canvas, 20, top)
        top -= row.height
    return squeezed("".join(box.text for box in canvas.boxes))


def test_no_feature_that_is_met_is_left_out_while_one_that_is_not_stays():
    summary = patients.summary({**patients.ROUTINE, "age": 20, "other-joints": "both"})
    features = section(summary, wording.FEATURES)
    met = [each.label for each in summary.features.rows if each.state is State.YES]
    assert 0 < len(met) < len(summary.features.rows)
    first = words(features.rows[1 : 1 + len(met)], summary)
    assert all(squeezed(label) in first for label in met)
    assert features.floor > len(met)


def test_negatives_are_trimmed_before_any_feature_and_stand_elsewhere_in_full():
    summary = patients.summary()
    sections = right_column(summary, WIDTH)
    room = sum(each.height(len(each.rows)) for each in sections)
    kept = dict(zip((each.title for each in sections), fit(sections, room - 40), strict=True))
    features, negatives = (section(summary, each) for each in (wording.FEATURES, wording.ASKED_NO))
    assert kept[wording.FEATURES] == len(features.rows)
    assert 0 < kept[wording.ASKED_NO] < len(negatives.rows)
    later = words(negatives.later(kept[wording.ASKED_NO]), summary)
    assert all(squeezed(each) in later for each in (*summary.asked_no, *summary.asked_no_as_group))
