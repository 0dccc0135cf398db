"""CONTENT: the words in which a condition, and a difference between two rule sets, is told."""

# A condition, as a clinician reads it aloud.
ALWAYS = "always"
NEVER = "never"
ALL_OF = "all of these:"
ANY_OF = "any of these:"
AT_LEAST = "at least {n} of these:"
NOT_SO = "not so:"
AND = " AND "
OR = " OR "
NOT = "NOT {part}"
SOME_OF = "at least {n} of: {parts}"
ONE_OF_SOME = "; "
COUNTS_TWICE = "{part} (counts {times})"
LABELED = "{label} ({code})"
IS = "{item} = {options}"
IS_NOT = "{item} = anything but {options}"
TICKS_OTHER_THAN = "{item} = any tick but {options}"
QUOTED = "“{option}”"
OR_OPTION = " or "
RANGE = "{lowest} to {highest}"
AT_LEAST_NUMBER = "{item} {lowest} or over"
UNDER_NUMBER = "{item} under {limit}"
BETWEEN_NUMBERS = "{item} {lowest} to {highest}"
ANSWERED = "{item} answered"
TICKED = "“{item}” tapped"
NAMES = "{item}: any of {words}"
OR_WORD = ", "
LEFT_OPEN = "{item} not sure or not answered"
OR_LEFT_OPEN = "{told}, or not sure or not answered"
STOPPED = "the patient stopped before the end"

# What two rule sets do differently.
VERSIONS = "{which}: rules {rules}, questionnaire {questionnaire}, content {content}"
OLD = "Old"
NEW = "New"
SAME = "Both are the same: no question, no rule and no advice differs."
COUNTS = "Rules: {changed} changed, {added} added, {removed} removed, {same} as they were."
ITEM_COUNTS = "Questions: {changed} changed, {added} added, {removed} removed, {same} as they were."
HOW = (
    "Each rule that differs was tried with every combination of answers to the questions it rests",
    "on, all other questions answered as by a person of {age} without complaints. Both rule sets",
    "were run whole on every combination, so the levels of each pattern listed are exact. What",
    "further complaints beside a pattern would do is not listed: a more urgent rule may hide it.",
    "Answers that no condition of either rule set tells apart count as one.",
)
CALM = "Without any complaint the level is {level} in both."
CALM_DIFFERS = "WITHOUT ANY COMPLAINT the level is {old} before and {new} now."
LOWERED = "LOWERED"
RAISED = "RAISED"
NO_LEVEL = "NO LEVEL CHANGES"
QUESTIONS = "QUESTIONS"
ADVICE = "ADVICE"
OFFERED_WHEN = "offered when {when}"
RULE = "{code} {title}"
ADDED = "added"
REMOVED = "removed"
CHANGED_FIELDS = "changed: {fields}"
RESTS_ON_CHANGED = "rests on a changed question"
WAS = "was"
IS_NOW = "is now"
NONE = "none"
PATTERNS = "{count} patterns of answers change the level: {lowered} lowered, {raised} raised."
ONE_PATTERN = "1 pattern of answers changes the level: {lowered} lowered, {raised} raised."
NO_PATTERN = "No pattern of answers changes the level: other rules say as much, or nothing did."
WITHOUT_LEVEL = "This rule has no level; it changes what is printed, not how urgent it is."
TRIED_MOST = (
    "There are too many combinations to try them all: tried were those with at most {most} answers"
    " that differ from a person without complaints."
)
SMALLEST = "from {old} to {new}: {count}, the smallest first"
BESIDE = "; "
MORE = "and {count} more as small as these"
NOTHING_ELSE = "no complaint at all"
LEVELS = (
    ("routine", "routine"),
    ("soon", "soon"),
    ("same_day", "same day"),
    ("emergency", "emergency"),
)
FIELDS = (
    ("when", "condition"),
    ("urgency", "level"),
    ("yields_to", "what it yields to"),
    ("title", "title"),
    ("next", "next step"),
    ("claims", "claims"),
    ("sources", "sources"),
    ("adds", "what is added to the title"),
    ("remark", "remark"),
    ("name", "name"),
    ("text", "wording"),
    ("hint", "hint"),
    ("short", "short name"),
    ("options", "answers"),
    ("role", "what it means when left open"),
    ("asks_again", "what it asks again"),
    ("enable_when", "when it is asked"),
    ("conditions", "when it is asked"),
    ("safe_when", "when it is offered"),
)
