"""What the player talks to: the questionnaire, the draft, help, and the state of the server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from intake.consent import Notice
from intake.kiosk import wire
from intake.kiosk.closed import closed_page
from intake.kiosk.departure import depart
from intake.kiosk.doors import (
    Doors,
    NewerNotice,
    NoPin,
    NoVisit,
    Outcome,
    Refused,
    Saved,
    StaffPass,
    Stale,
    TellFrontDesk,
    TooManyTries,
    Visit,
    Why,
    WrongPin,
    tablet_name,
)
from intake.kiosk.player_files import player_files
from intake.web import is_same_origin
from intake.wording import WORDS

COOKIE = "anteroom-draft"
CONSENT_COOKIE = "anteroom-consent"
"""What a tablet holds between agreeing and the name; the beginning of a visit takes it back."""
TABLET_COOKIE = "anteroom-tablet"
"""The name staff have given the tablet, percent-encoded; no secret, and no patient's."""
_YEAR = 365 * 24 * 60 * 60
LEFT_COOKIE = "anteroom-left"
"""Set by a tablet that has forgotten its patient: from then on its other cookies open nothing,
even where the network was gone and nobody else could be told."""
PROOF = "x-anteroom"
"""A header a foreign page cannot send without asking first."""
_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_FRESH = {"Cache-Control": "no-cache"}
_NEVER = {"Cache-Control": "no-store"}

_ACTS = {
    f"/kiosk/{act}"
    for act in (
        "consent",
        "decline",
        "claim",
        "draft",
        "submit",
        "help",
        "tablet",
        "staff",
        "leave",
        "here",
    )
}
_EVERY_METHOD = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Kiosk:
    """The kiosk's routes over its doors; ``boot`` names this run of the server."""

    doors: Doors
    boot: str
    secure: bool = False

    def routes(self) -> list[Route]:
        """Every route of the kiosk besides Streamlit's own."""
        return [
            Route("/kiosk/questionnaire/{version}/{language}.json", self.questionnaire),
            Route("/kiosk/words/{language}.json", self.words),
            Route("/kiosk/player/{name:path}", self.player),
            Route("/kiosk/notice.json", self.notice),
            Route("/kiosk/consent", self._guarded(self.agree), methods=["POST"]),
            Route("/kiosk/decline", self._guarded(self.decline), methods=["POST"]),
            Route("/kiosk/claim", self._guarded(self.claim), methods=["POST"]),
            Route("/kiosk/draft", self.visit, methods=["GET"]),
            Route("/kiosk/draft", self._guarded(self.record), methods=["PUT"]),
            Route("/kiosk/submit", self._guarded(self.submit), methods=["POST"]),
            Route("/kiosk/help", self._guarded(self.ask_for_help), methods=["POST"]),
            Route("/kiosk/tablet", self._guarded(self.name_tablet), methods=["POST"]),
            Route("/kiosk/staff", self._guarded(self.enter_as_staff), methods=["POST"]),
            Route("/kiosk/closed/{language}", self.closed),
            Route("/kiosk/leave", self._guarded(self.leave), methods=["POST"]),
            Route("/kiosk/here", self._guarded(self.still_here), methods=["POST"]),
            Route("/healthz", self.health),
            Route("/readyz", self.ready),
            # Streamlit answers whatever is left with its page: never in the name of these.
            Route("/kiosk/{rest:path}", self.nowhere, methods=_EVERY_METHOD),
            Route("/clinic/{rest:path}", self.nowhere, methods=_EVERY_METHOD),
        ]

    async def questionnaire(self, request: Request) -> Response:
        """The FHIR Questionnaire of a version in a language."""
        version, language = request.path_params["version"], request.path_params["language"]
        content = self.doors.questionnaire(version, language)
        if content is None:
            return _sorry(404, "There is no such questionnaire.")
        return Response(content, media_type="application/fhir+json", headers=_FOREVER)

    async def words(self, request: Request) -> Response:
        """Every other word the player shows."""
        spoken = WORDS.get(request.path_params["language"])
        if spoken is None:
            return _sorry(404, "There are no words in this language.")
        return JSONResponse(dict(spoken), headers=_FRESH)

    async def player(self, request: Request) -> Response:
        """One of the player's own files; whoever has it already is told that it is the same."""
        found = player_files().get(request.path_params["name"])
        if found is None:
            return _sorry(404, "There is no such file.")
        headers = {**_FRESH, "ETag": found.mark}
        if request.headers.get("if-none-match") == found.mark:
            return Response(status_code=304, headers=headers)
        return Response(found.content, media_type=found.kind, headers=headers)

    async def notice(self, request: Request) -> Response:
        """The privacy notice in force, in every language; whoever reads it has not agreed yet."""
        del request
        found = await run_in_threadpool(self.doors.notice)
        if not isinstance(found, Notice):
            return _outcome(found)
        response = JSONResponse(wire.notice_json(found), headers=_NEVER)
        _take_back(response, CONSENT_COOKIE)
        return response

    async def agree(self, request: Request, body: bytes) -> Response:
        """Keep a consent, and give the tablet what lets a visit begin on it."""
        del request
        agreed = await run_in_threadpool(self.doors.agree, wire.read_agreement(body))
        if isinstance(agreed, NewerNotice):
            return JSONResponse(wire.notice_json(agreed.notice), 409, headers=_NEVER)
        if not isinstance(agreed, str):
            return _outcome(agreed)
        response = JSONResponse({"consent": agreed}, headers=_NEVER)
        response.set_cookie(
            CONSENT_COOKIE, agreed, httponly=True, samesite="strict", secure=self.secure, path="/"
        )
        return response

    async def decline(self, request: Request, body: bytes) -> Response:
        """Tell the desk that somebody would rather talk to someone."""
        del request
        if await run_in_threadpool(self.doors.decline, wire.read_tablet(body)):
            return Response(status_code=204, headers=_NEVER)
        return _outcome(TellFrontDesk())

    async def claim(self, request: Request, body: bytes) -> Response:
        """Exchange a ticket for the cookie of a visit."""
        del request
        token = await run_in_threadpool(self.doors.claim, wire.read_ticket(body))
        if token is None:
            return _sorry(410, "This ticket has been used or has expired.")
        response = Response(status_code=204, headers=_NEVER)
        response.set_cookie(
            COOKIE, token, httponly=True, samesite="strict", secure=self.secure, path="/"
        )
        _take_back(response, CONSENT_COOKIE, LEFT_COOKIE)
        return response

    async def visit(self, request: Request) -> Response:
        """The saved state of the visit the cookie opens."""
        found = await run_in_threadpool(self.doors.visit, _token(request))
        if isinstance(found, Visit):
            return JSONResponse(wire.visit_json(found), headers=_NEVER)
        return _outcome(found)

    async def record(self, request: Request, body: bytes) -> Response:
        """Save the answers; the response is the acknowledgement."""
        changes = wire.read_changes(body)
        return _outcome(await run_in_threadpool(self.doors.record, _token(request), changes))

    async def submit(self, request: Request, body: bytes) -> Response:
        """Finish the visit; the tablet's access to it ends."""
        base = wire.read_base(body)
        outcome = await run_in_threadpool(self.doors.submit, _token(request), base)
        response = _outcome(outcome)
        if isinstance(outcome, Saved):
            _take_back(response, COOKIE)
        return response

    async def ask_for_help(self, request: Request, body: bytes) -> Response:
        """Raise a desk alert."""
        token = _token(request) or None
        tablet = wire.read_tablet(body)
        if await run_in_threadpool(self.doors.ask_for_help, token, tablet):
            return Response(status_code=204, headers=_NEVER)
        return _outcome(TellFrontDesk())

    async def name_tablet(self, request: Request, body: bytes) -> Response:
        """Have this tablet keep its name, from now on; another one only where staff say so."""
        asked = wire.read_naming(body)
        name, before = tablet_name(asked.tablet), _tablet(request)
        if not name:
            return _sorry(422, "A tablet's name has letters or numbers.")
        if before not in {"", name}:
            door = self.doors.staff.may_rename
            if not await run_in_threadpool(door, asked.staff_pass, before, name):
                return _sorry(403, "Only staff give this tablet another name.")
        response = Response(status_code=204, headers=_NEVER)
        response.set_cookie(
            TABLET_COOKIE,
            quote(name, safe=""),
            max_age=_YEAR,
            httponly=True,
            samesite="strict",
            secure=self.secure,
            path="/",
        )
        return response

    async def enter_as_staff(self, request: Request, body: bytes) -> Response:
        """Judge the staff PIN; what was typed goes no further than the door."""
        door, pin = self.doors.staff.enter, wire.read_pin(body)
        match await run_in_threadpool(door, pin, _tablet(request)):
            case StaffPass(token):
                return JSONResponse({"pass": token}, headers=_NEVER)
            case WrongPin():
                return _sorry(401, "This is not the staff PIN.")
            case NoPin():
                return _sorry(409, "There is no staff PIN yet.")
            case TooManyTries():
                return _sorry(429, "There were too many tries.")
            case TellFrontDesk():
                return _outcome(TellFrontDesk())

    async def closed(self, request: Request) -> Response:
        """A page outside the kiosk, from which staff close the browser or come back."""
        spoken = WORDS.get(request.path_params["language"])
        if spoken is None:
            return _sorry(404, "There are no words in this language.")
        language = request.path_params["language"]
        return HTMLResponse(closed_page(spoken, language, demo=self.doors.demo))

    async def leave(self, request: Request, body: bytes) -> Response:
        """Let this tablet know nothing more of whoever was here, and tell staff who did not finish.

        One that finished in another window has begun anew in this one, and stays.
        """
        leaving, token = wire.read_departure(body), request.cookies.get(COOKIE, "")[:200]
        if leaving.why is Why.FINISHED:
            found = await run_in_threadpool(self.doors.visit, token)
            if isinstance(found, Visit) and not found.finished:
                return Response(status_code=204, headers=_NEVER)
        elif not await run_in_threadpool(depart, self.doors, token, leaving):
            return _outcome(TellFrontDesk())
        response = Response(status_code=204, headers=_NEVER)
        _take_back(response, COOKIE, CONSENT_COOKIE, LEFT_COOKIE)
        return response

    async def still_here(self, request: Request, body: bytes) -> Response:
        """Note that somebody is at this tablet."""
        del body
        await run_in_threadpool(self.doors.still_here, _token(request))
        return Response(status_code=204, headers=_NEVER)

    async def health(self, request: Request) -> Response:
        """Whether the process answers, and which run of it."""
        del request
        return JSONResponse({"ok": True, "boot": self.boot}, headers=_NEVER)

    async def ready(self, request: Request) -> Response:
        """Whether answers can be saved."""
        del request
        holds = await run_in_threadpool(self.doors.ready)
        return JSONResponse({"ready": holds}, 200 if holds else 503, headers=_NEVER)

    async def nowhere(self, request: Request) -> Response:
        """What is not served here, or not in this way."""
        if request.url.path in _ACTS:
            return _sorry(405, "This address is not used in this way.")
        return _sorry(404, "There is nothing at this address.")

    def _guarded(self, handle: Callable[[Request, bytes], Awaitable[Response]]) -> Endpoint:
        """A handler that foreign pages, oversized and unreadable requests never reach."""

        async def endpoint(request: Request) -> Response:
            if PROOF not in request.headers or not is_same_origin(request):
                return _sorry(403, "This request does not come from the kiosk.")
            body = await _body(request)
            if body is None:
                return _sorry(413, "This is more than one visit can hold.")
            try:
                return await handle(request, body)
            except wire.WireError as problem:
                return _sorry(422, str(problem))

        return endpoint


async def _body(request: Request) -> bytes | None:
    """The request's body, or None when it is too large to be read."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > wire.LARGEST_BODY:
                return None
    except ClientDisconnect:
        return b""
    return body


def _token(request: Request) -> str:
    """The cookie of the visit, unless the tablet has forgotten whose it was."""
    return "" if LEFT_COOKIE in request.cookies else request.cookies.get(COOKIE, "")[:200]


def _tablet(request: Request) -> str:
    """The name this tablet keeps; empty: it has none."""
    return tablet_name(unquote(request.cookies.get(TABLET_COOKIE, "")[:400]))


def _take_back(response: Response, *cookies: str) -> None:
    for name in cookies:
        response.delete_cookie(name, path="/", httponly=True, samesite="strict")


def _outcome(outcome: Outcome) -> Response:
    match outcome:
        case Saved(revision, paused, ended):
            told = {"revision": revision, "paused": paused, "ended": ended}
            return JSONResponse(told, headers=_NEVER)
        case Stale(visit):
            return JSONResponse(wire.visit_json(visit), 409, headers=_NEVER)
        case Refused(reason, link_id):
            return JSONResponse({"reason": reason, "linkId": link_id}, 422, headers=_NEVER)
        case NoVisit():
            return _sorry(401, "There is no visit on this tablet.")
        case TellFrontDesk():
            return _sorry(503, "Please tell the front desk.")


def _sorry(status: int, sentence: str) -> Response:
    return JSONResponse({"reason": sentence, "linkId": None}, status, headers=_NEVER)
