"""What a correction changes: what comes, what goes, and what somebody must be sure of."""

from __future__ import annotations

from intake.correction import PutRight, put_right
from reports.effect import Effect, Meaning, effect
from screening.finding import Urgency
from screening.record import assessed
from screening.rules import RULES
from tests.reports import patients


def came_of(link_id: str, *values: str, **answers: str) -> Effect:
    """What putting this right does to the routine patient with these answers."""
    given = {**patients.ROUTINE, **{k.replace("_", "-"): v for k, v in answers.items()}}
    before = patients.response(given)
    after = put_right(before, PutRight(link_id, values, patients.NOW, "NT"))
    return effect(Meaning(before, assessed(before, RULES)), Meaning(after, assessed(after, RULES)))


def test_a_red_flag_that_goes_lowers_and_has_to_be_meant():
    came = came_of("cold-leg", "no", cold_leg="yes")
    assert (came.before, came.after) == (Urgency.EMERGENCY, Urgency.ROUTINE)
    assert "E05" in {one.code for one in came.gone}
    assert came.lowers
    assert came.needs_confirming


def test_one_red_flag_of_two_has_to_be_meant_though_the_level_stays():
    came = came_of("cold-leg", "no", cold_leg="yes", heart_or_breath="yes")
    assert came.before is came.after is Urgency.EMERGENCY
    assert not came.lowers
    assert came.needs_confirming


def test_what_rises_is_told_and_needs_nothing():
    came = came_of("cold-leg", "yes")
    assert came.after is Urgency.EMERGENCY
    assert "E05" in {one.code for one in came.added}
    assert all(one.urgency is None for one in came.gone)
    assert not came.needs_confirming


def test_not_sure_leaves_open_what_no_had_ruled_out_and_back():
    came = came_of("saddle-numbness", "not-sure")
    assert came.open_added
    assert not came.open_gone
    back = came_of("saddle-numbness", "no", saddle_numbness="not-sure")
    assert {one.code for one in back.open_gone} == {one.code for one in came.open_added}


def test_what_is_asked_no_longer_is_told_with_its_answer_and_what_is_new_as_a_question():
    came = came_of("weakness", "no", weakness="yes", weakness_speed="days", weak_where="one-leg")
    assert [said for _, said in came.set_aside] == ["In days", "One leg"]
    assert came_of("weakness", "yes").newly_asked


def test_what_changes_nothing_else_says_so():
    assert came_of("worst-pain", "5").is_none
    assert not came_of("cold-leg", "yes").is_none
