"""One of the two servers, as the supervisor starts it: ``python -m house kiosk|clinic``.

Any other word is a command of ``python app.py``: ``python -m house unlock NAME``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from house.process import this_process
from house.servers import serve


def main(arguments: list[str]) -> int:
    """Serve one room until told to stop, or run a command."""
    room = arguments[0] if arguments else "kiosk"
    if room not in {"kiosk", "clinic"}:
        from house.commands import main as command

        return command(arguments, os.environ)
    if room == "clinic":
        from house.clinic import clinic_server

        process = this_process(os.environ, Path.home())
        serve(clinic_server(process), process, process.settings.clinic_port)
    else:
        from app import PROCESS, app

        serve(app, PROCESS, PROCESS.settings.kiosk_port)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
