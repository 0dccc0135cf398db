"""An answer that staff put right after the visit: nothing said before is forgotten.

When the answers were given to the clinic (``authored``), and the age the patient had then, stay as
they were; the corrected answer carries its own time and who gave it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

from intake.answers import Answer, Informant, history, revise
from intake.draft import Given, Moment, set_age, typed_values
from intake.fhir.response import ResponseError
from intake.fhir.ticks import untold_ticks
from intake.kept import changed
from intake.questionnaire import Group, NoToAll, Question, WholeNumber
from intake.response import QuestionnaireResponse, enabled, facts


@dataclass(frozen=True)
class PutRight:
    """One answer as staff know it now, when (UTC), and the initials of who says so.

    ``values`` are option codes, one text, or one ISO date.
    """

    link_id: str
    values: tuple[str, ...]
    at: datetime
    initials: str


class Correction(BaseModel):
    """What is kept beside a corrected submission: which answer, by whom, and why."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    link_id: str
    by: str
    why: str


def correctable(response: QuestionnaireResponse) -> tuple[Question, ...]:
    """Every question this patient was asked, answered or not; not what follows from an answer."""
    return tuple(item for item in enabled(response) if not isinstance(item, NoToAll | WholeNumber))


def put_right(response: QuestionnaireResponse, right: PutRight) -> QuestionnaireResponse:
    """The response with one answer put right; raise ResponseError when it cannot be taken.

    What staff answer settles what was said before, which stays on the record. An answer that is
    no longer asked for is set aside.
    """
    item = next((one for one in correctable(response) if one.link_id == right.link_id), None)
    if item is None:
        raise ResponseError(f"{right.link_id[:60]}: was not asked, so it cannot be corrected.")
    moment = Moment(right.at, response.authored.date())
    values = typed_values(item, Given(right.values), moment)
    if not values or not any(right.values):
        raise ResponseError(f"{item.link_id}: the answer is empty.")
    answer = Answer(values, right.at, Informant.STAFF, right.initials)
    answers = dict(response.answers)
    taken_back = dict(response.taken_back)
    old = answers.get(item.link_id)
    if old is None or revise(old, answer) is not old:
        before = history(old) or taken_back.pop(item.link_id, ())
        answers[item.link_id] = changed(item, before, answer)
    return _followed(replace(response, taken_back=taken_back), answers, item, moment)


def is_settled(before: QuestionnaireResponse, after: QuestionnaireResponse) -> bool:
    """Whether the answer says what was known already, so that there is nothing to put right."""
    given = [{key: one.values for key, one in each.answers.items()} for each in (before, after)]
    return given[0] == given[1] and facts(before) == facts(after)


def _followed(
    response: QuestionnaireResponse, answers: dict[str, Answer], item: Question, moment: Moment
) -> QuestionnaireResponse:
    """The response with what follows from the answer: its grid's tick, the age."""
    for tick in ticks_below(response.questionnaire.items, item.link_id):
        answers.pop(tick, None)
    answers |= untold_ticks(response.questionnaire.items, answers)
    patient, born = response.patient, _birth_date(answers)
    if item.link_id == "birth-date":
        set_age(answers, moment)
        patient = replace(patient, birth_date=born)
    return replace(response, answers=answers, patient=patient)


def _birth_date(answers: Mapping[str, Answer]) -> date | None:
    answer = answers.get("birth-date")
    value = answer.values[0] if answer else None
    return value if isinstance(value, date) else None


def ticks_below(items: tuple[Question | Group, ...], link_id: str) -> Iterator[str]:
    """The tick "No to all of these" of the grid that holds this item."""
    for group in items:
        if isinstance(group, Group):
            if any(one.link_id == link_id for one in group.items):
                yield from (one.link_id for one in group.items if isinstance(one, NoToAll))
            yield from ticks_below(group.items, link_id)
