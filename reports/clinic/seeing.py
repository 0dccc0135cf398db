"""Marking what staff were told as seen, with a line of what was done."""

from __future__ import annotations

import streamlit as st

from intake.store.alerts import AlertKind
from reports.clinic import wording
from reports.clinic.doors import Changed, Done, NotThere, Refused, SignedOut, Unavailable
from reports.clinic.templating import render
from reports.clinic.visitor import Visitor
from reports.worklist import Notice

CARD = (5, 3)
"""How a card is shared between what is the matter and what was done."""
_LONGEST_NOTE = 200


def offer_seen(visitor: Visitor, subject: str, notices: tuple[Notice, ...], told: int) -> None:
    """Let staff say in a line what was done about exactly these notices.

    The button is named after the notices: one raised since it was drawn makes it another button,
    so nobody marks as seen what they were not shown, even across a restart. Everything is handled
    in line, because a callback would be lost in the first run after a restart. ``told`` is how
    many notices there are in all: what was written about those seen before is not offered again.
    """
    note = st.text_input(
        wording.NOTE_LABEL,
        key=f"note-{subject}-{told - len(notices)}",
        placeholder=wording.NOTE_HINT,
        max_chars=_LONGEST_NOTE,
        autocomplete="off",
        live=True,  # a line not yet sent would be forgotten when the server is started again
    )
    holds = any(notice.kind is AlertKind.EMERGENCY for notice in notices)
    pressed = st.button(
        wording.SEEN if holds else wording.SEEN_NO_PAUSE,
        key="seen-" + "-".join(sorted(notice.alert_id for notice in notices)),
        type="primary",
        width="stretch",
    )
    if not pressed:
        return
    if not note.strip():
        say(wording.NOTE_MISSING)
        return
    ids = tuple(notice.alert_id for notice in notices)
    tell(visitor.doors.acknowledge(visitor.token, ids, note.strip()), wording.SEEN_SAVED)


def tell(outcome: Changed, done: str) -> None:
    """Show what came of something: draw the page anew when it is done, else say why not."""
    match outcome:
        case Done(said):
            st.session_state["flash"] = said or done
            st.rerun()
        case Refused(reason):
            say(reason)
        case NotThere():
            say(wording.NOT_THERE)
        case SignedOut():
            say(wording.SIGNED_OUT)
        case Unavailable():
            say(wording.UNAVAILABLE)


def say(sentence: str) -> None:
    """Tell whoever pressed what did not work."""
    st.html(render("trouble.html", sentence=sentence))
