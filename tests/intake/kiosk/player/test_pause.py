"""The calm full screens: held until staff come, front desk, and "I need help"."""

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice, Role
from tests.intake.kiosk.player.conftest import given

SAFETY = [
    (item.link_id, option.code)
    for item in KNEE_TWITCHING.questions.values()
    if isinstance(item, Choice) and item.role is Role.SAFETY
    for option in item.needs_staff_offline
]
SCREENS = {
    "right-now": "heart-or-breath bladder-or-bowel saddle-numbness sudden-weakness cold-leg",
    "your-leg": "hot-knee swollen-leg hurt-leg cannot-stand hard-leg",
    "your-body": "fever-or-ill speech-or-swallowing confused-or-jerking headache-jaw-or-sight "
    "brown-urine",
}
BEFORE = {
    "bladder-or-bowel-again": {"right-now-no-to-all": "true", "operations": "back-surgery"},
    "saddle-numbness-again": {"right-now-no-to-all": "true", "operations": "back-surgery"},
    "fever-or-ill-again": {"your-body-no-to-all": "true", "hot-knee": "new"},
}
"""What opens a question that is asked again by itself."""
COMPLETED = [
    (
        {"hot-knee": "new", "which-knee": "right", "operations": "knee-replacement"},
        ("about-knee-replacement", "knee-replacement-side", "right"),
    ),
    (
        {"operations": "back-needle", "back-needle-when": "last-2-weeks", "weakness": "yes"},
        ("weakness-speed", "weakness-speed", "days"),
    ),
]
"""What the server has heard, and the answer without it that completes an emergency."""
CALM = "Please tell the front desk now."


def screen_of(link_id):
    return next((screen for screen, rows in SCREENS.items() if link_id in rows.split()), link_id)


def test_a_pause_holds_the_patient_until_staff_clear_it_and_goes_on_by_itself(sit):
    tablet = sit({}, "right-now")
    tablet.choose("cold-leg", "yes")
    tablet.calm("pause")
    text = tablet.page.text_content(".calm") or ""
    assert CALM in text
    assert "cold" not in text
    assert not tablet.page.is_visible("section[data-screen]")
    assert tablet.seat.given("cold-leg") == ("yes",)
    tablet.seat.clear()
    tablet.at("right-now")
    assert tablet.chosen("cold-leg") == ["yes"]
    assert tablet.page.locator("[data-calm]").count() == 0


def test_a_pause_survives_a_reload(sit):
    tablet = sit({}, "right-now")
    tablet.choose("cold-leg", "yes")
    tablet.calm("pause")
    tablet.open()
    tablet.calm("pause")
    tablet.seat.clear()
    tablet.at("right-now")


def test_half_a_date_is_still_there_after_a_call_for_help(sit):
    tablet = sit({}, "birth-date")
    tablet.type_date("03")
    tablet.tap("help")
    tablet.reads(".calm h1", "Someone is coming")
    tablet.settled()
    tablet.tap("close")
    tablet.at("birth-date")
    assert tablet.page.input_value('[data-field="month"]') == "03"


def test_help_reaches_the_desk_with_the_tablet_s_name_and_keeps_the_answers(sit):
    tablet = sit({"how-long": "over-3-months"}, "trend")
    tablet.tap("help")
    tablet.calm("help")
    tablet.reads(".calm h1", "Someone is coming")
    assert tablet.seat.help == ["Window seat"]
    tablet.settled()
    tablet.tap("close")
    tablet.at("trend")
    assert tablet.seat.given("how-long") == ("over-3-months",)


def test_help_that_cannot_be_called_says_so_and_is_tried_again(sit):
    tablet = sit({}, "trend")
    tablet.page.context.set_offline(True)
    tablet.tap("help")
    tablet.reads(".calm h1", "Please tell the front desk")
    tablet.page.context.set_offline(False)
    tablet.reads(".calm h1", "Someone is coming")
    assert tablet.seat.help


def test_offline_every_answer_that_needs_staff_stops_at_the_front_desk_at_once(sit, room):
    tablet = sit()
    alone = [(BEFORE.get(link_id, {}), (screen_of(link_id), link_id, c)) for link_id, c in SAFETY]
    for heard, (screen, link_id, code) in alone + COMPLETED:
        before = {name: given(value) for name, value in heard.items()}
        token = room.house.new_seat(before, screen)
        tablet.takes_the_place(token, room.house.seats[token])
        tablet.page.context.set_offline(True)
        tablet.page.wait_for_selector(".banner:visible")
        tablet.choose(link_id, code)
        assert tablet.page.is_visible('[data-calm="pause"]'), link_id
        text = tablet.page.text_content(".calm") or ""
        assert CALM in text
        assert KNEE_TWITCHING.questions[link_id].text not in text
        tablet.page.context.set_offline(False)
        tablet.until(lambda: tablet.seat.given(link_id) == (code,))  # noqa: B023


def test_offline_what_was_taken_back_before_the_server_heard_it_calls_nobody_later(sit):
    needle = {"operations": "back-needle", "back-needle-when": "last-2-weeks"}
    tablet = sit(needle, "strength-and-feeling")
    tablet.page.context.set_offline(True)
    tablet.choose("weakness", "yes")
    tablet.choose("weakness", "no")
    tablet.page.context.set_offline(False)
    tablet.until(lambda: tablet.seat.given("weakness") == ("no",))
    tablet.choose("toes-drag", "yes")
    tablet.tap("no-to-all")
    tablet.at("weakness-speed")
    tablet.saved()
    tablet.page.context.set_offline(True)
    tablet.page.wait_for_selector(".banner:visible")
    tablet.choose("weakness-speed", "days")
    tablet.at("back-and-body")


def test_offline_what_was_taken_back_counts_and_what_staff_were_called_for_calls_no_more(sit):
    needle = {"operations": "back-needle", "back-needle-when": "last-2-weeks"}
    tablet = sit(needle, "strength-and-feeling")
    for code in ("yes", "no"):
        tablet.choose("weakness", code)
        tablet.until(lambda: tablet.seat.given("weakness") == (code,))  # noqa: B023
    tablet.choose("toes-drag", "yes")
    tablet.tap("no-to-all")
    tablet.at("weakness-speed")
    tablet.saved()
    tablet.page.context.set_offline(True)
    tablet.page.wait_for_selector(".banner:visible")
    assert not tablet.page.is_visible("[data-calm]")
    tablet.choose("weakness-speed", "days")
    tablet.calm("pause")
    tablet.page.context.set_offline(False)
    tablet.at("back-and-body")
    tablet.saved()
    tablet.page.context.set_offline(True)
    tablet.page.wait_for_selector(".banner:visible")
    tablet.choose("pain-every-night", "yes")
    assert not tablet.page.is_visible("[data-calm]")


def test_offline_the_front_desk_screen_goes_once_the_server_knows_and_lets_the_patient_on(sit):
    tablet = sit({}, "right-now")
    tablet.seat.cleared = True
    tablet.page.context.set_offline(True)
    tablet.page.wait_for_selector(".banner:visible")
    tablet.choose("heart-or-breath", "yes")
    tablet.calm("pause")
    tablet.page.context.set_offline(False)
    tablet.at("right-now")
    assert tablet.seat.given("heart-or-breath") == ("yes",)
    assert tablet.chosen("heart-or-breath") == ["yes"]


def test_offline_an_answer_that_needs_staff_is_noticed_when_the_outage_is_found_out_later(sit):
    tablet = sit({}, "right-now")
    tablet.page.route("**/kiosk/draft", lambda route: route.abort())
    tablet.choose("heart-or-breath", "yes")
    tablet.calm("pause")


def test_every_safety_row_calls_staff_offline():
    rows = {item.link_id for item in KNEE_TWITCHING.questions.values() if item.role is Role.SAFETY}
    assert {link_id for link_id, _ in SAFETY} == rows - {"which-knee"}
