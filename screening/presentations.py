"""CONTENT: patterns that explain the complaint: arthritis, tendon, nerve. Never a diagnosis."""

from intake.criteria import AtLeast
from intake.knee_twitching import sources
from intake.knee_twitching.arrival import AGE
from intake.knee_twitching.history import (
    CONDITIONS,
    GOUT,
    JOINT_DISEASE,
    KNEE_REPLACEMENT,
    KNEE_SURGERY,
    NERVE_DISEASE,
    OPERATIONS,
    OSTEOARTHRITIS,
    PSORIASIS,
)
from intake.knee_twitching.knee import (
    AT_REST,
    BOTH_TIMES,
    DOES_NOT_HURT,
    HURT_MONTHS,
    HURT_OVER_3_MONTHS,
    HURT_YEARS,
    HURTS_SINCE,
    HURTS_WHEN,
    IN_USE,
    MORNING_STIFFNESS,
    NOT_STIFF,
    STIFF_OVER_60,
    STIFF_TO_30,
    STIFF_TO_60,
    TENDON_AGE,
    TENDON_PAIN,
)
from intake.knee_twitching.lifestyle import (
    LAST_TWO_WEEKS,
    STILL_OR_KNELT,
    URGE_AT_NIGHT,
    URGE_AT_REST,
    URGE_EASED,
    URGE_MIMIC,
    URGE_TO_MOVE,
)
from intake.knee_twitching.movement import (
    CRAMP,
    JERK,
    LEFT_FRONT_THIGH,
    LEFT_OUTER,
    LEFT_SHIN,
    MOVEMENT,
    RIGHT_FRONT_THIGH,
    RIGHT_OUTER,
    RIGHT_SHIN,
    RIPPLE,
    TREND,
    TWITCH_PLACE,
    WORSE,
)
from intake.knee_twitching.nerves import (
    BACK_TO_LEG,
    BOTH_JOINTS,
    ELSEWHERE,
    GROWING_LUMP,
    HANDS_OR_FEET,
    IN_MONTHS,
    NEW_NUMB,
    NUMB_FRONT,
    NUMB_OUTER,
    NUMB_WHERE,
    NUMBNESS,
    OLD_NUMB,
    ONLY_PAIN,
    OTHER_JOINT,
    OTHER_JOINTS,
    OTHER_LEG,
    OTHER_PARTS,
    PAIN_BOTH_NEW,
    PAIN_BOTH_OLD,
    PAIN_EVERY_NIGHT,
    PAIN_ONE_LEG,
    THINNER,
    TOES_DRAG,
    UNSTEADY,
    WALKING_OR_BALANCE,
    WEAK_BOTH_ARMS,
    WEAK_BOTH_LEGS,
    WEAK_ONE_ARM,
    WEAK_ONE_LEG,
    WEAK_WHERE,
    WEAKNESS,
    WEAKNESS_SPEED,
    WEIGHT_SWEATS_BRUISES,
)
from intake.knee_twitching.options import NO, NOT_SURE, YES
from intake.knee_twitching.safety import (
    AFTER_INJURY,
    ANY_PAIN,
    HAD_BEFORE,
    HOT_KNEE,
    KNEE_LOOK,
    LAST_WEEK,
    LONGER,
    LONGER_AGO,
    NEW,
    NO_PAIN,
    ONE_DAY,
    SPEECH_OR_SWALLOWING,
    WORST_PAIN,
)
from screening.finding import ArthritisLevel, Presentation
from screening.parts import (
    BACK_PROCEDURE,
    NEW_HOT_KNEE,
    SEEN_THOUGH_NOT_SURE,
    WEAK,
)
from screening.red_flags import E06, E07, E12, S06

ARTHRITIS_AGE = 45
"""Osteoarthritis is diagnosed on history from this age (NICE NG226 1.1.1; years)."""
NEAR_ARTHRITIS_AGE = 40
"""The same pattern is possible osteoarthritis from this age (our cut, years)."""
AFTER_INJURY_AGE = 25
"""After an old injury or operation, from this age (our cut, years)."""
POSSIBLE_SCORE = 2
"""Points of the inflammatory pattern from which it is possible (our additive cut)."""
LIKELY_SCORE = 4
"""Points of the inflammatory pattern from which it is likely (our additive cut)."""

PAIN_FREE = NO_PAIN | HURTS_WHEN.is_(DOES_NOT_HURT)
KNEE_HURTS = HURTS_WHEN.is_(IN_USE, AT_REST, BOTH_TIMES)
HURTS_IN_USE = HURTS_WHEN.is_(IN_USE, BOTH_TIMES)
SHORT_STIFFNESS = MORNING_STIFFNESS.is_(NOT_STIFF, STIFF_TO_30)
HURTS_4_WEEKS = HURTS_SINCE.is_(HURT_MONTHS, HURT_OVER_3_MONTHS, HURT_YEARS)
NO_BONE_WARNING = WEIGHT_SWEATS_BRUISES.is_(NO) & PAIN_EVERY_NIGHT.is_(NO) & GROWING_LUMP.is_(NO)
OSTEOARTHRITIS_PATTERN = HURTS_IN_USE & SHORT_STIFFNESS & HURTS_4_WEEKS & NO_BONE_WARNING

# One point each; listed twice counts twice.
INFLAMMATORY_POINTS = (
    MORNING_STIFFNESS.is_(STIFF_TO_60, STIFF_OVER_60),
    MORNING_STIFFNESS.is_(STIFF_OVER_60),
    OTHER_JOINTS.is_(HANDS_OR_FEET, BOTH_JOINTS),
    OTHER_JOINTS.is_(OTHER_JOINT, BOTH_JOINTS),
    HURTS_WHEN.is_(AT_REST),
    CONDITIONS.is_(JOINT_DISEASE),
    CONDITIONS.is_(JOINT_DISEASE),
    CONDITIONS.is_(PSORIASIS),
    HOT_KNEE.is_(NEW, LONGER),
)

A01 = Presentation(
    code="A01",
    name="osteoarthritis-likely",
    title="Osteoarthritis likely on history",
    arthritis=ArthritisLevel.LIKELY,
    arthritis_kind="osteoarthritis",
    when=AGE.at_least(ARTHRITIS_AGE)
    & (OSTEOARTHRITIS_PATTERN | (CONDITIONS.is_(OSTEOARTHRITIS) & KNEE_HURTS)),
    claims=("A-005", "A-027", "A-040", "A-042", "A-074"),
    sources=(sources.NG226, sources.EULAR_OA),
    remark=(
        "A doctor's diagnosis with a knee that hurts counts as likely, as both raters of the "
        "vignettes took it."
    ),
    next="Check crepitus, bony tenderness/enlargement, no warmth, range (ACR/EULAR signs)",
)
A02 = Presentation(
    code="A02",
    name="osteoarthritis-possible",
    title="Osteoarthritis possible",
    arthritis=ArthritisLevel.POSSIBLE,
    arthritis_kind="osteoarthritis",
    when=(AGE.at_least(ARTHRITIS_AGE) & (KNEE_HURTS | (ANY_PAIN & HURTS_WHEN.left_open)))
    | (AGE.between(NEAR_ARTHRITIS_AGE, ARTHRITIS_AGE - 1) & OSTEOARTHRITIS_PATTERN)
    | (
        AGE.between(AFTER_INJURY_AGE, ARTHRITIS_AGE - 1)
        & OSTEOARTHRITIS_PATTERN
        & (AFTER_INJURY.is_(LONGER_AGO) | OPERATIONS.is_(KNEE_REPLACEMENT, KNEE_SURGERY))
    )
    | CONDITIONS.is_(OSTEOARTHRITIS),
    yields_to=("A01",),
    claims=("A-005", "A-040", "A-044"),
    sources=(sources.NG226, sources.EULAR_OA),
    next="Say which part of the pattern is missing; examine for it",
)
A03 = Presentation(
    code="A03",
    name="inflammatory-arthritis-possible",
    title="Inflammatory arthritis possible",
    arthritis=ArthritisLevel.POSSIBLE,
    arthritis_kind="inflammatory",
    when=AtLeast(POSSIBLE_SCORE, INFLAMMATORY_POINTS),
    yields_to=("A03L",),
    claims=("A-005", "A-041", "A-076"),
    sources=(sources.NG100,),
    next="MCP/MTP squeeze, CRP/ESR, RF, anti-CCP, hands/feet X-ray",
)
A03L = Presentation(
    code="A03L",
    name="inflammatory-arthritis-likely",
    title="Inflammatory arthritis likely",
    arthritis=ArthritisLevel.LIKELY,
    arthritis_kind="inflammatory",
    when=AtLeast(LIKELY_SCORE, INFLAMMATORY_POINTS),
    claims=("A-005", "A-041", "A-076"),
    sources=(sources.NG100,),
    next="MCP/MTP squeeze, CRP/ESR, RF, anti-CCP, hands/feet X-ray",
    remark="Possible and likely are two rules, so that each says its own condition.",
)
A04 = Presentation(
    code="A04",
    name="crystal-arthritis-possible",
    title="Crystal arthritis possible (does not exclude infection)",
    arthritis=ArthritisLevel.POSSIBLE,
    arthritis_kind="crystal",
    when=NEW_HOT_KNEE
    & AFTER_INJURY.is_not(LAST_WEEK)
    & (KNEE_LOOK.is_(ONE_DAY, HAD_BEFORE) | CONDITIONS.is_(GOUT)),
    claims=("A-097", "A-098"),
    sources=(sources.JANSSENS, sources.BSR_GOUT),
    next="Janssens items known; aspirate if 4.5-7.5 or infection possible",
    remark=SEEN_THOUGH_NOT_SURE,
)
A05 = Presentation(
    code="A05",
    name="joint-infection-concern",
    title="Joint infection a concern",
    arthritis=ArthritisLevel.POSSIBLE,
    arthritis_kind="infection concern",
    when=E06.when
    | E07.when
    | E12.when
    | S06.when
    | (NEW_HOT_KNEE & AFTER_INJURY.is_not(LAST_WEEK)),
    claims=("A-102", "A-103"),
    sources=(sources.HOT_JOINT,),
    next="Vitals/sepsis screen; aspirate before antibiotics",
    remark=(
        SEEN_THOUGH_NOT_SURE + " The first draft's words “swelling after injury” are left out: "
        "after an injury this week S01 speaks alone, and P31, P35 or S05 names the injury."
    ),
)
A06 = Presentation(
    code="A06",
    name="no-arthritis-feature",
    title="No arthritis pattern on history",
    arthritis=ArthritisLevel.NONE,
    when=PAIN_FREE
    & MORNING_STIFFNESS.is_(NOT_STIFF)
    & HOT_KNEE.is_(NO)
    & CONDITIONS.known_not(OSTEOARTHRITIS, JOINT_DISEASE, GOUT, PSORIASIS)
    & ~CONDITIONS.is_(OSTEOARTHRITIS, JOINT_DISEASE, GOUT, PSORIASIS),
    sources=(sources.OURS,),
    next="Nothing needed for the joint on history",
)
A07 = Presentation(
    code="A07",
    name="arthritis-cannot-tell",
    title="Cannot tell about arthritis: answers missing or not sure",
    arthritis=ArthritisLevel.CANNOT_TELL,
    when=WORST_PAIN.left_open
    | HURTS_WHEN.left_open
    | MORNING_STIFFNESS.left_open
    | HURTS_SINCE.left_open
    | HOT_KNEE.left_open,
    yields_to=("A01", "A02", "A03", "A03L", "A04", "A05"),
    sources=(sources.OURS,),
    next="Ask the missing questions aloud",
)
A08 = Presentation(
    code="A08",
    name="replaced-knee",
    title="Known: replaced knee",
    when=OPERATIONS.is_(KNEE_REPLACEMENT),
    sources=(sources.PJI_BMJ,),
    next=(
        "Which side, date, all or part; osteoarthritis explains little in a replaced knee; new "
        "pain or a leak is a possible infection"
    ),
    remark=(
        "The first draft's title said that the osteoarthritis finding is not about that knee; it "
        "rests on the pain of the knee of this visit, which may be the replaced one."
    ),
)
T01 = Presentation(
    code="T01",
    name="patellar-tendon-pattern",
    title="Patellar tendon pattern",
    when=TENDON_PAIN.is_(YES) & AGE.under(TENDON_AGE),
    claims=(
        "A-050",
        "A-051",
        "A-052",
        "A-053",
        "A-054",
        "A-055",
        "A-057",
        "A-058",
    ),
    sources=(sources.PATELLAR,),
    next="Decline squat, palpate lower pole; teen: Osgood-Schlatter/SLJ and HIP exam",
)
N01 = Presentation(
    code="N01",
    name="motor-neuron-disease-to-exclude",
    title="Motor neuron disease to exclude",
    before_procedure=True,
    when=(WEAK | TOES_DRAG.is_(YES))
    & (
        THINNER.is_(YES)
        | OTHER_PARTS.is_(OTHER_LEG, ELSEWHERE)
        | TREND.is_(WORSE)
        | SPEECH_OR_SWALLOWING.is_(YES)
    )
    & NUMBNESS.is_not(NEW_NUMB)
    & WEAKNESS_SPEED.is_(IN_MONTHS),
    claims=("B-043", "B-044", "B-045", "B-046"),
    sources=(sources.MNDA, sources.NG42, sources.NG127, sources.ALS_SURGERY),
    next=(
        "Upper and lower motor neuron signs, tongue, EMG; name it in the referral; BEFORE any knee "
        "or back procedure (21 % of ALS had surgery in the 5 years before, 61 % of these for ALS "
        "symptoms)"
    ),
)
N02 = Presentation(
    code="N02",
    name="benign-fasciculation-pattern",
    title="Benign fasciculation pattern",
    reassuring=True,
    when=MOVEMENT.is_(RIPPLE)
    & WEAKNESS.is_(NO)
    & TOES_DRAG.is_(NO)
    & THINNER.is_(NO)
    & NUMBNESS.is_(NO)
    & SPEECH_OR_SWALLOWING.is_(NO)
    & BACK_TO_LEG.is_(NO)
    & WALKING_OR_BALANCE.is_(NO, ONLY_PAIN)
    & TREND.known_not(WORSE)
    & NO_BONE_WARNING,
    claims=("A-092", "B-002", "B-004", "B-037", "B-038", "B-039", "B-040", "B-041", "B-042"),
    sources=(sources.BFS_MAYO, sources.FILIPPAKIS, sources.TURNER_TALBOT),
    next=("Exam first; then reassure; treat worry; no EMG needed under 40 with a normal exam"),
)
FOUR_RESTLESS_CRITERIA = (
    URGE_TO_MOVE.is_(YES) & URGE_AT_REST.is_(YES) & URGE_EASED.is_(YES) & URGE_AT_NIGHT.is_(YES)
)
N03 = Presentation(
    code="N03",
    name="restless-legs-pattern",
    title="Restless legs pattern",
    when=FOUR_RESTLESS_CRITERIA & URGE_MIMIC.is_(NO, NOT_SURE),
    claims=("B-032", "B-033", "B-034", "B-035", "B-036", "B-037"),
    sources=(sources.IRLSSG, sources.HENING),
    next="Fifth criterion by the clinician; ferritin",
)
N03M = Presentation(
    code="N03M",
    name="restless-legs-possible-mimic",
    title="Restless legs pattern, possible mimic",
    when=FOUR_RESTLESS_CRITERIA & URGE_MIMIC.is_(YES),
    claims=("B-032", "B-033", "B-034", "B-035", "B-036", "B-037"),
    sources=(sources.IRLSSG, sources.HENING),
    next="Tell cramp, sore joints and posture from restless legs",
    remark="With and without a possible mimic are two rules, so that each says its own condition.",
)
N04 = Presentation(
    code="N04",
    name="lumbar-root-pattern",
    title="Lumbar root pattern (front thigh = L3-L4/femoral)",
    when=BACK_TO_LEG.is_(PAIN_ONE_LEG, PAIN_BOTH_NEW, PAIN_BOTH_OLD, NOT_SURE)
    | (BACK_PROCEDURE & (WEAK | NUMBNESS.is_(NEW_NUMB, OLD_NUMB)))
    | (TWITCH_PLACE.is_(RIGHT_FRONT_THIGH, LEFT_FRONT_THIGH) & NUMB_WHERE.is_(NUMB_FRONT)),
    claims=("A-006", "A-032", "A-034", "B-029", "B-030", "B-031"),
    sources=(sources.NG59, sources.ROOT_MAP),
    next="Knee jerk, femoral stretch, hip flexion/knee extension",
)
N05 = Presentation(
    code="N05",
    name="peroneal-nerve-pattern",
    title="Peroneal nerve pattern",
    when=(
        TWITCH_PLACE.is_(RIGHT_OUTER, LEFT_OUTER, RIGHT_SHIN, LEFT_SHIN)
        & (TOES_DRAG.is_(YES) | NUMB_WHERE.is_(NUMB_OUTER))
    )
    | (LAST_TWO_WEEKS.is_(STILL_OR_KNELT) & NUMB_WHERE.is_(NUMB_OUTER)),
    claims=("A-006", "A-062", "A-063", "A-064", "A-065", "A-066", "A-067", "A-068"),
    sources=(sources.ROOT_MAP, sources.CPN_REVIEW),
    next="Tinel at the fibular neck; inversion spared in peroneal palsy, weak in L5",
)
N06 = Presentation(
    code="N06",
    name="known-nervous-system-disease",
    title="Known nervous-system disease",
    when=CONDITIONS.is_(NERVE_DISEASE),
    claims=("A-026", "A-028", "A-029"),
    sources=(sources.NG127,),
    next="Relate the movement to the known disease",
)
ARM_WEAK = WEAK_WHERE.is_(WEAK_ONE_ARM, WEAK_BOTH_ARMS)
N07 = Presentation(
    code="N07",
    name="arm-and-leg-signs-together",
    title="Arm and leg signs together: neck cord, motor neuron or muscle disease",
    before_procedure=True,
    when=ARM_WEAK
    & (
        WEAK_WHERE.is_(WEAK_ONE_LEG, WEAK_BOTH_LEGS)
        | THINNER.is_(YES)
        | WALKING_OR_BALANCE.is_(UNSTEADY, NOT_SURE)
        | MOVEMENT.is_(CRAMP, JERK)
    ),
    sources=(sources.NG127, sources.MYELOPATHY),
    next="Hands, reflexes, Hoffmann, gait; neck MRI before blaming a knee implant",
)

PRESENTATIONS = (
    A01, A02, A03, A03L, A04, A05, A06, A07, A08, T01,
    N01, N02, N03, N03M, N04, N05, N06, N07,
)  # fmt: skip
