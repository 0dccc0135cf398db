"""The pages on which somebody chooses a password: with a code, or in place of the one there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from intake.web import is_same_origin
from reports.clinic import wording
from reports.clinic.apology import NEVER, sorry
from reports.clinic.cookies import browser_of, welcome
from reports.clinic.doors import Done, NotThere, Refused, SignedIn, SignedOut, Unavailable
from reports.clinic.forms import Form, FormError, read_form
from reports.clinic.gate import CHOOSE, token_of
from reports.clinic.premises import Premises
from reports.clinic.templating import render

MINE: Final = "/clinic/password"
_SAVED = "saved"


def password_routes(premises: Premises) -> list[Route]:
    """Every route on which a password is chosen."""
    desk = _PasswordDesk(premises)
    return [
        Route(CHOOSE, desk.ask_code, methods=["GET"]),
        Route(CHOOSE, desk.choose, methods=["POST"]),
        Route(MINE, desk.ask_mine, methods=["GET"]),
        Route(MINE, desk.change_mine, methods=["POST"]),
    ]


@dataclass(frozen=True)
class _PasswordDesk:
    premises: Premises

    async def ask_code(self, request: Request) -> Response:
        """Where somebody with a code chooses a password; nobody is signed in yet."""
        del request
        return self._page("first-password.html", Form({}))

    async def choose(self, request: Request) -> Response:
        """Use up the code, and sign in with the password chosen."""
        page, form = "first-password.html", Form({})
        if not is_same_origin(request):
            return self._page(page, form, FormError(wording.FOREIGN, status=403))
        try:
            form = await read_form(request)
            typed = form.first_password(browser_of(request))
        except FormError as problem:
            return self._page(page, form, problem)
        match await run_in_threadpool(self.premises.people.choose_password, typed):
            case SignedIn() as session:
                await run_in_threadpool(self.premises.doors.log_out, token_of(request))
                return welcome(session, secure=self.premises.secure)
            case Refused(reason, field):
                return self._page(page, form, FormError(reason, field or ""))
            case Unavailable():
                return self._page(page, form, FormError(wording.UNAVAILABLE, status=503))

    async def ask_mine(self, request: Request) -> Response:
        """Where somebody signed in changes the password."""
        note = wording.MINE_SAVED if request.query_params.get(_SAVED) else ""
        return self._page("my-password.html", Form({}), note=note)

    async def change_mine(self, request: Request) -> Response:
        """Change the password of whoever is signed in; what was typed goes no further."""
        if not is_same_origin(request):
            return self._mine(FormError(wording.FOREIGN, status=403))
        try:
            typed = (await read_form(request)).password_change(browser_of(request))
        except FormError as problem:
            return self._mine(problem)
        door = self.premises.people.change_password
        match await run_in_threadpool(door, token_of(request), typed):
            case Done():
                return RedirectResponse(f"{MINE}?{_SAVED}=1", 303)
            case Refused(reason, field):
                return self._mine(FormError(reason, field or ""))
            case SignedOut():
                return sorry(401, wording.SIGNED_OUT)
            case Unavailable() | NotThere():
                return sorry(503, wording.UNAVAILABLE)

    def _mine(self, problem: FormError) -> Response:
        return self._page("my-password.html", Form({}), problem)

    def _page(
        self, template: str, form: Form, problem: FormError | None = None, note: str = ""
    ) -> Response:
        page = render(
            template,
            demo=self.premises.doors.demo,
            given=form.without_secrets(),
            problem=problem,
            note=note,
        )
        return HTMLResponse(page, problem.status if problem else 200, headers=NEVER)
