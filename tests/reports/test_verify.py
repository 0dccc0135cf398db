"""``python -m reports verify``: original, altered or superseded, and a sentence for the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from sqlalchemy import update

from intake.store import Home, open_store
from intake.store.schema import audit as chain
from reports.__main__ import main
from reports.clinic.doors import Pdf
from reports.pdf.render import render
from tests.house.conftest import House, fresh, house  # noqa: F401 - fixtures
from tests.house.test_papers import PASSWORD, corrected, finished, printed
from tests.reports import patients

ROOT = Path(__file__).parents[2]


@pytest.fixture
def issued(house, monkeypatch) -> tuple[House, str, str, bytes]:  # noqa: F811 - the fixture
    """A house, somebody's token, a visit, and its summary as it was issued."""
    monkeypatch.setenv("ANTEROOM_HOME", str(house.folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    nurse, visit_id = finished(house, "Kanarienvogel")
    return house, nurse, visit_id, printed(house, nurse, visit_id)


@pytest.fixture
def verdict(tmp_path, capsys):
    """The exit code and the sentence on a file with this content."""

    def verify(content: bytes) -> tuple[int, str]:
        file = tmp_path / "FILE.pdf"
        file.write_bytes(content)
        code = main(["verify", str(file)])
        said = capsys.readouterr()
        assert (said.out == "") == (code == 2)
        sentence = (said.out + said.err).strip()
        assert "\n" not in sentence
        assert "anarienvogel" not in sentence
        return code, sentence.removeprefix(f"{file}: ")

    return verify


def test_what_was_issued_is_original(issued, verdict):
    *_, content = issued
    code, sentence = verdict(content)
    assert code == 0
    assert sentence.startswith("original. Version 1 of the summary of visit ")
    assert sentence.endswith("issued 20-Nov-2026 09:00.")


def test_a_protected_copy_is_original_and_said_to_be_a_copy(issued, verdict):
    made, nurse, visit_id, _ = issued
    copy = made.clinic.protected_pdf(nurse, visit_id, PASSWORD)
    assert isinstance(copy, Pdf)
    code, sentence = verdict(copy.content)
    assert code == 0
    assert sentence.startswith("original. Protected copy of version 1")
    code, sentence = verdict(copy.content[:-1])
    assert code == 2
    assert sentence.startswith("protected with a password")


def test_one_bit_makes_it_altered(issued, verdict):
    *_, content = issued
    for place in (len(content) // 2, len(content) - 1):
        changed = bytearray(content)
        changed[place] ^= 1
        code, sentence = verdict(bytes(changed))
        assert code == 1
        assert sentence.startswith("altered. It says it is the summary of visit ")


def test_a_file_saved_anew_by_another_program_is_altered(issued, verdict):
    *_, content = issued
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    saved = BytesIO()
    writer.write(saved)
    assert verdict(saved.getvalue())[0] == 1


def test_an_earlier_version_is_superseded_even_before_the_newer_is_printed(issued, verdict):
    made, nurse, visit_id, content = issued
    made.passes(minutes=7)
    corrected(made, nurse, visit_id)
    code, sentence = verdict(content)
    assert code == 1
    assert sentence.startswith("superseded. Version 1 of the summary of visit ")
    assert sentence.endswith("replaced by a newer version on 20-Nov-2026 09:07.")
    assert verdict(printed(made, nurse, visit_id))[0] == 0


@pytest.mark.usefixtures("issued")
def test_a_summary_of_a_visit_this_store_does_not_know_was_not_issued_here(verdict):
    code, sentence = verdict(render(patients.summary()))
    assert code == 1
    assert sentence.startswith("not issued here. It says it is the summary of visit 7F3K-Q2MN")


def another_pdf() -> bytes:
    writer, file = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(file)
    return file.getvalue()


@pytest.mark.usefixtures("issued")
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "not a PDF."),
        (b"PK\x03\x04", "not a PDF."),
        (b"%PDF-1.7", "not a summary of this program."),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "not a summary of this program."),
        (another_pdf(), "not a summary of this program."),
    ],
    ids=["empty", "zip", "head", "noise", "other"],
)
def test_a_file_that_is_not_ours_gets_one_sentence(verdict, content, expected):
    assert verdict(content) == (2, expected)


def test_an_altered_chain_proves_nothing(issued, verdict):
    made, *_, content = issued
    with made.store.write() as tx:
        tx.connection.exec_driver_sql("DROP TRIGGER audit_never_update")
        tx.connection.execute(update(chain).where(chain.c.sequence == 1).values(actor="staff:x"))
    code, sentence = verdict(content)
    assert code == 2
    assert "audit chain" in sentence


def test_without_a_store_or_a_file_it_says_so(issued, verdict, monkeypatch, tmp_path, capsys):
    *_, content = issued
    monkeypatch.setenv("ANTEROOM_HOME", str(tmp_path / "nowhere"))
    assert verdict(content) == (2, f"There is no store in {tmp_path / 'nowhere'}.")
    assert main(["verify", str(tmp_path / "none.pdf")]) == 2
    said = capsys.readouterr().err
    assert said.endswith("none.pdf: cannot be read (No such file or directory).\n")


def test_it_runs_from_the_command_line_beside_a_running_house(issued, tmp_path):
    made, *_, content = issued
    file = tmp_path / "FILE.pdf"
    file.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-m", "reports", "verify", str(file)],
        cwd=ROOT, env={**os.environ, "TZ": "Asia/Kolkata"},
        capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "original. Version 1" in done.stdout
    open_store(Home(made.folder), os.urandom).close()


def test_help_tells_the_exit_codes(capsys):
    with pytest.raises(SystemExit):
        main(["verify", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    for words in ("0 original", "1 altered, superseded", "2 nothing can be said", "ANTEROOM_HOME"):
        assert words in told
