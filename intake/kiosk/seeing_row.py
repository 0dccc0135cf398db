"""The Streamlit component with the row to see and hear by; its code is the player's own file."""

from __future__ import annotations

import streamlit as st

from intake.wording import WORDS

_MOUNT = """
export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".seeing-place");
  import(new URL("/kiosk/player/pages.js", window.location.origin).href)
    .then((pages) => pages.mount({ root, data }));
}
"""
_SAID = (
    "seeing.title",
    "seeing.larger",
    "seeing.smaller",
    "seeing.contrast",
    "aloud.start",
    "aloud.stop",
)
_SEEING = st.components.v2.component(
    "anteroom_seeing", html='<div class="seeing-place"></div>', js=_MOUNT, isolate_styles=False
)


def seeing_row(step: str, language: str) -> None:
    """Draw larger text, contrast and reading aloud; a new step takes the focus to its heading."""
    words = {key: WORDS[language][key] for key in _SAID}
    _SEEING(key="seeing", data={"step": step, "language": language, "words": words})
