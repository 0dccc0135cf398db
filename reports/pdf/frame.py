"""What every page carries: who it is about, the demo band, the foot, and the space between."""

from __future__ import annotations

from dataclasses import dataclass

from reports import wording
from reports.pdf import ink
from reports.pdf.ink import Style
from reports.pdf.rows import draw_lines, lines_height
from reports.pdf.structure import Role
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.text import Line, fitting, flow, wrap
from reports.summary import Banner, Footer, Summary

MARGIN = 34.0
_BANNER_TOP = 27.0
_FOOT = 26.0
_SMALLEST_NAME = 11.0
_GAP = 14.0


@dataclass(frozen=True)
class Frame:
    """The page's edges in points, and how tall the banner is on page 1 and on later pages."""

    size: tuple[float, float]
    banner: float
    running: float

    @property
    def left(self) -> float:
        """The left edge of what is printed."""
        return MARGIN

    @property
    def right(self) -> float:
        """The right edge of what is printed."""
        return self.size[0] - MARGIN

    @property
    def width(self) -> float:
        """The width of what is printed."""
        return self.right - self.left

    @property
    def top(self) -> float:
        """Where the body of page 1 begins, below the banner."""
        return self.size[1] - _BANNER_TOP - self.banner

    @property
    def later_top(self) -> float:
        """Where the body of a later page begins, below the running banner."""
        return self.size[1] - _BANNER_TOP - self.running

    @property
    def bottom(self) -> float:
        """Where the body of a page ends, above the foot."""
        return _FOOT + 16.0


@dataclass(frozen=True)
class _Name:
    """The name as it fits: one line, or the family name over the given names."""

    lines: tuple[tuple[tuple[str, Style], ...], ...]
    leading: float

    @property
    def height(self) -> float:
        return self.leading * len(self.lines)


def frame(summary: Summary, size: tuple[float, float]) -> Frame:
    """The frame that this summary's banner leaves on pages of this size."""
    width = size[0] - 2 * MARGIN
    facts = _fact_lines(summary.banner, width)
    return Frame(
        size,
        banner=_name(summary.banner, width).height + 13.0 * len(facts) + 8.0,
        running=lines_height(_running(summary.banner, width)) + 8.0,
    )


def draw_frame(
    canvas: TaggedCanvas, summary: Summary, page: Frame, number: tuple[int, int]
) -> None:
    """Draw banner, band and foot of page ``number`` (this page, all pages).

    The banner is read out on page 1 only; on later pages it repeats itself for the eye.
    """
    if summary.demo:
        _demo_band(canvas, page)
    if number[0] == 1:
        _banner(canvas, summary.banner, page)
    with canvas.artifact("Pagination"):
        if number[0] > 1:
            lines = _running(summary.banner, page.width)
            draw_lines(canvas, page.left, page.size[1] - _BANNER_TOP, lines)
        top = page.top if number[0] == 1 else page.later_top
        canvas.rule(page.left, page.right, top + 5.5, ink.BLACK, 1.4)
        _foot(canvas, summary.footer, page, number)


def _running(banner: Banner, width: float) -> tuple[Line, ...]:
    """The banner of later pages: the same identifiers on one line where they fit.

    A label stays with its value.
    """
    family, given = ink.FAMILY.sized(10.5), ink.GIVEN.sized(10.5)
    spans: list[tuple[str, Style]] = [(banner.family, family)]
    if banner.given:
        spans.append((f", {banner.given}", given))
    used = sum(style.width(text) for text, style in spans) % width
    for label, value in (*banner.facts, ("", banner.completed)):
        fact = ((f"   {label} " if label else "   ", ink.QUIET), (value, ink.STRONG))
        wide = sum(style.width(text) for text, style in fact)
        if used + wide > width:
            spans.append(("\n", ink.QUIET))
            used = 0.0
        spans += fact
        used += wide
    return flow(spans, width)


def _demo_band(canvas: TaggedCanvas, page: Frame) -> None:
    top = page.size[1] - 6
    style = ink.REFERENCE.colored(ink.WHITE)
    with canvas.artifact("Pagination"):
        canvas.fill_box((0, top - 13, page.size[0], top), ink.DARK)
        wide = style.width(wording.DEMO_BAND)
        canvas.text((page.size[0] - wide) / 2, top - 9.4, wording.DEMO_BAND, style)


def _banner(canvas: TaggedCanvas, banner: Banner, page: Frame) -> None:
    name = _name(banner, page.width)
    top = page.size[1] - _BANNER_TOP
    with canvas.marked(Role.HEADING_1):
        _draw_name(canvas, name, page.left, top)
        canvas.text_right(page.right, top - 14, banner.document, ink.DOCUMENT)
    with canvas.marked(Role.PARAGRAPH):
        _draw_facts(canvas, banner, page, top - name.height)


def _name(banner: Banner, width: float) -> _Name:
    """The name on one line, shrunk as far as readable; else family name over given names."""
    room = width - ink.DOCUMENT.width(banner.document) - _GAP
    given = f", {banner.given}" if banner.given else ""
    size = ink.FAMILY.size
    while size >= _SMALLEST_NAME:
        family, other = ink.FAMILY.sized(size), ink.GIVEN.sized(size)
        if family.width(banner.family) + other.width(given) <= room:
            return _Name((((banner.family, family), (given, other)),), ink.FAMILY.leading)
        size -= 1
    family, other = ink.FAMILY.sized(_SMALLEST_NAME), ink.GIVEN.sized(_SMALLEST_NAME)
    lines = [((line, family),) for line in wrap(banner.family, family, room)]
    lines += [((line, other),) for line in wrap(banner.given, other, room) if line]
    return _Name(tuple(lines), 14.0)


def _draw_name(canvas: TaggedCanvas, name: _Name, x: float, top: float) -> None:
    for line in name.lines:
        right = x
        for text, style in line:
            right = canvas.text(right, top - 0.78 * name.leading, text, style)
        top -= name.leading


def _fact_lines(banner: Banner, width: float) -> list[list[tuple[str, str]]]:
    """The identifying facts, with the time of completion last, on as few lines as they need."""
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0.0
    for label, value in (*banner.facts, ("", banner.completed)):
        fact = (label, fitting(value, ink.STRONG, width - ink.BODY.width(label) - _GAP))
        wide = _fact_width(fact)
        if lines[-1] and used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append(fact)
        used += wide + _GAP
    return lines


def _fact_width(fact: tuple[str, str]) -> float:
    label, value = fact
    gap = 3.0 if label else 0.0
    return ink.BODY.width(label) + gap + ink.STRONG.width(value)


def _draw_facts(canvas: TaggedCanvas, banner: Banner, page: Frame, top: float) -> None:
    for line in _fact_lines(banner, page.width):
        x = page.left
        for label, value in line:
            if not label:
                canvas.text_right(page.right, top - 10, value, ink.BODY)
                continue
            x = canvas.text(x, top - 10, label, ink.BODY.colored(ink.GRAY)) + 3.0
            x = canvas.text(x, top - 10, value, ink.STRONG) + _GAP
        top -= 13.0


def _foot(canvas: TaggedCanvas, footer: Footer, page: Frame, number: tuple[int, int]) -> None:
    canvas.rule(page.left, page.right, _FOOT + 11, ink.RULE)
    place = wording.PAGE.format(page=number[0], pages=number[1])
    low = _FOOT - 6.4
    canvas.text(page.left, _FOOT + 2, footer.disclaimer, ink.FINE)
    end = canvas.text(page.left, low, footer.versions, ink.FINE)
    right = canvas.text_right(page.right, low, place, ink.REFERENCE) - 8
    reference = fitting(" ".join(footer.reference.split()), ink.REFERENCE, right - end - 8)
    canvas.text_right(right, low, reference, ink.REFERENCE)
