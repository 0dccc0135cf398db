"""CONTENT: the red flags, emergency first, then same day."""

from intake.criteria import Interrupted
from intake.knee_twitching import sources
from intake.knee_twitching.arrival import AGE, FRAIL_AGE
from intake.knee_twitching.history import (
    CONDITIONS,
    DIABETES,
    JOINT_DISEASE,
    KIDNEY_DISEASE,
    KNEE_NEEDLE,
    KNEE_NEEDLE_WHEN,
    LAST_2_WEEKS,
    OPERATIONS,
    SKIN_INFECTION,
    WEAK_IMMUNE,
)
from intake.knee_twitching.knee import BEND, HARDLY, HURT_UNDER_4_WEEKS, HURTS_SINCE, LOCKS
from intake.knee_twitching.lifestyle import LAST_TWO_WEEKS, LOST_FLUID
from intake.knee_twitching.medicines import (
    ACID_PILLS,
    ANTIDEPRESSANTS,
    ASTHMA,
    DIABETES_PILLS,
    IMMUNE_MEDICINE,
    LITHIUM,
    MEDICINES,
    NAUSEA_PILLS,
    STEROIDS,
    STIMULANTS,
    WATER_PILLS,
)
from intake.knee_twitching.movement import BEAT, CRAMP, JERK, MOVEMENT, SHAKE, UNDER_4_WEEKS
from intake.knee_twitching.nerves import (
    BACK_TO_LEG,
    GROWING_LUMP,
    NEW_NUMB,
    NUMB_MOUTH,
    NUMB_WHERE,
    NUMBNESS,
    OLD_NUMB,
    ONLY_PAIN,
    PAIN_BOTH_NEW,
    PAIN_BOTH_OLD,
    PAIN_EVERY_NIGHT,
    PAIN_ONE_LEG,
    TOES_DRAG,
    UNSTEADY,
    WALKING_OR_BALANCE,
    WEAK_BOTH_ARMS,
    WEAK_BOTH_LEGS,
    WEAK_ONE_ARM,
    WEAK_ONE_LEG,
    WEAK_WHERE,
    WEAKNESS_SPEED,
    WEIGHT_SWEATS_BRUISES,
    WITHIN_4_WEEKS,
    WITHIN_DAYS,
)
from intake.knee_twitching.options import NOT_SURE, YES
from intake.knee_twitching.safety import (
    AFTER_INJURY,
    BLADDER_OR_BOWEL,
    BOTH_LEGS,
    BROWN_URINE,
    CANNOT_BEND,
    CANNOT_LIFT,
    CANNOT_STAND,
    COLD_LEG,
    CONFUSED_OR_JERKING,
    FEVER,
    FOOT_NUMB_OR_COLD,
    HARD_LEG,
    HEADACHE_JAW_SIGHT,
    HEART_OR_BREATH,
    HOT,
    HURT_LEG,
    INJURY_SIGNS,
    KNEE_LOOK,
    LAST_WEEK,
    LONGER,
    MODERATE_PAIN_OR_MORE,
    NEW,
    ONE_LEG,
    OUT_OF_SHAPE,
    PURPLE,
    RED,
    SADDLE_NUMBNESS,
    SEVERE_PAIN,
    SPEECH_OR_SWALLOWING,
    SUDDEN_WEAKNESS,
    SWOLLEN_LEG,
    WOUND,
)
from screening.finding import Addition, RedFlag, Urgency
from screening.parts import (
    BACK_PROCEDURE,
    NEW_HOT_KNEE,
    NEWLY_NUMB,
    RECENT_BACK_PROCEDURE,
    RECENT_PROCEDURE,
    SEEN_THOUGH_NOT_SURE,
    THE_KNEE_INJECTED_RECENTLY,
    THE_KNEE_OPERATED_RECENTLY,
    THE_REPLACED_KNEE,
    WEAK,
)

YOUNG_BONE_AGE = 25
"""Below this age bone pain is looked at the same day (NICE NG12; our cut, years)."""
CHILD_AGE = 18
"""Below this age a limp means the hip is examined (years)."""
GIANT_CELL_AGE = 50
"""Giant cell arteritis is looked for from this age (BSR 2020; years)."""

EMERGENCY = Urgency.EMERGENCY
SAME_DAY = Urgency.SAME_DAY

E01 = RedFlag(
    code="E01",
    name="heart-lung-or-fainting",
    title="Heart, lung or fainting symptom",
    urgency=EMERGENCY,
    when=HEART_OR_BREATH.is_(YES),
    adds=(
        Addition(SWOLLEN_LEG.is_(ONE_LEG, BOTH_LEGS), "with leg swelling: possible lung clot"),
        Addition(
            MEDICINES.is_(WATER_PILLS, STEROIDS) | LAST_TWO_WEEKS.is_(LOST_FLUID),
            "possible low potassium",
        ),
    ),
    claims=("B-021",),
    sources=(sources.NG158, sources.NG127, sources.HYPOKALEMIA),
    next=(
        "Vitals, SpO2, ECG, K/Mg; PE pathway; if weak and breathless lying flat: FVC/sniff, "
        "neurology now"
    ),
)
E02 = RedFlag(
    code="E02",
    name="saddle-numbness",
    title="Possible cauda equina: saddle numbness",
    urgency=EMERGENCY,
    when=SADDLE_NUMBNESS.is_(YES),
    claims=("A-035", "A-032"),
    sources=(sources.NG127, sources.GIRFT_CES, sources.YUAN_2019),
    next="Perianal pin-prick, post-void scan, power L2-S1, emergency MRI",
)
E03 = RedFlag(
    code="E03",
    name="bladder-or-bowel-with-leg-or-back-signs",
    title="Possible cauda equina: bladder or bowel change with leg or back signs",
    urgency=EMERGENCY,
    when=BLADDER_OR_BOWEL.is_(YES)
    & (
        BACK_TO_LEG.is_(PAIN_ONE_LEG, PAIN_BOTH_NEW, PAIN_BOTH_OLD)
        | WEAK
        | TOES_DRAG.is_(YES)
        | NUMBNESS.is_(NEW_NUMB, OLD_NUMB)
        | BACK_PROCEDURE
    ),
    claims=("A-032", "A-033", "A-034", "A-035", "A-036"),
    sources=(sources.NG127, sources.GIRFT_CES, sources.LIU_2025),
    next=(
        "Perianal pin-prick, post-void scan, power L2-S1, emergency MRI; do not wait for all signs"
    ),
)
E04 = RedFlag(
    code="E04",
    name="sudden-weakness-numbness-or-sight-loss",
    title="Sudden weakness, numbness or sight loss",
    urgency=EMERGENCY,
    when=SUDDEN_WEAKNESS.is_(YES),
    claims=("A-099", "A-100", "B-051", "B-052"),
    sources=(sources.NG127,),
    next=(
        "FAST/ROSIER, glucose, pulses; time last well; sight lost at 50 or over: giant cell "
        "arteritis"
    ),
)
E05 = RedFlag(
    code="E05",
    name="cold-pale-leg",
    title="Possible blocked leg artery",
    urgency=EMERGENCY,
    when=COLD_LEG.is_(YES),
    claims=("A-104",),
    sources=(sources.SIX_PS,),
    next="Pulses/Doppler, sensation, power; vascular now",
)
E06 = RedFlag(
    code="E06",
    name="hot-knee-with-fever",
    title="Hot or swollen knee with fever or illness: possible joint infection",
    urgency=EMERGENCY,
    when=NEW_HOT_KNEE & FEVER.is_(YES),
    claims=("A-097", "A-098", "A-102", "A-103", "A-104"),
    sources=(sources.HOT_JOINT, sources.NICE_SEPSIS),
    next=("Vitals/sepsis screen; aspirate before antibiotics; no gel or steroid injection today"),
    remark=SEEN_THOUGH_NOT_SURE,
)
E07 = RedFlag(
    code="E07",
    name="high-risk-hot-knee",
    title="High-risk hot or swollen knee, fever not needed",
    urgency=EMERGENCY,
    when=NEW_HOT_KNEE
    & (
        THE_REPLACED_KNEE
        | THE_KNEE_INJECTED_RECENTLY
        | THE_KNEE_OPERATED_RECENTLY
        | CONDITIONS.is_(WEAK_IMMUNE)
        | MEDICINES.is_(STEROIDS, IMMUNE_MEDICINE)
        | (
            KNEE_LOOK.is_(HOT, RED, WOUND)
            & (
                CONDITIONS.is_(DIABETES, JOINT_DISEASE, SKIN_INFECTION, KIDNEY_DISEASE)
                | AGE.at_least(FRAIL_AGE)
            )
        )
    ),
    adds=(
        Addition(THE_REPLACED_KNEE, "this knee is replaced"),
        Addition(THE_KNEE_INJECTED_RECENTLY, "knee injection in the last 3 months"),
    ),
    claims=("A-097", "A-098", "A-091", "A-135"),
    sources=(
        sources.HOT_JOINT,
        sources.MARGARETTEN,
        sources.PJI_BMJ,
        sources.SEDRAK,
    ),
    next=(
        "Vitals, aspirate (replaced knee: orthopedics aspirates, no antibiotics first unless "
        "sepsis), CRP; record injected product and date"
    ),
    remark=(
        "A replaced, operated or injected knee counts when it is the hot knee or when either "
        "side is not known. "
    )
    + SEEN_THOUGH_NOT_SURE,
)
E08 = RedFlag(
    code="E08",
    name="fast-weakness-of-several-limbs",
    title="Fast weakness of more than one limb",
    urgency=EMERGENCY,
    when=WEAK
    & WITHIN_4_WEEKS
    & (
        WEAK_WHERE.is_(WEAK_BOTH_LEGS, WEAK_BOTH_ARMS)
        | (WEAK_WHERE.is_(WEAK_ONE_LEG) & WEAK_WHERE.is_(WEAK_ONE_ARM))
    ),
    claims=("A-099", "B-045", "B-051"),
    sources=(sources.NG127,),
    next=(
        "Reflexes, FVC, sensory level, K; GBS / cord / periodic paralysis; one side only: stroke, "
        "subdural"
    ),
)
E09 = RedFlag(
    code="E09",
    name="deformed-knee-or-numb-cold-foot-after-injury",
    title="Knee out of shape, or foot numb or cold, after injury: possible dislocation",
    urgency=EMERGENCY,
    when=INJURY_SIGNS.is_(OUT_OF_SHAPE, FOOT_NUMB_OR_COLD)
    & (HURT_LEG.is_(YES) | AFTER_INJURY.is_(LAST_WEEK)),
    claims=("A-065", "B-060"),
    sources=(sources.DISLOCATION,),
    next="ABI/pulses, peroneal power, X-ray, immobilize",
)
E10 = RedFlag(
    code="E10",
    name="confused-or-jerking-all-over",
    title="Confused or drowsy, or whole-body jerks with sweats",
    urgency=EMERGENCY,
    when=CONFUSED_OR_JERKING.is_(YES),
    adds=(
        Addition(
            MEDICINES.is_(ANTIDEPRESSANTS, STIMULANTS, NAUSEA_PILLS),
            "possible serotonin toxicity",
        ),
        Addition(MEDICINES.is_(LITHIUM), "possible lithium poisoning"),
        Addition(MEDICINES.is_(DIABETES_PILLS), "possible low sugar"),
    ),
    claims=("A-090", "B-025", "B-026", "B-044"),
    sources=(sources.HUNTER, sources.LITHIUM_LABEL, sources.NICE_SEPSIS),
    next=(
        "Glucose first; temperature, heart rate, clonus (ankle, ocular), lithium level, drug list "
        "incl. tramadol, triptans, linezolid, NSAID"
    ),
)
E11 = RedFlag(
    code="E11",
    name="purple-knee-with-illness-or-severe-pain",
    title="Purple, blue or black knee: possible deep skin infection or bleed",
    urgency=EMERGENCY,
    when=KNEE_LOOK.is_(PURPLE) & (FEVER.is_(YES) | SEVERE_PAIN),
    claims=("A-104", "A-096"),
    sources=(sources.NICE_SEPSIS,),
    next="Mark the edge, vitals, surgery now",
)
E12 = RedFlag(
    code="E12",
    name="cannot-stand-with-fever",
    title="Fever or very ill, and cannot stand or take 4 steps",
    urgency=EMERGENCY,
    when=CANNOT_STAND.is_(NEW) & FEVER.is_(YES),
    claims=("A-102", "A-103"),
    sources=(sources.KOCHER, sources.NICE_SEPSIS),
    next=(
        "Vitals/sepsis screen; HIP as well as knee and spine; CRP, blood count, ultrasound; "
        "orthopedics now"
    ),
)
E13 = RedFlag(
    code="E13",
    name="saddle-feeling-not-known-with-new-signs",
    title="Saddle numbness not ruled out, with new leg or back signs: cauda equina not excluded",
    urgency=EMERGENCY,
    when=SADDLE_NUMBNESS.is_(NOT_SURE)
    & (
        BLADDER_OR_BOWEL.is_(YES)
        | ((WEAK | TOES_DRAG.is_(YES)) & (WITHIN_4_WEEKS | WEAKNESS_SPEED.left_open))
        | NEWLY_NUMB
        | BACK_TO_LEG.is_(PAIN_BOTH_NEW)
        | BACK_PROCEDURE
    ),
    yields_to=("E02",),
    claims=("A-032", "A-035", "A-036"),
    sources=(sources.NG127, sources.GIRFT_CES),
    next=(
        "Ask again in private (own interpreter, not a relative); then perianal pin-prick, "
        "post-void scan, power L2-S1, emergency MRI"
    ),
)
E14 = RedFlag(
    code="E14",
    name="ill-or-weak-after-back-procedure",
    title="Possible spinal infection or bleed after a back procedure",
    urgency=EMERGENCY,
    when=RECENT_BACK_PROCEDURE & (FEVER.is_(YES) | (WEAK & WITHIN_4_WEEKS)),
    claims=("A-032", "A-033"),
    sources=(sources.EPIDURAL_ABSCESS,),
    next="Temperature, CRP, power L2-S1, saddle sensation, post-void scan; emergency MRI",
)
E15 = RedFlag(
    code="E15",
    name="stiff-jaw-with-spasms",
    title=("New stiff jaw, swallowing or speech trouble with muscle spasms (possible tetanus)"),
    urgency=EMERGENCY,
    when=SPEECH_OR_SWALLOWING.is_(YES) & MOVEMENT.is_(CRAMP, JERK) & UNDER_4_WEEKS,
    adds=(
        Addition(CONDITIONS.is_(SKIN_INFECTION), "with a skin wound"),
        Addition(HEART_OR_BREATH.is_(YES, NOT_SURE), "breathing may be affected"),
    ),
    sources=(sources.TETANUS,),
    next=(
        "Airway and breathing first; mouth opening, wound, tetanus shots; a recent booster does "
        "not exclude it"
    ),
)
E16 = RedFlag(
    code="E16",
    name="hard-very-painful-leg",
    title="Hard, tight, very painful leg (possible compartment syndrome)",
    urgency=EMERGENCY,
    when=HARD_LEG.is_(YES) & SEVERE_PAIN,
    sources=(sources.COMPARTMENT,),
    next=("Loosen casts and bandages, leg at heart level; passive stretch; surgeon now; CK"),
)
S13 = RedFlag(
    code="S13",
    name="jerks-in-a-beat",
    title="Strong jerks in a beat that will not stop: possible focal seizure",
    urgency=EMERGENCY,
    when=MOVEMENT.is_(BEAT),
    claims=("A-030",),
    sources=(sources.EPC,),
    next="Glucose, Na, awareness, EEG/imaging",
)

S01 = RedFlag(
    code="S01",
    name="new-hot-knee",
    title="New hot, red or swollen knee: infection not excluded",
    urgency=SAME_DAY,
    when=NEW_HOT_KNEE,
    yields_to=("E06", "E07"),
    claims=("A-056", "A-097", "A-098", "A-104"),
    sources=(sources.HOT_JOINT, sources.NG226),
    next=(
        "Temperature, effusion, range; aspirate: cell count, Gram, culture, crystals; Lyme if "
        "area/exposure"
    ),
    remark=SEEN_THOUGH_NOT_SURE,
)
S02 = RedFlag(
    code="S02",
    name="fever-or-very-ill",
    title="Fever, chills or very ill",
    urgency=SAME_DAY,
    when=FEVER.is_(YES),
    yields_to=("E06", "E12"),
    claims=("A-102", "A-103"),
    sources=(sources.NICE_SEPSIS,),
    next="Temperature, source, hip exam (septic hip is felt at the knee)",
)
S03 = RedFlag(
    code="S03",
    name="one-swollen-leg",
    title="One newly swollen or sore leg: possible leg clot (DVT)",
    urgency=SAME_DAY,
    when=SWOLLEN_LEG.is_(ONE_LEG),
    claims=("A-097",),
    sources=(sources.NG158, sources.WELLS),
    next=(
        "Finish Wells (kiosk gives history items), D-dimer/ultrasound; Baker cyst rupture is a "
        "diagnosis after DVT is excluded"
    ),
)
S04 = RedFlag(
    code="S04",
    name="bladder-or-bowel-alone",
    title="New bladder or bowel change",
    urgency=SAME_DAY,
    when=BLADDER_OR_BOWEL.is_(YES),
    yields_to=("E03", "E13"),
    sources=(sources.NG127, sources.LIU_2025),
    next="Ask the cauda equina questions aloud; prostate, UTI, drugs",
)
S05 = RedFlag(
    code="S05",
    name="fracture-rule-positive",
    title="Injury with loss of function: fracture rule positive on history",
    urgency=SAME_DAY,
    when=HURT_LEG.is_(YES)
    | (
        AFTER_INJURY.is_(LAST_WEEK)
        & (CANNOT_STAND.is_(NEW) | INJURY_SIGNS.is_(CANNOT_BEND, CANNOT_LIFT))
    ),
    claims=("A-065", "B-060"),
    sources=(sources.OTTAWA,),
    next=(
        "X-ray today; straight-leg raise, gap above or below the kneecap; patella and fibula-head "
        "tenderness"
    ),
)
S06 = RedFlag(
    code="S06",
    name="replaced-knee-trouble",
    title="Possible infection of a replaced knee",
    urgency=SAME_DAY,
    when=THE_REPLACED_KNEE
    & (KNEE_LOOK.is_(WOUND, RED) | (MODERATE_PAIN_OR_MORE & HURTS_SINCE.is_(HURT_UNDER_4_WEEKS))),
    yields_to=("E07",),
    claims=("A-097", "A-098"),
    sources=(sources.PJI_BMJ, sources.SHOHAT),
    next="CRP/ESR, X-ray, talk to the operating team; no antibiotics first",
    remark=(
        "Counts when the replaced knee is the one the visit is about, or when either side is not "
        "known."
    ),
)
S07 = RedFlag(
    code="S07",
    name="new-foot-drop",
    title="New foot drop",
    urgency=SAME_DAY,
    when=TOES_DRAG.is_(YES) & (WITHIN_4_WEEKS | WEAKNESS_SPEED.left_open | RECENT_PROCEDURE),
    claims=("A-067", "A-062"),
    sources=(sources.CPN_REVIEW, sources.YOUNG_2022),
    next=(
        "Dorsiflexion/eversion/inversion, Tinel at fibular neck; loosen dressings, flex knee; call "
        "surgeon; L5 or common peroneal"
    ),
)
S08 = RedFlag(
    code="S08",
    name="weakness-over-hours-to-days",
    title="Arm or leg weakness over hours to days",
    urgency=SAME_DAY,
    when=WEAK & WITHIN_DAYS,
    yields_to=("E08",),
    claims=("A-036", "A-099", "B-051"),
    sources=(sources.NG127,),
    next="Power grid, reflexes, femoral nerve (anticoagulant bleed), MRI",
)
S09 = RedFlag(
    code="S09",
    name="speech-or-swallowing-trouble",
    title="Speech or swallowing trouble, or a stiff jaw",
    urgency=SAME_DAY,
    when=SPEECH_OR_SWALLOWING.is_(YES),
    yields_to=("E15",),
    claims=("B-043",),
    sources=(sources.NG127, sources.MNDA),
    next="If sudden: stroke. Tongue, palate, gag, weight",
)
S10 = RedFlag(
    code="S10",
    name="new-pain-down-both-legs",
    title="New or worse pain down both legs",
    urgency=SAME_DAY,
    when=BACK_TO_LEG.is_(PAIN_BOTH_NEW),
    claims=("A-034", "B-030"),
    sources=(sources.GIRFT_CES,),
    next="Cauda equina questions aloud, saddle sensation, written safety-net",
)
S11 = RedFlag(
    code="S11",
    name="young-person-hip-or-bone",
    title="Young person: hip or bone cause not excluded",
    urgency=SAME_DAY,
    when=(
        AGE.under(YOUNG_BONE_AGE)
        & (WEIGHT_SWEATS_BRUISES.is_(YES) | PAIN_EVERY_NIGHT.is_(YES) | GROWING_LUMP.is_(YES))
    )
    | (
        AGE.under(CHILD_AGE)
        & (WALKING_OR_BALANCE.is_(UNSTEADY, ONLY_PAIN) | CANNOT_STAND.is_(NEW, LONGER))
    ),
    sources=(sources.NG12, sources.SCFE),
    next="Hip rotation, frog-leg X-ray of both hips; knee X-ray; FBC/CRP",
    remark=(
        "The first draft let an injury in the last 7 days switch the limp of a child off; an "
        "injury can mislead (Kocher; SCFE series), so it no longer does."
    ),
)
S12 = RedFlag(
    code="S12",
    name="weakness-with-salt-risk",
    title="Weakness with a risk of low or high potassium, magnesium or sodium",
    urgency=SAME_DAY,
    when=(
        (WEAK & WITHIN_4_WEEKS)
        | (WALKING_OR_BALANCE.is_(UNSTEADY) & LAST_TWO_WEEKS.is_(LOST_FLUID))
    )
    & (
        MEDICINES.is_(WATER_PILLS, STEROIDS, ASTHMA, ACID_PILLS)
        | CONDITIONS.is_(KIDNEY_DISEASE)
        | LAST_TWO_WEEKS.is_(LOST_FLUID)
    ),
    claims=("A-089", "A-091", "B-016", "B-017", "B-020", "B-021", "B-024", "B-027"),
    sources=(sources.HYPOKALEMIA, sources.GARRISON, sources.PPI_FDA),
    next=(
        "U&E, Mg, Ca, CK, ECG today; high potassium too (blood pressure pills, spironolactone, "
        "kidney disease)"
    ),
)
S14 = RedFlag(
    code="S14",
    name="severe-pain-knee-will-not-move",
    title="Severe pain with a knee that will not move",
    urgency=SAME_DAY,
    when=SEVERE_PAIN & BEND.is_(HARDLY, LOCKS),
    claims=("A-096", "A-101"),
    sources=(sources.HOT_JOINT,),
    next="Effusion, straight-leg raise, aspirate/X-ray",
    remark="An injury does not switch this off: it would hide the fracture and the infected knee.",
)
S15 = RedFlag(
    code="S15",
    name="tingling-mouth-or-both-hands",
    title="Tingling round the mouth or in both hands: possible low calcium or magnesium",
    urgency=SAME_DAY,
    when=NUMB_WHERE.is_(NUMB_MOUTH),
    claims=("B-018", "B-017"),
    sources=(sources.HYPOCALCEMIA,),
    next="Ca, Mg, PTH, vitamin D, QTc",
)
S16 = RedFlag(
    code="S16",
    name="flare-after-knee-injection",
    title="Flare after a knee injection in the last 2 weeks",
    urgency=SAME_DAY,
    when=OPERATIONS.is_(KNEE_NEEDLE) & KNEE_NEEDLE_WHEN.is_(LAST_2_WEEKS) & MODERATE_PAIN_OR_MORE,
    yields_to=("E07",),
    claims=("A-135",),
    sources=(sources.SEDRAK, sources.HOT_JOINT),
    next="Examine for effusion/heat; low threshold to aspirate",
)
S17 = RedFlag(
    code="S17",
    name="safety-questions-not-finished",
    title="Safety questions left open",
    urgency=SAME_DAY,
    when=HEART_OR_BREATH.left_open
    | BLADDER_OR_BOWEL.left_open
    | SADDLE_NUMBNESS.left_open
    | SUDDEN_WEAKNESS.left_open
    | COLD_LEG.left_open
    | Interrupted(),
    adds=(Addition(Interrupted(), "the patient stopped before the end"),),
    sources=(sources.OURS,),
    next="Ask every open safety question aloud before the patient sits down or leaves",
)
S18 = RedFlag(
    code="S18",
    name="cannot-stand",
    title="Cannot stand or take 4 steps",
    urgency=SAME_DAY,
    when=CANNOT_STAND.is_(NEW),
    yields_to=("E12",),
    claims=("B-055",),
    sources=(sources.OTTAWA, sources.RCEM_HIP),
    next=(
        "HIP and knee X-ray (fracture, insufficiency fracture), temperature, joint, power, pulses; "
        "memory trouble: believe the carer"
    ),
)
S19 = RedFlag(
    code="S19",
    name="headache-jaw-or-sight-at-50",
    title="New headache, jaw pain or sight change at 50 or over: possible giant cell arteritis",
    urgency=SAME_DAY,
    when=HEADACHE_JAW_SIGHT.is_(YES) & AGE.at_least(GIANT_CELL_AGE),
    sources=(sources.GCA_BSR,),
    next="Sight, temporal arteries, CRP/ESR; steroids before the result if strongly suspected",
)
S20 = RedFlag(
    code="S20",
    name="brown-urine",
    title="Brown urine: possible muscle breakdown",
    urgency=SAME_DAY,
    when=BROWN_URINE.is_(YES),
    sources=(sources.RHABDO,),
    next="CK, K, creatinine, urine dip, ECG today; statin, hard exercise, heat",
)
S21 = RedFlag(
    code="S21",
    name="possible-lithium-excess",
    title="Possible lithium excess",
    urgency=SAME_DAY,
    when=MEDICINES.is_(LITHIUM)
    & (WALKING_OR_BALANCE.is_(UNSTEADY) | MOVEMENT.is_(SHAKE) | LAST_TWO_WEEKS.is_(LOST_FLUID)),
    sources=(sources.LITHIUM_LABEL,),
    next="Lithium level, U&E today; stop NSAID; confusion or jerks are an emergency",
    remark=(
        "The first draft left shaking out; the labels name a coarse tremor first among the signs "
        "of too much lithium, and fine from coarse is told by looking, not by asking."
    ),
)
S22 = RedFlag(
    code="S22",
    name="hard-leg",
    title="Hard, tight leg with pain on moving the foot",
    urgency=SAME_DAY,
    when=HARD_LEG.is_(YES),
    yields_to=("E16",),
    sources=(sources.COMPARTMENT,),
    next="Feel the compartments, passive stretch, repeat in 1 h; clot questions",
)
P32 = RedFlag(
    code="P32",
    name="headache-jaw-or-sight-under-50",
    title="New headache, jaw pain or sight change",
    urgency=SAME_DAY,
    when=HEADACHE_JAW_SIGHT.is_(YES),
    yields_to=("S19",),
    sources=(sources.GCA_BSR, sources.NG127),
    next="Ask what it is; eye and neuro check today",
    remark=(
        "The first draft said soon under 50. A sudden change in sight is looked at the same day "
        "at any age (NICE NG127), and every direct safety question answered yes is at least "
        "same day."
    ),
)

RED_FLAGS = (
    E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E14, E15, E16, S13,
    S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S14, S15, S16, S17, S18,
    S19, S20, S21, S22, P32,
)  # fmt: skip
