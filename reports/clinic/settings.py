"""Two pages for administrators: the clinic's settings, and what its last screen tells patients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import available_timezones

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from intake.closing import (
    MOST_LINES,
    MOST_WORDS,
    Fault,
    Unfit,
    cleaned,
    closing_lines,
    own_lines,
    unfit,
)
from intake.web import is_same_origin
from intake.wording import WORDS
from reports.clinic import wording
from reports.clinic.doors import (
    Done,
    NotThere,
    Refused,
    SettingsChange,
    SettingsView,
    SignedOut,
    Unavailable,
)
from reports.clinic.forms import FormError, read_form
from reports.clinic.gate import token_of
from reports.clinic.papers import sorry
from reports.clinic.premises import Premises
from reports.clinic.templating import render

SETTINGS = "/clinic/settings"
LAST_SCREEN = "/clinic/last-screen"
_LARGEST = 64_000
_SAVED = "saved"
_PREVIEW = "preview"
_SETTINGS = ("clinic_name", "time_zone", "paper")
Fields = Mapping[str, str]


def settings_routes(premises: Premises) -> list[Route]:
    """Every route of the two pages."""
    settings = _Desk(
        premises, SETTINGS, "settings.html", wording.SETTINGS_SAVED, _settings_shown, _settings_read
    )
    last = _Desk(
        premises, LAST_SCREEN, "last-screen.html", wording.LAST_SAVED, _lines_shown, _lines_read
    )
    return [
        route
        for desk in (settings, last)
        for route in (
            Route(desk.path, desk.show, methods=["GET"]),
            Route(desk.path, desk.write, methods=["POST"]),
        )
    ]


def zones() -> list[str]:
    """The time zones named after places, and UTC."""
    old_names = ("Etc/", "SystemV/", "US/")
    places = {zone for zone in available_timezones() if "/" in zone}
    return sorted({"UTC", *(zone for zone in places if not zone.startswith(old_names))})


@dataclass(frozen=True)
class _Said:
    """What the page says above its fields, and which of them it is about."""

    problem: FormError | None = None
    note: str = ""


@dataclass(frozen=True)
class _Desk:
    """One page that changes some of the settings.

    ``shown`` gives the fields as they are in force, ``read`` what to change; it raises FormError.
    """

    premises: Premises
    path: str
    template: str
    saved: str
    shown: Callable[[SettingsView], Fields]
    read: Callable[[Fields], Mapping[str, object]]

    async def show(self, request: Request) -> Response:
        """What is in force."""
        note = self.saved if request.query_params.get(_SAVED) else ""
        return await self._page(request, None, _Said(note=note))

    async def write(self, request: Request) -> Response:
        """Save what was written, or show it as a patient would read it."""
        if not is_same_origin(request):
            return await self._page(request, None, _Said(FormError(wording.FOREIGN, status=403)))
        fields: Fields = {}
        try:
            fields = (await read_form(request, largest=_LARGEST)).fields
            values = self.read(fields)
        except FormError as problem:
            return await self._page(request, fields, _Said(problem))
        if fields.get("act") == _PREVIEW:
            return await self._page(request, fields, _Said(note=wording.NOTICE_PREVIEW))
        return await self._save(request, fields, SettingsChange(fields.get("base", ""), values))

    async def _save(self, request: Request, fields: Fields, change: SettingsChange) -> Response:
        door, token = self.premises.doors.change_settings, token_of(request)
        match await run_in_threadpool(door, token, change):
            case Done():
                return RedirectResponse(f"{self.path}?{_SAVED}=1", 303)
            case Refused(reason):
                return await self._page(request, fields, _Said(FormError(reason, status=409)))
            case SignedOut():
                return sorry(401, wording.SIGNED_OUT)
            case Unavailable() | NotThere():
                return sorry(503, wording.UNAVAILABLE)

    async def _page(self, request: Request, fields: Fields | None, said: _Said) -> Response:
        match await run_in_threadpool(self.premises.doors.settings, token_of(request)):
            case SettingsView() as view:
                return self._drawn(view, fields, said)
            case Refused(reason):
                return sorry(403, reason)
            case SignedOut():
                return sorry(401, wording.SIGNED_OUT)
            case Unavailable():
                return sorry(503, wording.UNAVAILABLE)

    def _drawn(self, view: SettingsView, fields: Fields | None, said: _Said) -> Response:
        given = self.shown(view) if fields is None else fields
        page = render(
            self.template,
            demo=self.premises.doors.demo,
            base=given.get("base", view.base),
            given=given,
            zones=sorted({view.settings.time_zone, *zones()}),
            said=WORDS,
            own={language: "\n".join(own_lines(language)) for language in WORDS},
            preview={language: _read_back(language, given) for language in WORDS},
            problem=said.problem,
            note=said.note,
        )
        return HTMLResponse(page, said.problem.status if said.problem else 200)


def _settings_shown(view: SettingsView) -> Fields:
    return {name: str(getattr(view.settings, name)) for name in _SETTINGS}


def _settings_read(fields: Fields) -> Mapping[str, object]:
    values = {name: fields.get(name, "").strip() for name in _SETTINGS}
    for name, value in values.items():
        if not value:
            raise FormError(wording.MISSING, name)
    return values


def _lines_shown(view: SettingsView) -> Fields:
    return {
        f"lines-{language}": "\n".join(closing_lines(view.settings.closing, language))
        for language in WORDS
    }


def _read_back(language: str, given: Fields) -> tuple[str, ...]:
    """The lines as a patient would read them."""
    return cleaned(given.get(f"lines-{language}", "")) or own_lines(language)


def _lines_read(fields: Fields) -> Mapping[str, object]:
    """The clinic's own lines; a language whose lines are the program's has none."""
    found = {language: cleaned(fields.get(f"lines-{language}", "")) for language in WORDS}
    own = {one: lines for one, lines in found.items() if lines and lines != own_lines(one)}
    for language, lines in own.items():
        if problem := unfit(lines):
            raise FormError(_sentence(problem), f"lines-{language}")
    return {"closing": own}


def _sentence(problem: Unfit) -> str:
    match problem.fault:
        case Fault.COUNT:
            return wording.LAST_COUNT.format(most=MOST_LINES)
        case Fault.LONG:
            return wording.LAST_LONG.format(most=MOST_WORDS)
        case Fault.UNSAID:
            return wording.LAST_UNSAID.format(word=problem.word, why=wording.UNSAID[problem.kind])
