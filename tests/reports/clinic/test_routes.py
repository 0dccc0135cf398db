import http.client
from contextlib import closing

import pytest

from tests.reports.clinic.front_desk import NURSE, PDF, SET_UP_CODE

CLOSED_TO_STRANGERS = [
    ("GET", "/"),
    ("GET", "/?visit=hot"),
    ("GET", "/anything-else"),
    ("GET", "/clinic/visits/hot/summary.pdf"),
    ("GET", "/clinic/pulse"),
    ("POST", "/clinic/active"),
    ("GET", "/_stcore/stream"),
    ("GET", "/_stcore/script-health-check"),
    ("PUT", "/_stcore/upload_file/a/b"),
]
SET_UP = {
    "code": SET_UP_CODE,
    "clinic_name": "Made-up Knee Clinic",
    "time_zone": "America/New_York",
    "name": "R. Sample, RN",
    "login": NURSE.login,
    "password": NURSE.password,
    "again": NURSE.password,
}


def credentials(**changes):
    return {"login": NURSE.login, "password": NURSE.password, **changes}


@pytest.mark.parametrize(("method", "path"), CLOSED_TO_STRANGERS)
@pytest.mark.parametrize("cookie", ["", "invented-token", "token-1-of-a-made-up-nurse"])
def test_without_a_session_nothing_is_shown(clinic, method, path, cookie):
    clinic.cookies["anteroom-clinic"] = cookie
    answer = clinic.ask(path, method=method)
    assert answer.status in {401, 404}
    assert b"Mockup" not in answer.body


def test_a_browser_without_a_session_is_shown_where_to_sign_in(clinic):
    answer = clinic.ask("/?visit=hot", headers={"Accept": "text/html"})
    assert (answer.status, answer.headers["location"]) == (303, "/clinic/login")


def knock(clinic):
    """Ask for the live connection of a page and give the status the server answers with."""
    connection = http.client.HTTPConnection("localhost", clinic.port, timeout=20)
    asks = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "bWFkZS11cC1rZXktMTIzNA==",
        "Cookie": "; ".join(f"{name}={value}" for name, value in clinic.cookies.items()),
    }
    connection.request("GET", "/_stcore/stream", headers=asks)
    with closing(connection):
        return connection.getresponse().status


def test_a_page_is_alive_only_for_who_is_signed_in(clinic):
    assert knock(clinic) == 403
    clinic.sign_in()
    assert knock(clinic) == 101
    clinic.ask("/clinic/logout", b"")
    assert knock(clinic) == 403


def test_signing_in_gives_a_cookie_no_script_and_no_other_site_can_use(clinic):
    answer = clinic.sign_in()
    assert (answer.status, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert clinic.ask("/clinic/pulse").status == 200


def test_signing_in_replaces_the_token_the_browser_held(clinic):
    clinic.sign_in()
    first = dict(clinic.cookies)
    clinic.sign_in()
    assert clinic.cookies != first
    clinic.cookies.update(first)
    assert clinic.ask("/clinic/pulse").status == 401


@pytest.mark.parametrize(
    "form",
    [
        {**credentials(), "password": "guessed"},
        credentials(login="<b>somebody</b>"),
        {},
        b"\xff\xfe",
        b"=&=&",
    ],
    ids=["password", "login", "empty", "not-text", "no-fields"],
)
def test_a_wrong_sign_in_gets_a_sentence_and_no_cookie(clinic, form):
    answer = clinic.ask("/clinic/login", form)
    assert answer.status == 422
    assert "set-cookie" not in answer.headers
    assert 'role="alert"' in answer.text
    assert "<b>somebody" not in answer.text
    assert "guessed" not in answer.text


def test_a_form_of_a_megabyte_is_refused(clinic):
    assert clinic.ask("/clinic/login", credentials(login="x" * 1_000_000)).status == 413


@pytest.mark.parametrize("path", ["/clinic/login", "/clinic/logout", "/clinic/set-up"])
def test_a_form_from_another_site_changes_nothing(clinic, path):
    clinic.sign_in()
    clinic.happens("set", set_up_needed=path == "/clinic/set-up")
    for origin in ("http://elsewhere.invalid", "null"):
        answer = clinic.ask(path, SET_UP, headers={"Origin": origin})
        assert answer.status == 403
        assert "set-cookie" not in answer.headers
    assert clinic.ask("/clinic/pulse").status == 200
    assert not clinic.told()["done"]


def test_staying_signed_in_takes_the_clinics_own_page(clinic):
    clinic.sign_in()
    own = {"X-Anteroom": "1"}
    assert clinic.ask("/clinic/active", b"").status == 403
    foreign = {**own, "Origin": "http://elsewhere.invalid"}
    assert clinic.ask("/clinic/active", b"", foreign).status == 403
    assert not clinic.told()["done"]
    assert clinic.ask("/clinic/active", b"", own).status == 204
    assert clinic.told()["done"] == [{"touched": clinic.cookies["anteroom-clinic"]}]


def test_signing_out_ends_the_session_on_the_server(clinic):
    clinic.sign_in()
    answer = clinic.ask("/clinic/logout", b"")
    assert (answer.status, answer.headers["location"]) == (303, "/clinic/login")
    assert clinic.ask("/clinic/pulse").status == 401


def test_the_summary_is_shown_once_and_kept_nowhere(clinic):
    clinic.sign_in()
    answer = clinic.ask("/clinic/visits/hot/summary.pdf")
    assert (answer.status, answer.body) == (200, PDF)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == 'inline; filename="knee-intake-REFHOT.pdf"'
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("visit", ["busy", "nobody"])
def test_there_is_no_summary_of_what_has_not_ended(clinic, visit):
    clinic.sign_in()
    assert clinic.ask(f"/clinic/visits/{visit}/summary.pdf").status == 404


def test_a_failing_store_is_said_so(clinic):
    clinic.sign_in()
    clinic.happens("set", broken="disk")
    for path in ("/clinic/visits/hot/summary.pdf", "/clinic/pulse", "/readyz"):
        assert clinic.ask(path).status == 503
    assert clinic.ask("/clinic/login", credentials()).status == 503
    assert clinic.ask("/healthz").status == 200


def test_whoever_is_not_signed_in_learns_which_tablet_calls_and_no_more(clinic):
    clinic.happens("raise", alert="1", visit="hot", kind="same-day", title="Fever", minutes="9")
    clinic.happens("raise", alert="2", visit="hot", kind="emergency", title="Joint", minutes="3")
    clinic.happens("raise", alert="3", kind="help", tablet="Door")
    answer = clinic.ask("/clinic/calls.json")
    assert answer.text == (
        '{"calls":[{"kind":"emergency","word":"Emergency","tablet":"Window","minutes":3},'
        '{"kind":"help","word":"Asks for help","tablet":"Door","minutes":0}]}'
    )


def test_before_anybody_has_an_account_the_clinic_is_set_up(clinic):
    clinic.happens("set", set_up_needed=True)
    browser = {"Accept": "text/html"}
    assert clinic.ask("/", headers=browser).headers["location"] == "/clinic/set-up"
    assert clinic.ask("/clinic/login").headers["location"] == "/clinic/set-up"
    assert "America/New_York" in clinic.ask("/clinic/set-up").text
    answer = clinic.ask("/clinic/set-up", SET_UP)
    assert (answer.status, answer.headers["location"]) == (303, "/")
    known = clinic.told()["done"]
    assert known == [{"set_up": "Made-up Knee Clinic", "zone": "America/New_York"}]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"code": "2222-2222"}, "The set-up code is wrong or has expired."),
        ({"again": "another made-up password"}, "The two passwords are not the same."),
        ({"name": " "}, "Please fill in this field."),
    ],
    ids=["code", "passwords", "name"],
)
def test_a_wrong_set_up_keeps_what_was_typed_but_no_password(clinic, changes, sentence):
    clinic.happens("set", set_up_needed=True)
    answer = clinic.ask("/clinic/set-up", {**SET_UP, **changes})
    assert answer.status == 422
    assert sentence in answer.text
    assert "Made-up Knee Clinic" in answer.text
    assert NURSE.password not in answer.text
    assert not clinic.told()["done"]


def test_a_clinic_is_set_up_only_once(clinic):
    assert clinic.ask("/clinic/set-up").headers["location"] == "/clinic/login"
    assert clinic.ask("/clinic/set-up", SET_UP).status == 409
    assert not clinic.told()["done"]


@pytest.mark.parametrize("path", ["/", "/clinic/login", "/clinic/pulse", "/healthz"])
def test_every_answer_carries_the_headers_a_browser_obeys(clinic, path):
    clinic.sign_in()
    headers = clinic.ask(path, headers={"Accept": "text/html"}).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "'unsafe-eval'" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/interact",
        "/_stcore/upload_file/a/b",
        "/component/a/index.html",
        "/media/a.pdf",
    ],
)
def test_what_streamlit_leaves_open_is_closed_even_to_staff(clinic, path):
    clinic.sign_in()
    assert clinic.ask(path).status == 404
