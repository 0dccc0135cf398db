"""The clinic's own routes: signing in and out, the first set-up, the PDF, and signs of life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from intake.web import is_same_origin
from reports.clinic import wording
from reports.clinic.apology import NEVER, kept_out, sorry
from reports.clinic.codes import code_routes
from reports.clinic.cookies import browser_of, welcome
from reports.clinic.correcting import correction_routes
from reports.clinic.doors import (
    Call,
    Calls,
    Refused,
    SignedIn,
    SignedOut,
    Unavailable,
)
from reports.clinic.forms import Form, FormError, read_form
from reports.clinic.gate import COOKIE, LOGIN, SET_UP, token_of
from reports.clinic.notice import notice_routes
from reports.clinic.papers import paper_routes
from reports.clinic.passwords import password_routes
from reports.clinic.people import people_routes
from reports.clinic.premises import Premises
from reports.clinic.settings import settings_routes, zones
from reports.clinic.staff_pin import staff_pin_routes
from reports.clinic.templating import render
from reports.clinic.today import today_routes
from reports.worklist import CALL_ORDER, whole_minutes

PROOF = "x-anteroom"
"""A header a foreign page cannot send without asking first."""
_ASSETS = Path(__file__).parent / "assets"
_FONTS = Path(__file__).parents[1] / "pdf" / "fonts"


def clinic_routes(premises: Premises) -> list[BaseRoute]:
    """Every route of the clinic besides Streamlit's own."""
    desk, life = _SignIn(premises), _SignsOfLife(premises)
    return [
        Route(LOGIN, desk.login_page, methods=["GET"]),
        Route(LOGIN, desk.log_in, methods=["POST"]),
        Route("/clinic/logout", desk.log_out, methods=["POST"]),
        Route(SET_UP, desk.set_up_page, methods=["GET"]),
        Route(SET_UP, desk.set_up, methods=["POST"]),
        *paper_routes(premises),
        *notice_routes(premises),
        *settings_routes(premises),
        *staff_pin_routes(premises),
        *people_routes(premises),
        *password_routes(premises),
        *code_routes(premises),
        *correction_routes(premises),
        *today_routes(premises),
        Route("/clinic/pulse", life.pulse, methods=["GET"]),
        Route("/clinic/active", life.active, methods=["POST"]),
        Route("/clinic/calls.json", life.calls, methods=["GET"]),
        Route("/healthz", life.health),
        Route("/readyz", life.ready),
        Mount("/clinic/assets", StaticFiles(directory=_ASSETS)),
        Mount("/clinic/fonts", StaticFiles(directory=_FONTS)),
    ]


@dataclass(frozen=True)
class _SignIn:
    premises: Premises

    async def login_page(self, request: Request) -> Response:
        """Where somebody signs in."""
        if await run_in_threadpool(self.premises.doors.needs_set_up):
            return RedirectResponse(SET_UP, 303)
        if await run_in_threadpool(self.premises.doors.session, token_of(request)):
            return RedirectResponse("/", 303)
        return self._page("login.html", Form({}))

    async def set_up_page(self, request: Request) -> Response:
        """Where the first person sets the clinic up."""
        del request
        if not await run_in_threadpool(self.premises.doors.needs_set_up):
            return RedirectResponse(LOGIN, 303)
        return self._page("set-up.html", Form({}), zones=zones())

    async def log_in(self, request: Request) -> Response:
        """Check name and password, and hand out the cookie."""
        if not is_same_origin(request):
            return self._page("login.html", Form({}), FormError(wording.FOREIGN, status=403))
        form = Form({})
        try:
            form = await read_form(request)
            outcome = await run_in_threadpool(
                self.premises.doors.log_in, form.credentials(browser_of(request))
            )
        except FormError as problem:
            return self._page("login.html", form, problem)
        if isinstance(outcome, SignedIn):
            return await self._welcome(request, outcome)
        return self._page("login.html", form, _problem(outcome))

    async def set_up(self, request: Request) -> Response:
        """Use up the code from the terminal, and hand out the first cookie."""
        form, places = Form({}), zones()
        if not is_same_origin(request):
            foreign = FormError(wording.FOREIGN, status=403)
            return self._page("set-up.html", form, foreign, zones=places)
        if not await run_in_threadpool(self.premises.doors.needs_set_up):
            return self._page("login.html", form, FormError(wording.SET_UP_DONE, status=409))
        try:
            form = await read_form(request)
            outcome = await run_in_threadpool(self.premises.doors.set_up, form.first_set_up())
        except FormError as problem:
            return self._page("set-up.html", form, problem, zones=places)
        if isinstance(outcome, SignedIn):
            return await self._welcome(request, outcome)
        return self._page("set-up.html", form, _problem(outcome), zones=places)

    async def log_out(self, request: Request) -> Response:
        """End the session and take the cookie back."""
        if not is_same_origin(request):
            return JSONResponse({"reason": wording.FOREIGN}, 403)
        await run_in_threadpool(self.premises.doors.log_out, token_of(request))
        response = RedirectResponse(LOGIN, 303)
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return response

    async def _welcome(self, request: Request, session: SignedIn) -> Response:
        """Give new cookies, whatever the browser held before, and end what that opened."""
        await run_in_threadpool(self.premises.doors.log_out, token_of(request))
        return welcome(session, secure=self.premises.secure)

    def _page(
        self, template: str, form: Form, problem: FormError | None = None, **values: object
    ) -> Response:
        page = render(
            template,
            demo=self.premises.doors.demo,
            given=form.without_secrets(),
            problem=problem,
            **values,
        )
        return HTMLResponse(page, problem.status if problem else 200)


@dataclass(frozen=True)
class _SignsOfLife:
    premises: Premises

    async def pulse(self, request: Request) -> Response:
        """Whether the worklist may have changed."""
        match await run_in_threadpool(self.premises.doors.pulse, token_of(request)):
            case int(sequence):
                return JSONResponse({"sequence": sequence}, headers=NEVER)
            case SignedOut() | Unavailable() as trouble:
                return kept_out(trouble)

    async def active(self, request: Request) -> Response:
        """Keep the session, because somebody is working."""
        if PROOF not in request.headers or not is_same_origin(request):
            return sorry(403, wording.FOREIGN)
        who = await run_in_threadpool(self.premises.doors.touch, token_of(request))
        return sorry(401, wording.SIGNED_OUT) if who is None else Response(status_code=204)

    async def calls(self, request: Request) -> Response:
        """Which tablets call, without a word about the patient."""
        del request
        found = await run_in_threadpool(self.premises.doors.calls)
        if not isinstance(found, Calls):
            return sorry(503, wording.UNAVAILABLE)
        calls = [_call(call, found.now) for call in _one_for_each_tablet(found.calls)]
        return JSONResponse({"calls": calls}, headers=NEVER)

    async def health(self, request: Request) -> Response:
        """Whether the process answers, and which run of it."""
        del request
        return JSONResponse({"ok": True, "boot": self.premises.boot}, headers=NEVER)

    async def ready(self, request: Request) -> Response:
        """Whether anything can be saved."""
        del request
        holds = await run_in_threadpool(self.premises.doors.ready)
        return JSONResponse({"ready": holds}, 200 if holds else 503, headers=NEVER)


def _one_for_each_tablet(calls: tuple[Call, ...]) -> list[Call]:
    """The most pressing call of every tablet, the most pressing tablet first."""
    ordered = sorted(calls, key=lambda call: (CALL_ORDER.index(call.kind), call.raised_at))
    first: dict[str, Call] = {}
    for call in ordered:
        first.setdefault(call.tablet, call)
    return list(first.values())


def _call(call: Call, now: datetime) -> dict[str, str | int]:
    return {
        "kind": call.kind.value,
        "word": wording.CALLS[call.kind],
        "tablet": call.tablet,
        "minutes": whole_minutes(call.raised_at, now),
    }


def _problem(outcome: Refused | Unavailable) -> FormError:
    if isinstance(outcome, Refused):
        return FormError(outcome.reason, outcome.field or "")
    return FormError(wording.UNAVAILABLE, status=503)
