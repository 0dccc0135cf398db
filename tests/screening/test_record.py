"""An assessment as JSON: everything in it, in words a clinician can read."""

import json
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings

from intake.answers import Answer, Informant
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice
from intake.response import QuestionnaireResponse
from screening.record import assessed, assessment_json
from screening.rules import RULES
from screening.triage import so_far
from tests.patients import patient as vignette
from tests.strategies import VISIT, patient, responses


def recorded(response: QuestionnaireResponse) -> dict:
    content: dict = json.loads(assessed(response, RULES).model_dump_json())
    return content


def said(answers: list[dict]) -> list[tuple[str, str]]:
    return [(one["link_id"], one["answer"]) for one in answers]


def found(content: dict, code: str) -> dict:
    return next(finding for finding in content["findings"] if finding["code"] == code)


def test_the_record_has_these_fields_in_this_order():
    assert list(recorded(patient())) == [
        "urgency",
        "arthritis",
        "findings",
        "could_not_rule_out",
        "disagreements",
        "would_change",
        "rules_version",
        "questionnaire_version",
        "content",
        "across",
    ]


def test_the_harmless_patient_has_nothing_to_show_for_it():
    content = recorded(patient())
    assert content["urgency"] == "routine"
    assert content["arthritis"] == {"level": "none", "kinds": []}
    assert [finding["code"] for finding in content["findings"]] == ["Z00", "A06"]
    assert (content["could_not_rule_out"], content["disagreements"]) == ([], [])
    assert content["rules_version"] == RULES.version
    assert content["questionnaire_version"] == KNEE_TWITCHING.version


def test_a_finding_carries_its_reasons_its_claims_its_sources_and_what_to_do():
    finding = found(recorded(patient({"saddle-numbness": "yes"})), "E02")
    rule = RULES.rule("E02")
    assert finding == {
        "rule": "saddle-numbness",
        "code": "E02",
        "kind": "red-flag",
        "urgency": "emergency",
        "title": rule.title,
        "because": [{"link_id": "saddle-numbness", "answer": "Yes", "telling": None}],
        "against": [],
        "claims": list(rule.claims),
        "sources": [str(source) for source in rule.sources],
        "next": rule.next,
        "arthritis": None,
        "before_procedure": False,
    }


def test_a_pointer_has_no_urgency():
    finding = found(recorded(patient({"medicines": "lithium"})), "M08")
    assert (finding["kind"], finding["urgency"]) == ("contributor", None)


def test_the_title_says_what_the_answers_add():
    answers = {"heart-or-breath": "yes", "swollen-leg": "one-leg"}
    finding = found(recorded(patient(answers)), "E01")
    added = "with leg swelling: possible lung clot"
    assert finding["title"] == f"{RULES.rule('E01').title}; {added}"
    assert ("swollen-leg", "Yes, one leg") in said(finding["because"])


def test_several_ticks_a_number_and_what_was_not_answered_are_in_words():
    response = patient(
        {"hot-knee": "new", "knee-look": ("hot", "not-sure"), "conditions": "diabetes"}, age=81
    )
    finding = found(recorded(response), "E07")
    assert ("knee-look", "Hot, Not sure") in said(finding["because"])
    assert ("age", "81") in said(finding["because"])
    unfinished = found(recorded(patient({"cold-leg": None})), "S17")
    assert said(unfinished["because"]) == [("cold-leg", "")]


def test_of_several_ticks_those_a_rule_names_are_told_apart():
    response = patient({"conditions": ("diabetes", "osteoarthritis")})
    finding = found(recorded(response), "A02")
    told = {one["link_id"]: one["telling"] for one in finding["because"]}
    assert told["conditions"] == "Osteoarthritis"
    assert finding["arthritis"] == "possible"


def test_what_speaks_against_a_finding_stands_beside_it():
    finding = found(recorded(vignette("V04")), "E07")
    assert ("conditions", "None of these") in said(finding["against"])
    assert not {*said(finding["against"])} & {*said(finding["because"])}


def test_what_would_change_the_level_is_recorded_with_the_level_it_would_give():
    change = recorded(patient({"saddle-numbness": "yes"}))["would_change"]
    answers = [{"link_id": "saddle-numbness", "answer": "Yes", "telling": None}]
    assert change == {
        "level": "emergency",
        "more_than_four": False,
        "sets": [{"level": "routine", "answers": answers}],
    }


def test_more_than_four_is_recorded_as_such_and_nothing_at_routine():
    flags = (
        "saddle-numbness",
        "heart-or-breath",
        "sudden-weakness",
        "cold-leg",
        "confused-or-jerking",
    )
    many = recorded(patient(dict.fromkeys(flags, "yes")))["would_change"]
    assert (many["more_than_four"], many["sets"]) == (True, [])
    assert recorded(patient())["would_change"] is None


def test_while_the_interview_runs_nothing_is_said_against_a_finding_or_of_changes():
    response = patient({"saddle-numbness": "yes"})
    running = assessment_json(so_far(response, RULES), KNEE_TWITCHING)
    assert running["would_change"] is None
    assert found(running, "E02")["against"] is None


def test_what_could_not_be_ruled_out_names_the_questions_to_ask():
    content = recorded(patient({"thinner": "not-sure"}))
    assert content["could_not_rule_out"] == [
        {
            "rule": "muscle-looks-thinner",
            "code": "P02",
            "title": RULES.rule("P02").title,
            "urgency": "soon",
            "raises_to": "soon",
            "ask": [
                {
                    "link_id": "thinner",
                    "question": "Does one leg or muscle look thinner?",
                    "heading": "Strength and feeling",
                    "options": ["Yes", "No"],
                }
            ],
        }
    ]


def asked_of(content: dict, code: str) -> dict[str, dict]:
    left_open = next(one for one in content["could_not_rule_out"] if one["code"] == code)
    return {one["link_id"]: one for one in left_open["ask"]}


def test_a_question_that_only_its_screen_makes_clear_can_still_be_asked_aloud():
    replaced = {"toes-drag": "yes", "weakness-speed": "months", "operations": "knee-replacement"}
    unsure = {"walking-or-balance": "unsteady", "last-two-weeks": "not-sure"}
    content = recorded(patient({**replaced, **unsure, "knee-replacement-when": "not-sure"}))
    when = asked_of(content, "S07")["knee-replacement-when"]
    assert (when["heading"], when["question"]) == ("Your knee replacement", "When was it?")
    assert when["options"] == ["In the last 2 weeks", "In the last 3 months", "Longer ago"]
    ticks = asked_of(content, "S12")["last-two-weeks"]["options"]
    assert {"Drank little", "None of these"} < {*ticks}
    assert "Not sure" not in ticks


def test_a_list_of_names_is_not_read_out():
    other = {"medicines": "other-medicine", "other-medicine-names": "do-not-know"}
    content = recorded(patient({"movement": "ripple", "new-medicine": "yes", **other}))
    assert asked_of(content, "P16")["other-medicine-names"]["options"] == []


def test_who_said_what_is_recorded_where_they_differ():
    response = patient({"cold-leg": "no"})
    said = Answer(("yes",), VISIT - timedelta(minutes=1), Informant.COMPANION)
    both = replace(response.answers["cold-leg"], replaced=(said,))
    content = recorded(response.with_answers({**response.answers, "cold-leg": both}))
    assert content["disagreements"] == [
        {
            "link_id": "cold-leg",
            "said": [{"by": "companion", "answer": "Yes"}, {"by": "patient", "answer": "No"}],
        }
    ]


@settings(max_examples=40)
@given(responses())
def test_every_assessment_can_be_written_as_json_and_every_reason_is_an_answer(response):
    content = recorded(response)
    for finding in content["findings"]:
        assert finding["sources"]
        for reason in finding["because"]:
            item = KNEE_TWITCHING.questions[reason["link_id"]]
            if isinstance(item, Choice) and reason["answer"]:
                assert reason["answer"].split(", ")[0] in ", ".join(o.text for o in item.options)
    assert all(one["ask"] for one in content["could_not_rule_out"])


def test_of_what_the_patient_wrote_the_words_that_were_found_are_told():
    words = "No palpitations.\nBut my chest hurts at night, so I worry."
    content = recorded(patient({"anything-else": words}))
    (because,) = found(content, "U07b")["because"]
    assert because["answer"] == words
    assert because["telling"] == "chest hurts, palpitations"
    assert (content["urgency"], content["could_not_rule_out"]) == ("soon", [])


def test_the_record_marks_what_is_to_be_weighed_before_any_procedure():
    marked = {
        one["code"] for one in recorded(vignette("F22"))["findings"] if one["before_procedure"]
    }
    assert marked == {"N01", "N07"}
