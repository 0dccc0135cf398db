"""A made-up older version of the questionnaire: an item renamed, one gone since, one reworded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from intake.option import Option
from intake.questionnaire import Choice, Group, Question, Questionnaire

VERSION = "2019.02.2"
GONE = Choice(
    link_id="sleeps-well",
    code="OLD1",
    text="Do you sleep well?",
    short="Sleeps well",
    options=(Option("yes", "Like a log"), Option("no", "No")),
)
WORDS = {
    "en": {GONE.link_id: GONE.text, "is-it-worse": "Is it worse than last year?"},
    "es": {GONE.link_id: "¿Duerme bien?", "is-it-worse": "¿Está peor que el año pasado?"},
}
REWORDED = "Longer than a season"


def older(today: Questionnaire) -> Questionnaire:
    """The questionnaire as it might have been."""
    words = WORDS[today.language]

    def was(item: Question) -> Question:
        if item.link_id == "trend":
            text = words["is-it-worse"]
            return replace(item, link_id="is-it-worse", text=text, short="Worse than last year")
        return _reworded(item) if item.link_id == "how-long" else item

    first, *others = (mapped(group, was) for group in today.items)
    gone = replace(GONE, text=words[GONE.link_id])
    first = replace(first, items=(*first.items, gone))
    return replace(today, version=VERSION, items=(first, *others), needs_staff_offline=())


def mapped(group: Group, change: Callable[[Question], Question]) -> Group:
    """The group with every question in it changed."""
    return replace(
        group,
        items=tuple(
            mapped(item, change) if isinstance(item, Group) else change(item)
            for item in group.items
        ),
    )


def _reworded(item: Question) -> Question:
    assert isinstance(item, Choice)
    options = (
        replace(one, text=REWORDED) if one.code == "over-3-months" else one for one in item.options
    )
    return replace(item, options=tuple(options))
