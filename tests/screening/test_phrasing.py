"""A condition in words says what the condition says, and nothing is left out."""

import pytest

from intake.criteria import (
    AllOf,
    AnyOf,
    Criterion,
    Exists,
    Interrupted,
    LeftOpen,
    at_least,
    mentioned,
)
from intake.knee_twitching.arrival import AGE
from intake.knee_twitching.history import CONDITIONS, GOUT, PSORIASIS
from intake.knee_twitching.lifestyle import ANYTHING_ELSE
from intake.knee_twitching.medicines import TAKES_ANY
from intake.knee_twitching.movement import MOVEMENT, NO_TWITCHING
from intake.knee_twitching.options import NO, NOT_SURE, YES
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.knee_twitching.safety import FEVER, HARD_LEG, SEVERE_PAIN, WORST_PAIN
from screening.phrasing import Line, outline, phrase
from screening.rules import RULES

FEVERISH = FEVER.is_(YES)
FEVER_WORDS = "Fever, chills or feeling very ill (SF07)"


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (FEVERISH, f"{FEVER_WORDS} = “Yes”"),
        (FEVER.is_(YES, NOT_SURE), f"{FEVER_WORDS} = “Yes” or “Not sure”"),
        (SEVERE_PAIN, "Worst pain today, 0 to 10 (KN01) = 7 to 10"),
        (
            WORST_PAIN.is_(*WORST_PAIN.options[1:]),
            "Worst pain today, 0 to 10 (KN01) = 1 to 10 or “Not sure”",
        ),
        (MOVEMENT.is_not(NO_TWITCHING), "Kind of movement (TW01) = anything but “No twitching”"),
        (TAKES_ANY, "Medicines (MD01) = any tick but “None of these” or “Not sure”"),
        (AGE.at_least(80), "Age at this visit 80 or over"),
        (AGE.under(25), "Age at this visit under 25"),
        (AGE.between(45, 54), "Age at this visit 45 to 54"),
        (Exists("fever-or-ill"), f"{FEVER_WORDS} answered"),
        (FEVER.left_open, f"{FEVER_WORDS} not sure or not answered"),
        (
            FEVER.is_(YES, NOT_SURE) | FEVER.left_open,
            f"{FEVER_WORDS} = “Yes”, or not sure or not answered",
        ),
        (
            ANYTHING_ELSE.names("fever", "me caí"),
            "In the patient's own words (FT01): any of “fever”, “me caí”",
        ),
        (Interrupted(), "the patient stopped before the end"),
        (~FEVERISH, f"NOT {FEVER_WORDS} = “Yes”"),
        (AllOf(()), "always"),
        (AnyOf(()), "never"),
        (LeftOpen("not-asked-here"), "not-asked-here not sure or not answered"),
    ],
)
def test_a_condition_in_words(criterion, words):
    assert phrase(criterion, KNEE_TWITCHING) == words


def test_parts_inside_one_another_keep_their_brackets():
    hard = HARD_LEG.is_(YES)
    old = AGE.at_least(80)
    whole = phrase(hard & (FEVERISH | old), KNEE_TWITCHING)
    assert whole == (
        "Hard, tight leg with pain on moving the foot (SF14) = “Yes” AND "
        f"({FEVER_WORDS} = “Yes” OR Age at this visit 80 or over)"
    )
    assert phrase((hard & FEVERISH) | old, KNEE_TWITCHING).startswith("(Hard")


def test_a_part_listed_twice_is_said_to_count_twice():
    gout, psoriasis = CONDITIONS.is_(GOUT), CONDITIONS.is_(PSORIASIS)
    assert phrase(at_least(2, gout, gout, psoriasis), KNEE_TWITCHING) == (
        "at least 2 of: Conditions (HX01) = “Gout” (counts 2); Conditions (HX01) = “Psoriasis”"
    )


def test_a_long_condition_is_told_part_by_part():
    long = FEVERISH & (HARD_LEG.is_(YES) | FEVER.is_(NO)) & SEVERE_PAIN
    assert outline(long, KNEE_TWITCHING) == (
        Line(0, "all of these:"),
        Line(1, f"{FEVER_WORDS} = “Yes”"),
        Line(
            1,
            "Hard, tight leg with pain on moving the foot (SF14) = “Yes” OR "
            f"{FEVER_WORDS} = “No”",
        ),
        Line(1, "Worst pain today, 0 to 10 (KN01) = 7 to 10"),
    )  # fmt: skip


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_every_rule_is_told_with_every_question_it_rests_on(rule):
    told = "\n".join(line.text for line in outline(rule.when, KNEE_TWITCHING))
    for link_id in mentioned(rule.when):
        assert KNEE_TWITCHING.questions[link_id].label in told
    assert told


def test_different_conditions_are_told_differently():
    told: dict[str, set[Criterion]] = {}
    for rule in RULES.rules:
        told.setdefault(phrase(rule.when, KNEE_TWITCHING), set()).add(rule.when)
    assert all(len(conditions) == 1 for conditions in told.values())
