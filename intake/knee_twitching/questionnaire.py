"""CONTENT: the knee-twitching questionnaire, in the order the patient meets it."""

from intake.knee_twitching.arrival import ABOUT_YOU
from intake.knee_twitching.contradictions import DO_THESE_FIT
from intake.knee_twitching.history import HISTORY
from intake.knee_twitching.knee import YOUR_KNEE
from intake.knee_twitching.lifestyle import DAILY_LIFE
from intake.knee_twitching.medicines import YOUR_MEDICINES
from intake.knee_twitching.movement import THE_TWITCHING
from intake.knee_twitching.nerves import NERVES_AND_BODY
from intake.knee_twitching.safety import SAFETY
from intake.knee_twitching.without_connection import WITHOUT_CONNECTION
from intake.questionnaire import Questionnaire

KNEE_TWITCHING = Questionnaire(
    url="https://anteroom.example/fhir/Questionnaire/knee-twitching",
    version="2026.11.1",
    title="Knee twitching and knee pain",
    language="en",
    items=(
        ABOUT_YOU,
        SAFETY,
        THE_TWITCHING,
        NERVES_AND_BODY,
        YOUR_KNEE,
        HISTORY,
        YOUR_MEDICINES,
        DAILY_LIFE,
        DO_THESE_FIT,
    ),
    needs_staff_offline=WITHOUT_CONNECTION,
)
