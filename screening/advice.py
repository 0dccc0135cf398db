"""CONTENT: advice a clinician may release after a routine assessment, and what hides each."""

from intake.criteria import AllOf
from intake.knee_twitching import sources
from intake.knee_twitching.history import (
    BACK_NEEDLE_WHEN,
    BACK_SURGERY_WHEN,
    CONDITIONS,
    HEART_OR_STROKE,
    KIDNEY_DISEASE,
    KNEE_NEEDLE_WHEN,
    KNEE_REPLACEMENT_WHEN,
    KNEE_SURGERY_WHEN,
    LAST_2_WEEKS,
    LAST_3_MONTHS,
    PREGNANT,
    SKIN_INFECTION,
)
from intake.knee_twitching.medicine_names import POTASSIUM_RAISING_IMMUNE
from intake.knee_twitching.medicines import (
    HEART_PILLS,
    MEDICINES,
    NAMED_IMMUNE_MEDICINE,
    WATER_PILLS,
)
from intake.knee_twitching.nerves import NUMBNESS
from intake.knee_twitching.options import NO
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.knee_twitching.safety import (
    AFTER_INJURY,
    CANNOT_STAND,
    COLD_LEG,
    HARD_LEG,
    HOT_KNEE,
    LAST_WEEK,
)
from screening.advising import Advice, AdviceSet
from screening.contributors import L10

# A guard says what must be known before the advice is offered. Not sure, not answered and
# disagreement hide it.
NO_FLUID_LIMIT = ~CONDITIONS.is_(HEART_OR_STROKE, KIDNEY_DISEASE) & ~MEDICINES.is_(WATER_PILLS)
"""GUARD-FLUID: heart or kidney disease, or water pills: more to drink may harm."""
NO_POTASSIUM_LIMIT = (
    ~CONDITIONS.is_(KIDNEY_DISEASE)
    & ~MEDICINES.is_(WATER_PILLS, HEART_PILLS)
    & ~NAMED_IMMUNE_MEDICINE.is_(*POTASSIUM_RAISING_IMMUNE)
)
"""GUARD-K: potassium may already be high with kidney disease or any of these pills.

A name never lifts it: water pills and heart pills hide whichever they are, and an immune medicine
without a name may be the one that raises potassium.
"""
FRESH_NEEDLE = KNEE_NEEDLE_WHEN.is_(LAST_2_WEEKS) | BACK_NEEDLE_WHEN.is_(LAST_2_WEEKS)
NO_OPEN_SKIN = ~(
    CONDITIONS.is_(SKIN_INFECTION)
    | KNEE_REPLACEMENT_WHEN.is_(LAST_2_WEEKS)
    | KNEE_SURGERY_WHEN.is_(LAST_2_WEEKS)
    | BACK_SURGERY_WHEN.is_(LAST_2_WEEKS)
    | FRESH_NEEDLE
)
"""No wound or infection of the skin, and none made by an operation or a needle in 2 weeks."""
NOT_OPERATED_LATELY = ~(
    KNEE_REPLACEMENT_WHEN.is_(LAST_2_WEEKS, LAST_3_MONTHS)
    | KNEE_SURGERY_WHEN.is_(LAST_2_WEEKS, LAST_3_MONTHS)
    | BACK_SURGERY_WHEN.is_(LAST_2_WEEKS, LAST_3_MONTHS)
)
FEELS_HEAT_AND_COLD = HOT_KNEE.is_(NO) & NUMBNESS.is_(NO) & COLD_LEG.is_(NO) & NO_OPEN_SKIN
"""GUARD-HEAT: no hot, numb, cold or open skin, hence none in diabetes either."""
FIT_TO_MOVE = (
    CANNOT_STAND.is_(NO)
    & HARD_LEG.is_(NO)
    & AFTER_INJURY.known_not(LAST_WEEK)
    & NOT_OPERATED_LATELY
    & NO_OPEN_SKIN
)
"""Stands, has no hard leg, no fresh injury or operation, and skin that may go into a pool."""
NO_ALCOHOL_PROBLEM = ~L10.when
"""Alcohol within the low-risk level: cutting down from more needs a clinician (withdrawal)."""
NOT_PREGNANT = ~CONDITIONS.is_(PREGNANT)
ALWAYS = AllOf(())

ADV_GEN = Advice(
    code="ADV-GEN",
    name="plan-and-medicines",
    text=(
        "Your care plan will be made to fit you. Small changes in daily life can help. "
        "Keep taking your medicines. Do not stop one on your own."
    ),
    safe_when=ALWAYS,
    claims=("A-003", "A-048", "A-075", "A-110", "A-126", "B-061"),
    sources=(sources.OURS,),
    remark="Offered with any other advice, so that none is read as a reason to stop a medicine.",
)
ADV_WATER = Advice(
    code="ADV-WATER",
    name="drink-through-the-day",
    text="Sip water through the day. Have more when it is hot or when you sweat.",
    safe_when=NO_FLUID_LIMIT,
    claims=("A-106", "B-015", "B-062"),
    sources=(sources.OURS,),
)
ADV_DIET = Advice(
    code="ADV-DIET",
    name="mixed-food",
    text=(
        "Eat a mix of foods that suit you. Good ones are fruit, greens, beans, nuts, dairy, "
        "eggs and fish."
    ),
    safe_when=NO_POTASSIUM_LIMIT,
    claims=("A-087", "A-107", "B-063", "B-064", "B-065"),
    sources=(sources.LABELS, sources.OURS),
    remark=(
        "Nearly every food named is rich in potassium, so the guard hides the whole list, not a "
        "word of it; the sentence on mineral pills became ADV-PILLS, which nothing hides."
    ),
)
ADV_PILLS = Advice(
    code="ADV-PILLS",
    name="ask-before-mineral-pills",
    text="Ask us before you take a pill for salts, minerals or the like.",
    safe_when=ALWAYS,
    sources=(sources.OURS,),
)
ADV_MOVE = Advice(
    code="ADV-MOVE",
    name="move-a-little-and-often",
    text=(
        "Move a little and often. Warm up first, and stretch. Swim or ride a bike. "
        "Train the front and back of your thighs, and your calves. "
        "Train your balance with a hand on a rail. Stop if it hurts more."
    ),
    safe_when=FIT_TO_MOVE,
    claims=(
        "A-108",
        "A-119",
        "A-120",
        "A-121",
        "A-122",
        "A-123",
        "A-124",
        "A-125",
        "B-073",
        "B-074",
    ),
    sources=(sources.NG226, sources.OURS),
    remark=(
        "Hidden as well for 3 months after surgery on knee or back, when the surgeon's plan "
        "counts, and with open or infected skin or a needle in the last 2 weeks: it names a pool."
    ),
)
ADV_CALM = Advice(
    code="ADV-CALM",
    name="calm",
    text="Try slow, deep breaths, a quiet time each day, or yoga. They can ease tense muscles.",
    safe_when=ALWAYS,
    claims=("B-066", "B-067", "B-068", "B-069"),
    sources=(sources.OURS,),
)
ADV_SLEEP = Advice(
    code="ADV-SLEEP",
    name="set-bed-time",
    text="Keep a set bed time. Muscles rest while you sleep.",
    safe_when=ALWAYS,
    claims=("B-070",),
    sources=(sources.OURS,),
)
ADV_STIM = Advice(
    code="ADV-STIM",
    name="less-caffeine-and-nicotine",
    text=(
        "If you have a lot of coffee, tea, cola or energy drinks, cut down step by step. "
        "If you smoke, vape or chew, ask us for help to stop."
    ),
    safe_when=NO_ALCOHOL_PROBLEM & NOT_PREGNANT,
    claims=("B-071", "B-072"),
    sources=(sources.CAFFEINE, sources.OURS),
)
ADV_STIM_LIMIT = Advice(
    code="ADV-STIM-200",
    name="caffeine-limit",
    text=(
        "For now, have at most 200 mg of caffeine a day. One large cup of coffee holds that much. "
        "If you smoke, vape or chew, ask us for help to stop."
    ),
    safe_when=NO_ALCOHOL_PROBLEM & CONDITIONS.is_(PREGNANT),
    claims=("B-071", "B-072"),
    sources=(sources.CAFFEINE,),
    remark="The same advice with the limit for a pregnancy, which the text does not name.",
)
ADV_HEAT = Advice(
    code="ADV-HEAT",
    name="warm-pack-or-ice",
    text=(
        "A warm pack may ease a tight muscle. Ice may ease a sore joint. "
        "Keep a cloth between it and your skin, for 15 minutes at most."
    ),
    safe_when=FEELS_HEAT_AND_COLD,
    claims=("A-060", "A-081", "A-082", "B-075"),
    sources=(sources.OURS,),
    remark=(
        "Hidden as well with open or infected skin and for 2 weeks after an operation or a needle: "
        "a wound is kept dry, and warmth can feed an infection."
    ),
)

ADVICE = AdviceSet(
    questionnaire=KNEE_TWITCHING,
    advice=(
        ADV_GEN,
        ADV_WATER,
        ADV_DIET,
        ADV_PILLS,
        ADV_MOVE,
        ADV_CALM,
        ADV_SLEEP,
        ADV_STIM,
        ADV_STIM_LIMIT,
        ADV_HEAT,
    ),
)
