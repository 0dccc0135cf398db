"""Waiting inside a page: Playwright itself looks again only every half a second."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from playwright.sync_api import Error, Page, expect

PATIENCE = 20_000
"""Milliseconds until what never comes is given up on; nothing here is about speed."""

_LOOK = """([signs, patience]) => new Promise((found, lost) => {
  const end = performance.now() + patience;
  const shown = (one) => one.checkVisibility({ visibilityProperty: true })
    && one.getBoundingClientRect().width > 0 && one.getBoundingClientRect().height > 0;
  const stands = ([where, words, seen]) => [...document.querySelectorAll(where)].some((one) =>
    (!seen || shown(one)) && one.textContent.replace(/\\s+/g, " ").includes(words));
  const look = () => {
    if (signs.some(stands)) found();
    else if (performance.now() > end) lost(new Error("never"));
    else setTimeout(look, 10);
  };
  look();
})"""


@dataclass(frozen=True)
class Sign:
    """An element that is waited for, with these words in it; seen, unless that does not matter."""

    where: str
    words: str = ""
    seen: bool = True


def appears(page: Page, where: str, *, seen: bool = True) -> None:
    """Wait until an element is there, and can be seen unless that does not matter."""
    if not _comes(page, Sign(where, seen=seen)):
        page.wait_for_selector(where, state="visible" if seen else "attached")


def says(page: Page, where: str, words: str) -> None:
    """Wait until these words stand there."""
    if not _comes(page, Sign(where, words, seen=False)):
        expect(page.locator(where)).to_contain_text(words)


def one_comes(page: Page, *signs: Sign) -> None:
    """Wait until one of these is there; it is an error when none ever is."""
    for _ in range(3):  # another page may have come meanwhile
        if _comes(page, *signs):
            return
    raise AssertionError(f"never: {signs}")


def _comes(page: Page, *signs: Sign) -> bool:
    """Wait for a sign; false when none came, or another page did."""
    try:
        page.evaluate(_LOOK, [[list(astuple(sign)) for sign in signs], PATIENCE])
    except Error:
        return False
    return True
