"""The questionnaire on paper, for when the tablets cannot be used: boxes to check, in big type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from intake.criteria import Criterion, Ticked, leaves
from intake.questionnaire import (
    CalendarDate,
    Choice,
    FreeText,
    Group,
    NoToAll,
    Question,
    Questionnaire,
    WholeNumber,
)
from reports import paper_wording
from reports.pdf import ink
from reports.pdf.archive import Imprint
from reports.pdf.boxes_to_check import (
    ALARM,
    FACE,
    HINT,
    QUESTION,
    alarm,
    bar,
    dates,
    fill_in,
    for_staff,
    grid_rows,
    options_to_check,
    ruled,
)
from reports.pdf.only_if import OnlyIf
from reports.pdf.rows import Row, paragraph
from reports.pdf.sheet import Block, Sheet, drawn_sheet, space
from reports.pdf.structure import Role
from reports.pdf.tagged import LETTER, TaggedCanvas
from reports.pdf.text import safe

_VERSION = re.compile(r"(\d{4})\.(\d{1,2})(\.|\Z)")
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
_FEW = 12
"""Options that are listed to check; of more, what does not have to be answered is written."""


@dataclass(frozen=True)
class _Grid:
    """Questions with the same few options, in one table."""

    group: Group
    rows: tuple[Choice, ...]


@dataclass(frozen=True)
class _Asked:
    """Something printed: what, under which conditions; a group is asked by a line to write on."""

    what: Question | Group | _Grid
    conditions: tuple[Criterion, ...]


def render_blank(questionnaire: Questionnaire, size: tuple[float, float] = LETTER) -> bytes:
    """The blank questionnaire as a PDF (PDF/UA-1 and PDF/A-3a) in the questionnaire's language.

    Raises KeyError where the papers have no words in that language. The same in, the same out.
    """
    return drawn_blank(questionnaire, size).finish()


def drawn_blank(questionnaire: Questionnaire, size: tuple[float, float] = LETTER) -> TaggedCanvas:
    """The canvas with every page drawn, not yet written out."""
    words = paper_wording.PATIENT[questionnaire.language]
    about = Imprint(
        words["blank.title"],
        words["blank.subject"],
        questionnaire.language,
        _moment(questionnaire.version),
    )

    def running(canvas: TaggedCanvas, page: int, pages: int) -> None:
        _running(canvas, (page, pages), words, questionnaire.version)

    sheet = Sheet(size, about, running, margin=44.0, top=48.0, bottom=48.0)
    return drawn_sheet(sheet, tuple(_Blank(questionnaire, words, sheet.width).blocks()))


def _moment(version: str) -> datetime:
    """The month a version is named after: the same version is always dated alike."""
    found = _VERSION.match(version)
    if found and 1 <= int(found[2]) <= 12:  # noqa: PLR2004 - months
        return datetime(int(found[1]), int(found[2]), 1, tzinfo=UTC)
    return _UNDATED


def _running(
    canvas: TaggedCanvas, place: tuple[int, int], words: Mapping[str, str], version: str
) -> None:
    wide, high = canvas.size
    if place[0] > 1:
        right = canvas.text(44, high - 34, words["blank.name"], HINT)
        canvas.rule(right + 6, wide / 2, high - 36, ink.GRAY, 0.7)
        right = canvas.text(wide / 2 + 12, high - 34, words["blank.born"], HINT)
        canvas.rule(right + 6, wide - 44, high - 36, ink.GRAY, 0.7)
    canvas.text(44, 34, words["blank.aid"], ink.FINE.sized(8.5))
    canvas.text(44, 23, safe(version), ink.FINE)
    page = words["blank.page"].format(page=place[0], pages=place[1])
    canvas.text_right(wide - 44, 30, page, ink.REFERENCE.sized(11))


@dataclass(frozen=True)
class _Blank:
    """One questionnaire with the words around it, on a page of this width."""

    questionnaire: Questionnaire
    words: Mapping[str, str]
    width: float

    @cached_property
    def sections(self) -> tuple[tuple[Group, tuple[_Asked, ...]], ...]:
        """What is printed under each heading."""
        own = ((group, _conditions(group, ())) for group in self.questionnaire.items)
        return tuple((group, tuple(_walk(group, conditions))) for group, conditions in own)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The printed number of every question, by linkId."""
        asked = (one.what for _, all_of in self.sections for one in all_of)
        printed = [link_id for what in asked for link_id in _link_ids(what)]
        return {link_id: number for number, link_id in enumerate(printed, start=1)}

    @cached_property
    def only_if(self) -> OnlyIf:
        """Says when a question is to be answered."""
        return OnlyIf(self.questionnaire, self.words, self.numbers)

    def blocks(self) -> Iterator[Block]:
        """The paper from top to bottom."""
        yield tuple(self._front())
        *body, last = self._body()
        yield from body
        end = paragraph([(self.words["blank.end"], QUESTION)], self.width)
        yield (*last, space(8), end)  # never alone on a page

    def _body(self) -> Iterator[Block]:
        for group, asked in self.sections:
            if asked:
                yield (bar(safe(group.text or self.questionnaire.title), self.width),)
            for one in asked:
                yield from self._asked(one)

    def _front(self) -> Iterator[Row]:
        say = self.words
        title = ink.FAMILY.sized(20)
        yield paragraph([(say["blank.title"], title)], self.width, role=Role.HEADING_1, after=6)
        yield fill_in((say["blank.name"],), self.width)
        yield fill_in((say["blank.born"], say["blank.today"]), self.width)
        yield space(8)
        yield alarm(say["blank.alarm"], self.width)
        for key in ("blank.how", "blank.how.skip"):
            yield paragraph([(say[key], FACE)], self.width, after=3)
        yield paragraph([(f"{ALARM} ", QUESTION), (say["blank.desk"], FACE)], self.width, after=8)
        about = (paper_wording.STAFF_LANGUAGE, self.width)
        yield for_staff(paper_wording.STAFF_BOX, paper_wording.STAFF_LINES, about)

    def _asked(self, one: _Asked) -> Iterator[Block]:
        only = self.only_if.lines(one.conditions)
        match one.what:
            case _Grid(group, rows):
                yield from self._grid(group, rows, only)
            case Group(link_id=link_id):
                head = self._question(link_id, self.words["blank.names"], only)
                yield (*head, ruled(3, self.width), space(8))
            case item:
                head = self._question(item.link_id, self._on_paper(item), only, item.hint)
                yield (*head, *self._answers(item), space(9))

    def _on_paper(self, item: Question) -> str:
        """A question in the words of paper, where nothing can be tapped."""
        several = isinstance(item, Choice) and item.repeats
        return with_a_pen(item.text, self.words, several=several)

    def _question(
        self, link_id: str, text: str, only: tuple[str, ...], hint: str = ""
    ) -> Iterator[Row]:
        number = f"{self.numbers[link_id]}.  "
        yield paragraph([(number, QUESTION), (safe(text), QUESTION)], self.width, after=2)
        for quiet in (*only, hint):
            if quiet:
                yield paragraph([(safe(quiet), HINT)], self.width, indent=20, after=2)

    def _answers(self, item: Question) -> Iterator[Row]:
        match item:
            case Choice(options=options):
                urgent = {option.code for option in item.needs_staff_offline}
                texts = tuple((safe(one.text), one.code in urgent) for one in options)
                yield from options_to_check(texts, self.width)
            case CalendarDate():
                names = ("blank.month", "blank.day", "blank.year")
                if self.questionnaire.language != "en":
                    names = ("blank.day", "blank.month", "blank.year")
                yield dates(tuple(self.words[name] for name in names))
            case _:
                yield ruled(4, self.width)

    def _grid(
        self, group: Group, rows: tuple[Choice, ...], only: tuple[str, ...]
    ) -> Iterator[Block]:
        quiet = [(text, HINT) for text in (*only, group.hint)]
        head = [
            paragraph([(safe(text), style)], self.width, after=2)
            for text, style in ((group.text, QUESTION), *quiet)
            if text
        ]
        if head:
            yield (*head[:-1], Row(head[-1].height, head[-1].draw, leads=True))
        names = tuple(safe(option.text) for option in rows[0].options)
        told = tuple(
            (self.numbers[row.link_id], safe(row.text), _urgent_places(row)) for row in rows
        )
        yield (*grid_rows(names, told, (self.words["blank.question"], self.width)), space(10))


def with_a_pen(text: str, words: Mapping[str, str], *, several: bool) -> str:
    """A question without what only a tablet's screen can mean, and with what a pen does instead."""
    kept = re.sub(rf" {words['blank.tap']} [^.]*\.", "", text)
    return f"{kept} {words['blank.many']}" if several else kept


def _urgent_places(item: Choice) -> frozenset[int]:
    """The columns of the answers that call staff."""
    places = enumerate(item.options)
    return frozenset(place for place, one in places if one in item.needs_staff_offline)


def _link_ids(what: Question | Group | _Grid) -> Iterator[str]:
    if isinstance(what, _Grid):
        yield from (row.link_id for row in what.rows)
    else:
        yield what.link_id


def _conditions(what: Question | Group, above: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    return (*above, what.enable_when) if what.enable_when else above


def _walk(group: Group, above: tuple[Criterion, ...]) -> Iterator[_Asked]:
    """What is printed of a group, in order, each with every condition over it."""
    for item in group.items:
        conditions = _conditions(item, above)
        if _has_no_place_on_paper(item) or _only_after_a_tick(conditions):
            continue
        match item:
            case Group(page=True):
                yield _Asked(item, conditions)
            case Group() if rows := _rows_alike(item):
                yield _Asked(_Grid(item, rows), conditions)
            case Group():
                yield from _walk(item, conditions)
            case Choice(required=False, options=options) if len(options) > _FEW:
                yield _Asked(_written(item), conditions)
            case _:
                yield _Asked(item, conditions)


def _has_no_place_on_paper(item: Question | Group) -> bool:
    """Whether the tablet works it out, or asks by it which of two answers on the paper is right."""
    match item:
        case Choice(options=options):
            return any(option.changes for option in options)
        case _:
            return isinstance(item, WholeNumber | NoToAll)


def _only_after_a_tick(conditions: tuple[Criterion, ...]) -> bool:
    """Whether it is asked only after "No to all of these", which paper does not offer."""
    return any(isinstance(leaf, Ticked) for one in conditions for leaf in leaves(one))


def _rows_alike(group: Group) -> tuple[Choice, ...]:
    """The rows of a grid that fit one table; nothing where they do not."""
    rows = tuple(item for item in group.items if isinstance(item, Choice))
    others = [item for item in group.items if not isinstance(item, Choice | NoToAll)]
    same = len({tuple(option.text for option in row.options) for row in rows}) == 1
    plain = all(not row.repeats and row.enable_when is None for row in rows)
    return rows if group.grid and same and plain and not others else ()


def _written(item: Choice) -> FreeText:
    """A long list that may be skipped, as a line to write on."""
    return FreeText(
        link_id=item.link_id, code=item.code, text=item.text, hint=item.hint, required=False
    )
