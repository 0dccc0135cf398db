"""What hypothesis tries out: conditions over a small questionnaire, and made-up patients."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from intake.answers import Answer, Informant, Mode, Truth, Value
from intake.criteria import (
    AllOf,
    AnyOf,
    AtLeast,
    Criterion,
    Fact,
    Facts,
    Interrupted,
    Is,
    LeftOpen,
    Not,
    State,
    Within,
    mentioned,
)
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import (
    CalendarDate,
    Choice,
    FreeText,
    NoToAll,
    Question,
    Role,
    WholeNumber,
)
from intake.response import QuestionnaireResponse, Status, age_on, enabled

VISIT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
RAISING = tuple(
    item
    for item in KNEE_TWITCHING.questions.values()
    if isinstance(item, Choice) and item.role is not Role.CONTEXT and not item.asks_again
)
"""Every item that can raise, a second asking aside: the safety and the warning items."""
OPENING = frozenset(
    link_id
    for placed in KNEE_TWITCHING.placed
    for condition in placed.conditions
    for link_id in mentioned(condition)
)
"""Every item whose answer opens or closes another."""

# Conditions over a small questionnaire: five items that are yes, no, not sure or not answered,
# and a number.

ITEMS = ("a", "b", "c", "d", "e")
NUMBER = "n"


def fact(truth: Truth) -> Fact:
    """The simplest fact under which ``Is(item, "yes")`` has this truth."""
    return {
        Truth.NO: Fact(State.ANSWERED, ("no",)),
        Truth.UNKNOWN: Fact(State.OPEN),
        Truth.YES: Fact(State.ANSWERED, ("yes",)),
    }[truth]


def item_facts() -> st.SearchStrategy[Fact]:
    """Anything that can be known of a yes/no/not-sure item."""
    return st.sampled_from(
        [
            Fact(State.ANSWERED, ("yes",)),
            Fact(State.ANSWERED, ("no",)),
            Fact(State.ANSWERED, ("not-sure",), unsure=True),
            Fact(State.ANSWERED, ("yes", "not-sure"), unsure=True),
            Fact(State.OPEN),
            Fact(State.OFF),
            Fact(State.NOT_REACHED),
        ]
    )


def number_facts() -> st.SearchStrategy[Fact]:
    """Anything that can be known of a whole number."""
    answered = st.integers(0, 9).map(lambda number: Fact(State.ANSWERED, (number,)))
    return st.one_of(answered, st.sampled_from([Fact(State.OPEN), Fact(State.OFF)]))


def all_facts() -> st.SearchStrategy[Facts]:
    """Anything that can be known of the small questionnaire."""
    items: dict[str, st.SearchStrategy[Fact]] = {name: item_facts() for name in ITEMS}
    items[NUMBER] = number_facts()
    known: st.SearchStrategy[Mapping[str, Fact]] = st.fixed_dictionaries(items)
    return st.builds(
        lambda of, how: Facts(of, ended=how > 0, interrupted=how > 1), known, st.integers(0, 2)
    )


def leaf_criteria() -> st.SearchStrategy[Criterion]:
    """A condition on one item of the small questionnaire, or on how the interview ended."""
    item = st.sampled_from(ITEMS)
    bound = st.none() | st.integers(0, 9)
    return st.one_of(
        st.builds(Is, item, st.sampled_from([("yes",), ("no",), ("yes", "not-sure")])),
        st.builds(Within, st.just(NUMBER), bound, bound),
        st.builds(LeftOpen, item),
        st.just(Interrupted()),
    )


def criteria() -> st.SearchStrategy[Criterion]:
    """Any condition; the same item may stand in it several times."""
    return st.recursive(leaf_criteria(), _joined, max_leaves=8)


def _joined(parts: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Criterion]:
    several = st.lists(parts, max_size=3).map(tuple)
    return st.one_of(
        st.builds(AllOf, several),
        st.builds(AnyOf, several),
        st.builds(AtLeast, st.integers(0, 4), several),
        st.builds(Not, parts),
    )


@st.composite
def independent_criteria(draw: st.DrawFn) -> Criterion:
    """A condition in which no item stands twice, so that its parts know nothing of each other."""
    names = draw(st.permutations(ITEMS))
    parts: list[Criterion] = [Is(name, ("yes",)) for name in names[: draw(st.integers(1, 5))]]
    while len(parts) > 1:
        taken, parts = parts[:3], parts[3:]
        parts.append(draw(_one_of_these(tuple(taken))))
    return draw(st.sampled_from([parts[0], Not(parts[0])]))


def _one_of_these(parts: tuple[Criterion, ...]) -> st.SearchStrategy[Criterion]:
    flipped: tuple[Criterion, ...] = (Not(parts[0]), *parts[1:])
    return st.sampled_from(
        [
            AllOf(parts),
            AnyOf(parts),
            AllOf(flipped),
            AnyOf(flipped),
            AtLeast(2, parts),
            Not(AtLeast(1, flipped)),
        ]
    )


# Made-up patients. A patient knows an answer to every question, asked or not ("latent"); what is
# written down is what the player would have asked.

Latent = Mapping[str, tuple[Value, ...]]
_USUAL = {
    "who-answers": "me",
    "sex-at-birth": "female",
    "which-knee": "right",
    "worst-pain": "0",
    "check-pain": "both-right",
    "check-trouble": "both-right",
    "check-standing": "both-right",
    "check-since": "both-right",
    "movement": "no-twitching",
    "twitch-place": "right-calf",
    "how-long": "1-to-4-weeks",
    "trend": "same",
    "worst-when": "any-time",
    "trouble": "a-little",
    "weakness-speed": "always",
    "weak-where": "one-leg",
    "numb-where": "scar-or-other",
    "hurts-when": "in-use",
    "hurts-since": "under-4-weeks",
    "morning-stiffness": "not-stiff",
    "bend": "yes",
    "caffeine-drinks": "1-to-3",
    "alcohol-drinks": "up-to-7",
    "nicotine-kind": "patch",
}


def _harmless(item: Question) -> tuple[Value, ...]:
    if item.link_id in _USUAL:
        return (_USUAL[item.link_id],)
    if item.link_id.endswith("-when"):
        return ("longer-ago",)
    if item.link_id.endswith("-side"):
        return ("left",)
    assert isinstance(item, Choice), item.link_id
    return (next(option.code for option in item.options if option.code in {"no", "none"}),)


HARMLESS: Latent = {
    "birth-date": (date(1976, 6, 1),),
    "age": (50,),
    **{
        link_id: _harmless(item)
        for link_id, item in KNEE_TWITCHING.questions.items()
        if isinstance(item, Choice) and item.required
    },
    **{
        link_id: (False,)
        for link_id, item in KNEE_TWITCHING.questions.items()
        if isinstance(item, NoToAll)
    },
}
"""The patient who says No, None, or the usual to everything, aged 50."""


def patient(
    answers: Mapping[str, str | tuple[str, ...] | tuple[bool] | None] | None = None,
    *,
    age: int | None = None,
    status: Status = Status.COMPLETED,
) -> QuestionnaireResponse:
    """The harmless patient, but for these answers; None is an answer never given."""
    latent = dict(HARMLESS)
    if age is not None:
        latent |= {"birth-date": (date(VISIT.year - age, 6, 1),), "age": (age,)}
    for link_id, values in (answers or {}).items():
        assert link_id in KNEE_TWITCHING.questions, link_id
        if values is None:
            del latent[link_id]
        else:
            latent[link_id] = (values,) if isinstance(values, str) else values
    response = asked(latent, status)
    missing = {key for key, values in (answers or {}).items() if values} - set(response.answers)
    assert not missing, f"never asked: {sorted(missing)}"
    return response


def asked(latent: Latent, status: Status = Status.COMPLETED) -> QuestionnaireResponse:
    """What is written down when this patient is asked: answers to enabled questions only."""
    every = {link_id: Answer(values, VISIT) for link_id, values in latent.items()}
    response = QuestionnaireResponse(KNEE_TWITCHING, VISIT, status, every)
    shown = [item.link_id for item in enabled(response) if item.link_id in latent]
    return response.with_answers({link_id: every[link_id] for link_id in shown})


def with_answer(latent: Latent, link_id: str, *values: Value) -> Latent:
    """The same patient but for one answer."""
    return {**latent, link_id: values}


def values_of(item: Question) -> st.SearchStrategy[tuple[Value, ...]]:
    """Any answer this item can take."""
    match item:
        case Choice(repeats=True):
            return _ticks(item)
        case Choice():
            return st.sampled_from(item.options).map(lambda option: (option.code,))
        case CalendarDate():
            return st.dates(date(1926, 1, 1), VISIT.date()).map(lambda day: (day,))
        case FreeText():
            return _writings().map(lambda text: (text,))
        case NoToAll():
            return st.booleans().map(lambda tick: (tick,))
        case WholeNumber():
            return st.integers(0, 100).map(lambda number: (number,))


def _writings() -> st.SearchStrategy[str]:
    """Anything, or a word that a rule looks for among other words."""
    looked_for = st.sampled_from(["want to die", "chest pain", "me caí", "fever", "cancer"])
    return st.text(max_size=40) | st.builds("{} {}".format, st.text(max_size=20), looked_for)


def _ticks(item: Choice) -> st.SearchStrategy[tuple[Value, ...]]:
    codes = [option.code for option in item.options if not option.exclusive]
    alone = [(option.code,) for option in item.options if option.exclusive]
    several = st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True).map(tuple)
    return several | st.sampled_from(alone) if alone else several


_ANSWERS = st.sampled_from(
    [item for item in KNEE_TWITCHING.questions.values() if isinstance(item, Choice)]
).flatmap(lambda item: st.tuples(st.just(item.link_id), values_of(item)))


@st.composite
def patients(draw: st.DrawFn) -> Latent:
    """A patient with a few complaints: the harmless one, but for up to ten answers."""
    latent = {**HARMLESS, **dict(draw(st.lists(_ANSWERS, max_size=10)))}
    return _of_age(latent, draw(st.sampled_from([9, 17, 24, 39, 44, 50, 56, 81])))


@st.composite
def complicated_patients(draw: st.DrawFn) -> Latent:
    """A patient who answers everything at random, and some questions not at all."""
    questions = KNEE_TWITCHING.questions.values()
    latent = draw(st.fixed_dictionaries({item.link_id: values_of(item) for item in questions}))
    for link_id in draw(st.lists(st.sampled_from(sorted(latent)), max_size=6)):
        latent.pop(link_id, None)
    born = latent.get("birth-date", (None,))[0]
    if not isinstance(born, date):
        latent.pop("age", None)
        return latent
    return {**latent, "age": (age_on(born, VISIT.date()),)}


def _of_age(latent: Latent, age: int) -> Latent:
    return {**latent, "birth-date": (date(VISIT.year - age, 6, 1),), "age": (age,)}


@st.composite
def responses(draw: st.DrawFn) -> QuestionnaireResponse:
    """Any valid response: with gaps, with a history, given by anybody, finished or stopped."""
    latent = draw(complicated_patients() | patients())
    response = asked(latent, draw(st.sampled_from([Status.COMPLETED, Status.STOPPED])))
    answers = dict(response.answers)
    for link_id in draw(st.lists(st.sampled_from(sorted(answers)), max_size=4)):
        item = KNEE_TWITCHING.questions[link_id]
        if not isinstance(item, WholeNumber) and link_id not in OPENING:
            answers[link_id] = draw(_changed(item, answers[link_id]))
    return response.with_answers(answers)


@st.composite
def _changed(draw: st.DrawFn, item: Question, answer: Answer) -> Answer:
    """The answer with something else said before it, and by whom and how each was given."""
    first = Answer(draw(values_of(item)), VISIT - timedelta(seconds=30))
    by = draw(st.sampled_from(Informant))
    initials = draw(st.sampled_from(["", "QX"])) if by is Informant.STAFF else ""
    mode = draw(st.sampled_from(Mode))
    return Answer(answer.values, VISIT, by, initials, mode, replaced=(first,))
