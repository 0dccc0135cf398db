"""Why a finding stands, and the smallest change that would lower the level."""

from itertools import combinations

import pytest

from intake.response import facts
from screening.explanation import MOST_CHANGES, against, answered_no, what_would_change
from screening.finding import Urgency
from screening.rules import RULES
from screening.triage import screen
from tests.patients import cases, patient, response_of

RAISED = [
    case for case in sorted(cases()) if screen(patient(case), RULES).urgency > Urgency.ROUTINE
]


def changes_of(response):
    return what_would_change(screen(response, RULES), response, RULES)


@pytest.mark.parametrize("case", RAISED[::4])
def test_applying_a_printed_change_gives_the_printed_level_and_no_smaller_one_does(case):
    response = patient(case)
    level = screen(response, RULES).urgency
    for lower in changes_of(response).smallest:
        assert screen(answered_no(response, lower.changes), RULES).urgency is lower.urgency < level
        for size in range(len(lower.changes)):
            for fewer in combinations(lower.changes, size):
                assert screen(answered_no(response, fewer), RULES).urgency >= level


def test_one_red_flag_is_lowered_by_answering_it_no():
    sheet = {"birth": {"age": 50, "sex": "male"}, "answers": {"saddle-numbness": "yes", **PLAIN}}
    change = changes_of(response_of(sheet))
    assert [(c.link_id, c.value) for c in change.smallest[0].changes] == [
        ("saddle-numbness", "yes")
    ]
    assert change.smallest[0].urgency is Urgency.ROUTINE


def test_five_independent_red_flags_need_more_than_four_changes():
    flags = dict.fromkeys(
        (
            "saddle-numbness",
            "heart-or-breath",
            "sudden-weakness",
            "cold-leg",
            "confused-or-jerking",
        ),
        "yes",
    )
    sheet = {
        "birth": {"age": 50, "sex": "male"},
        "answers": {**flags, "clot-risk": "none", **PLAIN},
    }
    assert len(flags) > MOST_CHANGES
    assert changes_of(response_of(sheet)).more_than_four


def test_nothing_would_lower_a_routine_level():
    response = response_of({"birth": {"age": 50, "sex": "male"}, "answers": PLAIN})
    change = changes_of(response)
    assert not change.smallest
    assert not change.more_than_four


def test_what_a_rule_also_asks_for_and_was_answered_otherwise_speaks_against_it():
    response = patient("V04")
    finding = next(f for f in screen(response, RULES).findings if f.rule.code == "E07")
    speaking_against = {evidence.link_id for evidence in against(finding, facts(response))}
    assert "medicines" in speaking_against
    assert speaking_against.isdisjoint(evidence.link_id for evidence in finding.because)


PLAIN = {"movement": "no-twitching", "how-long": "1-to-4-weeks"}


def test_a_question_asked_twice_is_one_answer_to_change():
    grouped = {"right-now-no-to-all": True, "operations": ["back-surgery"], **PLAIN}
    answers = {**grouped, "back-surgery-when": "longer-ago", "saddle-numbness-again": "yes"}
    record = response_of({"birth": {"age": 50, "sex": "male"}, "answers": answers})
    [smallest] = changes_of(record).smallest
    assert [change.link_id for change in smallest.changes] == ["saddle-numbness"]
