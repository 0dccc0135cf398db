"""CONTENT: who answers, birth date, sex, and which knee."""

from intake.knee_twitching import sources
from intake.knee_twitching.options import BOTH, LEFT, NOT_SURE, RIGHT
from intake.option import Option
from intake.questionnaire import CalendarDate, Choice, Group, Role, WholeNumber

ME = Option("me", "Me")
SOMEONE_HELPS = Option("someone-helps", "Someone helps me")
GUARDIAN = Option("guardian", "My parent or guardian")
STAFF = Option("staff", "Clinic staff")

WHO_ANSWERS = Choice(
    link_id="who-answers",
    code="ST01",
    text="Who is filling this in?",
    short="Filled in by",
    options=(ME, SOMEONE_HELPS, GUARDIAN, STAFF),
    sources=(sources.OURS,),
)
BIRTH_DATE = CalendarDate(
    link_id="birth-date",
    code="",
    text="When were you born?",
    hint="If you help someone, give their date of birth.",
    short="Birth date",
    sources=(sources.OURS,),
)
AGE = WholeNumber(
    link_id="age",
    code="",
    text="Age at this visit",
    sources=(sources.NG226, sources.OTTAWA, sources.GCA_BSR),
    required=False,
)

FRAIL_AGE = 80
"""A hot or red knee at this age is treated as infected (Margaretten 2007; years)."""

FEMALE = Option("female", "Female")
MALE = Option("male", "Male")
ANOTHER_SEX = Option("another", "Another")
RATHER_NOT_SAY = Option("rather-not-say", "I would rather not say", unknown=True)
SEX_AT_BIRTH = Choice(
    link_id="sex-at-birth",
    code="",
    text="What sex were you given at birth?",
    short="Sex at birth",
    options=(FEMALE, MALE, ANOTHER_SEX, RATHER_NOT_SAY),
    sources=(sources.NIAAA,),
)
WHICH_KNEE = Choice(
    link_id="which-knee",
    code="KN00",
    text="Which knee is it about?",
    short="Which knee",
    options=(RIGHT, LEFT, BOTH, NOT_SURE),
    role=Role.CONTEXT,
    sources=(sources.PJI_BMJ, sources.OURS),
)

ABOUT_YOU = Group(
    link_id="about-you",
    text="About you",
    items=(WHO_ANSWERS, BIRTH_DATE, AGE, SEX_AT_BIRTH),
)
