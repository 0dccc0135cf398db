"""Start the kiosk and the clinic as two processes, and start either again when it dies."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

ROOMS = ("kiosk", "clinic")
ROOT = Path(__file__).parents[1]
GRACE = 8.0
"""Seconds a server is given to stop by itself."""
STEADY = 120
"""Half seconds a server must have run for its earlier deaths to be forgotten."""


@dataclass
class _Room:
    """One server: the process that runs it, how often it was started of late, and for how long."""

    name: str
    process: subprocess.Popen[bytes]
    starts: int = 1
    looks: int = 0


def supervise(
    environment: Mapping[str, str], pause: Callable[[float], None], say: Callable[[str], None]
) -> int:
    """Run both servers until told to stop; give the exit code.

    ``pause`` waits that many seconds. A server that dies is started again after one second, after
    more when it keeps dying.
    """
    stopping: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        del frame
        stopping.append(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    rooms = [_Room(name, _start(name, environment)) for name in ROOMS]
    while not stopping:
        pause(0.5)
        for room in rooms:
            room.looks += 1
            if not stopping and room.process.poll() is not None:
                say(f"The {room.name} stopped and is started again.")
                starts = 1 if room.looks > STEADY else room.starts
                pause(min(starts, 10))
                room.process = _start(room.name, environment)
                room.starts, room.looks = starts + 1, 0
    _stop(rooms)
    return 0


def _start(name: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "house", name]
    # Ctrl+C reaches every process of a terminal. A server that is still starting leaves it to the
    # supervisor to stop it, instead of ending in a traceback.
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    process = subprocess.Popen(command, cwd=ROOT, env=dict(environment))  # noqa: S603 - our own
    signal.signal(signal.SIGINT, handler)
    return process


def _stop(rooms: list[_Room]) -> None:
    for room in rooms:
        room.process.terminate()
    for room in rooms:
        try:
            room.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            room.process.kill()
