"""Work out what answers mean: ``python -m screening assess RESPONSE.json``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter

from intake.fhir import ResponseError, read_response
from screening.alarm_rate.groups import CLINIC
from screening.alarm_rate.runs import alarm_rate
from screening.difference import difference
from screening.export import ExportError, exported, read_export
from screening.proof.at_once import proved_at_once
from screening.proof.printing import heading, row
from screening.proof.solver import variable
from screening.proof.theorems import THEOREMS
from screening.record import assessed
from screening.rules import RULES
from screening.signed import SIGNED, signed_hash
from screening.telling import told

BAD_INPUT = 2
"""Exit code when what was given cannot be used."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give the exit code."""
    chosen = _parser().parse_args(arguments)
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "alarm-rate": _alarm_rate,
        "assess": _assess,
        "export": _export,
        "diff": _diff,
        "prove": _prove,
    }
    return commands[chosen.command](chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m screening", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    assess = commands.add_parser(
        "assess", help="read a FHIR QuestionnaireResponse and print the assessment as JSON"
    )
    assess.add_argument("response", metavar="RESPONSE.json", type=Path)
    export = commands.add_parser("export", help="write questionnaire and rules as one JSON file")
    export.add_argument("out", metavar="OUT.json", type=Path)
    diff = commands.add_parser("diff", help="say for which answers two exports differ in level")
    diff.add_argument("old", metavar="OLD.json", type=Path)
    diff.add_argument("new", metavar="NEW.json", type=Path)
    rate = commands.add_parser("alarm-rate", help="count how often each rule calls, simulated")
    rate.add_argument("--patients", metavar="NUMBER", type=int, default=4000)
    rate.add_argument("--seed", metavar="NUMBER", type=int, default=1)
    commands.add_parser("prove", help="prove what the rules can and cannot do, over all answers")
    return parser


def _alarm_rate(chosen: argparse.Namespace) -> int:
    if chosen.patients < 1:
        return _refuse("--patients: at least 1.")
    sys.stdout.write(alarm_rate(CLINIC, RULES, chosen.patients, chosen.seed, Random))
    return 0


def _assess(chosen: argparse.Namespace) -> int:
    try:
        response = read_response(chosen.response.read_bytes(), RULES.questionnaire)
    except OSError as problem:
        return _refuse(f"{chosen.response}: cannot be read ({problem.strerror}).")
    except ResponseError as problem:
        return _refuse(f"{chosen.response}: {problem}")
    content = assessed(response, RULES, signed_hash()).model_dump(mode="json")
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
    return 0


def _export(chosen: argparse.Namespace) -> int:
    try:
        chosen.out.write_bytes(exported(SIGNED))
    except OSError as problem:
        return _refuse(f"{chosen.out}: cannot be written ({problem.strerror}).")
    return 0


def _diff(chosen: argparse.Namespace) -> int:
    read = []
    for path in (chosen.old, chosen.new):
        try:
            read.append(read_export(path.read_bytes()))
        except OSError as problem:
            return _refuse(f"{path}: cannot be read ({problem.strerror}).")
        except ExportError as problem:
            return _refuse(f"{path}: {problem}.")
    for line in told(difference(*read)):
        sys.stdout.write(line + "\n")
    return 0


def _prove(_: argparse.Namespace) -> int:
    try:
        variable("whether the solver is there")
    except ModuleNotFoundError as missing:
        return _refuse(f"Proving needs the library {missing.name}: see requirements/dev.txt.")
    failed = 0
    sys.stdout.write(heading())
    for proved, seconds in proved_at_once(RULES, THEOREMS, perf_counter):
        failed += bool(proved.failures)
        sys.stdout.write(row(proved, seconds))
        sys.stdout.flush()
    return 1 if failed else 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return BAD_INPUT


if __name__ == "__main__":
    raise SystemExit(main())
