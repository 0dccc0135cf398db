from concurrent.futures import ThreadPoolExecutor

from intake.store import alerts, audit, visits
from intake.store.alerts import AlertKind, NewAlert
from intake.store.audit import Intact
from intake.store.visits import Draft, Saved, Visit
from tests.intake.store.samples import LATER, NOW, begun, reopened
from tests.intake.store.victims import save_many_times, started

WRITERS = 8
TIMES = 40


def test_eight_writers_read_then_write_without_an_error_or_a_lost_change(store):
    visit = begun(store)

    def write(_):
        results = []
        for _ in range(TIMES):
            with store.write() as tx:
                now = visits.open_for_tablet(tx, "token-of-zebedee", LATER)
                assert isinstance(now, Visit)
                body = now.body + b"."
                results.append(visits.save(tx, now, Draft(now.revision, body, b""), LATER))
        return results

    with ThreadPoolExecutor(WRITERS) as pool:
        results = [one for many in pool.map(write, range(WRITERS)) for one in many]
    assert sorted(one.revision for one in results if isinstance(one, Saved)) == list(
        range(1, WRITERS * TIMES + 1)
    )
    assert reopened(store, visit).body == visit.body + b"." * WRITERS * TIMES
    with store.read() as tx:
        assert isinstance(audit.verify(tx), Intact)


def test_two_processes_write_without_an_error(home, store):
    visit = begun(store)
    writers = [started(save_many_times, home, "token-of-zebedee", TIMES) for _ in range(2)]
    assert [told.recv() for _, told in writers] == [0, 0]
    for process, told in writers:
        process.join()
        process.close()
        told.close()
    assert reopened(store, visit).revision == 2 * TIMES


def test_a_reader_sees_one_moment_while_others_write(store):
    visit = begun(store)
    with store.read() as tx:
        before = visits.open_for_clinic(tx, visit.id)
        with store.write() as writing:
            visits.save(writing, visit, Draft(0, b"written meanwhile", b""), LATER)
        assert visits.open_for_clinic(tx, visit.id) == before
    assert reopened(store, visit).body == b"written meanwhile"


def test_a_finding_raised_by_eight_at_once_is_one_alert(store):
    visit = begun(store)

    def tell(_):
        with store.write() as tx:
            new = NewAlert(AlertKind.EMERGENCY, "E01", "Window seat", visit.id)
            return alerts.raise_alert(tx, new, NOW).fresh

    with ThreadPoolExecutor(WRITERS) as pool:
        assert sum(pool.map(tell, range(WRITERS))) == 1
