"""The questions that can be corrected, and an answer as a browser's form sends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from intake.correction import correctable
from intake.questionnaire import CalendarDate, Choice, FreeText, Question
from reports.clinic import wording
from reports.clinic.doors import CorrectionView
from reports.clinic.forms import FormError
from reports.phrases import answer_words, history, question_words, read, state_of
from reports.summary import State

TICK = "tick-{code}"
"""The name of the field of one tick among several."""
LONGEST_WHY = 200


@dataclass(frozen=True)
class Asked:
    """One question as staff see it: where it stands, its answer and how that came about."""

    link_id: str
    section: str
    number: str
    question: str
    answer: str
    state: State
    note: str


def asked_of(view: CorrectionView) -> tuple[Asked, ...]:
    """Every question of the visit that can be corrected, in order."""
    return tuple(_asked(view))


def sections_of(view: CorrectionView) -> list[tuple[str, list[Asked]]]:
    """The same under the headings of the questionnaire."""
    return [(name, list(rows)) for name, rows in groupby(asked_of(view), lambda one: one.section)]


def _asked(view: CorrectionView) -> Iterator[Asked]:
    response = view.meaning.response
    reading = read(response, view.meaning.assessment, view.zone)
    sections = {
        placed.item.link_id: placed.section.text for placed in response.questionnaire.placed
    }
    for item in correctable(response):
        answer = response.answers.get(item.link_id)
        yield Asked(
            link_id=item.link_id,
            section=sections[item.link_id],
            number=item.code,
            question=question_words(item, response.questionnaire),
            answer=answer_words(item, answer.values) if answer else "",
            state=state_of(item, reading.facts.of[item.link_id]),
            note=history(reading, item, answer) if answer else "",
        )


def item_of(view: CorrectionView, link_id: str) -> Question | None:
    """The question with this linkId, if it can be corrected."""
    return next((one for one in correctable(view.meaning.response) if one.link_id == link_id), None)


def chosen_now(view: CorrectionView, item: Question) -> tuple[str, ...]:
    """The answer as it stands, as a form would send it."""
    answer = view.meaning.response.answers.get(item.link_id)
    values = answer.values if answer else ()
    return tuple(one.isoformat() if isinstance(one, date) else str(one) for one in values)


def chosen(item: Question, fields: Mapping[str, str]) -> tuple[str, ...]:
    """What was chosen or written in the form, checked by nobody yet."""
    if isinstance(item, Choice) and item.repeats:
        codes = (option.code for option in item.options)
        return tuple(code for code in codes if TICK.format(code=code) in fields)
    value = fields.get("value", "").strip()
    return (value,) if value else ()


def check_choice(item: Question, values: tuple[str, ...]) -> None:
    """Raise FormError with a sentence where this cannot be the answer."""
    if not values:
        raise FormError(wording.CORRECT_NONE, "value")
    match item:
        case Choice():
            _check_options(item, values)
        case CalendarDate():
            _check_date(values[0])
        case FreeText(max_length=longest) if len(values[0]) > longest:
            raise FormError(wording.TOO_LONG, "value")
        case _:
            pass


def check_why(why: str) -> None:
    """Raise FormError where nobody says why, or at too great length."""
    if not why:
        raise FormError(wording.CORRECT_WHY, "why")
    if len(why) > LONGEST_WHY:
        raise FormError(wording.TOO_LONG, "why")


def _check_options(item: Choice, values: tuple[str, ...]) -> None:
    options = [item.option(value) for value in values]
    for option in options:
        if option is None:
            raise FormError(wording.CORRECT_NONE, "value")
        if option.exclusive and len(values) > 1:
            sentence = wording.CORRECT_ALONE.format(option=option.text)
            raise FormError(sentence, "value")


def _check_date(value: str) -> None:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise FormError(wording.CORRECT_DATE, "value") from None
