"""Nothing a patient types can draw, hide, forge or stop the page."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.response import Person
from reports import wording
from reports.pdf import ink
from reports.pdf.render import drawn
from reports.pdf.text import LONGEST, clean, fitting, flow, line_width, printable, safe, wrap
from reports.pdf.typeface import covered
from tests.reports import patients
from tests.reports.pdf import inspection

HOSTILE = {
    "a local image": '<img src="/etc/passwd" width="500" height="700"/> hello',
    "an image from the web": '<img src="http://localhost:9/x.png"/>',
    "markup left open": "<b>unclosed <i>and <u>worse",
    "callbacks": '<onDraw name="x"/><index name="y"/><unichar code="99999999"/>',
    "hidden text": '<font color="white" size="1">hidden</font>',
    "a forged flag": '<font size="20" color="red">RED FLAGS: none</font>',
    "a script": '<a href="javascript:app.alert(1)">click</a>',
    "a file link": '<a href="file:///etc/passwd">x</a>',
    "comparisons": "pain <3 days & knee > thigh && x<y>z",
    "a comment": "<!DOCTYPE x [<!ENTITY a 'b'>]><![CDATA[swallowed]]><!-- gone --> after",
    "pdf syntax": ") Tj ET /JS (app.alert(1)) /Launch << >> EMC endstream endobj",
    "an evaluated color": "<font color=\"[[[getattr(pow,'__globals__')]]]\">x</font>",
    "one long word": "x" * 200_000,
    "many words": "word " * 100_000,
    "lines and tabs": "first\nsecond\tthird\r\nfourth\u2028fifth",
    "control characters": "a\x00b\x01c\x1bd\x7fe\x85f\x9fg",
    "lone surrogates": "before \ud800 after \udfff end",
    "noncharacters": "x\ufffe y\uffff z\U0010ffff \ue000",
    "direction marks": "safe \u202egnp.exe\u202c \u2066x\u2069 \u200b\u200f\ufeff end",
    "stacked marks": "Z" + "\u0301\u0302\u0303\u0304" * 60 + "algo",
    "emoji": "my \U0001f9b5 hurts \U0001f469\u200d\U0001f9bd \U0001f600\U0001f600\U0001f600",
    "arabic": "\u0627\u0644\u0631\u0643\u0628\u0629 \u062a\u0624\u0644\u0645\u0646\u064a",
    "devanagari": "\u092e\u0947\u0930\u0947 \u0918\u0941\u091f\u0928\u0947 \u092e\u0947\u0902",
    "chinese": "\u6211\u7684\u819d\u76d6\u75bc",
    "greek": "\u03b3\u03cc\u03bd\u03b1\u03c4\u03bf",
    "cyrillic": "\u043a\u043e\u043b\u0435\u043d\u043e",
    "vietnamese": "\u0111\u1ea7u g\u1ed1i \u0111au",
    "only spaces": "   \n\n  \t ",
    "many lines": "\n".join("abc"),
    "very many lines": "a\n" * 5000,
}  # fmt: skip
every_hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


@pytest.mark.no_cover
@every_hostile
def test_hostile_words_are_printed_as_words_and_do_nothing(text):
    patient = Person(text, text, reference=text, number=text)
    summary = patients.summary({**patients.ROUTINE, "anything-else": text}, patient=patient)
    canvas = drawn(summary)
    pdf = canvas.finish()
    assert canvas.overlaps() == []
    words = inspection.raw_text(pdf)
    assert inspection.squeezed(safe(text)) in words
    assert inspection.actions(pdf) == set()
    assert inspection.marked_on_pages(pdf) == inspection.marked_in_tree(pdf)


@pytest.mark.no_cover
@given(st.text(st.characters(codec=None), max_size=300))
def test_cleaned_text_can_always_be_set(text):
    assert covered().issuperset(safe(text).replace("\n", ""))


@pytest.mark.no_cover
@given(st.text(st.characters(codec=None), max_size=300))
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.no_cover
@given(st.text(st.characters(codec=None), max_size=300))
def test_nothing_invisible_is_left(text):
    for character in clean(text).replace("\n", ""):
        assert unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Cn", "Co"}


def test_a_letter_keeps_three_marks_at_most():
    assert clean("q" + "\u0323\u0301\u0302\u0303\u0304\u0301") == "q\u0323\u0301\u0302"


def test_a_text_too_long_is_cut_and_says_so():
    assert clean("a" * (LONGEST + 1)) == "a" * LONGEST + wording.TEXT_CUT
    # In the normal form this mark is two.
    assert clean("b\u0344" * 700).endswith(wording.TEXT_CUT)
    assert clean("a" * LONGEST) == "a" * LONGEST


def test_a_script_that_cannot_be_set_is_named_and_counted():
    text = "\u092e\u0947\u0930\u0947 \u0918\u0941\u091f\u0928\u0947"
    assert printable(text) == wording.FOREIGN_SCRIPT.format(script="Devanagari", count=len(text))


def test_a_single_symbol_is_named():
    assert printable("my \U0001f9b5\U0001f9b5") == "my [leg \u00d72]"


def test_line_breaks_stay():
    assert wrap(clean("one\r\ntwo"), ink.BODY, 200) == ("one", "two")


@pytest.mark.no_cover
@given(st.text(st.characters(codec="utf-8"), max_size=400), st.floats(30, 300))
def test_no_line_is_wider_than_its_column(text, width):
    for line in flow([(safe(text), ink.BODY)], width):
        assert line_width(line) <= width + 0.01 or len(line[0].text) == 1


@pytest.mark.no_cover
@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_breaking_into_lines_loses_nothing(text):
    shown = safe(text)
    broken = "".join(wrap(shown, ink.SPOKEN, 120))
    assert inspection.squeezed(broken) == inspection.squeezed(shown)


def test_a_space_between_two_styles_stays():
    (line,) = flow([("Next: ", ink.STRONG), ("look", ink.BODY)], 200)
    assert "".join(piece.text for piece in line) == "Next: look"


def test_a_long_name_breaks_at_its_hyphen():
    width = ink.BODY.width("Featherstone-Chol")
    assert wrap("Featherstone-Cholmondeley", ink.BODY, width)[0] == "Featherstone-"


@given(st.text("iW. ", max_size=80), st.floats(20, 300))
def test_what_must_stand_on_one_line_fits_or_shows_that_it_was_cut(text, width):
    shown = fitting(text, ink.BODY, width)
    assert ink.BODY.width(shown) <= width
    assert shown == text or shown.endswith("\u2026")
