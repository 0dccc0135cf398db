"""Made-up patients: an answer sheet in a few lines becomes a whole response."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import yaml

from intake.answers import Answer, Informant
from intake.criteria import State
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice, NoToAll, Question
from intake.response import QuestionnaireResponse, Status, facts_as_shown

VIGNETTES = Path(__file__).parent / "vignettes"
VISIT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
_WHO = {"patient": "me", "companion": "someone-helps", "guardian": "guardian", "staff": "staff"}
_USUAL = {
    "which-knee": "right",
    "trend": "same",
    "worst-when": "any-time",
    "trouble": "a-little",
    "worst-pain": "0",
    "check-pain": "both-right",
    "check-trouble": "both-right",
    "check-standing": "both-right",
    "check-since": "both-right",
    "hurts-when": "in-use",
    "morning-stiffness": "not-stiff",
    "bend": "yes",
}
_SINCE = {
    "under-a-week": "under-4-weeks",
    "1-to-4-weeks": "under-4-weeks",
    "1-to-3-months": "1-to-3-months",
    "over-3-months": "over-3-months",
    "not-sure": "not-sure",
}


@cache
def cases() -> dict[str, dict]:
    """The vignettes by id."""
    content = _read("cases.yaml")
    return {case["id"]: case for case in content["vignettes"]}


@cache
def sheets() -> dict[str, dict]:
    """The answer sheets by vignette id."""
    names = ("sheets-v.yaml", "sheets-f.yaml")
    loaded = [_read(name) for name in names]
    return {case: sheet for one in loaded for case, sheet in one.items()}


@cache
def phrases() -> dict[str, dict]:
    """For every vignette, the findings that would name each expected red flag."""
    return _read("phrases.yaml")


def _read(name: str) -> dict:
    content: dict = yaml.load((VIGNETTES / name).read_bytes(), Loader=yaml.CSafeLoader)
    return content


@cache
def patient(case: str) -> QuestionnaireResponse:
    """The whole response of one vignette."""
    return response_of(sheets()[case])


def response_of(sheet: Mapping) -> QuestionnaireResponse:
    """A response from an answer sheet; what it does not state is No, None or the usual."""
    by = Informant(sheet.get("by", "patient"))
    differs = sheet.get("differs", {})
    stated = {
        "who-answers": _WHO[by.value],
        "birth-date": _born(sheet["birth"]["age"]),
        "age": sheet["birth"]["age"],
        "sex-at-birth": sheet["birth"]["sex"],
        **sheet["answers"],
    }
    answers: dict[str, Answer] = {}
    response = QuestionnaireResponse(KNEE_TWITCHING, VISIT, Status.IN_PROGRESS, answers)
    for placed in KNEE_TWITCHING.placed:
        item, link_id = placed.item, placed.item.link_id
        if link_id in differs:
            answers[link_id] = _two_people(differs[link_id])
        elif not placed.conditions or facts_as_shown(response).of[link_id].state is State.OPEN:
            values = stated[link_id] if link_id in stated else _default(item, answers)
            if values is not None:
                answers[link_id] = _answer(values, by)
        if link_id == sheet.get("until"):
            break
    unused = set(sheet["answers"]) - set(answers)
    assert not unused or sheet.get("stopped"), f"never asked: {sorted(unused)}"
    status = Status.STOPPED if sheet.get("stopped") else Status.COMPLETED
    return QuestionnaireResponse(KNEE_TWITCHING, VISIT, status, answers)


def _born(age: int) -> date:
    return date(VISIT.year - age, 6, 1)


def _answer(values: object, by: Informant) -> Answer:
    several = tuple(values) if isinstance(values, list) else (values,)
    return Answer(several, VISIT, by)


def _two_people(said: Mapping[str, str]) -> Answer:
    first, *others = [
        Answer((value,), VISIT + timedelta(seconds=n), Informant(who))
        for n, (who, value) in enumerate(said.items())
    ]
    return Answer(others[-1].values, others[-1].at, others[-1].by, replaced=(first, *others[:-1]))


def _default(item: Question, answers: Mapping[str, Answer]) -> str | bool | None:
    if isinstance(item, NoToAll):
        return False
    if not isinstance(item, Choice) or not item.required:
        return None
    if item.link_id in _USUAL:
        return _USUAL[item.link_id]
    if item.link_id.endswith("-side"):
        return str(answers["which-knee"].values[0])
    if item.link_id == "hurts-since":
        return _SINCE[str(answers["how-long"].values[0])]
    harmless = next((o.code for o in item.options if o.code in {"no", "none"}), None)
    assert harmless is not None, f"{item.link_id} must be stated"
    return harmless
