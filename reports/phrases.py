"""Answers, dates and findings in the clinic's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from intake.answers import Answer, Informant, Mode, Value
from intake.criteria import Fact, Facts, State
from intake.questionnaire import (
    Choice,
    FreeText,
    NoToAll,
    Question,
    Questionnaire,
    WholeNumber,
)
from intake.response import QuestionnaireResponse, facts, facts_as_shown
from reports import wording
from reports.summary import State as Shown
from screening.record import AssessmentRecord

_MOST_CHANGES = 4


@dataclass(frozen=True)
class Reading:
    """One visit as the page reads it: answers, what is known of them, what they mean."""

    response: QuestionnaireResponse
    assessment: AssessmentRecord
    zone: ZoneInfo
    facts: Facts
    shown: Facts
    informant: Informant

    def item(self, link_id: str) -> Question | None:
        """The question, if this version asks it."""
        return self.response.questionnaire.questions.get(link_id)

    def values(self, link_id: str) -> tuple[Value, ...]:
        """The values that stand for an item, empty where it was not answered."""
        fact = self.facts.of.get(link_id)
        return fact.values if fact and fact.state is State.ANSWERED else ()

    def code(self, link_id: str) -> str:
        """The one option chosen, empty where there is none."""
        values = self.values(link_id)
        return str(values[0]) if len(values) == 1 else ""

    def words(self, link_id: str) -> str:
        """The answer in words, empty where there is none."""
        item = self.item(link_id)
        return answer_words(item, self.values(link_id)) if item else ""


def read(response: QuestionnaireResponse, assessment: AssessmentRecord, zone: ZoneInfo) -> Reading:
    """Everything the page needs to know of a response, worked out once."""
    return Reading(
        response,
        assessment,
        zone,
        facts(response),
        facts_as_shown(response),
        _informant(response),
    )


def people(response: QuestionnaireResponse) -> tuple[Informant, ...]:
    """Who answered on the tablet, who gave most of it first; not who put an answer right later."""
    by = Counter(one.by for one in _given(response) if not one.is_confirmed)
    return tuple(who for who, _ in by.most_common())


def _given(response: QuestionnaireResponse) -> Iterator[Answer]:
    """Everything that was said to a question; what the program filled in was said by nobody."""
    for link_id, answer in response.answers.items():
        item = response.questionnaire.questions.get(link_id)
        if item is not None and not isinstance(item, NoToAll | WholeNumber):
            yield from (answer, *answer.replaced)


def _informant(response: QuestionnaireResponse) -> Informant:
    """Who gave most of the answers; only what somebody else gave is marked."""
    by = Counter(answer.by for answer in response.answers.values())
    return by.most_common(1)[0][0] if by else Informant.PATIENT


def language_name(tag: str) -> str:
    """A language in the clinic's words; its tag where there are none."""
    return wording.LANGUAGES.get(tag, tag)


def is_another_language(tag: str) -> bool:
    """Whether a patient was asked in another language than the clinic reads."""
    return tag.partition("-")[0] != wording.PAGE_LANGUAGE.partition("-")[0]


def question_words(item: Question, questionnaire: Questionnaire) -> str:
    """The question as it was asked, under the heading of its follow-up grid where it has one."""
    group = questionnaire.place[item.link_id].group
    if not group.grid or group.enable_when is None:
        return item.text
    return wording.UNDER_HEADING.format(heading=group.text, question=item.text)


def aloud(words: str) -> str:
    """A question as it can be asked aloud: without what only a tablet's screen can mean."""
    for each in wording.ON_THE_TABLET:
        words = words.replace(each, "")
    return words


def day(value: date) -> str:
    """A date as 14-Mar-1964."""
    month = wording.MONTHS[value.month - 1]
    return wording.DATE.format(day=value.day, month=month, year=value.year)


def day_and_time(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as 20-Nov-2026 09:16 on the clinic's clock."""
    local = moment.astimezone(zone)
    return wording.DATE_TIME.format(date=day(local.date()), hour=local.hour, minute=local.minute)


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as 09:16 on the clinic's clock."""
    local = moment.astimezone(zone)
    return wording.CLOCK.format(hour=local.hour, minute=local.minute)


def moment(reading: Reading, when: datetime) -> str:
    """A moment as 09:16 where it is on the day of the visit, with its own day where it is not."""
    days = {each.astimezone(reading.zone).date() for each in (when, reading.response.authored)}
    return (clock if len(days) == 1 else day_and_time)(when, reading.zone)


def answer_words(item: Question, values: tuple[Value, ...]) -> str:
    """The answer in the words of its options."""
    return ", ".join(_value_words(item, value) for value in values)


def _value_words(item: Question, value: Value) -> str:
    option = item.option(value) if isinstance(item, Choice) else None
    if option is not None:
        return option.text
    return day(value) if isinstance(value, date) else str(value)


def labeled(item: Question, words: str) -> str:
    """An answer with its question's label before it and its code behind."""
    text = wording.EVIDENCE.format(label=item.label, answer=words, code=item.code)
    return text.removesuffix(" ()")


def who(answer: Answer) -> str:
    """Who gave an answer, in words."""
    words = wording.INFORMANTS[answer.by.value].format(initials=answer.initials)
    return words.strip()


def state_of(item: Question, fact: Fact) -> Shown:
    """Which of the four states an answer is in, or another."""
    if fact.state is not State.ANSWERED or not fact.values:
        return Shown.NOT_ANSWERED
    if not isinstance(item, Choice):
        return Shown.OTHER
    options = [option for value in fact.values if (option := item.option(value))]
    if any(option.unknown for option in options):
        return Shown.NOT_SURE
    if options and all(option.code in {"no", "none"} for option in options):
        return Shown.NO
    yes = any(option.code == "yes" or option.text.startswith("Yes") for option in options)
    return Shown.YES if yes else Shown.OTHER


def history(reading: Reading, item: Question, answer: Answer | None) -> str:
    """How an answer came about: as a group, changed, by somebody else; empty when plainly given."""
    if answer is None:
        return _taken_back(reading, item)
    return "; ".join(_history(reading, item, answer))


def _taken_back(reading: Reading, item: Question) -> str:
    said = reading.response.taken_back.get(item.link_id)
    if not said:
        return ""
    if isinstance(item, FreeText):
        return wording.TEXT_TAKEN_BACK_NOTE
    return wording.TAKEN_BACK_NOTE.format(old=answer_words(item, said[-1].values))


def _history(reading: Reading, item: Question, answer: Answer) -> Iterator[str]:
    if answer.mode is Mode.GROUP:
        yield wording.GROUP_NOTE
    yield from _changes(reading, item, answer)
    again = reading.response.questionnaire.second_asking.get(item.link_id, "")
    if second := reading.response.answers.get(again):
        yield wording.ASKED_AGAIN_NOTE.format(answer=answer_words(item, second.values))
    standing = reading.values(item.link_id)
    if standing and standing != answer.values and not isinstance(item, FreeText):
        yield wording.STANDS_NOTE.format(standing=answer_words(item, standing))
    if any(one.by is not reading.informant for one in (answer, *answer.replaced)):
        yield wording.BY_NOTE.format(who=who(answer))


def _changes(reading: Reading, item: Question, answer: Answer) -> Iterator[str]:
    """The first change and the last ones; a text is printed elsewhere, with what it was before."""
    if isinstance(item, FreeText):
        yield from [wording.TEXT_CHANGED_NOTE] if answer.replaced else []
        return
    told = [_change(reading, item, *pair) for pair in pairwise((*answer.replaced, answer))]
    left_out = len(told) - _MOST_CHANGES
    if left_out > 1:
        told[1 : 1 + left_out] = [wording.MORE_CHANGES.format(count=left_out)]
    yield from told


def _change(reading: Reading, item: Question, before: Answer, after: Answer) -> str:
    old, when = answer_words(item, before.values), moment(reading, after.at)
    by_another = wording.CHANGED_BY_NOTE if before.by is not after.by else wording.CHANGED_NOTE
    return by_another.format(old=old, who=who(before), when=when)
