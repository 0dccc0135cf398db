"""The ticks "No to all of these" that a QuestionnaireResponse leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.answers import Answer, Mode
from intake.questionnaire import Choice, Group, NoToAll, Question


def untold_ticks(
    items: tuple[Question | Group, ...], answers: Mapping[str, Answer]
) -> Iterator[tuple[str, Answer]]:
    """The ticks "No to all of these" that were not told, as the rows above them have them.

    Given is one that answered any row, a row above it that says yes or not: what one tap for many
    rows said is asked again where it matters. A row left open leaves its tick open.
    """
    for group in items:
        if isinstance(group, Group):
            yield from untold_ticks(group.items, answers)
            rows = [answers.get(item.link_id) for item in group.items if isinstance(item, Choice)]
            given = [row for row in rows if row is not None]
            for tick in group.items:
                if isinstance(tick, NoToAll) and tick.link_id not in answers and None not in rows:
                    as_group = any(row.mode is Mode.GROUP for row in given)
                    yield tick.link_id, Answer((as_group,), given[-1].at)
