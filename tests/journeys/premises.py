"""The program as a clinic starts it: processes of its own, over a folder of its own."""

from __future__ import annotations

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from house.kiosk import KioskHouse
from house.process import now
from intake.kiosk.doors import Arrival
from intake.store import Home, Store, open_store
from tests.agreeing import agreed
from tests.journeys.sheets import Sheet, wire_form
from tests.journeys.wire import Wire

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"Set-up code[^:]*: (\S+)")
PATIENCE = 120.0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(holds: Callable[[], Any], what: str) -> Any:
    """Wait until something is so, and give it; it is an error when it never is."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.01)
    raise AssertionError(f"never: {what}")


@dataclass
class Program:
    """One command of ours, running; everything it says is kept in a file."""

    command: list[str]
    environment: dict[str, str]
    log: Path
    folder: Path = ROOT
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *self.command],
                cwd=self.folder,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def said(self) -> str:
        return self.log.read_text() if self.log.exists() else ""

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    @property
    def runs(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Ask it to stop, as Ctrl+C does, and leave nothing of it behind."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(20)
        finally:
            self.kill()

    def kill(self) -> None:
        """Kill it and everything it started, with no chance to say goodbye."""
        assert self.process is not None
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@dataclass
class Premises:
    """Kiosk and clinic of one folder, started by ``python app.py``."""

    home: Path
    kiosk_port: int = field(default_factory=free_port)
    clinic_port: int = field(default_factory=free_port)
    command: tuple[str, ...] = ("app.py",)
    store: Store | None = None
    program: Program = field(init=False)

    def __post_init__(self) -> None:
        environment = {
            "ANTEROOM_HOME": str(self.home),
            "ANTEROOM_KIOSK_PORT": str(self.kiosk_port),
            "ANTEROOM_CLINIC_PORT": str(self.clinic_port),
        }
        self.program = Program(list(self.command), environment, self.home.with_suffix(".log"))

    @property
    def kiosk_url(self) -> str:
        return f"http://127.0.0.1:{self.kiosk_port}"

    @property
    def clinic_url(self) -> str:
        return f"http://localhost:{self.clinic_port}"

    @property
    def said(self) -> str:
        return self.program.said

    @property
    def setup_codes(self) -> list[str]:
        """The code of every start so far."""
        return CODE.findall(self.said)

    @property
    def setup_code(self) -> str:
        """The code that holds, once it has been printed."""
        codes = self.setup_codes
        assert codes, self.said
        return codes[-1]

    def start(self) -> None:
        """Start it and wait until both servers can save."""
        self.program.start()
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        def ready() -> bool:
            assert self.program.runs, self.said
            return self.kiosk().answers("/readyz") and self.clinic().answers("/readyz")

        wait_until(ready, "both servers ready")

    def stop(self) -> None:
        self.close_store()
        self.program.stop()

    def kill(self) -> None:
        """Pull the plug: the supervisor and both servers at once."""
        self.program.kill()

    def kill_kiosk(self) -> int:
        """Kill the kiosk's server alone; give the process that was killed."""
        pid = self.room("kiosk")
        os.kill(pid, signal.SIGKILL)
        return pid

    def room(self, name: str) -> int:
        """The process of one of the two servers."""
        return int(wait_until(lambda: self._children().get(name), f"{name} runs"))

    def _children(self) -> dict[str, int]:
        listed = Path(f"/proc/{self.program.pid}/task/{self.program.pid}/children").read_text()
        rooms = {}
        for pid in listed.split():
            try:
                words = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
            except FileNotFoundError:
                continue
            if "house" in words:
                rooms[words[words.index("house") + 1]] = int(pid)
        return rooms

    def kiosk(self) -> Wire:
        """Speak to the kiosk as a browser without cookies."""
        return Wire("127.0.0.1", self.kiosk_port)

    def clinic(self) -> Wire:
        """Speak to the clinic as a browser without cookies."""
        return Wire("localhost", self.clinic_port)

    def books(self) -> Store:
        """The store itself, beside the servers, to see what is really there."""
        if self.store is None:
            self.store = open_store(Home(self.home), os.urandom)
        return self.store

    def close_store(self) -> None:
        if self.store is not None:
            self.store.close()
            self.store = None

    def ticket(self, family: str, given: str = "Testina", tablet: str = "Window") -> str:
        """What a patient's tablet holds after a name was given on the kiosk's page."""
        doors = KioskHouse(self.books, now, lambda: secrets.token_urlsafe(32), print).doors()
        consent = agreed(doors, tablet=tablet)
        ticket = doors.begin(Arrival(family, given, tablet, consent=consent))
        assert isinstance(ticket, str)
        return ticket

    def arrive(self, family: str, answers: Sheet | None = None, at: str | None = None) -> Wire:
        """A tablet whose patient has given a name and these answers, and stands at a screen."""
        wire = self.kiosk()
        ticket = self.ticket(family)
        assert wire.send("POST", "/kiosk/claim", {"ticket": ticket}).status == 204
        if answers is not None:
            state = {"base": 0, "answers": wire_form(answers), "at": at}
            assert wire.send("PUT", "/kiosk/draft", state).status == 200
        return wire


@contextmanager
def running(home: Path) -> Iterator[Premises]:
    """A clinic that is stopped again whatever happens."""
    premises = Premises(home)
    try:
        premises.start()
        yield premises
    finally:
        premises.stop()
