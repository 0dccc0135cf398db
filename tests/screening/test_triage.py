"""How rules are applied: the most urgent finding decides, and unknown is never no."""

from datetime import UTC, datetime, timedelta

import pytest

from intake.answers import Answer, Informant
from intake.citation import Source
from intake.criteria import AllOf, Criterion, Interrupted, at_least
from intake.option import Option
from intake.questionnaire import Choice, Group, Questionnaire, Role
from intake.response import QuestionnaireResponse, Status
from screening.assessment import Assessment, Disagreement, Evidence
from screening.finding import (
    Addition,
    ArthritisLevel,
    Contributor,
    Kind,
    Presentation,
    RedFlag,
    Rule,
    RuleSet,
    Urgency,
    WarningSign,
)
from screening.triage import screen, so_far

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
ROUTINE, SOON, SAME_DAY, EMERGENCY = sorted(Urgency)
YES = Option("yes", "Yes", concern=3)
NO = Option("no", "No")
NOT_SURE = Option("not-sure", "Not sure", concern=2, unknown=True)


def row(link_id: str, role: Role, **more) -> Choice:
    return Choice(
        link_id=link_id, code="", text="?", options=(YES, NO, NOT_SURE), role=role, **more
    )


COLD = row("cold", Role.SAFETY)
WEAK = row("weak", Role.WARNING)
NUMB = row("numb", Role.WARNING)
PILLS = row("pills", Role.CONTEXT)
HABIT = row("habit", Role.CONTEXT)
CHILD = row("child", Role.WARNING, enable_when=WEAK.is_(YES))
ASKED = Questionnaire(
    url="https://clinic.example/q",
    version="1",
    title="Q",
    language="en",
    items=(Group(link_id="section", items=(COLD, WEAK, NUMB, PILLS, HABIT, CHILD)),),
)


def a_rule(sort: type[Rule], code: str, when: Criterion, **more) -> Rule:
    return sort(
        code=code,
        name=code.lower(),
        title=f"Title {code}",
        when=when,
        next="Look",
        sources=(Source("Ours"),),
        **more,
    )


def flag(code: str, urgency: Urgency, when: Criterion, **more) -> Rule:
    return a_rule(RedFlag, code, when, urgency=urgency, **more)


def sign(code: str, urgency: Urgency, when: Criterion, **more) -> Rule:
    return a_rule(WarningSign, code, when, urgency=urgency, **more)


def answered(status: Status = Status.COMPLETED, /, **stated: str) -> QuestionnaireResponse:
    """No to everything not stated; an empty statement is no answer."""
    values = dict.fromkeys(ASKED.questions, "no") | stated
    answers = {item: Answer((value,), NOW) for item, value in values.items() if value}
    return QuestionnaireResponse(ASKED, NOW, status, answers)


def judged(response: QuestionnaireResponse, *rules: Rule) -> Assessment:
    return screen(response, RuleSet(ASKED, "7", rules))


def codes(assessment: Assessment) -> list[str]:
    return [finding.rule.code for finding in assessment.findings]


def raised(assessment: Assessment) -> dict[str, Urgency | None]:
    return {one.rule.code: one.raises_to for one in assessment.could_not_rule_out}


# What is known.


@pytest.mark.parametrize("level", [ROUTINE, SOON, SAME_DAY, EMERGENCY])
def test_a_rule_that_holds_gives_its_level(level):
    done = judged(answered(cold="yes"), sign("X", level, COLD.is_(YES)))
    assert (done.urgency, codes(done), done.could_not_rule_out) == (level, ["X"], ())


def test_a_rule_that_does_not_hold_says_nothing():
    done = judged(answered(), flag("X", EMERGENCY, COLD.is_(YES)))
    assert (done.urgency, done.findings, done.could_not_rule_out) == (ROUTINE, (), ())


def test_the_most_urgent_finding_decides_and_stands_first():
    rules = (
        a_rule(Contributor, "M", PILLS.is_(YES)),
        sign("P", ROUTINE, WEAK.is_(YES)),
        a_rule(Presentation, "N", WEAK.is_(YES)),
        sign("W", SAME_DAY, WEAK.is_(YES)),
        flag("S", SAME_DAY, NUMB.is_(YES)),
        flag("E", EMERGENCY, COLD.is_(YES)),
    )
    done = judged(answered(cold="yes", weak="yes", numb="yes", pills="yes"), *rules)
    assert done.urgency is EMERGENCY
    assert codes(done) == ["E", "S", "W", "P", "N", "M"]


def test_presentations_and_contributors_never_raise():
    rules = (a_rule(Presentation, "N", COLD.is_(YES)), a_rule(Contributor, "M", COLD.is_(YES)))
    done = judged(answered(cold="yes"), *rules)
    assert (done.urgency, codes(done)) == (ROUTINE, ["N", "M"])
    unknown = judged(answered(cold="not-sure"), *rules)
    assert (unknown.urgency, unknown.could_not_rule_out) == (ROUTINE, ())


def test_a_finding_names_the_answers_it_rests_on_and_no_others():
    rule = flag("X", SAME_DAY, (COLD.is_(YES) | NUMB.is_(YES)) & PILLS.is_(YES))
    (finding,) = judged(answered(cold="yes", pills="yes"), rule).findings
    assert finding.because == (Evidence("cold", ("yes",)), Evidence("pills", ("yes",)))


def test_what_is_added_stands_in_the_title_with_its_evidence_only_when_it_holds():
    rule = flag("X", SAME_DAY, COLD.is_(YES), adds=(Addition(PILLS.is_(YES), "with pills"),))
    (plain,) = judged(answered(cold="yes"), rule).findings
    (more,) = judged(answered(cold="yes", pills="yes"), rule).findings
    assert (plain.title, more.title) == ("Title X", "Title X; with pills")
    assert [evidence.link_id for evidence in more.because] == ["cold", "pills"]


def test_a_finding_on_what_was_not_answered_shows_no_values():
    (finding,) = judged(answered(cold=""), flag("X", SAME_DAY, COLD.left_open)).findings
    assert finding.because == (Evidence("cold", ()),)


def test_a_rule_is_not_repeated_beside_one_that_says_more():
    less = flag("S", SAME_DAY, COLD.is_(YES), yields_to=("E",))
    more = flag("E", EMERGENCY, COLD.is_(YES) & WEAK.is_(YES))
    assert codes(judged(answered(cold="yes"), less, more)) == ["S"]
    assert codes(judged(answered(cold="yes", weak="yes"), less, more)) == ["E"]


def test_a_rule_does_not_yield_to_one_that_is_only_possible():
    less = flag("S", SAME_DAY, COLD.is_(YES), yields_to=("E",))
    more = flag("E", EMERGENCY, COLD.is_(YES) & WEAK.is_(YES))
    done = judged(answered(cold="yes", weak="not-sure"), less, more)
    assert (codes(done), raised(done)) == (["S"], {"E": SAME_DAY})


def test_an_open_rule_is_not_listed_beside_one_that_says_more():
    less = flag("S", SAME_DAY, COLD.is_(YES) & PILLS.is_(YES), yields_to=("E",))
    more = flag("E", EMERGENCY, COLD.is_(YES))
    done = judged(answered(cold="yes", pills="not-sure"), less, more)
    assert (codes(done), raised(done)) == (["E"], {})


# What is not known (U01).


@pytest.mark.parametrize(
    ("level", "stated", "raises_to"),
    [
        # Another part is true.
        (EMERGENCY, {"cold": "yes", "pills": "not-sure"}, SAME_DAY),
        (SAME_DAY, {"cold": "yes", "pills": "not-sure"}, SOON),
        (SOON, {"cold": "yes", "pills": "not-sure"}, SOON),  # as if cold were not known
        (ROUTINE, {"cold": "yes", "pills": "not-sure"}, None),
        # Nothing is true, and a warning item is open.
        (EMERGENCY, {"cold": "not-sure", "pills": "not-sure"}, SOON),
        (SAME_DAY, {"cold": "not-sure", "pills": "not-sure"}, SOON),
        (SOON, {"cold": "not-sure", "pills": "not-sure"}, SOON),
        (ROUTINE, {"cold": "not-sure", "pills": "not-sure"}, None),
        # The warning item is open and the other part is true.
        (EMERGENCY, {"cold": "not-sure", "pills": "yes"}, SAME_DAY),
        (SAME_DAY, {"cold": "not-sure", "pills": "yes"}, SOON),
        (SOON, {"cold": "not-sure", "pills": "yes"}, SOON),
        (ROUTINE, {"cold": "not-sure", "pills": "yes"}, None),
        # Never answered is as open as not sure.
        (EMERGENCY, {"cold": "yes", "pills": ""}, SAME_DAY),
        (SAME_DAY, {"cold": "", "pills": "yes"}, SOON),
    ],
)
def test_what_a_rule_that_is_not_ruled_out_raises_to(level, stated, raises_to):
    rule = sign("X", level, COLD.is_(YES) & PILLS.is_(YES))
    done = judged(answered(**stated), rule)
    assert (raised(done), done.findings) == ({"X": raises_to}, ())
    assert done.urgency is (raises_to or ROUTINE)


@pytest.mark.parametrize("level", [EMERGENCY, SAME_DAY, SOON, ROUTINE])
def test_where_only_context_is_open_the_question_is_printed_and_nothing_raised(level):
    rule = sign("X", level, PILLS.is_(YES) & HABIT.is_(YES))
    done = judged(answered(pills="not-sure", habit="not-sure"), rule)
    assert (raised(done), done.urgency) == ({"X": None}, ROUTINE)


def test_one_false_part_rules_a_rule_out_whatever_is_open():
    done = judged(answered(cold="not-sure"), flag("X", EMERGENCY, COLD.is_(YES) & PILLS.is_(YES)))
    assert (done.could_not_rule_out, done.urgency) == ((), ROUTINE)


def test_one_soft_sign_and_another_not_known_raise_where_the_rule_says_so():
    two = at_least(2, PILLS.is_(YES), HABIT.is_(YES))
    stated = {"pills": "yes", "habit": "not-sure"}
    assert raised(judged(answered(**stated), sign("X", SOON, two))) == {"X": None}
    raising = sign("X", SOON, two, raises_when_partly=True)
    assert raised(judged(answered(**stated), raising)) == {"X": SOON}
    neither = answered(pills="not-sure", habit="not-sure")
    assert raised(judged(neither, raising)) == {"X": None}


def test_only_what_it_still_hangs_on_is_asked_aloud():
    rule = flag("X", EMERGENCY, COLD.is_(YES) & (WEAK.is_(YES) | PILLS.is_(YES)))
    (one,) = judged(answered(cold="yes", weak="not-sure"), rule).could_not_rule_out
    assert one.ask == ("weak",)


def test_a_question_never_reached_is_open_and_one_ruled_out_is_not():
    rule = flag("X", EMERGENCY, CHILD.is_(YES))
    assert raised(judged(answered(weak="not-sure", child=""), rule)) == {"X": SOON}
    assert raised(judged(answered(weak="no", child=""), rule)) == {}


@pytest.mark.parametrize("level", [EMERGENCY, SAME_DAY, SOON])
@pytest.mark.parametrize("pills", ["yes", "no", "not-sure", ""])
def test_an_explicit_yes_is_never_below_not_sure_and_no_never_above(level, pills):
    rule = sign("X", level, COLD.is_(YES) & PILLS.is_(YES))
    none, unsure, worst = (
        judged(answered(cold=said, pills=pills), rule).urgency for said in ("no", "not-sure", "yes")
    )
    assert none <= unsure <= worst


# How the interview ended.


@pytest.mark.parametrize(
    ("status", "found"),
    [(Status.COMPLETED, []), (Status.STOPPED, ["X"]), (Status.IN_PROGRESS, ["X"])],
)
def test_what_is_not_completed_was_stopped_by_the_patient(status, found):
    done = judged(answered(status), flag("X", SAME_DAY, Interrupted()))
    assert codes(done) == found


def test_while_the_interview_runs_only_what_is_true_counts():
    rules = (
        flag("E", EMERGENCY, COLD.is_(YES) & PILLS.is_(YES)),
        flag("S", SAME_DAY, COLD.is_(YES)),
        flag("O", SAME_DAY, NUMB.left_open | Interrupted()),
    )
    response = answered(Status.IN_PROGRESS, cold="yes", pills="", numb="")
    live = so_far(response, RuleSet(ASKED, "7", rules))
    assert (codes(live), live.urgency, live.could_not_rule_out) == (["S"], SAME_DAY, ())
    assert codes(judged(response, *rules)) == ["S", "O"]


# Rules that depend on the other findings.


BESIDE = sign("B", ROUTINE, PILLS.is_(YES), beside_others=True)
ALONE = sign("Z", ROUTINE, AllOf(()), only_alone=True)
CALM = a_rule(Presentation, "N", PILLS.is_(YES), reassuring=True)


@pytest.mark.parametrize(
    ("rule", "stated", "said"),
    [
        (sign("P", ROUTINE, WEAK.is_(YES)), {}, ["Z", "N"]),
        (sign("P", ROUTINE, WEAK.is_(YES)), {"weak": "yes"}, ["P", "B", "N"]),
        (sign("P", ROUTINE, WEAK.is_(YES)), {"weak": "not-sure"}, ["N"]),
        (sign("P", SOON, WEAK.is_(YES)), {"weak": "yes"}, ["P", "B", "N"]),
        (flag("S", SAME_DAY, WEAK.is_(YES)), {"weak": "yes"}, ["S", "B"]),
        (flag("E", EMERGENCY, WEAK.is_(YES)), {"weak": "yes"}, ["E", "B"]),
        (flag("S", SAME_DAY, WEAK.is_(YES)), {"weak": "not-sure"}, []),
        (flag("E", EMERGENCY, WEAK.is_(YES)), {"weak": "not-sure"}, []),
    ],
)
def test_what_reassures_and_what_stands_alone_or_beside_others(rule, stated, said):
    done = judged(answered(pills="yes", **stated), rule, BESIDE, ALONE, CALM)
    assert codes(done) == said


@pytest.mark.parametrize(("weak", "said"), [("no", ["P"]), ("yes", ["P", "Q", "B"])])
def test_a_rule_said_beside_others_is_not_said_beside_what_says_the_same(weak, said):
    same, other = sign("P", ROUTINE, PILLS.is_(YES)), sign("Q", ROUTINE, WEAK.is_(YES))
    beside = sign("B", ROUTINE, PILLS.is_(YES), beside_others=True, not_beside=("P",))
    assert codes(judged(answered(pills="yes", weak=weak), same, other, beside)) == said


def test_a_rule_that_needs_others_does_not_raise_while_the_interview_runs():
    rules = RuleSet(ASKED, "7", (BESIDE, ALONE, CALM))
    assert so_far(answered(Status.IN_PROGRESS, pills="yes"), rules).findings == ()


# Arthritis.


def pattern(code: str, item: Choice, level: ArthritisLevel, kind: str = "") -> Rule:
    return a_rule(Presentation, code, item.is_(YES), arthritis=level, arthritis_kind=kind)


PATTERNS = (
    pattern("A1", COLD, ArthritisLevel.CANNOT_TELL),
    pattern("A2", WEAK, ArthritisLevel.POSSIBLE, "gout"),
    pattern("A3", NUMB, ArthritisLevel.LIKELY, "osteoarthritis"),
    pattern("A4", PILLS, ArthritisLevel.NONE),
    pattern("A5", HABIT, ArthritisLevel.LIKELY, "osteoarthritis"),
)


@pytest.mark.parametrize(
    ("yes", "level", "kinds"),
    [
        ((), ArthritisLevel.NONE, ()),
        (("pills",), ArthritisLevel.NONE, ()),
        (("cold", "pills"), ArthritisLevel.CANNOT_TELL, ()),
        (("cold", "weak"), ArthritisLevel.POSSIBLE, ("gout",)),
        (("cold", "weak", "numb"), ArthritisLevel.LIKELY, ("gout", "osteoarthritis")),
        (("numb", "habit"), ArthritisLevel.LIKELY, ("osteoarthritis",)),
    ],
)
def test_the_firmest_pattern_gives_the_arthritis_level_and_all_name_their_kind(yes, level, kinds):
    done = judged(answered(**dict.fromkeys(yes, "yes")), *PATTERNS).arthritis
    assert (done.level, done.kinds) == (level, kinds)


# Disagreements and history.


def two_said(first: str, last: str, by: Informant, initials: str = "") -> QuestionnaireResponse:
    earlier = Answer((first,), NOW - timedelta(minutes=1))
    answer = Answer((last,), NOW, by, initials, replaced=(earlier,))
    response = answered()
    return response.with_answers({**response.answers, "cold": answer})


RULE = flag("X", EMERGENCY, COLD.is_(YES))


@pytest.mark.parametrize("by", [Informant.COMPANION, Informant.STAFF])
def test_a_yes_taken_back_counts_and_is_listed_until_staff_confirm(by):
    taken_back = judged(two_said("yes", "no", by), RULE)
    assert taken_back.urgency is EMERGENCY
    assert taken_back.disagreements == (
        Disagreement("cold", ((Informant.PATIENT, ("yes",)), (by, ("no",)))),
    )


def test_staff_settle_it():
    settled = judged(two_said("yes", "no", Informant.STAFF, "QX"), RULE)
    assert (settled.urgency, settled.findings, settled.disagreements) == (ROUTINE, (), ())


def test_two_people_who_say_the_same_do_not_disagree():
    assert judged(two_said("no", "no", Informant.COMPANION), RULE).disagreements == ()


def test_an_assessment_names_the_version_of_its_rules_and_finds_by_kind():
    done = judged(answered(cold="yes"), RULE, sign("P", SOON, COLD.is_(YES)))
    assert done.rules_version == "7"
    assert [finding.rule.code for finding in done.of_kind(Kind.WARNING_SIGN)] == ["P"]
