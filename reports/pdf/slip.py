"""Half a page: for the front desk, one alert; for a patient, the code that opens another tablet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from intake.store.alerts import AlertKind
from reports import paper_wording as wording
from reports.pdf import ink
from reports.pdf.archive import Imprint
from reports.pdf.ink import Style
from reports.pdf.rows import Row, draw_lines, lines_height, paragraph
from reports.pdf.sheet import HALF_LETTER, Block, Running, Sheet, drawn_sheet, lines_of, space
from reports.pdf.structure import NO_NUMBERING, Role
from reports.pdf.tagged import TaggedCanvas
from reports.pdf.text import Line, fitting, one_line, safe_throughout
from reports.wording import DEMO_BAND

_LONGEST_NAME, _LONGEST_TABLET, _LONGEST_NUMBER = 80, 40, 40
_HEADLINE = Style(ink.FAMILY.face, 21, 25, ink.WHITE)
_WHAT = Style(ink.FAMILY.face, 13, 16, ink.WHITE)
_LABEL = Style(ink.QUIET.face, 10, 13, ink.GRAY)
_BIG = Style(ink.FAMILY.face, 19, 23)
_NAME_OF_MANY_LETTERS = Style(ink.FAMILY.face, 14, 17.5)
_TEXT = Style(ink.BODY.face, 13, 16.5)
_ANSWER = Style(ink.BODY.face, 11.5, 14.5)
_STRONG = Style(ink.STRONG.face, 13, 16.5)
_TITLE = Style(ink.FAMILY.face, 20, 25)
_CODE = Style(ink.FAMILY.face, 62, 78)
_READ = Style(ink.BODY.face, 14, 19)
_PAD = 8.0
_BULLET = "\u2022"
_MOST_BIG = 2
"""Lines of a name in big letters; a longer one is set smaller, whole."""
_WIDER = 0.62


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

    sheet = Sheet(size, imprint, _running(slip, reference), margin=24.0, top=24.0, bottom=46.0)
    return drawn_sheet(sheet, tuple(_slip_blocks(slip, sheet)))


def _running(slip: Slip, reference: str) -> Running:
    """The foot; of more than one half page each says whose it is and which."""

    def running(canvas: TaggedCanvas, page: int, pages: int) -> None:
        _foot(canvas, (wording.SLIP_AID, wording.SLIP_FOOT), demo=slip.demo)
        if pages > 1:
            place = wording.PAGE.format(page=page, pages=pages)
            canvas.text_right(canvas.size[0] - 24, 20, reference, ink.REFERENCE)
            canvas.text_right(canvas.size[0] - 24, 30, place, ink.REFERENCE)
            name = fitting(_name(slip), ink.REFERENCE, canvas.size[0] - 48)
            canvas.text(24, 39.5, name, ink.REFERENCE)

    return running


def _slip_blocks(slip: Slip, sheet: Sheet) -> Iterator[Block]:
    """What to do first; then of what the patient answered as much as the half page still holds."""
    width = sheet.width
    first = tuple(_before_the_answers(slip, width))
    last = _signing(wording.SEEN_LINES, width)
    yield from ((row,) for row in first)
    if slip.answers:
        left = sheet.room - sum(row.height for row in (*first, last))
        yield (_answered(safe_throughout(slip.answers), width, left),)
    yield (last,)


def _before_the_answers(slip: Slip, width: float) -> Iterator[Row]:
    told, then = safe_throughout((slip.finding, slip.next))
    yield _headline((wording.HEADLINES[slip.kind], told), width, alarming=_alarms(slip.kind))
    where = wording.TABLET.format(tablet=one_line(slip.tablet, _LONGEST_TABLET))
    since = one_line(slip.since, 40)
    yield _abreast(((wording.WHERE, where, _BIG), (wording.SINCE, since, _STRONG)), width)
    yield _named(wording.WHO, tuple(_who(slip, width)), width)
    steps = enumerate(wording.STEPS[slip.kind], start=1)
    yield _list(wording.TO_DO, tuple((f"{place}.", step) for place, step in steps), width, _TEXT)
    if then:
        yield _named(wording.FOR_CLINICIAN, ((then, _ANSWER),), width)


def _answered(answers: tuple[str, ...], width: float, room: float) -> Row:
    """The answers that fit the room, and how many more there are."""
    spare = room - _answer_list((), 0, width).height
    ends = tuple(accumulate(lines_height(_beside_a_mark(one, _ANSWER, width)) for one in answers))
    kept = len(answers)
    if ends[-1] > spare:
        kept = sum(end <= spare - _ANSWER.leading for end in ends)
    return _answer_list(answers, kept, width)


def _answer_list(answers: tuple[str, ...], kept: int, width: float) -> Row:
    told = tuple((_BULLET, answer) for answer in answers[:kept])
    if left_out := len(answers) - kept:
        told = (*told, ("", wording.MORE_ANSWERS.format(count=left_out)))
    return _list(wording.WHAT, told, width, _ANSWER)


def _alarms(kind: AlertKind) -> bool:
    return kind in {AlertKind.EMERGENCY, AlertKind.HELP}


def _name(slip: Slip) -> str:
    family, given = (one_line(name, _LONGEST_NAME) for name in (slip.family, slip.given))
    name = wording.NAME.format(family=family.upper(), given=given) if given else family.upper()
    return name or wording.NO_NAME


def _who(slip: Slip, width: float) -> Iterator[tuple[str, Style]]:
    name = _name(slip)
    yield name, _BIG if len(lines_of(name, _BIG, width)) <= _MOST_BIG else _NAME_OF_MANY_LETTERS
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


def _headline(said: tuple[str, str], width: float, *, alarming: bool) -> Row:
    """What it is, white on a bar: dark red, near black in gray, where somebody must go now."""
    text, what = said
    head = lines_of(text, _HEADLINE, width - 2 * _PAD)
    below = lines_of(what, _WHAT, width - 2 * _PAD) if what else ()
    height = lines_height(head) + lines_height(below) + 2 * _PAD

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            color = ink.RED if alarming else ink.DARK
            canvas.fill_box((x, top - height, x + width, top), color)
        with canvas.marked(Role.HEADING_1):
            top = draw_lines(canvas, x + _PAD, top - _PAD + 1, head)
        if below:
            with canvas.marked(Role.PARAGRAPH):
                draw_lines(canvas, x + _PAD, top, below)

    return Row(height + 8, draw)


def _abreast(told: tuple[tuple[str, str, Style], ...], width: float) -> Row:
    """Two quiet headings side by side, each over what it names; the first has more room."""
    rooms = (width * _WIDER, width * (1 - _WIDER))
    rows = [
        _named(label, ((text, style),), room - _PAD)
        for (label, text, style), room in zip(told, rooms, strict=True)
    ]

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        for row, room in zip(rows, rooms, strict=True):
            row.draw(canvas, x, top)
            x += room

    return Row(max(row.height for row in rows), draw)


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


def _list(label: str, told: tuple[tuple[str, str], ...], width: float, style: Style) -> Row:
    """A quiet heading over marks and what stands behind them, strong where there is no mark.

    One row, so that the list is one to a screen reader.
    """
    head = lines_of(label, _LABEL, width)
    strong = Style(_STRONG.face, style.size, style.leading)
    items = [(mark, _beside_a_mark(text, style if mark else strong, width)) for mark, text in told]
    height = lines_height(head) + sum(lines_height(lines) for _, lines in items)
    is_numbered = all(mark.endswith(".") for mark, _ in told)

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(Role.HEADING_2):
            below = draw_lines(canvas, x, top, head)
        with canvas.element(Role.LIST, b"" if is_numbered else NO_NUMBERING):
            for mark, lines in items:
                with canvas.element(Role.LIST_ITEM), canvas.marked(Role.LIST_BODY):
                    if mark:
                        canvas.text(x + 3, below - 0.78 * style.leading, mark, strong)
                    below = draw_lines(canvas, x + 20, below, lines)

    return Row(height + 9, draw)


def _beside_a_mark(text: str, style: Style, width: float) -> tuple[Line, ...]:
    return lines_of(text, style, width - 20)


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
