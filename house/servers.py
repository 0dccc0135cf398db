"""The two servers: what is put around each Streamlit app."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import uvicorn
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.types import ASGIApp
from streamlit.starlette import App

from house.kiosk import KioskHouse
from house.process import Process
from intake.kiosk.doors import Patience
from intake.kiosk.opened import open_doors
from intake.kiosk.routes import Kiosk
from intake.web import Hardened, content_security_policy, streamlit_page

LOOK = 30.0
"""Seconds between two looks for tablets that have fallen silent."""

Lifespan = Callable[[App], AbstractAsyncContextManager[dict[str, object] | None]]


def kiosk_routes(process: Process) -> list[Route]:
    """The kiosk's own routes; its doors are opened here, its store at start-up."""
    doors = _kiosk_house(process).doors()
    open_doors(doors)
    return list(Kiosk(doors, process.boot, secure=bool(process.settings.certificate)).routes())


def _kiosk_house(process: Process) -> KioskHouse:
    settings = process.settings
    return KioskHouse(
        store=process.store,
        clock=process.clock,
        secret=process.secret,
        report=process.report,
        demo=settings.demo,
        patience=Patience(settings.idle_warning, settings.idle_wipe),
    )


def hardened(process: Process) -> list[Middleware]:
    """Security headers on every response, and no route that is not ours to give."""
    policy = content_security_policy(streamlit_page())
    return [Middleware(Hardened, policy=policy, secure=bool(process.settings.certificate))]


def warm(process: Process) -> Lifespan:
    """Open the store before the first visitor, and keep what is loaded out of the collector."""

    @asynccontextmanager
    async def lifespan(app: App) -> AsyncIterator[dict[str, object] | None]:
        del app
        process.store()
        gc.collect()
        gc.freeze()
        yield None

    return lifespan


def watchful(process: Process) -> Lifespan:
    """The same, and look now and then for visits whose tablet has fallen silent."""
    leaving = _kiosk_house(process).leaving()

    async def look() -> None:
        while True:
            await asyncio.sleep(LOOK)
            await run_in_threadpool(leaving.notice_the_left)

    @asynccontextmanager
    async def lifespan(app: App) -> AsyncIterator[dict[str, object] | None]:
        async with warm(process)(app) as state:
            looking = asyncio.create_task(look())
            try:
                yield state
            finally:
                looking.cancel()

    return lifespan


def serve(app: ASGIApp, process: Process, port: int) -> None:
    """Serve an app until told to stop; uvicorn's own socket answers without Nagle's delay."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    settings = process.settings
    uvicorn.run(
        app,
        host=settings.address or "127.0.0.1",
        port=port,
        ws="websockets-sansio",
        access_log=False,
        server_header=False,
        log_level="warning",
        ssl_certfile=settings.certificate or None,
        ssl_keyfile=settings.key or None,
        timeout_graceful_shutdown=2,
    )
