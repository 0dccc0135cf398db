"""Staff at a tablet: with the PIN set at the desk they name it, and leave the kiosk."""

from __future__ import annotations

from urllib.parse import unquote

from playwright.sync_api import Page, expect

from intake.kiosk.routes import TABLET_COOKIE
from intake.wording import WORDS
from tests.faults import faults
from tests.journeys.desk import Desk
from tests.journeys.premises import Premises
from tests.journeys.test_seeing import has_heading, is_without_fault
from tests.keyboard import tab_to

SAY = WORDS["en"]
PIN, WRONG = "482916", "482917"


def sets_pin(desk: Desk, pin: str) -> None:
    desk.page.get_by_role("link", name="Staff PIN").click()
    desk.page.locator("#pin").fill(pin)
    desk.page.locator("#again").fill(pin)
    desk.page.get_by_role("button", name="Set the PIN").click()
    expect(desk.page.get_by_role("status")).to_be_visible()


def types_pin(page: Page, pin: str) -> None:
    for digit in pin:
        page.tap(f'[data-key="{digit}"]')
    page.tap('[data-key="next"]')


def named(page: Page) -> str:
    """The name the tablet keeps."""
    [name] = [one["value"] for one in page.context.cookies() if one["name"] == TABLET_COOKIE]
    return unquote(name)


def says_hallway(page: Page) -> None:
    page.locator(".st-key-name-of-tablet input").fill("Hallway 2")
    with page.expect_response("**/kiosk/tablet"):
        page.get_by_role("button", name=SAY["tablet.save"]).tap()
    expect(page.get_by_text(SAY["saved"], exact=True)).to_be_visible()


def test_staff_name_a_tablet_and_leave_the_kiosk_with_the_pin_set_at_the_desk(
    premises: Premises, sit, desk
):
    # given a tablet whose door stays shut while there is no PIN
    tablet = sit(premises)
    page = tablet.page
    page.emulate_media(reduced_motion="reduce")
    tablet.open()
    has_heading(page, SAY["welcome.title"])
    page.tap(".st-key-staff button")
    expect(page.get_by_text(SAY["pin.unset"])).to_be_visible()
    page.tap(".st-key-back button")
    sets_pin(desk, PIN)

    # when somebody opens it with another name, it asks for the PIN, and does not take a wrong one
    page.goto(f"{premises.kiosk_url}/?tablet=Mine")
    has_heading(page, SAY["pin.title"])
    is_without_fault(page)
    types_pin(page, WRONG)
    expect(page.get_by_role("alert")).to_have_text(SAY["pin.wrong"])
    expect(page.locator(".pin-shown")).to_be_empty()
    page.tap(".st-key-back button")
    has_heading(page, SAY["welcome.title"])
    assert named(page) == "Window"

    # then the right one opens the door, with the keyboard too
    tab_to(page, ".st-key-staff button")
    page.keyboard.press("Enter")
    has_heading(page, SAY["pin.title"])
    tab_to(page, ".pin-shown")
    page.keyboard.type(PIN)
    page.keyboard.press("Enter")
    has_heading(page, SAY["staff.title"])
    assert faults(page) == []
    says_hallway(page)
    assert named(page) == "Hallway 2"

    # and the kiosk is left for a plain page, from which there is a way back
    page.get_by_role("link", name=SAY["staff.leave"]).tap()
    page.get_by_role("button", name=SAY["closed.close"]).wait_for()
    assert faults(page) == []
    page.get_by_role("link", name=SAY["closed.back"]).tap()
    has_heading(page, SAY["welcome.title"])
    assert PIN not in premises.said
