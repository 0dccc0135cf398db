"""What runs in a process of its own and is killed there, or kills itself."""

import os
import secrets
import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from sqlalchemy import Engine, event

from intake.store import Home, StoreError, alerts, migration, open_store, prepare, visits
from intake.store.alerts import AlertKind, NewAlert
from intake.store.visits import Draft, Saved, Visit
from tests.intake.store.samples import LATER, NOW

_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.intake.store.victims"])


def started(
    target: Callable[..., None], *arguments: object
) -> tuple[ForkServerProcess, Connection]:
    """Start a victim; what it sends arrives at the connection."""
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=target, args=(theirs, *arguments))
    process.start()
    theirs.close()
    return process, ours


def answer_without_end(told: Connection, home: Home, token: str) -> None:
    """Save revision after revision, each with an alert of its own, telling each one saved."""
    store = open_store(home, secrets.token_bytes)
    while True:
        with store.write() as tx:
            visit = visits.open_for_tablet(tx, token, LATER)
            assert isinstance(visit, Visit)
            body = f"{visit.revision + 1} answers".encode()
            saved = visits.save(tx, visit, Draft(visit.revision, body, body), LATER)
            assert isinstance(saved, Saved)
            code = f"E{saved.revision}"
            alerts.raise_alert(tx, NewAlert(AlertKind.EMERGENCY, code, "Door", visit.id), LATER)
        told.send(saved.revision)


def prepare_and_die(told: Connection, home: Home, statement: int, scripts: Path) -> None:
    """Prepare a home with these migrations, killing itself before the n-th statement."""
    migration.SCRIPTS = scripts
    seen = 0

    def die(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", die)
    prepare(home, secrets.token_bytes, NOW).close()
    told.send("prepared")


def prepare_and_tell(told: Connection, home: Home) -> None:
    """Prepare a home and tell the keys it opened with."""
    store = prepare(home, secrets.token_bytes, NOW)
    told.send(str(sorted(store.keyring.ids.items())))
    store.close()


def save_many_times(told: Connection, home: Home, token: str, times: int) -> None:
    """Save so many revisions and tell how many errors there were."""
    store = open_store(home, secrets.token_bytes)
    errors = 0
    for _ in range(times):
        try:
            with store.write() as tx:
                visit = visits.open_for_tablet(tx, token, LATER)
                assert isinstance(visit, Visit)
                visits.save(tx, visit, Draft(visit.revision, b"answers", b""), LATER)
        except StoreError:
            errors += 1
    told.send(errors)
