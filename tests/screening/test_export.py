"""A rule set written out and read back is the same; what is no rule set gets a sentence."""

import json
from dataclasses import replace

import pytest

from intake.criteria import (
    AllOf,
    AnyOf,
    AtLeast,
    Criterion,
    Exists,
    Interrupted,
    Is,
    LeftOpen,
    Not,
    Within,
)
from screening.__main__ import main
from screening.advice import ADVICE
from screening.export import Content, ExportError, content_hash, exported, read_export
from screening.rules import RULES

ONE_OF_EACH: tuple[Criterion, ...] = (
    Is("fever-or-ill", ("yes",)),
    Within("age", lowest=3),
    Exists("fever-or-ill"),
    LeftOpen("fever-or-ill"),
    Interrupted(),
    AnyOf((Interrupted(),)),
    AllOf(()),
    AtLeast(2, (Interrupted(), Interrupted())),
    Not(Interrupted()),
)


WHOLE = Content(RULES, ADVICE.advice)


def changed(**of_first) -> Content:
    first, *others = RULES.rules
    return replace(WHOLE, rule_set=replace(RULES, rules=(replace(first, **of_first), *others)))


def test_what_is_read_back_is_what_was_written():
    assert read_export(exported(WHOLE)) == WHOLE


@pytest.mark.parametrize("criterion", ONE_OF_EACH, ids=lambda one: type(one).__name__)
def test_every_kind_of_condition_survives_the_way_out_and_back(criterion):
    rules = changed(when=criterion)
    assert read_export(exported(rules)) == rules


def test_the_hash_changes_with_a_word_and_with_a_threshold_and_with_nothing_else():
    assert content_hash(WHOLE) == content_hash(read_export(exported(WHOLE)))
    assert content_hash(changed(title="Another title")) != content_hash(WHOLE)
    assert content_hash(replace(WHOLE, advice=ADVICE.advice[1:])) != content_hash(WHOLE)
    assert content_hash(changed(when=Within("age", lowest=80))) != content_hash(
        changed(when=Within("age", lowest=81))
    )


def unknown_advice(content):
    content["advice"].insert(0, 1)


def unknown_option(content):
    content["rule_set"]["rules"][0]["when"] = {
        "type": "Is",
        "link_id": "fever-or-ill",
        "codes": ["maybe"],
    }


def unknown_part(content):
    content["rule_set"]["rules"][0]["when"] = {"type": "System", "command": "rm"}


def unknown_field(content):
    content["rule_set"]["rules"][0]["yeilds_to"] = ["E02"]


def no_number(content):
    content["rule_set"]["rules"][0]["when"] = {"type": "Within", "link_id": "age", "lowest": "old"}


def unknown_claim(content):
    content["rule_set"]["rules"][0]["claims"] = ["A-999"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe\xff", "not a text in UTF-8"),
        (b"[1]", "not a rule set"),
        (b'{"format": "anteroom-rules-1"}', "a whole rule set"),
        (b'{"format": "anteroom-rules-1", "rule_set": ' + b"[" * 5000 + b"]" * 5000 + b"}", "deep"),
    ],
)
def test_what_is_no_export_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(ExportError, match=sentence):
        read_export(content)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (unknown_advice, "a list of advice"),
        (unknown_option, "E01: rests on option 'maybe'"),
        (unknown_part, "'System' is not a part"),
        (unknown_field, "'yeilds_to' is not known"),
        (no_number, "lowest"),
        (unknown_claim, "A-999"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(spoil, sentence):
    content = json.loads(exported(WHOLE))
    spoil(content)
    with pytest.raises(ExportError, match=sentence):
        read_export(json.dumps(content).encode())


def test_the_command_writes_the_export(tmp_path):
    out = tmp_path / "rules.json"
    assert main(["export", str(out)]) == 0
    assert out.read_bytes() == exported(WHOLE)


def test_a_place_that_cannot_be_written_gets_a_sentence(tmp_path, capsys):
    assert main(["export", str(tmp_path / "nowhere" / "rules.json")]) == 2
    assert "cannot be written" in capsys.readouterr().err
