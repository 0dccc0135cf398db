"""What a screen shows beside its question: complaints, banners, stillness, the focus."""

from tests.intake.kiosk.player.walk import FINE, MEASURE, SIZES


def is_fine_on_every_size(tablet):
    for name, (width, height) in SIZES.items():
        tablet.page.set_viewport_size({"width": width, "height": height})
        tablet.page.wait_for_timeout(150)
        assert tablet.page.evaluate(MEASURE) == FINE, name
    return True


def test_complaints_and_banners_can_be_read(sit):
    tablet = sit({}, "right-now", query="/?demo")
    tablet.tap("next")
    tablet.page.context.set_offline(True)
    tablet.page.wait_for_selector(".banner:visible")
    assert tablet.page.text_content(".demo") == "DEMO - invented patients"
    assert is_fine_on_every_size(tablet)


def test_nothing_moves_for_those_who_ask_for_stillness(sit):
    tablet = sit({}, "movement")
    tablet.page.emulate_media(reduced_motion="reduce")
    moving = """[...document.querySelectorAll(".anteroom *")].filter((element) =>
      getComputedStyle(element).transitionDuration.split(", ").some((time) => time !== "0s"))"""
    assert tablet.page.evaluate(f"{moving}.length") == 0


def test_the_focused_button_is_seen(sit):
    tablet = sit({}, "movement")
    tablet.page.keyboard.press("Tab")
    seen = """(() => { const style = getComputedStyle(document.activeElement);
      return [document.activeElement.tagName, style.outlineStyle, style.outlineWidth]; })()"""
    assert tablet.page.evaluate(seen) == ["BUTTON", "solid", "4px"]


def test_the_page_speaks_the_language_of_its_words(sit):
    assert sit().page.evaluate("document.documentElement.lang") == "en"
