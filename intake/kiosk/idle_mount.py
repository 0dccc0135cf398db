"""The Streamlit component that watches whether somebody is still at the tablet, on every step."""

from __future__ import annotations

import streamlit as st

from intake.kiosk.doors import Doors
from intake.kiosk.stepping import LANGUAGES

_MOUNT = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".idle-place");
  if (data.offers) root.dataset.offers = "";
  else delete root.dataset.offers;
  import(new URL("/kiosk/player/idle.js", window.location.origin).href)
    .then((idle) => idle.watch({ root, data, left: () => setTriggerValue("left", true) }));
}
"""
_IDLE = st.components.v2.component(
    "anteroom_idle", html='<div class="idle-place"></div>', js=_MOUNT, isolate_styles=False
)


def watch_for_nobody(step: str, house: Doors, *, offers: bool) -> bool:
    """Watch this step; True when its patient has left, by choice or not.

    ``offers`` says that the button to stop and clear everything stands here, and not in the step
    itself.
    """
    data = {
        "step": step,
        "language": st.session_state.get("language"),
        "languages": LANGUAGES,
        "warning": house.patience.warning,
        "wipe": house.patience.wipe,
        "demo": house.demo,
        "offers": offers,
    }
    return bool(_IDLE(key="idle", data=data, on_left_change=lambda: None).left)
