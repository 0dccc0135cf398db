"""The page on which an administrator words the privacy notice, and sees it as a patient would."""

from __future__ import annotations

import re

from pydantic import ValidationError
from starlette.routing import Route

from intake.consent import LONGEST_PART, PARTS, NoticeText, worded
from intake.wording import WORDS
from reports.clinic import wording
from reports.clinic.changing import Changing, Fields, Said
from reports.clinic.doors import NoticeChange, NoticeView
from reports.clinic.forms import Form, FormError
from reports.clinic.premises import Premises
from reports.clinic.templating import render

NOTICE = "/clinic/notice"
MOST_WORDS = 20
"""Words of a sentence; a longer one is lost before it ends."""


def notice_routes(premises: Premises) -> list[Route]:
    """Every route of the privacy notice."""
    doors = premises.doors

    def drawn(view: NoticeView, fields: Fields | None, said: Said) -> str:
        given = fields or _fields_of(view)
        return render(
            "notice.html",
            demo=doors.demo,
            view=view,
            base=given.get("base", str(view.notice.version)),
            given=given,
            parts=PARTS,
            longest=LONGEST_PART,
            said=WORDS,
            problem=said.problem,
            note=said.note,
        )

    page = Changing(
        NOTICE, wording.NOTICE_SAVED, doors.notice, doors.change_notice, read_change, drawn
    )
    return page.routes()


def read_change(form: Form) -> NoticeChange:
    """The words that were sent, in every language; raises FormError naming the field at fault."""
    fields = form.fields
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
