"""CONTENT: what the patient feels, where, how long, which way it goes, and what it does to them."""

from intake.knee_twitching import sources
from intake.knee_twitching.options import NOT_SURE
from intake.option import Option
from intake.questionnaire import Choice, Group

RIPPLE = Option("ripple", "Small ripple or flutter", picture="pictures/ripple.svg")
CRAMP = Option("cramp", "Tight, painful cramp", stands=True, picture="pictures/cramp.svg")
JERK = Option("jerk", "The knee or leg jerks", stands=True, picture="pictures/jerk.svg")
SHAKE = Option("shake", "It shakes", picture="pictures/shake.svg")
URGE = Option("urge", "I have to move my legs", picture="pictures/urge.svg")
BEAT = Option(
    "beat", "Strong jerks in a beat that won't stop", stands=True, picture="pictures/beat.svg"
)
NO_TWITCHING = Option("no-twitching", "No twitching")
MOVEMENT = Choice(
    link_id="movement",
    code="TW01",
    text="What do you feel most?",
    short="Kind of movement",
    options=(RIPPLE, CRAMP, JERK, SHAKE, URGE, BEAT, NO_TWITCHING, NOT_SURE),
    needs_staff_offline=(BEAT,),
    claims=("A-001", "A-030", "A-069", "A-077", "B-001", "B-003", "B-035"),
    sources=(sources.NG127, sources.IRLSSG, sources.EPC),
)
TWITCHING = MOVEMENT.known_not(NO_TWITCHING)

RIGHT_FRONT_THIGH = Option("right-front-thigh", "Right: front of thigh")
RIGHT_KNEECAP = Option("right-kneecap", "Right: at the kneecap")
RIGHT_OUTER = Option("right-outer", "Right: outer side below the knee")
RIGHT_SHIN = Option("right-shin", "Right: shin")
RIGHT_CALF = Option("right-calf", "Right: calf")
RIGHT_BACK_THIGH = Option("right-back-thigh", "Right: back of thigh")
LEFT_FRONT_THIGH = Option("left-front-thigh", "Left: front of thigh")
LEFT_KNEECAP = Option("left-kneecap", "Left: at the kneecap")
LEFT_OUTER = Option("left-outer", "Left: outer side below the knee")
LEFT_SHIN = Option("left-shin", "Left: shin")
LEFT_CALF = Option("left-calf", "Left: calf")
LEFT_BACK_THIGH = Option("left-back-thigh", "Left: back of thigh")
PLACE_NOT_SURE = Option("not-sure", "Not sure", concern=2, exclusive=True, unknown=True)
TWITCH_PLACE = Choice(
    link_id="twitch-place",
    code="TW02",
    text="Show where. Tap all that fit.",
    short="Where it twitches",
    options=(
        RIGHT_FRONT_THIGH,
        LEFT_FRONT_THIGH,
        RIGHT_KNEECAP,
        LEFT_KNEECAP,
        RIGHT_OUTER,
        LEFT_OUTER,
        RIGHT_SHIN,
        LEFT_SHIN,
        RIGHT_CALF,
        LEFT_CALF,
        RIGHT_BACK_THIGH,
        LEFT_BACK_THIGH,
        PLACE_NOT_SURE,
    ),
    repeats=True,
    control="body-map",
    enable_when=MOVEMENT.is_not(NO_TWITCHING),
    claims=("A-062", "A-063", "A-077", "B-040", "B-041"),
    sources=(sources.ROOT_MAP,),
)

UNDER_A_WEEK = Option("under-a-week", "Less than 1 week", stands=True)
WEEKS = Option("1-to-4-weeks", "1 to 4 weeks", stands=True)
MONTHS = Option("1-to-3-months", "1 to 3 months")
OVER_3_MONTHS = Option("over-3-months", "More than 3 months")
HOW_LONG = Choice(
    link_id="how-long",
    code="TW04",
    text="How long has this gone on?",
    short="How long",
    options=(UNDER_A_WEEK, WEEKS, MONTHS, OVER_3_MONTHS, NOT_SURE),
    claims=("A-009", "A-092", "A-094", "B-043", "B-047", "B-049"),
    sources=(sources.OURS,),
)
PERSISTENT = HOW_LONG.is_(MONTHS, OVER_3_MONTHS)
UNDER_4_WEEKS = HOW_LONG.is_(UNDER_A_WEEK, WEEKS)
WITHIN_3_MONTHS = HOW_LONG.is_(UNDER_A_WEEK, WEEKS, MONTHS)

BETTER = Option("better", "Better")
SAME = Option("same", "The same")
WORSE = Option("worse", "Worse")
COMES_AND_GOES = Option("comes-and-goes", "Comes and goes")
TREND = Choice(
    link_id="trend",
    code="TW05",
    text="Is it getting better or worse?",
    short="Better or worse",
    options=(BETTER, SAME, WORSE, COMES_AND_GOES, NOT_SURE),
    claims=("B-048", "B-049"),
    sources=(sources.MNDA,),
)

AT_REST = Option("at-rest", "At rest")
AT_NIGHT = Option("at-night", "At night or in sleep")
AFTER_WORK = Option("after-work", "After hard work or sport")
AFTER_STILL = Option("after-still", "After sitting or standing still long")
WALKING = Option("walking", "When I walk, gone when I stop")
STRESSED = Option("stressed", "When stressed")
ANY_TIME = Option("any-time", "Any time")
WORST_WHEN = Choice(
    link_id="worst-when",
    code="TW06",
    text="When is it worst?",
    short="Worst when",
    options=(AT_REST, AT_NIGHT, AFTER_WORK, AFTER_STILL, WALKING, STRESSED, ANY_TIME, NOT_SURE),
    enable_when=MOVEMENT.is_not(NO_TWITCHING),
    claims=("A-012", "A-015", "A-016", "B-006", "B-036", "B-037", "B-039"),
    sources=(sources.CG147, sources.IRLSSG),
)

NOT_AT_ALL = Option("not-at-all", "Not at all")
A_LITTLE = Option("a-little", "A little")
A_LOT_DAY = Option("a-lot-day", "A lot - my day")
A_LOT_SLEEP = Option("a-lot-sleep", "A lot - my sleep")
A_LOT_BOTH = Option("a-lot-both", "A lot - both")
TROUBLE = Choice(
    link_id="trouble",
    code="IM01",
    text="How much does it trouble your day or your sleep?",
    short="Effect on day or sleep",
    options=(NOT_AT_ALL, A_LITTLE, A_LOT_DAY, A_LOT_SLEEP, A_LOT_BOTH, NOT_SURE),
    claims=("A-002", "A-043", "A-070", "B-058", "B-059"),
    sources=(sources.OURS,),
)
STRONG_EFFECT = TROUBLE.is_(A_LOT_DAY, A_LOT_SLEEP, A_LOT_BOTH)
SLEEP_BROKEN = TROUBLE.is_(A_LOT_SLEEP, A_LOT_BOTH)

THE_TWITCHING = Group(
    link_id="the-twitching",
    text="What you feel",
    items=(MOVEMENT, TWITCH_PLACE, HOW_LONG, TREND, WORST_WHEN, TROUBLE),
)
