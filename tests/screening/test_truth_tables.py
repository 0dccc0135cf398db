"""Every rule comes to what its truth table says, row by row."""

import pytest

from intake.questionnaire import Choice
from screening.rules import RULES
from tests.screening.truth_tables import (
    INTERVIEW,
    UNANSWERED,
    came_to,
    cases_of,
    content,
    stated_urgency,
)

# Measuring what tries thousands of answers takes three times as long.
pytestmark = pytest.mark.no_cover

CODES = [rule.code for rule in RULES.rules]


def test_every_rule_has_a_table_and_every_table_a_rule():
    assert set(content()["rules"]) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_rule_comes_to_what_its_table_says(code):
    wrong = [
        f"{case.name}: {case.expected} expected, {came}"
        for case in cases_of(code)
        if (came := came_to(case, RULES)) != case.expected
    ]
    assert not wrong


@pytest.mark.parametrize("code", CODES)
def test_the_table_names_the_rule_and_its_urgency(code):
    rule = RULES.rule(code)
    assert content()["rules"][code]["name"] == rule.name
    assert stated_urgency(code) is rule.urgency


@pytest.mark.parametrize("code", CODES)
def test_the_table_shows_the_rule_firing_and_silent_and_every_addition_added(code):
    verdicts = {(case.addition, case.expected) for case in cases_of(code)}
    assert {(None, "fires"), (None, "silent")} <= verdicts
    for addition in RULES.rule(code).adds:
        assert {(addition.text, "added"), (addition.text, "not added")} <= verdicts


@pytest.mark.parametrize("code", CODES)
def test_a_table_speaks_of_questions_and_answers_that_exist(code):
    items = RULES.questionnaire.questions
    for case in cases_of(code):
        for link_id, said in case.answers.items():
            item = items.get(link_id)
            assert item or link_id == INTERVIEW, f"{case.name}: {link_id} is not asked"
            if isinstance(item, Choice) and said != UNANSWERED:
                codes = {option.code for option in item.options}
                assert set(said.split(" + ")) <= codes, case.name
