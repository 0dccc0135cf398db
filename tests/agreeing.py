"""A made-up patient agrees to the privacy notice, as every visit begins."""

from __future__ import annotations

from intake.consent import Agreement, Notice
from intake.kiosk.doors import Doors

STROKES = (((120, 210), (150, 130), (205, 140), (160, 320)), ((540, 120), (600, 236)))
"""A scrawl nobody could take for a name."""


def agreement(doors: Doors, language: str = "en", **changes: object) -> Agreement:
    """What a tablet sends for a patient who signs the notice in force."""
    notice = doors.notice()
    assert isinstance(notice, Notice)
    sent = {"version": notice.version, "language": language, "tablet": "Door", "strokes": STROKES}
    return Agreement.model_validate({**sent, **changes})


def agreed(doors: Doors, language: str = "en", **changes: object) -> str:
    """Agree; give what a visit begins on."""
    secret = doors.agree(agreement(doors, language, **changes))
    assert isinstance(secret, str)
    return secret
