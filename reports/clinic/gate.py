"""The gate before every clinic page: without a session nothing gets past it, live or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from reports.clinic import wording
from reports.clinic.apology import sorry, wants_page
from reports.clinic.doors import ClinicDoors

COOKIE: Final = "anteroom-clinic"
LOGIN: Final = "/clinic/login"
SET_UP: Final = "/clinic/set-up"
CHOOSE: Final = "/clinic/first-password"
_LONGEST_TOKEN = 200
_POLICY_VIOLATION = 1008  # the websocket's own word for "not allowed"
# Files that are the same for everybody, and what somebody needs who is not signed in yet.
_FREE_FOLDERS = ("/static/", "/clinic/assets/", "/clinic/fonts/")
_FREE = frozenset(
    {
        LOGIN,
        SET_UP,
        CHOOSE,
        "/clinic/logout",
        "/clinic/calls.json",
        "/favicon.png",
        "/healthz",
        "/readyz",
        "/_stcore/health",
        "/_stcore/host-config",
    }
)


def token_of(connection: HTTPConnection) -> str:
    """The session token a browser sent, empty where it sent none."""
    return connection.cookies.get(COOKIE, "")[:_LONGEST_TOKEN]


@dataclass(frozen=True)
class Gate:
    """An application that only somebody signed in reaches."""

    app: ASGIApp
    doors: ClinicDoors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through what is free and who is signed in; show others where to sign in."""
        if scope["type"] not in {"http", "websocket"} or _is_free(scope["path"]):
            await self.app(scope, receive, send)
            return
        token = token_of(HTTPConnection(scope))
        if token and await run_in_threadpool(self.doors.session, token) is not None:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            turned_away = await self._turn_away(HTTPConnection(scope), str(scope["method"]))
            await turned_away(scope, receive, send)

    async def _turn_away(self, connection: HTTPConnection, method: str) -> Response:
        if method != "GET" or not wants_page(connection):
            return sorry(401, wording.SIGNED_OUT)
        first = await run_in_threadpool(self.doors.needs_set_up)
        return RedirectResponse(SET_UP if first else LOGIN, 303)


def _is_free(path: str) -> bool:
    return path in _FREE or path.startswith(_FREE_FOLDERS)
