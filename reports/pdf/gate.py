"""The one gate to the page: every text made safe to print, and what stands on one line bounded."""

from __future__ import annotations

from dataclasses import replace

from reports.pdf.text import one_line, safe_throughout
from reports.summary import Banner, FlagBox, Imprint, Summary

LONGEST_NAME = 120
"""Characters of a family or given name; no real one is as long."""
LONGEST_FACT = 60
LONGEST_NOTE = 160
LONGEST_SEEN = 260


def safe_to_draw(summary: Summary) -> Summary:
    """The summary with every text cleaned, and names and notes that leave room for the rest.

    The patient's own words and all answers stay whole, as far as `text.clean` leaves them.
    """
    where = summary.where
    course = tuple((label, one_line(value, LONGEST_NOTE)) for label, value in where.course)
    return safe_throughout(
        replace(
            summary,
            imprint=_imprint(summary.imprint),
            banner=_banner(summary.banner),
            red_flags=_red_flags(summary.red_flags),
            where=replace(where, course=course),
            words=tuple(
                replace(each, by=one_line(each.by, LONGEST_NOTE)) for each in summary.words
            ),
        )
    )


def _imprint(imprint: Imprint) -> Imprint:
    return replace(imprint, title=one_line(imprint.title, LONGEST_NAME))


def _banner(banner: Banner) -> Banner:
    return replace(
        banner,
        family=one_line(banner.family, LONGEST_NAME),
        given=one_line(banner.given, LONGEST_NAME),
        facts=tuple((label, one_line(value, LONGEST_FACT)) for label, value in banner.facts),
        completed=one_line(banner.completed, LONGEST_NOTE),
        asked_in=one_line(banner.asked_in, LONGEST_FACT),
    )


def _red_flags(box: FlagBox) -> FlagBox:
    rows = tuple(replace(row, seen=one_line(row.seen, LONGEST_SEEN)) for row in box.rows)
    return replace(box, staff=one_line(box.staff, LONGEST_NOTE), rows=rows)
