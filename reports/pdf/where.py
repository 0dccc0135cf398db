"""Where it is and how bad: the leg figure with its legend, the pain, and the course in facts."""

from __future__ import annotations

from reports import wording
from reports.pdf import figures, ink
from reports.pdf.rows import Row, Section, draw_lines, heading, lines_height, paragraph
from reports.pdf.structure import Role, figure_attributes
from reports.pdf.tagged import TaggedCanvas, polygon
from reports.pdf.text import Line, flow
from reports.summary import LegMark, Scale, Where

_LEAST_FACTS = 3
_BROAD = 300.0
"""From this width on, in points, the figure has room beside it."""


def where_section(where: Where, width: float, rank: int, scale: float) -> Section:
    """The figure and what is to say of it; legs on which nothing is marked are not drawn."""
    if not where.marks:
        return facts_section(where, width, rank)
    rows = (_figure(where, width, scale), *_facts(where, width))
    abreast = (_where_abreast(where, width),) if width > _BROAD else ()
    head = heading(wording.WHERE, "", width)
    floor = min(len(rows), 1 + len(where.scales) + _LEAST_FACTS)
    return Section(wording.WHERE, head, rows, rank, floor=floor, abreast=abreast)


def facts_section(where: Where, width: float, rank: int) -> Section:
    """The same without the figure, which has no mark or stands elsewhere."""
    rows = _facts(where, width)
    floor = min(len(rows), len(where.scales) + 1)
    return Section(wording.WHERE, heading(wording.WHERE, "", width), rows, rank, floor=floor)


def figure_section(where: Where, width: float, rank: int) -> Section:
    """The figure alone, where it stands apart from the facts."""
    head = heading(wording.LEG_FIGURE, "", width)
    return Section(
        wording.LEG_FIGURE, head, (_figure(where, min(width, figures.FIGURE_WIDTH), 1.0),), rank
    )


def _facts(where: Where, width: float) -> tuple[Row, ...]:
    course = tuple(_fact(label, value, width) for label, value in where.course)
    note = (paragraph([(where.note, ink.QUIET_ITALIC)], width),) if where.note else ()
    return (*(_scale(each) for each in where.scales), *course, *note)


def _where_abreast(where: Where, width: float) -> Row:
    """The figure with the facts beside it, for the full width of a later page."""
    side = figures.FIGURE_WIDTH + 24
    figure = _figure(where, figures.FIGURE_WIDTH, 1.0)
    facts = _facts(where, width - side)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        figure.draw(canvas, x, top)
        for fact in facts:
            fact.draw(canvas, x + side, top)
            top -= fact.height

    return Row(max(figure.height, sum(fact.height for fact in facts)), draw)


def _fact(label: str, value: str, width: float) -> Row:
    return paragraph([(label, ink.QUIET), ("  " + value, ink.STRONG)], width, after=1)


def _figure(where: Where, width: float, scale: float) -> Row:
    legend = tuple(_legend_line(mark, width) for mark in where.marks)
    legend_height = sum(lines_height(lines) + 1 for lines in legend)
    tall = figures.figure_height(scale)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        bottom = top - tall
        box = (x, bottom, x + width, top)
        with canvas.marked(Role.FIGURE, figure_attributes(where.description, box)):
            left = x + (width - figures.FIGURE_WIDTH * scale) / 2
            figures.legs(canvas, (left, bottom), where.marks, scale)
        _draw_legend(canvas, (x, bottom - 2), where.marks, legend)

    return Row(tall + legend_height + 5, draw)


def _legend_line(mark: LegMark, width: float) -> tuple[Line, ...]:
    return flow([(mark.label, ink.BODY)], width - 26)


def _draw_legend(
    canvas: TaggedCanvas,
    at: tuple[float, float],
    marks: tuple[LegMark, ...],
    legend: tuple[tuple[Line, ...], ...],
) -> None:
    x, top = at
    for mark, lines in zip(marks, legend, strict=True):
        middle = top - ink.BODY.leading / 2
        with canvas.artifact():
            left, right, low, high = x + 11, x + 22, middle - 4, middle + 4
            with canvas.clipped(polygon((left, low), (right, low), (right, high), (left, high))):
                figures.pattern_fill(canvas, (x + 16.5, middle), 7, mark.pattern)
            canvas.frame((x + 11, middle - 4, x + 22, middle + 4), ink.BLACK, 0.7)
            figures.numbered(canvas, (x + 4.6, middle), mark.number)
        with canvas.marked(Role.PARAGRAPH):
            draw_lines(canvas, x + 26, top, lines)
        top -= lines_height(lines) + 1


def _scale(scale: Scale) -> Row:
    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(Role.PARAGRAPH):
            canvas.text(x, top - 9.5, scale.label, ink.QUIET)
            beside = x + (168 if scale.value is not None else 60)
            canvas.text(beside, top - 9.5, scale.words, ink.STRONG.sized(10))
        if scale.value is not None:
            with canvas.artifact():
                figures.pain_boxes(canvas, x + 60, top - 11.5, scale.value)

    return Row(15, draw)
