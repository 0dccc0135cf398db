"""Who the page is about: name, birth, visit and version, when and by whom it was answered."""

from __future__ import annotations

from collections.abc import Iterator

from intake.answers import Informant
from intake.response import Status
from reports import outline, wording
from reports.phrases import (
    Reading,
    day,
    day_and_time,
    is_another_language,
    language_name,
    moment,
    people,
)
from reports.situation import age
from reports.summary import Banner
from reports.visit import Visit


def banner(reading: Reading, visit: Visit) -> Banner:
    """The banner of page 1; its facts stand on every page."""
    patient = reading.response.patient
    when = day_and_time(reading.response.authored, reading.zone)
    ended = reading.response.status is Status.COMPLETED
    language = _language(reading)
    template = wording.COMPLETED if ended else wording.STOPPED
    completed = template.format(when=when)
    return Banner(
        family=patient.family.upper() or wording.NAME_UNKNOWN,
        given=patient.given,
        facts=(
            (wording.BORN, _born(reading)),
            (wording.SEX, reading.words(outline.SEX_ITEM) or wording.NOT_GIVEN),
            *(((wording.NUMBER, patient.number),) if patient.number else ()),
            (wording.VISIT, patient.reference or wording.NOT_GIVEN),
            *_version(reading, visit),
        ),
        document=wording.DOCUMENT,
        completed=wording.BESIDE.join((completed, *_by(reading), *_asked_in(language))),
        asked_in=language,
    )


def _version(reading: Reading, visit: Visit) -> Iterator[tuple[str, str]]:
    """Which earlier page this one takes the place of, where it does."""
    if visit.replaces is None:
        return
    template = wording.REPLACES_MADE if visit.made else wording.REPLACES
    yield (
        wording.VERSION,
        template.format(
            version=visit.version,
            earlier=visit.version - 1,
            made=moment(reading, visit.made) if visit.made else "",
            when=moment(reading, visit.replaces),
        ),
    )


def _by(reading: Reading) -> Iterator[str]:
    """Who answered, where it was not the patient alone."""
    by = people(reading.response)
    if set(by) - {Informant.PATIENT}:
        yield wording.ANSWERED_BY.format(who=", ".join(wording.ROLES[one.value] for one in by))


def _language(reading: Reading) -> str:
    """The language it was asked in, where it was not the clinic's."""
    language = reading.response.language
    return language_name(language) if is_another_language(language) else ""


def _asked_in(language: str) -> Iterator[str]:
    if language:
        yield wording.ASKED_IN.format(language=language)


def _born(reading: Reading) -> str:
    born = reading.response.patient.birth_date
    text = day(born) if born else reading.words(outline.BIRTH_ITEM)
    years = age(reading)
    if not text:
        return wording.NOT_GIVEN
    return text if years is None else wording.BORN_AGE.format(date=text, age=years)
