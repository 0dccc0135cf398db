import pytest

from intake.store import audit, issued, submissions
from intake.store.audit import Event
from intake.store.issued import Issue, Paper
from intake.store.submissions import Submitted
from tests.intake.store.samples import LATER, NOW, TONIGHT, begun
from tests.intake.store.test_submissions import CONTENT, submitted

PDF = b"%PDF-1.7 a made-up page"
BY = "staff:1"


def issue(store, submission, content=PDF, paper=Paper.SUMMARY):
    with store.write() as tx:
        about = Issue(paper, submission.visit_id, submission.id, BY)
        issued.record_issue(tx, about, content, LATER)


def standing(store, content=PDF):
    with store.read() as tx:
        return issued.standing(tx, issued.digest_of(content))


def corrected(store, submission):
    with store.write() as tx:
        made = submissions.correct(tx, submission, BY, CONTENT, TONIGHT)
        assert isinstance(made, Submitted)
        newer = submissions.submission(tx, made.submission_id)
    assert newer is not None
    return newer


def test_an_issued_paper_is_known_again_by_its_bytes(store):
    visit = begun(store)
    issue(store, submitted(store, visit))
    found = standing(store)
    assert (found.paper, found.reference) == (Paper.SUMMARY, visit.reference)
    assert (found.issued_at, found.version, found.versions) == (LATER, 1, 1)
    assert found.replaced_at is None
    assert standing(store, PDF + b" ") is None


def test_a_correction_makes_what_was_issued_before_it_superseded(store):
    first = submitted(store, begun(store))
    issue(store, first)
    second = corrected(store, first)
    issue(store, second, b"the corrected page", Paper.PROTECTED)
    old, new = standing(store), standing(store, b"the corrected page")
    assert (old.version, old.versions, old.replaced_at) == (1, 2, TONIGHT)
    assert (new.paper, new.version, new.versions) == (Paper.PROTECTED, 2, 2)
    assert new.replaced_at is None


def test_the_first_printing_of_the_same_bytes_is_the_one_that_is_told(store):
    first = submitted(store, begun(store))
    issue(store, first)
    with store.write() as tx:
        about = Issue(Paper.SUMMARY, first.visit_id, first.id, BY)
        issued.record_issue(tx, about, PDF, TONIGHT)
    assert standing(store).issued_at == LATER


@pytest.mark.parametrize("digest", ["", "%", "_" * 64, "A" * 64, "0" * 63])
def test_what_is_no_digest_matches_nothing(store, digest):
    issue(store, submitted(store, begun(store)))
    with store.read() as tx:
        assert issued.standing(tx, digest) is None


def test_only_issues_count_whatever_else_is_on_the_chain(store):
    visit = begun(store)
    detail = f"x sha256:{issued.digest_of(PDF)}"
    with store.write() as tx:
        audit.record(tx, Event(BY, "visit.read", visit.id, detail), NOW)
    assert standing(store) is None


def test_a_visit_is_known_by_its_reference(store):
    visit = begun(store)
    with store.read() as tx:
        assert issued.is_visit_known(tx, visit.reference)
        assert not issued.is_visit_known(tx, "NONE-SUCH")


def test_the_versions_of_a_visit_are_told_in_order(store):
    first = submitted(store, begun(store))
    second = corrected(store, first)
    with store.read() as tx:
        found = submissions.versions_of_visit(tx, first.visit_id)
    assert [one.id for one in found] == [first.id, second.id]
    assert [one.submitted_at for one in found] == [LATER, TONIGHT]
