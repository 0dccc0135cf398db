"""Every claim of the two documents leads somewhere, and the table says so truly."""

import csv
import hashlib
import re
from dataclasses import replace

import pytest

from intake.__main__ import main
from intake.citation import Source, check_claims
from intake.claims import CLAIMS, PROMOTION, TABLES, Document, coverage, found_in, read_claims
from intake.knee_twitching import sources
from intake.knee_twitching.documents import DOCUMENTS
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.questionnaire import NoToAll

ASKED = {item.link_id: item.claims for item in KNEE_TWITCHING.questions.values()}
PROMOTIONAL = {f"A-{number}" for number in range(128, 138)}


def test_212_of_212_claims_are_accounted_for():
    covered = coverage(CLAIMS, ASKED)
    assert not [claim.id for claim in covered.unaccounted]
    assert covered.accounted == len(CLAIMS) == 212


def test_the_claims_of_both_documents_are_numbered_without_a_gap():
    for letter, last in (("A", 137), ("B", 75)):
        ids = [claim.id for claim in CLAIMS.values() if claim.document == letter]
        assert ids == [f"{letter}-{number:03}" for number in range(1, last + 1)]


def test_a_claim_that_nothing_rests_on_and_without_a_reason_is_named():
    bare = {"A-003": replace(CLAIMS["A-003"], elsewhere="")}
    assert [claim.id for claim in coverage(bare, ASKED).unaccounted] == ["A-003"]


def test_promotion_is_excluded_by_name_and_used_only_as_a_safety_fact():
    assert {claim.id for claim in CLAIMS.values() if claim.kind == PROMOTION} == PROMOTIONAL
    covered = coverage(CLAIMS, ASKED)
    assert {claim.id for claim in covered.promotion} == PROMOTIONAL - {"A-135"}
    used = {claim for claims in ASKED.values() for claim in claims}
    assert used & PROMOTIONAL == {"A-135"}


def test_every_question_rests_on_a_claim_or_a_source_and_every_one_on_a_source():
    bare = [
        item.link_id
        for item in KNEE_TWITCHING.questions.values()
        if not item.sources and not isinstance(item, NoToAll)
    ]
    assert not bare


def test_a_doi_is_one_and_belongs_to_one_source():
    known = [source for source in vars(sources).values() if isinstance(source, Source)]
    dois = [source.doi for source in known if source.doi]
    assert all(re.fullmatch(r"10\.\d{4,}/\S+", doi) for doi in dois)
    assert len(set(dois)) == len(dois)


def test_a_claim_that_does_not_exist_is_refused_where_it_is_cited():
    with pytest.raises(ValueError, match="toes-drag: 'A-999' is not a claim id"):
        check_claims("toes-drag", ("A-067", "A-999"))


@pytest.mark.parametrize(
    ("row", "refused"),
    [
        ("A-001,A,Heading,2,symptom,Again,,", "A-001: this claim is listed twice"),
        ("B-001,A,Heading,2,symptom,Whose?,,", "B-001: not a claim id"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(tmp_path, row, refused):
    table = tmp_path / "claims.csv"
    head = "id,document,section,line,kind,claim,rules,elsewhere"
    table.write_text(f"{head}\nA-001,A,Heading,2,symptom,Once,,\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=refused):
        read_claims(table)


def test_every_row_of_the_table_is_whole():
    with (TABLES / "claims.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            assert all(row[name] for name in ("id", "document", "section", "kind", "claim")), row
            assert int(row["line"]) > 0


def test_documents_are_known_by_what_they_hold_and_not_by_their_name(tmp_path):
    content = b"A made-up document."
    document = Document("A", "made up", hashlib.sha256(content).hexdigest())
    (tmp_path / "other.txt").write_bytes(b"Something else.")
    (tmp_path / "folder").mkdir()
    assert not found_in(tmp_path, (document,))
    (tmp_path / "any name.txt").write_bytes(content)
    assert found_in(tmp_path, (document,)) == {"A": "any name.txt"}


def test_both_documents_are_declared_by_a_whole_hash():
    assert [document.letter for document in DOCUMENTS] == ["A", "B"]
    assert all(re.fullmatch(r"[0-9a-f]{64}", document.sha256) for document in DOCUMENTS)
    assert {claim.document for claim in CLAIMS.values()} == {"A", "B"}


def test_the_command_says_what_becomes_of_every_claim(capsys):
    assert main(["claims"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("212 of 212 claims")
    assert "0 WITHOUT an item" in said
    assert set(re.findall(r"\b[AB]-\d{3}\b", said)) == set(CLAIMS)
    assert "rules beyond the documents\n  E15" in said


def test_the_command_fails_for_a_folder_without_the_documents(tmp_path, capsys):
    assert main(["claims", "--against", str(tmp_path)]) == 1
    assert capsys.readouterr().out.count("is not there") == 2


def test_the_command_finds_the_documents_under_any_name(tmp_path, capsys, monkeypatch):
    content = b"A made-up document."
    document = Document("A", "made up", hashlib.sha256(content).hexdigest())
    monkeypatch.setattr("intake.__main__.DOCUMENTS", (document,))
    (tmp_path / "anything").write_bytes(content)
    assert main(["claims", "--against", str(tmp_path)]) == 0
    assert "Document A (made up) is anything." in capsys.readouterr().out


def test_a_folder_that_is_not_there_gets_a_sentence(tmp_path, capsys):
    assert main(["claims", "--against", str(tmp_path / "nowhere")]) == 2
    assert "cannot be read" in capsys.readouterr().err
