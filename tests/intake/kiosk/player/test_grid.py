"""Rows of like questions, and "No to all of these" below the last row."""

ROWS = (
    "heart-or-breath",
    "bladder-or-bowel",
    "saddle-numbness",
    "sudden-weakness",
    "cold-leg",
)
NO_TO_ALL = '[data-act="no-to-all"]'


def press_no_to_all(tablet):
    """Tap it, alive or not."""
    tablet.page.locator(NO_TO_ALL).dispatch_event("click")


def alive(tablet):
    return tablet.page.locator(NO_TO_ALL).get_attribute("aria-disabled") == "false"


def wait_until_alive(tablet):
    tablet.page.wait_for_selector(f'{NO_TO_ALL}[aria-disabled="false"]')


def test_no_to_all_is_dead_until_the_grid_was_in_view_for_two_seconds(sit):
    tablet = sit({}, "right-now")
    tablet.page.wait_for_timeout(500)
    press_no_to_all(tablet)
    assert not alive(tablet)
    assert tablet.screen == "right-now"
    assert not tablet.seat.visit.answers
    wait_until_alive(tablet)


def test_nothing_in_a_grid_is_chosen_beforehand(sit):
    tablet = sit({}, "right-now")
    wait_until_alive(tablet)
    assert tablet.page.locator('[aria-pressed="true"], [aria-checked="true"]').count() == 0
    assert tablet.seat.visit.answers == {}


def test_no_to_all_gives_a_group_answer_to_every_row_and_goes_on(sit):
    tablet = sit({}, "right-now")
    wait_until_alive(tablet)
    tablet.tap("no-to-all")
    tablet.at("which-knee")
    tablet.saved()
    for row in ROWS:
        assert tablet.seat.given(row) == ("no",)
        assert tablet.seat.visit.answers[row].group
    assert tablet.seat.given("right-now-no-to-all") == ("true",)


def test_no_to_all_lives_only_after_rows_out_of_view_were_scrolled_to(sit):
    tablet = sit({}, "right-now", size=(360, 740))
    tablet.page.wait_for_timeout(2500)
    assert not alive(tablet)
    for place in (230, 10000):
        tablet.page.evaluate(f"document.querySelector('.stage').scrollTop = {place}")
        tablet.page.wait_for_timeout(1000)
        assert not alive(tablet)
        tablet.page.wait_for_timeout(1200)
    wait_until_alive(tablet)


def test_time_behind_a_full_screen_does_not_count_as_reading(sit):
    tablet = sit({}, "right-now")
    tablet.tap("help")
    tablet.reads(".calm h1", "Someone is coming")
    tablet.page.wait_for_timeout(2500)
    tablet.tap("close")
    tablet.page.wait_for_timeout(200)
    assert not alive(tablet)
    wait_until_alive(tablet)


def test_no_to_all_the_others_leaves_what_was_answered(sit):
    tablet = sit({}, "right-now")
    tablet.choose("saddle-numbness", "not-sure")
    assert "No to all the others" in (tablet.page.locator(NO_TO_ALL).text_content() or "")
    wait_until_alive(tablet)
    tablet.tap("no-to-all")
    tablet.at("which-knee")
    tablet.saved()
    answers = tablet.seat.visit.answers
    assert answers["saddle-numbness"].values == ("not-sure",)
    assert not answers["saddle-numbness"].group
    assert all(answers[row].group for row in ROWS if row != "saddle-numbness")
    assert answers["right-now-no-to-all"].values == ("true",)


def test_a_row_changed_after_no_to_all_is_answered_for_itself(sit):
    tablet = sit({}, "right-now")
    wait_until_alive(tablet)
    tablet.tap("no-to-all")
    tablet.at("which-knee")
    tablet.tap("back")
    tablet.at("right-now")
    assert tablet.chosen("cold-leg") == ["no"]
    tablet.choose("saddle-numbness", "yes")
    tablet.until(lambda: tablet.seat.given("saddle-numbness") == ("yes",))
    assert not tablet.seat.visit.answers["saddle-numbness"].group
    assert tablet.seat.given("right-now-no-to-all") == ("true",)


def test_a_row_left_open_is_asked_for_and_its_answer_goes_on(sit):
    tablet = sit({}, "right-now")
    for row in ROWS[:-1]:
        tablet.choose(row, "no")
    tablet.tap("next")
    assert tablet.screen == "right-now"
    assert tablet.complaint() == "Please tap one answer on each line."
    assert tablet.page.locator("[data-missing]").get_attribute("data-link-id") == ROWS[-1]
    tablet.choose(ROWS[-1], "no")
    tablet.at("which-knee")


def test_a_row_changed_later_stays_until_the_patient_goes_on(sit):
    tablet = sit(dict.fromkeys(ROWS, "no"), "right-now")
    tablet.choose("cold-leg", "not-sure")
    tablet.saved()
    assert tablet.screen == "right-now"
    tablet.tap("next")
    tablet.at("which-knee")


def test_a_row_may_have_options_of_its_own(sit):
    tablet = sit({}, "your-leg")
    tablet.choose("hot-knee", "longer")
    tablet.saved()
    assert tablet.seat.given("hot-knee") == ("longer",)
