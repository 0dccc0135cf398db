"""What is really in a clinic's store, read beside the running servers."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from intake.draft import read_draft
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.store import alerts, submissions, visits
from intake.store.alerts import Alert
from intake.store.visits import Visit
from tests.journeys.premises import Premises

EVER = datetime(2000, 1, 1, tzinfo=UTC)


def visit_of(premises: Premises, family: str) -> Visit:
    """The one visit of a patient."""
    with premises.books().read() as tx:
        found = visits.list_for_clinic(tx, EVER)
    [visit] = [
        visit
        for visit in found
        if isinstance(visit, Visit) and json.loads(visit.identity)["family"] == family
    ]
    return visit


def answers_of(premises: Premises, family: str) -> dict[str, tuple[str, ...]]:
    """What is saved of a patient's answers."""
    draft = read_draft(visit_of(premises, family).body, KNEE_TWITCHING)
    return {name: tuple(str(v) for v in one.values) for name, one in draft.answers.items()}


def alerts_about(premises: Premises, family: str) -> tuple[Alert, ...]:
    """What staff were told of a patient."""
    with premises.books().read() as tx:
        return alerts.alerts_of_visit(tx, visit_of(premises, family).id)


def stored_response(premises: Premises, family: str) -> bytes:
    """The FHIR response that was stored when a patient finished."""
    with premises.books().read() as tx:
        stored = submissions.submissions_of_visit(tx, visit_of(premises, family).id)
    return stored[-1].content.response


def stored_assessment(premises: Premises, family: str) -> dict[str, Any]:
    """What it was found to mean then."""
    with premises.books().read() as tx:
        stored = submissions.submissions_of_visit(tx, visit_of(premises, family).id)
    content: dict[str, Any] = json.loads(stored[-1].content.assessment)
    return content
