"""Show what patients are asked, and what it rests on: ``python -m intake claims``."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.claims import (
    CLAIMS,
    PROMOTION,
    TABLES,
    Claim,
    Coverage,
    coverage,
    found_in,
    read_beyond,
)
from intake.fhir import questionnaire_json
from intake.knee_twitching.documents import DOCUMENTS
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.spoken import QUESTIONNAIRES

NOT_COVERED = 1
"""Exit code when a claim is unaccounted for or a document is not the one that was read."""
BAD_INPUT = 2
"""Exit code when what was given cannot be used."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give the exit code."""
    chosen = _parser().parse_args(arguments)
    if chosen.command == "questionnaire":
        asked = questionnaire_json(QUESTIONNAIRES[chosen.language])
        json.dump(asked, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
        return 0
    if chosen.against is None:
        return _claims()
    return _against(chosen.against)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m intake", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    questionnaire = commands.add_parser(
        "questionnaire", help="print the questionnaire as FHIR R4 JSON"
    )
    questionnaire.add_argument("--language", choices=tuple(QUESTIONNAIRES), default="en")
    claims = commands.add_parser(
        "claims", help="say what becomes of every claim of the two documents"
    )
    claims.add_argument(
        "--against",
        metavar="DIR",
        type=Path,
        help="check that DIR holds the very documents the claims were read from, under any name",
    )
    return parser


def _claims() -> int:
    asked = {item.link_id: item.claims for item in KNEE_TWITCHING.questions.values()}
    covered = coverage(CLAIMS, asked)
    sys.stdout.write("\n".join(_report(covered)) + "\n")
    return NOT_COVERED if covered.unaccounted else 0


def _report(covered: Coverage) -> Iterator[str]:
    yield f"{covered.accounted} of {len(CLAIMS)} claims of the two documents are accounted for."
    plain = [claim for claim in covered.used if claim.kind != PROMOTION]
    safety = [claim for claim in covered.used if claim.kind == PROMOTION]
    yield from _listed("asked about, or used by a rule", plain)
    yield from _listed("promotion, excluded by name", covered.promotion)
    yield from _listed("promotion, used only as a safety fact", safety)
    for reason in sorted({claim.elsewhere for claim in covered.elsewhere}):
        yield from _listed(reason, [one for one in covered.elsewhere if one.elsewhere == reason])
    yield from _listed("WITHOUT an item, a rule or a stated reason", covered.unaccounted)
    yield from _beyond()


def _listed(heading: str, claims: Sequence[Claim]) -> Iterator[str]:
    yield from ("", f"{len(claims)} {heading}")
    names = " ".join(claim.id for claim in claims)
    yield from textwrap.wrap(names, 96, initial_indent="  ", subsequent_indent="  ")


def _beyond() -> Iterator[str]:
    """What rests on guidelines alone; the items by their declarations, the rules by their table."""
    asked = [(item.code, item.label) for item in KNEE_TWITCHING.questions.values() if item.code]
    cited = {item.code for item in KNEE_TWITCHING.questions.values() if item.claims}
    items = [(code, label) for code, label in asked if code not in cited]
    for kind, found in (
        ("questions", items),
        ("rules", read_beyond(TABLES / "beyond.csv").items()),
    ):
        yield from ("", f"{len(found)} {kind} beyond the documents")
        yield from (f"  {code:5} {words}" for code, words in found)


def _against(folder: Path) -> int:
    try:
        found = found_in(folder, DOCUMENTS)
    except OSError as problem:
        sys.stderr.write(f"{folder}: cannot be read ({problem.strerror}).\n")
        return BAD_INPUT
    for document in DOCUMENTS:
        name = found.get(document.letter)
        verdict = f"is {name}" if name else f"is not there: no file has SHA-256 {document.sha256}"
        sys.stdout.write(f"Document {document.letter} ({document.about}) {verdict}.\n")
    return 0 if len(found) == len(DOCUMENTS) else NOT_COVERED


if __name__ == "__main__":
    raise SystemExit(main())
