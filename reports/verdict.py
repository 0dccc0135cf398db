"""Whether a file is as it was issued, from what the store knows of it and what it says itself."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from intake.store.issued import Paper, Standing
from reports import paper_wording as wording
from reports.pdf.claim import Claim
from reports.phrases import day_and_time

GOOD, NOT_GOOD, CANNOT_TELL = 0, 1, 2
"""The original that counts; altered, superseded or not issued here; nothing can be said."""


@dataclass(frozen=True)
class Verdict:
    """An exit code, and a sentence for whoever asked."""

    code: int
    sentence: str


def of_issued(standing: Standing, zone: ZoneInfo) -> Verdict:
    """The verdict on a file whose very bytes were issued."""
    told = {
        "version": standing.version,
        "reference": standing.reference or wording.GONE,
        "issued": day_and_time(standing.issued_at, zone),
    }
    if standing.replaced_at is not None:
        replaced = day_and_time(standing.replaced_at, zone)
        return Verdict(NOT_GOOD, wording.SUPERSEDED.format(**told, replaced=replaced))
    copy = standing.paper is Paper.PROTECTED
    return Verdict(GOOD, (wording.ORIGINAL_COPY if copy else wording.ORIGINAL).format(**told))


def of_unknown(claim: Claim, *, visit_known: bool) -> Verdict:
    """The verdict on a file that was never issued as it is."""
    if claim.locked:
        return Verdict(CANNOT_TELL, wording.CANNOT_SAY)
    if not claim.reference:
        return Verdict(CANNOT_TELL, wording.NOT_OURS)
    words = wording.ALTERED if visit_known else wording.NOT_ISSUED
    return Verdict(NOT_GOOD, words.format(reference=claim.reference))
