"""Which answers on a patient's page are part of a finding."""

from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from reports.clinic.answers import answer_weights
from screening.finding import Kind
from screening.record import assessed
from screening.rules import RULES
from tests.reports.clinic.front_desk import patients, response_of


def test_an_answer_weighs_as_much_as_the_heaviest_finding_it_is_part_of():
    read = assessed(response_of(patients()["hot"]), RULES)
    weights = answer_weights(read, KNEE_TWITCHING.questions)
    for finding in read.findings:
        for evidence in finding.because:
            code = KNEE_TWITCHING.questions[evidence.link_id].code
            if finding.raises and finding.kind is Kind.RED_FLAG and code:
                assert weights[code] == "red"
            elif finding.raises and code:
                assert weights[code] in {"red", "caution"}
