"""The two cookies of the clinic: whose session it is, and by what the browser is known again.

The second opens nothing. It outlives the session, so that whoever guesses passwords from elsewhere
cannot shut anybody out here.
"""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from reports.clinic.doors import SignedIn
from reports.clinic.gate import COOKIE

BROWSER: Final = "anteroom-clinic-browser"
_PAGES = "/clinic"
_KEPT = 400 * 24 * 3600  # seconds; browsers keep none longer
_LONGEST_TOKEN = 200


def browser_of(request: Request) -> str:
    """What the browser's long-lived cookie says, empty where there is none."""
    return request.cookies.get(BROWSER, "")[:_LONGEST_TOKEN]


def welcome(session: SignedIn, *, secure: bool) -> Response:
    """Lead to the list, with both cookies of somebody who has just signed in."""
    response = RedirectResponse("/", 303)
    response.set_cookie(COOKIE, session.token, httponly=True, samesite="strict", secure=secure)
    response.set_cookie(
        BROWSER,
        session.browser,
        max_age=_KEPT,
        path=_PAGES,
        httponly=True,
        samesite="strict",
        secure=secure,
    )
    return response
