"""What is answered in the place of what was asked for: a page for a person, words for a script."""

from __future__ import annotations

from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from reports.clinic import wording
from reports.clinic.doors import SignedOut, Unavailable
from reports.clinic.premises import standing_on
from reports.clinic.templating import render

NEVER: Final = {"Cache-Control": "no-store"}


def sorry(status: int, sentence: str, back: str = "/") -> Response:
    """One sentence, and for a person the way back."""
    return _Sorry(status, sentence, back)


def kept_out(trouble: SignedOut | Unavailable) -> Response:
    """Why nobody, or nobody right now, is let through."""
    match trouble:
        case SignedOut():
            return sorry(401, wording.SIGNED_OUT)
        case Unavailable():
            return sorry(503, wording.UNAVAILABLE)


def wants_page(connection: HTTPConnection) -> bool:
    """Whether a browser asks on behalf of somebody who looks at it."""
    return "text/html" in connection.headers.get("accept", "")


class _Sorry(Response):
    """Known to be asked by a person or a script only when it is sent."""

    def __init__(self, status: int, sentence: str, back: str) -> None:
        super().__init__(status_code=status)
        self._sentence = sentence
        self._back = back

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._page() if wants_page(HTTPConnection(scope)) else self._words()
        await answer(scope, receive, send)

    def _page(self) -> Response:
        demo = standing_on().doors.demo
        page = render("sorry.html", demo=demo, sentence=self._sentence, back=self._back)
        return HTMLResponse(page, self.status_code, headers=NEVER)

    def _words(self) -> Response:
        return JSONResponse({"reason": self._sentence}, self.status_code, headers=NEVER)
