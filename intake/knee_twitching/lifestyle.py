"""CONTENT: the last two weeks, restless legs, worry, and the patient's own words."""

from intake.knee_twitching import sources
from intake.knee_twitching.movement import (
    AT_NIGHT,
    AT_REST,
    JERK,
    MOVEMENT,
    SLEEP_BROKEN,
    URGE,
    WORST_WHEN,
)
from intake.knee_twitching.options import NO, NONE, NOT_SURE, YES_NO
from intake.option import Option
from intake.questionnaire import Choice, FreeText, Group

MORE_SPORT = Option("more-sport", "Much more sport or work than usual")
NO_WARM_UP = Option("no-warm-up", "No warm-up")
STILL_OR_KNELT = Option(
    "still-or-knelt",
    "Sat, knelt, stood for hours or crossed legs",
)
DRANK_LITTLE = Option("drank-little", "Drank little")
LOST_FLUID = Option("lost-fluid", "Threw up, loose stools or heavy sweat", stands=True)
SLEPT_BADLY = Option("slept-badly", "Slept badly")
STRESS = Option("stress", "High stress or worry")
FEW_MINERALS = Option("few-minerals", "Few fruits, greens, nuts or dairy")
FEW_VITAMINS = Option("few-vitamins", "No meat, fish, eggs or sun")
MUCH_CAFFEINE = Option("caffeine", "4+ coffee, tea, cola, energy drinks a day")
ALCOHOL = Option("alcohol", "Alcohol on most days")
NICOTINE = Option("nicotine", "Smoke, vape or chew")
LAST_TWO_WEEKS = Choice(
    link_id="last-two-weeks",
    code="LF01",
    text="In the last 2 weeks? Tap all that fit.",
    short="In the last 2 weeks",
    options=(
        MORE_SPORT,
        NO_WARM_UP,
        STILL_OR_KNELT,
        DRANK_LITTLE,
        LOST_FLUID,
        SLEPT_BADLY,
        STRESS,
        FEW_MINERALS,
        FEW_VITAMINS,
        MUCH_CAFFEINE,
        ALCOHOL,
        NICOTINE,
        NONE,
        NOT_SURE,
    ),
    repeats=True,
    control="two-columns",
    claims=(
        "A-004",
        "A-007",
        "A-008",
        "A-012",
        "A-013",
        "A-014",
        "A-015",
        "A-016",
        "A-017",
        "A-018",
        "A-019",
        "A-020",
        "A-021",
        "A-023",
        "A-024",
        "A-050",
        "A-064",
        "A-083",
        "A-084",
        "A-085",
        "A-086",
        "B-005",
        "B-006",
        "B-007",
        "B-008",
        "B-009",
        "B-011",
        "B-012",
        "B-013",
        "B-014",
        "B-016",
        "B-017",
        "B-018",
        "B-022",
        "B-023",
        "B-072",
    ),
    sources=(sources.CAFFEINE, sources.NIAAA),
)

CAFFEINE_1_TO_3 = Option("1-to-3", "1 to 3")
CAFFEINE_4_TO_5 = Option("4-to-5", "4 to 5")
CAFFEINE_6_OR_MORE = Option("6-or-more", "6 or more")
CAFFEINE_DRINKS = Choice(
    link_id="caffeine-drinks",
    code="LF02",
    text="How many drinks with caffeine in a day?",
    short="Caffeine drinks a day",
    options=(CAFFEINE_1_TO_3, CAFFEINE_4_TO_5, CAFFEINE_6_OR_MORE, NOT_SURE),
    enable_when=LAST_TWO_WEEKS.is_(MUCH_CAFFEINE),
    claims=("A-023", "B-011", "B-071"),
    sources=(sources.CAFFEINE,),
)
ALCOHOL_TO_7 = Option("up-to-7", "Up to 7")
ALCOHOL_8_TO_14 = Option("8-to-14", "8 to 14")
ALCOHOL_15_OR_MORE = Option("15-or-more", "15 or more")
RATHER_NOT_SAY = Option("rather-not-say", "Rather not say", unknown=True)
ALCOHOL_DRINKS = Choice(
    link_id="alcohol-drinks",
    code="LF03",
    text="How many alcohol drinks in a week?",
    short="Alcohol drinks a week",
    options=(ALCOHOL_TO_7, ALCOHOL_8_TO_14, ALCOHOL_15_OR_MORE, RATHER_NOT_SAY),
    enable_when=LAST_TWO_WEEKS.is_(ALCOHOL),
    claims=("A-024",),
    sources=(sources.NIAAA, sources.AUDIT_C),
)
CIGARETTES = Option("cigarettes", "Cigarettes")
VAPE = Option("vape", "Vape")
CHEW = Option("chew", "Chew or pouch")
PATCH = Option("patch", "Patch or gum")
NICOTINE_KIND = Choice(
    link_id="nicotine-kind",
    code="LF04",
    text="What do you use? Tap all.",
    short="Nicotine",
    options=(CIGARETTES, VAPE, CHEW, PATCH),
    repeats=True,
    enable_when=LAST_TWO_WEEKS.is_(NICOTINE),
    claims=("B-072",),
    sources=(sources.OURS,),
)
USES_NICOTINE = NICOTINE_KIND.is_(CIGARETTES, VAPE, CHEW, PATCH)

URGE_TO_MOVE = Choice(
    link_id="urge-to-move",
    code="RL01",
    text="Do you get a strong urge to move your legs, with a bad feeling in them?",
    short="Urge to move the legs",
    options=YES_NO,
    enable_when=MOVEMENT.is_(URGE, JERK) | WORST_WHEN.is_(AT_REST, AT_NIGHT) | SLEEP_BROKEN,
    claims=("B-032", "B-033", "B-034"),
    sources=(sources.IRLSSG,),
)
URGE_AT_REST = Choice(
    link_id="urge-at-rest",
    code="RL02",
    text="Does it start or get worse when you rest?",
    short="Urge worse at rest",
    options=YES_NO,
    claims=("B-036",),
    sources=(sources.IRLSSG,),
)
URGE_EASED = Choice(
    link_id="urge-eased",
    code="RL03",
    text="Does walking or stretching ease it while you move?",
    short="Urge eased by moving",
    options=YES_NO,
    claims=("B-033",),
    sources=(sources.IRLSSG,),
)
URGE_AT_NIGHT = Choice(
    link_id="urge-at-night",
    code="RL04",
    text="Is it worse in the evening or at night?",
    short="Urge worse in the evening",
    options=YES_NO,
    claims=("B-037",),
    sources=(sources.IRLSSG,),
)
URGE_MIMIC = Choice(
    link_id="urge-mimic",
    code="RL05",
    text="Is it really a cramp, sore joints, or the way you sit?",
    short="Really a cramp, sore joints or posture",
    options=YES_NO,
    claims=("A-001",),
    sources=(sources.IRLSSG,),
)
ABOUT_THE_URGE = Group(
    link_id="about-the-urge",
    text="About the urge to move",
    grid=True,
    enable_when=URGE_TO_MOVE.is_not(NO),
    items=(URGE_AT_REST, URGE_EASED, URGE_AT_NIGHT, URGE_MIMIC),
)

WORRY_PAIN = Option("pain", "Pain")
WORRY_JOINT = Option("joint-disease", "A joint disease")
WORRY_NERVE = Option("nerve-disease", "A nerve disease")
WORRY_SURGERY = Option("surgery", "Surgery")
WORRY_NOTHING = Option("nothing", "Nothing")
WORRY = Choice(
    link_id="worry",
    code="WR01",
    text="What worries you most? You may skip this.",
    short="Main worry",
    options=(WORRY_PAIN, WORRY_JOINT, WORRY_NERVE, WORRY_SURGERY, WORRY_NOTHING),
    required=False,
    claims=("A-002", "B-009"),
    sources=(sources.FASICS,),
)
ANYTHING_ELSE = FreeText(
    link_id="anything-else",
    code="FT01",
    text="Anything else we should know? You may skip this.",
    short="In the patient's own words",
    required=False,
    claims=("A-109",),
    sources=(sources.OURS,),
)

DAILY_LIFE = Group(
    link_id="daily-life",
    text="Daily life",
    items=(
        LAST_TWO_WEEKS,
        CAFFEINE_DRINKS,
        ALCOHOL_DRINKS,
        NICOTINE_KIND,
        URGE_TO_MOVE,
        ABOUT_THE_URGE,
        WORRY,
        ANYTHING_ELSE,
    ),
)
