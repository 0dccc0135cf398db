"""CONTENT: what cannot wait. No answer can hide a row of these grids."""

from intake.knee_twitching import sources
from intake.knee_twitching.arrival import WHICH_KNEE
from intake.knee_twitching.options import NO, NONE, NOT_SURE, YES, YES_NO
from intake.option import Option
from intake.questionnaire import Choice, Group, NoToAll, Role

# Grid A: right now.
HEART_OR_BREATH = Choice(
    link_id="heart-or-breath",
    code="SF01",
    text="Chest pain, trouble breathing (even lying flat), fainting, or a racing heart?",
    short="Chest pain, breathlessness, faint or racing heart",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    claims=("B-021",),
    sources=(sources.NG158, sources.NG127, sources.HYPOKALEMIA),
)
BLADDER_OR_BOWEL = Choice(
    link_id="bladder-or-bowel",
    code="SF02",
    text="New trouble with pee or poop: you cannot go, you leak, or you cannot feel it?",
    short="New bladder or bowel trouble",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    claims=("A-032", "A-033"),
    sources=(sources.NG127, sources.GIRFT_CES),
)
SADDLE_NUMBNESS = Choice(
    link_id="saddle-numbness",
    code="SF03",
    text="New numb or odd feeling between your legs or around your bottom?",
    short="Numb or odd feeling in the saddle area",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    claims=("A-035",),
    sources=(sources.NG127, sources.GIRFT_CES),
)
SUDDEN_WEAKNESS = Choice(
    link_id="sudden-weakness",
    code="SF04",
    text="All of a sudden, did your face, arm or leg go weak or numb, or did you lose sight?",
    short="Sudden weakness, numbness or loss of sight",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    claims=("A-099", "A-100", "B-045"),
    sources=(sources.NG127,),
)
COLD_LEG = Choice(
    link_id="cold-leg",
    code="SF05",
    text="Is your leg or foot cold and pale, white or blue?",
    short="Cold, pale, white or blue leg or foot",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    claims=("A-104",),
    sources=(sources.SIX_PS,),
)
RIGHT_NOW_NO_TO_ALL = NoToAll(
    link_id="right-now-no-to-all", code="", text="No to all of these", required=False
)
RIGHT_NOW = Group(
    link_id="right-now",
    text="Do you have any of these now, or had them in the last few days?",
    grid=True,
    items=(
        HEART_OR_BREATH,
        BLADDER_OR_BOWEL,
        SADDLE_NUMBNESS,
        SUDDEN_WEAKNESS,
        COLD_LEG,
        RIGHT_NOW_NO_TO_ALL,
    ),
)

# Grid B: your leg, the last two weeks. The injury row stands here, not with the nerve rows, so
# that what it opens (INJURY_SIGNS) follows at once and no later answer opens an earlier screen.
NEW = Option("new", "Yes, new in the last 2 weeks", concern=3)
LONGER = Option("longer", "Yes, for longer", concern=1)
ONE_LEG = Option("one-leg", "Yes, one leg", concern=4)
BOTH_LEGS = Option("both-legs", "Yes, both legs", concern=3)
LAST_WEEK = Option("last-week", "Yes, in the last 7 days", concern=3)
LONGER_AGO = Option("longer-ago", "Yes, longer ago", concern=1)

HOT_KNEE = Choice(
    link_id="hot-knee",
    code="SF06",
    text="Is your knee hot, red, a new color, or swollen?",
    short="Hot, red, discolored or swollen knee",
    options=(NEW, LONGER, NO, NOT_SURE),
    role=Role.SAFETY,
    needs_staff_offline=(NEW,),
    claims=("A-056", "A-076", "A-097", "A-098", "A-104"),
    sources=(sources.HOT_JOINT,),
)
SWOLLEN_LEG = Choice(
    link_id="swollen-leg",
    code="SF08",
    text="Is a calf, a thigh or a whole leg newly swollen, or is one calf newly sore?",
    short="Newly swollen leg or sore calf",
    options=(ONE_LEG, BOTH_LEGS, NO, NOT_SURE),
    role=Role.SAFETY,
    needs_staff_offline=(ONE_LEG,),
    claims=("A-097",),
    sources=(sources.NG158, sources.WELLS),
)
HURT_LEG = Choice(
    link_id="hurt-leg",
    code="SF09",
    text=(
        "Hurt the leg this past week, and it is now out of shape or you cannot lift it straight?"
    ),
    short="Hurt leg, out of shape or cannot be lifted straight",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    claims=("B-060", "A-065"),
    sources=(sources.DISLOCATION, sources.OTTAWA),
)
CANNOT_STAND = Choice(
    link_id="cannot-stand",
    code="SF12",
    text="Are you too sore or too weak to stand and take 4 steps, even with a limp or a cane?",
    short="Cannot stand and take 4 steps",
    options=(NEW, LONGER, NO, NOT_SURE),
    role=Role.SAFETY,
    needs_staff_offline=(NEW,),
    claims=("B-055",),
    sources=(sources.OTTAWA, sources.RCEM_HIP, sources.KOCHER),
)
HARD_LEG = Choice(
    link_id="hard-leg",
    code="SF14",
    text="Is part of your leg hard and tight all the time, with bad pain when you move the foot?",
    short="Hard, tight leg with pain on moving the foot",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    sources=(sources.COMPARTMENT,),
)
AFTER_INJURY = Choice(
    link_id="after-injury",
    code="NV09",
    text="Did this start after a fall, a twist or a blow?",
    short="Began after a fall, twist or blow",
    options=(LAST_WEEK, LONGER_AGO, NO, NOT_SURE),
    role=Role.WARNING,
    claims=("A-065", "B-060"),
    sources=(sources.OTTAWA,),
)
YOUR_LEG = Group(
    link_id="your-leg",
    text="Your leg, in the last 2 weeks",
    grid=True,
    items=(
        HOT_KNEE,
        SWOLLEN_LEG,
        HURT_LEG,
        CANNOT_STAND,
        HARD_LEG,
        AFTER_INJURY,
        NoToAll(link_id="your-leg-no-to-all", code="", text="No to all of these", required=False),
    ),
)

OUT_OF_SHAPE = Option("out-of-shape", "Knee looks out of shape", concern=3)
FOOT_NUMB_OR_COLD = Option("foot-numb-or-cold", "Foot is numb or cold", concern=3)
CANNOT_BEND = Option("cannot-bend", "Cannot bend it to a square corner", concern=3)
CANNOT_LIFT = Option("cannot-lift", "Cannot lift the leg straight", concern=3)
INJURY_SIGNS = Choice(
    link_id="injury-signs",
    code="INJ1",
    text="What is true now? Tap all.",
    short="Signs after the injury",
    options=(OUT_OF_SHAPE, FOOT_NUMB_OR_COLD, CANNOT_BEND, CANNOT_LIFT, NONE, NOT_SURE),
    repeats=True,
    role=Role.WARNING,
    needs_staff_offline=(OUT_OF_SHAPE, FOOT_NUMB_OR_COLD),
    enable_when=HURT_LEG.is_(YES, NOT_SURE) | AFTER_INJURY.is_(LAST_WEEK),
    claims=("B-060",),
    sources=(sources.OTTAWA, sources.DISLOCATION),
)

HOT = Option("hot", "Hot", concern=3)
RED = Option("red", "Red", concern=3)
PURPLE = Option("purple", "Purple, blue or black", concern=3)
PUFFY = Option("puffy", "Puffy", concern=1)
WOUND = Option("wound", "A leaking wound", concern=3)
ONE_DAY = Option("one-day", "Came up in one day", concern=3)
HAD_BEFORE = Option("had-before", "Had this before", concern=1)
KNEE_LOOK = Choice(
    link_id="knee-look",
    code="KN07",
    text="What does the knee look or feel like? Tap all.",
    short="Look and feel of the knee",
    options=(HOT, RED, PURPLE, PUFFY, WOUND, ONE_DAY, HAD_BEFORE, NONE, NOT_SURE),
    repeats=True,
    role=Role.WARNING,
    enable_when=HOT_KNEE.is_not(NO),
    claims=("A-097", "A-098", "A-104"),
    sources=(sources.HOT_JOINT, sources.JANSSENS, sources.PJI_BMJ),
)

# Grid B2: your body, the last two weeks.
FEVER = Choice(
    link_id="fever-or-ill",
    code="SF07",
    text="Fever, chills or shaking, or do you feel very ill?",
    short="Fever, chills or feeling very ill",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    claims=("A-102", "A-103"),
    sources=(sources.HOT_JOINT, sources.NICE_SEPSIS),
)
SPEECH_OR_SWALLOWING = Choice(
    link_id="speech-or-swallowing",
    code="SF10",
    text="Slurred speech, trouble with swallowing, or a new stiff jaw?",
    short="Slurred speech, swallowing trouble or stiff jaw",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    claims=("B-043",),
    sources=(sources.NG127, sources.MNDA, sources.TETANUS),
)
CONFUSED_OR_JERKING = Choice(
    link_id="confused-or-jerking",
    code="SF11",
    text="Are you mixed up or hard to keep awake? Or do you shake or jerk all over, with sweats?",
    short="Confused or drowsy, or jerking all over with sweats",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    claims=("B-044", "A-090"),
    sources=(sources.HUNTER, sources.LITHIUM_LABEL),
)
HEADACHE_JAW_SIGHT = Choice(
    link_id="headache-jaw-or-sight",
    code="SF13",
    text="A new headache with a sore scalp, jaw pain when you chew, or a sudden change in sight?",
    short="New headache with sore scalp, jaw pain or change in sight",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    sources=(sources.GCA_BSR,),
)
BROWN_URINE = Choice(
    link_id="brown-urine",
    code="SF15",
    text="Is your pee brown, like cola or tea?",
    short="Brown urine",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    sources=(sources.RHABDO,),
)
YOUR_BODY_NO_TO_ALL = NoToAll(
    link_id="your-body-no-to-all", code="", text="No to all of these", required=False
)
YOUR_BODY = Group(
    link_id="your-body",
    text="Your body, in the last 2 weeks",
    grid=True,
    items=(
        FEVER,
        SPEECH_OR_SWALLOWING,
        CONFUSED_OR_JERKING,
        HEADACHE_JAW_SIGHT,
        BROWN_URINE,
        YOUR_BODY_NO_TO_ALL,
    ),
)

# Asked again by itself where an infected joint would be missed: one tap for five questions is soon
# given.
FEVER_AGAIN = Choice(
    link_id="fever-or-ill-again",
    code="SF07b",
    text="To be sure: any fever, chills or shaking, or do you feel very ill?",
    short="Fever, chills or feeling very ill, asked again",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    asks_again=FEVER.link_id,
    enable_when=HOT_KNEE.is_(NEW, NOT_SURE) | CANNOT_STAND.is_(NEW, NOT_SURE),
    claims=("A-102", "A-103"),
    sources=(sources.HOT_JOINT, sources.KOCHER),
)
ASK_FEVER_AGAIN = Group(
    link_id="ask-fever-again",
    enable_when=YOUR_BODY_NO_TO_ALL.ticked,
    items=(FEVER_AGAIN,),
)

CLOT_RISK = Choice(
    link_id="clot-risk",
    code="RK01",
    text="In the last 3 months? Tap all.",
    short="In the last 3 months",
    options=(
        Option("surgery-or-cast", "Surgery or a cast"),
        Option("in-bed", "In bed 3 days or more"),
        Option("long-trip", "Long trip"),
        Option("cancer-care", "Cancer care"),
        Option("clot-before", "A clot before"),
        Option("pregnancy-or-birth", "Pregnant or just had a baby"),
        Option("hormones", "Birth control or other hormones"),
        NONE,
        NOT_SURE,
    ),
    repeats=True,
    enable_when=SWOLLEN_LEG.is_not(NO) | HEART_OR_BREATH.is_not(NO),
    sources=(sources.WELLS, sources.NG158),
)

# Not sure stands between 6 and 7: it could be severe.
PAIN_NOT_SURE = Option("not-sure", "Not sure", concern=13, unknown=True)
WORST_PAIN = Choice(
    link_id="worst-pain",
    code="KN01",
    text="How bad is the worst pain in your knee or leg today? 0 is none, 10 is the worst.",
    short="Worst pain today, 0 to 10",
    options=(
        Option("0", "0", ordinal=0),
        Option("1", "1", concern=2, ordinal=1),
        Option("2", "2", concern=4, ordinal=2),
        Option("3", "3", concern=6, ordinal=3),
        Option("4", "4", concern=8, ordinal=4),
        Option("5", "5", concern=10, ordinal=5),
        Option("6", "6", concern=12, ordinal=6),
        Option("7", "7", concern=14, ordinal=7),
        Option("8", "8", concern=16, ordinal=8),
        Option("9", "9", concern=18, ordinal=9),
        Option("10", "10", concern=20, ordinal=10),
        PAIN_NOT_SURE,
    ),
    control="scale",
    role=Role.WARNING,
    claims=("A-027", "A-040", "A-055", "A-096", "B-053"),
    sources=(sources.PAIN_SCALE,),
)
NO_PAIN = WORST_PAIN.is_(*WORST_PAIN.options[:1])
ANY_PAIN = WORST_PAIN.is_(*WORST_PAIN.options[1:11])
MILD_PAIN = WORST_PAIN.is_(*WORST_PAIN.options[1:7])
MODERATE_PAIN_OR_MORE = WORST_PAIN.is_(*WORST_PAIN.options[4:11])
SEVERE_PAIN = WORST_PAIN.is_(*WORST_PAIN.options[7:11])
PAIN_OR_NOT_SURE = WORST_PAIN.is_(*WORST_PAIN.options[1:])

SAFETY = Group(
    link_id="safety",
    text="Your health right now",
    items=(
        RIGHT_NOW,
        WHICH_KNEE,
        YOUR_LEG,
        INJURY_SIGNS,
        KNEE_LOOK,
        YOUR_BODY,
        ASK_FEVER_AGAIN,
        CLOT_RISK,
        WORST_PAIN,
    ),
)
