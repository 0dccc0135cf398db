"""What made-up patients answer, as a tablet holds it: codes, a text, or an ISO date by linkId."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice
from tests.patients import patient, response_of, sheets

Sheet = Mapping[str, tuple[str, ...]]
ORDER = list(KNEE_TWITCHING.questions)


def sheet(case: str, **instead: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Every answer of a vignette's patient, who has the same age today."""
    return _as_given(patient(case).answers, sheets()[case]["birth"]["age"]) | instead


def healthy(**instead: object) -> dict[str, tuple[str, ...]]:
    """A patient of 40 with nothing the matter, besides what is said here."""
    told = {"which-knee": "right", "movement": "no-twitching", "how-long": "under-a-week"}
    answers = {**told, **{link_id.replace("_", "-"): code for link_id, code in instead.items()}}
    made = response_of({"birth": {"age": 40, "sex": "female"}, "answers": answers})
    return _as_given(made.answers, 40)


def unsure() -> dict[str, tuple[str, ...]]:
    """A patient of 40 who knows nothing else: "Not sure" wherever it stands."""
    open_to_all = {
        item.link_id: [option.code for option in item.options if option.unknown]
        for item in KNEE_TWITCHING.questions.values()
        if isinstance(item, Choice)
    }
    [sex] = open_to_all.pop("sex-at-birth")
    answers = {link_id: codes for link_id, codes in open_to_all.items() if codes}
    # What is asked follows from what was said, so that most of it is never asked.
    made = response_of({"birth": {"age": 40, "sex": sex}, "answers": answers, "stopped": True})
    return _as_given(made.answers, 40)


def _as_given(answers: Mapping, age: int) -> dict[str, tuple[str, ...]]:
    born = date(datetime.now(UTC).year - age, 1, 1).isoformat()
    given = {
        link_id: tuple(str(value) for value in answer.values)
        for link_id, answer in answers.items()
        if link_id != "age"
    }
    return {**given, "birth-date": (born,)}


def wire_form(given: Sheet) -> dict[str, dict[str, object]]:
    """The answers as the player sends them."""
    return {link_id: {"values": list(values)} for link_id, values in given.items()}


def up_to(given: Sheet, link_id: str) -> dict[str, tuple[str, ...]]:
    """The answers to everything that is asked before an item."""
    before = set(ORDER[: ORDER.index(link_id)])
    return {name: values for name, values in given.items() if name in before}
