"""Whoever looks at a page: what they stand on, their token, and who they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from reports.clinic.doors import ClinicDoors, Who
from reports.clinic.premises import Premises


@dataclass(frozen=True)
class Visitor:
    """Somebody signed in, in front of the doors."""

    premises: Premises
    token: str = field(repr=False)
    who: Who

    @property
    def doors(self) -> ClinicDoors:
        """The doors this visitor stands before."""
        return self.premises.doors
