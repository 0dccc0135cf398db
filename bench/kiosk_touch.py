"""A touch, and how long until its answer is painted; measured alike on every page.

Tap to paint runs from the time stamp the browser gave the ``touchstart`` to the second animation
frame after the page first held the answer: the option shown as chosen, or the next question. The
first of the two frames paints it; the second can only begin once that one has been handed over, so
the time is never too short, and at most one frame too long, on every page alike. The browser's own
Event Timing would end with the frame after the handler, before a rerun has even come back from its
server, and Element Timing sees a new text but not a ticked option.

A fade counts from its first frame. Scrolling to what is tapped, a rest until the page is
idle, and whatever else it needs before it takes a tap (our guard of 400 ms against double taps) lie
before the touch.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

WATCH = """
(() => {
  const LONGEST = 10_000;
  let touched = NaN;
  addEventListener("touchstart", (event) => { touched = event.timeStamp; },
    { capture: true, passive: true });
  globalThis.watch = (isShown) => {
    globalThis.painted = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isShown()) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(
          () => resolve(performance.now() - touched)));
      });
      observer.observe(document,
        { subtree: true, childList: true, attributes: true, characterData: true });
      setTimeout(() => resolve(null), LONGEST);
    });
  };
})();
"""
REST = "() => new Promise((idle) => setTimeout(() => requestIdleCallback(idle), 100))"
SCROLL = "(on) => document.querySelector(on).scrollIntoView({ block: 'center' })"
PLACE = """
(selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}
"""


class LostTapError(Exception):
    """A tap came to nothing; the message says which."""


@dataclass(frozen=True)
class Tap:
    """What is touched, as a CSS selector, and in JavaScript whether the answer is shown."""

    on: str
    shown: str


def tap_to_paint(page: Page, tap: Tap) -> float:
    """Touch it; milliseconds until the answer was painted, or LostTapError."""
    page.evaluate(SCROLL, tap.on)
    page.evaluate(f"() => watch(() => {tap.shown})")
    page.evaluate(REST)
    across, down = page.evaluate(PLACE, tap.on)
    page.touchscreen.tap(across, down)
    taken = page.evaluate("painted")
    if taken is None:
        raise LostTapError(f"nothing was shown within ten seconds of a tap on {tap.on}")
    return float(taken)


@contextmanager
def slowed(page: Page, times: int) -> Iterator[None]:
    """A page on a processor so many times slower; not the others, nor any server."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})
    try:
        yield
    finally:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        session.detach()
