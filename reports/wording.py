"""CONTENT: every fixed word the clinician reads on the page."""

# The file and its running heads.
DOCUMENT = "Knee intake summary"
FILE_TITLE = "Knee intake summary, visit {reference}"
FILE_SUBJECT = "Answers given before the appointment, and what they mean to a clinician"
DEMO_BAND = "DEMO - invented patients"
DISCLAIMER = (
    "Patient-reported, not verified. Screening aid, not a diagnosis. "
    "Content not yet reviewed by a clinician. Not a cleared medical device."
)
VERSIONS = (
    "version {version} · questionnaire {questionnaire} · rules {rules} · program {program} · "
    "content {content}"
)
REFERENCE = "Visit {reference}"
PAGE = "Page {page} of {pages}"
CONTINUED = "{heading} (continued)"
MORE = "+{count} more, from page {page}"
IN_FULL = "in full from page {page}"
MOVED_BREAK = ". "
MOVED = "From page {page}: {titles}"
ON_ANOTHER_PAGE = "answers and next steps from page {page}"
QUOTE_MORE = "… continues; in full from page {page}"
CONSENT = "Consent: version {version}, {language}, agreed {when}, {how}"
SIGNED = "signed"
TICKED = "with a tick, not signed"
SIGNATURE = "signature"
IN_OWN_WORDS = "see “In the patient's own words”"
NAME_UNKNOWN = "Name not given"

# Text that cannot be printed as it was typed.
TEXT_CUT = " […cut here; the full text is in the attached record]"
FOREIGN_SCRIPT = "[Written in {script} script, {count} characters: read it in the attached record]"
SCRIPT_NAMES = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "UNKNOWN": "another",
}

# Headings.
SITUATION = "Situation"
CAUTION = "Caution: {count}"
RED_MORE = "Further red flags, details from page {page}:"
BEFORE_PROCEDURE = "Weigh before any needle or operation"
WHERE = "Where and how bad"
LEG_FIGURE = "Leg figure"
WORDS = "In the patient's own words"
NO_WORDS = "Nothing was added (the question may be skipped)."
FEATURES = "Arthritis-related features"
MEDICINES = "Medicines that can cause twitching"
NO_MEDICINES = "None of the asked classes reported."
NONE_KNOWN = "None known to cause twitching. Takes: {taken}"
NAMELESS = "{medicine} (name not given)"
ASKED_NO = "Asked, answered no"
AS_GROUP = "Answered as a group (“No to all of these”): "
NO_NEGATIVES = "No warning question was answered no."
NOT_RULED_OUT = "Could not rule out"
ASK_ALOUD = "ask aloud"
ON_THE_TABLET = (" Tap all that fit.", " Tap all.")
SHOWN = "Reported, no priority by itself"
POINTERS = "Pointers"
POINTERS_NOTE = "to weigh, not a diagnosis"
INJECTION = "Before any injection"
REVIEW = "Clinician review"
REVIEW_BOXES = ("Red flags confirmed", "Not confirmed", "Same-day referral", "Proceed to screening")
REVIEW_NOTES = "Notes"
REVIEW_SIGNATURE = ("Name", "Signature", "Date / time")
EVERY_QUESTION = "Every question as asked"
EVERY_QUESTION_IN = "Every question, asked in {language}, shown in English"
COLUMNS = ("No.", "Question", "Answer", "Flag")
RED_FLAG = "Red flag"
CAUTION_FLAG = "Caution"
NEXT = "Next: "
KEY = "Key"
FRONT = "Front"
BACK = "Back"
RIGHT_LETTER = "R"
LEFT_LETTER = "L"
STATE_WORDS = {
    "yes": "Yes",
    "not-sure": "Not sure",
    "no": "No",
    "not-answered": "Not answered",
    "not-asked": "Not asked",
    "not-counted": "Not counted",
    "needs-hands": "Needs hands",
    "other": "Another answer",
}

# Facts about the patient and the visit.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DATE = "{day:02d}-{month}-{year}"
DATE_TIME = "{date} {hour:02d}:{minute:02d}"
CLOCK = "{hour:02d}:{minute:02d}"
BORN = "Born"
BORN_AGE = "{date} ({age} y)"
SEX = "Sex at birth"
VISIT = "Visit"
NUMBER = "Patient no."
VERSION = "Version"
REPLACES = "{version}, replaces version {earlier} of {when}"
REPLACES_MADE = "{version} of {made}, replaces {earlier} of {when}"
NOT_GIVEN = "not given"
COMPLETED = "Completed {when}"
STOPPED = "Stopped {when}, not finished"
ANSWERED_BY = "answered by {who}"
ASKED_IN = "asked in {language}"
BESIDE = " · "

# The boxes.
RED_FLAGS = "RED FLAGS: {count}"
NO_RED_FLAGS = "No red flags triggered"
LEVEL = "Level of this visit: {level}"
ALL_ASKED = "{count} of {count} safety questions asked and answered"
SAFETY_GAPS = "{gaps} of {count} safety questions not answered"
BUT = "but "
NOT_SURE = "Not sure"
INJECTION_UNKNOWN = "Not known; ask aloud"
SAFETY_UNSURE = "{unsure} not sure"
SAFETY_ONCE = "{once} asked once, not asked again"
ALSO_NOT_ANSWERED = "Also not answered: {labels}"
ALSO_ASKED_ONCE = "Asked once, not asked again: {labels}"
ALSO_NOT_SURE = "Also not sure: {labels}"
STAFF_ALERTED = "Staff told {raised}, seen {seen} ({by})"
STAFF_NOT_SEEN = "Staff told {raised}, not yet seen"
WITHDRAWN = "withdrawn by staff: {codes}"
NO_LONGER = "no longer raised: {codes}"
SEEN = "Seen {when} by {by}"
AS_ABOVE = "as above"
SEEN_NOTE = "Seen {when} by {by}: {note}"
LEVELS = {
    "emergency": "Emergency, now",
    "same_day": "Same day",
    "soon": "Soon, at this visit",
    "routine": "Routine",
}
LEVEL_NAMES = {
    "emergency": "emergency",
    "same_day": "same day",
    "soon": "soon",
    "routine": "routine",
}

# What would lower the level.
CHANGE_TITLE = "Smallest change that would lower the level"
CHANGE_NOTE = "if answered no instead"
CHANGE_OR = "; or "
CHANGE_AND = " and "
CHANGE = "{answers} → {level}"

# The situation in one sentence.
PERSON = "{age}-year-old {sex}."
PERSON_NO_AGE = "Age not known, {sex}."
PERSON_NOT_KNOWN = "Age and sex not known."
SEXES = {"female": "woman", "male": "man"}
YOUNG_SEXES = {"female": "girl", "male": "boy"}
YOUNG = 18
ANY_SEX = "person"
KNEES = {"right": "Right knee", "left": "Left knee", "both": "Both knees"}
KNEE_UNKNOWN = "Knee, side not known"
MOVEMENTS = {
    "ripple": "small ripples or flutters",
    "cramp": "tight, painful cramps",
    "jerk": "jerks of knee or leg",
    "shake": "shaking",
    "urge": "an urge to move the legs",
    "beat": "nonstop strong rhythmic jerks",
}
NO_MOVEMENTS = {"no-twitching": "no twitching"}
MOVEMENT_UNKNOWN = "kind of movement not known"
TROUBLE = "{movement}; trouble {duration}"
DURATIONS = {
    "under-a-week": "for less than a week",
    "1-to-4-weeks": "for 1 to 4 weeks",
    "1-to-3-months": "for 1 to 3 months",
    "over-3-months": "for more than 3 months",
}
TRENDS = {
    "better": "getting better",
    "same": "unchanged",
    "worse": "getting worse",
    "comes-and-goes": "coming and going",
}
PAIN = "worst pain today {value}/10"
PAIN_UNKNOWN = "worst pain not known"
EFFECTS = {
    "a-lot-day": "a lot of effect on the day",
    "a-lot-sleep": "a lot of effect on sleep",
    "a-lot-both": "a lot of effect on day and sleep",
}
ALSO = "Also reported: {signs}."
SIGN = "{label}: {answer}"

# Where and how bad.
MARK_TWITCH = "Where it twitches"
MARK_HOT = "Hot, red, discolored or swollen"
MARK_REPLACED = "Replaced knee"
NO_MARKS = "No place on the legs was given."
SIDES = {"right": "right", "left": "left"}
PLACES = {
    "front-thigh": "front of thigh",
    "kneecap": "kneecap",
    "outer": "outer side below the knee",
    "shin": "shin",
    "calf": "calf",
    "back-thigh": "back of thigh",
}
FIGURE = "Drawing of both legs from front and back. {marks}"
FIGURE_MARK = "{label}: {places}."
WORST_PAIN = "Worst today"
OUT_OF_TEN = "{value}/10"

# Answers.
NOT_ANSWERED = "Not answered"
UNDER_HEADING = "{heading}: {question}"
NAMED = "{medicine}: {names}"
NAME_NOT_KNOWN = "name not known"
EVIDENCE = "{label}: {answer} ({code})"
WITH_NOTE = "{words} ({note})"
UNCONFIRMED = "now says {answer}, unconfirmed"
UNCONFIRMED_TAKEN_BACK = "taken back, unconfirmed"
SAYS = "{who}: {answer}"
MORE_EVIDENCE = "+{count} more"
GROUP_NOTE = "(answered as a group)"
CHANGED_NOTE = "changed from {old} at {when}"
CHANGED_BY_NOTE = "changed from {old} (said by {who}) at {when}"
ASKED_AGAIN_NOTE = "asked again: {answer}"
CORRECTED = "Corrected by staff"
CORRECTION = "{when} {by}: {answer}, was {old} (why: {why})"
STANDS_NOTE = "counts as {standing} until staff confirm"
BY_NOTE = "answered by {who}"
INFORMANTS = {
    "patient": "the patient",
    "companion": "a companion",
    "guardian": "parent or guardian",
    "staff": "staff {initials}",
}
ROLES = {
    "patient": "patient",
    "companion": "companion",
    "guardian": "parent or guardian",
    "staff": "staff",
}
TAKEN_BACK = "Written before by {who}, then taken back:"
PUT_RIGHT = "Written before by {who}, put right by {by}:"
TEXT_CHANGED_NOTE = "changed; what stood there before is printed with it"
TEXT_TAKEN_BACK_NOTE = "taken back; printed in the patient's own words"
TAKEN_BACK_NOTE = "{old} taken back"
MORE_CHANGES = "{count} more changes"
TYPED = "typed by {who}, in {language}, unedited"
LANGUAGES = {"en": "English", "es": "Spanish"}
FEATURE_COUNTS = {
    "yes": "{count} met",
    "not-sure": "{count} not sure",
    "no": "{count} not met",
    "not-answered": "{count} not answered",
    "not-asked": "{count} not asked",
    "not-counted": "{count} not counted",
    "needs-hands": "{count} need hands",
}
FEATURE_WORDS = {
    "yes": "Met",
    "not-sure": "Not sure",
    "no": "Not met",
    "not-answered": "Not answered",
    "not-asked": "Not asked",
    "not-counted": "Not counted",
    "needs-hands": "Needs hands",
}
ARTHRITIS = {
    "none": "",
    "possible": "Arthritis possible on history",
    "likely": "Arthritis likely on history",
    "cannot_tell": "Cannot tell about arthritis",
}
NO_PATTERN = "No arthritis pattern on these answers (not a diagnosis)"
PATTERN = "{titles} (not a diagnosis)"
MEDICINES_NEW = "new or changed in 3 months: {answer}"
LEAVES_OPEN = "leaves open: {titles}"
RAISES = "; counts as “{level}” until answered"
ASKED_COUNTS = "{answered} answered · {unsure} not sure · {open} not answered · {who}"
FILLED_IN_BY = "by {who}"
FILLED_IN = {
    "me": "the patient",
    "someone-helps": "the patient with a helper",
    "guardian": "parent or guardian",
    "staff": "clinic staff",
}
SEE_PAGE_2 = "questions changed during the interview: see “Every question as asked”"
NOT_AS_ASKED = "The wording of the day was not kept: the questions stand in today's."
ACROSS = (
    "The questions changed during this interview. It ends on version {questionnaire}; rules "
    "{rules} are applied. What they ask for and it does not counts as unknown, and the change "
    "never lowers the level."
)
INJECTION_NOT_ASKED = "Egg or bird allergy (for avian hyaluronan)"
NOT_ASKED = "not asked; ask aloud"
ALL_ANSWERED_BUT = "{count} of {count} safety questions asked"
PAGE_LANGUAGE = "en-US"

ARRIVALS = {
    "name-near": (
        "Came without an appointment, but is likely on today's list: same birth date, nearly the "
        "same name"
    ),
    "name-far": (
        "Came without an appointment. Somebody of this birth date and another name is on today's "
        "list"
    ),
    "day-near": (
        "Came without an appointment. Somebody of this name and another birth date is on today's "
        "list"
    ),
    "minor-alone": "Under 18, and no parent or guardian is with them at the tablet",
}
"""What staff are told of an arrival, by the alert's code."""
