"""Codes staff give out at the clinic, and the half page a patient takes along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from house import asked
from house import today as listing
from house import visit as visiting
from house.desk import Writing
from intake.store import (
    Secret,
    Transaction,
    WriteTransaction,
    appointments,
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
from reports.clinic.wording import BEGUN_ALREADY, VISIT_ENDED
from reports.pdf.sheet import HALF_A4, HALF_LETTER
from reports.pdf.slip import Code, render_code

Issued: TypeAlias = clinic.IssuedCode | clinic.Refused | clinic.NotThere
CODE_LIFE = timedelta(minutes=30)
"""How long a patient has to walk to another tablet and type."""


@dataclass(frozen=True)
class Codes:
    """The doors at which codes are given out."""

    writing: Writing
    clock: Callable[[], datetime]

    def visit_code(self, token: str, visit_id: str) -> Issued | clinic.Trouble:
        """A code with which a visit in progress goes on at another tablet."""
        return self.writing("visit-code", token, _for_visit(visit_id, self.clock()))

    def appointment_code(self, token: str, line_id: str) -> Issued | clinic.Trouble:
        """A code with which the patient of a line of today's list begins."""
        return self.writing("appointment-code", token, _for_appointment(line_id, self.clock()))

    def code_slip(
        self, token: str, wanted: clinic.CodeSlip
    ) -> clinic.Pdf | clinic.NotThere | clinic.Trouble:
        """The half page with a code, while it still works."""
        return self.writing("code-slip", token, _slip(wanted, self.clock()))


def _for_visit(visit_id: str, now: datetime) -> Callable[[WriteTransaction, Session], Issued]:
    """Make the code that hands a visit in progress over; the one before stops working."""

    def issue(tx: WriteTransaction, session: Session) -> Issued:
        visit = visits.open_for_clinic(tx, visit_id)
        if visit is None:
            return clinic.NotThere()
        code = Secret(readable_code(tx.entropy), now + CODE_LIFE)
        if not hand_over.issue(tx, visit, code, _by(session), now):
            return clinic.Refused(VISIT_ENDED)
        until = code.expires_at.astimezone(visiting.clinic_zone(tx))
        return clinic.IssuedCode(code.value, until, visit.language)

    return issue


def _for_appointment(line_id: str, now: datetime) -> Callable[[WriteTransaction, Session], Issued]:
    """Make the code with which the patient of a line begins; the one before stops working."""

    def issue(tx: WriteTransaction, session: Session) -> Issued:
        line = appointments.line(tx, line_id, listing.today(tx, now))
        if line is None:
            return clinic.NotThere()
        code = Secret(readable_code(tx.entropy), now + CODE_LIFE)
        if not appointments.issue_code(tx, line_id, code, _by(session), now):
            return clinic.Refused(BEGUN_ALREADY)
        until = code.expires_at.astimezone(visiting.clinic_zone(tx))
        return clinic.IssuedCode(code.value, until, asked.QUESTIONNAIRE.language, fresh=True)

    return issue


def _slip(
    wanted: clinic.CodeSlip, now: datetime
) -> Callable[[WriteTransaction, Session], clinic.Pdf | clinic.NotThere]:
    """The half page with a code that still works, in the language of its reader."""

    def draw(tx: WriteTransaction, session: Session) -> clinic.Pdf | clinic.NotThere:
        code = typed_code(wanted.code)
        known = _known(tx, code, now)
        if known is None:
            return clinic.NotThere()
        audit.record(tx, audit.Event(_by(session), "code.slip-drawn", known.subject), now)
        until = phrases.clock(known.expires_at, visiting.clinic_zone(tx))
        return _drawn(tx, Code(code, now, until, wanted.language, fresh=known.fresh))

    return draw


@dataclass(frozen=True)
class _Known:
    subject: str
    expires_at: datetime
    fresh: bool


def _known(tx: Transaction, code: str, now: datetime) -> _Known | None:
    """What a code stands for at this moment: a visit to be handed over, or a line of the list."""
    if opened := hand_over.opens(tx, code, now):
        return _Known(opened.visit_id, opened.expires_at, fresh=False)
    line = appointments.with_code(tx, code, listing.today(tx, now), now)
    if line is None or line.code_expires_at is None:
        return None
    return _Known(line.id, line.code_expires_at, fresh=True)


def _drawn(tx: Transaction, code: Code) -> clinic.Pdf:
    known = settings.load_settings(tx)
    size = HALF_A4 if known and known.paper == "a4" else HALF_LETTER
    slip = replace(code, demo=bool(known and known.demo))
    return clinic.Pdf(render_code(slip, size), "code")


def _by(session: Session) -> str:
    return f"staff:{session.user.id}"
