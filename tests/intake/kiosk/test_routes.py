"""The kiosk's routes, over a house that can be made to fail."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from starlette.requests import Request

from intake.fhir import questionnaire_bytes
from intake.kiosk import wire
from intake.kiosk.closed import closed_page
from intake.kiosk.routes import Kiosk
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS
from tests.intake.kiosk.player.waiting_room import PASS, WaitingRoom
from tests.journeys.wire import OURS, Answer, Wire

REQUEST = Request({"type": "http"})


@pytest.fixture(scope="module")
def room() -> Iterator[WaitingRoom]:
    opened = WaitingRoom()
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def tablet(room: WaitingRoom) -> Wire:
    """A tablet whose visit has begun."""
    port = int(room.address.rpartition(":")[2])
    return Wire("127.0.0.1", port, {"anteroom-draft": room.house.new_seat()})


@pytest.mark.parametrize("language", QUESTIONNAIRES)
def test_the_questionnaire_of_a_version_never_changes_and_is_kept_by_the_browser(tablet, language):
    answer = tablet.look(f"/kiosk/questionnaire/{KNEE_TWITCHING.version}/{language}.json")
    assert answer.body == questionnaire_bytes(QUESTIONNAIRES[language])
    assert json.loads(answer.body)["language"] == language
    assert answer.headers["content-type"] == "application/fhir+json"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("language", WORDS)
def test_the_words_of_a_language_are_served(tablet, language):
    answer = tablet.look(f"/kiosk/words/{language}.json")
    assert json.loads(answer.body) == dict(WORDS[language])


def test_a_tablet_says_which_language_its_patient_reads(tablet):
    changes = {"base": 0, "answers": {}, "language": "es"}
    assert tablet.send("PUT", "/kiosk/draft", changes).status == 200
    assert tablet.look("/kiosk/draft").json["questionnaire"]["language"] == "es"


@pytest.mark.parametrize(
    "path",
    [
        "/kiosk/questionnaire/0/en.json",
        f"/kiosk/questionnaire/{KNEE_TWITCHING.version}/xx.json",
        "/kiosk/words/xx.json",
        "/kiosk/player/nothing.js",
        "/kiosk/player/../page.py",
        "/kiosk/player/..%2fpage.py",
        "/kiosk/player/%2e%2e/wire.py",
        "/kiosk/player/fonts/OFL.txt",
        "/kiosk/player/",
        "/kiosk/player//etc/passwd",
        "/kiosk/nothing",
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(tablet, path):
    answer = tablet.look(path)
    assert answer.status == 404
    assert answer.reason.endswith(".")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("main.js", "text/javascript"),
        ("screens/grid.js", "text/javascript"),
        ("figure.js", "text/javascript"),
        ("pictures/ripple.svg", "image/svg+xml"),
        ("player.css", "text/css"),
        ("fonts/atkinson-hyperlegible-next-latin-400-normal.woff2", "font/woff2"),
    ],
)
def test_the_players_own_files_are_served_as_what_they_are(tablet, name, kind):
    answer = tablet.look(f"/kiosk/player/{name}")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["cache-control"] == "no-cache"
    again = tablet.look(f"/kiosk/player/{name}", {"If-None-Match": answer.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    other = tablet.look(f"/kiosk/player/{name}", {"If-None-Match": '"of another content"'})
    assert (other.status, other.body) == (200, answer.body)


def test_what_is_a_patients_is_kept_by_no_browser(tablet):
    answers = [
        tablet.send("GET", "/kiosk/draft"),
        tablet.send("PUT", "/kiosk/draft", {"base": 0, "answers": {}}),
        tablet.send("PUT", "/kiosk/draft", {"base": 0, "answers": {}}),
        tablet.send("PUT", "/kiosk/draft", b"?"),
        tablet.send("POST", "/kiosk/help", {"tablet": "Door"}),
    ]
    assert [answer.status for answer in answers] == [200, 200, 409, 422, 204]
    assert {answer.headers["cache-control"] for answer in answers} == {"no-store"}


def failing(tablet: Wire) -> list[Answer]:
    return [
        tablet.send("GET", "/kiosk/draft"),
        tablet.send("PUT", "/kiosk/draft", {"base": 0, "answers": {}}),
        tablet.send("POST", "/kiosk/help", {"tablet": "Door"}),
    ]


def test_a_failing_house_sends_the_patient_to_the_front_desk(room, tablet):
    room.house.seats[tablet.cookies["anteroom-draft"]].failing = True
    for answer in failing(tablet):
        assert (answer.status, answer.reason) == (503, "Please tell the front desk.")


def test_a_cookie_is_for_this_site_and_no_script(tablet):
    given = tablet.send("POST", "/kiosk/claim", {"ticket": "a-ticket"}).headers["set-cookie"]
    assert given == "anteroom-draft=a-ticket; HttpOnly; Path=/; SameSite=strict"


def test_submitting_takes_the_cookie_back(tablet):
    assert tablet.send("POST", "/kiosk/submit", {"base": 0}).status == 200
    assert tablet.cookies == {}


@pytest.mark.parametrize("why", ["idle", "chosen"])
def test_who_leaves_leaves_no_cookie_and_the_house_knows_why(room, tablet, why):
    token = tablet.cookies["anteroom-draft"]
    tablet.cookies |= {"anteroom-consent": "c", "anteroom-left": "1"}
    assert tablet.send("POST", "/kiosk/leave", {"why": why}).status == 204
    assert room.house.left[-1] == (token, why)
    assert tablet.cookies == {}


def test_a_tablet_that_could_not_tell_tells_again_and_keeps_its_cookie_until_then(room, tablet):
    room.house.seats[tablet.cookies["anteroom-draft"]].failing = True
    assert tablet.send("POST", "/kiosk/leave", {"why": "idle"}).status == 503
    assert "anteroom-draft" in tablet.cookies


def test_what_a_tablet_could_not_send_before_it_forgets_is_taken_else_the_desk_is_told(
    room, tablet
):
    token = tablet.cookies["anteroom-draft"]
    seat = room.house.seats[token]
    tablet.cookies["anteroom-left"] = "unsent-0"
    held = {"base": 7, "answers": {"cold-leg": {"values": ["yes"]}}, "at": None}  # none it knows
    assert tablet.send("POST", "/kiosk/leave", {"why": "idle", "held": held}).status == 204
    assert seat.given("cold-leg") == ("yes",)
    assert room.house.unsent == []
    assert room.house.left[-1] == (token, "idle")
    for late in ({"held": held}, {"unsent": 7}):
        tablet.cookies = {"anteroom-draft": token}
        assert tablet.send("POST", "/kiosk/leave", {"why": "idle", **late}).status == 204
    assert room.house.unsent == [(token, 7), (token, 7)]


def test_who_has_finished_ends_no_visit_that_began_meanwhile(room, tablet):
    assert tablet.send("POST", "/kiosk/leave", {"why": "finished"}).status == 204
    assert "anteroom-draft" in tablet.cookies
    room.house.submit(tablet.cookies["anteroom-draft"], 0)
    assert tablet.send("POST", "/kiosk/leave", {"why": "finished"}).status == 204
    assert tablet.cookies == {}


def test_a_tablet_that_has_forgotten_its_patient_opens_nothing(tablet):
    tablet.cookies["anteroom-left"] = "1"
    assert tablet.look("/kiosk/draft").status == 401
    assert tablet.send("PUT", "/kiosk/draft", {"base": 0, "answers": {}}).status == 401
    assert tablet.send("POST", "/kiosk/claim", {"ticket": "a-ticket"}).status == 204
    assert tablet.cookies == {"anteroom-draft": "a-ticket"}


def test_a_tablet_says_that_somebody_is_there(room, tablet):
    assert tablet.send("POST", "/kiosk/here", {}).status == 204
    assert room.house.heard[-1] == tablet.cookies["anteroom-draft"]


@pytest.mark.parametrize("why", [b"{}", b'{"why": "bored"}', b'{"why": "idle", "more": 1}'])
def test_leaving_for_no_known_reason_is_refused(room, tablet, why):
    before = list(room.house.left)
    assert tablet.send("POST", "/kiosk/leave", why).status == 422
    assert room.house.left == before


@pytest.mark.parametrize(
    "path", ["/kiosk/claim", "/kiosk/submit", "/kiosk/help", "/kiosk/leave", "/kiosk/here"]
)
@pytest.mark.parametrize(
    "headers",
    [
        {**OURS, "Origin": "https://elsewhere.example"},
        {"Content-Type": "application/json"},
    ],
    ids=["foreign", "without our header"],
)
def test_a_foreign_page_does_nothing(room, tablet, path, headers):
    seat = room.house.seats[tablet.cookies["anteroom-draft"]]
    body = {"base": 0, "ticket": "a", "tablet": "Door", "why": "idle"}
    refused = tablet.send("POST", path, body, headers)
    assert (refused.status, refused.reason) == (
        403,
        "This request does not come from the kiosk.",
    )
    assert refused.headers["set-cookie"] is None
    assert not seat.help
    assert not seat.visit.finished


def test_our_own_page_may_say_where_it_comes_from(room, tablet):
    own = {**OURS, "Origin": room.address}
    assert tablet.send("PUT", "/kiosk/draft", {"base": 0, "answers": {}}, own).status == 200


def test_what_is_larger_than_a_visit_is_not_even_read(tablet):
    large = b" " * (wire.LARGEST_BODY + 1)
    assert tablet.send("PUT", "/kiosk/draft", large).status == 413
    assert tablet.send("PUT", "/kiosk/draft", large[:-1]).status == 422


@pytest.mark.parametrize(("holds", "status"), [(True, 200), (False, 503)])
def test_a_kiosk_that_cannot_save_says_that_it_is_not_ready(room, holds, status):
    kiosk = Kiosk(replace(room.house.doors(), ready=lambda: holds), boot="this run")
    # In a thread of its own, as a browser's loop may be running in this one.
    with ThreadPoolExecutor(1) as thread:
        answer = thread.submit(asyncio.run, kiosk.ready(REQUEST)).result()
        health = thread.submit(asyncio.run, kiosk.health(REQUEST)).result()
    assert answer.status_code == status
    assert bytes(health.body) == b'{"ok":true,"boot":"this run"}'


SIGNED = {"version": 1, "language": "en", "tablet": "Door", "strokes": [[[100, 100], [500, 300]]]}


@pytest.fixture
def newcomer(room: WaitingRoom) -> Wire:
    """A tablet at which nobody has agreed to anything."""
    return Wire("127.0.0.1", int(room.address.rpartition(":")[2]))


def test_the_notice_is_given_in_every_language_and_kept_by_no_browser(newcomer, room):
    answer = newcomer.look("/kiosk/notice.json")
    assert answer.json == room.house.notice.model_dump(mode="json")
    assert set(answer.json["texts"]) == set(WORDS)
    assert answer.headers["cache-control"] == "no-store"


def test_agreeing_gives_a_cookie_no_script_can_read_until_a_visit_begins(newcomer):
    answer = newcomer.send("POST", "/kiosk/consent", SIGNED)
    assert answer.status == 200
    assert newcomer.cookies == {"anteroom-consent": answer.json["consent"]}
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert newcomer.send("POST", "/kiosk/claim", {"ticket": "ticket"}).status == 204
    assert newcomer.cookies == {"anteroom-draft": "ticket"}


def test_whoever_reads_the_notice_again_has_not_agreed(newcomer):
    newcomer.send("POST", "/kiosk/consent", SIGNED)
    newcomer.look("/kiosk/notice.json")
    assert newcomer.cookies == {}


def test_agreeing_to_older_words_is_answered_with_the_newer(newcomer, room):
    answer = newcomer.send("POST", "/kiosk/consent", {**SIGNED, "version": 9})
    assert (answer.status, answer.json["version"]) == (409, room.house.notice.version)
    assert newcomer.cookies == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"strokes": []},
        {"strokes": [[[2000, 1], [3, 3]]]},
        {"strokes": [[["a", 1]]]},
        {"strokes": [[[1, 1]]] * 81},
        {"strokes": [[[1, 1]] * 3001]},
        {"version": "first"},
        {"name": "Kanarienvogel"},
    ],
    ids=["nothing", "outside", "words", "strokes", "points", "version", "more"],
)
def test_what_is_no_agreement_is_refused_with_a_sentence(newcomer, wrong):
    answer = newcomer.send("POST", "/kiosk/consent", {**SIGNED, **wrong})
    assert answer.status == 422
    assert answer.reason.endswith(".")
    assert "Kanarienvogel" not in answer.reason
    assert newcomer.cookies == {}


def test_rather_talking_tells_the_desk_which_tablet(newcomer, room):
    assert newcomer.send("POST", "/kiosk/decline", {"tablet": "Door"}).status == 204
    assert room.house.declined == ["Door"]
    room.house.deaf = 1
    assert newcomer.send("POST", "/kiosk/decline", {"tablet": "Door"}).status == 503


@pytest.mark.parametrize("path", ["/kiosk/consent", "/kiosk/decline"])
def test_no_other_page_agrees_or_declines(newcomer, path):
    assert newcomer.send("POST", path, SIGNED, {"Content-Type": "text/plain"}).status == 403
    foreign = {"X-Anteroom": "1", "Origin": "http://elsewhere.example"}
    assert newcomer.send("POST", path, SIGNED, foreign).status == 403
    assert newcomer.look(path).status == 405


def test_a_tablet_keeps_its_name_for_long_and_out_of_reach_of_its_pages(tablet):
    answer = tablet.send("POST", "/kiosk/tablet", {"tablet": "Ventana 3º\u0000"})
    assert answer.status == 204
    assert tablet.cookies["anteroom-tablet"] == "Ventana%203%C2%BA"
    kept = answer.headers["set-cookie"].lower()
    assert all(word in kept for word in ("max-age=31536000", "httponly", "samesite=strict"))
    assert tablet.send("POST", "/kiosk/tablet", {"tablet": " "}).status == 422
    assert tablet.send("POST", "/kiosk/tablet", {"tablet": "x"}, {}).status == 403


@pytest.fixture
def guarded(room) -> Iterator[WaitingRoom]:
    """The same room, with a staff PIN."""
    room.house.pin = "482916"
    yield room
    room.house.pin, room.house.pin_is_locked = "", False


@pytest.mark.usefixtures("guarded")
def test_a_tablet_with_a_name_gets_another_only_from_staff(tablet):
    assert tablet.send("POST", "/kiosk/tablet", {"tablet": "Door"}).status == 204
    assert tablet.send("POST", "/kiosk/tablet", {"tablet": "Door"}).status == 204
    for spoiled in ({}, {"pass": "invented"}):
        refused = tablet.send("POST", "/kiosk/tablet", {"tablet": "Mine", **spoiled})
        assert (refused.status, tablet.cookies["anteroom-tablet"]) == (403, "Door")
    assert tablet.send("POST", "/kiosk/tablet", {"tablet": "Hall", "pass": PASS}).status == 204
    assert tablet.cookies["anteroom-tablet"] == "Hall"


def test_the_staff_pin_is_judged_and_what_was_typed_is_not_said_again(guarded, tablet):
    tablet.cookies["anteroom-tablet"] = "Ventana%203%C2%BA"
    opened = tablet.send("POST", "/kiosk/staff", {"pin": "482916"})
    assert (opened.status, opened.json) == (200, {"pass": PASS})
    assert guarded.house.entering[-1] == "Ventana 3º"
    wrong = tablet.send("POST", "/kiosk/staff", {"pin": "482917"})
    guarded.house.pin_is_locked = True
    later = tablet.send("POST", "/kiosk/staff", {"pin": "482916"})
    guarded.house.pin, guarded.house.pin_is_locked = "", False
    unset = tablet.send("POST", "/kiosk/staff", {"pin": "482916"})
    unread = tablet.send("POST", "/kiosk/staff", {"pin": 482916})
    answers = [wrong, later, unset, unread]
    assert [answer.status for answer in answers] == [401, 429, 409, 422]
    assert {answer.headers["cache-control"] for answer in answers} == {"no-store"}
    assert not any("4829" in answer.text for answer in answers)


def test_the_page_outside_the_kiosk_is_there_in_every_language(tablet):
    for language, say in WORDS.items():
        page = tablet.look(f"/kiosk/closed/{language}")
        assert say["closed.back"] in page.text
        assert f'lang="{language}"' in page.text
        assert say["demo"] not in page.text
        assert say["demo"] in closed_page(say, language, demo=True)
    assert tablet.look("/kiosk/closed/xx").status == 404
