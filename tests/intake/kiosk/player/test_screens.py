"""Every kind of question but the grid, Back, the review and Change."""

import pytest

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from tests.journeys.sheets import unsure


def test_one_tap_answers_and_goes_on(sit):
    tablet = sit({}, "which-knee")
    tablet.choose("which-knee", "left")
    tablet.at("your-leg")
    tablet.saved()
    assert tablet.seat.given("which-knee") == ("left",)
    assert tablet.seat.visit.at == "your-leg"


def test_the_scale_is_eleven_buttons_and_not_sure(sit):
    tablet = sit({}, "worst-pain")
    codes = [b.get_attribute("data-code") for b in tablet.page.locator("[data-code]").all()]
    assert codes == [*(str(n) for n in range(11)), "not-sure"]
    tablet.choose("worst-pain", "7")
    tablet.at("movement")
    tablet.saved()
    assert tablet.seat.given("worst-pain") == ("7",)


def test_none_of_these_stands_alone_and_goes_on(sit):
    tablet = sit({}, "conditions")
    tablet.choose("conditions", "gout", "diabetes")
    assert tablet.chosen("conditions") == ["gout", "diabetes"]
    tablet.choose("conditions", "none")
    tablet.at("medicines")
    tablet.saved()
    assert tablet.seat.given("conditions") == ("none",)
    tablet.tap("back")
    tablet.at("conditions")
    assert tablet.chosen("conditions") == ["none"]
    tablet.choose("conditions", "gout")
    assert tablet.chosen("conditions") == ["gout"]
    tablet.saved()
    assert tablet.seat.given("conditions") == ("gout",)


def test_not_sure_may_stand_beside_ticks_but_not_beside_none(sit):
    tablet = sit({"conditions": "none"}, "conditions")
    tablet.choose("conditions", "not-sure")
    assert tablet.chosen("conditions") == ["not-sure"]
    tablet.choose("conditions", "gout")
    assert tablet.chosen("conditions") == ["gout", "not-sure"]


def test_several_answers_need_at_least_one(sit):
    tablet = sit({}, "conditions")
    tablet.tap("next")
    assert tablet.screen == "conditions"
    assert tablet.complaint() == "Please tap at least one answer."
    tablet.choose("conditions", "gout")
    assert tablet.complaint() == ""
    tablet.tap("next")
    tablet.at("medicines")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("02311956", "There is no such day. Please check the month and the day."),
        ("11212026", "That day has not come yet. Please check the year."),
        ("0314195", "Please fill in the month, the day and all four numbers of the year."),
    ],
)
def test_a_date_that_cannot_be_a_birth_date_is_refused_calmly(sit, typed, sentence):
    tablet = sit({}, "birth-date")
    tablet.type_date(typed)
    tablet.tap("next")
    tablet.reads(".complaint", sentence)
    assert tablet.screen == "birth-date"
    assert tablet.seat.given("birth-date") is None


def test_which_days_can_be_a_birth_date(sit):
    typed = {
        ("02", "31", "1956"): "impossible",
        ("02", "29", "1957"): "impossible",
        ("02", "29", "1900"): "impossible",
        ("02", "29", "2000"): "2000-02-29",
        ("13", "01", "1956"): "impossible",
        ("00", "01", "1956"): "impossible",
        ("04", "31", "1956"): "impossible",
        ("11", "21", "2026"): "future",
        ("11", "20", "2026"): "2026-11-20",
        ("12", "31", "1899"): "early",
        ("01", "01", "1900"): "1900-01-01",
        ("3", "4", "1956"): "1956-03-04",
        ("", "04", "1956"): "incomplete",
        ("03", "", "1956"): "incomplete",
        ("03", "04", "195"): "incomplete",
    }
    read = """async (typed) => {
      const { readBirthDate } = await import("/kiosk/player/calendar.js");
      return typed.map(([month, day, year]) => readBirthDate({ month, day, year }, "2026-11-20"));
    }"""
    found = sit().page.evaluate(read, [list(one) for one in typed])
    assert [one.get("date", one.get("problem")) for one in found] == list(typed.values())


def test_a_birth_date_is_typed_on_the_pad_without_leading_zeros(sit):
    tablet = sit({}, "birth-date")
    tablet.type_date("3141956")
    tablet.tap("next")
    tablet.at("sex-at-birth")
    tablet.saved()
    assert tablet.seat.given("birth-date") == ("1956-03-14",)


def test_a_typed_date_can_be_corrected(sit):
    tablet = sit({}, "birth-date")
    tablet.type_date("02311956")
    tablet.tap("next")
    tablet.page.tap('[data-field="day"]')
    tablet.type_date("28")
    assert tablet.page.locator(".spoken").text_content() == "February 28, 1956"
    tablet.page.tap('[data-key="erase"]')
    assert tablet.page.input_value('[data-field="year"]') == "195"
    tablet.type_date("7")
    tablet.tap("next")
    tablet.at("sex-at-birth")
    tablet.saved()
    assert tablet.seat.given("birth-date") == ("1957-02-28",)


def test_a_date_can_be_typed_on_a_keyboard(sit):
    tablet = sit({}, "birth-date")
    tablet.page.focus('[data-field="month"]')
    tablet.page.keyboard.type("03141956")
    assert tablet.page.input_value('[data-field="year"]') == "1956"
    tablet.page.keyboard.press("Enter")
    tablet.at("sex-at-birth")


def test_own_words_are_kept_as_typed_and_can_be_skipped(sit):
    tablet = sit({}, "anything-else")
    assert tablet.page.text_content('[data-act="next"]') == "Skip"
    words = "My knee <b>clicks</b> & it's “odd”."
    tablet.page.fill("textarea", words)
    assert tablet.page.text_content('[data-act="next"]') == "Next"
    assert tablet.page.text_content(".counter") == f"{len(words)} of 2000 letters used"
    tablet.until(lambda: tablet.seat.given("anything-else") == (words,))


def test_own_words_taken_back_are_gone(sit, everything):
    tablet = sit({**everything, "anything-else": "Never mind"}, "anything-else")
    tablet.page.fill("textarea", "")
    tablet.tap("next")
    tablet.at("review")
    tablet.saved()
    assert tablet.seat.given("anything-else") is None


def test_what_a_patient_writes_is_never_markup(sit, everything):
    tablet = sit({**everything, "anything-else": "<img src=x onerror=alert(1)>"}, None)
    assert tablet.screen == "review"
    assert tablet.page.locator("img").count() == 0
    assert "<img src=x" in (tablet.page.text_content(".stage") or "")


def test_back_keeps_every_answer(sit):
    tablet = sit({}, "how-long")
    tablet.choose("how-long", "under-a-week")
    tablet.at("trend")
    tablet.choose("trend", "worse")
    tablet.at("trouble")
    tablet.tap("back")
    tablet.at("trend")
    assert tablet.chosen("trend") == ["worse"]
    tablet.tap("back")
    tablet.at("how-long")
    assert tablet.chosen("how-long") == ["under-a-week"]
    tablet.tap("next")
    tablet.at("trend")
    tablet.tap("next")
    tablet.at("trouble")
    tablet.saved()
    assert tablet.seat.given("trend") == ("worse",)


def test_the_first_question_has_nothing_before_it(sit):
    tablet = sit()
    assert tablet.screen == "who-answers"
    assert not tablet.page.is_visible('[data-act="back"]')


def test_the_review_shows_every_question_asked_with_its_answer(sit, everything):
    tablet = sit(everything, None)
    assert tablet.screen == "review"
    for link_id in everything:
        item = KNEE_TWITCHING.questions[link_id]
        assert item.text in (tablet.page.text_content(".stage") or ""), link_id
    shown = tablet.page.locator('.card [data-link-id="birth-date"]').text_content()
    assert shown == "March 14, 1956"
    assert tablet.page.text_content('.card [data-link-id="worry"]') == "Skipped"


def test_change_comes_back_to_the_review_where_it_left(sit, everything):
    tablet = sit(everything, None)
    tablet.page.tap('.card[data-screen="which-knee"] [data-act="change"]')
    tablet.at("which-knee")
    tablet.choose("which-knee", "both")
    tablet.at("review")
    assert tablet.page.text_content('.card [data-link-id="which-knee"]') == "Both"
    focused = tablet.page.evaluate("document.activeElement.closest('.card')?.dataset.screen")
    assert focused == "which-knee"
    tablet.saved()
    assert tablet.seat.given("which-knee") == ("both",)
    assert all(tablet.seat.given(k) for k in everything)


def test_a_change_that_opens_a_question_asks_it_before_the_review(sit, everything):
    tablet = sit(everything, None)
    tablet.page.tap('.card[data-screen="your-leg"] [data-act="change"]')
    tablet.at("your-leg")
    tablet.choose("hot-knee", "longer")
    tablet.tap("next")
    tablet.at("knee-look")
    tablet.choose("knee-look", "puffy")
    tablet.tap("next")
    tablet.at("bend")
    tablet.choose("bend", "yes")
    tablet.at("review")


def test_answers_to_a_question_no_longer_asked_are_set_aside_and_come_back(sit, everything):
    tablet = sit({**everything, "hot-knee": "longer", "knee-look": "puffy", "bend": "yes"}, None)
    assert tablet.page.locator('.card[data-screen="knee-look"]').count() == 1
    change = '.card[data-screen="your-leg"] [data-act="change"]'
    tablet.page.tap(change)
    tablet.at("your-leg")
    tablet.choose("hot-knee", "no")
    tablet.tap("next")
    tablet.at("review")
    assert tablet.page.locator('.card[data-screen="knee-look"]').count() == 0
    tablet.saved()
    assert tablet.seat.given("knee-look") == ("puffy",)
    tablet.page.tap(change)
    tablet.at("your-leg")
    tablet.choose("hot-knee", "new")
    tablet.tap("next")
    tablet.at("review")
    assert tablet.page.text_content('.card [data-link-id="knee-look"]') == "Puffy"


def test_sending_ends_the_visit_and_leaves_nothing_on_the_page(sit, everything):
    tablet = sit({**everything, "anything-else": "Canary words"}, None)
    tablet.tap("next")
    tablet.finished()
    assert tablet.seat.visit.finished
    assert tablet.page.inner_html("#root") == ""
    assert not [c for c in tablet.page.context.cookies() if c["name"] == "anteroom-draft"]


def test_how_much_is_left_never_says_too_little(sit, everything):
    tablet = sit(everything, None)
    assert tablet.page.text_content(".left") == "All questions answered"
    tablet = sit({k: v for k, v in everything.items() if k != "medicines"}, "medicines")
    assert tablet.page.text_content(".left") == "3 to 5 questions left"
    tablet.choose("medicines", "none")
    assert tablet.page.text_content(".left") == "2 questions left"


def test_each_new_question_takes_the_focus_and_starts_at_its_top(sit):
    tablet = sit({}, "your-leg", size=(360, 740))
    tablet.page.evaluate("document.querySelector('.stage').scrollTop = 10000")
    tablet.tap("back")
    tablet.at("which-knee")
    assert tablet.page.evaluate("document.activeElement.tagName") == "H1"
    assert tablet.page.evaluate("document.querySelector('.stage').scrollTop") == 0


def test_an_option_may_lead_back_to_an_answer_and_what_was_asked_since_is_not_met_again(sit):
    said = {"hot-knee": "new", "worst-pain": "5", "hurts-when": "in-use", "hurts-since": "years"}
    tablet = sit({key: (value,) for key, value in said.items()}, "check-since")
    tablet.choose("check-since", "years")
    tablet.at("hurts-since")
    tablet.choose("hurts-since", "under-4-weeks")
    tablet.at("who-answers")  # the first one still open, not the one after hurts-since
    tablet.saved()
    assert tablet.seat.given("check-since") == ("years",)
    assert tablet.seat.given("hurts-since") == ("under-4-weeks",)


def test_who_is_sure_of_nothing_has_nothing_left_to_answer_and_can_send(sit):
    tablet = sit(unsure())
    assert tablet.screen == "review"
    tablet.tap("next")
    tablet.finished()
    assert tablet.seat.visit.finished
