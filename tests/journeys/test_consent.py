"""A patient agrees, or would rather talk to someone: what is stored, and who is told."""

from __future__ import annotations

from playwright.sync_api import expect
from sqlalchemy import func, select

from intake.consent import Consent, is_drawn
from intake.store import consents
from intake.store.schema import alerts, visits
from intake.store.schema import consents as given
from intake.wording import WORDS
from tests.journeys.books import visit_of
from tests.journeys.premises import Premises, wait_until
from tests.journeys.sheets import healthy
from tests.journeys.tablet import Tablet

SAY = WORDS["en"]


def kept(premises: Premises) -> dict[str, int]:
    """How many visits, consents and alerts there are."""
    with premises.books().read() as tx:
        return {
            table.name: tx.connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (visits, given, alerts)
        }


def consent_of(premises: Premises, family: str) -> Consent:
    with premises.books().read() as tx:
        body = consents.of_visit(tx, visit_of(premises, family).id)
    assert body
    return Consent.model_validate_json(body)


def goes_on(tablet: Tablet) -> None:
    """The step after the consent: the birth date."""
    expect(tablet.page.locator(".arriving-pad .pad")).to_be_visible()


def test_nothing_is_stored_before_agreeing_and_the_signature_is_there_afterwards(premises, sit):
    before = kept(premises)
    tablet = sit(premises)
    tablet.open()
    tablet.page.get_by_role("button", name="Start").tap()
    tablet.page.wait_for_selector("[data-consent]")
    assert kept(premises) == before

    tablet.agree()
    goes_on(tablet)
    assert kept(premises) == {**before, "consents": before["consents"] + 1}

    # the tablet is closed and opened again: the patient goes on after it
    tablet.page.reload()
    goes_on(tablet)

    # the kiosk is killed: so it is
    killed = premises.kill_kiosk()
    wait_until(lambda: premises.room("kiosk") != killed, "another kiosk")
    premises.wait_until_ready()
    tablet.page.reload()
    goes_on(tablet)
    tablet.introduce(healthy())
    tablet.page.get_by_label(SAY["arrival.given"]).fill("Testina")
    tablet.page.get_by_label(SAY["arrival.family"]).fill("Madeup-Agreed")
    tablet.page.get_by_role("button", name=SAY["arrival.begin"]).tap()
    tablet.page.wait_for_selector("section[data-screen]")

    consent = consent_of(premises, "Madeup-Agreed")
    assert (consent.notice, consent.language) == (1, "en")
    assert is_drawn(consent.strokes)
    assert "anteroom-consent" not in {one["name"] for one in tablet.page.context.cookies()}


def test_whoever_would_rather_talk_is_thanked_and_the_desk_is_told_which_tablet(
    premises, sit, desk
):
    before = kept(premises)
    tablet = sit(premises, "Chair-9")
    tablet.open()
    tablet.page.get_by_role("button", name="Start").tap()
    tablet.page.wait_for_selector("[data-settled] [data-consent]")
    tablet.page.tap('[data-act="talk"]')
    tablet.page.wait_for_selector('[data-told="coming"]')
    assert kept(premises) == {**before, "alerts": before["alerts"] + 1}
    expect(desk.page.locator("body")).to_contain_text("Chair-9")
    expect(desk.page.locator("body")).to_contain_text("would rather talk to someone")

    tablet.page.wait_for_selector("[data-settled]", state="attached")
    tablet.page.tap('[data-act="close"]')
    expect(tablet.page.get_by_role("heading", name=SAY["welcome.title"])).to_be_visible()
    cookies = {one["name"] for one in tablet.page.context.cookies()}
    assert {name for name in cookies if "anteroom" in name} == {"anteroom-tablet"}
