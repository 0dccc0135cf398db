"""What a ruler finds wrong with a page, on the tablets of a waiting room."""

from __future__ import annotations

from playwright.sync_api import Page

SIZES = ((360, 740), (1180, 820), (820, 1180))
TOUCHED = 'button, input, textarea, a, [role="textbox"]'
MEASURE = """(touched) => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const heard = (one) => getComputedStyle(one).clipPath !== "none";  // by a screen reader alone
  const named = (one) => one.outerHTML.slice(0, 120);
  const box = (one) => one.getBoundingClientRect();
  const all = [...document.body.querySelectorAll(":not(style, script)")]
    .filter((one) => shown(one) && !heard(one));
  const buttons = all.filter((one) => one.matches(touched));
  const worded = all.filter((one) => [...one.childNodes].some((part) =>
    part.nodeType === Node.TEXT_NODE && part.data.trim()));
  const wide = (one) => one.scrollWidth > one.clientWidth + 1;
  return Object.entries({
    small: buttons.filter((one) => box(one).width < 60 || box(one).height < 60),
    tiny: worded.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 17),
    cut: buttons.filter((one) => !one.matches("input") && wide(one)),
    outside: [...buttons, ...worded].filter((one) =>
      box(one).left < 0 || box(one).right > innerWidth + 1),
    sideways: [document.documentElement, document.querySelector('[data-testid="stMain"]')]
      .filter((one) => one && wide(one)),
  }).flatMap(([what, found]) => found.map((one) => `${what}: ${named(one)}`));
}"""


def off_the_ruler(page: Page) -> list[str]:
    """Too small to tap or to read, cut off, or to be scrolled to sideways, and at which width."""
    found: list[str] = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width} {one}" for one in page.evaluate(MEASURE, TOUCHED)]
    return found
