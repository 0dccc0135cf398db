"""CONTENT: the words of the plain page, which is printed when the usual one cannot be made."""

TITLE = "Knee intake summary: plain page"
NOTICE = (
    "The usual summary could not be made. This page was written straight from the record, and "
    "parts may be missing. Read the answers on the clinic's screen, or ask the patient."
)
LEFT_OUT = (
    "Not worked out here: the summary sentence, the leg figure, arthritis features, “Before any "
    "injection”, and the smallest change. Look at the answers."
)
RUNNING = "Plain page: parts may be missing."
ATTACHED = "The record of the answers is attached to this file (FHIR)."
NOT_ATTACHED = "The record of the answers is not attached to this file."
NOT_SET = "Letters this page cannot print stand as “{mark}”."
MISSING = "Something is missing here: it could not be printed."
MISSING_TOLD = "A list is not whole: {count} of its entries could not be printed."

# Who, when and how.
PERSON = "{family}, {given}"
NAME_NOT_READ = "Name could not be read"
BORN = "Born {born}"
BORN_AGE = "Born {born} (age {age})"
NOT_READ = "could not be read"
SEX = "Sex at birth {sex}"
NUMBER = "Patient no. {number}"
REFERENCE = "Visit {reference}"
REPLACES = "Version {version}, replaces version {earlier} of {when}"
COMPLETED = "Completed {when}"
STOPPED = "Stopped {when}, not finished"
IN_PROGRESS = "Still being answered; last answer {when}"
ZONE = "Times are of {zone}."
ZONE_NOT_KNOWN = "Times are UTC: the clinic's time zone could not be read."
ASKED_IN = (
    "Asked in {language}. Questions and answers stand here in {page}, the patient's own words as "
    "they were typed."
)
FILLED_IN = "Filled in by: {answer}"
GIVEN_BY = "Answers given by: {who}"
GIVEN_BY_SEVERAL = "Answers given by: {counts} (marked where it is not the first of these)"
COUNT_BY = "{who} {count}"
CONSENT = "Consent: version {version}, {language}, agreed {when}, {how}"

# What was found.
LEVEL = "Level of this visit: {level}"
SAFETY_ALL = "Safety questions: {count} of {count} have an answer."
SAFETY_OPEN = "Safety questions without an answer: {gaps} of {count}: {labels}"
SAFETY_UNSURE = "Safety questions answered “not sure”: {labels}"
NO_FINDINGS = "None on record."
NO_CAUTIONS = "Caution: none on record"
NOT_READ_FINDINGS = (
    "The findings could not be read. That does not mean that nothing was found: "
    "judge from the answers."
)
NOT_READ_ANSWERS = "The answers could not be read. Ask the patient."
STILL_COUNTS = "A finding may rest on an answer that was changed later: see “before”."
FINDING = "{title} ({code})"
FINDING_LEVEL = "{title} ({code}): {level}"
EVIDENCE = "{label}: {answer}"
NOTED = "{label}: {answer} ({code})"
NEXT = "Next: {next}"
ANSWER = "{label}: {answer}"
OPEN = "leaves open: {titles}"
ASK = "Ask aloud: {question}"
DISAGREEMENT = "{label}: {said}"
SAID = "{who}: {answer}"
SEEN_BY = "{code}: staff told {raised}, seen {seen} by {by}"
NOT_SEEN = "{code}: staff told {raised}, not yet seen"
SEEN_NOTE = "{seen}: {note}"
CORRECTED = "Corrected by staff {when}: {label}, by {by} (why: {why})"
STAFF_NOT_READ = "What staff did could not be read."

# Headings, besides those of the usual page.
VISIT = "This visit"
FINDINGS = "Findings"
PATTERNS = "Patterns to weigh, not a diagnosis"
CONTRIBUTORS = "What may add to twitching"
MEDICINES = "Medicines"
DISAGREEMENTS = "Answered differently by two people"
STAFF = "Staff"
ANSWERS = "Answers"

# Every answer.
QUESTION = "{code} {question}"
AS_GROUP = "{answer} (as a group)"
NOT_ANSWERED = "Not answered"
NO_ANSWER = "No answer (perhaps not asked)"
NOT_ASKED = "Not asked"
SET_ASIDE = "no longer asked"
BEFORE = "before: {answer} ({who}, {when})"
TAKEN_BACK = "taken back: {answer} ({who}, {when})"
BY = "by {who}, {when}"

# When there is no page at all.
NO_PAPER = "The summary could not be drawn, not even as a plain page ({codes})."
PLAIN_INSTEAD = (
    "The usual summary could not be drawn ({codes}); a plain page was written, and says so."
)
