"""A response goes out and comes back whole; what cannot be used is refused in one sentence."""

import json
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Answer, Informant, Mode
from intake.fhir import ResponseError, read_response, response_json
from intake.fhir.ticks import untold_ticks
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.response import Person, QuestionnaireResponse, Status
from tests.strategies import VISIT, patient, responses

RECORD = "https://anteroom.example/fhir/StructureDefinition/answer-record"
ANSWERS = "https://anteroom.example/fhir/CodeSystem/answers"


def written(response: QuestionnaireResponse) -> dict[str, Any]:
    """The resource as another system reads it."""
    return response_json(response)


def sent(response: QuestionnaireResponse) -> bytes:
    return json.dumps(written(response)).encode()


def back(response: QuestionnaireResponse) -> QuestionnaireResponse:
    return read_response(sent(response), KNEE_TWITCHING)


def with_answer(link_id: str, answer: Answer) -> QuestionnaireResponse:
    response = patient({link_id: tuple(str(value) for value in answer.values)})
    return response.with_answers({**response.answers, link_id: answer})


# There and back.


@settings(max_examples=40)
@given(responses())
def test_every_response_comes_back_as_it_went(response):
    told = dict(untold_ticks(KNEE_TWITCHING.items, response.answers))
    response = response.with_answers({**response.answers, **told})
    again = back(response)
    assert again.answers == response.answers
    assert (again.status, again.authored) == (response.status, response.authored)
    assert sent(again) == sent(
        QuestionnaireResponse(**{**vars(response), "patient": again.patient})
    )


def test_an_answer_comes_back_with_who_gave_it_when_how_and_what_it_replaced():
    past = (
        Answer(("yes",), VISIT - timedelta(minutes=2)),
        Answer(("not-sure",), VISIT - timedelta(minutes=1), Informant.COMPANION, mode=Mode.GROUP),
    )
    answer = Answer(("no",), VISIT, Informant.STAFF, "QX", Mode.SINGLE, past)
    assert back(with_answer("cold-leg", answer)).answers["cold-leg"] == answer


def test_ticks_come_back_in_their_order_also_those_that_were_replaced():
    past = (Answer(("knee-needle", "not-sure"), VISIT - timedelta(minutes=1)),)
    answer = Answer(("back-needle", "back-surgery"), VISIT, replaced=past)
    assert back(with_answer("operations", answer)).answers["operations"] == answer


@pytest.mark.parametrize("by", list(Informant))
@pytest.mark.parametrize("mode", list(Mode))
def test_every_informant_and_every_mode_comes_back(by, mode):
    answer = Answer(("no",), VISIT, by, mode=mode)
    assert back(with_answer("cold-leg", answer)).answers["cold-leg"] == answer


@pytest.mark.parametrize("status", [Status.IN_PROGRESS, Status.COMPLETED, Status.STOPPED])
def test_how_far_the_interview_came_comes_back(status):
    assert back(patient(status=status)).status is status


def test_an_amended_response_is_a_completed_one():
    content = written(patient()) | {"status": "amended"}
    assert read_response(json.dumps(content).encode(), KNEE_TWITCHING).status is Status.COMPLETED


def test_the_patient_comes_back():
    person = Person("Example", "Ada B.", date(1976, 6, 1), "visit-7", "77-1")
    response = QuestionnaireResponse(**{**vars(patient()), "patient": person, "language": "fr"})
    again = back(response)
    assert again.patient == person
    assert again.language == "fr"


def test_what_is_set_aside_does_not_go_out():
    response = patient()
    extra = {"knee-look": Answer(("hot",), VISIT)}
    aside = response.with_answers({**response.answers, **extra})
    assert back(aside).answers == response.answers


def test_text_comes_back_to_the_letter():
    answer = Answer(("Ça tire «là».\n\t🙂 \u202e <b>&amp;",), VISIT)
    assert back(with_answer("anything-else", answer)).answers["anything-else"] == answer


def test_the_resource_has_the_shape_fhir_asks_for():
    content = written(patient())
    assert content["resourceType"] == "QuestionnaireResponse"
    assert content["questionnaire"] == f"{KNEE_TWITCHING.url}|{KNEE_TWITCHING.version}"
    assert (content["status"], content["subject"]) == ("completed", {"reference": "#patient"})
    assert content["contained"] == [{"resourceType": "Patient", "id": "patient"}]
    assert content["authored"] == "2026-11-20T09:00:00+00:00"
    first = content["item"][0]["item"][0]
    assert first["linkId"] == "who-answers"
    coding = {"system": ANSWERS, "code": "me", "display": "Me"}
    assert first["answer"] == [{"valueCoding": coding}]
    assert first["extension"][0]["url"] == RECORD


def test_a_section_without_answers_is_left_out():
    first_only = patient().with_answers({"who-answers": Answer(("me",), VISIT)})
    assert [section["linkId"] for section in written(first_only)["item"]] == ["about-you"]


# What another system may leave out.


def plain(*answers: tuple[str, dict], **more) -> bytes:
    """The least a system must send: flat items, no extensions."""
    content = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": KNEE_TWITCHING.url,
        "status": "completed",
        "authored": "2026-11-20T10:00:00+01:00",
        "item": [{"linkId": link_id, "answer": [value]} for link_id, value in answers],
        **more,
    }
    return json.dumps({key: value for key, value in content.items() if value is not None}).encode()


def code(value: str) -> dict:
    return {"valueCoding": {"code": value}}


def test_a_plain_answer_is_the_patients_given_when_the_response_was():
    answers = read_response(plain(("cold-leg", code("no"))), KNEE_TWITCHING).answers
    assert answers["cold-leg"] == Answer(("no",), VISIT, Informant.PATIENT, "", Mode.SINGLE)


def test_age_is_counted_on_the_day_of_the_visit_where_the_visit_was():
    birthday = ("birth-date", {"valueDate": "1976-11-20"})
    evening = plain(birthday, authored="2026-11-19T23:30:00-05:00")
    morning = plain(birthday, authored="2026-11-20T00:30:00+09:00")
    assert read_response(evening, KNEE_TWITCHING).answers["age"].values == (49,)
    assert read_response(morning, KNEE_TWITCHING).answers["age"].values == (50,)


def test_the_birth_date_decides_whatever_age_was_sent():
    raw = plain(("birth-date", {"valueDate": "1976-06-01"}), ("age", {"valueInteger": 12}))
    response = read_response(raw, KNEE_TWITCHING)
    assert response.answers["age"].values == (50,)
    assert response.patient.birth_date == date(1976, 6, 1)


def test_an_age_without_a_birth_date_is_not_taken_from_outside():
    """Age follows from ``birth-date`` and ``authored`` only."""
    try:
        answers = read_response(plain(("age", {"valueInteger": 12})), KNEE_TWITCHING).answers
    except ResponseError as refused:
        assert "age" in str(refused)  # noqa: PT017 - refusing it is as good as ignoring it
    else:
        assert "age" not in answers


# What is refused.


def refusal(raw: bytes) -> str:
    with pytest.raises(ResponseError) as refused:
        read_response(raw, KNEE_TWITCHING)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert len(sentence) < 400
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ([("shoe-size", code("42"))], "shoe-size: "),
        ([("cold-leg", code("maybe"))], "cold-leg: "),
        ([("cold-leg", {"valueString": "yes"})], "cold-leg: "),
        ([("cold-leg", {"valueBoolean": True})], "cold-leg: "),
        ([("cold-leg", {})], "cold-leg: "),
        ([("cold-leg", code("no")), ("cold-leg", code("yes"))], "cold-leg: "),
        ([("birth-date", {"valueDate": "2026-02-31"})], "birth-date: "),
        ([("birth-date", {"valueDate": "1976"})], "birth-date: "),
        ([("birth-date", {"valueDate": "2026-11-22"})], "birth-date: "),
        ([("birth-date", code("1976-06-01"))], "birth-date: "),
        ([("age", {"valueInteger": "50"})], "valueInteger"),
        ([("anything-else", {"valueString": "x" * 2001})], "valueString"),
        ([("anything-else", {"valueString": 7})], "valueString"),
        ([("right-now-no-to-all", {"valueBoolean": "true"})], "valueBoolean"),
        ([("hot-knee", code("no")), ("knee-look", code("hot"))], "knee-look: "),
        ([("hot-knee", code("not-sure")), ("numb-where", code("both-feet"))], "numb-where: "),
        ([("numb-where", code("both-feet"))], "numb-where: "),
        ([("right-now", code("no"))], "right-now: "),
        ([("x" * 101, code("no"))], "linkId"),
    ],
    ids=lambda value: str(value)[:50],
)
def test_an_answer_that_cannot_be_used_is_refused_naming_the_field(answers, field):
    assert field in refusal(plain(*answers))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (["yes", "no"], "cold-leg: takes one answer."),
        (["yes", "yes"], "cold-leg: takes one answer."),
    ],
)
def test_two_answers_to_a_question_that_takes_one_are_refused(values, sentence):
    assert refusal(several("cold-leg", *values)) == sentence


@pytest.mark.parametrize("values", [("none", "knee-needle"), ("knee-needle", "none")])
def test_none_of_these_beside_a_tick_is_refused(values):
    assert refusal(several("operations", *values)).startswith("operations: 'none' cannot stand")


def several(link_id: str, *values: str) -> bytes:
    return plain(item=[{"linkId": link_id, "answer": [code(value) for value in values]}])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("resourceType", "Questionnaire"),
        ("resourceType", None),
        ("questionnaire", "https://clinic.example/Questionnaire/other"),
        ("questionnaire", None),
        ("questionnaire", 7),
        ("status", "finished"),
        ("status", None),
        ("authored", "2026-11-20T10:00:00"),
        ("authored", "2026-11-20"),
        ("authored", "yesterday"),
        ("authored", None),
        ("authored", 1763629200),
        ("item", "cold-leg"),
        ("item", [[]]),
        ("item", [{}]),
        ("contained", [7]),
        ("language", ["en"]),
    ],
)
def test_a_field_that_cannot_be_used_is_refused_by_name(field, value):
    assert refusal(plain(**{field: value})).startswith(field)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"yes",
        b"\xff\xfe\x00",
        b'{"resourceType": "Quest',
        b"\x80",
        b"[" * 100_000,
        b'{"item":' * 50_000,
        b'{"item": ' + b"9" * 5_000 + b"}",
    ],
    ids=["empty", "cut", "a word", "UTF-16", "cut text", "not UTF-8", "deep", "deeper", "a number"],
)
def test_what_is_not_json_is_refused_in_a_sentence(raw):
    assert "JSON" in refusal(raw)


@pytest.mark.parametrize("raw", [b"[]", b"null", b"7", b'"yes"', b"{}"])
def test_json_that_is_no_resource_is_refused_in_a_sentence(raw):
    refusal(raw)


def test_items_nested_too_deep_are_refused_in_a_sentence():
    item: dict = {"linkId": "about-you"}
    for _ in range(300):
        item = {"linkId": "about-you", "item": [item]}
    with pytest.raises(ResponseError, match=r"\Aitem\..*depth"):
        read_response(plain(item=[item]), KNEE_TWITCHING)


def test_a_file_beyond_eight_megabytes_is_refused_unread():
    raw = plain(("anything-else", {"valueString": "x" * 8_000_000}))
    assert refusal(raw) == "The file is larger than 8 MB."


@pytest.mark.parametrize(
    ("part", "value", "field"),
    [
        ("at", {"valueDateTime": "2026-11-20T09:00:00"}, "cold-leg.at: "),
        ("at", {"valueDateTime": "noon"}, "cold-leg.at: "),
        ("at", {}, "cold-leg.at: "),
        ("by", {"valueCode": "neighbor"}, "cold-leg: "),
        ("mode", {"valueCode": "guess"}, "cold-leg: "),
        ("initials", {"valueString": 7}, "valueString"),
    ],
)
def test_a_record_of_an_answer_that_cannot_be_used_is_refused(part, value, field):
    record = {"at": {"valueDateTime": "2026-11-20T09:00:00Z"}, part: value}
    parts = [{"url": url, **one} for url, one in record.items()]
    item = {
        "linkId": "cold-leg",
        "answer": [code("no")],
        "extension": [{"url": RECORD, "extension": parts}],
    }
    assert field in refusal(plain(item=[item]))


@pytest.mark.parametrize("value", [code("maybe"), {"valueString": "yes"}])
def test_a_replaced_answer_that_cannot_be_used_is_refused(value):
    content = written(
        with_answer("cold-leg", Answer(("no",), VISIT, replaced=(Answer(("yes",), VISIT),)))
    )
    changed = deepcopy(content)
    record = _find(changed["item"], "cold-leg")["extension"][0]["extension"]
    replaced = next(part for part in record if part["url"] == "replaced")
    replaced["extension"][0] = {"url": "value", **value}
    assert refusal(json.dumps(changed).encode()).startswith("cold-leg: ")


def _find(items: list[dict], link_id: str) -> dict:
    for item in items:
        if item["linkId"] == link_id:
            return item
        if found := _find(item.get("item", []), link_id):
            return found
    return {}


def test_a_refusal_does_not_repeat_the_patients_words():
    words = "my neighbor says it is nothing"
    assert words not in refusal(plain(("cold-leg", {"valueString": words})))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(["resourceType", "status", "authored", "item", "contained"]), ANYTHING)
def test_whatever_stands_in_a_field_nothing_but_a_sentence_comes_out(field, value):
    content = json.loads(plain(("cold-leg", code("no")))) | {field: value}
    try:
        read_response(json.dumps(content).encode(), KNEE_TWITCHING)
    except ResponseError as refused:
        assert str(refused).endswith(".")  # noqa: PT017 - most of these can be used, some cannot


@settings(max_examples=40)
@given(responses(), st.data())
def test_a_damaged_response_is_read_or_refused_in_a_sentence(response, data):
    raw = bytearray(sent(response))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] = data.draw(st.integers(0, 255))
    try:
        read_response(bytes(raw), KNEE_TWITCHING)
    except ResponseError as refused:
        assert str(refused).endswith(".")  # noqa: PT017 - a flipped byte may well be harmless


def test_the_moment_of_the_visit_may_be_written_with_a_z():
    assert read_response(
        plain(authored="2026-11-20T09:00:00Z"), KNEE_TWITCHING
    ).authored == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_a_record_from_before_histories_had_a_bound_is_read_whole():
    every = tuple(Answer((f"{'x' * n} typed",), VISIT) for n in range(1, 900))
    known = patient()
    answers = {**known.answers, "anything-else": replace(every[-1], replaced=every[:-1])}
    sent = json.dumps(response_json(known.with_answers(answers))).encode()
    assert len(read_response(sent, KNEE_TWITCHING).answers["anything-else"].replaced) == 898


def test_a_birth_date_of_today_is_read_where_the_clinic_is_a_day_ahead():
    tomorrow = VISIT.date() + timedelta(days=1)
    raw = plain(("birth-date", {"valueDate": tomorrow.isoformat()}))
    assert read_response(raw, KNEE_TWITCHING).answers["age"].values == (0,)
