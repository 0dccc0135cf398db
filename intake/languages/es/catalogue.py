"""CONTENT: the whole questionnaire in Spanish."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from intake.languages.es.arrival import ARRIVAL
from intake.languages.es.contradictions import CONTRADICTIONS
from intake.languages.es.history import HISTORY
from intake.languages.es.knee import KNEE
from intake.languages.es.lifestyle import LIFESTYLE
from intake.languages.es.medicine_names import MEDICINE_NAMES
from intake.languages.es.medicines import MEDICINES
from intake.languages.es.movement import MOVEMENT
from intake.languages.es.nerves import NERVES
from intake.languages.es.options import OPTIONS
from intake.languages.es.safety import SAFETY
from intake.phrasebook import Phrase

SPANISH: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "TITLE": Phrase("Knee twitching and knee pain", "Brincos y dolor en la rodilla"),
        **OPTIONS,
        **ARRIVAL,
        **SAFETY,
        **MOVEMENT,
        **NERVES,
        **KNEE,
        **HISTORY,
        **MEDICINES,
        **MEDICINE_NAMES,
        **LIFESTYLE,
        **CONTRADICTIONS,
    }
)
