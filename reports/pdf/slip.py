"""Half a page: for the front desk, one alert; for a patient, the code that opens another tablet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from intake.store.alerts import AlertKind
from reports import paper_wording as wording
from reports.pdf import ink
from reports.pdf.archive import Imprint
from reports.pdf.ink import Style
from reports.pdf.rows import Row, draw_lines, lines_height, paragraph
from reports.pdf.sheet import HALF_LETTER, Block, Sheet, drawn_sheet, lines_of, space
from reports.pdf.structure import NO_NUMBERING, Role
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.text import one_line, safe_throughout
from reports.wording import DEMO_BAND

_LONGEST_NAME, _LONGEST_TABLET, _LONGEST_NUMBER, _MOST_ANSWERS = 80, 40, 40, 6
_HEADLINE = Style(ink.FAMILY.face, 21, 25, ink.WHITE)
_LABEL = Style(ink.QUIET.face, 10, 13, ink.GRAY)
_BIG = Style(ink.FAMILY.face, 19, 23)
_TEXT = Style(ink.BODY.face, 13, 16.5)
_STRONG = Style(ink.STRONG.face, 13, 16.5)
_TITLE = Style(ink.FAMILY.face, 20, 25)
_CODE = Style(ink.FAMILY.face, 62, 78)
_READ = Style(ink.BODY.face, 14, 19)
_PAD = 8.0


@dataclass(frozen=True)
class Slip:
    """One alert as the front desk takes it along; empty texts where something is not known.

    ``since`` and ``born`` are as they are printed; ``language`` is the name of the one the patient
    reads, where it is not the clinic's; ``answers`` are in the questions' own short
    words, ``finding`` and ``next`` in clinicians'.
    """

    kind: AlertKind
    tablet: str
    raised_at: datetime
    since: str
    reference: str = ""
    family: str = ""
    given: str = ""
    born: str = ""
    answers: tuple[str, ...] = ()
    finding: str = ""
    next: str = ""
    language: str = ""
    demo: bool = False
    number: str = ""


@dataclass(frozen=True)
class Code:
    """A code good for one use, until when (as it is printed), and the language of its reader.

    ``fresh`` says that nothing has been answered yet: the code begins a visit.
    """

    code: str
    issued_at: datetime
    until: str
    language: str = "en"
    demo: bool = False
    fresh: bool = False


def render_slip(slip: Slip, size: tuple[float, float] = HALF_LETTER) -> bytes:
    """The slip as a PDF (PDF/UA-1 and PDF/A-3a), dated by the alert; the same in, the same out."""
    return drawn_slip(slip, size).finish()


def render_code(code: Code, size: tuple[float, float] = HALF_LETTER) -> bytes:
    """The code slip as a PDF (PDF/UA-1 and PDF/A-3a), in the patient's language."""
    return drawn_code(code, size).finish()


def drawn_slip(slip: Slip, size: tuple[float, float] = HALF_LETTER) -> TaggedCanvas:
    """The canvas with the slip drawn, not yet written out."""
    reference = one_line(slip.reference, 24) or "-"
    title = wording.SLIP_TITLE.format(reference=reference)
    imprint = Imprint(title, wording.SLIP_SUBJECT, wording.SLIP_LANGUAGE, slip.raised_at)

    def running(canvas: TaggedCanvas, page: int, pages: int) -> None:
        _foot(canvas, (wording.SLIP_AID, wording.SLIP_FOOT), demo=slip.demo)
        if pages > 1:
            place = wording.PAGE.format(page=page, pages=pages)
            canvas.text_right(canvas.size[0] - 24, 20, reference, ink.REFERENCE)
            canvas.text_right(canvas.size[0] - 24, 30, place, ink.REFERENCE)

    sheet = Sheet(size, imprint, running, margin=24.0, top=24.0, bottom=46.0)
    return drawn_sheet(sheet, tuple(_slip_blocks(slip, sheet.width)))


def _slip_blocks(slip: Slip, width: float) -> Iterator[Block]:
    yield (_headline(wording.HEADLINES[slip.kind], width, alarming=_alarms(slip.kind)),)
    where = wording.TABLET.format(tablet=one_line(slip.tablet, _LONGEST_TABLET))
    yield (_named(wording.WHERE, ((where, _BIG),), width),)
    yield (_named(wording.WHO, tuple(_who(slip)), width),)
    yield (_named(wording.SINCE, ((one_line(slip.since, 40), _STRONG),), width),)
    answers = safe_throughout(slip.answers)[:_MOST_ANSWERS]
    if answers:
        yield tuple(_list(wording.WHAT, answers, width, numbered=False))
    yield tuple(_list(wording.TO_DO, wording.STEPS[slip.kind], width, numbered=True))
    if slip.finding:
        said = safe_throughout((slip.finding, slip.next))
        facts = ((said[0], ink.STRONG.sized(10.5)), (said[1], ink.BODY.sized(10.5)))
        yield (_named(wording.FOR_CLINICIAN, facts, width),)
    yield (_signing(wording.SEEN_LINES, width),)


def _alarms(kind: AlertKind) -> bool:
    return kind in {AlertKind.EMERGENCY, AlertKind.HELP}


def _who(slip: Slip) -> Iterator[tuple[str, Style]]:
    family, given = (one_line(name, _LONGEST_NAME) for name in (slip.family, slip.given))
    name = wording.NAME.format(family=family.upper(), given=given) if given else family.upper()
    yield name or wording.NO_NAME, _BIG
    if slip.reference:
        words = wording.IDENTITY if slip.born else wording.VISIT
        yield (
            words.format(born=one_line(slip.born, 40), reference=one_line(slip.reference, 24)),
            _TEXT,
        )
    if slip.number:
        yield wording.NUMBER.format(number=one_line(slip.number, _LONGEST_NUMBER)), _TEXT
    if slip.language:
        yield wording.SPEAKS.format(language=one_line(slip.language, 40)), _STRONG


def _headline(text: str, width: float, *, alarming: bool) -> Row:
    """What it is, white on a bar: dark red, near black in gray, where somebody must go now."""
    lines = lines_of(text, _HEADLINE, width - 2 * _PAD)
    height = lines_height(lines) + 2 * _PAD

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            color = ink.RED if alarming else ink.DARK
            canvas.fill_box((x, top - height, x + width, top), color)
        with canvas.marked(Role.HEADING_1):
            draw_lines(canvas, x + _PAD, top - _PAD + 1, lines)

    return Row(height + 8, draw)


def _named(label: str, told: tuple[tuple[str, Style], ...], width: float) -> Row:
    """A quiet heading over what it names."""
    head = lines_of(label, _LABEL, width)
    lines = [line for text, style in told for line in lines_of(text, style, width)]
    height = lines_height(head) + lines_height(lines)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(Role.HEADING_2):
            below = draw_lines(canvas, x, top, head)
        with canvas.marked(Role.PARAGRAPH):
            draw_lines(canvas, x, below, lines)

    return Row(height + 9, draw)


def _list(label: str, texts: tuple[str, ...], width: float, *, numbered: bool) -> Iterator[Row]:
    """A quiet heading over a list; one row, so that the list is one to a screen reader."""
    head = lines_of(label, _LABEL, width)
    items = tuple(
        (f"{number}." if numbered else "\u2022", lines_of(text, _TEXT, width - 20))
        for number, text in enumerate(texts, start=1)
    )
    height = lines_height(head) + sum(lines_height(lines) for _, lines in items)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(Role.HEADING_2):
            below = draw_lines(canvas, x, top, head)
        with canvas.element(Role.LIST, b"" if numbered else NO_NUMBERING):
            for mark, lines in items:
                with canvas.element(Role.LIST_ITEM), canvas.marked(Role.LIST_BODY):
                    canvas.text(x + 3, below - 0.78 * _TEXT.leading, mark, _STRONG)
                    below = draw_lines(canvas, x + 20, below, lines)

    yield Row(height + 9, draw)


def _signing(labels: tuple[str, ...], width: float) -> Row:
    """Lines to write on, side by side."""
    each = width / len(labels)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        for place, label in enumerate(labels):
            left = x + place * each
            with canvas.marked(Role.PARAGRAPH):
                right = canvas.text(left, top - 22, label, _LABEL)
            with canvas.artifact():
                canvas.rule(right + 5, left + each - 10, top - 24, ink.GRAY, 0.7)

    return Row(30, draw)


def _foot(canvas: TaggedCanvas, lines: tuple[str, ...], *, demo: bool) -> None:
    wide = canvas.size[0]
    y = 30.0
    for line in lines:
        canvas.text(24, y, line, ink.FINE.sized(7.5))
        y -= 10
    if demo:
        style = ink.REFERENCE.colored(ink.WHITE)
        canvas.fill_box((0, canvas.size[1] - 15, wide, canvas.size[1] - 2), ink.DARK)
        canvas.text((wide - style.width(DEMO_BAND)) / 2, canvas.size[1] - 11.4, DEMO_BAND, style)


def drawn_code(code: Code, size: tuple[float, float] = HALF_LETTER) -> TaggedCanvas:
    """The canvas with the code drawn, not yet written out; English where a language is unknown."""
    language = code.language if code.language in wording.PATIENT else "en"
    words = _code_words(language, fresh=code.fresh)
    imprint = Imprint(words["code.title"], words["code.subject"], language, code.issued_at)

    def running(canvas: TaggedCanvas, _page: int, _pages: int) -> None:
        _foot(canvas, (words["code.foot"],), demo=code.demo)

    sheet = Sheet(size, imprint, running, margin=24.0, top=30.0, bottom=46.0)
    return drawn_sheet(sheet, tuple(_code_blocks(code, words, sheet.width)))


def _code_words(language: str, *, fresh: bool) -> Mapping[str, str]:
    """The words of the code slip, with those of a visit that is yet to begin in their place."""
    words = wording.PATIENT[language]
    begins = {key.replace("fresh.", "", 1): text for key, text in words.items() if "fresh." in key}
    return {**words, **begins} if fresh else words


def _code_blocks(code: Code, words: Mapping[str, str], width: float) -> Iterator[Block]:
    yield (paragraph([(words["code.title"], _TITLE)], width, role=Role.HEADING_1, after=8),)
    yield (paragraph([(words["code.intro"], _READ)], width, after=14),)
    yield (_framed(words["code.label"], one_line(code.code, 12), width),)
    until = words["code.until"].format(until=one_line(code.until, 40))
    yield (paragraph([(until, _READ)], width, after=14),)
    steps = tuple(words[f"code.step.{number}"] for number in (1, 2, 3))
    for number, step in enumerate(steps, start=1):
        yield (paragraph([(f"{number}.  {step}", _READ)], width, after=5),)
    yield (space(8),)
    yield (paragraph([(words["code.help"], _READ)], width),)


def _framed(label: str, code: str, width: float) -> Row:
    """The code in very large letters, in a frame; read out letter by letter."""
    style = _CODE
    while style.width(code) > width - 2 * _PAD:
        style = style.sized(style.size - 2)
    height = _CODE.leading + 34

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.frame((x, top - height, x + width, top), ink.BLACK, 2)
        with canvas.marked(Role.HEADING_2):
            canvas.text(x + _PAD, top - 18, label, _LABEL)
        with canvas.marked(Role.PARAGRAPH):
            left = x + (width - style.width(code)) / 2
            canvas.text(left, top - height + 24, code, style)

    return Row(height + 14, draw)
