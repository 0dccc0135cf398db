"""Try every mutant of every rule: ``python -m tests.screening.mutation``.

A mutant is caught if the rule set refuses it, or a truth table, a vignette or a proof fails on it.
What survives has to stand, with the reason, in mutants_alive.yaml.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from time import perf_counter

import yaml

from screening.finding import RuleSet
from screening.proof.solver import FALSE
from screening.proof.subject import Subject
from screening.proof.theorems import THEOREMS
from screening.rules import RULES
from screening.triage import screen
from tests.patients import cases, patient, phrases
from tests.screening.mutants import Mutant, deciding, mutants
from tests.screening.telling_apart import told_apart
from tests.screening.truth_tables import came_to, cases_of, stated_urgency
from tests.test_vignettes import accepted, named_codes

ALIVE = Path(__file__).with_name("mutants_alive.yaml")
PROCESSES = 2
ENOUGH = 0.95
REFUSED, TABLE, VIGNETTE, PROOF = "the rule set itself", "a truth table", "a vignette", "a proof"
SAME = "no answers tell it from the rule"
ALIVE_AND_DIFFERENT = "nothing"


def all_mutants() -> Iterator[Mutant]:
    """Every mutant of every rule."""
    for rule in RULES.rules:
        yield from mutants(rule, RULES.questionnaire.questions)


def caught_by(mutant: Mutant) -> str:
    """What catches the mutant, the quickest first; or why nothing does."""
    try:
        wrong = mutant.among(RULES)
    except ValueError:
        return REFUSED
    if _table_fails(mutant):
        return TABLE
    if any(_vignette_fails(case, wrong) for case in cases()):
        return VIGNETTE
    if _same_everywhere(mutant):
        return SAME
    return PROOF if _proof_fails(wrong) else ALIVE_AND_DIFFERENT


def _table_fails(mutant: Mutant) -> bool:
    if mutant.rule.urgency is not stated_urgency(mutant.code):
        return True
    decided = deciding(RULES, mutant.rule)
    return any(came_to(case, decided) != case.expected for case in cases_of(mutant.code))


def _vignette_fails(case: str, wrong: RuleSet) -> bool:
    assessment = screen(patient(case), wrong)
    if not min(accepted(case)) <= assessment.urgency <= max(accepted(case)):
        return True
    named = named_codes(assessment)
    wanted = (one["codes"] if isinstance(one, dict) else one for one in _phrases(case))
    return any(not named & set(codes) for codes in wanted)


def _phrases(case: str) -> Iterable[dict | list]:
    return (phrases()[case] or {}).values()


@cache
def _subject() -> Subject:
    return Subject(RULES)


def _same_everywhere(mutant: Mutant) -> bool:
    apart = told_apart(_subject(), mutant)
    return apart is FALSE or _subject().ended.find(apart) is None


def _proof_fails(wrong: RuleSet) -> bool:
    subject = Subject(wrong)
    return any(theorem(subject).failures for theorem in THEOREMS)


def excused() -> dict[str, str]:
    """The mutants that may live, each with the reason."""
    listed = yaml.safe_load(ALIVE.read_text(encoding="utf-8")) or []
    return {name: group["reason"] for group in listed for name in group["mutants"]}


def _caught(mutant: Mutant) -> tuple[str, str]:
    return mutant.name, caught_by(mutant)


def main() -> int:
    """Try every mutant and print what caught how many, and what is wrong with the list."""
    started = perf_counter()
    with Pool(PROCESSES) as pool:
        results = dict(pool.imap_unordered(_caught, all_mutants(), chunksize=8))
    tally = Counter(results.values())
    alive = {name: by for name, by in results.items() if by in {SAME, ALIVE_AND_DIFFERENT}}
    share = 1 - len(alive) / len(results)
    lines = [f"{len(results)} mutants, {share:.1%} caught, {perf_counter() - started:.0f} s"]
    lines += [f"  {tally[by]:5} {by}" for by in (REFUSED, TABLE, VIGNETTE, PROOF)]
    lines += [f"  {tally[by]:5} caught by nothing: {by}" for by in (SAME, ALIVE_AND_DIFFERENT)]
    problems = [f"not listed: {name} ({alive[name]})" for name in alive if name not in excused()]
    problems += [f"listed and caught: {name}" for name in excused() if name not in alive]
    if share < ENOUGH:
        problems.append(f"fewer than {ENOUGH:.0%} caught")
    sys.stdout.write("\n".join([*lines, *problems]) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
