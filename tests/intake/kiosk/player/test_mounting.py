"""The page around the player may be drawn again, or taken away, at any moment."""

from playwright.sync_api import expect

from tests.intake.kiosk.player.conftest import given

AGAIN = """async ({ ticket, keep }) => {
  const { mount } = await import("/kiosk/player/main.js");
  const root = document.createElement("div");
  if (!keep) document.getElementById("root").remove();
  document.body.append(root);
  mount({
    root,
    data: { tablet: "Window seat", language: "en", demo: false, ticket },
    finished() { document.title = "Finished here"; },
  });
}"""


def test_a_page_drawn_again_takes_the_player_along_with_what_was_not_sent_yet(sit):
    tablet = sit({}, "how-long")
    tablet.page.route("**/kiosk/draft", lambda route: route.abort())
    tablet.choose("how-long", "over-3-months")
    tablet.at("trend")
    tablet.page.evaluate(AGAIN, {"ticket": None, "keep": False})
    assert tablet.page.locator(".anteroom").count() == 1
    tablet.page.unroute("**/kiosk/draft")
    tablet.saved()
    assert tablet.screen == "trend"
    assert tablet.seat.given("how-long") == ("over-3-months",)


def test_the_page_drawn_last_is_the_one_told_of_the_end(sit, everything):
    tablet = sit(everything, None)
    tablet.page.evaluate(AGAIN, {"ticket": None, "keep": True})
    tablet.settled()
    tablet.tap("next")
    expect(tablet.page).to_have_title("Finished here")


def test_a_new_ticket_begins_a_new_player(sit, room):
    tablet = sit({"how-long": "over-3-months"}, "trend")
    ticket = room.house.new_seat({"how-long": given("over-3-months")}, "trend")
    tablet.page.evaluate(AGAIN, {"ticket": ticket, "keep": True})
    tablet.at("trend")
    assert tablet.page.locator(".anteroom").count() == 1


def test_a_player_taken_away_forgets_its_patient(sit):
    tablet = sit({}, "how-long")
    tablet.page.evaluate("document.getElementById('root').remove()")
    tablet.page.wait_for_timeout(6500)
    asked = []
    tablet.page.on("request", lambda request: asked.append(request.url))
    tablet.page.wait_for_timeout(2500)
    assert asked == []
    assert tablet.page.evaluate("document.documentElement.lang") == "en"


def test_leaving_takes_everything_off_the_page(sit):
    tablet = sit({"anything-else": "Canary words"}, "anything-else")
    tablet.page.evaluate("leave()")
    assert tablet.page.inner_html("#root") == ""
    assert "Canary" not in tablet.page.content()
