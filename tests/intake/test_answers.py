"""What an answer keeps of its past, and which of its values still stand."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, Informant, Mode, Value, revise, standing_history

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def said(
    *values: Value, second: int = 0, by: Informant = Informant.PATIENT, initials: str = ""
) -> Answer:
    return Answer(values, START + timedelta(seconds=second), by, initials)


def confirmed(*values: Value, second: int = 0) -> Answer:
    return said(*values, second=second, by=Informant.STAFF, initials="QX")


def revised(*answers: Answer) -> Answer:
    kept: Answer | None = None
    for answer in answers:
        kept = revise(kept, answer)
    assert kept is not None
    return kept


def test_a_first_answer_replaces_nothing():
    assert revise(None, said("yes")) == said("yes")


def test_a_changed_answer_keeps_what_it_replaced_oldest_first():
    kept = revised(said("yes"), said("no", second=1), said("not-sure", second=2))
    assert kept.values == ("not-sure",)
    assert [past.values for past in kept.replaced] == [("yes",), ("no",)]


def test_a_replaced_answer_carries_no_history_of_its_own():
    kept = revised(said("yes"), said("no", second=1), said("yes", second=2))
    assert all(past.replaced == () for past in kept.replaced)


def test_the_same_answer_given_again_keeps_its_first_time():
    assert revised(said("yes"), said("yes", second=9)).at == START


def test_the_same_value_from_somebody_else_is_an_answer_of_its_own():
    kept = revised(said("no"), said("no", second=1, by=Informant.STAFF))
    assert (kept.by, len(kept.replaced)) == (Informant.STAFF, 1)


def test_the_same_value_tapped_for_itself_after_no_to_all_is_an_answer_of_its_own():
    in_a_group = Answer(("no",), START, mode=Mode.GROUP)
    kept = revised(in_a_group, said("no", second=1))
    assert (kept.mode, kept.replaced) == (Mode.SINGLE, (in_a_group,))


def test_everything_said_stands_until_staff_answer():
    kept = revised(said("yes"), said("no", second=1))
    assert [past.values for past in standing_history(kept)] == [("yes",), ("no",)]


def test_an_answer_that_staff_put_right_settles_what_was_said_before():
    kept = revised(said("yes"), confirmed("no", second=1))
    assert [past.values for past in standing_history(kept)] == [("no",)]


def test_a_tablet_that_says_it_is_with_staff_settles_nothing():
    kept = revised(said("yes"), said("no", second=1, by=Informant.STAFF))
    assert [past.values for past in standing_history(kept)] == [("yes",), ("no",)]
    named = said("no", second=1, by=Informant.COMPANION, initials="QX")
    assert len(standing_history(revised(said("yes"), named))) == 2


def test_what_the_patient_says_after_staff_counts_beside_what_staff_said():
    kept = revised(said("yes"), confirmed("no", second=1), said("not-sure", second=2))
    assert [past.values for past in standing_history(kept)] == [("no",), ("not-sure",)]


def test_only_the_last_answer_from_staff_settles():
    kept = revised(
        confirmed("yes"),
        said("no", second=1),
        confirmed("no", second=2),
    )
    assert [past.by for past in standing_history(kept)] == [Informant.STAFF]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(Informant)), min_size=1))
def test_nothing_said_is_ever_forgotten(history):
    kept = revised(*(said(value, second=n, by=by) for n, (value, by) in enumerate(history)))
    changes = [one for n, one in enumerate(history) if n == 0 or one != history[n - 1]]
    assert [(past.values[0], past.by) for past in (*kept.replaced, kept)] == changes
