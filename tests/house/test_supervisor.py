"""The supervisor: two servers, each started again when it dies, both stopped when it stops."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.premises import ROOT, Premises, wait_until


@pytest.fixture(scope="module")
def started(tmp_path_factory) -> Iterator[Premises]:
    """The program, started from a folder that is not its own."""
    folder = tmp_path_factory.mktemp("supervised")
    premises = Premises(folder / "home", command=(str(ROOT / "app.py"),))
    premises.program.folder = folder
    try:
        premises.start()
        yield premises
    finally:
        premises.stop()


def test_a_server_that_dies_is_started_again_and_the_other_stays(started):
    for room, other in (("kiosk", "clinic"), ("clinic", "kiosk")):
        before, beside = started.room(room), started.room(other)
        boot = getattr(started, room)().look("/healthz").json["boot"]
        os.kill(before, signal.SIGKILL)
        sentence = f"The {room} stopped and is started again."
        wait_until(lambda: sentence in started.said, sentence)  # noqa: B023
        assert wait_until(lambda: started.room(room), "another one") != before  # noqa: B023
        started.wait_until_ready()
        assert getattr(started, room)().look("/healthz").json["boot"] != boot
        assert started.room(other) == beside


def test_it_says_where_everything_is_and_how_to_set_the_clinic_up(started):
    assert f"Data and keys: {started.home}" in started.said
    assert f"Kiosk:  {started.kiosk_url}" in started.said
    assert f"Clinic: {started.clinic_url}" in started.said
    assert started.setup_code


def test_it_stops_its_servers_and_says_nothing_of_it(started):
    codes = set()
    for how in (signal.SIGTERM, signal.SIGINT):  # told to, and by Ctrl+C in its terminal
        if not started.program.runs:
            started.start()
        codes.add(started.setup_codes[-1])
        servers = [started.room("kiosk"), started.room("clinic")]
        said = started.said
        os.killpg(started.program.pid, how)
        assert started.program.process.wait(20) == 0
        assert not any(Path(f"/proc/{pid}").exists() for pid in servers)
        assert started.said == said
        assert "Traceback" not in said
    # and every start has a code of its own, until the clinic has been set up
    assert len(codes) == 2
