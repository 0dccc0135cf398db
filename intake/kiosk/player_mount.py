"""The Streamlit component that mounts the player; its code is the player's own file."""

from __future__ import annotations

import streamlit as st

_MOUNT = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".anteroom-player");
  if (root.dataset.mounted) return;
  root.dataset.mounted = "yes";
  const headers = { "Content-Type": "application/json", "X-Anteroom": "1" };
  const claim = data.ticket
    ? fetch("/kiosk/claim", {
        method: "POST", headers, body: JSON.stringify({ ticket: data.ticket }),
      }).catch(() => undefined)
    : Promise.resolve();
  claim
    .then(() => import(new URL("/kiosk/player/main.js", window.location.origin).href))
    .then((player) => player.mount({
      root, data, finished: (language) => setTriggerValue("finished", language),
    }));
}
"""

PLAYER = st.components.v2.component(
    "anteroom_player",
    html='<div class="anteroom-player"></div>',
    js=_MOUNT,
    isolate_styles=False,
)
