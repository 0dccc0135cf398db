"""How long the rules take over the vignettes: ``python -m bench.screening``."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter

from intake.response import QuestionnaireResponse, facts
from screening.record import assessed
from screening.rules import RULES
from screening.triage import screen
from tests.patients import cases, patient

ROUNDS = 10
LINE = "{what:<42} median {median:6.2f} ms   95 in 100 below {most:6.2f} ms"

WHAT: dict[str, Callable[[QuestionnaireResponse], object]] = {
    "what is known of every answer": facts,
    "screen()": lambda response: screen(response, RULES),
    "screen() with explanation, as recorded": lambda response: assessed(response, RULES),
}


def main() -> None:
    """Measure each over every vignette, one after the other in every round."""
    responses = [patient(case) for case in sorted(cases())]
    taken: dict[str, list[float]] = {what: [] for what in WHAT}
    for _ in range(ROUNDS):
        for what, work in WHAT.items():
            taken[what] += [_milliseconds(work, response) for response in responses]
    print(f"screening: {len(responses)} vignettes, {len(RULES.rules)} rules, {ROUNDS} rounds")
    for what, times in taken.items():
        print(LINE.format(what=what, median=median(times), most=quantiles(times, n=20)[-1]))


def _milliseconds(
    work: Callable[[QuestionnaireResponse], object], response: QuestionnaireResponse
) -> float:
    started = perf_counter()
    work(response)
    return (perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
