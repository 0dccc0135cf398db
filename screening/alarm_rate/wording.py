"""CONTENT: the words of the report on the rate of alarm, and what is made of each frequent rule."""

TITLE = "# Rate of alarm"
INTRO = """\
A rule that calls too often is soon not heard. This page says how often each would call in a made-up
clinic of {patients} patients (seed {seed}), under questionnaire {questionnaire} and rules {rules}.
`python -m screening alarm-rate` prints it again.

No clinic was counted. Where a study gives a number it is named below; the rest is assumed. So read
the order of the rules and the rough size, not the decimals, and count again in the clinic itself
before the rules are used there.
"""
LEVELS = "## How urgent the patients come out"
LEVELS_NOTE = (
    "In percent of the group. “Not known” are patients raised by nothing but a “not sure”: no "
    "answer of theirs tells of anything."
)
LEVELS_HEAD = (
    "Patients", "Number", "Routine", "Soon", "Same day", "Emergency", "Raised", "Not known",
)  # fmt: skip
ALL_OF = "**{kind}**"
RULES = "## Which rules raise {kind}"
RULES_NOTE = (
    "In percent of these patients. “Alone”: without this rule the patient would be routine. "
    "“At all”: the rule raises the patient, others beside it or not. Above {tolerated} percent a "
    "rule is **suspect** (alone) or *frequent* (at all). Rules under {least} percent are left out."
)
RULES_HEAD = ("Rule", "Alone", "At all", "")
SUSPECT = "**suspect**"
FREQUENT = "*frequent*"
ANSWERS = "## Which one answer raises {kind}"
ANSWERS_NOTE = (
    "In percent of these patients: those who would be routine with the usual answer to this one "
    "question."
)
ANSWERS_HEAD = ("Question", "Percent")
VERDICTS = "## What is made of it"
VERDICTS_NOTE = (
    "{suspects} suspect. Together the rules raise {raised}. Where most patients have several "
    "signs no rule raises alone, and that count sees nothing; so the frequent rules are answered "
    "for as well."
)
NO_SUSPECT = "No rule is"
SUSPECTS = "{codes} is"
RAISED = "{percent} percent of {kind}"
AND = " and "
VERDICT = "**{code} {title}.** {verdict}"
VARIATIONS = "## If the assumptions are wrong"
VARIATIONS_NOTE = (
    "Percent raised above routine, and the rules that are frequent then. The first line is the "
    "run above; each other line draws {patients} ordinary patients."
)
VARIATIONS_HEAD = ("If", "{kind}: raised", "{kind}: frequent")
AS_ASSUMED = "all is as assumed"
HALF = "patients tell half as much in the grids"
TWICE = "patients tell twice as much in the grids"
ALWAYS_SURE = "nobody is ever not sure"
SELDOM_SURE = "three answers in a hundred are “not sure”"
ONE_BY_ONE = "nobody uses “No to all of these”"
ASSUMPTIONS = "## Assumptions"
TABLET = """\
- Of questions answered one by one, {not_sure} percent are answered “not sure”.
- Of patients with nothing to tell in a grid, {no_to_all} percent say so in one tap.
- Complaints are spread unevenly: the odds of having something to tell in a row of a grid are
  multiplied by {telling}. In one survey people told
  of 0 to 22 of 25 symptoms (McAteer 2011).
- Everybody finishes. A patient who stops is same day by rule and is not counted here.
- Within a group the answers are independent of each other but for this spread. Osteoarthritis
  comes in three degrees, so that pain, sleep and movement go together.
"""
TELLING = "{factor} for {percent} percent of patients"
GROUPS_HEAD = ("Group", "Share", "Ages", "Rests on")
AGES = "{lowest}-{highest}: {percent}"
SAYS = "### {group}"
EVERYBODY = "everybody, unless the group says otherwise"
SAYS_HEAD = ("Question", "Answers in percent", "Rests on")
ANSWER = "{option} {percent}"
NUMBERED = "[{number}]"
SOURCES = "### What the numbers rest on"
SOURCES_NOTE = "How a study's question is turned into ours is our reading of it."
SOURCE = "{number}. {source}"
DOI = "{source}, doi:{doi}"
USUAL = "The usual answer, of whoever has nothing to tell: No or None, and otherwise:"

VERDICT_OF = {
    "P01": (
        "Stands. Weakness over weeks to months is to be examined (NICE NG127). Thigh weakness is "
        "usual in osteoarthritis and a third of patients with benign twitching feel weak with "
        "normal strength, so the answer cannot tell them from disease of nerve or muscle: the "
        "examination does."
    ),
    "P05": (
        "Stands. New or changing numbness is to be mapped and examined (NICE NG127). Half of the "
        "patients of a twitch clinic report it with a normal examination; the same answer is that "
        "of a root or nerve under pressure, before a needle or an operation on the knee."
    ),
    "P06": (
        "Stands. One in six with painful knees has a knee give way within 3 months and one in "
        "seven falls again and again; a fall is worth asking about at this visit. Open: the "
        "option also says “stiff”, which a stiff knee invites; “weak or unsteady, or I fall” "
        "would ask for what the rule means."
    ),
    "P07": (
        "Stands. Severe pain is a warning sign of both documents, and early relief is owed to "
        "whoever has it, whatever the cause. It orders the list and calls nobody."
    ),
    "P12": (
        "To be narrowed. Other painful joints and lasting swelling are two points and usual in "
        "osteoarthritis: two of three have pain in several joints, nearly half have fluid in the "
        "knee. What argues against osteoarthritis is long stiffness (NICE NG226). Proposed: raise "
        "from two points on only with stiffness over 30 minutes, a known joint disease or "
        "psoriasis among them; else show the pattern."
    ),
    "P13": (
        "To be narrowed. Pain at night comes with osteoarthritis (19 to 75 percent by its grade) "
        "and being woken by pain helped with no diagnosis among 9,940 patients with back "
        "pain (Premkumar 2018). Proposed: pain every night raises when the knee does not hurt in "
        "use, or with cancer ever; weight loss, sweats, bruises and a growing lump as now."
    ),
    "P17": (
        "To be narrowed. A water pill with a stomach acid pill is common at this age, and the "
        "documents speak of twitching. Proposed: raise only a patient who twitches, cramps or "
        "jerks; else show the medicines as they are."
    ),
    "P21": (
        "To be narrowed. The soft signs are those of twitching (NICE NG127, both documents). "
        "“Worse”, “troubles my day” and “hard to walk from pain” are how osteoarthritis is told "
        "by patients who do not twitch at all. Proposed: count them only beside a twitch, where "
        "the rule stands: two of them are a reason to examine arms and legs."
    ),
}
