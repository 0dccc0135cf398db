"""Proofs about unknown answers and about the level: what may raise it, and that nothing lowers it.

A *turn* takes one safety or warning item from its harmless answer to "not sure", or from "not
sure" to its most urgent answer; for an item with several ticks that is every most urgent option.
All other answers stay as they are. What a turn opens is, in the first claim, still unanswered; in
the second it may have been answered in any way. Where two answers to one question count, since
staff have not settled which, the turn goes from either to both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations, pairwise

from intake.answers import Answer, Value
from intake.criteria import Criterion, Is, leaves, mentioned
from intake.questionnaire import Choice, FreeText, Question, Role
from intake.response import QuestionnaireResponse, values_that_count
from screening.finding import ArthritisLevel, Presentation, Rule
from screening.proof.encoding import Encoding, unknowns
from screening.proof.outcome import Outcome, levels_above_routine
from screening.proof.pattern import UNANSWERED, Said, exactly
from screening.proof.solver import TRUE, Example, Formula, any_of, both, either, no
from screening.proof.subject import Counterexample, Proved, Subject, in_words
from screening.triage import screen

_THEN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class ListedTurn:
    """A turn that may lower the level, and why that is right.

    Only where the level rested on one of ``rules`` that could not be ruled out before the turn.
    """

    link_id: str
    before: str
    after: str
    rules: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Turn:
    """One item answered more urgently than before."""

    item: Choice
    before: tuple[Value, ...]
    after: tuple[Value, ...]

    def __str__(self) -> str:
        before, after = (" + ".join(map(str, one)) for one in (self.before, self.after))
        return f"{self.item.link_id} from {before} to {after}"


def turns(item: Question) -> Iterator[Turn]:
    """The turns of an item; none for an item that is neither safety nor warning."""
    if isinstance(item, Choice) and item.role is not Role.CONTEXT:
        for lower, higher in pairwise(_steps(item)):
            for before in lower:
                for after in higher:
                    yield Turn(item, before, after)


def _steps(item: Choice) -> list[list[tuple[Value, ...]]]:
    worst = max(option.concern for option in item.options)
    most_urgent = [option.code for option in item.options if option.concern == worst]
    harmless = [(o.code,) for o in item.options if o.concern == 0 and not o.unknown]
    unsure = [(code,) for code in unknowns(item)]
    urgent = [tuple(most_urgent)] if item.repeats else [(code,) for code in most_urgent]
    return [[*step] for step in (harmless, unsure, urgent) if step]


def second_answers(item: Question) -> Iterator[Turn]:
    """The turns from a sign or a "not sure" to what counts once another answer was given beside it.

    Of a context item only where both count: of any other two the latest is meant to. Where the more
    urgent alone counts, from the next sign below it: steps lead there from every other.
    """
    if isinstance(item, Choice) and not item.repeats:
        concern = {option.code: option.concern for option in item.options}
        for one, other in combinations(concern, 2):
            said = Answer((other,), _THEN, replaced=(Answer((one,), _THEN),))
            counted = values_that_count(item, said)
            low, high = sorted((concern[one], concern[other]))
            far = any(low < o.concern < high and not o.unknown for o in item.options)
            if len(counted) == 1 and (far or item.role is Role.CONTEXT):
                continue
            for alone in (one, other):
                if (alone,) != counted and (concern[alone] or item.role is Role.CONTEXT):
                    yield Turn(item, (alone,), counted)


def no_turn_lowers_the_level(subject: Subject, exceptions: Iterable[ListedTurn]) -> Proved:
    """The level never falls when one item is answered more urgently and nothing else changes."""
    claim = "no to not sure to worst yes never lowers the level"
    return _turned(subject, claim, turns, list(exceptions))


def nor_does_it_with_what_it_opens_answered(
    subject: Subject, exceptions: Iterable[ListedTurn]
) -> Proved:
    """Nor does it whatever is answered to the questions that the more urgent answer opens."""
    claim = "nor whatever is answered to what it opens"
    return _turned(subject, claim, turns, list(exceptions), opened_may_be_answered=True)


def no_second_answer_lowers_the_level(subject: Subject) -> Proved:
    """A second answer beside one that counts never lowers the level, whatever it opens."""
    claim = "a second answer to the same question never lowers the level"
    return _turned(subject, claim, second_answers, [], opened_may_be_answered=True)


def _turned(
    subject: Subject,
    claim: str,
    turned: Callable[[Question], Iterable[Turn]],
    exceptions: list[ListedTurn],
    *,
    opened_may_be_answered: bool = False,
) -> Proved:
    every = [turn for item in subject.questionnaire.questions.values() for turn in turned(item)]
    failures: list[Counterexample] = []
    notes: list[str] = []
    for turn in every:
        compared = _Compared(subject, turn, opened_may_be_answered=opened_may_be_answered)
        listed = [one for one in exceptions if _is_of(one, turn)]
        allowed = {code for one in listed for code in one.rules}
        if example := compared.lower(allowed):
            failures.append(compared.counterexample(example))
        for one in listed:
            idle = [code for code in one.rules if not compared.lower(allowed - {code})]
            failures += [Counterexample(str(turn), f"{c} is listed without need") for c in idle]
            notes.append(f"{turn}, where {' or '.join(one.rules)} was open: {one.reason}")
    return Proved(claim, len(every), tuple(failures), tuple(notes))


def _is_of(one: ListedTurn, turn: Turn) -> bool:
    return (one.link_id, (one.before,), (one.after,)) == (
        turn.item.link_id,
        turn.before,
        turn.after,
    )


class _Compared:
    """The outcomes before and after one turn."""

    def __init__(self, subject: Subject, turn: Turn, *, opened_may_be_answered: bool) -> None:
        link_id = turn.item.link_id
        self._subject = subject
        self._turn = turn
        self._before = subject.outcome.but(link_id, exactly(turn.item, turn.before))
        self._after = subject.outcome.but(link_id, exactly(turn.item, turn.after))
        shown = subject.shown.but(link_id, exactly(turn.item, turn.before))
        self._given = () if opened_may_be_answered else tuple(_given(shown))

    def lower(self, without: Iterable[str]) -> Example | None:
        """An interview whose level falls, the raising of some open rules left aside."""
        aside = frozenset(without)
        falls = any_of(
            both(self._before.at_least(level, aside), no(self._after.at_least(level)))
            for level in levels_above_routine()
        )
        return self._subject.simplest(self._subject.ended, falls, *self._given)

    def counterexample(self, example: Example) -> Counterexample:
        """The level before and after, what it rested on, and the answers behind that."""
        before, after = (
            outcome.encoding.pattern.in_example(example) for outcome in (self._before, self._after)
        )
        levels = [screen(one, self._subject.rule_set).urgency.value for one in (before, after)]
        held = _holding(before, self._subject)
        items = {link_id for rule in held for link_id in mentioned(rule.when)}
        where = f"{self._turn}: {levels[0]} falls to {levels[1]}"
        codes = ", ".join(rule.code for rule in held)
        return Counterexample(where, f"held by {codes}; {in_words(before, items)}")


def _holding(response: QuestionnaireResponse, subject: Subject) -> list[Rule]:
    """The rules on which the level of a response rests."""
    assessment = screen(response, subject.rule_set)
    level = assessment.urgency
    found = [one.rule for one in assessment.findings if one.rule.urgency is level]
    return found + [o.rule for o in assessment.could_not_rule_out if o.raises_to is level]


def one_more_tick_never_lowers_the_level(subject: Subject) -> Proved:
    """Of several ticks, one more never lowers the level while nothing else changes.

    Ticks that no condition tells apart are one case: what holds of one holds of the others.
    """
    failures = []
    ticks = list(_ticks(subject))
    for item, alike in ticks:
        code, said = alike[0], subject.pattern.said[item.link_id]
        more = subject.outcome.but(item.link_id, Said(TRUE, {**said.ticks, code: TRUE}))
        alone = said.any_tick(option.code for option in item.options if option.exclusive)
        falls = any_of(
            both(subject.outcome.at_least(level), no(more.at_least(level)))
            for level in levels_above_routine()
        )
        wanted = (said.anything, no(said.ticks[code]), no(alone), falls, *_given(subject.shown))
        if example := subject.simplest(subject.ended, *wanted):
            answers = in_words(subject.response(example))
            where = f"{item.link_id} with {' or '.join(alike)} too"
            failures.append(Counterexample(where, answers))
    cases = sum(len(alike) for _, alike in ticks)
    return Proved("one more tick never lowers the level", cases, tuple(failures))


def _given(shown: Encoding) -> Iterator[Formula]:
    """No item has an answer that was not asked."""
    for link_id, said in shown.pattern.said.items():
        yield either(shown.asked(link_id).yes, no(said.anything))


def _ticks(subject: Subject) -> Iterator[tuple[Choice, tuple[str, ...]]]:
    """Of every item with several ticks: its options, those together that stand in the same leaves.

    Two options of the same concern that every leaf names both or neither of can change places in
    any interview without changing what comes of it.
    """
    named = [
        leaf
        for criterion in _every_criterion(subject)
        for leaf in leaves(criterion)
        if isinstance(leaf, Is)
    ]
    for item in subject.questionnaire.questions.values():
        if isinstance(item, Choice) and item.repeats:
            read_as = (item.link_id, subject.questionnaire.asked_again.get(item.link_id))
            lists = [leaf.codes for leaf in named if leaf.link_id in read_as]
            alike = defaultdict[tuple[object, ...], list[str]](list)
            for option in item.options:
                if not option.exclusive and not option.unknown:
                    place = (option.concern, *(option.code in codes for codes in lists))
                    alike[place].append(option.code)
            yield from ((item, tuple(codes)) for codes in alike.values())


def _every_criterion(subject: Subject) -> Iterator[Criterion]:
    yield from (criterion for _, criterion in _criteria(subject))
    yield from (addition.when for rule in subject.rule_set.rules for addition in rule.adds)


def unknown_never_acts_as_no(subject: Subject) -> Proved:
    """What is ruled out while an answer is missing or "not sure" is so whatever that answer is.

    Of every rule, and of the conditions of every item; whatever else was said stays said. Own
    words are left aside: nobody has to write, so what was not written names nothing.
    """
    failures = []
    unknown = [one for one in _unknown_answers(subject) if not isinstance(one[0], FreeText)]
    for item, said in unknown:
        hidden = subject.outcome.but(item.link_id, said)
        known = subject.outcome
        wrong = [
            (name, both(hidden.encoding.truth(criterion).no, known.encoding.truth(criterion).maybe))
            for name, criterion in _criteria(subject)
            if hidden.encoding.touched(criterion)
        ]
        example = subject.simplest(
            subject.search,
            subject.pattern.said[item.link_id].anything,
            hidden.encoding.asked(
                item.link_id
            ).maybe,  # of an item that is off no answer is missing
            any_of(formula for _, formula in wrong),
            *_still_said(subject, hidden, item),
        )
        if example:
            names = ", ".join(name for name, formula in wrong if example.holds(formula))
            answers = in_words(hidden.encoding.pattern.in_example(example))
            failures.append(Counterexample(f"{item.link_id} unknown rules out {names}", answers))
    return Proved("unknown never acts as no", len(unknown), tuple(failures))


def nothing_reassures_on_an_unknown(subject: Subject) -> Proved:
    """What reassures is said only if it would be said whatever a missing answer is."""
    rules = [rule for rule in subject.rule_set.rules if _reassures(rule)]
    failures = []
    for item, said in _unknown_answers(subject):
        hidden = subject.outcome.but(item.link_id, said)
        for rule in rules:
            if hidden.encoding.touched(rule.when):
                example = subject.simplest(
                    subject.search,
                    subject.pattern.said[item.link_id].anything,
                    both(hidden.truth(rule).yes, no(subject.outcome.truth(rule).yes)),
                    *_still_said(subject, hidden, item),
                )
                if example:
                    answers = in_words(subject.response(example), mentioned(rule.when))
                    failures.append(Counterexample(f"{rule.code}, {item.link_id}", answers))
    return Proved("nothing reassures on an unknown answer", len(rules), tuple(failures))


def _reassures(rule: Rule) -> bool:
    return isinstance(rule, Presentation) and (
        rule.reassuring or rule.arthritis is ArthritisLevel.NONE
    )


def _unknown_answers(subject: Subject) -> Iterator[tuple[Question, Said]]:
    for item in subject.questionnaire.questions.values():
        yield item, UNANSWERED
        for code in unknowns(item):
            yield item, exactly(item, (code,))


def _criteria(subject: Subject) -> Iterator[tuple[str, Criterion]]:
    yield from ((rule.code, rule.when) for rule in subject.rule_set.rules)
    for placed in subject.questionnaire.placed:
        yield from ((placed.item.link_id, condition) for condition in placed.conditions)


def _still_said(subject: Subject, hidden: Outcome, item: Question) -> Iterator[Formula]:
    """What was answered while the item was unknown is asked for once it is known, too."""
    for other in subject.standing.graph.ahead_of(item.link_id):
        asked = subject.standing.asked(other).yes
        yield either(no(hidden.encoding.answered(other)), asked)


def the_level_of_a_running_interview_holds(subject: Subject) -> Proved:
    """The level while the interview runs is never above the level at its end."""
    failures = tuple(
        Counterexample(level.value, in_words(subject.response(example)))
        for level in levels_above_routine()
        if (
            example := subject.simplest(
                subject.ended,
                subject.running.at_least_so_far(level),
                no(subject.outcome.at_least(level)),
            )
        )
    )
    return Proved("the end never falls below the level on the way", 3, failures)


def no_further_answer_lowers_the_level_on_the_way(subject: Subject) -> Proved:
    """One more answer never lowers the level while the interview runs."""
    failures = []
    items = subject.questionnaire.questions.values()
    for item in items:
        without = subject.running.but(item.link_id, UNANSWERED)
        falls = any_of(
            both(without.at_least_so_far(level), no(subject.running.at_least_so_far(level)))
            for level in levels_above_routine()
        )
        if example := subject.simplest(subject.search, falls):
            failures.append(Counterexample(item.link_id, in_words(subject.response(example))))
    return Proved("no further answer lowers the level on the way", len(items), tuple(failures))
