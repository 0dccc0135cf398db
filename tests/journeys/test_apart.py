"""Kiosk and clinic are two servers; neither serves, loads or opens what belongs to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.web import content_security_policy, streamlit_page
from tests.journeys.desk import LOGIN, PASSWORD
from tests.journeys.premises import Program, free_port, wait_until
from tests.journeys.sheets import healthy
from tests.journeys.wire import Answer, Wire

HEADERS = {
    "content-security-policy": content_security_policy(streamlit_page()),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
CLOSED = (
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/upload_file/x/y",
    "/component/x/index.html",
    "/media/x.pdf",
)
KIOSKS = ("/kiosk/draft", "/kiosk/words/en.json", "/kiosk/player/main.js")
CLINICS = (
    "/clinic/login",
    "/clinic/set-up",
    "/clinic/pulse",
    "/clinic/calls.json",
    "/clinic/assets/clinic.css",
    "/clinic/visits/x/summary.pdf",
)


def assert_hardened(answer: Answer) -> None:
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


@dataclass
class LoneKiosk:
    """The kiosk without the clinic; its log lists every module it loads."""

    program: Program
    wire: Wire

    @property
    def loaded(self) -> set[str]:
        return set(re.findall(r"^import time:.*\|\s+(\S+)$", self.program.said, re.MULTILINE))


@contextmanager
def alone(folder: Path, *command: str) -> Iterator[LoneKiosk]:
    port = free_port()
    environment = {
        "ANTEROOM_HOME": str(folder / "home"),
        "ANTEROOM_KIOSK_PORT": str(port),
        "STREAMLIT_SERVER_PORT": str(port),
        "PYTHONPROFILEIMPORTTIME": "1",
    }
    started = LoneKiosk(
        Program(list(command), environment, folder / "log"), Wire("127.0.0.1", port)
    )
    started.program.start()
    try:
        wait_until(lambda: started.wire.answers("/readyz"), "the kiosk is ready")
        yield started
    finally:
        started.program.stop()


@pytest.fixture(scope="module")
def lone_kiosk(tmp_path_factory) -> Iterator[LoneKiosk]:
    """The kiosk as ``streamlit run app.py`` serves it."""
    with alone(tmp_path_factory.mktemp("lone"), "-m", "streamlit", "run", "app.py") as started:
        yield started


def test_streamlit_run_serves_the_kiosk_with_its_routes_and_headers(lone_kiosk):
    kiosk = lone_kiosk.wire
    page = kiosk.look("/")
    assert page.status == 200
    assert_hardened(page)
    assert page.headers["cache-control"] == "no-store"
    assert kiosk.look("/healthz").json["ok"] is True
    assert kiosk.look("/readyz").json == {"ready": True}
    refused = kiosk.send("GET", "/kiosk/draft")
    assert (refused.status, refused.reason) == (401, "There is no visit on this tablet.")
    assert_hardened(refused)
    words = kiosk.look("/kiosk/words/en.json")
    assert words.json["help.button"] == "I need help"
    questionnaire = kiosk.look("/kiosk/questionnaire/2026.11.1/en.json")
    assert questionnaire.json["resourceType"] == "Questionnaire"
    assert "immutable" in questionnaire.headers["cache-control"]
    assert kiosk.look("/kiosk/player/main.js").status == 200
    for path in CLOSED:
        assert kiosk.look(path).status == 404


def test_a_patient_begins_at_a_kiosk_that_loads_nothing_of_the_clinic(lone_kiosk, sit_at):
    # given a patient who finds the place again after a reload
    tablet = sit_at(f"http://127.0.0.1:{lone_kiosk.wire.port}")
    tablet.arrive("Madeup-Lone")
    tablet.answer(healthy(), until="which-knee")
    tablet.page.reload()
    tablet.sees_question("which-knee")

    # then the process has loaded what a patient needs, and nothing a clinician reads
    assert "house.kiosk" in lone_kiosk.loaded
    assert not of_the_clinic(lone_kiosk.loaded)


def test_the_kiosk_of_the_supervisor_loads_nothing_of_the_clinic(tmp_path):
    with alone(tmp_path, "-m", "house", "kiosk") as kiosk:
        assert kiosk.wire.look("/").status == 200
        assert kiosk.wire.look("/kiosk/draft").status == 401
    assert "house.kiosk" in kiosk.loaded
    assert not of_the_clinic(kiosk.loaded)


def of_the_clinic(loaded: set[str]) -> set[str]:
    return {name for name in loaded if name.split(".")[0] == "reports" or name == "house.clinic"}


@pytest.mark.parametrize("server", ["kiosk", "clinic"])
@pytest.mark.parametrize("path", CLOSED)
def test_what_streamlit_leaves_open_is_closed(premises, server, path):
    wire = getattr(premises, server)()
    wire.cookies = {"anteroom-clinic": "invented"}
    for method in ("GET", "POST", "PUT"):
        answer = wire.send(method, path)
        assert answer.status == 404
        assert_hardened(answer)


@pytest.mark.parametrize("path", CLINICS)
def test_nothing_of_the_clinic_is_at_the_kiosk(premises, path):
    answer = premises.kiosk().look(path)
    assert answer.status == 404
    assert answer.reason.endswith(".")
    assert_hardened(answer)
    assert premises.kiosk().post(path, {"login": LOGIN, "password": PASSWORD}).status == 404


@pytest.mark.parametrize("path", KIOSKS)
def test_nothing_of_the_kiosk_is_at_the_clinic(premises, path):
    # not for a stranger
    answer = premises.clinic().send("GET", path)
    assert answer.status == 401
    assert_hardened(answer)
    # and not for staff, who get the clinic's own page or nothing
    staff = premises.clinic()
    staff.post("/clinic/login", {"login": LOGIN, "password": PASSWORD})
    found = staff.look(path)
    assert found.status in {200, 404}
    assert b"I need help" not in found.body
    assert b"export" not in found.body
    assert staff.send("PUT", "/kiosk/draft", {"base": 0, "answers": {}}).status in {404, 405}


def test_a_cookie_of_one_opens_nothing_at_the_other(premises):
    staff = premises.clinic()
    staff.post("/clinic/login", {"login": LOGIN, "password": PASSWORD})
    token = staff.cookies["anteroom-clinic"]
    patient = premises.arrive("Madeup-Jar")
    [ticket] = patient.cookies.values()
    tablet, desk = premises.kiosk(), premises.clinic()
    tablet.cookies, desk.cookies = {"anteroom-draft": token}, {"anteroom-clinic": ticket}
    assert tablet.send("GET", "/kiosk/draft").status == 401
    assert desk.send("GET", "/clinic/pulse").status == 401


@pytest.mark.parametrize("server", ["kiosk", "clinic"])
def test_a_server_does_not_say_what_it_is_made_of(premises, server):
    answer = getattr(premises, server)().look("/healthz")
    assert answer.headers["server"] is None
    assert set(answer.json) == {"ok", "boot"}


def test_the_clinic_shows_a_stranger_where_to_sign_in_and_which_tablets_call(premises):
    door = premises.clinic().look("/")
    assert (door.status, door.headers["location"]) == (303, "/clinic/login")
    assert_hardened(door)
    for path in ("/?visit=x", "/clinic/pulse", "/clinic/visits/x/summary.pdf", "/_stcore/stream"):
        assert premises.clinic().send("GET", path).status == 401
    assert set(premises.clinic().look("/clinic/calls.json").json) == {"calls"}
