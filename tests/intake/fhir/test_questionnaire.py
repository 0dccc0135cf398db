"""The questionnaire as other systems and the player get it: FHIR R4, by the conventions of both."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from intake.criteria import AllOf, AnyOf, Exists, Is, Within
from intake.fhir import questionnaire_bytes, questionnaire_json
from intake.fhir.questionnaire import _enable_when
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.medicine import Medicine
from intake.questionnaire import Choice, NoToAll

OURS = "https://anteroom.example/fhir"
HL7 = "http://hl7.org/fhir/StructureDefinition"
ITEM_CONTROL = f"{HL7}/questionnaire-itemControl"
HTABLE = "htable"
ALLOWED = {
    "group": {"linkId", "type", "text", "extension", "item", "enableWhen", "enableBehavior"},
    "display": {"linkId", "type", "text", "extension"},
    "choice": {"repeats", "answerOption"},
    "text": {"maxLength"},
    "integer": {"readOnly"},
    "date": set(),
    "boolean": set(),
}
QUESTION = ALLOWED["group"] | {"code", "required"}

WHOLE: dict[str, Any] = questionnaire_json(KNEE_TWITCHING)


def below(items: list[dict]) -> Iterator[dict]:
    for item in items:
        yield item
        yield from below(item.get("item", []))


ITEMS = list(below(WHOLE["item"]))
BY_ID = {item["linkId"]: item for item in ITEMS}
QUESTIONS = [item for item in ITEMS if item["type"] not in {"group", "display"}]
CHOICES = [item for item in ITEMS if item["type"] == "choice"]


def extension(thing: dict, url: str) -> list:
    """The values of every extension with this address."""
    found = [one for one in thing.get("extension", []) if one["url"] == url]
    return [next(value for key, value in one.items() if key != "url") for one in found]


def control(item: dict) -> str | None:
    concepts = extension(item, ITEM_CONTROL)
    assert len(concepts) <= 1
    return concepts[0]["coding"][0]["code"] if concepts else None


def test_the_resource_says_what_it_is():
    head = {key: value for key, value in WHOLE.items() if key not in {"item", "extension"}}
    assert head == {
        "resourceType": "Questionnaire",
        "url": f"{OURS}/Questionnaire/knee-twitching",
        "version": KNEE_TWITCHING.version,
        "name": "KneeTwitching",
        "title": KNEE_TWITCHING.title,
        "status": "draft",
        "experimental": True,
        "language": "en",
        "subjectType": ["Patient"],
    }


def test_the_bytes_are_the_same_resource_and_never_change_by_themselves():
    assert json.loads(questionnaire_bytes(KNEE_TWITCHING)) == WHOLE
    assert questionnaire_bytes(KNEE_TWITCHING) == questionnaire_bytes(KNEE_TWITCHING)


def test_the_top_level_is_sections_with_headings():
    assert [item["linkId"] for item in WHOLE["item"]] == [
        section.link_id for section in KNEE_TWITCHING.items
    ]
    assert all(item["type"] == "group" and item["text"] for item in WHOLE["item"])
    assert not any(control(item) for item in WHOLE["item"])


def test_every_link_id_is_there_once_and_in_order():
    assert len(BY_ID) == len(ITEMS)
    assert [item["linkId"] for item in QUESTIONS] == list(KNEE_TWITCHING.questions)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["linkId"])
def test_an_item_has_only_the_fields_of_its_type(item):
    kind = item["type"]
    allowed = ALLOWED[kind] if kind in {"group", "display"} else QUESTION | ALLOWED[kind]
    assert set(item) <= allowed
    assert item.get("text", "there") != ""


def test_a_clinical_code_stands_beside_the_link_id():
    assert BY_ID["saddle-numbness"]["code"] == [
        {
            "system": f"{OURS}/CodeSystem/items",
            "code": "SF03",
            "display": "Numb or odd feeling in the saddle area",
        }
    ]
    assert "code" not in BY_ID["birth-date"]


@pytest.mark.parametrize("item", CHOICES, ids=lambda item: item["linkId"])
def test_a_choice_lists_its_options_as_codings_of_our_own(item):
    declared = KNEE_TWITCHING.choice(item["linkId"])
    assert item["repeats"] is declared.repeats
    assert item["required"] is declared.required
    codings = [option["valueCoding"] for option in item["answerOption"]]
    assert {coding["system"] for coding in codings} == {f"{OURS}/CodeSystem/answers"}
    assert [(coding["code"], coding["display"]) for coding in codings] == [
        (option.code, option.text) for option in declared.options
    ]
    exclusive = f"{HL7}/questionnaire-optionExclusive"
    unknown = f"{OURS}/StructureDefinition/means-unknown"
    for option, said in zip(declared.options, item["answerOption"], strict=True):
        assert extension(said, exclusive) == ([True] if option.exclusive else [])
        assert extension(said, unknown) == ([True] if option.unknown else [])


@pytest.mark.parametrize("item", CHOICES, ids=lambda item: item["linkId"])
def test_a_choice_says_how_it_is_shown_and_which_answers_need_staff_offline(item):
    declared = KNEE_TWITCHING.choice(item["linkId"])
    assert control(item) in {"radio-button", "check-box", "scale", "two-columns", "body-map"}
    assert (control(item) == "radio-button") <= (not item["repeats"])
    assert (control(item) in {"check-box", "two-columns", "body-map"}) <= item["repeats"]
    staff = extension(item, f"{OURS}/StructureDefinition/needs-staff-offline")
    assert staff == [option.code for option in declared.needs_staff_offline]


def test_an_option_with_a_picture_says_where_it_is_and_what_kind():
    media = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemAnswerMedia"
    shown = {
        option["valueCoding"]["code"]: [
            one["valueAttachment"] for one in option.get("extension", []) if one["url"] == media
        ]
        for option in BY_ID["movement"]["answerOption"]
    }
    assert shown["ripple"] == [{"contentType": "image/svg+xml", "url": "pictures/ripple.svg"}]
    assert shown["no-twitching"] == shown["not-sure"] == []


def test_standard_controls_are_of_the_standard_and_ours_are_ours():
    standard = {"htable", "page", "radio-button", "check-box", "help"}
    for item in ITEMS:
        for concept in extension(item, ITEM_CONTROL):
            (coding,) = concept["coding"]
            theirs = "http://hl7.org/fhir/questionnaire-item-control"
            ours = f"{OURS}/CodeSystem/item-control"
            assert coding["system"] == (theirs if coding["code"] in standard else ours)


def test_none_of_these_is_exclusive_and_not_sure_is_not():
    options = {o["valueCoding"]["code"]: o for o in BY_ID["operations"]["answerOption"]}
    assert [set(extension_names(options[code])) for code in ("none", "not-sure")] == [
        {"questionnaire-optionExclusive"},
        {"means-unknown", "concern"},
    ]


def extension_names(thing: dict) -> list[str]:
    return [one["url"].rpartition("/")[2] for one in thing.get("extension", [])]


def test_the_pain_scale_carries_its_numbers():
    ordinals = {
        option["valueCoding"]["code"]: extension(option["valueCoding"], f"{HL7}/ordinalValue")
        for option in BY_ID["worst-pain"]["answerOption"]
    }
    assert ordinals == {**{str(n): [n] for n in range(11)}, "not-sure": []}
    assert control(BY_ID["worst-pain"]) == "scale"


def test_the_other_kinds_of_question():
    assert (BY_ID["birth-date"]["type"], control(BY_ID["birth-date"])) == ("date", "keypad-date")
    assert (BY_ID["anything-else"]["type"], BY_ID["anything-else"]["maxLength"]) == ("text", 2000)
    assert BY_ID["anything-else"]["required"] is False


def test_age_is_worked_out_and_never_shown():
    age = BY_ID["age"]
    assert (age["type"], age["readOnly"], age["required"]) == ("integer", True, False)
    assert extension(age, f"{HL7}/questionnaire-hidden") == [True]


GRIDS = [item for item in ITEMS if item["type"] == "group" and control(item) == HTABLE]


def test_grids_are_groups_of_choices_and_perhaps_no_to_all_at_the_end():
    assert {item["linkId"] for item in GRIDS} >= {"right-now", "your-leg", "your-body"}
    for grid in GRIDS:
        rows = [item for item in grid["item"] if item["type"] != "display"]
        kinds = [row["type"] for row in rows]
        assert set(kinds[:-1]) == {"choice"}
        assert kinds[-1] in {"choice", "boolean"}


def test_a_group_that_is_no_screen_of_its_own_says_nothing_of_how_it_is_shown():
    shown = [*GRIDS, BY_ID["medicine-names"]]
    plain = [item for item in ITEMS if item["type"] == "group" and item not in shown]
    assert all("extension" not in item for item in plain)


def test_the_names_of_medicines_stand_on_one_page_and_none_of_them_must_be_given():
    page = BY_ID["medicine-names"]
    assert extension(page, ITEM_CONTROL) == [
        {"coding": [{"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "page"}]}
    ]
    assert len(page["item"]) == 13
    assert all(item["repeats"] and not item["required"] for item in page["item"])


def test_a_medicine_carries_its_number_in_rxnorm_only_where_that_was_looked_up():
    declared = {
        (item.link_id, option.code): option
        for item in KNEE_TWITCHING.questions.values()
        if isinstance(item, Choice)
        for option in item.options
        if isinstance(option, Medicine)
    }
    given = {}
    for item in ITEMS:
        for option in item.get("answerOption", []):
            coding = option["valueCoding"]
            for number in extension(coding, f"{OURS}/StructureDefinition/ingredient"):
                assert number["system"] == "http://www.nlm.nih.gov/research/umls/rxnorm"
                given[item["linkId"], coding["code"]] = number["code"], number["display"]
    assert len(declared) == 100
    assert len(given) == 55
    assert given["water-pills-names", "furosemide"] == ("4603", "furosemide")
    assert given == {
        key: (medicine.rxcui, medicine.generic)
        for key, medicine in declared.items()
        if medicine.verified
    }


def test_no_to_all_is_a_tick_nobody_must_set():
    ticks = [item for item in ITEMS if item["type"] == "boolean"]
    declared = [q for q in KNEE_TWITCHING.questions.values() if isinstance(q, NoToAll)]
    assert [item["linkId"] for item in ticks] == [item.link_id for item in declared]
    for item in ticks:
        assert item["required"] is False
        assert extension(item, f"{OURS}/StructureDefinition/no-to-all") == [True]


def test_every_row_of_a_grid_with_no_to_all_can_be_answered_no():
    for grid in GRIDS:
        if grid["item"][-1]["type"] == "boolean":
            for row in grid["item"]:
                codes = {option["valueCoding"]["code"] for option in row.get("answerOption", [])}
                assert row["type"] != "choice" or "no" in codes


def test_hints_are_display_items_marked_as_help():
    hints = [item for item in ITEMS if item["type"] == "display"]
    assert {item["linkId"] for item in hints} == {"birth-date-help", "strength-and-feeling-help"}
    assert all(control(item) == "help" and item["text"] for item in hints)


# When a question is asked.


def coded(question: str, code: str) -> dict:
    coding = {"system": f"{OURS}/CodeSystem/answers", "code": code}
    return {"question": question, "operator": "=", "answerCoding": coding}


def test_not_no_is_said_by_listing_the_other_options():
    assert BY_ID["knee-look"]["enableWhen"] == [
        coded("hot-knee", "new"),
        coded("hot-knee", "longer"),
        coded("hot-knee", "not-sure"),
    ]
    assert BY_ID["knee-look"]["enableBehavior"] == "any"


def test_one_comparison_needs_no_behavior():
    assert BY_ID["caffeine-drinks"]["enableWhen"] == [coded("last-two-weeks", "caffeine")]
    assert "enableBehavior" not in BY_ID["caffeine-drinks"]


def test_age_is_compared_as_a_number_and_and_of_ors_is_a_group_in_a_group():
    younger = {"question": "age", "operator": "<", "answerInteger": 40}
    assert BY_ID["when-younger"]["enableWhen"] == [younger]
    assert BY_ID["tendon-pain"]["enableBehavior"] == "any"
    assert BY_ID["tendon-pain"] in BY_ID["when-younger"]["item"]


def test_a_range_is_two_comparisons_of_which_both_must_hold():
    assert _enable_when(AllOf((Within("age", 40, 44),))) == {
        "enableWhen": [
            {"question": "age", "operator": ">=", "answerInteger": 40},
            {"question": "age", "operator": "<", "answerInteger": 45},
        ],
        "enableBehavior": "all",
    }


def test_a_range_alone_needs_both_of_its_comparisons():
    assert _enable_when(Within("age", 40, 44))["enableBehavior"] == "all"


def test_one_of_two_options_and_something_else_is_not_all_of_them():
    """FHIR's flat ``all`` cannot say "red or hot, and swollen": it must be refused, not changed."""
    condition = AllOf((Is("look", ("red", "hot")), Is("swollen", ("yes",))))
    with pytest.raises(ValueError, match="cannot say this"):
        _enable_when(condition)


def test_between_two_ages_or_something_else_is_not_any_of_them():
    condition = AnyOf((Within("age", 40, 44), Is("swollen", ("yes",))))
    with pytest.raises(ValueError, match="cannot say this"):
        _enable_when(condition)


def test_what_fhir_cannot_say_is_refused():
    with pytest.raises(ValueError, match="cannot say this"):
        _enable_when(Exists("age"))


@pytest.mark.parametrize(
    "item", [item for item in ITEMS if "enableWhen" in item], ids=lambda item: item["linkId"]
)
def test_every_condition_names_an_earlier_question_and_one_of_its_options(item):
    earlier = [one["linkId"] for one in ITEMS[: ITEMS.index(item)]]
    for comparison in item["enableWhen"]:
        assert comparison["question"] in earlier
        if "answerCoding" in comparison:
            options = BY_ID[comparison["question"]]["answerOption"]
            codes = {option["valueCoding"]["code"] for option in options}
            assert comparison["answerCoding"]["code"] in codes
            assert comparison["operator"] == "="
        elif "answerBoolean" in comparison:
            assert BY_ID[comparison["question"]]["type"] == "boolean"
            assert comparison["operator"] == "="
        else:
            assert comparison["operator"] in {"<", ">="}
            assert type(comparison["answerInteger"]) is int
    assert len(item["enableWhen"]) == 1 or item["enableBehavior"] in {"any", "all"}


def test_what_only_together_needs_staff_offline_is_written_as_lists_of_comparisons():
    url = f"{OURS}/StructureDefinition/needs-staff-offline-together"
    written = [one for one in WHOLE["extension"] if one["url"] == url]
    assert len(written) == len(KNEE_TWITCHING.needs_staff_offline)
    hard_and_painful = written[-1]["extension"]
    assert [one["url"] for one in hard_and_painful] == ["any-of", "any-of"]
    (pain,) = hard_and_painful[1]["extension"]
    question, operator, *answers = pain["extension"]
    assert (question["valueString"], operator["valueCode"]) == ("worst-pain", "=")
    assert [one["valueCoding"]["code"] for one in answers] == ["7", "8", "9", "10"]


def test_every_safety_answer_that_is_an_emergency_by_itself_needs_staff_offline():
    for link_id in ("heart-or-breath", "saddle-numbness", "sudden-weakness", "cold-leg"):
        item = KNEE_TWITCHING.questions[link_id]
        assert isinstance(item, Choice)
        assert [option.code for option in item.needs_staff_offline] == ["yes"]
