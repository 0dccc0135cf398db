"""Answers to another version of the questions: what today's rules cannot know is never a no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from intake.answers import Answer
from intake.criteria import State
from intake.option import Option
from intake.questionnaire import Choice, FreeText, Group, Question, Questionnaire
from intake.response import QuestionnaireResponse, facts
from screening.across import readable
from screening.finding import Urgency
from screening.rules import RULES
from screening.triage import screen, so_far
from tests.older import mapped
from tests.patients import cases, patient

TODAY = RULES.questionnaire


def asked_before(
    response: QuestionnaireResponse, change: Callable[[Question], Question] = lambda item: item
) -> QuestionnaireResponse:
    """The same answers, given to an older version with its questions changed."""
    items = tuple(mapped(group, change) for group in TODAY.items)
    return replace(response, questionnaire=_version(items))


def _version(items: tuple[Group, ...]) -> Questionnaire:
    return replace(TODAY, version="2019.02.2", items=items, needs_staff_offline=())


def only(link_id: str, change: Callable[[Choice], Question]) -> Callable[[Question], Question]:
    """Change one question and leave the others."""

    def maybe(item: Question) -> Question:
        return change(item) if isinstance(item, Choice) and item.link_id == link_id else item

    return maybe


def said(response: QuestionnaireResponse, **values: str) -> QuestionnaireResponse:
    given = {
        name.replace("_", "-"): Answer((value,), response.authored)
        for name, value in values.items()
    }
    return response.with_answers({**response.answers, **given})


@pytest.fixture(scope="module")
def healthy() -> QuestionnaireResponse:
    quiet = (patient(case) for case in cases())
    return next(one for one in quiet if screen(one, RULES).urgency is Urgency.ROUTINE)


def left_open(response: QuestionnaireResponse) -> set[str]:
    return {one.rule.code for one in screen(response, RULES).could_not_rule_out}


def test_in_the_rules_own_version_nothing_changes(healthy):
    assert readable(healthy, RULES) is healthy


def test_the_same_questions_under_another_version_come_to_the_same():
    for case in cases():
        response = patient(case)
        across = readable(asked_before(response), RULES)
        assert screen(across, RULES) == screen(response, RULES), case
        assert so_far(across, RULES) == so_far(response, RULES), case


def test_a_question_that_version_did_not_ask_is_open(healthy):
    before = asked_before(healthy, only("cold-leg", lambda one: replace(one, link_id="cold-foot")))
    answers = dict(healthy.answers)
    answers["cold-foot"] = answers.pop("cold-leg")
    across = readable(before.with_answers(answers), RULES)
    assert facts(across).of["cold-leg"].state is State.OPEN
    assert left_open(across) > left_open(healthy)
    assert screen(across, RULES).urgency > Urgency.ROUTINE


def renamed(code: str) -> Callable[[Choice], Choice]:
    def change(item: Choice) -> Choice:
        named = {one.code: one for one in item.options}
        named[code] = replace(named[code], code=f"{code}-then")
        offline = tuple(one for one in item.needs_staff_offline if one in named.values())
        return replace(item, options=tuple(named.values()), needs_staff_offline=offline)

    return change


@pytest.mark.parametrize("answer", ["yes-then", "no"])
def test_an_answer_todays_question_does_not_have_or_did_not_offer_leaves_it_open(healthy, answer):
    before = asked_before(said(healthy, cold_leg=answer), only("cold-leg", renamed("yes")))
    across = readable(before, RULES)
    assert facts(across).of["cold-leg"].unsure
    assert left_open(across) > left_open(healthy)


def test_an_answer_both_have_still_counts_beside_one_that_is_gone(healthy):
    def longer(item: Choice) -> Choice:
        return replace(item, options=(*item.options, Option("long-ago", "Long ago")))

    fever = only("hot-knee", longer)
    now = asked_before(said(healthy, hot_knee="new"), fever)
    gone = asked_before(said(healthy, hot_knee="long-ago"), fever)
    assert facts(readable(now, RULES)).of["hot-knee"].values == ("new",)
    assert not facts(readable(now, RULES)).of["hot-knee"].unsure
    assert facts(readable(gone, RULES)).of["hot-knee"].unsure


def test_what_was_asked_of_fewer_is_open_for_the_others(healthy):
    cold = TODAY.choice("heart-or-breath")
    fewer = cold.is_(cold.options[0])
    before = asked_before(healthy, only("cold-leg", lambda one: replace(one, enable_when=fewer)))
    answers = {key: one for key, one in healthy.answers.items() if key != "cold-leg"}
    assert facts(before.with_answers(answers)).of["cold-leg"].state is State.OFF
    across = readable(before.with_answers(answers), RULES)
    assert facts(across).of["cold-leg"].state is State.OPEN


def test_an_answer_in_words_is_not_taken_for_a_choice(healthy):
    def in_words(item: Choice) -> FreeText:
        return FreeText(link_id=item.link_id, code=item.code, text=item.text)

    before = asked_before(said(healthy, cold_leg="A bit"), only("cold-leg", in_words))
    assert facts(readable(before, RULES)).of["cold-leg"].state is State.OPEN


def test_where_the_two_cannot_be_joined_nothing_is_known(healthy):
    clash = only("which-knee", lambda one: replace(one, link_id="across-versions"))
    before = asked_before(healthy, clash)
    answers = {key: one for key, one in healthy.answers.items() if key != "which-knee"}
    across = readable(before.with_answers(answers), RULES)
    assert {fact.state for fact in facts(across).of.values()} == {State.OPEN}
    assert screen(across, RULES).urgency is Urgency.SAME_DAY
