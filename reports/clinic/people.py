"""The page on which an administrator looks after who may sign in."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from intake.web import is_same_origin
from reports.clinic import wording
from reports.clinic.apology import NEVER, kept_out, sorry
from reports.clinic.doors import Done, NotThere, Refused, SignedOut, Trouble, Unavailable
from reports.clinic.forms import Form, FormError, read_form
from reports.clinic.gate import CHOOSE, LOGIN, token_of
from reports.clinic.people_doors import PasswordCode, PeopleView, PersonChange
from reports.clinic.premises import Premises
from reports.clinic.templating import render

PEOPLE = "/clinic/people"
_DONE, _WHO = "done", "who"


def people_routes(premises: Premises) -> list[Route]:
    """Every route of the clinic's people."""
    desk = _PeopleDesk(premises)
    one = f"{PEOPLE}/{{user_id}}"
    return [
        Route(PEOPLE, desk.show, methods=["GET"]),
        Route(PEOPLE, desk.add, methods=["POST"]),
        Route(f"{one}/code", desk.back, methods=["GET"]),
        Route(f"{one}/code", desk.give_code, methods=["POST"]),
        Route(f"{one}/{{change}}", desk.change, methods=["POST"]),
    ]


@dataclass(frozen=True)
class _PeopleDesk:
    premises: Premises

    async def show(self, request: Request) -> Response:
        """Everybody with an account, and where somebody is added."""
        return await self._page(request, Form({}))

    async def back(self, request: Request) -> Response:
        """A code is shown once: whoever comes again is brought to the list."""
        del request
        return RedirectResponse(PEOPLE, 303)

    async def add(self, request: Request) -> Response:
        """Add somebody, and show the code to hand on."""
        form = Form({})
        if not is_same_origin(request):
            return await self._page(request, form, FormError(wording.FOREIGN, status=403))
        try:
            form = await read_form(request)
            new = form.new_person()
        except FormError as problem:
            return await self._page(request, form, problem)
        issued = await run_in_threadpool(self.premises.people.add, token_of(request), new)
        return await self._issued(request, form, issued)

    async def give_code(self, request: Request) -> Response:
        """Give somebody another code in the place of the password."""
        if not is_same_origin(request):
            return await self._page(request, Form({}), FormError(wording.FOREIGN, status=403))
        door, user_id = self.premises.people.give_code, request.path_params["user_id"]
        issued = await run_in_threadpool(door, token_of(request), user_id)
        return await self._issued(request, Form({}), issued)

    async def change(self, request: Request) -> Response:
        """Unlock, close or open an account."""
        if not is_same_origin(request):
            return await self._page(request, Form({}), FormError(wording.FOREIGN, status=403))
        user_id, named = request.path_params["user_id"], request.path_params["change"]
        if named not in set(PersonChange):
            return await self._page(request, Form({}), FormError(wording.NO_PERSON, status=404))
        door, what = self.premises.people.change, PersonChange(named)
        match await run_in_threadpool(door, token_of(request), user_id, what):
            case Done():
                return RedirectResponse(f"{PEOPLE}?{_DONE}={named}&{_WHO}={user_id}", 303)
            case Refused() | NotThere() | SignedOut() | Unavailable() as trouble:
                return await self._instead(request, Form({}), trouble)

    async def _issued(
        self, request: Request, form: Form, issued: PasswordCode | Refused | NotThere | Trouble
    ) -> Response:
        if not isinstance(issued, PasswordCode):
            return await self._instead(request, form, issued)
        page = render(
            "password-code.html",
            demo=self.premises.doors.demo,
            issued=issued,
            where=str(request.base_url).rstrip("/") + CHOOSE,
        )
        return HTMLResponse(page, headers=NEVER)

    async def _instead(
        self, request: Request, form: Form, trouble: Refused | NotThere | Trouble
    ) -> Response:
        match trouble:
            case Refused(reason, field):
                return await self._page(request, form, FormError(reason, field or "", 409))
            case NotThere():
                return await self._page(request, form, FormError(wording.NO_PERSON, status=404))
            case SignedOut() | Unavailable() as trouble:
                return kept_out(trouble)

    async def _page(
        self, request: Request, form: Form, problem: FormError | None = None
    ) -> Response:
        match await run_in_threadpool(self.premises.people.people, token_of(request)):
            case PeopleView() as view:
                return self._drawn(view, form, problem, _note(request, view))
            case Refused(reason):
                return sorry(403, reason)
            case SignedOut():
                return RedirectResponse(LOGIN, 303)
            case Unavailable():
                return sorry(503, wording.UNAVAILABLE)

    def _drawn(
        self, view: PeopleView, form: Form, problem: FormError | None, note: str
    ) -> Response:
        page = render(
            "people.html",
            demo=self.premises.doors.demo,
            view=view,
            given=form.without_secrets(),
            problem=problem,
            note="" if problem else note,
        )
        return HTMLResponse(page, problem.status if problem else 200, headers=NEVER)


def _note(request: Request, view: PeopleView) -> str:
    """What was just done to whom; the address alone cannot make the page say anything else."""
    said = wording.PERSON_CHANGED.get(request.query_params.get(_DONE, ""))
    who = request.query_params.get(_WHO, "")
    name = next((one.name for one in view.people if one.id == who), None)
    return said.format(name=name) if said and name else ""
