"""The clinic's papers: drawn in the transaction that reads what they show, and put on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from house import asked
from house.alert_slip import slip_of
from house.summary_pdf import Known, summary_pdf
from intake.store import (
    Transaction,
    WriteTransaction,
    alerts,
    audit,
    issued,
    settings,
    submissions,
    visits,
)
from intake.store.issued import Issue, Paper
from intake.store.sessions import Session
from reports.clinic import doors as clinic
from reports.clinic.wording import UNFIT_TO_PROTECT
from reports.pdf.protect import PasswordError, protect
from reports.pdf.sheet import HALF_A4, HALF_LETTER
from reports.pdf.slip import render_slip

LOOK_BACK = timedelta(days=2)
"""How long after an alert was raised, and seen, its slip can still be printed."""


@dataclass(frozen=True)
class Papers:
    """What drawing a paper takes besides the store: a clock, the program's name, a log."""

    clock: Callable[[], datetime]
    secret: Callable[[], str] = field(repr=False)
    report: Callable[[str], None]
    program: str

    def summary(
        self, tx: WriteTransaction, session: Session, visit_id: str
    ) -> clinic.Pdf | clinic.NotThere:
        """The PDF of the submission that counts."""
        drawn = self._drawn(tx, visit_id)
        if drawn is None:
            return clinic.NotThere()
        issue = Issue(Paper.SUMMARY, visit_id, drawn.submission_id, _by(session))
        issued.record_issue(tx, issue, drawn.pdf.content, self.clock())
        return drawn.pdf

    def protected(
        self, tx: WriteTransaction, session: Session, visit_id: str, password: str
    ) -> clinic.Pdf | clinic.Refused | clinic.NotThere:
        """The same PDF under a password, which is not kept."""
        drawn = self._drawn(tx, visit_id)
        if drawn is None:
            return clinic.NotThere()
        try:
            content = protect(drawn.pdf.content, password, self.secret())
        except PasswordError:
            return clinic.Refused(UNFIT_TO_PROTECT, "password")
        issue = Issue(Paper.PROTECTED, visit_id, drawn.submission_id, _by(session))
        issued.record_issue(tx, issue, content, self.clock())
        return clinic.Pdf(content, drawn.pdf.reference)

    def slip(
        self, tx: WriteTransaction, session: Session, alert_id: str
    ) -> clinic.Pdf | clinic.NotThere:
        """The half page of one alert that is open, or was raised of late."""
        told = alerts.alerts_since(tx, self.clock() - LOOK_BACK)
        alert = next((one for one in told if one.id == alert_id), None)
        if alert is None:
            return clinic.NotThere()
        known = settings.load_settings(tx)
        slip = slip_of(tx, alert, self.clock(), demo=bool(known and known.demo))
        size = HALF_A4 if known and known.paper == "a4" else HALF_LETTER
        event = audit.Event(_by(session), "slip.drawn", alert.visit_id or alert.id, alert.id)
        audit.record(tx, event, self.clock())
        return clinic.Pdf(render_slip(slip, size), slip.reference)

    def _drawn(self, tx: Transaction, visit_id: str) -> _Drawn | None:
        visit = visits.open_for_clinic(tx, visit_id)
        stored = submissions.submissions_of_visit(tx, visit_id)
        if visit is None or not stored:
            return None
        told = alerts.alerts_of_visit(tx, visit_id)
        known = Known(
            settings.load_settings(tx), self.program, self.report, visit.reference, visit.identity
        )
        pdf = clinic.Pdf(
            summary_pdf(stored, told, known, asked.of_submission(tx, stored[-1])), visit.reference
        )
        return _Drawn(pdf, stored[-1].id)


@dataclass(frozen=True)
class _Drawn:
    pdf: clinic.Pdf
    submission_id: str


def _by(session: Session) -> str:
    return f"staff:{session.user.id}"
