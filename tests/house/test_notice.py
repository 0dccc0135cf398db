"""The clinic words its own privacy notice: every version stays, and patients agree to the last."""

from __future__ import annotations

import pytest

from intake.consent import Notice, first_notice, worded
from intake.kiosk.doors import NewerNotice
from intake.store import audit, notices, staff
from intake.wording import WORDS
from reports.clinic.doors import (
    Credentials,
    Done,
    NoticeChange,
    NoticeView,
    Refused,
    SignedIn,
    SignedOut,
)
from tests.agreeing import agreed, agreement
from tests.house.conftest import House

OWN = {one: worded(one, {"who": "Nora.", "kept": "10 years.", "ask": "Nora."}) for one in WORDS}
PASSWORD = "four other made-up words"  # noqa: S105 - opens a made-up clinic only


def somebody(house: House, role: staff.Role) -> str:
    """The token of a person with this role."""
    house.nurse()
    new = staff.NewUser("sol", "Sol Testperson", role, PASSWORD)
    staff.add_user(house.store, new, "system", house.now)
    signed_in = house.clinic.log_in(Credentials("sol", PASSWORD))
    assert isinstance(signed_in, SignedIn)
    return signed_in.token


def in_force(house: House, token: str) -> NoticeView:
    seen = house.clinic.notice(token)
    assert isinstance(seen, NoticeView)
    return seen


def test_until_a_clinic_writes_its_own_the_programs_words_are_in_force(house):
    assert in_force(house, house.nurse()) == NoticeView(first_notice(), None)


def test_new_words_are_a_new_version_and_the_one_before_is_kept(house):
    token = house.nurse()
    assert house.clinic.change_notice(token, NoticeChange(1, OWN)) == Done()
    seen = in_force(house, token)
    assert (seen.notice, seen.since) == (Notice(version=2, texts=OWN), house.now)
    with house.store.read() as tx:
        first, second = notices.notice(tx, 1), notices.notice(tx, 2)
        [entry] = list(audit.entries(tx, "notice 2"))
    assert first
    assert second
    assert Notice.model_validate_json(first.document) == first_notice()
    assert entry.event.action == "notice.kept"
    assert entry.event.actor == second.written_by
    assert second.written_by.startswith("staff:")


def test_patients_read_the_new_words_from_then_on(house):
    token = house.nurse()
    old = agreement(house.kiosk)
    waiting = agreed(house.kiosk)
    house.clinic.change_notice(token, NoticeChange(1, OWN))
    assert house.kiosk.notice() == Notice(version=2, texts=OWN)
    assert house.kiosk.agree(old) == NewerNotice(Notice(version=2, texts=OWN))
    assert house.kiosk.consented(waiting) == "en"
    assert agreed(house.kiosk)


@pytest.mark.parametrize("role", [staff.Role.CLINICIAN, staff.Role.FRONT_DESK])
def test_only_an_administrator_reads_and_writes_it_here(house, role):
    token = somebody(house, role)
    assert isinstance(house.clinic.notice(token), Refused)
    assert isinstance(house.clinic.change_notice(token, NoticeChange(1, OWN)), Refused)
    assert house.kiosk.notice() == first_notice()


def test_who_is_signed_out_reads_and_writes_nothing(house):
    assert house.clinic.notice("invented") == SignedOut()
    assert house.clinic.change_notice("invented", NoticeChange(1, OWN)) == SignedOut()
    assert house.kiosk.notice() == first_notice()


def test_two_who_write_at_once_do_not_overwrite_each_other(house):
    token = house.nurse()
    house.clinic.change_notice(token, NoticeChange(1, OWN))
    refused = house.clinic.change_notice(token, NoticeChange(1, first_notice().texts))
    assert isinstance(refused, Refused)
    assert "version 2" in refused.reason
    assert in_force(house, token).notice.version == 2


def test_the_same_words_again_are_no_new_version(house):
    token = house.nurse()
    change = NoticeChange(1, first_notice().texts)
    assert isinstance(house.clinic.change_notice(token, change), Refused)
    assert in_force(house, token).notice.version == 1
