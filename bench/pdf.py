"""How long one summary takes to draw, beside two twins: ``python -m bench.pdf``.

The three take turns within each round, and every round is of another visit, so that nothing is
remembered from the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median
from time import perf_counter

from bench.pdf_content import content
from bench.pdf_platypus import platypus
from bench.pdf_typst import typst
from reports.pdf.archive import Attachment
from reports.pdf.render import render
from reports.summary import Summary
from tests.reports import patients

WARM, ROUNDS = 5, 60
RECORD = Attachment.of_response(b'{"resourceType": "QuestionnaireResponse"}')
OURS = "ours: tagged, archival, with the record inside"
AIMS = {"reportlab platypus: no tags": 0.6, "typst: tagged": 0.8}

ENGINES: dict[str, Callable[[Summary], bytes]] = {
    OURS: lambda summary: render(summary, (RECORD,)),
    "reportlab platypus: no tags": lambda summary: platypus(content(summary)),
    "typst: tagged": lambda summary: typst(content(summary)),
}


def visits(count: int) -> Iterator[Summary]:
    """So many visits of the same kind, each with a reference of its own."""
    for number in range(count):
        yield patients.summary(patient=replace(patients.DAVID, reference=f"7F3K-{number:04}"))


def main() -> None:
    """Measure each engine in turn, round by round."""
    taken: dict[str, list[float]] = {name: [] for name in ENGINES}
    size = dict.fromkeys(ENGINES, 0)
    for turn, summary in enumerate(visits(WARM + ROUNDS)):
        for name, engine in ENGINES.items():
            started = perf_counter()
            size[name] = len(engine(summary))
            if turn >= WARM:
                taken[name].append((perf_counter() - started) * 1000)
    print(f"pdf: one summary of two pages, {ROUNDS} rounds in turn")
    for name, times in taken.items():
        print(f"{name:<48} median {median(times):6.1f} ms {size[name] / 1000:6.0f} KB")
    for name, aim in AIMS.items():
        ratio = median(taken[OURS]) / median(taken[name])
        print(f"ours to {name}: {ratio:.2f}, aim {aim}")


if __name__ == "__main__":
    main()
