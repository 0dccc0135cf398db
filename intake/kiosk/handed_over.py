"""The step at which a code is typed: a visit goes on here, or one of today's list begins."""

from __future__ import annotations

import streamlit as st

from intake.kiosk.doors import Booking, Doors, TellFrontDesk, TooManyTries, WrongCode
from intake.kiosk.pads import CODE_PAD
from intake.kiosk.stepping import go, lines, pressed, words

CODE_LENGTH = 8


def draw_code(house: Doors, tablet: str, back: str) -> None:
    """Ask for the code, and go on with what it opens; ``back`` is the step before."""
    say = words()
    st.title(say["code.title"])
    lines("words", say["code.hint"])
    typed = CODE_PAD(
        key="code-pad",
        data={
            "letters": house.code_letters,
            "label": say["code.title"],
            "erase": say["code.erase"],
            "next": say["next"],
        },
        on_typed_change=lambda: None,
    ).typed
    if typed is not None:
        _use(house, str(typed), tablet)
    if pressed(say["back"], "back"):
        go(back)


def _use(house: Doors, typed: str, tablet: str) -> None:
    say = words()
    if len(typed) != CODE_LENGTH:
        st.error(say["code.short"])
        return
    match house.use_code(typed, tablet):
        case str(ticket):
            st.session_state["ticket"] = ticket
            go("player")
        case Booking() as found:
            st.session_state["found"] = (found,)
            go("match" if "consent" in st.session_state else "consent")
        case WrongCode():
            st.error(say["code.wrong"])
        case TooManyTries():
            st.error(say["arriving.wait"])
        case TellFrontDesk():
            st.error(say["trouble.title"])
