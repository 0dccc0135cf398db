"""Codes staff give out at the clinic, and the half page a patient takes along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from house import visit as visiting
from intake.store import (
    Secret,
    Transaction,
    WriteTransaction,
    audit,
    hand_over,
    readable_code,
    settings,
    typed_code,
    visits,
)
from intake.store.sessions import Session
from reports import phrases
from reports.clinic import doors as clinic
from reports.clinic.wording import VISIT_ENDED
from reports.pdf.sheet import HALF_A4, HALF_LETTER
from reports.pdf.slip import Code, render_code

CODE_LIFE = timedelta(minutes=30)
"""How long a patient has to walk to another tablet and type."""


def for_visit(
    visit_id: str, now: datetime
) -> Callable[[WriteTransaction, Session], clinic.IssuedCode | clinic.Refused | clinic.NotThere]:
    """Make the code that hands a visit in progress over; the one before stops working."""

    def issue(
        tx: WriteTransaction, session: Session
    ) -> clinic.IssuedCode | clinic.Refused | clinic.NotThere:
        visit = visits.open_for_clinic(tx, visit_id)
        if visit is None:
            return clinic.NotThere()
        code = Secret(readable_code(tx.entropy), now + CODE_LIFE)
        if not hand_over.issue(tx, visit, code, _by(session), now):
            return clinic.Refused(VISIT_ENDED)
        until = code.expires_at.astimezone(visiting.clinic_zone(tx))
        return clinic.IssuedCode(code.value, until, visit.language)

    return issue


def slip(
    wanted: clinic.CodeSlip, now: datetime
) -> Callable[[WriteTransaction, Session], clinic.Pdf | clinic.NotThere]:
    """The half page with a code that still works, in the language of its reader."""

    def draw(tx: WriteTransaction, session: Session) -> clinic.Pdf | clinic.NotThere:
        code = typed_code(wanted.code)
        opened = hand_over.opens(tx, code, now)
        if opened is None:
            return clinic.NotThere()
        audit.record(tx, audit.Event(_by(session), "code.slip-drawn", opened.visit_id), now)
        until = phrases.clock(opened.expires_at, visiting.clinic_zone(tx))
        return _drawn(tx, Code(code, now, until, wanted.language))

    return draw


def _drawn(tx: Transaction, code: Code) -> clinic.Pdf:
    known = settings.load_settings(tx)
    size = HALF_A4 if known and known.paper == "a4" else HALF_LETTER
    slip = replace(code, demo=bool(known and known.demo))
    return clinic.Pdf(render_code(slip, size), "code")


def _by(session: Session) -> str:
    return f"staff:{session.user.id}"
