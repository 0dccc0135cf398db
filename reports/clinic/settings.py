"""Two pages for administrators: the clinic's settings, and what its last screen tells patients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import available_timezones

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
from intake.wording import WORDS
from reports.clinic import wording
from reports.clinic.changing import Changing, Fields, Said
from reports.clinic.doors import SettingsChange, SettingsView
from reports.clinic.forms import Form, FormError
from reports.clinic.premises import Premises
from reports.clinic.templating import render

SETTINGS = "/clinic/settings"
LAST_SCREEN = "/clinic/last-screen"
_SETTINGS = ("clinic_name", "time_zone", "paper")


def settings_routes(premises: Premises) -> list[Route]:
    """Every route of the two pages."""
    settings = _Page(
        SETTINGS, "settings.html", wording.SETTINGS_SAVED, _settings_shown, _settings_read
    )
    last = _Page(LAST_SCREEN, "last-screen.html", wording.LAST_SAVED, _lines_shown, _lines_read)
    return [route for page in (settings, last) for route in _changing(premises, page).routes()]


def zones() -> list[str]:
    """The time zones named after places, and UTC."""
    old_names = ("Etc/", "SystemV/", "US/")
    places = {zone for zone in available_timezones() if "/" in zone}
    return sorted({"UTC", *(zone for zone in places if not zone.startswith(old_names))})


@dataclass(frozen=True)
class _Page:
    """One page that changes some of the settings.

    ``shown`` gives the fields as they are in force, ``read`` what to change; it raises FormError.
    """

    path: str
    template: str
    saved: str
    shown: Callable[[SettingsView], Fields]
    read: Callable[[Fields], Mapping[str, object]]


def _changing(premises: Premises, page: _Page) -> Changing[SettingsView, SettingsChange]:
    doors = premises.doors

    def change(form: Form) -> SettingsChange:
        return SettingsChange(form.fields.get("base", ""), page.read(form.fields))

    def drawn(view: SettingsView, fields: Fields | None, said: Said) -> str:
        given = page.shown(view) if fields is None else fields
        return render(
            page.template,
            demo=doors.demo,
            base=given.get("base", view.base),
            given=given,
            zones=sorted({view.settings.time_zone, *zones()}),
            said=WORDS,
            own={language: "\n".join(own_lines(language)) for language in WORDS},
            preview={language: _read_back(language, given) for language in WORDS},
            problem=said.problem,
            note=said.note,
        )

    return Changing(page.path, page.saved, doors.settings, doors.change_settings, change, drawn)


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
