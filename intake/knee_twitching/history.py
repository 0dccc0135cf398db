"""CONTENT: operations, needles and conditions."""

from intake.knee_twitching import sources
from intake.knee_twitching.options import NONE, NOT_SURE, SIDES, YES, YES_NO
from intake.knee_twitching.safety import BLADDER_OR_BOWEL, RIGHT_NOW_NO_TO_ALL, SADDLE_NUMBNESS
from intake.option import Option
from intake.questionnaire import Choice, Group, Role

BACK_SURGERY = Option("back-surgery", "Back surgery", stands=True)
BACK_NEEDLE = Option("back-needle", "A needle in the back (epidural)", stands=True)
KNEE_REPLACEMENT = Option("knee-replacement", "Knee replacement", stands=True)
KNEE_SURGERY = Option("knee-surgery", "Other knee surgery", stands=True)
KNEE_NEEDLE = Option("knee-needle", "A needle in the knee (gel or steroid)", stands=True)
OPERATIONS = Choice(
    link_id="operations",
    code="OP01",
    text="Have you had any of these? Tap all.",
    short="Operations and needles",
    options=(
        BACK_SURGERY,
        BACK_NEEDLE,
        KNEE_REPLACEMENT,
        KNEE_SURGERY,
        KNEE_NEEDLE,
        NONE,
        NOT_SURE,
    ),
    repeats=True,
    claims=("A-032", "A-033", "A-135"),
    sources=(sources.HOT_JOINT, sources.EPIDURAL_ABSCESS, sources.SEDRAK),
)

# After a back operation or a needle in the back the signs of a squeezed or infected spine are asked
# about once more, one by one, where "No to all of these" answered them.
MAYBE_BACK_PROCEDURE = OPERATIONS.is_(BACK_SURGERY, BACK_NEEDLE, NOT_SURE)
BLADDER_OR_BOWEL_AGAIN = Choice(
    link_id="bladder-or-bowel-again",
    code="SF02b",
    text="To be sure: any new trouble with pee or poop? You cannot go, leak, or cannot feel it?",
    short="New bladder or bowel trouble, asked again",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    asks_again=BLADDER_OR_BOWEL.link_id,
    enable_when=MAYBE_BACK_PROCEDURE,
    claims=("A-032", "A-033"),
    sources=(sources.GIRFT_CES, sources.LIU_2025),
)
SADDLE_NUMBNESS_AGAIN = Choice(
    link_id="saddle-numbness-again",
    code="SF03b",
    text="To be sure: any new numb or odd feeling between your legs or around your bottom?",
    short="Numb or odd feeling in the saddle area, asked again",
    options=YES_NO,
    role=Role.SAFETY,
    needs_staff_offline=(YES,),
    asks_again=SADDLE_NUMBNESS.link_id,
    enable_when=MAYBE_BACK_PROCEDURE,
    claims=("A-035",),
    sources=(sources.GIRFT_CES, sources.YUAN_2019),
)
ASK_BACK_SIGNS_AGAIN = Group(
    link_id="ask-back-signs-again",
    enable_when=RIGHT_NOW_NO_TO_ALL.ticked,
    items=(BLADDER_OR_BOWEL_AGAIN, SADDLE_NUMBNESS_AGAIN),
)

LAST_2_WEEKS = Option("last-2-weeks", "In the last 2 weeks", stands=True)
LAST_3_MONTHS = Option("last-3-months", "In the last 3 months", stands=True)
LONGER_AGO = Option("longer-ago", "Longer ago")
WHEN = (LAST_2_WEEKS, LAST_3_MONTHS, LONGER_AGO, NOT_SURE)

BACK_SURGERY_WHEN = Choice(
    link_id="back-surgery-when",
    code="OP02a",
    text="When was your last back surgery?",
    short="Last back surgery",
    options=WHEN,
    enable_when=OPERATIONS.is_(BACK_SURGERY),
    claims=("A-033",),
    sources=(sources.EPIDURAL_ABSCESS,),
)
BACK_NEEDLE_WHEN = Choice(
    link_id="back-needle-when",
    code="OP02b",
    text="When was the last needle in your back?",
    short="Last needle in the back",
    options=WHEN,
    enable_when=OPERATIONS.is_(BACK_NEEDLE),
    claims=("A-033",),
    sources=(sources.EPIDURAL_ABSCESS,),
)
KNEE_REPLACEMENT_WHEN = Choice(
    link_id="knee-replacement-when",
    code="OP02c",
    text="When was it?",
    short="Last knee replacement",
    options=WHEN,
    claims=("A-033",),
    sources=(sources.PJI_BMJ,),
)
KNEE_REPLACEMENT_SIDE = Choice(
    link_id="knee-replacement-side",
    code="OP03c",
    text="Which knee was replaced?",
    short="Replaced knee",
    options=SIDES,
    sources=(sources.PJI_BMJ,),
)
KNEE_SURGERY_WHEN = Choice(
    link_id="knee-surgery-when",
    code="OP02d",
    text="When was the last one?",
    short="Last other knee surgery",
    options=WHEN,
    claims=("A-033",),
    sources=(sources.MARGARETTEN,),
)
KNEE_SURGERY_SIDE = Choice(
    link_id="knee-surgery-side",
    code="OP03d",
    text="Which knee was it?",
    short="Knee operated on",
    options=SIDES,
    sources=(sources.MARGARETTEN,),
)
KNEE_NEEDLE_WHEN = Choice(
    link_id="knee-needle-when",
    code="OP02e",
    text="When was the last one?",
    short="Last needle in the knee",
    options=WHEN,
    claims=("A-033", "A-135"),
    sources=(sources.SEDRAK,),
)
KNEE_NEEDLE_SIDE = Choice(
    link_id="knee-needle-side",
    code="OP03e",
    text="Which knee got the needle?",
    short="Knee that got the needle",
    options=SIDES,
    sources=(sources.SEDRAK,),
)
ABOUT_KNEE_REPLACEMENT = Group(
    link_id="about-knee-replacement",
    text="Your knee replacement",
    grid=True,
    enable_when=OPERATIONS.is_(KNEE_REPLACEMENT),
    items=(KNEE_REPLACEMENT_WHEN, KNEE_REPLACEMENT_SIDE),
)
ABOUT_KNEE_SURGERY = Group(
    link_id="about-knee-surgery",
    text="Your other knee surgery",
    grid=True,
    enable_when=OPERATIONS.is_(KNEE_SURGERY),
    items=(KNEE_SURGERY_WHEN, KNEE_SURGERY_SIDE),
)
ABOUT_KNEE_NEEDLE = Group(
    link_id="about-knee-needle",
    text="The needle in your knee",
    grid=True,
    enable_when=OPERATIONS.is_(KNEE_NEEDLE),
    items=(KNEE_NEEDLE_WHEN, KNEE_NEEDLE_SIDE),
)

OSTEOARTHRITIS = Option("osteoarthritis", "Osteoarthritis")
JOINT_DISEASE = Option("joint-disease", "Rheumatoid or other joint disease", stands=True)
GOUT = Option("gout", "Gout")
PSORIASIS = Option("psoriasis", "Psoriasis")
DIABETES = Option("diabetes", "Diabetes", stands=True)
KIDNEY_DISEASE = Option("kidney-disease", "Kidney disease", stands=True)
HEART_OR_STROKE = Option("heart-or-stroke", "Heart disease or stroke")
THYROID = Option("thyroid", "Thyroid disease")
WEAK_IMMUNE = Option("weak-immune", "Weak immune system or cancer care", stands=True)
CANCER_EVER = Option("cancer-ever", "Cancer ever")
NERVE_DISEASE = Option("nerve-disease", "Nerve damage, MS or Parkinson")
BOWEL_SURGERY = Option("bowel-surgery", "Stomach or bowel surgery")
SKIN_INFECTION = Option("skin-infection", "A skin wound or infection now", stands=True)
PREGNANT = Option("pregnant", "Pregnant, or gave birth within 6 weeks")
CONDITIONS = Choice(
    link_id="conditions",
    code="HX01",
    text="Has a doctor told you that you have any of these? Tap all.",
    short="Conditions",
    options=(
        OSTEOARTHRITIS,
        JOINT_DISEASE,
        GOUT,
        PSORIASIS,
        DIABETES,
        KIDNEY_DISEASE,
        HEART_OR_STROKE,
        THYROID,
        WEAK_IMMUNE,
        CANCER_EVER,
        NERVE_DISEASE,
        BOWEL_SURGERY,
        SKIN_INFECTION,
        PREGNANT,
        NONE,
        NOT_SURE,
    ),
    repeats=True,
    control="two-columns",
    claims=("A-005", "A-026", "A-028", "A-029", "A-066"),
    sources=(sources.HOT_JOINT, sources.NG226, sources.NG100, sources.NG127),
)

HISTORY = Group(
    link_id="history",
    text="Operations and conditions",
    items=(
        OPERATIONS,
        ASK_BACK_SIGNS_AGAIN,
        BACK_SURGERY_WHEN,
        BACK_NEEDLE_WHEN,
        ABOUT_KNEE_REPLACEMENT,
        ABOUT_KNEE_SURGERY,
        ABOUT_KNEE_NEEDLE,
        CONDITIONS,
    ),
)
