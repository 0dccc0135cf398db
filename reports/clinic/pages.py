"""Which page is drawn, the frame around it, and what is shown when it cannot be."""

from __future__ import annotations

import traceback
from pathlib import Path

import streamlit as st

from reports.clinic import wording
from reports.clinic.gate import COOKIE
from reports.clinic.patient import draw_patient
from reports.clinic.premises import Premises, standing_on
from reports.clinic.templating import render
from reports.clinic.visitor import Visitor
from reports.clinic.waiting import draw_worklist
from reports.clinic.watching import send_to_sign_in, watch

# Imported rather than sent: the browser keeps the file, and a rerun costs a line.
_STYLE = "<style>@import url('/clinic/assets/clinic.css');</style>"
_FLASH = "flash"


def draw() -> None:
    """Draw the page the address names; whatever fails is told without a word of what was in it."""
    premises = standing_on()
    try:
        st.set_page_config(page_title=wording.PRODUCT, layout="wide")
        st.html(_STYLE)
        _draw(premises)
    except Exception as problem:  # noqa: BLE001 - Streamlit would log the message, answers and all
        premises.report(f"clinic.page.{type(problem).__name__} {_where(problem)}")
        st.html(render("trouble.html", sentence=wording.UNAVAILABLE))
        watch(None, {})


def _draw(premises: Premises) -> None:
    token = st.context.cookies.get(COOKIE, "")
    who = premises.doors.session(token)
    if who is None:
        st.html(render("signed-out.html"))
        send_to_sign_in()
        return
    visitor = Visitor(premises, token, who)
    st.html(render("bar.html", demo=premises.doors.demo, who=who))
    _show_flash()
    visit_id = st.query_params.get("visit")
    if visit_id:
        draw_patient(visitor, visit_id)
    else:
        draw_worklist(visitor)
    st.html(render("foot.html"))


def _show_flash() -> None:
    """Say once what the run before did."""
    said = st.session_state.pop(_FLASH, None)
    if said:
        st.toast(said)


def _where(problem: Exception) -> str:
    """The line that failed, without a word of what it worked on."""
    last = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"
