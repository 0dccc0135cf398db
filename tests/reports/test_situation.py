"""The situation in one sentence: what is wrong, and never what is not."""

from dataclasses import replace

import pytest

from intake.response import Person, QuestionnaireResponse
from reports.phrases import read
from reports.situation import situation
from screening.record import assessed
from screening.rules import RULES
from tests.patients import patient as vignette
from tests.reports import patients
from tests.reports.patients import ROUTINE, VISIT


def sentence(record: QuestionnaireResponse) -> str:
    return situation(read(record, assessed(record, RULES), VISIT.zone))


SIGNS = {
    "F22": "arm or leg weaker than before; a leg or muscle looks thinner; hard to walk or balance, "
    "falls, limp.",
    "V67": "numb skin or pins and needles; toes drag or trip.",
    "F26": "hard to walk or balance, falls, limp; hot, red, discolored or swollen knee.",
    "F15": "where it is numb or tingling: around my mouth or both hands; numb skin or pins and "
    "needles.",
    "V46": "operations and needles: a needle in the knee (gel or steroid); last needle in the "
    "knee: in the last 2 weeks.",
}


@pytest.mark.parametrize("case", SIGNS)
def test_the_signs_of_cautions_follow_those_of_red_flags_with_the_answer_where_it_tells(case):
    assert sentence(vignette(case)).endswith(f"Also reported: {SIGNS[case]}")


def test_a_sign_denied_or_said_already_is_not_said_again():
    assert "Also reported" not in sentence(vignette("V42"))
    assert "Also reported" not in sentence(vignette("F24"))


def test_without_twitching_the_time_is_that_of_the_trouble():
    said = sentence(vignette("F08"))
    assert "Right knee: no twitching; trouble for less than a week, unchanged," in said
    assert "nonstop strong rhythmic jerks for less than a week" in sentence(vignette("V42"))
    unknown = sentence(patients.response({**ROUTINE, "movement": "not-sure"}))
    assert "kind of movement not known; trouble for 1 to 3 months" in unknown


def test_nothing_known_of_the_person_is_said_to_be_not_known():
    answers = {k: v for k, v in ROUTINE.items() if k not in {"age", "sex-at-birth"}}
    record = replace(patients.response(answers), patient=Person())
    assert sentence(record).startswith("Age and sex not known. Right knee")
