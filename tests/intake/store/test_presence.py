"""Whether somebody is still at a tablet, and what is left when nobody is."""

from datetime import timedelta

from intake.store import Secret, hand_over, presence, visits
from intake.store.visits import Locked, Visit
from tests.intake.store.samples import COMPLETED, LATER, NOW, TONIGHT, begun, reopened, saved

SECOND = timedelta(seconds=1)


def left_alone(store, since):
    with store.read() as tx:
        left = tuple(one.visit_id for one in presence.left_alone(tx, since))
        return left, presence.is_left(tx, "token-of-zebedee", since)


def test_a_tablet_is_left_alone_once_neither_answer_nor_touch_has_come_since(store):
    visit = begun(store)
    assert left_alone(store, NOW) == ((), False)
    assert left_alone(store, NOW + SECOND) == ((visit.id,), True)
    saved(store, visit, 0, b"an answer")
    assert left_alone(store, LATER) == ((), False)
    with store.write() as tx:
        presence.hear(tx, "token-of-zebedee", LATER + SECOND)
    assert left_alone(store, LATER + SECOND) == ((), False)
    assert left_alone(store, LATER + 2 * SECOND) == ((visit.id,), True)


def test_a_touch_elsewhere_says_nothing_of_this_tablet(store):
    visit = begun(store)
    with store.write() as tx:
        presence.hear(tx, "somebody else's", LATER)
    assert left_alone(store, LATER) == ((visit.id,), True)


def test_a_visit_that_has_ended_is_not_left_alone(store):
    visit = begun(store)
    with store.write() as tx:
        visits.finish(tx, visit, COMPLETED, NOW)
    assert left_alone(store, LATER) == ((), False)


def test_one_at_no_tablet_is_left_alone_since_its_last_sign_of_life(store):
    visit = begun(store)
    with store.write() as tx:
        presence.leave(tx, visit, "idle", NOW)
        visits.issue_code(tx, visit, Secret("CDFH-2345", TONIGHT), LATER)
    assert left_alone(store, LATER) == ((), False)
    assert left_alone(store, LATER + SECOND) == ((visit.id,), False)


def test_who_leaves_leaves_the_answers_and_a_code_given_out_for_them(store):
    visit = begun(store)
    saved(store, visit, 0, b"three answers")
    with store.write() as tx:
        hand_over.issue(tx, reopened(store, visit), Secret("CDFH-2345", TONIGHT), "staff:1", NOW)
        presence.leave(tx, visit, "idle", LATER)
    with store.read() as tx:
        assert isinstance(visits.open_for_tablet(tx, "token-of-zebedee", LATER), Locked)
    with store.write() as tx:
        assert hand_over.take(tx, "CDFH-2345", "Door", Secret("ticket", TONIGHT), LATER)
        moved = visits.redeem_code(tx, "ticket", Secret("cookie", TONIGHT), LATER)
    assert isinstance(moved, Visit)
    assert (moved.tablet, moved.body) == ("Door", b"three answers")
