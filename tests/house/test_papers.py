"""The clinic's papers through their doors: on record, known again, and there when drawing fails."""

from __future__ import annotations

import hashlib
from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from intake.kiosk.doors import Why
from intake.store import audit, issued
from intake.store.audit import Event
from reports import plain_wording, summarize, wording
from reports.clinic.doors import (
    Correction,
    CorrectionView,
    Credentials,
    Done,
    NotThere,
    Pdf,
    Refused,
    SignedOut,
    Unavailable,
)
from reports.pdf import plain, sections
from tests.house.conftest import FIRST, House
from tests.house.test_kiosk import everything
from tests.journeys.desk import words_of


def finished(house: House, family: str = "Madeup", **answers: str) -> tuple[str, str]:
    """A nurse's token, and the visit of a patient who has sent everything."""
    nurse, tablet = house.nurse(), house.patient(family)
    house.answer(tablet, 0, **everything(**answers))
    house.kiosk.submit(tablet, 1)
    [row] = house.clinic.worklist(nurse).rows
    if not row.final:  # an emergency holds the tablet
        house.clinic.close_visit(nurse, row.visit_id)
    return nurse, row.visit_id


def printed(house: House, nurse: str, visit_id: str) -> bytes:
    paper = house.clinic.pdf(nurse, visit_id)
    assert isinstance(paper, Pdf)
    return paper.content


def on_the_chain(house: House, visit_id: str) -> list[tuple[datetime, Event]]:
    with house.store.read() as tx:
        return [(entry.at, entry.event) for entry in audit.entries(tx, visit_id)]


def corrected(house: House, nurse: str, visit_id: str) -> None:
    """Staff put an answer right: a second submission in the place of the first."""
    seen = house.clinic.correction(nurse, visit_id)
    assert isinstance(seen, CorrectionView)
    change = Correction(seen.submission_id, "worst-pain", ("9",), "Asked aloud.")
    assert house.clinic.correct(nurse, visit_id, change) == Done()


def test_the_digest_of_every_page_that_leaves_is_on_the_audit_chain(house):
    nurse, visit_id = finished(house)
    content = printed(house, nurse, visit_id)
    at, event = on_the_chain(house, visit_id)[-1]
    assert (at, event.action) == (house.now, "summary.drawn")
    assert event.actor.startswith("staff:")
    assert hashlib.sha256(content).hexdigest() in event.detail


def test_the_same_record_gives_the_same_page_at_any_hour(house):
    nurse, visit_id = finished(house)
    first = printed(house, nurse, visit_id)
    house.passes(minutes=9)
    assert printed(house, nurse, visit_id) == first


def test_the_first_page_says_nothing_of_versions_but_in_its_foot(house):
    nurse, visit_id = finished(house)
    words = words_of(printed(house, nurse, visit_id))
    assert "replaces" not in words
    assert "version 1 ·" in words


def test_a_corrected_page_says_which_one_it_replaces(house):
    nurse, visit_id = finished(house)
    old = printed(house, nurse, visit_id)
    house.passes(minutes=7)
    corrected(house, nurse, visit_id)
    new = printed(house, nurse, visit_id)
    assert "Version 2 of 09:07, replaces 1 of 09:00" in words_of(new)
    with house.store.read() as tx:
        before, after = (issued.standing(tx, issued.digest_of(one)) for one in (old, new))
    assert (before.version, before.replaced_at) == (1, house.now)
    assert (after.version, after.replaced_at) == (2, None)


def broken(*_: object, **__: object) -> None:
    message = "Kanarienvogel does not fit"
    raise ZeroDivisionError(message)


@pytest.mark.parametrize("where", [(sections, "heading"), (summarize, "situation")])
def test_when_the_usual_page_fails_the_plain_one_is_served_and_a_code_is_logged(
    house, monkeypatch, where
):
    nurse, visit_id = finished(house, "Kanarienvogel", cold_leg="yes")
    monkeypatch.setattr(*where, broken)
    content = printed(house, nurse, visit_id)
    words = words_of(content)
    assert words.startswith("KANARIENVOGEL")
    assert plain_wording.NOTICE in words
    assert "RED FLAGS: " in words
    assert house.reported == ["pdf.plain.ZeroDivisionError"]
    assert hashlib.sha256(content).hexdigest() in on_the_chain(house, visit_id)[-1][1].detail


def test_when_not_even_the_plain_page_can_be_drawn_the_clinic_says_so_and_keeps_no_issue(
    house, monkeypatch
):
    nurse, visit_id = finished(house, "Kanarienvogel", cold_leg="yes")
    before = on_the_chain(house, visit_id)
    monkeypatch.setattr(summarize, "situation", broken)
    monkeypatch.setattr(plain, "_drawn", broken)
    assert house.clinic.pdf(nurse, visit_id) == Unavailable()
    assert house.clinic.protected_pdf(nurse, visit_id, PASSWORD) == Unavailable()
    assert on_the_chain(house, visit_id) == before
    assert house.reported[-1] == "clinic.protected.NoPaperError"
    assert "anarienvogel" not in "".join(house.reported)


@pytest.mark.parametrize("visit_id", ["", "x", "../../etc/passwd", "x" * 500])
def test_nothing_is_put_on_record_of_a_visit_there_is_not(house, visit_id):
    nurse = house.nurse()
    assert house.clinic.pdf(nurse, visit_id) == NotThere()
    assert on_the_chain(house, visit_id) == []
    assert house.clinic.pdf("invented", visit_id) == SignedOut()


PASSWORD = "four made-up words of a reader"  # noqa: S105 - opens a made-up copy only


def test_a_protected_copy_opens_with_the_readers_password_and_is_on_the_chain(house):
    nurse, visit_id = finished(house, "Madeup-Paper")
    paper = house.clinic.protected_pdf(nurse, visit_id, PASSWORD)
    assert isinstance(paper, Pdf)
    read = PdfReader(BytesIO(paper.content))
    assert read.decrypt(PASSWORD)
    assert "MADEUP-PAPER" in read.pages[0].extract_text()
    _, event = on_the_chain(house, visit_id)[-1]
    assert event.action == "summary.protected"
    assert hashlib.sha256(paper.content).hexdigest() in event.detail
    assert PASSWORD not in str(on_the_chain(house, visit_id))
    assert house.reported == []


def test_no_copy_is_made_under_a_password_that_protects_nothing(house):
    nurse, visit_id = finished(house)
    refused = house.clinic.protected_pdf(nurse, visit_id, "short")
    assert isinstance(refused, Refused)
    assert "short" not in refused.reason
    assert all(event.action != "summary.protected" for _, event in on_the_chain(house, visit_id))
    assert house.clinic.protected_pdf(nurse, "x", PASSWORD) == NotThere()
    assert house.clinic.protected_pdf("invented", visit_id, PASSWORD) == SignedOut()


def slip_words(house: House, nurse: str, alert_id: str) -> str:
    paper = house.clinic.slip(nurse, alert_id)
    assert isinstance(paper, Pdf)
    return " ".join(words_of(paper.content).split())


def test_the_slip_of_an_emergency_says_who_where_and_what_in_the_patients_words(house):
    nurse, tablet = house.nurse(), house.patient("Madeup-Slip")
    house.answer(tablet, 0, birth_date="1964-03-14", cold_leg="yes")
    [row] = house.clinic.worklist(nurse).rows
    [notice] = row.open_notices
    words = slip_words(house, nurse, notice.alert_id)
    for expected in (
        "EMERGENCY: go now", "Tablet Door", "MADEUP-SLIP, Testina", "Born 14-Mar-1964",
        row.reference, "20-Nov-2026 09:00", "Cold, pale, white or blue leg or foot: Yes",
        "vascular now",
    ):  # fmt: skip
        assert expected in words
    actions = [event.action for _, event in on_the_chain(house, row.visit_id)]
    assert actions.count("slip.drawn") == 1


def test_the_slip_of_an_answer_that_is_not_sure_says_so(house):
    nurse, visit_id = finished(house, saddle_numbness="not-sure")
    [row] = house.clinic.worklist(nurse).rows
    assert row.visit_id == visit_id
    notice = row.open_notices[0]
    assert "Not sure" in slip_words(house, nurse, notice.alert_id)


def test_the_slip_prints_no_plain_yes_where_the_patient_now_says_no(house):
    nurse, tablet = house.nurse(), house.patient("Madeup-Back")
    house.answer(tablet, 0, birth_date="1964-03-14", cold_leg="yes")
    house.answer(tablet, 1, birth_date="1964-03-14", cold_leg="no")
    [row] = house.clinic.worklist(nurse).rows
    words = slip_words(house, nurse, row.open_notices[0].alert_id)
    assert "blue leg or foot: Yes (now says No, unconfirmed)" in words


def test_the_slip_of_what_could_not_be_ruled_out_does_not_say_that_it_is_so(house):
    nurse, tablet = house.nurse(), house.patient()
    house.answer(tablet, 0, which_knee="left")
    assert house.kiosk.walk_away(tablet, Why.CHOSEN)
    [row] = house.clinic.worklist(nurse).rows
    title = "Could not rule out: "
    [notice, *_] = [each for each in row.open_notices if each.title.startswith(title)]
    words = slip_words(house, nurse, notice.alert_id)
    assert " ".join(notice.title.split()) in " ".join(words.split())
    assert wording.NOT_ANSWERED in words


def test_the_slip_of_a_bare_call_names_its_tablet(house):
    nurse = house.nurse()
    house.kiosk.ask_for_help(None, "Hallway")
    [call] = house.clinic.worklist(nurse).calls
    words = slip_words(house, nurse, call.alert_id)
    assert "Tablet Hallway" in words
    assert "Nobody has given a name yet" in words


def test_a_slip_can_still_be_printed_once_somebody_has_come_but_not_for_ever(house):
    nurse = house.nurse()
    house.kiosk.ask_for_help(None, "Hallway")
    [call] = house.clinic.worklist(nurse).calls
    house.clinic.acknowledge(nurse, (call.alert_id,), "Went there.")
    assert isinstance(house.clinic.slip(nurse, call.alert_id), Pdf)
    house.passes(days=3)
    signed_in = house.clinic.log_in(Credentials(FIRST.login, FIRST.password))
    assert house.clinic.slip(signed_in.token, call.alert_id) == NotThere()
    assert house.clinic.slip("invented", call.alert_id) == SignedOut()
