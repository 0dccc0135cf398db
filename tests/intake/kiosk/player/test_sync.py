"""What the tablet holds and what the server holds become equal without a tap."""

from dataclasses import replace

import pytest

from intake.draft import Given
from intake.kiosk.doors import Refused
from intake.wording import WORDS

SAY = WORDS["en"]
DRAFT = "**/kiosk/draft"


def top(tablet, code):
    """How far down an answer stands."""
    return tablet.page.locator(f'[data-code="{code}"]').bounding_box()["y"]


def test_three_seconds_without_a_network_lose_nothing_and_hold_nobody_up(sit):
    tablet = sit({}, "how-long")
    stood = top(tablet, "over-3-months")
    tablet.page.context.set_offline(True)
    tablet.page.wait_for_selector(".banner:visible")
    assert top(tablet, "over-3-months") == stood
    tablet.choose("how-long", "over-3-months")
    tablet.at("trend")
    tablet.choose("trend", "worse")
    tablet.at("trouble")
    stood = top(tablet, "a-little")
    tablet.page.wait_for_timeout(2000)
    assert "safe on this tablet" in (tablet.page.text_content(".banner") or "")
    assert tablet.page.text_content(".saved") == ""
    assert tablet.seat.visit.revision == 0
    tablet.page.context.set_offline(False)
    tablet.until(lambda: tablet.seat.given("trend") == ("worse",))
    assert tablet.seat.given("how-long") == ("over-3-months",)
    assert tablet.seat.visit.at == "trouble"
    tablet.saved()
    tablet.page.wait_for_selector(".banner", state="hidden")
    assert top(tablet, "a-little") == stood


def test_an_outage_is_noticed_without_a_tap(sit):
    tablet = sit({}, "how-long")
    tablet.page.route("**/healthz", lambda route: route.abort())
    tablet.page.wait_for_selector(".banner:visible")
    tablet.page.unroute("**/healthz")
    tablet.page.wait_for_selector(".banner", state="hidden")


def test_saved_is_said_only_once_the_server_has_said_so(sit):
    tablet = sit({}, "how-long")
    tablet.page.route(DRAFT, lambda route: route.abort())
    tablet.choose("how-long", "over-3-months")
    tablet.at("trend")
    assert tablet.page.text_content(".saved") == ""
    tablet.page.unroute(DRAFT)
    tablet.saved()
    assert tablet.seat.given("how-long") == ("over-3-months",)


def test_a_lost_acknowledgement_is_not_another_window(sit):
    tablet = sit({}, "how-long")

    def deliver_but_lose_the_answer(route):
        route.fetch()
        route.abort()

    tablet.page.route(DRAFT, deliver_but_lose_the_answer, times=1)
    tablet.choose("how-long", "over-3-months")
    tablet.at("trend")
    tablet.choose("trend", "worse")
    tablet.at("trouble")
    tablet.until(lambda: tablet.seat.given("trend") == ("worse",))
    tablet.saved()
    assert tablet.screen == "trouble"
    assert tablet.page.text_content(".notice") == ""


def test_a_stale_window_adopts_what_was_saved_elsewhere(sit):
    tablet = sit({}, "how-long")
    tablet.seat.visit = replace(
        tablet.seat.visit, revision=5, answers={"trend": Given(("better",))}, at="trend"
    )
    tablet.choose("how-long", "over-3-months")
    tablet.at("trend")
    tablet.reads(".notice", "another window")
    assert tablet.chosen("trend") == ["better"]
    assert tablet.seat.given("how-long") is None
    tablet.settled()
    tablet.choose("trend", "worse")
    tablet.until(lambda: tablet.seat.given("trend") == ("worse",))
    assert tablet.seat.visit.revision == 6


def test_a_reload_goes_on_at_the_same_screen_with_every_answer(sit):
    tablet = sit({}, "how-long")
    tablet.choose("how-long", "over-3-months")
    tablet.at("trend")
    tablet.saved()
    tablet.open()
    tablet.at("trend")
    tablet.tap("back")
    tablet.at("how-long")
    assert tablet.chosen("how-long") == ["over-3-months"]


def test_a_reload_in_the_review_comes_back_to_the_review(sit, everything):
    tablet = sit(everything, "anything-else")
    tablet.tap("next")
    tablet.at("review")
    tablet.saved()
    tablet.open()
    tablet.at("review")


def test_a_server_that_cannot_save_sends_the_patient_to_the_front_desk(sit):
    tablet = sit({}, "how-long")
    tablet.seat.failing = True
    tablet.choose("how-long", "over-3-months")
    tablet.calm("desk")
    tablet.seat.failing = False
    tablet.at("trend")
    tablet.saved()
    assert tablet.seat.given("how-long") == ("over-3-months",)


def test_without_a_visit_the_patient_is_sent_to_the_front_desk_and_no_answer_stays(sit, room):
    tablet = sit({"how-long": "over-3-months"}, "how-long")
    token = next(token for token, seat in room.house.seats.items() if seat is tablet.seat)
    del room.house.seats[token]
    tablet.tap("next")
    tablet.calm("desk")
    assert tablet.page.locator("section[data-screen]").count() == 0


def test_an_invented_cookie_opens_nothing(sit):
    tablet = sit()
    cookie = {"name": "anteroom-draft", "value": "invented", "url": tablet.address}
    tablet.page.context.add_cookies([cookie])
    tablet.open()
    tablet.calm("desk")


def test_a_refused_answer_is_asked_again_in_the_kiosks_words(sit):
    tablet = sit({}, "how-long")
    tablet.seat.refusal = Refused("No option of this item has this code.", "how-long")
    tablet.choose("how-long", "over-3-months")
    tablet.reads(".notice", "Please look at this question once more.")
    assert tablet.screen == "how-long"
    assert tablet.chosen("how-long") == []
    tablet.saved()


@pytest.mark.parametrize("lost", [False, True])
def test_sending_is_tried_until_it_is_acknowledged(sit, everything, lost):
    tablet = sit(everything, None)

    def fail(route):
        if lost:
            route.fetch()
        route.abort()

    tablet.page.route("**/kiosk/submit", fail, times=1)
    tablet.tap("next")
    if lost:
        tablet.calm("desk")
    else:
        tablet.finished()
    assert tablet.seat.visit.finished


def test_no_answer_is_kept_in_the_browser_s_storage(sit):
    tablet = sit({}, "how-long")
    tablet.choose("how-long", "over-3-months")
    tablet.at("trend")
    tablet.saved()
    kept = "[localStorage.length, sessionStorage.length, document.cookie, location.href]"
    assert tablet.page.evaluate(kept) == [0, 0, "", f"{tablet.address}/"]


def test_what_a_tablet_still_holds_of_a_visit_staff_have_closed_is_sent_and_not_called_finished(
    sit,
):
    tablet = sit({}, "how-long")
    tablet.page.context.set_offline(True)
    tablet.choose("how-long", "over-3-months")
    tablet.at("trend")
    tablet.seat.visit = replace(tablet.seat.visit, closed=True)
    tablet.page.context.set_offline(False)
    tablet.calm("closed")
    assert tablet.seat.given("how-long") == ("over-3-months",)
    card = tablet.page.locator('[data-calm="closed"]')
    assert SAY["ended.text"] in card.inner_text()
    assert tablet.page.locator("section[data-screen]").count() == 0
    assert len(tablet.seat.written) == 1
    tablet.page.reload()
    tablet.calm("closed")
    tablet.page.wait_for_selector('[data-settled] [data-calm="closed"]')
    tablet.page.tap('[data-language="es"]:visible')
    tablet.reads('[data-calm="closed"]', WORDS["es"]["ended.text"])
    assert tablet.page.title() != "Finished"


def test_a_ticket_that_does_not_get_through_is_given_again_and_the_patient_is_told_meanwhile(
    sit, room
):
    tablet = sit({}, "how-long")
    token = room.house.new_seat(at="trend")
    tablet.page.route("**/kiosk/claim", lambda route: route.fulfill(status=503, body="{}"))
    tablet.open(f"?ticket={token}")
    tablet.calm("desk")
    tablet.page.unroute("**/kiosk/claim")
    tablet.at("trend")
