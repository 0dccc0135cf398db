"""CONTENT: which answers and rules stand where on the clinician's page."""

from intake.knee_twitching.arrival import AGE, WHICH_KNEE
from intake.knee_twitching.history import (
    BACK_NEEDLE_WHEN,
    BACK_SURGERY_WHEN,
    CONDITIONS,
    DIABETES,
    GOUT,
    JOINT_DISEASE,
    KNEE_NEEDLE,
    KNEE_NEEDLE_SIDE,
    KNEE_NEEDLE_WHEN,
    KNEE_REPLACEMENT,
    KNEE_REPLACEMENT_SIDE,
    KNEE_REPLACEMENT_WHEN,
    KNEE_SURGERY,
    KNEE_SURGERY_SIDE,
    KNEE_SURGERY_WHEN,
    OPERATIONS,
    OSTEOARTHRITIS,
    PREGNANT,
    PSORIASIS,
    SKIN_INFECTION,
    WEAK_IMMUNE,
)
from intake.knee_twitching.knee import BEND, HARDLY, HURTS_SINCE, HURTS_WHEN, LOCKS, PARTLY
from intake.knee_twitching.knee import MORNING_STIFFNESS as STIFFNESS
from intake.knee_twitching.lifestyle import ANYTHING_ELSE, WORRY
from intake.knee_twitching.medicines import (
    BLOOD_THINNERS,
    IMMUNE_MEDICINE,
    MEDICINES,
    NAMED_BLOOD_THINNERS,
    NAMED_IMMUNE_MEDICINE,
    NAMED_STEROIDS,
    OTHER_MEDICINE,
    STEROIDS,
)
from intake.knee_twitching.movement import (
    HOW_LONG,
    MOVEMENT,
    TREND,
    TROUBLE,
    TWITCH_PLACE,
    WORST_WHEN,
)
from intake.knee_twitching.nerves import (
    BOTH_JOINTS,
    HANDS_OR_FEET,
    NUMB_WHERE,
    OTHER_JOINT,
    OTHER_JOINTS,
    WEAK_WHERE,
)
from intake.knee_twitching.options import YES
from intake.knee_twitching.safety import FEVER, HOT_KNEE, LONGER, WORST_PAIN
from reports.placing import FeatureOf, Precaution
from screening.parts import NEW_HOT_KNEE
from screening.presentations import (
    ARTHRITIS_AGE,
    HURTS_4_WEEKS,
    HURTS_IN_USE,
    PAIN_FREE,
    SHORT_STIFFNESS,
)

AGE_ITEM = AGE.link_id
KNEE_ITEM = WHICH_KNEE.link_id
PLACE_ITEM = TWITCH_PLACE.link_id
HOT_KNEE_ITEM = HOT_KNEE.link_id
MOVEMENT_ITEM = MOVEMENT.link_id
HOW_LONG_ITEM = HOW_LONG.link_id
TREND_ITEM = TREND.link_id
PAIN_ITEM = WORST_PAIN.link_id
EFFECT_ITEM = TROUBLE.link_id
WORRY_ITEM = WORRY.link_id
WORDS_ITEM = ANYTHING_ELSE.link_id
MEDICINES_ITEM = MEDICINES.link_id
OTHER_MEDICINE_TICK = OTHER_MEDICINE.code
NEW_MEDICINE_ITEM = "new-medicine"
SEX_ITEM = "sex-at-birth"
BIRTH_ITEM = "birth-date"
WHO_ITEM = "who-answers"

# What the situation says in its own words, and so never again as a sign.
SAID_ALREADY = (
    AGE_ITEM, KNEE_ITEM, MOVEMENT_ITEM, HOW_LONG_ITEM, TREND_ITEM, PAIN_ITEM, EFFECT_ITEM,
)  # fmt: skip

HOT_NOW = HOT_KNEE.is_(LONGER) | NEW_HOT_KNEE
REPLACED = OPERATIONS.is_(KNEE_REPLACEMENT)
REPLACED_SIDE_ITEM = KNEE_REPLACEMENT_SIDE.link_id

# What the sentence above does not say already, and how long and which way, which matter twice.
COURSE = (
    HOW_LONG.link_id,
    TREND.link_id,
    WORST_WHEN.link_id,
    HURTS_WHEN.link_id,
    HURTS_SINCE.link_id,
    WEAK_WHERE.link_id,
    NUMB_WHERE.link_id,
    CONDITIONS.link_id,
    WORRY.link_id,
)

FEATURES = (
    FeatureOf("Age 45 or over", AGE.at_least(ARTHRITIS_AGE), AGE.link_id),
    FeatureOf("Pain with use", HURTS_IN_USE, HURTS_WHEN.link_id),
    FeatureOf("Pain for 4 weeks or more", HURTS_4_WEEKS, HURTS_SINCE.link_id),
    FeatureOf("No or short morning stiffness", SHORT_STIFFNESS, STIFFNESS.link_id, PAIN_FREE),
    FeatureOf("Movement limited", BEND.is_(PARTLY, HARDLY, LOCKS), BEND.link_id),
    FeatureOf("Hot, red or swollen", HOT_NOW, HOT_KNEE.link_id),
    FeatureOf(
        "Other joints involved",
        OTHER_JOINTS.is_(HANDS_OR_FEET, OTHER_JOINT, BOTH_JOINTS),
        OTHER_JOINTS.link_id,
    ),
    FeatureOf(
        "Known joint disease",
        CONDITIONS.is_(OSTEOARTHRITIS, JOINT_DISEASE, GOUT, PSORIASIS),
        CONDITIONS.link_id,
    ),
    FeatureOf("Crepitus, bony tenderness", None),
    FeatureOf("Bony enlargement, range", None),
)

# What forbids a needle today first, then what needs care, then what was done before.
PRECAUTIONS = (
    Precaution("New hot or swollen knee", NEW_HOT_KNEE),
    Precaution("Fever or very ill", FEVER.is_(YES)),
    Precaution("Skin wound or infection now", CONDITIONS.is_(SKIN_INFECTION)),
    Precaution(
        "Replaced knee", REPLACED, (KNEE_REPLACEMENT_SIDE.link_id, KNEE_REPLACEMENT_WHEN.link_id)
    ),
    Precaution("Blood thinner", MEDICINES.is_(BLOOD_THINNERS), (NAMED_BLOOD_THINNERS.link_id,)),
    Precaution("Weak immune system or cancer care", CONDITIONS.is_(WEAK_IMMUNE)),
    Precaution(
        "Immune or arthritis medicine",
        MEDICINES.is_(IMMUNE_MEDICINE),
        (NAMED_IMMUNE_MEDICINE.link_id,),
    ),
    Precaution("Steroids", MEDICINES.is_(STEROIDS), (NAMED_STEROIDS.link_id,)),
    Precaution("Diabetes", CONDITIONS.is_(DIABETES)),
    Precaution("Pregnant or just after", CONDITIONS.is_(PREGNANT)),
    Precaution(
        "Needle in the knee",
        OPERATIONS.is_(KNEE_NEEDLE),
        (KNEE_NEEDLE_SIDE.link_id, KNEE_NEEDLE_WHEN.link_id),
    ),
    Precaution(
        "Other knee surgery",
        OPERATIONS.is_(KNEE_SURGERY),
        (KNEE_SURGERY_SIDE.link_id, KNEE_SURGERY_WHEN.link_id),
    ),
)
BACK_PROCEDURES = (BACK_SURGERY_WHEN.link_id, BACK_NEEDLE_WHEN.link_id)

SAFETY_OPEN = "S17"
"""The rule that safety questions were left open; it names some of them."""

TWITCH_MEDICINES = (
    "M01", "M02", "M03", "M04", "M05", "M06", "M08", "M10", "M12", "M13", "M14", "M18",
)  # fmt: skip
"""Rules whose medicine can itself cause twitching, cramps or restlessness."""
