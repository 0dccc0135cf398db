"""What staff were told of while the patient answered, who came, and what no longer stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from textwrap import shorten

from reports import wording
from reports.phrases import Reading, moment
from reports.visit import Seen, Visit

_LONGEST_NOTE = 160


def staff(reading: Reading, visit: Visit) -> str:
    """When staff were first told, whether somebody has come, and which flag stands no more."""
    if not visit.seen:
        return ""
    first = min(visit.seen, key=lambda one: one.raised)
    raised = moment(reading, first.raised)
    waiting = [one for one in visit.seen if one.at is None]
    if waiting or first.at is None:
        told = wording.STAFF_NOT_SEEN.format(raised=raised)
    else:
        seen = moment(reading, first.at)
        told = wording.STAFF_ALERTED.format(raised=raised, seen=seen, by=first.by)
    return "; ".join((told, *_withdrawn(reading, visit)))


def _withdrawn(reading: Reading, visit: Visit) -> Iterator[str]:
    """What staff were told of and the answers no longer give: a box without it says why."""
    stand = {finding.code for finding in reading.assessment.findings}
    gone = dict.fromkeys(one.code for one in visit.seen if one.found and one.code not in stand)
    if gone:
        template = wording.WITHDRAWN if visit.corrected else wording.NO_LONGER
        yield template.format(codes=", ".join(gone))


def noted_once(codes: Iterable[str], seen: tuple[Seen, ...]) -> dict[str, Seen]:
    """What staff saw of each flag; a note they wrote for several stands at the first of them."""
    by_code = {one.code: one for one in seen}
    told: set[tuple[object, str, str]] = set()
    for code in codes:
        one = by_code.get(code)
        if one is not None and one.note:
            note = (one.at, one.by, one.note)
            by_code[code] = replace(one, note=wording.AS_ABOVE) if note in told else one
            told.add(note)
    return by_code


def seen_words(reading: Reading, seen: Seen | None) -> str:
    """Who of the staff saw a flag, when, and what was done; empty while nobody did."""
    if seen is None or seen.at is None:
        return ""
    when = moment(reading, seen.at)
    template = wording.SEEN_NOTE if seen.note else wording.SEEN
    note = shorten(seen.note, _LONGEST_NOTE, placeholder=" …")
    return template.format(when=when, by=seen.by, note=note)
