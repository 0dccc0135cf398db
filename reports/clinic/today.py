"""The page of today's list: who is expected, who is added, who is struck off, and their codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from intake.appointment import Appointment
from intake.web import is_same_origin
from reports import phrases
from reports.clinic import wording
from reports.clinic.apology import kept_out, sorry
from reports.clinic.codes import CodeDesk
from reports.clinic.doors import (
    Changed,
    Done,
    NotThere,
    Refused,
    SignedOut,
    TodayView,
    Unavailable,
)
from reports.clinic.forms import LARGEST_FORM, FormError, read_form
from reports.clinic.gate import token_of
from reports.clinic.premises import Premises
from reports.clinic.templating import render
from reports.clinic.today_file import FileList, read_list
from reports.clinic.today_rows import ReadRow, RowError, read_row

TODAY = "/clinic/today"
LARGEST_LIST = 120_000
"""Bytes of a form with a whole list."""
_NOTES = {"struck": wording.TODAY_STRUCK}
Fields = Mapping[str, str]


def today_routes(premises: Premises) -> list[Route]:
    """Every route of today's list."""
    desk = _TodayDesk(premises)
    return [
        Route(TODAY, desk.show, methods=["GET"]),
        Route(TODAY, desk.add, methods=["POST"]),
        Route(f"{TODAY}/file", desk.back, methods=["GET"]),
        Route(f"{TODAY}/file", desk.add_file, methods=["POST"]),
        Route(f"{TODAY}/{{line_id}}/{{act}}", desk.back, methods=["GET"]),
        Route(f"{TODAY}/{{line_id}}/strike", desk.strike, methods=["POST"]),
        Route(f"{TODAY}/{{line_id}}/code", desk.code, methods=["POST"]),
    ]


@dataclass(frozen=True)
class _Said:
    """What the page says besides the list."""

    problem: FormError | None = None
    note: str = ""
    given: Fields = field(default_factory=dict)
    doubtful: ReadRow | None = None
    file: FileList | None = None


@dataclass(frozen=True)
class _TodayDesk:
    premises: Premises

    async def show(self, request: Request) -> Response:
        """The list as it is."""
        return await self._page(
            request, _Said(note=_NOTES.get(request.query_params.get("note", ""), ""))
        )

    async def add(self, request: Request) -> Response:
        """Add the row that was typed; ask first where its date can be read in two ways."""
        view = await self._view(request)
        if not isinstance(view, TodayView):
            return view
        fields: Fields = {}
        try:
            fields = await _own_form(request)
            row = read_row(fields, view.now.date())
        except FormError as problem:
            return self._drawn(view, _Said(problem, given=fields))
        except RowError as problem:
            return self._drawn(view, _Said(FormError(str(problem), problem.column), given=fields))
        if row.doubtful and fields.get("sure") != row.line.born.isoformat():
            return self._drawn(view, _Said(given=fields, doubtful=row))
        return await self._save(request, fields, (row.line,))

    async def back(self, request: Request) -> Response:
        """What was shown once is not kept: whoever comes again sees the list."""
        del request
        return RedirectResponse(TODAY, 303)

    async def add_file(self, request: Request) -> Response:
        """Show what was read of a whole list; save it once somebody has looked at it."""
        view = await self._view(request)
        if not isinstance(view, TodayView):
            return view
        try:
            fields = await _own_form(request, LARGEST_LIST)
        except FormError as problem:
            return self._drawn(view, _Said(problem))
        there = [line.booked for line in view.lines]
        read = read_list(fields.get("list", ""), view.now.date(), there)
        wrong = _wrong(read)
        if wrong or fields.get("act") != "save":
            return self._drawn(view, _Said(wrong, given=fields, file=read))
        return await self._save(request, fields, read.new)

    async def _save(
        self, request: Request, fields: Fields, lines: tuple[Appointment, ...]
    ) -> Response:
        door = self.premises.doors.expect
        outcome = await run_in_threadpool(door, token_of(request), lines)
        if isinstance(outcome, Refused):
            return await self._page(
                request, _Said(FormError(outcome.reason, status=409), given=fields)
            )
        return _after(outcome) or await self._page(request, _Said(note=_saved(lines)))

    async def strike(self, request: Request) -> Response:
        """Take a line off the list."""
        if not is_same_origin(request):
            return sorry(403, wording.FOREIGN)
        door, line_id = self.premises.doors.strike, request.path_params["line_id"]
        outcome = await run_in_threadpool(door, token_of(request), line_id)
        return _after(outcome) or RedirectResponse(f"{TODAY}?note=struck", 303)

    async def code(self, request: Request) -> Response:
        """Show a code for a line, once."""
        if not is_same_origin(request):
            return sorry(403, wording.FOREIGN)
        door, line_id = self.premises.doors.appointment_code, request.path_params["line_id"]
        issued = await run_in_threadpool(door, token_of(request), line_id)
        return CodeDesk(self.premises).shown(issued, TODAY)

    async def _page(self, request: Request, said: _Said) -> Response:
        view = await self._view(request)
        return self._drawn(view, said) if isinstance(view, TodayView) else view

    async def _view(self, request: Request) -> TodayView | Response:
        view = await run_in_threadpool(self.premises.doors.today, token_of(request))
        match view:
            case TodayView():
                return view
            case SignedOut() | Unavailable() as trouble:
                return kept_out(trouble)

    def _drawn(self, view: TodayView, said: _Said) -> Response:
        page = render("today.html", demo=self.premises.doors.demo, view=view, told=said)
        return HTMLResponse(page, said.problem.status if said.problem else 200)


async def _own_form(request: Request, largest: int = LARGEST_FORM) -> Fields:
    if not is_same_origin(request):
        raise FormError(wording.FOREIGN, status=403)
    return (await read_form(request, largest=largest)).fields


def _wrong(read: FileList) -> FormError | None:
    """Why what was read of a file cannot be saved."""
    if not read.rows:
        return FormError(wording.NO_ROWS, "list")
    if read.problems:
        words = wording.ROW_WRONG if read.problems == 1 else wording.ROWS_WRONG
        return FormError(words.format(count=read.problems), "list")
    return None if read.new else FormError(wording.NOTHING_NEW, "list")


def _after(outcome: Changed) -> Response | None:
    """What is answered when nothing was done; None when it was."""
    match outcome:
        case Done():
            return None
        case Refused(reason):
            return sorry(409, reason)
        case NotThere():
            return RedirectResponse(TODAY, 303)  # somebody else was first
        case SignedOut() | Unavailable() as trouble:
            return kept_out(trouble)


def _saved(lines: tuple[Appointment, ...]) -> str:
    if len(lines) > 1:
        return wording.TODAY_SAVED.format(count=len(lines))
    [line] = lines
    name = f"{line.given} {line.family}"
    return wording.TODAY_SAVED_ONE.format(name=name, born=phrases.day(line.born), clock=line.clock)
