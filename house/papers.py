"""The clinic's papers: drawn in the transaction that reads what they show, and put on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from house.summary_pdf import Known, summary_pdf
from intake.store import (
    Transaction,
    WriteTransaction,
    alerts,
    issued,
    settings,
    submissions,
    visits,
)
from intake.store.issued import Issue, Paper
from intake.store.sessions import Session
from reports.clinic import doors as clinic


@dataclass(frozen=True)
class Papers:
    """What drawing a paper takes besides the store: a clock, the program's name, a log."""

    clock: Callable[[], datetime]
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

    def _drawn(self, tx: Transaction, visit_id: str) -> _Drawn | None:
        visit = visits.open_for_clinic(tx, visit_id)
        stored = submissions.submissions_of_visit(tx, visit_id)
        if visit is None or not stored:
            return None
        told = alerts.alerts_of_visit(tx, visit_id)
        known = Known(settings.load_settings(tx), self.program, self.report)
        pdf = clinic.Pdf(summary_pdf(stored, told, known), visit.reference)
        return _Drawn(pdf, stored[-1].id)


@dataclass(frozen=True)
class _Drawn:
    pdf: clinic.Pdf
    submission_id: str


def _by(session: Session) -> str:
    return f"staff:{session.user.id}"
