"""Features of the knee that speak for or against arthritis, each in the state its answer gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from intake.answers import Truth
from intake.criteria import Criterion, Is, State, leaves
from intake.questionnaire import Choice
from reports import outline, wording
from reports.evidence import with_note
from reports.phrases import Reading, answer_words
from reports.placing import FeatureOf
from reports.situation import holds
from reports.summary import Feature, Features
from reports.summary import State as Shown
from reports.unconfirmed import of_item

_TRUTHS = {Truth.YES: Shown.YES, Truth.NO: Shown.NO}
_SILENT = {Shown.NOT_ANSWERED, Shown.NOT_ASKED}


def features(reading: Reading) -> Features:
    """The pattern in words, each feature, and how many stand how; what none has is not counted."""
    rows = tuple(_rows(reading))
    counts = Counter(row.state.value for row in rows)
    patterns = [finding for finding in reading.assessment.findings if finding.arthritis]
    level = wording.ARTHRITIS[reading.assessment.arthritis.level.value]  # all an older record has
    titles = "; ".join(finding.title for finding in patterns) or level
    return Features(
        counts=" · ".join(
            words.format(count=counts[state])
            for state, words in wording.FEATURE_COUNTS.items()
            if counts[state] or state == Shown.YES.value
        ),
        pattern=wording.PATTERN.format(titles=titles) if titles else wording.NO_PATTERN,
        rows=rows,
    )


def _rows(reading: Reading) -> Iterator[Feature]:
    for feature in outline.FEATURES:
        state = _state(reading, feature)
        detail = _detail(reading, feature, state)
        yield Feature(state, feature.label, wording.FEATURE_WORDS[state.value], detail)


def _state(reading: Reading, feature: FeatureOf) -> Shown:
    if feature.when is None:
        return Shown.NEEDS_HANDS
    fact = reading.facts.of.get(feature.link_id)
    if fact is None or fact.state is State.OFF:
        return Shown.NOT_ASKED
    truth = holds(reading, feature.when)
    if truth is Truth.UNKNOWN:
        return Shown.NOT_SURE if fact.unsure else Shown.NOT_ANSWERED
    empty = feature.means_nothing_if
    if truth is Truth.YES and empty is not None and holds(reading, empty) is Truth.YES:
        return Shown.NOT_COUNTED
    return _TRUTHS[truth]


def _detail(reading: Reading, feature: FeatureOf, state: Shown) -> str:
    """The answer; with its question where a bare yes would read as the opposite."""
    item = reading.item(feature.link_id)
    if item is None or feature.when is None or state in _SILENT:
        return ""
    if isinstance(item, Choice) and item.repeats:
        return _ticks(reading, item, feature.when)
    words = reading.words(feature.link_id)
    plain_yes = state is Shown.NO and reading.code(feature.link_id) == "yes"
    words = f"{item.label}: {words}" if plain_yes else words
    return with_note(words, of_item(reading, feature.link_id))


def _ticks(reading: Reading, item: Choice, when: Criterion) -> str:
    """Of several ticks those the feature asks for, and what stands for all of them."""
    meant = {code for leaf in leaves(when) if isinstance(leaf, Is) for code in leaf.codes}
    meant |= {option.code for option in item.options if option.exclusive | option.unknown}
    return answer_words(item, tuple(one for one in reading.values(item.link_id) if one in meant))
