"""A patient with a keyboard and no finger."""

from __future__ import annotations

from playwright.sync_api import Page

HOLDS = """() => {
  let one = document.activeElement;
  while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return one;
}"""
HELD = f"""(where) => {{
  const one = ({HOLDS})();
  const {{ outlineStyle, outlineWidth }} = getComputedStyle(one);
  const {{ x, y, width, height }} = one.getBoundingClientRect();
  const there = one.getRootNode().elementFromPoint(x + width / 2, y + height / 2);
  const seen = there && (one.contains(there) || one.parentElement.contains(there));
  return [`${{outlineStyle}} ${{outlineWidth}}${{seen ? "" : " out of sight"}}`,
    one.outerHTML.slice(0, 90), one.matches(where)];
}}"""


def tab_to(page: Page, where: str) -> None:
    """Press Tab until this is reached; whatever is passed can be seen to be held."""
    for _ in range(60):
        page.keyboard.press("Tab")
        outline, what, reached = page.evaluate(HELD, where)
        assert outline == "solid 4px", what
        if reached:
            return
    raise AssertionError(f"Tab never came to {where}")


def presses(page: Page, where: str, key: str = "Enter") -> None:
    """Go there with Tab, and press this key."""
    tab_to(page, where)
    page.keyboard.press(key)
