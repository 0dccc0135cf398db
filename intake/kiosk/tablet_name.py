"""The name staff give a tablet, once: in the address it is opened with, or on a page of its own."""

from __future__ import annotations

from urllib.parse import unquote

import streamlit as st

from intake.kiosk.doors import Doors, tablet_name
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
    body: JSON.stringify({ tablet: data.name, pass: data.pass }),
  }).catch(() => { delete root.dataset.name; });
}
"""

_KEEPER = st.components.v2.component(
    "anteroom_tablet", html="<span hidden></span>", js=_MOUNT, isolate_styles=False
)
"""Has the browser keep the name in a cookie; no page can set one of those."""
_IN_ADDRESS = "tablet"


def known_name(house: Doors) -> str:
    """The tablet's name: as it was just given, or as the tablet has kept it; empty: it has none."""
    kept = tablet_name(unquote(st.context.cookies.get(TABLET_COOKIE, "")))
    name = str(st.session_state.get("tablet") or kept)
    asked = asked_name()
    if asked and (not name or not house.staff.is_set()):
        name = asked
    if name and name != kept:
        st.session_state["tablet"] = name
        data = {"name": name, "pass": st.session_state.get("staff_pass", "")}
        _KEEPER(key="tablet-name", data=data)
    return name


def asked_name() -> str:
    """The name in the address; empty where none is."""
    return tablet_name(st.query_params.get(_IN_ADDRESS, ""))


def take_name(name: str) -> None:
    """From now on this is the tablet's name, whatever its address says."""
    st.session_state["tablet"] = name
    keep_name()


def keep_name() -> None:
    """The tablet's name is not what its address says."""
    st.query_params.pop(_IN_ADDRESS, None)


def waits_for_staff(house: Doors, tablet: str) -> bool:
    """Whether this tablet gets a name, or another one, only from staff."""
    return asked_name() not in {"", tablet} or (not tablet and house.staff.is_set())


def draw_naming() -> None:
    """Ask for the name of a tablet that has none."""
    say = words()
    st.title(say["tablet.title"])
    lines("words", say["tablet.hint"])
    if name := type_name(""):
        take_name(name)
        st.rerun()


def type_name(before: str) -> str:
    """Ask for a name; give it once it was typed."""
    say = words()
    with st.form("naming", border=False):
        typed = st.text_input(
            say["tablet.title"],
            before,
            key="name-of-tablet",
            autocomplete="off",
            max_chars=30,
        )
        saved = st.form_submit_button(
            say["tablet.save"], key="save-tablet", type="primary", width="stretch"
        )
    name = tablet_name(typed) if saved else ""
    if saved and not name:
        st.error(say["tablet.missing"])
    return name
