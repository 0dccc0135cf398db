"""CONTENT: the warning signs of the documents: soon where they raise, routine where shown."""

from intake.criteria import AllOf, AtLeast
from intake.knee_twitching import sources
from intake.knee_twitching.arrival import AGE
from intake.knee_twitching.history import CONDITIONS, NERVE_DISEASE
from intake.knee_twitching.knee import BEND, HARDLY, LOCKS, PARTLY
from intake.knee_twitching.lifestyle import (
    DRANK_LITTLE,
    LAST_TWO_WEEKS,
    LOST_FLUID,
    URGE_MIMIC,
)
from intake.knee_twitching.medicines import (
    ACID_PILLS,
    ANTIDEPRESSANTS,
    ASTHMA,
    LITHIUM,
    MEDICINES,
    NAMED_OTHER_MEDICINE,
    NAUSEA_PILLS,
    NEW_MEDICINE,
    STATINS,
    STEROIDS,
    STIMULANTS,
    WATER_PILLS,
)
from intake.knee_twitching.movement import (
    CRAMP,
    MOVEMENT,
    NO_TWITCHING,
    PERSISTENT,
    SHAKE,
    SLEEP_BROKEN,
    STRONG_EFFECT,
    TREND,
    TWITCHING,
    WALKING,
    WITHIN_3_MONTHS,
    WORSE,
    WORST_WHEN,
)
from intake.knee_twitching.nerves import (
    ALWAYS_SO,
    BACK_TO_LEG,
    ELSEWHERE,
    GROWING_LUMP,
    NUMBNESS,
    OLD_NUMB,
    ONLY_PAIN,
    OTHER_LEG,
    OTHER_PARTS,
    PAIN_BOTH_OLD,
    PAIN_EVERY_NIGHT,
    PAIN_ONE_LEG,
    THINNER,
    TOES_DRAG,
    UNSTEADY,
    WALKING_OR_BALANCE,
    WEAKNESS_SPEED,
    WEIGHT_SWEATS_BRUISES,
)
from intake.knee_twitching.options import NO, NOT_SURE, YES
from intake.knee_twitching.safety import (
    AFTER_INJURY,
    BOTH_LEGS,
    CANNOT_STAND,
    HOT,
    HOT_KNEE,
    KNEE_LOOK,
    LAST_WEEK,
    LONGER,
    LONGER_AGO,
    MILD_PAIN,
    ONE_DAY,
    PURPLE,
    RED,
    SEVERE_PAIN,
    SWOLLEN_LEG,
    WOUND,
)
from screening.finding import Urgency, WarningSign
from screening.parts import BACK_PROCEDURE, NEWLY_NUMB, WEAK, WEAK_NOT_ALWAYS
from screening.presentations import A03, FOUR_RESTLESS_CRITERIA
from screening.red_flags import YOUNG_BONE_AGE

OTTAWA_AGE = 55
"""The knee is X-rayed after an injury from this age (Ottawa knee rule; years)."""
SOFT_SIGNS = 2
"""Soft signs that raise together (our alarm-fatigue rule)."""

SOON = Urgency.SOON
ROUTINE = Urgency.ROUTINE
SALT_LOSING = (
    MEDICINES.is_(WATER_PILLS),
    MEDICINES.is_(STEROIDS),
    MEDICINES.is_(ASTHMA),
    MEDICINES.is_(ACID_PILLS),
)

NEAR_A_NEW_MEDICINE = AllOf(
    (
        NEW_MEDICINE.is_(YES),
        MEDICINES.is_(
            WATER_PILLS,
            ANTIDEPRESSANTS,
            STEROIDS,
            STIMULANTS,
            ASTHMA,
            STATINS,
            ACID_PILLS,
            LITHIUM,
            NAUSEA_PILLS,
        )
        | NAMED_OTHER_MEDICINE.known_not(),
        WITHIN_3_MONTHS,
    )
)

P01 = WarningSign(
    code="P01",
    name="weakness",
    title="Arm or leg weakness",
    urgency=SOON,
    when=WEAK_NOT_ALWAYS,
    yields_to=("E08", "S08", "S12", "E14"),
    claims=("A-036", "A-099", "B-045", "B-051"),
    sources=(sources.NG127,),
    next=(
        "MRC power all limbs, rise from chair, heel/toe walk, reflexes, CK, TSH, vitamin D; arm "
        "and leg: neck cord"
    ),
)
P02 = WarningSign(
    code="P02",
    name="muscle-looks-thinner",
    title="Muscle looks thinner",
    urgency=SOON,
    when=THINNER.is_(YES),
    claims=("B-046", "B-054"),
    sources=(sources.NG127,),
    next=(
        "Measure thighs 10 cm above the patella; disuse (quadriceps in osteoarthritis) or "
        "neurogenic"
    ),
)
P03 = WarningSign(
    code="P03",
    name="twitching-has-spread",
    title="Twitching has spread",
    urgency=ROUTINE,
    when=OTHER_PARTS.is_(OTHER_LEG, ELSEWHERE),
    claims=("B-044", "B-057"),
    sources=(sources.NG127,),
    next="Undress limbs, tongue; power; reassure if normal",
)
P04 = WarningSign(
    code="P04",
    name="getting-worse",
    title="Getting worse",
    urgency=ROUTINE,
    when=TREND.is_(WORSE),
    claims=("B-048",),
    sources=(sources.MNDA,),
    next="What changed, and when",
)
P05 = WarningSign(
    code="P05",
    name="new-numbness",
    title="New or changing numbness or tingling",
    urgency=SOON,
    when=NEWLY_NUMB,
    claims=("A-035", "A-068", "A-100", "B-052"),
    sources=(sources.NG127, sources.ROOT_MAP),
    next="Map, reflexes, straight-leg raise/femoral stretch, B12, HbA1c",
)
P06 = WarningSign(
    code="P06",
    name="unsteady-or-falls",
    title="Unsteady, weak walking or falls: balance trouble",
    urgency=SOON,
    when=WALKING_OR_BALANCE.is_(UNSTEADY),
    claims=("A-070", "B-055", "B-056"),
    sources=(sources.NG127,),
    next="Gait, Romberg, tone, orthostatic BP, Na if diuretic/SSRI",
)
P07 = WarningSign(
    code="P07",
    name="severe-pain",
    title="Severe knee or leg pain",
    urgency=SOON,
    when=SEVERE_PAIN,
    yields_to=("S14", "E16"),
    claims=("A-096", "B-053"),
    sources=(sources.PAIN_SCALE,),
    next="Early analgesia, exam, hip",
)
P08 = WarningSign(
    code="P08",
    name="began-after-injury",
    title="Began after an injury",
    urgency=ROUTINE,
    when=AFTER_INJURY.is_(LONGER_AGO, LAST_WEEK),
    yields_to=("S05",),
    claims=("B-060",),
    sources=(sources.OTTAWA,),
    next="Ligaments, meniscus, peroneal nerve",
)
P35 = WarningSign(
    code="P35",
    name="injury-in-the-last-week",
    title="Injury in the last 7 days",
    urgency=SOON,
    when=AFTER_INJURY.is_(LAST_WEEK),
    yields_to=("S05", "P31"),
    claims=("B-060",),
    sources=(sources.OTTAWA,),
    next="Ottawa knee rule by hand: patella, fibula head, bend to 90 degrees, 4 steps",
    remark=(
        "The first draft showed a fresh injury under 55 without raising it, while "
        '"not sure" raised to soon. A known injury must not count for less than an unknown one.'
    ),
)
P09 = WarningSign(
    code="P09",
    name="strong-effect-on-day-or-sleep",
    title="Strong effect on day or sleep",
    urgency=ROUTINE,
    when=STRONG_EFFECT,
    claims=("B-058", "B-059", "A-043"),
    sources=(sources.OURS,),
    next="Sleep, mood, restless legs, function goals",
)
P10 = WarningSign(
    code="P10",
    name="stiffness-limits-movement",
    title="Stiffness limits movement",
    urgency=SOON,
    when=BEND.is_(HARDLY, LOCKS),
    yields_to=("S14",),
    claims=("A-101", "A-044"),
    sources=(sources.NG226,),
    next="Range, block, X-ray",
)
P11 = WarningSign(
    code="P11",
    name="lasting-heat-or-color-change",
    title="Lasting heat, redness, wound or color change",
    urgency=SOON,
    when=HOT_KNEE.is_(LONGER) & KNEE_LOOK.is_(HOT, RED, PURPLE, WOUND, ONE_DAY, NOT_SURE),
    claims=("A-056", "A-097", "A-098", "A-104"),
    sources=(sources.NG226, sources.HOT_JOINT),
    next="Effusion, aspirate if effusion, synovial growth or inflammatory disease",
)
P12 = WarningSign(
    code="P12",
    name="inflammatory-pattern",
    title="Inflammatory arthritis pattern",
    urgency=SOON,
    when=A03.when,
    claims=("A-005",),
    sources=(sources.NG100,),
    next="MCP/MTP squeeze, CRP/ESR, RF, anti-CCP, hands/feet X-ray; refer within 3 working days",
)
P13 = WarningSign(
    code="P13",
    name="weight-night-pain-or-lump",
    title="Weight loss or sweats, pain every night, or a growing lump",
    urgency=SOON,
    when=(WEIGHT_SWEATS_BRUISES.is_(YES) | PAIN_EVERY_NIGHT.is_(YES) | GROWING_LUMP.is_(YES))
    & AGE.at_least(YOUNG_BONE_AGE),
    sources=(sources.NG12, sources.EULAR_OA),
    next="X-ray, FBC, ESR/CRP, Ca, ALP; cancer history",
)
P14 = WarningSign(
    code="P14",
    name="nerve-root-or-failed-back-surgery",
    title="Nerve root pattern / failed back surgery",
    urgency=SOON,
    when=(BACK_TO_LEG.is_(PAIN_ONE_LEG, PAIN_BOTH_OLD) | BACK_PROCEDURE)
    & (NEWLY_NUMB | WEAK_NOT_ALWAYS),
    claims=("A-032", "A-034", "A-035", "A-036", "B-029", "B-030"),
    sources=(sources.NG59, sources.NG127),
    next="Root power/reflex/sensation; cauda equina safety-net every time",
)
P15 = WarningSign(
    code="P15",
    name="long-standing-foot-drop",
    title="Long-standing foot drop",
    urgency=SOON,
    when=TOES_DRAG.is_(YES),
    yields_to=("S07",),
    claims=("A-062", "A-067"),
    sources=(sources.CPN_REVIEW, sources.MNDA),
    next="NCS/EMG, AFO, gait; look for fasciculation and brisk reflexes",
)
P16 = WarningSign(
    code="P16",
    name="twitching-near-a-new-medicine",
    title="Twitching began near a new medicine or dose",
    urgency=SOON,
    when=NEAR_A_NEW_MEDICINE & TWITCHING,
    claims=("A-088", "A-089", "A-090", "A-091", "B-024", "B-025", "B-026", "B-027"),
    sources=(sources.LABELS,),
    next="Review with the prescriber; tell the patient not to stop by themself",
    remark=(
        "Another medicine counts once it is named; without a name it is printed, not raised. "
        "Said only of twitching: the rest, which the first draft called so too, is P36."
    ),
)
P36 = WarningSign(
    code="P36",
    name="complaint-near-a-new-medicine",
    title="Began near a new medicine or dose; no twitching named",
    urgency=SOON,
    when=NEAR_A_NEW_MEDICINE & (MOVEMENT.is_(NO_TWITCHING) | MOVEMENT.left_open),
    sources=(sources.LABELS,),
    next="Pain, weakness or stiffness from the medicine? Review with the prescriber",
    remark=(
        "New: the first draft said of a patient without twitching that it began near a new "
        "medicine. The level stays, as statins and others hurt without twitching."
    ),
)
P17 = WarningSign(
    code="P17",
    name="risk-of-low-potassium-or-magnesium",
    title="Risk of low potassium or magnesium",
    urgency=SOON,
    when=AtLeast(2, SALT_LOSING)
    | (AtLeast(1, SALT_LOSING) & LAST_TWO_WEEKS.is_(LOST_FLUID, DRANK_LITTLE)),
    yields_to=("S12",),
    claims=("A-022", "A-084", "A-089", "A-091", "B-016", "B-017", "B-024", "B-027"),
    sources=(sources.GARRISON,),
    next="U&E, Mg, Ca this week; ECG if palpitations",
)
P18 = WarningSign(
    code="P18",
    name="movement-disorder-or-central-sign",
    title="Movement-disorder or central sign",
    urgency=SOON,
    when=(MOVEMENT.is_(SHAKE) & (WALKING_OR_BALANCE.is_(UNSTEADY) | WEAK))
    | (CONDITIONS.is_(NERVE_DISEASE) & TREND.is_(WORSE)),
    claims=("A-028", "A-029", "A-030"),
    sources=(sources.NG71, sources.NG127, sources.NG220),
    next="Rest tremor, bradykinesia, tone, plantar, optic/INO",
)
P19 = WarningSign(
    code="P19",
    name="twitching-with-another-symptom",
    title="Twitching together with another symptom",
    urgency=ROUTINE,
    when=TWITCHING,
    beside_others=True,
    not_beside=("Z01",),
    claims=("A-009", "A-010", "A-094", "A-095", "A-127", "B-047", "B-049", "B-050"),
    sources=(sources.NG127,),
    next="Full neuro exam of legs",
    remark=(
        "That the twitching lasts (Z01) is no other symptom, as in the first draft. Beside those "
        "of its list count the warning signs that came later: P34 to P36 and the words written."
    ),
)
P20 = WarningSign(
    code="P20",
    name="restless-legs-sleep-broken",
    title="Restless legs, sleep broken",
    urgency=ROUTINE,
    when=FOUR_RESTLESS_CRITERIA & URGE_MIMIC.is_(NO, NOT_SURE) & SLEEP_BROKEN,
    claims=("B-032", "B-037", "B-059"),
    sources=(sources.IRLSSG,),
    next=("Ferritin + TSAT, kidney, pregnancy, SSRI/antihistamine/dopamine blockers"),
)
P21 = WarningSign(
    code="P21",
    name="two-soft-signs",
    title="Two or more soft warning signs together",
    urgency=SOON,
    when=AtLeast(
        SOFT_SIGNS,
        (
            OTHER_PARTS.is_(ELSEWHERE),
            TREND.is_(WORSE),
            STRONG_EFFECT | WALKING_OR_BALANCE.is_(ONLY_PAIN),
            AFTER_INJURY.is_(LAST_WEEK, LONGER_AGO),
        ),
    )
    | (TREND.is_(WORSE) & OTHER_PARTS.is_(OTHER_LEG)),
    raises_when_partly=True,
    claims=("B-044", "B-048", "B-057", "B-058", "B-059", "B-060"),
    sources=(sources.OURS, sources.NG127),
    next="Full neuro exam of legs and arms; say which signs",
)
P22 = WarningSign(
    code="P22",
    name="old-numbness",
    title="Old numbness, unchanged",
    urgency=ROUTINE,
    when=NUMBNESS.is_(OLD_NUMB),
    claims=("A-035", "A-068", "A-100", "B-052"),
    sources=(sources.ROOT_MAP,),
    next="Map it; diabetes, B12, alcohol if both feet",
)
P23 = WarningSign(
    code="P23",
    name="old-weakness",
    title="Weakness since always",
    urgency=ROUTINE,
    when=WEAK & WEAKNESS_SPEED.is_(ALWAYS_SO),
    claims=("A-036", "A-099", "B-045", "B-051"),
    sources=(sources.NG127,),
    next="Compare with earlier notes; ask what is new",
    remark=(
        "The first draft's title said “unchanged”, which no question asks of the weakness; that "
        "the complaint got worse is P04 beside it."
    ),
)
P24 = WarningSign(
    code="P24",
    name="both-legs-swollen",
    title="Both legs newly swollen",
    urgency=SOON,
    when=SWOLLEN_LEG.is_(BOTH_LEGS),
    sources=(sources.NG158,),
    next="Heart and kidney check, urine protein, drug list; ask about breath again",
)
P25 = WarningSign(
    code="P25",
    name="pain-not-severe",
    title="Pain (not severe)",
    urgency=ROUTINE,
    when=MILD_PAIN,
    claims=("A-040", "B-053"),
    sources=(sources.PAIN_SCALE,),
    next="Site and cause; hip",
)
P26 = WarningSign(
    code="P26",
    name="movement-partly-limited",
    title="Movement partly limited",
    urgency=ROUTINE,
    when=BEND.is_(PARTLY),
    claims=("A-044", "A-101"),
    sources=(sources.NG226,),
    next="Range, effusion",
)
P27 = WarningSign(
    code="P27",
    name="hard-to-walk-from-pain",
    title="Hard to walk because of pain (a child: limp)",
    urgency=ROUTINE,
    when=WALKING_OR_BALANCE.is_(ONLY_PAIN),
    claims=("A-070", "B-055"),
    sources=(sources.NG127,),
    next="Gait; hip",
)
P28 = WarningSign(
    code="P28",
    name="pain-down-a-leg",
    title="Pain down a leg (one leg, or both but old and unchanged)",
    urgency=ROUTINE,
    when=BACK_TO_LEG.is_(PAIN_ONE_LEG, PAIN_BOTH_OLD),
    claims=("A-034", "B-030", "B-053"),
    sources=(sources.NG59, sources.GIRFT_CES),
    next="Pulses and spine; cauda equina safety-net in writing",
)
P29 = WarningSign(
    code="P29",
    name="leg-cramp-on-walking",
    title="Leg cramp on walking, eased by standing (possible artery disease)",
    urgency=SOON,
    when=MOVEMENT.is_(CRAMP) & WORST_WHEN.is_(WALKING),
    sources=(sources.CG147,),
    next="Pulses, ankle-brachial index; smoking, statin",
)
P30 = WarningSign(
    code="P30",
    name="not-walking-for-weeks",
    title="Has not been able to walk for more than 2 weeks",
    urgency=SOON,
    when=CANNOT_STAND.is_(LONGER),
    claims=("B-055",),
    sources=(sources.NG127,),
    next="When and why it was lost; tone, reflexes, hip",
)
P31 = WarningSign(
    code="P31",
    name="knee-injury-at-55",
    title="Knee injury at 55 or over (Ottawa positive by age alone)",
    urgency=SOON,
    when=AFTER_INJURY.is_(LAST_WEEK) & AGE.at_least(OTTAWA_AGE),
    yields_to=("S05",),
    claims=("B-060",),
    sources=(sources.OTTAWA,),
    next="X-ray at this visit; bone health; blood thinner",
)
P33 = WarningSign(
    code="P33",
    name="lasting-muscle-symptoms-on-steroids",
    title="Lasting muscle symptoms on steroids",
    urgency=SOON,
    when=MEDICINES.is_(STEROIDS) & TWITCHING & PERSISTENT,
    claims=("A-091",),
    sources=(sources.STEROID_MYOPATHY,),
    next=(
        "Rise from chair without arms, stairs; K, glucose; do not stop suddenly; an injection adds "
        "steroid"
    ),
)
P34 = WarningSign(
    code="P34",
    name="lasting-swelling",
    title="Lasting swelling, heat or redness not named",
    urgency=ROUTINE,
    when=HOT_KNEE.is_(LONGER),
    yields_to=("P11",),
    claims=("A-056", "A-097"),
    sources=(sources.NG226,),
    next="Effusion, crepitus; aspirate if large",
    remark=(
        "The first draft's title said “not hot or red”, also where the look of the knee was never "
        "answered."
    ),
)
Z01 = WarningSign(
    code="Z01",
    name="lasting-twitching",
    title="Lasting twitching",
    urgency=ROUTINE,
    when=PERSISTENT & TWITCHING,
    claims=("A-009", "A-094", "A-127", "B-043", "B-047", "B-049"),
    sources=(sources.NG127,),
    next="Brief neuro exam; reassure; review",
)
Z00 = WarningSign(
    code="Z00",
    name="no-warning-sign",
    title="No warning sign was reported",
    urgency=ROUTINE,
    when=AllOf(()),
    only_alone=True,
    claims=("A-092", "B-004"),
    sources=(sources.OURS,),
    next="The usual examination",
)

WARNING_SIGNS = (
    P01, P02, P05, P06, P07, P10, P11, P12, P13, P14, P15, P16, P17, P18, P21, P24, P29, P30,
    P31, P33, P35, P36, P03, P04, P08, P09, P19, P20, P22, P23, P25, P26, P27, P28, P34, Z01, Z00,
)  # fmt: skip
