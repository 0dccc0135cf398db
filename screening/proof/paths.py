"""Proofs about the way through the screens: how long it can be, and what "still to come" promises.

By the solver, for every order of answering at once: the answers given so far are any part of the
answers given in the end, a forward move adds to them. What holds of every single screen holds of
their number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.navigation import Screen, screens
from intake.questionnaire import NoToAll, Question
from screening.proof.encoding import Encoding
from screening.proof.pattern import Pattern, Said
from screening.proof.solver import (
    TRUE,
    Formula,
    all_of,
    any_of,
    at_least,
    at_most,
    both,
    no,
    variable,
)
from screening.proof.subject import Counterexample, Proved, Subject, in_words


@dataclass(frozen=True)
class PathLength:
    """How many screens the shortest and the longest finished interview have."""

    shortest: int
    longest: int


def no_path_is_longer_than_stated(subject: Subject, stated: PathLength) -> Proved:
    """No interview has more screens than stated or fewer, and some have exactly as many."""
    every = screens(subject.questionnaire)
    met = [any_of(subject.shown.asked(i.link_id).yes for i in s.questions) for s in every]
    wanted = (
        ("longer than stated", at_least(stated.longest + 1, met), False),
        ("shorter than stated", at_most(stated.shortest - 1, met), False),
        ("none as long as stated", at_least(stated.longest, met), True),
        ("none as short as stated", at_most(stated.shortest, met), True),
    )
    failures = []
    for where, formula, expected in wanted:
        example = subject.as_asked.find(formula)
        if (example is not None) is not expected:
            answers = in_words(subject.response(example)) if example else ""
            failures.append(Counterexample(where, answers))
    note = f"{stated.shortest} to {stated.longest} of {len(every)} screens"
    return Proved("no path exceeds its number of screens", len(every), tuple(failures), (note,))


def the_remaining_interval_holds(subject: Subject) -> Proved:
    """Of what is said to remain: it holds the truth, and its upper end never rises on the way."""
    later = _part_of(subject.pattern, "later ")
    earlier = _part_of(later, "earlier ")
    now, before = _shown(later), _shown(earlier)
    failures = []
    every = screens(subject.questionnaire)
    for screen in every:
        passed = variable(f"passed {screen.link_id}")
        passed_before = both(passed, variable(f"passed before {screen.link_id}"))
        possible, certain = may_come(screen, now, passed), must_come(screen, now, passed)
        comes = _comes(screen, (now, subject.shown), passed)
        for where, wrong in (
            ("is promised and does not come", both(certain, no(comes))),
            ("comes and was not counted", both(comes, no(possible))),
            ("is counted again", both(possible, no(may_come(screen, before, passed_before)))),
        ):
            if example := subject.as_asked.find(wrong):
                answers = in_words(later.in_example(example))
                failures.append(Counterexample(f"{screen.link_id} {where}", answers))
    return Proved("what remains: true, and never rising", len(every), tuple(failures))


def may_come(screen: Screen, shown: Encoding, passed: Formula) -> Formula:
    """The screen is among those that possibly remain; ``passed`` when it lies behind."""
    return any_of(
        both(shown.still_open(item.link_id), _to_answer(item, passed)) for item in _counted(screen)
    )


def must_come(screen: Screen, shown: Encoding, passed: Formula) -> Formula:
    """The screen is among those that certainly remain."""
    asked = [shown.truth(condition).yes for condition in screen.conditions]
    return all_of((may_come(screen, shown, passed), *asked))


def _comes(screen: Screen, shown: tuple[Encoding, Encoding], passed: Formula) -> Formula:
    """In the end a question of the screen was asked that is not answered now."""
    now, end = shown
    return any_of(
        all_of(
            (
                end.asked(item.link_id).yes,
                no(now.answered(item.link_id)),
                _to_answer(item, passed),
            )
        )
        for item in _counted(screen)
    )


def _to_answer(item: Question, passed: Formula) -> Formula:
    """The question has to be answered, or may be and its screen still lies ahead."""
    return TRUE if item.required else no(passed)


def _counted(screen: Screen) -> Iterator[Question]:
    """The questions of a screen; "No to all of these" is none of them."""
    return (item for item in screen.questions if not isinstance(item, NoToAll))


def _shown(pattern: Pattern) -> Encoding:
    return Encoding(pattern, standing=False)


def _part_of(whole: Pattern, name: str) -> Pattern:
    """Any part of the answers of a pattern."""
    return replace(
        whole,
        said={link_id: _perhaps(said, name + link_id) for link_id, said in whole.said.items()},
    )


def _perhaps(said: Said, name: str) -> Said:
    given = variable(name)
    ticks = {code: both(given, tick) for code, tick in said.ticks.items()}
    return Said(both(given, said.anything), ticks, said.number)
