"""The half pages: what stands on them, and that each is as fit to be read as the summary."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from intake.store.alerts import AlertKind
from reports import paper_wording as wording
from reports.pdf.sheet import HALF_A4, HALF_LETTER
from reports.pdf.slip import Code, Slip, drawn_code, drawn_slip, render_code, render_slip
from reports.wording import DEMO_BAND
from screening.rules import RULES
from tests.reports.pdf import inspection

RAISED = datetime(2026, 11, 20, 14, 14, tzinfo=UTC)
SLIP = Slip(
    AlertKind.EMERGENCY,
    "Window seat 2",
    RAISED,
    "20-Nov-2026 09:14",
    "7F3K-Q2MN",
    "Placeholder-Łukasik",
    "Ana",
    "14-Mar-1964",
    ("Cold, pale, white or blue leg or foot: Yes",),
    "Cold, pale or blue leg",
    "Pulses/Doppler, sensation, power; vascular now",
)
LONG = replace(
    SLIP,
    tablet="T" * 300,
    family="Wolfeschlegelsteinhausenbergerdorff " * 5,
    given="Hubert Blaine " * 9,
    answers=tuple(f"{number} " + "a made-up answer " * 9 for number in range(20)),
    finding="A long finding " * 20,
    next="and what to do " * 30,
)
CODE = Code("7F3K-Q2MN", RAISED, "09:44")
PAPERS = {
    **{kind.value: (drawn_slip, replace(SLIP, kind=kind)) for kind in AlertKind},
    "bare": (drawn_slip, Slip(AlertKind.HELP, "Door", RAISED, "09:14")),
    "long": (drawn_slip, LONG),
    "spanish": (drawn_slip, replace(SLIP, language="Spanish")),
    "demo": (drawn_slip, replace(SLIP, demo=True)),
    **{f"code-{one}": (drawn_code, replace(CODE, language=one)) for one in wording.PATIENT},
    "code-demo": (drawn_code, replace(CODE, demo=True)),
}
every_paper = pytest.mark.parametrize(("drawn", "content"), PAPERS.values(), ids=PAPERS)


@every_paper
@pytest.mark.parametrize("size", [HALF_LETTER, HALF_A4], ids=["letter", "a4"])
def test_no_text_stands_on_other_text_or_off_the_page(drawn, content, size):
    canvas = drawn(content, size)
    canvas.finish()
    assert canvas.overlaps() == []


@every_paper
def test_it_is_tagged_embedded_and_acts_on_nothing(drawn, content):
    pdf = drawn(content).finish()
    inside = [sorted(page) for page in inspection.marked_on_pages(pdf)]
    assert inside == inspection.marked_in_tree(pdf)
    assert inspection.elements(pdf)[1]["/S"] == "/H1"
    assert all("/FontFile2" in one for one in inspection.fonts(pdf).values())
    assert not inspection.actions(pdf)
    for claim in (b"<pdfuaid:part>1", b"<pdfaid:part>3", b"/MarkInfo"):
        assert claim in pdf


@every_paper
def test_the_same_paper_gives_the_same_bytes(drawn, content):
    assert drawn(content).finish() == drawn(content).finish()


def test_who_where_what_since_when_and_what_to_do_stand_on_the_slip():
    [text] = inspection.page_texts(render_slip(SLIP))
    squeezed = inspection.squeezed(text)
    for expected in (
        "EMERGENCY: go now", "Window seat 2", "PLACEHOLDER-ŁUKASIK", "Ana", "14-Mar-1964",
        "7F3K-Q2MN", "20-Nov-2026 09:14", *SLIP.answers, SLIP.finding, SLIP.next,
        *wording.STEPS[AlertKind.EMERGENCY], wording.SLIP_FOOT, "not a diagnosis",
    ):  # fmt: skip
        assert inspection.squeezed(expected) in squeezed


@pytest.mark.parametrize("kind", AlertKind)
def test_every_kind_of_alert_has_its_headline_and_its_steps_on_one_page(kind):
    [text] = inspection.page_texts(render_slip(replace(SLIP, kind=kind)))
    for words in (wording.HEADLINES[kind], *wording.STEPS[kind]):
        assert inspection.squeezed(words) in inspection.squeezed(text)


def test_a_call_without_a_visit_says_that_nobody_is_named():
    slip = Slip(AlertKind.HELP, "Door", RAISED, "09:14")
    [text] = inspection.page_texts(render_slip(slip))
    assert wording.NO_NAME in text
    assert wording.WHAT not in text


def test_what_to_do_comes_before_what_was_answered():
    text = inspection.raw_text(render_slip(SLIP))
    order = (
        wording.HEADLINES[SLIP.kind], SLIP.finding, SLIP.tablet, SLIP.family.upper(),
        *wording.STEPS[SLIP.kind], SLIP.next, *SLIP.answers, " ".join(wording.SEEN_LINES),
    )  # fmt: skip
    places = [text.index(inspection.squeezed(words)) for words in order]
    assert places == sorted(places)


def test_answers_that_do_not_fit_are_counted_and_the_half_page_stays_one():
    answers = tuple(f"A made-up question of a usual length {place}: Yes" for place in range(30))
    slip = replace(SLIP, answers=answers, language="Spanish", number="KC 402 118 7")
    [text] = inspection.page_texts(render_slip(slip))
    printed = [answer for answer in answers if answer in text]
    assert printed == list(answers[: len(printed)])
    assert len(printed) >= 5
    assert wording.MORE_ANSWERS.format(count=30 - len(printed)) in text
    assert wording.SEEN_LINES[0] in text


def test_answers_that_fit_are_not_counted():
    text = inspection.raw_text(render_slip(SLIP))
    assert inspection.squeezed(wording.MORE_ANSWERS.split("}")[1]) not in text


@pytest.mark.parametrize("size", [HALF_LETTER, HALF_A4], ids=["letter", "a4"])
def test_the_wordiest_rule_with_a_long_name_fits_one_half_page(size):
    long = replace(LONG, tablet="Window seat by the aquarium", language="Spanish", number="4021187")
    wordiest = sorted(RULES.rules, key=lambda rule: len(rule.title + rule.next))[-5:]
    slips = (replace(long, finding=rule.title, next=rule.next) for rule in wordiest)
    assert {drawn_slip(slip, size).page for slip in slips} == {0}


def test_a_second_half_page_says_whose_it_is():
    for text in (pages := inspection.page_texts(render_slip(LONG))):
        assert LONG.family[:20].upper() in text
    assert len(pages) > 1


def test_the_name_stands_in_no_title():
    info = inspection.reader(render_slip(SLIP)).metadata
    assert info.title == "Slip for the front desk, visit 7F3K-Q2MN"
    assert "Placeholder" not in str(info)


def test_the_code_stands_very_large_and_once():
    canvas = drawn_code(CODE)
    [box] = [box for box in canvas.boxes if box.text == CODE.code]
    assert box.top - box.bottom > 40
    assert box.right - box.left > canvas.size[0] / 2
    assert "09:44" in inspection.page_texts(canvas.finish())[0]


@pytest.mark.parametrize("language", wording.PATIENT)
def test_the_code_is_explained_in_the_patients_language(language):
    pdf = render_code(replace(CODE, language=language))
    text = inspection.raw_text(pdf)
    for key in ("code.title", "code.intro", "code.step.2", "code.help"):
        assert inspection.squeezed(wording.PATIENT[language][key]) in text
    assert inspection.reader(pdf).trailer["/Root"]["/Lang"] == language


def test_every_language_has_every_word():
    keys = {frozenset(words) for words in wording.PATIENT.values()}
    assert len(keys) == 1


def test_a_slip_of_a_demo_says_so():
    band = inspection.squeezed(DEMO_BAND)
    assert band in inspection.raw_text(render_slip(replace(SLIP, demo=True)))
    assert band not in inspection.raw_text(render_slip(SLIP))
