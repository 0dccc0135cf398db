"""The demo: a dozen invented patients, who could not be taken for real ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from house.demo import invent
from house.invented import EXPECTED, INVENTED
from house.process import Process, this_process
from intake.store import appointments, settings, visits
from intake.store.appointments import StoredAppointment
from intake.store.visits import Visit, VisitStatus
from reports.clinic import wording
from tests.journeys.premises import Premises

EVER = datetime(2000, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Iterator[Process]:
    home = tmp_path_factory.mktemp("demo") / "home"
    process = this_process({"ANTEROOM_HOME": str(home), "ANTEROOM_DEMO": "1"}, home)
    invent(process)
    yield process
    process.store().close()


def everybody(demo: Process) -> list[Visit]:
    with demo.store().read() as tx:
        return [one for one in visits.list_for_clinic(tx, EVER) if isinstance(one, Visit)]


def expected(demo: Process) -> list[StoredAppointment]:
    with demo.store().read() as tx:
        return list(appointments.of_day(tx, demo.clock().date()))


def test_a_dozen_patients_are_invented_at_different_points_of_their_visit(demo):
    found = everybody(demo)
    assert len(found) == len(INVENTED) >= 12
    statuses = {visit.status for visit in found}
    assert {VisitStatus.IN_PROGRESS, VisitStatus.COMPLETED} <= statuses
    levels = {visit.level for visit in found}
    assert len(levels) > 3
    assert {visit.language for visit in found} == {"en", "es"}


def test_inventing_again_adds_nobody_and_changes_the_password(demo):
    before, listed = everybody(demo), expected(demo)
    assert invent(demo) != invent(demo)
    assert everybody(demo) == before
    assert expected(demo) == listed
    assert len(listed) == len(EXPECTED)


def test_the_store_knows_that_it_is_a_demo(demo):
    with demo.store().read() as tx:
        known = settings.load_settings(tx)
    assert known is not None
    assert known.demo


def test_every_page_and_summary_of_the_demo_says_that_its_patients_are_invented(tmp_path):
    premises = Premises(tmp_path / "home", command=("app.py", "demo"))
    try:
        # given the demo, and somebody who signs in with what was printed
        premises.start()
        printed = re.search(
            r"Sign in to the clinic as (\S+) with the password (\S+)", premises.said
        )
        assert printed
        staff = premises.clinic()
        signed_in = staff.post("/clinic/login", {"login": printed[1], "password": printed[2]})
        assert (signed_in.status, signed_in.headers["location"]) == (303, "/")

        # then the sign-in page and every summary carry the band
        assert wording.DEMO in premises.clinic().look("/clinic/login").text
        with premises.books().read() as tx:
            found = visits.list_for_clinic(tx, EVER, [VisitStatus.COMPLETED])
        assert found
        summary = staff.look(f"/clinic/visits/{found[0].id}/summary.pdf")
        pages = PdfReader(BytesIO(summary.body)).pages
        assert all(wording.DEMO in page.extract_text() for page in pages)
    finally:
        premises.stop()
