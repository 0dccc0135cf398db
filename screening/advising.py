"""Which of the written advice may be offered for one response: unknown hides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from intake.answers import Truth, standing_history
from intake.citation import Source, check_claims
from intake.criteria import Criterion, Facts, evaluate, mentioned
from intake.questionnaire import Questionnaire
from intake.response import QuestionnaireResponse, Status, facts
from screening.finding import Urgency


@dataclass(frozen=True, kw_only=True)
class Advice:
    """A few sentences a clinician may give a patient, and when they are known to do no harm.

    ``code`` is the short clinical id (ADV-HEAT), ``name`` the descriptive one. ``safe_when`` must
    be known to hold. ``claims`` are empty for advice beyond the documents. ``remark`` says where
    it differs from its first draft.
    """

    code: str
    name: str
    text: str
    safe_when: Criterion
    sources: tuple[Source, ...]
    claims: tuple[str, ...] = ()
    remark: str = ""

    def __post_init__(self) -> None:
        """Refuse an impossible declaration, naming it."""
        check_claims(self.code, self.claims)
        if not re.match(r"[a-z0-9]+(-[a-z0-9]+)*\Z", self.name):
            msg = f"{self.code}: an advice's name is lower-case words joined by hyphens"
            raise ValueError(msg)
        if not self.sources:
            msg = f"{self.code}: every advice names at least one source"
            raise ValueError(msg)


@dataclass(frozen=True)
class AdviceSet:
    """Every advice over one questionnaire, in the order it is offered."""

    questionnaire: Questionnaire
    advice: tuple[Advice, ...]

    def __post_init__(self) -> None:
        """Refuse doubled codes and guards on what is not asked."""
        counted = Counter(name for one in self.advice for name in (one.code, one.name))
        if twice := [name for name, times in counted.items() if times > 1]:
            msg = f"{twice[0]}: this advice is declared twice"
            raise ValueError(msg)
        for one in self.advice:
            for link_id in mentioned(one.safe_when):
                if link_id not in self.questionnaire.questions:
                    msg = f"{one.code}: rests on '{link_id}', which is not asked"
                    raise ValueError(msg)


class Assessed(Protocol):
    """An assessment, fresh or read back from the store: only its urgency is looked at."""

    @property
    def urgency(self) -> Urgency:
        """How soon somebody must look."""


def releasable(
    response: QuestionnaireResponse, assessment: Assessed, offered: AdviceSet
) -> tuple[Advice, ...]:
    """The advice a clinician may release: none unless the interview is complete and routine.

    Nothing here releases it. There is none where other questions were asked than it was written
    for. Left out is an advice whose guard is not known to hold: an item not answered, "not sure",
    or not asked in this version, or an earlier answer, not yet settled by staff, under which it
    would not hold.
    """
    if response.status is not Status.COMPLETED or assessment.urgency is not Urgency.ROUTINE:
        return ()
    if response.questionnaire.version != offered.questionnaire.version:
        return ()
    return tuple(one for one in offered.advice if _is_safe(one.safe_when, response))


def _is_safe(guard: Criterion, response: QuestionnaireResponse) -> bool:
    link_ids = mentioned(guard)
    if not link_ids <= response.questionnaire.questions.keys():
        return False
    return all(evaluate(guard, known) is Truth.YES for known in _readings(link_ids, response))


def _readings(link_ids: frozenset[str], response: QuestionnaireResponse) -> Iterator[Facts]:
    """What is known by the answers as they stand, and by each one that was taken back."""
    yield facts(response)
    for link_id in link_ids & response.answers.keys():
        for past in standing_history(response.answers[link_id])[:-1]:
            yield facts(response.with_answers({**response.answers, link_id: past}))
