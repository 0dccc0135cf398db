"""CONTENT: warning signs that the patient's own words name (U07), in English and in Spanish.

Words only raise. They are looked for whole and nothing else of the sentence is read: "no chest
pain" raises as well, to soon, because a missed sign costs more than a second look. Of the 94
stories of the tests none rises when it is told in its own words; with all that is denied written
out as "no ..." 14 rise from routine to soon. What the patient wrote in a language without a list
raises nothing and is printed as it is. What was answered when asked is printed beside them: the
first draft's titles said for the patient that it was not Yes.
"""

from intake.knee_twitching import sources
from intake.knee_twitching.lifestyle import ANYTHING_ELSE
from screening import named_words_english as english
from screening import named_words_spanish as spanish
from screening.finding import RedFlag, Urgency, WarningSign

SOON = Urgency.SOON
READ_IT = (
    "Words are looked for whole; that a sentence says no is not relied on, so “no chest pain” "
    "raises too."
)

U07A = RedFlag(
    code="U07a",
    name="own-words-wanting-to-die",
    title="Own words name wanting to die or self-harm",
    urgency=Urgency.SAME_DAY,
    when=ANYTHING_ELSE.names(*english.SELF_HARM, *spanish.SELF_HARM),
    sources=(sources.OURS,),
    next=(
        "Do not leave alone; a private room now; ask directly about suicide, plan and means; "
        "crisis team or 988"
    ),
    remark=(
        "No question asks about it. “I hurt myself” alone is how an injury is told in a knee "
        "clinic; it counts as one (U07g). " + READ_IT
    ),
)
U07B = WarningSign(
    code="U07b",
    name="own-words-heart-or-breath",
    title="Own words name chest, breath or fainting",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.HEART_OR_BREATH, *spanish.HEART_OR_BREATH),
    yields_to=("E01",),
    sources=(sources.OURS,),
    next="Read the words; ask SF01 aloud: now, new or old; pulse, oxygen, ECG if so",
    remark=READ_IT,
)
U07C = WarningSign(
    code="U07c",
    name="own-words-bladder-or-bowel",
    title="Own words name bladder or bowel trouble",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.BLADDER_OR_BOWEL, *spanish.BLADDER_OR_BOWEL),
    yields_to=("S04",),
    sources=(sources.OURS,),
    next="Read the words; ask SF02 and SF03 aloud, in private",
    remark=READ_IT,
)
U07D = WarningSign(
    code="U07d",
    name="own-words-saddle-numbness",
    title="Own words name numbness between the legs",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.SADDLE, *spanish.SADDLE),
    yields_to=("E02",),
    sources=(sources.OURS,),
    next="Read the words; ask SF02 and SF03 aloud, in private",
    remark=READ_IT,
)
U07E = WarningSign(
    code="U07e",
    name="own-words-stroke",
    title="Own words name a stroke or its signs",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.STROKE, *spanish.STROKE),
    yields_to=("E04", "S09"),
    sources=(sources.OURS,),
    next="Read the words; ask whose and when; face, arms, speech",
    remark=READ_IT,
)
U07F = WarningSign(
    code="U07f",
    name="own-words-clot",
    title="Own words name a clot or a swollen calf",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.CLOT, *spanish.CLOT),
    yields_to=("S03",),
    sources=(sources.OURS,),
    next="Read the words; ask when and whose; compare the calves; blood thinner",
    remark=READ_IT,
)
U07G = WarningSign(
    code="U07g",
    name="own-words-fall",
    title="Own words name a fall or an accident",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.FALL, *spanish.FALL),
    yields_to=("P35", "P06"),
    sources=(sources.OURS,),
    next="Read the words; ask when and how; Ottawa knee rule, hip, head, blood thinner",
    remark=READ_IT,
)
U07H = WarningSign(
    code="U07h",
    name="own-words-fever",
    title="Own words name fever, chills or sweats",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.FEVER, *spanish.FEVER),
    yields_to=("S02",),
    sources=(sources.OURS,),
    next="Read the words; temperature; ask SF07 aloud; feel the knee for heat",
    remark=READ_IT,
)
U07I = WarningSign(
    code="U07i",
    name="own-words-cancer",
    title="Own words name cancer",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.CANCER, *spanish.CANCER),
    sources=(sources.OURS,),
    next="Read the words; own, in the family or feared; night pain, weight, lumps",
    remark=READ_IT,
)
U07J = WarningSign(
    code="U07j",
    name="own-words-hot-knee",
    title="Own words name a hot, red, leaking or infected knee",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.HOT_KNEE, *spanish.HOT_KNEE),
    yields_to=("S01", "S06", "P11"),
    sources=(sources.OURS, sources.HOT_JOINT),
    next="Read the words; look at the knee; temperature; ask SF06 and KN07 aloud",
    remark="New: only a question asked about it, and these words raised nothing. " + READ_IT,
)
U07K = WarningSign(
    code="U07k",
    name="own-words-cold-foot",
    title="Own words name a cold, blue or white foot or leg",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.COLD_FOOT, *spanish.COLD_FOOT),
    yields_to=("E05", "E09"),
    sources=(sources.OURS, sources.SIX_PS),
    next="Read the words; feel the foot, pulses; ask SF05 aloud",
    remark="New: only a question asked about it, and these words raised nothing. " + READ_IT,
)
U07L = WarningSign(
    code="U07l",
    name="own-words-paralysis",
    title="Own words name a leg or arm that will not move",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.PARALYSIS, *spanish.PARALYSIS),
    yields_to=("E04", "P01"),
    sources=(sources.OURS, sources.NG127),
    next="Read the words; power of all limbs now; since when; ask SF04 and NV01 aloud",
    remark="New: only a question asked about it, and these words raised nothing. " + READ_IT,
)
U07M = WarningSign(
    code="U07m",
    name="own-words-seizure",
    title="Own words name a seizure",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.SEIZURE, *spanish.SEIZURE),
    yields_to=("E10",),
    sources=(sources.OURS, sources.EPC),
    next="Read the words; own or another's, when; glucose; ask SF11 aloud",
    remark="New: only a question asked about it, and these words raised nothing. " + READ_IT,
)
U07N = WarningSign(
    code="U07n",
    name="own-words-blood",
    title="Own words name coughing, vomiting or passing blood",
    urgency=SOON,
    when=ANYTHING_ELSE.names(*english.BLOOD, *spanish.BLOOD),
    sources=(sources.OURS, sources.NG158),
    next="Read the words; now, new or old; pulse, breath; clot, stomach, blood thinner, pain pills",
    remark="New: no question asks about it, and these words raised nothing. " + READ_IT,
)

NAMED_SIGNS = (
    U07A, U07B, U07C, U07D, U07E, U07F, U07G, U07H, U07I, U07J, U07K, U07L, U07M, U07N,
)  # fmt: skip
