"""CONTENT: answers that do not fit together, and the one time the patient is asked which is right.

A knee said not to be hot whose look is then ticked as hot cannot stand here: the look is asked only
of a hot knee, and an answer changed later is listed as changed. "Not sure" asks for the look as
well, and counts as newly hot once the look says so.
"""

from intake.knee_twitching import sources
from intake.knee_twitching.knee import HURT_YEARS, HURTS_SINCE
from intake.knee_twitching.movement import (
    MOVEMENT,
    NO_TWITCHING,
    STRONG_EFFECT,
    TROUBLE,
)
from intake.knee_twitching.nerves import (
    BACK_TO_LEG,
    ONLY_PAIN,
    PAIN_BOTH_NEW,
    PAIN_EVERY_NIGHT,
    WALKING_OR_BALANCE,
)
from intake.knee_twitching.options import NO, NOT_SURE, YES
from intake.knee_twitching.safety import CANNOT_STAND, HOT_KNEE, NEW, NO_PAIN, WORST_PAIN
from intake.option import Option
from intake.questionnaire import Choice, Group

BOTH_RIGHT = Option("both-right", "Both are right")
TODAYS_PAIN = Option("pain", "Change my pain score", changes=WORST_PAIN.link_id)

PAIN_NAMED = (
    PAIN_EVERY_NIGHT.is_(YES) | WALKING_OR_BALANCE.is_(ONLY_PAIN) | BACK_TO_LEG.is_(PAIN_BOTH_NEW)
)
CHECK_PAIN = Choice(
    link_id="check-pain",
    code="CK01",
    text=(
        "You said 0 for pain, but also pain at night, on walking or down both legs. Which is right?"
    ),
    short="No pain, and pain named elsewhere",
    options=(
        TODAYS_PAIN,
        Option("walking", "Change walking", changes=WALKING_OR_BALANCE.link_id),
        Option(
            "night-or-legs", "Change pain at night or in legs", changes=PAIN_EVERY_NIGHT.link_id
        ),
        BOTH_RIGHT,
        NOT_SURE,
    ),
    enable_when=PAIN_NAMED,
    sources=(sources.OURS,),
)
NO_PAIN_BUT_PAIN = NO_PAIN & PAIN_NAMED
ASK_CHECK_PAIN = Group(link_id="ask-check-pain", enable_when=NO_PAIN, items=(CHECK_PAIN,))

CHECK_TROUBLE = Choice(
    link_id="check-trouble",
    code="CK02",
    text="You said no pain and no twitching, but a lot of trouble. Which is right?",
    short="No pain, no twitching, a lot of trouble",
    options=(
        TODAYS_PAIN,
        Option("twitching", "Change what I feel", changes=MOVEMENT.link_id),
        Option("trouble", "Change how much it troubles me", changes=TROUBLE.link_id),
        BOTH_RIGHT,
        NOT_SURE,
    ),
    enable_when=STRONG_EFFECT,
    sources=(sources.OURS,),
)
NOTHING_BUT_TROUBLE = NO_PAIN & MOVEMENT.is_(NO_TWITCHING) & STRONG_EFFECT
ASK_CHECK_TROUBLE = Group(
    link_id="ask-check-trouble",
    enable_when=NO_PAIN & MOVEMENT.is_(NO_TWITCHING),
    items=(CHECK_TROUBLE,),
)

CANNOT_STAND_BUT_WALKS = CANNOT_STAND.is_(NEW) & WALKING_OR_BALANCE.is_(NO)
CHECK_STANDING = Choice(
    link_id="check-standing",
    code="CK03",
    text="You said you cannot stand and take 4 steps, but walking is not hard. Which is right?",
    short="Cannot stand, and walking not hard",
    options=(
        Option("standing", "Change standing", changes=CANNOT_STAND.link_id),
        Option("walking", "Change walking", changes=WALKING_OR_BALANCE.link_id),
        BOTH_RIGHT,
        NOT_SURE,
    ),
    enable_when=CANNOT_STAND_BUT_WALKS,
    sources=(sources.OURS,),
)
NEWLY_HOT_FOR_YEARS = HOT_KNEE.is_(NEW) & HURTS_SINCE.is_(HURT_YEARS)
CHECK_SINCE = Choice(
    link_id="check-since",
    code="CK04",
    text="You said your knee is newly hot or swollen, but has hurt for years. Which is right?",
    short="Newly hot, and hurting for years",
    options=(
        Option("new", "Change hot or swollen", changes=HOT_KNEE.link_id),
        Option("years", "Change how long it has hurt", changes=HURTS_SINCE.link_id),
        BOTH_RIGHT,
        NOT_SURE,
    ),
    enable_when=NEWLY_HOT_FOR_YEARS,
    sources=(sources.HOT_JOINT,),
)
DO_THESE_FIT = Group(
    link_id="do-these-fit",
    text="These answers do not fit together",
    items=(ASK_CHECK_PAIN, ASK_CHECK_TROUBLE, CHECK_STANDING, CHECK_SINCE),
)
