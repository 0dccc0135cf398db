"""Where a tablet stands between a welcome and the questions: its step, and its language."""

from __future__ import annotations

import re
from collections.abc import Mapping

import streamlit as st

from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS

LANGUAGES = tuple(QUESTIONNAIRES)
LANGUAGE_COOKIE = "anteroom-language"
"""Set by the page itself in any language but the first: one that lost its server keeps it."""


def language() -> str:
    """The language this patient reads."""
    kept = st.context.cookies.get(LANGUAGE_COOKIE, "")
    return str(st.session_state.get("language", kept if kept in LANGUAGES else LANGUAGES[0]))


def speak(wanted: str) -> None:
    """Go on in this language; whoever began to type keeps what was typed."""
    if wanted in LANGUAGES:
        st.session_state["language"] = wanted


def words() -> Mapping[str, str]:
    """Every word of the language this patient reads."""
    return WORDS[language()]


def lines(key: str, *texts: str) -> None:
    """A paragraph for each text; ``key`` says how they look."""
    with st.container(key=key):
        for text in texts:
            st.markdown(text)


def plain(text: str) -> str:
    """A text somebody typed, so that it is drawn as it was typed and never as anything else."""
    marked = re.sub(r"([\\`*_{}\[\]<>$~#|:&@^=])", r"\\\1", text)
    listed = re.sub(r"^([-+]|\d+[.)])", lambda found: f"{found[0][:-1]}\\{found[0][-1]}", marked)
    return re.sub(r"www\.", r"www\\.", listed, flags=re.IGNORECASE)


def pressed(text: str, key: str, *, first: bool = False) -> bool:
    """A wide button; ``first`` marks what most patients will want."""
    return bool(st.button(text, key=key, type="primary" if first else "secondary", width="stretch"))


def go(step: str) -> None:
    """Draw another step at once."""
    st.session_state["step"] = step
    st.rerun()
