"""CONTENT: the languages a patient can choose, and the questionnaire in each."""

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.languages.es.catalogue import SPANISH
from intake.translation import offered

CATALOGUES = {"es": SPANISH}
"""The phrases of each language but English, by its BCP 47 tag."""

QUESTIONNAIRES = offered(KNEE_TWITCHING, CATALOGUES)
"""The questionnaire by language; one that lacks a phrase is left out until it has it."""
