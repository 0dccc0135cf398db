"""Which screens there are, in which order, and how many remain."""

from collections.abc import Iterator

from hypothesis import given, settings

from intake.answers import Answer
from intake.criteria import State
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.navigation import Remaining, Screen, remaining, screens
from intake.questionnaire import Choice, NoToAll, WholeNumber
from intake.response import QuestionnaireResponse, Status, facts_as_shown
from tests.strategies import HARMLESS, VISIT, Latent, patient, patients

SCREENS = screens(KNEE_TWITCHING)
ORDER = [screen.link_id for screen in SCREENS]

NO_NAMES = {name: ("do-not-know",) for name in KNEE_TWITCHING.questions if name.endswith("-names")}


def interview(latent: Latent) -> Iterator[tuple[Screen | None, Remaining]]:
    """Every screen this patient answers, with what remained before it; at the end, none."""
    response = QuestionnaireResponse(KNEE_TWITCHING, VISIT, Status.IN_PROGRESS)
    for screen in SCREENS:
        unanswered = open_on(screen, response)
        if unanswered:
            yield screen, remaining(response, screen.link_id)
            new = {link_id: Answer(latent[link_id], VISIT) for link_id in unanswered}
            if "birth-date" in new:
                new["age"] = Answer(latent["age"], VISIT)
            ticks = (item for item in screen.questions if isinstance(item, NoToAll))
            new |= {tick.link_id: Answer((False,), VISIT) for tick in ticks}
            response = response.with_answers({**response.answers, **new})
    yield None, remaining(response, None)


def open_on(screen: Screen, response: QuestionnaireResponse) -> list[str]:
    known = facts_as_shown(response).of
    rows = [item.link_id for item in screen.questions if not isinstance(item, NoToAll)]
    return [link_id for link_id in rows if known[link_id].state is State.OPEN]


def everything(latent: Latent) -> Latent:
    return {**NO_NAMES, "worry": ("nothing",), "anything-else": ("Nothing.",), **latent}


def test_every_question_stands_on_exactly_one_screen():
    shown = [item.link_id for screen in SCREENS for item in screen.questions]
    hidden = [
        link_id
        for link_id, item in KNEE_TWITCHING.questions.items()
        if isinstance(item, WholeNumber)
    ]
    assert hidden == ["age"]
    assert [link_id for link_id in KNEE_TWITCHING.questions if link_id != "age"] == shown


def test_a_grid_is_one_screen_and_a_plain_group_is_as_many_as_it_has_questions():
    assert ORDER[:7] == [
        "who-answers",
        "birth-date",
        "sex-at-birth",
        "right-now",
        "which-knee",
        "your-leg",
        "injury-signs",
    ]
    assert ORDER[-6:-4] == ["worry", "anything-else"]
    assert all(link_id.startswith("check-") for link_id in ORDER[-4:])


def test_a_screen_stands_under_the_conditions_of_its_groups():
    tendon = next(screen for screen in SCREENS if screen.link_id == "tendon-pain")
    assert len(tendon.conditions) == 2


def test_the_harmless_patient_meets_the_screens_in_order_and_no_screen_of_a_yes():
    met = [screen.link_id for screen, _ in interview(everything(HARMLESS)) if screen]
    assert met == [link_id for link_id in ORDER if link_id in met]
    conditional = {screen.link_id for screen in SCREENS if screen.conditions}
    assert not conditional & set(met)
    assert len(met) == len(ORDER) - len(conditional)


def test_before_the_first_answer_every_screen_is_possible_and_those_of_everybody_are_certain():
    empty = QuestionnaireResponse(KNEE_TWITCHING, VISIT, Status.IN_PROGRESS)
    always = [screen for screen in SCREENS if not screen.conditions]
    assert remaining(empty, "who-answers") == Remaining(len(always), len(SCREENS))


@settings(max_examples=25)
@given(patients())
def test_the_interval_holds_the_truth_and_its_upper_end_never_rises(latent):
    steps = list(interview(everything(latent)))
    for number, (_, left) in enumerate(steps):
        assert left.lowest <= len(steps) - 1 - number <= left.highest
    highest = [left.highest for _, left in steps]
    assert highest == sorted(highest, reverse=True)
    assert steps[-1][1] == Remaining(0, 0)


def test_nothing_remains_once_every_required_question_is_answered():
    assert {"worry", "anything-else"}.isdisjoint(patient().answers)
    assert remaining(patient(status=Status.IN_PROGRESS), None) == Remaining(0, 0)


def test_no_to_all_is_not_a_question_of_its_own():
    ticks = [item for item in KNEE_TWITCHING.questions.values() if isinstance(item, NoToAll)]
    assert ticks
    assert not any(item.required for item in ticks)
    answers = {**patient(status=Status.IN_PROGRESS).answers}
    for item in ticks:
        del answers[item.link_id]
    assert remaining(patient(status=Status.IN_PROGRESS).with_answers(answers), None).highest == 0


def test_no_screen_has_more_than_six_rows():
    for screen in SCREENS:
        rows = [item for item in screen.questions if isinstance(item, Choice) and item.required]
        assert len(rows) <= 6


def test_a_page_is_one_screen_and_is_passed_without_an_answer():
    names = next(screen for screen in SCREENS if screen.link_id == "medicine-names")
    assert len(names.questions) == 13
    taking = patient({"medicines": ("water-pills", "statins")})
    without, before = (remaining(taking, at) for at in ("new-medicine", "medicine-names"))
    assert before == Remaining(without.lowest + 1, without.highest + 1)
    nothing = patient()
    assert remaining(nothing, "medicine-names") == remaining(nothing, "new-medicine")
