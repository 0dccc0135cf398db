"""The truth tables of every rule, as truth_tables.yaml writes them down for a clinician."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from intake.answers import Answer, Value
from intake.questionnaire import Choice, FreeText, NoToAll, Question, Questionnaire, WholeNumber
from intake.response import QuestionnaireResponse, Status, enabled
from screening.assessment import Assessment
from screening.finding import RuleSet, Urgency
from screening.rules import RULES
from screening.triage import screen
from tests.patients import VISIT

FILE = Path(__file__).with_name("truth_tables.yaml")
UNANSWERED = "unanswered"
OTHERS = "others"
"""Every option of the item that the row does not name."""
INTERVIEW = "interview"
STATUS = {"finished": Status.COMPLETED, "stopped": Status.STOPPED}
RAISES = {None: "ask", Urgency.SOON: "soon", Urgency.SAME_DAY: "same day"}
"""What a table says of a rule that could not be ruled out, by what it raises to."""
Answers = Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """One row for one answer: a patient, and what a rule is to come to."""

    code: str
    answers: Answers
    expected: str
    addition: str | None = None

    @property
    def name(self) -> str:
        stated = ", ".join(f"{link_id} {value}" for link_id, value in self.answers.items())
        return f"{self.code}: {stated}"


@cache
def content() -> dict:
    """The file; every value in it is a text, so that yes and no stay words."""
    raw = FILE.read_text(encoding="utf-8")
    loaded: dict = yaml.load(raw, Loader=yaml.CBaseLoader)  # noqa: S506 - reads texts only
    return loaded


def stated_urgency(code: str) -> Urgency | None:
    """The urgency the file gives a rule."""
    said = content()["rules"][code]["urgency"]
    return None if said == "none" else Urgency(said)


def cases_of(code: str) -> Iterator[Case]:
    """Every case of a rule, as the file has it."""
    rule = content()["rules"][code]
    yield from _cases(code, rule["table"], None)
    for addition, table in rule.get("adds", {}).items():
        yield from _cases(code, table, addition)


def _cases(code: str, table: list[dict], addition: str | None) -> Iterator[Case]:
    for row in table:
        given = row.get("with", {})
        for link_id in row.keys() - {"with"}:
            for expected, value in _row(link_id, row[link_id]):
                yield Case(code, {**given, link_id: value}, expected, addition)


def _row(link_id: str, verdicts: Mapping[str, str | list[str]]) -> Iterator[tuple[str, str]]:
    named = [value for said in verdicts.values() for value in _listed(said)]
    for expected, said in verdicts.items():
        for value in _listed(said):
            if value != OTHERS:
                yield expected, value
            else:
                yield from ((expected, code) for code in _codes(link_id) if code not in named)


def _listed(said: str | list[str]) -> list[str]:
    return said if isinstance(said, list) else [said]


def _codes(link_id: str) -> list[str]:
    return [option.code for option in RULES.questionnaire.choice(link_id).options]


def came_to(case: Case, rule_set: RuleSet) -> str:
    """What the rule of a case comes to for its patient."""
    assessment = screen(patient(case.answers, rule_set.questionnaire), rule_set)
    if case.addition is None:
        return verdict(case.code, assessment)
    found = [f for f in assessment.findings if f.rule.code == case.code]
    return "added" if found and case.addition in found[0].additions else "not added"


def verdict(code: str, assessment: Assessment) -> str:
    """What a rule comes to: fires, silent, or how far it raises where it was left open."""
    if any(finding.rule.code == code for finding in assessment.findings):
        return "fires"
    for one in assessment.could_not_rule_out:
        if one.rule.code == code:
            return RAISES[one.raises_to]
    return "silent"


def patient(answers: Answers, questionnaire: Questionnaire) -> QuestionnaireResponse:
    """The usual patient but for these answers, asked what the kiosk would have asked."""
    stated = {**usual(questionnaire), **answers}
    status = STATUS[stated.pop(INTERVIEW, "finished")]
    every = {
        link_id: Answer(values(questionnaire.questions[link_id], stated[link_id]), VISIT)
        for link_id in stated
        if stated[link_id] != UNANSWERED
    }
    whole = QuestionnaireResponse(questionnaire, VISIT, status, every)
    shown = [item.link_id for item in enabled(whole) if item.link_id in every]
    return whole.with_answers({link_id: every[link_id] for link_id in shown})


@cache
def _usual() -> dict[str, str]:
    return dict(content()["usual"])


def usual(questionnaire: Questionnaire) -> dict[str, str]:
    """What the usual patient answers: as the file states, else No or None of these."""
    told = _usual()
    answers = dict(told)
    for link_id, item in questionnaire.questions.items():
        if isinstance(item, Choice) and item.required and link_id not in told:
            answers[link_id] = _harmless(item)
        if isinstance(item, NoToAll):
            answers[link_id] = "false"
    return answers


def _harmless(item: Choice) -> str:
    codes = [option.code for option in item.options if option.code in {"no", "none"}]
    assert codes, f"{item.link_id}: say under 'usual' what the usual patient answers"
    return codes[0]


def values(item: Question, said: str) -> tuple[Value, ...]:
    """The values that a text of the file stands for."""
    if isinstance(item, WholeNumber):
        return (int(said),)
    if isinstance(item, NoToAll):
        return (said == "true",)
    if isinstance(item, Choice):
        return tuple(said.split(" + "))
    if isinstance(item, FreeText):
        return (said,)
    return (date.fromisoformat(said),)
