"""Servers are killed in the middle of an interview: nothing acknowledged is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException

import pytest

from intake.store.alerts import AlertKind
from tests.journeys.books import alerts_about, answers_of
from tests.journeys.desk import set_up
from tests.journeys.premises import ROOT, Premises, free_port, running, wait_until
from tests.journeys.sheets import sheet, up_to
from tests.journeys.wire import Wire

CANNOT_WAIT = {"heart-or-breath": {"values": ["yes"]}}


@pytest.fixture(scope="module")
def shaky(tmp_path_factory) -> Iterator[Premises]:
    """A clinic of its own, to pull the plug of."""
    with running(tmp_path_factory.mktemp("shaky") / "home") as started:
        assert set_up(started).status == 303
        yield started


def test_the_tablet_goes_on_when_the_kiosk_is_killed(shaky, sit):
    # given a patient in the middle of the interview
    given = sheet("V51")
    sitting = shaky.arrive("Madeup-Killed", up_to(given, "movement"), "movement")
    tablet = sit(shaky, wire=sitting)
    tablet.open()
    tablet.sees_question("movement")
    tablet.choose("movement", *given["movement"])
    tablet.sees_question("twitch-place")
    tablet.sees_saved()

    # when the kiosk's server is killed
    killed = shaky.kill_kiosk()
    before = answers_of(shaky, "Madeup-Killed")
    assert before == {**before, **up_to(given, "twitch-place")}

    # then the tablet goes on at the same question before it is back
    tablet.choose("twitch-place", *given["twitch-place"])
    tablet.onward()
    tablet.sees_question("how-long")

    # and when it has been started again, by itself, all of it is saved without another tap
    assert wait_until(lambda: shaky.room("kiosk"), "another kiosk") != killed
    tablet.sees_saved()
    assert answers_of(shaky, "Madeup-Killed") == {**before, **up_to(given, "how-long")}


def test_after_a_power_cut_the_tablet_is_at_the_same_question_and_the_alert_is_there(
    shaky, sit, desk_at
):
    # given a patient who has just answered what cannot wait, and another in mid-interview
    waiting = sheet("V04")
    held = sit(shaky, "Chair 7", shaky.arrive("Madeup-Held", up_to(waiting, "operations")))
    held.open()
    held.answer(waiting)
    held.sees_pause()
    held_at, before = held.screen, answers_of(shaky, "Madeup-Held")
    told = alerts_about(shaky, "Madeup-Held")
    assert AlertKind.EMERGENCY in {alert.kind for alert in told}
    given = sheet("V51")
    other = sit(shaky, wire=shaky.arrive("Madeup-Cut", up_to(given, "movement"), "movement"))
    other.open()
    other.sees_question("movement")

    # when the power is cut, for so long that a browser would say so
    shaky.close_store()
    with other.page.expect_console_message(lambda said: "not responding" in said.text):
        shaky.kill()

    # then the patient just goes on
    for link_id in ("movement", "twitch-place", "how-long"):
        other.sees_question(link_id)
        other.choose(link_id, *given[link_id])
        if link_id == "twitch-place":
            other.onward()
    other.sees_question("trend")

    # and when the program is started again over the same folder, nothing is lost
    shaky.start()
    assert answers_of(shaky, "Madeup-Held") == before
    assert alerts_about(shaky, "Madeup-Held") == told
    other.sees_saved()
    saved = answers_of(shaky, "Madeup-Cut")
    assert saved == {**saved, **up_to(given, "trend")}
    held.sees_pause()
    held.page.reload()
    held.sees_pause()

    # and staff who have seen to it let the tablet go on at the same question
    desk = desk_at(shaky)
    desk.sign_in()
    desk.sees_call("Madeup-Held", "Window")
    desk.lets_go_on("Madeup-Held", "Taken to room 1")
    held.sees_question(held_at)
    held.page.reload()
    held.sees_question(held_at)


@dataclass
class Doomed:
    """The kiosk's routes, served by one process after another, each of them killed."""

    premises: Premises
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[str] | None = None

    def open(self) -> None:
        command = [sys.executable, "-m", "tests.journeys.victim"]
        self.process = subprocess.Popen(
            [*command, str(self.premises.home), str(self.port)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def next(self) -> int:
        """Start another server; give its process."""
        assert self.process is not None
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        pid = int(self.process.stdout.readline())
        wire = Wire("127.0.0.1", self.port)
        wait_until(lambda: wire.answers("/readyz"), "another kiosk")
        return pid

    def close(self) -> None:
        assert self.process is not None
        self.process.communicate()


@pytest.fixture
def doomed(shaky) -> Iterator[Doomed]:
    one = Doomed(shaky)
    one.open()
    yield one
    one.close()


def answer_until_nobody_listens(tablets: dict[str, Wire], acknowledged: list[str]) -> None:
    """Patient after patient answers what cannot wait."""
    for family, tablet in tablets.items():
        try:
            saved = tablet.send("PUT", "/kiosk/draft", {"base": 0, "answers": CANNOT_WAIT})
        except (OSError, HTTPException):
            return
        assert saved.status == 200
        acknowledged.append(family)


def test_no_kill_comes_between_an_answer_and_its_alert(shaky, doomed):
    """Three dozen servers are killed, each at another moment of saving."""
    acknowledged: list[str] = []
    patients = {f"Madeup-Doomed-{kill}-{which}": kill for kill in range(36) for which in "ab"}
    tablets = {family: shaky.arrive(family) for family in patients}
    for tablet in tablets.values():
        tablet.port = doomed.port
    for kill in range(36):
        # given two patients who answer what cannot wait, one after the other
        server = doomed.next()
        two = {family: tablets[family] for family in patients if patients[family] == kill}
        writing = threading.Thread(target=answer_until_nobody_listens, args=(two, acknowledged))
        writing.start()

        # when the server is killed while it works on the second, a little later each time
        wait_until(lambda: next(iter(two)) in acknowledged, "the first is saved")  # noqa: B023
        time.sleep(0.0005 * kill)
        os.kill(server, signal.SIGKILL)
        writing.join()

    # then every acknowledged answer is there, and an answer and its alert are never alone
    saved = {family for family in patients if "heart-or-breath" in answers_of(shaky, family)}
    told = {family for family in patients if alerts_about(shaky, family)}
    assert saved == told
    assert saved >= set(acknowledged)
    assert len(acknowledged) >= 36
