"""A kiosk that can be looked into: the real one, and a way to ask what its process still holds.

``python -m tests.journeys.overheard`` serves it. What is looked for stands in no variable that
outlives the question, or the question would be its own answer.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from house.process import this_process
from house.servers import hardened, kiosk_routes, serve, watchful

PAGE = Path(__file__).parents[2] / "intake" / "kiosk" / "page.py"
LETTERS = (107, 97, 110, 97, 114, 105, 101, 110)
"""The letters every canary begins with, however they are written."""


def holders() -> list[str]:
    """What kind of object holds a canary, once for each object."""
    gc.unfreeze()
    gc.collect()
    needle = bytes(LETTERS).decode()
    found = []
    for one in gc.get_objects():  # a comprehension would hold the needle itself
        if _holds(one, needle):
            found.append(type(one).__name__)  # noqa: PERF401
    return found


def _holds(one: Any, needle: str) -> bool:
    """Whether an object, or a plain container of it the collector does not track, has it."""
    around = deque([one])
    while around:
        for inner in gc.get_referents(around.popleft()):
            if isinstance(inner, str) and needle in inner.lower():
                return True
            if isinstance(inner, bytes | bytearray) and needle.encode() in inner.lower():
                return True
            if isinstance(inner, dict | tuple) and not gc.is_tracked(inner):
                around.append(inner)
    return False


async def held(_: Request) -> JSONResponse:
    """What the process holds now."""
    return JSONResponse(holders())


if __name__ == "__main__":
    process = this_process(os.environ, Path.home())
    app = st.App(
        PAGE,
        routes=[Route("/held.json", held), *kiosk_routes(process)],
        middleware=hardened(process),
        lifespan=watchful(process),
        on_script_error=process.script_failed,
    )
    serve(app, process, process.settings.kiosk_port)
