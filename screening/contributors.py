"""CONTENT: medicines, conditions and habits that may add to the complaint or guard treatment."""

from intake.knee_twitching import sources
from intake.knee_twitching.arrival import MALE, SEX_AT_BIRTH
from intake.knee_twitching.history import (
    CONDITIONS,
    HEART_OR_STROKE,
    KIDNEY_DISEASE,
    PREGNANT,
)
from intake.knee_twitching.lifestyle import (
    ALCOHOL_8_TO_14,
    ALCOHOL_15_OR_MORE,
    ALCOHOL_DRINKS,
    CAFFEINE_4_TO_5,
    CAFFEINE_6_OR_MORE,
    CAFFEINE_DRINKS,
    DRANK_LITTLE,
    FEW_MINERALS,
    FEW_VITAMINS,
    LAST_TWO_WEEKS,
    LOST_FLUID,
    MORE_SPORT,
    NO_WARM_UP,
    SLEPT_BADLY,
    STILL_OR_KNELT,
    STRESS,
    USES_NICOTINE,
    WORRY,
    WORRY_NERVE,
)
from intake.knee_twitching.medicine_names import (
    ACE_INHIBITORS,
    ARBS,
    DIGOXIN,
    DOPAMINE_BLOCKERS,
    DOPAMINE_BLOCKING_NAUSEA_PILLS,
    FLUOROQUINOLONES,
    INHALED_STEROIDS,
    OFTEN_WITH_INHALED_STEROID,
    POTASSIUM_RAISING_IMMUNE,
    POTASSIUM_SPARING,
    SEROTONIN_NAUSEA_PILLS,
    SEROTONIN_PARTNERS,
)
from intake.knee_twitching.medicines import (
    ACID_PILLS,
    ANTIDEPRESSANTS,
    ASTHMA,
    BLOOD_THINNERS,
    DIABETES_PILLS,
    HEART_PILLS,
    LITHIUM,
    MEDICINES,
    NAMED_ASTHMA_MEDICINE,
    NAMED_HEART_PILLS,
    NAMED_IMMUNE_MEDICINE,
    NAMED_NAUSEA_PILLS,
    NAMED_OTHER_MEDICINE,
    NAMED_WATER_PILLS,
    NAUSEA_PILLS,
    STATINS,
    STEROIDS,
    STIMULANTS,
    WATER_PILLS,
)
from screening.finding import Addition, Contributor

M01 = Contributor(
    code="M01",
    name="diuretic",
    title="Diuretic",
    when=MEDICINES.is_(WATER_PILLS),
    claims=("A-089", "B-024"),
    sources=(sources.GARRISON,),
    next="U&E/Mg; also a gout trigger",
)
M02 = Contributor(
    code="M02",
    name="antidepressant",
    title="Antidepressant",
    when=MEDICINES.is_(ANTIDEPRESSANTS),
    claims=("A-090", "B-026"),
    sources=(sources.LABELS, sources.HUNTER),
    next="Interactions: tramadol, triptan, linezolid, St John's wort",
)
M03 = Contributor(
    code="M03",
    name="corticosteroid",
    title="Corticosteroid",
    when=MEDICINES.is_(STEROIDS),
    claims=("A-091",),
    sources=(sources.STEROID_MYOPATHY,),
    next="Proximal power, K, glucose; can mask infection",
)
M04 = Contributor(
    code="M04",
    name="stimulant",
    title="Stimulant",
    when=MEDICINES.is_(STIMULANTS),
    claims=("B-025",),
    sources=(sources.LABELS,),
    next="Pulse, BP, dose time",
)
M05 = Contributor(
    code="M05",
    name="asthma-medicine",
    title="Asthma or lung medicine",
    when=MEDICINES.is_(ASTHMA),
    claims=("B-027",),
    sources=(sources.GARRISON,),
    next="K, theophylline level; never advise stopping",
)
M06 = Contributor(
    code="M06",
    name="statin-or-acid-pill",
    title="Other medicine linked to cramps or twitching (statin, stomach acid pill)",
    when=MEDICINES.is_(STATINS, ACID_PILLS),
    sources=(sources.GARRISON, sources.PPI_FDA),
    next="CK if weak or sore; Mg",
)
M07 = Contributor(
    code="M07",
    name="blood-thinner",
    title="Blood thinner: bleeding risk (injection, blood in the joint, femoral nerve)",
    when=MEDICINES.is_(BLOOD_THINNERS),
    sources=(sources.LABELS,),
    next="INR/anti-Xa as fits, before a needle",
)
M08 = Contributor(
    code="M08",
    name="lithium",
    title="Lithium",
    when=MEDICINES.is_(LITHIUM),
    sources=(sources.LITHIUM_LABEL,),
    next="Level, U&E, thyroid, calcium; ask about pain pills (NSAID) and loose stools",
)
M09 = Contributor(
    code="M09",
    name="blood-pressure-or-heart-medicine",
    title="Blood pressure or heart medicine",
    when=MEDICINES.is_(HEART_PILLS),
    sources=(sources.LABELS,),
    next="Name it; K if weak or kidney disease",
)
M10 = Contributor(
    code="M10",
    name="nausea-medicine",
    title="Nausea medicine",
    when=MEDICINES.is_(NAUSEA_PILLS),
    sources=(sources.LABELS,),
    next="Which one; with a dopamine blocker restless all day: akathisia; swap with the prescriber",
    remark=(
        "The first draft called each of them a dopamine blocker; ondansetron is none, and one by "
        "name is M13."
    ),
)
M11 = Contributor(
    code="M11",
    name="diabetes-medicine",
    title="Diabetes medicine",
    when=MEDICINES.is_(DIABETES_PILLS),
    sources=(sources.LABELS,),
    next="Glucose if shaky or mixed up; B12 with metformin",
)

# Medicines by name, the pairs that can harm first on the page. A class without a name still stands.

M12 = Contributor(
    code="M12",
    name="antidepressant-with-a-serotonin-partner",
    title="Antidepressant with tramadol, a triptan or ondansetron",
    when=MEDICINES.is_(ANTIDEPRESSANTS)
    & (
        NAMED_OTHER_MEDICINE.is_(*SEROTONIN_PARTNERS)
        | NAMED_NAUSEA_PILLS.is_(*SEROTONIN_NAUSEA_PILLS)
    ),
    sources=(sources.HUNTER, sources.LABELS),
    next="Serotonin excess: clonus, tremor, sweats, pulse; review the pair with the prescriber",
)
M13 = Contributor(
    code="M13",
    name="dopamine-blocker-by-name",
    title="Dopamine blocker",
    when=NAMED_NAUSEA_PILLS.is_(*DOPAMINE_BLOCKING_NAUSEA_PILLS)
    | NAMED_OTHER_MEDICINE.is_(*DOPAMINE_BLOCKERS),
    sources=(sources.LABELS,),
    next=(
        "Restless all day since the start: akathisia, not restless legs; dystonia; slow movement; "
        "swap with the prescriber"
    ),
)
M14 = Contributor(
    code="M14",
    name="lithium-with-what-raises-it",
    title="Lithium with a water pill, ACE inhibitor, ARB or little to drink",
    when=MEDICINES.is_(LITHIUM)
    & (
        MEDICINES.is_(WATER_PILLS)
        | NAMED_HEART_PILLS.is_(*ACE_INHIBITORS, *ARBS)
        | LAST_TWO_WEEKS.is_(DRANK_LITTLE)
    ),
    sources=(sources.LITHIUM_LABEL,),
    next="Lithium level, U&E; ask about NSAIDs; unsteady, coarse tremor or loose stools: today",
    remark=(
        "Loose stools, shaking or unsteady walking with lithium are S21, which is same day. "
        "NSAIDs are not asked about."
    ),
)
M15 = Contributor(
    code="M15",
    name="digoxin",
    title="Digoxin: danger when potassium or magnesium is low",
    when=NAMED_HEART_PILLS.is_(DIGOXIN),
    adds=(
        Addition(
            MEDICINES.is_(WATER_PILLS, STEROIDS, ASTHMA, ACID_PILLS)
            | LAST_TWO_WEEKS.is_(LOST_FLUID),
            "beside something that lowers them",
        ),
    ),
    sources=(sources.LABELS,),
    next="K, Mg, U&E, digoxin level, pulse, ECG",
)
M16 = Contributor(
    code="M16",
    name="inhaled-steroid",
    title="Inhaled steroid, or an inhaler that often holds one: low steroid risk",
    when=NAMED_ASTHMA_MEDICINE.is_(*INHALED_STEROIDS, *OFTEN_WITH_INHALED_STEROID),
    sources=(sources.LABELS,),
    next="Which inhaler, dose, years; steroid tablets too? Never advise stopping",
    remark="No rule counts it as a steroid.",
)
M17 = Contributor(
    code="M17",
    name="medicine-that-raises-potassium",
    title="Medicine that raises potassium",
    when=NAMED_WATER_PILLS.is_(*POTASSIUM_SPARING)
    | NAMED_HEART_PILLS.is_(*ACE_INHIBITORS, *ARBS)
    | NAMED_IMMUNE_MEDICINE.is_(*POTASSIUM_RAISING_IMMUNE),
    adds=(Addition(CONDITIONS.is_(KIDNEY_DISEASE), "with kidney disease"),),
    sources=(sources.LABELS,),
    next="K, U&E; no potassium-rich diet or salt substitute before they are known",
)
M18 = Contributor(
    code="M18",
    name="other-medicine-by-name",
    title="Other medicine linked to twitching, cramps or restless legs",
    when=NAMED_OTHER_MEDICINE.known_not(),
    adds=(Addition(NAMED_OTHER_MEDICINE.is_(*FLUOROQUINOLONES), "one of them can harm tendons"),),
    sources=(sources.LABELS,),
    next="Start or dose change before the twitching? Review with the prescriber",
)
H01 = Contributor(
    code="H01",
    name="pregnancy-or-just-after",
    title="Pregnancy or just after",
    when=CONDITIONS.is_(PREGNANT),
    sources=(sources.NG158, sources.IRLSSG),
    next="Clot questions aloud; ferritin; limits on X-ray and drugs",
)
H02 = Contributor(
    code="H02",
    name="heart-disease-or-stroke",
    title="Heart disease or stroke",
    when=CONDITIONS.is_(HEART_OR_STROKE),
    sources=(sources.OURS,),
    next="Rhythm, blood thinner, drug list; fluid and exercise limits",
)
L01 = Contributor(
    code="L01",
    name="muscle-overuse",
    title="Muscle overuse",
    when=LAST_TWO_WEEKS.is_(MORE_SPORT),
    claims=("A-004", "A-012", "B-006", "B-007"),
    sources=(sources.OURS,),
    next="Load plan",
)
L02 = Contributor(
    code="L02",
    name="dehydration-risk",
    title="Dehydration risk",
    when=LAST_TWO_WEEKS.is_(DRANK_LITTLE, LOST_FLUID),
    claims=("A-008", "A-013", "A-084", "B-014"),
    sources=(sources.OURS,),
    next="Fluids unless heart or kidney limit",
)
L03 = Contributor(
    code="L03",
    name="stress-or-worry",
    title="Stress or worry",
    when=LAST_TWO_WEEKS.is_(STRESS) | WORRY.is_(WORRY_NERVE),
    claims=("A-014", "B-008", "B-009", "B-010"),
    sources=(sources.FASICS,),
    next="PHQ/GAD by the clinician",
)
L04 = Contributor(
    code="L04",
    name="long-still-posture",
    title="Long still posture",
    when=LAST_TWO_WEEKS.is_(STILL_OR_KNELT),
    claims=("A-015", "A-016", "A-064"),
    sources=(sources.OURS,),
    next="Breaks; leg crossing: peroneal nerve",
)
L05 = Contributor(
    code="L05",
    name="sudden-activity-change",
    title="Sudden activity change",
    when=LAST_TWO_WEEKS.is_(MORE_SPORT),
    claims=("A-017",),
    sources=(sources.OURS,),
    next="Graded return",
)
L06 = Contributor(
    code="L06",
    name="no-warm-up",
    title="No warm-up",
    when=LAST_TWO_WEEKS.is_(NO_WARM_UP),
    claims=("A-018",),
    sources=(sources.OURS,),
    next="Warm-up advice",
)
L07 = Contributor(
    code="L07",
    name="poor-sleep",
    title="Poor sleep",
    when=LAST_TWO_WEEKS.is_(SLEPT_BADLY),
    claims=("B-012",),
    sources=(sources.OURS,),
    next="Sleep; restless legs screen",
)
L08 = Contributor(
    code="L08",
    name="low-mineral-intake",
    title="Low mineral intake",
    when=LAST_TWO_WEEKS.is_(FEW_MINERALS),
    claims=("A-020", "A-021", "A-022", "B-016", "B-017", "B-018", "B-019"),
    sources=(sources.OURS,),
    next="Diet before pills; no potassium advice in kidney disease",
)
L09 = Contributor(
    code="L09",
    name="high-caffeine",
    title="High caffeine",
    when=CAFFEINE_DRINKS.is_(CAFFEINE_4_TO_5, CAFFEINE_6_OR_MORE),
    claims=("A-023", "A-025", "B-011"),
    sources=(sources.CAFFEINE,),
    next="Step down",
)
L10 = Contributor(
    code="L10",
    name="alcohol-above-low-risk",
    title="Alcohol above low-risk level",
    when=ALCOHOL_DRINKS.is_(ALCOHOL_15_OR_MORE)
    | (ALCOHOL_DRINKS.is_(ALCOHOL_8_TO_14) & SEX_AT_BIRTH.is_not(MALE)),
    claims=("A-024", "A-025"),
    sources=(sources.NIAAA, sources.AUDIT_C),
    next="Mg, B1, neuropathy, withdrawal; needs a private talk",
)
L11 = Contributor(
    code="L11",
    name="vitamin-b12-or-d-risk",
    title="Vitamin B12 or D risk",
    when=LAST_TWO_WEEKS.is_(FEW_VITAMINS) | MEDICINES.is_(DIABETES_PILLS, ACID_PILLS),
    claims=("A-085", "A-086", "B-022", "B-023"),
    sources=(sources.THABIT,),
    next="B12 (metformin and acid pills, not insulin), 25-OH-D",
    remark="The class is asked; the first draft did not say that insulin does not count.",
)
L12 = Contributor(
    code="L12",
    name="nicotine",
    title="Nicotine",
    when=USES_NICOTINE,
    claims=("B-072",),
    sources=(sources.OURS,),
    next="Stop-smoking offer",
)

CONTRIBUTORS = (
    M12, M14, M15, M13, M17, M01, M02, M03, M04, M05, M06, M07, M08, M09, M10, M11,
    M16, M18, H01, H02,
    L01, L02, L03, L04, L05, L06, L07, L08, L09, L10, L11, L12,
)  # fmt: skip
