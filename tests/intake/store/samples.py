"""Made-up visits, and short ways to do to them what most tests need done."""

from datetime import UTC, datetime, timedelta

from intake.store import Secret, Store, visits
from intake.store.visits import Change, Draft, Ending, NewVisit, Visit, VisitStatus

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
TONIGHT = NOW + timedelta(hours=12)
ARRIVAL = NewVisit(
    "Window seat", "en", "2026.1", b"Zebedee Madeup", b"no answers yet", b"at least routine"
)
BY_PATIENT = "tablet:Window seat"
COMPLETED = Ending(0, VisitStatus.COMPLETED, BY_PATIENT)


def begun(store: Store, cookie: str = "token-of-zebedee") -> Visit:
    """Begin a visit and let a tablet into it."""
    with store.write() as tx:
        visit = visits.begin(tx, ARRIVAL, NOW)
        visits.admit_tablet(tx, visit, Secret(cookie, TONIGHT), NOW)
    return visit


def saved(store: Store, visit: Visit, base: int, body: bytes) -> Change:
    """Save a body in a transaction of its own."""
    with store.write() as tx:
        return visits.save(tx, visit, Draft(base, body, b"at least routine"), LATER)


def reopened(store: Store, visit: Visit) -> Visit:
    """Open a visit again as the clinic does."""
    with store.read() as tx:
        found = visits.open_for_clinic(tx, visit.id)
    assert found is not None
    return found
