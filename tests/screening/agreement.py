"""Two evaluators on random responses: ``python -m tests.screening.agreement COUNT``.

One is `screening.triage` on `intake.criteria`, the other the naive one of `screening.proof.naive`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice
from multiprocessing import Pool
from random import Random
from time import perf_counter

from intake.answers import Answer, Informant, Value
from intake.questionnaire import CalendarDate, Choice, FreeText, NoToAll, Question, WholeNumber
from intake.response import QuestionnaireResponse, Status
from screening.assessment import Assessment
from screening.proof.naive import Conclusion, NaiveRules, Verdict
from screening.rules import RULES
from screening.triage import screen
from tests.patients import VISIT
from tests.screening.truth_tables import (
    UNANSWERED,
    Answers,
    cases_of,
    content,
    usual,
    values,
)

PROCESSES = 2
SHARES = 50
NAIVE = NaiveRules(RULES)
ITEMS = tuple(RULES.questionnaire.questions.values())
WORDS = tuple(word for words in RULES.words.values() for word in words)
USUAL = usual(RULES.questionnaire)
PATIENTS = tuple(
    {**USUAL, **case.answers} for code in content()["rules"] for case in cases_of(code)
)
"""Those of the truth tables: without them chance would hardly ever make some rules fire."""


def responses(seed: int) -> Iterator[QuestionnaireResponse]:
    """Random responses without end: patients of the truth tables who answer otherwise by chance.

    Also with answers missing, answers to what is not asked, histories, and staff who settled them.
    """
    dice = Random(seed)  # noqa: S311 - chance, not secrets
    while True:
        patient = dice.choice(PATIENTS)
        otherwise = dice.choice((0.03, 0.03, 0.06, 0.06, 0.1, 0.1, 0.3, 1.0))
        missing = dice.choice((0.0, 0.0, 0.0, 0.0, 0.0, 0.03, 0.03, 0.3))
        answers = {}
        for item in ITEMS:
            if dice.random() >= missing:
                answer = _answer(item, patient, dice, otherwise)
                if answer is not None:
                    answers[item.link_id] = answer
        status = Status.STOPPED if dice.random() < 0.1 else Status.COMPLETED
        erased = _erased(dice) if "anything-else" not in answers else {}
        yield QuestionnaireResponse(RULES.questionnaire, VISIT, status, answers, taken_back=erased)


def _erased(dice: Random) -> dict[str, tuple[Answer, ...]]:
    """What was typed and erased, by now and then a patient."""
    texts = tuple(_said((_written(dice),), dice) for _ in range(dice.choice((0, 0, 0, 1, 2))))
    return {"anything-else": texts} if texts else {}


def _answer(item: Question, patient: Answers, dice: Random, otherwise: float) -> Answer | None:
    said = patient.get(item.link_id)
    if said is not None and dice.random() >= otherwise:
        return None if said == UNANSWERED else _told(item.link_id, said)
    if isinstance(item, FreeText) and dice.random() < 0.3:
        *before, last = (_said((_written(dice),), dice) for _ in range(dice.randint(1, 3)))
        return replace(last, replaced=tuple(before))
    if not isinstance(item, Choice):
        return Answer((_other(item, dice),), VISIT)
    latest = Answer(_chosen(item, dice), VISIT)
    if dice.random() >= 0.1:
        return latest
    before = [_said(_chosen(item, dice), dice) for _ in range(dice.randint(1, 3))]
    return replace(_said(latest.values, dice), replaced=tuple(before))


def _said(given: tuple[Value, ...], dice: Random) -> Answer:
    """An answer by anybody; of those by staff, some were put right at the clinic."""
    by = dice.choice(tuple(Informant))
    return Answer(given, VISIT, by, "QX" if by is Informant.STAFF and dice.random() < 0.5 else "")


@cache
def _told(link_id: str, said: str) -> Answer:
    return Answer(values(RULES.questionnaire.questions[link_id], said), VISIT)


def _chosen(item: Choice, dice: Random) -> tuple[str, ...]:
    first = dice.choice(item.options)
    if not item.repeats or first.exclusive or dice.random() < 0.5:
        return (first.code,)
    several = [o.code for o in item.options if not o.exclusive and dice.random() < 0.2]
    return tuple(dict.fromkeys((first.code, *several)))


def _other(item: Question, dice: Random) -> Value:
    match item:
        case WholeNumber():
            return dice.choice((dice.randint(0, 120), dice.choice((17, 18, 24, 25, 50, 80))))
        case CalendarDate():
            return date(1976, 6, 1)
        case NoToAll():
            return dice.random() < 0.3
        case FreeText():
            return _written(dice)
        case _:
            return "-"


def _written(dice: Random) -> str:
    """A few of the words that rules look for, some cut short, some run into one another."""
    words = [dice.choice(WORDS) for _ in range(dice.randint(1, 3))]
    shown = [word.upper() if dice.random() < 0.3 else word for word in words]
    whole = [word if dice.random() < 0.7 else word[: dice.randint(0, len(word))] for word in shown]
    return dice.choice((" ", ", ", "", "\n", "\u2019")).join(whole)


def disagreement(response: QuestionnaireResponse) -> str:
    """What the two evaluators say differently of a response; empty where they agree."""
    assessment, naive = screen(response, RULES), NAIVE.conclude(response)
    if assessment.urgency is not naive.level:
        return f"level {assessment.urgency.value}, naive {naive.level.value}"
    different = _different(assessment, naive)
    return f"differently: {', '.join(different)}" if different else ""


def _different(assessment: Assessment, naive: Conclusion) -> list[str]:
    found = {finding.rule.code: Verdict(said=True) for finding in assessment.findings}
    for one in assessment.could_not_rule_out:
        found[one.rule.code] = Verdict(left_open=True, raises=one.raises_to)
    nothing = Verdict()
    return [code for code, verdict in naive.verdicts.items() if found.get(code, nothing) != verdict]


def disagreements(count: int, seed: int) -> list[str]:
    """The disagreements on so many random responses, each with the answers that show it."""
    found = []
    for response in islice(responses(seed), count):
        if said := disagreement(response):
            given = {key: answer.values for key, answer in response.answers.items()}
            found.append(f"{said}: {response.status.value}, {given}")
    return found


def main(count: int) -> int:
    """Compare the evaluators on so many responses, on two processors."""
    started = perf_counter()
    share = [(count // SHARES, seed) for seed in range(SHARES)]
    with Pool(PROCESSES) as pool:
        found = [one for part in pool.starmap(disagreements, share, chunksize=1) for one in part]
    seconds = perf_counter() - started
    line = f"two evaluators on {count} random responses: {len(found)} disagreements"
    sys.stdout.write("\n".join((f"{line}, {seconds:.0f} s", *found[:5])) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1])))
