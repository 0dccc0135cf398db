"""What is tapped on every page: the single answers of one patient, in the order they are asked.

A routine visit with as many branches as routine visits have. Dates, lists to tick and free text are
answered too where a page asks for them, but not measured: the pages take them in different ways.
"""

from __future__ import annotations

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice
from tests.journeys.sheets import sheet
from tests.taps import CHECK_IN

GIVEN = sheet("V81")


def _single(link_id: str) -> bool:
    item = KNEE_TWITCHING.questions.get(link_id)
    return isinstance(item, Choice) and not item.repeats


CHECKED_IN = {link_id: GIVEN[link_id] for link_id in GIVEN if link_id in CHECK_IN}
ASKED = tuple(link_id for link_id in GIVEN if _single(link_id) and link_id not in CHECK_IN)
"""The questions, with one answer each in GIVEN."""
