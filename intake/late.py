"""Answers that came after a visit had ended: nothing that was tapped is lost.

A tablet that was offline holds what nobody has seen. It stands beside what was submitted, as a new
version; what the patient said before, and what staff put right since, stays on the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from intake.answers import Answer, history
from intake.correction import ticks_below
from intake.draft import NOTHING_SOUGHT, Draft, Moment, set_age
from intake.fhir.ticks import untold_ticks
from intake.kept import changed
from intake.response import QuestionnaireResponse


def late_answers(before: Draft, after: Draft) -> dict[str, Answer]:
    """What a tablet holds now and did not hold when it was last heard."""
    return {
        link_id: answer
        for link_id, answer in after.answers.items()
        if link_id not in before.answers or before.answers[link_id].values != answer.values
    }


def with_late_answers(
    response: QuestionnaireResponse,
    late: Mapping[str, Answer],
    moment: Moment,
    sought: Mapping[str, tuple[str, ...]] = NOTHING_SOUGHT,
) -> QuestionnaireResponse:
    """The response with these answers and what follows from them: grids' ticks, the age.

    ``sought`` are the words looked for in what is typed, as for `intake.draft.give`.
    """
    answers, taken_back = dict(response.answers), dict(response.taken_back)
    for link_id, answer in late.items():
        item, new = response.questionnaire.questions[link_id], replace(answer, replaced=())
        before = history(answers.get(link_id)) or taken_back.pop(link_id, ())
        answers[link_id] = changed(item, before, new, sought.get(link_id, ()))
        for tick in ticks_below(response.questionnaire.items, link_id):
            answers.pop(tick, None)
    answers |= untold_ticks(response.questionnaire.items, answers)
    set_age(answers, moment)
    born = answers["birth-date"].values[0] if "birth-date" in answers else None
    birth_date = born if isinstance(born, date) else response.patient.birth_date
    patient = replace(response.patient, birth_date=birth_date)
    followed = replace(response, answers=answers, taken_back=taken_back)
    return replace(followed, patient=patient, authored=moment.now)
