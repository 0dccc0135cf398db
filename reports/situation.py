"""The situation in one sentence, and where it is, how bad, since when."""

from __future__ import annotations

from collections.abc import Iterator

from intake.answers import Truth
from intake.criteria import Criterion, Is, evaluate, leaves, mentioned
from intake.figure import Place, Side
from intake.questionnaire import Choice, Question
from intake.response import age_on
from reports import outline, wording
from reports.evidence import told, with_note
from reports.phrases import Reading, state_of
from reports.summary import LegMark, Pattern, Scale, State, Where
from reports.unconfirmed import behind, beneath, of_item
from screening.finding import Kind
from screening.record import AnswerRecord, FindingRecord

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
    sex = sexes.get(reading.code(outline.SEX_ITEM), "")
    if years is None:
        return wording.PERSON_NO_AGE.format(sex=sex) if sex else wording.PERSON_NOT_KNOWN
    return wording.PERSON.format(age=years, sex=sex or wording.ANY_SEX)


def _complaint(reading: Reading) -> str:
    knee = wording.KNEES.get(reading.code(outline.KNEE_ITEM), wording.KNEE_UNKNOWN)
    parts = (
        _course_words(reading),
        wording.TRENDS.get(reading.code(outline.TREND_ITEM), ""),
        _pain_words(reading),
        wording.EFFECTS.get(reading.code(outline.EFFECT_ITEM), ""),
    )
    return f"{knee}: " + ", ".join(part for part in parts if part) + "."


def _course_words(reading: Reading) -> str:
    """What moves and for how long; where nothing does, the time is that of the trouble."""
    code = reading.code(outline.MOVEMENT_ITEM)
    duration = wording.DURATIONS.get(reading.code(outline.HOW_LONG_ITEM), "")
    if code in wording.MOVEMENTS:
        return f"{wording.MOVEMENTS[code]} {duration}".strip()
    movement = wording.NO_MOVEMENTS.get(code, wording.MOVEMENT_UNKNOWN)
    return wording.TROUBLE.format(movement=movement, duration=duration) if duration else movement


def _pain_words(reading: Reading) -> str:
    value = _pain(reading)
    words = wording.PAIN_UNKNOWN if value is None else wording.PAIN.format(value=value)
    return with_note(words, of_item(reading, outline.PAIN_ITEM))


def _pain(reading: Reading) -> int | None:
    code = reading.code(outline.PAIN_ITEM)
    return int(code) if code.isdigit() else None


def _signs(reading: Reading) -> str:
    """What was said yes to behind red flags and cautions, by label, the red flags' first."""
    labels = tuple(dict.fromkeys(sign for one in _raising(reading) for sign in _told(reading, one)))
    if not labels:
        return ""
    shown = list(labels)[:_MOST_SIGNS]
    if len(labels) > _MOST_SIGNS:
        shown.append(wording.MORE_EVIDENCE.format(count=len(labels) - _MOST_SIGNS))
    return wording.ALSO.format(signs="; ".join(shown))


def _raising(reading: Reading) -> Iterator[FindingRecord]:
    yield from reading.assessment.of_kind(Kind.RED_FLAG)
    yield from reading.assessment.of_kind(Kind.WARNING_SIGN, raising=True)


def _told(reading: Reading, finding: FindingRecord) -> tuple[str, ...]:
    """The signs a finding rests on; where it rests on none, its answers with their questions."""
    left = [one for one in finding.because if one.link_id not in outline.SAID_ALREADY]
    signs = tuple(_sign(reading, one) for one in left if _is_denied_by_no(reading, one))
    return tuple(filter(None, signs)) or tuple(filter(None, (_fact(reading, one) for one in left)))


def _is_denied_by_no(reading: Reading, one: AnswerRecord) -> bool:
    """Whether the item asks for a sign that may be denied, so that its label says it all."""
    item = reading.item(one.link_id)
    return isinstance(item, Choice) and item.option("no") is not None


def _sign(reading: Reading, one: AnswerRecord) -> str:
    item = reading.item(one.link_id)
    if item is None or not _is_said(reading, item):
        return ""
    return with_note(_within(item.label), behind(reading, one))


def _fact(reading: Reading, one: AnswerRecord) -> str:
    """An answer that its question's label alone would not tell: when the last needle was."""
    item = reading.item(one.link_id)
    if item is None or not _is_said(reading, item):
        return ""
    return wording.SIGN.format(label=_within(item.label), answer=_within(told(reading, one)))


def _is_said(reading: Reading, item: Question) -> bool:
    """Whether it was neither denied nor left open."""
    return state_of(item, reading.facts.of[item.link_id]) in {State.YES, State.OTHER}


def _within(words: str) -> str:
    """Words as they stand inside a sentence."""
    return words[:1].lower() + words[1:]


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
    if pain := of_item(reading, outline.PAIN_ITEM):
        yield wording.WORST_PAIN, pain
    for link_id in outline.COURSE:
        item = reading.item(link_id)
        words = reading.words(link_id)
        if item is not None and words:
            yield item.label, with_note(words, of_item(reading, link_id))


def _marks(reading: Reading) -> Iterator[LegMark]:
    hot, replaced = outline.HOT_NOW, outline.REPLACED
    kinds = (
        (wording.MARK_TWITCH, Pattern.STRIPES, tuple(_twitch_spots(reading))),
        (with_note(wording.MARK_HOT, beneath(reading, hot)), Pattern.CROSSED,
         _knee_spots(reading, outline.KNEE_ITEM) if holds(reading, hot) is Truth.YES else ()),
        (with_note(wording.MARK_REPLACED, beneath(reading, replaced)), Pattern.DOTS,
         _knee_spots(reading, outline.REPLACED_SIDE_ITEM)
         if holds(reading, replaced) is Truth.YES else ()),
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
