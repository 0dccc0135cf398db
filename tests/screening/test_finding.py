"""What a rule can conclude, and which rules cannot be meant."""

import re
from itertools import pairwise
from typing import Any

import pytest

from intake.citation import Source
from intake.criteria import AllOf, Criterion, Is, LeftOpen, Mentions
from intake.option import Option
from intake.questionnaire import Choice, FreeText, Group, Questionnaire
from screening.finding import (
    Addition,
    Contributor,
    Kind,
    Presentation,
    RedFlag,
    Rule,
    RuleSet,
    Urgency,
    WarningSign,
)

YES, NO = Option("yes", "Yes", concern=3), Option("no", "No")
WORDS = FreeText(link_id="words", code="", text="?", required=False)
PAIN = Choice(link_id="pain", code="", text="?", options=(YES, NO))
ASKED = Questionnaire(
    url="https://clinic.example/q",
    version="1",
    title="Q",
    language="en",
    items=(Group(link_id="section", items=(PAIN, WORDS)),),
)


def rule(code: str = "X1", when: Criterion | None = None, **more: Any) -> Rule:
    usual: dict[str, Any] = {
        "name": code.lower(),
        "sources": (Source("Ours"),),
        "urgency": Urgency.SOON,
    }
    whole = {**usual, **more}
    return WarningSign(code=code, title=code, when=when or PAIN.is_(YES), next="Look", **whole)


def rule_set(*rules: Rule) -> RuleSet:
    return RuleSet(ASKED, "1", rules)


def refused(named: str, complaint: str):
    return pytest.raises(ValueError, match=rf"(?s)\A{re.escape(named)}: .*{re.escape(complaint)}")


def test_urgencies_are_ordered_from_routine_to_emergency():
    order = [Urgency.ROUTINE, Urgency.SOON, Urgency.SAME_DAY, Urgency.EMERGENCY]
    assert sorted(Urgency) == order
    assert all(lower < higher and higher >= lower for lower, higher in pairwise(order))
    assert max(Urgency) is Urgency.EMERGENCY


def test_an_urgency_is_compared_with_nothing_else():
    with pytest.raises(TypeError):
        assert Urgency.SOON < "emergency"


def test_every_sort_of_rule_says_of_which_kind_it_is():
    assert [sort.kind for sort in (RedFlag, WarningSign, Presentation, Contributor)] == list(Kind)


# Rules that cannot be meant.


def test_a_bad_claim_id_is_refused():
    with refused("X1", "'97' is not a claim id"):
        rule(claims=("97",))


@pytest.mark.parametrize("name", ["Cold leg", "cold_leg", "", "cold-leg\n"])
def test_a_name_is_words_joined_by_hyphens(name):
    with refused("X1", "lower-case words joined by hyphens"):
        rule(name=name)


def test_a_rule_without_a_source_is_refused():
    with refused("X1", "at least one source"):
        rule(sources=())


def test_a_code_or_a_name_used_twice_is_refused():
    with refused("X1", "declared twice"):
        rule_set(rule("X1"), rule("X1", name="other"))
    with refused("same", "declared twice"):
        rule_set(rule("X1", name="same"), rule("X2", name="same"))


def test_a_rule_on_what_is_not_asked_is_refused():
    with refused("X1", "rests on 'numb', which is not asked"):
        rule_set(rule(when=AllOf((PAIN.is_(YES), LeftOpen("numb")))))


def test_a_rule_on_an_option_that_is_not_there_is_refused():
    with refused("X1", "option 'maybe' of 'pain'"):
        rule_set(rule(when=~Is("pain", ("no", "maybe"))))


def test_what_an_addition_rests_on_is_checked_too():
    with refused("X1", "'numb', which is not asked"):
        rule_set(rule(adds=(Addition(LeftOpen("numb"), "and numb"),)))


# What the patient wrote may raise and never lower.


def test_a_rule_may_rest_on_the_patients_own_words():
    both = rule(when=WORDS.names("fever", "chills")), rule("X2", when=WORDS.names("fever"))
    assert rule_set(*both).words == {"words": ("fever", "chills")}


@pytest.mark.parametrize("urgency", [None, Urgency.ROUTINE, Urgency.EMERGENCY])
def test_own_words_that_raise_to_nothing_or_are_an_emergency_are_refused(urgency):
    with refused("X1", "raise to soon or same day"):
        rule_set(rule(when=WORDS.names("fever"), urgency=urgency))


@pytest.mark.parametrize(
    "when", [~WORDS.names("fever"), PAIN.is_(YES) & ~(PAIN.is_(NO) | WORDS.names("fever"))]
)
def test_words_that_were_not_written_mean_nothing(when):
    with refused("X1", "not written, which say nothing"):
        rule_set(rule(when=when))


def test_words_are_looked_for_only_where_something_is_written():
    with refused("X1", "'pain', which is not written"):
        rule_set(rule(when=Mentions("pain", ("yes",))))


@pytest.mark.parametrize(
    ("words", "idle"),
    [
        (("fever", "no fever"), "no fever"),
        (("caí", "cai"), "caí"),
        (("fever", "…"), "…"),
    ],
)
def test_a_word_that_adds_nothing_is_refused(words, idle):
    with refused("X1", f"looks for '{idle}'"):
        rule_set(rule(when=WORDS.names(*words)))


def test_a_rule_that_yields_to_one_that_is_not_there_is_refused():
    with refused("X1", "yields to 'X9', which does not exist"):
        rule_set(rule(yields_to=("X9",)))


@pytest.mark.parametrize("lesser", [Urgency.ROUTINE, None])
def test_a_rule_that_yields_to_a_less_urgent_one_is_refused(lesser):
    with refused("X1", "yields to X2, which is less urgent"):
        rule_set(rule(yields_to=("X2",)), rule("X2", urgency=lesser))


@pytest.mark.parametrize("higher", [Urgency.SOON, Urgency.SAME_DAY, Urgency.EMERGENCY])
def test_a_rule_may_yield_to_one_at_least_as_urgent(higher):
    assert rule_set(rule(yields_to=("X2",)), rule("X2", urgency=higher)).rule("X2").code == "X2"


@pytest.mark.parametrize(
    "yields",
    [{"X1": ("X1",)}, {"X1": ("X2",), "X2": ("X1",)}],
    ids=["to itself", "to each other"],
)
def test_rules_that_would_silence_each_other_are_refused(yields):
    with pytest.raises(ValueError, match=r"X[12]: yields to"):
        rule_set(*(rule(code, yields_to=yields.get(code, ())) for code in ("X1", "X2")))
