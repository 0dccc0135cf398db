"""Coming to a tablet: with a code, with an appointment, without one."""

from __future__ import annotations

from playwright.sync_api import expect

from intake.wording import WORDS
from tests.journeys.books import answers_of, visit_of
from tests.journeys.sheets import healthy, up_to

SAY = WORDS["en"]


def test_a_visit_goes_on_at_another_tablet_with_a_code_from_the_desk(premises, sit, desk):
    given = healthy()
    wire = premises.arrive("Madeup-Moved", up_to(given, "movement"), "movement")
    before = sit(premises, wire=wire)
    before.open()
    before.sees_question("movement")

    desk.page.reload()
    desk.open_patient("Madeup-Moved")
    desk.page.get_by_role("button", name="Code for another tablet").click()
    code = desk.page.locator(".issued").inner_text()

    after = sit(premises, "Hallway")
    after.open()
    after.page.get_by_role("button", name=SAY["code.button"]).tap()
    after.type_code("CCCC-CCCC")
    expect(after.page.get_by_text(SAY["code.wrong"])).to_be_visible()
    after.type_code(code)
    after.sees_question("movement")
    assert answers_of(premises, "Madeup-Moved")["which-knee"] == ("right",)
    assert visit_of(premises, "Madeup-Moved").tablet == "Hallway"

    before.page.locator('[data-link-id="movement"] [data-code]').first.tap()
    expect(before.page.locator('[data-calm="desk"]')).to_be_visible()
    assert "movement" not in answers_of(premises, "Madeup-Moved")
