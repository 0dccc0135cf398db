"""How many taps an interview takes: `python -m tests.taps` prints it for the routine vignettes.

Counted as the player asks: a single choice and "None of these" go on by themselves, and so does
the last open row of a grid; ticks, places and what may be skipped need one tap more. Check-in
(who answers, birth date, sex) and typing are apart. A journey in a browser holds the count true.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from statistics import median

from intake.criteria import Fact, State
from intake.navigation import Screen, screens
from intake.questionnaire import Choice, NoToAll, Question
from intake.response import QuestionnaireResponse, facts_as_shown
from tests.patients import cases, patient

CHECK_IN = {"who-answers", "birth-date", "sex-at-birth"}
NO = ("no",)


def taps(response: QuestionnaireResponse, *, row_by_row: bool) -> int:
    """Taps from the first question to the review, with or without "No to all of these"."""
    return sum(
        _taps(screen, chosen, row_by_row=row_by_row) for screen, chosen in _answered(response)
    )


def routine() -> list[str]:
    """The vignettes both raters' first rating calls routine."""
    return [case for case, about in cases().items() if about["expected"]["urgency"] == "routine"]


def _answered(response: QuestionnaireResponse) -> Iterator[tuple[Screen, dict[Choice, Fact]]]:
    known = facts_as_shown(response).of
    for screen in screens(response.questionnaire):
        choices = [one for one in screen.questions if _is_tapped(one)]
        asked = {one: known[one.link_id] for one in choices if isinstance(one, Choice)}
        shown = {q: f for q, f in asked.items() if f.state in {State.ANSWERED, State.OPEN}}
        if shown:
            yield screen, shown


def _is_tapped(item: Question) -> bool:
    return isinstance(item, Choice) and item.link_id not in CHECK_IN


def _taps(screen: Screen, chosen: dict[Choice, Fact], *, row_by_row: bool) -> int:
    ticks = sum(len(fact.values) for fact in chosen.values())
    if any(item.repeats for item in chosen):
        return ticks if _stands_alone(screen, chosen) else ticks + 1
    if len(screen.questions) == 1:
        return 1
    saying_more = [fact for fact in chosen.values() if fact.values != NO]
    has_no_to_all = any(isinstance(item, NoToAll) for item in screen.questions)
    if row_by_row or not has_no_to_all or len(saying_more) == len(chosen):
        return ticks
    return len(saying_more) + 1


def _stands_alone(screen: Screen, chosen: dict[Choice, Fact]) -> bool:
    """Whether the answer is one such as "None of these", which goes on by itself."""
    if len(screen.questions) > 1:
        return False
    options = [item.option(value) for item, fact in chosen.items() for value in fact.values]
    return any(option is not None and option.exclusive for option in options)


def main() -> None:
    """Print the median and the range, both ways."""
    for row_by_row, named in ((False, 'with "No to all of these"'), (True, "row by row")):
        counted = sorted(taps(patient(case), row_by_row=row_by_row) for case in routine())
        sys.stdout.write(
            f"taps, {len(counted)} routine vignettes, {named}: "
            f"median {median(counted):g}, {counted[0]} to {counted[-1]}\n"
        )


if __name__ == "__main__":
    main()
