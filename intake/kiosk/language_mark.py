"""The Streamlit component that tells the browser which language the page, and each name, is in."""

from __future__ import annotations

import streamlit as st

_MARK = """
export default function (component) {
  const { language, languages } = component.data;
  document.documentElement.lang = language;
  const first = language === languages[0] ? "; Max-Age=0" : "";
  document.cookie = `anteroom-language=${language}; path=/; SameSite=Strict${first}`;
  const mark = () => languages.map((one) => {
    const button = document.querySelector(`.st-key-language-${one} button`);
    button?.setAttribute("lang", one);
    button?.setAttribute("aria-pressed", String(one === language));
    return button;
  }).every(Boolean);
  if (mark()) return;
  const watching = new MutationObserver(() => mark() && watching.disconnect());
  watching.observe(document.body, { childList: true, subtree: true });
  return () => watching.disconnect();
}
"""

LANGUAGE_MARK = st.components.v2.component(
    "anteroom_language", html="<span hidden></span>", js=_MARK, isolate_styles=False
)
