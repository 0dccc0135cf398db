"""A page made part by part, of which none that fails takes another with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from reports import plain_wording as words
from reports.pdf.plain import Line, Look

T = TypeVar("T")


@dataclass(kw_only=True)
class Lenient:
    """Says what can be said, that something is missing where it is, and a code of it to the log."""

    report: Callable[[str], None]
    told: set[str] = field(default_factory=set)

    def part(self, name: str, say: Callable[[], Iterable[Line]]) -> Iterator[Line]:
        """What a part says; where it fails, a sentence after what it had said."""
        try:
            yield from say()
        except Exception as problem:  # noqa: BLE001 - no part may take another with it
            self.tell(name, problem)
            yield Line(words.MISSING, Look.STRONG)

    def each(
        self, name: str, of: Iterable[T], say: Callable[[T], Iterable[Line]]
    ) -> Iterator[Line]:
        """What is said of each; those that fail are counted at the end."""
        lost = 0
        for one in of:
            try:
                yield from tuple(say(one))
            except Exception as problem:  # noqa: BLE001 - nor one answer another
                self.tell(name, problem)
                lost += 1
        if lost:
            yield Line(words.MISSING_TOLD.format(count=lost), Look.STRONG)

    def tell(self, name: str, problem: Exception) -> None:
        """Report a code of what failed, once."""
        code = f"pdf.plain.{name}.{type(problem).__name__}"
        if code not in self.told:
            self.told.add(code)
            self.report(code)
