"""The protocol holds every question and rule as they are; the committed copy is current."""

import ast
from pathlib import Path

import pytest

from intake.claims import CLAIMS, PROMOTION
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import Choice, NoToAll
from reports import protocol_wording as wording
from reports.__main__ import main
from reports.markdown import markdown
from reports.protocol import Protocol, protocol
from reports.thresholds import content_files, thresholds
from screening.advice import ADVICE
from screening.export import Content, content_hash
from screening.phrasing import outline
from screening.rules import RULES

ROOT = Path(__file__).parents[2]
CONTENT = Content(RULES, ADVICE.advice)
HASH = content_hash(CONTENT)
PROTOCOL = protocol(CONTENT, thresholds(content_files()))
ASKED = [item for item in KNEE_TWITCHING.questions.values() if not isinstance(item, NoToAll)]


def plain(text: str) -> str:
    return text.replace("\\", "")


def entries(document: Protocol = PROTOCOL):
    """Each whole entry by its title: the text of every line, by label."""
    return {
        entry.title: {fact.label: [line.text for line in fact.lines] for fact in entry.facts}
        for part in document.parts
        if not part.brief
        for entry in part.entries
    }


def test_the_committed_protocol_is_current():
    committed = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")
    assert committed == markdown(PROTOCOL), (
        "write it anew: python -m reports protocol docs/protocol.md"
    )


@pytest.mark.parametrize("item", ASKED, ids=lambda item: item.link_id)
def test_every_question_stands_as_it_is_asked(item):
    title = f"{item.code} · {item.text}" if item.code else item.text
    facts = entries()[title]
    for option in item.options if isinstance(item, Choice) else ():
        assert option.text in facts[wording.ANSWERS][0]
    assert facts[wording.CLAIMS] == [", ".join(item.claims) or "beyond the documents"]
    assert all(str(source) in facts[wording.SOURCES][0] for source in item.sources)
    asked_always = not any(p.conditions for p in KNEE_TWITCHING.placed if p.item is item)
    assert (facts[wording.WHEN_ASKED] == ["always"]) is asked_always


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_every_rule_stands_in_words_with_its_grounds_and_next_step(rule):
    facts = entries()[f"{rule.code} · {rule.title}"]
    assert facts[wording.FIRES_WHEN] == [line.text for line in outline(rule.when, KNEE_TWITCHING)]
    assert facts[wording.NEXT] == [rule.next]
    assert facts[wording.CLAIMS] == [", ".join(rule.claims) or "beyond the documents"]
    assert all(str(source) in facts[wording.SOURCES][0] for source in rule.sources)
    assert facts.get(wording.CHANGED, [""]) == [rule.remark]
    assert facts.get(wording.YIELDS_TO, [""]) == [", ".join(rule.yields_to)]


@pytest.mark.parametrize("advice", ADVICE.advice, ids=lambda advice: advice.code)
def test_every_advice_stands_with_what_hides_it(advice):
    [facts] = [facts for title, facts in entries().items() if title.startswith(f"{advice.code} ")]
    assert facts[wording.SAYS] == [advice.text]
    assert facts[wording.OFFERED_WHEN] == [
        line.text for line in outline(advice.safe_when, KNEE_TWITCHING)
    ]
    assert facts[wording.CLAIMS] == [", ".join(advice.claims) or "beyond the documents"]


def test_rules_stand_under_their_level():
    levels = dict(wording.GROUPS)
    for part in PROTOCOL.parts:
        codes = {entry.title.partition(" ")[0] for entry in part.entries}
        for rule in RULES.rules:
            if rule.urgency and rule.code in codes and not part.brief:
                assert part.title == wording.RULES_TITLE.format(group=levels[rule.urgency.value])


def test_what_was_changed_is_told_with_its_reason():
    [changed] = [part for part in PROTOCOL.parts if part.title == wording.CHANGED_TITLE]
    told = {
        entry.title.partition(" ")[0]: entry.facts[0].lines[0].text for entry in changed.entries
    }
    assert {code: told[code] for code, _ in wording.CHANGED_QUESTIONS} == dict(
        wording.CHANGED_QUESTIONS
    )
    remarks = {rule.code: rule.remark for rule in RULES.rules if rule.remark}
    assert remarks == {code: told[code] for code in remarks}


def test_every_number_that_content_declares_is_a_threshold_with_a_meaning():
    declared = thresholds(content_files())
    assert {"FRAIL_AGE", "ARTHRITIS_AGE", "TENDON_AGE"} <= {one.name for one in declared}
    assert not [one.name for one in declared if not one.means]
    assert markdown(PROTOCOL).count("**80 · frail age**") == 1


def test_a_number_without_a_meaning_would_be_noticed(tmp_path):
    module = tmp_path / "content.py"
    module.write_text('"""CONTENT."""\nAGE = 18\nNAME = "x"\nCUT = 7\n"""A cut."""\n')
    assert [(one.name, one.value, one.means) for one in thresholds([module])] == [
        ("AGE", 18, ""),
        ("CUT", 7, "A cut."),
    ]


def test_every_comparison_with_a_number_names_what_turns_on_it():
    text = plain(markdown(PROTOCOL))
    assert "**Age at this visit 80 or over**: decides in E07, A05" in text
    assert "**Worst pain today, 0 to 10 (KN01) = 7 to 10**: decides in E11, E16, S14, P07" in text


def test_every_claim_but_promotion_stands_with_what_rests_on_it():
    text = plain(markdown(PROTOCOL))
    for claim in CLAIMS.values():
        assert (f"**{claim.id} · {claim.text}**" in text) is (claim.kind != PROMOTION)
        assert claim.id in text


def test_version_and_content_hash_stand_on_the_first_page_and_a_signature_closes_it():
    text = markdown(PROTOCOL)
    assert RULES.version in text
    assert HASH in text.split("## ")[0]
    assert text.index("## Signature") > text.index("## Sources")
    assert text.count("- Signature: ....") == wording.SIGNERS


def test_every_kind_of_answer_and_of_level_has_its_words():
    kinds = {type(item).__name__ for item in ASKED} - {"Choice"}
    assert kinds <= set(dict(wording.ANSWER_KINDS))
    assert {item.role.value for item in ASKED} <= set(dict(wording.ROLES))


def test_the_wording_holds_nothing_that_is_not_used():
    source = (ROOT / "reports" / "protocol_wording.py").read_text(encoding="utf-8")
    names = [
        target.id
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    users = [ROOT / "reports" / name for name in ("protocol.py", "markdown.py", "pdf/protocol.py")]
    said = "".join(path.read_text(encoding="utf-8") for path in users)
    assert not [name for name in names if f"wording.{name}" not in said]


def test_the_command_writes_markdown_and_pdf(tmp_path):
    assert main(["protocol", str(tmp_path / "p.md")]) == 0
    assert (tmp_path / "p.md").read_text(encoding="utf-8") == markdown(PROTOCOL)
    assert main(["protocol", str(tmp_path / "p.pdf"), "--paper", "a4"]) == 0
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("p.doc", "must end in .pdf or .md"), ("nowhere/p.md", "cannot be written")],
)
def test_a_file_that_cannot_be_written_gets_a_sentence(tmp_path, capsys, name, sentence):
    assert main(["protocol", str(tmp_path / name)]) == 2
    assert sentence in capsys.readouterr().err
