"""When a question on paper is to be answered: in words that say what the condition says."""

from __future__ import annotations

import re

import pytest

from intake.criteria import AllOf, AnyOf, Is, Not, Within, leaves
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.spoken import QUESTIONNAIRES
from reports import paper_wording
from reports.pdf.only_if import OnlyIf

every_language = pytest.mark.parametrize("spoken", QUESTIONNAIRES.values(), ids=QUESTIONNAIRES)
NUMBERS = {link_id: number for number, link_id in enumerate(KNEE_TWITCHING.questions, start=1)}
LINK_IDS = {number: link_id for link_id, number in NUMBERS.items()}
ABOUT_BOXES = dict.fromkeys(
    condition
    for placed in KNEE_TWITCHING.placed
    for condition in placed.conditions
    if all(isinstance(leaf, Is) for leaf in leaves(condition))
)


def lines(conditions, spoken=KNEE_TWITCHING):
    return OnlyIf(spoken, paper_wording.PATIENT[spoken.language], NUMBERS).lines(conditions)


def boxes_meant(spoken, said, number):
    """The codes of the boxes a reader takes these words to mean."""
    words = paper_wording.PATIENT[spoken.language]
    options = spoken.questions[LINK_IDS[number]].options
    texts = [option.text for option in options]
    quoted = re.findall("“([^”]*)”", said)
    named = {
        one.code
        for one in options
        for each in quoted
        if each == one.text or one.text.startswith(f"{each},")
    }
    run = words["blank.run"].format(first="“([^”]*)”", last="“([^”]*)”")
    for first, last in re.findall(run, said):
        named |= {one.code for one in options[texts.index(first) : texts.index(last) + 1]}
    all_but = said.startswith(words["blank.any-but"].format(answers=""))
    return {one.code for one in options} - named if all_but else named


def boxes_told(spoken, told):
    """Every question these lines name, with the boxes they mean."""
    words = paper_wording.PATIENT[spoken.language]
    there = "(?P<answers>.*?)", r"(?P<numbers>\d+(?: \w+ \d+)*)"
    inline = words["blank.answered"].format(answers=there[0], number=there[1])
    listed = words["blank.one"].format(number=there[1], answers=there[0]).rstrip(".") + r"\.$"
    for line in told:
        for found in (*re.finditer(inline, line), *re.finditer(listed, line)):
            for number in re.findall(r"\d+", found["numbers"]):
                yield LINK_IDS[int(number)], boxes_meant(spoken, found["answers"], int(number))


@every_language
def test_the_words_mean_the_very_boxes_the_condition_names(spoken):
    for condition in ABOUT_BOXES:
        named = {leaf.link_id: set(leaf.codes) for leaf in leaves(condition)}
        assert dict(boxes_told(spoken, lines((condition,), spoken))) == named


@every_language
def test_no_condition_is_said_by_what_was_not_checked(spoken):
    negation = re.compile(r"\b(not|no)\b")
    told = [line for each in ABOUT_BOXES for line in lines((each,), spoken)]
    assert len(told) > 20
    assert not [line for line in told if negation.search(re.sub("“[^”]*”", "", line))]


def test_questions_with_the_same_answers_are_named_together():
    weak, toes = (Is(one, ("yes", "not-sure")) for one in ("weakness", "toes-drag"))
    numbers = f"{NUMBERS['weakness']} or {NUMBERS['toes-drag']}"
    [line] = lines((AnyOf((weak, toes)),))
    assert line == f"Only if you checked “Yes” or “Not sure” in question {numbers}."


def test_each_of_several_ways_has_a_line_of_its_own():
    ways = AnyOf((Is("weakness", ("yes",)), Is("toes-drag", ("no",))))
    head, *each = lines((ways,))
    assert head == "Only if you checked one of these:"
    assert len(each) == 2


def test_an_age_and_a_box_stand_in_one_sentence():
    both = AllOf((Within("age", None, 39), Is("weakness", ("yes",))))
    number = NUMBERS["weakness"]
    [line] = lines((both,))
    assert line == (f"Only if you are younger than 40 and you checked “Yes” in question {number}.")


def test_what_paper_cannot_tell_is_asked_of_everybody():
    assert lines((Not(Is("weakness", ("yes",))),)) == ()
    assert lines((AnyOf((Is("weakness", ("yes",)), Not(Is("toes-drag", ("no",))))),)) == ()
    assert lines(()) == ()
