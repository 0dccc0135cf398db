"""Anteroom: waiting-room intake and screening for knee clinics.

``streamlit run app.py`` serves the kiosk alone. ``python app.py`` starts and supervises kiosk and
clinic as two processes; ``python app.py --help`` lists the other commands.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import streamlit as st

from house.process import this_process
from house.servers import hardened, kiosk_routes, watchful

if __name__ == "__main__":
    from house.commands import main

    raise SystemExit(main(sys.argv[1:], os.environ))

PROCESS = this_process(os.environ, Path.home())

app = st.App(
    "intake/kiosk/page.py",
    routes=kiosk_routes(PROCESS),
    middleware=hardened(PROCESS),
    lifespan=watchful(PROCESS),
    on_script_error=PROCESS.script_failed,
)
