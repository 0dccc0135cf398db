"""What axe-core finds wrong with a page: the usual tool's reading of WCAG 2.2, and its advice."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """async (rules) => {
  const only = rules.length ? { runOnly: { type: "rule", values: rules } } : {
    // Off unless asked for: 7 to 1 instead of 4.5 to 1, and how large a target is.
    rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
  };
  const { violations, incomplete } = await axe.run(document, only);
  // What has the very color of its ground, axe-core leaves to a person to judge.
  const same = ({ any }) => any.some(({ data }) => data?.messageKey === "equalRatio");
  const unseen = incomplete.map(({ id, nodes }) => ({ id, nodes: nodes.filter(same) }));
  return [...violations, ...unseen].flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`));
}"""
COLORS = ("color-contrast", "color-contrast-enhanced")


def faults(page: Page, *rules: str) -> Iterable[str]:
    """Every fault axe-core finds: by all its rules and advice, or only by these.

    It goes in by the debugger's way and not as a script of the page, so that the page's own policy
    need not allow it.
    """
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, list(rules))
    return found
