"""The clinic's application as a process of its own, and a browser to look at it with."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    expect,
)

from tests.reports.clinic.front_desk import NURSE

ROOT = Path(__file__).parents[3]
PATIENCE = 20_000
"""Milliseconds after which something that never happens is given up on."""
expect.set_options(timeout=PATIENCE)
QUIET = "/healthz"
"""What the server answers without a page."""


@dataclass
class Answer:
    """What the server answered."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class _StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Show a redirection instead of following it."""


@dataclass
class Clinic:
    """A running clinic: what is asked of it, and what is made to happen in its waiting room."""

    file: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        script = (
            "import sys; from tests.reports.clinic.front_desk import serve; serve(*sys.argv[1:])"
        )
        with self.file.with_suffix(".log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", script, str(self.port), str(self.file)],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        for _ in range(300):
            if self.process.poll() is not None:
                break
            try:
                self.ask("/healthz")
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(self.log)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        assert self.process
        self.process.send_signal(how)
        self.process.wait(20)

    @property
    def log(self) -> str:
        return self.file.with_suffix(".log").read_text()

    def ask(
        self,
        path: str,
        form: Mapping[str, str] | bytes | None = None,
        headers: Mapping[str, str] | None = None,
        method: str | None = None,
    ) -> Answer:
        """Send one request, with the cookies of this clinic's visitor; follow nothing."""
        body = urlencode(form).encode() if isinstance(form, Mapping) else form
        sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        request = urllib.request.Request(  # noqa: S310 - our own server
            self.address + path, body, {**sent, **(headers or {})}, method=method
        )
        opener = urllib.request.build_opener(_StayHere())
        try:
            with opener.open(request, timeout=20) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as problem:
            with problem:
                return Answer(problem.code, problem.headers, problem.read())

    def sign_in(self) -> Answer:
        """Sign the nurse in and keep the cookie."""
        form = {"login": NURSE.login, "password": NURSE.password}
        answer = self.ask("/clinic/login", form)
        name, _, value = answer.headers["set-cookie"].partition(";")[0].partition("=")
        self.cookies[name] = value
        return answer

    def happens(self, what: str, **told: object) -> None:
        """Make something happen in the waiting room or to the server."""
        assert self.ask(f"/test/{what}", json.dumps(told).encode()).status == 204

    def told(self) -> dict[str, Any]:
        """What was done through the doors, and what was reported to the log."""
        known: dict[str, Any] = json.loads(self.ask("/test/told").body)
        return known


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def opened_clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    clinic = Clinic(tmp_path_factory.mktemp("clinic") / "house", free_port())
    clinic.start()
    yield clinic
    clinic.stop()


@pytest.fixture
def clinic(opened_clinic: Clinic, request: pytest.FixtureRequest) -> Iterator[Clinic]:
    """A clinic as on a fresh morning; the server is the one of all these tests."""
    opened_clinic.cookies.clear()
    opened_clinic.happens("fresh")
    yield opened_clinic
    # Shown under a test that failed.
    request.node.add_report_section("teardown", "clinic's log", opened_clinic.log[-8000:])


@dataclass
class Desk:
    """A browser at the desk, and what it asked for or complained about."""

    clinic: Clinic
    context: BrowserContext
    page: Page
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note what the page asks for, and what it complains of."""
        self.page.set_default_timeout(PATIENCE)
        self.page.on("request", self._requested)
        self.page.on("pageerror", self._failed)
        self.page.on("console", self._said)

    def leave(self) -> None:
        """Leave the page to the next one, on a page of the same process that does nothing."""
        self.page.remove_listener("request", self._requested)
        self.page.remove_listener("pageerror", self._failed)
        self.page.remove_listener("console", self._said)
        self.page.unroute_all(behavior="ignoreErrors")
        for other in self.context.pages:
            if other is not self.page:
                other.close()
        self.page.goto(self.clinic.address + QUIET)
        self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.context.clear_cookies()

    def _requested(self, request: Request) -> None:
        own = (self.clinic.address, "data:", "blob:")
        if not request.url.startswith(own):
            self.foreign.append(request.url)

    def _failed(self, error: Error) -> None:
        self.errors.append(str(error))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.errors.append(message.text)

    def open(self, path: str = "/") -> None:
        """Look at a page as the nurse."""
        name, value = next(iter(self.clinic.cookies.items()))
        self.context.add_cookies([{"name": name, "value": value, "url": self.clinic.address}])
        self.page.goto(self.clinic.address + path)


@pytest.fixture(scope="session")
def opened_desk(browser: Browser) -> Iterator[Page]:
    """One page at the desk all day: its browser knows the pages' code, as a real one does."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(
        "addEventListener('securitypolicyviolation', (event) =>"
        " console.error('policy: ' + event.violatedDirective))"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(clinic: Clinic, opened_desk: Page) -> Iterator[Desk]:
    """The same with nothing of the day before, and the nurse signed in."""
    clinic.sign_in()
    desk = Desk(clinic, opened_desk.context, opened_desk)
    desk.watch()
    yield desk
    desk.leave()


Eventually = Callable[[Callable[[], bool]], None]


@pytest.fixture
def eventually() -> Eventually:
    """Wait until something is so; it is an error when it never is."""

    def wait(holds: Callable[[], bool]) -> None:
        for _ in range(150):
            if holds():
                return
            time.sleep(0.1)
        raise AssertionError("this never came to be so")

    return wait
