"""The plain page staff leave the kiosk for: how to close the browser, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Anteroom</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/kiosk/player/seeing.css">
  <link rel="stylesheet" href="/kiosk/player/closed.css">
  <script type="module" src="/kiosk/player/closed.js"></script>
</head>
<body>
{band}<main>
<h1>{title}</h1>
<p>{text}</p>
<p role="status" id="still" data-sentence="{still}"></p>
<button type="button" id="close">{close}</button>
<a href="/">{back}</a>
</main>
</body>
</html>
"""
_SAID = ("title", "text", "still", "close", "back")


def closed_page(say: Mapping[str, str], language: str, *, demo: bool) -> str:
    """The page in the words of a language; with the band where the patients are invented."""
    band = f'<p class="demo">{escape(say["demo"])}</p>\n' if demo else ""
    words = {key: escape(say[f"closed.{key}"]) for key in _SAID}
    return _PAGE.format(language=escape(language), band=band, **words)
