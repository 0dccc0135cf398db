"""CONTENT: medicine classes, and whether one is new."""

from intake.knee_twitching import sources
from intake.knee_twitching.options import NONE, NOT_SURE, YES_NO
from intake.questionnaire import Choice, Group, Option

WATER_PILLS = Option("water-pills", "Water pills")
HEART_PILLS = Option("heart-pills", "Blood pressure or heart pills")
BLOOD_THINNERS = Option("blood-thinners", "Blood thinners")
ANTIDEPRESSANTS = Option("antidepressants", "Mood or nerve-pain pills (antidepressants)")
LITHIUM = Option("lithium", "Lithium")
STEROIDS = Option("steroids", "Steroids")
STIMULANTS = Option("stimulants", "Stimulants (ADHD, diet, cold)")
ASTHMA = Option("asthma-medicine", "Asthma or lung medicine")
STATINS = Option("statins", "Cholesterol pills (statins)")
ACID_PILLS = Option("acid-pills", "Stomach acid pills")
NAUSEA_PILLS = Option("nausea-pills", "Nausea pills")
DIABETES_PILLS = Option("diabetes-medicine", "Insulin or diabetes pills")
IMMUNE_MEDICINE = Option("immune-medicine", "Immune or arthritis shots or pills")
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
    items=(MEDICINES, NEW_MEDICINE),
)
