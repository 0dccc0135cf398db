"""The clinic's papers over its routes, and in a browser at the desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from reports.clinic import wording
from tests.reports.clinic.conftest import Desk
from tests.reports.clinic.front_desk import PDF, PROTECTED, SLIP

PROTECT = "/clinic/visits/hot/protected"
PASSWORD = "four plain made-up words"  # noqa: S105 - opens a made-up copy only
FORM = {"password": PASSWORD, "again": PASSWORD}


def alert(clinic) -> None:
    clinic.happens("raise", alert="1", visit="hot", kind="emergency", title="Joint", minutes="3")


def test_a_protected_copy_is_given_to_be_saved_and_kept_nowhere(clinic):
    clinic.sign_in()
    answer = clinic.ask(PROTECT, FORM)
    assert (answer.status, answer.body) == (200, PROTECTED)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    name = 'attachment; filename="knee-intake-REFHOT-protected.pdf"'
    assert answer.headers["content-disposition"] == name
    assert clinic.told()["done"] == [{"protected": "hot", "letters": len(PASSWORD)}]
    assert PASSWORD not in clinic.log


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"password": "eleven char", "again": "eleven char"}, "12 characters or more"),
        ({"password": "x" * 128, "again": "x" * 128}, "at most 127"),
        ({**FORM, "again": PASSWORD + "x"}, "The two passwords are not the same."),
        ({"password": PASSWORD}, "Please fill in this field."),
        ({}, "Please fill in this field."),
        (b"\xff\xfe", "Please fill in this field."),
    ],
    ids=["short", "long", "different", "once", "empty", "not-text"],
)
def test_a_password_that_does_not_do_is_asked_again_and_not_repeated(clinic, form, sentence):
    clinic.sign_in()
    answer = clinic.ask(PROTECT, form)
    assert answer.status == 422
    assert sentence in answer.text
    assert 'role="alert"' in answer.text
    for typed in ("eleven char", "x" * 128, PASSWORD):
        assert typed not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert not clinic.told()["done"]


@pytest.mark.parametrize("origin", ["http://elsewhere.invalid", "null"])
def test_another_site_gets_no_copy(clinic, origin):
    clinic.sign_in()
    answer = clinic.ask(PROTECT, FORM, headers={"Origin": origin})
    assert answer.status == 403
    assert not clinic.told()["done"]


@pytest.mark.parametrize(
    "path",
    [
        PROTECT,
        "/clinic/visits/hot/print",
        "/clinic/visits/hot/print.pdf",
        "/clinic/alerts/1/print",
        "/clinic/alerts/1/slip.pdf",
    ],
)
def test_whoever_is_not_signed_in_gets_no_paper(clinic, path):
    alert(clinic)
    assert clinic.ask(path).status == 401
    assert clinic.ask(path, FORM).status == 401
    assert not clinic.told()["done"]


@pytest.mark.parametrize("visit", ["busy", "nobody"])
def test_there_is_no_copy_of_what_has_not_ended(clinic, visit):
    clinic.sign_in()
    assert clinic.ask(f"/clinic/visits/{visit}/protected", FORM).status == 404
    assert clinic.ask(f"/clinic/visits/{visit}/print.pdf").status == 404


def test_the_slip_of_an_alert_is_given_and_of_none_is_not(clinic):
    clinic.sign_in()
    alert(clinic)
    answer = clinic.ask("/clinic/alerts/1/slip.pdf")
    assert (answer.status, answer.body) == (200, SLIP)
    assert answer.headers["content-disposition"] == 'inline; filename="slip-REFHOT.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    assert clinic.ask("/clinic/alerts/2/slip.pdf").status == 404


def test_only_our_own_page_may_hold_what_it_prints(clinic):
    clinic.sign_in()
    framed = clinic.ask("/clinic/visits/hot/print.pdf")
    assert framed.body == PDF
    assert "frame-ancestors 'self'" in framed.headers["content-security-policy"]
    assert framed.headers["x-frame-options"] == "SAMEORIGIN"
    holding = clinic.ask("/clinic/visits/hot/print")
    assert wording.DEMO in holding.text
    page = holding.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in page
    assert "frame-src 'self'" in page
    assert "unsafe" not in page


def test_a_failing_store_is_said_so_at_every_paper(clinic):
    clinic.sign_in()
    clinic.happens("set", broken="disk")
    assert clinic.ask(PROTECT, FORM).status == 503
    assert clinic.ask("/clinic/visits/hot/print.pdf").status == 503
    assert clinic.ask("/clinic/alerts/1/slip.pdf").status == 503


def test_the_patients_page_offers_to_read_print_and_protect(desk):
    desk.open("/?visit=hot")
    for name in ("Open summary (PDF)", "Print summary", "Protected copy (PDF)"):
        expect(desk.page.get_by_role("link", name=name)).to_be_visible()
    assert desk.errors == []


@pytest.mark.parametrize("path", ["/", "/?visit=hot"])
def test_every_alert_has_a_slip_to_print(desk, path):
    alert(desk.clinic)
    desk.open(path)
    link = desk.page.get_by_role("link", name="Print slip: Joint")
    expect(link).to_have_attribute("href", "/clinic/alerts/1/print")


def test_the_print_dialog_opens_for_the_paper_and_nothing_is_forbidden(desk, eventually):
    printed: list[str] = []
    # A page of its own: what it is taught here, it would not forget.
    apart = Desk(desk.clinic, desk.context, desk.context.new_page())
    apart.watch()
    apart.page.expose_function("tell", lambda path: printed.append(path))  # noqa: PLW0108 - a bound method of a list cannot be wrapped
    apart.page.add_init_script("window.print = () => { window.tell(location.pathname); };")
    # A page in the place of the PDF: this browser has no viewer for one.
    apart.page.route(
        "**/print.pdf", lambda route: route.fulfill(body="a page", content_type="text/html")
    )
    apart.open("/clinic/visits/hot/print")
    eventually(lambda: bool(apart.page.title()) and bool(printed))
    assert printed == ["/clinic/visits/hot/print.pdf"]
    assert apart.errors == []


def test_a_protected_copy_is_made_by_hand(desk):
    desk.open("/?visit=hot")
    with desk.context.expect_page() as opened:
        desk.page.get_by_role("link", name="Protected copy (PDF)").click()
    page = opened.value
    page.get_by_label("Password of the reader").fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the protected copy").click()
    assert download.value.suggested_filename == "knee-intake-REFHOT-protected.pdf"
    assert desk.errors == []
