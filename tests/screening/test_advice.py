"""Advice is offered only where it is known to do no harm, and only beside a routine assessment."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from intake.answers import Answer, Informant
from intake.citation import Source
from intake.claims import CLAIMS
from intake.criteria import AllOf, mentioned
from intake.knee_twitching.history import CONDITIONS
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice
from intake.response import QuestionnaireResponse, Status
from screening.advice import ADVICE
from screening.advising import Advice, AdviceSet, releasable
from screening.finding import Urgency
from screening.rules import RULES
from screening.triage import screen
from tests.strategies import VISIT, patient, responses
from tests.test_reading_level import hard

EVERY = {one.code for one in ADVICE.advice}
FOR_A_PREGNANCY = "ADV-STIM-200"
USUAL = EVERY - {FOR_A_PREGNANCY}
WITH_OPEN_SKIN = {"ADV-MOVE", "ADV-HEAT"}
OPERATIONS = ("back-surgery", "back-needle", "knee-replacement", "knee-surgery", "knee-needle")
UNGUARDED = {one.code for one in ADVICE.advice if not mentioned(one.safe_when)}


def offered(response: QuestionnaireResponse) -> set[str]:
    return {one.code for one in releasable(response, screen(response, RULES), ADVICE)}


def hidden(answers) -> set[str]:
    """What these answers hide from a patient with nothing else to tell, whatever their level."""
    response = patient(answers)
    routine = replace(screen(response, RULES), urgency=Urgency.ROUTINE)
    return USUAL - {one.code for one in releasable(response, routine, ADVICE)}


def test_the_harmless_patient_may_be_given_everything_but_the_limit_for_a_pregnancy():
    assert offered(patient()) == USUAL


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ({"conditions": "heart-or-stroke"}, {"ADV-WATER"}),
        ({"conditions": "kidney-disease"}, {"ADV-WATER", "ADV-DIET"}),
        ({"medicines": "water-pills"}, {"ADV-WATER", "ADV-DIET"}),
        ({"medicines": "heart-pills"}, {"ADV-DIET"}),
        ({"medicines": "immune-medicine"}, {"ADV-DIET"}),
        (
            {"medicines": "immune-medicine", "immune-medicine-names": "do-not-know"},
            {"ADV-DIET"},
        ),
        ({"medicines": "immune-medicine", "immune-medicine-names": "tacrolimus"}, {"ADV-DIET"}),
        ({"medicines": "immune-medicine", "immune-medicine-names": "methotrexate"}, set()),
        ({"medicines": "heart-pills", "heart-pills-names": "digoxin"}, {"ADV-DIET"}),
        (
            {"medicines": "water-pills", "water-pills-names": "furosemide"},
            {"ADV-WATER", "ADV-DIET"},
        ),
        ({"conditions": "pregnant"}, {"ADV-STIM"}),
        ({"after-injury": "last-week"}, {"ADV-MOVE"}),
        ({"conditions": "skin-infection"}, WITH_OPEN_SKIN),
        *(
            ({"operations": one, f"{one}-when": "last-2-weeks"}, WITH_OPEN_SKIN)
            for one in OPERATIONS
        ),
        *(
            ({"operations": one, f"{one}-when": "last-3-months"}, {"ADV-MOVE"})
            for one in ("back-surgery", "knee-replacement", "knee-surgery")
        ),
        ({"cannot-stand": "new"}, {"ADV-MOVE"}),
        ({"cannot-stand": "longer"}, {"ADV-MOVE"}),
        ({"hard-leg": "yes"}, {"ADV-MOVE"}),
        ({"hot-knee": "new"}, {"ADV-HEAT"}),
        ({"hot-knee": "longer"}, {"ADV-HEAT"}),
        ({"numbness": "new"}, {"ADV-HEAT"}),
        ({"numbness": "over-a-year"}, {"ADV-HEAT"}),
        ({"numbness": "over-a-year", "conditions": "diabetes"}, {"ADV-HEAT"}),
        ({"cold-leg": "yes"}, {"ADV-HEAT"}),
        ({"last-two-weeks": "alcohol", "alcohol-drinks": "15-or-more"}, {"ADV-STIM"}),
        ({"last-two-weeks": "alcohol", "alcohol-drinks": "8-to-14"}, {"ADV-STIM"}),
    ],
)
def test_a_guard_hides_what_may_do_harm(answers, gone):
    assert hidden(answers) == gone


@pytest.mark.parametrize(
    "answers",
    [
        {"conditions": "diabetes"},
        {"medicines": ("statins", "antidepressants")},
        {"after-injury": "longer-ago"},
        {"operations": "knee-needle", "knee-needle-when": "last-3-months"},
        *({"operations": one, f"{one}-when": "longer-ago"} for one in OPERATIONS),
        {"last-two-weeks": "alcohol", "alcohol-drinks": "up-to-7"},
        {"last-two-weeks": "alcohol", "alcohol-drinks": "8-to-14", "sex-at-birth": "male"},
    ],
)
def test_a_guard_hides_nothing_else(answers):
    assert not hidden(answers)


GUARDED_ITEMS = {
    "conditions": {"ADV-WATER", "ADV-DIET", "ADV-STIM", "ADV-MOVE", "ADV-HEAT"},
    "operations": {"ADV-MOVE", "ADV-HEAT"},
    "medicines": {"ADV-WATER", "ADV-DIET"},
    "after-injury": {"ADV-MOVE"},
    "cannot-stand": {"ADV-MOVE"},
    "hard-leg": {"ADV-MOVE"},
    "hot-knee": {"ADV-HEAT"},
    "numbness": {"ADV-HEAT"},
    "cold-leg": {"ADV-HEAT"},
}


def test_every_item_of_a_guard_is_tried_below():
    named = {link_id for one in ADVICE.advice for link_id in mentioned(one.safe_when)}
    others = {"sex-at-birth", "alcohol-drinks", "immune-medicine-names"}
    assert named - {f"{one}-when" for one in OPERATIONS} | {"operations"} == {
        *GUARDED_ITEMS,
        *others,
    }


@pytest.mark.parametrize("value", ["not-sure", None])
@pytest.mark.parametrize("link_id", GUARDED_ITEMS)
def test_not_sure_and_not_answered_hide_like_a_yes(link_id, value):
    assert hidden({link_id: value}) >= GUARDED_ITEMS[link_id]


@pytest.mark.parametrize("value", ["rather-not-say", None])
def test_alcohol_that_somebody_will_not_tell_hides_like_a_problem(value):
    assert hidden({"last-two-weeks": "alcohol", "alcohol-drinks": value}) == {"ADV-STIM"}


def test_a_tick_beside_not_sure_does_not_make_the_rest_known():
    assert hidden({"medicines": ("statins", "not-sure")}) == {"ADV-WATER", "ADV-DIET"}


def test_a_pregnancy_gets_the_limit_in_place_of_the_usual_words():
    assert offered(patient({"conditions": "pregnant"})) == USUAL - {"ADV-STIM"} | {FOR_A_PREGNANCY}
    assert FOR_A_PREGNANCY not in offered(patient({"conditions": "not-sure"}))


def with_history(now: tuple[str, ...], before: tuple[str, ...], by: Informant):
    first = Answer(before, VISIT)
    initials = "QX" if by is Informant.STAFF else ""
    later = Answer(now, VISIT + timedelta(seconds=5), by, initials, replaced=(first,))
    response = patient()
    return response.with_answers({**response.answers, "conditions": later})


def test_what_was_said_and_taken_back_hides_until_staff_have_asked():
    said = ("none",), ("kidney-disease",)
    assert {"ADV-WATER", "ADV-DIET"}.isdisjoint(offered(with_history(*said, Informant.COMPANION)))
    assert offered(with_history(*said, Informant.STAFF)) == USUAL


def test_a_tick_added_later_hides_nothing_by_itself():
    grown = with_history(("diabetes", "gout"), ("diabetes",), Informant.PATIENT)
    assert offered(grown) == USUAL


@pytest.mark.parametrize("urgency", [u for u in Urgency if u is not Urgency.ROUTINE])
def test_nothing_is_offered_at_soon_or_above(urgency):
    response = patient()
    raised = replace(screen(response, RULES), urgency=urgency)
    assert not releasable(response, raised, ADVICE)


@pytest.mark.parametrize("status", [Status.STOPPED, Status.IN_PROGRESS])
def test_nothing_is_offered_before_the_interview_is_complete(status):
    response = patient(status=status)
    routine = replace(screen(response, RULES), urgency=Urgency.ROUTINE)
    assert not releasable(response, routine, ADVICE)


@given(responses())
def test_nothing_is_ever_offered_but_beside_a_complete_routine_assessment(response):
    found = offered(response)
    if found:
        assert response.status is Status.COMPLETED
        assert screen(response, RULES).urgency is Urgency.ROUTINE
        assert found >= UNGUARDED


def test_an_item_that_an_older_version_did_not_ask_hides():
    response = patient()
    older = replace(
        KNEE_TWITCHING,
        items=tuple(item for item in KNEE_TWITCHING.items if item.link_id != "daily-life"),
    )
    known = {key: one for key, one in response.answers.items() if key in older.questions}
    asked = replace(response, questionnaire=older, answers=known)
    routine = screen(response, RULES)
    assert "ADV-STIM" not in {one.code for one in releasable(asked, routine, ADVICE)}


def test_the_words_against_stopping_a_medicine_go_with_everything():
    assert {"ADV-GEN", "ADV-PILLS"} <= UNGUARDED
    never = next(one for one in ADVICE.advice if one.code == "ADV-GEN").text
    assert "Do not stop one on your own" in never
    others = " ".join(one.text for one in ADVICE.advice if one.code != "ADV-GEN").lower()
    assert not re.search(r"stop (taking|your|the|a) |skip|instead of|less of your", others)


def test_no_advice_promises_anything_or_names_what_somebody_may_have():
    named = [option.text.lower() for option in CONDITIONS.options if not option.exclusive]
    of_anybody = {"weeks", "other", "joint"}
    names = {word for text in named for word in re.findall(r"[a-z]{5,}", text)} - of_anybody
    promises = r"\b(will (help|stop|cure|heal|ease|go)|cures?|heals?|prevents?|always|never|safe)\b"
    conditions = r"arthritis|disease|diagnos|syndrome|pregnan|cancer|nerve|infection|injury"
    for one in ADVICE.advice:
        words = one.text.lower()
        assert not re.search(promises, words), one.code
        assert not re.search(conditions, words), one.code
        assert not names & set(re.findall(r"[a-z]{5,}", words)), one.code


def test_advice_can_be_read_by_the_sixth_grade():
    assert not hard("en", iter((one.code, one.text) for one in ADVICE.advice))


def test_the_claims_that_are_advice_are_the_claims_advice_rests_on():
    told = {
        claim.id for claim in CLAIMS.values() if "released by a clinician only" in claim.elsewhere
    }
    cited = {claim for one in ADVICE.advice for claim in one.claims}
    asked_about_too = {"B-072"}
    why = {"B-069"}
    assert cited == told | asked_about_too | why


def advice(code: str = "ADV-X", **more) -> Advice:
    usual = {"name": code.lower(), "text": "Rest.", "safe_when": AllOf(())}
    return Advice(**{"code": code, "sources": (Source("Ours"),), **usual, **more})


def test_impossible_advice_is_refused_by_name():
    with pytest.raises(ValueError, match="ADV-X: 'A-999' is not a claim"):
        advice(claims=("A-999",))
    with pytest.raises(ValueError, match="ADV-X: an advice's name"):
        advice(name="Not A Name")
    with pytest.raises(ValueError, match="ADV-X: every advice names at least one source"):
        advice(sources=())
    with pytest.raises(ValueError, match="ADV-X: this advice is declared twice"):
        AdviceSet(KNEE_TWITCHING, (advice(), advice()))
    elsewhere = Choice(link_id="teeth", code="", text="?", options=CONDITIONS.options)
    with pytest.raises(ValueError, match="ADV-X: rests on 'teeth', which is not asked"):
        AdviceSet(KNEE_TWITCHING, (advice(safe_when=elsewhere.left_open),))
