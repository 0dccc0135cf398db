from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from intake.store.limiter import ALL_TRIES, TryLater, count_try, delay_after, forgive
from tests.intake.store.samples import NOW


def tries(store, moments):
    """Tell which tries at these moments may be looked at."""
    results = []
    for moment in moments:
        with store.write() as tx:
            results.append(count_try(tx, "ay", moment))
    return results


def test_the_first_three_tries_need_no_wait(store):
    assert tries(store, [NOW] * 4) == [None, None, None, TryLater(NOW + timedelta(seconds=1))]


def test_a_try_after_the_wait_is_looked_at(store):
    waited = NOW + timedelta(seconds=1)
    assert tries(store, [NOW, NOW, NOW, waited]) == [None] * 4
    assert tries(store, [waited]) == [TryLater(waited + timedelta(seconds=2))]


def test_a_try_that_was_not_looked_at_makes_the_wait_no_longer(store):
    assert tries(store, [NOW] * 20)[-1] == TryLater(NOW + timedelta(seconds=1))


def test_another_account_is_not_slowed(store):
    tries(store, [NOW] * 5)
    with store.write() as tx:
        assert count_try(tx, "other", NOW) is None


def test_a_forgiven_account_starts_anew(store):
    tries(store, [NOW] * 3)
    with store.write() as tx:
        forgive(tx, "ay")
    assert tries(store, [NOW]) == [None]


def test_nobody_ever_gets_more_than_a_hundred_tries(store):
    day = timedelta(days=1)
    results = tries(store, [NOW + number * day for number in range(ALL_TRIES + 20)])
    assert results.count(None) == ALL_TRIES


def test_failures_long_ago_are_forgotten(store):
    tries(store, [NOW] * 3)
    assert tries(store, [NOW + timedelta(days=31)] * 4)[:3] == [None] * 3


@given(st.integers(0, 200))
def test_another_failure_never_shortens_the_wait(failures):
    assert delay_after(failures) <= delay_after(failures + 1)
