"""How many patients each rule raises is counted right, and a change of the count is noticed."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from intake.citation import Source
from intake.criteria import AllOf, Not
from screening.__main__ import main
from screening.alarm_rate import wording
from screening.alarm_rate.groups import CLINIC
from screening.alarm_rate.rates import Rates, by_kind, frequent, rates, suspects
from screening.alarm_rate.report import Run, report
from screening.alarm_rate.runs import alarm_rate, run, variations
from screening.alarm_rate.simulation import Patient
from screening.finding import RuleSet, Urgency, WarningSign
from screening.rules import RULES
from tests.strategies import patient

DOCUMENT = Path(__file__).parents[3] / "docs" / "alarm-rate.md"
NUMBER, SEED = 4000, 1
ORDINARY = CLINIC.groups[0]


@cache
def the_run() -> Run:
    return run(CLINIC, RULES, NUMBER, SEED, Random)


def counted(*answers, rule_set: RuleSet = RULES) -> Rates:
    """The rates of ordinary patients who answer like this, one after another."""
    drawn = [Patient(ORDINARY, patient(one)) for one in answers]
    return rates(CLINIC, drawn, rule_set)[ORDINARY.name]


def with_rule(code: str, when) -> RuleSet:
    planted = WarningSign(
        code=code,
        name="planted",
        title="Planted",
        when=when,
        urgency=Urgency.SOON,
        next="",
        sources=(Source("Made up"),),
    )
    return replace(RULES, rules=(*RULES.rules, planted))


def test_a_rule_raises_alone_where_the_patient_would_be_routine_without_it():
    found = counted({}, {"thinner": "yes"}, {"thinner": "yes", "worst-pain": "8"})
    assert (found.patients, found.raised) == (3, 2)
    assert found.alone == {"P02": 1}
    assert found.involved == {"P02": 2, "P07": 1}


def test_a_rule_that_only_silenced_another_does_not_raise_alone():
    found = counted({"worst-pain": "8", "bend": "hardly", "movement": "ripple"})
    assert found.levels == {Urgency.SAME_DAY: 1}
    assert found.involved == {"S14": 1}
    assert not found.alone


def test_a_rule_left_open_raises_like_one_that_fires():
    found = counted({"thinner": "not-sure"})
    assert found.alone == {"P02": 1}
    assert found.only_unknown == 1


def test_not_sure_of_a_safety_question_is_not_known_though_a_rule_fires_on_it():
    found = counted({"cold-leg": "not-sure"}, {"cold-leg": "yes"})
    assert found.only_unknown == 1


def test_the_one_answer_that_raises_is_found_though_several_rules_rest_on_it():
    found = counted({"weakness": "yes", "weakness-speed": "months", "back-to-leg-pain": "one-leg"})
    assert found.involved.keys() >= {"P01", "P14"}
    assert not found.alone
    assert found.one_answer == {"weakness": 1, "weakness-speed": 1}


def test_a_rule_that_always_fires_is_suspect_and_one_that_never_does_is_not():
    always = run(CLINIC, with_rule("X01", AllOf(())), 200, SEED, Random)
    assert ("X01", "ordinary osteoarthritis") in named(suspects(always.kinds))
    assert ("X01", "benign twitch") in named(frequent(always.kinds))
    assert "X01" not in {one.code for one in suspects(always.kinds) if one.kind == "tendon"}
    never = run(CLINIC, with_rule("X01", Not(AllOf(()))), 200, SEED, Random)
    assert "X01" not in {one.code for one in (*suspects(never.kinds), *frequent(never.kinds))}


def named(found) -> set[tuple[str, str]]:
    return {(one.code, one.kind) for one in found}


def test_a_tenth_is_tolerated_and_more_is_not():
    tenth = Rates("twitch", ordinary=True, patients=100)
    tenth.alone.update({"X01": 10, "X02": 11})
    assert named(suspects([tenth])) == {("X02", "twitch")}
    assert not suspects([replace(tenth, ordinary=False)])


@pytest.mark.no_cover
def test_the_groups_of_a_kind_count_together():
    found = the_run().found
    both = next(one for one in by_kind(CLINIC, found) if one.of == "benign twitch")
    parts = [found[group.name] for group in CLINIC.groups if group.kind == "benign twitch"]
    assert both.patients == sum(part.patients for part in parts)
    assert both.involved["P05"] == sum(part.involved["P05"] for part in parts)
    assert the_run().patients == NUMBER


@pytest.mark.no_cover
def test_what_must_not_be_missed_is_raised():
    for one in the_run().kinds:
        if one.of == "emergency":
            assert one.raised == one.patients
            assert one.levels[Urgency.SAME_DAY] + one.levels[Urgency.EMERGENCY] > 0.9 * one.patients


# A change of these two lists is a change of how often the clinic is called: when a rule or a
# question changed on purpose, change the list, its verdict in screening/alarm_rate/wording.py, and
# docs/alarm-rate.md with `python -m screening alarm-rate > docs/alarm-rate.md`.

SUSPECT: set[tuple[str, str]] = set()
FREQUENT = {
    ("P01", "ordinary osteoarthritis"),
    ("P06", "ordinary osteoarthritis"),
    ("P07", "ordinary osteoarthritis"),
    ("P12", "ordinary osteoarthritis"),
    ("P13", "ordinary osteoarthritis"),
    ("P17", "ordinary osteoarthritis"),
    ("P21", "ordinary osteoarthritis"),
    ("P01", "benign twitch"),
    ("P05", "benign twitch"),
    ("P21", "benign twitch"),
}


@pytest.mark.no_cover
def test_the_suspect_rules_are_those_listed():
    assert named(suspects(the_run().kinds)) == SUSPECT


@pytest.mark.no_cover
def test_the_frequent_rules_are_those_listed_and_each_is_answered_for():
    found = named(frequent(the_run().kinds))
    assert found == FREQUENT
    assert {code for code, _ in found | SUSPECT} == set(wording.VERDICT_OF)


@pytest.mark.no_cover
def test_the_document_says_what_comes_out():
    told = DOCUMENT.read_text(encoding="utf-8").partition(wording.VARIATIONS)[0]
    now = report(the_run(), {}).partition(wording.VARIATIONS)[0]
    assert told == now, "run: python -m screening alarm-rate > docs/alarm-rate.md"


@pytest.mark.no_cover
def test_the_document_names_every_assumption_and_source():
    told = DOCUMENT.read_text(encoding="utf-8").partition(wording.ASSUMPTIONS)[2]
    now = report(the_run(), {}).partition(wording.ASSUMPTIONS)[2]
    assert told == now, "run: python -m screening alarm-rate > docs/alarm-rate.md"
    assert all(says.rests_on.name in told for group in CLINIC.groups for says in group.says)


def test_the_same_seed_gives_the_same_report():
    assert alarm_rate(CLINIC, RULES, 20, 7, Random) == alarm_rate(CLINIC, RULES, 20, 7, Random)
    assert alarm_rate(CLINIC, RULES, 20, 7, Random) != alarm_rate(CLINIC, RULES, 20, 8, Random)


def test_every_variation_is_in_the_report_and_draws_ordinary_patients_only():
    text = alarm_rate(CLINIC, RULES, 20, 7, Random)
    for name, other in variations(CLINIC).items():
        assert f"| {name} |" in text
        assert all(group.ordinary for group in other.groups)


def test_the_command_prints_the_report(capsys):
    assert main(["alarm-rate", "--patients", "20", "--seed", "7"]) == 0
    assert capsys.readouterr().out == alarm_rate(CLINIC, RULES, 20, 7, Random)


def test_a_clinic_without_patients_gets_a_sentence(capsys):
    assert main(["alarm-rate", "--patients", "0"]) == 2
    assert capsys.readouterr().err == "--patients: at least 1.\n"


@pytest.mark.parametrize("code", sorted(wording.VERDICT_OF))
def test_a_verdict_says_whether_the_rule_stands_or_is_to_be_narrowed(code):
    assert wording.VERDICT_OF[code].startswith(("Stands. ", "To be narrowed. "))
    assert RULES.rule(code).urgency is Urgency.SOON
