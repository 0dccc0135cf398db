"""What an answer keeps of those before it: where a text turned round, and never without end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from intake.answers import Answer, Informant
from intake.kept import MOST_KEPT, changed, kept, withdrawn
from intake.knee_twitching.questionnaire import KNEE_TWITCHING

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TEXT = KNEE_TWITCHING.questions["anything-else"]
SADDLE = KNEE_TWITCHING.questions["saddle-numbness"]
LOOK = KNEE_TWITCHING.questions["operations"]
SOUGHT = ("want to die", "chest pain")


def answers(*said: str | tuple[str, ...], by: Informant = Informant.PATIENT) -> tuple[Answer, ...]:
    values = [(one,) if isinstance(one, str) else one for one in said]
    return tuple(Answer(one, START + timedelta(seconds=n), by) for n, one in enumerate(values))


def texts(*said: str) -> list[str]:
    return [str(one.values[0]) for one in kept(TEXT, answers(*said), SOUGHT)]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        (("My", "My knee", "My knee jumps"), ["My knee jumps"]),
        (("My knee jumps", "My knee", "My"), ["My knee jumps", "My"]),
        (("My knee jumps", "My knee", "My", "My leg"), ["My knee jumps", "My leg"]),
        (("It aches", "Never mind"), ["It aches", "Never mind"]),
        (("It aches", "It", "It aches at night"), ["It aches at night"]),
        (("I want to die", "I want to die now"), ["I want to die now"]),
        (("I want to d", "I want to die", "I want to diet"), ["I want to die", "I want to diet"]),
        (("I want to diet", "I want to die", "I"), ["I want to diet", "I want to die", "I"]),
    ],
)  # fmt: skip
def test_a_text_keeps_where_it_turned_round_and_what_it_named_on_the_way(typed, left):
    assert texts(*typed) == left


def test_what_another_person_wrote_is_kept_though_somebody_wrote_on():
    both = (*answers("My knee"), *answers("My knee jumps", by=Informant.COMPANION))
    assert kept(TEXT, both) == both


def test_of_a_text_that_was_erased_bit_by_bit_the_longest_is_kept():
    longest, shorter = answers("It jumps at night", "It jumps")
    assert withdrawn(TEXT, replace(shorter, replaced=(longest,))) == (longest,)
    assert withdrawn(TEXT, longest) == (longest,)


def test_rewriting_without_end_keeps_the_first_the_last_and_what_was_named():
    many = [f"{n} is what I wrote" for n in range(99)]
    many[40] = "some chest pain"
    left = texts(*many)
    assert len(left) == MOST_KEPT + 1
    assert {many[0], many[40], many[98]} < set(left)


def test_changing_without_end_keeps_the_first_the_last_and_every_value_of_everybody():
    said = ["not-sure", "yes", *["no", "not-sure"] * 150]
    by_both = (*answers("no", by=Informant.COMPANION), *answers(*said))
    left = kept(SADDLE, by_both)
    assert len(left) == MOST_KEPT + 1
    assert (left[0], left[-1]) == (by_both[0], by_both[-1])
    assert {(one.by, one.values) for one in left} == {(one.by, one.values) for one in by_both}


def test_ticks_that_each_stood_once_are_all_kept():
    codes = [option.code for option in LOOK.options if not option.exclusive]
    said = [(code,) for code in codes] + [("none",), ("knee-needle",)] * 100
    left = kept(LOOK, answers(*said))
    assert {one for each in left for one in each.values} == {*codes, "none"}
    assert len(left) == MOST_KEPT + 1


def test_what_staff_put_right_is_kept_before_what_it_settled():
    right = Answer(("no",), START + timedelta(hours=1), Informant.STAFF, "QX")
    said = (*answers(*["yes", "no"] * 50), right, *answers("not-sure"))
    left = kept(SADDLE, said)
    assert (left[0], left[-2:]) == (said[0], said[-2:])


def test_an_answer_given_after_others_stands_with_what_is_kept_of_them():
    new = Answer(("My knee jumps",), START)
    assert changed(TEXT, answers("My knee"), new) == new
    assert changed(TEXT, answers("Oh"), new).replaced == answers("Oh")
