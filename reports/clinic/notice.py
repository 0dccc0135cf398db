"""The page on which an administrator words the privacy notice, and sees it as a patient would."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from intake.consent import LONGEST_PART, PARTS, NoticeText, worded
from intake.web import is_same_origin
from intake.wording import WORDS
from reports.clinic import wording
from reports.clinic.doors import (
    Done,
    NoticeChange,
    NoticeView,
    NotThere,
    Refused,
    SignedOut,
    Unavailable,
)
from reports.clinic.forms import FormError, read_form
from reports.clinic.gate import token_of
from reports.clinic.papers import sorry
from reports.clinic.premises import Premises
from reports.clinic.templating import render

NOTICE = "/clinic/notice"
MOST_WORDS = 20
"""Words of a sentence; a longer one is lost before it ends."""
_SAVED = "saved"
Fields = Mapping[str, str]


def notice_routes(premises: Premises) -> list[Route]:
    """Every route of the privacy notice."""
    desk = _NoticeDesk(premises)
    return [
        Route(NOTICE, desk.show, methods=["GET"]),
        Route(NOTICE, desk.write, methods=["POST"]),
    ]


@dataclass(frozen=True)
class _Said:
    """What the page says above the words, and which field it is about."""

    problem: FormError | None = None
    note: str = ""


@dataclass(frozen=True)
class _NoticeDesk:
    premises: Premises

    async def show(self, request: Request) -> Response:
        """The words in force, to be read and written anew."""
        note = wording.NOTICE_SAVED if request.query_params.get(_SAVED) else ""
        return await self._page(request, None, _Said(note=note))

    async def write(self, request: Request) -> Response:
        """Show what was written as a patient would read it, or save it."""
        if not is_same_origin(request):
            return await self._page(request, None, _Said(FormError(wording.FOREIGN, status=403)))
        fields: Fields = {}
        try:
            fields = (await read_form(request)).fields
            change = read_change(fields)
        except FormError as problem:
            return await self._page(request, fields, _Said(problem))
        if fields.get("act") != "save":
            return await self._page(request, fields, _Said(note=wording.NOTICE_PREVIEW))
        return await self._save(request, fields, change)

    async def _save(self, request: Request, fields: Fields, change: NoticeChange) -> Response:
        door, token = self.premises.doors.change_notice, token_of(request)
        match await run_in_threadpool(door, token, change):
            case Done():
                return RedirectResponse(f"{NOTICE}?{_SAVED}=1", 303)
            case Refused(reason):
                return await self._page(request, fields, _Said(FormError(reason, status=409)))
            case SignedOut():
                return sorry(401, wording.SIGNED_OUT)
            case Unavailable() | NotThere():
                return sorry(503, wording.UNAVAILABLE)

    async def _page(self, request: Request, fields: Fields | None, said: _Said) -> Response:
        view = await run_in_threadpool(self.premises.doors.notice, token_of(request))
        match view:
            case NoticeView():
                return self._drawn(view, fields, said)
            case Refused(reason):
                return sorry(403, reason)
            case SignedOut():
                return sorry(401, wording.SIGNED_OUT)
            case Unavailable():
                return sorry(503, wording.UNAVAILABLE)

    def _drawn(self, view: NoticeView, fields: Fields | None, said: _Said) -> Response:
        given = fields or _fields_of(view)
        page = render(
            "notice.html",
            demo=self.premises.doors.demo,
            view=view,
            base=given.get("base", str(view.notice.version)),
            given=given,
            parts=PARTS,
            longest=LONGEST_PART,
            said=WORDS,
            problem=said.problem,
            note=said.note,
        )
        return HTMLResponse(page, said.problem.status if said.problem else 200)


def read_change(fields: Fields) -> NoticeChange:
    """The words that were sent, in every language; raises FormError naming the field at fault."""
    base = fields.get("base", "")
    if not re.fullmatch(r"[0-9]{1,9}", base, re.ASCII):
        raise FormError(wording.MISSING, "base")
    return NoticeChange(int(base), {language: _text(language, fields) for language in WORDS})


def _text(language: str, fields: Fields) -> NoticeText:
    given = {part: fields.get(f"{language}-{part}", "").strip() for part in PARTS}
    for part, text in given.items():
        _check(f"{language}-{part}", text)
    try:
        return worded(language, given)
    except ValidationError:
        raise FormError(wording.TOO_LONG, f"{language}-{PARTS[0]}") from None


def _check(field: str, text: str) -> None:
    if not text:
        raise FormError(wording.MISSING, field)
    if len(text) > LONGEST_PART:
        raise FormError(wording.TOO_LONG, field)
    if any(len(sentence.split()) > MOST_WORDS for sentence in re.split(r"[.?!:]\s+", text)):
        raise FormError(wording.NOTICE_SENTENCE, field)


def _fields_of(view: NoticeView) -> Fields:
    return {
        f"{language}-{name}": part.text
        for language, text in view.notice.texts.items()
        for name, part in zip(PARTS, text.parts, strict=True)
    }
