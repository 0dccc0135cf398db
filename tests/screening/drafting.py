"""Draft the truth table of a rule: ``python -m tests.screening.drafting CODE...``.

A draft shows what a rule does. Whether that is what it should do is for a person to say, row by
row, against the clinical description of the rule, before it goes into truth_tables.yaml.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from intake.criteria import Leaf, LeftOpen, Within, leaves
from intake.questionnaire import Choice, WholeNumber
from screening.finding import Addition, Rule
from screening.proof.solver import (
    FALSE,
    TRUE,
    Example,
    Formula,
    any_of,
    at_most,
    both,
    either,
    no,
    variable,
)
from screening.proof.subject import Subject
from screening.rules import RULES
from tests.screening.mutants import Mutant, deciding, mutants
from tests.screening.telling_apart import told_apart
from tests.screening.truth_tables import (
    INTERVIEW,
    OTHERS,
    UNANSWERED,
    Answers,
    Case,
    came_to,
    usual,
)

MOST_CHANGES = 9
MOST_NAMED = 4
VERDICTS = ["fires", "same day", "soon", "ask", "silent", "added", "not added"]


@dataclass(frozen=True)
class Row:
    """The answers given, the item varied, one answer to it, and the addition looked at."""

    given: Answers
    link_id: str
    value: str
    addition: str | None = None


class Drafting:
    """Looks for the plainest patients who tell a rule from each of its mutants."""

    def __init__(self) -> None:
        self.subject = Subject(RULES)
        self.usual = usual(RULES.questionnaire)
        self.few = [variable(f"at most {n} unusual answers") for n in range(MOST_CHANGES + 1)]
        every = [leaf for rule in RULES.rules for leaf in leaves(rule.when)]
        ages = {int(self.usual["age"]), *edges(every)}
        natural = any_of(self._is_number("age", age) for age in ages)
        self.subject.as_asked.narrow(natural)
        for n, few in enumerate(self.few):
            meaning = either(no(few), at_most(n, self._unusual))
            self.subject.as_asked.narrow(meaning)
            self.subject.ended.narrow(meaning)

    def table(self, rule: Rule) -> dict[str | None, list[Row]]:
        """Rows that catch every mutant that can be caught, by addition."""
        fires = self.subject.outcome.said(rule)
        first = self._plainest(fires)
        rows = list(_rows_around(first, tuple(first), None)) if first else []
        left = _accepted(rule)
        new = rows
        while left:
            told = list(cases(rule, new))
            left = [mutant for mutant in left if not caught(mutant, told)]
            new = []
            if left:
                mutant = left.pop(0)
                if example := self._plainest(told_apart(self.subject, mutant), fires):
                    new = list(_rows_around(example, mutant.items, _addition(mutant, rule)))
                    rows += new
        return {
            which: [row for row in rows if row.addition == which]
            for which in (None, *(addition.text for addition in rule.adds))
        }

    def _plainest(self, wanted: Formula, if_possible: Formula = TRUE) -> dict[str, str] | None:
        """The fewest answers other than usual, of a patient asked as the kiosk asks."""
        for search in (self.subject.as_asked, self.subject.ended):
            if search.find(wanted) is None:
                continue
            for few in self.few:
                for also in (if_possible, TRUE):
                    if example := search.find(wanted, also, few):
                        return dict(self._changes(example))
        return None

    @cached_property
    def _unusual(self) -> list[Formula]:
        pattern = self.subject.pattern
        unusual = [pattern.interrupted]
        for link_id, said in pattern.said.items():
            item = RULES.questionnaire.questions[link_id]
            if isinstance(item, Choice) and link_id in self.usual:
                others = [code for code in said.ticks if code != self.usual[link_id]]
                asked = self.subject.shown.asked(link_id).yes
                unusual += [both(asked, said.ticks[code]) for code in others]
                unusual.append(both(asked, no(said.anything)))
            elif isinstance(item, Choice):
                unusual.append(said.anything)
            elif isinstance(item, WholeNumber):
                unusual.append(no(self._is_number(link_id, int(self.usual[link_id]))))
        return [one for one in unusual if one is not FALSE]

    def _is_number(self, link_id: str, value: int) -> Formula:
        return self.subject.standing.truth(Within(link_id, value, value)).yes

    def _changes(self, example: Example) -> Iterator[tuple[str, str]]:
        response = self.subject.response(example)
        for link_id, item in RULES.questionnaire.questions.items():
            asked = example.holds(self.subject.shown.asked(link_id).yes)
            if not isinstance(item, Choice | WholeNumber) or not asked:
                continue
            answer = response.answers.get(link_id)
            said = " + ".join(map(str, answer.values)) if answer else UNANSWERED
            optional = link_id not in self.usual and answer is None
            if said != self.usual.get(link_id) and not optional:
                yield link_id, said
        if response.status.value == "stopped":
            yield INTERVIEW, "stopped"


def _rows_around(
    patient_is: Answers, about: tuple[str, ...], addition: str | None
) -> Iterator[Row]:
    """The patient, with one after another of the answers the mistake is about varied."""
    varied = [link_id for link_id in about if link_id in patient_is] or list(about)[:1]
    for link_id in varied or list(patient_is)[:1]:
        given = {other: said for other, said in patient_is.items() if other != link_id}
        yield Row(given, link_id, patient_is.get(link_id, ""), addition)


def caught(mutant: Mutant, told: list[Case]) -> bool:
    """Whether one of the cases catches the mutant."""
    if mutant.rule.urgency is not RULES.rule(mutant.code).urgency:
        return True
    wrong = deciding(RULES, mutant.rule)
    return any(came_to(case, wrong) != case.expected for case in told)


def cases(rule: Rule, rows: list[Row]) -> Iterator[Case]:
    """Every case of some rows, with what the rule comes to now."""
    for row in rows:
        worth_a_case = values(rule, row.link_id)
        own = [row.value] if row.value not in {*worth_a_case, "", UNANSWERED} else []
        for value in (*worth_a_case, *own):
            case = Case(rule.code, {**row.given, row.link_id: value}, "", row.addition)
            yield Case(rule.code, case.answers, came_to(case, RULES), row.addition)


def values(rule: Rule, link_id: str) -> list[str]:
    """The answers of an item that are worth a case of their own for a rule."""
    if link_id == INTERVIEW:
        return ["finished", "stopped"]
    item = RULES.questionnaire.questions[link_id]
    stronger = (RULES.rule(code).when for code in rule.yields_to)
    criteria = [rule.when, *(addition.when for addition in rule.adds), *stronger]
    about = [
        leaf
        for criterion in criteria
        for leaf in leaves(criterion)
        if getattr(leaf, "link_id", "") == link_id
    ]
    if isinstance(item, Choice):
        missing = [UNANSWERED] if any(isinstance(leaf, LeftOpen) for leaf in about) else []
        return [option.code for option in item.options] + missing
    return [str(n) for n in sorted(edges(about))]


def edges(about: list[Leaf]) -> set[int]:
    """The last number inside and the first outside every bound."""
    return {
        n
        for leaf in about
        if isinstance(leaf, Within)
        for bound, beyond in ((leaf.lowest, -1), (leaf.highest, 1))
        if bound is not None
        for n in (bound, bound + beyond)
    }


def _accepted(rule: Rule) -> list[Mutant]:
    """The mutants that the rule set takes for a rule at all."""
    return [mutant for mutant in mutants(rule, RULES.questionnaire.questions) if _taken(mutant)]


def _taken(mutant: Mutant) -> bool:
    try:
        mutant.among(RULES)
    except ValueError:
        return False
    return True


def _addition(mutant: Mutant, rule: Rule) -> str | None:
    changed: list[Addition] = [one for one in rule.adds if one not in mutant.rule.adds]
    return changed[0].text if changed else None


def written(rule: Rule, table: dict[str | None, list[Row]]) -> Iterator[str]:
    """The table of a rule as it stands in the file."""
    yield f"  {rule.code}:"
    yield f"    name: {rule.name}"
    yield f"    urgency: {rule.urgency.value if rule.urgency else 'none'}"
    yield "    table:"
    yield from _rows(rule, table[None], "    ")
    if rule.adds:
        yield "    adds:"
    for addition in rule.adds:
        yield f"      {_text(addition.text)}:"
        yield from _rows(rule, table[addition.text], "      ")


def _rows(rule: Rule, rows: list[Row], indent: str) -> Iterator[str]:
    together: dict[str, dict[str, dict[str, str]]] = {}
    for row in rows:
        stated = ", ".join(f"{other}: {said}" for other, said in row.given.items())
        values = together.setdefault(stated, {}).setdefault(row.link_id, {})
        values |= {case.answers[row.link_id]: case.expected for case in cases(rule, [row])}
    for stated, items in together.items():
        lines = [f"with: {{{stated}}}"] if stated else []
        lines += [f"{link_id}: {{{_told(link_id, values)}}}" for link_id, values in items.items()]
        for number, line in enumerate(lines):
            yield f"{indent}{'- ' if number == 0 else '  '}{line}"


def _told(link_id: str, values: dict[str, str]) -> str:
    verdicts: dict[str, list[str]] = {}
    for value, verdict in values.items():
        verdicts.setdefault(verdict, []).append(value)
    most = max(verdicts.values(), key=len)
    if len(most) > MOST_NAMED and isinstance(RULES.questionnaire.questions[link_id], Choice):
        codes = {option.code for option in RULES.questionnaire.choice(link_id).options}
        most[:] = [OTHERS, *(value for value in most if value not in codes)]
    in_order = sorted(verdicts, key=VERDICTS.index)
    return ", ".join(f"{verdict}: {_list(verdicts[verdict])}" for verdict in in_order)


def _list(said: list[str]) -> str:
    return said[0] if len(said) == 1 else f"[{', '.join(said)}]"


def _text(words: str) -> str:
    return f'"{words}"' if ":" in words or "," in words else words


if __name__ == "__main__":
    drafting = Drafting()
    for wanted in sys.argv[1:] or [rule.code for rule in RULES.rules]:
        chosen = RULES.rule(wanted)
        sys.stdout.write("\n".join(written(chosen, drafting.table(chosen))) + "\n")
        sys.stdout.flush()
