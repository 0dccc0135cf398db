"""The kiosk's Streamlit page: welcome, name, the player, thanks.

The page only mounts the player. Nothing a patient says passes through Streamlit: the player
talks to the kiosk's own routes, so a dropped websocket or a restarted server loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from intake.kiosk.doors import Arrival, Doors, Refused, TellFrontDesk, Visit
from intake.kiosk.opened import doors
from intake.kiosk.player_mount import PLAYER
from intake.kiosk.routes import COOKIE
from intake.wording import WORDS

LANGUAGE = "en"
LONGEST_TABLET_NAME = 30
_STYLE = Path(__file__).with_name("pages.css")


def page() -> None:
    """Draw the step this tablet is at; what fails is logged by its name alone."""
    st.set_page_config(page_title="Anteroom", layout="centered")
    house, say = doors(), WORDS[LANGUAGE]
    try:
        _draw(house, say)
    except Exception as problem:  # noqa: BLE001 - Streamlit would log its message, names and all
        house.report(f"kiosk.page.{type(problem).__name__}")
        st.error(f"{say['trouble.title']}. {say['trouble.text']}")


def _draw(house: Doors, say: Mapping[str, str]) -> None:
    tablet = _tablet()
    if "step" not in st.session_state:
        st.session_state["step"] = _first_step(house)
    step = st.session_state["step"]
    if step == "player":
        _player(house, tablet)
        return
    st.html(_STYLE)
    if house.demo:
        _words("demo", say["demo"])
    match step:
        case "name":
            _name(house, say, tablet)
        case "thanks":
            _thanks(say)
        case _:
            _welcome(say)
    _help(house, say, tablet)


def _tablet() -> str:
    """The tablet's name, from the address it was opened with."""
    name = st.query_params.get("tablet", "")
    return "".join(letter for letter in name if letter.isprintable())[:LONGEST_TABLET_NAME]


def _first_step(house: Doors) -> str:
    """Where a new session begins: a restarted server knows a visit by its cookie alone.

    A finished visit can only still have its cookie when it was finished on this very page.
    """
    token = st.context.cookies.get(COOKIE, "")
    found = house.visit(token) if token else None
    if not isinstance(found, Visit):
        return "welcome"
    return "thanks" if found.finished else "player"


def _words(key: str, *lines: str) -> None:
    with st.container(key=key):
        for line in lines:
            st.markdown(line)


def _go(step: str) -> None:
    st.session_state["step"] = step
    st.rerun()


def _welcome(say: Mapping[str, str]) -> None:
    st.title(say["welcome.title"])
    _words("words", say["welcome.what"], say["welcome.time"], say["welcome.readers"])
    _words("alarm", say["welcome.alarm"])
    if st.button(say["welcome.start"], key="start", type="primary", width="stretch"):
        _go("name")
    _words("small", say["aid"])


def _name(house: Doors, say: Mapping[str, str], tablet: str) -> None:
    st.title(say["arrival.title"])
    _words("words", say["arrival.hint"])
    with st.form("name", border=False):
        given = st.text_input(say["arrival.given"], autocomplete="off", max_chars=100)
        family = st.text_input(say["arrival.family"], autocomplete="off", max_chars=100)
        gone_on = st.form_submit_button(say["arrival.begin"], type="primary", width="stretch")
    if not gone_on:
        return
    if not (given.strip() and family.strip()):
        st.error(say["arrival.missing"])
        return
    began = house.begin(Arrival(family, given, tablet, LANGUAGE))
    if isinstance(began, Refused | TellFrontDesk):
        st.error(say["trouble.title"])
        return
    st.session_state["ticket"] = began
    _go("player")


def _player(house: Doors, tablet: str) -> None:
    """Mount the player; it says ``finished`` once the server has acknowledged the last answer."""
    data = {
        "tablet": tablet,
        "language": LANGUAGE,
        "demo": house.demo,
        "ticket": st.session_state.get("ticket"),
    }
    result = PLAYER(key="player", data=data, on_finished_change=lambda: None)
    if result.finished:
        st.session_state.pop("ticket", None)
        _go("thanks")


def _thanks(say: Mapping[str, str]) -> None:
    st.title(say["thanks.title"])
    _words("words", say["thanks.text"], say["thanks.stay"], say["thanks.return"])
    if st.button(say["thanks.close"], key="next", type="primary", width="stretch"):
        st.session_state.clear()
        st.rerun()


def _help(house: Doors, say: Mapping[str, str], tablet: str) -> None:
    if st.button(say["help.button"], key="help", width="stretch"):
        called = house.ask_for_help(None, tablet)
        st.info(say["help.coming.title"] if called else say["trouble.title"])


page()
