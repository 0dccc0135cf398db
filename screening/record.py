"""An assessment as plain JSON: for other systems, and for the record that never changes."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from intake.answers import Value
from intake.questionnaire import Choice, Questionnaire
from screening.assessment import Assessment, Evidence, Finding, NotRuledOut

Json: TypeAlias = dict[str, object]


def assessment_json(assessment: Assessment, questionnaire: Questionnaire) -> Json:
    """The assessment with every finding, what it rests on, and what could not be ruled out."""
    return {
        "urgency": assessment.urgency.value,
        "arthritis": {
            "level": assessment.arthritis.level.value,
            "kinds": list(assessment.arthritis.kinds),
        },
        "findings": [_finding(finding, questionnaire) for finding in assessment.findings],
        "could_not_rule_out": [
            _not_ruled_out(one, questionnaire) for one in assessment.could_not_rule_out
        ],
        "disagreements": [
            {
                "link_id": one.link_id,
                "said": [
                    {"by": by.value, "answer": _words(one.link_id, values, questionnaire)}
                    for by, values in one.said
                ],
            }
            for one in assessment.disagreements
        ],
        "rules_version": assessment.rules_version,
        "questionnaire_version": questionnaire.version,
    }


def _finding(finding: Finding, questionnaire: Questionnaire) -> Json:
    rule = finding.rule
    return {
        "rule": rule.name,
        "code": rule.code,
        "kind": rule.kind.value,
        "urgency": rule.urgency.value if rule.urgency else None,
        "title": finding.title,
        "because": [_evidence(evidence, questionnaire) for evidence in finding.because],
        "claims": list(rule.claims),
        "sources": [str(source) for source in rule.sources],
        "next": rule.next,
    }


def _evidence(evidence: Evidence, questionnaire: Questionnaire) -> Json:
    words = _words(evidence.link_id, evidence.values, questionnaire)
    return {"link_id": evidence.link_id, "answer": words}


def _not_ruled_out(one: NotRuledOut, questionnaire: Questionnaire) -> Json:
    return {
        "rule": one.rule.name,
        "code": one.rule.code,
        "title": one.rule.title,
        "urgency": one.rule.urgency.value if one.rule.urgency else None,
        "raises_to": one.raises_to.value if one.raises_to else None,
        "ask": [
            {"link_id": link_id, "question": questionnaire.questions[link_id].text}
            for link_id in one.ask
        ],
    }


def _words(link_id: str, values: tuple[Value, ...], questionnaire: Questionnaire) -> str:
    """The answer in the clinic's language; empty where the item was not answered."""
    return ", ".join(_word(link_id, value, questionnaire) for value in values)


def _word(link_id: str, value: Value, questionnaire: Questionnaire) -> str:
    item = questionnaire.questions[link_id]
    option = item.option(value) if isinstance(item, Choice) else None
    if option is not None:
        return option.text
    return value.isoformat() if isinstance(value, date) else str(value)
