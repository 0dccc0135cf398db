"""What is still to be asked, and how high it counts until then."""

from reports.summarize import summarize
from screening.record import assessed
from screening.rules import RULES
from tests.patients import patient as vignette
from tests.reports import patients
from tests.reports.patients import VISIT


def test_a_level_that_the_same_answer_has_already_raised_is_not_printed_below_it():
    case = vignette("F02")
    summary = summarize(case, assessed(case, RULES), VISIT)
    (saddle,) = summary.could_not_rule_out
    assert any("Not sure (SF03)" in line for line in summary.red_flags.rows[1].evidence)
    assert saddle.detail == "leaves open: Possible cauda equina: saddle numbness"


def test_a_level_that_nothing_has_raised_yet_is_printed_with_its_question():
    details = {one.title: one.detail for one in patients.interrupted().could_not_rule_out}
    brown = details["Is your pee brown, like cola or tea?"]
    assert brown.endswith("counts as “soon” until answered")
