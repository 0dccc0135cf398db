"""The steps between the consent and the questions: who is here, and who answers."""

from __future__ import annotations

from datetime import date

import streamlit as st

from intake.fhir.response import EARLIEST_BIRTH
from intake.kiosk.doors import (
    Arrival,
    Booking,
    Doors,
    NeedsGuardian,
    NoConsent,
    Place,
    Refused,
    TellFrontDesk,
    TooManyTries,
)
from intake.kiosk.pads import DATE_PAD
from intake.kiosk.stepping import go, language, lines, pressed, speak, words
from intake.questionnaire import Choice
from intake.spoken import QUESTIONNAIRES

BORN, WHO = "birth-date", "who-answers"
_DATE_WORDS = "date."
_BACK_AT = {
    **{step: step for step in ("how", "born", "who", "name")},
    "match": "born",
    "nobody": "born",
    "alike": "born",
    "booked-code": "how",
    "guardian": "who",
}
"""Where whoever was at a step goes on, on a page that knows nothing any more."""


def first_step(house: Doors) -> str:
    """How a patient who has agreed begins: with a choice where anybody is expected."""
    return "how" if house.expects() else "born"


def keep_place(house: Doors, step: str) -> None:
    """Keep how far this patient has come, whenever it changes: the page's server may be gone."""
    known = st.session_state
    if "consent" not in known or step not in _BACK_AT:
        return
    back_at = _BACK_AT[step] if step != "match" or "born" in known else "how"
    place = Place(
        back_at,
        language(),
        _walks_in(),
        known.get("born"),
        str(known.get("booking", "")),
        str(known.get("who", "")),
    )
    if known.get("place") != place:
        house.keep_place(str(known["consent"]), place)
        known["place"] = place


def return_to_place(house: Doors) -> str:
    """The step of whoever agreed, as it was kept; a first one where nothing was."""
    known = st.session_state
    place = house.place(str(known["consent"]))
    if place is None:
        return first_step(house)
    speak(place.language)
    known["walks_in"], known["booking"] = place.walks_in, place.booking
    known["who"] = place.who_answers
    if place.born is not None:
        known["born"] = place.born
    return place.step


def draw_arriving(house: Doors, step: str, tablet: str) -> None:
    """Draw one of the steps."""
    match step:
        case "how":
            _how()
        case "born":
            _born(house, tablet)
        case "match":
            _match()
        case "nobody":
            _nobody()
        case "alike":
            _alike()
        case "who":
            _who(house, tablet)
        case "guardian":
            _guardian(house)
        case _:
            _name(house, tablet)


def forget_arriving() -> None:
    """Nothing of an arrival is kept once its visit has begun, or it begins anew."""
    for key in ("walks_in", "born", "found", "booking", "who", "named", "consent", "place"):
        st.session_state.pop(key, None)


def _how() -> None:
    say = words()
    st.title(say["how.title"])
    booked = pressed(say["how.appointment"], "appointment", first=True)
    if booked or pressed(say["how.none"], "walk-in"):
        st.session_state["walks_in"] = not booked
        go("born")
    if pressed(say["code.button"], "code"):
        go("booked-code")
    if pressed(say["back"], "back"):
        _back_to_consent()


def _back_to_consent() -> None:
    forget_arriving()
    go("consent")


def _walks_in() -> bool:
    return bool(st.session_state.get("walks_in", True))


def _born(house: Doors, tablet: str) -> None:
    say, item = words(), QUESTIONNAIRES[language()].questions[BORN]
    st.title(item.text)
    lines("words", item.hint)
    typed = DATE_PAD(
        key="date-pad",
        data={
            "language": language(),
            "today": house.today().isoformat(),
            "born": str(st.session_state.get("born", "")),
            "label": item.text,
            "next": say["next"],
            "words": {key: text for key, text in say.items() if key.startswith(_DATE_WORDS)},
        },
        on_typed_change=lambda: None,
    ).typed
    if typed is not None:
        _take_birth_date(house, str(typed), tablet)
    if pressed(say["back"], "back"):
        step = first_step(house)
        go(step) if step == "how" else _back_to_consent()


def _take_birth_date(house: Doors, typed: str, tablet: str) -> None:
    born = date.fromisoformat(typed)
    if not EARLIEST_BIRTH <= born <= house.today():
        st.error(words()["date.impossible"])
        return
    st.session_state["born"] = born
    if _walks_in():
        go("who")
    match house.find(born, tablet):
        case TooManyTries():
            st.error(words()["arriving.wait"])
        case TellFrontDesk():
            st.error(words()["trouble.title"])
        case found:
            st.session_state["found"] = found
            go("match" if found else "nobody")


def _match() -> None:
    say = words()
    st.title(say["match.title"])
    lines("words", say["match.hint"])
    found: tuple[Booking, ...] = st.session_state.get("found", ())
    for one in found:
        if pressed(f"{one.initials}, {one.clock}", f"booking-{one.id}"):
            st.session_state["booking"] = one.id
            go("alike" if one.alike else "who")
    if pressed(say["match.none"], "none"):
        go("nobody")
    if pressed(say["back"], "back"):
        go("born")


def _nobody() -> None:
    say = words()
    st.title(say["nobody.title"])
    lines("words", say["nobody.text"])
    if pressed(say["nobody.again"], "again", first=True):
        go("born")
    if pressed(say["nobody.go-on"], "walk-in"):
        st.session_state["walks_in"] = True
        go("who")


def _alike() -> None:
    say = words()
    st.session_state.pop("booking", None)
    st.title(say["trouble.title"])
    lines("words", say["alike.text"])
    if pressed(say["back"], "back"):
        go("match")


def _who(house: Doors, tablet: str) -> None:
    item = QUESTIONNAIRES[language()].questions[WHO]
    st.title(item.text)
    for option in item.options if isinstance(item, Choice) else ():
        if pressed(option.text, f"who-{option.code}"):
            st.session_state["who"] = option.code
            if not st.session_state.get("booking"):
                go("name")
            _begin(house, Arrival("", "", tablet))
    if pressed(words()["back"], "back"):
        booked = st.session_state.pop("booking", None)
        go("match" if booked and st.session_state.get("found") else "born")


def _guardian(house: Doors) -> None:
    """The patient is under age and no guardian answers; nothing begins before one is there."""
    say, named = words(), st.session_state["named"]
    st.title(say["guardian.title"])
    lines("words", say["guardian.text"])
    if pressed(say["guardian.here"], "guardian-here", first=True):
        st.session_state["who"] = "guardian"
        _begin(house, named)
    if pressed(say["guardian.alone"], "alone"):
        told = house.alone(named.tablet)
        st.info(say["help.coming.title"] if told else say["trouble.title"])
    if pressed(say["back"], "back"):
        go("who")


def _name(house: Doors, tablet: str) -> None:
    say = words()
    st.title(say["arrival.title"])
    lines("words", say["arrival.hint"])
    with st.form("name", border=False):
        given = st.text_input(say["arrival.given"], key="given", autocomplete="off", max_chars=100)
        family = st.text_input(
            say["arrival.family"], key="family", autocomplete="off", max_chars=100
        )
        gone_on = st.form_submit_button(
            say["arrival.begin"], key="begin", type="primary", width="stretch"
        )
    if pressed(say["back"], "back"):
        go("who")
    if not gone_on:
        return
    if not (given.strip() and family.strip()):
        st.error(say["arrival.missing"])
        return
    _begin(house, Arrival(family, given, tablet))


def _begin(house: Doors, named: Arrival) -> None:
    """Begin the visit of whoever this is, and go on to the questions."""
    known = st.session_state
    known["named"] = named
    arrival = Arrival(
        named.family,
        named.given,
        named.tablet,
        language(),
        str(known.get("consent", "")),
        booking=str(known.get("booking", "")),
        born=known.get("born"),
        who_answers=str(known.get("who", "")),
    )
    match house.begin(arrival):
        case str(ticket):
            forget_arriving()
            st.session_state["ticket"] = ticket
            go("player")
        case NeedsGuardian():
            go("guardian")
        case NoConsent():
            st.session_state["again"] = True
            go("consent")
        case Refused() | TellFrontDesk():
            st.error(words()["trouble.title"])
