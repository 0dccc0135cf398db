"""Which answers on a patient's page are part of a finding, and which count where they differ."""

from dataclasses import replace

import pytest

from intake.criteria import Fact, State
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from reports.clinic.answers import answer_weights, differing
from reports.phrases import read
from screening.finding import Kind
from screening.record import assessed
from screening.rules import RULES
from tests.reports.clinic.front_desk import ZONE, patients, response_of
from tests.strategies import patient


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


@pytest.mark.parametrize(
    ("link_id", "was", "is_now", "counts"),
    [
        ("cold-leg", "yes", "no", "Counts until staff confirm, as the more urgent: Yes"),
        ("thinner", "no", "yes", "Counts until staff confirm, as the more urgent: Yes"),
        (
            "numb-where",
            "both-feet",
            "sole-or-back",
            "All that was ticked counts until staff confirm: ",
        ),
        ("sex-at-birth", "male", "female", "The last answer counts: Female"),
    ],
)
def test_of_answers_that_differ_the_one_that_counts_is_told(link_id, was, is_now, counts):
    response = patient({"numbness": "new", link_id: is_now})
    before = replace(response.answers[link_id], values=(was,))
    both = replace(response.answers[link_id], replaced=(before,))
    response = response.with_answers({**response.answers, link_id: both})
    [told] = differing(read(response, assessed(response, RULES), ZONE))
    assert told.label == KNEE_TWITCHING.questions[link_id].label
    assert len(told.said) == 2
    assert told.counts.startswith(counts)


def test_an_answer_that_stands_though_another_was_given_later_is_told_as_such():
    response = patient()
    before = replace(response.answers["sex-at-birth"], values=("male",))
    both = replace(response.answers["sex-at-birth"], replaced=(before,))
    response = response.with_answers({**response.answers, "sex-at-birth": both})
    reading = read(response, assessed(response, RULES), ZONE)
    stands = {**reading.facts.of, "sex-at-birth": Fact(State.ANSWERED, ("male",))}
    [told] = differing(replace(reading, facts=replace(reading.facts, of=stands)))
    assert told.counts == "Counts until staff confirm: Male"
