"""When a question on paper is to be answered, in words a reader can follow with a pen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from intake.criteria import AllOf, AnyOf, Criterion, Is, Within
from intake.option import Option
from intake.questionnaire import Choice, Questionnaire

_MOST_NAMED = 3
"""Answers named one by one; of more, the few that do not count are named instead."""
_RUN = 3
"""Numbers one after the other that are said as a run, from the first to the last."""


@dataclass(frozen=True)
class OnlyIf:
    """Says the conditions of a questionnaire by the numbers printed before its questions.

    Never by a box left empty: who skipped a question has not checked any other box of it either.
    """

    questionnaire: Questionnaire
    words: Mapping[str, str]
    numbers: Mapping[str, int]

    def lines(self, conditions: tuple[Criterion, ...]) -> tuple[str, ...]:
        """The conditions in words, a line for each way to meet them; empty when always asked."""
        told = [text for one in conditions if (text := self._told(one))]
        ways = self._ways(conditions[0]) if len(conditions) == 1 else ()
        if len(ways) > 1:
            each = self.words["blank.one"]
            named = (each.format(number=number, answers=answers) for number, answers in ways)
            return (self.words["blank.one-of"], *named)
        if not told:
            return ()
        condition = self._joined(told, "blank.and")
        return (self.words["blank.only"].format(condition=condition),)

    def _told(self, criterion: Criterion, *, inside: bool = False) -> str:
        """A condition in words; nothing for one that paper cannot tell, which then is asked."""
        match criterion:
            case AllOf(of):
                return self._all_told([self._told(part, inside=True) for part in of], "blank.and")
            case AnyOf(of) if ways := self._ways(criterion):
                said = [self._checked(*way) for way in ways]
                return self._bracketed(said) if inside else self._joined(said, "blank.or")
            case AnyOf(of):
                return self._all_told([self._told(part, inside=True) for part in of], "blank.or")
            case Is():
                return "".join(self._checked(*way) for way in self._ways(criterion))
            case Within(_, lowest, highest):
                return self._aged(lowest, highest)
            case _:
                return ""

    def _all_told(self, parts: Sequence[str], key: str) -> str:
        return self._joined(parts, key) if all(parts) else ""

    def _bracketed(self, said: Sequence[str]) -> str:
        joined = self._joined(said, "blank.or")
        return f"({joined})" if len(said) > 1 else joined

    def _joined(self, parts: Sequence[str], key: str) -> str:
        return f" {self.words[key]} ".join(dict.fromkeys(parts))

    def _checked(self, number: str, answers: str) -> str:
        return self.words["blank.answered"].format(answers=answers, number=number)

    def _ways(self, criterion: Criterion) -> tuple[tuple[str, str], ...]:
        """Where one of several checked boxes will do: the numbers of questions, their answers.

        Questions with the same answers are one way; nothing where it is not all about boxes.
        """
        parts = criterion.of if isinstance(criterion, AnyOf) else (criterion,)
        by_answers: dict[str, list[int]] = {}
        for part in parts:
            item = self.questionnaire.questions.get(part.link_id) if isinstance(part, Is) else None
            if not isinstance(part, Is) or not isinstance(item, Choice):
                return ()
            if part.link_id not in self.numbers:
                return ()
            by_answers.setdefault(self._answers(item, part.codes), []).append(
                self.numbers[part.link_id]
            )
        return tuple(
            (self._listed([str(number) for number in sorted(set(numbers))]), answers)
            for answers, numbers in by_answers.items()
        )

    def _answers(self, item: Choice, codes: tuple[str, ...]) -> str:
        """The boxes that count, each as it is printed; or all but the few that do not."""
        named = tuple(dict.fromkeys(self._pieces(item, codes)))
        others = [option for option in item.options if option.code not in codes]
        if others and len(named) > max(_MOST_NAMED, len(others)):
            quoted = self._listed([self._quoted(option.text) for option in others])
            return self.words["blank.any-but"].format(answers=quoted)
        return self._listed(named)

    def _pieces(self, item: Choice, codes: tuple[str, ...]) -> Iterator[str]:
        """What is named: an answer, a run of numbers, or what several answers begin with."""
        alike = groupby(item.options, lambda one: (one.code in codes, one.text.isdigit()))
        for (counts, is_number), options in alike:
            run = [option.text for option in options] if counts else []
            if is_number and len(run) >= _RUN:
                first, last = self._quoted(run[0]), self._quoted(run[-1])
                yield self.words["blank.run"].format(first=first, last=last)
            else:
                yield from (self._quoted(_name(text, item.options, codes)) for text in run)

    def _quoted(self, text: str) -> str:
        return self.words["blank.quoted"].format(answer=text)

    def _listed(self, parts: Sequence[str]) -> str:
        last = f" {self.words['blank.or']} ".join(parts[-2:])
        return ", ".join((*parts[:-2], last))

    def _aged(self, lowest: int | None, highest: int | None) -> str:
        if lowest is not None and highest is not None:
            return self.words["blank.between"].format(lowest=lowest, highest=highest)
        if lowest is not None:
            return self.words["blank.from"].format(age=lowest)
        return self.words["blank.under"].format(age=highest + 1) if highest is not None else ""


def _name(text: str, options: tuple[Option, ...], codes: tuple[str, ...]) -> str:
    """An answer's words; only its beginning where every answer that begins so counts alike."""
    beginning = text.partition(",")[0]
    alike = [option for option in options if option.text.partition(",")[0] == beginning]
    every = all(option.code in codes for option in alike)
    return beginning if len(alike) > 1 and every else text
