"""Made-up patients, plainly made up, for looking at the page."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from intake.answers import Answer, Informant, Mode, Value
from intake.correction import Correction, PutRight, put_right
from intake.fhir.ticks import untold_ticks
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice
from intake.response import Person, QuestionnaireResponse, Status
from reports.summarize import summarize
from reports.summary import Summary
from reports.visit import Corrected, Seen, Visit
from screening.record import assessed
from screening.rules import RULES

NOW = datetime(2026, 11, 20, 14, 16, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
GROUPED = (
    "bladder-or-bowel", "saddle-numbness", "sudden-weakness", "cold-leg", "swollen-leg",
    "hurt-leg", "cannot-stand", "hard-leg", "speech-or-swallowing", "confused-or-jerking",
    "headache-jaw-or-sight", "brown-urine", "toes-drag", "thinner", "weight-sweats-or-bruises",
    "pain-every-night", "growing-lump",
)  # fmt: skip
ROUTINE: dict[str, Value | tuple[Value, ...]] = {
    "who-answers": "me",
    "birth-date": date(1964, 3, 14),
    "age": 62,
    "sex-at-birth": "female",
    "heart-or-breath": "no",
    "which-knee": "right",
    "hot-knee": "no",
    "after-injury": "no",
    "fever-or-ill": "no",
    "worst-pain": "4",
    "movement": "ripple",
    "twitch-place": ("right-front-thigh", "right-kneecap"),
    "how-long": "1-to-3-months",
    "trend": "same",
    "worst-when": "at-rest",
    "trouble": "a-little",
    "weakness": "no",
    "numbness": "no",
    "walking-or-balance": "no",
    "other-parts": "no",
    "back-to-leg-pain": "no",
    "other-joints": "no",
    "hurts-when": "in-use",
    "hurts-since": "years",
    "morning-stiffness": "up-to-30-minutes",
    "bend": "yes",
    "operations": ("none",),
    "conditions": ("none",),
    "medicines": ("none",),
    "last-two-weeks": ("slept-badly", "caffeine"),
    "caffeine-drinks": "4-to-5",
    "urge-to-move": "no",
    "worry": "joint-disease",
    "anything-else": "It twitches when I sit down in the evening & watch TV <about an hour>.",
}
WORST: dict[str, Value | tuple[Value, ...]] = {
    **ROUTINE,
    "sex-at-birth": "male",
    "heart-or-breath": "yes",
    "bladder-or-bowel": "yes",
    "saddle-numbness": "yes",
    "sudden-weakness": "yes",
    "cold-leg": "yes",
    "hot-knee": "new",
    "knee-look": ("hot", "red", "purple", "wound", "one-day"),
    "swollen-leg": "one-leg",
    "hurt-leg": "yes",
    "injury-signs": ("out-of-shape", "foot-numb-or-cold", "cannot-bend", "cannot-lift"),
    "cannot-stand": "new",
    "hard-leg": "yes",
    "after-injury": "last-week",
    "fever-or-ill": "yes",
    "speech-or-swallowing": "yes",
    "confused-or-jerking": "yes",
    "headache-jaw-or-sight": "yes",
    "brown-urine": "yes",
    "clot-risk": ("surgery-or-cast", "in-bed", "cancer-care"),
    "worst-pain": "9",
    "movement": "jerk",
    "twitch-place": (
        "right-front-thigh", "left-front-thigh", "right-kneecap", "right-outer", "left-calf",
        "right-back-thigh", "left-shin",
    ),
    "how-long": "1-to-4-weeks",
    "trend": "worse",
    "trouble": "a-lot-both",
    "weakness": "yes",
    "toes-drag": "yes",
    "thinner": "yes",
    "numbness": "new",
    "walking-or-balance": "unsteady",
    "other-parts": "elsewhere",
    "weakness-speed": "days",
    "weak-where": ("both-legs", "one-arm"),
    "numb-where": ("outer-shin", "mouth-or-hands", "both-feet"),
    "back-to-leg-pain": "both-new",
    "weight-sweats-or-bruises": "yes",
    "pain-every-night": "yes",
    "growing-lump": "yes",
    "other-joints": "both",
    "hurts-when": "both",
    "hurts-since": "under-4-weeks",
    "morning-stiffness": "over-1-hour",
    "bend": "hardly",
    "operations": ("back-surgery", "back-needle", "knee-replacement", "knee-surgery",
                   "knee-needle"),
    "back-surgery-when": "last-3-months",
    "back-needle-when": "last-2-weeks",
    "knee-replacement-when": "longer-ago",
    "knee-replacement-side": "right",
    "knee-surgery-when": "longer-ago",
    "knee-surgery-side": "left",
    "knee-needle-when": "last-2-weeks",
    "knee-needle-side": "right",
    "conditions": ("joint-disease", "gout", "diabetes", "kidney-disease", "weak-immune",
                   "nerve-disease", "skin-infection"),
    "medicines": ("water-pills", "heart-pills", "blood-thinners", "antidepressants", "lithium",
                  "steroids", "stimulants", "asthma-medicine", "statins", "acid-pills",
                  "nausea-pills", "diabetes-medicine", "immune-medicine", "other-medicine"),
    "new-medicine": "yes",
    "last-two-weeks": ("more-sport", "no-warm-up", "still-or-knelt", "drank-little", "lost-fluid",
                       "slept-badly", "stress", "few-minerals", "few-vitamins", "caffeine",
                       "alcohol", "nicotine"),
    "caffeine-drinks": "6-or-more",
    "alcohol-drinks": "15-or-more",
    "nicotine-kind": ("cigarettes", "vape"),
    "urge-to-move": "yes",
    "urge-at-rest": "yes",
    "urge-eased": "yes",
    "urge-at-night": "yes",
    "urge-mimic": "not-sure",
    "anything-else": ("It keeps jumping at night, like a fish under the skin. " * 40)[:2000],
}  # fmt: skip
DAVID = Person("Delgado-Łukasik", "María Teresa", date(1964, 3, 14), "7F3K-Q2MN")
WHY = "Asked aloud while the patient stood: that was last winter, and has not come back since"
VISIT = Visit(NEW_YORK, "0.1.0", "3f9a2c1d")


def response(
    answers: Mapping[str, Value | tuple[Value, ...]],
    patient: Person = DAVID,
    status: Status = Status.COMPLETED,
    by: Informant = Informant.PATIENT,
) -> QuestionnaireResponse:
    given = {link_id: _answer(link_id, value, by) for link_id, value in answers.items()}
    if status is Status.COMPLETED:
        for link_id in GROUPED:
            at = NOW - timedelta(minutes=6)
            given.setdefault(link_id, Answer(("no",), at, by, mode=Mode.GROUP))
    given |= untold_ticks(KNEE_TWITCHING.items, given)
    return QuestionnaireResponse(KNEE_TWITCHING, NOW, status, given, patient)


def _answer(link_id: str, value: Value | tuple[Value, ...], by: Informant) -> Answer:
    values = value if isinstance(value, tuple) else (value,)
    item = KNEE_TWITCHING.questions[link_id]
    assert not isinstance(item, Choice) or all(item.option(each) for each in values), link_id
    return Answer(values, NOW - timedelta(minutes=5), by)


def summary(
    answers: Mapping[str, Value | tuple[Value, ...]] = ROUTINE,
    visit: Visit = VISIT,
    **about: object,
) -> Summary:
    record = response(answers, **about)  # type: ignore[arg-type]
    return summarize(record, assessed(record, RULES), visit)


def neurological() -> Summary:
    """A companion helps; one answer was changed; staff have come."""
    answers = {
        **ROUTINE, "who-answers": "someone-helps", "weakness": "yes", "toes-drag": "yes",
        "weakness-speed": "days", "weak-where": ("one-leg",), "numbness": "new",
        "numb-where": ("outer-shin",), "medicines": ("water-pills", "steroids"),
        "new-medicine": "yes", "trend": "worse", "walking-or-balance": "unsteady",
        "twitch-place": ("right-outer", "right-shin"), "operations": ("knee-replacement",),
        "knee-replacement-when": "longer-ago", "knee-replacement-side": "left",
        "last-two-weeks": ("lost-fluid",), "saddle-numbness": "not-sure",
    }  # fmt: skip
    answers.pop("caffeine-drinks")
    record = response(answers, by=Informant.COMPANION)
    changed = dict(record.answers)
    old = Answer(("yes",), NOW - timedelta(minutes=9), Informant.COMPANION)
    changed["fever-or-ill"] = Answer(("no",), NOW, Informant.COMPANION, replaced=(old,))
    record = record.with_answers(changed)
    assessment = assessed(record, RULES)
    seen = tuple(
        Seen(f.code, NOW - timedelta(minutes=4), NOW - timedelta(minutes=3), "RN-07",
             "vitals taken, may go on")
        for f in assessment.findings[:3]
    )  # fmt: skip
    return summarize(record, assessment, Visit(NEW_YORK, "0.1.0", "3f9a2c1d", seen=seen))


def corrected(seen: tuple[Seen, ...] = ()) -> Summary:
    """Staff put two answers right, one of them twice; the level fell."""
    record = response({**ROUTINE, "cold-leg": "yes"})
    told = []
    for minutes, (link_id, *values) in enumerate(
        (("cold-leg", "no"), ("worst-pain", "9"), ("worst-pain", "2")), start=8
    ):
        at = NOW + timedelta(minutes=minutes)
        record = put_right(record, PutRight(link_id, tuple(values), at, "NT"))
        told.append(Corrected(at, Correction(link_id=link_id, by="Nora Testnurse", why=WHY)))
    visit = replace(VISIT, version=4, replaces=NOW, corrected=tuple(told), seen=seen)
    return summarize(record, assessed(record, RULES), visit)


def interrupted() -> Summary:
    """The patient stopped half-way through the second grid."""
    first = dict(list(ROUTINE.items())[:7])
    stopped = {**first, "bladder-or-bowel": "no", "right-now-no-to-all": False}
    return summary(stopped, status=Status.STOPPED)


def worst() -> Summary:
    """Everything at once, under a very long name."""
    name = Person("Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley",
                  "Hubert Blaine Maximilian Alexander", date(1944, 3, 14), "7F3K-Q2MN")  # fmt: skip
    return summary({**WORST, "age": 82, "birth-date": date(1944, 3, 14)}, patient=name,
                   visit=Visit(NEW_YORK, "0.1.0", "3f9a2c1d", demo=True))  # fmt: skip
