"""The clinic's papers through their doors: on record, known again, and there when drawing fails."""

from __future__ import annotations

import hashlib
import subprocess
from datetime import datetime

import pytest

from intake.store import audit, issued, submissions
from intake.store.audit import Event
from intake.store.submissions import Submitted
from reports import wording
from reports.clinic.doors import NotThere, Pdf, SignedOut
from reports.pdf import sections
from tests.house.conftest import House
from tests.house.test_kiosk import everything
from tests.journeys.desk import words_of


def finished(house: House, family: str = "Madeup", **answers: str) -> tuple[str, str]:
    """A nurse's token, and the visit of a patient who has sent everything."""
    nurse, tablet = house.nurse(), house.patient(family)
    house.answer(tablet, 0, **everything(**answers))
    house.kiosk.submit(tablet, 1)
    [row] = house.clinic.worklist(nurse).rows
    if not row.final:  # an emergency holds the tablet
        house.clinic.close_visit(nurse, row.visit_id)
    return nurse, row.visit_id


def printed(house: House, nurse: str, visit_id: str) -> bytes:
    paper = house.clinic.pdf(nurse, visit_id)
    assert isinstance(paper, Pdf)
    return paper.content


def on_the_chain(house: House, visit_id: str) -> list[tuple[datetime, Event]]:
    with house.store.read() as tx:
        return [(entry.at, entry.event) for entry in audit.entries(tx, visit_id)]


def corrected(house: House, visit_id: str) -> None:
    """Staff put an answer right: a second submission in the place of the first."""
    with house.store.write() as tx:
        first = submissions.submissions_of_visit(tx, visit_id)[-1]
        made = submissions.correct(tx, first, "staff:1", first.content, house.now)
        assert isinstance(made, Submitted)


def test_the_digest_of_every_page_that_leaves_is_on_the_audit_chain(house):
    nurse, visit_id = finished(house)
    content = printed(house, nurse, visit_id)
    at, event = on_the_chain(house, visit_id)[-1]
    assert (at, event.action) == (house.now, "summary.drawn")
    assert event.actor.startswith("staff:")
    assert hashlib.sha256(content).hexdigest() in event.detail


def test_the_same_record_gives_the_same_page_at_any_hour(house):
    nurse, visit_id = finished(house)
    first = printed(house, nurse, visit_id)
    house.passes(minutes=9)
    assert printed(house, nurse, visit_id) == first


def test_the_first_page_says_nothing_of_versions_but_in_its_foot(house):
    nurse, visit_id = finished(house)
    words = words_of(printed(house, nurse, visit_id))
    assert "replaces" not in words
    assert "version 1 ·" in words


def test_a_corrected_page_says_which_one_it_replaces(house):
    nurse, visit_id = finished(house)
    old = printed(house, nurse, visit_id)
    house.passes(minutes=7)
    corrected(house, visit_id)
    new = printed(house, nurse, visit_id)
    assert "Version 2, replaces version 1 of 09:00" in words_of(new)
    with house.store.read() as tx:
        before, after = (issued.standing(tx, issued.digest_of(one)) for one in (old, new))
    assert (before.version, before.replaced_at) == (1, house.now)
    assert (after.version, after.replaced_at) == (2, None)


def test_when_drawing_fails_the_plain_page_is_served_and_a_code_is_logged(
    house, monkeypatch, tmp_path
):
    nurse, visit_id = finished(house, "Kanarienvogel", cold_leg="yes")

    def broken(*_: object, **__: object) -> None:
        message = "Kanarienvogel does not fit"
        raise ZeroDivisionError(message)

    monkeypatch.setattr(sections, "heading", broken)
    content = printed(house, nurse, visit_id)
    file = tmp_path / "plain.pdf"
    file.write_bytes(content)
    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"],  # noqa: S607 - found on the path
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    assert lines[0] == wording.PLAIN_NOTICE
    assert "KANARIENVOGEL" in lines[1]
    assert "RED FLAGS: " in done.stdout
    assert house.reported == ["pdf.plain.ZeroDivisionError"]
    assert hashlib.sha256(content).hexdigest() in on_the_chain(house, visit_id)[-1][1].detail


@pytest.mark.parametrize("visit_id", ["", "x", "../../etc/passwd", "x" * 500])
def test_nothing_is_put_on_record_of_a_visit_there_is_not(house, visit_id):
    nurse = house.nurse()
    assert house.clinic.pdf(nurse, visit_id) == NotThere()
    assert on_the_chain(house, visit_id) == []
    assert house.clinic.pdf("invented", visit_id) == SignedOut()
