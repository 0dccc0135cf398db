"""The clinic's application, made only where somebody asks for it: never in the kiosk's process."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TypeAlias

import streamlit as st
from starlette.middleware import Middleware

from intake.web import Hardened, content_security_policy, streamlit_page
from reports.clinic import pages
from reports.clinic.gate import Gate
from reports.clinic.premises import Premises, open_premises
from reports.clinic.routes import clinic_routes

Lifespan: TypeAlias = Callable[[st.App], AbstractAsyncContextManager[dict[str, object] | None]]
# Beside the pages, which are imported here, before serving: a script that imports them while the
# first visitors arrive can be seen half imported by the next.
SCRIPT = Path(pages.__file__).with_name("page.py")


def clinic_app(premises: Premises, *, lifespan: Lifespan | None = None) -> st.App:
    """Make the clinic's application over its doors; one per process.

    ``lifespan`` is what to do around serving.
    """
    open_premises(premises)
    policy = content_security_policy(streamlit_page())
    return st.App(
        SCRIPT,
        lifespan=lifespan,
        routes=clinic_routes(premises),
        middleware=[
            Middleware(Hardened, policy=policy, secure=premises.secure),
            Middleware(Gate, doors=premises.doors),
        ],
    )
