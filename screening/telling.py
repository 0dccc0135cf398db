"""The difference between two rule sets as a clinician reads it."""

from __future__ import annotations

from collections.abc import Iterator

from intake.criteria import AllOf
from intake.questionnaire import Choice, Placed, Questionnaire
from screening import wording
from screening.difference import AdviceChange, Difference, ItemChange, RuleChange, smallest
from screening.export import Content, content_hash
from screening.finding import Urgency
from screening.patterns import CALM_NUMBER, Pattern
from screening.phrasing import outline, phrase

MOST_LISTED = 12
"""Patterns of one step that are listed; the rest are counted."""
_INDENT = "  "


def told(difference: Difference) -> Iterator[str]:
    """Every line of the difference, lowered rules first."""
    yield _version(wording.OLD, difference.old)
    yield _version(wording.NEW, difference.new)
    if not difference.rules and not difference.items and not difference.advice:
        yield from ("", wording.SAME)
        return
    yield from ("", *_counts(difference))
    yield from ("", *(line.format(age=CALM_NUMBER) for line in wording.HOW))
    yield _calm(difference.calm)
    for title, changes in _groups(difference):
        if changes:
            yield from ("", title)
        for change in changes:
            yield from ("", *_rule(change, difference))
    yield from _rest(difference)


def _rest(difference: Difference) -> Iterator[str]:
    """What changes no level by itself: questions and advice."""
    if difference.items:
        yield from ("", wording.QUESTIONS)
    for item in difference.items:
        yield from ("", *_item(item, difference))
    if difference.advice:
        yield from ("", wording.ADVICE)
    for advice in difference.advice:
        yield from ("", *_advice(advice, difference))


def _version(which: str, content: Content) -> str:
    rule_set = content.rule_set
    return wording.VERSIONS.format(
        which=which,
        rules=rule_set.version,
        questionnaire=rule_set.questionnaire.version,
        content=content_hash(content)[:12],
    )


def _counts(difference: Difference) -> Iterator[str]:
    declared = [change for change in difference.rules if change.what]
    added = sum(change.old is None for change in difference.rules)
    same = len(difference.new.rule_set.rules) - len(declared) - added
    removed = sum(change.new is None for change in difference.rules)
    yield wording.COUNTS.format(changed=len(declared), added=added, removed=removed, same=same)
    added = sum(item.old is None for item in difference.items)
    removed = sum(item.new is None for item in difference.items)
    changed = len(difference.items) - added - removed
    same = len(difference.new.rule_set.questionnaire.questions) - changed - added
    yield wording.ITEM_COUNTS.format(changed=changed, added=added, removed=removed, same=same)


def _calm(levels: tuple[Urgency, Urgency]) -> str:
    old, new = map(_level, levels)
    if old == new:
        return wording.CALM.format(level=old)
    return wording.CALM_DIFFERS.format(old=old, new=new)


def _level(urgency: Urgency | None) -> str:
    return dict(wording.LEVELS)[urgency.value] if urgency else wording.NONE


def _groups(difference: Difference) -> Iterator[tuple[str, list[RuleChange]]]:
    rules = difference.rules
    yield wording.LOWERED, [rule for rule in rules if rule.lowered]
    yield wording.RAISED, [rule for rule in rules if rule.raised and not rule.lowered]
    yield wording.NO_LEVEL, [rule for rule in rules if not rule.found.patterns and _shown(rule)]


def _shown(change: RuleChange) -> bool:
    """Whether the rule itself differs: one that only rests on a changed question is not news."""
    return bool(change.what) or change.old is None or change.new is None


def _rule(change: RuleChange, difference: Difference) -> Iterator[str]:
    yield wording.RULE.format(code=change.rule.code, title=change.rule.title)
    yield _INDENT + _what(change)
    sides = (
        (wording.WAS, change.old, difference.old.rule_set),
        (wording.IS_NOW, change.new, difference.new.rule_set),
    )
    for label, rule, rule_set in sides:
        if rule and ("when" in change.what or None in (change.old, change.new)):
            yield f"{_INDENT}{label} ({_level(rule.urgency)}):"
            for line in outline(rule.when, rule_set.questionnaire):
                yield _INDENT * (line.depth + 2) + line.text
    if change.old and change.new and "urgency" in change.what:
        was, now = _level(change.old.urgency), _level(change.new.urgency)
        yield f"{_INDENT}{wording.WAS} {was}, {wording.IS_NOW} {now}"
    yield from (_INDENT + line for line in _patterns(change, difference))


def _what(change: RuleChange) -> str:
    if change.old is None:
        return wording.ADDED
    if change.new is None:
        return wording.REMOVED
    return _fields(change.what) if change.what else wording.RESTS_ON_CHANGED


def _fields(names: tuple[str, ...]) -> str:
    words = dict(wording.FIELDS)
    return wording.CHANGED_FIELDS.format(fields=", ".join(words.get(one, one) for one in names))


def _patterns(change: RuleChange, difference: Difference) -> Iterator[str]:
    patterns, most = change.found.patterns, change.found.most
    if not change.rule.urgency:
        yield wording.WITHOUT_LEVEL
        return
    if most is not None:
        yield wording.TRIED_MOST.format(most=most)
    counts = {"lowered": len(change.lowered), "raised": len(change.raised)}
    if not patterns:
        yield wording.NO_PATTERN
    elif len(patterns) == 1:
        yield wording.ONE_PATTERN.format(**counts)
    else:
        yield wording.PATTERNS.format(count=len(patterns), **counts)
    yield from _steps(patterns, difference)


def _steps(patterns: tuple[Pattern, ...], difference: Difference) -> Iterator[str]:
    """The patterns by the step their level takes, the largest drop first."""
    levels = list(Urgency)
    steps = sorted(
        {(one.old, one.new) for one in patterns},
        key=lambda step: (levels.index(step[1]) - levels.index(step[0]), -levels.index(step[0])),
    )
    for old, new in steps:
        same = tuple(one for one in patterns if (one.old, one.new) == (old, new))
        yield wording.SMALLEST.format(old=_level(old), new=_level(new), count=len(same))
        listed = smallest(same)
        for pattern in listed[:MOST_LISTED]:
            yield _INDENT + _answers(pattern, difference)
        if len(listed) > MOST_LISTED:
            yield _INDENT + wording.MORE.format(count=len(listed) - MOST_LISTED)


def _answers(pattern: Pattern, difference: Difference) -> str:
    new, old = difference.new.rule_set.questionnaire, difference.old.rule_set.questionnaire
    parts = (
        phrase(one, new if reply.link_id in new.questions else old)
        for reply in pattern.replies
        for one in reply.stands_for
    )
    return wording.BESIDE.join(parts) or wording.NOTHING_ELSE


def _item(change: ItemChange, difference: Difference) -> Iterator[str]:
    now = change.new or change.old
    if now is None:
        return
    yield wording.RULE.format(code=now.item.code or now.item.link_id, title=now.item.text)
    if change.old is None or change.new is None:
        yield _INDENT + (wording.ADDED if change.old is None else wording.REMOVED)
        return
    yield _INDENT + _fields(change.what)
    for name in change.what:
        was = _stated(change.old, name, difference.old.rule_set.questionnaire)
        is_now = _stated(change.new, name, difference.new.rule_set.questionnaire)
        if was != is_now:
            yield f"{_INDENT * 2}{wording.WAS}: {was}"
            yield f"{_INDENT * 2}{wording.IS_NOW}: {is_now}"


def _stated(placed: Placed, name: str, questionnaire: Questionnaire) -> str:
    """What a question says in a field, in words where words do."""
    if name == "conditions":
        return phrase(AllOf(placed.conditions), questionnaire)
    if name == "options" and isinstance(placed.item, Choice):
        return " · ".join(option.text for option in placed.item.options)
    stated = getattr(placed.item, name, "")
    return stated if isinstance(stated, str) else ""


def _advice(change: AdviceChange, difference: Difference) -> Iterator[str]:
    now = change.new or change.old
    yield wording.RULE.format(code=now.code, title=now.name.replace("-", " ")) if now else ""
    if change.old is None or change.new is None:
        yield _INDENT + (wording.ADDED if change.old is None else wording.REMOVED)
    else:
        yield _INDENT + _fields(change.what)
    for label, advice, content in (
        (wording.WAS, change.old, difference.old),
        (wording.IS_NOW, change.new, difference.new),
    ):
        if advice:
            when = phrase(advice.safe_when, content.rule_set.questionnaire)
            yield f"{_INDENT}{label}: {advice.text}"
            yield f"{_INDENT * 2}{wording.OFFERED_WHEN.format(when=when)}"
