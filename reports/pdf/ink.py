"""The few colors and text styles of the printed page; all of it stays readable in gray."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from reports.pdf.typeface import BOLD, ITALIC, REGULAR, Face, measure

Color: TypeAlias = tuple[float, float, float]

BLACK: Color = (0.0, 0.0, 0.0)
GRAY: Color = (0.34, 0.34, 0.34)
RULE: Color = (0.72, 0.72, 0.72)
SHADE: Color = (0.89, 0.89, 0.89)
SKIN: Color = (0.93, 0.93, 0.93)
WHITE: Color = (1.0, 1.0, 1.0)
RED: Color = (0.56, 0.03, 0.08)
AMBER: Color = (0.66, 0.37, 0.0)
CREAM: Color = (1.0, 0.95, 0.86)
BLUE: Color = (0.03, 0.26, 0.48)
DARK: Color = (0.2, 0.2, 0.2)


@dataclass(frozen=True)
class Style:
    """A face at a size in a color, with the distance between its lines in points."""

    face: Face
    size: float
    leading: float
    color: Color = BLACK

    def width(self, text: str) -> float:
        """The width of the text on one line, in points."""
        return measure(text, self.face, self.size)

    def colored(self, color: Color) -> Style:
        """The same style in another color."""
        return replace(self, color=color)

    def sized(self, size: float) -> Style:
        """The same style at another size, its leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)


BODY = Style(REGULAR, 9, 11)
STRONG = Style(BOLD, 9, 11)
QUIET = Style(REGULAR, 8, 9.8, GRAY)
QUIET_ITALIC = Style(ITALIC, 8, 9.8, GRAY)
SPOKEN = Style(ITALIC, 9.5, 11.8)
HEADING = Style(BOLD, 9.5, 12, BLUE)
FLAG = Style(BOLD, 10, 12)
FLAG_BAR = Style(BOLD, 12, 14, WHITE)
BAR_NOTE = Style(REGULAR, 9, 11, WHITE)
SITUATION = Style(BOLD, 10, 12.6)
FAMILY = Style(BOLD, 15, 18)
GIVEN = Style(REGULAR, 15, 18)
DOCUMENT = Style(BOLD, 11, 13)
FINE = Style(REGULAR, 7, 8.4, GRAY)
REFERENCE = Style(BOLD, 8, 10)
