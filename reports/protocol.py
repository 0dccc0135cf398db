"""The protocol: every question and every rule as a document that a clinician reads and signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intake.claims import CLAIMS, PROMOTION, Claim, coverage
from intake.criteria import AllOf, Criterion, Is, Within, leaves
from intake.questionnaire import Choice, Group, NoToAll, Placed, Question, Questionnaire, Role
from reports import protocol_wording as wording
from reports.thresholds import Threshold
from screening.advising import Advice
from screening.export import Content, content_hash
from screening.finding import Contributor, Presentation, Rule, RuleSet, WarningSign
from screening.phrasing import Line, outline, phrase


@dataclass(frozen=True)
class Fact:
    """A label and what stands beside it, on one line or several."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Entry:
    """One question, rule, threshold, claim or source."""

    title: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Part:
    """A heading with sentences and entries below it; ``brief`` entries take a line each."""

    title: str
    intro: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    brief: bool = False


@dataclass(frozen=True)
class Protocol:
    """The document in reading order; the signature block closes it."""

    title: str
    notices: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    running_head: str
    parts: tuple[Part, ...]


def protocol(content: Content, declared: tuple[Threshold, ...]) -> Protocol:
    """The protocol of this content; ``declared`` are the numbers it names."""
    rule_set, questionnaire = content.rule_set, content.rule_set.questionnaire
    mark = content_hash(content)
    names = {"questionnaire": questionnaire.version, "rules": rule_set.version}
    return Protocol(
        title=wording.TITLE.format(questionnaire=questionnaire.title),
        notices=(wording.NOTICE, wording.GENERATED),
        versions=_versions(rule_set, mark),
        running_head=wording.RUNNING_HEAD.format(**names, content=mark[:12]),
        parts=(
            Part(wording.HOW_TITLE, wording.HOW),
            _changed(content),
            *_questions(questionnaire),
            *_together(questionnaire),
            *_rules(rule_set),
            _advice(content),
            *_thresholds(rule_set, declared),
            _claims(content),
            _sources(content),
        ),
    )


def _versions(rule_set: RuleSet, mark: str) -> tuple[tuple[str, str], ...]:
    questions = rule_set.questionnaire.questions
    covered = coverage(CLAIMS, {item.link_id: item.claims for item in questions.values()})
    values = {
        "questionnaire": rule_set.questionnaire.version,
        "rules": rule_set.version,
        "content": mark,
        "items": len([item for item in questions.values() if not isinstance(item, NoToAll)]),
        "count": len(rule_set.rules),
        "accounted": covered.accounted,
        "claims": len(CLAIMS),
    }
    return tuple((label, text.format(**values)) for label, text in wording.VERSIONS)


def _fact(label: str, *texts: str) -> Fact:
    return Fact(label, tuple(Line(0, text) for text in texts))


def _changed(content: Content) -> Part:
    by_code = content.rule_set.questionnaire.by_code
    questions = tuple(
        Entry(_item_title(by_code[code]), (_fact("", why),))
        for code, why in wording.CHANGED_QUESTIONS
        if code in by_code
    )
    rules = tuple(
        Entry(_rule_title(rule), (_fact("", rule.remark),))
        for rule in content.rule_set.rules
        if rule.remark
    )
    advice = tuple(
        Entry(_advice_title(one), (_fact("", one.remark),)) for one in content.advice if one.remark
    )
    entries = (*questions, *rules, *advice)
    return Part(wording.CHANGED_TITLE, wording.CHANGED_INTRO, entries, brief=True)


# Questions.


def _questions(questionnaire: Questionnaire) -> Iterator[Part]:
    grids = dict(_grids(questionnaire.items))
    for section in questionnaire.items:
        asked = [
            placed
            for placed in questionnaire.placed
            if placed.section is section and not isinstance(placed.item, NoToAll)
        ]
        entries = tuple(_item(placed, grids, questionnaire) for placed in asked)
        yield Part(wording.QUESTIONS_TITLE.format(section=section.text), entries=entries)


def _grids(items: tuple[Question | Group, ...]) -> Iterator[tuple[str, Group]]:
    """The grid or page each of its rows stands in."""
    for item in items:
        if isinstance(item, Group):
            yield from _grids(item.items)
            if item.grid or item.page:
                yield from ((row.link_id, item) for row in item.items)


def _item_title(item: Question) -> str:
    pattern = wording.ITEM_TITLE if item.code else wording.ITEM_TITLE_WITHOUT_CODE
    return pattern.format(code=item.code, text=item.text)


def _item(placed: Placed, grids: dict[str, Group], questionnaire: Questionnaire) -> Entry:
    item = placed.item
    grid = grids.get(item.link_id)
    facts = (
        *_if_any(wording.HEADING_OF_GRID, (grid.text, grid.hint) if grid else ()),
        *_if_any(wording.HINT, (item.hint,)),
        _fact(wording.ANSWERS, _answers(item)),
        Fact(wording.WHEN_ASKED, outline(AllOf(placed.conditions), questionnaire)),
        _fact(wording.ROLE, _role(item)),
        *_if_any(wording.OFFLINE, (_offline(item),)),
        *_grounds(item),
    )
    return Entry(_item_title(item), facts)


def _if_any(label: str, texts: tuple[str, ...]) -> Iterator[Fact]:
    if said := tuple(text for text in texts if text):
        yield _fact(label, *said)


def _answers(item: Question) -> str:
    if not isinstance(item, Choice):
        return dict(wording.ANSWER_KINDS)[type(item).__name__]
    options = wording.BETWEEN_OPTIONS.join(
        wording.OPTION_ALONE.format(text=option.text) if option.exclusive else option.text
        for option in item.options
    )
    return wording.SEVERAL.format(options=options) if item.repeats else options


def _role(item: Question) -> str:
    if not item.required and item.role is Role.CONTEXT:
        return wording.MAY_BE_SKIPPED
    return dict(wording.ROLES)[item.role.value]


def _offline(item: Question) -> str:
    if not isinstance(item, Choice) or not item.needs_staff_offline:
        return ""
    options = wording.BETWEEN_OPTIONS.join(option.text for option in item.needs_staff_offline)
    return wording.OFFLINE_CALLS.format(options=options)


def _together(questionnaire: Questionnaire) -> Iterator[Part]:
    """What only together calls staff without connection, where the questionnaire has any."""
    entries = tuple(
        Entry(
            wording.TOGETHER_NUMBER.format(number=number),
            (Fact(wording.TOGETHER_CALLS, outline(one, questionnaire)),),
        )
        for number, one in enumerate(questionnaire.needs_staff_offline, start=1)
    )
    if entries:
        yield Part(wording.TOGETHER_TITLE, wording.TOGETHER, entries)


def _grounds(declared: Question | Rule | Advice) -> tuple[Fact, Fact]:
    sources = [str(source) for source in declared.sources]
    return (
        _fact(wording.CLAIMS, ", ".join(declared.claims) or wording.BEYOND),
        _fact(wording.SOURCES, "; ".join(sources)),
    )


# Rules.


def _rules(rule_set: RuleSet) -> Iterator[Part]:
    for group, title in wording.GROUPS:
        entries = tuple(
            _rule(rule, rule_set.questionnaire) for rule in rule_set.rules if _group(rule) == group
        )
        yield Part(wording.RULES_TITLE.format(group=title), entries=entries)


def _group(rule: Rule) -> str:
    if rule.urgency:
        return rule.urgency.value
    return "contributor" if isinstance(rule, Contributor) else "presentation"


def _rule_title(rule: Rule) -> str:
    return wording.RULE_TITLE.format(code=rule.code, title=rule.title)


def _rule(rule: Rule, questionnaire: Questionnaire) -> Entry:
    adds = tuple(
        wording.ADDS_WORDS.format(text=one.text, when=phrase(one.when, questionnaire))
        for one in rule.adds
    )
    facts = (
        Fact(wording.FIRES_WHEN, outline(rule.when, questionnaire)),
        *_if_any(wording.ADDS, adds),
        *_if_any(wording.YIELDS_TO, (", ".join(rule.yields_to),)),
        *_special(rule),
        _fact(wording.NEXT, rule.next),
        *_grounds(rule),
        *_if_any(wording.CHANGED, (rule.remark,)),
    )
    return Entry(_rule_title(rule), facts)


def _special(rule: Rule) -> Iterator[Fact]:
    match rule:
        case WarningSign(beside_others=True):
            yield _fact(wording.SPECIAL, wording.BESIDE_OTHERS)
        case WarningSign(only_alone=True):
            yield _fact(wording.SPECIAL, wording.ONLY_ALONE)
        case WarningSign(raises_when_partly=True):
            yield _fact(wording.PARTLY, wording.PARTLY_RAISES)
        case Presentation(reassuring=True):
            yield _fact(wording.SPECIAL, wording.REASSURING)
        case Presentation(before_procedure=True):
            yield _fact(wording.WEIGHED, wording.BEFORE_PROCEDURE)
        case Presentation(arthritis=level, arthritis_kind=kind) if level:
            text = dict(wording.ARTHRITIS_LEVELS)[level.value]
            yield _fact(wording.ARTHRITIS, text.format(kind=kind))


# Advice, thresholds, claims, sources.


def _advice(content: Content) -> Part:
    questionnaire = content.rule_set.questionnaire
    entries = tuple(
        Entry(
            _advice_title(one),
            (
                _fact(wording.SAYS, one.text),
                Fact(wording.OFFERED_WHEN, outline(one.safe_when, questionnaire)),
                *_grounds(one),
                *_if_any(wording.CHANGED, (one.remark,)),
            ),
        )
        for one in content.advice
    )
    return Part(wording.ADVICE_TITLE, wording.ADVICE_INTRO, entries)


def _advice_title(advice: Advice) -> str:
    return wording.RULE_TITLE.format(code=advice.code, title=advice.name.replace("-", " "))


def _thresholds(rule_set: RuleSet, declared: tuple[Threshold, ...]) -> Iterator[Part]:
    entries = tuple(
        Entry(
            wording.DECLARED.format(value=one.value, name=one.name.lower().replace("_", " ")),
            (_fact("", one.means),),
        )
        for one in declared
    )
    yield Part(wording.THRESHOLDS_TITLE, wording.THRESHOLDS_INTRO, entries, brief=True)
    used = tuple(
        Entry(text, (_fact(wording.DECIDES_IN, ", ".join(codes)),))
        for text, codes in sorted(_where_numbers_decide(rule_set).items())
    )
    yield Part(wording.WHERE_TITLE, entries=used, brief=True)


def _where_numbers_decide(rule_set: RuleSet) -> dict[str, list[str]]:
    """Each comparison with a number, in words, and the codes of what turns on it."""
    questionnaire = rule_set.questionnaire
    found: dict[str, list[str]] = {}
    for code, criterion in _conditions(rule_set):
        for leaf in dict.fromkeys(_numeric(criterion, questionnaire)):
            codes = found.setdefault(phrase(leaf, questionnaire), [])
            if code not in codes:
                codes.append(code)
    return found


def _conditions(rule_set: RuleSet) -> Iterator[tuple[str, Criterion]]:
    for rule in rule_set.rules:
        yield rule.code, AllOf((rule.when, *(one.when for one in rule.adds)))
    for placed in rule_set.questionnaire.placed:
        yield placed.item.code or placed.item.link_id, AllOf(placed.conditions)


def _numeric(criterion: Criterion, questionnaire: Questionnaire) -> Iterator[Is | Within]:
    for leaf in leaves(criterion):
        if isinstance(leaf, Within) or (isinstance(leaf, Is) and _on_scale(leaf, questionnaire)):
            yield leaf


def _on_scale(leaf: Is, questionnaire: Questionnaire) -> bool:
    item = questionnaire.questions[leaf.link_id]
    return isinstance(item, Choice) and any(option.ordinal for option in item.options)


def _claims(content: Content) -> Part:
    promotion = ", ".join(claim.id for claim in CLAIMS.values() if claim.kind == PROMOTION)
    entries = tuple(
        Entry(wording.CLAIM_TITLE.format(id=claim.id, text=claim.text), tuple(_uses(claim, asked)))
        for asked in (_cited(content),)
        for claim in CLAIMS.values()
        if claim.kind != PROMOTION
    )
    intro = tuple(sentence.format(promotion=promotion) for sentence in wording.CLAIMS_INTRO)
    return Part(wording.CLAIMS_TITLE, intro, entries, brief=True)


def _cited(content: Content) -> dict[str, list[str]]:
    """The codes of all that rests on each claim."""
    cited: dict[str, list[str]] = {}
    for declared in _declared(content):
        for claim in declared.claims:
            cited.setdefault(claim, []).append(declared.code)
    return cited


def _declared(content: Content) -> Iterator[Question | Rule | Advice]:
    yield from content.rule_set.questionnaire.questions.values()
    yield from content.rule_set.rules
    yield from content.advice


def _uses(claim: Claim, cited: dict[str, list[str]]) -> Iterator[Fact]:
    if codes := cited.get(claim.id):
        yield _fact(wording.RESTS, ", ".join(codes))
    yield from _if_any(wording.ELSEWHERE, (claim.elsewhere,))


def _sources(content: Content) -> Part:
    cited: dict[str, list[str]] = {}
    for declared in _declared(content):
        for source in declared.sources:
            name = f"{source}, doi {source.doi}" if source.doi else str(source)
            cited.setdefault(name, []).append(declared.code)
    return Part(
        wording.SOURCES_TITLE,
        entries=tuple(
            Entry(name, (_fact(wording.SOURCE_USED, ", ".join(filter(None, codes))),))
            for name, codes in sorted(cited.items())
        ),
        brief=True,
    )
