"""The page on which a code is shown once, and the half page that is printed of it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from intake.web import is_same_origin
from intake.wording import WORDS
from reports.clinic import wording
from reports.clinic.apology import NEVER, kept_out, sorry
from reports.clinic.doors import (
    CodeSlip,
    IssuedCode,
    NotThere,
    Refused,
    SignedOut,
    Trouble,
    Unavailable,
)
from reports.clinic.forms import FormError, read_form
from reports.clinic.gate import token_of
from reports.clinic.papers import FOR_A_FILE, given_out
from reports.clinic.premises import Premises
from reports.clinic.templating import render

SLIP = "/clinic/code-slip"
_FILE = "{reference}-slip"
Issued = IssuedCode | Refused | NotThere | Trouble


def code_routes(premises: Premises) -> list[Route]:
    """Every route on which a code is given out."""
    desk = CodeDesk(premises)
    return [
        Route("/clinic/visits/{visit_id}/code", desk.back, methods=["GET"]),
        Route("/clinic/visits/{visit_id}/code", desk.for_visit, methods=["POST"]),
        Route(SLIP, desk.slip, methods=["POST"]),
    ]


@dataclass(frozen=True)
class CodeDesk:
    """Where codes are shown and printed."""

    premises: Premises

    async def back(self, request: Request) -> Response:
        """A code is shown once: whoever comes again is brought to the patient."""
        return RedirectResponse(_patient(request), 303)

    async def for_visit(self, request: Request) -> Response:
        """Make a code for a visit in progress, and show it."""
        if not is_same_origin(request):
            return sorry(403, wording.FOREIGN)
        door, visit_id = self.premises.doors.visit_code, request.path_params["visit_id"]
        return self.shown(
            await run_in_threadpool(door, token_of(request), visit_id), _patient(request)
        )

    async def slip(self, request: Request) -> Response:
        """The half page of a code that was just shown, to be printed."""
        if not is_same_origin(request):
            return sorry(403, wording.FOREIGN)
        try:
            fields = (await read_form(request)).fields
        except FormError as problem:
            return sorry(problem.status, str(problem))
        wanted = CodeSlip(fields.get("code", "")[:40], fields.get("language", "")[:20])
        drawn = await run_in_threadpool(self.premises.doors.code_slip, token_of(request), wanted)
        if isinstance(drawn, NotThere):
            return sorry(410, wording.CODE_GONE, "/")
        return given_out(drawn, _FILE, FOR_A_FILE)

    def shown(self, issued: Issued, back: str) -> Response:
        """The code on a page of its own, or why there is none."""
        match issued:
            case IssuedCode():
                page = render(
                    "code.html",
                    demo=self.premises.doors.demo,
                    issued=issued,
                    said=WORDS,
                    slip=SLIP,
                    back=back,
                )
                return HTMLResponse(page, headers=NEVER)
            case Refused(reason):
                return sorry(409, reason, back)
            case NotThere():
                return sorry(404, wording.NOT_THERE, back)
            case SignedOut() | Unavailable() as trouble:
                return kept_out(trouble)


def _patient(request: Request) -> str:
    return f"/?visit={quote(request.path_params['visit_id'])}"
