"""Looking into a PDF with a reader that is not ours."""

import re
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

ACTIONS = {"/URI", "/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/Annots"}
_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_NAME = re.compile(rb"/([^\s()<>\[\]{}/%]+)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def reader(pdf: bytes, *, strict: bool = False) -> PdfReader:
    return PdfReader(BytesIO(pdf), strict=strict)


def page_texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in reader(pdf).pages]


def squeezed(text: str) -> str:
    """Text without white space: line breaks are the layout's, not the patient's."""
    return re.sub(r"\s+", "", text)


def poppler_text(pdf: bytes, folder: Path) -> list[str]:
    """Each page's text as pdftotext reads it."""
    path = folder / "summary.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"],  # noqa: S607 - found on the path
        check=True,
        capture_output=True,
    )
    return done.stdout.decode().split("\f")[:-1]


def raw_text(pdf: bytes) -> str:
    """Everything on every page, squeezed."""
    return squeezed("".join(page_texts(pdf)))


def resolved(thing: object) -> Any:
    return thing.get_object() if isinstance(thing, IndirectObject) else thing


def elements(pdf: bytes) -> list[Any]:
    """Every structure element in reading order."""
    root = resolved(reader(pdf).trailer["/Root"]["/StructTreeRoot"])
    found: list[DictionaryObject] = []
    waiting = [root["/K"]]
    while waiting:
        thing = resolved(waiting.pop())
        if isinstance(thing, ArrayObject):
            waiting.extend(reversed(thing))
        elif isinstance(thing, DictionaryObject) and thing.get("/Type") == "/StructElem":
            found.append(thing)
            waiting.append(thing.get("/K", ArrayObject()))
    return found


def marked_on_pages(pdf: bytes) -> list[list[int]]:
    """The marked-content numbers on each page, as its content stream gives them."""
    return [
        [int(number) for number in re.findall(rb"/MCID (\d+)", page.get_contents().get_data())]
        for page in reader(pdf).pages
    ]


def marked_in_tree(pdf: bytes) -> list[list[int]]:
    """The marked-content numbers the structure tree claims on each page."""
    read = reader(pdf)
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(read.pages)}
    claimed: list[list[int]] = [[] for _ in read.pages]
    root = resolved(read.trailer["/Root"]["/StructTreeRoot"])
    waiting = [root["/K"]]
    while waiting:
        element = resolved(waiting.pop())
        if isinstance(element, ArrayObject):
            waiting.extend(element)
            continue
        home = element.raw_get("/Pg").idnum if "/Pg" in element else None
        for kid in resolved(element["/K"]):
            kid = resolved(kid)  # noqa: PLW2901 - the same kid, looked at
            if isinstance(kid, int):
                claimed[pages[home]].append(int(kid))
            elif kid.get("/Type") == "/MCR":
                claimed[pages[kid.raw_get("/Pg").idnum]].append(int(kid["/MCID"]))
            else:
                waiting.append(kid)
    return [sorted(numbers) for numbers in claimed]


def fonts(pdf: bytes) -> dict[str, Any]:
    """Every font by name, with its descriptor."""
    found = {}
    for page in reader(pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            font = resolved(font)  # noqa: PLW2901 - the same font, looked at
            found[font["/BaseFont"]] = resolved(font["/FontDescriptor"])
    return found


def may_act(pdf: bytes) -> bool:
    """Whether what could act is named anywhere in the bytes, be it only in somebody's words.

    Quick, and misses nothing in a file whose objects are not packed into streams; one that packs
    them may always act.
    """
    plain = _STREAM.sub(b"", pdf)
    names = {
        _ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), one) for one in _NAME.findall(plain)
    }
    return b"ObjStm" in names or any(one[1:].encode() in names for one in ACTIONS)


def actions(pdf: bytes) -> set[str]:
    """Whatever in the file could act or link: keys and names, in every object."""
    return acting(reader(pdf))


def acting(read: PdfReader) -> set[str]:
    """The same for a file that is open."""
    found: set[str] = set()
    waiting: list[object] = [read.trailer]
    waiting += [read.get_object(number) for number in read.xref[0]]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, DictionaryObject):
            found |= ACTIONS & thing.keys()
            waiting += [value for value in thing.values() if not isinstance(value, IndirectObject)]
        elif isinstance(thing, ArrayObject):
            waiting += [value for value in thing if not isinstance(value, IndirectObject)]
        elif isinstance(thing, NameObject):
            found |= ACTIONS & {str(thing)}
    return found
