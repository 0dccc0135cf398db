"""reportlab's canvas with a structure tree: everything drawn is either tagged or an artifact."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from reportlab.pdfbase.pdfdoc import PDFPage, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from reports.pdf import archive, structure
from reports.pdf.ink import Color, Style
from reports.pdf.structure import Element, Mark, Role
from reports.pdf.typeface import ALONE, REGULAR, covered, font, measure, runs

LETTER = (612.0, 792.0)
A4 = (595.28, 841.89)

_ASCENT, _DESCENT = 0.70, 0.20
_ROUNDING = 0.75


Point = tuple[float, float]
Line = tuple[Point, Point]
Curve = tuple[Point, Point, Point]
Outline = tuple[Point, tuple[Curve, ...]]
"""A start, and curves by their two control points and end; a straight one repeats its end."""


@dataclass(frozen=True)
class TextBox:
    """Where a piece of text stands: page from 0, left, bottom, right, top, in points."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    text: str


class TaggedCanvas(Canvas):
    """A canvas for one archival, accessible document.

    Text reaches the page only through ``text``, which knows no markup. ``element`` opens a node
    of the structure tree, ``marked`` ties what is drawn to it, ``artifact`` keeps decoration out.
    """

    _code: list[str]
    _doc: archive.ArchivalDocument
    _pagesize: tuple[float, float]

    def __init__(self, size: tuple[float, float], imprint: archive.Imprint) -> None:
        self._file = BytesIO()
        super().__init__(
            self._file,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=_base_font(),  # type: ignore[arg-type] # a name, whatever the stub says
        )
        self._doc = archive.ArchivalDocument(imprint)
        self._imprint = imprint
        self._digest = hashlib.sha256()
        self._attachments: list[archive.Attachment] = []
        self._open = self._root = Element(Role.DOCUMENT)
        self._marks_on_page = 0
        self.page = 0
        self.boxes: list[TextBox] = []

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page, in points."""
        return self._pagesize

    @contextmanager
    def element(self, role: Role, attributes: bytes = b"") -> Iterator[None]:
        """Everything drawn inside belongs to a new element of this role."""
        outer = self._open
        self._open = outer.open(role, attributes)
        yield
        self._open = outer

    @contextmanager
    def marked(self, role: Role, attributes: bytes = b"") -> Iterator[None]:
        """Everything drawn inside is the content of a new element of this role."""
        with self.element(role, attributes), self.inside():
            yield

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Everything drawn inside is further content of the open element."""
        self._open.kids.append(Mark(self.page, self._marks_on_page))
        self._code.append(f"/{self._open.role.value}<</MCID {self._marks_on_page}>>BDC")
        self._marks_on_page += 1
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Everything drawn inside is decoration or a running head, which is not read out."""
        self._code.append(f"/Artifact<</Type/{kind}>>BDC")
        yield
        self._code.append("EMC")

    def text(self, x: float, y: float, text: str, style: Style) -> float:
        """Draw one line with its baseline at y; the x where it ends.

        What no font of ours can set is drawn as U+FFFD, never as an empty box.
        """
        line = _settable(text)
        if not line:
            return x
        shows = "".join(
            f"/{name.lstrip('/')} {style.size:g} Tf <{codes.hex()}>Tj "
            for face, part in runs(line, style.face)
            for name, codes in self._shown(face, part)
        )
        self._code.append(f"BT {_rgb(style.color)} rg {x:.2f} {y:.2f} Td {shows}ET")
        end = x + measure(line, style.face, style.size)
        up, down = y + _ASCENT * style.size, y - _DESCENT * style.size
        self.boxes.append(TextBox(self.page, x, down, end, up, line))
        return end

    def text_right(self, right: float, y: float, text: str, style: Style) -> float:
        """Draw one line that ends at ``right``; the x where it begins."""
        x = right - style.width(_settable(text))
        self.text(x, y, text, style)
        return x

    def fill_box(self, box: tuple[float, float, float, float], color: Color) -> None:
        """Fill a rectangle given as left, bottom, right, top."""
        left, bottom, right, top = box
        self._code.append(
            f"{_rgb(color)} rg {left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re f"
        )

    def frame(
        self, box: tuple[float, float, float, float], color: Color, width: float = 0.8
    ) -> None:
        """Outline a rectangle given as left, bottom, right, top."""
        left, bottom, right, top = box
        size = f"{right - left:.2f} {top - bottom:.2f}"
        self._code.append(f"{_rgb(color)} RG {width:g} w {left:.2f} {bottom:.2f} {size} re S")

    def rule(self, x: float, right: float, y: float, color: Color, width: float = 0.5) -> None:
        """Draw a horizontal line."""
        self._code.append(f"{_rgb(color)} RG {width:g} w {x:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")

    def strokes(self, lines: Iterable[Line], color: Color, width: float) -> None:
        """Draw straight lines given by their two ends."""
        drawn = " ".join(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l" for (x1, y1), (x2, y2) in lines)
        if drawn:
            self._code.append(f"{_rgb(color)} RG {width:g} w {drawn} S")

    def dots(self, centers: Iterable[Point], color: Color, size: float) -> None:
        """Fill small squares around these points."""
        half = size / 2
        drawn = " ".join(
            f"{x - half:.2f} {y - half:.2f} {size:.2f} {size:.2f} re" for x, y in centers
        )
        if drawn:
            self._code.append(f"{_rgb(color)} rg {drawn} f")

    def shape(
        self, outline: Outline, fill: Color | None, stroke: Color | None, width: float = 1
    ) -> None:
        """Paint an outline of curves, filled, stroked or both."""
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}
        colors = f"{_rgb(fill)} rg " if fill else ""
        colors += f"{_rgb(stroke)} RG {width:g} w " if stroke else ""
        self._code.append(f"{colors}{_outline(outline)} {paint[bool(fill), bool(stroke)]}")

    @contextmanager
    def clipped(self, outline: Outline) -> Iterator[None]:
        """Nothing drawn inside shows outside the outline."""
        self._code.append(f"q {_outline(outline)} W n")
        yield
        self._code.append("Q")

    def attach(self, attachment: archive.Attachment) -> None:
        """Carry a file inside the document."""
        self._attachments.append(attachment)

    def new_page(self) -> None:
        """Finish this page and begin the next."""
        self.showPage()

    def finish(self) -> bytes:
        """Finish the last page and write the document."""
        self.showPage()
        catalog = self._doc.Catalog
        self._write_structure()
        catalog.MarkInfo = archive.Written(b"<</Marked true>>")
        catalog.Metadata = archive.plain_stream(
            archive.xmp(self._imprint), b"/Type/Metadata/Subtype/XML"
        )
        catalog.OutputIntents = archive.Written(archive.add_output_intent(self._doc))
        catalog.ViewerPreferences = archive.Written(b"<</DisplayDocTitle true>>")
        self._write_attachments()
        self._doc.updateSignature(self._digest.digest())
        with ALONE:
            return bytes(self._doc.GetPDFData(self))

    def overlaps(self) -> list[tuple[TextBox, TextBox]]:
        """Pairs of text that stand on each other; text off the page is paired with itself."""
        width, height = self.size
        found = [
            (box, box)
            for box in self.boxes
            if box.left < 0 or box.bottom < 0 or box.right > width or box.top > height
        ]
        for page in range(self.page):
            found += _collisions([box for box in self.boxes if box.page == page])
        return found

    def _shown(self, face: str, part: str) -> Iterator[tuple[str, bytes]]:
        typeface = font(face)
        for subset, codes in typeface.splitString(part, self._doc):
            yield typeface.getSubsetInternalName(subset, self._doc), codes

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802 - reportlab's hook for a page
        page.__class__ = archive.ArchivalPage
        placed = cast("archive.ArchivalPage", page)
        placed.StructParents = self.page
        placed.Tabs = "/S"
        # Set here, the content is compressed once and not wrapped in base 85 as well.
        placed.Contents = archive.ArchivalStream(content=placed.stream, filters=[PDFZCompress])
        self._digest.update("\n".join(self._code).encode("utf-8"))
        self._marks_on_page = 0
        self.page += 1

    def _write_structure(self) -> None:
        document = self._doc
        elements = structure.every_element(self._root)
        objects = {element: archive.Written(b"") for element in elements}
        numbers = {element: document.number(objects[element]) for element in elements}
        pages = [document.number(page) for page in document.Pages.pages]
        tree = document.add(structure.parent_tree(self._root, numbers, len(pages)))
        root = archive.Written(
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (numbers[self._root], tree, len(pages))
        )
        top = document.number(root)
        for element in elements:
            objects[element].content = structure.written(element, numbers, pages, top)
        document.Catalog.StructTreeRoot = root

    def _write_attachments(self) -> None:
        moment = self._imprint.moment
        numbers = []
        for attachment in self._attachments:
            self._digest.update(attachment.content)
            numbers.append(archive.add_attachment(self._doc, attachment, moment))
        if not numbers:
            return
        names = b" ".join(
            b"%s %d 0 R" % (structure.pdf_text(attachment.name), number)
            for attachment, number in zip(self._attachments, numbers, strict=True)
        )
        listed = b" ".join(b"%d 0 R" % number for number in numbers)
        self._doc.Catalog.Names = archive.Written(b"<</EmbeddedFiles<</Names[%s]>>>>" % names)
        self._doc.Catalog.AF = archive.Written(b"[%s]" % listed)


def _base_font() -> str:
    # A page that starts with one of our fonts never mentions a font that is not embedded.
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415

    pdfmetrics.registerFont(font(REGULAR.name))
    return REGULAR.name


def _settable(text: str) -> str:
    if covered().issuperset(text):
        return text
    return "".join(_one(character) for character in text)


def _one(character: str) -> str:
    if character in covered():
        return character
    return " " if character.isspace() else "\ufffd"


def _rgb(color: Color) -> str:
    return f"{color[0]:g} {color[1]:g} {color[2]:g}"


def _outline(outline: Outline) -> str:
    (x, y), curves = outline
    steps = [f"{x:.2f} {y:.2f} m"]
    steps += [
        f"{a:.2f} {b:.2f} {c:.2f} {d:.2f} {e:.2f} {f:.2f} c" for (a, b), (c, d), (e, f) in curves
    ]
    return " ".join(steps)


_ROUND = 0.5523


def ellipse(center: Point, across: float, up: float) -> Outline:
    """The outline of an ellipse, from its rightmost point around."""
    x, y = center
    dx, dy = across * _ROUND, up * _ROUND
    return (x + across, y), (
        ((x + across, y + dy), (x + dx, y + up), (x, y + up)),
        ((x - dx, y + up), (x - across, y + dy), (x - across, y)),
        ((x - across, y - dy), (x - dx, y - up), (x, y - up)),
        ((x + dx, y - up), (x + across, y - dy), (x + across, y)),
    )


def polygon(*points: Point) -> Outline:
    """The closed outline through these points."""
    ends = (*points[1:], points[0])
    starts = points
    return points[0], tuple((start, end, end) for start, end in zip(starts, ends, strict=True))


def _collisions(boxes: list[TextBox]) -> list[tuple[TextBox, TextBox]]:
    """Overlapping pairs, found in one sweep from the top of the page."""
    found: list[tuple[TextBox, TextBox]] = []
    live: list[TextBox] = []
    for box in sorted(boxes, key=lambda each: -each.top):
        live = [above for above in live if above.bottom < box.top - _ROUNDING]
        found += [
            (above, box)
            for above in live
            if above.left < box.right - _ROUNDING and box.left < above.right - _ROUNDING
        ]
        live.append(box)
    return found
