"""The staff door of a tablet: the PIN, and the page behind it for a short time."""

from __future__ import annotations

import streamlit as st

from intake.kiosk.doors import Doors
from intake.kiosk.pads import PIN_PAD, STAFF_CLOCK
from intake.kiosk.stepping import go, language, lines, pressed, words
from intake.kiosk.tablet_name import asked_name, keep_name, take_name, type_name

_PAD_WORDS = ("pin.", "date.erase", "next", "trouble.title")


def offer_door() -> None:
    """A quiet way in for staff, below everything a patient needs."""
    if st.button(words()["staff.button"], key="staff"):
        go("pin")


def draw_pin(house: Doors, tablet: str) -> None:
    """Ask for the PIN; what is typed goes to the kiosk's own route, not through this page."""
    say = words()
    st.title(say["pin.title"])
    if not house.staff.is_set():
        lines("words", say["pin.unset"])
    else:
        renames = asked_name() not in {"", tablet}
        lines("words", say["pin.naming" if renames or not tablet else "pin.hint"])
        _take_pin(house)
    if tablet and pressed(say["back"], "back"):
        keep_name()
        go("welcome")


def _take_pin(house: Doors) -> None:
    say = words()
    said = {key: text for key, text in say.items() if key.startswith(_PAD_WORDS)}
    opened = PIN_PAD(key="pin-pad", data={"words": said}, on_opened_change=lambda: None).opened
    if opened is None or not house.staff.seconds_left(str(opened)):
        return
    st.session_state["staff_pass"] = str(opened)
    if name := asked_name():
        take_name(name)
    go("staff")


def draw_staff(house: Doors, tablet: str) -> None:
    """What staff do at a tablet: give it another name, leave the kiosk, go back."""
    say, token = words(), str(st.session_state.get("staff_pass", ""))
    left = house.staff.seconds_left(token)
    if not left:
        _leave(house, token)
    st.title(say["staff.title"])
    lines("words", say["staff.hint"])
    if st.session_state.pop("renamed", False):
        st.info(say["saved"])
    if name := type_name(tablet):
        take_name(name)
        st.session_state["renamed"] = True
        st.rerun()
    data = {"seconds": left, "leave": say["staff.leave"], "language": language()}
    ended = STAFF_CLOCK(key="staff-clock", data=data, on_ended_change=lambda: None).ended
    if pressed(say["staff.back"], "back") or ended:
        _leave(house, token)


def _leave(house: Doors, token: str) -> None:
    house.staff.leave(token)
    st.session_state.pop("staff_pass", None)
    go("welcome")
