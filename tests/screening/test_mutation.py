"""A sample of the mutants is caught in every test run; `make proof` tries them all."""

import pytest

from intake.criteria import AllOf, AnyOf, AtLeast, Is, Not, Within
from intake.knee_twitching.arrival import AGE
from intake.knee_twitching.lifestyle import ANYTHING_ELSE
from intake.knee_twitching.options import NO, YES
from intake.knee_twitching.safety import FEVER, HOT_KNEE
from screening.finding import RedFlag, Urgency
from screening.rules import RULES
from tests.screening.mutants import Mutant, mutants
from tests.screening.mutation import (
    ALIVE_AND_DIFFERENT,
    SAME,
    all_mutants,
    caught_by,
    excused,
)

# Measuring what tries thousands of answers takes three times as long.
pytestmark = pytest.mark.no_cover

EVERY = 23
"""One mutant in so many is tried here."""
ITEMS = RULES.questionnaire.questions
E06 = RULES.rule("E06")


def made(when, **more):
    rule = RedFlag(
        code="E99",
        name="e99",
        title="-",
        when=when,
        urgency=Urgency.SAME_DAY,
        sources=E06.sources,
        next="-",
        **more,
    )
    return {mutant.mistake: mutant.rule for mutant in mutants(rule, ITEMS)}


def test_every_mutant_of_a_sample_is_caught_or_excused():
    alive = [
        mutant.name
        for mutant in list(all_mutants())[::EVERY]
        if caught_by(mutant) in {SAME, ALIVE_AND_DIFFERENT}
    ]
    assert set(alive) <= set(excused())


def test_every_mutant_that_is_excused_exists_and_has_a_reason():
    assert set(excused()) <= {mutant.name for mutant in all_mutants()}
    assert all(excused().values())


def test_a_rule_that_differs_nowhere_is_not_taken_for_caught():
    same = Mutant("E06", "nothing at all", E06)
    assert caught_by(same) == SAME


def test_a_condition_is_flipped_dropped_and_moved_by_one_option():
    hot = HOT_KNEE.is_(*HOT_KNEE.options[:2])
    assert {name: rule.when for name, rule in made(hot).items()} == {
        "all (hot-knee) flipped": Not(hot),
        "all (hot-knee) without new": Is("hot-knee", ("longer",)),
        "all (hot-knee) without longer": Is("hot-knee", ("new",)),
        "all (hot-knee) with no": Is("hot-knee", ("new", "longer", "no")),
        "condition dropped": AllOf(()),
        "urgency soon": hot,
    }


def test_parts_are_dropped_and_joined_the_other_way():
    both = FEVER.is_(YES) & HOT_KNEE.is_(NO)
    wrong = made(both)
    assert wrong["1 (fever-or-ill) dropped"].when == AllOf((HOT_KNEE.is_(NO),))
    assert wrong["2 (hot-knee) dropped"].when == AllOf((FEVER.is_(YES),))
    assert wrong["all (all of) joined by or"].when == AnyOf(both.of)
    assert wrong["2 (hot-knee) flipped"].when == AllOf((both.of[0], Not(both.of[1])))


def test_counts_bounds_and_negations_are_moved():
    some = AtLeast(2, (FEVER.is_(YES), HOT_KNEE.is_(NO)))
    assert made(some)["all (at least 2) at least 3"].when == AtLeast(3, some.of)
    assert made(some)["all (at least 2) at least 1"].when == AtLeast(1, some.of)
    young = made(AGE.under(25))
    assert young["all (age) highest 23"].when == Within("age", None, 23)
    assert young["all (age) highest 25"].when == Within("age", None, 25)
    assert made(~FEVER.is_(YES))["all (not) not dropped"].when == FEVER.is_(YES)


def test_a_rule_stops_yielding_and_loses_its_flags_one_by_one():
    wrong = {mutant.mistake: mutant.rule for mutant in mutants(RULES.rule("S02"), ITEMS)}
    assert wrong["does not yield to E06"].yields_to == ("E12",)
    soft = [mutant.mistake for mutant in mutants(RULES.rule("P21"), ITEMS)]
    assert "not raises_when_partly" in soft
    lone = [mutant.mistake for mutant in mutants(RULES.rule("Z00"), ITEMS)]
    assert {"not only_alone", "urgency none"} <= set(lone)


def test_a_word_that_a_rule_looks_for_is_left_out():
    fewer = made(ANYTHING_ELSE.names("fever", "chills"))
    assert fewer["all (anything-else) without “fever”"].when == ANYTHING_ELSE.names("chills")
    alone = made(ANYTHING_ELSE.names("fever"))
    assert not [mistake for mistake in alone if "without" in mistake]
