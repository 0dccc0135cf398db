"""Two rule sets compared: every pattern whose level differs is found, and none that does not."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from intake.answers import Answer
from intake.criteria import AtLeast, Is, Mentions, Within, leaves
from intake.knee_twitching.arrival import AGE
from intake.knee_twitching.lifestyle import ANYTHING_ELSE
from intake.knee_twitching.movement import TREND, WORSE
from intake.knee_twitching.nerves import ELSEWHERE, ONLY_PAIN, OTHER_PARTS, WALKING_OR_BALANCE
from intake.knee_twitching.options import YES
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.knee_twitching.safety import (
    AFTER_INJURY,
    FEVER,
    KNEE_LOOK,
    LAST_WEEK,
    LONGER_AGO,
    PURPLE,
)
from intake.questionnaire import Group, Questionnaire, Role
from intake.response import QuestionnaireResponse
from screening.__main__ import main
from screening.advice import ADVICE
from screening.difference import difference, smallest
from screening.export import Content, exported
from screening.finding import RuleSet, Urgency
from screening.patterns import Comparison, Pattern, Reply
from screening.rules import RULES
from screening.telling import told
from screening.triage import screen

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


WHOLE = Content(RULES, ADVICE.advice)
THREE_SOFT_SIGNS = AtLeast(
    3, (OTHER_PARTS.is_(ELSEWHERE), TREND.is_(WORSE), AFTER_INJURY.is_(LAST_WEEK, LONGER_AGO))
)


def changed(code: str, **fields) -> RuleSet:
    rules = (replace(rule, **fields) if rule.code == code else rule for rule in RULES.rules)
    return replace(RULES, rules=tuple(rules))


def without(code: str) -> RuleSet:
    return replace(RULES, rules=tuple(rule for rule in RULES.rules if rule.code != code))


def asking(**of_items: dict) -> RuleSet:
    """The rules over a questionnaire in which some items (by linkId with _) are changed."""

    def anew(item):
        if isinstance(item, Group):
            return replace(item, items=tuple(map(anew, item.items)))
        return replace(item, **of_items.get(item.link_id.replace("-", "_"), {}))

    questionnaire: Questionnaire = replace(
        KNEE_TWITCHING, items=tuple(map(anew, KNEE_TWITCHING.items))
    )
    return replace(RULES, questionnaire=questionnaire)


def of_rule(code: str, new: RuleSet, old: RuleSet = RULES):
    return next(
        one for one in difference(Content(old), Content(new)).rules if one.rule.code == code
    )


def said(old: RuleSet, new: RuleSet) -> str:
    return "\n".join(told(difference(Content(old), Content(new))))


def test_a_rule_set_does_not_differ_from_itself():
    same = difference(WHOLE, WHOLE)
    assert (same.items, same.rules, same.advice) == ((), (), ())
    assert "Both are the same" in said(RULES, RULES)


def covers(pattern: Pattern, answers: dict[str, tuple]) -> bool:
    """Whether a pattern stands for these answers; items it does not name are without complaint."""
    named = {reply.link_id for reply in pattern.replies}
    calm = {"hot-knee": ("no",), "knee-look": ("none",), "fever-or-ill": ("no",)}
    calm["worst-pain"] = ("0",)
    return all(
        any(_stands_for(one, answers[reply.link_id]) for one in reply.stands_for)
        for reply in pattern.replies
    ) and all(
        answers[link_id] == values for link_id, values in calm.items() if link_id not in named
    )


def _stands_for(criterion, values) -> bool:
    return isinstance(criterion, Is) and values[0] in criterion.codes


@pytest.mark.no_cover
def test_the_patterns_are_those_that_trying_every_answer_finds():
    new = changed("E11", when=KNEE_LOOK.is_(PURPLE) & FEVER.is_(YES))
    patterns = of_rule("E11", new).found.patterns
    calm = Comparison(RULES, new)._calm
    link_ids = ("hot-knee", "knee-look", "fever-or-ill", "worst-pain")
    looks = [("none",), ("purple",), ("not-sure",)]
    options = [
        looks if name == "knee-look" else [(o.code,) for o in KNEE_TWITCHING.choice(name).options]
        for name in link_ids
    ]
    met = set()
    for values in product(*options):
        chosen = dict(zip(link_ids, values, strict=True))
        if chosen["hot-knee"] == ("no",):
            continue  # then the look of the knee is not asked, and the pattern is the calm one
        everything = {**{key: reply.values for key, reply in calm.items()}, **chosen}
        answers = {key: Answer(value, NOW) for key, value in everything.items()}
        old_level, new_level = (
            screen(QuestionnaireResponse(KNEE_TWITCHING, NOW, answers=answers), rules).urgency
            for rules in (RULES, new)
        )
        covering = [one for one in patterns if covers(one, chosen)]
        assert len(covering) == (old_level is not new_level), chosen
        for pattern in covering:
            assert (pattern.old, pattern.new) == (old_level, new_level)
            met.add(pattern)
    assert met == set(patterns)


@pytest.mark.no_cover
def test_a_threshold_moved_down_lowers_those_between_and_nobody_else():
    limp = WALKING_OR_BALANCE.is_(ONLY_PAIN)
    old, new = (changed("S11", when=AGE.under(limit) & limp) for limit in (18, 16))
    [pattern] = of_rule("S11", new, old).found.patterns
    assert pattern.new < pattern.old is Urgency.SAME_DAY
    assert [reply.stands_for for reply in pattern.replies] == [
        (Within("age", 16, 17),),
        (limp,),
    ]


def test_a_rule_taken_away_lowers_what_it_alone_raised():
    change = of_rule("S20", without("S20"))
    assert (change.new, change.found.most) == (None, None)
    assert {(one.old, one.new) for one in change.lowered} >= {(Urgency.SAME_DAY, Urgency.ROUTINE)}
    back = of_rule("S20", RULES, old=without("S20"))
    assert [(one.new, one.old) for one in back.raised] == [
        (one.old, one.new) for one in change.lowered
    ]


def test_lowered_rules_are_told_first_and_the_largest_drop_first_of_all():
    new = replace(
        RULES,
        rules=tuple(
            replace(rule, urgency=Urgency.EMERGENCY) if rule.code == "S20" else rule
            for rule in without("P24").rules
        ),
    )
    text = said(RULES, new)
    assert text.index("LOWERED") < text.index("P24 ") < text.index("RAISED") < text.index("S20 ")
    new = changed("S13", urgency=Urgency.ROUTINE)
    fewer = replace(new, rules=tuple(rule for rule in new.rules if rule.code != "P24"))
    rules = difference(Content(RULES), Content(fewer))
    assert [change.rule.code for change in rules.rules] == ["S13", "P24"]


def test_words_alone_change_no_level():
    new = changed("S20", title="Another title")
    assert not of_rule("S20", new).found.patterns
    text = said(RULES, new)
    assert "changed: title" in text
    assert "No pattern of answers changes the level" in text


def test_a_rule_without_a_level_is_said_to_have_none():
    assert "This rule has no level" in said(RULES, changed("M08", title="Lithium salts"))


@pytest.mark.no_cover
def test_what_was_soft_and_now_needs_three_is_told_by_its_smallest_patterns():
    change = of_rule("P21", changed("P21", when=THREE_SOFT_SIGNS))
    assert change.lowered
    for pattern in smallest(change.found.patterns):
        assert sum(reply.away for reply in pattern.replies) == 2


def test_the_smallest_patterns_leave_out_those_that_only_add_to_another():
    fever, brown = (Reply(name, ("yes",), (Is(name, ("yes",)),), 1) for name in ("fever", "brown"))
    one = Pattern((fever,), Urgency.SOON, Urgency.ROUTINE)
    both = Pattern((fever, brown), Urgency.SOON, Urgency.ROUTINE)
    other = Pattern((fever, brown), Urgency.SAME_DAY, Urgency.ROUTINE)
    assert smallest((both, other, one)) == (one, other)


def test_a_question_whose_weight_changed_is_tried_with_the_rules_that_rest_on_it():
    new = asking(brown_urine={"role": Role.CONTEXT})
    change = of_rule("S20", new)
    assert change.what == ()
    assert [(one.old, one.new) for one in change.lowered] == [(Urgency.SOON, Urgency.ROUTINE)]
    assert [reply.values for reply in change.lowered[0].replies] == [("not-sure",)]
    assert "rests on a changed question" in said(RULES, new)


def test_a_question_in_other_words_is_told_and_changes_no_level():
    new = asking(brown_urine={"text": "Is your pee brown?"})
    found = difference(Content(RULES), Content(new))
    assert not found.rules
    assert [item.what for item in found.items] == [("text",)]
    assert "is now: Is your pee brown?" in said(RULES, new)


def test_advice_in_other_words_is_told_with_when_it_is_offered():
    first, *others = ADVICE.advice
    new = replace(WHOLE, advice=(replace(first, text="Drink."), *others[1:]))
    changed_one, removed = difference(WHOLE, new).advice
    assert (changed_one.what, removed.new) == (("text",), None)
    text = "\n".join(told(difference(WHOLE, new)))
    assert "is now: Drink." in text
    assert "offered when NOT Conditions (HX01)" in text


@pytest.mark.no_cover
def test_a_combination_too_large_to_try_is_said_to_be(monkeypatch):
    monkeypatch.setattr("screening.patterns.MOST_STEPS", 60)
    two, three = (changed("P21", when=replace(THREE_SOFT_SIGNS, n=n)) for n in (2, 3))
    change = of_rule("P21", three, two)
    assert change.found.most == 2
    assert all(sum(r.away for r in one.replies) <= 2 for one in change.found.patterns)
    assert "tried were those with at most 2 answers" in said(two, three)
    monkeypatch.undo()
    assert of_rule("P21", three, two).found.most is None


@pytest.mark.parametrize("limit", [AGE.at_least(0), AGE.under(200)])
def test_a_rule_that_always_fires_changes_the_level_without_any_complaint(limit):
    text = said(RULES, changed("S20", when=limit))
    assert "WITHOUT ANY COMPLAINT the level is routine before and same day now." in text


def test_the_command_tells_the_difference_of_two_files(tmp_path, capsys):
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_bytes(exported(Content(RULES)))
    new.write_bytes(exported(Content(without("P24"))))
    assert main(["diff", str(old), str(new)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == said(RULES, without("P24")).splitlines()
    assert "P24 Both legs newly swollen" in lines


def test_a_file_that_is_no_rule_set_gets_a_sentence(tmp_path, capsys):
    old = tmp_path / "old.json"
    assert main(["diff", str(old), str(old)]) == 2
    assert "cannot be read" in capsys.readouterr().err
    old.write_text("{}")
    assert main(["diff", str(old), str(old)]) == 2
    assert "not a rule set" in capsys.readouterr().err


def test_a_word_that_is_no_longer_looked_for_lowers_the_level_of_who_wrote_it():
    gone = {"chest pain", "palpitations"}
    (leaf,) = leaves(RULES.rule("U07b").when)
    assert isinstance(leaf, Mentions)
    kept = tuple(word for word in leaf.words if word not in gone)
    new = changed("U07b", when=ANYTHING_ELSE.names(*kept))
    change = of_rule("U07b", new)
    assert change.found.most is None
    assert {(one.old, one.new) for one in change.lowered} == {(Urgency.SOON, Urgency.ROUTINE)}
    assert not change.raised
    assert "In the patient's own words (FT01): any of “chest pain”, “palpitations”" in said(
        RULES, new
    )
