"""Assessment: what a response means, ready to be stored, shown and printed."""

from __future__ import annotations

from dataclasses import dataclass

from intake.answers import Informant, Value
from screening.finding import ArthritisLevel, Kind, Rule, Urgency


@dataclass(frozen=True)
class Evidence:
    """An answer a finding rests on; ``values`` is empty where the item was not answered."""

    link_id: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Finding:
    """A rule that fired, the answers it fired because of, and the words added to its title."""

    rule: Rule
    because: tuple[Evidence, ...]
    additions: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The rule's title with what the answers add to it."""
        return "; ".join((self.rule.title, *self.additions))


@dataclass(frozen=True)
class NotRuledOut:
    """A rule that could not be ruled out, the items to ask about aloud, and what it raises to.

    ``raises_to`` is None where the question is printed only.
    """

    rule: Rule
    ask: tuple[str, ...]
    raises_to: Urgency | None


@dataclass(frozen=True)
class Disagreement:
    """An item to which two people, or one at two times, gave different answers."""

    link_id: str
    said: tuple[tuple[Informant, tuple[Value, ...]], ...]


@dataclass(frozen=True)
class Arthritis:
    """How far the answers fit arthritis, and of which kinds."""

    level: ArthritisLevel
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """The whole meaning of one response under one version of the rules.

    Findings are ordered most urgent first. ``urgency`` is the most urgent of findings and of what
    could not be ruled out.
    """

    urgency: Urgency
    arthritis: Arthritis
    findings: tuple[Finding, ...]
    could_not_rule_out: tuple[NotRuledOut, ...]
    disagreements: tuple[Disagreement, ...]
    rules_version: str

    def of_kind(self, *kinds: Kind) -> tuple[Finding, ...]:
        """The findings of these kinds."""
        return tuple(finding for finding in self.findings if finding.rule.kind in kinds)
