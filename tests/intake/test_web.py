import asyncio
import base64
import hashlib
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from intake.web import (
    CLOSED,
    Hardened,
    content_security_policy,
    is_same_origin,
    streamlit_page,
)

POLICY = content_security_policy(streamlit_page())


def answer(app, path="/", *, secure=False):
    """Send one GET through the middleware; give status and headers."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": []}
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, Hardened(app, POLICY, secure)(scope, receive, send)).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers


def connection(**headers):
    listed = [(name.encode(), value.encode()) for name, value in headers.items()]
    return HTTPConnection({"type": "http", "headers": listed})


def test_the_policy_allows_exactly_the_inline_script_streamlit_comes_with():
    scripts = re.findall(r"<script>(.*?)</script>", streamlit_page(), re.DOTALL)
    assert scripts
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in POLICY
    assert POLICY.count("'sha256-") == len(scripts)


def test_another_inline_script_is_another_policy():
    changed = streamlit_page().replace("window.prerenderReady = false", "window.x = 1")
    assert content_security_policy(changed) != POLICY


def test_the_policy_allows_nothing_from_elsewhere_and_no_code_from_text():
    assert "http:" not in POLICY
    assert "https:" not in POLICY
    assert "'unsafe-eval'" not in POLICY
    scripts = next(part for part in POLICY.split("; ") if part.startswith("script-src"))
    assert "'unsafe-inline'" not in scripts


@pytest.mark.parametrize("path", CLOSED)
def test_a_closed_path_and_what_is_below_it_never_reaches_the_application(path):
    for asked in (path, f"{path}/", f"{path}/below.json"):
        assert answer(PlainTextResponse("open"), asked)[0] == 404
    assert answer(PlainTextResponse("open"), f"{path}-not-it")[0] == 200


def test_every_answer_carries_the_headers_even_a_refusal():
    for path in ("/", "/_stcore/metrics"):
        _, headers = answer(PlainTextResponse("open"), path)
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_a_page_is_never_kept_whatever_it_says_of_itself():
    page = HTMLResponse("<p>", headers={"Cache-Control": "no-cache"})
    assert answer(page)[1]["cache-control"] == "no-store"


def test_what_does_not_say_how_long_it_may_be_kept_is_not_kept():
    assert answer(PlainTextResponse("answers"))[1]["cache-control"] == "no-store"


def test_a_route_and_streamlits_own_files_say_themselves_how_long_they_may_be_kept():
    kept = Response(b"{}", headers={"Cache-Control": "immutable"})
    assert answer(kept, "/kiosk/words/en.json")[1]["cache-control"] == "immutable"
    assert "cache-control" not in answer(PlainTextResponse("code"), "/static/js/index.js")[1]


def test_a_route_may_have_a_policy_of_its_own():
    own = Response(b"%PDF", headers={"Content-Security-Policy": "frame-ancestors 'none'"})
    assert answer(own)[1]["content-security-policy"] == "frame-ancestors 'none'"


def test_a_browser_is_told_to_insist_on_tls_only_where_there_is_tls():
    assert "strict-transport-security" not in answer(PlainTextResponse(""))[1]
    assert "strict-transport-security" in answer(PlainTextResponse(""), secure=True)[1]


@pytest.mark.parametrize(
    ("headers", "same"),
    [
        ({"host": "localhost:8502"}, True),
        ({"host": "localhost:8502", "origin": "http://localhost:8502"}, True),
        ({"host": "localhost:8502", "origin": "http://localhost:8501"}, False),
        ({"host": "localhost:8502", "origin": "http://localhost:8502.invalid"}, False),
        ({"host": "localhost:8502", "origin": "null"}, False),
        ({"host": "localhost:8502", "origin": ""}, False),
    ],
    ids=["no-page", "own-page", "other-port", "look-alike", "hidden", "empty"],
)
def test_a_request_from_a_foreign_page_is_known(headers, same):
    assert is_same_origin(connection(**headers)) is same
