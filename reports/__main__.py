"""Print what a clinician reads, and say whether a summary is still as it was issued."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from intake.fhir import ResponseError, read_response
from intake.response import QuestionnaireResponse
from intake.spoken import QUESTIONNAIRES
from intake.store import (
    Home,
    StoreError,
    Transaction,
    audit,
    issued,
    open_store,
    settings,
)
from intake.store.opening import default_folder
from reports import paper_wording, plain_wording
from reports.markdown import markdown
from reports.on_record import Record
from reports.page import page
from reports.pdf.archive import Attachment
from reports.pdf.blank import render_blank
from reports.pdf.claim import claim_of
from reports.pdf.protocol import render_protocol
from reports.pdf.tagged import A4, LETTER
from reports.protocol import protocol
from reports.thresholds import content_files, thresholds
from reports.verdict import CANNOT_TELL, Verdict, of_issued, of_unknown
from reports.visit import Visit
from screening.record import AssessmentRecord, assessed
from screening.rules import RULES
from screening.signed import SIGNED, signed_hash

BAD_INPUT = 2
"""Exit code when what was given cannot be used."""
NO_PAPER = 1
"""Exit code when not even a plain page could be drawn."""
PROGRAM = "Anteroom 0.1.0"
LARGEST_FILE = 50_000_000
"""Bytes of a file that are looked at: far more than any summary has."""
_NOT_A_PDF = Verdict(CANNOT_TELL, paper_wording.NOT_A_PDF)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give the exit code."""
    chosen = _parser().parse_args(arguments)
    match chosen.command:
        case "protocol":
            return _protocol(chosen)
        case "verify":
            return _verify(chosen)
        case "blank":
            return _blank(chosen)
        case _:
            return _pdf(chosen)


def _pdf(chosen: argparse.Namespace) -> int:
    try:
        raw = chosen.response.read_bytes()
        response = read_response(raw, RULES.questionnaire)
        zone = ZoneInfo(chosen.zone)
    except OSError as problem:
        return _refuse(f"{chosen.response}: cannot be read ({problem.strerror}).")
    except ResponseError as problem:
        return _refuse(f"{chosen.response}: {problem}")
    except (KeyError, ValueError):
        return _refuse(f"--zone: '{chosen.zone}' is not a time zone such as America/New_York.")
    return _write_page(chosen, response, raw, zone)


def _write_page(
    chosen: argparse.Namespace, response: QuestionnaireResponse, raw: bytes, zone: ZoneInfo
) -> int:
    """Write the page, a plain one where the usual one cannot be made; say on stderr which."""
    codes: list[str] = []
    assessment = _meaning(response, codes)
    visit = Visit(zone, PROGRAM, assessment.mark if assessment else "")
    size = A4 if chosen.paper == "a4" else LETTER
    attachment = Attachment.of_response(raw)
    try:
        content = page(Record(response, assessment, visit), (attachment,), size, codes.append)
    except Exception as problem:  # noqa: BLE001 - a person gets a sentence, whatever failed
        codes.append(type(problem).__name__)
        sys.stderr.write(plain_wording.NO_PAPER.format(codes=", ".join(codes)) + "\n")
        return NO_PAPER
    if codes:
        sys.stderr.write(plain_wording.PLAIN_INSTEAD.format(codes=", ".join(codes)) + "\n")
    return _write(chosen.out, content)


def _meaning(response: QuestionnaireResponse, codes: list[str]) -> AssessmentRecord | None:
    """What the answers mean; None, and a code of why, where it cannot be worked out."""
    try:
        return assessed(response, RULES, signed_hash())
    except Exception as problem:  # noqa: BLE001 - the answers are printed without it
        codes.append(f"pdf.assessment.{type(problem).__name__}")
        return None


def _protocol(chosen: argparse.Namespace) -> int:
    """Write the protocol in the form that the name of the file asks for."""
    document = protocol(SIGNED, thresholds(content_files()))
    match chosen.out.suffix.lower():
        case ".md":
            return _write(chosen.out, markdown(document).encode("utf-8"))
        case ".pdf":
            size = A4 if chosen.paper == "a4" else LETTER
            return _write(chosen.out, render_protocol(document, datetime.now(UTC), size))
        case _:
            return _refuse(f"{chosen.out}: the name must end in .pdf or .md.")


def _blank(chosen: argparse.Namespace) -> int:
    """Write the questionnaire on paper, in a language that can say the whole of it."""
    questionnaire = QUESTIONNAIRES.get(chosen.language)
    if questionnaire is None or chosen.language not in paper_wording.PATIENT:
        known = ", ".join(sorted(QUESTIONNAIRES.keys() & paper_wording.PATIENT.keys()))
        return _refuse(f"--language: there is no whole questionnaire in it; there is {known}.")
    size = A4 if chosen.paper == "a4" else LETTER
    return _write(chosen.out, render_blank(questionnaire, size))


def _verify(chosen: argparse.Namespace) -> int:
    """Say whether a file is original, altered or superseded."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every fault in a file
    try:
        with chosen.file.open("rb") as file:
            content = file.read(LARGEST_FILE)
        verdict = _verdict(content) if content.startswith(b"%PDF-") else _NOT_A_PDF
    except OSError as problem:
        return _refuse(f"{chosen.file}: cannot be read ({problem.strerror}).")
    except StoreError as problem:
        return _refuse(str(problem))
    sentence = f"{chosen.file}: {verdict.sentence}"
    if verdict.code == CANNOT_TELL:
        return _refuse(sentence)
    sys.stdout.write(sentence + "\n")
    return verdict.code


def _verdict(content: bytes) -> Verdict:
    store = open_store(_home(), os.urandom)
    try:
        with store.read() as tx:
            _refuse_broken_chain(tx)
            known = settings.load_settings(tx)
            zone = ZoneInfo(known.time_zone if known else "UTC")
            standing = issued.standing(tx, issued.digest_of(content))
            if standing is not None:
                return of_issued(standing, zone)
            claim = claim_of(content)
            return of_unknown(claim, visit_known=issued.is_visit_known(tx, claim.reference))
    finally:
        store.close()


def _refuse_broken_chain(tx: Transaction) -> None:
    """What stands on an altered chain proves nothing."""
    if isinstance(audit.verify(tx), audit.Broken):
        raise StoreError("The audit chain of this store was altered: nothing can be verified.")


def _home() -> Home:
    """The store of this machine, or the one that ANTEROOM_HOME and DATABASE_URL name."""
    named = os.environ.get("ANTEROOM_HOME", "")
    folder = Path(named).expanduser() if named else default_folder(Path.home())
    return Home(folder.absolute(), os.environ.get("DATABASE_URL") or None)


def _write(path: Path, content: bytes) -> int:
    try:
        path.write_bytes(content)
    except OSError as problem:
        return _refuse(f"{path}: cannot be written ({problem.strerror}).")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m reports", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    pdf = commands.add_parser("pdf", help="draw the clinician's summary of a FHIR response")
    pdf.add_argument("response", metavar="RESPONSE.json", type=Path)
    pdf.add_argument("out", metavar="OUT.pdf", type=Path)
    pdf.add_argument("--paper", choices=("letter", "a4"), default="letter")
    pdf.add_argument("--zone", default="UTC", help="the clinic's time zone (default: UTC)")
    signed = commands.add_parser(
        "protocol", help="write every question and every rule in words, for a clinician to sign"
    )
    signed.add_argument("out", metavar="OUT.pdf|OUT.md", type=Path)
    signed.add_argument("--paper", choices=("letter", "a4"), default="letter")
    blank = commands.add_parser(
        "blank", help="write the questionnaire on paper, for when the tablets cannot be used"
    )
    blank.add_argument("out", metavar="OUT.pdf", type=Path)
    blank.add_argument("--language", default="en", help="such as es (default: en)")
    blank.add_argument("--paper", choices=("letter", "a4"), default="letter")
    verify = commands.add_parser(
        "verify",
        help="say whether a summary is original, altered or superseded",
        description="Compare a summary with what was issued by the store in ANTEROOM_HOME.",
        epilog=(
            "Exit codes: 0 original, and the version that counts; 1 altered, superseded, or not "
            "issued by this store; 2 nothing can be said (not a summary of this program, or no "
            "store). Needs ANTEROOM_HOME where the store is not in its usual place."
        ),
    )
    verify.add_argument("file", metavar="FILE.pdf", type=Path)
    return parser


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return BAD_INPUT


if __name__ == "__main__":
    raise SystemExit(main())
