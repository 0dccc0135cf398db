"""The Streamlit component that mounts the player; its code is the player's own file."""

from __future__ import annotations

import streamlit as st

_MOUNT = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".anteroom-player");
  if (root.dataset.mounted) return;
  root.dataset.mounted = "yes";
  const address = new URL("/kiosk/player/main.js", window.location.origin).href;
  const again = () => new Promise((resume) => setTimeout(resume, 1000)).then(load);
  const load = () => import(address).catch(again);
  load().then((player) => player.mount({
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
