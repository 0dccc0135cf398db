"""The copy for outside the clinic: strong, whole, and still fit to be printed and read aloud."""

import subprocess
from io import BytesIO

import pytest
from pypdf import PdfReader

from reports.pdf.archive import Attachment
from reports.pdf.protect import LONGEST, PasswordError, protect
from reports.pdf.render import render
from tests.reports import patients
from tests.reports.pdf import inspection

PASSWORD = "vier erfundene Wörter hier"  # noqa: S105 - opens a made-up patient only
OWNER = "thrown away"
RECORD = Attachment("intake.fhir.json", "application/fhir+json", b'{"a": 1}', "The answers")


@pytest.fixture(scope="module")
def plain() -> bytes:
    return render(patients.summary(), [RECORD])


@pytest.fixture(scope="module")
def copy(plain) -> bytes:
    return protect(plain, PASSWORD, OWNER)


def opened(copy: bytes) -> PdfReader:
    read = PdfReader(BytesIO(copy))
    assert read.decrypt(PASSWORD)
    return read


def said_by_qpdf(copy: bytes, folder, *arguments: str) -> str:
    file = folder / "copy.pdf"
    file.write_bytes(copy)
    command = ["qpdf", f"--password={PASSWORD}", *arguments, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout


def test_it_is_encrypted_with_aes_256_of_revision_6(copy, tmp_path):
    said = said_by_qpdf(copy, tmp_path, "--show-encryption")
    assert "R = 6\n" in said
    for what in ("stream", "string", "file"):
        assert f"{what} encryption method: AESv3" in said


def test_it_may_be_printed_and_read_aloud_but_not_altered(copy, tmp_path):
    said = said_by_qpdf(copy, tmp_path, "--show-encryption")
    for right in ("print high resolution", "print low resolution", "extract for accessibility"):
        assert f"{right}: allowed" in said
    assert "modify anything: not allowed" in said


def test_qpdf_finds_no_fault(copy, tmp_path):
    assert "No syntax or stream encoding errors found" in said_by_qpdf(copy, tmp_path, "--check")


def test_with_the_password_the_same_pages_open(plain, copy):
    pages = [page.extract_text() for page in opened(copy).pages]
    assert pages == inspection.page_texts(plain)


def test_the_record_comes_along(copy):
    assert opened(copy).attachments["intake.fhir.json"] == [RECORD.content]


@pytest.mark.parametrize("wrong", ["", PASSWORD.upper(), PASSWORD + " "])
def test_without_the_password_nothing_opens(copy, wrong):
    assert not PdfReader(BytesIO(copy)).decrypt(wrong)


def test_nothing_of_the_patient_and_no_password_stands_in_the_clear(copy):
    for word in ("Delgado", "DELGADO", "7F3K", PASSWORD, OWNER, '{"a"'):
        assert word.encode() not in copy


def test_it_stays_tagged_and_claims_no_archive(plain, copy):
    root = opened(copy).trailer["/Root"]
    packet = root["/Metadata"].get_object().get_data()
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf's own truth
    assert root["/Lang"] == "en-US"
    assert b"<pdfuaid:part>1" in packet
    assert b"<pdfaid:" not in packet
    assert b"<pdfaid:" in plain


@pytest.mark.parametrize(
    "unfit",
    ["", "eleven char", "x" * (LONGEST + 1), "ö" * 64, "with a line\nbreak", "with nothing \x00"],
    ids=["empty", "short", "long", "many-bytes", "line", "nul"],
)
def test_a_password_that_protects_nothing_is_refused_without_being_repeated(plain, unfit):
    with pytest.raises(PasswordError) as refused:
        protect(plain, unfit, OWNER)
    assert str(refused.value) == ""
