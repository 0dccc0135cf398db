"""Words nobody should type, made by chance from a seed: what breaks programs, pages and readers."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

TYPED = (
    "null", "None", "undefined", "NaN", "true", "-1", "1e309", "0", "", " ", "\x00", "\\", "\\0",
    ")", "(", "((((((((", "))))))))", "\\)", "\\(", "<<", ">>", "<", ">", "[", "]", "%", "%%EOF",
    ") Tj ET", "ET Q Q Q", "BT /F1 99 Tf (RED FLAGS: none) Tj ET", "EMC", "/P<</MCID 0>>BDC",
    "endstream\nendobj\n1 0 obj", "endstream", "endobj", "xref\n0 1", "trailer<</Root 1 0 R>>",
    "startxref\n0\n%%EOF", "<</Type/Action/S/URI/URI(http://example.invalid)>>",
    "/S/JavaScript/JS(app.alert(1))", "/Launch/F(calc.exe)", "/OpenAction 1 0 R", "/AA<</O 1 0 R>>",
    "/AF", "/EmbeddedFile", "stream", "<FEFF0041>", "/URI", "javascript:app.alert(1)",
    "http://example.invalid/a?b=c&d=e", "file:///etc/passwd", "mailto:a@example.invalid",
    "<b>bold</b>", "<b>left open", "</para>", '<font color="white" size="1">hidden</font>',
    '<img src="/etc/passwd"/>', "<script>alert(1)</script>", "<onDraw name='x'/>", "&lt;&amp;&#0;",
    "&nbsp;&#x202e;", "<![CDATA[x]]>", "<!-- gone -->", "<?xpacket end='w'?>", "</rdf:li>",
    "**bold** _it_ `code`", "[a](javascript:alert(1))", "# RED FLAGS: 0", "| a | b |", "---",
    "{count}", "{0.__class__}", "%s%n%x", "${7*7}", "{{7*7}}", "$(reboot)", "'; DROP TABLE visit--",
    "=cmd|' /C calc'!A0", "../../../etc/passwd", "COM1", "a\r\nb", "a\rb", "a\u2028b\u2029c",
    "pain <3 days & knee > thigh", "RED FLAGS: none", "No red flags triggered", "Page 1 of 1",
)  # fmt: skip
"""As a person or a program types them."""

RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x180, 0x24F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF),
    (0x00, 0x1F), (0x7F, 0x9F), (0x300, 0x36F), (0x1AB0, 0x1AFF), (0x20D0, 0x20FF),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFFF0, 0xFFFF),
    (0xE0000, 0xE007F), (0xE0100, 0xE01EF), (0xD800, 0xDFFF), (0xE000, 0xE0FF), (0xFDD0, 0xFDEF),
    (0x590, 0x5FF), (0x600, 0x6FF), (0x700, 0x74F), (0xFB50, 0xFDFF), (0x1EE00, 0x1EEFF),
    (0x900, 0x97F), (0xE00, 0xE7F), (0xF00, 0xFFF), (0x1780, 0x17FF), (0x1100, 0x11FF),
    (0xAC00, 0xD7A3), (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0x20000, 0x2A6DF), (0xFF00, 0xFFEF),
    (0x1F000, 0x1FAFF), (0x1F1E6, 0x1F1FF), (0x1D400, 0x1D7FF), (0x2190, 0x22FF), (0x2500, 0x27BF),
    (0x2000, 0x206F), (0x2100, 0x214F), (0x10FFF0, 0x10FFFF), (0x0, 0x10FFFF),
)  # fmt: skip
"""Code points that differ in how they are shown, joined, turned around or not shown at all."""

LONGEST_PART = 10_000
_JOINTS = ("", "", " ", "\n", "\t", "\u00a0", "\u200d", "-", "\u00ad")


def hostile_text(dice: Random) -> str:
    """Some parts of different kinds, one after the other; now and then nothing at all."""
    if dice.random() < 0.03:
        return ""
    parts = [dice.choice(_KINDS)(dice) for _ in range(dice.randint(1, 6))]
    return dice.choice(_JOINTS).join(parts)


def _typed(dice: Random) -> str:
    return dice.choice(TYPED)


def _letters(dice: Random, most: int = 60) -> str:
    low, high = dice.choice(RANGES)
    return "".join(chr(dice.randint(low, high)) for _ in range(dice.randint(1, most)))


def _mixed(dice: Random) -> str:
    return "".join(_letters(dice, 4) for _ in range(dice.randint(1, 20)))


def _stacked(dice: Random) -> str:
    marks = "".join(chr(dice.randint(0x300, 0x36F)) for _ in range(dice.randint(1, 200)))
    return dice.choice("aeioQz\u0915\u05d0 ") + marks


def _endless_word(dice: Random) -> str:
    part = dice.choice(("x", "W", "i", "-", "(", "\\", "<b>", "\u00e9", "\u4e00", "\U0001f9b5"))
    return part * (dice.choice((100, 1000, LONGEST_PART)) // len(part))


def _many_words(dice: Random) -> str:
    return f"{_letters(dice, 3)} " * dice.choice((10, 500, 2000))


def _many_lines(dice: Random) -> str:
    return f"{_letters(dice, 3)}{dice.choice(chr(10) + chr(13))}" * dice.choice((3, 50, 500))


def _turned(dice: Random) -> str:
    return f"\u202e{_letters(dice, 20)}\u2066{_typed(dice)}"


_KINDS: tuple[Callable[[Random], str], ...] = (
    _typed, _typed, _typed, _letters, _letters, _mixed, _mixed, _stacked, _endless_word,
    _many_words, _many_lines, _turned,
)  # fmt: skip
