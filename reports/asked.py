"""Every question that was asked, with its answer, its weight, and how the answer came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from intake.answers import Informant, Mode
from intake.criteria import State
from intake.questionnaire import Choice, FreeText, NoToAll, Placed, Question, Role, WholeNumber
from reports import outline, wording
from reports.phrases import Reading, aloud, answer_words, history, question_words, state_of
from reports.summary import AskedQuestion, AskedSection, Item, Weight
from reports.summary import State as Shown
from screening.finding import Kind, Urgency
from screening.record import FindingRecord, NotRuledOutRecord, QuestionRecord

_MOST_TITLES = 3


def asked_sections(reading: Reading) -> tuple[AskedSection, ...]:
    """The questions by section, in the order the patient met them; those never reached are left."""
    weights = _weights(reading)
    sections: dict[str, list[AskedQuestion]] = {}
    headings: dict[str, str] = {}
    for placed in _asked(reading):
        section = placed.section
        headings[section.link_id] = section.text
        row = _row(reading, placed, weights.get(placed.item.link_id, Weight.NONE))
        sections.setdefault(section.link_id, []).append(row)
    return tuple(AskedSection(headings[name], tuple(rows)) for name, rows in sections.items())


def _asked(reading: Reading) -> Iterator[Placed]:
    for placed in reading.response.questionnaire.placed:
        if isinstance(placed.item, NoToAll | WholeNumber):
            continue
        if reading.shown.of[placed.item.link_id].state in {State.ANSWERED, State.OPEN}:
            yield placed


def _row(reading: Reading, placed: Placed, weight: Weight) -> AskedQuestion:
    item = placed.item
    answer = reading.response.answers.get(item.link_id)
    words = answer_words(item, answer.values) if answer else ""
    return AskedQuestion(
        number=item.code,
        question=question_words(item, reading.response.questionnaire),
        answer=_shown(placed, words),
        state=state_of(item, reading.shown.of[item.link_id]) if not _unsure(reading, placed)
        else Shown.NOT_SURE,
        weight=weight,
        note=history(reading, item, answer),
    )  # fmt: skip


def _shown(placed: Placed, words: str) -> str:
    """The answer as the table shows it; the patient's own words stand once, in their section."""
    if words and isinstance(placed.item, FreeText):
        return wording.IN_OWN_WORDS
    return words or wording.NOT_ANSWERED


def _unsure(reading: Reading, placed: Placed) -> bool:
    return reading.facts.of[placed.item.link_id].unsure


def _weights(reading: Reading) -> dict[str, Weight]:
    """The heaviest finding each answer is part of."""
    weights: dict[str, Weight] = {}
    for finding in reversed(reading.assessment.findings):
        weight = _weight(finding)
        if weight is not Weight.NONE:
            weights.update({one.link_id: weight for one in finding.because})
    return weights


def _weight(finding: FindingRecord) -> Weight:
    if finding.kind is Kind.RED_FLAG:
        return Weight.RED
    raised = finding.kind is Kind.WARNING_SIGN and finding.raises
    return Weight.CAUTION if raised else Weight.NONE


def asked_note(reading: Reading, sections: tuple[AskedSection, ...]) -> str:
    """How many were answered, not sure and not answered, and who filled it in."""
    counts = Counter(row.state for section in sections for row in section.questions)
    filled = wording.FILLED_IN.get(reading.code(outline.WHO_ITEM), wording.NOT_GIVEN)
    mostly = wording.INFORMANTS[reading.informant.value].format(initials="").strip()
    by = filled if reading.informant is Informant.PATIENT else mostly
    unsure, missing = counts[Shown.NOT_SURE], counts[Shown.NOT_ANSWERED]
    return wording.ASKED_COUNTS.format(
        answered=sum(counts.values()) - unsure - missing,
        unsure=unsure,
        open=missing,
        who=wording.FILLED_IN_BY.format(who=by),
    )


def how_asked(reading: Reading, *, as_asked: bool) -> tuple[str, ...]:
    """What a reader must know where questions, wording and rules are not of one version."""
    across = wording.ACROSS.format(
        questionnaire=reading.assessment.questionnaire_version,
        rules=reading.assessment.rules_version,
    )
    said = ((not as_asked, wording.NOT_AS_ASKED), (reading.assessment.across, across))
    return tuple(sentence for holds, sentence in said if holds)


def negatives(reading: Reading, mode: Mode) -> tuple[str, ...]:
    """What was asked as a warning and answered no, by its short label."""
    return tuple(
        placed.item.label
        for placed in _asked(reading)
        if placed.item.role is not Role.CONTEXT and _plainly_no(reading, placed, mode)
    )


def _plainly_no(reading: Reading, placed: Placed, mode: Mode) -> bool:
    item = placed.item
    answer = reading.response.answers.get(item.link_id)
    if answer is None or answer.mode is not mode or not isinstance(item, Choice):
        return False
    return state_of(item, reading.facts.of[item.link_id]) is Shown.NO


def open_questions(reading: Reading) -> tuple[Item, ...]:
    """Each question to ask aloud, with what it leaves open, the most pressing first."""
    rules: dict[str, list[NotRuledOutRecord]] = {}
    for one in sorted(reading.assessment.could_not_rule_out, key=_pressing):
        for question in one.ask:
            rules.setdefault(question.link_id, []).append(one)
    order = sorted(rules, key=lambda link_id: not _is_safety(reading.item(link_id)))
    return tuple(_open_question(reading, link_id, rules[link_id]) for link_id in order)


def _is_safety(item: Question | None) -> bool:
    return item is not None and item.role is Role.SAFETY


def _open_question(reading: Reading, link_id: str, left: list[NotRuledOutRecord]) -> Item:
    recorded = (one for rule in left for one in rule.ask if one.link_id == link_id)
    to_ask = asked_aloud(reading, next(recorded))
    choices = f"{to_ask.detail}. " if to_ask.detail else ""
    return Item(to_ask.title, choices + _leaves_open(left, _raised_by(reading, link_id)))


def asked_aloud(reading: Reading, question: QuestionRecord) -> Item:
    """A question as it was asked, with what may be ticked.

    One that this patient's version does not ask stands as it was recorded.
    """
    item = reading.item(question.link_id)
    if item is None:
        return Item(aloud(question.question))
    return Item(aloud(question_words(item, reading.response.questionnaire)), _choices(item))


def _raised_by(reading: Reading, link_id: str) -> Urgency | None:
    """The highest level of a finding that rests on this answer, or on there being none."""
    levels = (
        finding.urgency
        for finding in reading.assessment.findings
        if finding.urgency and any(one.link_id == link_id for one in finding.because)
    )
    return max(levels, default=None)


def _choices(item: Question) -> str:
    """What may be answered, where the question does not say it; a name is asked for freely."""
    if not isinstance(item, Choice) or not item.repeats or not item.required:
        return ""
    return "; ".join(
        option.text for option in item.options if not option.exclusive | option.unknown
    )


def _pressing(one: NotRuledOutRecord) -> tuple[int, int]:
    order = [None, *Urgency]
    return -order.index(one.raises_to), -order.index(one.urgency)


def _leaves_open(rules: list[NotRuledOutRecord], raised: Urgency | None) -> str:
    """What a question leaves open, and its level where the answer has not raised as high yet."""
    titles = [one.title for one in rules]
    if len(titles) > _MOST_TITLES:
        more = wording.MORE_EVIDENCE.format(count=len(titles) - _MOST_TITLES)
        titles = [*titles[:_MOST_TITLES], more]
    highest = max((one.raises_to for one in rules if one.raises_to), default=None)
    text = wording.LEAVES_OPEN.format(titles="; ".join(titles))
    if highest and (raised is None or highest > raised):
        text += wording.RAISES.format(level=wording.LEVEL_NAMES[highest.value])
    return text
