"""A page on which an administrator changes something: it shows what is in force, and saves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from intake.web import is_same_origin
from reports.clinic import wording
from reports.clinic.apology import NEVER, kept_out, sorry
from reports.clinic.doors import Changed, Done, NotThere, Refused, SignedOut, Trouble, Unavailable
from reports.clinic.forms import Form, FormError, read_form
from reports.clinic.gate import token_of

Fields: TypeAlias = Mapping[str, str]
View = TypeVar("View")
Change = TypeVar("Change")
_LARGEST = 64_000
"""Bytes of a form: a notice in every language is the longest."""
_SAVED = "saved"


@dataclass(frozen=True)
class Said:
    """What the page says above its fields, and which of them it is about."""

    problem: FormError | None = None
    note: str = ""


@dataclass(frozen=True)
class Changing(Generic[View, Change]):
    """One page at ``path``, which says ``saved`` once something was.

    ``shown`` and ``put`` are doors. ``read`` makes a change of a form, and raises FormError.
    ``draw`` makes the page of what is in force and of what was typed: None where nobody typed.
    """

    path: str
    saved: str
    shown: Callable[[str], View | Refused | Trouble]
    put: Callable[[str, Change], Changed]
    read: Callable[[Form], Change]
    draw: Callable[[View, Fields | None, Said], str]

    def routes(self) -> list[Route]:
        """Both routes of the page."""
        return [
            Route(self.path, self.show, methods=["GET"]),
            Route(self.path, self.write, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """What is in force."""
        note = self.saved if request.query_params.get(_SAVED) else ""
        return await self._page(request, None, Said(note=note))

    async def write(self, request: Request) -> Response:
        """Save what was written, or show it as a patient would read it."""
        if not is_same_origin(request):
            return await self._page(request, None, Said(FormError(wording.FOREIGN, status=403)))
        form = Form({})
        try:
            form = await read_form(request, largest=_LARGEST)
            change = self.read(form)
        except FormError as problem:
            return await self._page(request, form.fields, Said(problem))
        if form.fields.get("act") == "preview":
            return await self._page(request, form.fields, Said(note=wording.NOTICE_PREVIEW))
        return await self._save(request, form.fields, change)

    async def _save(self, request: Request, fields: Fields, change: Change) -> Response:
        match await run_in_threadpool(self.put, token_of(request), change):
            case Done():
                return RedirectResponse(f"{self.path}?{_SAVED}=1", 303)
            case Refused(reason, field):
                problem = FormError(reason, field or "", 422 if field else 409)
                return await self._page(request, fields, Said(problem))
            case NotThere():
                return sorry(503, wording.UNAVAILABLE)
            case SignedOut() | Unavailable() as trouble:
                return kept_out(trouble)

    async def _page(self, request: Request, fields: Fields | None, said: Said) -> Response:
        match await run_in_threadpool(self.shown, token_of(request)):
            case Refused(reason):
                return sorry(403, reason)
            case SignedOut() | Unavailable() as trouble:
                return kept_out(trouble)
            case view:
                page = self.draw(view, fields, said)
                status = said.problem.status if said.problem else 200
                return HTMLResponse(page, status, headers=NEVER)
