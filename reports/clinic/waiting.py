"""The worklist: first who needs staff now, then everybody in order."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from reports.clinic import wording
from reports.clinic.doors import SignedOut, Unavailable, Worklist
from reports.clinic.seeing import CARD, offer_seen, say
from reports.clinic.templating import render
from reports.clinic.visitor import Visitor
from reports.clinic.watching import open_calls, send_to_sign_in, watch
from reports.worklist import Calling, in_order, needing_staff


def draw_worklist(visitor: Visitor) -> None:
    """Draw the worklist of this moment."""
    match visitor.doors.worklist(visitor.token):
        case Worklist() as found:
            with st.container(key="watching"):
                watch(found.sequence, open_calls(found))
            _draw(visitor, found)
        case SignedOut():
            send_to_sign_in()
        case Unavailable():
            say(wording.UNAVAILABLE)
            watch(None, {})


def _draw(visitor: Visitor, found: Worklist) -> None:
    needing = needing_staff(found.rows, found.calls, found.now)
    st.html(render("needs.html", count=len(needing)))
    for calling in needing:
        _draw_call(visitor, calling, found.now)
    st.html(render("list.html", lines=in_order(found.rows, found.now), now=found.now))


def _draw_call(visitor: Visitor, calling: Calling, now: datetime) -> None:
    """Draw one card: what is the matter on the left, what was done on the right."""
    row = calling.row
    subject = row.visit_id if row else calling.first.alert_id
    with st.container(key=f"call-{calling.first.kind.value}-{subject}"):
        about, action = st.columns(CARD)
        about.html(render("call.html", calling=calling, row=row, now=now))
        with action:
            offer_seen(visitor, subject, calling.notices, len(row.notices) if row else 0)
