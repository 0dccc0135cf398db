"""CONTENT: every rule over the knee-twitching questionnaire, and the version they are signed as."""

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from screening.contradictions import CONTRADICTIONS
from screening.contributors import CONTRIBUTORS
from screening.finding import RuleSet
from screening.named_signs import NAMED_SIGNS
from screening.presentations import PRESENTATIONS
from screening.red_flags import RED_FLAGS
from screening.warning_signs import WARNING_SIGNS

RULES = RuleSet(
    questionnaire=KNEE_TWITCHING,
    version="2026.11.1",
    rules=(
        *RED_FLAGS,
        *WARNING_SIGNS,
        *CONTRADICTIONS,
        *NAMED_SIGNS,
        *PRESENTATIONS,
        *CONTRIBUTORS,
    ),
)
