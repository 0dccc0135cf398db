"""A copy for outside the clinic: the same pages, opened with a password only."""

from __future__ import annotations

from io import BytesIO
from typing import cast

from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

SHORTEST, LONGEST = 12, 127
"""Characters a password needs, and the bytes of it that the format takes."""

_STRENGTH = "AES-256"  # of ISO 32000-2: revision 6
_MAY = (
    UserAccessPermissions.PRINT
    | UserAccessPermissions.PRINT_TO_REPRESENTATION
    | UserAccessPermissions.EXTRACT
    | UserAccessPermissions.EXTRACT_TEXT_AND_GRAPHICS
)


class PasswordError(ValueError):
    """The password cannot protect a file; the message holds no part of it."""


def is_fit(password: str) -> bool:
    """Whether a password is long enough, and one that every reader takes as it was typed."""
    short_enough = len(password.encode("utf-8", "replace")) <= LONGEST
    return len(password) >= SHORTEST and short_enough and password.isprintable()


def protect(pdf: bytes, password: str, owner: str) -> bytes:
    """The PDF encrypted (AES-256, revision 6); raises PasswordError.

    Whoever opens it may print it, and a screen reader may read it out. ``owner`` is a secret to
    throw away: with it alone the copy could be altered. An encrypted file is not an archival one,
    so that claim is taken out.
    """
    if not is_fit(password):
        raise PasswordError
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    _claim_no_archive(writer)
    _needs_a_reader_of_today(writer)
    writer.encrypt(password, owner, algorithm=_STRENGTH, permissions_flag=_MAY)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _claim_no_archive(writer: PdfWriter) -> None:
    packet = writer.root_object.get("/Metadata")
    if packet is None:
        return
    stream = cast("StreamObject", packet.get_object())
    lines = stream.get_data().splitlines(keepends=True)
    stream.set_data(b"".join(line for line in lines if b"<pdfaid:" not in line))


def _needs_a_reader_of_today(writer: PdfWriter) -> None:
    """Say which extension of PDF 1.7 this encryption belongs to."""
    level = {NameObject("/BaseVersion"): NameObject("/1.7"), _LEVEL: NumberObject(8)}
    extension = DictionaryObject({NameObject("/ADBE"): DictionaryObject(level)})
    writer.root_object[NameObject("/Extensions")] = extension
    writer.pdf_header = "%PDF-1.7"


_LEVEL = NameObject("/ExtensionLevel")
