"""CONTENT: pain, stiffness and movement of the knee."""

from intake.knee_twitching import sources
from intake.knee_twitching.arrival import AGE
from intake.knee_twitching.options import NO, NOT_SURE, YES_NO
from intake.knee_twitching.safety import ANY_PAIN, HOT_KNEE, PAIN_OR_NOT_SURE
from intake.option import Option
from intake.questionnaire import Choice, Group, Role

TENDON_AGE = 40
"""Patellar tendon pain is asked about below this age (our cut, years)."""

IN_USE = Option("in-use", "When I use it")
AT_REST = Option("at-rest", "At rest or at night")
BOTH_TIMES = Option("both", "Both")
DOES_NOT_HURT = Option("does-not-hurt", "My knee does not hurt")
HURTS_WHEN = Choice(
    link_id="hurts-when",
    code="KN02",
    text="When does the knee hurt?",
    short="When the knee hurts",
    options=(IN_USE, AT_REST, BOTH_TIMES, DOES_NOT_HURT, NOT_SURE),
    enable_when=PAIN_OR_NOT_SURE,
    claims=("A-040",),
    sources=(sources.NG226,),
)
HURT_UNDER_4_WEEKS = Option("under-4-weeks", "Less than 4 weeks", stands=True)
HURT_MONTHS = Option("1-to-3-months", "1 to 3 months")
HURT_OVER_3_MONTHS = Option("over-3-months", "More than 3 months")
HURT_YEARS = Option("years", "Years")
HURTS_SINCE = Choice(
    link_id="hurts-since",
    code="KN05",
    text="How long has the knee hurt?",
    short="How long the knee has hurt",
    options=(HURT_UNDER_4_WEEKS, HURT_MONTHS, HURT_OVER_3_MONTHS, HURT_YEARS, NOT_SURE),
    enable_when=HURTS_WHEN.is_not(DOES_NOT_HURT),
    claims=("A-042",),
    sources=(sources.EULAR_OA,),
)
NOT_STIFF = Option("not-stiff", "Not stiff")
STIFF_TO_30 = Option("up-to-30-minutes", "Up to 30 minutes")
STIFF_TO_60 = Option("30-to-60-minutes", "30 to 60 minutes")
STIFF_OVER_60 = Option("over-1-hour", "More than 1 hour")
MORNING_STIFFNESS = Choice(
    link_id="morning-stiffness",
    code="KN03",
    text="In the morning, how long is the knee stiff?",
    short="Morning stiffness",
    options=(NOT_STIFF, STIFF_TO_30, STIFF_TO_60, STIFF_OVER_60, NOT_SURE),
    claims=("A-044", "A-101"),
    sources=(sources.NG226,),
)
BENDS = Option("yes", "Yes")
PARTLY = Option("partly", "Partly", concern=1)
HARDLY = Option("hardly", "Hardly at all", concern=3)
LOCKS = Option("locks", "It locks", concern=3)
BEND = Choice(
    link_id="bend",
    code="KN04",
    text="Can you bend and straighten the knee?",
    short="Bends and straightens",
    options=(BENDS, PARTLY, HARDLY, LOCKS, NOT_SURE),
    role=Role.WARNING,
    enable_when=PAIN_OR_NOT_SURE | HOT_KNEE.is_not(NO) | MORNING_STIFFNESS.is_not(NOT_STIFF),
    claims=("A-044", "A-101"),
    sources=(sources.HOT_JOINT, sources.OTTAWA),
)
TENDON_PAIN = Choice(
    link_id="tendon-pain",
    code="KN06",
    text="Is the pain just under the kneecap when you jump, squat or run?",
    short="Pain just under the kneecap on jumping, squatting or running",
    options=YES_NO,
    enable_when=ANY_PAIN,
    claims=("A-050", "A-051", "A-052", "A-053", "A-054", "A-055"),
    sources=(sources.PATELLAR,),
)
WHEN_YOUNGER = Group(
    link_id="when-younger",
    enable_when=AGE.under(TENDON_AGE),
    items=(TENDON_PAIN,),
)

YOUR_KNEE = Group(
    link_id="your-knee",
    text="Your knee",
    items=(HURTS_WHEN, HURTS_SINCE, MORNING_STIFFNESS, BEND, WHEN_YOUNGER),
)
