"""Whatever a tablet sends, in whatever order: all of it can be read, and nothing lowers a level."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.answers import Answer
from intake.criteria import Is, leaves
from intake.draft import Draft, Given, Moment, draft_bytes, give, read_draft
from intake.fhir import read_response, response_json
from intake.fhir.incoming import LARGEST_FILE
from intake.kept import kept
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice, Role
from intake.response import QuestionnaireResponse, Status
from screening.assessment import Assessment
from screening.finding import Urgency
from screening.rules import RULES
from screening.triage import screen, so_far
from tests.screening.agreement import disagreement
from tests.strategies import HARMLESS

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
WHO = ("me", "someone-helps", "guardian", "staff")
SIGNS = [
    item
    for item in KNEE_TWITCHING.questions.values()
    if isinstance(item, Choice) and item.role is not Role.CONTEXT
]
TYPED = ("", "I", "I want to", "I want to die", "I want to diet", "My chest", "My chest pain", "Ok")
ALL_WELL = {link_id: Given(tuple(map(str, said))) for link_id, said in HARMLESS.items()} | {
    link_id: Given((str(said[0]).lower(),))
    for link_id, said in HARMLESS.items()
    if isinstance(said[0], bool)
}


def then(draft: Draft, step: int, **answers: str | tuple[str, ...]) -> Draft:
    given = {
        link_id.replace("_", "-"): Given((said,) if isinstance(said, str) else said)
        for link_id, said in answers.items()
    }
    return give(KNEE_TWITCHING, draft, given, moment(step), RULES.words)


def moment(step: int) -> Moment:
    return Moment(NOW + timedelta(seconds=step), TODAY)


def response(draft: Draft, status: Status = Status.IN_PROGRESS) -> QuestionnaireResponse:
    return QuestionnaireResponse(
        KNEE_TWITCHING,
        max((answer.at for answer in draft.answers.values()), default=NOW),
        status,
        draft.answers,
        taken_back=draft.taken_back,
    )


def read_back(record: QuestionnaireResponse) -> QuestionnaireResponse:
    raw = json.dumps(response_json(record), ensure_ascii=False).encode()
    assert len(raw) <= LARGEST_FILE
    return read_response(raw, KNEE_TWITCHING)


def meaning(record: QuestionnaireResponse) -> Assessment:
    """All but how often an item differed that is no longer asked, which is not written."""
    return replace(screen(record, RULES), disagreements=())


def all_well() -> Draft:
    return give(KNEE_TWITCHING, Draft(), ALL_WELL, moment(0))


def _picked(item: Choice) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sampled_from(item.options).map(lambda option: (option.code,))


TYPING = st.tuples(st.just("anything-else"), st.sampled_from(TYPED).map(lambda text: (text,)))
GIVES = st.one_of(
    TYPING,
    st.sampled_from(SIGNS).flatmap(lambda item: st.tuples(st.just(item.link_id), _picked(item))),
    st.tuples(st.just("anything-else"), st.text(max_size=30).map(lambda text: (text,))),
    st.tuples(st.just("who-answers"), st.sampled_from(WHO).map(lambda who: (who,))),
    st.tuples(st.just("worry"), st.sampled_from(["surgery", "pain", ""]).map(lambda one: (one,))),
)


@settings(max_examples=60)
@given(
    st.lists(GIVES, max_size=14) | st.lists(TYPING, max_size=8),
    st.sampled_from([Status.COMPLETED, Status.STOPPED]),
)
def test_whatever_is_given_can_be_read_back_and_never_falls_below_what_was_known(gives, status):
    draft, known = all_well(), Urgency.ROUTINE
    for step, (link_id, values) in enumerate(gives, start=1):
        draft = then(draft, step, **{link_id: values})
        known = max(known, so_far(response(draft), RULES).urgency)
        assert so_far(response(draft), RULES).urgency is known
    assert read_draft(draft_bytes(draft), KNEE_TWITCHING) == draft
    record = response(draft, status)
    again = read_back(record)
    kept = {link_id for link_id in record.answers if link_id in again.answers}
    assert {link_id: record.answers[link_id] for link_id in kept - {"age"}} == {
        link_id: again.answers[link_id] for link_id in kept - {"age"}
    }
    assert again.taken_back == record.taken_back
    assert meaning(again) == meaning(record)
    assert screen(record, RULES).urgency >= known
    assert disagreement(record) == ""


STANDING = [
    item
    for item in KNEE_TWITCHING.questions.values()
    if isinstance(item, Choice) and item.standing_codes
]
# Of the two knees the last answer counts: who sees that it is the other one has to be believed, and
# the alert of what was said before stays until staff have seen to it.
SIDES = {"which-knee", "knee-replacement-side", "knee-needle-side", "knee-surgery-side"}


@pytest.mark.parametrize("rule", [r for r in RULES.rules if r.urgency is Urgency.EMERGENCY])
def test_all_that_an_emergency_rests_on_counts_until_staff_confirm(rule):
    named = [leaf for leaf in leaves(rule.when) if isinstance(leaf, Is)]
    items = {leaf.link_id: KNEE_TWITCHING.choice(leaf.link_id) for leaf in named}
    lost = {
        (leaf.link_id, code)
        for leaf in named
        for code in leaf.codes
        if items[leaf.link_id].role is Role.CONTEXT and leaf.link_id not in SIDES
        if code not in items[leaf.link_id].standing_codes | items[leaf.link_id].unknown_codes
    }
    assert not lost


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from([*SIGNS, *STANDING]).flatmap(
            lambda item: st.tuples(st.just(item.link_id), _picked(item))
        ),
        max_size=14,
    )
)
@example([("movement", ("beat",)), ("movement", ("ripple",))])
@example([("hot_knee", ("new",)), ("conditions", ("diabetes",)), ("conditions", ("none",))])
@example([("back-to-leg-pain", ("one-leg",)), ("back-to-leg-pain", ("not-sure",))])
def test_an_emergency_stays_one_whatever_is_answered_later(gives):
    draft, known = then(all_well(), 1, bladder_or_bowel="not-sure"), Urgency.ROUTINE
    for step, (link_id, values) in enumerate(gives, start=2):
        draft = then(draft, step, **{link_id: values})
        now = so_far(response(draft), RULES).urgency
        assert now is Urgency.EMERGENCY or known is not Urgency.EMERGENCY
        known = now
    record = response(draft, Status.COMPLETED)
    assert known is not Urgency.EMERGENCY or screen(record, RULES).urgency is known
    assert disagreement(record) == ""


@pytest.mark.parametrize(
    ("item", "sign"),
    [
        ("back_to_leg_pain", "one-leg"),
        ("back_to_leg_pain", "both-old"),
        ("numbness", "over-a-year"),
    ],
)
def test_not_being_sure_takes_nothing_from_what_was_said(item, sign):
    """Trouble passing water with pain down one leg is an emergency, whoever doubts the pain."""
    first = then(all_well(), 1, bladder_or_bowel="yes", **{item: sign})
    assert screen(response(first, Status.COMPLETED), RULES).urgency is Urgency.EMERGENCY
    doubted = then(first, 2, who_answers="someone-helps", **{item: "not-sure"})
    assert screen(response(doubted, Status.COMPLETED), RULES).urgency is Urgency.EMERGENCY


def test_staff_at_a_tablet_lower_nothing():
    draft = then(all_well(), 1, saddle_numbness="yes", brown_urine="yes")
    draft = then(draft, 2, who_answers="staff")
    draft = then(draft, 3, saddle_numbness="no", brown_urine="no")
    done = screen(response(draft, Status.COMPLETED), RULES)
    assert done.urgency is Urgency.EMERGENCY
    assert {one.link_id for one in done.disagreements} >= {"saddle-numbness", "brown-urine"}


def test_words_that_were_erased_count_as_long_as_nobody_has_asked():
    typed = then(all_well(), 1, anything_else="I want to die")
    for written in ("", "I want to diet", "It is fine."):
        record = response(then(typed, 2, anything_else=written), Status.COMPLETED)
        assert screen(record, RULES).urgency is Urgency.SAME_DAY, written
    twice = then(then(then(typed, 2, anything_else=""), 3, anything_else="Ok"), 4, anything_else="")
    assert screen(response(twice, Status.COMPLETED), RULES).urgency is Urgency.SAME_DAY


def test_a_text_saved_at_every_letter_is_one_text():
    text = "My knee jumps at night when I lie down, and it hurts. " * 6
    draft = all_well()
    for step in range(1, 301):
        draft = then(draft, step, anything_else=text[:step].strip())
    assert draft.answers["anything-else"].replaced == ()
    assert read_back(response(draft)).answers["anything-else"].values == (text[:300].strip(),)


def test_the_largest_record_a_tablet_can_make_is_read_back():
    draft = all_well()
    for step in range(1, 40):
        given = {item.link_id: Given(_at(item, step)) for item in KNEE_TWITCHING.questions.values()
                 if isinstance(item, Choice)}  # fmt: skip
        draft = give(KNEE_TWITCHING, draft, given, moment(step))
    words, text = RULES.words["anything-else"], KNEE_TWITCHING.questions["anything-else"]
    typed = [f"{word} {step}".ljust(2000, "\U0001f9b5") for step, word in enumerate(words)]
    said = kept(text, tuple(Answer((one,), NOW) for one in typed), words)
    assert len(said) > 250
    written = replace(said[-1], replaced=said[:-1])
    record = response(replace(draft, answers={**draft.answers, text.link_id: written}))
    assert meaning(read_back(record)) == meaning(record)


def _at(item: Choice, step: int) -> tuple[str, ...]:
    """An option after another; of ticks, all of them and all but one by turns."""
    codes = [option.code for option in item.options]
    if not item.repeats:
        return (codes[step % len(codes)],)
    ticks = [option.code for option in item.options if not option.exclusive]
    return tuple(ticks if step % 2 else ticks[:-1])
