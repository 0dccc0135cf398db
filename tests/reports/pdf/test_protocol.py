"""The protocol on paper: whole, tagged, and the same every time."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reports import protocol_wording as wording
from reports.pdf.protocol import drawn_protocol, render_protocol
from reports.pdf.tagged import A4, LETTER
from reports.protocol import Entry, Fact, Part, protocol
from reports.thresholds import content_files, thresholds
from screening.advice import ADVICE
from screening.export import Content, content_hash
from screening.phrasing import Line
from screening.rules import RULES
from tests.reports.pdf.inspection import (
    marked_in_tree,
    marked_on_pages,
    page_texts,
    raw_text,
    reader,
    squeezed,
)

MOMENT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
CONTENT = Content(RULES, ADVICE.advice)
PROTOCOL = protocol(CONTENT, thresholds(content_files()))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_protocol(PROTOCOL, MOMENT)


def test_every_question_and_every_rule_is_printed(pdf):
    text = raw_text(pdf)
    for item in RULES.questionnaire.questions.values():
        assert not item.code or squeezed(f"{item.code} · {item.text}") in text
    for rule in RULES.rules:
        assert squeezed(f"{rule.code} · {rule.title}") in text
        assert squeezed(rule.next) in text


def test_every_page_says_which_version_it_belongs_to(pdf):
    pages = page_texts(pdf)
    assert squeezed(content_hash(CONTENT)) in squeezed(pages[0])
    for number, page in enumerate(pages[1:], start=2):
        assert squeezed(PROTOCOL.running_head) in squeezed(page)
        assert squeezed(f"Page {number} of {len(pages)}") in squeezed(page)


def test_it_ends_with_room_to_sign(pdf):
    last = page_texts(pdf)[-1]
    assert all(last.count(label) >= wording.SIGNERS for label in wording.SIGN_LINES)


@pytest.mark.parametrize("size", [LETTER, A4])
def test_no_text_stands_on_other_text_or_off_the_page(size):
    assert not drawn_protocol(PROTOCOL, MOMENT, size).overlaps()


def test_all_that_is_read_out_is_tagged_once(pdf):
    on_pages = [sorted(page) for page in marked_on_pages(pdf)]
    assert [sorted(page) for page in marked_in_tree(pdf)] == on_pages
    assert reader(pdf).metadata.title == PROTOCOL.title


def test_the_same_protocol_gives_the_same_bytes(pdf):
    assert render_protocol(PROTOCOL, MOMENT) == pdf


def test_an_entry_longer_than_a_page_goes_on_over_the_page():
    lines = tuple(Line(0, f"line {number}") for number in range(40))
    facts = tuple(Fact("Label", lines) for _ in range(5))
    long = replace(PROTOCOL, parts=(Part("Long", entries=(Entry("Entry", facts),)),))
    canvas = drawn_protocol(long, MOMENT)
    assert not canvas.overlaps()
    assert raw_text(canvas.finish()).count("line39") == 5


def test_a_heading_is_never_left_alone_at_the_foot(pdf):
    titles = {squeezed(part.title) for part in PROTOCOL.parts}
    for page in page_texts(pdf):
        *_, last = [line for line in page.splitlines() if line.strip()]
        assert squeezed(last) not in titles
