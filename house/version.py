"""Another version of a visit that has ended: the one before stays; staff are told what is new."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from house import visit as visiting
from house.level import Level, level_bytes
from intake.questionnaire import Questionnaire
from intake.response import QuestionnaireResponse
from intake.store import WriteTransaction, visits
from intake.store.submissions import Content
from intake.store.visits import Visit
from screening.assessment import Assessment
from screening.record import AssessmentRecord


def amended(
    before: Content,
    read: Questionnaire,
    response: QuestionnaireResponse,
    assessment: Assessment,
    now: datetime,
) -> Content:
    """What is kept of the version, in the questions the patient read; the consent stays with it."""
    content = visiting.content_of(read, response, assessment)
    told = json.loads(content.response)
    if told["status"] == "completed":
        told["status"] = "amended"  # as FHIR names one that was changed after it was complete
    told["meta"] = {"lastUpdated": now.isoformat()}
    raw = json.dumps(told, ensure_ascii=False).encode()
    return replace(content, response=raw, consent=before.consent)


def tell_of_new(
    tx: WriteTransaction, visit: Visit, before: AssessmentRecord, now_is: Assessment, now: datetime
) -> None:
    """Give the visit its level, and tell staff of what is new, even where it had been seen once."""
    visits.relevel(tx, visit, level_bytes(Level(now_is.urgency, final=True)), now)
    known = {one.code for one in before.findings}
    found = tuple(one for one in now_is.findings if one.rule.code not in known)
    visiting.raise_red_flags(tx, visit, found, now, again=True)
    open_before = {one.code: one.raises_to for one in before.could_not_rule_out}
    unknown = tuple(
        one
        for one in now_is.could_not_rule_out
        if open_before.get(one.rule.code) is not one.raises_to
    )
    visiting.raise_unknowns(tx, visit, unknown, now, again=True)
