"""Coming to a tablet: with a code, with an appointment, without one."""

from __future__ import annotations

from playwright.sync_api import expect

from intake.wording import WORDS
from tests.journeys.books import answers_of, visit_of
from tests.journeys.sheets import healthy, up_to
from tests.touches import double_tap

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
    expect(after.page.get_by_role("button", name=SAY["code.button"])).to_be_visible()
    after.page.goto(premises.kiosk_url)  # the name was given once
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


def test_who_is_on_todays_list_is_found_by_birth_date_and_asked_neither_name_nor_age(
    premises, sit, desk
):
    # given a clinic that expects a patient
    desk.page.get_by_role("link", name="Today's list").click()
    row = {"time": "10:30", "given": "María", "family": "Madeup-Booked", "born": "14-Mar-1964"}
    for name, text in row.items():
        desk.page.locator(f"#{name}").fill(text)
    desk.page.get_by_role("button", name="Add", exact=True).click()
    expect(desk.page.locator(".today")).to_contain_text("14-Mar-1964")

    # when the patient says to be expected, and types another day first
    tablet = sit(premises)
    tablet.open()
    tablet.page.get_by_role("button", name="Start").tap()
    tablet.agree()
    tablet.page.get_by_role("button", name=SAY["how.appointment"]).tap()
    tablet.type_birth_date("1964-02-30")
    expect(tablet.page.get_by_text(SAY["date.impossible"])).to_be_visible()
    for _ in range(8):
        tablet.page.tap('[data-key="erase"]')
    tablet.type_birth_date("1964-03-14")

    # then the tablet shows letters and time, and no name
    choice = tablet.page.get_by_role("button", name="M. M., 10:30")
    expect(choice).to_be_visible()
    assert "Madeup" not in tablet.text()

    # and going back keeps the date that was typed
    tablet.page.get_by_role("button", name=SAY["back"]).tap()
    expect(tablet.page.locator('[data-field="year"]')).to_have_value("1964")
    tablet.page.tap('.arriving-pad [data-key="next"]')

    # and a hand that trembles there chooses the visit, and does not say who answers as well
    box = choice.bounding_box()
    double_tap(tablet.page, (box["x"] + 100, box["y"] + 20), 300)
    me = tablet.page.get_by_role("button", name="Me", exact=True)
    expect(me).to_be_visible()
    tablet.page.wait_for_timeout(350)
    me.tap()

    # and the questions begin after those that are known; the desk sees who has begun
    tablet.sees_question("sex-at-birth")
    known = answers_of(premises, "Madeup-Booked")
    assert known == {"birth-date": ("1964-03-14",), "who-answers": ("me",), "age": known["age"]}
    desk.page.goto(f"{premises.clinic_url}/clinic/today")
    expect(desk.page.get_by_role("button", name="Code for María")).to_be_visible()
    desk.page.get_by_role("link", name="Answering").click()
    expect(desk.page.locator("h1").filter(has_text="Madeup-Booked")).to_be_visible()
    desk.page.goto(f"{premises.clinic_url}/clinic/today")
    desk.page.get_by_role("button", name="Remove").click()
    expect(desk.page.get_by_text("Taken off the list.")).to_be_visible()
