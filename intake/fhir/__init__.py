"""Questionnaire and QuestionnaireResponse as FHIR R4 JSON, both ways."""

from intake.fhir.kept import KeptError, read_questionnaire
from intake.fhir.questionnaire import questionnaire_bytes, questionnaire_json
from intake.fhir.response import ResponseError, read_response, response_json

__all__ = [
    "KeptError",
    "ResponseError",
    "questionnaire_bytes",
    "questionnaire_json",
    "read_questionnaire",
    "read_response",
    "response_json",
]
