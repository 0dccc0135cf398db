"""What the outline of the page is made of."""

from __future__ import annotations

from dataclasses import dataclass

from intake.criteria import Criterion


@dataclass(frozen=True)
class FeatureOf:
    """A feature of arthritis: its words, what makes it so, and the item its detail comes from.

    ``means_nothing_if`` says when it does not count though it is so.
    """

    label: str
    when: Criterion | None
    link_id: str = ""
    means_nothing_if: Criterion | None = None


@dataclass(frozen=True)
class Precaution:
    """What matters before a needle goes into the knee, and the items that say more."""

    label: str
    when: Criterion
    details: tuple[str, ...] = ()
