"""What runs beside the kiosk's pages, for as long as it serves."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import streamlit as st

from house import servers
from house.leaving import Leaving
from house.process import this_process


def test_tablets_that_have_fallen_silent_are_looked_for_again_and_again(monkeypatch, tmp_path):
    looks: list[Leaving] = []
    enough = Event()

    def look(leaving: Leaving) -> None:
        looks.append(leaving)
        if len(looks) == 3:
            enough.set()

    monkeypatch.setattr(servers, "LOOK", 0.001)
    monkeypatch.setattr(Leaving, "notice_the_left", look)
    process = this_process({"ANTEROOM_HOME": str(tmp_path), "ANTEROOM_IDLE_WARNING": "30"}, Path())

    async def serve() -> None:
        async with servers.watchful(process)(st.App("never-run.py")):
            assert await asyncio.to_thread(enough.wait, 60)

    # In a thread of its own, as a browser's loop may be running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, serve()).result()
    assert looks[0].silence.total_seconds() == 2 * (30 + 30) + 600
    process.store().close()
