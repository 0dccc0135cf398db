"""The routes of the clinic's papers: read, printed, taken along under a password."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from intake.web import is_same_origin
from reports.clinic import wording
from reports.clinic.apology import NEVER, kept_out, sorry
from reports.clinic.doors import NotThere, Pdf, Refused, SignedOut, Unavailable
from reports.clinic.forms import Form, FormError, read_form
from reports.clinic.gate import token_of
from reports.clinic.premises import Premises
from reports.clinic.templating import render

# The pages' own policy would apply to the browser's PDF viewer and leave it blank.
FOR_A_FILE: Final = {"Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'"}
# Our own page for printing holds the file, and no other page may.
_FRAMED = {
    "Content-Security-Policy": "frame-ancestors 'self'; base-uri 'none'",
    "X-Frame-Options": "SAMEORIGIN",
}
_HOLDS_A_FILE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}
_SUMMARY = "knee-intake-{reference}"
_PROTECTED = "knee-intake-{reference}-protected"
_SLIP = "slip-{reference}"


def paper_routes(premises: Premises) -> list[Route]:
    """Every route that gives a paper, or asks what it takes to give one."""
    papers = _Papers(premises)
    visit, alert = "/clinic/visits/{visit_id}", "/clinic/alerts/{alert_id}"
    return [
        Route(f"{visit}/summary.pdf", papers.summary, methods=["GET"]),
        Route(f"{visit}/print", papers.print_summary, methods=["GET"]),
        Route(f"{visit}/print.pdf", papers.framed_summary, methods=["GET"]),
        Route(f"{visit}/protected", papers.ask_password, methods=["GET"]),
        Route(f"{visit}/protected", papers.protected, methods=["POST"]),
        Route(f"{alert}/print", papers.print_slip, methods=["GET"]),
        Route(f"{alert}/slip.pdf", papers.slip, methods=["GET"]),
    ]


@dataclass(frozen=True)
class _Papers:
    premises: Premises

    async def summary(self, request: Request) -> Response:
        """The summary of a visit, for this one look."""
        return given_out(await self._draw_summary(request), _SUMMARY, FOR_A_FILE)

    async def framed_summary(self, request: Request) -> Response:
        """The same for the page that prints it."""
        return given_out(await self._draw_summary(request), _SUMMARY, _FRAMED)

    async def slip(self, request: Request) -> Response:
        """The half page of one alert, for the page that prints it."""
        alert_id = request.path_params["alert_id"]
        drawn = await run_in_threadpool(self.premises.doors.slip, token_of(request), alert_id)
        return given_out(drawn, _SLIP, _FRAMED)

    async def print_summary(self, request: Request) -> Response:
        """A page that holds the summary and opens the print dialog."""
        del request
        return self._printing("print.pdf")

    async def print_slip(self, request: Request) -> Response:
        """A page that holds the slip and opens the print dialog."""
        del request
        return self._printing("slip.pdf")

    async def ask_password(self, request: Request) -> Response:
        """Where somebody chooses the password of a protected copy."""
        return self._asking(request)

    async def protected(self, request: Request) -> Response:
        """The summary under a password, to be saved; the password goes no further than the door."""
        if not is_same_origin(request):
            return self._asking(request, FormError(wording.FOREIGN, status=403))
        try:
            password = (await read_form(request)).new_password()
        except FormError as problem:
            return self._asking(request, problem)
        visit_id = request.path_params["visit_id"]
        drawn = await run_in_threadpool(
            self.premises.doors.protected_pdf, token_of(request), visit_id, password
        )
        if isinstance(drawn, Refused):
            return self._asking(request, FormError(drawn.reason, "password"))
        return given_out(drawn, _PROTECTED, FOR_A_FILE, how="attachment")

    async def _draw_summary(self, request: Request) -> Pdf | NotThere | SignedOut | Unavailable:
        visit_id = request.path_params["visit_id"]
        return await run_in_threadpool(self.premises.doors.pdf, token_of(request), visit_id)

    def _printing(self, source: str) -> Response:
        page = render("print.html", demo=self.premises.doors.demo, source=source)
        return HTMLResponse(page, headers=_HOLDS_A_FILE)

    def _asking(self, request: Request, problem: FormError | None = None) -> Response:
        page = render(
            "protect.html",
            demo=self.premises.doors.demo,
            visit_id=request.path_params["visit_id"],
            given=Form({}).without_secrets(),
            problem=problem,
        )
        return HTMLResponse(page, problem.status if problem else 200)


def given_out(
    drawn: Pdf | NotThere | SignedOut | Unavailable,
    name: str,
    policy: dict[str, str],
    how: str = "inline",
) -> Response:
    """A paper for the browser, under a file name without patient data; or why there is none."""
    match drawn:
        case Pdf(content, reference):
            file = name.format(reference=_plain(reference))
            disposition = {"Content-Disposition": f'{how}; filename="{file}.pdf"'}
            headers = {**NEVER, **policy, **disposition}
            return Response(content, media_type="application/pdf", headers=headers)
        case NotThere():
            return sorry(404, wording.NO_PDF)
        case SignedOut() | Unavailable() as trouble:
            return kept_out(trouble)


def _plain(reference: str) -> str:
    return "".join(letter for letter in reference if letter.isascii() and letter.isalnum())
