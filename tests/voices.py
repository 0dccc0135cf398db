"""Voices for a browser that has none: what they are told to say is written down instead.

One of them is elsewhere, two speak English and one Spanish.
"""

from __future__ import annotations

from playwright.sync_api import Page

VOICES = """
globalThis.said = [];
globalThis.known = [
  { name: "Far", lang: "en-US", localService: false },
  { name: "Here", lang: "en-GB", localService: true },
  { name: "Near", lang: "en_US", localService: true },
  { name: "Aquí", lang: "es-ES", localService: true },
];
globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const voices = Object.assign(new EventTarget(), {
  getVoices: () => known,
  speak: ({ text, voice }) => said.push(`${voice.name}: ${text}`),
  cancel: () => { said.length = 0; },
});
Object.defineProperty(globalThis, "speechSynthesis", { value: voices });
"""


def said(page: Page) -> list[str]:
    """What is being read since the last silence, each with the voice that reads it."""
    found: list[str] = page.evaluate("[...said]")
    return found
