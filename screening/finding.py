"""What a rule can conclude: a red flag, a warning sign, a presentation, a contributor."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, total_ordering
from typing import ClassVar

from intake.citation import Source, check_claims
from intake.criteria import AnyOf, Criterion, Is, Mentions, Not, leaves, mentioned
from intake.own_words import plain
from intake.questionnaire import Choice, FreeText, Questionnaire


@total_ordering
class Urgency(Enum):
    """How soon somebody must look, from routine (shown, not raised) to emergency (now)."""

    ROUTINE = "routine"
    SOON = "soon"
    SAME_DAY = "same_day"
    EMERGENCY = "emergency"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Urgency):
            return NotImplemented
        return _RANK[self] < _RANK[other]


_RANK = {urgency: rank for rank, urgency in enumerate(Urgency)}


class Kind(Enum):
    """What sort of conclusion a rule draws."""

    RED_FLAG = "red-flag"
    WARNING_SIGN = "warning-sign"
    PRESENTATION = "presentation"
    CONTRIBUTOR = "contributor"


class ArthritisLevel(Enum):
    """How far the answers fit arthritis of the knee, on history alone."""

    NONE = "none"
    POSSIBLE = "possible"
    LIKELY = "likely"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True)
class Addition:
    """Words added to a finding's title when a further criterion holds."""

    when: Criterion
    text: str


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A condition on answers and what it means to a clinician.

    ``code`` is the short clinical id (E02), ``name`` the descriptive one. ``yields_to`` lists the
    codes of rules, at least as urgent, that say the same and more: when one of them fires this one
    is not repeated. ``claims`` are empty for a rule beyond the documents. ``remark`` says why the
    rule stands as it does where it differs from its first draft.
    """

    code: str
    name: str
    title: str
    when: Criterion
    next: str
    claims: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    urgency: Urgency | None = None
    yields_to: tuple[str, ...] = ()
    adds: tuple[Addition, ...] = ()
    remark: str = ""

    kind: ClassVar[Kind]
    left_open: ClassVar[bool] = True

    def __post_init__(self) -> None:
        """Refuse an impossible declaration, naming it."""
        check_claims(self.code, self.claims)
        if not re.match(r"[a-z0-9]+(-[a-z0-9]+)*\Z", self.name):
            msg = f"{self.code}: a rule's name is lower-case words joined by hyphens"
            raise ValueError(msg)
        if not self.sources:
            msg = f"{self.code}: every rule names at least one source"
            raise ValueError(msg)


@dataclass(frozen=True, kw_only=True)
class RedFlag(Rule):
    """A finding that cannot wait: emergency or same day."""

    kind: ClassVar[Kind] = Kind.RED_FLAG


@dataclass(frozen=True, kw_only=True)
class WarningSign(Rule):
    """A warning sign: soon where it raises, routine where it is only shown.

    ``raises_when_partly`` lets one true part and one not known raise to soon. ``beside_others``
    is said only next to another red flag or warning sign, not counting those of ``not_beside``,
    which say the same once more; ``only_alone`` only when there is none and nothing was left open.
    """

    kind: ClassVar[Kind] = Kind.WARNING_SIGN
    raises_when_partly: bool = False
    beside_others: bool = False
    not_beside: tuple[str, ...] = ()
    only_alone: bool = False


@dataclass(frozen=True, kw_only=True)
class Contradiction(WarningSign):
    """Answers that do not fit together, said until staff settle which is right.

    ``asked_by`` is the item that asks the patient once which of them is right. The more urgent
    reading counts: what the answers raise by themselves stays raised. Never one that could not be
    ruled out: as long as one of the answers is not known they do not disagree, and what is open is
    asked about by the rules that rest on it.
    """

    asked_by: str

    left_open: ClassVar[bool] = False


@dataclass(frozen=True, kw_only=True)
class Presentation(Rule):
    """A pattern that explains the complaint; never a diagnosis and never an urgency.

    ``arthritis`` and ``arthritis_kind`` feed the arthritis level. ``reassuring`` patterns are
    not said beside, or before the exclusion of, anything that cannot wait. ``before_procedure``
    ones are to be weighed before any needle or operation, and say so where it cannot be missed.
    """

    kind: ClassVar[Kind] = Kind.PRESENTATION
    arthritis: ArthritisLevel | None = None
    arthritis_kind: str = ""
    reassuring: bool = False
    before_procedure: bool = False


@dataclass(frozen=True, kw_only=True)
class Contributor(Rule):
    """A medicine, condition or habit that may add to the complaint or matters for treatment."""

    kind: ClassVar[Kind] = Kind.CONTRIBUTOR


@dataclass(frozen=True)
class RuleSet:
    """Every rule over one questionnaire; refuses rules that cannot be meant."""

    questionnaire: Questionnaire
    version: str
    rules: tuple[Rule, ...]

    def __post_init__(self) -> None:
        """Refuse doubled codes, unknown items and options, and rules yielding to lesser ones."""
        counted = Counter(name for rule in self.rules for name in (rule.code, rule.name))
        if twice := [name for name, times in counted.items() if times > 1]:
            msg = f"{twice[0]}: this rule is declared twice"
            raise ValueError(msg)
        by_code = {rule.code: rule for rule in self.rules}
        for rule in self.rules:
            _check_criterion(rule.code, _whole(rule), self.questionnaire)
            _check_own_words(rule, self.questionnaire)
            for code in rule.yields_to:
                _check_yields(rule, by_code.get(code), code)
            _check_someone_speaks(rule, by_code)

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """By linkId, every word that a rule looks for in what the patient wrote."""
        found: dict[str, dict[str, None]] = {}
        for rule in self.rules:
            for leaf in _in_own_words(rule):
                found.setdefault(leaf.link_id, {}).update(dict.fromkeys(leaf.words))
        return {link_id: tuple(words) for link_id, words in found.items()}

    def rule(self, code: str) -> Rule:
        """The rule with this code."""
        return next(rule for rule in self.rules if rule.code == code)


def _check_someone_speaks(rule: Rule, by_code: dict[str, Rule]) -> None:
    """Refuse rules that yield to themselves, also the long way round: all would be silent."""
    waiting, seen = list(rule.yields_to), set[str]()
    while waiting:
        code = waiting.pop()
        if code == rule.code:
            msg = f"{rule.code}: yields to itself"
            raise ValueError(msg)
        if code not in seen:
            seen.add(code)
            waiting.extend(by_code[code].yields_to)


def _whole(rule: Rule) -> Criterion:
    return AnyOf((rule.when, *(addition.when for addition in rule.adds)))


def _check_criterion(code: str, criterion: Criterion, questionnaire: Questionnaire) -> None:
    for link_id in mentioned(criterion):
        if link_id not in questionnaire.questions:
            msg = f"{code}: rests on '{link_id}', which is not asked"
            raise ValueError(msg)
    for leaf in leaves(criterion):
        if isinstance(leaf, Is):
            item = questionnaire.questions[leaf.link_id]
            for option in leaf.codes:
                if not isinstance(item, Choice) or item.option(option) is None:
                    msg = f"{code}: rests on option '{option}' of '{leaf.link_id}'"
                    raise ValueError(msg)


def _in_own_words(rule: Rule) -> tuple[Mentions, ...]:
    return tuple(leaf for leaf in leaves(_whole(rule)) if isinstance(leaf, Mentions))


def _check_own_words(rule: Rule, questionnaire: Questionnaire) -> None:
    """A patient's own words may raise, to same day at most, and never lower."""
    problem = ""
    for leaf in _in_own_words(rule):
        if not isinstance(questionnaire.questions[leaf.link_id], FreeText):
            problem = f"looks for words in '{leaf.link_id}', which is not written"
        elif rule.urgency not in {Urgency.SOON, Urgency.SAME_DAY}:
            problem = "rests on the patient's own words, which raise to soon or same day"
        elif _turned_round(_whole(rule)):
            problem = "rests on words that were not written, which say nothing"
        elif held := _held_by_another(leaf.words):
            problem = f"looks for '{held}', which another of its words stands in"
    if problem:
        msg = f"{rule.code}: {problem}"
        raise ValueError(msg)


def _turned_round(criterion: Criterion) -> bool:
    if isinstance(criterion, Not):
        return any(isinstance(leaf, Mentions) for leaf in leaves(criterion.of))
    parts = getattr(criterion, "of", ())
    return any(_turned_round(part) for part in parts)


def _held_by_another(words: tuple[str, ...]) -> str:
    """A word or phrase that could be left out; empty where none could."""
    every = [plain(word) for word in words]
    for at, word in enumerate(words):
        others = (*every[:at], *every[at + 1 :])
        if not every[at].strip() or any(other in every[at] for other in others):
            return word
    return ""


def _check_yields(rule: Rule, other: Rule | None, code: str) -> None:
    if other is None:
        msg = f"{rule.code}: yields to '{code}', which does not exist"
        raise ValueError(msg)
    if rule.urgency and (other.urgency is None or other.urgency < rule.urgency):
        msg = f"{rule.code}: yields to {code}, which is less urgent"
        raise ValueError(msg)
