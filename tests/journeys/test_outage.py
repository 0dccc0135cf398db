"""The pages around the player without their server: they say so, and keep what was typed."""

from __future__ import annotations

from playwright.sync_api import expect

from intake.spoken import QUESTIONNAIRES
from intake.wording import WORDS
from tests.faults import faults
from tests.journeys.books import answers_of

SAY = WORDS["es"]
BANNER = ".outage"
WHO = QUESTIONNAIRES["es"].choice("who-answers").option("me")


def test_the_pages_before_the_questions_say_that_they_are_alone_and_lose_nothing(premises, sit):
    # given a patient who chose Spanish, and has the network taken away while typing a birth date
    tablet = sit(premises)
    page = tablet.page
    banner = page.locator(BANNER)
    tablet.open()
    page.tap(".st-key-language-es button")
    page.get_by_role("button", name=SAY["welcome.start"]).tap()
    tablet.agree()
    page.wait_for_selector(".arriving-pad .pad")
    for digit in "1403":
        page.tap(f'[data-key="{digit}"]')
    page.context.set_offline(True)
    expect(banner).to_have_text(SAY["outage.away"])
    assert faults(page) == []
    page.context.set_offline(False)
    expect(banner).to_be_empty()

    # when the server is killed as well, on the page after, and has been started again by itself
    for digit in "1964":
        page.tap(f'[data-key="{digit}"]')
    page.tap('.arriving-pad [data-key="next"]')
    assert WHO
    page.get_by_role("button", name=WHO.text, exact=True).tap()
    page.get_by_label(SAY["arrival.given"]).fill("Testina")
    premises.kill_kiosk()
    expect(banner).to_have_text(SAY["outage.away"])
    expect(banner).to_be_empty()
    page.get_by_label(SAY["arrival.family"]).fill("Madeup-Outage")
    page.get_by_role("button", name=SAY["arrival.begin"]).tap()

    # then the questions begin after all that was said, in the language it was said in
    page.wait_for_selector("section[data-screen]")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    known = answers_of(premises, "Madeup-Outage")
    assert (known["birth-date"], known["who-answers"]) == (("1964-03-14",), ("me",))
