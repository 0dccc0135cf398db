"""Conditions on answers, held against their truth tables and against two slower evaluators."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Truth
from intake.criteria import (
    AllOf,
    AnyOf,
    AtLeast,
    Criterion,
    Exists,
    Fact,
    Facts,
    Interrupted,
    Is,
    LeftOpen,
    Mentions,
    Not,
    State,
    Within,
    at_least,
    evaluate,
    holding,
    leaves,
    mentioned,
    open_parts,
    partly_so,
)
from tests.strategies import ITEMS, all_facts, criteria, fact, independent_criteria, item_facts

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
A, B, C = (Is(name, ("yes",)) for name in "abc")


def given_truths(*truths: Truth, ended: bool = False) -> Facts:
    known = {name: fact(truth) for name, truth in zip(ITEMS, truths, strict=False)}
    return Facts(known, ended=ended)


def one(state: State, *values: str | int, unsure: bool = False) -> Fact:
    return Fact(state, values, unsure)


# Kleene's tables, row by row.


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (NO, NO, NO, NO),
        (NO, UNKNOWN, NO, UNKNOWN),
        (NO, YES, NO, YES),
        (UNKNOWN, NO, NO, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, YES, UNKNOWN, YES),
        (YES, NO, NO, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (YES, YES, YES, YES),
    ],
)
def test_and_and_or_follow_the_table(a, b, both, either):
    known = given_truths(a, b)
    assert evaluate(A & B, known) is both
    assert evaluate(A | B, known) is either


@pytest.mark.parametrize(("a", "opposite"), [(NO, YES), (UNKNOWN, UNKNOWN), (YES, NO)])
def test_not_follows_the_table(a, opposite):
    assert evaluate(~A, given_truths(a)) is opposite


def test_all_of_nothing_holds_and_any_of_nothing_does_not():
    assert evaluate(AllOf(()), given_truths()) is YES
    assert evaluate(AnyOf(()), given_truths()) is NO


@pytest.mark.parametrize(
    ("truths", "at_least_two"),
    [
        ((NO, NO, NO), NO),
        ((UNKNOWN, NO, NO), NO),
        ((YES, NO, NO), NO),
        ((UNKNOWN, UNKNOWN, NO), UNKNOWN),
        ((YES, UNKNOWN, NO), UNKNOWN),
        ((UNKNOWN, UNKNOWN, UNKNOWN), UNKNOWN),
        ((YES, UNKNOWN, UNKNOWN), UNKNOWN),
        ((YES, YES, NO), YES),
        ((YES, YES, UNKNOWN), YES),
        ((YES, YES, YES), YES),
    ],
)
def test_at_least_two_of_three_follow_the_table(truths, at_least_two):
    assert evaluate(at_least(2, A, B, C), given_truths(*truths)) is at_least_two


def test_a_condition_listed_twice_counts_twice():
    assert evaluate(at_least(2, A, A, B), given_truths(YES, NO)) is YES


# What one item tells.


@pytest.mark.parametrize(
    ("known", "is_yes"),
    [
        (one(State.ANSWERED, "yes"), YES),
        (one(State.ANSWERED, "no"), NO),
        (one(State.ANSWERED, "no", "yes"), YES),
        (one(State.ANSWERED, "not-sure", unsure=True), UNKNOWN),
        (one(State.ANSWERED, "no", "not-sure", unsure=True), UNKNOWN),
        (one(State.ANSWERED, "yes", "not-sure", unsure=True), YES),
        (one(State.OPEN), UNKNOWN),
        (one(State.NOT_REACHED), UNKNOWN),
        (one(State.OFF), NO),
    ],
)
@pytest.mark.parametrize("ended", [False, True])
def test_an_item_not_answered_is_unknown_and_one_switched_off_is_no(known, is_yes, ended):
    assert evaluate(A, Facts({"a": known}, ended=ended)) is is_yes


@pytest.mark.parametrize(
    ("known", "while_running", "once_ended"),
    [
        (one(State.ANSWERED, "yes"), NO, NO),
        (one(State.ANSWERED, "not-sure", unsure=True), YES, YES),
        (one(State.ANSWERED, "yes", "not-sure", unsure=True), YES, YES),
        (one(State.OPEN), UNKNOWN, YES),
        (one(State.NOT_REACHED), UNKNOWN, YES),
        (one(State.OFF), NO, NO),
    ],
)
def test_an_item_is_left_open_once_no_answer_is_expected(known, while_running, once_ended):
    assert evaluate(LeftOpen("a"), Facts({"a": known})) is while_running
    assert evaluate(LeftOpen("a"), Facts({"a": known}, ended=True)) is once_ended


@pytest.mark.parametrize(
    ("known", "while_running", "once_ended"),
    [
        (one(State.ANSWERED, "No FEVER now"), YES, YES),
        (one(State.ANSWERED, "feverfew"), NO, NO),
        (one(State.ANSWERED, ""), NO, NO),
        (one(State.ANSWERED, 7), NO, NO),
        (one(State.OPEN), UNKNOWN, NO),
        (one(State.NOT_REACHED), UNKNOWN, NO),
        (one(State.OFF), NO, NO),
    ],
)
def test_what_nobody_wrote_names_nothing_once_no_answer_is_expected(
    known, while_running, once_ended
):
    names = Mentions("a", ("chills", "fever"))
    assert evaluate(names, Facts({"a": known})) is while_running
    assert evaluate(names, Facts({"a": known}, ended=True)) is once_ended
    assert mentioned(names) == {"a"}


@pytest.mark.parametrize(
    ("known", "truth"),
    [
        (one(State.ANSWERED, "yes"), YES),
        (one(State.ANSWERED, "not-sure", unsure=True), YES),
        (one(State.OFF), NO),
    ],
)
def test_an_answer_exists_even_when_it_is_not_sure(known, truth):
    assert evaluate(Exists("a"), Facts({"a": known}, ended=True)) is truth


def test_an_interview_is_known_to_be_interrupted_only_once_it_has_ended():
    assert evaluate(Interrupted(), Facts({})) is UNKNOWN
    assert evaluate(Interrupted(), Facts({}, ended=True)) is NO
    assert evaluate(Interrupted(), Facts({}, ended=True, interrupted=True)) is YES


@pytest.mark.parametrize(
    ("number", "lowest", "highest", "truth"),
    [
        (44, 45, None, NO),
        (45, 45, None, YES),
        (17, None, 17, YES),
        (18, None, 17, NO),
        (40, 40, 44, YES),
        (44, 40, 44, YES),
        (45, 40, 44, NO),
        (39, 40, 44, NO),
    ],
)
def test_both_ends_of_a_range_belong_to_it(number, lowest, highest, truth):
    known = Facts({"n": one(State.ANSWERED, number)})
    assert evaluate(Within("n", lowest, highest), known) is truth


def test_a_number_not_known_lies_nowhere_and_is_not_outside_either():
    assert evaluate(Within("n", 18), Facts({"n": one(State.OPEN)})) is UNKNOWN


# Two slower ways to the same truth.


def by_table(criterion: Criterion, known: Facts) -> Truth:
    """What the tables above say, looked up pair by pair; leaves are taken from evaluate()."""
    conjunction = {pair: min(pair, key=lambda t: t.value) for pair in product(Truth, Truth)}
    match criterion:
        case AllOf(of):
            truth = YES
            for part in of:
                truth = conjunction[truth, by_table(part, known)]
            return truth
        case AnyOf(of):
            return by_table(Not(AllOf(tuple(Not(part) for part in of))), known)
        case Not(of):
            return {NO: YES, UNKNOWN: UNKNOWN, YES: NO}[by_table(of, known)]
        case AtLeast(n, of):
            return counted(n, [by_table(part, known) for part in of])
        case _:
            return evaluate(criterion, known)


def counted(n: int, truths: list[Truth]) -> Truth:
    """At least ``n`` in every, in no, or in some ways of settling what is unknown."""
    choices = [(NO, YES) if truth is UNKNOWN else (truth,) for truth in truths]
    reached = {settled.count(YES) >= n for settled in product(*choices)}
    return UNKNOWN if len(reached) > 1 else (YES if reached.pop() else NO)


def by_completion(criterion: Criterion, truths: dict[str, Truth]) -> Truth:
    """What holds in every, in no, or in some ways of settling what is unknown."""
    choices = [(NO, YES) if truth is UNKNOWN else (truth,) for truth in truths.values()]
    results = {
        evaluate(criterion, Facts({name: fact(t) for name, t in zip(truths, settled, strict=True)}))
        for settled in product(*choices)
    }
    return results.pop() if len(results) == 1 else UNKNOWN


@given(criteria(), all_facts())
@settings(max_examples=300)
def test_evaluation_agrees_with_the_tables(criterion, known):
    assert evaluate(criterion, known) is by_table(criterion, known)


@given(independent_criteria(), st.tuples(*[st.sampled_from(Truth)] * len(ITEMS)))
@settings(max_examples=300)
def test_where_no_item_stands_twice_unknown_means_that_it_could_go_either_way(criterion, truths):
    stated = dict(zip(ITEMS, truths, strict=True))
    known = Facts({name: fact(truth) for name, truth in stated.items()})
    assert evaluate(criterion, known) is by_completion(criterion, stated)


@given(criteria(), all_facts(), st.sampled_from(ITEMS), item_facts())
@settings(max_examples=300)
def test_one_more_answer_never_turns_yes_into_no_or_no_into_yes(criterion, known, name, answer):
    open_still = Facts({**known.of, name: Fact(State.OPEN)})
    answered = Facts({**known.of, name: answer})
    before = evaluate(criterion, open_still)
    assert before is UNKNOWN or evaluate(criterion, answered) is before


@given(criteria(), all_facts())
def test_a_double_negation_changes_nothing(criterion, known):
    assert evaluate(~~criterion, known) is evaluate(criterion, known)


# Reading a condition.


def test_conditions_joined_the_same_way_stay_flat():
    assert (A & B) & C == A & (B & C) == AllOf((A, B, C))
    assert (A | B) | C == A | (B | C) == AnyOf((A, B, C))
    assert (A & B) | C == AnyOf((AllOf((A, B)), C))  # noqa: SIM300 - read aloud


def test_the_leaves_are_read_left_to_right():
    assert list(leaves((A & ~B) | at_least(1, C, Interrupted()))) == [A, B, C, Interrupted()]


def test_what_is_mentioned_is_items_only():
    assert mentioned((A & LeftOpen("b")) | Interrupted()) == {"a", "b"}


def test_what_holds_is_what_made_it_true():
    known = given_truths(YES, NO, UNKNOWN)
    assert list(holding(A | B | C, known)) == [A]
    assert list(holding(~B, known)) == [B]
    assert list(holding(A & C, known)) == []


def test_what_is_open_is_what_it_still_hangs_on():
    known = given_truths(YES, NO, UNKNOWN)
    assert list(open_parts(A & C, known)) == [C]
    assert list(open_parts(A & (B | C), known)) == [C]
    assert list(open_parts(B & C, known)) == []


@given(criteria(), all_facts())
def test_something_holds_and_something_is_open_exactly_when_it_should_be(criterion, known):
    truth = evaluate(criterion, known)
    assert all(evaluate(leaf, known) is UNKNOWN for leaf in open_parts(criterion, known))
    assert truth is UNKNOWN or not list(open_parts(criterion, known))
    assert truth is YES or not list(holding(criterion, known))
    assert truth is not UNKNOWN or list(open_parts(criterion, known))


@pytest.mark.parametrize(
    ("criterion", "truths", "partly"),
    [
        (A & B, (YES, UNKNOWN), True),
        (A & B, (UNKNOWN, UNKNOWN), False),
        (A & B, (YES, YES), False),
        (A & B, (YES, NO), False),
        (A & (B | C), (YES, UNKNOWN, NO), True),
        (A & (B | C), (UNKNOWN, UNKNOWN, NO), False),
        (C | (A & B), (YES, UNKNOWN, UNKNOWN), True),
        (at_least(2, A, B, C), (YES, UNKNOWN, NO), True),
        (at_least(2, A, B, C), (UNKNOWN, UNKNOWN, NO), False),
        (A, (UNKNOWN,), False),
    ],
)
def test_partly_so_means_that_another_part_is_already_true(criterion, truths, partly):
    assert partly_so(criterion, given_truths(*truths)) is partly
