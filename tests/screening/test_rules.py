"""The rules themselves: what each fires on, and what no answer may ever do to the level."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Answer, Informant
from intake.criteria import AllOf, mentioned
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice, Role
from intake.response import QuestionnaireResponse, Status
from screening.assessment import Assessment
from screening.finding import Contradiction, Kind, Presentation, RedFlag, Urgency, WarningSign
from screening.rules import RULES
from screening.triage import screen, so_far
from tests.strategies import (
    HARMLESS,
    RAISING,
    VISIT,
    Latent,
    asked,
    complicated_patients,
    patient,
    patients,
    with_answer,
)

# Measuring what tries thousands of answers takes three times as long.
pytestmark = pytest.mark.no_cover

ROUTINE, SOON, SAME_DAY, EMERGENCY = sorted(Urgency)
Stated = Mapping[str, str | tuple[str, ...] | tuple[bool] | None]


def judged(stated: Stated, age: int | None = None) -> Assessment:
    return screen(patient(stated, age=age), RULES)


def codes(assessment: Assessment) -> list[str]:
    return [finding.rule.code for finding in assessment.findings]


def raised(assessment: Assessment) -> dict[str, Urgency | None]:
    return {one.rule.code: one.raises_to for one in assessment.could_not_rule_out}


# The least that makes each rule fire, read from its clinical description.

NEW_HOT = {"hot-knee": "new"}
REPLACED = {"operations": "knee-replacement", "knee-replacement-side": "right"}
BACK_NEEDLE = {"operations": "back-needle", "back-needle-when": "last-3-months"}
WEAK_WEEKS = {"weakness": "yes", "weakness-speed": "1-to-4-weeks"}
WEAK_MONTHS = {"weakness": "yes", "weakness-speed": "months"}
OLD_PAIN = {"worst-pain": "3", "hurts-when": "in-use", "hurts-since": "years"}
RIPPLE = {"movement": "ripple"}
URGE = {
    "movement": "urge",
    "urge-to-move": "yes",
    "urge-at-rest": "yes",
    "urge-eased": "yes",
    "urge-at-night": "yes",
}
FIRES: dict[str, Stated] = {
    "E01": {"heart-or-breath": "yes"},
    "E02": {"saddle-numbness": "yes"},
    "E03": {"bladder-or-bowel": "yes", "back-to-leg-pain": "one-leg"},
    "E04": {"sudden-weakness": "yes"},
    "E05": {"cold-leg": "yes"},
    "E06": {**NEW_HOT, "fever-or-ill": "yes"},
    "E07": {**NEW_HOT, "medicines": "steroids"},
    "E08": {**WEAK_WEEKS, "weak-where": "both-legs"},
    "E09": {"after-injury": "last-week", "injury-signs": "foot-numb-or-cold"},
    "E10": {"confused-or-jerking": "yes"},
    "E11": {"hot-knee": "longer", "knee-look": "purple", "worst-pain": "7"},
    "E12": {"cannot-stand": "new", "fever-or-ill": "yes"},
    "E13": {"saddle-numbness": "not-sure", "numbness": "new"},
    "E14": {**BACK_NEEDLE, "fever-or-ill": "yes"},
    "E15": {"speech-or-swallowing": "yes", "movement": "cramp"},
    "E16": {"hard-leg": "yes", "worst-pain": "7"},
    "S01": NEW_HOT,
    "S02": {"fever-or-ill": "yes"},
    "S03": {"swollen-leg": "one-leg"},
    "S04": {"bladder-or-bowel": "yes"},
    "S05": {"after-injury": "last-week", "injury-signs": "cannot-lift"},
    "S06": {
        "operations": "knee-replacement",
        "knee-replacement-side": "right",
        "worst-pain": "4",
    },
    "S07": {"toes-drag": "yes", "weakness-speed": "days"},
    "S08": {"weakness": "yes", "weakness-speed": "days"},
    "S09": {"speech-or-swallowing": "yes"},
    "S10": {"back-to-leg-pain": "both-new"},
    "S11": {"pain-every-night": "yes"},
    "S12": {**WEAK_WEEKS, "medicines": "water-pills"},
    "S13": {"movement": "beat"},
    "S14": {"worst-pain": "7", "bend": "hardly"},
    "S15": {"numbness": "over-a-year", "numb-where": "mouth-or-hands"},
    "S16": {"operations": "knee-needle", "knee-needle-when": "last-2-weeks", "worst-pain": "4"},
    "S17": {"cold-leg": "not-sure"},
    "S18": {"cannot-stand": "new"},
    "S19": {"headache-jaw-or-sight": "yes"},
    "S20": {"brown-urine": "yes"},
    "S21": {"medicines": "lithium", "walking-or-balance": "unsteady"},
    "S22": {"hard-leg": "yes"},
    "P01": WEAK_MONTHS,
    "P02": {"thinner": "yes"},
    "P03": {"other-parts": "other-leg"},
    "P04": {"trend": "worse"},
    "P05": {"numbness": "new"},
    "P06": {"walking-or-balance": "unsteady"},
    "P07": {"worst-pain": "7"},
    "P08": {"after-injury": "longer-ago"},
    "P09": {"trouble": "a-lot-day"},
    "P10": {"worst-pain": "1", "bend": "locks"},
    "P11": {"hot-knee": "longer", "knee-look": "hot"},
    "P12": {"other-joints": "both"},
    "P13": {"growing-lump": "yes"},
    "P14": {"back-to-leg-pain": "both-old", "numbness": "new"},
    "P15": {"toes-drag": "yes"},
    "P16": {"movement": "ripple", "medicines": "statins", "new-medicine": "yes"},
    "P17": {"medicines": ("water-pills", "acid-pills")},
    "P18": {"movement": "shake", "walking-or-balance": "unsteady"},
    "P19": {**RIPPLE, "trend": "worse"},
    "P20": {**URGE, "trouble": "a-lot-sleep"},
    "P21": {"trend": "worse", "other-parts": "elsewhere"},
    "P22": {"numbness": "over-a-year"},
    "P23": {"weakness": "yes"},
    "P24": {"swollen-leg": "both-legs"},
    "P25": {"worst-pain": "1"},
    "P26": {"worst-pain": "1", "bend": "partly"},
    "P27": {"walking-or-balance": "only-from-pain"},
    "P28": {"back-to-leg-pain": "one-leg"},
    "P29": {"movement": "cramp", "worst-when": "walking"},
    "P30": {"cannot-stand": "longer"},
    "P31": {"after-injury": "last-week"},
    "P35": {"after-injury": "last-week"},
    "P36": {"medicines": "statins", "new-medicine": "yes"},
    "P32": {"headache-jaw-or-sight": "yes"},
    "P33": {"medicines": "steroids", "movement": "ripple", "how-long": "over-3-months"},
    "P34": {"hot-knee": "longer"},
    "Z01": {**RIPPLE, "how-long": "1-to-3-months"},
    "Z00": {},
    "A01": OLD_PAIN,
    "A02": {"worst-pain": "3"},
    "A03": {"morning-stiffness": "over-1-hour"},
    "A03L": {"morning-stiffness": "over-1-hour", "other-joints": "both"},
    "A04": {**NEW_HOT, "knee-look": "one-day"},
    "A05": NEW_HOT,
    "A06": {},
    "A07": {"worst-pain": "not-sure", "hurts-when": "does-not-hurt"},
    "A08": {"operations": "knee-replacement"},
    "T01": {"worst-pain": "3", "tendon-pain": "yes"},
    "N01": {**WEAK_MONTHS, "thinner": "yes"},
    "N02": RIPPLE,
    "N03": URGE,
    "N03M": {**URGE, "urge-mimic": "yes"},
    "N04": {"back-to-leg-pain": "one-leg"},
    "N05": {**RIPPLE, "twitch-place": "left-shin", "toes-drag": "yes"},
    "N06": {"conditions": "nerve-disease"},
    "N07": {"weakness": "yes", "weak-where": ("one-arm", "one-leg")},
    "M01": {"medicines": "water-pills"},
    "M02": {"medicines": "antidepressants"},
    "M03": {"medicines": "steroids"},
    "M04": {"medicines": "stimulants"},
    "M05": {"medicines": "asthma-medicine"},
    "M06": {"medicines": "statins"},
    "M07": {"medicines": "blood-thinners"},
    "M08": {"medicines": "lithium"},
    "M09": {"medicines": "heart-pills"},
    "M10": {"medicines": "nausea-pills"},
    "M11": {"medicines": "diabetes-medicine"},
    "M12": {
        "medicines": ("antidepressants", "other-medicine"),
        "other-medicine-names": "tramadol",
    },
    "M13": {"medicines": "nausea-pills", "nausea-pills-names": "metoclopramide"},
    "M14": {"medicines": ("lithium", "water-pills")},
    "M15": {"medicines": "heart-pills", "heart-pills-names": "digoxin"},
    "M16": {"medicines": "asthma-medicine", "asthma-medicine-names": "budesonide"},
    "M17": {"medicines": "water-pills", "water-pills-names": "spironolactone"},
    "M18": {"medicines": "other-medicine", "other-medicine-names": "donepezil"},
    "H01": {"conditions": "pregnant"},
    "H02": {"conditions": "heart-or-stroke"},
    "L01": {"last-two-weeks": "more-sport"},
    "L02": {"last-two-weeks": "drank-little"},
    "L03": {"last-two-weeks": "stress"},
    "L04": {"last-two-weeks": "still-or-knelt"},
    "L05": {"last-two-weeks": "more-sport"},
    "L06": {"last-two-weeks": "no-warm-up"},
    "L07": {"last-two-weeks": "slept-badly"},
    "L08": {"last-two-weeks": "few-minerals"},
    "L09": {"last-two-weeks": "caffeine", "caffeine-drinks": "4-to-5"},
    "L10": {"last-two-weeks": "alcohol", "alcohol-drinks": "8-to-14"},
    "L11": {"last-two-weeks": "few-vitamins"},
    "L12": {"last-two-weeks": "nicotine"},
    "U04a": {"pain-every-night": "yes"},
    "U04b": {"trouble": "a-lot-day"},
    "U04c": {"cannot-stand": "new"},
    "U04d": {**NEW_HOT, **OLD_PAIN},
    "U07a": {"anything-else": "Some days I want to die."},
    "U07b": {"anything-else": "I get CHEST PAIN on the stairs."},
    "U07c": {"anything-else": "Since then I can\u2019t pee."},
    "U07d": {"anything-else": "My bottom is numb."},
    "U07e": {"anything-else": "Mi padre tuvo un derrame\ncerebral."},
    "U07f": {"anything-else": "A blood clot, years ago"},
    "U07g": {"anything-else": "Me cai en la cocina"},
    "U07h": {"anything-else": "no fever"},
    "U07i": {"anything-else": "I worry that it is cancer."},
    "U07j": {"anything-else": "Pus coming out of my knee replacement"},
    "U07k": {"anything-else": "Tengo la pierna fría y azul"},
    "U07l": {"anything-else": "Since noon I can\u2019t move my leg"},
    "U07m": {"anything-else": "Seizure this morning"},
    "U07n": {"anything-else": "I keep coughing up blood"},
}
AGES = {"S11": 24, "P31": 55, "P32": 49, "T01": 39}
"""Ages other than 50, at the edge where the rule has one."""
OF_EVERYBODY = {"Z00", "A06"}
"""What the harmless patient is told; a single answer silences each."""
SILENT = {"Z00": {"cold-leg": "not-sure"}, "A06": {"morning-stiffness": "not-sure"}}


def test_every_rule_has_an_example():
    assert set(FIRES) == {rule.code for rule in RULES.rules}


@pytest.mark.parametrize("code", FIRES)
def test_the_rule_fires(code):
    assert code in codes(judged(FIRES[code], AGES.get(code)))


@pytest.mark.parametrize("code", FIRES)
def test_the_rule_is_silent_otherwise(code):
    assert code not in codes(judged(SILENT.get(code, {}), 30))


@pytest.mark.parametrize("code", [code for code, stated in FIRES.items() if stated])
def test_every_answer_of_the_example_is_needed(code):
    """So that an example tests each of its answers; one that opens another question may stay."""
    for link_id in FIRES[code]:
        rest = {one: said for one, said in FIRES[code].items() if one != link_id}
        if not any(link_id in mentioned(c) for one in rest for c in CONDITIONS[one]):
            assert code not in codes(screen(harmless_but(rest, AGES.get(code)), RULES)), link_id


CONDITIONS = {placed.item.link_id: placed.conditions for placed in KNEE_TWITCHING.placed}
NO_ANSWER = QuestionnaireResponse(KNEE_TWITCHING, VISIT, Status.COMPLETED)


def whole(latent: Latent) -> QuestionnaireResponse:
    """The response of this patient; what was never asked is set aside by itself."""
    answers = {link_id: Answer(values, VISIT) for link_id, values in latent.items()}
    return NO_ANSWER.with_answers(answers)


def harmless_but(stated: Stated, age: int | None = None) -> QuestionnaireResponse:
    """The harmless patient but for these answers, of which some may never be asked for."""
    latent = dict(HARMLESS) if age is None else {**HARMLESS, "age": (age,)}
    for link_id, said in stated.items():
        assert said is not None
        latent[link_id] = (said,) if isinstance(said, str) else said
    return whole(latent)


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("E03", {"back-to-leg-pain": "no"}),
        ("E08", {"weakness-speed": "months"}),
        ("E08", {"weak-where": "one-leg"}),
        ("E09", {"after-injury": "longer-ago"}),
        ("E11", {"worst-pain": "6"}),
        ("E12", {"cannot-stand": "longer"}),
        ("E13", {"numbness": "over-a-year"}),
        ("E14", {"back-needle-when": "longer-ago"}),
        ("E15", {"movement": "ripple"}),
        ("E15", {"how-long": "1-to-3-months"}),
        ("E16", {"worst-pain": "6"}),
        ("S03", {"swollen-leg": "both-legs"}),
        ("S06", {"worst-pain": "3"}),
        ("S06", {"hurts-since": "1-to-3-months"}),
        ("S07", {"weakness-speed": "months"}),
        ("S08", {"weakness-speed": "1-to-4-weeks"}),
        ("S10", {"back-to-leg-pain": "both-old"}),
        ("S12", {"weakness-speed": "months"}),
        ("S12", {"medicines": "statins"}),
        ("S14", {"worst-pain": "6"}),
        ("S14", {"bend": "partly"}),
        ("S15", {"numb-where": "both-feet"}),
        ("S16", {"worst-pain": "3"}),
        ("S16", {"knee-needle-when": "last-3-months"}),
        ("P01", {"weakness-speed": "always"}),
        ("P10", {"bend": "partly"}),
        ("P11", {"knee-look": "puffy"}),
        ("P12", {"other-joints": "hands-or-feet"}),
        ("P14", {"numbness": "over-a-year"}),
        ("P16", {"how-long": "over-3-months"}),
        ("P16", {"medicines": "blood-thinners"}),
        ("P17", {"medicines": ("water-pills", "statins")}),
        ("M12", {"medicines": ("statins", "other-medicine")}),
        ("M12", {"other-medicine-names": "donepezil"}),
        ("M13", {"nausea-pills-names": "ondansetron"}),
        ("M14", {"medicines": ("lithium", "heart-pills")}),
        ("M15", {"heart-pills-names": "losartan"}),
        ("M16", {"asthma-medicine-names": "albuterol"}),
        ("M17", {"water-pills-names": "furosemide"}),
        ("M18", {"other-medicine-names": "do-not-know"}),
        ("P18", {"movement": "jerk"}),
        ("P20", {"trouble": "a-lot-day"}),
        ("P21", {"trend": "same"}),
        ("P33", {"how-long": "1-to-4-weeks"}),
        ("Z01", {"how-long": "1-to-4-weeks"}),
        ("A01", {"hurts-since": "under-4-weeks"}),
        ("A01", {"hurts-when": "at-rest"}),
        ("A01", {"morning-stiffness": "30-to-60-minutes"}),
        ("A01", {"growing-lump": "yes"}),
        ("A03", {"morning-stiffness": "30-to-60-minutes"}),
        ("A03L", {"other-joints": "hands-or-feet"}),
        ("A04", {"knee-look": "puffy"}),
        ("A04", {"after-injury": "last-week"}),
        ("N01", {"numbness": "new"}),
        ("N01", {"weakness-speed": "1-to-4-weeks"}),
        ("N05", {"twitch-place": "left-calf"}),
        ("N07", {"weak-where": "one-leg"}),
        ("L09", {"caffeine-drinks": "1-to-3"}),
        ("L10", {"alcohol-drinks": "up-to-7"}),
        ("L10", {"sex-at-birth": "male"}),
    ],
    ids=str,
)
def test_a_near_miss_is_a_miss(code, change):
    assert code not in codes(screen(harmless_but({**FIRES[code], **change}, AGES.get(code)), RULES))


@pytest.mark.parametrize(
    ("code", "stated", "at", "not_at"),
    [
        ("E07", NEW_HOT | {"knee-look": "hot"}, 80, 79),
        ("S11", FIRES["S11"], 24, 25),
        ("S11", {"walking-or-balance": "only-from-pain"}, 17, 18),
        ("S11", {"cannot-stand": "longer"}, 17, 18),
        ("P13", FIRES["P13"], 25, 24),
        ("S19", FIRES["S19"], 50, 49),
        ("P32", FIRES["P32"], 49, 50),
        ("P31", FIRES["P31"], 55, 54),
        ("T01", FIRES["T01"], 39, 40),
        ("A01", FIRES["A01"], 45, 44),
        ("A02", FIRES["A02"], 45, 44),
        ("A02", OLD_PAIN, 40, 39),
        ("A02", OLD_PAIN | {"after-injury": "longer-ago"}, 25, 24),
    ],
    ids=str,
)
def test_the_age_of_a_rule_is_exact(code, stated, at, not_at):
    assert code in codes(screen(harmless_but(stated, at), RULES))
    assert code not in codes(screen(harmless_but(stated, not_at), RULES))


# A medicine by name sharpens what is said of its class and never takes anything back.

NEW_TWITCH = {**RIPPLE, "new-medicine": "yes"}


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        (
            {"medicines": ("antidepressants", "nausea-pills"), "nausea-pills-names": "ondansetron"},
            "M12",
        ),
        (
            {"medicines": ("antidepressants", "other-medicine"),
             "other-medicine-names": "sumatriptan"},
            "M12",
        ),
        ({"medicines": "nausea-pills", "nausea-pills-names": "prochlorperazine"}, "M13"),
        ({"medicines": "other-medicine", "other-medicine-names": "quetiapine"}, "M13"),
        ({"medicines": ("lithium", "heart-pills"), "heart-pills-names": "valsartan"}, "M14"),
        ({"medicines": ("lithium", "heart-pills"), "heart-pills-names": "ramipril"}, "M14"),
        ({"medicines": "lithium", "last-two-weeks": "drank-little"}, "M14"),
        ({"medicines": "asthma-medicine", "asthma-medicine-names": "formoterol"}, "M16"),
        ({"medicines": "heart-pills", "heart-pills-names": "lisinopril"}, "M17"),
        ({"medicines": "immune-medicine", "immune-medicine-names": "tacrolimus"}, "M17"),
        ({"medicines": "other-medicine", "other-medicine-names": "tramadol", **NEW_TWITCH}, "P16"),
    ],
    ids=str,
)  # fmt: skip
def test_a_medicine_by_name_is_told_for_what_it_does(stated, code):
    assert code in codes(judged(stated))


def test_another_medicine_without_a_name_is_printed_and_not_raised():
    for name in ("do-not-know", None):
        names = {} if name is None else {"other-medicine-names": name}
        done = judged({"medicines": "other-medicine", **names, **NEW_TWITCH})
        assert (raised(done)["P16"], done.urgency) == (None, ROUTINE)


@pytest.mark.parametrize(
    ("stated", "addition"),
    [
        ({"medicines": ("heart-pills", "acid-pills"), "heart-pills-names": "digoxin"}, "M15"),
        (
            {"medicines": "heart-pills", "heart-pills-names": "digoxin",
             "last-two-weeks": "lost-fluid"},
            "M15",
        ),
        (
            {"medicines": "heart-pills", "heart-pills-names": "losartan",
             "conditions": "kidney-disease"},
            "M17",
        ),
        ({"medicines": "other-medicine", "other-medicine-names": "levofloxacin"}, "M18"),
    ],
    ids=str,
)  # fmt: skip
def test_what_makes_a_named_medicine_matter_more_is_said_with_it(stated, addition):
    (finding,) = [one for one in judged(stated).findings if one.rule.code == addition]
    assert finding.additions == (finding.rule.adds[0].text,)


@settings(max_examples=60)
@given(patients() | complicated_patients())
def test_a_name_never_lowers_the_level_and_takes_no_finding_of_its_class_away(latent):
    nameless = {link_id: said for link_id, said in latent.items() if not link_id.endswith("-names")}
    with_names, without = screen(asked(latent), RULES), screen(asked(nameless), RULES)
    assert without.urgency <= with_names.urgency
    classes = {f"M{number:02}" for number in range(1, 12)}
    assert classes & set(codes(without)) <= set(codes(with_names))


# What the patient wrote (U07).

IN_OWN_WORDS = {code for code in FIRES if code.startswith("U07")}
ASKED_ABOUT = {
    "U07b": {"heart-or-breath": "yes"},
    "U07c": {"bladder-or-bowel": "yes"},
    "U07d": {"saddle-numbness": "yes"},
    "U07e": {"sudden-weakness": "yes"},
    "U07f": {"swollen-leg": "one-leg"},
    "U07g": {"after-injury": "last-week"},
    "U07h": {"fever-or-ill": "yes"},
    "U07j": {"hot-knee": "new"},
    "U07k": {"cold-leg": "yes"},
    "U07l": {"sudden-weakness": "yes"},
    "U07m": {"confused-or-jerking": "yes"},
}
EVERY_WORD = RULES.words["anything-else"]


@pytest.mark.parametrize("code", sorted(IN_OWN_WORDS))
def test_own_words_raise_to_soon_and_wanting_to_die_to_same_day(code):
    level = SAME_DAY if code == "U07a" else SOON
    assert judged(FIRES[code]).urgency is level
    assert so_far(patient(FIRES[code], status=Status.IN_PROGRESS), RULES).urgency is level


@pytest.mark.parametrize("code", ASKED_ABOUT)
def test_what_was_answered_yes_is_not_said_again_in_own_words(code):
    answered = judged(ASKED_ABOUT[code])
    with_words = judged({**ASKED_ABOUT[code], **FIRES[code]})
    assert code not in codes(with_words)
    assert with_words.urgency is answered.urgency


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.STOPPED])
def test_what_nobody_wrote_is_never_asked_about(status):
    for response in (patient(status=status), replace(NO_ANSWER, status=status)):
        done = screen(response, RULES)
        assert not IN_OWN_WORDS & {*codes(done), *raised(done)}


@settings(max_examples=60)
@given(
    patients() | complicated_patients(),
    st.lists(st.sampled_from(EVERY_WORD) | st.text(max_size=40), max_size=5).map(" ".join),
)
def test_own_words_never_lower_the_level_and_are_never_an_emergency_by_themselves(latent, words):
    silent = {link_id: said for link_id, said in latent.items() if link_id != "anything-else"}
    without = screen(asked(silent), RULES)
    written = screen(asked(with_answer(silent, "anything-else", words)), RULES)
    assert without.urgency <= written.urgency
    assert written.urgency in {without.urgency, SOON, SAME_DAY}


# The set as a whole.


def test_red_flags_cannot_wait_and_warning_signs_can():
    for rule in RULES.rules:
        match rule:
            case RedFlag():
                assert rule.urgency in {SAME_DAY, EMERGENCY}, rule.code
            case WarningSign():
                assert rule.urgency in {ROUTINE, SOON}, rule.code
            case _:
                assert rule.urgency is None, rule.code


def test_a_rule_never_yields_to_one_that_may_stay_silent_though_it_fires():
    for rule in RULES.rules:
        for code in rule.yields_to:
            other = RULES.rule(code)
            match other:
                case WarningSign():
                    assert not other.beside_others, rule.code
                    assert not other.only_alone, rule.code
                case Presentation():
                    assert not other.reassuring, rule.code
                case _:
                    pass


def test_a_rule_yields_only_to_one_that_rests_on_an_answer_of_its_own():
    for rule in RULES.rules:
        for code in rule.yields_to:
            shared = mentioned(rule.when) & mentioned(RULES.rule(code).when)
            assert shared or rule.code in IN_OWN_WORDS, (rule.code, code)


def test_following_what_yields_to_what_comes_to_an_end():
    def behind(code: str, before: tuple[str, ...]) -> None:
        assert code not in before, f"{code} yields to itself by way of {before}"
        for other in RULES.rule(code).yields_to:
            behind(other, (*before, code))

    for rule in RULES.rules:
        behind(rule.code, ())


def test_every_safety_and_warning_item_is_used_by_a_rule_that_raises():
    raising = [rule for rule in RULES.rules if rule.urgency and rule.urgency > ROUTINE]
    used = {link_id for rule in raising for link_id in mentioned(rule.when)}
    assert {item.link_id for item in RAISING} <= used


# Safety items.


def worst(item: Choice) -> tuple[str, ...]:
    """The most urgent answer; of a question that takes several, every one as urgent as that."""
    highest = max(option.concern for option in item.options)
    ticks = tuple(option.code for option in item.options if option.concern == highest)
    return ticks if item.repeats else ticks[:1]


def mildest(item: Choice) -> str:
    return min(item.options, key=lambda option: option.concern).code


SAFETY = [item for item in RAISING if item.role is Role.SAFETY]


def named(item: Choice) -> str:
    return item.link_id


@pytest.mark.parametrize("item", SAFETY, ids=named)
@pytest.mark.parametrize("age", [9, 30, 50, 85])
def test_the_worst_answer_to_a_direct_safety_question_alone_is_same_day_or_higher(item, age):
    assert judged({item.link_id: worst(item)}, age).urgency >= SAME_DAY


@pytest.mark.parametrize("item", SAFETY, ids=named)
def test_a_direct_safety_question_left_open_is_soon_or_higher_and_its_question_is_named(item):
    for left in ("not-sure", None):
        done = judged({item.link_id: left})
        open_questions = {link_id for one in done.could_not_rule_out for link_id in one.ask}
        reasons = {e.link_id for finding in done.findings for e in finding.because}
        assert done.urgency >= SOON
        assert item.link_id in open_questions | reasons


@pytest.mark.parametrize(
    "link_id",
    ["heart-or-breath", "bladder-or-bowel", "saddle-numbness", "sudden-weakness", "cold-leg"],
)
def test_one_of_the_first_five_questions_left_open_is_same_day(link_id):
    for left in ("not-sure", None):
        done = judged({link_id: left})
        assert (done.urgency, codes(done)[0]) == (SAME_DAY, "S17")


def levels(latent: Latent, item: Choice) -> tuple[Urgency, Urgency, Urgency]:
    """The level with the mildest answer to the item, with "not sure", and with the worst."""
    mild, unsure, bad = (
        screen(whole(with_answer(latent, item.link_id, *values)), RULES).urgency
        for values in ((mildest(item),), ("not-sure",), worst(item))
    )
    return mild, unsure, bad


@pytest.mark.parametrize("item", RAISING, ids=named)
def test_no_is_not_above_not_sure_and_the_worst_is_not_below_it(item):
    mild, unsure, bad = levels(HARMLESS, item)
    assert mild <= unsure <= bad


@settings(max_examples=200)
@given(patients(), st.lists(st.sampled_from(RAISING), min_size=6, max_size=6, unique=True))
def test_nor_is_it_for_any_patient(latent, items):
    for item in items:
        mild, unsure, bad = levels(latent, item)
        assert mild <= unsure <= bad, item.link_id


@pytest.mark.parametrize("item", RAISING, ids=named)
def test_nor_is_it_where_one_more_question_is_not_sure(item):
    """The edge where a rule hangs on two answers: one the item's, the other never given."""
    for other in ("movement", "conditions", "medicines", "operations", "last-two-weeks", "trend"):
        mild, unsure, bad = levels(with_answer(HARMLESS, other, "not-sure"), item)
        assert mild <= unsure <= bad, other


@pytest.mark.parametrize("item", SAFETY, ids=named)
def test_a_safety_answer_taken_back_keeps_its_level_until_staff_confirm(item):
    given = (
        (Informant.PATIENT, "", True),
        (Informant.STAFF, "", True),
        (Informant.STAFF, "QX", False),
    )
    for by, initials, stands in given:
        said = Answer((mildest(item),), VISIT, by, initials, replaced=(Answer(worst(item), VISIT),))
        response = patient()
        done = screen(response.with_answers({**response.answers, item.link_id: said}), RULES)
        assert (done.urgency >= SAME_DAY) is stands
        assert (item.link_id in {one.link_id for one in done.disagreements}) is stands


# What is known already while the interview runs.


@settings(max_examples=60)
@given(patients() | complicated_patients(), st.integers(0, 70))
def test_the_level_never_falls_below_what_was_known_on_the_way(latent, length):
    response = asked(latent)
    order = [link_id for link_id in KNEE_TWITCHING.questions if link_id in response.answers]
    part = {link_id: response.answers[link_id] for link_id in order[:length]}
    running = QuestionnaireResponse(KNEE_TWITCHING, VISIT, Status.IN_PROGRESS, part)
    known = so_far(running, RULES)
    assert known.urgency <= screen(response, RULES).urgency
    assert known.urgency <= screen(running, RULES).urgency
    later = screen(response, RULES)
    for finding in known.findings:
        stands_in = {finding.rule.code, *finding.rule.yields_to}
        assert stands_in & set(codes(later)), finding.rule.code


def test_an_emergency_is_known_at_once():
    first = {"who-answers": "me", "heart-or-breath": "yes"}
    answers = {link_id: Answer((value,), VISIT) for link_id, value in first.items()}
    running = QuestionnaireResponse(KNEE_TWITCHING, VISIT, Status.IN_PROGRESS, answers)
    assert codes(so_far(running, RULES)) == ["E01"]


def test_nothing_is_known_of_a_patient_who_has_said_nothing():
    running = QuestionnaireResponse(KNEE_TWITCHING, VISIT, Status.IN_PROGRESS)
    assert so_far(running, RULES).findings == ()
    assert screen(running, RULES).urgency is SAME_DAY


# A patient who stops.


@pytest.mark.parametrize("status", [Status.STOPPED, Status.IN_PROGRESS])
def test_a_patient_who_stops_is_same_day_and_the_title_says_so(status):
    done = screen(patient(status=status), RULES)
    (finding,) = [one for one in done.findings if one.rule.code == "S17"]
    assert done.urgency is SAME_DAY
    assert finding.title == "Safety questions left open; the patient stopped before the end"


def test_a_patient_who_finishes_is_not_said_to_have_stopped():
    assert "S17" not in codes(judged({}))
    unsure = judged({"cold-leg": "not-sure"}).findings
    assert unsure[0].title == RULES.rule("S17").title == "Safety questions left open"


# What cannot be ruled out (U01), on the real rules.


@pytest.mark.parametrize(
    ("stated", "code", "raises_to", "level"),
    [
        # An emergency rule, another part true.
        ({**WEAK_WEEKS, "weak-where": "not-sure"}, "E08", SAME_DAY, SAME_DAY),
        ({**NEW_HOT, "conditions": "not-sure"}, "E07", SAME_DAY, SAME_DAY),
        ({"worst-pain": "8", "hard-leg": "not-sure"}, "E16", SAME_DAY, SAME_DAY),
        # A same-day rule, another part true.
        ({"worst-pain": "8", "bend": "not-sure"}, "S14", SOON, SOON),
        ({"medicines": "lithium", "last-two-weeks": "not-sure"}, "S21", SOON, SOON),
        # A warning item open, nothing else true.
        ({"hot-knee": "not-sure"}, "S01", SOON, SOON),
        ({"thinner": "not-sure"}, "P02", SOON, SOON),
        ({"pain-every-night": "not-sure"}, "P13", SOON, SOON),
        ({"weakness": "yes", "weakness-speed": "not-sure"}, "S08", SOON, SOON),
        # Only context open.
        ({"movement": "not-sure"}, "S13", None, ROUTINE),
        ({**RIPPLE, "medicines": "statins", "new-medicine": "not-sure"}, "P16", None, ROUTINE),
        ({"medicines": "statins", "new-medicine": "not-sure"}, "P36", None, ROUTINE),
        ({"conditions": "not-sure"}, "P12", None, ROUTINE),
        # A rule that is only shown.
        ({"trend": "not-sure"}, "P04", None, ROUTINE),
        ({"other-parts": "not-sure"}, "P03", None, ROUTINE),
        # One soft sign true and another not known.
        ({"other-parts": "elsewhere", "trend": "not-sure"}, "P21", SOON, SOON),
        ({"after-injury": "longer-ago", "trouble": "not-sure"}, "P21", SOON, SOON),
    ],
)
def test_what_could_not_be_ruled_out_raises_as_far_as_it_should(stated, code, raises_to, level):
    done = judged(stated)
    assert code in raised(done)
    assert (raised(done)[code], done.urgency) == (raises_to, level)


# Saddle numbness not known (cauda equina).


@pytest.mark.parametrize(
    "sign",
    [
        {"bladder-or-bowel": "yes"},
        WEAK_WEEKS,
        {"weakness": "yes", "weakness-speed": "not-sure"},
        {"weakness": "yes", "weakness-speed": None},
        {"toes-drag": "yes", "weakness-speed": "hours"},
        {"toes-drag": "yes", "weakness-speed": "not-sure"},
        {"numbness": "new"},
        {"back-to-leg-pain": "both-new"},
        {"operations": "back-surgery"},
        {"operations": "back-needle"},
    ],
    ids=str,
)
def test_saddle_numbness_not_sure_with_a_new_leg_or_back_sign_is_an_emergency(sign):
    done = judged({"saddle-numbness": "not-sure", **sign})
    assert "E13" in codes(done)
    assert done.urgency is EMERGENCY
    assert "E13" not in codes(judged({"saddle-numbness": "no", **sign}))
    sure = codes(judged({"saddle-numbness": "yes", **sign}))
    assert "E02" in sure
    assert "E13" not in sure


@pytest.mark.parametrize(
    "sign",
    [WEAK_MONTHS, {"numbness": "over-a-year"}, {"back-to-leg-pain": "both-old"}, {}],
    ids=str,
)
def test_saddle_numbness_not_sure_with_old_signs_is_same_day(sign):
    done = judged({"saddle-numbness": "not-sure", **sign})
    assert done.urgency is SAME_DAY
    assert "E13" not in codes(done)


# The hot knee and the replaced, operated or injected knee.

OPERATED = {
    "knee-replacement": {"operations": "knee-replacement"},
    "knee-surgery": {"operations": "knee-surgery", "knee-surgery-when": "last-3-months"},
    "knee-needle": {"operations": "knee-needle", "knee-needle-when": "last-3-months"},
}
SIDES = ("right", "left", "both", "not-sure", None)


@pytest.mark.parametrize("operation", OPERATED)
@pytest.mark.parametrize("operated", SIDES)
@pytest.mark.parametrize("hot", SIDES)
def test_a_hot_knee_is_high_risk_unless_it_is_known_to_be_the_other_one(hot, operated, operation):
    stated = {**NEW_HOT, **OPERATED[operation], "which-knee": hot, f"{operation}-side": operated}
    found = codes(judged(stated))
    if {hot, operated} == {"right", "left"}:
        assert "E07" not in found
        assert "S01" in found
    else:
        assert "E07" in found
        assert "S01" not in found


@pytest.mark.parametrize("operation", ["knee-surgery", "knee-needle"])
@pytest.mark.parametrize(
    ("when", "emergency"),
    [("last-2-weeks", True), ("last-3-months", True), ("longer-ago", False), ("not-sure", False)],
)
def test_an_operated_or_injected_knee_is_high_risk_for_three_months(operation, when, emergency):
    stated = {
        **NEW_HOT,
        "operations": operation,
        f"{operation}-when": when,
        f"{operation}-side": "right",
    }
    done = judged(stated)
    assert ("E07" in codes(done)) is emergency
    assert raised(done).get("E07") == (SAME_DAY if when == "not-sure" else None)


@pytest.mark.parametrize("when", ["last-2-weeks", "last-3-months", "longer-ago", "not-sure"])
def test_a_replaced_knee_stays_high_risk_for_ever(when):
    assert "E07" in codes(judged({**NEW_HOT, **REPLACED, "knee-replacement-when": when}))


def test_a_warm_knee_for_longer_is_not_the_new_hot_knee():
    done = judged({**REPLACED, "hot-knee": "longer", "knee-look": "puffy"})
    assert not {"E07", "S01", "S06"} & set(codes(done))


# An injury hides nothing.


@pytest.mark.parametrize("injury", ["no", "longer-ago", "last-week", "not-sure"])
@pytest.mark.parametrize("bend", ["hardly", "locks"])
def test_severe_pain_in_a_knee_that_will_not_move_is_same_day_whatever_came_before(injury, bend):
    done = judged({"worst-pain": "8", "bend": bend, "after-injury": injury})
    assert "S14" in codes(done)


@pytest.mark.parametrize("code", [rule.code for rule in RULES.rules if rule.kind is Kind.RED_FLAG])
def test_an_injury_switches_no_red_flag_off(code):
    before, after = (
        screen(harmless_but({**FIRES[code], "after-injury": injury}, AGES.get(code)), RULES)
        for injury in ("no", "last-week")
    )
    assert set(codes(before)) & RED_CODES <= set(codes(after))
    assert before.urgency <= after.urgency


RED_CODES = {rule.code for rule in RULES.rules if rule.kind is Kind.RED_FLAG}


# What reassures.


@settings(max_examples=100)
@given(patients())
def test_a_benign_pattern_never_stands_beside_what_cannot_wait_and_no_sign_stands_alone(latent):
    done = screen(whole(with_answer(latent, "movement", "ripple")), RULES)
    found = set(codes(done))
    if "N02" in found:
        assert not found & RED_CODES
        assert done.urgency <= SOON
        open_rules = [one.rule.urgency or ROUTINE for one in done.could_not_rule_out]
        assert max(open_rules, default=ROUTINE) < SAME_DAY
    if "Z00" in found:
        assert not done.of_kind(Kind.RED_FLAG)
        assert [finding.rule.code for finding in done.of_kind(Kind.WARNING_SIGN)] == ["Z00"]
        assert (done.could_not_rule_out, done.urgency) == ((), ROUTINE)


@pytest.mark.parametrize(
    "code", [code for code in FIRES if code in RED_CODES and "movement" not in FIRES[code]]
)
def test_the_benign_pattern_is_not_said_beside_this_red_flag(code):
    found = codes(screen(harmless_but({**FIRES[code], **RIPPLE}, AGES.get(code)), RULES))
    assert code in found
    assert "N02" not in found


@pytest.mark.parametrize(
    "sign",
    [
        {"weakness": "yes"},
        {"toes-drag": "yes"},
        {"thinner": "yes"},
        {"numbness": "over-a-year"},
        {"speech-or-swallowing": "yes"},
        {"back-to-leg-pain": "one-leg"},
        {"walking-or-balance": "unsteady"},
        {"trend": "worse"},
        {"growing-lump": "yes"},
        {"pain-every-night": "yes"},
        {"weight-sweats-or-bruises": "yes"},
    ],
    ids=str,
)
def test_the_benign_pattern_is_said_only_where_these_are_known_not_to_be_so(sign):
    ((link_id, _),) = sign.items()
    assert "N02" in codes(judged(RIPPLE))
    assert "N02" not in codes(judged({**RIPPLE, **sign}))
    assert "N02" not in codes(judged({**RIPPLE, link_id: "not-sure"}))


# Arthritis.


@pytest.mark.parametrize(
    ("stated", "age", "level", "kinds"),
    [
        ({}, 50, "none", ()),
        (OLD_PAIN, 50, "likely", ("osteoarthritis",)),
        (OLD_PAIN, 42, "possible", ("osteoarthritis",)),
        (OLD_PAIN, 30, "none", ()),
        (OLD_PAIN | {"after-injury": "longer-ago"}, 30, "possible", ("osteoarthritis",)),
        (OLD_PAIN | {"growing-lump": "yes"}, 50, "possible", ("osteoarthritis",)),
        (NEW_HOT | {"knee-look": "one-day"}, 30, "possible", ("crystal", "infection concern")),
        ({"other-joints": "both", "conditions": "joint-disease"}, 30, "likely", ("inflammatory",)),
        ({"hot-knee": "not-sure"}, 30, "cannot_tell", ()),
        ({"morning-stiffness": "not-sure"}, 50, "cannot_tell", ()),
        ({"worst-pain": "3", "hurts-when": "not-sure"}, 50, "possible", ("osteoarthritis",)),
    ],
)
def test_how_far_the_answers_fit_arthritis(stated, age, level, kinds):
    done = judged(stated, age).arthritis
    assert (done.level.value, done.kinds) == (level, kinds)


# What "No to all of these" answered and was asked again (U02).

AGAIN = {
    "saddle-numbness-again": ("right-now-no-to-all", {"operations": "back-surgery"}, "E02"),
    "bladder-or-bowel-again": ("right-now-no-to-all", {"operations": "back-needle"}, "E03"),
    "fever-or-ill-again": ("your-body-no-to-all", {"hot-knee": "new"}, "E06"),
}


@pytest.mark.parametrize("again", AGAIN)
def test_a_second_asking_answered_yes_counts_like_the_first(again):
    tick, stated, code = AGAIN[again]
    grouped: Stated = {**stated, tick: (True,)}
    assert code not in codes(judged(grouped))
    asked_twice = judged({**grouped, again: "yes"})
    assert code in codes(asked_twice)
    first = KNEE_TWITCHING.choice(again).asks_again
    assert [one.link_id for one in asked_twice.disagreements] == [first]
    evidence = next(f for f in asked_twice.findings if f.rule.code == code).because
    assert first in {one.link_id for one in evidence}


@pytest.mark.parametrize("again", AGAIN)
def test_a_second_asking_left_open_is_not_no(again):
    tick, stated, code = AGAIN[again]
    left = judged({**stated, tick: (True,), again: None})
    assert code in raised(left)
    assert left.urgency >= SOON


# Answers that do not fit together (U04).

CONTRADICTIONS = [rule for rule in RULES.rules if isinstance(rule, Contradiction)]


@pytest.mark.parametrize("rule", CONTRADICTIONS, ids=lambda rule: rule.code)
def test_the_patient_is_asked_which_is_right_where_answers_disagree_and_nowhere_else(rule):
    asked_by = {placed.item.link_id: placed for placed in KNEE_TWITCHING.placed}[rule.asked_by]
    stated = FIRES[rule.code]
    disagreeing = patient(stated)
    assert rule.asked_by in disagreeing.answers
    assert mentioned(AllOf(asked_by.conditions)) == mentioned(rule.when)
    for link_id in mentioned(rule.when) & stated.keys():
        kept = {key: value for key, value in stated.items() if key != link_id}
        followed = {key: value for key, value in kept.items() if key in patient().answers}
        assert rule.asked_by not in patient(followed).answers, link_id


@pytest.mark.parametrize("rule", CONTRADICTIONS, ids=lambda rule: rule.code)
@pytest.mark.parametrize("said", ["both-right", "not-sure"])
def test_whichever_is_said_to_be_right_answers_that_still_disagree_are_told(rule, said):
    assert rule.code in codes(judged({**FIRES[rule.code], rule.asked_by: said}))
