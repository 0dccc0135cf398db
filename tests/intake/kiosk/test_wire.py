"""What a tablet may send: what is within bounds is read, anything else is a sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.draft import Given
from intake.kiosk import wire
from intake.kiosk.doors import Visit

VISIT = Visit(
    revision=3,
    answers={"saddle-numbness": Given(("no",), group=True), "worst-pain": Given(("4",))},
    at="worst-pain",
    paused=True,
    finished=False,
    questionnaire_version="2026.11.1",
    language="en",
    visit_date=date(2026, 11, 20),
)


def test_what_is_sent_is_read_as_it_was_sent():
    body = {"base": 2, "answers": {"a-b": {"values": ["x", "y"], "group": True}}, "at": "a-b"}
    changes = wire.read_changes(json.dumps(body).encode())
    assert changes.base == 2
    assert changes.answers == {"a-b": Given(("x", "y"), group=True)}
    assert changes.at == "a-b"
    assert changes.language is None


def test_the_language_the_patient_reads_is_read():
    changes = wire.read_changes(b'{"base": 2, "answers": {}, "language": "es"}')
    assert changes.language == "es"


def test_what_the_tablet_is_told_it_could_send_back():
    told = json.loads(json.dumps(wire.visit_json(VISIT)))
    assert told["visitDate"] == "2026-11-20"
    assert told["paused"] is True
    again = {"base": told["revision"], "answers": told["answers"], "at": told["at"]}
    changes = wire.read_changes(json.dumps(again).encode())
    assert changes.answers == VISIT.answers
    assert changes.at == VISIT.at


def test_the_tablet_is_told_no_more_than_it_needs():
    told = set(wire.visit_json(VISIT))
    assert told == {
        "revision",
        "answers",
        "at",
        "paused",
        "finished",
        "closed",
        "questionnaire",
        "visitDate",
    }


TOO_MUCH = {
    "too many questions": {"base": 0, "answers": {f"q{n}": {"values": []} for n in range(501)}},
    "too many ticks": {"base": 0, "answers": {"q": {"values": ["x"] * 51}}},
    "too long a text": {"base": 0, "answers": {"q": {"values": ["x" * 4001]}}},
    "too long a name": {"base": 0, "answers": {"q" * 101: {"values": []}}},
    "too long a place": {"base": 0, "answers": {}, "at": "q" * 101},
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_more_than_a_visit_can_hold_is_refused(what):
    with pytest.raises(wire.WireError):
        wire.read_changes(json.dumps(TOO_MUCH[what]).encode())


def refusal(read: Callable[[bytes], object], raw: bytes) -> str:
    """The sentence with which something was refused; empty when it was read."""
    try:
        read(raw)
    except wire.WireError as problem:
        return str(problem)
    return ""


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_whatever_is_sent_is_read_or_refused_in_a_sentence(raw):
    for read in (wire.read_changes, wire.read_base, wire.read_ticket, wire.read_tablet):
        assert re.fullmatch(r"|.+\.", refusal(read, raw))


def test_a_refusal_does_not_repeat_what_was_typed():
    body = json.dumps({"base": 0, "answers": {"q": {"values": [{"my secret": 1}]}}})
    with pytest.raises(wire.WireError) as refusal:
        wire.read_changes(body.encode())
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("raw", [b"{}", b'{"ticket": 5}', b'{"ticket": "' + b"x" * 201 + b'"}'])
def test_a_ticket_is_a_short_text(raw):
    with pytest.raises(wire.WireError):
        wire.read_ticket(raw)


def test_a_tablet_without_a_name_may_still_call_for_help():
    assert wire.read_tablet(b"{}") == ""
    assert wire.read_tablet(b'{"tablet": "Door"}') == "Door"


def test_what_a_patient_types_stays_in_no_cache():
    raw = b'{"base": 0, "answers": {"anything-else": {"values": ["words of my own"]}}}'
    first, second = (wire.read_changes(raw).answers["anything-else"].values[0] for _ in range(2))
    assert first == second
    assert first is not second
