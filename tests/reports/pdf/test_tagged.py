"""What makes the file accessible and archivable, without a validator at hand."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from reports.pdf import ink
from reports.pdf.archive import Imprint
from reports.pdf.render import render
from reports.pdf.structure import Role
from reports.pdf.tagged import LETTER, TaggedCanvas
from tests.reports import patients
from tests.reports.pdf import inspection

PDF = render(patients.worst())
READ: Any = inspection.reader(PDF)
ROOT: Any = READ.trailer["/Root"]


def test_every_mark_on_a_page_has_its_element_and_every_element_its_mark():
    marked = inspection.marked_on_pages(PDF)
    assert marked == inspection.marked_in_tree(PDF)
    for numbers in marked:
        assert numbers == list(range(len(numbers)))


def test_the_parent_tree_leads_from_each_mark_to_an_element():
    tree = ROOT["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    counts = [len(inspection.resolved(tree[place])) for place in range(1, len(tree), 2)]
    assert counts == [len(numbers) for numbers in inspection.marked_on_pages(PDF)]


def test_nothing_is_drawn_outside_a_tag_or_an_artifact():
    for page in READ.pages:
        depth = 0
        for line in page.get_contents().get_data().decode().splitlines():
            if line.endswith("BDC"):
                depth += 1
                assert depth == 1
            elif line == "EMC":
                depth -= 1
            elif line.strip() not in {"", "1 0 0 1 0 0 cm"}:
                assert depth == 1, line
        assert depth == 0


def test_every_font_is_embedded_with_a_map_to_unicode():
    fonts = inspection.fonts(PDF)
    assert fonts
    for name, descriptor in fonts.items():
        assert "/FontFile2" in descriptor, name


def test_the_file_says_what_it_claims_to_be():
    packet = ROOT["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert READ.metadata.title in packet
    assert ROOT["/Lang"] == "en-US"
    assert ROOT["/MarkInfo"]["/Marked"]
    assert ROOT["/ViewerPreferences"]["/DisplayDocTitle"]
    assert ROOT["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


def test_every_page_is_read_in_structure_order():
    for number, page in enumerate(READ.pages):
        assert page["/Tabs"] == "/S"
        assert page["/StructParents"] == number


def test_the_figure_is_described_in_words():
    figures = [each for each in inspection.elements(PDF) if each["/S"] == "/Figure"]
    assert figures
    assert "Where it twitches: right front of thigh" in figures[0]["/Alt"]


def test_the_page_is_read_from_the_name_over_the_flags_to_the_situation():
    roles = [each["/S"] for each in inspection.elements(PDF)]
    assert roles[:4] == ["/Document", "/H1", "/P", "/H2"]
    assert roles.count("/H1") == 1
    assert roles.index("/Table") < roles.index("/Figure")


def test_no_row_of_a_table_stands_outside_a_table():
    allowed = {"/TR": {"/Table"}, "/TH": {"/TR"}, "/TD": {"/TR"}, "/LI": {"/L"}, "/LBody": {"/LI"}}
    for element in inspection.elements(PDF):
        if element["/S"] in allowed:
            assert inspection.resolved(element["/P"])["/S"] in allowed[element["/S"]]


def test_what_no_font_can_set_is_drawn_as_the_replacement_character_never_as_an_empty_box():
    about = Imprint("A page", "A test", "en-US", datetime(2026, 11, 20, tzinfo=UTC))
    canvas = TaggedCanvas(LETTER, about)
    with canvas.marked(Role.PARAGRAPH):
        canvas.text(50, 700, "a\u0915\tb", ink.BODY)
        canvas.text(50, 650, "", ink.BODY)
    assert inspection.page_texts(canvas.finish())[0].strip() == "a\ufffd b"


def test_text_off_the_page_is_noticed():
    about = Imprint("A page", "A test", "en-US", datetime(2026, 11, 20, tzinfo=UTC))
    canvas = TaggedCanvas(LETTER, about)
    with canvas.marked(Role.PARAGRAPH):
        canvas.text(600, 700, "over the edge", ink.BODY)
    canvas.finish()
    assert canvas.overlaps() == [(canvas.boxes[0], canvas.boxes[0])]


def test_the_file_can_do_nothing():
    assert inspection.actions(PDF) == set()


def test_a_file_that_links_is_noticed_both_ways():
    linking = BytesIO()
    page = Canvas(linking)
    page.linkURL("https://link.invalid", (0, 0, 9, 9))
    page.save()
    assert "/URI" in inspection.actions(linking.getvalue())
    assert inspection.may_act(linking.getvalue())
    assert not inspection.may_act(
        linking.getvalue().replace(b"/URI", b"/URL").replace(b"/Annots", b"/Anno")
    )
