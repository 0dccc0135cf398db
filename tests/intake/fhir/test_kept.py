"""What was kept of a questionnaire reads back as the questionnaire, but for what it rests on."""

import json
from dataclasses import replace

import pytest

from intake.criteria import AllOf, Is, Within
from intake.fhir import KeptError, questionnaire_bytes, questionnaire_json, read_questionnaire
from intake.medicine import Medicine
from intake.option import Option
from intake.questionnaire import Choice, Group, Question, Questionnaire
from intake.spoken import QUESTIONNAIRES

ENGLISH = QUESTIONNAIRES["en"]


def kept(questionnaire: Questionnaire) -> Questionnaire:
    """The questionnaire as far as it is kept: without claims, sources and unread numbers."""
    return replace(questionnaire, items=tuple(_group(group) for group in questionnaire.items))


def _group(group: Group) -> Group:
    parts = (_group(one) if isinstance(one, Group) else _question(one) for one in group.items)
    return replace(group, items=tuple(parts))


def _question(item: Question) -> Question:
    item = replace(item, claims=(), sources=(), short="" if item.label == item.text else item.label)
    if not isinstance(item, Choice):
        return item
    options = {option: _option(option) for option in item.options}
    offline = tuple(options[option] for option in item.needs_staff_offline)
    return replace(item, options=tuple(options.values()), needs_staff_offline=offline)


def _option(option: Option) -> Option:
    if isinstance(option, Medicine) and not option.verified:
        return replace(option, rxcui="")
    return option


@pytest.mark.parametrize("language", QUESTIONNAIRES)
def test_what_was_kept_reads_back_equal(language):
    asked = QUESTIONNAIRES[language]
    back = read_questionnaire(questionnaire_bytes(asked))
    assert back == kept(asked)
    assert questionnaire_bytes(back) == questionnaire_bytes(asked)


def test_a_condition_on_a_range_and_an_answer_reads_back():
    both = AllOf((Within("age", 18, 44), Is("sex-at-birth", ("female",))))
    last = ENGLISH.items[-1]
    item = Choice(
        link_id="new", code="", text="New?", options=(Option("a", "A"),), enable_when=both
    )
    group = replace(last, items=(*last.items, item))
    asked = replace(ENGLISH, items=(*ENGLISH.items[:-1], group))
    assert read_questionnaire(questionnaire_bytes(asked)).questions["new"] == item


def broken(**change: object) -> bytes:
    return json.dumps({**questionnaire_json(ENGLISH), **change}).encode()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"{", "not a FHIR Questionnaire"),
        (b"[]", "not a FHIR Questionnaire"),
        (broken(item=[{"linkId": "a"}]), "not a FHIR Questionnaire"),
        (broken(extension=[]), "cannot be read back"),
        (broken(item=[{"linkId": "a", "type": "group"}] * 2), "a: this linkId is declared twice"),
        (
            broken(
                item=[{"linkId": "a", "type": "group", "item": [{"linkId": "b", "type": "url"}]}]
            ),
            "b: 'url' is no kind of question",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(raw, says):
    with pytest.raises(KeptError, match=says):
        read_questionnaire(raw)
