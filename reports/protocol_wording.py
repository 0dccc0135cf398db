"""CONTENT: the fixed words of the protocol a clinician reads and signs."""

TITLE = "Clinical protocol: {questionnaire}"
SUBJECT = "Every question as asked and every rule in words, for a clinician to read and sign"
NOTICE = (
    "Screening aid, not a diagnosis. Not yet reviewed by a clinician: no patient should be asked "
    "these questions before this has been read and signed. Not a cleared medical device."
)
GENERATED = "Generated from the very declarations that the program runs on."
VERSIONS = (
    ("Questionnaire", "{questionnaire}"),
    ("Rules", "{rules}"),
    ("Content hash", "SHA-256 {content}"),
    ("Questions", "{items}"),
    ("Rules in words", "{count}"),
    ("Claims accounted for", "{accounted} of {claims}"),
)
RUNNING_HEAD = "Clinical protocol · questionnaire {questionnaire} · rules {rules} · {content}"
PAGE = "Page {page} of {pages}"

HOW_TITLE = "How the answers become an urgency"
HOW = (
    (
        "The urgency of a visit is the level of the most urgent rule that fires. There is no "
        "score, no probability and no diagnosis, and nothing of it is shown to the patient."
    ),
    (
        "Emergency: staff are called on the tap and the interview pauses. Same day: staff "
        "come before the patient leaves. Soon: read first at this visit. Routine: shown, not "
        "raised."
    ),
    (
        "An answer “Not sure”, or none, is never a no. A rule that hangs on it is printed as "
        "not ruled out, with the question to ask aloud. It raises an emergency rule to same "
        "day and a same-day rule to soon where another part of the rule is true; otherwise it"
        " raises to soon where a safety or warning question is open, and a context question "
        "is only printed."
    ),
    (
        "A safety or warning answer that is taken back counts as the most urgent one given "
        "until signed-in staff put it right; a tablet that says it is with staff settles nothing. "
        "“Not sure” takes nothing from a sign that was told: both count. Of other questions the "
        "latest answer counts, and beside it whatever was said that a red flag rests on. "
        "Words the patient wrote count in the same way after they were changed or erased."
    ),
    (
        "More evidence never gives a lower level. A rule that yields to another is not "
        "repeated beside it; the other says the same and is at least as urgent."
    ),
    (
        "In the conditions below, = means that one of the answers named was given. A question"
        " that was not asked because its condition is not met counts as not so."
    ),
)

CHANGED_TITLE = "What was changed from the first draft, and why"
CHANGED_INTRO = (
    "The first draft was sharpened on cases written and rated blind. Changes since then:",
)
CHANGED_QUESTIONS = (
    ("KN00", "New: which knee, so that a replaced or injected knee is told from the other one."),
    ("SF02b", "New: asked again alone where the grid was a group no and the back was operated on."),
    ("SF03b", "New: the same of the saddle; “Not sure” about operations asks again as well."),
    ("SF07b", "New: asked again alone where the grid was a group no and the knee is newly hot."),
    (
        "MD02a",
        "One list of names for each class, all on one screen; lithium is a name by itself.",
    ),
    ("CK01", "New: asked once which is right, where no pain and pain elsewhere were both said."),
    ("CK02", "New: the same of no pain, no twitching and a lot of trouble."),
    ("CK03", "New: the same of not being able to stand and walking that is not hard."),
    ("CK04", "New: the same of a newly hot or swollen knee that has hurt for years."),
    ("NV09", "Moved to the screen on the leg, so that the signs after an injury follow at once."),
    ("TW02", "Right and left have places of their own: a pattern of one nerve has a side."),
    ("OP02a", "Asked for back surgery by itself, so that “recent” belongs to the right operation."),
    ("OP02b", "Asked for a needle in the back by itself, for the same reason."),
    ("OP02c", "Asked for a knee replacement by itself, with its side."),
    ("OP02d", "Asked for other knee surgery by itself, with its side."),
    ("OP02e", "Asked for a needle in the knee by itself, with its side."),
    ("KN07", "“None of these” added: a list without it cannot be answered no."),
    ("SF04", "Reworded: it was longer than twenty words."),
    ("SF09", "Reworded: it was longer than twenty words."),
    ("TW01", "“Strong jerks in a beat” shortened to eight words."),
    ("NV05", "“Weak, stiff or unsteady” shortened to eight words."),
    ("HX01", "Pregnancy or a birth within 6 weeks shortened to eight words."),
    ("LF01", "Long still posture and caffeine shortened to eight words."),
    ("WK2", "“Tap all” added: several answers may be given."),
    ("NB1", "“Tap all” added: several answers may be given."),
    ("LF04", "“Tap all” added: several answers may be given."),
    (
        "WR01",
        "Free text left out: FT01, asked next, takes it, and the words are read there.",
    ),
)

QUESTIONS_TITLE = "Questions: {section}"
ITEM_TITLE = "{code} · {text}"
ITEM_TITLE_WITHOUT_CODE = "{text}"
HEADING_OF_GRID = "On the screen"
HINT = "Hint"
ANSWERS = "Answers"
SEVERAL = "{options} (several may be tapped)"
OPTION_ALONE = "{text} (clears the others)"
BETWEEN_OPTIONS = " · "
ANSWER_KINDS = (
    ("WholeNumber", "a whole number, worked out and not asked"),
    ("CalendarDate", "a date"),
    ("FreeText", "the patient's own words, printed as they are; never read as a no"),
)
MAY_BE_SKIPPED = "may be skipped"
WHEN_ASKED = "Asked"
ROLE = "If left open"
ROLES = (
    ("safety", "Direct safety question: asked aloud; a rule that hangs on it raises"),
    ("warning", "Warning question: a rule that hangs on it raises to soon or higher"),
    ("context", "Context question: printed with the rule that hangs on it, raises nothing alone"),
)
OFFLINE = "Without connection"
OFFLINE_CALLS = "calls staff at once: {options}"
TOGETHER_TITLE = "Without connection: answers that only together call staff"
TOGETHER = (
    (
        "While the server cannot be asked, the tablet shows the front-desk screen as soon as "
        "one of these is complete, whatever part of it was known before. It names nothing. The "
        "answers that call staff by themselves stand with their questions above."
    ),
    (
        "It is proved that no emergency below can be completed without connection unless one of "
        "the two calls staff, and that what calls only together is an emergency."
    ),
)
TOGETHER_NUMBER = "Together {number}"
TOGETHER_CALLS = "Calls staff at once when"
CLAIMS = "Claims"
BEYOND = "beyond the documents"
SOURCES = "Sources"

RULES_TITLE = "Rules: {group}"
GROUPS = (
    ("emergency", "emergency"),
    ("same_day", "same day"),
    ("soon", "soon"),
    ("routine", "routine: shown, not raised"),
    ("presentation", "patterns the answers fit, without a level"),
    ("contributor", "what may add to it, or guards treatment, without a level"),
)
RULE_TITLE = "{code} · {title}"
FIRES_WHEN = "Fires when"
ADDS = "Adds"
ADDS_WORDS = "“{text}” when {when}"
YIELDS_TO = "Yields to"
SPECIAL = "Said only"
BESIDE_OTHERS = "beside another red flag or warning sign"
ONLY_ALONE = "when no other red flag or warning sign fired and nothing was left open"
REASSURING = "when nothing that cannot wait is found or still open"
WEIGHED = "Weighed"
BEFORE_PROCEDURE = "before any needle or operation; always named on page 1 of the summary"
PARTLY = "Not known"
PARTLY_RAISES = "raises to soon with one part true and another not known"
ARTHRITIS = "Arthritis flag"
ARTHRITIS_LEVELS = (
    ("none", "none"),
    ("possible", "possible: {kind}"),
    ("likely", "likely: {kind}"),
    ("cannot_tell", "cannot tell"),
)
NEXT = "Next step"
CHANGED = "Changed"

ADVICE_TITLE = "Advice, released by a clinician only"
ADVICE_INTRO = (
    "Offered to the clinician after a complete interview at routine. What is not known hides it.",
)
SAYS = "Says"
OFFERED_WHEN = "Offered when"

THRESHOLDS_TITLE = "Thresholds"
THRESHOLDS_INTRO = (
    "Every number that has a name. Changing one is a new content version.",
    "Times and amounts that stand in the words of an answer are listed with their question.",
)
DECLARED = "{value} · {name}"
WHERE_TITLE = "Where a number decides"
DECIDES_IN = "Decides in"

CLAIMS_TITLE = "Claims of the two documents, in our words"
CLAIMS_INTRO = (
    "Each claim with what rests on it, or what becomes of it.",
    "Promotion (excluded by name; A-135 is used only as a safety fact): {promotion}.",
)
CLAIM_TITLE = "{id} · {text}"
RESTS = "Rests on it"
ELSEWHERE = "Leads to"

SOURCES_TITLE = "Sources"
SOURCE_USED = "Cited by"

SIGN_TITLE = "Signature"
SIGN_INTRO = (
    "I have read every question, every rule and every threshold of this version and content hash.",
)
SIGN_CHOICES = (
    "Approved as it stands",
    "Approved with the changes listed below",
    "Not approved",
)
SIGN_LINES = ("Name", "Profession and registration", "Clinic", "Date", "Signature")
SIGN_CHANGES = "Changes asked for"
SIGNERS = 2
