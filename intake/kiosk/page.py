"""The kiosk's Streamlit page: language, welcome, consent, arriving, the player, thanks.

The page only mounts the consent screen and the player. Nothing a patient says passes through
Streamlit: both talk to the kiosk's own routes, so a dropped websocket or a restarted server loses
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import streamlit as st

from intake.kiosk.arriving import draw_arriving, first_step, keep_place, return_to_place
from intake.kiosk.consent_mount import CONSENT
from intake.kiosk.doors import Doors, Visit
from intake.kiosk.handed_over import draw_code
from intake.kiosk.idle_mount import watch_for_nobody
from intake.kiosk.language_mark import LANGUAGE_MARK
from intake.kiosk.opened import doors
from intake.kiosk.outage_mount import watch_connection
from intake.kiosk.player_mount import PLAYER
from intake.kiosk.routes import CONSENT_COOKIE, COOKIE, LEFT_COOKIE
from intake.kiosk.seeing_row import seeing_row
from intake.kiosk.staff_pages import draw_pin, draw_staff, offer_door
from intake.kiosk.stepping import LANGUAGES, go, language, lines, plain, pressed, speak, words
from intake.kiosk.tablet_name import draw_naming, known_name, waits_for_staff
from intake.wording import WORDS

_NOBODY = frozenset({"welcome", "gone"})
"""Steps at which no patient has begun."""
_OFFERS_NOTHING = _NOBODY | {"consent", "player", "thanks", "pin", "staff"}
"""Those, and steps with a way of their own to stop."""
_STYLES = tuple(
    Path(__file__).parent / name for name in ("player/seeing.css", "pages.css", "arriving.css")
)


def page() -> None:
    """Draw the step this tablet is at; what fails is logged by its name alone."""
    st.set_page_config(page_title="Anteroom", layout="centered")
    house = doors()
    try:
        _draw(house)
    except Exception as problem:  # noqa: BLE001 - Streamlit would log its message, names and all
        house.report(f"kiosk.page.{type(problem).__name__}")
        say = words()
        st.error(f"{say['trouble.title']}. {say['trouble.text']}")


def _draw(house: Doors) -> None:
    tablet = known_name(house)
    if "step" not in st.session_state:
        st.session_state["step"] = _first_step(house)
    step = str(st.session_state["step"])
    keep_place(house, step)
    match step:
        case "player":
            _player(house, tablet)
        case "consent":
            _consent(house, tablet)
        case _:
            _in_frame(house, _held(house, tablet) if step in _NOBODY else step, tablet)
    watch_connection(step)
    if watch_for_nobody(step, house, offers=step not in _OFFERS_NOTHING):
        _next_patient()


def _held(house: Doors, tablet: str) -> str:
    """The welcome, or what a tablet waits for before it."""
    if waits_for_staff(house, tablet):
        return "pin"
    return "welcome" if tablet else "naming"


def _in_frame(house: Doors, step: str, tablet: str) -> None:
    """A step of Streamlit's own, with the switches above it and help below."""
    say = words()
    for style in _STYLES:
        st.html(style)
    if house.demo:
        lines("demo", say["demo"])
    _switches(step)
    _draw_step(house, step, tablet)
    _help(house, say, tablet)
    if step == "welcome":
        offer_door()
    LANGUAGE_MARK(key="spoken", data={"language": language(), "languages": LANGUAGES})


def _draw_step(house: Doors, step: str, tablet: str) -> None:
    match step:
        case "welcome":
            _welcome()
        case "naming":
            draw_naming()
        case "pin":
            draw_pin(house, tablet)
        case "staff":
            draw_staff(house, tablet)
        case "code":
            draw_code(house, tablet, "welcome")
        case "booked-code":
            draw_code(house, tablet, "how")
        case "thanks":
            _thanks(house)
        case _:
            draw_arriving(house, step, tablet)


def _switches(step: str) -> None:
    """How to see and hear the page, and a button for each language, in its own words."""
    with st.container(key="languages", horizontal=True):
        seeing_row(step, language())
        for one in LANGUAGES:
            name = WORDS[one]["language.name"]
            st.button(name, key=f"language-{one}", on_click=partial(speak, one))


def _first_step(house: Doors) -> str:
    """Where a new session begins: a restarted server knows a visit by its cookie alone.

    A finished visit can only still have its cookie when it was finished on this very page.
    """
    if LEFT_COOKIE in st.context.cookies:
        return "welcome"
    token = st.context.cookies.get(COOKIE, "")
    found = house.visit(token) if token else None
    if not isinstance(found, Visit):
        return _first_step_without_visit(house)
    speak(found.language)
    return "thanks" if found.finished else "player"  # one staff closed says so there


def _first_step_without_visit(house: Doors) -> str:
    """Whoever agreed a moment ago goes on with arriving; everybody else is welcomed."""
    secret = st.context.cookies.get(CONSENT_COOKIE, "")
    agreed_in = house.consented(secret) if secret else None
    if agreed_in is None:
        return "welcome"
    speak(agreed_in)
    st.session_state["consent"] = secret
    return return_to_place(house)


def _welcome() -> None:
    say = words()
    st.title(say["welcome.title"])
    lines("words", say["welcome.what"], say["welcome.time"], say["welcome.readers"])
    lines("alarm", say["welcome.alarm"])
    if pressed(say["welcome.start"], "start", first=True):
        go("consent")
    if pressed(say["code.button"], "code"):
        go("code")
    lines("small", say["aid"])


def _consent(house: Doors, tablet: str) -> None:
    """Mount the privacy notice; what it is agreed to with goes to the kiosk's routes, not here."""
    data = {
        "tablet": tablet,
        "language": language(),
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
        speak(str(result.agreed["language"]))
        go("match" if "found" in st.session_state else first_step(house))
    if result.closed:
        _next_patient()


def _player(house: Doors, tablet: str) -> None:
    """Mount the player; it says in which language it ``finished`` once the server has it all."""
    data = {
        "tablet": tablet,
        "language": language(),
        "languages": LANGUAGES,
        "demo": house.demo,
        "ticket": st.session_state.get("ticket"),
    }
    result = PLAYER(key="player", data=data, on_finished_change=lambda: None)
    if result.finished:
        st.session_state.pop("ticket", None)
        speak(result.finished)
        go("thanks")


def _thanks(house: Doors) -> None:
    say = words()
    st.title(say["thanks.title"])
    lines("words", *map(plain, house.closing(language())))
    if st.button(say["thanks.close"], key="next", type="primary", width="stretch"):
        _next_patient()


def _next_patient() -> None:
    """Forget whoever was here; then the browser does, and opens the page anew."""
    tablet = st.session_state.get("tablet", "")
    st.session_state.clear()
    st.session_state["tablet"] = tablet
    go("gone")


def _help(house: Doors, say: Mapping[str, str], tablet: str) -> None:
    if st.button(say["help.button"], key="help", width="stretch"):
        called = house.ask_for_help(None, tablet)
        st.info(say["help.coming.title"] if called else say["trouble.title"])


page()
