"""The kiosk's Streamlit page: language, welcome, consent, name, the player, thanks.

The page only mounts the consent screen and the player. Nothing a patient says passes through
Streamlit: both talk to the kiosk's own routes, so a dropped websocket or a restarted server loses
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import streamlit as st

from intake.kiosk.consent_mount import CONSENT
from intake.kiosk.doors import Arrival, Doors, NoConsent, Refused, TellFrontDesk, Visit
from intake.kiosk.language_mark import LANGUAGE_MARK
from intake.kiosk.opened import doors
from intake.kiosk.player_mount import PLAYER
from intake.kiosk.routes import CONSENT_COOKIE, COOKIE
from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS

LANGUAGES = tuple(QUESTIONNAIRES)
LONGEST_TABLET_NAME = 30
_STYLE = Path(__file__).with_name("pages.css")


def page() -> None:
    """Draw the step this tablet is at; what fails is logged by its name alone."""
    st.set_page_config(page_title="Anteroom", layout="centered")
    house = doors()
    try:
        _draw(house)
    except Exception as problem:  # noqa: BLE001 - Streamlit would log its message, names and all
        house.report(f"kiosk.page.{type(problem).__name__}")
        say = WORDS[_language()]
        st.error(f"{say['trouble.title']}. {say['trouble.text']}")


def _draw(house: Doors) -> None:
    tablet = _tablet()
    if "step" not in st.session_state:
        st.session_state["step"] = _first_step(house)
    step, say = st.session_state["step"], WORDS[_language()]
    if step == "player":
        _player(house, tablet)
        return
    if step == "consent":
        _consent(house, tablet)
        return
    st.html(_STYLE)
    if house.demo:
        _words("demo", say["demo"])
    _languages()
    match step:
        case "name":
            _name(house, say, tablet)
        case "thanks":
            _thanks(say)
        case _:
            _welcome(say)
    _help(house, say, tablet)
    LANGUAGE_MARK(key="spoken", data={"language": _language(), "languages": LANGUAGES})


def _language() -> str:
    """The language this patient reads."""
    return str(st.session_state.get("language", LANGUAGES[0]))


def _speak(language: str) -> None:
    """Go on in this language; whoever began to type keeps what was typed."""
    if language in LANGUAGES:
        st.session_state["language"] = language


def _languages() -> None:
    """A button for each language, in its own words."""
    with st.container(key="languages", horizontal=True):
        for language in LANGUAGES:
            name = WORDS[language]["language.name"]
            st.button(name, key=f"language-{language}", on_click=partial(_speak, language))


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
        return _first_step_without_visit(house)
    _speak(found.language)
    return "thanks" if found.finished else "player"


def _first_step_without_visit(house: Doors) -> str:
    """Whoever agreed a moment ago goes on at the name; everybody else is welcomed."""
    secret = st.context.cookies.get(CONSENT_COOKIE, "")
    language = house.consented(secret) if secret else None
    if language is None:
        return "welcome"
    _speak(language)
    st.session_state["consent"] = secret
    return "name"


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
        _go("consent")
    _words("small", say["aid"])


def _consent(house: Doors, tablet: str) -> None:
    """Mount the privacy notice; what it is agreed to with goes to the kiosk's routes, not here."""
    data = {
        "tablet": tablet,
        "language": _language(),
        "languages": LANGUAGES,
        "demo": house.demo,
        "again": st.session_state.get("again", False),
    }
    result = CONSENT(
        key="consent-screen",
        data=data,
        on_agreed_change=lambda: None,
        on_closed_change=lambda: None,
    )
    if result.agreed:
        st.session_state["consent"] = str(result.agreed["consent"])
        _speak(str(result.agreed["language"]))
        _go("name")
    if result.closed:
        _next_patient()


def _name(house: Doors, say: Mapping[str, str], tablet: str) -> None:
    st.title(say["arrival.title"])
    _words("words", say["arrival.hint"])
    with st.form("name", border=False):
        given = st.text_input(say["arrival.given"], key="given", autocomplete="off", max_chars=100)
        family = st.text_input(
            say["arrival.family"], key="family", autocomplete="off", max_chars=100
        )
        gone_on = st.form_submit_button(
            say["arrival.begin"], key="begin", type="primary", width="stretch"
        )
    if st.button(say["back"], key="back", width="stretch"):
        st.session_state.pop("consent", None)
        _go("consent")
    if not gone_on:
        return
    if not (given.strip() and family.strip()):
        st.error(say["arrival.missing"])
        return
    consent = st.session_state.get("consent", "")
    began = house.begin(Arrival(family, given, tablet, _language(), consent))
    if isinstance(began, NoConsent):
        st.session_state["again"] = True
        _go("consent")
    if isinstance(began, Refused | TellFrontDesk):
        st.error(say["trouble.title"])
        return
    st.session_state.pop("consent", None)
    st.session_state["ticket"] = began
    _go("player")


def _player(house: Doors, tablet: str) -> None:
    """Mount the player; it says in which language it ``finished`` once the server has it all."""
    data = {
        "tablet": tablet,
        "language": _language(),
        "languages": LANGUAGES,
        "demo": house.demo,
        "ticket": st.session_state.get("ticket"),
    }
    result = PLAYER(key="player", data=data, on_finished_change=lambda: None)
    if result.finished:
        st.session_state.pop("ticket", None)
        _speak(result.finished)
        _go("thanks")


def _thanks(say: Mapping[str, str]) -> None:
    st.title(say["thanks.title"])
    _words("words", say["thanks.text"], say["thanks.stay"], say["thanks.return"])
    if st.button(say["thanks.close"], key="next", type="primary", width="stretch"):
        _next_patient()


def _next_patient() -> None:
    """Forget whoever was here; the cookies this page was opened with are theirs, too."""
    st.session_state.clear()
    _go("welcome")


def _help(house: Doors, say: Mapping[str, str], tablet: str) -> None:
    if st.button(say["help.button"], key="help", width="stretch"):
        called = house.ask_for_help(None, tablet)
        st.info(say["help.coming.title"] if called else say["trouble.title"])


page()
