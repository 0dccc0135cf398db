"""The part of a page that keeps it true: it asks for changes, and says when it cannot."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from reports.clinic.doors import Worklist
from reports.clinic.premises import standing_on

_ASSETS = Path(__file__).parent / "assets"
_WATCH = st.components.v2.component(
    "anteroom_clinic_watch",
    html=(_ASSETS / "watch.html").read_text(encoding="utf-8"),
    css=(_ASSETS / "watch.css").read_text(encoding="utf-8"),
    js=(_ASSETS / "watch.js").read_text(encoding="utf-8"),
)


def open_calls(found: Worklist) -> dict[str, str]:
    """Every notice nobody has seen to: its id, and what it asks for."""
    notices = [notice for row in found.rows for notice in row.open_notices] + list(found.calls)
    return {notice.alert_id: notice.kind.value for notice in notices}


def watch(sequence: int | None, calls: dict[str, str]) -> None:
    """Rerun the page when there is more than ``sequence``; sound ``calls`` (alert id to kind).

    A rerun, not a fragment: after a restart of the server a fragment would be stuck for good.
    ``sequence`` is None where the page shows trouble and should be tried again.
    """
    _WATCH(
        key="watch",
        data={
            "sequence": sequence,
            "calls": calls,
            "signedOut": False,
            "demo": standing_on().doors.demo,
        },
        on_changed_change=_ignore,
    )


def send_to_sign_in() -> None:
    """Take the browser to where somebody signs in."""
    data: dict[str, object] = {"sequence": None, "calls": {}, "signedOut": True}
    _WATCH(key="watch", data=data, on_changed_change=_ignore)


def _ignore() -> None:
    """A trigger reruns the script, and that is all it is for."""
