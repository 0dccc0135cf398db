"""A kiosk that is there to be killed: its real routes, doors and store, served again in no time.

``python -m tests.journeys.victim FOLDER PORT``: for every line on standard input one server is
forked and its process id printed; everything is imported once, so that dozens can be killed.
"""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from house.kiosk import KioskHouse
from house.process import now
from intake.kiosk.routes import Kiosk
from intake.store import Home, open_store


def serve(folder: str, port: int) -> None:
    """Serve the kiosk's routes until killed."""
    store = open_store(Home(Path(folder)), os.urandom)
    doors = KioskHouse(lambda: store, now, lambda: secrets.token_urlsafe(32), print).doors()
    app = Starlette(routes=list(Kiosk(doors, secrets.token_hex(8)).routes()))
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", access_log=False)


def main(folder: str, port: str) -> None:
    """Fork a server for each line that is read."""
    for _ in sys.stdin:
        pid = os.fork()
        if pid == 0:
            serve(folder, int(port))
            os._exit(0)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
        os.waitpid(pid, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
