"""The parts of an archival PDF that reportlab has no words for: PDF/A-3a and PDF/UA-1 at once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import cast
from xml.sax.saxutils import escape

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFPages,
    PDFStream,
)

from reports.pdf.structure import pdf_text

_PROFILE = Path(__file__).parent / "sRGB.icc"
PRODUCER = "Anteroom"


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the PDF; ``source`` when the page was made from it."""

    name: str
    media_type: str
    content: bytes
    description: str
    source: bool = True

    @classmethod
    def of_response(cls, content: bytes) -> Attachment:
        """The FHIR QuestionnaireResponse a page was made from."""
        return cls(
            name="questionnaire-response.json",
            media_type="application/fhir+json",
            content=content,
            description="The answers as a FHIR R4 QuestionnaireResponse",
        )


@dataclass(frozen=True)
class Imprint:
    """What the file says of itself; the title never holds a patient's name."""

    title: str
    subject: str
    language: str
    moment: datetime


class Written(PDFObject):
    """A PDF object that is already written out."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, _document: PDFDocument) -> bytes:
        """The object as it goes into the file."""
        return self.content


def plain_stream(content: bytes, entries: bytes) -> Written:
    """An uncompressed stream with these dictionary entries."""
    head = b"<<%s/Length %d>>\nstream\n" % (entries, len(content))
    return Written(head + content + b"\nendstream\n")


class ArchivalStream(PDFStream):
    """A stream that ends its data with a line break, as PDF/A asks and reportlab does not."""

    def format(self, document: PDFDocument) -> bytes:
        """The stream object as it goes into the file."""
        return bytes(super().format(document)).removesuffix(b"endstream\n") + b"\nendstream\n"


class ArchivalCatalog(PDFCatalog):
    """The root of the file, with the entries an archival and accessible document needs."""

    MarkInfo: Written
    Metadata: Written
    OutputIntents: Written
    ViewerPreferences: Written
    StructTreeRoot: Written
    Names: Written
    AF: Written
    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents", "AF"]  # noqa: RUF012 - as the base
    __Refs__ = PDFCatalog.__NoDefault__


class ArchivalPage(PDFPage):
    """A page that knows its place in the structure tree and its reading order."""

    StructParents: int
    Tabs: str

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012 - as the base


class ArchivalDocument(PDFDocument):
    """A document dated by its record, not by the clock, whose streams all end properly."""

    Catalog: ArchivalCatalog
    Pages: PDFPages

    def __init__(self, imprint: Imprint) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=imprint.language)
        self.Catalog.__class__ = ArchivalCatalog
        self._timeStamp = _Moment(imprint.moment)
        self.setTitle(imprint.title)
        self.setSubject(imprint.subject)
        self.setAuthor(PRODUCER)
        self.setCreator(PRODUCER)
        self.setProducer(PRODUCER)
        self.setKeywords("")

    def Reference(self, obj: PDFObject, name: str | None = None) -> PDFObjectReference:  # noqa: N802 - reportlab's name
        """A reference to the object, which gets its number here."""
        if type(obj) is PDFStream:
            obj.__class__ = ArchivalStream
        return cast("PDFObjectReference", super().Reference(obj, name))  # type: ignore[no-untyped-call]

    def add(self, content: bytes) -> int:
        """Add an object already written out; its object number."""
        return self.number(Written(content))

    def number(self, obj: PDFObject) -> int:
        """The object number of this object, which is added when it is new."""
        reference = self.Reference(obj)
        return int(self.idToObjectNumberAndVersion[reference.name][0])

    def add_stream(self, content: bytes, entries: bytes) -> int:
        """Add an uncompressed stream with these dictionary entries; its object number."""
        return self.number(plain_stream(content, entries))


class _Moment(TimeStamp):
    """The record's own time, in the shape reportlab dates a file with."""

    def __init__(self, moment: datetime) -> None:
        utc = moment.astimezone(UTC)
        self.t = utc.timestamp()
        self.lt = utc.timetuple()
        self.YMDhms = tuple(self.lt)[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"


@cache
def _profile() -> bytes:
    return _PROFILE.read_bytes()


def add_output_intent(document: ArchivalDocument) -> bytes:
    """Embed the sRGB profile; the catalog entry that names it."""
    profile = document.add_stream(_profile(), b"/N 3")
    return (
        b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
        b"/DestOutputProfile %d 0 R>>]" % profile
    )


def add_attachment(document: ArchivalDocument, attachment: Attachment, moment: datetime) -> int:
    """Embed the file; the object number of its file specification."""
    subtype = attachment.media_type.replace("/", "#2F").replace("+", "#2B").encode("ascii")
    dated = moment.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)").encode("ascii")
    stream = document.add_stream(
        attachment.content,
        b"/Type/EmbeddedFile/Subtype/%s/Params<</ModDate%s/Size %d/CheckSum<%s>>>"
        % (subtype, dated, len(attachment.content), _md5(attachment.content)),
    )
    name, about = pdf_text(attachment.name), pdf_text(attachment.description)
    relation = b"Source" if attachment.source else b"Data"
    return document.add(
        b"<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/%s/EF<</F %d 0 R/UF %d 0 R>>>>"
        % (name, name, about, relation, stream, stream)
    )


def _md5(content: bytes) -> bytes:
    # The format asks for MD5 here; it guards against damage, not against an attacker.
    return hashlib.md5(content, usedforsecurity=False).hexdigest().encode("ascii")


def xmp(imprint: Imprint) -> bytes:
    """The metadata packet: what the file is, and that it claims PDF/A-3a and PDF/UA-1."""
    moment = imprint.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _PACKET.format(
        title=escape(imprint.title),
        subject=escape(imprint.subject),
        language=escape(imprint.language),
        moment=moment,
        producer=PRODUCER,
    ).encode("utf-8")


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{producer}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
