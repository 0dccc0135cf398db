"""Every kind of screen on every size of tablet: room to tap, and words that stand out."""

SIZES = {"phone": (360, 740), "portrait": (820, 1180), "landscape": (1180, 820)}
PLACES = {
    "one answer": ("movement", {}),
    "birth date": ("birth-date", {"birth-date": "1956-03-14"}),
    "rows": ("right-now", {"cold-leg": "no"}),
    "rows of their own": ("your-leg", {"hot-knee": "longer"}),
    "0 to 10": ("worst-pain", {"worst-pain": "7"}),
    "several answers": ("medicines", {"medicines": ("steroids", "other")}),
    "two sides": ("twitch-place", {"movement": "ripple"}),
    "lists of names": (
        "medicine-names",
        {"medicines": ("water-pills", "asthma-medicine"), "water-pills-names": "furosemide"},
    ),
    "own words": ("anything-else", {}),
}

MEASURE = """() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const luminance = (color) => {
    const parts = color.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!/^rgba.*, 0\\)$/.test(color)) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const all = [...document.querySelectorAll(".anteroom *")].filter(shown);
  const worded = all.filter((element) => [...element.childNodes].some((node) =>
    node.nodeType === Node.TEXT_NODE && node.data.trim()));
  return {
    small: all.filter((element) => element.matches("button, input, textarea")).map((element) => {
      const box = element.getBoundingClientRect();
      return [element.outerHTML.slice(0, 90), box.width, box.height];
    }).filter(([, width, height]) => width < 60 || height < 60),
    faint: worded.map((element) => {
      const words = luminance(getComputedStyle(element).color);
      const behind = luminance(ground(element));
      const ratio = (Math.max(words, behind) + 0.05) / (Math.min(words, behind) + 0.05);
      return [element.outerHTML.slice(0, 90), Math.round(ratio * 10) / 10];
    }).filter(([, ratio]) => ratio < 7),
    tiny: worded.filter((element) => parseFloat(getComputedStyle(element).fontSize) < 17)
      .map((element) => element.outerHTML.slice(0, 90)),
    wide: [document.documentElement, document.querySelector(".stage")]
      .filter((element) => element.scrollWidth > element.clientWidth).length,
    cut: all.filter((element) => element.matches("button")
      && element.scrollWidth > element.clientWidth + 1).map((element) => element.textContent),
    overlapping: [...document.querySelectorAll(".bottom button")].filter(shown)
      .map((element) => element.getBoundingClientRect())
      .filter((box, place, boxes) => place > 0 && boxes[place - 1].right > box.left).length,
    nameless: all.filter((element) => element.matches("button, input, textarea")
      && !element.textContent.trim() && !element.getAttribute("aria-label")
      && !element.getAttribute("aria-labelledby") && !element.labels?.length).length,
    headings: all.filter((element) => element.matches("h1")).length,
    face: document.fonts.check('20px "Atkinson Hyperlegible Next"'),
  };
}"""

FINE = {
    "small": [],
    "faint": [],
    "tiny": [],
    "wide": 0,
    "cut": [],
    "overlapping": 0,
    "nameless": 0,
    "headings": 1,
    "face": True,
}


def is_fine_on_every_size(tablet):
    for name, (width, height) in SIZES.items():
        tablet.page.set_viewport_size({"width": width, "height": height})
        tablet.page.wait_for_timeout(150)
        assert tablet.page.evaluate(MEASURE) == FINE, name
    return True


def test_the_calm_screens_can_be_read_and_tapped(sit):
    tablet = sit({}, "right-now")
    tablet.tap("help")
    tablet.reads(".calm h1", "Someone is coming")
    assert is_fine_on_every_size(tablet)
    tablet.tap("close")
    tablet.at("right-now")
    tablet.choose("cold-leg", "yes")
    tablet.calm("pause")
    assert is_fine_on_every_size(tablet)


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
