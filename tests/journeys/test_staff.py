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
from tests.keyboard import presses, tab_to
from tests.ruler import off_the_ruler

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


def is_named_at_first(page: Page) -> None:
    """No name is a complaint; with one it is a tablet for patients."""
    has_heading(page, SAY["tablet.title"])
    is_without_fault(page)
    presses(page, ".st-key-save-tablet button")
    expect(page.get_by_role("alert")).to_have_text(SAY["tablet.missing"])
    assert faults(page) == []
    page.get_by_role("textbox").fill("Window")
    presses(page, ".st-key-save-tablet button")
    has_heading(page, SAY["welcome.title"])
    expect(page.get_by_role("alert")).to_have_count(0)


def says_hallway(page: Page) -> None:
    page.locator(".st-key-name-of-tablet input").fill("Hallway 2")
    with page.expect_response("**/kiosk/tablet"):
        page.get_by_role("button", name=SAY["tablet.save"]).tap()
    expect(page.get_by_text(SAY["saved"], exact=True)).to_be_visible()


def test_staff_name_a_tablet_and_leave_the_kiosk_with_the_pin_set_at_the_desk(
    premises: Premises, sit, desk
):
    # given a tablet that was asked for its name, whose door stays shut while there is no PIN
    page = sit(premises).page
    page.emulate_media(reduced_motion="reduce")
    page.goto(premises.kiosk_url)
    is_named_at_first(page)
    presses(page, ".st-key-staff button")
    has_heading(page, SAY["pin.title"])
    expect(page.get_by_text(SAY["pin.unset"])).to_be_visible()
    is_without_fault(page)
    page.tap(".st-key-back button")
    sets_pin(desk, PIN)

    # when somebody opens it with another name, it asks for the PIN, and does not take a wrong one
    page.goto(f"{premises.kiosk_url}/?tablet=Mine")
    has_heading(page, SAY["pin.title"])
    is_without_fault(page)
    types_pin(page, WRONG)
    expect(page.get_by_role("alert")).to_have_text(SAY["pin.wrong"])
    assert faults(page) == []
    expect(page.locator(".pin-shown")).to_be_empty()
    page.tap(".st-key-back button")
    has_heading(page, SAY["welcome.title"])
    assert named(page) == "Window"

    # then the right one opens the door, with the keyboard too
    presses(page, ".st-key-staff button")
    has_heading(page, SAY["pin.title"])
    tab_to(page, ".pin-shown")
    page.keyboard.type(PIN)
    page.keyboard.press("Enter")
    has_heading(page, SAY["staff.title"])
    is_without_fault(page)
    says_hallway(page)
    assert named(page) == "Hallway 2"

    # and the kiosk is left for a plain page, from which there is a way back
    presses(page, ".staff-leave a")
    page.get_by_role("button", name=SAY["closed.close"]).wait_for()
    for address in (f"{premises.kiosk_url}/kiosk/closed/es", page.url):
        page.goto(address)  # it looks one way only
        assert faults(page) == []
        assert off_the_ruler(page) == []
    tab_to(page, "#close")
    presses(page, "main a")
    has_heading(page, SAY["welcome.title"])
    assert PIN not in premises.said
