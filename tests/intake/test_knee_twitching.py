"""The real questionnaire: nothing of the clinical list is missing, and nothing urgent can hide."""

import pytest

from intake.citation import Source
from intake.criteria import State
from intake.fhir import questionnaire_json
from intake.knee_twitching import sources
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.navigation import screens
from intake.questionnaire import Choice, Role
from intake.response import facts_as_shown
from tests.strategies import RAISING, patient

ITEMS_OF = {
    "ST01": ["who-answers"],
    "SF01": ["heart-or-breath"],
    "SF02": ["bladder-or-bowel"],
    "SF03": ["saddle-numbness"],
    "SF02b": ["bladder-or-bowel-again"],
    "SF03b": ["saddle-numbness-again"],
    "SF07b": ["fever-or-ill-again"],
    "SF04": ["sudden-weakness"],
    "SF05": ["cold-leg"],
    "SF06": ["hot-knee"],
    "SF07": ["fever-or-ill"],
    "SF08": ["swollen-leg"],
    "SF09": ["hurt-leg"],
    "SF10": ["speech-or-swallowing"],
    "SF11": ["confused-or-jerking"],
    "SF12": ["cannot-stand"],
    "SF13": ["headache-jaw-or-sight"],
    "SF14": ["hard-leg"],
    "SF15": ["brown-urine"],
    "INJ1": ["injury-signs"],
    "RK01": ["clot-risk"],
    "KN01": ["worst-pain"],
    "KN02": ["hurts-when"],
    "KN03": ["morning-stiffness"],
    "KN04": ["bend"],
    "KN05": ["hurts-since"],
    "KN06": ["tendon-pain"],
    "KN07": ["knee-look"],
    "TW01": ["movement"],
    "TW02": ["twitch-place"],
    "TW04": ["how-long"],
    "TW05": ["trend"],
    "TW06": ["worst-when"],
    "IM01": ["trouble"],
    "NV01": ["weakness"],
    "NV02": ["toes-drag"],
    "NV03": ["thinner"],
    "NV04": ["numbness"],
    "NV05": ["walking-or-balance"],
    "NV06": ["other-parts"],
    "NV07": ["weight-sweats-or-bruises"],
    "NV08": ["other-joints"],
    "NV09": ["after-injury"],
    "NV10": ["pain-every-night"],
    "NV11": ["growing-lump"],
    "BK01": ["back-to-leg-pain"],
    "WK1": ["weakness-speed"],
    "WK2": ["weak-where"],
    "NB1": ["numb-where"],
    "OP01": ["operations"],
    "OP02": [
        "back-surgery-when",
        "back-needle-when",
        "knee-replacement-when",
        "knee-surgery-when",
        "knee-needle-when",
    ],
    "HX01": ["conditions"],
    "MD01": ["medicines"],
    "MD02": [
        "water-pills-names",
        "heart-pills-names",
        "blood-thinners-names",
        "antidepressants-names",
        "steroids-names",
        "stimulants-names",
        "asthma-medicine-names",
        "statins-names",
        "acid-pills-names",
        "nausea-pills-names",
        "diabetes-medicine-names",
        "immune-medicine-names",
        "other-medicine-names",
    ],
    "MD03": ["new-medicine"],
    "LF01": ["last-two-weeks"],
    "LF02": ["caffeine-drinks"],
    "LF03": ["alcohol-drinks"],
    "LF04": ["nicotine-kind"],
    "RL01": ["urge-to-move"],
    "RL02": ["urge-at-rest"],
    "RL03": ["urge-eased"],
    "RL04": ["urge-at-night"],
    "RL05": ["urge-mimic"],
    "WR01": ["worry"],
    "FT01": ["anything-else"],
    "CK01": ["check-pain"],
    "CK02": ["check-trouble"],
    "CK03": ["check-standing"],
    "CK04": ["check-since"],
}
"""Every question of the clinical list and its items. The review list (RV01) is not an item."""
WITH_ANOTHER_CODE = {
    "which-knee": "KN00",
    "knee-replacement-side": "OP03c",
    "knee-surgery-side": "OP03d",
    "knee-needle-side": "OP03e",
}
WITHOUT_A_CODE = {"birth-date", "age", "sex-at-birth"}
SAFETY_ROWS = [f"SF{n:02}" for n in range(1, 16)]
NERVE_ROWS = [f"NV{n:02}" for n in range(1, 12)]
ASKED_OF_EVERYBODY = [*SAFETY_ROWS, *NERVE_ROWS, "BK01", "KN01"]
LONGEST_LABEL = 64

PLACED = {placed.item.link_id: placed for placed in KNEE_TWITCHING.placed}
ORDER = [screen.link_id for screen in screens(KNEE_TWITCHING)]


def codes_of(link_id: str) -> list[str]:
    return [option.code for option in KNEE_TWITCHING.choice(link_id).options]


def but(link_id: str, *codes: str) -> list[str]:
    """Every answer but these."""
    return [code for code in codes_of(link_id) if code not in codes]


@pytest.mark.parametrize("code", ITEMS_OF)
def test_a_question_of_the_clinical_list_is_asked_by_these_items(code):
    found = [
        item.link_id
        for item in KNEE_TWITCHING.questions.values()
        if item.code == code or (code in {"OP02", "MD02"} and item.code.startswith(code))
    ]
    assert found == ITEMS_OF[code]


def test_no_item_is_outside_the_clinical_list_unknown_to_this_test():
    listed = {link_id for items in ITEMS_OF.values() for link_id in items}
    rows = {link_id for link_id in KNEE_TWITCHING.questions if link_id.endswith("-no-to-all")}
    assert set(KNEE_TWITCHING.questions) == listed | set(WITH_ANOTHER_CODE) | WITHOUT_A_CODE | rows
    for link_id, code in WITH_ANOTHER_CODE.items():
        assert KNEE_TWITCHING.questions[link_id].code == code


def test_when_the_last_one_was_is_asked_once_for_every_tick():
    ticks = [code for code in codes_of("operations") if code not in {"none", "not-sure"}]
    assert [f"{tick}-when" for tick in ticks] == ITEMS_OF["OP02"]
    for tick in ticks:
        asked = patient({"operations": tick}).answers
        assert f"{tick}-when" in asked
        assert not {f"{other}-when" for other in ticks if other != tick} & set(asked)


@pytest.mark.parametrize("tick", ["knee-replacement", "knee-surgery", "knee-needle"])
def test_what_was_done_to_a_knee_keeps_its_side(tick):
    assert codes_of(f"{tick}-side") == ["right", "left", "both", "not-sure"]
    assert f"{tick}-side" in patient({"operations": tick}).answers
    assert codes_of("which-knee") == ["right", "left", "both", "not-sure"]


def test_a_place_that_twitches_keeps_its_side():
    sides = [code.partition("-")[::2] for code in codes_of("twitch-place") if code != "not-sure"]
    right = {place for side, place in sides if side == "right"}
    left = {place for side, place in sides if side == "left"}
    assert right == left
    assert len(right) + len(left) == len(sides)
    assert len(right) == 6


@pytest.mark.parametrize("code", ASKED_OF_EVERYBODY)
def test_no_answer_can_hide_a_row_that_cannot_wait(code):
    assert PLACED[ITEMS_OF[code][0]].conditions == ()


def test_there_are_27_rows_asked_of_everybody_and_the_worst_pain():
    assert len(ASKED_OF_EVERYBODY) == 27 + 1


def test_the_direct_safety_rows_are_safety_items_and_the_rows_beside_them_warn():
    by_role = {item.code: item.role for item in RAISING}
    assert sorted(code for code, role in by_role.items() if role is Role.SAFETY) == SAFETY_ROWS
    warning = [*NERVE_ROWS, "BK01", "INJ1", "WK1", "WK2", "NB1", "KN01", "KN04", "KN07"]
    assert sorted(code for code, role in by_role.items() if role is Role.WARNING) == sorted(warning)


@pytest.mark.parametrize("item", RAISING, ids=lambda item: item.link_id)
def test_an_item_that_can_raise_says_which_answer_is_worst_and_lets_one_be_unsure(item):
    unsure = [option for option in item.options if option.unknown]
    assert [option.code for option in unsure] == ["not-sure"]
    lowest = min(option.concern for option in item.options)
    highest = max(option.concern for option in item.options)
    assert lowest < highest or item.repeats
    assert unsure[0].concern < highest
    harmless = {"no", "none", "0", "yes"} if item.link_id == "bend" else {"no", "none", "0"}
    for option in item.options:
        assert option.code not in harmless or option.concern == 0


@pytest.mark.parametrize("code", SAFETY_ROWS)
def test_a_safety_row_has_answers_that_need_staff_offline_and_they_are_its_worst(code):
    item = KNEE_TWITCHING.choice(ITEMS_OF[code][0])
    highest = max(option.concern for option in item.options)
    worst = tuple(option for option in item.options if option.concern == highest)
    assert item.needs_staff_offline == worst


@pytest.mark.parametrize("item", KNEE_TWITCHING.questions.values(), ids=lambda item: item.link_id)
def test_a_question_is_worded_and_its_label_fits_a_row(item):
    assert item.text.strip() == item.text != ""
    assert len(item.text) <= 100
    assert len(item.label) <= LONGEST_LABEL
    if isinstance(item, Choice):
        assert all(option.text.strip() == option.text != "" for option in item.options)


@pytest.mark.parametrize(
    "item",
    [item for item in KNEE_TWITCHING.questions.values() if item.code and item.code != "ST01"],
    ids=lambda item: item.link_id,
)
def test_a_clinical_question_names_what_it_rests_on(item):
    assert item.sources or item.code == "KN00"
    known = [value for value in vars(sources).values() if isinstance(value, Source)]
    assert all(source in known for source in item.sources)


def test_what_cannot_wait_comes_first_and_in_this_order():
    first = ["right-now", "which-knee", "your-leg", "injury-signs", "knee-look", "your-body"]
    places = [ORDER.index(link_id) for link_id in [*first, "clot-risk", "worst-pain", "movement"]]
    assert places == sorted(places)


def test_which_knee_it_is_about_is_asked_before_the_grid_on_the_knee():
    assert ORDER.index("which-knee") < ORDER.index("your-leg")
    rows = next(screen for screen in screens(KNEE_TWITCHING) if screen.link_id == "your-leg")
    assert "hot-knee" in {item.link_id for item in rows.questions}


def test_not_sure_opens_what_yes_opens_for_every_row_that_cannot_wait():
    """A follow-up to a safety question is not lost because its answer was unsure."""
    for item in RAISING:
        if item.role is Role.SAFETY:
            worst = max(item.options, key=lambda option: option.concern)
            yes, unsure = (
                set(patient({item.link_id: code}).answers) for code in (worst.code, "not-sure")
            )
            followed = {other for other in yes if not other.startswith("check-")}
            assert followed <= unsure, item.link_id  # answers disagree only where they are known


@pytest.mark.parametrize(
    ("opener", "answers", "opened"),
    [
        ("hurt-leg", ["yes", "not-sure"], "injury-signs"),
        ("after-injury", ["last-week"], "injury-signs"),
        ("hot-knee", ["new", "longer", "not-sure"], "knee-look"),
        ("hot-knee", ["new", "longer", "not-sure"], "bend"),
        ("swollen-leg", ["one-leg", "both-legs", "not-sure"], "clot-risk"),
        ("heart-or-breath", ["yes", "not-sure"], "clot-risk"),
        ("weakness", ["yes", "not-sure"], "weakness-speed"),
        ("weakness", ["yes", "not-sure"], "weak-where"),
        ("toes-drag", ["yes", "not-sure"], "weakness-speed"),
        ("numbness", ["new", "over-a-year", "not-sure"], "numb-where"),
        ("worst-pain", but("worst-pain", "0"), "hurts-when"),
        ("worst-pain", but("worst-pain", "0"), "bend"),
        ("morning-stiffness", but("morning-stiffness", "not-stiff"), "bend"),
        ("movement", but("movement", "no-twitching"), "worst-when"),
        ("movement", but("movement", "no-twitching"), "twitch-place"),
        ("movement", ["urge", "jerk"], "urge-to-move"),
        ("trouble", ["a-lot-sleep", "a-lot-both"], "urge-to-move"),
        ("medicines", but("medicines", "none", "not-sure"), "new-medicine"),
        ("last-two-weeks", ["caffeine"], "caffeine-drinks"),
        ("last-two-weeks", ["alcohol"], "alcohol-drinks"),
        ("last-two-weeks", ["nicotine"], "nicotine-kind"),
    ],
)
def test_a_question_is_opened_by_these_answers_and_by_no_other(opener, answers, opened):
    opening = [code for code in codes_of(opener) if opened in patient({opener: code}).answers]
    assert set(opening) == set(answers)


@pytest.mark.parametrize(("age", "asked"), [(39, True), (40, False)])
def test_the_tendon_is_asked_about_below_40_and_only_with_pain(age, asked):
    assert ("tendon-pain" in patient({"worst-pain": "3"}, age=age).answers) is asked
    assert "tendon-pain" not in patient(age=age).answers


def test_the_four_questions_about_the_urge_follow_unless_there_is_none():
    four = {"urge-at-rest", "urge-eased", "urge-at-night", "urge-mimic"}
    for urge, asked in (("yes", four), ("not-sure", four), ("no", set())):
        answers = patient({"movement": "urge", "urge-to-move": urge}).answers
        assert four & set(answers) == asked


def test_only_the_two_last_questions_may_be_skipped():
    known = facts_as_shown(patient()).of
    open_still = [link_id for link_id, fact in known.items() if fact.state is State.OPEN]
    skippable = [link_id for link_id in open_still if not link_id.endswith("-no-to-all")]
    assert skippable == ["worry", "anything-else"]


def test_every_link_id_stands_in_the_fhir_resource():
    text = str(questionnaire_json(KNEE_TWITCHING))
    assert all(f"'{link_id}'" in text for link_id in KNEE_TWITCHING.questions)
