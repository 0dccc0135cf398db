"""Every claim that is proved about the rule set, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from screening.proof import levels, listed, offline, paths, reach, twins
from screening.proof.subject import Proved, Subject

THEOREMS: tuple[Callable[[Subject], Proved], ...] = (
    reach.every_rule_can_fire,
    reach.every_rule_can_stay_silent,
    reach.every_item_is_reachable,
    reach.nothing_hides_a_safety_or_nerve_row,
    levels.unknown_never_acts_as_no,
    levels.nothing_reassures_on_an_unknown,
    partial(levels.no_turn_lowers_the_level, exceptions=listed.WITH_NOTHING_ELSE_CHANGED),
    partial(
        levels.nor_does_it_with_what_it_opens_answered,
        exceptions=listed.WITH_WHAT_IS_OPENED_ANSWERED,
    ),
    levels.no_second_answer_lowers_the_level,
    levels.one_more_tick_never_lowers_the_level,
    levels.the_level_of_a_running_interview_holds,
    levels.no_further_answer_lowers_the_level_on_the_way,
    partial(paths.no_path_is_longer_than_stated, stated=listed.PATHS),
    paths.the_remaining_interval_holds,
    offline.nothing_completes_an_emergency_unheard,
    offline.nothing_else_calls_together,
    twins.both_encodings_agree,
)
