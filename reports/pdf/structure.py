"""The structure tree of a tagged PDF: what assistive technology reads, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Role(Enum):
    """A standard structure type of PDF 1.7, section 14.8.4."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    PARAGRAPH = "P"
    QUOTE = "BlockQuote"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"


@dataclass(frozen=True)
class Mark:
    """One run of marked content: its page, counted from 0, and its number on that page."""

    page: int
    number: int


@dataclass(eq=False)
class Element:
    """A node of the structure tree; ``attributes`` are PDF dictionary entries, ready to write."""

    role: Role
    parent: Element | None = None
    attributes: bytes = b""
    kids: list[Element | Mark] = field(default_factory=list)

    def open(self, role: Role, attributes: bytes = b"") -> Element:
        """A new last child."""
        child = Element(role, self, attributes)
        self.kids.append(child)
        return child


def pdf_text(text: str) -> bytes:
    """A PDF text string, written as UTF-16 in hexadecimal so that nothing in it can be syntax."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode("ascii") + b">"


def header_scope(scope: str, columns: int = 1) -> bytes:
    """The attributes of a header cell that heads its "Column" or "Row", over some columns."""
    span = b"/ColSpan %d" % columns if columns > 1 else b""
    return b"/A<</O/Table/Scope/%s%s>>" % (scope.encode("ascii"), span)


def figure_attributes(description: str, box: tuple[float, float, float, float]) -> bytes:
    """The attributes of a figure: its description in words, and where it stands on the page."""
    corners = b" ".join(b"%.2f" % corner for corner in box)
    return b"/Alt %s/A<</O/Layout/Placement/Block/BBox[%s]>>" % (pdf_text(description), corners)


def language_of(tag: str) -> bytes:
    """The attribute of an element in another language than its document's."""
    return b"/Lang %s" % pdf_text(tag)


NO_NUMBERING = b"/A<</O/List/ListNumbering/None>>"


def every_element(root: Element) -> list[Element]:
    """The element and all below it, in reading order."""
    found = [root]
    for kid in root.kids:
        if isinstance(kid, Element):
            found.extend(every_element(kid))
    return found


def written(element: Element, numbers: dict[Element, int], pages: list[int], root: int) -> bytes:
    """The element as a PDF dictionary; ``numbers`` and ``pages`` are object numbers."""
    marks = [kid for kid in element.kids if isinstance(kid, Mark)]
    home = marks[0].page if marks else None
    kids = b" ".join(_kid(kid, numbers, pages, home) for kid in element.kids)
    parent = root if element.parent is None else numbers[element.parent]
    return b"<</Type/StructElem/S/%s/P %d 0 R%s/K[%s]%s>>" % (
        element.role.value.encode("ascii"),
        parent,
        b"" if home is None else b"/Pg %d 0 R" % pages[home],
        kids,
        element.attributes,
    )


def _kid(
    kid: Element | Mark, numbers: dict[Element, int], pages: list[int], home: int | None
) -> bytes:
    if isinstance(kid, Element):
        return b"%d 0 R" % numbers[kid]
    if kid.page == home:
        return b"%d" % kid.number
    return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid.page], kid.number)


def parent_tree(root: Element, numbers: dict[Element, int], page_count: int) -> bytes:
    """The number tree that leads from a page's marked content back to its element."""
    owners: list[dict[int, int]] = [{} for _ in range(page_count)]
    for element in every_element(root):
        for kid in element.kids:
            if isinstance(kid, Mark):
                owners[kid.page][kid.number] = numbers[element]
    rows = (
        b"%d[%s]" % (page, b" ".join(b"%d 0 R" % owner[number] for number in sorted(owner)))
        for page, owner in enumerate(owners)
    )
    return b"<</Nums[%s]>>" % b" ".join(rows)
