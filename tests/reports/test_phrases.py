"""What an answer is shown as."""

from intake.criteria import Fact, State
from intake.knee_twitching.safety import COLD_LEG
from reports.phrases import state_of
from reports.summary import State as Shown


def test_an_answer_nobody_offered_is_not_shown_as_no():
    assert state_of(COLD_LEG, Fact(State.ANSWERED, ("no",))) is Shown.NO
    assert state_of(COLD_LEG, Fact(State.ANSWERED, ("gone",))) is Shown.OTHER
