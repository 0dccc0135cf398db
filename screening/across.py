"""Answers to another version of the questions, as today's rules may read them: unknown is never no.

An interview that was begun before an upgrade ends on the questions it began with. What the rules
ask for and that version did not, and what was answered in a way they do not know, is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from intake.criteria import Criterion
from intake.option import Option
from intake.questionnaire import Choice, Group, Placed, Question, Questionnaire
from intake.response import QuestionnaireResponse
from screening.finding import RuleSet

_WHOLE = "across-versions"
"""The linkId of the one section that holds everything: rules do not look at sections."""


def readable(response: QuestionnaireResponse, rule_set: RuleSet) -> QuestionnaireResponse:
    """The response with everything the rules rest on in it; unchanged in the rules' own version."""
    today = rule_set.questionnaire
    if response.questionnaire.version == today.version:
        return response
    answers = {
        link_id: answer
        for link_id, answer in response.answers.items()
        if _is_same_kind(response.questionnaire.questions[link_id], today)
    }
    try:
        joined = _joined(response.questionnaire, today)
    except ValueError:  # the two cannot be joined: then nothing is known of today's questions
        return replace(
            response, questionnaire=_unanswered(response.questionnaire, today), answers={}
        )
    return replace(response, questionnaire=joined, answers=answers)


def _is_same_kind(item: Question, today: Questionnaire) -> bool:
    return type(today.questions.get(item.link_id, item)) is type(item)


def _joined(asked: Questionnaire, today: Questionnaire) -> Questionnaire:
    """Everything that was asked, in its order, and then what only today's questions ask."""
    were = (_as_known(placed, today) for placed in asked.placed)
    whole = Group(link_id=_WHOLE, items=(*were, *_new(asked, today)))
    return replace(asked, items=(whole,), needs_staff_offline=())


def _unanswered(asked: Questionnaire, today: Questionnaire) -> Questionnaire:
    items = tuple(_alone(item) for item in today.questions.values())
    return replace(asked, items=(Group(link_id=_WHOLE, items=items),), needs_staff_offline=())


def _new(asked: Questionnaire, today: Questionnaire) -> Iterator[Question]:
    """What that version did not ask: open to everybody, as nobody can say whom it would reach."""
    for link_id, item in today.questions.items():
        if link_id not in asked.questions:
            yield _alone(item)


def _alone(item: Question) -> Question:
    if isinstance(item, Choice):
        item = replace(item, asks_again="", options=tuple(_no_way_back(item)))
        return replace(item, needs_staff_offline=(), enable_when=None)
    return replace(item, enable_when=None)


def _no_way_back(item: Choice) -> Iterator[Option]:
    return (replace(option, changes="") for option in item.options)


def _as_known(placed: Placed, today: Questionnaire) -> Question | Group:
    """The item under its conditions, or under none where today's are others.

    An item that was not asked under other conditions than today's was not denied: it is open.
    """
    item = replace(placed.item, enable_when=None)
    known: Question | Group = _as_offered(item, today) if isinstance(item, Choice) else item
    now = today.place.get(item.link_id)
    if now is not None and set(now.conditions) != set(placed.conditions):
        return known
    return _under(known, placed.conditions)


def _under(item: Question | Group, conditions: tuple[Criterion, ...]) -> Question | Group:
    for depth, condition in enumerate(reversed(conditions)):
        link_id = f"{_WHOLE}-{depth}-{item.link_id}"
        item = Group(link_id=link_id, items=(item,), enable_when=condition)
    return item


def _as_offered(item: Choice, today: Questionnaire) -> Choice:
    """The item with every answer "not sure" that does not say what it says today.

    That is an answer today's item no longer has; and each of them, where today's item has one that
    this patient was not offered. A second asking is taken as its first, to stay the same as it.
    """
    now = today.questions.get(item.asks_again or item.link_id)
    if not isinstance(now, Choice):
        return item
    offered, known = ({one.code for one in each.options} for each in (item, now))
    unsure = offered if known - offered else offered - known
    options = tuple(
        replace(one, unknown=True) if one.code in unsure else one for one in item.options
    )
    return replace(item, options=options, needs_staff_offline=())
