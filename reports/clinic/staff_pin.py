"""The page on which an administrator sets the PIN that opens the staff door of a tablet."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from intake.web import is_same_origin
from reports.clinic import wording
from reports.clinic.doors import Done, NotThere, Refused, SignedOut, StaffPinView, Unavailable
from reports.clinic.forms import FormError, read_form
from reports.clinic.gate import token_of
from reports.clinic.papers import sorry
from reports.clinic.premises import Premises
from reports.clinic.templating import render

STAFF_PIN = "/clinic/staff-pin"
_SAVED = "saved"


def staff_pin_routes(premises: Premises) -> list[Route]:
    """Every route of the staff PIN."""
    desk = _PinDesk(premises)
    return [
        Route(STAFF_PIN, desk.show, methods=["GET"]),
        Route(STAFF_PIN, desk.set_pin, methods=["POST"]),
    ]


@dataclass(frozen=True)
class _PinDesk:
    premises: Premises

    async def show(self, request: Request) -> Response:
        """Whether there is a PIN, and where one is set."""
        note = wording.PIN_SAVED if request.query_params.get(_SAVED) else ""
        return await self._page(request, note=note)

    async def set_pin(self, request: Request) -> Response:
        """Set the PIN that was typed twice; what was typed goes no further than the door."""
        if not is_same_origin(request):
            return await self._page(request, FormError(wording.FOREIGN, status=403))
        try:
            pin = (await read_form(request)).new_pin()
        except FormError as problem:
            return await self._page(request, problem)
        match await run_in_threadpool(self.premises.doors.set_staff_pin, token_of(request), pin):
            case Done():
                return RedirectResponse(f"{STAFF_PIN}?{_SAVED}=1", 303)
            case Refused(reason, field):
                return await self._page(request, FormError(reason, field or ""))
            case SignedOut():
                return sorry(401, wording.SIGNED_OUT)
            case Unavailable() | NotThere():
                return sorry(503, wording.UNAVAILABLE)

    async def _page(
        self, request: Request, problem: FormError | None = None, note: str = ""
    ) -> Response:
        match await run_in_threadpool(self.premises.doors.staff_pin, token_of(request)):
            case StaffPinView() as view:
                return self._drawn(view, problem, note)
            case Refused(reason):
                return sorry(403, reason)
            case SignedOut():
                return sorry(401, wording.SIGNED_OUT)
            case Unavailable():
                return sorry(503, wording.UNAVAILABLE)

    def _drawn(self, view: StaffPinView, problem: FormError | None, note: str) -> Response:
        demo = self.premises.doors.demo
        page = render("staff-pin.html", demo=demo, view=view, given={}, problem=problem, note=note)
        return HTMLResponse(page, problem.status if problem else 200)
