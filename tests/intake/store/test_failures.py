import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import event

from intake.store import StoreError, StoreIsUnavailable, alerts, submissions, visits
from intake.store.alerts import AlertKind, NewAlert
from intake.store.submissions import Content
from intake.store.visits import Draft, Ending, VisitStatus
from tests.intake.store.samples import LATER, begun, reopened

MORE_STATEMENTS_THAN_ANY = 60


def answer(tx, visit):
    visits.save(tx, visit, Draft(0, b"cannot pass water", b"emergency"), LATER)
    alert = NewAlert(AlertKind.EMERGENCY, "E01", "Window seat", visit.id)
    alerts.raise_alert(tx, alert, LATER)


def submit(tx, visit):
    content = Content(b"{}", "rules-7", b"answers", b"meaning")
    ending = Ending(0, VisitStatus.COMPLETED, "tablet:Window seat")
    submissions.submit(tx, visit, ending, content, LATER)


def dump(home):
    with closing(sqlite3.connect(home.database)) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize("act", [answer, submit])
def test_whichever_statement_fails_nothing_of_the_transaction_stays(home, store, act):
    visit = begun(store)
    before = dump(home)
    countdown = 0

    def fail(*_):
        nonlocal countdown
        countdown -= 1
        if countdown == 0:
            raise sqlite3.OperationalError("disk I/O error with Zebedee in it")

    event.listen(store.engine, "before_cursor_execute", fail)
    messages = []
    for statement in range(1, MORE_STATEMENTS_THAN_ANY):
        countdown = statement
        try:
            with store.write() as tx:
                act(tx, visit)
        except StoreError as error:
            messages.append(str(error))
            assert dump(home) == before
        else:
            break
    countdown = 0
    assert len(messages) > 8
    assert "Zebedee" not in "".join(messages)
    assert reopened(store, visit) != visit


def test_a_commit_that_fails_is_not_taken_for_saved(store):
    visit = begun(store)

    def fail(_):
        raise sqlite3.OperationalError("disk I/O error")

    event.listen(store.engine, "commit", fail)
    with pytest.raises(StoreError), store.write() as tx:
        answer(tx, visit)
    event.remove(store.engine, "commit", fail)
    assert reopened(store, visit) == visit


def test_a_store_whose_folder_is_gone_is_unavailable(home, store):
    begun(store)
    store.close()
    home.folder.rename(home.folder.with_name("moved"))
    with pytest.raises(StoreIsUnavailable), store.read():
        pass
