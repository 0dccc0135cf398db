"""Why a finding stands, and the smallest change that would lower the level."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from intake.criteria import AllOf, AnyOf, Criterion, Fact, Facts, Is, Not, State
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice
from intake.response import QuestionnaireResponse, facts
from screening.assessment import Finding
from screening.explanation import (
    MOST_CHANGES,
    Change,
    WhatWouldChange,
    against,
    answered_no,
    explain,
    what_would_change,
)
from screening.finding import Presentation, RedFlag, RuleSet, Urgency
from screening.rules import RULES
from screening.triage import screen
from tests.patients import cases, patient, response_of
from tests.strategies import patient as made_up
from tests.strategies import responses

RAISED = [case for case, about in cases().items() if about["expected"]["urgency"] != "routine"]
PLAIN = {"movement": "no-twitching", "how-long": "1-to-4-weeks"}
FIVE_FLAGS = (
    "saddle-numbness",
    "heart-or-breath",
    "sudden-weakness",
    "cold-leg",
    "confused-or-jerking",
)


def changes_of(response: QuestionnaireResponse) -> WhatWouldChange:
    return what_would_change(screen(response, RULES), response, RULES)


def sheet(**answers: object) -> QuestionnaireResponse:
    given = {link_id.replace("_", "-"): value for link_id, value in answers.items()}
    return response_of({"birth": {"age": 50, "sex": "male"}, "answers": {**PLAIN, **given}})


def check(response: QuestionnaireResponse) -> None:
    """Every printed set gives the printed level, no part of one does, and they are one size."""
    level = screen(response, RULES).urgency
    found = changes_of(response)
    assert not (found.smallest and found.more_than_four)
    assert bool(found.smallest or found.more_than_four) is (level > Urgency.ROUTINE)
    assert len({len(lower.changes) for lower in found.smallest}) <= 1
    assert len({frozenset(lower.changes) for lower in found.smallest}) == len(found.smallest)
    for lower in found.smallest:
        assert len(lower.changes) <= MOST_CHANGES
        assert screen(answered_no(response, lower.changes), RULES).urgency is lower.urgency < level
        for size in range(len(lower.changes)):
            for fewer in combinations(lower.changes, size):
                assert screen(answered_no(response, fewer), RULES).urgency >= level


@settings(max_examples=60)
@given(responses())
def test_applying_a_printed_set_gives_the_printed_level_and_no_part_of_it_does(response):
    check(response)


@pytest.mark.parametrize("case", RAISED[::3])
def test_the_same_holds_for_the_vignettes(case):
    check(patient(case))


def every_change(response: QuestionnaireResponse) -> list[Change]:
    """Every answer that has a No and is not one, and every question left open that has one."""
    known, found = facts(response).of, []
    for link_id, item in response.questionnaire.questions.items():
        if isinstance(item, Choice) and {"no", "none"} & {o.code for o in item.options}:
            values = [value for value in known[link_id].values if value not in {"no", "none"}]
            still = [None] if known[link_id].state is State.OPEN else []
            found += [Change(link_id, value) for value in [*values, *still]]
    return found


@pytest.mark.parametrize("case", RAISED[1::4])
def test_no_smaller_set_of_any_answers_was_missed(case):
    response = patient(case)
    level = screen(response, RULES).urgency
    found = changes_of(response)
    largest = len(found.smallest[0].changes) if found.smallest else 3
    lowering = {
        frozenset(tried)
        for size in range(1, min(largest, 2) + 1)
        for tried in combinations(every_change(response), size)
        if screen(answered_no(response, tried), RULES).urgency < level
    }
    printed = {frozenset(lower.changes) for lower in found.smallest}
    assert lowering == (printed if largest <= 2 else set())


def test_one_red_flag_is_lowered_by_answering_it_no():
    change = changes_of(sheet(saddle_numbness="yes"))
    assert [lower.changes for lower in change.smallest] == [(Change("saddle-numbness", "yes"),)]
    assert change.smallest[0].urgency is Urgency.ROUTINE


def test_a_question_left_open_is_a_change_of_its_own():
    change = changes_of(made_up({"cold-leg": None}))
    assert [lower.changes for lower in change.smallest] == [(Change("cold-leg", None),)]


def changes_under(when: Criterion, response: QuestionnaireResponse) -> set[tuple[Change, ...]]:
    """The smallest changes under a single made-up emergency."""
    rule = RedFlag(
        code="X01",
        name="made-up",
        title="Made up",
        when=when,
        next="",
        sources=RULES.rules[0].sources,
        urgency=Urgency.EMERGENCY,
    )
    alone = RuleSet(RULES.questionnaire, "made-up", (rule,))
    found = what_would_change(screen(response, alone), response, alone)
    return {lower.changes for lower in found.smallest}


def test_what_opened_a_question_that_has_no_no_is_the_change():
    response = made_up({"weakness": "yes", "weakness-speed": "hours"})
    fast = Is("weakness-speed", ("hours",))
    assert changes_under(fast, response) == {(Change("weakness", "yes"),)}


def test_what_holds_an_open_rule_up_can_be_the_change_as_well_as_what_is_open():
    response = made_up({"toes-drag": "yes", "thinner": "not-sure"})
    both = Is("toes-drag", ("yes",)) & Is("thinner", ("yes",))
    assert changes_under(both, response) == {
        (Change("toes-drag", "yes"),),
        (Change("thinner", "not-sure"),),
    }


def test_five_independent_red_flags_need_more_than_four_changes():
    response = sheet(clot_risk="none", **dict.fromkeys(FIVE_FLAGS, "yes"))
    assert changes_of(response) == WhatWouldChange(more_than_four=True)
    four = sheet(clot_risk="none", **dict.fromkeys(FIVE_FLAGS[:4], "yes"))
    assert [len(lower.changes) for lower in changes_of(four).smallest] == [4]


def test_a_level_that_rests_on_no_yes_or_no_is_not_promised_to_fall():
    assert changes_of(made_up({"worst-pain": "10"})).more_than_four


def test_nothing_would_lower_a_routine_level():
    assert changes_of(sheet()) == WhatWouldChange()


def test_of_several_ticks_one_is_taken_away_and_the_others_stay():
    response = made_up({"conditions": ("diabetes", "gout")})
    changed = answered_no(response, [Change("conditions", "gout")])
    assert changed.answers["conditions"].values == ("diabetes",)
    both = answered_no(response, [Change("conditions", "gout"), Change("conditions", "diabetes")])
    assert both.answers["conditions"].values == ("none",)


def test_what_a_rule_also_asks_for_and_was_answered_otherwise_speaks_against_it():
    found = next(f for f in screen(patient("V04"), RULES).findings if f.rule.code == "E07")
    denying = speaking_against(patient("V04"), "E07")
    assert "medicines" in denying
    assert denying.isdisjoint(evidence.link_id for evidence in found.because)


def test_a_question_asked_twice_is_one_answer_to_change():
    grouped = {"right-now-no-to-all": True, "operations": ["back-surgery"], **PLAIN}
    answers = {**grouped, "back-surgery-when": "longer-ago", "saddle-numbness-again": "yes"}
    record = response_of({"birth": {"age": 50, "sex": "male"}, "answers": answers})
    [smallest] = changes_of(record).smallest
    assert [change.link_id for change in smallest.changes] == ["saddle-numbness"]


def test_what_must_not_be_so_speaks_against_where_it_is_so():
    when = AnyOf((Is("a", ("yes",)), AllOf((Is("b", ("yes",)), Not(Is("c", ("yes",)))))))
    rule = Presentation(
        code="X01",
        name="made-up",
        title="Made up",
        when=when,
        next="",
        sources=RULES.rules[0].sources,
    )
    yes, no = Fact(State.ANSWERED, ("yes",)), Fact(State.ANSWERED, ("no",))
    known = Facts({"a": yes, "b": no, "c": yes}, ended=True)
    assert {one.link_id for one in against(Finding(rule, ()), known, KNEE_TWITCHING)} == {"b", "c"}
    known = Facts({"a": yes, "b": yes, "c": no}, ended=True)
    assert not against(Finding(rule, ()), known, KNEE_TWITCHING)


def speaking_against(response: QuestionnaireResponse, code: str) -> set[str]:
    found = next(f for f in screen(response, RULES).findings if f.rule.code == code)
    return {one.link_id for one in against(found, facts(response), KNEE_TWITCHING)}


def test_what_was_answered_does_not_speak_against_other_questions_left_open():
    response = sheet(saddle_numbness="not-sure", heart_or_breath="yes", clot_risk="none")
    assert speaking_against(response, "S17") == set()


@pytest.mark.parametrize("knee", ["right", "both"])
def test_sides_that_agree_do_not_speak_against_and_sides_that_differ_do_together(knee):
    hot = {"hot_knee": "new", "knee_look": ["hot"], "conditions": ["diabetes"]}
    needle = {"operations": ["knee-needle"], "knee_needle_when": "longer-ago"}
    sides = {"which-knee", "knee-needle-side"}
    same = sheet(which_knee=knee, knee_needle_side="right", **hot, **needle)
    assert speaking_against(same, "E07") == {"knee-needle-when", "medicines", "age"}
    needle["knee_needle_when"] = "last-3-months"
    other = sheet(which_knee="left", knee_needle_side="right", **hot, **needle)
    assert speaking_against(other, "E07") >= sides


def test_a_sign_more_urgent_than_the_one_asked_for_does_not_speak_against():
    soft = {"other_parts": "elsewhere", "movement": "ripple", "twitch_place": ["right-calf"]}
    more = sheet(walking_or_balance="unsteady", trend="worse", **soft)
    assert "walking-or-balance" not in speaking_against(more, "P21")
    assert "walking-or-balance" in speaking_against(sheet(trend="worse", **soft), "P21")


def signs_speaking_against(response: QuestionnaireResponse) -> set[tuple[str, str]]:
    known = facts(response)
    return {
        (finding.rule.code, one.link_id)
        for finding in screen(response, RULES).findings
        for one in against(finding, known, KNEE_TWITCHING)
        if str(one.values[0]).startswith(("yes", "last", "unsteady", "right", "left", "both"))
    }


def test_of_all_vignettes_only_these_signs_that_are_there_speak_against_a_finding():
    present = set[tuple[str, str]]().union(*(signs_speaking_against(patient(c)) for c in cases()))
    assert present == {
        ("A02", "pain-every-night"),  # a pattern of osteoarthritis has neither of these two
        ("A02", "weight-sweats-or-bruises"),
        ("A05", "after-injury"),  # a fresh injury explains the swelling
        ("N04", "twitch-place"),  # the calf is not the front thigh
    }


def test_an_explanation_has_both_for_every_finding():
    response = patient("V04")
    assessment = screen(response, RULES)
    explanation = explain(assessment, response, RULES)
    assert list(explanation.against) == [one.rule.code for one in assessment.findings]
    assert explanation.would_change == what_would_change(assessment, response, RULES)
