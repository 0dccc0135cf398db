"""The proofs: that they hold of the rules, that they can fail, and that they speak of this code."""

import sys
from dataclasses import replace
from itertools import islice

import pytest

from intake.answers import Informant
from intake.criteria import AllOf, AnyOf, AtLeast, Criterion, Exists, Not
from intake.knee_twitching import sources
from intake.navigation import remaining, screens
from intake.option import Option
from intake.questionnaire import Choice, FreeText, Group, Question, Questionnaire, Role, WholeNumber
from intake.response import Status
from screening import __main__ as command
from screening.finding import (
    Addition,
    ArthritisLevel,
    Presentation,
    RedFlag,
    RuleSet,
    Urgency,
    WarningSign,
)
from screening.proof import levels, offline, paths, reach, solver, tables, twins
from screening.proof.encoding import Encoding
from screening.proof.naive import NaiveRules
from screening.proof.outcome import Outcome
from screening.proof.paths import PathLength
from screening.proof.pattern import UNANSWERED, Pattern, exactly
from screening.proof.solver import FALSE, TRUE, Search, any_of, at_most, no, variable
from screening.proof.subject import Subject
from screening.proof.theorems import THEOREMS
from screening.rules import RULES
from screening.triage import screen
from tests.screening.agreement import disagreements, responses

NO = Option("no", "No")
YES = Option("yes", "Yes", concern=3)
SOME = Option("some", "Some", concern=1)
NOT_SURE = Option("not-sure", "Not sure", concern=2, unknown=True)
HOT, RED = Option("hot", "Hot", concern=3), Option("red", "Red", concern=3)
NUMB = Option("numb", "Numb", concern=3)
NONE = Option("none", "None", exclusive=True)


def row(link_id: str, role: Role = Role.SAFETY, when: Criterion | None = None) -> Choice:
    return Choice(
        link_id=link_id,
        code="",
        text="?",
        options=(YES, SOME, NO, NOT_SURE),
        role=role,
        enable_when=when,
    )


KNEE, LEG = row("knee"), row("leg", Role.WARNING)
LOOK = Choice(
    link_id="look",
    code="",
    text="?",
    options=(HOT, RED, NONE, NOT_SURE),
    repeats=True,
    role=Role.WARNING,
    enable_when=KNEE.is_not(NO),
)
HABIT = row("habit", Role.CONTEXT)
WORDS = FreeText(link_id="words", code="", text="?", required=False)
AGE = WholeNumber(link_id="age", code="", text="?", required=False)
ITEMS = (KNEE, LEG, LOOK, HABIT, AGE)


def questionnaire(*items: Question | Group) -> Questionnaire:
    section = Group(link_id="section", items=items or ITEMS)
    return Questionnaire(
        url="https://clinic.example/q", version="1", title="Q", language="en", items=(section,)
    )


def flag(code: str, when: Criterion, urgency: Urgency = Urgency.SAME_DAY) -> RedFlag:
    return RedFlag(
        code=code,
        name=code.lower(),
        title=code,
        when=when,
        urgency=urgency,
        sources=(sources.OURS,),
        next="-",
    )


def sign(code: str, when: Criterion) -> WarningSign:
    return WarningSign(
        code=code,
        name=code.lower(),
        title=code,
        when=when,
        urgency=Urgency.SOON,
        sources=(sources.OURS,),
        next="-",
    )


def about(*rules: RedFlag | WarningSign | Presentation, items: Questionnaire | None = None):
    return Subject(RuleSet(items or questionnaire(), "1", rules))


# The whole rule set.


@pytest.mark.no_cover
def test_everything_that_is_claimed_is_proved_and_printed(capsys):
    assert command.main(["prove"]) == 0
    printed = capsys.readouterr().out
    assert "FAILED" not in printed
    rows = [line for line in printed.splitlines()[1:] if not line.startswith(" ")]
    assert len(rows) == len(THEOREMS)
    assert all(line.endswith("proved") for line in rows)


def test_a_claim_that_does_not_hold_is_printed_and_the_command_fails(capsys, monkeypatch):
    never = flag("E1", KNEE.is_(YES) & KNEE.is_(NO))
    monkeypatch.setattr(command, "RULES", RuleSet(questionnaire(), "1", (never,)))
    monkeypatch.setattr("screening.__main__.THEOREMS", (reach.every_rule_can_fire,))
    assert command.main(["prove"]) == 1
    assert "FAILED E1" in capsys.readouterr().out


def test_without_the_solver_the_command_says_what_is_missing(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "z3", None)
    solver._z3.cache_clear()
    assert command.main(["prove"]) == command.BAD_INPUT
    solver._z3.cache_clear()
    assert "z3" in capsys.readouterr().err


# Each proof can fail, and then shows an example.


def names(proved) -> list[str]:
    return [failure.where for failure in proved.failures]


def test_a_rule_that_can_never_fire_is_found():
    subject = about(flag("E1", KNEE.is_(YES)), flag("E2", KNEE.is_(YES) & KNEE.is_(NO)))
    assert names(reach.every_rule_can_fire(subject)) == ["E2"]


def test_a_rule_that_only_fires_on_what_is_never_asked_is_found():
    hidden = row("hidden", when=KNEE.is_(NO) & KNEE.is_(YES))
    subject = about(flag("E1", hidden.is_(YES)), items=questionnaire(KNEE, hidden))
    assert names(reach.every_rule_can_fire(subject)) == ["E1"]
    assert set(names(reach.every_item_is_reachable(subject))) == {"hidden"}


def test_an_addition_that_is_always_said_is_found():
    always = Addition(KNEE.is_(YES, SOME), "also")
    subject = about(replace(flag("E1", KNEE.is_(YES)), adds=(always,)))
    assert names(reach.every_rule_can_fire(subject)) == ["E1"]


def test_a_rule_that_can_never_stay_silent_is_found():
    subject = about(flag("E1", AnyOf((KNEE.is_(YES, SOME), KNEE.is_(NO, NOT_SURE)))))
    assert names(reach.every_rule_can_stay_silent(subject)) == ["E1"]


def test_a_safety_item_or_a_warning_row_that_an_answer_hides_is_found():
    grid = Group(link_id="grid", grid=True, enable_when=KNEE.is_(YES), items=(LEG,))
    later = row("later", when=KNEE.is_(YES))
    subject = about(flag("E1", KNEE.is_(YES)), items=questionnaire(KNEE, grid, later))
    assert set(names(reach.nothing_hides_a_safety_or_nerve_row(subject))) == {"leg", "later"}


def test_unknown_that_acts_as_no_is_found_in_rules_and_in_conditions():
    known = ~KNEE.left_open & LEG.is_(YES)
    proved = levels.unknown_never_acts_as_no(about(flag("E1", known)))
    assert any("rules out E1" in where for where in names(proved))
    fair = levels.unknown_never_acts_as_no(about(flag("E1", KNEE.is_(YES) & ~LEG.is_(YES))))
    assert not fair.failures


def test_own_words_need_not_be_written_and_no_rule_may_wait_for_them():
    subject = about(sign("W1", WORDS.names("fever", "chills")), items=questionnaire(*ITEMS, WORDS))
    assert names(levels.unknown_never_acts_as_no(subject)) == []
    assert names(reach.every_rule_can_fire(subject)) == []
    assert names(twins.both_encodings_agree(subject)) == []


def test_reassurance_that_rests_on_an_unknown_answer_is_found():
    calm = Presentation(
        code="N1",
        name="calm",
        title="Calm",
        when=KNEE.is_not(YES),
        sources=(sources.OURS,),
        next="-",
        arthritis=ArthritisLevel.NONE,
    )
    assert names(levels.nothing_reassures_on_an_unknown(about(calm)))
    assert not levels.nothing_reassures_on_an_unknown(
        about(replace(calm, when=KNEE.known_not(YES)))
    ).failures


def test_a_level_that_falls_when_an_answer_gets_worse_is_found():
    subject = about(flag("E1", KNEE.is_(NOT_SURE)), sign("P1", KNEE.is_(YES)))
    (failure,) = levels.no_turn_lowers_the_level(subject, ()).failures
    assert failure.where == "knee from not-sure to yes: same_day falls to soon"
    assert "held by E1" in failure.answers


def test_a_level_that_falls_with_what_the_answer_opens_is_found_and_may_be_listed():
    opened = levels.nor_does_it_with_what_it_opens_answered
    subject = about(sign("P1", SIGNS.is_(HOT)), items=questionnaire(INJURY, SIGNS))
    assert not levels.no_turn_lowers_the_level(subject, ()).failures
    (failure,) = opened(subject, ()).failures
    assert failure.where == "injury from not-sure to yes: soon falls to routine"
    listed = levels.ListedTurn("injury", "not-sure", "yes", ("P1",), "it was looked at")
    proved = opened(subject, (listed,))
    assert not proved.failures
    assert proved.notes == ("injury from not-sure to yes, where P1 was open: it was looked at",)


INJURY = row("injury", Role.WARNING)
SIGNS = Choice(
    link_id="signs",
    code="",
    text="?",
    options=(HOT, RED, NONE, NOT_SURE),
    repeats=True,
    role=Role.WARNING,
    enable_when=INJURY.is_(YES),
)


def test_an_exception_that_is_listed_without_need_is_found():
    listed = levels.ListedTurn("knee", "not-sure", "yes", ("P1",), "no reason")
    subject = about(sign("P1", KNEE.is_(YES)))
    (failure,) = levels.no_turn_lowers_the_level(subject, (listed,)).failures
    assert "listed without need" in failure.answers


def test_a_tick_that_lowers_the_level_is_found():
    subject = about(flag("E1", LOOK.is_(HOT) & ~LOOK.is_(RED)))
    assert names(levels.one_more_tick_never_lowers_the_level(subject)) == ["look with red too"]


def test_ticks_no_condition_tells_apart_are_tried_as_one_and_counted_each():
    look = replace(LOOK, options=(HOT, RED, NUMB, NONE, NOT_SURE))
    items = questionnaire(KNEE, LEG, look)
    alike = flag("E1", look.is_(HOT) & ~look.is_(RED, NUMB))
    proved = levels.one_more_tick_never_lowers_the_level(about(alike, items=items))
    assert (names(proved), proved.cases) == (["look with red or numb too"], 3)
    apart = flag("E1", look.is_(HOT) & ~look.is_(NUMB))
    proved = levels.one_more_tick_never_lowers_the_level(about(apart, items=items))
    assert (names(proved), proved.cases) == (["look with numb too"], 3)


def test_a_level_on_the_way_that_does_not_last_is_found():
    subject = about(sign("P1", Not(Exists("leg"))))
    assert not levels.the_level_of_a_running_interview_holds(subject).failures
    broken = about(flag("E1", KNEE.is_(YES)))
    broken.running = Outcome.of(
        RuleSet(questionnaire(), "1", (flag("E1", AllOf(())),)), broken.pattern
    )
    assert names(levels.the_level_of_a_running_interview_holds(broken)) == ["soon", "same_day"]
    assert names(levels.no_further_answer_lowers_the_level_on_the_way(broken)) == []


def test_a_further_answer_that_lowers_the_level_on_the_way_is_found():
    subject = about(sign("P1", KNEE.is_(YES)))
    said = subject.pattern.said["knee"]
    turned = replace(said, ticks={**said.ticks, "yes": solver.no(said.ticks["yes"])})
    subject.running = Outcome.of(subject.rule_set, subject.pattern.but("knee", turned))
    found = levels.no_further_answer_lowers_the_level_on_the_way(subject)
    assert found.cases == len(ITEMS)


@pytest.mark.parametrize(
    ("stated", "where"),
    [
        (PathLength(3, 4), []),
        (PathLength(3, 3), ["longer than stated"]),
        (PathLength(3, 5), ["none as long as stated"]),
        (PathLength(4, 4), ["shorter than stated"]),
        (PathLength(2, 4), ["none as short as stated"]),
    ],
)
def test_a_number_of_screens_that_is_not_so_is_found(stated, where):
    assert names(paths.no_path_is_longer_than_stated(about(), stated)) == where


@pytest.mark.parametrize(
    ("function", "wrong", "says"),
    [
        ("may_come", lambda *_: FALSE, "was not counted"),
        ("may_come", lambda screen, shown, _: variable(f"{screen} {id(shown)}"), "counted again"),
        ("must_come", lambda *_: TRUE, "does not come"),
    ],
)
def test_a_remaining_interval_that_is_not_so_is_found(monkeypatch, function, wrong, says):
    assert not paths.the_remaining_interval_holds(about()).failures
    monkeypatch.setattr(paths, function, wrong)
    assert any(says in where for where in names(paths.the_remaining_interval_holds(about())))


def test_encodings_that_differ_in_one_case_of_one_leaf_are_found(monkeypatch):
    subject = about(flag("E1", KNEE.is_(YES)), flag("E2", LEG.left_open))
    assert not twins.both_encodings_agree(subject).failures
    table = tables.table
    monkeypatch.setattr(tables, "table", lambda leaf, item: replace(table(leaf, item), never=0))
    assert names(twins.both_encodings_agree(subject)) == ["E1", "E2", "the level"]


# The encodings speak of this code, and the naive evaluator agrees with it.


def pattern_of(response, questionnaire: Questionnaire) -> Pattern:
    """The pattern of exactly this response; its answers have no history."""
    said = {
        link_id: exactly(item, response.answers[link_id].values, RULES.words.get(link_id, ()))
        if link_id in response.answers
        else UNANSWERED
        for link_id, item in questionnaire.questions.items()
    }
    ended = FALSE if response.status is Status.IN_PROGRESS else TRUE
    interrupted = TRUE if response.status is Status.STOPPED else FALSE
    return Pattern(questionnaire, said, ended, interrupted)


def plain(seed: int, count: int):
    """Random responses without a history, nor staff who settle what was said at another asking."""
    for response in islice(responses(seed), count):
        latest = {
            key: replace(one, replaced=(), by=Informant.PATIENT)
            for key, one in response.answers.items()
        }
        yield replace(response.with_answers(latest), taken_back={})


@pytest.mark.no_cover
def test_the_encoding_comes_to_what_the_evaluator_comes_to():
    for response in plain(seed=11, count=150):
        outcome = Outcome.of(RULES, pattern_of(response, RULES.questionnaire))
        assessment = screen(response, RULES)
        said = {rule.code for rule in RULES.rules if outcome.said(rule) is TRUE}
        assert said == {finding.rule.code for finding in assessment.findings}
        open_rules = {
            rule.code: next((one for one in Urgency if outcome.raises(rule, one) is TRUE), None)
            for rule in RULES.rules
            if outcome.left_open(rule) is TRUE
        }
        assert open_rules == {o.rule.code: o.raises_to for o in assessment.could_not_rule_out}
        reached = [one for one in Urgency if outcome.at_least(one) is TRUE]
        assert max([Urgency.ROUTINE, *reached]) is assessment.urgency


def test_the_encoding_counts_the_screens_that_navigation_counts():
    every = screens(RULES.questionnaire)
    for number, response in enumerate(plain(seed=12, count=150)):
        running = replace(response, status=Status.IN_PROGRESS)
        shown = Encoding(pattern_of(running, RULES.questionnaire), standing=False)
        place = number * 7 % (len(every) + 1)
        left = remaining(running, every[place].link_id if place < len(every) else None)
        behind = [(one, shown, TRUE if n < place else FALSE) for n, one in enumerate(every)]
        assert left.highest == sum(paths.may_come(*one) is TRUE for one in behind)
        assert left.lowest == sum(paths.must_come(*one) is TRUE for one in behind)


@pytest.mark.no_cover
def test_two_evaluators_agree_on_random_responses():
    assert disagreements(2000, seed=1) == []


def test_a_wrong_evaluator_would_be_noticed(monkeypatch):
    table = tables.table
    monkeypatch.setattr(tables, "table", lambda leaf, item: replace(table(leaf, item), off=1))
    monkeypatch.setattr("tests.screening.agreement.NAIVE", NaiveRules(RULES))
    assert len(disagreements(50, seed=1)) > 10


# Without connection.


def calling(*together: Criterion, when: Criterion, alone: tuple[Option, ...] = ()):
    """One emergency, and what calls staff without connection."""
    knee = replace(KNEE, needs_staff_offline=alone)
    asked = replace(questionnaire(knee, LEG, LOOK, HABIT, AGE), needs_staff_offline=together)
    return about(flag("E1", when, Urgency.EMERGENCY), items=asked)


def test_an_emergency_of_two_answers_is_complete_also_when_one_was_heard_before():
    both_yes = KNEE.is_(YES) & HABIT.is_(YES)
    half = offline.nothing_completes_an_emergency_unheard(calling(when=both_yes, alone=(YES,)))
    assert "heard: knee = yes" in str(half.failures[0])
    known = calling(both_yes, when=both_yes, alone=(YES,))
    assert not offline.nothing_completes_an_emergency_unheard(known).failures


def test_what_calls_too_early_does_not_call_again_when_the_emergency_is_complete():
    when = KNEE.is_(YES) & HABIT.is_(YES) & LEG.is_(YES)
    early = calling(KNEE.is_(YES) & HABIT.is_(YES), when=when)
    assert offline.nothing_completes_an_emergency_unheard(early).failures
    assert offline.nothing_else_calls_together(early).failures


def test_an_age_not_known_completes_nothing_and_one_that_is_known_may():
    old = AGE.at_least(80)
    assert not offline.nothing_completes_an_emergency_unheard(calling(old, when=old)).failures
    assert offline.nothing_completes_an_emergency_unheard(
        calling(AGE.at_least(81), when=old)
    ).failures


@pytest.mark.no_cover
def test_none_of_what_calls_together_and_no_part_of_it_can_be_left_out():
    """Without any one of them some emergency is missed; with a part less, somebody is stopped."""
    outage, together = offline.Outage(RULES), RULES.questionnaire.needs_staff_offline
    emergency = any_of(outage.new(rule) for rule in outage.emergencies)
    none = no(any_of(outage.now.plain(rule) for rule in outage.emergencies))
    assert len(together) == 19
    for place, criterion in enumerate(together):
        others = (*together[:place], *together[place + 1 :])
        assert outage.find(emergency, no(outage.calls(others))), criterion
        for part in criterion.of:
            less = AllOf(tuple(one for one in criterion.of if one is not part))
            assert outage.find(offline.said_of(less, outage.pattern), none), (criterion, part)


# The solver's few words.


def test_counting_counts_what_is_known_and_what_is_not():
    one, other = variable("one"), variable("other")
    search = Search(one)
    assert solver.at_least(1, (TRUE, one)) is TRUE
    assert solver.at_least(3, (TRUE, one)) is FALSE
    assert search.find(solver.at_least(2, (one, other)), solver.no(other)) is None
    assert search.find(at_most(0, (one,))) is None
    assert search.find(at_most(1, (one, other))) is not None


def test_at_least_counts_what_is_listed_twice_twice():
    one, other = variable("one"), variable("other")
    assert Search().find(solver.at_least(2, (one, one, other)), solver.no(other)) is not None
    criterion = AtLeast(2, (KNEE.is_(YES), KNEE.is_(YES)))
    assert not reach.every_rule_can_fire(about(flag("E1", criterion))).failures
