"""CONTENT: the words the clinic's pages say beside what stands in their templates."""

from intake import unsaid
from intake.store.alerts import AlertKind
from intake.store.staff import Role
from intake.store.visits import VisitStatus
from screening.finding import ArthritisLevel, Urgency

PRODUCT = "Anteroom"
DISCLAIMER = (
    "Screening aid, not a diagnosis. Content not yet reviewed by a clinician. "
    "Not a cleared medical device."
)
DEMO = "DEMO - invented patients"

LEVELS = {
    Urgency.EMERGENCY: "Emergency",
    Urgency.SAME_DAY: "Same day",
    Urgency.SOON: "Soon",
    Urgency.ROUTINE: "Routine",
}
LEVEL_MEANS = {
    Urgency.EMERGENCY: "See this patient now",
    Urgency.SAME_DAY: "Must be seen before leaving today",
    Urgency.SOON: "Look at this before you start",
    Urgency.ROUTINE: "Nothing raised by itself",
}
CALLS = {
    AlertKind.EMERGENCY: "Emergency",
    AlertKind.HELP: "Asks for help",
    AlertKind.SAME_DAY: "Same day",
    AlertKind.LATE: "Late answers",
    AlertKind.UNSENT: "Answers lost",
    AlertKind.DECLINED: "Wants to talk",
    AlertKind.ARRIVING: "Check-in",
    AlertKind.STAFF_PIN: "Wrong PINs",
    AlertKind.UNFINISHED: "Not finished",
    AlertKind.IDLE: "Tablet left",
}
CALL_MEANS = {
    AlertKind.EMERGENCY: "Go now. The tablet is waiting for you.",
    AlertKind.HELP: "The patient pressed “I need help”.",
    AlertKind.SAME_DAY: "See this patient before they leave.",
    AlertKind.LATE: "Answers came from the tablet after the visit was closed. Read the page again.",
    AlertKind.UNSENT: "Answers on a tablet did not arrive and are gone. Ask the patient again.",
    AlertKind.DECLINED: "The patient would rather talk to someone.",
    AlertKind.ARRIVING: "Please see who this is and whether somebody is with them.",
    AlertKind.STAFF_PIN: "Wrong staff PINs were typed. No PIN is taken here for 15 minutes.",
    AlertKind.UNFINISHED: "The patient stopped and cleared the tablet. The answers are kept.",
    AlertKind.IDLE: "Nobody has touched the tablet for a while. The answers are kept.",
}
STATUSES = {
    VisitStatus.IN_PROGRESS: "Answering",
    VisitStatus.COMPLETED: "Finished",
    VisitStatus.STOPPED: "Stopped by patient",
    VisitStatus.CLOSED: "Closed by staff",
}
ARTHRITIS = {
    ArthritisLevel.NONE: "No arthritis pattern in these answers",
    ArthritisLevel.POSSIBLE: "Arthritis possible",
    ArthritisLevel.LIKELY: "Arthritis likely",
    ArthritisLevel.CANNOT_TELL: "Cannot tell whether this is arthritis",
}
NO_NAME = "Name not given"
NOT_ANSWERED = "not answered"
MORE_URGENT_COUNTS = "Counts until staff confirm, as the more urgent: {answer}"
EVERY_TICK_COUNTS = "All that was ticked counts until staff confirm: {answer}"
STILL_COUNTS = "Counts until staff confirm: {answer}"
LAST_COUNTS = "The last answer counts: {answer}"
MINUTES = "{minutes} min"
HOURS = "{hours} h {minutes} min"
BORN = "Born"
BORN_AGE = "{date} ({age} y)"
SEX = "Sex at birth"
VISIT = "Visit"
NUMBER = "Patient no."
TABLET = "Tablet"
ARRIVED = "Began"
INTERVIEW = "Interview"
ASKED_IN = "Asked in"
SPEAKS = "{language}: bring an interpreter"
QUOTED = "{question} (typed, asked in {language})"

# The line of what was done, and its button.
NOTE_LABEL = "What was done, in a line"
NOTE_HINT = "e.g. spoke with the patient, taken to room 2"
SEEN = "Seen by me, patient may go on"
SEEN_NO_PAUSE = "Seen by me"
NOTE_MISSING = "Write in a line what was done, then press the button."
SEEN_SAVED = "Saved as seen by you."
SEEN_BEFORE = "{by} saw to this first, at {at:%H:%M}. Your line is kept beside theirs."
SEEN_BEFORE_FULL = (
    "{by} saw to this first, at {at:%H:%M}. There is no room for another line: yours is not kept."
)
ALSO_SEEN = " / {at:%H:%M} {by}: {note}"
"""A line beside the one of whoever was first."""
CLOSE = "Close this visit"
CLOSE_TITLE = "The patient will not finish"
CLOSE_WHY = (
    "Closing ends the tablet's access. What was answered is kept and assessed as not finished."
)
CLOSE_SURE = "The patient is not coming back to the tablet"
CLOSE_UNSURE = "Please tick first that the patient is not coming back to the tablet."
CLOSED = "The visit is closed."

CODE = "Code for another tablet"
CODE_GONE = "This code does not work any more. Please make another."
VISIT_ENDED = "This visit has ended. There is nothing to go on with."

TODAY = "Today's list"
TODAY_SAVED = "Saved. Today's list has {count} more."
TODAY_SAVED_ONE = "Saved: {name}, born {born}, at {clock}."
TODAY_STRUCK = "Taken off the list."
ON_LIST_ALREADY = "{name} is on the list already at {clock}. Nothing was saved."
BEGUN_ALREADY = "This patient has begun already. Make the code on the patient's page."
APPOINTMENT_CODE = "Code for a tablet"
ROW_CLOCK = "“{text}” is not a time of day. Write 10:30 or 2:30 PM."
ROW_DATE = "“{text}” is not a date. Write 1964-03-14, 3/14/1964 or 14-Mar-1964."
ROW_BORN = "{day} cannot be a date of birth."
ROW_NAME = "The first name or the last name is missing or too long."
ROW_NUMBER = "The patient number is too long."
ROW_TWICE = "The same stands in row {number}."
TOO_MANY_ROWS = "A day's list has at most 300 rows."
NO_ROWS = "There is no row to read in this."
ROWS_WRONG = "{count} rows cannot be used. Nothing is saved until every row can."
ROW_WRONG = "1 row cannot be used. Nothing is saved until every row can."
NOTHING_NEW = "Every row is on the list already. There is nothing to save."
HEADINGS = {
    "time": "time",
    "appointment": "time",
    "appointmenttime": "time",
    "start": "time",
    "first": "given",
    "firstname": "given",
    "given": "given",
    "givenname": "given",
    "last": "family",
    "lastname": "family",
    "family": "family",
    "familyname": "family",
    "surname": "family",
    "born": "born",
    "birthdate": "born",
    "dateofbirth": "born",
    "dob": "born",
    "number": "number",
    "patientnumber": "number",
    "mrn": "number",
    "patientid": "number",
}
"""What the columns of a file may be called, in small letters alone."""
NOT_BEGUN = "Not here yet"

# Answers to somebody who asks for what cannot be.
SIGNED_OUT = "You are signed out. Please sign in again."
FOREIGN = "This request does not come from the clinic's own pages. Nothing was changed."
TOO_LARGE = "This is more than the form can hold. Nothing was changed."
UNAVAILABLE = "The clinic's computer cannot do this right now. Nothing already saved is lost."
NOT_THERE = "There is no such visit, or it is not on the list any more."
NO_PDF = "There is no summary yet: the visit has not ended."
MISSING = "Please fill in this field."
TOO_LONG = "This is longer than anything that belongs here."
UNFIT_TO_PROTECT = (
    "A password needs 12 characters or more, of those a keyboard has, and at most 127."
)
PASSWORDS_DIFFER = "The two passwords are not the same."
NOTICE = "Privacy notice"
NOTICE_LANGUAGES = {"en": "English", "es": "Spanish"}
NOTICE_NOT_YOURS = "Only an administrator can read and change the privacy notice here."
NOTICE_CHANGED = "Somebody else has saved version {version} meanwhile. Nothing of yours was saved."
NOTICE_SAME = "These are the words in force already. There is nothing to save."
NOTICE_SENTENCE = "A sentence here has more than 20 words. Patients lose it before it ends."
NOTICE_PREVIEW = "This is how patients would read it. It is not saved yet."
NOTICE_SAVED = "Saved. Every patient from now on is asked to agree to this version."
STAFF_PIN = "Staff PIN"
PIN_NOT_YOURS = "Only an administrator can set the staff PIN."
PIN_SAVED = "Saved. From now on tablets take this PIN and no other."
PINS_DIFFER = "The two PINs are not the same."
SETTINGS = "Settings"
SETTINGS_NOT_YOURS = "Only an administrator can read and change the clinic's settings."
SETTINGS_CHANGED = (
    "Somebody else has changed the settings meanwhile. Nothing of yours was saved. Load this page "
    "again to see them."
)
SETTINGS_SAME = "This is what is in force already. There is nothing to save."
SETTINGS_SAVED = "Saved. It holds from now on."
PAPERS = {"letter": "Letter (8.5 by 11 in)", "a4": "A4 (210 by 297 mm)"}
LAST_SCREEN = "Last screen"
LAST_SAVED = "Saved. Every patient who finishes from now on reads this."
LAST_COUNT = "Please write two to {most} lines, or none for the program's own words."
LAST_LONG = "A line here has more than {most} words. Patients lose it before it ends."
LAST_UNSAID = "“{word}” cannot stand on the last screen: {why}"
UNSAID = {
    unsaid.CONDITION: (
        "it may be read as naming a condition, and what the answers mean is for the clinician to "
        "say."
    ),
    unsaid.LEVEL: (
        "it may be read as saying how urgent or how serious it is, and no patient is told that by "
        "a screen."
    ),
    unsaid.PROMISE: "it may be read as a promise, and nobody has examined the patient yet.",
    unsaid.ADVERTISEMENT: "it may be read as an advertisement.",
}
PEOPLE = "People"
PEOPLE_NOT_YOURS = "Only an administrator can see and change who may sign in."
NOT_YOURSELF = "You cannot close your own account. Another administrator can."
YOURSELF_ELSEWHERE = "Change your own password under “My password”."
NO_PERSON = "There is no such person here."
ROLES = {
    Role.ADMIN: "Administrator",
    Role.CLINICIAN: "Clinician",
    Role.FRONT_DESK: "Front desk",
}
ROLE_MEANS = {
    Role.CLINICIAN: "reads and corrects answers",
    Role.FRONT_DESK: "the same without corrections and advice",
    Role.ADMIN: "as a clinician, and people, settings and PIN",
}
ROLE_MISSING = "Please choose what this person does here."
PERSON_CHANGED = {
    "unlock": "{name} can try again.",
    "close": "The account of {name} is closed. Whoever was signed in with it is signed out.",
    "open": "The account of {name} is open again.",
}
MINE = "My password"
MINE_SAVED = "Saved. You stay signed in here; everywhere else you are signed out."
MINE_WRONG = "This is not your present password."
CODE_REFUSED = (
    "Sign-in name and code do not belong together, or the code was used or has expired. "
    "An administrator can give you another."
)
NOT_RECOGNIZED = "The name or the password is not right."
TRY_IN = "Too many tries. Please wait {seconds} seconds, then try again."
TRY_AT = "Too many tries. Please try again at {clock} on {day}."
LOCKED = (
    "Too many tries for this name. Only a browser that has signed in with it before is let in now. "
    "An administrator can unlock it under People. On the clinic's own computer: "
    "python -m house unlock NAME"
)
OTHER_QUESTIONS = "Other questions than today's"
CORRECT = "Correct an answer"
CORRECT_NOT_YOURS = "The front desk cannot correct answers. Please ask a nurse or clinician."
CORRECT_OTHER_QUESTIONS = (
    "These answers were given to an earlier version of the questions, so they cannot be corrected "
    "here. Write the correction on the printed page."
)
CORRECT_STALE = (
    "Somebody else has corrected this visit meanwhile. Nothing of yours was saved. What you chose "
    "is still below; look at what it changes now."
)
CORRECT_UNFIT = "This answer cannot be taken. Nothing was saved."
CORRECT_SAME = "This is the answer already. There is nothing to correct."
CORRECT_UNSURE = "Please check the box: this correction takes a warning away."
CORRECT_NONE = "Please choose an answer."
CORRECT_ALONE = "“{option}” cannot stand beside other answers."
CORRECT_DATE = "This is not a date of birth in the calendar."
CORRECT_WHY = "Please write in a line why."
CORRECT_SAVED = "Saved as version {version}. The earlier version is kept."
SET_UP_DONE = "The clinic has been set up already. Please sign in."
