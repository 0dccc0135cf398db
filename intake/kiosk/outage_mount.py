"""The Streamlit component that says on every page when the server cannot be reached."""

from __future__ import annotations

import streamlit as st

from intake.kiosk.stepping import LANGUAGES
from intake.wording import WORDS

_MOUNT = """
export default function (component) {
  const { data } = component;
  import(new URL("/kiosk/player/outage.js", window.location.origin).href)
    .then((outage) => outage.watch(data));
}
"""
_OUTAGE = st.components.v2.component(
    "anteroom_outage", html="<span hidden></span>", js=_MOUNT, isolate_styles=False
)
_WORDS = {
    one: {"away": WORDS[one]["outage.away"], "desk": WORDS[one]["outage.desk"]} for one in LANGUAGES
}


def watch_connection(step: str) -> None:
    """Have the browser look, and say so in the language of the page; this costs no rerun."""
    _OUTAGE(key="outage", data={"step": step, "words": _WORDS})
