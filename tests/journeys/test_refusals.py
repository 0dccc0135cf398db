"""What cannot be used is refused in a sentence, and nothing that was saved is lost."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from house.kiosk import COOKIE_LIFE, KioskHouse
from house.process import now
from intake.kiosk.doors import Arrival
from intake.store.alerts import AlertKind
from tests.agreeing import agreed
from tests.journeys.books import alerts_about, answers_of
from tests.journeys.sheets import healthy, up_to
from tests.journeys.wire import OURS, Wire

FAMILY = "Madeup-Careful"
TOMORROW = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()


@dataclass(frozen=True)
class Visit:
    """A visit in progress, its tablet, and what is saved of it."""

    tablet: Wire
    saved: dict


@pytest.fixture(scope="module")
def visit(premises) -> Visit:
    tablet = premises.arrive(FAMILY, up_to(healthy(), "movement"), "movement")
    return Visit(tablet, tablet.send("GET", "/kiosk/draft").json)


def answering(link_id: str, *values: object) -> bytes:
    """The next whole state, with this one answer in it."""
    return json.dumps({"base": 1, "answers": {link_id: {"values": values}}}).encode()


CANNOT_BE_SAVED = {
    "an unknown item": (answering("favorite-color", "red"), 422, "favorite-color"),
    "an option that does not exist": (answering("movement", "wobble"), 422, "movement"),
    "two answers to a question for one": (answering("movement", "cramp", "jerk"), 422, "movement"),
    "the same tick twice": (answering("twitch-place", "calf", "calf"), 422, "twitch-place"),
    "none of these with another": (
        answering("operations", "none", "back-surgery"),
        422,
        "operations",
    ),
    "no answer to what must be answered": (answering("movement"), 422, "movement"),
    "a day that is not in the calendar": (answering("birth-date", "1980-02-31"), 422, "birth-date"),
    "a day that has not come": (answering("birth-date", TOMORROW), 422, "birth-date"),
    "3,000 letters": (answering("anything-else", "a" * 3000), 422, "anything-else"),
    "a number for a code": (answering("movement", 7), 422, None),
    "a million letters": (answering("anything-else", "a" * 1_000_000), 413, None),
    "broken JSON": (b'{"base": 1, "answers": {', 422, None),
    "no JSON": (b"\xff\xfe not json", 422, None),
    "a list": (b"[1, 2]", 422, None),
    "deep nesting": (b'{"base": 1, "answers": ' + b"[" * 30_000 + b"]" * 30_000 + b"}", 422, None),
    "no revision": (b'{"answers": {}}', 422, None),
    "a revision below all": (b'{"base": -1, "answers": {}}', 422, None),
    "a revision as a word": (b'{"base": "1", "answers": {}}', 422, None),
    "more than is asked for": (b'{"base": 1, "answers": {}, "urgency": "routine"}', 422, None),
    "nothing at all": (b"", 422, None),
}


@pytest.mark.parametrize("what", CANNOT_BE_SAVED)
def test_what_cannot_be_saved_is_refused_and_changes_nothing(visit, what):
    body, status, link_id = CANNOT_BE_SAVED[what]
    refused = visit.tablet.send("PUT", "/kiosk/draft", body)
    assert refused.status == status
    assert refused.headers["content-type"] == "application/json"
    assert refused.reason.endswith(".")
    assert link_id is None or refused.json["linkId"] == link_id
    assert visit.tablet.send("GET", "/kiosk/draft").json == visit.saved


def test_an_age_that_is_only_told_is_not_believed(premises):
    tablet = premises.arrive("Madeup-Age", healthy())
    assert tablet.send("PUT", "/kiosk/draft", answering("age", "12")).status == 200
    assert answers_of(premises, "Madeup-Age")["age"] == ("40",)


STRANGERS = {
    "another site": ({**OURS, "Origin": "https://elsewhere.example"}, 403),
    "a page without a name": ({**OURS, "Origin": "null"}, 403),
    "the clinic's pages": ({**OURS, "Origin": "http://localhost:1"}, 403),
    "a plain form": ({"Content-Type": "text/plain"}, 403),
    "an invented cookie": ({**OURS, "Cookie": "anteroom-draft=invented"}, 401),
    "a very long cookie": ({**OURS, "Cookie": "anteroom-draft=" + "x" * 3000}, 401),
    "no cookie": ({**OURS, "Cookie": ""}, 401),
}


@pytest.mark.parametrize("who", STRANGERS)
@pytest.mark.parametrize("act", ["PUT /kiosk/draft", "POST /kiosk/submit"])
def test_whoever_is_not_the_patients_tablet_changes_nothing(visit, who, act):
    headers, status = STRANGERS[who]
    method, path = act.split()
    body = {"base": 1, "answers": {}} if method == "PUT" else {"base": 1}
    refused = visit.tablet.send(method, path, body, headers)
    assert refused.status == status
    assert refused.reason.endswith(".")
    assert visit.tablet.send("GET", "/kiosk/draft").json == visit.saved


@pytest.mark.parametrize(
    "act",
    [
        "POST /kiosk/draft",
        "DELETE /kiosk/draft",
        "PATCH /kiosk/draft",
        "GET /kiosk/submit",
        "PUT /kiosk/submit",
        "GET /kiosk/claim",
        "GET /kiosk/help",
    ],
)
def test_a_wrong_method_is_refused_in_a_sentence(visit, act):
    method, path = act.split()
    refused = visit.tablet.send(method, path, {"base": 1})
    assert refused.status == 405
    assert refused.reason.endswith(".")
    assert visit.tablet.send("GET", "/kiosk/draft").json == visit.saved


def test_an_expired_cookie_opens_nothing_and_the_answers_stay(premises):
    # given a tablet that was put away longer ago than its cookie lives
    long_ago = now() - COOKIE_LIFE - timedelta(minutes=1)
    doors = KioskHouse(
        premises.books, lambda: long_ago, lambda: secrets.token_urlsafe(32), print
    ).doors()
    arrival = Arrival("Madeup-Yesterday", "Testina", "Window", consent=agreed(doors))
    ticket = doors.begin(arrival)
    assert isinstance(ticket, str)
    tablet = premises.kiosk()
    tablet.cookies["anteroom-draft"] = doors.claim(ticket) or ""

    # then it opens nothing, in a sentence, and what was answered is not gone
    for method, path, body in (
        ("GET", "/kiosk/draft", None),
        ("PUT", "/kiosk/draft", {"base": 0, "answers": {}}),
        ("POST", "/kiosk/submit", {"base": 0}),
    ):
        refused = tablet.send(method, path, body)
        assert (refused.status, refused.reason) == (401, "There is no visit on this tablet.")
    assert answers_of(premises, "Madeup-Yesterday") == {}


def test_a_ticket_gives_one_cookie_once(premises):
    ticket = premises.ticket("Madeup-Ticket")
    tablet = premises.kiosk()
    given = tablet.send("POST", "/kiosk/claim", {"ticket": ticket})
    assert given.status == 204
    cookie = given.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    for spent in (ticket, "invented", ""):
        refused = premises.kiosk().send("POST", "/kiosk/claim", {"ticket": spent})
        assert refused.status == 410
        assert refused.reason.endswith(".")
        assert refused.headers["set-cookie"] is None
    assert tablet.send("GET", "/kiosk/draft").status == 200


def test_a_superseded_revision_changes_nothing_and_is_told_what_stands(premises):
    # given a visit that has been saved twice
    tablet = premises.arrive("Madeup-Twice", up_to(healthy(), "movement"), "movement")
    newer = {"base": 1, "answers": {"movement": {"values": ["cramp"]}}, "at": "twitch-place"}
    assert tablet.send("PUT", "/kiosk/draft", newer).json["revision"] == 2
    stands = tablet.send("GET", "/kiosk/draft").json

    # when something built on the first of them arrives, or on one that is not there yet
    for base in (0, 1, 3):
        older = {"base": base, "answers": {"movement": {"values": ["jerk"]}}, "at": "movement"}
        refused = tablet.send("PUT", "/kiosk/draft", older)

        # then it is told what stands, and that is what stands
        assert refused.status == 409
        assert refused.json == stands
        assert tablet.send("POST", "/kiosk/submit", {"base": base}).status == 409
        assert tablet.send("GET", "/kiosk/draft").json == stands


def test_an_unfinished_visit_is_not_submitted(visit):
    refused = visit.tablet.send("POST", "/kiosk/submit", {"base": 1})
    assert refused.status == 422
    assert refused.json == {
        "reason": "This question still needs an answer.",
        "linkId": "movement",
    }


def test_who_waits_for_staff_cannot_submit(premises):
    tablet = premises.arrive("Madeup-Impatient", healthy(heart_or_breath="yes"))
    refused = tablet.send("POST", "/kiosk/submit", {"base": 1})
    assert (refused.status, refused.reason) == (422, "Please wait for a member of staff.")


def test_a_finished_visit_is_over_for_its_tablet(premises):
    tablet = premises.arrive("Madeup-Done", healthy())
    cookie = dict(tablet.cookies)
    finished = tablet.send("POST", "/kiosk/submit", {"base": 1})
    assert finished.status == 200
    assert tablet.cookies == {}
    # a tablet that did not hear so may say that it is finished, and no more
    tablet.cookies = cookie
    again = tablet.send("POST", "/kiosk/submit", {"base": 1})
    assert again.status == 409
    assert again.json["finished"] is True
    assert again.json["answers"] == {}
    late = {"base": 1, "answers": {"worst-pain": {"values": ["9"]}}}
    assert tablet.send("PUT", "/kiosk/draft", late).status == 409
    assert answers_of(premises, "Madeup-Done")["worst-pain"] == ("0",)


def test_the_older_of_two_windows_cannot_overwrite_the_newer(premises, sit):
    # given the same visit open in two windows
    wire = premises.arrive("Madeup-Windows", up_to(healthy(), "movement"), "movement")
    older, newer = sit(premises, wire=wire), sit(premises, wire=wire)
    for tablet in (older, newer):
        tablet.open()
        tablet.sees_question("movement")

    # when the newer goes on, and then somebody taps something else in the older
    newer.choose("movement", "no-twitching")
    newer.sees_question("how-long")
    newer.sees_saved()
    older.choose("movement", "beat")

    # then the older shows what was saved in the newer, says why, and has changed nothing
    older.sees_question("how-long")
    assert "open in another window" in older.text()
    assert answers_of(premises, "Madeup-Windows")["movement"] == ("no-twitching",)


def test_a_patient_who_needs_help_calls_the_desk_and_keeps_the_place(premises, sit, desk):
    # given a patient in mid-interview at a tablet with a name
    wire = premises.arrive("Madeup-Help", up_to(healthy(), "movement"), "movement")
    tablet = sit(premises, wire=wire)
    tablet.open()
    tablet.sees_question("movement")

    # when the patient asks for help
    tablet.call_for_help()

    # then somebody is coming, and the desk knows which tablet and which patient
    tablet.page.get_by_role("heading", name="Someone is coming").wait_for()
    desk.sees_call("Madeup-Help", "Tablet Window", "I need help")
    [alert] = alerts_about(premises, "Madeup-Help")
    assert (alert.kind, alert.tablet) == (AlertKind.HELP, "Window")

    # and the patient can go on where the patient was, also after a reload
    tablet.close_calm()
    tablet.sees_question("movement")
    tablet.page.reload()
    tablet.sees_question("movement")
    assert answers_of(premises, "Madeup-Help")["worst-pain"] == ("0",)


def test_help_can_be_called_before_a_visit_begins(premises, sit, desk):
    tablet = sit(premises, "Door 9")
    tablet.open()
    tablet.page.get_by_role("button", name="I need help").tap()
    tablet.page.get_by_text("Someone is coming").wait_for()
    desk.sees_call("Tablet Door 9", "I need help")
