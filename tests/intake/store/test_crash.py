import random
import time

from intake.store import alerts, audit, visits
from intake.store.audit import Intact
from intake.store.visits import Visit
from tests.intake.store.samples import LATER, begun
from tests.intake.store.victims import answer_without_end, started

KILLS = 40


def killed_after_a_while(home, seconds):
    """Let a victim save for a while, kill it, and give the last revision it said was saved."""
    process, told = started(answer_without_end, home, "token-of-zebedee")
    acknowledged = told.recv()
    time.sleep(seconds)
    process.kill()
    process.join()
    try:
        while True:
            acknowledged = told.recv()
    except EOFError:
        told.close()
    process.close()
    return acknowledged


def test_no_saved_answer_and_no_alert_is_lost_however_often_the_server_is_killed(home, store):
    visit = begun(store)
    moments = random.Random(4)  # noqa: S311 - the same moments in every run
    for _ in range(KILLS):
        acknowledged = killed_after_a_while(home, moments.uniform(0, 0.02))
        with store.read() as tx:
            found = visits.open_for_tablet(tx, "token-of-zebedee", LATER)
            assert isinstance(found, Visit)
            assert found.revision >= acknowledged
            assert found.body == f"{found.revision} answers".encode()
            raised = {alert.code for alert in alerts.alerts_of_visit(tx, visit.id)}
            assert raised == {f"E{number + 1}" for number in range(found.revision)}
            assert isinstance(audit.verify(tx), Intact)
            assert tx.connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
