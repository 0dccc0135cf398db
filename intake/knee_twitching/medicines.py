"""CONTENT: medicine classes, which medicines of each, and whether one is new."""

from intake.knee_twitching import sources
from intake.knee_twitching.medicine_names import (
    ACID_PILL_NAMES,
    ANTIDEPRESSANT_NAMES,
    ASTHMA_NAMES,
    BLOOD_THINNER_NAMES,
    DIABETES_NAMES,
    HEART_PILL_NAMES,
    IMMUNE_NAMES,
    NAUSEA_PILL_NAMES,
    OTHER_NAMES,
    STATIN_NAMES,
    STEROID_NAMES,
    STIMULANT_NAMES,
    WATER_PILL_NAMES,
)
from intake.knee_twitching.options import NONE, NOT_SURE, YES_NO
from intake.medicine import Medicine
from intake.option import Option
from intake.questionnaire import Choice, Group

WATER_PILLS = Option("water-pills", "Water pills", stands=True)
HEART_PILLS = Option("heart-pills", "Blood pressure or heart pills")
BLOOD_THINNERS = Option("blood-thinners", "Blood thinners")
ANTIDEPRESSANTS = Option("antidepressants", "Mood or nerve-pain pills (antidepressants)")
LITHIUM = Medicine("lithium", "Lithium", stands=True, rxcui="6448")
"""The one class that is its own name: it has no list to choose from."""
STEROIDS = Option("steroids", "Steroids", stands=True)
STIMULANTS = Option("stimulants", "Stimulants (ADHD, diet, cold)")
ASTHMA = Option("asthma-medicine", "Asthma or lung medicine", stands=True)
STATINS = Option("statins", "Cholesterol pills (statins)")
ACID_PILLS = Option("acid-pills", "Stomach acid pills", stands=True)
NAUSEA_PILLS = Option("nausea-pills", "Nausea pills")
DIABETES_PILLS = Option("diabetes-medicine", "Insulin or diabetes pills")
IMMUNE_MEDICINE = Option("immune-medicine", "Immune or arthritis shots or pills", stands=True)
OTHER_MEDICINE = Option("other-medicine", "Other")
MEDICINES = Choice(
    link_id="medicines",
    code="MD01",
    text="Do you take any of these? Tap all.",
    short="Medicines",
    options=(
        WATER_PILLS,
        HEART_PILLS,
        BLOOD_THINNERS,
        ANTIDEPRESSANTS,
        LITHIUM,
        STEROIDS,
        STIMULANTS,
        ASTHMA,
        STATINS,
        ACID_PILLS,
        NAUSEA_PILLS,
        DIABETES_PILLS,
        IMMUNE_MEDICINE,
        OTHER_MEDICINE,
        NONE,
        NOT_SURE,
    ),
    repeats=True,
    control="two-columns",
    claims=("A-088", "A-089", "A-090", "A-091", "B-024", "B-025", "B-026", "B-027"),
    sources=(sources.LABELS,),
)

# Which ones: a list for each class that was ticked, all on one screen that may be skipped.

NAME_UNKNOWN = Option("do-not-know", "I do not know the name", exclusive=True, unknown=True)
"""The class stays ticked: whatever rests on it alone holds without a name."""
NAMED_WATER_PILLS = Choice(
    link_id="water-pills-names",
    code="MD02a",
    text="Which water pills?",
    short="Water pills, by name",
    options=(*WATER_PILL_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(WATER_PILLS),
    claims=("A-089", "B-024"),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_HEART_PILLS = Choice(
    link_id="heart-pills-names",
    code="MD02b",
    text="Which blood pressure or heart pills?",
    short="Blood pressure or heart pills, by name",
    options=(*HEART_PILL_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(HEART_PILLS),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_BLOOD_THINNERS = Choice(
    link_id="blood-thinners-names",
    code="MD02c",
    text="Which blood thinners?",
    short="Blood thinners, by name",
    options=(*BLOOD_THINNER_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(BLOOD_THINNERS),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_ANTIDEPRESSANTS = Choice(
    link_id="antidepressants-names",
    code="MD02d",
    text="Which mood or nerve-pain pills?",
    short="Mood or nerve-pain pills, by name",
    options=(*ANTIDEPRESSANT_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(ANTIDEPRESSANTS),
    claims=("A-090", "B-026"),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_STEROIDS = Choice(
    link_id="steroids-names",
    code="MD02e",
    text="Which steroids?",
    short="Steroids, by name",
    options=(*STEROID_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(STEROIDS),
    claims=("A-091",),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_STIMULANTS = Choice(
    link_id="stimulants-names",
    code="MD02f",
    text="Which stimulants?",
    short="Stimulants, by name",
    options=(*STIMULANT_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(STIMULANTS),
    claims=("B-025",),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_ASTHMA_MEDICINE = Choice(
    link_id="asthma-medicine-names",
    code="MD02g",
    text="Which asthma or lung medicine?",
    short="Asthma or lung medicine, by name",
    options=(*ASTHMA_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(ASTHMA),
    claims=("B-027",),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_STATINS = Choice(
    link_id="statins-names",
    code="MD02h",
    text="Which cholesterol pills?",
    short="Cholesterol pills, by name",
    options=(*STATIN_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(STATINS),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_ACID_PILLS = Choice(
    link_id="acid-pills-names",
    code="MD02i",
    text="Which stomach acid pills?",
    short="Stomach acid pills, by name",
    options=(*ACID_PILL_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(ACID_PILLS),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_NAUSEA_PILLS = Choice(
    link_id="nausea-pills-names",
    code="MD02j",
    text="Which nausea pills?",
    short="Nausea pills, by name",
    options=(*NAUSEA_PILL_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(NAUSEA_PILLS),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_DIABETES_PILLS = Choice(
    link_id="diabetes-medicine-names",
    code="MD02k",
    text="Which insulin or diabetes pills?",
    short="Insulin or diabetes pills, by name",
    options=(*DIABETES_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(DIABETES_PILLS),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_IMMUNE_MEDICINE = Choice(
    link_id="immune-medicine-names",
    code="MD02l",
    text="Which immune or arthritis shots or pills?",
    short="Immune or arthritis shots or pills, by name",
    options=(*IMMUNE_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(IMMUNE_MEDICINE),
    sources=(sources.LABELS, sources.RXNORM),
)
NAMED_OTHER_MEDICINE = Choice(
    link_id="other-medicine-names",
    code="MD02m",
    text="Which other medicine?",
    short="Other medicine, by name",
    options=(*OTHER_NAMES, NAME_UNKNOWN),
    repeats=True,
    required=False,
    enable_when=MEDICINES.is_(OTHER_MEDICINE),
    sources=(sources.LABELS, sources.RXNORM),
)
MEDICINE_NAMES = Group(
    link_id="medicine-names",
    text="Which ones? Type 3 letters or skip.",
    items=(
        NAMED_WATER_PILLS,
        NAMED_HEART_PILLS,
        NAMED_BLOOD_THINNERS,
        NAMED_ANTIDEPRESSANTS,
        NAMED_STEROIDS,
        NAMED_STIMULANTS,
        NAMED_ASTHMA_MEDICINE,
        NAMED_STATINS,
        NAMED_ACID_PILLS,
        NAMED_NAUSEA_PILLS,
        NAMED_DIABETES_PILLS,
        NAMED_IMMUNE_MEDICINE,
        NAMED_OTHER_MEDICINE,
    ),
    enable_when=MEDICINES.is_(
        WATER_PILLS,
        HEART_PILLS,
        BLOOD_THINNERS,
        ANTIDEPRESSANTS,
        STEROIDS,
        STIMULANTS,
        ASTHMA,
        STATINS,
        ACID_PILLS,
        NAUSEA_PILLS,
        DIABETES_PILLS,
        IMMUNE_MEDICINE,
        OTHER_MEDICINE,
    ),
    page=True,
)

TAKES_ANY = MEDICINES.known_not(NONE)
NEW_MEDICINE = Choice(
    link_id="new-medicine",
    code="MD03",
    text="Any new one, or a dose change, in the last 3 months?",
    short="New medicine or dose in the last 3 months",
    options=YES_NO,
    enable_when=TAKES_ANY,
    claims=("A-088",),
    sources=(sources.LABELS,),
)

YOUR_MEDICINES = Group(
    link_id="your-medicines",
    text="Medicines",
    items=(MEDICINES, MEDICINE_NAMES, NEW_MEDICINE),
)
