"""The plain Streamlit twin: one question, a button for each answer, a rerun for every tap.

``streamlit run bench/kiosk_rerun.py``; outside of Streamlit it does nothing.
"""

from __future__ import annotations

import streamlit as st

from bench.kiosk_asked import ASKED
from intake.knee_twitching.questionnaire import KNEE_TWITCHING


def ask() -> None:
    """Show the question this session has come to."""
    place = st.session_state.setdefault("place", 0)
    question = KNEE_TWITCHING.choice(ASKED[place % len(ASKED)])
    st.title(question.text, anchor=False)
    for option in question.options:
        st.button(
            option.text,
            key=f"{question.link_id}--{option.code}",
            on_click=answer,
            args=(question.link_id, option.code),
            width="stretch",
        )


def answer(link_id: str, code: str) -> None:
    """Keep the answer and go on."""
    st.session_state.setdefault("answers", {})[link_id] = code
    st.session_state["place"] += 1


if st.runtime.exists():
    ask()
