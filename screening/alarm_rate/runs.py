"""The main run of the simulation and the runs that ask what if an assumption is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from screening.alarm_rate import wording
from screening.alarm_rate.clinic import Clinic
from screening.alarm_rate.rates import rates
from screening.alarm_rate.report import Run, report
from screening.alarm_rate.simulation import Chance, patients
from screening.finding import RuleSet

Seeded: TypeAlias = Callable[[int], Chance]
"""Where chance comes from for a seed: `random.Random`."""

_TIMES_FEWER = 5
"""A variation draws this many times fewer patients than the main run, ordinary ones only."""


def alarm_rate(clinic: Clinic, rule_set: RuleSet, number: int, seed: int, seeded: Seeded) -> str:
    """The report on so many patients, with the variations; the same seed gives the same text."""
    fewer = max(1, number // _TIMES_FEWER)
    varied = {
        name: run(other, rule_set, fewer, seed, seeded)
        for name, other in variations(clinic).items()
    }
    return report(run(clinic, rule_set, number, seed, seeded), varied)


def run(clinic: Clinic, rule_set: RuleSet, number: int, seed: int, seeded: Seeded) -> Run:
    """One run: draw the patients, screen them, count."""
    drawn = patients(clinic, number, seeded(seed))
    return Run(clinic, rule_set, seed, rates(clinic, drawn, rule_set))


def variations(clinic: Clinic) -> Mapping[str, Clinic]:
    """The clinic's ordinary patients under other assumptions, by what is other."""
    ordinary = replace(clinic, groups=tuple(group for group in clinic.groups if group.ordinary))
    return {
        wording.HALF: replace(ordinary, telling=_times(clinic, 0.5)),
        wording.TWICE: replace(ordinary, telling=_times(clinic, 2)),
        wording.ALWAYS_SURE: replace(ordinary, not_sure=0),
        wording.SELDOM_SURE: replace(ordinary, not_sure=3),
        wording.ONE_BY_ONE: replace(ordinary, no_to_all=0),
    }


def _times(clinic: Clinic, factor: float) -> Mapping[float, float]:
    return {factor * telling: percent for telling, percent in clinic.telling.items()}
