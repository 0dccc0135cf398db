"""CONTENT: answers that do not fit together (U04), as findings with both answers."""

from intake.knee_twitching import sources
from intake.knee_twitching.contradictions import (
    CANNOT_STAND_BUT_WALKS,
    CHECK_PAIN,
    CHECK_SINCE,
    CHECK_STANDING,
    CHECK_TROUBLE,
    NEWLY_HOT_FOR_YEARS,
    NO_PAIN_BUT_PAIN,
    NOTHING_BUT_TROUBLE,
)
from screening.finding import Contradiction, Urgency

U04A = Contradiction(
    code="U04a",
    name="no-pain-and-pain-named",
    title="The patient's answers disagree: no pain today, and pain named elsewhere",
    urgency=Urgency.SOON,
    when=NO_PAIN_BUT_PAIN,
    asked_by=CHECK_PAIN.link_id,
    sources=(sources.OURS,),
    next="Ask how bad the pain is; until then it may be severe",
)
U04B = Contradiction(
    code="U04b",
    name="nothing-felt-and-a-lot-of-trouble",
    title="The patient's answers disagree: no pain, no twitching, and a lot of trouble",
    urgency=Urgency.SOON,
    when=NOTHING_BUT_TROUBLE,
    asked_by=CHECK_TROUBLE.link_id,
    sources=(sources.OURS,),
    next="Ask what troubles the day or the sleep; until then pain may be severe",
)
U04C = Contradiction(
    code="U04c",
    name="cannot-stand-and-walks",
    title="The patient's answers disagree: cannot stand, and walking not hard",
    urgency=Urgency.ROUTINE,
    when=CANNOT_STAND_BUT_WALKS,
    asked_by=CHECK_STANDING.link_id,
    sources=(sources.OURS,),
    next="Watch the patient stand and take 4 steps",
)
U04D = Contradiction(
    code="U04d",
    name="newly-hot-and-hurting-for-years",
    title="The patient's answers disagree: newly hot or swollen, and hurting for years",
    urgency=Urgency.ROUTINE,
    when=NEWLY_HOT_FOR_YEARS,
    asked_by=CHECK_SINCE.link_id,
    sources=(sources.HOT_JOINT,),
    next="Ask what is new; it counts as new until then",
)
CONTRADICTIONS = (U04A, U04B, U04C, U04D)
