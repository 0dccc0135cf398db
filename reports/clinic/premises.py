"""What the clinic's process stands on: its doors, and what it knows of itself.

Streamlit runs the page script afresh for every rerun and hands it nothing, so the one application
of a process leaves here what its pages need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reports.clinic.doors import ClinicDoors
from reports.clinic.people_doors import PeopleDoors


@dataclass(frozen=True)
class Premises:
    """The doors; ``boot`` names this run of the server; ``secure`` says it is served over TLS.

    ``report`` is told a code of what failed, without answers, and writes it to the log.
    """

    doors: ClinicDoors
    people: PeopleDoors
    boot: str
    report: Callable[[str], None]
    secure: bool = False


_OPEN: list[Premises] = []


def open_premises(premises: Premises) -> None:
    """Let every page of this process stand on these."""
    _OPEN[:] = [premises]


def standing_on() -> Premises:
    """What the pages stand on."""
    return _OPEN[0]
