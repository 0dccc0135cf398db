"""Canaries: what a patient or a nurse typed stands in no log, no address, no header, no file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from house.commands import main
from intake.kiosk.routes import TABLET_COOKIE
from tests.journeys.books import answers_of, visit_of
from tests.journeys.desk import SETTING_UP, Desk, words_of
from tests.journeys.premises import Premises, running
from tests.journeys.sheets import healthy, wire_form
from tests.journeys.tablet import Tablet
from tests.journeys.wire import Wire

FAMILY, GIVEN, TOLD = "Kanarienvogel-Familie", "Kanarienvogel-Vorname", "kanarienvogel im freitext"
NOTE, LOGIN, PASSWORD = "kanarienvogel-notiz", "kanarienvogel-login", "kanarienvogel-kennwort"
WRONG = "kanarienvogel-falsch"
BORN = "1961-07-19"


@dataclass
class Morning:
    """Everything that was said and kept on a morning with one patient."""

    premises: Premises
    secrets: set[str]
    addresses_and_headers: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def canary_premises(tmp_path_factory) -> Iterator[Premises]:
    with running(tmp_path_factory.mktemp("canary") / "home") as started:
        yield started


@pytest.fixture
def morning(
    canary_premises: Premises, sit: Callable[..., Tablet], desk_at: Callable[..., Desk]
) -> Morning:
    premises = canary_premises
    # given a nurse who mistypes the password first
    nurse = premises.clinic()
    made = {"login": LOGIN, "password": PASSWORD, "again": PASSWORD}
    set_up = {**SETTING_UP, **made, "code": premises.setup_code}
    assert nurse.post("/clinic/set-up", set_up).status == 303
    for login, password in ((LOGIN, WRONG), (WRONG, PASSWORD)):
        refused = premises.clinic().post("/clinic/login", {"login": login, "password": password})
        assert refused.status == 422

    # and a patient who types a name, and answers what cannot wait
    tablet = sit(premises)
    seen: list[str] = []
    tablet.page.on("response", lambda answer: seen.append(f"{answer.url}\n{answer.headers}"))
    tablet.arrive(FAMILY, GIVEN)
    patient = with_cookies_of(tablet, premises)
    told = {"birth-date": (BORN,), "anything-else": (TOLD,)}
    answers = wire_form({**healthy(heart_or_breath="yes"), **told})
    assert patient.send("PUT", "/kiosk/draft", {"base": 0, "answers": answers}).json["paused"]

    # and answers that cannot be used
    for bad in (
        f'{{"base": 1, "answers": {{"{WRONG}": {{"values": ["no"]}}}}}}',
        f'{{"base": 1, "answers": {{"movement": {{"values": ["{WRONG}"]}}}}}}',
        f'{{"base": 1, "answers": {{"birth-date": {{"values": ["{WRONG}"]}}}}}}',
        f'{{"base": "{WRONG}"',
        f'{{"base": 1, "answers": {{}}, "{WRONG}": "{WRONG}"}}',
    ):
        assert patient.send("PUT", "/kiosk/draft", bad.encode()).status == 422

    # when the nurse has been there, the patient finishes, and the nurse reads the summary
    desk = desk_at(premises)
    desk.page.on("response", lambda answer: seen.append(f"{answer.url}\n{answer.headers}"))
    desk.sign_in(LOGIN, PASSWORD)
    desk.lets_go_on(FAMILY, NOTE)
    assert patient.send("POST", "/kiosk/submit", {"base": 1}).status == 200
    desk.open_patient(FAMILY)
    summary = nurse.look(desk.summary_address())
    assert FAMILY.upper() in words_of(summary.body)
    assert NOTE in words_of(summary.body)

    cookies = {**nurse.cookies, **with_cookies_of(tablet, premises).cookies}
    tokens = {value for name, value in cookies.items() if name != TABLET_COOKIE}
    secrets = {FAMILY, GIVEN, TOLD, NOTE, PASSWORD, WRONG, BORN, *tokens}
    return Morning(premises, secrets, [*seen, *nurse.seen, *patient.seen])


def with_cookies_of(tablet: Tablet, premises: Premises) -> Wire:
    """The wire of a browser's own visit."""
    wire = premises.kiosk()
    for cookie in tablet.page.context.cookies():
        wire.cookies[cookie["name"]] = cookie["value"]
    return wire


def found_in(secrets: set[str], content: bytes) -> set[str]:
    """Those that stand in something, however the letters are written."""
    low = content.lower()
    return {
        one
        for one in secrets
        if any(one.lower().encode(code) in low for code in ("utf-8", "utf-16-le", "utf-16-be"))
    }


def test_what_was_typed_stands_in_no_log_no_address_no_header_and_no_file(morning):
    premises = morning.premises
    # given that it really is there for those who may read it
    assert answers_of(premises, FAMILY)["anything-else"] == (TOLD,)
    identity = visit_of(premises, FAMILY).identity
    assert found_in({FAMILY, GIVEN}, identity) == {FAMILY, GIVEN}

    # then the log does not have it, nor who signs in
    log = premises.said.encode()
    assert b"Set-up code" in log
    assert found_in({*morning.secrets, LOGIN}, log) == set()

    # nor has any address or header, but for the one header that hands a cookie over
    lines = [line for said in morning.addresses_and_headers for line in said.splitlines()]
    plain = [line for line in lines if not line.lower().startswith("set-cookie")]
    assert len(plain) > 100
    assert found_in({*morning.secrets, LOGIN}, "\n".join(plain).encode()) == set()

    # nor any file, its backup included (in which the tablet's name is found)
    assert main(["backup"], {"ANTEROOM_HOME": str(premises.home)}) == 0
    assert list((premises.home / "backups").glob("*.db"))
    assert len(in_files({"Window"}, premises.home)) > 1
    assert in_files(morning.secrets, premises.home) == {}


def in_files(secrets: set[str], folder: Path) -> dict[str, set[str]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert folder / "anteroom.db" in files
    found = {str(path): found_in(secrets, path.read_bytes()) for path in files}
    return {path: leaked for path, leaked in found.items() if leaked}
