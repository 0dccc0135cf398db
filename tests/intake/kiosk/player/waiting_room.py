"""A waiting room for the player's tests: the kiosk's own routes over a house kept in memory."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from intake.closing import own_lines
from intake.consent import Agreement, Notice, first_notice
from intake.draft import Given
from intake.fhir import questionnaire_bytes
from intake.kiosk.doors import (
    Changes,
    Doors,
    NewerNotice,
    NoPin,
    NoVisit,
    Outcome,
    Patience,
    Place,
    Refused,
    Saved,
    StaffDoor,
    StaffPass,
    Stale,
    TellFrontDesk,
    TooManyTries,
    Visit,
    Why,
    WrongCode,
    WrongPin,
)
from intake.kiosk.routes import Kiosk
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.spoken import QUESTIONNAIRES

VISIT_DATE = date(2026, 11, 20)
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kiosk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"></head>
<body><main id="root"></main><script type="module" src="/page.js"></script></body></html>"""
SCRIPT = """
import { watch } from "/kiosk/player/idle.js";
import { mount } from "/kiosk/player/main.js";
const asked = new URLSearchParams(location.search);
watch({
  root: document.createElement("div"),
  data: {
    step: "player", languages: ["en", "es"], warning: 90, wipe: 30, demo: asked.has("demo"),
  },
  left() { globalThis.told = true; },
});
globalThis.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
globalThis.leave = mount({
  root: document.getElementById("root"),
  data: {
    tablet: "Window seat", language: "en", languages: ["en", "es"], demo: asked.has("demo"),
    ticket: asked.get("ticket"),
  },
  finished(language) {
    document.title = "Finished";
    document.body.dataset.finishedIn = language;
  },
});
"""
ANEW = """async () => {
  globalThis.leave();
  const { mount } = await import("/kiosk/player/main.js");
  globalThis.leave = mount({
    root: document.getElementById("root"),
    data: { tablet: "Window seat", language: "en", languages: ["en", "es"], demo: false },
    finished() { globalThis.leave = () => {}; },
  });
}"""
"""Another patient at the same page, without opening it again."""
CONSENT_SCRIPT = """
import { mount } from "/kiosk/player/consent.js";
globalThis.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
const asked = new URLSearchParams(location.search);
const root = document.getElementById("root");
globalThis.begin = (into) => mount({
  root: into,
  data: {
    tablet: "Window seat", language: asked.get("language") ?? "en", languages: ["en", "es"],
    demo: asked.has("demo"), again: asked.has("again"),
  },
  agreed({ consent, language }) {
    document.title = "Agreed";
    document.body.dataset.consent = consent;
    document.body.dataset.agreedIn = language;
  },
  closed() { document.title = "Closed"; },
});
begin(root);
"""
POLICY = (
    "default-src 'none'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
PASS = "pass-of-staff"  # noqa: S105 - opens a made-up door only
PAUSING = ("cold-leg", "yes")
"""The one answer that pauses a visit in this room."""


@dataclass
class Seat:
    """One visit: what stands, what was written when, and what staff did."""

    visit: Visit
    cleared: bool = False
    help: list[str] = field(default_factory=list)
    written: list[Changes] = field(default_factory=list)
    failing: bool = False
    refusal: Refused | None = None

    def given(self, link_id: str) -> tuple[str, ...] | None:
        """The values that stand for an item, or None."""
        answer = self.visit.answers.get(link_id)
        return answer.values if answer else None

    def clear(self) -> None:
        """Staff have seen the patient, who may go on."""
        self.cleared = True
        self.visit = replace(self.visit, paused=False)


class House:
    """An in-memory house behind the kiosk's doors."""

    def __init__(self) -> None:
        self.seats: dict[str, Seat] = {}
        self.numbers = count(1)
        self.notice: Notice = first_notice()
        self.agreements: list[Agreement] = []
        self.declined: list[str] = []
        self.deaf = 0
        self.left: list[tuple[str, Why]] = []
        self.heard: list[str] = []
        self.unsent: list[tuple[str, int]] = []
        self.patience = Patience()
        self.places: dict[str, Place] = {}
        self.pin = ""
        self.pin_is_locked = False
        self.entering: list[str] = []
        self.left_staff: list[str] = []

    def new_seat(self, answers: dict[str, Given] | None = None, at: str | None = None) -> str:
        """Begin a visit and give its cookie."""
        token = f"token-{next(self.numbers)}"
        visit = Visit(
            revision=0,
            answers=answers or {},
            at=at,
            paused=False,
            finished=False,
            questionnaire_version=KNEE_TWITCHING.version,
            language="en",
            visit_date=VISIT_DATE,
        )
        self.seats[token] = Seat(visit)
        return token

    def visit(self, token: str) -> Visit | NoVisit | TellFrontDesk:
        seat = self.seats.get(token)
        if seat is None:
            return NoVisit()
        return TellFrontDesk() if seat.failing else seat.visit

    def record(self, token: str, changes: Changes) -> Outcome:
        seat = self.seats.get(token)
        if seat is None:
            return NoVisit()
        if seat.failing:
            return TellFrontDesk()
        if seat.visit.closed:
            return replace(self._save(seat, changes), ended=True)
        if changes.base != seat.visit.revision:
            return Stale(seat.visit)
        if seat.refusal is not None:
            refusal, seat.refusal = seat.refusal, None
            return refusal
        return self._save(seat, changes)

    def _save(self, seat: Seat, changes: Changes) -> Saved:
        answers = {**seat.visit.answers, **changes.answers}
        answers = {link_id: given for link_id, given in answers.items() if given.values}
        pausing, code = PAUSING
        paused = not seat.cleared and code in answers.get(pausing, Given(())).values
        revision = seat.visit.revision + 1
        seat.visit = replace(
            seat.visit,
            revision=revision,
            answers=answers,
            at=changes.at,
            paused=paused,
            language=changes.language or seat.visit.language,
        )
        seat.written.append(changes)
        return Saved(revision, paused)

    def submit(self, token: str, base: int) -> Outcome:
        seat = self.seats.get(token)
        if seat is None or seat.visit.finished:
            return NoVisit()
        if base != seat.visit.revision:
            return Stale(seat.visit)
        seat.visit = replace(seat.visit, finished=True)
        return Saved(base, paused=False)

    def ask_for_help(self, token: str | None, tablet: str) -> bool:
        seat = self.seats.get(token or "")
        if seat is None or seat.failing:
            return False
        seat.help.append(tablet)
        return True

    def walk_away(self, token: str, why: Why) -> bool:
        seat = self.seats.get(token)
        if seat is not None and seat.failing:
            return False
        self.left.append((token, why))
        if seat is not None:
            del self.seats[token]
        return True

    def tell_unsent(self, token: str, base: int) -> bool:
        self.unsent.append((token, base))
        return True

    def agree(self, given: Agreement) -> str | NewerNotice | Refused | TellFrontDesk:
        if not given.stands:
            return Refused("Neither signed nor ticked.")
        if given.version != self.notice.version:
            return NewerNotice(self.notice)
        self.agreements.append(given)
        return f"consent-{len(self.agreements)}"

    def decline(self, tablet: str) -> bool:
        if self.deaf:
            self.deaf -= 1
            return False
        self.declined.append(tablet)
        return True

    def enter(self, pin: str, tablet: str) -> StaffPass | WrongPin | NoPin | TooManyTries:
        self.entering.append(tablet)
        if self.pin_is_locked:
            return TooManyTries()
        if not self.pin:
            return NoPin()
        return StaffPass(PASS) if pin == self.pin else WrongPin()

    def doors(self) -> Doors:
        known = {
            (spoken.version, language): questionnaire_bytes(spoken)
            for language, spoken in QUESTIONNAIRES.items()
        }
        return Doors(
            notice=lambda: self.notice,
            agree=self.agree,
            consented=lambda secret: "en" if secret else None,
            keep_place=self.places.__setitem__,
            place=self.places.get,
            decline=self.decline,
            begin=lambda arrival: arrival.tablet,
            alone=bool,
            claim=lambda ticket: ticket,
            today=lambda: VISIT_DATE,
            expects=lambda: False,
            find=lambda born, tablet: (),  # noqa: ARG005
            use_code=lambda typed, tablet: WrongCode(),  # noqa: ARG005
            code_letters="23456789CDFHJKMNPQRTVWXY",
            closing=own_lines,
            visit=self.visit,
            record=self.record,
            submit=self.submit,
            ask_for_help=self.ask_for_help,
            walk_away=self.walk_away,
            tell_unsent=self.tell_unsent,
            still_here=self.heard.append,
            staff=StaffDoor(
                is_set=lambda: bool(self.pin),
                enter=self.enter,
                seconds_left=lambda token: 120 if token == PASS else 0,
                leave=self.left_staff.append,
                may_rename=lambda token, *_: not self.pin or token == PASS,
            ),
            patience=self.patience,
            questionnaire=lambda version, language: known.get((version, language)),
            ready=lambda: True,
            report=print,
            demo=False,
        )


class Policy:
    """The strict content security policy of the real kiosk, on every response."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    (b"content-security-policy", POLICY.encode()),
                ]
            await send(message)

        await self.app(scope, receive, sending)


async def page(_: Request) -> Response:
    return HTMLResponse(PAGE)


async def consent_page(_: Request) -> Response:
    return HTMLResponse(PAGE.replace("/page.js", "/consent.js"))


async def consent_script(_: Request) -> Response:
    return Response(CONSENT_SCRIPT, media_type="text/javascript")


async def script(_: Request) -> Response:
    return Response(SCRIPT, media_type="text/javascript")


class WaitingRoom:
    """A running server on a free port."""

    def __init__(self) -> None:
        self.house = House()
        routes = [
            Route("/", page),
            Route("/page.js", script),
            Route("/consent", consent_page),
            Route("/consent.js", consent_script),
            *Kiosk(self.house.doors(), boot="test").routes(),
        ]
        app = Starlette(routes=routes, middleware=[Middleware(Policy)])
        config = uvicorn.Config(
            app, host="127.0.0.1", port=0, log_level="error", ws="none", lifespan="off"
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    def open(self) -> None:
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join()
