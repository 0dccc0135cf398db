"""The page through reportlab's own layout engine, platypus: the twin ours is measured against."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from bench.pdf_content import Block, Content
from reports.pdf.typeface import BOLD, ITALIC, REGULAR, font

_MARGIN = 34.0
_WIDTH = LETTER[0] - 2 * _MARGIN
_BODY = ParagraphStyle("body", fontName=REGULAR.name, fontSize=8, leading=9.1)
_BOLD = ParagraphStyle("bold", _BODY, fontName=BOLD.name)
_DARK = ParagraphStyle("dark", _BOLD, textColor=colors.white, backColor=colors.HexColor("#8F0814"))
_LINES = TableStyle([
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.lightgrey),
    ("TOPPADDING", (0, 0), (-1, -1), 0.7), ("BOTTOMPADDING", (0, 0), (-1, -1), 0.7),
    ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2),
])  # fmt: skip


@cache
def _fonts() -> None:
    for face in (REGULAR, BOLD, ITALIC):
        pdfmetrics.registerFont(font(face.name))


def platypus(content: Content) -> bytes:
    """The content as a PDF; platypus has neither tags nor attachments."""
    _fonts()
    file = BytesIO()
    document = SimpleDocTemplate(
        file, pagesize=LETTER, title=content.title, invariant=1, pageCompression=1,
        leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=48, bottomMargin=42,
    )  # fmt: skip

    def frame(canvas: Canvas, document: SimpleDocTemplate) -> None:
        _running(canvas, content, document.page)

    flowables = [each for block in content.blocks for each in _set(block)]
    document.build(flowables, onFirstPage=frame, onLaterPages=frame)
    return file.getvalue()


def _running(canvas: Canvas, content: Content, page: int) -> None:
    for text, size, at in (
        (content.head, 7, LETTER[1] - 34),
        (content.foot, 5, 28),
        (f"{content.reference}   {page}", 8, 18),
    ):
        canvas.setFont(BOLD.name if size > 5 else REGULAR.name, size)  # noqa: PLR2004 - the foot
        canvas.drawString(_MARGIN, at, text)


def _set(block: Block) -> list[Flowable]:
    match block.kind:
        case "heading":
            style = _DARK if block.dark else _BOLD
            return [Spacer(1, 4), _paragraph(f"{block.text}   {block.note}", style)]
        case "table" if block.rows:
            widths = [share * _WIDTH for share in block.shares]
            rows = [[_cell(place, text) for place, text in enumerate(row)] for row in block.rows]
            return [Table(rows, colWidths=widths, style=_LINES)]
        case _:
            return [_paragraph(block.text, _BODY)] if block.text else []


def _cell(place: int, text: str) -> Flowable:
    return _paragraph(text, _BODY if place else _BOLD)


def _paragraph(text: str, style: ParagraphStyle) -> Flowable:
    return Paragraph(escape(text).replace("\n", "<br/>"), style)
