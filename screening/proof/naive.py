"""A second evaluator, written apart from `intake.criteria` and `screening.triage` to check them.

It is naive on purpose: it looks leaves up in tables and works through flat lists of steps. It
shares the declarations with the evaluator it checks, and no line of its reasoning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property, lru_cache
from unicodedata import normalize

from intake.answers import Answer, Informant, Value
from intake.option import Option
from intake.questionnaire import Choice, FreeText, Question, Role
from intake.response import QuestionnaireResponse, Status
from screening.finding import Contradiction, Kind, Presentation, Rule, RuleSet, Urgency, WarningSign
from screening.proof.tables import NO, UNKNOWN, YES, Ending, How, Layout, Step, Steps, Table

_WITHIN_WORDS = dict.fromkeys(
    map(ord, "'`\u2018\u2019\u02bc\u00b4\u00ad\u200b\u200c\u200d\u2060\ufeff")
)
"""Signs that may stand inside a word: apostrophes, and what is not seen."""


class Case(Enum):
    """What has become of an item."""

    OFF = "off"
    WAITING = "waiting"
    SAID = "said"


@dataclass(frozen=True)
class Said:
    """What is known of one item."""

    case: Case
    values: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What one rule comes to: said, or left open and raising to a level, or neither."""

    said: bool = False
    left_open: bool = False
    raises: Urgency | None = None


@dataclass(frozen=True)
class Conclusion:
    """What every rule comes to, by code, and the level."""

    verdicts: Mapping[str, Verdict]
    level: Urgency


class NaiveRules:
    """A rule set, laid out as tables and steps."""

    def __init__(self, rule_set: RuleSet) -> None:
        layout = Layout(rule_set.questionnaire.questions)
        self.leaves = layout.leaves
        self.rule_set = rule_set
        self.programs = {rule.code: layout.steps(rule.when) for rule in rule_set.rules}
        self.conditions = {
            placed.item.link_id: tuple(layout.steps(one) for one in placed.conditions)
            for placed in rule_set.questionnaire.placed
        }

    def conclude(self, response: QuestionnaireResponse) -> Conclusion:
        """What the answers of an interview that has ended come to."""
        known = self._known(response)
        found = [_looked_up(leaf, known, response.status) for leaf in self.leaves]
        worked = {code: _worked(program, found) for code, program in self.programs.items()}
        worth = {code: values[-1] for code, values in worked.items()}
        open_ = {
            rule.code: self._raise(rule, worked[rule.code])
            for rule in self.rule_set.rules
            if rule.kind in (Kind.RED_FLAG, Kind.WARNING_SIGN)
            and not isinstance(rule, Contradiction)
            and worth[rule.code] == UNKNOWN
            and not any(worth[code] == YES for code in rule.yields_to)
        }
        said = self._said(worth, set(open_))
        verdicts = {
            rule.code: Verdict(rule.code in said, rule.code in open_, open_.get(rule.code))
            for rule in self.rule_set.rules
        }
        return Conclusion(verdicts, self._level(said, open_))

    def _known(self, response: QuestionnaireResponse) -> dict[str, Said]:
        known: dict[str, Said] = {}
        so_far = _SoFar(self.leaves, known)
        for link_id, item in self.rule_set.questionnaire.questions.items():
            worths = {_worked(one, so_far)[-1] for one in self.conditions[link_id]}
            answer = response.answers.get(link_id) or _erased(item, response)
            if NO in worths:
                known[link_id] = Said(Case.OFF)
            elif UNKNOWN in worths or answer is None:
                known[link_id] = Said(Case.WAITING)
            else:
                known[link_id] = Said(Case.SAID, counted(item, answer))
        return known | dict(_twice(response, known))

    def _said(self, worth: Mapping[str, int], open_: set[str]) -> set[str]:
        signs: set[str] = set()
        others: set[str] = set()
        waiting = []
        for rule in self.rule_set.rules:
            if worth[rule.code] != YES:
                continue
            if _waits_for_others(rule):
                waiting.append(rule)
            elif not any(worth[code] == YES for code in rule.yields_to):
                sign = rule.kind in (Kind.RED_FLAG, Kind.WARNING_SIGN)
                (signs if sign else others).add(rule.code)
        urgent = {code for code in signs | open_ if self._urgent(code)}
        return signs | others | {r.code for r in waiting if _let(r, signs, open_, urgent)}

    def _urgent(self, code: str) -> bool:
        return self._by_code[code].urgency in (Urgency.SAME_DAY, Urgency.EMERGENCY)

    @cached_property
    def _by_code(self) -> dict[str, Rule]:
        return {rule.code: rule for rule in self.rule_set.rules}

    def _raise(self, rule: Rule, worked: list[int]) -> Urgency | None:
        program = self.programs[rule.code]
        partly = any(worked[at] == YES for at in _hanging(program, worked))
        warning = any(
            worth != NO and self.warns(step) for step, worth in zip(program, worked, strict=True)
        )
        soft = isinstance(rule, WarningSign) and rule.raises_when_partly
        match rule.urgency:
            case Urgency.EMERGENCY:
                return Urgency.SAME_DAY if partly else Urgency.SOON if warning else None
            case Urgency.SAME_DAY:
                return Urgency.SOON if partly or warning else None
            case Urgency.SOON:
                return Urgency.SOON if warning or (soft and partly) else None
            case _:
                return None

    def warns(self, step: Step) -> bool:
        """Whether the step is a leaf about a safety or warning item."""
        return step.how is How.LEAF and self._warning[step.n]

    @cached_property
    def _warning(self) -> list[bool]:
        items = self.rule_set.questionnaire.questions
        return [
            isinstance(leaf, Table) and items[leaf.link_id].role is not Role.CONTEXT
            for leaf in self.leaves
        ]

    def _level(self, said: set[str], open_: Mapping[str, Urgency | None]) -> Urgency:
        reached = {self._by_code[code].urgency for code in said} | set(open_.values())
        for level in (Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.SOON):
            if level in reached:
                return level
        return Urgency.ROUTINE


def counted(item: Question, answer: Answer) -> tuple[Value, ...]:
    """The values that count: the latest; of a text all, of a sign the worst, since staff asked."""
    if not isinstance(item, FreeText | Choice):
        return answer.values
    since: list[tuple[Value, ...]] = []
    for one in (*answer.replaced, answer):
        confirmed = one.by is Informant.STAFF and one.initials != ""
        since = [one.values] if confirmed else [*since, one.values]
    if not isinstance(item, Choice):
        return tuple(value for values in since for value in values)
    if item.role is Role.CONTEXT:
        told = {*answer.values} | {v for values in since for v in values if _option(item, v).stands}
    elif item.repeats:
        told = {value for values in since for value in values}
    else:
        told = _worst(item, [values[0] for values in since])
    alone = {option.code for option in item.options if item.repeats and option.exclusive}
    return tuple(told - alone) or answer.values


def _worst(item: Choice, told: list[Value]) -> set[Value]:
    """The signs that are worst of all, and a "not sure" unless no sign could be worse."""
    options = [_option(item, value) for value in told]
    worst = max((option.concern for option in options if not option.unknown), default=0)
    top = worst == max(option.concern for option in item.options)
    counts = [not top if one.unknown else 0 < one.concern == worst for one in options]
    return {value for value, one in zip(told, counts, strict=True) if one} or {told[-1]}


def _option(item: Choice, value: Value) -> Option:
    return next(option for option in item.options if option.code == value)


def _erased(item: Question, response: QuestionnaireResponse) -> Answer | None:
    """The last answer before all was erased, with those before it."""
    said = response.taken_back.get(item.link_id)
    counts = isinstance(item, FreeText) or item.role is not Role.CONTEXT
    return replace(said[-1], replaced=said[:-1]) if said and counts else None


def _twice(
    response: QuestionnaireResponse, known: Mapping[str, Said]
) -> Iterator[tuple[str, Said]]:
    """What has become of the items that were asked a second time."""
    for item in response.questionnaire.questions.values():
        first = item.asks_again if isinstance(item, Choice) else ""
        if first and isinstance(item, Choice):
            told = [
                response.answers[one] for one in (first, item.link_id) if one in response.answers
            ]
            yield first, _out_of(item, told, [known[first], known[item.link_id]])


def _out_of(item: Choice, told: list[Answer], stand: list[Said]) -> Said:
    pieces = [piece for answer in told for piece in (*answer.replaced, answer)]
    in_time = sorted(pieces, key=lambda piece: piece.at)
    ranks = [option.concern for option in item.options]
    if not in_time:
        return Said(Case.WAITING)
    value = counted(item, replace(in_time[-1], replaced=tuple(in_time[:-1])))
    missing = len(told) < len(stand) and any(one.case is Case.WAITING for one in stand)
    chosen = item.option(value[0])
    if missing and chosen and not chosen.unknown and chosen.concern < max(ranks):
        return Said(Case.WAITING)
    return Said(Case.SAID, value)


class _SoFar:
    """What leaves are worth while the items before them become known one by one."""

    def __init__(self, leaves: list[Table | Ending], known: Mapping[str, Said]) -> None:
        self._leaves = leaves
        self._known = known

    def __getitem__(self, place: int) -> int:
        return _looked_up(self._leaves[place], self._known, None)


def _looked_up(leaf: Table | Ending, known: Mapping[str, Said], status: Status | None) -> int:
    """What a leaf is worth; ``status`` is None for conditions, which know no ending."""
    ended = status in (Status.COMPLETED, Status.STOPPED)
    if isinstance(leaf, Ending):
        at_end = leaf.stopped if status is Status.STOPPED else leaf.completed
        return at_end if ended else UNKNOWN
    said = known[leaf.link_id]
    if said.case is Case.SAID:
        if leaf.words:
            return YES if any(_stands_in(str(v), leaf.words) for v in said.values) else NO
        return max([leaf.worth.get(value, leaf.otherwise) for value in said.values])
    if said.case is Case.OFF:
        return leaf.off
    return leaf.never if ended else leaf.waiting


def _worked(program: Steps, found: list[int] | _SoFar) -> list[int]:
    """What every step is worth, given what the leaves are."""
    worth: list[int] = []
    for step in program:
        if step.how is How.LEAF:
            worth.append(found[step.n])
        else:
            worth.append(_joined(step, [worth[part] for part in step.parts]))
    return worth


def _joined(step: Step, parts: list[int]) -> int:
    if step.how is How.LEAST:
        return min(parts, default=YES)
    if step.how is How.MOST:
        return max(parts, default=NO)
    return YES - parts[0] if step.how is How.TURN else _counted(step.n, parts)


def _counted(n: int, parts: list[int]) -> int:
    if parts.count(YES) >= n:
        return YES
    return NO if parts.count(YES) + parts.count(UNKNOWN) < n else UNKNOWN


def _hanging(program: Steps, worked: list[int]) -> Iterator[int]:
    """The steps below an unknown whole whose every step above is unknown."""
    waiting = [len(program) - 1] if worked[-1] == UNKNOWN else []
    while waiting:
        at = waiting.pop()
        yield at
        if worked[at] == UNKNOWN:
            waiting.extend(program[at].parts)


def _waits_for_others(rule: Rule) -> bool:
    flags = ("beside_others", "only_alone", "reassuring")
    return any(getattr(rule, flag, False) for flag in flags)


def _let(rule: Rule, signs: set[str], open_: set[str], urgent: set[str]) -> bool:
    """Whether a rule that waits for others may be said beside them."""
    if isinstance(rule, Presentation):
        return not urgent
    alone = isinstance(rule, WarningSign) and rule.only_alone
    if isinstance(rule, WarningSign) and rule.beside_others:
        return bool(signs.difference(rule.not_beside))
    return alone and not signs and not open_


def _stands_in(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases is a row of neighboring words of the text."""
    words = _words(text)
    rows = (_words(phrase) for phrase in phrases)
    return any(row == words[at : at + len(row)] for row in rows for at in range(len(words)))


@lru_cache(1024)  # the same phrases are looked for in every text
def _words(text: str) -> tuple[str, ...]:
    """The words letter by letter: marks dropped, apostrophes joined, all else between words."""
    letters = normalize("NFKD", text.translate(_WITHIN_WORDS).casefold())
    kept = (letter for letter in letters if not "\u0300" <= letter <= "\u036f")
    return tuple("".join(letter if letter.isalnum() else " " for letter in kept).split())
