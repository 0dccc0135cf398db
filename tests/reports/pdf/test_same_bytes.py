"""The same record, content and program give the same bytes: in any process, zone, thread, order."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.response import Person
from reports.on_record import Record
from reports.pdf.archive import Attachment
from reports.pdf.blank import render_blank
from reports.pdf.plain import _drawn, _Standard, plain
from reports.pdf.render import render
from reports.pdf.slip import render_code, render_slip
from reports.pdf.tagged import LETTER
from reports.plainly import plainly
from screening.record import assessed
from screening.rules import RULES
from tests.reports import patients
from tests.reports.pdf.test_slip import CODE, SLIP

RECORD = Attachment("intake.fhir.json", "application/fhir+json", b'{"a": 1}', "The answers")
ANSWERS = patients.response(patients.ROUTINE)
PLAIN = plainly(Record(ANSWERS, assessed(ANSWERS, RULES), patients.VISIT), print)
PAPERS: dict[str, Callable[[], bytes]] = {
    "summary": lambda: render(patients.summary(), [RECORD]),
    "worst": lambda: render(patients.worst(), [RECORD]),
    "plain": lambda: plain(PLAIN, [RECORD], LETTER, print),
    "standard": lambda: _drawn(PLAIN, _Standard(PLAIN.imprint, LETTER), LETTER),
    "slip": lambda: render_slip(SLIP),
    "code": lambda: render_code(CODE),
    "blank": lambda: render_blank(KNEE_TWITCHING),
}
ROOT = Path(__file__).parents[3]


def digests() -> dict[str, str]:
    return {name: hashlib.sha256(draw()).hexdigest() for name, draw in PAPERS.items()}


@pytest.fixture(scope="module")
def here() -> dict[str, str]:
    return digests()


def test_in_another_process_and_time_zone(here):
    script = "from tests.reports.pdf.test_same_bytes import digests; print(digests())"
    environment = {**os.environ, "TZ": "America/St_Johns", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True, capture_output=True, cwd=ROOT, env=environment, text=True,
    )  # fmt: skip
    assert done.stdout.strip() == str(here)


def test_in_eight_threads_at_once(here):
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: digests(), range(8)))
    assert found == [here] * 8


def test_in_threads_that_take_turns_at_every_step():
    expected = render_code(CODE)
    turns = sys.getswitchinterval()
    try:
        sys.setswitchinterval(1e-6)
        with ThreadPoolExecutor(8) as threads:
            found = list(threads.map(lambda _: render_code(CODE), range(160)))
    finally:
        sys.setswitchinterval(turns)
    assert found == [expected] * len(found)


def test_whatever_was_drawn_before(here):
    for draw in reversed(PAPERS.values()):
        draw()
    assert digests() == here


@pytest.mark.parametrize(
    "other",
    [
        lambda: render(patients.summary(), [replace(RECORD, content=b'{"a": 2}')]),
        lambda: render(patients.summary()),
        lambda: render(patients.summary(visit=replace(patients.VISIT, program="0.2.0")), [RECORD]),
        lambda: render(patients.summary(visit=replace(patients.VISIT, version=2)), [RECORD]),
        lambda: render(patients.summary({**patients.ROUTINE, "worst-pain": "5"}), [RECORD]),
        lambda: render(patients.summary(patient=Person("Other", "Ada")), [RECORD]),
        lambda: render(patients.summary(patient=replace(patients.DAVID, number="77-1")), [RECORD]),
    ],
    ids=["record", "no-record", "program", "version", "answer", "patient", "number"],
)
def test_another_record_content_or_program_gives_other_bytes(here, other):
    assert hashlib.sha256(other()).hexdigest() != here["summary"]
