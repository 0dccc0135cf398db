"""Made-up patients are those a made-up clinic describes, and the same ones for the same seed."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

import pytest

from intake.answers import Mode
from intake.citation import Source
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.response import Status, enabled
from screening.alarm_rate.clinic import Clinic, Group, Says
from screening.alarm_rate.groups import ASSUMED, CLINIC
from screening.alarm_rate.simulation import patients

OURS = Source("Made up")
MANY = 600
PLAIN = Group(name="plain", kind="plain", share=1, ages={(50, 50): 100}, rests_on=OURS)


def clinic(*says: Says, **changes) -> Clinic:
    """A clinic of patients who say just this, and are always sure."""
    one = {"groups": (replace(PLAIN, says=says),), "everybody": (), "not_sure": 0}
    return replace(CLINIC, **{"telling": {1: 100}, **one, **changes})


def visitors(of: Clinic, number: int, seed: int = 1):
    return list(patients(of, number, Random(seed)))  # noqa: S311 - nothing to keep secret


def drawn(of: Clinic, number: int = 100, seed: int = 1):
    return [patient.response for patient in visitors(of, number, seed)]


def share(responses, link_id: str, code: str) -> float:
    told = [r.answers[link_id].values for r in responses if link_id in r.answers]
    return sum(code in values for values in told) / len(told)


def test_the_same_seed_draws_the_same_patients_and_another_seed_others():
    assert drawn(CLINIC, 50) == drawn(CLINIC, 50)
    assert drawn(CLINIC, 50) != drawn(CLINIC, 50, seed=2)


def test_a_patient_answers_what_they_are_asked_and_nothing_else():
    for response in drawn(CLINIC, 100):
        asked = [item for item in enabled(response) if item.required]
        chosen = [item.link_id for item in asked if item.link_id in CLINIC.choices]
        ticks = {link_id for link_id in response.answers if link_id.endswith("-no-to-all")}
        assert {*chosen, *ticks, "birth-date", "age"} == set(response.answers)
        assert response.status is Status.COMPLETED


def test_answers_come_as_often_as_the_group_says():
    often = drawn(clinic(Says("worst-pain", {"7": 30, "3": 50}, OURS)), MANY)
    assert share(often, "worst-pain", "7") == pytest.approx(0.3, abs=0.06)
    assert share(often, "worst-pain", "3") == pytest.approx(0.5, abs=0.06)
    assert share(often, "worst-pain", CLINIC.usual["worst-pain"]) == pytest.approx(0.2, abs=0.06)


def test_ticks_are_drawn_one_by_one_and_nobody_is_left_without_an_answer():
    half = drawn(clinic(Says("conditions", {"gout": 50, "diabetes": 50}, OURS)), MANY)
    both = [r for r in half if r.answers["conditions"].values == ("gout", "diabetes")]
    assert len(both) / MANY == pytest.approx(0.25, abs=0.06)
    assert share(half, "conditions", "none") == pytest.approx(0.25, abs=0.06)


def test_what_the_group_says_replaces_what_everybody_says():
    never, always = Says("toes-drag", {"yes": 0}, OURS), Says("toes-drag", {"yes": 100}, OURS)
    assert share(drawn(clinic(never, everybody=(always,))), "toes-drag", "yes") == 0
    assert share(drawn(clinic(everybody=(always,))), "toes-drag", "yes") == 1


def test_who_has_nothing_to_tell_in_a_grid_often_says_so_in_one_tap_and_is_never_unsure_then():
    rows = ["weakness", "toes-drag", "thinner"]
    responses = drawn(clinic(no_to_all=70, not_sure=20), MANY)
    grouped = [r for r in responses if r.answers["weakness"].mode is Mode.GROUP]
    assert len(grouped) / MANY == pytest.approx(0.7, abs=0.06)
    assert all(r.answers[row].values == ("no",) for r in grouped for row in rows)
    single = [r for r in responses if r.answers["weakness"].mode is Mode.SINGLE]
    assert share(single, "weakness", "not-sure") == pytest.approx(0.2, abs=0.08)


def test_a_grid_with_something_to_tell_is_answered_row_by_row():
    limping = Says("toes-drag", {"yes": 100}, OURS)
    for response in drawn(clinic(limping, no_to_all=100)):
        assert response.answers["weakness"].mode is Mode.SINGLE
        assert response.answers["heart-or-breath"].mode is Mode.GROUP


def test_complaints_in_grids_are_spread_unevenly():
    limping = (Says("toes-drag", {"yes": 50}, OURS), Says("movement", {"cramp": 50}, OURS))
    many = drawn(clinic(*limping, telling={9: 100}), MANY)
    assert share(many, "toes-drag", "yes") == pytest.approx(0.9, abs=0.06)
    assert share(many, "movement", "cramp") == pytest.approx(0.5, abs=0.08)


def test_groups_come_as_often_as_their_share_and_at_their_ages():
    young = replace(PLAIN, name="young", share=3, ages={(20, 21): 50, (30, 30): 50})
    both = visitors(clinic(groups=(PLAIN, young)), MANY)
    assert Counter(one.group.name for one in both)["young"] / MANY == pytest.approx(0.75, abs=0.06)
    ages = Counter(one.response.answers["age"].values[0] for one in both)
    assert set(ages) == {20, 21, 30, 50}
    assert ages[30] / (0.75 * MANY) == pytest.approx(0.5, abs=0.08)


def test_age_and_birth_date_agree_on_the_day_of_the_visit():
    [response] = drawn(clinic(), 1)
    assert response.answers["birth-date"].values == (date(CLINIC.visit.year - 50, 1, 1),)
    assert response.authored == datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"everybody": (Says("bend", {"backwards": 5}, OURS),)}, "'backwards' is not an answer"),
        ({"everybody": (Says("teeth", {"yes": 5}, OURS),)}, "is not an answer to 'teeth'"),
        ({"everybody": (Says("bend", {"partly": 60, "hardly": 50}, OURS),)}, "adds up to 110"),
        ({"usual": {"bend": "backwards"}}, "usual: 'backwards' is not an answer"),
        ({"telling": {1: 90}}, "telling: patients adds up to 90"),
        ({"groups": (replace(PLAIN, ages={(1, 2): 90}),)}, "plain: ages adds up to 90"),
        (
            {"groups": (replace(PLAIN, says=(Says("bend", {"partly": 1}, OURS),) * 2),)},
            "plain: says twice how 'bend' is answered",
        ),
    ],
)
def test_a_clinic_that_cannot_be_meant_is_refused_by_name(changes, refused):
    with pytest.raises(ValueError, match=refused):
        replace(CLINIC, **changes)


def test_a_question_without_a_usual_answer_is_named():
    bare = replace(CLINIC, usual={})
    with pytest.raises(ValueError, match="'who-answers' has neither No nor None"):
        _ = bare.usually


def test_the_clinic_plays_the_questionnaire_that_is_asked():
    assert CLINIC.questionnaire is KNEE_TWITCHING
    assert CLINIC.usually.keys() == CLINIC.choices.keys()


def test_complaints_spread_unevenly_are_as_many_on_average():
    average = sum(factor * percent for factor, percent in CLINIC.telling.items()) / 100
    assert average == pytest.approx(1)


def test_every_group_says_what_hurts_and_no_number_lacks_a_ground():
    for group in CLINIC.groups:
        assert any(says.link_id == "worst-pain" for says in group.says), group.name
        assert any(says.rests_on != ASSUMED for says in (*group.says, *CLINIC.everybody))
