"""What is in force: questionnaire, rules and advice together, and the hash they are signed by."""

from __future__ import annotations

from functools import cache
from typing import Final

from screening.advice import ADVICE
from screening.export import Content, content_hash
from screening.rules import RULES

SIGNED: Final = Content(RULES, ADVICE.advice)


@cache
def signed_hash() -> str:
    """The SHA-256 of what is in force, as the protocol names it; worked out once."""
    return content_hash(SIGNED)
