"""Nothing but the language is kept before a patient agrees, and no visit begins without it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from house.consent import LIFE
from intake.consent import Consent, first_notice
from intake.kiosk.doors import Arrival, NewerNotice, NoConsent, Refused
from intake.store import audit, consents, submissions, visits
from intake.store.alerts import AlertKind
from intake.store.schema import metadata
from reports.clinic.doors import Calls
from tests.agreeing import STROKES, agreed, agreement
from tests.house.conftest import House
from tests.house.test_clinic import rows
from tests.house.test_kiosk import everything, told


def kept(house: House) -> dict[str, int]:
    """How many rows each table has."""
    with house.store.read() as tx:
        return {
            table.name: tx.connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }


def more(house: House, before: dict[str, int]) -> dict[str, int]:
    after = kept(house)
    return {name: after[name] - before[name] for name in after if after[name] != before[name]}


def arrival(consent: str) -> Arrival:
    return Arrival("Madeup", "Testina", "Door", "en", consent)


def consent_stored(house: House) -> Consent:
    with house.store.read() as tx:
        [visit] = visits.list_for_clinic(tx, house.now - timedelta(days=1))
        [one] = submissions.submissions_of_visit(tx, visit.id)
    assert one.content.consent
    return Consent.model_validate_json(one.content.consent)


def test_reading_the_notice_stores_nothing(house):
    before = kept(house)
    assert house.kiosk.notice() == first_notice()
    assert house.kiosk.consented("a-cookie") is None
    assert more(house, before) == {}


def test_agreeing_stores_the_words_and_the_consent_and_nothing_of_a_visit(house):
    before = kept(house)
    agreed(house.kiosk)
    assert more(house, before) == {"audit": 2, "consents": 1, "notices": 1, "record_keys": 1}


@pytest.mark.parametrize("consent", ["", "invented"])
def test_no_visit_begins_without_a_consent(house, consent):
    before = kept(house)
    assert house.kiosk.begin(arrival(consent)) == NoConsent()
    assert more(house, before) == {}


def test_no_visit_begins_on_the_consent_of_another(house):
    consent = agreed(house.kiosk)
    assert isinstance(house.kiosk.begin(arrival(consent)), str)
    assert house.kiosk.consented(consent) is None
    assert house.kiosk.begin(arrival(consent)) == NoConsent()


def test_a_consent_waits_for_a_name_for_a_short_time_and_is_then_forgotten(house):
    before = kept(house)
    consent = agreed(house.kiosk, "es")
    house.now += LIFE - timedelta(seconds=1)
    assert house.kiosk.consented(consent) == "es"
    house.passes(seconds=1)
    assert house.kiosk.consented(consent) is None
    assert house.kiosk.begin(arrival(consent)) == NoConsent()
    assert more(house, before) == {"audit": 3, "notices": 1}


def test_what_was_agreed_to_is_kept_with_the_visit_and_with_what_was_submitted(house):
    began = house.now
    token = house.kiosk.claim(house.kiosk.begin(arrival(agreed(house.kiosk, "es"))))
    house.passes(minutes=3)
    saved = house.answer(token, 0, **everything())
    house.kiosk.submit(token, saved.revision)
    expected = Consent(
        notice=1,
        language="es",
        sha256=first_notice().texts["es"].sha256,
        agreed=began,
        strokes=STROKES,
    )
    assert consent_stored(house) == expected
    with house.store.read() as tx:
        [visit] = visits.list_for_clinic(tx, house.now - timedelta(days=1))
        body = consents.of_visit(tx, visit.id)
    assert body
    assert Consent.model_validate_json(body) == expected


def test_a_visit_that_staff_close_keeps_its_consent(house):
    nurse = house.nurse()
    house.patient()
    [row] = rows(house, nurse)
    house.clinic.close_visit(nurse, row.visit_id)
    assert consent_stored(house).strokes == STROKES


def test_an_agreement_without_a_signature_says_so(house):
    consent = agreed(house.kiosk, strokes=(), ticked=True)
    token = house.kiosk.claim(house.kiosk.begin(arrival(consent)))
    house.kiosk.submit(token, house.answer(token, 0, **everything()).revision)
    assert consent_stored(house).strokes == ()


@pytest.mark.parametrize("wrong", [{"strokes": ()}, {"strokes": (((5, 5),),)}, {"language": "tlh"}])
def test_what_is_no_agreement_is_refused_and_not_stored(house, wrong):
    before = kept(house)
    given = agreement(house.kiosk).model_copy(update=wrong)
    assert isinstance(house.kiosk.agree(given), Refused)
    assert more(house, before) == {}


def test_an_agreement_to_other_words_than_those_in_force_is_answered_with_these(house):
    before = kept(house)
    given = agreement(house.kiosk, version=7)
    assert house.kiosk.agree(given) == NewerNotice(first_notice())
    assert more(house, before) == {}


def test_rather_talking_stores_only_that_it_happened(house):
    before = kept(house)
    assert house.kiosk.decline("Window seat")
    assert more(house, before) == {"alerts": 1, "audit": 1, "record_keys": 1}
    [alert] = told(house)
    assert (alert.kind, alert.tablet, alert.visit_id) == (AlertKind.DECLINED, "Window seat", None)
    assert (alert.code, alert.detail) == ("declined", b"")
    found = house.clinic.calls()
    assert isinstance(found, Calls)
    assert [(call.kind, call.tablet) for call in found.calls] == [
        (AlertKind.DECLINED, "Window seat")
    ]


def test_the_audit_chain_tells_of_a_consent_without_a_word_of_it(house):
    house.kiosk.begin(arrival(agreed(house.kiosk)))
    with house.store.read() as tx:
        chain = [entry.event for entry in audit.entries(tx)]
    actions = [event.action for event in chain]
    assert actions == [
        "notice.kept",
        "consent.given",
        "visit.begun",
        "visit.consented",
        "visit.code-issued",
    ]
    assert json.dumps(STROKES[0][0]) not in "".join(event.detail for event in chain)
