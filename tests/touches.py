"""What a page made of each touch: its screen, how long that had been shown, whether it counted.

The page keeps the list itself, by a clock of its own: a screen is shown from the moment the browser
says that its heading was painted (Element Timing, in steps of four milliseconds).
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from playwright.sync_api import Page

SEEN = 300.0
"""Milliseconds a question is shown before anything may answer it."""

LISTEN = """(() => {
  const touches = globalThis.touches = [];
  const painted = new Map();
  let number = 0;
  let touch = null;
  let front = null;

  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const heading = () => {
    const cover = document.querySelector(".anteroom-cover:not([hidden])")?.shadowRoot;
    return cover?.querySelector("h1") ?? [...document.querySelectorAll("h1")].find(shown) ?? null;
  };
  const nameOf = (head) => head?.closest("[data-cover]")?.dataset.cover
    ?? head?.closest("[data-calm]")?.dataset.calm
    ?? head?.closest("[data-screen]")?.dataset.screen
    ?? (head?.closest("[data-consent]") ? "consent" : "");

  const look = () => {
    const head = heading();
    if (head === front?.head) return;
    const mine = front = { head, name: nameOf(head), since: performance.now(), frame: Infinity };
    const marked = head?.hasAttribute("elementtiming");
    if (!marked) head?.setAttribute("elementtiming", `${number += 1} here`);
    mine.id = head?.getAttribute("elementtiming") ?? "";
    requestAnimationFrame(() => requestAnimationFrame(() => { mine.frame = performance.now(); }));
  };

  new PerformanceObserver((list) => {
    for (const { identifier, renderTime } of list.getEntries()) {
      if (!painted.has(identifier)) painted.set(identifier, renderTime);
    }
  }).observe({ type: "element", buffered: true });
  new MutationObserver(look).observe(document,
    { subtree: true, childList: true, attributes: true, attributeFilter: ["hidden"] });

  addEventListener("pointerdown", (event) => {
    look();
    const on = event.composedPath()[0].closest?.("button, input, textarea");
    touch = { at: event.timeStamp, on: front, button: on?.tagName === "BUTTON", counted: false };
    touches.push(touch);
  }, true);
  addEventListener("click", () => { if (touch) touch.clicked = true; }, true);
  addEventListener("click", () => { if (touch) touch.counted = true; });

  globalThis.touched = () => touches.splice(0).map(({ at, on, button, clicked, counted }) => ({
    screen: on.name, showing: on.id, button, clicked: clicked === true, counted,
    shown: at - (painted.get(on.id) >= on.since ? painted.get(on.id) : on.frame),
    framed: at - on.frame,
  }));
})()"""


@dataclass(frozen=True)
class Touch:
    """One touch of a page."""

    screen: str
    showing: str
    """The same question shown again is another showing."""
    button: bool
    clicked: bool
    counted: bool
    shown: float
    """For how many milliseconds the screen had been painted; negative: it was not yet."""
    framed: float
    """The same since the frame after that one, which is as near as a page can tell everywhere."""

    @property
    def too_early(self) -> bool:
        """Whether it counted for a screen nobody can have read."""
        return self.button and self.counted and self.shown < SEEN

    @property
    def ignored(self) -> bool:
        """Whether it was on something to tap, late enough, and in vain."""
        late = min(self.shown, self.framed) >= SEEN
        return self.button and self.clicked and not self.counted and late


def touches(page: Page) -> list[Touch]:
    """What became of the touches since this was last asked."""
    return [Touch(**one) for one in page.evaluate("touched()")]


def double_tap(page: Page, spot: tuple[float, float], gap: float) -> None:
    """Two touches at one place, so many milliseconds apart by the clock of their events."""
    browser = page.context.new_cdp_session(page)
    began = time.time()
    for at in (began, began + gap / 1000):
        page.wait_for_timeout(max(0, (at - time.time()) * 1000))
        for kind, points in (("touchStart", [{"x": spot[0], "y": spot[1]}]), ("touchEnd", [])):
            event = {"type": kind, "touchPoints": points, "timestamp": at}
            browser.send("Input.dispatchTouchEvent", event)
    browser.detach()
