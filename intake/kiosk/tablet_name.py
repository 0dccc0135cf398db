"""The name staff give a tablet, once: in the address it is opened with, or on a page of its own."""

from __future__ import annotations

from urllib.parse import unquote

import streamlit as st

from intake.kiosk.doors import tablet_name
from intake.kiosk.routes import TABLET_COOKIE
from intake.kiosk.stepping import lines, words

_MOUNT = """
export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector("span");
  if (root.dataset.name === data.name) return;
  root.dataset.name = data.name;
  fetch("/kiosk/tablet", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Anteroom": "1" },
    body: JSON.stringify({ tablet: data.name }),
  }).catch(() => { delete root.dataset.name; });
}
"""

_KEEPER = st.components.v2.component(
    "anteroom_tablet", html="<span hidden></span>", js=_MOUNT, isolate_styles=False
)
"""Has the browser keep the name in a cookie; no page can set one of those."""


def known_name() -> str:
    """The tablet's name: as it was just given, or as the tablet has kept it; empty: it has none."""
    kept = tablet_name(unquote(st.context.cookies.get(TABLET_COOKIE, "")))
    given = tablet_name(st.query_params.get("tablet", "")) or st.session_state.get("tablet", "")
    if given and given != kept:
        st.session_state["tablet"] = given
        _KEEPER(key="tablet-name", data={"name": given})
    return str(given or kept)


def draw_naming() -> None:
    """Ask staff for the name of a tablet that has none."""
    say = words()
    st.title(say["tablet.title"])
    lines("words", say["tablet.hint"])
    with st.form("naming", border=False):
        typed = st.text_input(
            say["tablet.title"], key="name-of-tablet", autocomplete="off", max_chars=30
        )
        saved = st.form_submit_button(
            say["tablet.save"], key="save-tablet", type="primary", width="stretch"
        )
    if saved and not tablet_name(typed):
        st.error(say["tablet.missing"])
    elif saved:
        st.session_state["tablet"] = tablet_name(typed)
        st.rerun()
