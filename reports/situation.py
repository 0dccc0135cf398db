"""The situation in one sentence, and where it is, how bad, since when."""

from __future__ import annotations

from collections.abc import Iterator

from intake.answers import Truth
from intake.criteria import Criterion, Fact, Is, evaluate, leaves, mentioned
from intake.figure import Place, Side
from intake.questionnaire import Choice, Question
from intake.response import age_on
from reports import outline, wording
from reports.phrases import Reading, state_of
from reports.summary import LegMark, Pattern, Scale, State, Where
from screening.finding import Kind

_MOST_SIGNS = 5


def holds(reading: Reading, criterion: Criterion) -> Truth:
    """Whether a criterion holds; not known where this version does not ask what it rests on."""
    if not mentioned(criterion) <= reading.facts.of.keys():
        return Truth.UNKNOWN
    truth = evaluate(criterion, reading.facts)
    return truth if truth is Truth.YES or _is_offered(reading, criterion) else Truth.UNKNOWN


def _is_offered(reading: Reading, criterion: Criterion) -> bool:
    """Whether every answer the criterion names could be given in this version."""
    named = [leaf for leaf in leaves(criterion) if isinstance(leaf, Is)]
    items = [(reading.item(leaf.link_id), leaf.codes) for leaf in named]
    return all(isinstance(item, Choice) and all(map(item.option, codes)) for item, codes in items)


def age(reading: Reading) -> int | None:
    """The patient's age on the day of the visit, where known."""
    values = reading.values(outline.AGE_ITEM)
    if values and isinstance(values[0], int):
        return values[0]
    born = reading.response.patient.birth_date
    day = reading.response.authored.astimezone(reading.zone).date()
    return age_on(born, day) if born else None


def situation(reading: Reading) -> str:
    """Who, which knee, what, how long, which way, how bad, and which signs came with it."""
    return " ".join(
        part for part in (_person(reading), _complaint(reading), _signs(reading)) if part
    )


def _person(reading: Reading) -> str:
    years = age(reading)
    sexes = wording.YOUNG_SEXES if years is not None and years < wording.YOUNG else wording.SEXES
    sex = sexes.get(reading.code(outline.SEX_ITEM), wording.ANY_SEX)
    if years is None:
        return wording.PERSON_NO_AGE.format(sex=sex)
    return wording.PERSON.format(age=years, sex=sex)


def _complaint(reading: Reading) -> str:
    knee = wording.KNEES.get(reading.code(outline.KNEE_ITEM), wording.KNEE_UNKNOWN)
    movement = wording.MOVEMENTS.get(reading.code(outline.MOVEMENT_ITEM), wording.MOVEMENT_UNKNOWN)
    course = " ".join(
        part
        for part in (movement, wording.DURATIONS.get(reading.code(outline.HOW_LONG_ITEM), ""))
        if part
    )
    parts = (
        course,
        wording.TRENDS.get(reading.code(outline.TREND_ITEM), ""),
        _pain_words(reading),
        wording.EFFECTS.get(reading.code(outline.EFFECT_ITEM), ""),
    )
    return f"{knee}: " + ", ".join(part for part in parts if part) + "."


def _pain_words(reading: Reading) -> str:
    value = _pain(reading)
    return wording.PAIN_UNKNOWN if value is None else wording.PAIN.format(value=value)


def _pain(reading: Reading) -> int | None:
    code = reading.code(outline.PAIN_ITEM)
    return int(code) if code.isdigit() else None


def _signs(reading: Reading) -> str:
    """What was said yes to behind the red flags, by label: the sentence says what is wrong."""
    labels: dict[str, None] = {}
    for finding in reading.assessment.of_kind(Kind.RED_FLAG):
        for one in finding.because:
            item = reading.item(one.link_id)
            if item is not None and _is_sign(item, reading.facts.of[one.link_id]):
                labels[item.label[0].lower() + item.label[1:]] = None
    if not labels:
        return ""
    shown = list(labels)[:_MOST_SIGNS]
    if len(labels) > _MOST_SIGNS:
        shown.append(wording.MORE_EVIDENCE.format(count=len(labels) - _MOST_SIGNS))
    return wording.ALSO.format(signs="; ".join(shown))


def _is_sign(item: Question, fact: Fact) -> bool:
    """Whether the item asks for a sign that may be denied, and it was not denied or left open."""
    if not isinstance(item, Choice) or item.option("no") is None:
        return False
    return state_of(item, fact) in {State.YES, State.OTHER}


def where(reading: Reading) -> Where:
    """Marks on the legs, pain as a number, and the course in a few facts."""
    marks = tuple(_marks(reading))
    value = _pain(reading)
    words = (
        wording.OUT_OF_TEN.format(value=value)
        if value is not None
        else reading.words(outline.PAIN_ITEM) or wording.NOT_ANSWERED
    )
    return Where(
        marks=marks,
        description=wording.FIGURE.format(marks=" ".join(map(_mark_words, marks))).strip(),
        scales=(Scale(wording.WORST_PAIN, value, words),),
        course=tuple(_course(reading)),
        note="" if marks else wording.NO_MARKS,
    )


def _course(reading: Reading) -> Iterator[tuple[str, str]]:
    for link_id in outline.COURSE:
        item = reading.item(link_id)
        words = reading.words(link_id)
        if item is not None and words:
            yield item.label, words


def _marks(reading: Reading) -> Iterator[LegMark]:
    kinds = (
        (wording.MARK_TWITCH, Pattern.STRIPES, tuple(_twitch_spots(reading))),
        (wording.MARK_HOT, Pattern.CROSSED, _knee_spots(reading, outline.KNEE_ITEM)
         if holds(reading, outline.HOT_NOW) is Truth.YES else ()),
        (wording.MARK_REPLACED, Pattern.DOTS, _knee_spots(reading, outline.REPLACED_SIDE_ITEM)
         if holds(reading, outline.REPLACED) is Truth.YES else ()),
    )  # fmt: skip
    number = 0
    for label, pattern, spots in kinds:
        if spots:
            number += 1
            yield LegMark(number, label, pattern, spots)


def _twitch_spots(reading: Reading) -> Iterator[tuple[Side, Place]]:
    """Places as the kiosk codes them: the side, a hyphen, the place."""
    sides = {side.value for side in Side}
    places = {place.value for place in Place}
    for value in reading.values(outline.PLACE_ITEM):
        side, _, place = str(value).partition("-")
        if side in sides and place in places:
            yield Side(side), Place(place)


def _knee_spots(reading: Reading, side_item: str) -> tuple[tuple[Side, Place], ...]:
    """The knee that is meant; none where its side is not known."""
    code = reading.code(side_item)
    sides = tuple(Side) if code == "both" else tuple(side for side in Side if side.value == code)
    return tuple((side, Place.KNEECAP) for side in sides)


def _mark_words(mark: LegMark) -> str:
    places = ", ".join(
        f"{wording.SIDES[side.value]} {wording.PLACES[place.value]}" for side, place in mark.spots
    )
    return wording.FIGURE_MARK.format(label=mark.label, places=places)
