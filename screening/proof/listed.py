"""CONTENT: what is stated about the rule set and what was decided, with the reasons."""

from screening.proof.levels import ListedTurn
from screening.proof.paths import PathLength

PATHS = PathLength(shortest=21, longest=50)
"""Screens of a finished interview: for whom nothing is wrong, and for whom everything is."""

SLOW_WEAKNESS = ListedTurn(
    link_id="toes-drag",
    before="no",
    after="not-sure",
    rules=("E14",),
    reason=(
        "toes that may drag open the question how fast weakness came; a slow answer settles what "
        "E14 asks. Only where the interview counts as finished although the question on weakness "
        "itself was never answered"
    ),
)

WITH_NOTHING_ELSE_CHANGED = ()
WITH_WHAT_IS_OPENED_ANSWERED = (SLOW_WEAKNESS,)
