"""Medicines by name: lists to tick, letters that narrow them, and Skip."""

import pytest
from playwright.sync_api import expect

AT = "medicine-names"
TICKED = {"medicines": ("water-pills", "heart-pills")}
WATER, HEART = "water-pills-names", "heart-pills-names"


def shown(tablet) -> list[str]:
    """The names that can be tapped now."""
    return [
        one.get_attribute("data-code") or ""
        for one in tablet.page.locator(".list [data-code]:visible").all()
    ]


def test_every_class_that_was_ticked_has_its_list_on_one_screen(sit):
    tablet = sit(TICKED, "medicines")
    tablet.tap("next")
    tablet.at(AT)
    lists = tablet.page.locator(".list")
    assert [one.get_attribute("data-link-id") for one in lists.all()] == [WATER, HEART]
    assert tablet.page.locator(".list h2").all_text_contents() == [
        "Which water pills?",
        "Which blood pressure or heart pills?",
    ]


def test_skip_is_one_tap_and_says_nothing_about_any_name(sit):
    tablet = sit(TICKED, AT)
    assert tablet.page.locator('[data-act="next"]').inner_text() == "Skip"
    tablet.tap("next")
    tablet.at("new-medicine")
    tablet.saved()
    assert tablet.seat.given(WATER) is None
    assert tablet.seat.given("medicines") == TICKED["medicines"]


def test_names_are_tapped_without_typing_and_kept(sit):
    tablet = sit(TICKED, AT)
    tablet.choose(WATER, "furosemide", "spironolactone")
    tablet.choose(HEART, "ramipril")
    tablet.reads(
        ".chosen", "You chose: furosemide (Lasix), spironolactone (Aldactone), ramipril (Altace)"
    )
    assert tablet.page.locator('[data-act="next"]').inner_text() == "Next"
    tablet.tap("next")
    tablet.at("new-medicine")
    tablet.saved()
    assert tablet.seat.given(WATER) == ("furosemide", "spironolactone")
    assert tablet.seat.given(HEART) == ("ramipril",)
    tablet.tap("back")
    tablet.at(AT)
    assert tablet.chosen(WATER) == ["furosemide", "spironolactone"]


def test_a_name_that_is_taken_back_is_taken_back_on_the_server(sit):
    tablet = sit(TICKED, AT)
    tablet.choose(WATER, "furosemide")
    tablet.saved()
    tablet.page.wait_for_timeout(450)  # a second tap sooner than that is an echo of the first
    tablet.choose(WATER, "furosemide")
    tablet.until(lambda: tablet.seat.given(WATER) is None)
    assert tablet.page.locator('[data-act="next"]').inner_text() == "Skip"


def test_not_knowing_the_name_stands_alone_in_its_list(sit):
    tablet = sit(TICKED, AT)
    tablet.choose(WATER, "furosemide", "do-not-know")
    tablet.choose(HEART, "digoxin")
    assert tablet.chosen(WATER) == ["do-not-know"]
    assert tablet.chosen(HEART) == ["digoxin"]
    tablet.choose(WATER, "bumetanide")
    assert tablet.chosen(WATER) == ["bumetanide"]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("fur", ["furosemide"]),
        ("LAS", ["furosemide"]),
        ("zes", ["lisinopril"]),
        ("tor ", ["torsemide"]),
        ("só", ["torsemide"]),
        ("arta", []),
        ("qqq", []),
    ],
)
def test_letters_narrow_every_list_to_names_and_brands_that_begin_so(sit, typed, left):
    tablet = sit(TICKED, AT)
    everything = shown(tablet)
    tablet.page.fill(".search", typed)
    expect(tablet.page.locator(".list [data-code]:visible")).to_have_count(len(left))
    assert shown(tablet) == left
    said = tablet.page.locator(".search-place + .hint").text_content()
    assert bool(said) is (not left)
    tablet.tap("clear")
    assert shown(tablet) == everything


def test_a_name_found_by_its_letters_stays_chosen_when_they_are_cleared(sit):
    tablet = sit(TICKED, AT)
    tablet.page.fill(".search", "alt")
    tablet.choose(HEART, "ramipril")
    tablet.page.fill(".search", "fur")
    tablet.reads(".chosen", "You chose: ramipril (Altace)")
    tablet.choose(WATER, "furosemide")
    tablet.page.fill(".search", "")
    assert (tablet.chosen(WATER), tablet.chosen(HEART)) == (["furosemide"], ["ramipril"])


def test_the_keyboard_reaches_the_names_and_enter_in_the_field_ticks_none(sit):
    tablet = sit(TICKED, AT)
    tablet.page.focus(".search")
    tablet.page.keyboard.type("fur")
    tablet.page.keyboard.press("Enter")
    assert tablet.chosen(WATER) == []
    tablet.page.focus(".search")
    tablet.page.keyboard.press("Tab")  # to "clear the letters"
    tablet.page.keyboard.press("Tab")
    tablet.page.keyboard.press("Space")
    assert tablet.chosen(WATER) == ["furosemide"]


def test_a_class_unticked_later_takes_its_list_and_its_names_away(sit):
    tablet = sit({**TICKED, WATER: ("furosemide",), HEART: ("digoxin",)}, "medicines")
    tablet.choose("medicines", "water-pills")
    tablet.tap("next")
    tablet.at(AT)
    lists = tablet.page.locator(".list")
    assert [one.get_attribute("data-link-id") for one in lists.all()] == [HEART]


def test_the_review_shows_the_names_by_class(sit, everything):
    answers = {**everything, **TICKED, WATER: ("furosemide", "torsemide"), "new-medicine": "no"}
    tablet = sit(answers, None)
    card = tablet.page.locator(f'.card[data-screen="{AT}"]')
    assert card.locator("dt").all_text_contents()[0] == "Which water pills?"
    assert card.locator("dd").all_text_contents() == [
        "furosemide (Lasix), torsemide (Demadex, Soaanz)",
        "Skipped",
    ]
    tablet.page.tap(f'.card[data-screen="{AT}"] [data-act="change"]')
    tablet.at(AT)
    tablet.tap("next")
    tablet.at("review")
