"""The Streamlit components a patient types on before the questions: a code, and a birth date."""

from __future__ import annotations

import streamlit as st

_MOUNT = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".arriving-pad");
  import(new URL("/kiosk/player/FILE", window.location.origin).href)
    .then((pad) => pad.mount({ root, data, typed: (said) => setTriggerValue("typed", said) }));
}
"""
_PLACE = '<div class="arriving-pad"></div>'

CODE_PAD = st.components.v2.component(
    "anteroom_code_pad",
    html=_PLACE,
    js=_MOUNT.replace("FILE", "code-pad.js"),
    isolate_styles=False,
)
"""Says what was ``typed``, whole or not, once the patient goes on."""

DATE_PAD = st.components.v2.component(
    "anteroom_date_pad",
    html=_PLACE,
    js=_MOUNT.replace("FILE", "date-pad.js"),
    isolate_styles=False,
)
"""Says which day was ``typed`` (YYYY-MM-DD), and only one that can be a birth date."""
