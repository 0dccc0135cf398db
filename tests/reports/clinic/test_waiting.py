import signal

import pytest
from playwright.sync_api import expect

from tests.reports.clinic.front_desk import HOSTILE

JOINT = "Hot or swollen knee with fever or illness: possible joint infection"


def names(desk):
    return [line.strip() for line in desk.page.locator(".list .name").all_inner_texts()]


def card(desk, which=0):
    return desk.page.locator('[class*="st-key-call-"]').nth(which)


def alarm(clinic, **changes):
    told = {"alert": "1", "visit": "busy", "kind": "emergency", "title": JOINT, "minutes": "3"}
    clinic.happens("raise", **{**told, **changes})


def press(desk, which=0):
    card(desk, which).get_by_role("button").click()


def test_everybody_is_listed_the_most_urgent_first_then_who_waits_longest(desk):
    desk.open()
    expect(desk.page.locator(".list")).to_be_visible()
    assert names(desk) == ["Mockup, Sol", "Placeholder, Sol", "Imaginary, Sol"]
    expect(desk.page.get_by_role("heading", name="Nobody needs you right now")).to_be_visible()
    first = desk.page.locator(".list tbody tr").first
    expect(first).to_contain_text("Soon")
    expect(first).to_contain_text("20 min")


def test_an_emergency_is_shown_by_itself_with_what_where_and_since_when(desk, clinic):
    desk.open()
    expect(desk.page.locator(".list")).to_be_visible()
    desk.page.evaluate("window.samePage = true")
    alarm(clinic)
    expect(card(desk)).to_contain_text("Emergency")
    assert desk.page.evaluate("window.samePage")
    for what in ("Imaginary, Sol", "Tablet Window", "3 min", JOINT):
        expect(card(desk)).to_contain_text(what)
    assert names(desk)[0] == "Imaginary, Sol"
    expect(desk.page).to_have_title("(1) Anteroom")


def test_a_call_for_help_from_a_tablet_without_a_visit_is_shown(desk, clinic):
    clinic.happens("raise", alert="9", kind="help", tablet="Door")
    desk.open()
    expect(card(desk)).to_contain_text("Asks for help")
    expect(card(desk)).to_contain_text("Tablet Door")


def test_the_most_pressing_call_comes_first(desk, clinic):
    alarm(clinic, alert="1", visit="well", kind="unfinished", title="", minutes="40")
    alarm(clinic, alert="2", visit="hot", kind="same-day", title="Swollen leg", minutes="30")
    alarm(clinic, alert="3", visit="busy", minutes="1")
    clinic.happens("raise", alert="4", kind="help", tablet="Door", minutes="2")
    desk.open()
    expect(desk.page.locator(".call")).to_have_count(4)
    kinds = desk.page.locator(".call .level")
    expect(kinds).to_contain_text(["Emergency", "Asks for help", "Same day", "Not finished"])


def test_seen_by_me_takes_a_line_and_marks_what_was_shown(desk, clinic):
    alarm(clinic)
    desk.open()
    expect(card(desk)).to_contain_text("Seen by me, patient may go on")
    press(desk)
    expect(desk.page.get_by_text("Write in a line what was done")).to_be_visible()
    assert not [one for one in clinic.told()["done"] if "seen" in one]
    card(desk).get_by_role("textbox").fill("taken to room 2")
    press(desk)
    expect(desk.page.get_by_role("heading", name="Nobody needs you right now")).to_be_visible()
    expect(desk.page.locator(".list tbody tr").first).to_contain_text("taken to room 2")
    assert {"seen": ["1"], "note": "taken to room 2"} in clinic.told()["done"]


def test_what_is_being_typed_survives_news(desk, clinic):
    alarm(clinic, alert="1", visit="well", kind="same-day", title="Swollen leg")
    desk.open()
    line = card(desk).get_by_role("textbox")
    line.fill("")
    line.press_sequentially("spoke with her at the w")
    alarm(clinic, alert="2", visit="busy")
    expect(desk.page.locator(".call")).to_have_count(2)
    line = card(desk, 1).get_by_role("textbox")
    expect(line).to_have_value("spoke with her at the w")
    line.press("End")
    line.press_sequentially("indow")
    press(desk, 1)
    expect(desk.page.locator(".call")).to_have_count(1)
    assert {"seen": ["1"], "note": "spoke with her at the window"} in clinic.told()["done"]


def test_what_was_raised_after_looking_is_not_marked_as_seen(desk, clinic):
    alarm(clinic, alert="1")
    desk.open()
    card(desk).get_by_role("textbox").fill("spoke with him")
    expect(card(desk).get_by_role("button")).to_be_enabled()
    desk.page.route("**/clinic/pulse", lambda route: route.abort())
    alarm(clinic, alert="2", title="Possible blocked leg artery")
    press(desk)
    expect(card(desk)).to_contain_text("Possible blocked leg artery")
    for done in clinic.told()["done"]:
        assert "2" not in done.get("seen", [])


def test_the_first_press_after_the_server_was_killed_counts(desk, clinic):
    alarm(clinic)
    desk.open()
    card(desk).get_by_role("textbox").fill("taken to room 2")
    clinic.stop(signal.SIGKILL)
    clinic.start()
    expect(card(desk).get_by_role("button")).to_be_enabled()
    press(desk)
    expect(desk.page.get_by_role("heading", name="Nobody needs you right now")).to_be_visible()
    assert {"seen": ["1"], "note": "taken to room 2"} in clinic.told()["done"]


def test_after_the_server_was_killed_news_still_arrive_by_themselves(desk, clinic):
    desk.open()
    expect(desk.page.locator(".list")).to_be_visible()
    desk.page.wait_for_load_state("networkidle")  # what watches is loaded after what is seen
    clinic.stop(signal.SIGKILL)
    clinic.start()
    alarm(clinic)
    expect(card(desk)).to_contain_text(JOINT)


def test_a_page_that_cannot_ask_says_that_it_is_not_up_to_date(desk):
    desk.open()
    expect(desk.page.locator(".list")).to_be_visible()
    desk.page.route("**/clinic/pulse", lambda route: route.abort())
    expect(desk.page.get_by_text("This page is not up to date.")).to_be_visible()
    desk.page.unroute("**/clinic/pulse")
    expect(desk.page.get_by_text("This page is not up to date.")).to_be_hidden()
    desk.context.set_offline(True)
    expect(desk.page.get_by_text("This page is not up to date.")).to_be_visible()
    desk.context.set_offline(False)
    expect(desk.page.get_by_text("This page is not up to date.")).to_be_hidden()
    desk.page.route("**/healthz", lambda route: route.abort())
    expect(desk.page.get_by_text("This page is not up to date.")).to_be_visible()
    desk.page.unroute("**/healthz")


def test_whoever_was_signed_out_elsewhere_is_taken_to_the_sign_in(desk, clinic):
    desk.open()
    expect(desk.page.locator(".list")).to_be_visible()
    clinic.happens("set", tokens=[])
    expect(desk.page.get_by_role("button", name="Sign in")).to_be_visible()
    assert "Mockup" not in desk.page.content()


def test_what_a_patient_typed_is_text_and_nothing_else(desk, clinic):
    clinic.happens("write", visit="hot", text=HOSTILE)
    alarm(clinic, visit="hot", title=HOSTILE)
    desk.open()
    expect(desk.page.locator(".call h3")).to_have_text(f"{HOSTILE}, Sol")
    expect(desk.page.locator(".call .why b")).to_have_text(HOSTILE)
    expect(desk.page.locator(".list .name").first).to_have_text(f"{HOSTILE}, Sol")
    assert desk.foreign == []
    assert desk.page.locator('img[src*="invalid"], a[href*="invalid"]').count() == 0


def test_no_patient_is_named_in_address_or_title(desk, clinic):
    alarm(clinic)
    desk.open()
    expect(card(desk)).to_contain_text("Imaginary")
    asked = []
    desk.page.on("request", lambda request: asked.append(request.url))
    desk.page.locator(".list .name a").first.click()
    expect(desk.page.locator(".answers").first).to_be_visible()
    assert not [url for url in asked if "Imaginary" in url]
    assert "Imaginary" not in desk.page.url + desk.page.title()


@pytest.mark.parametrize("path", ["/", "/?visit=hot", "/?visit=nobody", "/clinic/login"])
def test_every_page_says_what_it_is_not_and_that_this_is_a_demo(desk, path):
    desk.open("/")
    if path == "/clinic/login":
        desk.page.get_by_role("button", name="Sign out").click()
    else:
        desk.page.goto(desk.clinic.address + path)
    expect(desk.page.get_by_text("Screening aid, not a diagnosis.")).to_be_visible()
    expect(desk.page.get_by_text("Not a cleared medical device.")).to_be_visible()
    expect(desk.page.get_by_text("DEMO - invented patients")).to_be_visible()


def test_a_page_that_fails_shows_and_logs_nothing_of_what_it_worked_on(desk, clinic):
    clinic.happens("set", broken="raise")
    desk.open()
    expect(desk.page.get_by_role("alert").first).to_contain_text("cannot do this right now")
    assert "Placeholder" not in desk.page.content()
    assert "Placeholder" not in clinic.log
    assert clinic.told()["codes"][0].startswith("clinic.page.RuntimeError front_desk.py:")
    clinic.happens("set", broken="")
    expect(desk.page.locator(".list")).to_be_visible()


def test_the_browser_finds_nothing_to_complain_about(desk, clinic):
    alarm(clinic)
    desk.open()
    expect(card(desk)).to_contain_text(JOINT)
    desk.page.get_by_role("button", name="Sound is off").click()
    expect(desk.page.get_by_role("button", name="Sound is on")).to_be_visible()
    assert desk.errors == []
    assert desk.foreign == []
