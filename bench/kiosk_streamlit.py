"""The plain Streamlit twin, served by ``streamlit run`` with this project's settings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from bench.kiosk_asked import ASKED, GIVEN
from bench.kiosk_touch import Tap
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from tests.journeys.premises import ROOT, Program, free_port, wait_until
from tests.journeys.wire import Wire

NAME = "plain Streamlit, a rerun per tap"
QUIET = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The twin's address, as long as it is needed."""
    port = free_port()
    where = ["--server.address=127.0.0.1", f"--server.port={port}"]
    command = ["-m", "streamlit", "run", "bench/kiosk_rerun.py", *where]
    program = Program(command, {"PYTHONPATH": str(ROOT)}, folder / "rerun.log")
    program.start()
    try:
        wire = Wire("127.0.0.1", port)
        wait_until(lambda: wire.answers("/_stcore/health"), "the Streamlit twin ready")
        yield f"http://127.0.0.1:{port}/"
    finally:
        program.stop()


def taps(page: Page, address: str) -> Iterator[Tap]:
    """One session after the other; each tap once the rerun before it is over."""
    while True:
        page.goto(address)
        for link_id, following in zip(ASKED, (*ASKED[1:], ASKED[0]), strict=True):
            tapped = _button(link_id, GIVEN[link_id][0])
            page.wait_for_selector(f"{QUIET} {tapped}")
            yield Tap(tapped, _shows(following))


def _button(link_id: str, code: str) -> str:
    return f".st-key-{link_id}--{code} button"


def _shows(link_id: str) -> str:
    """Its words, and the first of its answers."""
    question = KNEE_TWITCHING.choice(link_id)
    button = _button(link_id, question.options[0].code)
    return (
        f"document.querySelector('h1')?.textContent === {json.dumps(question.text)}"
        f" && document.querySelector('{button}') !== null"
    )
