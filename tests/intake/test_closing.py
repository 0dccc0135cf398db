"""The last screen: a clinic's own few lines, cleaned, and none that tells a patient too much."""

from __future__ import annotations

import pytest

from intake.closing import (
    MOST_LINES,
    Fault,
    Unfit,
    cleaned,
    closing_lines,
    own_lines,
    unfit,
)
from intake.unsaid import ADVERTISEMENT, CONDITION, LEVEL, PROMISE, UNSAID
from intake.wording import WORDS

GOOD = ("Please sit by the window.", "We call you by name.")


@pytest.mark.parametrize("language", WORDS)
def test_our_own_lines_are_fit_and_stand_where_a_clinic_has_none(language):
    assert unfit(own_lines(language)) is None
    assert closing_lines({}, language) == own_lines(language)
    assert closing_lines({language: GOOD}, language) == GOOD
    other = next(one for one in WORDS if one != language)
    assert closing_lines({other: GOOD, language: ()}, language) == own_lines(language)


def test_what_cannot_be_seen_is_left_out_and_empty_lines_are_none():
    assert cleaned("  Wait\there. \r\n\n \u202eAsk\x00 us.\u200b ") == ("Wait here.", "Ask us.")
    assert cleaned(" \n ") == ()


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (GOOD[:1], Fault.COUNT),
        (("Wait.",) * (MOST_LINES + 1), Fault.COUNT),
        ((*GOOD, "go " * 21), Fault.LONG),
        ((*GOOD, "x" * 201), Fault.LONG),
    ],
)
def test_too_few_too_many_or_too_long_lines_are_refused(lines, fault):
    assert unfit(lines) == Unfit(fault)


@pytest.mark.parametrize(
    ("line", "word", "kind"),
    [
        ("You may have ARTHRITIS.", "arthritis", CONDITION),
        ("Puede ser una infección.", "infeccion", CONDITION),
        ("This is not an emergency.", "emergency", LEVEL),
        ("Le vemos el mismo\u00a0día.", "mismo dia", LEVEL),
        ("You will be fine.", "be fine", PROMISE),
        ("No se preocupe.", "no se preocupe", PROMISE),
        ("Ask for our discounts.", "discounts", ADVERTISEMENT),
    ],
)
def test_a_condition_a_level_a_promise_and_an_advertisement_are_refused_by_name(line, word, kind):
    assert unfit((*GOOD, line)) == Unfit(Fault.UNSAID, word, kind)


def test_words_that_only_hold_one_of_them_are_taken():
    assert unfit(("Put your clothes back on. We secure them.", "Healthy snacks are there.")) is None


def test_the_list_is_written_as_it_is_compared():
    for words in UNSAID.values():
        for word in words:
            assert word == word.casefold()
            assert unfit((*GOOD, word.removesuffix("*"))) is not None
