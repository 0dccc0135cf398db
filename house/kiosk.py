"""The kiosk's doors, opened onto the store and the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from house import asked
from house import consent as consenting
from house import visit as visiting
from house.arriving import Arriving, tell_of_minor
from house.late import keep_late, tell_of_stray
from house.leaving import Leaving, silence_for
from house.staff_door import StaffDoor
from intake.closing import closing_lines
from intake.consent import Agreement, Notice
from intake.fhir import ResponseError
from intake.kiosk.doors import (
    Changes,
    Doors,
    NewerNotice,
    NoVisit,
    Outcome,
    Patience,
    Refused,
    Saved,
    Stale,
    TellFrontDesk,
    Visit,
)
from intake.response import Status
from intake.store import (
    Secret,
    Store,
    StoreError,
    Transaction,
    WriteTransaction,
    alerts,
    presence,
    settings,
    visits,
)
from intake.store.alerts import AlertKind, NewAlert
from intake.store.references import ALPHABET as CODE_LETTERS
from intake.store.visits import Ending, Locked, VisitStatus

COOKIE_LIFE = timedelta(hours=12)

_T = TypeVar("_T")

Report = Callable[[str], None]
"""Told a code of what failed, without answers; writes it to the log."""


@dataclass(frozen=True)
class KioskHouse:
    """What stands behind the kiosk's doors: a store, a clock, secrets, and where to report."""

    store: Callable[[], Store] = field(repr=False)
    clock: Callable[[], datetime]
    secret: Callable[[], str] = field(repr=False)
    report: Report
    demo: bool = False
    patience: Patience = field(default_factory=Patience)

    def doors(self) -> Doors:
        """The callables the kiosk is handed."""
        arriving = Arriving(self.store, self.clock, self.secret, self.report)
        leaving = self.leaving()
        return Doors(
            notice=self.notice,
            agree=self.agree,
            consented=self.consented,
            keep_place=arriving.keep_place,
            place=arriving.place,
            decline=self.decline,
            begin=arriving.begin,
            alone=arriving.alone,
            claim=self.claim,
            today=arriving.today,
            expects=arriving.expects,
            find=arriving.find,
            use_code=arriving.use_code,
            code_letters=CODE_LETTERS,
            closing=self.closing,
            visit=self.visit,
            record=self.record,
            submit=self.submit,
            ask_for_help=self.ask_for_help,
            walk_away=leaving.walk_away,
            tell_unsent=leaving.tell_unsent,
            still_here=leaving.still_here,
            staff=StaffDoor(self.store, self.clock, self.secret, self.report).door(),
            patience=self.patience,
            questionnaire=self.questionnaire,
            ready=self.ready,
            report=self.report,
            demo=self.demo,
        )

    def leaving(self) -> Leaving:
        """What becomes of a visit whose patient is no longer there."""
        return Leaving(self.store, self.clock, self.report, silence_for(self.patience))

    def notice(self) -> Notice | TellFrontDesk:
        """The privacy notice in force; looking at it stores nothing."""
        try:
            with self.store().read() as tx:
                return consenting.notice_in_force(tx)
        except (StoreError, ValueError) as problem:
            return self._failed("notice", problem)

    def agree(self, given: Agreement) -> str | NewerNotice | Refused | TellFrontDesk:
        """Keep that a patient agreed, and give the tablet the secret that begins a visit."""
        if not given.stands:
            return Refused("This is neither signed nor agreed to.")
        now, secret = self.clock(), self.secret()
        try:
            with self.store().write() as tx:
                notice = consenting.notice_in_force(tx)
                if given.version != notice.version:
                    return NewerNotice(notice)
                if given.language not in notice.texts:
                    return Refused("This notice is not there in that language.")
                consenting.agree(tx, given, notice, secret, now)
        except (StoreError, ValueError) as problem:
            return self._failed("agree", problem)
        return secret

    def consented(self, secret: str) -> str | None:
        """In which language somebody agreed on this tablet a moment ago; None: nobody did."""
        try:
            with self.store().read() as tx:
                found = consenting.waiting(tx, secret, self.clock())
        except (StoreError, ValueError) as problem:
            self._failed("consented", problem)
            return None
        return found.language if found else None

    def decline(self, tablet: str) -> bool:
        """Tell the desk that somebody would rather talk; nothing else is stored."""
        alert = NewAlert(AlertKind.DECLINED, "declined", tablet)
        try:
            with self.store().write() as tx:
                alerts.raise_alert(tx, alert, self.clock())
        except StoreError as problem:
            self._failed("decline", problem)
            return False
        return True

    def claim(self, ticket: str) -> str | None:
        """Exchange a ticket for the tablet's cookie token."""
        now, token = self.clock(), self.secret()
        try:
            with self.store().write() as tx:
                secret = Secret(token, now + COOKIE_LIFE)
                visit = visits.redeem_code(tx, ticket, secret, now)
        except StoreError as problem:
            self._failed("claim", problem)
            return None
        return token if visit is not None else None

    def closing(self, language: str) -> tuple[str, ...]:
        """What a patient who has finished is told; the program's own words where none are found."""
        try:
            with self.store().read() as tx:
                known = settings.load_settings(tx)
        except StoreError as problem:
            self._failed("closing", problem)
            known = None
        return closing_lines(known.closing if known else {}, language)

    def questionnaire(self, version: str, language: str) -> bytes | None:
        """The questions of a version, as an interview ends on those it began with.

        Today's are there whether or not the store can be read.
        """
        if version == asked.QUESTIONNAIRE.version:
            return asked.todays_document(language)
        try:
            with self.store().read() as tx:
                return asked.kept_document(tx, version, language)
        except StoreError as problem:
            self._failed("questionnaire", problem)
            return None

    def visit(self, token: str) -> Visit | NoVisit | TellFrontDesk:
        """What the cookie opens; one whose tablet was silent for too long is not shown again."""
        since = self.clock() - silence_for(self.patience)
        try:
            with self.store().read() as tx:
                view = self._view(tx, token)
                waits = isinstance(view, Visit) and view.paused
                return view if waits or not presence.is_left(tx, token, since) else NoVisit()
        except (StoreError, ResponseError) as problem:
            return self._failed("visit", problem)

    def record(self, token: str, changes: Changes) -> Outcome:
        """Save the answers and alert staff to what cannot wait, in one transaction."""
        try:
            with self.store().write() as tx:
                return self._record(tx, token, changes)
        except (StoreError, ResponseError) as problem:
            return self._failed("record", problem)

    def submit(self, token: str, base: int) -> Outcome:
        """Finish the visit, unless a required question is open or staff are being waited for."""
        try:
            with self.store().write() as tx:
                return self._submit(tx, token, base)
        except (StoreError, ResponseError) as problem:
            return self._failed("submit", problem)

    def ask_for_help(self, token: str | None, tablet: str) -> bool:
        """Raise a desk alert for a tablet and, where its cookie opens one, a visit."""
        now = self.clock()
        try:
            with self.store().write() as tx:
                found = visits.open_for_tablet(tx, token, now) if token else None
                visit = found if isinstance(found, visits.Visit) else None
                name = visit.tablet if visit else tablet
                visit_id = visit.id if visit else None
                alert = NewAlert(AlertKind.HELP, "help", name, visit_id, again=True)
                alerts.raise_alert(tx, alert, now)
                if visit is not None:
                    visiting.relevel_as_stopped(tx, visiting.open_draft(tx, visit), now)
        except (StoreError, ResponseError) as problem:
            self._failed("help", problem)
            return False
        return True

    def ready(self) -> bool:
        """Whether the store can be written."""
        try:
            return self.store().is_writable(self.clock())
        except StoreError:
            return False

    def _view(self, tx: Transaction, token: str) -> Visit | NoVisit:
        now = self.clock()
        found = visits.open_for_tablet(tx, token, now)
        if found is None:
            return NoVisit()
        day = visiting.moment(tx, now).visit_date
        if isinstance(found, Locked):
            return _ended(found, day, paused=alerts.is_paused(tx, found.visit_id))
        opened = visiting.open_draft(tx, found)
        return Visit(
            revision=found.revision,
            answers=visiting.given_of(opened.draft),
            at=opened.draft.at,
            paused=alerts.is_paused(tx, found.id),
            finished=False,
            questionnaire_version=opened.questionnaire.version,
            language=asked.in_language(tx, found, found.language).language,
            visit_date=day,
        )

    def _record(self, tx: WriteTransaction, token: str, changes: Changes) -> Outcome:
        now = self.clock()
        found = visits.open_for_tablet(tx, token, now)
        if isinstance(found, Locked) and found.status is not VisitStatus.COMPLETED:
            closed = found.status is VisitStatus.CLOSED
            take = keep_late if closed else tell_of_stray
            outcome = _fitting(lambda: take(tx, found.visit_id, changes, now))
            return outcome if closed else NoVisit()
        opened = self._opened(tx, token, changes.base)
        if not isinstance(opened, visiting.Opened):
            return opened
        before = opened
        draft = _fitting(lambda: visiting.given(tx, before, changes.answers, now))
        if isinstance(draft, Refused):
            return draft
        opened = visiting.spoken_to(tx, opened, changes.language)
        changed = visiting.save(tx, opened, replace(draft, at=changes.at), changes.base, now)
        if not isinstance(changed, visits.Saved):
            return self._stale(tx, token)
        tell_of_minor(tx, opened.visit, draft, now)
        return Saved(changed.revision, alerts.is_paused(tx, opened.visit.id))

    def _submit(self, tx: WriteTransaction, token: str, base: int) -> Outcome:
        now = self.clock()
        opened = self._opened(tx, token, base)
        if not isinstance(opened, visiting.Opened):
            return opened
        if alerts.is_paused(tx, opened.visit.id):
            return Refused("Please wait for a member of staff.")
        response = visiting.response_of(opened, Status.IN_PROGRESS, now)
        if link_id := visiting.unanswered(response):
            return Refused("This question still needs an answer.", link_id)
        ending = Ending(base, VisitStatus.COMPLETED, f"tablet:{opened.visit.tablet}")
        ended = visiting.finish(tx, opened, ending, now)
        if isinstance(ended, visits.Stale | visits.Ended):
            return self._stale(tx, token)
        return Saved(base, paused=False)

    def _opened(
        self, tx: WriteTransaction, token: str, base: int
    ) -> visiting.Opened | NoVisit | Stale:
        found = visits.open_for_tablet(tx, token, self.clock())
        if found is None:
            return NoVisit()
        if isinstance(found, Locked) or found.revision != base:
            return self._stale(tx, token)
        return visiting.open_draft(tx, found)

    def _stale(self, tx: Transaction, token: str) -> Stale | NoVisit:
        view = self._view(tx, token)
        return view if isinstance(view, NoVisit) else Stale(view)

    def _failed(self, door: str, problem: Exception) -> TellFrontDesk:
        self.report(f"kiosk.{door}.{type(problem).__name__}")
        return TellFrontDesk()


def _fitting(take: Callable[[], _T]) -> _T | Refused:
    """What comes of taking answers; a sentence about the one that cannot be taken."""
    try:
        return take()
    except ResponseError as problem:
        link_id, _, sentence = str(problem).partition(": ")
        return Refused(sentence, link_id)


def _ended(locked: Locked, day: date, *, paused: bool) -> Visit | NoVisit:
    """A visit that ended can say so; one that moved to another tablet is gone from this one."""
    if locked.status is VisitStatus.IN_PROGRESS:
        return NoVisit()
    return Visit(
        revision=0,
        answers={},
        at=None,
        paused=paused,
        finished=locked.status is VisitStatus.COMPLETED,
        closed=locked.status is not VisitStatus.COMPLETED,
        questionnaire_version=asked.QUESTIONNAIRE.version,
        language=locked.language,
        visit_date=day,
    )
