"""The kiosk's page: welcome, consent, name, player, thanks."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import intake.kiosk
from intake.kiosk import arriving, handed_over, idle_mount, staff_pages
from intake.kiosk.doors import (
    Arrival,
    Booking,
    Doors,
    NeedsGuardian,
    NoConsent,
    Patience,
    Refused,
    TellFrontDesk,
    TooManyTries,
    WrongCode,
)
from intake.kiosk.opened import open_doors
from intake.kiosk.routes import CONSENT_COOKIE, COOKIE, LEFT_COOKIE, TABLET_COOKIE
from intake.kiosk.stepping import LANGUAGE_COOKIE
from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS
from tests.intake.kiosk.player.waiting_room import PASS, House

PAGE = Path(intake.kiosk.__file__).with_name("page.py")
SAY = WORDS["en"]
BORN = date(1986, 5, 4)
CAME = Arrival("Madeup", "Testina", "Door", "en", "consent-1", born=BORN, who_answers="me")


class Kiosk:
    """A tablet's page over a house kept in memory; what it asks of the house is noted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.house = House()
        self.arrivals: list[Arrival] = []
        self.help: list[tuple[str | None, str]] = []
        self.reported: list[str] = []
        self.begins: str | Refused | NoConsent | NeedsGuardian | TellFrontDesk = "ticket-1"
        self.consents = {"consent-1": "en"}
        self.comes = True
        self.cookies: dict[str, str] = {}
        self.typed: str | None = None
        self.opens: dict[str, str | Booking | TooManyTries | TellFrontDesk] = {}
        monkeypatch.setattr(handed_over, "CODE_PAD", self._pad)
        self.watched: list[dict[str, object]] = []
        self.left = False
        monkeypatch.setattr(idle_mount, "_IDLE", self._watch)
        monkeypatch.setattr(arriving, "DATE_PAD", self._pad)
        self.entered: str | None = None
        self.time_is_over = False
        monkeypatch.setattr(staff_pages, "PIN_PAD", self._pin_pad)
        monkeypatch.setattr(staff_pages, "STAFF_CLOCK", self._clock)
        self.expected: tuple[Booking, ...] = ()
        self.found: tuple[Booking, ...] | TooManyTries | TellFrontDesk = ()
        # What Streamlit runs pages with in a test knows no cookies.
        monkeypatch.setattr(st, "context", SimpleNamespace(cookies=self.cookies))

    def open(self, query: str = "Door", *, demo: bool = False) -> AppTest:
        open_doors(replace(self.doors(), demo=demo))
        page = AppTest.from_file(str(PAGE), default_timeout=30)
        if query:
            page.query_params["tablet"] = query
        return page.run()

    def doors(self) -> Doors:
        return replace(
            self.house.doors(),
            begin=self._begin,
            use_code=self._use_code,
            expects=lambda: bool(self.expected),
            find=self._find,
            consented=self.consents.get,
            ask_for_help=self._ask_for_help,
            report=self.reported.append,
        )

    def _watch(self, data: dict[str, object], **_: object) -> SimpleNamespace:
        """A patient leaves once."""
        self.watched.append(data)
        left, self.left = self.left, False
        return SimpleNamespace(left=left)

    def _pad(self, **_: object) -> SimpleNamespace:
        """A patient goes on once with what was typed."""
        typed, self.typed = self.typed, None
        return SimpleNamespace(typed=typed)

    def _pin_pad(self, **_: object) -> SimpleNamespace:
        opened, self.entered = self.entered, None
        return SimpleNamespace(opened=opened)

    def _clock(self, **_: object) -> SimpleNamespace:
        return SimpleNamespace(ended=self.time_is_over)

    def _use_code(
        self, typed: str, tablet: str
    ) -> str | Booking | WrongCode | TooManyTries | TellFrontDesk:
        assert tablet == "Door"
        return self.opens.get(typed, WrongCode())

    def _find(self, born: date, tablet: str) -> tuple[Booking, ...] | TooManyTries | TellFrontDesk:
        assert (born, tablet) == (BORN, "Door")
        return self.found

    def _begin(self, arrival: Arrival) -> str | Refused | NoConsent | NeedsGuardian | TellFrontDesk:
        self.arrivals.append(arrival)
        return self.begins

    def _ask_for_help(self, token: str | None, tablet: str) -> bool:
        self.help.append((token, tablet))
        return self.comes


@pytest.fixture
def kiosk(monkeypatch) -> Kiosk:
    # Streamlit puts the page in the place of the main module and leaves it there.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    return Kiosk(monkeypatch)


def words(page: AppTest) -> str:
    shown = (*page.title, *page.markdown, *page.error, *page.info)
    return "\n".join(str(one.value) for one in shown)


def plays(page: AppTest) -> bool:
    return "UnknownElement" in repr(page.main) and not page.title


def agreed(kiosk: Kiosk, *, demo: bool = False) -> AppTest:
    """The page of somebody who agreed a moment ago, as after a restart."""
    kiosk.cookies[CONSENT_COOKIE] = "consent-1"
    return kiosk.open(demo=demo)


def asks_who(kiosk: Kiosk, *, demo: bool = False) -> AppTest:
    """The same once a birth date has been typed."""
    kiosk.typed = BORN.isoformat()
    return agreed(kiosk, demo=demo)


def asks_for_name(kiosk: Kiosk, *, demo: bool = False) -> AppTest:
    """And once somebody has said who answers."""
    return asks_who(kiosk, demo=demo).button(key="who-me").click().run()


def asks_to_agree(page: AppTest) -> bool:
    return plays(page) and page.session_state["step"] == "consent"


def goes_on(page: AppTest, given: str, family: str) -> AppTest:
    page.text_input(key="given").input(given)
    page.text_input(key="family").input(family)
    return page.button(key="begin").click().run()


def test_the_welcome_says_what_it_is_who_reads_it_and_when_not_to_wait(kiosk):
    page = kiosk.open()
    for key in ("welcome.title", "welcome.what", "welcome.readers", "welcome.alarm", "aid"):
        assert SAY[key] in words(page)
    assert SAY["demo"] not in words(page)


def test_every_page_of_the_demo_says_so(kiosk):
    page = kiosk.open(demo=True)
    assert SAY["demo"] in words(page)
    assert SAY["demo"] in words(asks_for_name(kiosk, demo=True))


def test_a_name_begins_a_visit_and_brings_the_questions(kiosk):
    page = goes_on(asks_for_name(kiosk), "Testina", "Madeup")
    assert kiosk.arrivals == [CAME]
    assert plays(page)


@pytest.mark.parametrize(("given", "family"), [("", "Madeup"), ("Testina", ""), (" ", " ")])
def test_both_names_are_needed(kiosk, given, family):
    page = goes_on(asks_for_name(kiosk), given, family)
    assert SAY["arrival.missing"] in words(page)
    assert kiosk.arrivals == []


@pytest.mark.parametrize("came_to", [TellFrontDesk(), Refused("No.", "name")])
def test_a_visit_that_cannot_begin_sends_the_patient_to_the_desk(kiosk, came_to):
    kiosk.begins = came_to
    page = goes_on(asks_for_name(kiosk), "Testina", "Madeup")
    assert SAY["trouble.title"] in words(page)
    assert page.text_input(key="given").value == "Testina"


def test_nobody_is_asked_for_a_name_before_agreeing(kiosk):
    page = kiosk.open().button(key="start").click().run()
    assert asks_to_agree(page)
    assert not page.text_input


def test_who_agreed_goes_on_in_the_same_language(kiosk):
    kiosk.consents["consent-1"] = "es"
    assert QUESTIONNAIRES["es"].questions["birth-date"].text in words(agreed(kiosk))


def test_an_unknown_or_spent_consent_is_followed_by_a_welcome(kiosk):
    kiosk.consents.clear()
    assert SAY["welcome.title"] in words(agreed(kiosk))


def test_a_consent_that_waited_too_long_is_asked_for_again(kiosk):
    kiosk.begins = NoConsent()
    page = goes_on(asks_for_name(kiosk), "Testina", "Madeup")
    assert asks_to_agree(page)
    assert page.session_state["again"]


def test_whoever_did_not_agree_goes_back_step_by_step_to_the_notice(kiosk):
    page = asks_for_name(kiosk)
    for _ in ("who", "birth date", "notice"):
        page = page.button(key="back").click().run()
    assert asks_to_agree(page)
    assert "consent" not in page.session_state


def test_the_next_patient_is_welcomed_after_a_visit_that_went_on_after_a_restart(kiosk):
    token = kiosk.cookies[COOKIE] = kiosk.house.new_seat()
    kiosk.house.submit(token, 0)
    page = kiosk.open().button(key="next").click().run()
    assert SAY["welcome.title"] in words(page)


def test_a_visit_that_has_begun_goes_on_without_a_welcome(kiosk):
    kiosk.cookies[COOKIE] = kiosk.house.new_seat()
    assert plays(kiosk.open())


def test_a_visit_that_is_unknown_is_followed_by_a_welcome(kiosk):
    kiosk.cookies[COOKIE] = "invented"
    assert SAY["welcome.title"] in words(kiosk.open())


def test_a_patient_who_finished_while_the_server_was_restarting_is_thanked(kiosk):
    token = kiosk.cookies[COOKIE] = kiosk.house.new_seat()
    kiosk.house.submit(token, 0)
    assert SAY["thanks.title"] in words(kiosk.open())


def types_code(kiosk: Kiosk, code: str) -> AppTest:
    kiosk.typed = code
    return kiosk.open().button(key="code").click().run()


def test_a_code_brings_the_questions_of_its_visit(kiosk):
    kiosk.opens["HJKM2345"] = "ticket-7"
    page = types_code(kiosk, "HJKM2345")
    assert plays(page)
    assert page.session_state["ticket"] == "ticket-7"


@pytest.mark.parametrize(
    ("typed", "comes_to", "said"),
    [
        ("HJKM", "ticket-7", "code.short"),
        ("CCCC2345", WrongCode(), "code.wrong"),
        ("CCCC2345", TooManyTries(), "arriving.wait"),
        ("CCCC2345", TellFrontDesk(), "trouble.title"),
    ],
)
def test_a_code_that_opens_nothing_is_told_in_one_sentence(kiosk, typed, comes_to, said):
    kiosk.opens[typed] = comes_to
    page = types_code(kiosk, typed)
    assert [one.value for one in page.error] == [SAY[said]]
    page = page.button(key="back").click().run()
    assert SAY["welcome.title"] in words(page)


def test_help_can_be_called_from_every_page(kiosk):
    page = asks_for_name(kiosk)
    page = page.button(key="help").click().run()
    assert kiosk.help == [(None, "Door")]
    assert SAY["help.coming.title"] in words(page)


def test_help_that_was_not_heard_is_said_so(kiosk):
    kiosk.comes = False
    page = kiosk.open().button(key="help").click().run()
    assert SAY["help.coming.title"] not in words(page)
    assert SAY["trouble.title"] in words(page)


def test_the_tablets_name_is_cut_to_what_the_desk_can_read(kiosk):
    kiosk.open("Door\n\x00" + "x" * 100).button(key="help").click().run()
    [(_, name)] = kiosk.help
    assert name == "Door" + "x" * 26


def test_a_page_that_fails_tells_the_patient_and_logs_no_word_of_it(kiosk):
    def fail(token: str) -> None:
        raise RuntimeError(f"Testina Madeup {token}")

    kiosk.cookies[COOKIE] = "a-token"
    open_doors(replace(kiosk.doors(), visit=fail))
    page = AppTest.from_file(str(PAGE), default_timeout=30).run()
    assert SAY["trouble.text"] in words(page)
    assert not page.exception
    assert kiosk.reported == ["kiosk.page.RuntimeError"]


def speaks(page: AppTest, language: str) -> AppTest:
    return page.button(key=f"language-{language}").click().run()


def test_every_language_is_offered_in_its_own_words_on_every_page(kiosk):
    for page in (kiosk.open(), asks_for_name(kiosk)):
        for language in QUESTIONNAIRES:
            name = WORDS[language]["language.name"]
            assert page.button(key=f"language-{language}").label == name


def test_a_page_changes_its_language_and_back(kiosk):
    page = speaks(kiosk.open(), "es")
    assert WORDS["es"]["welcome.what"] in words(page)
    assert SAY["welcome.what"] not in words(page)
    assert SAY["welcome.what"] in words(speaks(page, "en"))


def test_a_visit_begins_in_the_language_of_its_page(kiosk):
    page = speaks(asks_for_name(kiosk), "es")
    page = goes_on(page, "Testina", "Madeup")
    assert kiosk.arrivals == [replace(CAME, language="es")]
    assert plays(page)


def test_a_patient_who_finished_is_thanked_in_the_language_of_the_visit(kiosk):
    token = kiosk.cookies[COOKIE] = kiosk.house.new_seat()
    seat = kiosk.house.seats[token]
    seat.visit = replace(seat.visit, language="es", finished=True)
    page = kiosk.open()
    assert WORDS["es"]["thanks.stay"] in words(page)
    assert SAY["thanks.stay"] not in words(page)


def test_the_last_screen_says_what_the_clinic_says_and_as_it_was_typed(kiosk):
    lines = ("**Wait** by [the](http://x.example) $door$, :red[please].", "1. www.x.example")
    told = {"en": ("Not this one.", "Nor this."), "es": lines}
    token = kiosk.cookies[COOKIE] = kiosk.house.new_seat()
    kiosk.house.seats[token].visit = replace(
        kiosk.house.seats[token].visit, language="es", finished=True
    )
    kiosk.doors = partial(replace, kiosk.doors(), closing=told.__getitem__)
    page = kiosk.open()
    shown = [one.value for one in page.markdown]
    assert shown[-2:] == [
        r"\*\*Wait\*\* by \[the\](http\://x.example) \$door\$, \:red\[please\].",
        r"1\. www\.x.example",
    ]
    assert SAY["thanks.stay"] not in words(page)


def test_the_next_patient_is_met_in_english(kiosk):
    page = speaks(kiosk.open(), "es")
    page.session_state["step"] = "thanks"
    page = page.run().button(key="next").click().run()
    assert SAY["welcome.what"] in words(page)


@pytest.mark.parametrize("language", QUESTIONNAIRES)
def test_what_fails_is_said_in_the_language_of_the_page(kiosk, language):
    page = speaks(kiosk.open(), language)

    def fail(*_: object) -> bool:
        raise RuntimeError

    open_doors(replace(kiosk.doors(), ask_for_help=fail))
    page = page.button(key="help").click().run()
    assert WORDS[language]["trouble.text"] in words(page)


MADEUP = Booking("line-1", "T. M.", "10:30")


def says_appointment(kiosk: Kiosk, *found: Booking) -> AppTest:
    """Somebody who says to be expected, and has typed a birth date."""
    kiosk.expected, kiosk.found = (MADEUP,), found
    page = agreed(kiosk)
    kiosk.typed = BORN.isoformat()
    return page.button(key="appointment").click().run()


def test_where_somebody_is_expected_the_patient_says_how_they_came(kiosk):
    kiosk.expected = (MADEUP,)
    page = agreed(kiosk)
    assert SAY["how.title"] in words(page)
    kiosk.typed = BORN.isoformat()
    page = page.button(key="walk-in").click().run().button(key="who-me").click().run()
    goes_on(page, "Testina", "Madeup")
    assert kiosk.arrivals == [CAME]


def test_an_appointment_is_shown_by_letters_and_time_and_its_name_is_not_asked(kiosk):
    page = says_appointment(kiosk, MADEUP)
    assert SAY["match.title"] in words(page)
    assert page.button(key="booking-line-1").label == "T. M., 10:30"
    page = page.button(key="booking-line-1").click().run().button(key="who-me").click().run()
    assert kiosk.arrivals == [replace(CAME, family="", given="", booking="line-1")]
    assert plays(page)


def test_who_is_not_on_the_list_goes_on_without_an_appointment(kiosk):
    page = says_appointment(kiosk)
    assert SAY["nobody.title"] in words(page)
    page = page.button(key="walk-in").click().run().button(key="who-me").click().run()
    goes_on(page, "Testina", "Madeup")
    assert kiosk.arrivals == [CAME]


def test_who_is_another_says_so(kiosk):
    page = says_appointment(kiosk, MADEUP).button(key="none").click().run()
    assert SAY["nobody.title"] in words(page)


def test_two_who_look_the_same_are_sent_to_the_desk(kiosk):
    twins = replace(MADEUP, alike=True)
    page = says_appointment(kiosk, twins).button(key="booking-line-1").click().run()
    assert SAY["alike.text"] in words(page)
    assert kiosk.arrivals == []


@pytest.mark.parametrize(
    ("found", "said"),
    [(TooManyTries(), "arriving.wait"), (TellFrontDesk(), "trouble.title")],
)
def test_who_cannot_be_looked_for_is_told_in_one_sentence(kiosk, found, said):
    kiosk.expected, kiosk.found = (MADEUP,), found
    page = agreed(kiosk)
    kiosk.typed = BORN.isoformat()
    page = page.button(key="appointment").click().run()
    assert [one.value for one in page.error] == [SAY[said]]


@pytest.mark.parametrize("day", ["1899-12-31", "2026-11-21"])
def test_a_day_that_is_no_birth_date_is_not_taken(kiosk, day):
    kiosk.typed = day  # the pad does not let it through; whoever goes round the pad may try
    assert SAY["date.impossible"] in words(agreed(kiosk))


def test_the_code_of_an_appointment_is_followed_by_consent_and_the_question_who_it_is(kiosk):
    kiosk.opens["HJKM2345"] = MADEUP
    page = types_code(kiosk, "HJKM2345")
    assert asks_to_agree(page)
    page.session_state["consent"] = "consent-1"
    page.session_state["step"] = "match"
    page = page.run().button(key="booking-line-1").click().run()
    page = page.button(key="who-guardian").click().run()
    [came] = kiosk.arrivals
    assert (came.booking, came.born, came.who_answers) == ("line-1", None, "guardian")


def test_who_is_under_age_and_alone_waits_for_an_adult_and_keeps_the_name(kiosk):
    kiosk.begins = NeedsGuardian()
    page = goes_on(asks_for_name(kiosk), "Testina", "Madeup")
    assert SAY["guardian.title"] in words(page)
    page = page.button(key="alone").click().run()
    assert SAY["help.coming.title"] in words(page)
    kiosk.begins = "ticket-1"
    page = page.button(key="guardian-here").click().run()
    assert kiosk.arrivals == [CAME, replace(CAME, who_answers="guardian")]
    assert plays(page)


def test_a_tablet_keeps_the_name_it_was_given_once(kiosk):
    kiosk.cookies[TABLET_COOKIE] = "Ventana%203%C2%BA"
    kiosk.open("").button(key="help").click().run()
    kiosk.open("Door").button(key="help").click().run()
    assert [name for _, name in kiosk.help] == ["Ventana 3º", "Door"]


def test_a_tablet_without_a_name_asks_staff_for_it_first(kiosk):
    page = kiosk.open("")
    assert SAY["tablet.hint"] in words(page)
    page = page.button(key="save-tablet").click().run()
    assert SAY["tablet.missing"] in words(page)
    page.text_input(key="name-of-tablet").input(" Hallway ")
    page = page.button(key="save-tablet").click().run()
    assert SAY["welcome.title"] in words(page)
    page.button(key="help").click().run()
    assert kiosk.help == [(None, "Hallway")]


def test_every_step_is_watched_with_the_patience_of_this_house(kiosk):
    kiosk.house.patience = Patience(45, 20)
    page = kiosk.open()
    assert [kiosk.watched[-1][key] for key in ("step", "warning", "wipe")] == ["welcome", 45, 20]
    page.button(key="start").click().run()
    assert kiosk.watched[-1]["step"] == "consent"
    page = asks_for_name(kiosk)
    assert [kiosk.watched[-1][key] for key in ("step", "offers")] == ["name", True]
    goes_on(page, "Testina", "Madeup")
    assert [kiosk.watched[-1][key] for key in ("step", "offers")] == ["player", False]


def test_of_whoever_has_left_the_session_keeps_the_tablets_name_alone(kiosk):
    page = asks_for_name(kiosk)
    page.text_input(key="given").input("Testina").run()
    kiosk.left = True
    page = page.run()
    assert kiosk.watched[-1]["step"] == "gone"
    assert SAY["welcome.title"] in words(page)
    assert page.session_state["tablet"] == "Door"
    for key in ("consent", "born", "who", "given", "family"):
        assert key not in page.session_state


def test_a_tablet_that_has_forgotten_its_patient_welcomes_the_next(kiosk):
    kiosk.cookies |= {COOKIE: kiosk.house.new_seat(), LEFT_COOKIE: "1"}
    assert SAY["welcome.title"] in words(kiosk.open())


def test_while_the_clinic_has_no_staff_pin_the_door_says_where_to_set_it(kiosk):
    page = kiosk.open().button(key="staff").click().run()
    assert SAY["pin.unset"] in words(page)
    assert SAY["welcome.title"] in words(page.button(key="back").click().run())


def inside(kiosk: Kiosk, page: AppTest) -> AppTest:
    """The page behind the staff door, once the right PIN was typed."""
    kiosk.house.pin = "482916"
    page = page.button(key="staff").click().run()
    assert SAY["pin.hint"] in words(page)
    kiosk.entered = PASS
    return page.run()


def test_behind_the_pin_staff_name_the_tablet_until_they_leave(kiosk):
    page = inside(kiosk, kiosk.open())
    assert SAY["staff.hint"] in words(page)
    page.text_input(key="name-of-tablet").input("Hallway")
    page = page.button(key="save-tablet").click().run()
    assert SAY["saved"] in words(page)
    page = page.button(key="back").click().run()
    assert SAY["welcome.title"] in words(page)
    assert kiosk.house.left_staff == [PASS]
    assert "staff_pass" not in page.session_state
    page.button(key="help").click().run()
    assert kiosk.help == [(None, "Hallway")]


def test_the_staff_page_closes_when_its_time_is_over_and_opens_for_no_invented_pass(kiosk):
    page = inside(kiosk, kiosk.open())
    kiosk.time_is_over = True
    page = page.run()
    assert SAY["welcome.title"] in words(page)
    kiosk.entered = "invented"
    assert SAY["pin.hint"] in words(page.button(key="staff").click().run())


def test_an_address_with_another_name_renames_a_tablet_only_with_the_pin(kiosk):
    kiosk.house.pin = "482916"
    kiosk.cookies[TABLET_COOKIE] = "Door"
    page = kiosk.open("Mine")
    assert SAY["pin.naming"] in words(page)
    page = page.button(key="back").click().run()
    page.button(key="help").click().run()
    kiosk.entered = PASS
    kiosk.open("Hallway").button(key="help").click().run()
    assert kiosk.help == [(None, "Door"), (None, "Hallway")]


def test_where_there_is_a_pin_a_tablet_without_a_name_gets_it_from_its_address_or_from_staff(kiosk):
    kiosk.house.pin = "482916"
    assert SAY["welcome.title"] in words(kiosk.open("Door"))
    page = kiosk.open("")
    assert SAY["pin.naming"] in words(page)
    assert kiosk.watched[-1]["step"] == "welcome"
    kiosk.entered = PASS
    page = page.run()
    page.text_input(key="name-of-tablet").input("Hallway")
    page = page.button(key="save-tablet").click().run()
    assert SAY["welcome.title"] in words(page.button(key="back").click().run())


def test_a_page_that_lost_its_session_goes_on_where_the_patient_was(kiosk):
    page = asks_for_name(kiosk)
    speaks(page, "es")
    again = kiosk.open()
    assert WORDS["es"]["arrival.title"] in words(again)
    goes_on(again, "Testina", "Madeup")
    assert kiosk.arrivals == [replace(CAME, language="es")]


def test_who_was_offered_an_appointment_is_asked_for_the_birth_date_again(kiosk):
    says_appointment(kiosk, Booking("1", "M. S.", "10:30"))
    assert kiosk.house.places["consent-1"].step == "born"
    assert QUESTIONNAIRES["en"].questions["birth-date"].text in words(kiosk.open())


@pytest.mark.parametrize(("kept", "spoken"), [("es", "es"), ("xx", "en")])
def test_a_welcome_that_lost_its_session_is_in_the_language_it_was_in(kiosk, kept, spoken):
    kiosk.cookies[LANGUAGE_COOKIE] = kept
    assert WORDS[spoken]["welcome.title"] in words(kiosk.open())
