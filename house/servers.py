"""The two servers: what is put around each Streamlit app."""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import uvicorn
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.types import ASGIApp
from streamlit.starlette import App

from house.kiosk import KioskHouse
from house.process import Process
from intake.kiosk.opened import open_doors
from intake.kiosk.routes import Kiosk
from intake.web import Hardened, content_security_policy, streamlit_page

Lifespan = Callable[[App], AbstractAsyncContextManager[dict[str, object] | None]]


def kiosk_routes(process: Process) -> list[Route]:
    """The kiosk's own routes; its doors are opened here, its store at start-up."""
    house = KioskHouse(
        store=process.store,
        clock=process.clock,
        secret=process.secret,
        report=process.report,
        demo=process.settings.demo,
    )
    doors = house.doors()
    open_doors(doors)
    return list(Kiosk(doors, process.boot, secure=bool(process.settings.certificate)).routes())


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
