"""CONTENT: strength, feeling, walking, back, and signs of other disease. Asked of everybody."""

from intake.knee_twitching import sources
from intake.knee_twitching.options import NO, NOT_SURE, YES, YES_NO
from intake.option import Option
from intake.questionnaire import Choice, Group, NoToAll, Role

WEAKNESS = Choice(
    link_id="weakness",
    code="NV01",
    text="Is an arm or a leg weaker than it used to be? Ask the person with you, too.",
    short="Arm or leg weaker than before",
    options=YES_NO,
    role=Role.WARNING,
    claims=("A-036", "A-057", "A-099", "B-020", "B-021", "B-045", "B-051"),
    sources=(sources.NG127, sources.MNDA),
)
TOES_DRAG = Choice(
    link_id="toes-drag",
    code="NV02",
    text="Do your toes drag, or do you trip on them?",
    short="Toes drag or trip",
    options=YES_NO,
    role=Role.WARNING,
    claims=("A-067",),
    sources=(sources.CPN_REVIEW, sources.MNDA),
)
THINNER = Choice(
    link_id="thinner",
    code="NV03",
    text="Does one leg or muscle look thinner?",
    short="A leg or muscle looks thinner",
    options=YES_NO,
    role=Role.WARNING,
    claims=("B-046", "B-054"),
    sources=(sources.NG127,),
)
NEW_NUMB = Option("new", "Yes, new or changing", concern=3)
OLD_NUMB = Option("over-a-year", "Yes, the same for over a year", concern=1)
NUMBNESS = Choice(
    link_id="numbness",
    code="NV04",
    text="Is any of your skin numb or full of pins and needles?",
    short="Numb skin or pins and needles",
    options=(NEW_NUMB, OLD_NUMB, NO, NOT_SURE),
    role=Role.WARNING,
    claims=("A-006", "A-035", "A-068", "A-100", "B-052", "B-029"),
    sources=(sources.NG127, sources.ROOT_MAP),
)
ONLY_PAIN = Option("only-from-pain", "Yes, but only from pain", concern=1)
UNSTEADY = Option("unsteady", "Yes, weak, stiff or unsteady, or I fall", concern=3)
WALKING_OR_BALANCE = Choice(
    link_id="walking-or-balance",
    code="NV05",
    text="Is it hard to walk or keep your balance, or do you fall? For a child: any limp?",
    short="Hard to walk or balance, falls, limp",
    options=(UNSTEADY, ONLY_PAIN, NO, NOT_SURE),
    role=Role.WARNING,
    claims=("B-055", "B-056", "A-070"),
    sources=(sources.NG127,),
)
OTHER_LEG = Option("other-leg", "Yes, only the other leg", concern=1)
ELSEWHERE = Option("elsewhere", "Yes, arms, face or elsewhere", concern=3)
OTHER_PARTS = Choice(
    link_id="other-parts",
    code="NV06",
    text="Do you twitch in other parts too?",
    short="Twitching in other parts",
    options=(ELSEWHERE, OTHER_LEG, NO, NOT_SURE),
    role=Role.WARNING,
    claims=("B-042", "B-044", "B-057"),
    sources=(sources.NG127,),
)
STRENGTH_AND_FEELING = Group(
    link_id="strength-and-feeling",
    text="Strength and feeling",
    hint="If someone is with you, ask what they see.",
    grid=True,
    items=(
        WEAKNESS,
        TOES_DRAG,
        THINNER,
        NUMBNESS,
        WALKING_OR_BALANCE,
        OTHER_PARTS,
        NoToAll(
            link_id="strength-and-feeling-no-to-all",
            code="",
            text="No to all of these",
            required=False,
        ),
    ),
)

IN_HOURS = Option("hours", "In hours", concern=5)
IN_DAYS = Option("days", "In days", concern=4)
IN_WEEKS = Option("1-to-4-weeks", "In 1 to 4 weeks", concern=3)
IN_MONTHS = Option("months", "In months", concern=1)
ALWAYS_SO = Option("always", "Always been so")
WEAKNESS_SPEED = Choice(
    link_id="weakness-speed",
    code="WK1",
    text="How fast did the weakness come?",
    short="How fast the weakness came",
    options=(IN_HOURS, IN_DAYS, IN_WEEKS, IN_MONTHS, ALWAYS_SO, NOT_SURE),
    role=Role.WARNING,
    enable_when=WEAKNESS.is_not(NO) | TOES_DRAG.is_not(NO),
    claims=("A-099", "B-048"),
    sources=(sources.NG127,),
)
WITHIN_DAYS = WEAKNESS_SPEED.is_(IN_HOURS, IN_DAYS)
WITHIN_4_WEEKS = WEAKNESS_SPEED.is_(IN_HOURS, IN_DAYS, IN_WEEKS)
NOT_ALWAYS_SO = WEAKNESS_SPEED.known_not(ALWAYS_SO)

WEAK_ONE_LEG = Option("one-leg", "One leg", concern=3)
WEAK_BOTH_LEGS = Option("both-legs", "Both legs", concern=3)
WEAK_ONE_ARM = Option("one-arm", "One arm or hand", concern=3)
WEAK_BOTH_ARMS = Option("both-arms", "Both arms or hands", concern=3)
WEAK_WHERE = Choice(
    link_id="weak-where",
    code="WK2",
    text="Where are you weak? Tap all.",
    short="Where it is weak",
    options=(WEAK_ONE_LEG, WEAK_BOTH_LEGS, WEAK_ONE_ARM, WEAK_BOTH_ARMS, NOT_SURE),
    repeats=True,
    role=Role.WARNING,
    enable_when=WEAKNESS.is_not(NO),
    claims=("A-099",),
    sources=(sources.NG127, sources.MYELOPATHY),
)

NUMB_FRONT = Option("front-thigh", "Front of thigh or inner shin", concern=1)
NUMB_OUTER = Option("outer-shin", "Outer shin or top of foot", concern=1)
NUMB_BACK = Option("sole-or-back", "Sole or back of leg", concern=1)
NUMB_FEET = Option("both-feet", "Both feet", concern=1)
NUMB_MOUTH = Option("mouth-or-hands", "Around my mouth or both hands", concern=3)
NUMB_SCAR = Option("scar-or-other", "Near a scar or another place")
NUMB_WHERE = Choice(
    link_id="numb-where",
    code="NB1",
    text="Where is it numb or tingling? Tap all.",
    short="Where it is numb or tingling",
    options=(NUMB_FRONT, NUMB_OUTER, NUMB_BACK, NUMB_FEET, NUMB_MOUTH, NUMB_SCAR, NOT_SURE),
    repeats=True,
    role=Role.WARNING,
    enable_when=NUMBNESS.is_not(NO),
    claims=("A-068", "B-052"),
    sources=(sources.ROOT_MAP, sources.HYPOCALCEMIA),
)

PAIN_ONE_LEG = Option("one-leg", "One leg", concern=1)
PAIN_BOTH_NEW = Option("both-new", "Both legs, new or worse", concern=3)
PAIN_BOTH_OLD = Option("both-old", "Both legs, old and the same", concern=1)
BACK_TO_LEG = Choice(
    link_id="back-to-leg-pain",
    code="BK01",
    text="Does pain run from your back or bottom down a leg?",
    short="Pain from the back down a leg",
    options=(PAIN_BOTH_NEW, PAIN_BOTH_OLD, PAIN_ONE_LEG, NO, NOT_SURE),
    role=Role.WARNING,
    claims=("A-034", "B-030"),
    sources=(sources.GIRFT_CES, sources.NG59),
)
WEIGHT_SWEATS_BRUISES = Choice(
    link_id="weight-sweats-or-bruises",
    code="NV07",
    text="Weight loss you did not plan, night sweats, or bruises with no cause?",
    short="Weight loss, night sweats or bruises",
    options=YES_NO,
    role=Role.WARNING,
    sources=(sources.NG12, sources.EULAR_OA),
)
PAIN_EVERY_NIGHT = Choice(
    link_id="pain-every-night",
    code="NV10",
    text="Does pain wake you every night?",
    short="Pain wakes every night",
    options=YES_NO,
    role=Role.WARNING,
    sources=(sources.NG12, sources.EULAR_OA),
)
GROWING_LUMP = Choice(
    link_id="growing-lump",
    code="NV11",
    text="Do you have a lump that is getting bigger?",
    short="A lump that is growing",
    options=YES_NO,
    role=Role.WARNING,
    sources=(sources.NG12,),
)
HANDS_OR_FEET = Option("hands-or-feet", "Hands or feet", concern=3)
OTHER_JOINT = Option("other-joints", "Other joints", concern=3)
BOTH_JOINTS = Option("both", "Both", concern=4)
OTHER_JOINTS = Choice(
    link_id="other-joints",
    code="NV08",
    text="Are other joints swollen or stiff too?",
    short="Other joints swollen or stiff",
    options=(HANDS_OR_FEET, OTHER_JOINT, BOTH_JOINTS, NO, NOT_SURE),
    role=Role.WARNING,
    claims=("A-005", "A-040"),
    sources=(sources.NG100,),
)
BACK_AND_BODY = Group(
    link_id="back-and-body",
    text="Your back and the rest of your body",
    grid=True,
    items=(
        BACK_TO_LEG,
        WEIGHT_SWEATS_BRUISES,
        PAIN_EVERY_NIGHT,
        GROWING_LUMP,
        OTHER_JOINTS,
        NoToAll(
            link_id="back-and-body-no-to-all",
            code="",
            text="No to all of these",
            required=False,
        ),
    ),
)

NERVES_AND_BODY = Group(
    link_id="nerves-and-body",
    text="Strength, feeling and the rest of the body",
    items=(STRENGTH_AND_FEELING, WEAKNESS_SPEED, WEAK_WHERE, NUMB_WHERE, BACK_AND_BODY),
)
WEAK = WEAKNESS.is_(YES)
