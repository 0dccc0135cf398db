"""A walk to every kind of screen a patient meets, and what is measured there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.intake.kiosk.player.conftest import Tablet, given
from tests.intake.kiosk.player.waiting_room import WaitingRoom

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
  const inFront = document.querySelector(".anteroom-cover:not([hidden])")?.shadowRoot ?? document;
  const all = [...inFront.querySelectorAll(".anteroom *")].filter(shown);
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
      .filter((element) => element && element.scrollWidth > element.clientWidth).length,
    cut: all.filter((element) => element.matches("button, .top-line, .top-line *")
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

NOBODY_THERE = """() => import("/kiosk/player/idle.js").then(({ patience }) => {
  const then = Date.now() + 95_000 * patience();
  Date.now = () => then;  // and there time stands still, to be looked at
})"""
SEE = "(how) => import('/kiosk/player/seeing.js').then(({ see }) => see(how))"
PLAIN = {"size": 0, "contrast": False, "aloud": False}
STRONG = {"size": 2, "contrast": True, "aloud": False}


class Walk:
    """One page that is taken to any screen, in any language."""

    def __init__(self, tablet: Tablet, room: WaitingRoom) -> None:
        self.tablet, self.room, self.page = tablet, room, tablet.page
        self.page.emulate_media(reduced_motion="reduce")  # colors are there at once

    def everywhere(self, everything: dict[str, Any], language: str) -> Iterator[str]:
        """Every kind of screen in turn, with its name."""
        for name, (at, answers) in {**PLACES, "review": (None, everything)}.items():
            self.goes_to(at, answers, language)
            yield name
        self.page.tap('[data-act="over"]:visible')
        self.page.wait_for_selector('[data-settled] [data-cover="stop"]')
        yield "start over"
        self.page.evaluate(NOBODY_THERE)
        self.page.wait_for_selector('[data-settled] [data-cover="warning"]')
        yield "still there"
        self.page.tap('[data-act="here"]')
        self.tablet.settled()
        self.page.tap('[data-act="help"]:visible')
        self.tablet.calm("help")
        yield "help"
        self.goes_to("right-now", {}, language, paused=True)
        yield "pause"
        self.page.goto(f"{self.room.address}/consent?demo&language={language}")
        self.page.wait_for_selector("[data-consent]")
        yield "consent"
        self.tablet.settled()
        self.tablet.tap("talk")
        self.page.wait_for_selector('[data-told="coming"]')
        yield "rather talk"

    def goes_to(self, at: str | None, answers: Any, language: str, *, paused: bool = False) -> None:
        """Another patient sits here, at this screen."""
        token = self.room.house.new_seat({k: given(v) for k, v in answers.items()}, at)
        seat = self.room.house.seats[token]
        seat.visit = replace(seat.visit, language=language, paused=paused)
        address = self.room.address
        cookie = {"name": "anteroom-draft", "value": token, "url": address, "httpOnly": True}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item]
        self.page.goto(f"{address}/?demo")
        self.tablet.settled()

    def sees(self, how: dict[str, Any]) -> None:
        """The text as large and the contrast as strong as this."""
        self.page.evaluate(SEE, how)

    def measures(self, *ways: dict[str, Any]) -> dict[str, Any]:
        """By the kind of tablet and the way of seeing, what is wrong with how the screen looks."""
        found = {}
        for name, (width, height) in SIZES.items():
            self.page.set_viewport_size({"width": width, "height": height})
            for how in ways:
                self.sees(how)
                seen = self.page.evaluate(MEASURE)
                wrong = {what: seen[what] for what in seen if seen[what] != FINE[what]}
                if wrong:
                    found[f"{name}, {how}"] = wrong
        return found
