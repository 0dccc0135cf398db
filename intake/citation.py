"""What an item or a rule rests on: a claim of the documents, or a guideline or study."""

from __future__ import annotations

from dataclasses import dataclass

from intake.claims import CLAIMS


@dataclass(frozen=True)
class Source:
    """A guideline, study or design note, named as a clinician would look it up.

    ``year`` is the year of publication; ``doi`` is given where known.
    """

    name: str
    year: int | None = None
    doi: str = ""

    def __str__(self) -> str:
        """Name and year on one line."""
        return f"{self.name} ({self.year})" if self.year else self.name


def check_claims(owner: str, claims: tuple[str, ...]) -> None:
    """Raise ValueError naming the owner when it cites a claim that does not exist."""
    for claim in claims:
        if claim not in CLAIMS:
            msg = f"{owner}: '{claim}' is not a claim id of the documents"
            raise ValueError(msg)
