"""The Streamlit components typed on before the questions: a code, a birth date, the staff PIN."""

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

_PIN_MOUNT = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".arriving-pad");
  import(new URL("/kiosk/player/pin-pad.js", window.location.origin).href)
    .then((pad) => pad.mount({ root, data, opened: (pass) => setTriggerValue("opened", pass) }));
}
"""
PIN_PAD = st.components.v2.component(
    "anteroom_pin_pad", html=_PLACE, js=_PIN_MOUNT, isolate_styles=False
)
"""Says which pass ``opened`` the staff door; the PIN itself goes to the kiosk's own route."""

_CLOCK = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const leave = parentElement.querySelector("a");
  leave.textContent = data.leave;
  leave.href = `/kiosk/closed/${data.language}`;
  const timer = setTimeout(() => setTriggerValue("ended", true), data.seconds * 1000);
  return () => clearTimeout(timer);
}
"""
STAFF_CLOCK = st.components.v2.component(
    "anteroom_staff_clock",
    html='<div class="staff-leave"><a href="/"></a></div>',
    js=_CLOCK,
    isolate_styles=False,
)
"""Leads to the page outside the kiosk, and says once staff have ``ended``: their time is over."""
