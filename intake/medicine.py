"""A medicine as an answer: the name a patient reads, and what other systems know it by."""

from __future__ import annotations

from dataclasses import dataclass

from intake.option import Option


@dataclass(frozen=True)
class Medicine(Option):
    """A medicine by its generic name, which is its code; ``text`` adds the brands people know.

    ``rxcui`` is the number of its ingredient in RxNorm. It leaves the program only once
    ``verified``: read in a published table, not remembered.
    """

    rxcui: str = ""
    verified: bool = False

    @property
    def generic(self) -> str:
        """The name a clinician reads: without brands, and not in the patient's language."""
        return self.code.replace("-", " ")
