"""The Streamlit component that mounts the consent screen; its code is the player's own file."""

from __future__ import annotations

import streamlit as st

_MOUNT = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".anteroom-player");
  if (root.dataset.mounted) return;
  root.dataset.mounted = "yes";
  import(new URL("/kiosk/player/consent.js", window.location.origin).href)
    .then((consent) => consent.mount({
      root, data,
      agreed: (said) => setTriggerValue("agreed", said),
      closed: () => setTriggerValue("closed", true),
    }));
}
"""

CONSENT = st.components.v2.component(
    "anteroom_consent",
    html='<div class="anteroom-player"></div>',
    js=_MOUNT,
    isolate_styles=False,
)
"""Says what was ``agreed`` ({consent, language}), or that whoever declined has ``closed`` it."""
