"""The sections of page 1 below the boxes, each built for a width and measured in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from reports import wording
from reports.pdf import figures, ink
from reports.pdf.rows import (
    Row,
    Section,
    bullet,
    cell,
    cells_height,
    draw_cells,
    draw_lines,
    heading,
    lines_height,
    paragraph,
)
from reports.pdf.structure import NO_NUMBERING, Role, header_scope
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.text import Line, flow
from reports.pdf.where import facts_section, figure_section, where_section
from reports.summary import Feature, Item, Quote, State, Summary

_STRONG_STATES = {State.YES}
_TOLD = {State.YES, State.NOT_SURE}
"""Features that page 1 names whenever it names any."""
_LEAST_LINES, _LEAST_FEATURES = 3, 2


class _Rank(IntEnum):
    """What leaves page 1 first where room is short: the least weight first."""

    NEGATIVES = 1
    SHOWN = 2
    POINTERS = 3
    FEATURES = 4
    NOT_RULED_OUT = 5
    WORDS = 6
    MEDICINES = 7
    WHERE = 8
    INJECTION = 9
    FIGURE = 0


@dataclass(frozen=True)
class _Head:
    """What stands over a list, how long it stays on page 1, and what marks its items."""

    title: str
    rank: int
    note: str = ""
    symbol: State | None = None
    empty: str = ""


@dataclass(frozen=True)
class Plan:
    """How the left column is laid out: the figure's size, or apart; and where injections stand."""

    figure: float = 1.0
    apart: bool = False
    across: bool = False


def left_column(summary: Summary, width: float, plan: Plan) -> tuple[Section, ...]:
    """Where and how bad, the medicines, and what matters before an injection."""
    medicines = _Head(
        wording.MEDICINES,
        rank=_Rank.MEDICINES,
        note=summary.medicines_note,
        symbol=State.YES,
        empty=summary.no_medicines,
    )
    where, apart = summary.where, plan.apart and bool(summary.where.marks)
    return (
        facts_section(where, width, _Rank.WHERE)
        if apart
        else where_section(where, width, _Rank.WHERE, plan.figure),
        _listed(medicines, summary.medicines, width),
        *(() if plan.across else _unless_empty(_injection(summary, width))),
        *((figure_section(where, width, _Rank.FIGURE),) if apart else ()),
    )


def _injection(summary: Summary, width: float) -> Section:
    """What matters before an injection: all of it or, named, none."""
    section = _listed(_Head(wording.INJECTION, _Rank.INJECTION), summary.before_injection, width)
    return replace(section, floor=len(section.rows))


def injection_across(summary: Summary, width: float) -> Section:
    """The same in flowing lines, for the width of the page."""
    head = heading(wording.INJECTION, "", width)
    spans: list[tuple[str, ink.Style]] = []
    for item in summary.before_injection:
        spans += [(("; " if spans else "") + item.title, ink.STRONG)]
        spans += [("  " + item.detail, ink.QUIET)] if item.detail else []
    return Section(wording.INJECTION, head, (paragraph(spans, width),), _Rank.INJECTION)


def right_column(summary: Summary, width: float) -> tuple[Section, ...]:
    """The patient's words, the features, the negatives, the gaps, and what else was reported."""
    unknown = _Head(
        wording.NOT_RULED_OUT,
        _Rank.NOT_RULED_OUT,
        note=wording.ASK_ALOUD,
        symbol=State.NOT_SURE,
    )
    pointers = _Head(wording.POINTERS, _Rank.POINTERS, note=wording.POINTERS_NOTE)
    return (
        _words(summary, width),
        _features(summary, width),
        _negatives(summary, width),
        *_unless_empty(_listed(unknown, summary.could_not_rule_out, width)),
        *_unless_empty(_listed(_Head(wording.SHOWN, _Rank.SHOWN), summary.shown, width)),
        *_unless_empty(_listed(pointers, _other_pointers(summary), width)),
    )


def _other_pointers(summary: Summary) -> tuple[Item, ...]:
    """The pointers that have no box of their own above."""
    return tuple(each for each in summary.pointers if not each.before_procedure)


def _unless_empty(section: Section) -> tuple[Section, ...]:
    return (section,) if section.rows else ()


def _words(summary: Summary, width: float) -> Section:
    quotes = summary.words
    note = quotes[0].by if quotes else ""
    rows = tuple(row for quote in quotes for row in _quote(quote, width))
    head = heading(wording.WORDS, note, width)
    if not rows:
        nothing = paragraph([(summary.no_words, ink.QUIET)], width)
        return Section(wording.WORDS, head, (nothing,), _Rank.WORDS)
    return Section(
        wording.WORDS,
        head,
        rows,
        _Rank.WORDS,
        floor=min(3, len(rows)),
        container=Role.PARAGRAPH,
        again=True,
        more=wording.QUOTE_MORE,
    )


def _quote(quote: Quote, width: float) -> tuple[Row, ...]:
    label = [(quote.label + "  ", ink.QUIET)] if quote.label else []
    spans = [*label, (f"“{quote.text}”", ink.SPOKEN)]
    lines = flow(spans, width - 10)
    return tuple(_quoted_line(line) for line in lines)


def _quoted_line(line: Line) -> Row:
    height = lines_height((line,))

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.fill_box((x + 1, top - height, x + 3.4, top), ink.RULE)
        with canvas.inside():
            draw_lines(canvas, x + 10, top, (line,))

    return Row(height, draw)


def _features(summary: Summary, width: float) -> Section:
    """Every feature in the order of the bar, those met first: what is trimmed was not met."""
    order = list(State)
    features = sorted(summary.features.rows, key=lambda each: order.index(each.state))
    rows = (
        _features_head(summary.features.pattern, features, width),
        *(_feature(feature, width) for feature in features),
    )
    head = heading(wording.FEATURES, summary.features.counts, width)
    told = sum(each.state in _TOLD for each in features)
    floor = min(len(rows), 1 + max(told, _LEAST_FEATURES))
    container = Role.TABLE
    return Section(wording.FEATURES, head, rows, _Rank.FEATURES, floor, container)


_STATE_AT, _STATE_WIDTH = 0.46, 64.0


def _features_head(pattern: str, features: Sequence[Feature], width: float) -> Row:
    """The pattern in words over a bar with one box for each feature."""
    spans = [(pattern, ink.STRONG)]
    lines = flow(spans, width)
    height = lines_height(lines) + 12

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        scope = header_scope("Column", 3)
        with canvas.element(Role.ROW), canvas.marked(Role.HEADER_CELL, scope):
            draw_lines(canvas, x, top, lines)
        with canvas.artifact():
            _proportion_bar(canvas, (x, top - height + 3, x + width), features)

    return Row(height, draw)


def _proportion_bar(
    canvas: TaggedCanvas, at: tuple[float, float, float], features: Sequence[Feature]
) -> None:
    x, bottom, right = at
    if not features:
        return
    step = (right - x) / len(features)
    for place, feature in enumerate(features):
        box = (x + place * step, bottom, x + (place + 1) * step - 1.6, bottom + 6)
        if feature.state is State.YES:
            canvas.fill_box(box, ink.DARK)
        elif feature.state is State.NOT_SURE:
            canvas.fill_box(box, (0.6, 0.6, 0.6))
        if feature.state in {State.NOT_ASKED, State.NOT_COUNTED}:
            canvas.rule(box[0], box[2], bottom + 3, ink.DARK, 0.6)
            continue
        if feature.state in {State.NOT_ANSWERED, State.NEEDS_HANDS}:
            canvas.setDash(1.5, 1.5)
        canvas.frame(box, ink.DARK, 0.6)
        canvas.setDash()


def _feature(feature: Feature, width: float) -> Row:
    strong = feature.state in _STRONG_STATES
    style = ink.STRONG if strong else ink.BODY
    middle = width * _STATE_AT
    cells = (
        cell(13, middle - 17, [(feature.label, style)], Role.HEADER_CELL, header_scope("Row")),
        cell(middle, _STATE_WIDTH, [(feature.word, style)]),
        cell(middle + _STATE_WIDTH, width - middle - _STATE_WIDTH, [(feature.detail, ink.QUIET)]),
    )
    height = cells_height(cells) + 3

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            center = (x + 4.5, top - 1 - ink.BODY.leading / 2)
            figures.state_symbol(canvas, center, feature.state)
            canvas.rule(x, x + width, top - height + 0.6, ink.RULE)
        with canvas.element(Role.ROW):
            draw_cells(canvas, x, top - 1, cells)

    return Row(height, draw)


def _listed(head: _Head, items: tuple[Item, ...], width: float) -> Section:
    rows = tuple(bullet(_item_spans(item), width, head.symbol) for item in items)
    if not rows and head.empty:
        nothing = paragraph([(head.empty, ink.BODY)], width)
        return Section(head.title, heading(head.title, "", width), (nothing,), head.rank)
    return Section(
        head.title,
        heading(head.title, head.note, width),
        rows,
        head.rank,
        container=Role.LIST,
        attributes=NO_NUMBERING,
    )


def _item_spans(item: Item) -> list[tuple[str, ink.Style]]:
    return [
        (item.title, ink.STRONG),
        *([("  " + item.detail, ink.QUIET)] if item.detail else []),
    ]


def _negatives(summary: Summary, width: float) -> Section:
    """What was denied, in lines that may go on elsewhere: there it stands in full."""
    head = heading(wording.ASKED_NO, str(_denied(summary)), width)
    rows = tuple(_plain_line(line) for line in flow(_negative_spans(summary), width))
    if not rows:
        nothing = paragraph([(wording.NO_NEGATIVES, ink.QUIET)], width)
        return Section(wording.ASKED_NO, head, (nothing,), _Rank.NEGATIVES)
    return Section(
        wording.ASKED_NO,
        head,
        rows,
        _Rank.NEGATIVES,
        floor=min(_LEAST_LINES, len(rows)),
        container=Role.PARAGRAPH,
        again=True,
        more=wording.QUOTE_MORE,
    )


def _denied(summary: Summary) -> int:
    return len(summary.asked_no) + len(summary.asked_no_as_group)


def _negative_spans(summary: Summary) -> list[tuple[str, ink.Style]]:
    small = ink.BODY.sized(8.5)
    spans = [("; ".join(summary.asked_no) + ".", small)] if summary.asked_no else []
    if summary.asked_no_as_group:
        lead = ("\n" if spans else "") + wording.AS_GROUP
        group = "; ".join(summary.asked_no_as_group) + "."
        spans += [(lead, ink.QUIET_ITALIC.sized(8.5)), (group, small)]
    return spans


def _plain_line(line: Line) -> Row:
    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.inside():
            draw_lines(canvas, x, top, (line,))

    return Row(lines_height((line,)), draw)
