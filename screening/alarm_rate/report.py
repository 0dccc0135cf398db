"""The report on the rate of alarm, as Markdown: what came out, and every assumption."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.citation import Source
from intake.questionnaire import Questionnaire
from screening.alarm_rate import wording
from screening.alarm_rate.clinic import WHOLE, Clinic, Group, Says
from screening.alarm_rate.rates import TOLERATED, Rates, by_kind, frequent, in_order, suspects
from screening.finding import RuleSet, Urgency

_LEAST = 0.02
"""The share of patients below which a rule is not listed."""
_MOST_ANSWERS = 8


@dataclass(frozen=True)
class Run:
    """One run of the simulation: of which clinic, under which rules, and what came out."""

    clinic: Clinic
    rule_set: RuleSet
    seed: int
    found: Mapping[str, Rates]

    @property
    def kinds(self) -> tuple[Rates, ...]:
        """The rates by kind of patient."""
        return by_kind(self.clinic, self.found)

    @property
    def ordinary(self) -> tuple[Rates, ...]:
        """The rates of the kinds that should seldom be raised."""
        return tuple(rate for rate in self.kinds if rate.ordinary)

    @property
    def patients(self) -> int:
        """How many patients were drawn."""
        return sum(rate.patients for rate in self.found.values())


def report(run: Run, variations: Mapping[str, Run]) -> str:
    """The whole report; ``variations`` are runs under other assumptions, by what is other."""
    return "\n".join(_lines(run, variations)) + "\n"


def _lines(run: Run, variations: Mapping[str, Run]) -> Iterator[str]:
    yield from (wording.TITLE, "")
    yield wording.INTRO.rstrip().format(
        patients=run.patients,
        seed=run.seed,
        questionnaire=run.clinic.questionnaire.version,
        rules=run.rule_set.version,
    )
    yield from _section(wording.LEVELS, wording.LEVELS_NOTE)
    yield from _table(wording.LEVELS_HEAD, _levels(run))
    for rate in run.ordinary:
        yield from _of_kind(rate, run)
    yield from _verdicts(run)
    yield from _variations(run, variations)
    yield from _assumptions(run.clinic)


def _section(heading: str, note: str) -> Iterator[str]:
    yield from ("", heading, "", note)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield ""
    yield _row(head)
    yield "|" + "---|" * len(head)
    for row in rows:
        yield _row(row)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _percent(count: float, of: int) -> str:
    return f"{WHOLE * count / of:.1f}" if of else "-"


def _levels(run: Run) -> Iterator[list[str]]:
    for kind in run.kinds:
        members = [g.name for g in run.clinic.groups if g.kind == kind.of]
        yield _level(wording.ALL_OF.format(kind=kind.of), kind)
        for name in members:
            if members != [kind.of] and len(members) > 1:
                yield _level(name, run.found[name])


def _level(name: str, rate: Rates) -> list[str]:
    levels = [_percent(rate.levels[urgency], rate.patients) for urgency in Urgency]
    raised = _percent(rate.raised, rate.patients)
    return [name, str(rate.patients), *levels, raised, _percent(rate.only_unknown, rate.patients)]


def _of_kind(rate: Rates, run: Run) -> Iterator[str]:
    tolerated, least = f"{TOLERATED:.0%}"[:-1], f"{_LEAST:.0%}"[:-1]
    note = wording.RULES_NOTE.format(tolerated=tolerated, least=least)
    yield from _section(wording.RULES.format(kind=rate.of), note)
    yield from _table(wording.RULES_HEAD, _rules(rate, run.rule_set))
    yield from _section(wording.ANSWERS.format(kind=rate.of), wording.ANSWERS_NOTE)
    questions = run.clinic.questionnaire
    yield from _table(
        wording.ANSWERS_HEAD,
        (
            [_question(link_id, questions), _percent(count, rate.patients)]
            for link_id, count in in_order(rate.one_answer)[:_MOST_ANSWERS]
        ),
    )


def _rules(rate: Rates, rule_set: RuleSet) -> Iterator[list[str]]:
    suspected = {one.code for one in suspects([rate])}
    often = {one.code for one in frequent([rate])}
    for code, count in in_order(rate.involved):
        if count >= _LEAST * rate.patients:
            mark = wording.FREQUENT if code in often else ""
            mark = wording.SUSPECT if code in suspected else mark
            alone = _percent(rate.alone[code], rate.patients)
            name = f"{code} {rule_set.rule(code).title}"
            yield [name, alone, _percent(count, rate.patients), mark]


def _question(link_id: str, questionnaire: Questionnaire) -> str:
    item = questionnaire.questions[link_id]
    return f"{item.code} {item.label}".strip()


def _verdicts(run: Run) -> Iterator[str]:
    codes = sorted({one.code for one in suspects(run.kinds)})
    said = wording.SUSPECTS.format(codes=", ".join(codes)) if codes else wording.NO_SUSPECT
    raised = wording.AND.join(
        wording.RAISED.format(percent=_percent(rate.raised, rate.patients), kind=rate.of)
        for rate in run.ordinary
    )
    note = wording.VERDICTS_NOTE.format(suspects=said, raised=raised)
    yield from _section(wording.VERDICTS, note)
    for code in sorted({*codes, *(one.code for one in frequent(run.kinds))}):
        if code in wording.VERDICT_OF:
            yield ""
            title, verdict = run.rule_set.rule(code).title, wording.VERDICT_OF[code]
            yield wording.VERDICT.format(code=code, title=title, verdict=verdict)


def _variations(run: Run, variations: Mapping[str, Run]) -> Iterator[str]:
    drawn = max((other.patients for other in variations.values()), default=0)
    yield from _section(wording.VARIATIONS, wording.VARIATIONS_NOTE.format(patients=drawn))
    condition, *columns = wording.VARIATIONS_HEAD
    heads = [column.format(kind=rate.of) for rate in run.ordinary for column in columns]
    every = {wording.AS_ASSUMED: run, **variations}
    yield from _table([condition, *heads], ([name, *_varied(one)] for name, one in every.items()))


def _varied(run: Run) -> Iterator[str]:
    for rate in run.ordinary:
        yield _percent(rate.raised, rate.patients)
        yield " ".join(sorted(one.code for one in frequent([rate])))


def _assumptions(clinic: Clinic) -> Iterator[str]:
    numbers = _numbered(clinic)
    yield from ("", wording.ASSUMPTIONS, "")
    telling = ", ".join(
        wording.TELLING.format(factor=f"{factor:g}", percent=f"{percent:g}")
        for factor, percent in clinic.telling.items()
    )
    yield wording.TABLET.rstrip().format(
        not_sure=f"{clinic.not_sure:g}", no_to_all=f"{clinic.no_to_all:g}", telling=telling
    )
    yield from _table(wording.GROUPS_HEAD, (_group(group, numbers) for group in clinic.groups))
    yield from _said(wording.EVERYBODY, clinic.everybody, clinic, numbers)
    for group in clinic.groups:
        yield from _said(group.name, group.says, clinic, numbers)
    yield from ("", wording.USUAL, "")
    for link_id, code in clinic.usual.items():
        yield f"- {_question(link_id, clinic.questionnaire)}: {_text(link_id, code, clinic)}"
    yield from _section(wording.SOURCES, wording.SOURCES_NOTE)
    yield ""
    for source, number in numbers.items():
        told = wording.DOI.format(source=source, doi=source.doi) if source.doi else str(source)
        yield wording.SOURCE.format(number=number, source=told)


def _numbered(clinic: Clinic) -> dict[Source, int]:
    """A number for every source, in the order they are first rested on."""
    rested_on = [group.rests_on for group in clinic.groups]
    rested_on += [says.rests_on for says in clinic.everybody]
    rested_on += [says.rests_on for group in clinic.groups for says in group.says]
    return {source: number for number, source in enumerate(dict.fromkeys(rested_on), start=1)}


def _group(group: Group, numbers: Mapping[Source, int]) -> list[str]:
    ages = ", ".join(
        wording.AGES.format(lowest=lowest, highest=highest, percent=f"{percent:g}")
        for (lowest, highest), percent in group.ages.items()
    )
    number = wording.NUMBERED.format(number=numbers[group.rests_on])
    return [group.name, f"{group.share:g}", ages, number]


def _said(
    name: str, says: Iterable[Says], clinic: Clinic, numbers: Mapping[Source, int]
) -> Iterator[str]:
    yield from ("", wording.SAYS.format(group=name))
    rows = (
        [
            _question(one.link_id, clinic.questionnaire),
            ", ".join(_answers(one, clinic)),
            wording.NUMBERED.format(number=numbers[one.rests_on]),
        ]
        for one in says
    )
    yield from _table(wording.SAYS_HEAD, rows)


def _answers(says: Says, clinic: Clinic) -> Iterator[str]:
    for code, percent in says.percent.items():
        option = _text(says.link_id, code, clinic)
        yield wording.ANSWER.format(option=option, percent=f"{percent:g}")


def _text(link_id: str, code: str, clinic: Clinic) -> str:
    option = clinic.choices[link_id].option(code)
    return option.text if option else code
