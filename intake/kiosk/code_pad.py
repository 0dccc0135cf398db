"""The Streamlit component on which a code is typed: its letters alone, as large keys."""

from __future__ import annotations

import streamlit as st

_MOUNT = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".arriving-pad");
  import(new URL("/kiosk/player/code-pad.js", window.location.origin).href)
    .then((pad) => pad.mount({ root, data, typed: (code) => setTriggerValue("typed", code) }));
}
"""

CODE_PAD = st.components.v2.component(
    "anteroom_code_pad", html='<div class="arriving-pad"></div>', js=_MOUNT, isolate_styles=False
)
"""Says what was ``typed``, whole or not, once the patient goes on."""
