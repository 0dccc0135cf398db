"""How the plain page says one thing: an answer, a question, a person, a day.

These stand beside what the usual page says them with: the same fault must not take both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from intake.answers import Answer, Mode, Value
from intake.questionnaire import Choice, Question
from reports import plain_wording, wording
from reports.pdf.plain import Line, Look
from screening.finding import Urgency
from screening.record import NotRuledOutRecord


def open_questions(left: tuple[NotRuledOutRecord, ...]) -> Iterator[Line]:
    """Each question to ask aloud, with what it leaves open."""
    titles: dict[str, list[str]] = {}
    for one in left:
        for ask in one.ask:
            title = plain_wording.FINDING.format(title=one.title, code=one.code)
            titles.setdefault(ask.question, []).append(title)
    for question, open_ in titles.items():
        aloud = question
        for tablet in wording.ON_THE_TABLET:
            aloud = aloud.replace(tablet, "")
        yield Line(plain_wording.ASK.format(question=aloud), Look.STRONG)
        yield Line(plain_wording.OPEN.format(titles="; ".join(open_)), indent=1)
    if not titles:
        yield Line(plain_wording.NO_FINDINGS)


def untold(item: Question, asked: frozenset[str] | None) -> str:
    """Why there is no answer, as far as it is known."""
    if asked is None:
        return plain_wording.NO_ANSWER
    return plain_wording.NOT_ANSWERED if item.link_id in asked else plain_wording.NOT_ASKED


def shown(item: Question, answer: Answer | None, asked: frozenset[str] | None) -> str:
    """An answer as it stands beside its question."""
    if answer is None:
        return untold(item, asked)
    said = answer_words(item, answer.values)
    return plain_wording.AS_GROUP.format(answer=said) if answer.mode is Mode.GROUP else said


def answer_words(item: Question, values: tuple[Value, ...]) -> str:
    """The answer in the words of its options."""
    return ", ".join(_word(item, value) for value in values)


def _word(item: Question, value: Value) -> str:
    option = item.option(value) if isinstance(item, Choice) else None
    if option is not None:
        return option.text
    return day(value) if isinstance(value, date) else str(value)


def is_unsure(item: Question, answer: Answer | None) -> bool:
    """Whether somebody answered "not sure"."""
    return (
        answer is not None
        and isinstance(item, Choice)
        and not item.unknown_codes.isdisjoint(answer.values)
    )


def labels(items: Iterable[Question]) -> str:
    """Questions by their labels and codes."""
    return "; ".join(
        plain_wording.FINDING.format(title=item.label, code=item.code) for item in items
    )


def level(urgency: Urgency | None) -> str:
    """How urgent it is; empty where it says nothing of it."""
    return wording.LEVELS[urgency.value] if urgency else ""


def who(answer: Answer) -> str:
    """Who gave an answer."""
    return informant(answer.by.value, answer.initials)


def informant(by: str, initials: str = "") -> str:
    """A kind of person who answers, in words."""
    return wording.INFORMANTS[by].format(initials=initials).strip()


def language(tag: str) -> str:
    """A language without its country."""
    return tag.partition("-")[0]


def named(tag: str) -> str:
    """A language in the clinic's words; its tag where there are none."""
    return wording.LANGUAGES.get(tag, tag)


def day(value: date) -> str:
    """A date as 14-Mar-1964."""
    month = wording.MONTHS[value.month - 1]
    return wording.DATE.format(day=value.day, month=month, year=value.year)
