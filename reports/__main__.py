"""Print what a clinician reads: a patient's summary, and the protocol of all rules to sign."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from intake.fhir import ResponseError, read_response
from reports.markdown import markdown
from reports.pdf.archive import Attachment
from reports.pdf.protocol import render_protocol
from reports.pdf.render import render
from reports.pdf.tagged import A4, LETTER
from reports.protocol import protocol
from reports.summarize import summarize
from reports.thresholds import content_files, thresholds
from reports.visit import Visit
from screening.record import assessed
from screening.rules import RULES
from screening.signed import SIGNED, signed_hash

BAD_INPUT = 2
"""Exit code when what was given cannot be used."""
PROGRAM = "Anteroom 0.1.0"


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give the exit code."""
    chosen = _parser().parse_args(arguments)
    return _protocol(chosen) if chosen.command == "protocol" else _pdf(chosen)


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
    assessment = assessed(response, RULES, signed_hash())
    summary = summarize(response, assessment, Visit(zone, PROGRAM, assessment.mark))
    attachment = Attachment.of_response(raw)
    content = render(summary, (attachment,), A4 if chosen.paper == "a4" else LETTER)
    return _write(chosen.out, content)


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
    return parser


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return BAD_INPUT


if __name__ == "__main__":
    raise SystemExit(main())
