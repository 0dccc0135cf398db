"""A patient with a keyboard and no finger."""

from __future__ import annotations

from playwright.sync_api import Page

HELD = """() => {
  const one = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(one);
  return [`${outlineStyle} ${outlineWidth}`, one.outerHTML.slice(0, 90)];
}"""
MATCHES = "(where) => document.activeElement.matches(where)"


def tab_to(page: Page, where: str) -> None:
    """Press Tab until this is reached; whatever is passed can be seen to be held."""
    for _ in range(60):
        page.keyboard.press("Tab")
        outline, what = page.evaluate(HELD)
        assert outline == "solid 4px", what
        if page.evaluate(MATCHES, where):
            return
    raise AssertionError(f"Tab never came to {where}")
